//! A sheet made by hand: one invented commune per kind of outcome. No figure in it is a real commune's.

use cfc::lang::Text;
use cfc::quantity::{Date, Points, Ratio, Rounding, RoundingMode, Version};
use cfc::result::{
    CommuneScore, ConditionInfo, ConditionKind, CriterionInfo, CriterionScore, CriterionState, FieldInfo, Identity,
    ItemInfo, ItemScore, Label, Manifest, Measured, Outcome, Reason, ScoreSheet, StandardInfo, Status, StepInfo,
    TableInfo, TotalScore, Unit, Verdict,
};
use std::sync::Arc;

/// Position of the condition on the total: 13 criteria, a veto and a gate come before.
pub(crate) const TOTAL: u16 = 15;
/// Position of the gate.
pub(crate) const GATE: u16 = 14;
/// Position of the veto.
pub(crate) const VETO: u16 = 13;

const CRITERIA: [(&str, &str, &str, i64, Status); 13] = [
    ("resources", "Nguồn lực thực hiện quyền trẻ em", "Resources for children's rights", 100, Status::Quoted),
    (
        "birth_registration",
        "Trẻ em được khai sinh đúng quy định",
        "Children registered at birth as prescribed",
        50,
        Status::Provisional,
    ),
    ("abuse", "Trẻ em bị xâm hại", "Children abused", 100, Status::Provisional),
    (
        "offending_drugs",
        "Trẻ em vi phạm pháp luật, nghiện ma túy",
        "Children who break the law or are addicted to drugs",
        50,
        Status::Provisional,
    ),
    ("injury", "Trẻ em bị tai nạn, thương tích", "Children injured in accidents", 75, Status::Provisional),
    (
        "special_circumstances",
        "Trẻ em có hoàn cảnh đặc biệt được trợ giúp",
        "Children in special circumstances supported",
        125,
        Status::Quoted,
    ),
    (
        "immunisation",
        "Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng",
        "Infants fully immunised",
        50,
        Status::Quoted,
    ),
    (
        "malnutrition",
        "Trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi",
        "Under-fives underweight and stunted",
        50,
        Status::Provisional,
    ),
    (
        "health_checks",
        "Trẻ em được khám sức khỏe định kỳ",
        "Children given periodic health checks",
        75,
        Status::Provisional,
    ),
    (
        "schooling",
        "Trẻ em đến trường, lớp mầm non",
        "Children attending nursery and kindergarten",
        75,
        Status::Provisional,
    ),
    (
        "participation",
        "Trẻ em được thực hiện quyền tham gia của trẻ em",
        "Children exercising their right to participate",
        75,
        Status::Provisional,
    ),
    (
        "play_culture_sport",
        "Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em",
        "Play, leisure, culture and sport for children",
        125,
        Status::Provisional,
    ),
    (
        "satisfaction",
        "Mức độ hài lòng của trẻ em và người dân về việc thực hiện quyền trẻ em",
        "Satisfaction of children and residents",
        50,
        Status::Provisional,
    ),
];

const FIELDS: [(&str, &str, &str); 6] = [
    ("children", "Tổng số trẻ em (dưới 16 tuổi)", "Children (under 16)"),
    ("under5_weighed", "Trẻ em dưới 5 tuổi được cân", "Under-fives weighed"),
    ("under5_underweight", "Trẻ em dưới 5 tuổi nhẹ cân", "Under-fives underweight"),
    ("under5_measured", "Trẻ em dưới 5 tuổi được đo chiều cao", "Under-fives measured"),
    ("under5_stunted", "Trẻ em dưới 5 tuổi thấp còi", "Under-fives stunted"),
    ("children_examined", "Trẻ em được khám sức khỏe định kỳ trong năm", "Children examined in the year"),
];

pub(crate) fn text(vi: &str, en: &str) -> Text {
    Text { vi: vi.to_owned(), en: en.to_owned() }
}

pub(crate) fn label(id: &str, vi: &str, en: &str) -> Label {
    Label { id: id.to_owned(), label: text(vi, en) }
}

fn field(id: &str, vi: &str, en: &str) -> FieldInfo {
    let Label { id, label } = label(id, vi, en);
    FieldInfo { id, label, supplied_by: Vec::new(), definition: None }
}

/// The standard of the sheet: titles of the decision, invented scales.
pub(crate) fn standard() -> StandardInfo {
    StandardInfo {
        annual_form: None,
        id: "mau".to_owned(),
        title: text(
            "Tiêu chuẩn xã, phường, thị trấn phù hợp với trẻ em (bản mẫu)",
            "Child-friendly communes, wards and towns (sample)",
        ),
        citation: "Quyết định 06/QĐ-TTg ngày 03/01/2019".to_owned(),
        version: Version { from: Date { year: 2019, month: 1, day: 3 }, until: None },
        is_one_of_several: false,
        total_points: Points::whole(1000),
        least_points: Some(Points::ZERO),
        rounding: Rounding { digits: 2, mode: RoundingMode::HalfUp },
        classes: vec![
            label(
                "central_city_ward",
                "Phường thuộc quận, thị xã, thành phố của thành phố trực thuộc trung ương",
                "Wards of centrally run cities",
            ),
            label(
                "mountain_island_or_hardship",
                "Xã, thị trấn thuộc miền núi, hải đảo; xã đặc biệt khó khăn",
                "Mountain and island communes and towns; communes in hardship",
            ),
            label("other", "Xã, phường, thị trấn còn lại", "Other communes, wards and towns"),
        ],
        fields: FIELDS.iter().map(|(id, vi, en)| field(id, vi, en)).collect(),
        criteria: CRITERIA.iter().enumerate().map(|(at, row)| criterion(at, row)).collect(),
        conditions: conditions(),
        levels: Vec::new(),
        figures: [0, 22, 7, 78],
        hides: None,
        hashes: vec![("mau.toml".to_owned(), "0123abcd".repeat(8)), ("abuse.rhai".to_owned(), "4567cdef".repeat(8))],
    }
}

fn criterion(at: usize, (id, vi, en, points, status): &(&str, &str, &str, i64, Status)) -> CriterionInfo {
    let cites = format!("Điều 2 khoản 2, tiêu chí {}", at + 1);
    let step = |range: &str, points: i64| StepInfo {
        range: Text::same(range),
        points: Some(Points::whole(points)),
        status: *status,
        evidence: "sample".to_owned(),
    };
    let item = ItemInfo {
        id: format!("{id}.rate"),
        title: text(vi, en),
        cites: cites.clone(),
        most: Points::whole(*points),
        unit: Unit::Per(100),
        fields: Vec::new(),
        steps: vec![step("≥ 95", *points), step("< 95", 0)],
        script_figures: Vec::new(),
    };
    CriterionInfo {
        id: (*id).to_owned(),
        title: text(vi, en),
        cites,
        points: Points::whole(*points),
        least: Some(Points::ZERO),
        status: *status,
        follow_up: Some(label("health", "Y tế", "Health")),
        zero_when: Vec::new(),
        items: vec![item],
    }
}

fn conditions() -> Vec<ConditionInfo> {
    let condition = |id: &str, label, kind| ConditionInfo { id: id.to_owned(), label, kind, cites: None };
    let above =
        |(id, vi, en, ..): &(&str, &str, &str, i64, Status)| condition(id, text(vi, en), ConditionKind::CriterionAbove);
    let mut list: Vec<ConditionInfo> = CRITERIA.iter().map(above).collect();
    list.push(condition(
        "head_disciplined",
        text("Người đứng đầu bị kỷ luật", "Head of the commune disciplined"),
        ConditionKind::Veto,
    ));
    list.push(condition(
        "survey_coverage",
        text("Khảo sát từ 80 % số thôn", "Survey in at least 80 % of hamlets"),
        ConditionKind::Gate,
    ));
    list.push(condition("total", text("Tổng điểm đạt ngưỡng", "Total reaches the threshold"), ConditionKind::Total));
    list
}

/// A commune whose criteria have these points, of which the total is the sum.
pub(crate) fn commune(
    code: &str,
    name: &str,
    class: Option<usize>,
    points: [i64; 13],
    verdict: Verdict,
) -> CommuneScore {
    let criteria: Vec<CriterionScore> = points.iter().map(|points| scored(Points::whole(*points))).collect();
    let items = criteria.iter().map(|score| item(score.low)).collect();
    let sum: Points = criteria.iter().map(|score| score.low).sum();
    CommuneScore {
        version: 0,
        identity: Identity {
            code: code.into(),
            name: name.into(),
            province: "Tỉnh Mẫu".into(),
            district: "".into(),
            year: Some(2024),
            class,
            extra: vec![("note".into(), "đợt 1".to_owned())],
        },
        items,
        criteria,
        total: Some(TotalScore { low: sum, high: sum, complete: true, status: Status::Provisional }),
        threshold: class.map(|class| Points::whole([900, 800, 850][class])),
        verdict,
        verdict_status: Status::Provisional,
        missing: Vec::new(),
        withheld: Vec::new(),
        margins: None,
        moves: None,
        not_published: cfc::result::NotPublished::default(),
        faults: Vec::new(),
        status: Status::Provisional,
    }
}

fn scored(points: Points) -> CriterionScore {
    CriterionScore { low: points, high: points, state: CriterionState::Scored, status: Status::Provisional }
}

fn item(points: Points) -> ItemScore {
    let (n, over) = if points > Points::ZERO { (130, 133) } else { (130, 159) };
    ItemScore {
        outcome: Outcome::Scored(points),
        low: points,
        high: points,
        may_be_left_out: false,
        step: Some(u16::from(points == Points::ZERO)),
        status: Status::Provisional,
        measured: Ratio::new(n * 100, over).map(|value| {
            Box::new(Measured {
                value,
                counts: Some((Ratio::whole(130), Ratio::whole(if over == 133 { 133 } else { 159 }))),
            })
        }),
        reason: None,
    }
}

/// Makes a criterion missing: its points can be anything from nothing to its maximum.
pub(crate) fn lose(commune: &mut CommuneScore, criterion: usize, fields: &[u16]) {
    let (low, high) = (Points::ZERO, Points::whole(CRITERIA[criterion].3));
    let before = commune.criteria[criterion].low;
    commune.criteria[criterion] =
        CriterionScore { low, high, state: CriterionState::Missing, status: Status::Provisional };
    let item = &mut commune.items[criterion];
    *item = ItemScore {
        outcome: Outcome::Missing,
        low,
        high,
        step: None,
        measured: None,
        reason: Some(Box::new(Reason::MissingFigures(fields.to_vec()))),
        ..item.clone()
    };
    if let Some(total) = &mut commune.total {
        (total.low, total.high, total.complete) = (total.low - before, total.high - before + high, false);
    }
    commune.missing.extend(fields);
}

/// All kinds of outcomes, one commune each.
pub(crate) fn sheet() -> ScoreSheet {
    let communes = vec![
        recognised(),
        vetoed(),
        below_threshold(),
        undetermined(),
        not_applicable(),
        left_out(),
        withheld(),
        zeroed_and_incomplete(),
        without_class(),
    ];
    ScoreSheet::new(Arc::new(standard()), communes)
}

fn recognised() -> CommuneScore {
    let points = [100, 50, 100, 50, 55, 125, 50, 40, 75, 65, 65, 110, 50];
    commune("00000", "Xã Mẫu Thứ Nhất", Some(2), points, Verdict::Recognised)
}

fn vetoed() -> CommuneScore {
    let points = [85, 50, 0, 50, 0, 125, 50, 50, 75, 75, 75, 125, 50];
    let mut commune = commune("99002", "Xã Mẫu Hai", Some(2), points, Verdict::NotRecognised(vec![2, 4, TOTAL]));
    commune.verdict_status = Status::Inferred;
    commune
}

fn below_threshold() -> CommuneScore {
    let points = [100, 40, 50, 50, 55, 105, 35, 30, 60, 65, 65, 90, 35];
    let mut commune = commune("99003", "Phường Mẫu Ba", Some(0), points, Verdict::NotRecognised(vec![TOTAL]));
    commune.criteria[9] = scored(Points::thousandths(62_500));
    commune.items[9] = item(Points::thousandths(62_500));
    let total = Points::thousandths(777_500);
    commune.total = Some(TotalScore { low: total, high: total, complete: true, status: Status::Provisional });
    commune
}

fn undetermined() -> CommuneScore {
    let points = [100, 50, 100, 50, 55, 105, 50, 0, 60, 65, 65, 110, 35];
    let mut commune = commune("99004", "Xã Mẫu Bốn", Some(2), points, Verdict::Undetermined(vec![7, TOTAL]));
    lose(&mut commune, 7, &[1, 2, 3, 4]);
    commune
}

fn not_applicable() -> CommuneScore {
    let points = [100, 50, 100, 50, 75, 125, 50, 20, 60, 75, 75, 85, 50];
    let mut commune = commune("99005", "Xã Mẫu Năm", Some(1), points, Verdict::Recognised);
    let item = &mut commune.items[9];
    item.outcome = Outcome::NotApplicable(Some(Points::whole(75)));
    (item.step, item.measured, item.reason) = (None, None, Some(Box::new(Reason::Empty)));
    commune
}

fn left_out() -> CommuneScore {
    let points = [100, 50, 100, 50, 75, 125, 50, 20, 60, 0, 75, 85, 50];
    let mut commune = commune("99006", "Xã Mẫu Sáu", Some(1), points, Verdict::Recognised);
    commune.criteria[9].state = CriterionState::LeftOut;
    let item = &mut commune.items[9];
    item.outcome = Outcome::NotApplicable(None);
    (item.step, item.measured, item.reason) = (None, None, Some(Box::new(Reason::Empty)));
    let total = Points::thousandths(908_100);
    commune.total = Some(TotalScore { low: total, high: total, complete: true, status: Status::Provisional });
    commune
}

fn withheld() -> CommuneScore {
    let points = [100, 50, 100, 50, 75, 125, 50, 20, 60, 75, 75, 85, 0];
    let mut commune = commune("99007", "Thị trấn Mẫu Bảy", Some(2), points, Verdict::Undetermined(vec![GATE]));
    lose(&mut commune, 12, &[]);
    commune.items[12].reason =
        Some(Box::new(Reason::Gate(text("Khảo sát từ 80 % số thôn", "Survey in at least 80 % of hamlets"))));
    commune.withheld = vec![12];
    commune.total = None;
    commune
}

fn zeroed_and_incomplete() -> CommuneScore {
    let points = [100, 50, 50, 50, 0, 80, 35, 30, 0, 65, 50, 85, 50];
    let failed = Verdict::NotRecognised(vec![4, VETO, TOTAL]);
    let mut commune = commune("99008", "Xã Mẫu Tám Ở Một Vùng Có Tên Rất Dài", Some(2), points, failed);
    commune.criteria[4].state = CriterionState::Zeroed;
    lose(&mut commune, 8, &[5]);
    commune
}

fn without_class() -> CommuneScore {
    let points = [100, 50, 100, 50, 55, 125, 50, 40, 75, 65, 65, 50, 35];
    commune("99009", "Phường Mẫu Chín", None, points, Verdict::Undetermined(vec![TOTAL]))
}

/// Where the sheet comes from.
pub(crate) fn manifest() -> Manifest {
    Manifest {
        version: "0.1.0".to_owned(),
        options: vec!["--standard mau".to_owned()],
        tables: vec![TableInfo { name: "mau.csv".to_owned(), sha256: "89abef01".repeat(8), rows: 9 }],
    }
}

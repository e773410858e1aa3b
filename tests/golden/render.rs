//! Golden files of every format, and what must hold of all of them.

use crate::sheet::{TOTAL, VETO, manifest, sheet};
use cfc::lang::Lang;
use cfc::quantity::Points;
use cfc::render::{View, csv, json, markdown, terminal};
use cfc::result::Tally;
use cfc::result::{ConditionInfo, ConditionKind, CriterionState, ScoreSheet, Verdict};
use std::sync::Arc;

const LANGUAGES: [Lang; 2] = [Lang::Vi, Lang::En];

fn view(lang: Lang, width: usize) -> View {
    View { lang, width, ..View::default() }
}

#[test]
fn the_terminal_table_chooses_its_columns_by_width() {
    insta::assert_snapshot!("terminal_vi_80", terminal::summary(&sheet(), &view(Lang::Vi, 80)));
    insta::assert_snapshot!("terminal_vi_120", terminal::summary(&sheet(), &view(Lang::Vi, 120)));
    insta::assert_snapshot!("terminal_vi_200", terminal::summary(&sheet(), &view(Lang::Vi, 200)));
    insta::assert_snapshot!("terminal_en_120", terminal::summary(&sheet(), &view(Lang::En, 120)));
}

#[test]
fn thirteen_criteria_fit_eighty_columns() {
    insta::assert_snapshot!("breakdown_vi_80", terminal::breakdown(&sheet(), &view(Lang::Vi, 80)));
    insta::assert_snapshot!("breakdown_en_120", terminal::breakdown(&sheet(), &view(Lang::En, 120)));
}

#[test]
fn provinces_districts_and_years_get_columns_when_they_differ() {
    let mut sheet = sheet();
    sheet.communes.truncate(4);
    sheet.communes[1].identity.province = "Thành phố Mẫu".into();
    sheet.communes[2].identity.district = "Huyện Mẫu".into();
    sheet.communes[3].identity.year = Some(2023);
    insta::assert_snapshot!("terminal_vi_200_places", terminal::summary(&sheet, &view(Lang::Vi, 200)));
}

#[test]
fn markdown_has_the_same_columns_and_pastes_as_it_is() {
    for (lang, name) in [(Lang::Vi, "markdown_vi"), (Lang::En, "markdown_en")] {
        insta::assert_snapshot!(name, markdown::document(&sheet(), &View { breakdown: true, ..view(lang, 80) }));
    }
}

#[test]
fn data_formats_have_ids_and_decimal_points() {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    insta::assert_snapshot!("csv", text(csv::document(&sheet(), &csv::Options::default())));
    let options =
        csv::Options { separator: csv::Separator::Tab, bom: true, margins: false, extra: csv::extra_headers(&sheet()) };
    insta::assert_snapshot!("tsv_extra_bom", text(csv::document(&sheet(), &options)));
    insta::assert_snapshot!("json", text(json::document(&sheet(), &manifest()).unwrap()));
}

#[test]
fn no_line_is_wider_than_the_width() {
    for (lang, width) in LANGUAGES.into_iter().flat_map(|lang| (40..=220).map(move |width| (lang, width))) {
        let page = terminal::page(&sheet(), &View { breakdown: true, ..view(lang, width) });
        for line in page.lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn codes_totals_and_thresholds_are_never_broken() {
    for width in 40..=220 {
        let page = terminal::summary(&sheet(), &view(Lang::Vi, width));
        for text in ["00000", "99008", "935*", "777,5*", "[845; 895]*"] {
            assert!(page.contains(text), "{text} at {width}:\n{page}");
        }
    }
}

#[test]
fn colour_adds_escapes_and_nothing_else() {
    let plain = terminal::page(&sheet(), &view(Lang::Vi, 120));
    let colour = terminal::page(&sheet(), &View { colour: true, ..view(Lang::Vi, 120) });
    assert!(!plain.contains('\u{1b}') && colour.contains('\u{1b}'));
    let mut stripped = String::new();
    for (at, part) in colour.split('\u{1b}').enumerate() {
        stripped.push_str(if at == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(stripped, plain);
}

#[test]
fn an_empty_sheet_is_not_an_error() {
    let empty = ScoreSheet { communes: Vec::new(), ..sheet() };
    for width in [40, 80, 200] {
        assert!(terminal::page(&empty, &View { breakdown: true, ..view(Lang::Vi, width) }).contains("0 đơn vị"));
    }
    assert!(markdown::document(&empty, &View { breakdown: true, ..View::default() }).contains("0 đơn vị"));
    assert_eq!(csv::document(&empty, &csv::Options::default()), csv::header(&empty.standard, &csv::Options::default()));
    let json: serde_json::Value = serde_json::from_slice(&json::document(&empty, &manifest()).unwrap()).unwrap();
    assert_eq!(json["communes"].as_array().map(Vec::len), Some(0));
}

/// A name no format may stumble over.
const HOSTILE: &str = "=Xã \"A|B\"; C,\n\tD`*_<b>\\";

fn hostile() -> ScoreSheet {
    let mut sheet = sheet();
    sheet.communes.truncate(2);
    sheet.communes[0].identity.name = HOSTILE.into();
    "+a\u{1b}[31m".clone_into(&mut sheet.communes[1].identity.extra[0].1);
    sheet
}

#[test]
fn a_hostile_name_does_not_break_a_table_for_people() {
    for width in [40, 80, 120, 200] {
        let page = terminal::page(&hostile(), &view(Lang::Vi, width));
        assert!(page.chars().all(|c| !c.is_control() || c == '\n'), "{page:?}");
        assert!(page.lines().all(|line| line.chars().count() <= width));
    }
    let page = markdown::document(&hostile(), &view(Lang::Vi, 80));
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with('|')).collect();
    let pipes = |row: &str| row.replace("\\\\", "").replace("\\|", "").matches('|').count();
    assert_eq!(rows.len(), 4, "{page}");
    assert!(rows.iter().all(|row| pipes(row) == pipes(rows[0])), "{page}");
    assert!(page.contains(r#"=Xã "A\|B"; C,  D\`\*\_\<b\>\\"#), "{page}");
}

/// Cells of every row, without the apostrophe in front of formulas.
fn parse(bytes: &[u8], separator: u8) -> ::csv::Result<Vec<Vec<String>>> {
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(bytes);
    let cell = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    reader.records().map(|record| Ok(record?.iter().map(cell).collect())).collect()
}

#[test]
fn csv_read_back_gives_the_same_values() {
    let sheet = hostile();
    for (separator, byte) in [(csv::Separator::Comma, b','), (csv::Separator::Tab, b'\t')] {
        let options = csv::Options { separator, bom: false, margins: false, extra: csv::extra_headers(&sheet) };
        let rows = parse(&csv::document(&sheet, &options), byte).unwrap();
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[1][0], "00000");
        assert_eq!(rows[1][1], HOSTILE);
        assert_eq!(rows[2].last().map(String::as_str), Some("+a\u{1b}[31m"));
        assert!(rows.iter().all(|row| row.len() == csv::COLUMNS.len() + 13 + 1));
    }
}

#[test]
fn csv_has_a_criterion_only_when_it_is_exact() {
    let sheet = sheet();
    let rows = parse(&csv::document(&sheet, &csv::Options::default()), b',').unwrap();
    for (row, commune) in rows.iter().skip(1).zip(&sheet.communes) {
        for (cell, score) in row[csv::COLUMNS.len()..].iter().zip(&commune.criteria) {
            match score.state {
                CriterionState::Scored | CriterionState::Zeroed => assert_eq!(*cell, score.high.to_string()),
                CriterionState::Missing | CriterionState::LeftOut => assert_eq!(cell, ""),
                CriterionState::Hidden => assert_eq!(cell, "hidden"),
            }
        }
        let total = |total: Option<Points>| total.map_or_else(String::new, |points| points.to_string());
        assert_eq!(row[6], total(commune.total.filter(|t| t.complete).map(|t| t.high)));
        assert_eq!(row[7], total(commune.total.map(|t| t.low)));
        assert_eq!(row[8], total(commune.total.map(|t| t.high)));
    }
}

#[test]
fn csv_in_parts_is_csv_in_one() {
    let (whole, options) = (sheet(), csv::Options::default());
    let mut parts = csv::header(&whole.standard, &options);
    for commune in &whole.communes {
        let part = ScoreSheet::new(whole.standard.clone(), vec![commune.clone()]);
        csv::rows(&part, &options, &mut parts);
    }
    assert_eq!(parts, csv::document(&whole, &options));
}

#[test]
fn an_extra_column_cannot_pass_for_a_result() {
    let mut sheet = sheet();
    sheet.communes.iter_mut().for_each(|c| c.identity.extra = vec![("verdict".into(), "recognised".to_owned())]);
    let options = csv::Options { extra: csv::extra_headers(&sheet), ..csv::Options::default() };
    let header = String::from_utf8(csv::header(&sheet.standard, &options)).unwrap();
    assert!(header.ends_with(",satisfaction,extra.verdict\n"), "{header}");
}

#[test]
fn json_keeps_names_and_points_digit_by_digit() {
    let bytes = json::document(&hostile(), &manifest()).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(json["communes"][0]["name"], HOSTILE);
    assert_eq!(json["communes"][1]["extra"]["note"], "+a\u{1b}[31m");
    let text = String::from_utf8(json::document(&sheet(), &manifest()).unwrap()).unwrap();
    assert!(text.contains(r#""total":777.5,"#) && text.contains(r#""value":97.74,"exact":[13000,133]"#), "{text}");
}

/// The second commune also fails the minimum of criterion 3.
fn failing_twice() -> ScoreSheet {
    let mut sheet = sheet();
    let mut info = sheet.standard.as_ref().clone();
    info.conditions.push(ConditionInfo { kind: ConditionKind::CriterionMinimum, ..info.conditions[2].clone() });
    sheet.communes[1].verdict = Verdict::NotRecognised(vec![2, TOTAL + 1, TOTAL]);
    sheet.standard = Arc::new(info);
    sheet.communes.drain(2..);
    sheet
}

#[test]
fn a_criterion_that_fails_two_conditions_is_named_once() {
    let sheet = failing_twice();
    let csv = String::from_utf8(csv::document(&sheet, &csv::Options::default())).unwrap();
    assert!(csv.contains(",abuse;total,"), "{csv}");
    let json = String::from_utf8(json::document(&sheet, &manifest()).unwrap()).unwrap();
    assert!(json.contains(r#""failed":["abuse","total"]"#), "{json}");
    let page = markdown::document(&sheet, &view(Lang::Vi, 80));
    assert!(page.contains("| TC 3 Trẻ em bị xâm hại = 0; Thiếu 40 điểm so với ngưỡng |"), "{page}");
    assert!(terminal::summary(&sheet, &view(Lang::Vi, 80)).contains("TC 3, thiếu 40 điểm"));
}

#[test]
fn a_veto_alone_is_not_counted_as_failing_by_the_total_alone() {
    let mut sheet = sheet();
    sheet.communes[1].verdict = Verdict::NotRecognised(vec![VETO]);
    let tally = Tally::of(&sheet);
    assert_eq!((tally.not_recognised, tally.only_total, tally.failed[usize::from(TOTAL)]), (3, 1, 2));
}

#[test]
fn a_provisional_total_or_verdict_is_marked_and_a_sound_one_is_not() {
    let page = terminal::summary(&sheet(), &view(Lang::Vi, 200));
    let line = |code: &str| page.lines().find(|line| line.starts_with(code)).unwrap().to_owned();
    assert!(line("00000").contains("935*") && line("00000").contains("Được công nhận*"));
    assert!(line("99002").contains("Không được công nhận ") && !line("99002").contains("công nhận*"));
    assert!(page.contains("78/107") && page.contains("8/9"), "{page}");
}

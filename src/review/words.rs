//! What findings say and ask, in both languages.

mod rules;

pub(super) use rules::rules;

use super::across::Middle;
use super::limits::SMALL_COUNT;
use super::pairs::Reason;
use crate::criteria::model::Holds;
use crate::lang::{Lang, Text};
use crate::quantity::{Ratio, Rounding};
use crate::result::review::{FindingKind, FindingLevel, ReviewCell};
use crate::result::{Label, Measured};

/// One wording per language from values in that language.
fn both(vi: impl Fn(Lang) -> String, en: impl Fn(Lang) -> String) -> Text {
    Text::of(vi(Lang::Vi), en(Lang::En))
}

/// The first of them by name; the cells of the finding have all.
fn list(texts: &[Text], lang: Lang) -> String {
    const MOST_NAMED: usize = 4;
    let named: Vec<&str> = texts.iter().take(MOST_NAMED).map(|text| text.get(lang)).collect();
    let more = match texts.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => lang.pick(format!("; và {more} số khác"), format!("; and {more} more")),
    };
    format!("{}{more}", named.join("; "))
}

/// What to ask, and whom: the agencies that supply the cells, else the commune.
pub(super) fn ask(kind: FindingKind, level: FindingLevel, agencies: &[Label]) -> Text {
    let whom = |lang: Lang| {
        let names: Vec<&str> = agencies.iter().map(|agency| agency.label.get(lang)).collect();
        match names.split_last() {
            None => lang.pick("đơn vị", "the commune").to_owned(),
            Some((only, [])) => (*only).to_owned(),
            Some((last, others)) => [others.join(", ").as_str(), lang.pick(" và ", " and "), *last].concat(),
        }
    };
    let (vi, en) = match kind {
        FindingKind::Missing if agencies.is_empty() => ("ghi loại địa bàn", "for its area class"),
        FindingKind::Relation if level != FindingLevel::Contradiction => {
            ("các số này có đúng không", "whether these figures are right")
        }
        kind => question(kind),
    };
    let verb = if kind == FindingKind::Missing { "đề nghị" } else { "hỏi" };
    both(|lang| format!("{verb} {}: {vi}", whom(lang)), |lang| format!("ask {} {en}", whom(lang)))
}

const fn question(kind: FindingKind) -> (&'static str, &'static str) {
    match kind {
        FindingKind::AboveOther => ("số nào trong hai số này sai", "which of the two figures is wrong"),
        FindingKind::LastYearDiffers => ("số nào trong hai số này đúng", "which of the two figures is right"),
        FindingKind::Relation | FindingKind::NegativeCount | FindingKind::NotComputable => {
            ("số nào trong các số này sai", "which of these figures is wrong")
        }
        FindingKind::Duplicate => ("dòng nào là dòng đúng", "which of the two rows is the right one"),
        FindingKind::SameCommune => {
            ("mã nào đúng, hay đây là hai đơn vị khác nhau", "which code is right, or whether they are two communes")
        }
        FindingKind::CopiedRow => {
            ("số liệu của mỗi đơn vị có đúng là của đơn vị đó không", "whether each commune's figures are its own")
        }
        FindingKind::FarRate => (
            "tử số và mẫu số có được đếm đúng định nghĩa không",
            "whether numerator and denominator were counted as defined",
        ),
        FindingKind::ZeroInClass => {
            ("có đúng là không có trường hợp nào, hay chưa có số liệu", "whether there was no case or no figure yet")
        }
        FindingKind::RoundNumbers => {
            ("số liệu được đếm hay ước lượng", "whether the figures were counted or estimated")
        }
        FindingKind::Unchanged => ("số liệu có phải của năm nay không", "whether the figures are those of this year"),
        FindingKind::Jump => ("vì sao số liệu thay đổi nhiều như vậy", "why the figure changed so much"),
        FindingKind::NotHandedIn => ("khi nào gửi số liệu", "when the figures will be handed in"),
        FindingKind::NotExpected => (
            "mã có đúng không, đơn vị có thuộc danh sách không",
            "whether the code is right and the commune belongs here",
        ),
        FindingKind::Missing => ("gửi số liệu còn thiếu", "for the missing figures"),
    }
}

pub(super) fn above([part, figure]: [Text; 2], [whole, limit]: [Text; 2]) -> Text {
    let [vi, en] = [Lang::Vi, Lang::En].map(|lang| [&part, &figure, &whole, &limit].map(|text| text.get(lang)));
    Text::of(
        format!("“{}” là {}, nhiều hơn “{}” ({})", vi[0], vi[1], vi[2], vi[3]),
        format!("“{}” is {}, more than “{}”, which is {}", en[0], en[1], en[2], en[3]),
    )
}

/// Counts that are added up, each with its figure, against the one they are held against.
pub(super) fn related(parts: &[[Text; 2]], sum: i64, holds: Holds, [other, limit]: &[Text; 2]) -> Text {
    let added = |lang: Lang| {
        let of = |[label, figure]: &[Text; 2]| match parts {
            [_] => lang.pick(
                format!("“{}” là {}", label.get(lang), figure.get(lang)),
                format!("“{}” is {}", label.get(lang), figure.get(lang)),
            ),
            _ => format!("“{}” {}", label.get(lang), figure.get(lang)),
        };
        let list = parts.iter().map(of).collect::<Vec<_>>().join(" + ");
        if parts.len() > 1 { format!("{list} = {sum}") } else { list }
    };
    let [vi, en] = [Lang::Vi, Lang::En].map(|lang| (added(lang), other.get(lang), limit.get(lang)));
    match holds {
        Holds::AtMost(_) => Text::of(
            format!("{}, nhiều hơn “{}” ({})", vi.0, vi.1, vi.2),
            format!("{}, more than “{}”, which is {}", en.0, en.1, en.2),
        ),
        Holds::Needs(_) => {
            Text::of(format!("{} mà “{}” là {}", vi.0, vi.1, vi.2), format!("{}, but “{}” is {}", en.0, en.1, en.2))
        }
    }
}

/// What is odd, and why.
pub(super) fn because(says: &Text, because: &Text) -> Text {
    both(
        |lang| format!("{}: {}", says.get(lang), because.get(lang)),
        |lang| format!("{}: {}", says.get(lang), because.get(lang)),
    )
}

/// Last year's figure as given this year, and the one of last year's table with its cell.
pub(super) fn last_year_differs([field, now]: [&Text; 2], [other, before]: [&Text; 2], cell: &ReviewCell) -> Text {
    let at = cell.whole_address();
    both(
        |lang| {
            let [field, now, other, before] = [field, now, other, before].map(|text| text.get(lang));
            format!("“{field}” là {now}; trong bảng năm trước, “{other}” là {before} (ô {at})")
        },
        |lang| {
            let [field, now, other, before] = [field, now, other, before].map(|text| text.get(lang));
            format!("“{field}” is {now}; in last year's table “{other}” is {before} (cell {at})")
        },
    )
}

pub(super) fn negative(item: &Text) -> Text {
    both(
        |lang| format!("“{}”: số tính ra nhỏ hơn 0", item.get(lang)),
        |lang| format!("“{}”: a count comes out below 0", item.get(lang)),
    )
}

pub(super) fn not_computable(item: &Text, message: &Text) -> Text {
    both(
        |lang| format!("“{}” không tính được: {}", item.get(lang), message.get(lang)),
        |lang| format!("“{}” cannot be computed: {}", item.get(lang), message.get(lang)),
    )
}

/// Where another row stands, seen from a row: `A7`, or `file.xlsx!Biểu 1!A7` when it is in another table.
fn at([row, other]: &[ReviewCell; 2]) -> String {
    if (&row.file, &row.sheet) == (&other.file, &other.sheet) { other.address() } else { other.whole_address() }
}

pub(super) fn twice(cells: &[ReviewCell; 2]) -> Text {
    let at = at(cells);
    Text::of(format!("mã này đã có ở ô {at}"), format!("this code stands in cell {at} already"))
}

/// Why two rows look like one: the first reason names the other row, the others follow it.
pub(super) fn pair(reasons: &[Reason], commune: (&str, &str), cells: &[ReviewCell; 2]) -> Text {
    let at = at(cells);
    let told = reasons.iter().enumerate().map(|(place, reason)| match place {
        0 => named_reason(*reason, commune, &at),
        _ => further_reason(*reason),
    });
    let told: Vec<Text> = told.collect();
    let list = |lang| told.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("; ");
    both(list, list)
}

fn named_reason(reason: Reason, (code, name): (&str, &str), at: &str) -> Text {
    match reason {
        Reason::Code => Text::of(
            format!("mã chỉ khác mã {code} {name} (ô {at}) ở các số 0 đứng đầu"),
            format!("the code differs from {code} {name} (cell {at}) by zeros in front only"),
        ),
        Reason::Name => Text::of(
            format!("cùng tên với đơn vị mã {code} {name} (ô {at})"),
            format!("the same name as the commune with code {code} {name} (cell {at})"),
        ),
        Reason::Copied(same, of) => Text::of(
            format!("{same} trong {of} số đếm từ {SMALL_COUNT} trở lên giống hệt của {code} {name} (ô {at})"),
            format!("{same} of {of} counts of {SMALL_COUNT} or more equal those of {code} {name} (cell {at})"),
        ),
    }
}

fn further_reason(reason: Reason) -> Text {
    match reason {
        Reason::Code => Text::of("mã chỉ khác ở các số 0 đứng đầu", "the codes differ by zeros in front only"),
        Reason::Name => Text::of("cùng tên", "the same name"),
        Reason::Copied(same, of) => Text::of(
            format!("{same} trong {of} số đếm từ {SMALL_COUNT} trở lên giống hệt nhau"),
            format!("{same} of {of} counts of {SMALL_COUNT} or more are the same"),
        ),
    }
}

/// Rounded for display only.
fn number(value: Ratio, rounding: Rounding, lang: Lang) -> String {
    let text = value.display(rounding).unwrap_or_else(|| "…".to_owned());
    lang.pick(text.replace('.', ","), text)
}

/// `30 %`, `12,5 trên 100000`.
fn rate(value: Ratio, per: i64, rounding: Rounding, lang: Lang) -> String {
    let number = number(value, rounding, lang);
    match per {
        100 => lang.pick(format!("{number}\u{a0}%"), format!("{number}%")),
        per => lang.pick(format!("{number} trên {per}"), format!("{number} per {per}")),
    }
}

/// A title as it is named in a sentence.
pub(super) fn quoted(title: &Text) -> Text {
    both(|lang| format!("“{}”", title.get(lang)), |lang| format!("“{}”", title.get(lang)))
}

/// A count over what it is part of.
pub(super) fn share(part: &Text, whole: &Text) -> Text {
    both(
        |lang| format!("“{}” trên “{}”", part.get(lang), whole.get(lang)),
        |lang| format!("“{}” of “{}”", part.get(lang), whole.get(lang)),
    )
}

pub(super) fn far(
    rounding: Rounding,
    (title, per): (&Text, i64),
    measured: &Measured,
    middle: &Middle,
    has_classes: bool,
) -> Text {
    let counts = |lang: Lang| {
        let shown = |count: Ratio| number(count, rounding, lang);
        let equals = if measured.value.rounded(rounding) == Some(measured.value) { "=" } else { "≈" };
        measured.counts.map_or_else(String::new, |(n, over)| format!("{}/{} {equals} ", shown(n), shown(over)))
    };
    let sentence = |lang: Lang| {
        let rate = |value| rate(value, per, rounding, lang);
        let (title, value, low, high) = (title.get(lang), rate(measured.value), rate(middle.first), rate(middle.third));
        let others = if has_classes {
            lang.pick("các đơn vị cùng loại địa bàn", "the other communes of the class")
        } else {
            lang.pick("các đơn vị khác", "the other communes")
        };
        let counts = counts(lang);
        let half = if middle.first == middle.third {
            lang.pick(format!("ít nhất một nửa là {low}"), format!("at least half have {low}"))
        } else {
            lang.pick(
                format!("ít nhất một nửa nằm từ {low} đến {high}"),
                format!("at least half are from {low} to {high}"),
            )
        };
        lang.pick(
            format!("{title}: {counts}{value}, khác xa {others} ({half})"),
            format!("{title}: {counts}{value}, far from {others} ({half})"),
        )
    };
    both(sentence, sentence)
}

pub(super) fn zero(field: &Text, (zeros, of): (usize, usize), least: &Text) -> Text {
    let sentence = |lang: Lang| {
        let (field, least, others) = (field.get(lang), least.get(lang), of - zeros);
        lang.pick(
            format!("“{field}” là 0; {others} trong {of} đơn vị được so sánh có ít nhất {least}"),
            format!("“{field}” is 0; {others} of the {of} communes compared have at least {least}"),
        )
    };
    both(sentence, sentence)
}

pub(super) fn round(round: usize, of: usize) -> Text {
    Text::of(
        format!("{round} trong {of} số đếm khác nhau từ {SMALL_COUNT} trở lên có chữ số cuối là 0 hoặc 5"),
        format!("{round} of {of} different counts of {SMALL_COUNT} or more end in 0 or 5"),
    )
}

pub(super) fn unchanged(labels: &[Text], compared: usize) -> Text {
    let same = labels.len();
    both(
        |lang| {
            format!(
                "{same} trong {compared} số đếm từ {SMALL_COUNT} trở lên giống hệt năm trước: {}",
                list(labels, lang)
            )
        },
        |lang| {
            format!(
                "{same} of {compared} counts of {SMALL_COUNT} or more are the same as last year: {}",
                list(labels, lang)
            )
        },
    )
}

pub(super) fn jump(field: &Text, before: &Text, now: &Text) -> Text {
    both(
        |lang| format!("“{}”: năm trước {}, năm nay {}", field.get(lang), before.get(lang), now.get(lang)),
        |lang| format!("“{}”: {} last year, {} this year", field.get(lang), before.get(lang), now.get(lang)),
    )
}

/// The same with the year that last year's table names, where that is not the year before.
pub(super) fn told_year(says: Text, year: Option<u16>) -> Text {
    let Some(year) = year else { return says };
    Text::of(
        format!("{} (bảng năm trước ghi năm {year})", says.vi),
        format!("{} (last year's table says year {year})", says.en),
    )
}

pub(super) fn not_handed_in(namesake: Option<&ReviewCell>) -> Text {
    let at = namesake.map(ReviewCell::whole_address);
    let told = |same: &str| at.as_ref().map_or_else(String::new, |at| format!("; {same} {at}"));
    Text::of(
        format!("có trong danh sách, không có trong bảng{}", told("đơn vị cùng tên mang mã khác ở ô")),
        format!("on the list, not in the table{}", told("a commune of this name has another code in cell")),
    )
}

pub(super) fn not_expected(code: &str, namesake: Option<&str>) -> Text {
    let told = |same: &str| namesake.map_or_else(String::new, |other| format!("; {same} {other}"));
    Text::of(
        format!("mã {code} không có trong danh sách{}", told("trong danh sách, tên này mang mã")),
        format!("code {code} is not on the list{}", told("on the list this name has the code")),
    )
}

pub(super) fn missing(labels: &[Text]) -> Text {
    both(|lang| format!("thiếu: {}", list(labels, lang)), |lang| format!("missing: {}", list(labels, lang)))
}

pub(super) fn area_class() -> Text {
    Text::of("Loại địa bàn", "Area class")
}

pub(super) fn code() -> Text {
    Text::of("Mã", "Code")
}

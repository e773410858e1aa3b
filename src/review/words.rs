//! What findings say and ask, in both languages.

use super::Limits;
use super::limits::{LEAST_COPIED, LEAST_DIGITS, LEAST_SPREAD, ROUND_SHARE, SMALL_COUNT};
use crate::lang::{Lang, Text};
use crate::quantity::{Ratio, Rounding};
use crate::result::review::FindingKind;
use crate::result::{ItemInfo, Label, Measured};

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
pub(super) fn ask(kind: FindingKind, agencies: &[Label]) -> Text {
    let whom = |lang: Lang| {
        let names: Vec<&str> = agencies.iter().map(|agency| agency.label.get(lang)).collect();
        if names.is_empty() { lang.pick("xã", "the commune").to_owned() } else { names.join(", ") }
    };
    let (vi, en) = question(kind);
    both(|lang| format!("hỏi {}: {vi}", whom(lang)), |lang| format!("ask {}: {en}", whom(lang)))
}

const fn question(kind: FindingKind) -> (&'static str, &'static str) {
    match kind {
        FindingKind::AboveOther => ("số nào trong hai số này sai", "which of the two figures is wrong"),
        FindingKind::NegativeCount | FindingKind::NotComputable => {
            ("số nào trong các số này sai", "which of these figures is wrong")
        }
        FindingKind::Duplicate => ("dòng nào là dòng đúng", "which of the two rows is the right one"),
        FindingKind::FarRate => {
            ("tử số và mẫu số có được đếm đúng không", "whether numerator and denominator were counted as defined")
        }
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
        format!("“{}” là {}, nhiều hơn “{}” là {}", vi[0], vi[1], vi[2], vi[3]),
        format!("“{}” is {}, more than “{}”, which is {}", en[0], en[1], en[2], en[3]),
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

pub(super) fn twice((file, row): (&str, u64), (other, first): (&str, u64)) -> Text {
    Text::of(
        format!("cùng một xã ở {file}, dòng {row} và {other}, dòng {first}"),
        format!("the same commune in {file}, row {row} and {other}, row {first}"),
    )
}

/// `12/40 = 30 %`: rounded for display only.
fn rate(value: Ratio, per: i64, rounding: Rounding, lang: Lang) -> String {
    let Some(text) = value.display(rounding) else { return "…".to_owned() };
    let number = lang.pick(text.replace('.', ","), text);
    match per {
        100 => lang.pick(format!("{number}\u{a0}%"), format!("{number}%")),
        per => format!("{number}/{per}"),
    }
}

pub(super) fn far(
    rounding: Rounding,
    info: &ItemInfo,
    per: i64,
    measured: &Measured,
    [first, third]: [Ratio; 2],
) -> Text {
    let counts = |lang: Lang| {
        let shown = |count: Ratio| rate(count, 1, rounding, lang).trim_end_matches("/1").to_owned();
        measured.counts.map_or_else(String::new, |(n, over)| format!("{}/{} = ", shown(n), shown(over)))
    };
    let rate = |value, lang| rate(value, per, rounding, lang);
    let value = |lang| format!("{}{}", counts(lang), rate(measured.value, lang));
    both(
        |lang| {
            let (low, high) = (rate(first, lang), rate(third, lang));
            format!(
                "“{}”: {}, khác xa các xã cùng loại địa bàn (một nửa số xã ở giữa: từ {low} đến {high})",
                info.title.get(lang),
                value(lang)
            )
        },
        |lang| {
            let (low, high) = (rate(first, lang), rate(third, lang));
            format!(
                "“{}”: {}, far from the other communes of the class (the middle half: {low} to {high})",
                info.title.get(lang),
                value(lang)
            )
        },
    )
}

pub(super) fn only_zero(field: &Text, others: usize, least: &Text) -> Text {
    both(
        |lang| {
            let (field, least) = (field.get(lang), least.get(lang));
            format!("“{field}” là 0; ở {others} xã khác cùng loại địa bàn ít nhất là {least}")
        },
        |lang| {
            let (field, least) = (field.get(lang), least.get(lang));
            format!("“{field}” is 0; in the other {others} communes of the class it is at least {least}")
        },
    )
}

pub(super) fn round(round: usize, of: usize) -> Text {
    Text::of(
        format!("{round} trong {of} số đếm từ {SMALL_COUNT} trở lên có chữ số cuối là 0 hoặc 5"),
        format!("{round} of {of} counts of {SMALL_COUNT} or more end in 0 or 5"),
    )
}

pub(super) fn unchanged(labels: &[Text], compared: usize) -> Text {
    let same = labels.len();
    both(
        |lang| format!("{same} trong {compared} số giống hệt năm trước: {}", list(labels, lang)),
        |lang| format!("{same} of {compared} figures are the same as last year: {}", list(labels, lang)),
    )
}

pub(super) fn jump(field: &Text, before: &Text, now: &Text) -> Text {
    both(
        |lang| format!("“{}”: năm trước {}, năm nay {}", field.get(lang), before.get(lang), now.get(lang)),
        |lang| format!("“{}”: {} last year, {} this year", field.get(lang), before.get(lang), now.get(lang)),
    )
}

pub(super) fn not_handed_in() -> Text {
    Text::of("có trong danh sách, không có trong bảng", "on the list, not in the table")
}

pub(super) fn not_expected(code: &str) -> Text {
    Text::of(format!("mã {code} không có trong danh sách"), format!("code {code} is not on the list"))
}

pub(super) fn missing(labels: &[Text]) -> Text {
    both(|lang| format!("thiếu: {}", list(labels, lang)), |lang| format!("missing: {}", list(labels, lang)))
}

pub(super) fn area_class() -> Text {
    Text::of("Loại địa bàn", "Area class")
}

/// The rules that were applied, with their thresholds.
pub(super) fn rules(limits: &Limits, with_last_year: bool) -> Vec<Text> {
    let (least, (share, of)) = (limits.least_communes, ROUND_SHARE);
    let mut rules = vec![
        both(
            |lang| {
                format!(
                    "Khác xa: cách tứ phân vị của các xã cùng loại địa bàn quá {} lần khoảng tứ phân vị (tính ít nhất là \
                     {LEAST_SPREAD} điểm phần trăm); chỉ so sánh từ {least} xã trở lên (--far, --least-communes).",
                    limits.far.words().get(lang)
                )
            },
            |lang| {
                format!(
                    "Far: more than {} interquartile ranges (taken as {LEAST_SPREAD} percentage point at least) beyond the \
                     quartiles of the class; compared from {least} communes up (--far, --least-communes).",
                    limits.far.words().get(lang)
                )
            },
        ),
        Text::of(
            format!("Số tròn: từ {LEAST_DIGITS} số đếm trở lên, ít nhất {share}/{of} có chữ số cuối là 0 hoặc 5."),
            format!("Round numbers: {LEAST_DIGITS} counts or more, at least {share}/{of} of them ending in 0 or 5."),
        ),
    ];
    if with_last_year {
        rules.push(both(
            |lang| {
                format!(
                    "Năm trước: hơn {} lần và chênh từ {SMALL_COUNT} trở lên (--jump); đáng ngờ khi từ {LEAST_COPIED} số \
                     và ít nhất một nửa giống hệt.",
                    limits.jump.words().get(lang)
                )
            },
            |lang| {
                format!(
                    "Last year: more than {} times and a difference of {SMALL_COUNT} or more (--jump); suspicious when \
                     {LEAST_COPIED} figures or more, and at least half, are the same.",
                    limits.jump.words().get(lang)
                )
            },
        ));
    }
    rules
}

//! What the wording of both languages is made of: quoted values, lists, ids without diacritics.

use crate::lang::Lang;
use crate::quantity::Decimal;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The wording of one problem in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// What is wrong, without a full stop.
    pub(super) message: String,
    /// One hint that can be typed.
    pub(super) help: Option<String>,
}

impl Words {
    /// A message without a hint.
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    /// The message with its hint.
    pub(super) fn hint(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// The longest value shown whole; more would push the message itself off the screen.
const MOST_CHARS: usize = 60;
/// The longest list shown whole.
const MOST_ENTRIES: usize = 8;

/// One line without control characters: line breaks in cells and in parser messages become blanks.
pub(super) fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `one_line`, keeping the beginning of a long text.
fn short(text: &str) -> String {
    let line = one_line(text);
    if line.chars().count() <= MOST_CHARS {
        return line;
    }
    line.chars().take(MOST_CHARS).chain(['…']).collect()
}

/// A value of a table as it stands there: `"12,5"`.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", short(text))
}

/// Years after the first one: in these the figures change.
pub(super) fn listed_years(firsts: &[u16], and: &str) -> String {
    let mut years: Vec<u16> = firsts.to_vec();
    years.dedup();
    let texts: Vec<String> = years.iter().map(u16::to_string).collect();
    match texts.as_slice() {
        [start @ .., last] if !start.is_empty() => format!("{} {and} {last}", start.join(", ")),
        other => other.concat(),
    }
}

/// A year that can be typed.
pub(super) fn last_year(firsts: &[u16]) -> u16 {
    firsts.last().copied().unwrap_or_default()
}

/// Something to be typed or found in a file: an id, a key, a number.
pub(super) fn tick(text: &str) -> String {
    format!("`{}`", short(text).replace('`', "'"))
}

/// Figures as a case of the criteria file has them, whole, so that they can be typed.
pub(super) fn case_of(given: &str) -> String {
    format!("`{}`", one_line(given).replace('`', "'"))
}

/// `a`, `b`, `c` or `d`; a long list ends in `…`.
pub(super) fn listed<T: AsRef<str>>(entries: &[T], last: &str) -> String {
    joined(entries.iter().map(|e| tick(e.as_ref())).collect(), last)
}

/// "a", "b" or "c"; a long list ends in `…`.
pub(super) fn listed_quoted<T: AsRef<str>>(entries: &[T], last: &str) -> String {
    joined(entries.iter().map(|e| quoted(e.as_ref())).collect(), last)
}

/// a, b or c; a long list ends in `…`.
pub(super) fn joined(mut entries: Vec<String>, last: &str) -> String {
    if entries.len() > MOST_ENTRIES {
        entries.truncate(MOST_ENTRIES);
        return format!("{}, …", entries.join(", "));
    }
    match entries.split_last() {
        Some((end, [])) => end.clone(),
        Some((end, start)) => format!("{} {last} {end}", start.join(", ")),
        None => String::new(),
    }
}

/// A number for people: long ones in groups of three, decimal comma in Vietnamese. Anything else stays as it is.
pub(super) fn for_people(text: &str, lang: Lang) -> String {
    if let Ok(long) = text.parse::<u64>()
        && long >= 10_000
    {
        return grouped(long, lang);
    }
    match lang {
        Lang::Vi if Decimal::parse(text).is_ok() => text.replace('.', ","),
        Lang::Vi | Lang::En => short(text),
    }
}

/// Digits in groups of three: `1.065` in Vietnamese, `1,065` in English.
pub(super) fn grouped(n: u64, lang: Lang) -> String {
    let digits = n.to_string();
    let mark = if lang == Lang::Vi { '.' } else { ',' };
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// A code with the leading zeros that a spreadsheet dropped.
pub(super) fn padded(code: &str, digits: usize) -> String {
    // A code longer than this comes from a mistyped `code_digits`; it is not worth a page of zeros.
    let zeros = digits.min(20).saturating_sub(code.chars().count());
    format!("{}{}", "0".repeat(zeros), short(code))
}

/// A decimal so that nobody can take its mark for one of thousands: not with three digits behind it.
pub(super) fn never_grouped(decimal: &str) -> String {
    if digits_after_mark(decimal) == 3 { format!("{decimal}0") } else { decimal.to_owned() }
}

/// `10000` gives `10`: what `10.000` is as a decimal.
pub(super) fn without_thousands(grouped: &str) -> &str {
    grouped.strip_suffix("000").unwrap_or(grouped)
}

/// How many digits stand after the last decimal mark.
pub(super) fn digits_after_mark(text: &str) -> usize {
    text.rsplit_once([',', '.']).map_or(0, |(_, part)| part.chars().filter(char::is_ascii_digit).count())
}

/// Base letters: `Đến trường` gives `Den truong`.
pub(super) fn without_marks(text: &str) -> impl Iterator<Item = char> {
    let base = |c| match c {
        'đ' => 'd',
        'Đ' => 'D',
        c => c,
    };
    text.nfd().filter(|c| !is_combining_mark(*c)).map(base)
}

/// An id made from a Vietnamese text: `Tiêu chí 7` gives `tieu_chi_7`; `None` when nothing is left of it.
pub(super) fn suggested_id(text: &str) -> Option<String> {
    let mut id = String::new();
    for c in without_marks(text).take(MOST_CHARS) {
        match c {
            c if c.is_ascii_alphanumeric() || c == '.' || c == '-' => id.push(c.to_ascii_lowercase()),
            _ if id.ends_with('_') => {}
            _ => id.push('_'),
        }
    }
    let id = id.trim_matches(['_', '-', '.']).trim_start_matches(|c: char| !c.is_ascii_lowercase());
    (!id.is_empty() && id != text).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_never_breaks_the_line_of_a_message() {
        assert_eq!(quoted("12\r\n13"), "\"12 13\"");
        assert_eq!(tick("a`b"), "`a'b`");
        assert_eq!(quoted(&"đ".repeat(70)), format!("\"{}…\"", "đ".repeat(60)));
    }

    #[test]
    fn a_long_list_is_cut() {
        assert_eq!(listed(&["a"], "or"), "`a`");
        assert_eq!(listed(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
        assert_eq!(listed(&["a"; 9], "or"), format!("{}, …", ["`a`"; 8].join(", ")));
        assert_eq!(listed::<&str>(&[], "or"), "");
    }

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(for_people("97.5", Lang::Vi), "97,5");
        assert_eq!(for_people("97.5", Lang::En), "97.5");
        assert_eq!(for_people("v1.2", Lang::Vi), "v1.2");
        assert_eq!(for_people("1065", Lang::Vi), "1065");
        assert_eq!(for_people("1000000", Lang::Vi), "1.000.000");
        assert_eq!(grouped(67_108_864, Lang::Vi), "67.108.864");
        assert_eq!(grouped(999, Lang::En), "999");
    }

    #[test]
    fn a_decimal_is_told_apart_from_thousands_without_changing_it() {
        assert_eq!(["1,065", "5,23", "5", "-1.5"].map(never_grouped), ["1,0650", "5,23", "5", "-1.5"]);
    }

    #[test]
    fn a_vietnamese_name_becomes_an_id() {
        assert_eq!(suggested_id("Trẻ em đến trường").as_deref(), Some("tre_em_den_truong"));
        assert_eq!(suggested_id("7. Tiêm chủng").as_deref(), Some("tiem_chung"));
        assert_eq!(suggested_id("???"), None);
        assert_eq!(suggested_id("already_fine"), None);
    }
}

//! Points for people: decimal comma in Vietnamese, no trailing zeros, blanks that do not break.

use super::{Layout, PROVISIONAL};
use crate::lang::Lang;
use crate::quantity::Points;
use crate::result::{Status, TotalScore};

/// `[780; 850]`: what a total can still become; one number when the missing figures change nothing.
pub(crate) fn interval(low: Points, high: Points, lang: Lang) -> String {
    if low == high {
        return high.display(lang);
    }
    format!("[{};\u{a0}{}]", low.display(lang), high.display(lang))
}

/// `0–50`: what the points of a criterion can still become; one number when the missing figures change nothing.
pub(crate) fn range(low: Points, high: Points, lang: Lang) -> String {
    if low == high {
        return high.display(lang);
    }
    format!("{}–{}", low.display(lang), high.display(lang))
}

/// `+70`, `-30`, `0`: a difference.
pub(crate) fn signed(points: Points, lang: Lang) -> String {
    let sign = if points > Points::ZERO { "+" } else { "" };
    format!("{sign}{}", points.display(lang))
}

/// A total: exact, or what it can still become; marked when it rests on a provisional figure.
pub(crate) fn total(score: Option<&TotalScore>, lang: Lang) -> String {
    let Some(score) = score else { return "–".to_owned() };
    let text = interval(score.low, score.high, lang);
    let mark = if score.status == Status::Provisional { PROVISIONAL } else { "" };
    format!("{text}{mark}")
}

/// Total minus threshold, or what that can still become; empty when one of them is not known.
pub(crate) fn distance(score: Option<&TotalScore>, threshold: Option<Points>, lang: Lang) -> String {
    match (score, threshold) {
        (Some(score), Some(threshold)) if score.low == score.high => signed(score.high - threshold, lang),
        (Some(score), Some(threshold)) => {
            format!("[{};\u{a0}{}]", signed(score.low - threshold, lang), signed(score.high - threshold, lang))
        }
        _ => String::new(),
    }
}

/// A text with its numbers as papers write them: thousands in groups, `1.000` in Vietnamese and `1,000` in English. Digits
/// behind a decimal mark, years, dates, codes with leading zeros and digits within words stay as they are.
pub(crate) fn grouped(text: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        let digits = rest[at..].find(|c: char| !c.is_ascii_digit()).map_or(&rest[at..], |end| &rest[at..at + end]);
        rest = &rest[at + digits.len()..];
        if digits.starts_with('0') || !is_number(&out, rest) {
            out.push_str(digits);
        } else {
            push_grouped(&mut out, digits, lang);
        }
    }
    out.push_str(rest);
    out
}

/// Words before a number that names something instead of counting it.
const NAMING: [&str; 2] = ["năm", "year"];

/// Whether digits between these texts count something.
fn is_number(before: &str, after: &str) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let date_before = before.len() > 1 && before.ends_with('/') && before[..before.len() - 1].ends_with(digit);
    let date_before = date_before && before.trim_end_matches(|c: char| digit(c) || c == '/').len() + 4 < before.len();
    let date_after = next == Some('-') && after[1..].starts_with(digit);
    let in_word = last.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '_'))
        || next.is_some_and(|c| c.is_alphabetic() || c == '_');
    let named = before.ends_with(char::is_whitespace) && NAMING.iter().any(|word| before.trim_end().ends_with(word));
    !(date_before || date_after || in_word || named)
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn push_grouped(out: &mut String, digits: &str, lang: Lang) {
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(lang.pick('.', ','));
        }
        out.push(digit);
    }
}

impl Layout<'_> {
    /// `820*`: a total in this layout's language.
    pub(crate) fn total(&self, score: Option<&TotalScore>) -> String {
        total(score, self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(low: i64, high: i64) -> TotalScore {
        let (low, high) = (Points::thousandths(low), Points::thousandths(high));
        TotalScore { low, high, complete: low == high, status: Status::Quoted }
    }

    #[test]
    fn a_vietnamese_total_has_a_decimal_comma() {
        assert_eq!(total(Some(&score(820_500, 820_500)), Lang::Vi), "820,5");
        assert_eq!(total(Some(&score(780_000, 850_250)), Lang::En), "[780;\u{a0}850.25]");
    }

    #[test]
    fn a_total_that_is_withheld_is_not_zero() {
        assert_eq!(total(None, Lang::Vi), "–");
        assert_eq!(distance(None, Some(Points::whole(850)), Lang::Vi), "");
    }

    #[test]
    fn the_distance_says_on_which_side_of_the_threshold_the_total_is() {
        let threshold = Some(Points::whole(850));
        assert_eq!(distance(Some(&score(820_000, 820_000)), threshold, Lang::Vi), "-30");
        assert_eq!(distance(Some(&score(850_000, 850_000)), threshold, Lang::Vi), "0");
        assert_eq!(distance(Some(&score(800_000, 870_500)), threshold, Lang::Vi), "[-50;\u{a0}+20,5]");
    }

    #[test]
    fn thousands_are_grouped_and_nothing_that_is_no_number() {
        let rows = [
            ("1000*", "1.000*"),
            ("[750;\u{a0}1000]*", "[750;\u{a0}1.000]*"),
            ("1181 / 12345678 ≈ 99,58312 %", "1.181 / 12.345.678 ≈ 99,58312 %"),
            ("0 trên 10000 → 25*", "0 trên 10.000 → 25*"),
            ("1123/1124", "1.123/1.124"),
            ("năm 2024, ngày 03/01/2019, 2019-01-03", "năm 2024, ngày 03/01/2019, 2019-01-03"),
            ("00123, C1234, 999", "00123, C1234, 999"),
        ];
        for (text, want) in rows {
            assert_eq!(grouped(text, Lang::Vi), want);
        }
        assert_eq!(grouped("≥ 1234.5678", Lang::En), "≥ 1,234.5678");
    }
}

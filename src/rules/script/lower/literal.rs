//! Numbers as they are written, exactly.

use crate::quantity::Ratio;
use rhai::Token;

/// Digits of a number that fit a figure: more than any figure of a law, and far inside `i128`.
pub(super) const MOST_DIGITS: usize = 28;
/// Digits after the decimal mark, so that sums and comparisons of literals stay inside `i128`.
pub(super) const MOST_DECIMALS: u32 = 18;

/// `12`, `1_000`, `97.99` or `-0.5`, exactly; `None` for exponents and for more digits than the limits. rhai reads
/// the sign as part of the literal where it can.
///
/// Not rhai's own value: that one rounds after 28 digits.
pub(super) fn number(text: &str) -> Option<Ratio> {
    let plain: String = text.chars().filter(|c| *c != '_').collect();
    let (sign, plain) = plain.strip_prefix('-').map_or((1, plain.as_str()), |rest| (-1, rest));
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = format!("{whole}{part}");
    if digits.len() > MOST_DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let decimals = u32::try_from(part.len()).ok().filter(|decimals| *decimals <= MOST_DECIMALS)?;
    Ratio::new(sign * digits.parse::<i128>().ok()?, 10_i128.checked_pow(decimals)?)
}

/// The text of the decimal that begins at `byte`.
pub(super) fn decimal_at(tokens: &[(Token, usize)], byte: usize) -> Option<&str> {
    let at = tokens.binary_search_by_key(&byte, |(_, at)| *at).ok()?;
    match tokens.get(at) {
        Some((Token::DecimalConstant(decimal), _)) => Some(decimal.1.as_str()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_is_exactly_what_is_written() {
        assert_eq!(number("97.99"), Ratio::new(9799, 100));
        assert_eq!(number("1_000"), Ratio::new(1000, 1));
        assert_eq!(number("-0.50"), Ratio::new(-1, 2));
        assert_eq!(number("79.99999999999999"), Ratio::new(7_999_999_999_999_999, 100_000_000_000_000));
        assert_eq!(number("9223372036854775808"), Ratio::new(9_223_372_036_854_775_808, 1));
    }

    #[test]
    fn a_literal_that_cannot_be_exact_is_refused() {
        for text in ["1e3", "0.1234567890123456789", "12345678901234567890123456789", "0x10", "", "-", "--1"] {
            assert_eq!(number(text), None, "{text:?}");
        }
    }
}

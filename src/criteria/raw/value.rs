//! Reads one TOML value of an expected shape; anything else is reported and gives nothing.

use super::reader::{List, Value};
use crate::criteria::findings::{At, Findings};
use crate::criteria::model::Date;
use crate::diag::{Problem, Shape, Slip};
use crate::quantity::Decimal;
use toml::de::DeValue;
use unicode_normalization::UnicodeNormalization;

/// What a value looks like.
pub(crate) fn shape(value: &Value) -> Shape {
    match value.get_ref() {
        DeValue::String(_) => Shape::Text,
        DeValue::Integer(_) => Shape::Whole,
        DeValue::Float(float) if float.as_str().contains(['n', 'i']) => Shape::NotFinite,
        DeValue::Float(_) => Shape::Number,
        DeValue::Boolean(_) => Shape::Boolean,
        DeValue::Datetime(day) if day.time.is_none() => Shape::Date,
        DeValue::Datetime(_) => Shape::DateTime,
        DeValue::Array(_) => Shape::List,
        DeValue::Table(_) => Shape::Table,
    }
}

/// Reports a value of another shape than `expected`.
pub(crate) fn wrong<T>(findings: &Findings, value: &Value, expected: Shape) -> Option<T> {
    findings.at(&value.span(), Problem::WrongType { expected, found: shape(value) });
    None
}

/// A text that is not empty, NFC.
pub(crate) fn text(findings: &Findings, value: &Value) -> Option<At<String>> {
    let DeValue::String(written) = value.get_ref() else {
        return wrong(findings, value, Shape::Text);
    };
    if written.trim().is_empty() {
        findings.at(&value.span(), Problem::EmptyText);
        return None;
    }
    Some(At::new(written.nfc().collect(), value.span()))
}

/// One text, or a list of texts.
pub(crate) fn one_or_more_texts(findings: &Findings, value: &Value) -> Option<List<At<String>>> {
    match value.get_ref() {
        DeValue::String(_) => {
            let one = text(findings, value);
            Some(List { whole: one.is_some(), items: one.into_iter().collect() })
        }
        DeValue::Array(_) => super::reader::list(findings, value, text),
        _ => wrong(findings, value, Shape::TextOrList),
    }
}

/// A number exactly as written.
pub(crate) fn number(findings: &Findings, value: &Value) -> Option<At<Decimal>> {
    let read = match value.get_ref() {
        DeValue::Integer(n) if n.radix() == 10 => Decimal::parse(n.as_str()).ok(),
        DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).ok().and_then(whole_within_limit),
        DeValue::Float(float) if shape(value) == Shape::Number => {
            thousands(findings, value);
            with_exponent(float.as_str())
        }
        _ => return wrong(findings, value, Shape::Number),
    };
    if read.is_none() {
        findings.at(&value.span(), unreadable_number(findings.written(&value.span())));
    }
    Some(At::new(read?, value.span()))
}

/// `10.000` is ten; who writes the three zeros means ten thousand.
fn thousands(findings: &Findings, value: &Value) {
    let written = findings.written(&value.span());
    if let Some(whole) = written.strip_suffix(".000").filter(|whole| !whole.starts_with(['0', '-', '+'])) {
        let (found, meant) = (written.to_owned(), format!("{whole}000"));
        findings.at(&value.span(), Problem::Slip { slip: Slip::Thousands, found, meant });
    }
}

fn whole_within_limit(n: i64) -> Option<Decimal> {
    (n.unsigned_abs() <= Decimal::MOST_MANTISSA.unsigned_abs()).then(|| Decimal::whole(n))
}

/// `1.5e3` is 1500, exactly.
fn with_exponent(text: &str) -> Option<Decimal> {
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
        return Decimal::parse(text).ok();
    };
    let digits = Decimal::parse(digits).ok()?;
    let scale = i32::from(digits.scale()) - exponent.parse::<i32>().ok().filter(|e| e.abs() < 100)?;
    if scale >= 0 {
        let scale = u8::try_from(scale).ok().filter(|s| *s <= Decimal::MOST_DIGITS)?;
        return Some(Decimal::new(digits.mantissa(), scale));
    }
    let ten = 10_i64.checked_pow(scale.unsigned_abs())?;
    digits.mantissa().checked_mul(ten).and_then(whole_within_limit)
}

fn unreadable_number(written: &str) -> Problem {
    let decimals = written.split_once('.').map_or(0, |(_, part)| part.bytes().filter(u8::is_ascii_digit).count());
    if decimals > usize::from(Decimal::MOST_DIGITS) {
        return Problem::TooPrecise { found: written.to_owned(), digits: Decimal::MOST_DIGITS };
    }
    let most = Decimal::MOST_MANTISSA.to_string();
    Problem::OutOfRange { found: written.to_owned(), least: format!("-{most}"), most }
}

/// `true` or `false`.
pub(crate) fn boolean(findings: &Findings, value: &Value) -> Option<At<bool>> {
    match value.get_ref() {
        DeValue::Boolean(yes) => Some(At::new(*yes, value.span())),
        _ => wrong(findings, value, Shape::Boolean),
    }
}

/// A calendar day without a time.
pub(crate) fn date(findings: &Findings, value: &Value) -> Option<At<Date>> {
    let day = match value.get_ref() {
        DeValue::Datetime(day) if day.time.is_none() => day.date,
        _ => None,
    };
    match day {
        Some(day) => Some(At::new(Date { year: day.year, month: day.month, day: day.day }, value.span())),
        None => wrong(findings, value, Shape::Date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exponent_is_exact_or_refused() {
        assert_eq!(with_exponent("1.5e3"), Some(Decimal::whole(1500)));
        assert_eq!(with_exponent("25e-1"), Some(Decimal::new(25, 1)));
        assert_eq!(with_exponent("1e99"), None);
        assert_eq!(with_exponent("1e-10"), None);
    }
}

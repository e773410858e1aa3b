//! Values of cells as text, exactly: numbers by their shortest decimal text, percentages and dates as they are shown.

use super::super::super::spelling::trim;
use calamine::{DataType, ExcelDateTime};
use compact_str::{CompactString, format_compact};

/// What a number format does to a number, as far as that changes what is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// The number itself.
    Plain,
    /// A hundred times the number, with a sign.
    Percent,
    /// Whole numbers with zeros in front up to so many digits: what codes are formatted with.
    Padded(usize),
}

impl Shown {
    /// What a format code such as `0.00%` does; only its first section counts, which is that of positive numbers.
    pub(super) fn of(format: &str) -> Self {
        let code = format.split(';').next().unwrap_or_default();
        if code.len() > 1 && code.bytes().all(|b| b == b'0') {
            return Self::Padded(code.len());
        }
        let (mut quoted, mut bracket, mut escaped) = (false, false, false);
        for c in code.chars() {
            match c {
                _ if escaped => escaped = false,
                '\\' | '_' | '*' if !quoted => escaped = true,
                '"' => quoted = !quoted,
                '[' if !quoted => bracket = true,
                ']' if !quoted => bracket = false,
                '%' if !quoted && !bracket => return Self::Percent,
                _ => {}
            }
        }
        Self::Plain
    }
}

/// A cell as text; `None` when there is nothing in it.
pub(super) fn text<D: DataType>(value: &D, shown: Shown) -> Option<CompactString> {
    let text = if let Some(text) = value.get_string() {
        CompactString::from(text)
    } else if let Some(number) = value.get_float() {
        number_text(&format_compact!("{number}"), shown)
    } else if let Some(number) = value.get_int() {
        number_text(&format_compact!("{number}"), shown)
    } else if let Some(yes) = value.get_bool() {
        CompactString::const_new(if yes { "TRUE" } else { "FALSE" })
    } else if let Some(date) = value.get_datetime() {
        date_text(date)
    } else if let Some(date) = value.get_datetime_iso() {
        iso_date(date)
    } else if let Some(error) = value.get_error() {
        format_compact!("{error}")
    } else {
        CompactString::from(value.get_duration_iso().unwrap_or_default())
    };
    (!trim(&text).is_empty()).then_some(text)
}

/// The shortest decimal text of a number, so that nobody can take its mark for one of thousands.
fn number_text(shortest: &str, shown: Shown) -> CompactString {
    // Computed in the spreadsheet as 0 times something below 0; the same figure.
    let shortest = if shortest == "-0" { "0" } else { shortest };
    match shown {
        Shown::Percent => format_compact!("{}%", hundredfold(shortest)),
        Shown::Padded(digits) if shortest.bytes().all(|b| b.is_ascii_digit()) => {
            format_compact!("{shortest:0>digits$}")
        }
        Shown::Plain | Shown::Padded(_) => never_grouped(shortest),
    }
}

/// `1.065` is written `1.0650`: typed as a number, it cannot be a thousand and sixty-five.
fn never_grouped(shortest: &str) -> CompactString {
    match shortest.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format_compact!("{shortest}0"),
        _ => CompactString::from(shortest),
    }
}

/// The decimal point two places to the right.
fn hundredfold(shortest: &str) -> CompactString {
    let (sign, digits) = shortest.strip_prefix('-').map_or(("", shortest), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format_compact!("{fraction:0<2}");
    let (moved, rest) = padded.split_at_checked(2).unwrap_or((&padded, ""));
    let whole = format_compact!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { format_compact!("{sign}{whole}") } else { never_grouped(&format!("{sign}{whole}.{rest}")) }
}

/// Day, month and year; the time alone for a time of day or a duration.
fn date_text(date: ExcelDateTime) -> CompactString {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.is_duration() || date.as_f64() < 1.0 {
        return format_compact!("{hour}:{minute:02}:{second:02}");
    }
    format_compact!("{day:02}/{month:02}/{year}")
}

/// `2024-03-05T00:00:00` as `05/03/2024`.
fn iso_date(text: &str) -> CompactString {
    let day = text.split('T').next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => format_compact!("{day}/{month}/{year}"),
        _ => CompactString::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, Data};

    fn of(value: &Data, shown: Shown) -> String {
        text(value, shown).unwrap_or_default().to_string()
    }

    #[test]
    fn a_number_is_its_shortest_text_and_no_digit_is_lost() {
        let rows = [
            (98.0, "98"),
            (0.0, "0"),
            (-0.0, "0"),
            (-3.0, "-3"),
            (97.999_999_999_999_99, "97.99999999999999"),
            (12.000_000_000_000_002, "12.000000000000002"),
            (1.065, "1.0650"),
            (12.5, "12.5"),
            (1e15, "1000000000000000"),
            (1e-7, "0.0000001"),
        ];
        for (number, want) in rows {
            assert_eq!(of(&Data::Float(number), Shown::Plain), want);
        }
    }

    #[test]
    fn a_percentage_is_what_the_cell_shows_with_every_digit() {
        let rows = [
            (0.98, "98%"),
            (1.0, "100%"),
            (0.07, "7%"),
            (0.0, "0%"),
            (0.005, "0.5%"),
            (0.955, "95.5%"),
            (-0.5, "-50%"),
            (12.0, "1200%"),
            (0.979_999_999_999_999_9, "97.99999999999999%"),
            (0.000_125, "0.0125%"),
            (0.123_45, "12.3450%"),
        ];
        for (number, want) in rows {
            assert_eq!(of(&Data::Float(number), Shown::Percent), want);
        }
    }

    #[test]
    fn other_values_are_what_a_spreadsheet_shows() {
        let rows = [
            (Data::Bool(true), "TRUE"),
            (Data::Bool(false), "FALSE"),
            (Data::Error(CellErrorType::Div0), "#DIV/0!"),
            (Data::DateTimeIso("2024-03-05".into()), "05/03/2024"),
            (Data::String(" x ".into()), " x "),
            (Data::String(" \u{A0} ".into()), ""),
            (Data::Empty, ""),
        ];
        for (value, want) in rows {
            assert_eq!(of(&value, Shown::Plain), want);
        }
        assert_eq!(of(&Data::Float(123.0), Shown::Padded(5)), "00123");
        assert_eq!(of(&Data::Float(12.5), Shown::Padded(5)), "12.5");
    }

    #[test]
    fn a_format_shows_per_cent_only_by_a_sign_that_is_not_text() {
        for format in ["0%", "0.00%", "0.0\\ %", "[Red]0%;-0%", "0 %"] {
            assert_eq!(Shown::of(format), Shown::Percent, "{format}");
        }
        for format in ["General", "0", "#,##0", "0\"%\"", "0\\%", "[%]0", "0;0%", "@", ""] {
            assert_eq!(Shown::of(format), Shown::Plain, "{format}");
        }
        assert_eq!(Shown::of("00000"), Shown::Padded(5));
    }
}

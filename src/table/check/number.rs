//! Figures as people write them, exactly: grouped thousands, decimal commas and points, and the ambiguous ones.

use super::super::spelling::shown;
use crate::diag::{Book, Problem};
use crate::quantity::Decimal;
use crate::quantity::Points;

/// No figure of a commune comes near it; ten thousand times the people on earth would be more.
pub(super) const MOST: u64 = 1_000_000_000_000;
/// More digits than this would leave the integer that holds a figure up to [`MOST`].
const MOST_DIGITS: u8 = 6;

/// A count: a whole number, 0 or more. `text` is trimmed and not empty.
///
/// # Errors
/// The problem of the cell.
pub(super) fn count(text: &str) -> Result<i64, Problem> {
    let written = unambiguous(text).map_err(|problem| for_count(problem, text))?;
    if !written.fraction.is_empty() {
        return Err(Problem::NotACount { found: shown(text) });
    }
    if written.negative {
        return Err(Problem::Negative { found: shown(text) });
    }
    written.scaled(0, text)
}

/// A decimal as an integer in units of its last digit: 97,5 with two digits is 9750.
///
/// # Errors
/// The problem of the cell.
pub(super) fn decimal(text: &str, digits: u8) -> Result<i64, Problem> {
    unambiguous(text)?.scaled(digits, text)
}

/// Points a commune writes for itself: at most three digits after the mark, comma or point; never guessed.
///
/// # Errors
/// The problem of the cell.
pub fn points(text: &str) -> Result<Points, Problem> {
    decimal(super::super::spelling::trim(text), Points::DIGITS).map(Points::thousandths)
}

/// A percentage, 0 to 100, as an integer in units of its last digit. Unless `told`, the file keeps 98 % as 0.98 and does
/// not say so: a figure up to 1 may be either.
///
/// # Errors
/// The problem of the cell.
pub(super) fn percent(text: &str, digits: u8, told: bool) -> Result<i64, Problem> {
    let bare = text.strip_suffix('%').map_or(text, super::super::spelling::trim);
    // `1.065` cannot be a thousand per cent: never ambiguous.
    let written = Written::parse(bare).ok_or_else(|| not_a_number(text))?;
    if written.negative || written.whole > 100 || (written.whole == 100 && !written.fraction.is_empty()) {
        return Err(Problem::NotAPercentage { found: shown(text) });
    }
    if !told && !written.is_zero() && !written.is_above_one() && bare.len() == text.len() {
        return Err(Problem::Book(Book::FractionOrPercent { found: shown(text), percent: written.hundredfold() }));
    }
    written.scaled(digits, text)
}

fn unambiguous(text: &str) -> Result<Written<'_>, Problem> {
    let written = Written::parse(text).ok_or_else(|| not_a_number(text))?;
    if !written.ambiguous {
        return Ok(written);
    }
    let sign = if written.negative { "-" } else { "" };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let decimal = digits.parse().map_or_else(|_| text.to_owned(), |n| Decimal::new(n, 3).trimmed().to_string());
    Err(Problem::AmbiguousNumber {
        found: shown(text),
        grouped: format!("{sign}{digits}"),
        decimal: format!("{sign}{decimal}"),
        whole: false,
    })
}

/// A number as it is written.
#[derive(Debug, PartialEq, Eq)]
struct Written<'t> {
    negative: bool,
    /// Before the decimal mark; held at the largest number when it is beyond.
    whole: u64,
    /// After the decimal mark, without zeros at the end.
    fraction: &'t str,
    /// One mark with three digits on each side: `1.065`. `whole` and `fraction` are the decimal reading.
    ambiguous: bool,
}

impl<'t> Written<'t> {
    fn parse(text: &'t str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '\u{2212}']);
        let body = unsigned.unwrap_or(text);
        let (whole, fraction, ambiguous) = match body.rfind(['.', ',']) {
            None => (body, "", false),
            Some(at) => {
                let (head, tail) = (body.get(..at)?, body.get(at + 1..)?);
                let mark = body.get(at..=at)?;
                // The same mark twice can only group: 1.500.050.
                if head.contains(mark) { (body, "", false) } else { (head, tail, is_ambiguous(head, tail)) }
            }
        };
        if whole.len() < body.len() && !is_digits(fraction) {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        Some(Self { negative: unsigned.is_some(), whole: whole_number(whole)?, fraction, ambiguous })
    }

    fn is_zero(&self) -> bool {
        self.whole == 0 && self.fraction.is_empty()
    }

    fn is_above_one(&self) -> bool {
        self.whole > 1 || (self.whole == 1 && !self.fraction.is_empty())
    }

    /// A number up to 1, times a hundred, as text.
    fn hundredfold(&self) -> String {
        let (tens, rest) = self.fraction.split_at_checked(2).unwrap_or((self.fraction, ""));
        let whole = format!("{}{tens:0<2}", self.whole);
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
    }

    /// In units of the last of `digits` digits.
    fn scaled(&self, digits: u8, text: &str) -> Result<i64, Problem> {
        let digits = digits.min(MOST_DIGITS);
        if self.fraction.len() > usize::from(digits) {
            return Err(Problem::TooManyDigits { found: shown(text), digits });
        }
        if self.whole > MOST || (self.whole == MOST && !self.fraction.is_empty()) {
            return Err(Problem::TooLarge { found: shown(text), most: MOST.to_string() });
        }
        let part = self.fraction.bytes().chain(std::iter::repeat(b'0')).take(usize::from(digits));
        let units = part.fold(self.whole, |n, digit| n * 10 + u64::from(digit - b'0'));
        let units = i64::try_from(units).unwrap_or(i64::MAX);
        Ok(if self.negative { -units } else { units })
    }
}

/// Whether `head.tail` could as well be a number in thousands.
fn is_ambiguous(head: &str, tail: &str) -> bool {
    tail.len() == 3 && (1..=3).contains(&head.len()) && is_digits(head) && !head.starts_with('0')
}

/// Plain digits, or digits in groups of three behind one kind of mark or blank.
fn whole_number(text: &str) -> Option<u64> {
    if let Some(separator) = text.chars().find(|c| !c.is_ascii_digit()) {
        let mut groups = text.split(separator);
        let first = groups.next()?;
        let well_formed = (1..=3).contains(&first.len())
            && is_digits(first)
            && !first.starts_with('0')
            && groups.all(|group| group.len() == 3 && is_digits(group));
        if !well_formed || !(separator.is_whitespace() || matches!(separator, '.' | ',')) {
            return None;
        }
    }
    let digits = text.bytes().filter(u8::is_ascii_digit);
    let add = |n: u64, digit: u8| n.saturating_mul(10).saturating_add(u64::from(digit - b'0'));
    (!text.is_empty()).then(|| digits.fold(0, add))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// What is wrong with a count, where that differs from what is wrong with any number.
fn for_count(problem: Problem, text: &str) -> Problem {
    match problem {
        Problem::AmbiguousNumber { found, grouped, decimal, .. } => {
            Problem::AmbiguousNumber { found, grouped, decimal, whole: true }
        }
        Problem::NotANumber { meant: Some(_), .. } if text.trim_end().ends_with('%') => {
            Problem::PercentForCount { found: shown(text) }
        }
        other => other,
    }
}

fn not_a_number(text: &str) -> Problem {
    if text.len() > 1 && text.starts_with('#') || text.starts_with("Err:") {
        return Problem::FormulaError { found: shown(text) };
    }
    if is_date(text) {
        return Problem::Book(Book::DateForNumber { found: shown(text) });
    }
    Problem::NotANumber { found: shown(text), meant: meant(text) }
}

/// Day, month and year, or a year, month and day, with `/` or `-` between them.
fn is_date(text: &str) -> bool {
    ['/', '-'].into_iter().any(|mark| {
        let parts: Vec<&str> = text.split(mark).collect();
        let digits = |part: &&str| matches!(part.len(), 1 | 2 | 4) && is_digits(part);
        parts.len() == 3 && parts.iter().all(digits) && parts.iter().filter(|part| part.len() == 4).count() == 1
    })
}

/// What was probably meant: full-width digits, a letter O among digits, a unit behind the number.
fn meant(text: &str) -> Option<String> {
    let plain: String = text.chars().map(plain_digit).collect();
    let number = |text: &str| {
        let text = super::super::spelling::trim(text);
        Written::parse(text).is_some_and(|w| !w.ambiguous).then(|| text.to_owned())
    };
    let before_unit = || {
        let end = text.find(|c: char| c.is_alphabetic() || c == '%')?;
        // `1E+05` has lost digits that nobody can guess.
        let rest = text.get(end..)?;
        if rest.contains(|c: char| c.is_ascii_digit()) { None } else { number(text.get(..end)?) }
    };
    number(&plain).or_else(|| number(text.strip_prefix(['+', '\''])?)).or_else(before_unit)
}

/// The ASCII digit for a full-width or Arabic-Indic digit, or for a letter that is typed in place of one.
fn plain_digit(c: char) -> char {
    let zero = match c {
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        'O' | 'o' => return '0',
        'l' | 'I' => return '1',
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<i64, Problem>) -> Result<i64, &'static str> {
        result.map_err(|problem| problem.code())
    }

    #[test]
    fn counts_are_read_as_offices_write_them() {
        let rows = [
            ("0", 0),
            ("007", 7),
            ("12345678", 12_345_678),
            ("1 065", 1065),
            ("1\u{A0}065", 1065),
            ("1\u{202F}500\u{202F}050", 1_500_050),
            ("1.500.050", 1_500_050),
            ("1,500,050", 1_500_050),
            ("1.500.050,00", 1_500_050),
            ("98,0", 98),
            ("98.00", 98),
            ("1065.000", 1065),
            ("1 065,000", 1065),
            ("0,000", 0),
            ("1000000000000", 1_000_000_000_000),
        ];
        for (text, want) in rows {
            assert_eq!(count(text), Ok(want), "{text:?}");
        }
    }

    #[test]
    fn what_is_not_surely_a_count_is_refused() {
        let rows = [
            ("1.065", "cell/ambiguous-number"),
            ("1,065", "cell/ambiguous-number"),
            ("98.000", "cell/ambiguous-number"),
            ("-1.065", "cell/ambiguous-number"),
            ("12,5", "cell/not-a-count"),
            ("-12,5", "cell/not-a-count"),
            ("0.065", "cell/not-a-count"),
            ("1.065,5", "cell/not-a-count"),
            ("-5", "cell/negative"),
            ("\u{2212}5", "cell/negative"),
            ("1000000000001", "cell/too-large"),
            ("99999999999999999999999999", "cell/too-large"),
        ];
        for (text, want) in rows {
            assert_eq!(code(count(text)), Err(want), "{text:?}");
        }
        let words = ["-", "--", "x", "không", "n/a", "1E+05", ".5", "5.", "1..5", "1 06", "12 trẻ"];
        let forms = ["01.065.000", "1.065,", "1,50.050", "1.50.050", "1 065 5", "+5", "９８", "٣", "1'065", "="];
        for text in words.into_iter().chain(forms) {
            assert_eq!(code(count(text)), Err("cell/not-a-number"), "{text:?}");
        }
        for text in ["#DIV/0!", "#N/A", "#REF!"] {
            assert_eq!(code(count(text)), Err("cell/formula-error"), "{text:?}");
        }
    }

    #[test]
    fn an_ambiguous_number_comes_with_both_readings() {
        let both = |found: &str, grouped: &str, decimal: &str, whole| {
            let [found, grouped, decimal] = [found, grouped, decimal].map(str::to_owned);
            Err(Problem::AmbiguousNumber { found, grouped, decimal, whole })
        };
        assert_eq!(count("1.065"), both("1.065", "1065", "1.065", true));
        assert_eq!(decimal("12,500", 2), both("12,500", "12500", "12.5", false));
    }

    #[test]
    fn what_was_meant_is_only_guessed_where_it_can_be_seen() {
        let rows = [("９８", Some("98")), ("1O5", Some("105")), ("12 trẻ", Some("12")), ("+5", Some("5"))];
        let none = [("-", None), ("1E+05", None), ("không", None), ("x", None), ("5.", None)];
        for (text, want) in rows.into_iter().chain(none) {
            let want = Problem::NotANumber { found: text.to_owned(), meant: want.map(str::to_owned) };
            assert_eq!(count(text), Err(want));
        }
        assert_eq!(count("#DIV/0!"), Err(Problem::FormulaError { found: "#DIV/0!".to_owned() }));
    }

    #[test]
    fn a_percentage_is_no_count() {
        assert_eq!(count("98 %"), Err(Problem::PercentForCount { found: "98 %".to_owned() }));
        assert_eq!(percent("98 %", 2, true), Ok(9800));
    }

    #[test]
    fn percentages_take_comma_point_and_sign_and_stay_between_0_and_100() {
        let good = [("95", 9500), ("95,5", 9550), ("95.5", 9550), ("95 %", 9500), ("95,50%", 9550), ("100,000", 10000)];
        for (text, want) in good {
            assert_eq!(percent(text, 2, true), Ok(want), "{text:?}");
        }
        assert_eq!(percent("1.065", 3, true), Ok(1065));
        let bad = [
            ("100,01", "cell/not-a-percentage"),
            ("-1", "cell/not-a-percentage"),
            ("150", "cell/not-a-percentage"),
            ("1.500.050", "cell/not-a-percentage"),
            ("95,555", "cell/too-many-digits"),
            ("%", "cell/not-a-number"),
            ("95 %%", "cell/not-a-number"),
        ];
        for (text, want) in bad {
            assert_eq!(code(percent(text, 2, true)), Err(want), "{text:?}");
        }
    }

    #[test]
    fn a_fraction_is_refused_where_the_file_may_mean_per_cent() {
        let rows = [("0.98", "98"), ("1", "100"), ("0.005", "0.5"), ("0.1", "10"), ("0.12345", "12.345")];
        for (text, percent_meant) in rows {
            let (found, percent_meant) = (text.to_owned(), percent_meant.to_owned());
            let refused = Problem::Book(Book::FractionOrPercent { found, percent: percent_meant });
            assert_eq!(percent(text, 2, false), Err(refused), "{text}");
        }
        assert_eq!(percent("0", 2, false), Ok(0));
        assert_eq!(percent("1.5", 2, false), Ok(150));
        assert_eq!(percent("0,5 %", 2, false), Ok(50));
        assert_eq!(percent("0.98", 2, true), Ok(98));
    }

    #[test]
    fn what_only_spreadsheets_leave_in_a_cell_has_messages_of_its_own() {
        for text in ["05/03/2024", "5/3/24", "2024-03-05", "5-3-2024"] {
            let want = if text == "5/3/24" { "cell/not-a-number" } else { "cell/date-for-number" };
            assert_eq!(code(count(text)), Err(want), "{text}");
        }
        assert_eq!(code(count("Err:502")), Err("cell/formula-error"));
    }

    #[test]
    fn decimals_keep_every_digit_or_are_refused() {
        let good = [("1.500.050,30", 150_005_030), ("1,500,050.30", 150_005_030), ("-0,5", -50), ("7", 700)];
        for (text, want) in good {
            assert_eq!(decimal(text, 2), Ok(want), "{text:?}");
        }
        assert_eq!(code(decimal("0,125", 2)), Err("cell/too-many-digits"));
        assert_eq!(decimal("0,125", 3), Ok(125));
        assert_eq!(code(decimal("1000000000000,1", 2)), Err("cell/too-large"));
        assert_eq!(decimal("1000000000000", 6), Ok(1_000_000_000_000_000_000));
        assert_eq!(code(decimal("12,500", 2)), Err("cell/ambiguous-number"));
    }
}

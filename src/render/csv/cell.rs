//! One line of cells, written without an allocation per cell.

use super::Separator;
use crate::quantity::Points;

/// A line being written at the end of a buffer.
pub(crate) struct Line<'a> {
    out: &'a mut Vec<u8>,
    separator: u8,
    /// What stands before the decimals.
    decimal: u8,
    first: bool,
}

impl<'a> Line<'a> {
    /// An empty line.
    pub(crate) fn new(out: &'a mut Vec<u8>, separator: Separator) -> Self {
        let (separator, decimal) = match separator {
            Separator::Comma => (b',', b'.'),
            Separator::Tab => (b'\t', b'.'),
            Separator::Semicolon => (b';', b','),
        };
        Self { out, separator, decimal, first: true }
    }

    /// Ends the line.
    pub(crate) fn end(self) {
        self.out.push(b'\n');
    }

    /// An id of the standard: ASCII without anything to quote.
    pub(crate) fn id(&mut self, id: &str) {
        self.next();
        self.out.extend_from_slice(id.as_bytes());
    }

    /// Ids separated by `;`.
    pub(crate) fn list<'i>(&mut self, ids: impl Iterator<Item = &'i str>) {
        self.next();
        let start = self.out.len();
        for (at, id) in ids.enumerate() {
            if at > 0 {
                self.out.push(b';');
            }
            self.out.extend_from_slice(id.as_bytes());
        }
        if self.separator == b';' && self.out[start..].contains(&b';') {
            self.out.insert(start, b'"');
            self.out.push(b'"');
        }
    }

    /// A number as it is written with a decimal point.
    pub(crate) fn number(&mut self, number: &str) {
        self.next();
        let decimal = self.decimal;
        self.out.extend(number.bytes().map(|byte| if byte == b'.' { decimal } else { byte }));
    }

    /// A text from the table: quoted where needed, never run as a formula.
    pub(crate) fn text(&mut self, text: &str) {
        self.next();
        let quoted = text.bytes().any(|b| b == self.separator || matches!(b, b'"' | b'\n' | b'\r'));
        if quoted {
            self.out.push(b'"');
        }
        if is_formula(text) {
            self.out.push(b'\'');
        }
        if quoted {
            for part in text.split_inclusive('"') {
                self.out.extend_from_slice(part.as_bytes());
                if part.ends_with('"') {
                    self.out.push(b'"');
                }
            }
            self.out.push(b'"');
        } else {
            self.out.extend_from_slice(text.as_bytes());
        }
    }

    /// A year, or nothing.
    pub(crate) fn year(&mut self, year: Option<u16>) {
        self.next();
        if let Some(year) = year {
            let mut digits = Digits::new();
            digits.number(u64::from(year), 1);
            self.out.extend_from_slice(digits.as_bytes());
        }
    }

    /// Points with a decimal point and without trailing zeros, or nothing.
    pub(crate) fn points(&mut self, points: Option<Points>) {
        self.next();
        let Some(thousandths) = points.map(Points::as_thousandths) else { return };
        if let Some(short) = short(thousandths) {
            return self.out.extend_from_slice(short.trim_ascii_start());
        }
        let (whole, mut part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
        let mut digits = Digits::new();
        if part > 0 {
            let mut places = 3;
            while part.is_multiple_of(10) {
                part /= 10;
                places -= 1;
            }
            digits.number(part, places);
            digits.byte(self.decimal);
        }
        digits.number(whole, 1);
        if thousandths < 0 {
            digits.byte(b'-');
        }
        self.out.extend_from_slice(digits.as_bytes());
    }

    #[inline]
    fn next(&mut self) {
        if !self.first {
            self.out.push(self.separator);
        }
        self.first = false;
    }
}

/// Whole points below 1,000, which nearly all are: three places, blanks in front.
fn short(thousandths: i64) -> Option<[u8; 3]> {
    let whole = u32::try_from(thousandths).ok()?;
    if whole % 1000 != 0 || whole >= 1_000_000 {
        return None;
    }
    let points = whole / 1000;
    let digit = |value: u32| b'0' + u8::try_from(value % 10).unwrap_or(0);
    let hundreds = if points >= 100 { digit(points / 100) } else { b' ' };
    let tens = if points >= 10 { digit(points / 10) } else { b' ' };
    Some([hundreds, tens, digit(points)])
}

/// A number being written from its last digit to its first, so that the buffer of the line grows once per cell.
struct Digits {
    bytes: [u8; Self::ROOM],
    start: usize,
}

impl Digits {
    /// The longest: a sign, the 20 digits of a `u64`, a point and three decimals.
    const ROOM: usize = 25;

    fn new() -> Self {
        Self { bytes: [b'0'; Self::ROOM], start: Self::ROOM }
    }

    /// Puts one byte in front.
    #[inline]
    fn byte(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        self.bytes[self.start] = byte;
    }

    /// Puts a number with at least `places` digits in front.
    #[inline]
    fn number(&mut self, mut number: u64, places: usize) {
        let mut written = 0;
        while number > 0 || written < places {
            self.byte(b"0123456789"[(number % 10) as usize]);
            number /= 10;
            written += 1;
        }
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[self.start..]
    }
}

/// Whether a spreadsheet would run the text as a formula; plain numbers with a sign are not formulas.
fn is_formula(text: &str) -> bool {
    match text.as_bytes() {
        [b'+' | b'-', rest @ ..] => !is_number(rest),
        [first, ..] => matches!(first, b'=' | b'@' | b'\t' | b'\r' | b'\n'),
        [] => false,
    }
}

/// Digits with at most one decimal mark between them.
fn is_number(text: &[u8]) -> bool {
    let mut parts = text.split(|b| matches!(b, b'.' | b','));
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    parts.next().is_some_and(digits) && parts.next().is_none_or(digits) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(write: impl FnOnce(&mut Line<'_>)) -> String {
        let mut out = Vec::new();
        write(&mut Line::new(&mut out, Separator::Comma));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn points_are_written_as_they_print() {
        for thousandths in [0, 5, 50, 500, 1000, 1005, 62_500, 999_999, -30_000, -62_250, -5, i64::MAX, i64::MIN] {
            let points = Points::thousandths(thousandths);
            assert_eq!(line(|l| l.points(Some(points))), points.to_string());
        }
    }

    #[test]
    fn a_formula_is_not_run_and_a_number_stays_a_number() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+84 900", "'+84 900"),
            ("-a", "'-a"),
            ("-", "'-"),
            ("-1-1", "'-1-1"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("-5", "-5"),
            ("+1.25", "+1.25"),
            ("00123", "00123"),
            ("=a,b", "\"'=a,b\""),
            ("\rx", "\"'\rx\""),
        ] {
            assert_eq!(line(|l| l.text(text)), written);
        }
    }

    #[test]
    fn quotes_are_doubled_inside_quotes() {
        assert_eq!(line(|l| l.text("a \"b\"\nc")), "\"a \"\"b\"\"\nc\"");
    }
}

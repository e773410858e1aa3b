//! A decimal exactly as it was written.

use super::pow10;
use std::fmt;

/// `mantissa / 10^scale`, exactly as written: 97.99 is 9799 with scale 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

/// Why a text is not a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not digits with at most one decimal point.
    NotANumber,
    /// More than [`Decimal::MOST_DIGITS`] digits after the point, or too large.
    OutOfRange,
}

impl Decimal {
    /// Digits after the decimal mark that a figure may have; nine is more than any published figure has.
    pub const MOST_DIGITS: u8 = 9;
    /// The largest magnitude of a mantissa: keeps every product of a comparison inside `i128`.
    pub const MOST_MANTISSA: i64 = 1_000_000_000_000_000;

    /// `mantissa / 10^scale`. `scale` above [`Decimal::MOST_DIGITS`] is not meaningful and is cut to it.
    #[must_use]
    pub const fn new(mantissa: i64, scale: u8) -> Self {
        Self { mantissa, scale: if scale > Self::MOST_DIGITS { Self::MOST_DIGITS } else { scale } }
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(n: i64) -> Self {
        Self { mantissa: n, scale: 0 }
    }

    /// The digits without the decimal mark.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many of the digits stand after the decimal mark.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Reads `-12.340` exactly; underscores as TOML allows them, no exponent, no sign `+` alone, no blanks.
    ///
    /// # Errors
    /// [`DecimalError::NotANumber`] for anything else, [`DecimalError::OutOfRange`] for too many digits.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.as_bytes() {
            [b'-', ..] => (true, &text[1..]),
            [b'+', ..] => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(w, p)| (w, Some(p)));
        let is_digits =
            |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit() || b == b'_') && s.as_bytes()[0] != b'_';
        if !is_digits(whole) || !part.is_none_or(is_digits) {
            return Err(DecimalError::NotANumber);
        }
        let mut mantissa: i64 = 0;
        for digit in whole.bytes().chain(part.unwrap_or("").bytes()).filter(u8::is_ascii_digit) {
            let next = mantissa.checked_mul(10).and_then(|m| m.checked_add(i64::from(digit - b'0')));
            mantissa = next.filter(|m| *m <= Self::MOST_MANTISSA).ok_or(DecimalError::OutOfRange)?;
        }
        let scale = part.map_or(0, |p| p.bytes().filter(u8::is_ascii_digit).count());
        let scale = u8::try_from(scale).ok().filter(|s| *s <= Self::MOST_DIGITS).ok_or(DecimalError::OutOfRange)?;
        Ok(Self { mantissa: if negative { -mantissa } else { mantissa }, scale })
    }

    /// The mantissa at another scale; `None` when digits that matter would be lost or it leaves `i64`.
    #[must_use]
    pub fn to_scale(self, scale: u8) -> Option<i64> {
        if scale >= self.scale {
            let wide = i128::from(self.mantissa).checked_mul(pow10(scale - self.scale))?;
            return i64::try_from(wide).ok();
        }
        let cut = pow10(self.scale - scale);
        let wide = i128::from(self.mantissa);
        if wide % cut == 0 { i64::try_from(wide / cut).ok() } else { None }
    }

    /// Without trailing zeros after the decimal mark.
    #[must_use]
    pub const fn trimmed(mut self) -> Self {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let ten = 10_u64.pow(u32::from(self.scale));
        write!(f, "{sign}{}.{:0width$}", digits / ten, digits % ten, width = usize::from(self.scale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_read_as_written() {
        assert_eq!(Decimal::parse("97.99"), Ok(Decimal::new(9799, 2)));
        assert_eq!(Decimal::parse("-0.50"), Ok(Decimal::new(-50, 2)));
        assert_eq!(Decimal::parse("1_000"), Ok(Decimal::whole(1000)));
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_refused() {
        for text in ["", "-", ".5", "5.", "1e3", "95,5", "1.2.3", "_1", "٣"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::NotANumber), "{text:?}");
        }
        assert_eq!(Decimal::parse("0.1234567890"), Err(DecimalError::OutOfRange));
        assert_eq!(Decimal::parse("99999999999999999999"), Err(DecimalError::OutOfRange));
    }

    #[test]
    fn it_prints_as_it_was_written() {
        for text in ["97.99", "-0.50", "1000", "0.001"] {
            assert_eq!(Decimal::parse(text).map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }
}

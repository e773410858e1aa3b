//! Points, exact to the thousandth.

use super::{Decimal, Ratio, Rounding};
use crate::lang::Lang;
use serde::{Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// Points in thousandths; may be negative (deductions).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i64);

impl Points {
    /// No points; a score, not a missing one.
    pub const ZERO: Self = Self(0);
    /// Digits after the decimal mark.
    pub const DIGITS: u8 = 3;
    /// The largest amount a standard may give, in whole points: keeps every sum far inside `i64`.
    pub const MOST: i64 = 1_000_000_000;

    /// From whole points.
    #[must_use]
    pub const fn whole(points: i64) -> Self {
        Self(points * 1000)
    }

    /// From thousandths of a point.
    #[must_use]
    pub const fn thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// As thousandths of a point.
    #[must_use]
    pub const fn as_thousandths(self) -> i64 {
        self.0
    }

    /// From a decimal as written; `None` when it has more than three decimals that matter or is out of range.
    #[must_use]
    pub fn from_decimal(decimal: Decimal) -> Option<Self> {
        let thousandths = decimal.to_scale(Self::DIGITS)?;
        (thousandths.abs() <= Self::MOST * 1000).then_some(Self(thousandths))
    }

    /// From an exact ratio of points, rounded as the standard prescribes; `None` when out of range.
    #[must_use]
    pub fn from_ratio(points: Ratio, rounding: Rounding) -> Option<Self> {
        let digits = rounding.digits.min(Self::DIGITS);
        let units = points.round_to_units(Rounding { digits, mode: rounding.mode })?;
        let thousandths = i64::try_from(units.checked_mul(super::pow10(Self::DIGITS - digits))?).ok()?;
        (thousandths.abs() <= Self::MOST * 1000).then_some(Self(thousandths))
    }

    /// As an exact ratio of points.
    #[must_use]
    pub fn to_ratio(self) -> Ratio {
        Ratio::new(i128::from(self.0), 1000).unwrap_or(Ratio::ZERO)
    }

    /// For people: no trailing zeros, decimal comma in Vietnamese.
    #[must_use]
    pub fn display(self, lang: Lang) -> String {
        let text = self.to_string();
        match lang {
            Lang::Vi => text.replace('.', ","),
            Lang::En => text,
        }
    }
}

/// For data: no trailing zeros, decimal point.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if self.0 < 0 {
            f.write_str("-")?;
        }
        match part {
            0 => write!(f, "{whole}"),
            p if p % 100 == 0 => write!(f, "{whole}.{}", p / 100),
            p if p % 10 == 0 => write!(f, "{whole}.{:02}", p / 10),
            p => write!(f, "{whole}.{p:03}"),
        }
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::ZERO, Add::add)
    }
}

/// In JSON a number with at most three decimals, written exactly.
impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 1000 == 0 {
            return serializer.serialize_i64(self.0 / 1000);
        }
        // serde_json keeps the text of a number only through its own type; the text is valid JSON by construction.
        serde_json::value::RawValue::from_string(self.to_string())
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}

//! Exact quantities: points in thousandths, decimals as written, ratios of two integers.
//!
//! Nothing here is floating point and nothing rounds unless a [`Rounding`] is passed in. Operations that can
//! leave the range of `i128` return `None`; comparisons never do, they are exact for every pair of values.

mod date;
mod decimal;
mod points;
mod ratio;
mod words;

pub use date::{Date, DayOfYear, Version};
pub use decimal::{Decimal, DecimalError};
pub use points::Points;
pub use ratio::Ratio;

use serde::Serialize;

/// How a value is rounded, where a rule or a display says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rounding {
    /// Digits kept after the decimal mark, 0 to [`Rounding::MOST_DIGITS`].
    pub digits: u8,
    /// What happens to the part that is cut off.
    pub mode: RoundingMode,
}

impl Rounding {
    /// More digits than any published figure has; keeps powers of ten far inside `i128`.
    pub const MOST_DIGITS: u8 = 9;
}

/// What happens to the part that is cut off; all modes mirror around zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoundingMode {
    /// A half goes away from zero: 0.5 is 1.
    HalfUp,
    /// A half goes to the even neighbour: 0.5 is 0, 1.5 is 2.
    HalfEven,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

/// Ten to the power of `digits`.
///
/// `digits` is at most 18 everywhere in this crate, so the result fits.
#[must_use]
#[inline(always)]
pub(crate) const fn pow10(digits: u8) -> i128 {
    /// Looked up, because every comparison with an edge needs one.
    const POWERS: [i128; 19] = {
        let mut powers = [1; 19];
        let mut digits = 1;
        while digits < powers.len() {
            powers[digits] = powers[digits - 1] * 10;
            digits += 1;
        }
        powers
    };
    POWERS[if digits < 19 { digits as usize } else { 18 }]
}

/// A product, exact; `None` when it leaves the range of `i128`. Counts fit in 64 bits, and then nothing can overflow.
#[inline(always)]
pub(crate) fn product(a: i128, b: i128) -> Option<i128> {
    if let (Ok(a), Ok(b)) = (i64::try_from(a), i64::try_from(b)) {
        return Some(i128::from(a) * i128::from(b));
    }
    a.checked_mul(b)
}

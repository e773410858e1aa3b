//! Where plausible ends. None of these figures is law; each is a rule of thumb with its reason, and a figure beyond it is
//! asked about, never changed.

use crate::quantity::Decimal;

/// Counts below this often agree by chance: with last year, with a multiple of five, or with each other.
pub const SMALL_COUNT: i64 = 20;

/// The spread that is assumed at least, in hundredths of what a rate is per: one percentage point. Where most communes
/// report the same rate there is no spread to measure by, and a difference of one child would count as far.
pub const LEAST_SPREAD: i64 = 1;

/// How many counts a commune needs before their last digits are judged: with eight, six of them end in 0 or 5 by chance
/// in about one commune of 800.
pub const LEAST_DIGITS: usize = 8;

/// Share of counts ending in 0 or 5 from which on a commune is asked, as numerator and denominator; by chance it is 1/5.
pub const ROUND_SHARE: (usize, usize) = (3, 4);

/// How many counts must be the same as last year before the commune's row looks copied rather than one figure.
pub const LEAST_COPIED: usize = 3;

/// The thresholds that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A rate is far when it lies more than so many interquartile ranges beyond the quartiles of its class.
    pub far: Decimal,
    /// Classes with fewer communes are not compared: one commune would move the quartiles it is measured by.
    pub least_communes: usize,
    /// A count jumps when it is more than so many times last year's, or last year's so many times it.
    pub jump: Decimal,
}

impl Limits {
    /// Tukey's fence for values that are "far out", not merely outside.
    pub const FAR: &str = "3";
    /// Two communes in each quarter.
    pub const LEAST_COMMUNES: &str = "8";
    /// A population seldom doubles within a year without a merger of communes.
    pub const JUMP: &str = "2";
}

impl Default for Limits {
    fn default() -> Self {
        Self { far: Decimal::whole(3), least_communes: 8, jump: Decimal::whole(2) }
    }
}

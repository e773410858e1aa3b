//! Where plausible ends. None of these figures is law; each is a rule of thumb with its reason, and a figure beyond it is
//! asked about, never changed.

use crate::quantity::Decimal;

/// Counts below this often agree by chance: with last year, with a multiple of five, or with each other.
pub const SMALL_COUNT: i64 = 20;

/// How far apart a rate and the nearest quartile of its class must be at least, as a share of what the rate is per: ten
/// percentage points. Good and poor communes of one class differ by less every year, and that is for the score to say, not
/// for a review. Where the quartile itself is lower than that, the rate must be at least twice the quartile, or 0.
pub const AT_LEAST_APART: (i128, i128) = (1, 10);

/// How many cases must lie between a rate and the nearest quartile of its class: fewer are one family or one hamlet, and in
/// a tiny commune they are many per cent.
pub const LEAST_CASES: i64 = 10;

/// A zero is odd where at most one of so many communes of a class has one; a single zero always may be.
pub const MOST_ZEROS: usize = 20;

/// A zero is ordinary where the first quartile of the class is below this: counts that are five on average are 0 by chance
/// in one commune of 150.
pub const ORDINARY_ZERO: i64 = 5;

/// How many different counts two rows must share before one looks copied from the other, beside half of their figures.
pub const LEAST_SHARED: usize = 5;

/// A figure that more rows than this have tells nobody from anybody: such figures are not followed from row to row. Rows
/// that are the same in all figures are found however many they are.
pub const MOST_SHARING: usize = 50;

/// How many counts a commune needs before their last digits are judged: with eight, six of them end in 0 or 5 by chance
/// in about one commune of 800. Only different figures count.
pub const LEAST_DIGITS: usize = 8;

/// Share of counts ending in 0 or 5 from which on a commune is asked, as numerator and denominator; by chance it is 1/5.
pub const ROUND_SHARE: (usize, usize) = (3, 4);

/// How many different counts must be the same as last year before that is more than chance, whatever their size.
pub const LEAST_COPIED: usize = 3;

/// A single count from here on that is the same as last year is looked at: numbers of children change by some per cent
/// from year to year, so that one of 500 stays the same by chance in about one commune of forty.
pub const LARGE_COUNT: i64 = 500;

/// The thresholds that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// A rate is far only when it lies more than so many interquartile ranges beyond the quartiles of its class.
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

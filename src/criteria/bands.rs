//! Ranges of values and whether a list of them covers every value an indicator can have, once.
//!
//! A range lies between two cuts. A cut stands just before or just after a value, so an included and an excluded
//! end are different cuts, and two ranges meet exactly when one ends at the cut where the other begins. Values are
//! counted in billionths ([`Decimal::MOST_DIGITS`] digits), so every edge a file can hold is a whole number and
//! every comparison is exact.
//!
//! An indicator that only has values in steps (whole numbers, percentages with two digits) has a grid. There cuts
//! between the same two neighbouring values are the same cut: `up_to = 1` and `from = 2` leave no gap for a count.

use super::model::Bound;
use crate::quantity::{Decimal, Rounding, RoundingMode, pow10};

/// A place between values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Below every value.
    Least,
    /// Just before (`after` false) or just after a value, in billionths.
    At {
        /// The value.
        billionths: i128,
        /// Whether the value itself lies below the cut.
        after: bool,
    },
    /// Above every value.
    Most,
}

/// All values between two cuts; empty when they are equal or reversed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Lower cut.
    pub low: Cut,
    /// Upper cut.
    pub high: Cut,
}

/// The values an indicator can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Domain {
    /// Between these cuts.
    pub range: Range,
    /// Digits after the mark of its values; `None` when any fraction is possible.
    pub digits: Option<u8>,
}

/// What is wrong with a list of ranges. Numbers are positions in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No range holds these values; the neighbours below and above, as far as there are any.
    Gap(Range, Option<usize>, Option<usize>),
    /// Two ranges, the second beginning inside the first, hold these values.
    Overlap(Range, usize, usize),
    /// The range holds no value of the domain.
    Unreachable(usize),
}

fn billionths(value: Decimal) -> i128 {
    i128::from(value.mantissa()) * pow10(Decimal::MOST_DIGITS - value.scale())
}

impl Cut {
    const fn before(billionths: i128) -> Self {
        Self::At { billionths, after: false }
    }

    /// The cut below a range that begins with this bound.
    #[must_use]
    pub fn below(bound: Bound) -> Self {
        match bound {
            Bound::Open => Self::Least,
            Bound::Included(v) => Self::before(billionths(v)),
            Bound::Excluded(v) => Self::At { billionths: billionths(v), after: true },
        }
    }

    /// The cut above a range that ends with this bound.
    #[must_use]
    pub fn above(bound: Bound) -> Self {
        match bound {
            Bound::Open => Self::Most,
            Bound::Included(v) => Self::At { billionths: billionths(v), after: true },
            Bound::Excluded(v) => Self::before(billionths(v)),
        }
    }

    /// The value it stands at.
    const fn value(self) -> Option<i128> {
        match self {
            Self::At { billionths, .. } => Some(billionths),
            Self::Least | Self::Most => None,
        }
    }

    /// Moved up to the next value of the grid; the same values stay below it.
    fn snapped(self, digits: Option<u8>) -> Self {
        match (self, digits) {
            (Self::At { billionths, after }, Some(digits)) => {
                let step = grid_step(digits);
                let down = billionths.div_euclid(step) * step;
                let on_grid_and_before = down == billionths && !after;
                Self::before(if on_grid_and_before { down } else { down + step })
            }
            _ => self,
        }
    }

    /// The value at the cut without trailing zeros, `-∞` or `∞`.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::Least => "-∞".to_owned(),
            Self::Most => "∞".to_owned(),
            Self::At { billionths, .. } => decimal_text(billionths),
        }
    }
}

/// Distance of two neighbouring values with so many digits, in billionths.
fn grid_step(digits: u8) -> i128 {
    pow10(Decimal::MOST_DIGITS - digits.min(Decimal::MOST_DIGITS))
}

fn decimal_text(billionths: i128) -> String {
    let one = pow10(Decimal::MOST_DIGITS).unsigned_abs();
    let (whole, part) = (billionths.unsigned_abs() / one, billionths.unsigned_abs() % one);
    let sign = if billionths < 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{part:0width$}", width = usize::from(Decimal::MOST_DIGITS));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl Range {
    /// The range between two bounds.
    #[must_use]
    pub fn new(from: Bound, to: Bound) -> Self {
        Self { low: Cut::below(from), high: Cut::above(to) }
    }

    /// Whether it holds no value at all.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.low >= self.high
    }

    fn and(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }
}

impl Domain {
    /// The values between two bounds, in steps of so many digits.
    #[must_use]
    pub fn new(from: Bound, to: Bound, digits: Option<u8>) -> Self {
        Self { range: Range::new(from, to), digits }.normal()
    }

    fn normal(self) -> Self {
        Self { range: self.snap(self.range), digits: self.digits }
    }

    /// The values after a rounding.
    #[must_use]
    pub fn rounded(self, rounding: Rounding) -> Self {
        let digits = self.digits.map_or(rounding.digits, |digits| digits.min(rounding.digits));
        let (low, high) = (self.range.low, self.range.high);
        let low = low.value().map_or(Cut::Least, |v| Cut::before(round(v, digits, rounding.mode)));
        let high = self
            .greatest_value(high)
            .map_or(Cut::Most, |v| Cut::At { billionths: round(v, digits, rounding.mode), after: true });
        Self { range: Range { low, high }, digits: Some(digits) }.normal()
    }

    /// On a grid the upper cut stands before the first value that is too large.
    fn greatest_value(self, high: Cut) -> Option<i128> {
        match (high, self.digits) {
            (Cut::At { billionths, after: false }, Some(digits)) => Some(billionths - grid_step(digits)),
            (Cut::At { billionths, .. }, _) => Some(billionths),
            (Cut::Least | Cut::Most, _) => None,
        }
    }

    /// The same values between cuts that are comparable on the grid.
    #[must_use]
    pub fn snap(self, range: Range) -> Range {
        Range { low: range.low.snapped(self.digits), high: range.high.snapped(self.digits) }
    }

    /// Everything that is wrong with a list of ranges, from the lowest value up, unreachable ranges first.
    #[must_use]
    pub fn judge(self, ranges: &[Range]) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut parts: Vec<(usize, Range)> = Vec::new();
        for (at, range) in ranges.iter().enumerate() {
            let part = self.snap(*range).and(self.range);
            if part.is_empty() {
                faults.push(Fault::Unreachable(at));
            } else {
                parts.push((at, part));
            }
        }
        parts.sort_by_key(|(at, part)| (part.low, part.high, *at));
        self.sweep(&parts, &mut faults);
        faults
    }

    fn sweep(self, parts: &[(usize, Range)], faults: &mut Vec<Fault>) {
        let mut reach = self.range.low;
        let mut last = None;
        for (at, part) in parts {
            if part.low > reach {
                faults.push(Fault::Gap(Range { low: reach, high: part.low }, last, Some(*at)));
            }
            if let Some(last) = last.filter(|_| part.low < reach) {
                faults.push(Fault::Overlap(Range { low: part.low, high: part.high.min(reach) }, last, *at));
            }
            if part.high > reach {
                (reach, last) = (part.high, Some(*at));
            }
        }
        if reach < self.range.high {
            faults.push(Fault::Gap(Range { low: reach, high: self.range.high }, last, None));
        }
    }

    /// The first value of a range and the last one: equal for a single value, the ends where there is no grid.
    #[must_use]
    pub fn ends(self, range: Range) -> (String, String) {
        let last = self.greatest_value(range.high).map_or_else(|| range.high.text(), decimal_text);
        (range.low.text(), last)
    }

    /// The keys of a band that is exactly this range: `from = 95, below = 97.5`. On a grid the upper end is
    /// written as `up_to` when `inclusive`.
    #[must_use]
    pub fn band(self, range: Range, inclusive: bool) -> String {
        let low = match range.low {
            Cut::At { after: true, .. } => Some(format!("above = {}", range.low.text())),
            Cut::At { .. } => Some(format!("from = {}", range.low.text())),
            Cut::Least | Cut::Most => None,
        };
        let high = match range.high {
            Cut::At { after: true, .. } => Some(format!("up_to = {}", range.high.text())),
            Cut::At { .. } if inclusive && self.digits.is_some() => Some(format!("up_to = {}", self.ends(range).1)),
            Cut::At { .. } => Some(format!("below = {}", range.high.text())),
            Cut::Least | Cut::Most => None,
        };
        [low, high].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// In symbols: `0 ≤ … ≤ 100`.
    #[must_use]
    pub fn text(self) -> String {
        let low = match self.range.low {
            Cut::At { after: true, .. } => format!("{} < ", self.range.low.text()),
            Cut::At { .. } => format!("{} ≤ ", self.range.low.text()),
            Cut::Least | Cut::Most => String::new(),
        };
        let high = match (self.range.high, self.digits) {
            (Cut::At { after: false, .. }, None) => format!(" < {}", self.range.high.text()),
            (Cut::At { .. }, _) => format!(" ≤ {}", self.ends(self.range).1),
            (Cut::Least | Cut::Most, _) => String::new(),
        };
        format!("{low}…{high}")
    }
}

fn round(billionths: i128, digits: u8, mode: RoundingMode) -> i128 {
    let exact = crate::quantity::Ratio::new(billionths, pow10(Decimal::MOST_DIGITS));
    let units = exact.and_then(|exact| exact.round_to_units(Rounding { digits, mode }));
    units.and_then(|units| units.checked_mul(grid_step(digits))).unwrap_or(billionths)
}

#[cfg(test)]
mod tests;

//! [`Extent`]: between which numbers a value can lie, whatever the figures are. Never too narrow, sometimes too wide.

use crate::quantity::Ratio;
use std::cmp::Ordering;

/// A closed range of exact numbers; an end that is `None` has no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) low: Option<Ratio>,
    pub(super) high: Option<Ratio>,
}

impl Extent {
    /// Any number, or nothing that is a number.
    pub(super) const ANY: Self = Self { low: None, high: None };
    const ZERO: Self = Self { low: Some(Ratio::ZERO), high: Some(Ratio::ZERO) };

    pub(super) const fn exactly(number: Ratio) -> Self {
        Self { low: Some(number), high: Some(number) }
    }

    /// The number, when there is only one.
    pub(super) fn number(self) -> Option<Ratio> {
        self.low.filter(|low| self.high == Some(*low))
    }

    /// Everything in either.
    pub(super) fn or(self, other: Self) -> Self {
        let both = |a: Option<Ratio>, b: Option<Ratio>, pick: fn(Ratio, Ratio) -> Ratio| Some(pick(a?, b?));
        Self { low: both(self.low, other.low, Ord::min), high: both(self.high, other.high, Ord::max) }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { low: added(self.low, other.low), high: added(self.high, other.high) }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    pub(super) fn negated(self) -> Self {
        let negated = |end: Option<Ratio>| end.and_then(|end| Ratio::ZERO.minus(end));
        Self { low: negated(self.high), high: negated(self.low) }
    }

    pub(super) fn times(self, other: Self) -> Self {
        match (self.sign(), other.sign()) {
            (Some(Ordering::Less), _) => self.negated().times(other).negated(),
            (_, Some(Ordering::Less)) => self.times(other.negated()).negated(),
            (Some(_), Some(_)) => {
                Self { low: multiplied(self.low, other.low), high: multiplied(self.high, other.high) }
            }
            _ => self.corners(other),
        }
    }

    /// The product where a range has both signs: between its corners, when all of them are known.
    fn corners(self, other: Self) -> Self {
        let pairs = [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        let corners = pairs.map(|(a, b)| multiplied(a, b).map(Self::exactly));
        corners.into_iter().reduce(|a, b| Some(a?.or(b?))).flatten().unwrap_or(Self::ANY)
    }

    /// The quotient; a division by 0 gives none and does not count.
    pub(super) fn over(self, other: Self) -> Self {
        match (self.sign(), other.sign()) {
            (_, Some(Ordering::Less)) => self.negated().over(other.negated()),
            (Some(Ordering::Less), Some(_)) => self.negated().over(other).negated(),
            (Some(_), Some(_)) => Self {
                low: match other.high {
                    None => Some(Ratio::ZERO),
                    Some(high) => self.low.and_then(|low| low.over(high)).or(Some(Ratio::ZERO)),
                },
                high: self.high.zip(other.low).and_then(|(high, low)| high.over(low)),
            },
            // Both signs above, one below: no end is nearer than the divisor's lowest brings it.
            (None, Some(_)) => {
                let end = |end: Option<Ratio>| end.zip(other.low).and_then(|(end, low)| end.over(low));
                Self { low: end(self.low), high: end(self.high) }
            }
            (_, None) => Self::ANY,
        }
    }

    pub(super) fn least(self, other: Self) -> Self {
        let low = self.low.zip(other.low).map(|(a, b)| a.min(b));
        let high = self.high.zip(other.high).map_or(self.high.or(other.high), |(a, b)| Some(a.min(b)));
        Self { low, high }
    }

    pub(super) fn greatest(self, other: Self) -> Self {
        self.negated().least(other.negated()).negated()
    }

    pub(super) fn abs(self) -> Self {
        match self.sign() {
            Some(Ordering::Less) => self.negated(),
            Some(_) => self,
            None => Self { low: Some(Ratio::ZERO), ..self.or(self.negated()).or(Self::ZERO) },
        }
    }

    /// What is left of a whole division: no further from 0 than the dividend, with its sign.
    pub(super) fn remainder(self) -> Self {
        self.or(Self::ZERO)
    }

    /// `Greater` when nothing in it is below 0, `Less` when nothing is above 0, `None` when both can be.
    fn sign(self) -> Option<Ordering> {
        match (self.low, self.high) {
            (Some(low), _) if low >= Ratio::ZERO => Some(Ordering::Greater),
            (_, Some(high)) if high <= Ratio::ZERO => Some(Ordering::Less),
            _ => None,
        }
    }
}

fn added(a: Option<Ratio>, b: Option<Ratio>) -> Option<Ratio> {
    a?.plus(b?)
}

/// A product of ends; 0 times no limit is 0.
fn multiplied(a: Option<Ratio>, b: Option<Ratio>) -> Option<Ratio> {
    match (a, b) {
        (Some(zero), _) | (_, Some(zero)) if zero == Ratio::ZERO => Some(Ratio::ZERO),
        (a, b) => a?.times(b?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn extent() -> impl Strategy<Value = (Extent, Vec<Ratio>)> {
        let inside = prop::collection::vec(-6_i64..7, 1..4);
        (inside, any::<bool>(), any::<bool>()).prop_map(|(inside, below, above)| {
            let numbers: Vec<Ratio> = inside.into_iter().map(Ratio::whole).collect();
            let (low, high) = (numbers.iter().min().copied(), numbers.iter().max().copied());
            (Extent { low: low.filter(|_| below), high: high.filter(|_| above) }, numbers)
        })
    }

    fn holds(extent: Extent, number: Ratio) -> bool {
        extent.low.is_none_or(|low| low <= number) && extent.high.is_none_or(|high| number <= high)
    }

    proptest! {
        #[test]
        fn what_can_come_out_is_always_inside((a, of_a) in extent(), (b, of_b) in extent()) {
            for (x, y) in of_a.iter().flat_map(|x| of_b.iter().map(move |y| (*x, *y))) {
                let checks = [
                    (a.plus(b), x.plus(y)),
                    (a.minus(b), x.minus(y)),
                    (a.times(b), x.times(y)),
                    (a.over(b), x.over(y)),
                    (a.least(b), Some(x.min(y))),
                    (a.greatest(b), Some(x.max(y))),
                    (a.or(b), Some(x)),
                    (a.abs(), Some(if x < Ratio::ZERO { Ratio::ZERO.minus(x).unwrap() } else { x })),
                ];
                for (at, (extent, number)) in checks.into_iter().enumerate() {
                    prop_assert!(number.is_none_or(|n| holds(extent, n)), "{at}: {a:?} {b:?} {x:?} {y:?} {extent:?}");
                }
            }
        }

        #[test]
        fn numbers_that_are_known_give_numbers_that_are_known(x in -9_i64..10, y in -9_i64..10) {
            let (a, b) = (Extent::exactly(Ratio::whole(x)), Extent::exactly(Ratio::whole(y)));
            prop_assert_eq!(a.plus(b).number(), Some(Ratio::whole(x + y)));
            prop_assert_eq!(a.minus(b).number(), Some(Ratio::whole(x - y)));
            prop_assert_eq!(a.times(b).number(), Some(Ratio::whole(x * y)));
            prop_assert_eq!(a.least(b).number(), Some(Ratio::whole(x.min(y))));
            prop_assert_eq!(a.greatest(b).number(), Some(Ratio::whole(x.max(y))));
            prop_assert_eq!(a.abs().number(), Some(Ratio::whole(x.abs())));
            if y != 0 {
                prop_assert_eq!(a.over(b).number(), Ratio::whole(x).over(Ratio::whole(y)));
            }
        }
    }
}

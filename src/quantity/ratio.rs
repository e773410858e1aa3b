//! An exact fraction of two integers.

use super::{Decimal, Rounding, RoundingMode, pow10, product};
use std::cmp::Ordering;

/// An exact fraction `n / d` with `d > 0`, not necessarily reduced, so that the counts behind a rate stay visible.
///
/// Equality and order compare values: 1/2 equals 2/4.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    n: i128,
    d: i128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { n: 0, d: 1 };

    /// `n / d`; `None` when `d` is 0 (0/0 is a rule of its own, never a number).
    #[must_use]
    #[inline(always)]
    pub const fn new(n: i128, d: i128) -> Option<Self> {
        match d {
            0 | i128::MIN => None,
            d if d < 0 => match n.checked_neg() {
                Some(n) => Some(Self { n, d: -d }),
                None => None,
            },
            d => Some(Self { n, d }),
        }
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(n: i64) -> Self {
        Self { n: n as i128, d: 1 }
    }

    /// The numerator as it was put in.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.n
    }

    /// The denominator as it was put in, always above 0.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.d
    }

    /// The same value with the smallest denominator.
    #[must_use]
    pub fn reduced(self) -> Self {
        let g = gcd(self.n.unsigned_abs(), self.d.unsigned_abs());
        i128::try_from(g).map_or(self, |g| Self { n: self.n / g, d: self.d / g })
    }

    /// Sum; `None` when it leaves the range of `i128`.
    #[must_use]
    #[inline]
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.d == other.d {
            return Some(Self { n: self.n.checked_add(other.n)?, d: self.d });
        }
        let (a, b) = (self.reduced(), other.reduced());
        let n = product(a.n, b.d)?.checked_add(product(b.n, a.d)?)?;
        Some(Self { n, d: product(a.d, b.d)? })
    }

    /// Difference; `None` when it leaves the range of `i128`.
    #[must_use]
    #[inline]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { n: other.n.checked_neg()?, d: other.d })
    }

    /// Product; `None` when it leaves the range of `i128`.
    #[must_use]
    #[inline(always)]
    pub fn times(self, other: Self) -> Option<Self> {
        if self.d == 1 && other.d == 1 {
            return Some(Self { n: product(self.n, other.n)?, d: 1 });
        }
        if let (Some(n), Some(d)) = (product(self.n, other.n), product(self.d, other.d)) {
            return Some(Self { n, d });
        }
        let (a, b) = (self.reduced(), other.reduced());
        let (left, right) = (Self { n: a.n, d: b.d }.reduced(), Self { n: b.n, d: a.d }.reduced());
        Some(Self { n: product(left.n, right.n)?, d: product(left.d, right.d)? })
    }

    /// Quotient; `None` when `other` is 0 or the result leaves the range of `i128`.
    #[must_use]
    #[inline(always)]
    pub fn over(self, other: Self) -> Option<Self> {
        if self.d == 1 && other.d == 1 {
            return Self::new(self.n, other.n);
        }
        self.times(Self::new(other.d, other.n)?)
    }

    /// The value in units of the last digit kept, rounded; `None` when out of range.
    #[must_use]
    pub fn round_to_units(self, rounding: Rounding) -> Option<i128> {
        let scaled = self.times(Self { n: pow10(rounding.digits), d: 1 })?;
        let (quotient, rest) = (scaled.n / scaled.d, scaled.n % scaled.d);
        if rest == 0 {
            return Some(quotient);
        }
        let rest = rest.unsigned_abs();
        let half = rest.cmp(&(scaled.d.unsigned_abs() - rest));
        let away = match rounding.mode {
            RoundingMode::Down => false,
            RoundingMode::Up => true,
            RoundingMode::HalfUp => half != Ordering::Less,
            RoundingMode::HalfEven => half == Ordering::Greater || (half == Ordering::Equal && quotient % 2 != 0),
        };
        let step = if scaled.n < 0 { -1 } else { 1 };
        if away { quotient.checked_add(step) } else { Some(quotient) }
    }

    /// The rounded value itself; `None` when out of range.
    #[must_use]
    pub fn rounded(self, rounding: Rounding) -> Option<Self> {
        Some(Self { n: self.round_to_units(rounding)?, d: pow10(rounding.digits) })
    }

    /// For display: rounded, trailing zeros cut, decimal point; `None` when out of range.
    #[must_use]
    pub fn display(self, rounding: Rounding) -> Option<String> {
        let units = i64::try_from(self.round_to_units(rounding)?).ok()?;
        Some(Decimal::new(units, rounding.digits).trimmed().to_string())
    }

    /// Compares with a decimal as written; exact for every pair of values.
    #[must_use]
    #[inline(always)]
    pub fn compare(self, edge: Decimal) -> Ordering {
        let (mantissa, ten) = (i128::from(edge.mantissa()), pow10(edge.scale()));
        if let (Ok(n), Ok(d)) = (i64::try_from(self.n), i64::try_from(self.d)) {
            // 64 bits by 64 bits fit in 128, and a power of ten up to the scale of a decimal fits in 64.
            return (i128::from(n) * ten).cmp(&(mantissa * i128::from(d)));
        }
        match (product(self.n, ten), product(mantissa, self.d)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.cmp(&Self { n: mantissa, d: ten }),
        }
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Cross-multiplies where that fits; otherwise compares the continued fractions, which cannot overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        match (product(self.n, other.d), product(other.n, self.d)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => compare_continued_fractions(*self, *other),
        }
    }
}

fn compare_continued_fractions(mut a: Ratio, mut b: Ratio) -> Ordering {
    let mut flipped = false;
    loop {
        let (whole_a, whole_b) = (a.n.div_euclid(a.d), b.n.div_euclid(b.d));
        let (rest_a, rest_b) = (a.n.rem_euclid(a.d), b.n.rem_euclid(b.d));
        let order = match whole_a.cmp(&whole_b) {
            Ordering::Equal => match (rest_a, rest_b) {
                (0, 0) => Ordering::Equal,
                (0, _) => Ordering::Less,
                (_, 0) => Ordering::Greater,
                _ => {
                    // Equal whole parts: the larger remainder has the smaller reciprocal.
                    (a, b) = (Ratio { n: a.d, d: rest_a }, Ratio { n: b.d, d: rest_b });
                    flipped = !flipped;
                    continue;
                }
            },
            different => different,
        };
        return if flipped { order.reverse() } else { order };
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

impl From<Decimal> for Ratio {
    fn from(decimal: Decimal) -> Self {
        Self { n: i128::from(decimal.mantissa()), d: pow10(decimal.scale()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_are_equal_whatever_their_denominators() {
        assert_eq!(Ratio::new(1, 2), Ratio::new(2, 4));
        assert!(Ratio::new(1, 3) < Ratio::new(34, 100));
    }

    #[test]
    fn comparison_is_exact_where_cross_multiplication_overflows() {
        let big = i128::MAX / 2;
        assert!(Ratio::new(big, big - 1) > Ratio::new(big + 1, big));
        assert!(Ratio::new(-big, big - 1) < Ratio::new(-big - 1, big));
        assert_eq!(Ratio::new(big, big), Ratio::new(big - 7, big - 7));
    }

    #[test]
    fn a_zero_denominator_is_not_a_number() {
        assert!(Ratio::new(0, 0).is_none() && Ratio::new(1, 0).is_none());
        assert!(Ratio::whole(1).over(Ratio::ZERO).is_none());
    }

    #[test]
    fn rounding_modes_differ_only_on_what_is_cut_off() {
        use RoundingMode::{Down, HalfEven, HalfUp, Up};
        let round = |n, d, mode| Ratio::new(n, d).and_then(|r| r.round_to_units(Rounding { digits: 0, mode }));
        let rows =
            [(1, 2, 1, 0, 0, 1), (3, 2, 2, 2, 1, 2), (-1, 2, -1, 0, 0, -1), (7, 5, 1, 1, 1, 2), (4, 2, 2, 2, 2, 2)];
        for (n, d, half_up, half_even, down, up) in rows {
            assert_eq!(round(n, d, HalfUp), Some(half_up), "{n}/{d} half-up");
            assert_eq!(round(n, d, HalfEven), Some(half_even), "{n}/{d} half-even");
            assert_eq!(round(n, d, Down), Some(down), "{n}/{d} down");
            assert_eq!(round(n, d, Up), Some(up), "{n}/{d} up");
        }
    }
}

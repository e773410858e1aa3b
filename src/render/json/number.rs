//! Ratios as JSON numbers, digit by digit.

use crate::quantity::{Decimal, Ratio, Rounding, RoundingMode};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// A decimal written with the digits it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) struct Number(Decimal);

impl Number {
    /// A decimal with the digits it has.
    pub(in crate::render) const fn of(decimal: Decimal) -> Self {
        Self(decimal.trimmed())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.scale() == 0 {
            return serializer.serialize_i64(self.0.mantissa());
        }
        // The digits of a decimal are a JSON number; only serde_json's own type keeps them as they are.
        RawValue::from_string(self.0.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

/// The value rounded for display, without trailing zeros; `None` when it is out of range.
pub(super) fn rounded(value: Ratio, rounding: Rounding) -> Option<Number> {
    let units = i64::try_from(value.round_to_units(rounding)?).ok()?;
    Some(Number(Decimal::new(units, rounding.digits).trimmed()))
}

/// The value without rounding; `None` when it has more than [`Decimal::MOST_DIGITS`] digits after the point.
pub(super) fn exact(value: Ratio) -> Option<Number> {
    (0..=Decimal::MOST_DIGITS).find_map(|digits| {
        let units = value.round_to_units(Rounding { digits, mode: RoundingMode::Down })?;
        let decimal = Decimal::new(i64::try_from(units).ok()?, digits);
        (Ratio::from(decimal) == value).then_some(Number(decimal))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(number: Option<Number>) -> Option<String> {
        number.map(|n| serde_json::to_string(&n).unwrap())
    }

    #[test]
    fn a_count_is_written_as_counted_or_not_at_all() {
        let exact = |n, d| text(exact(Ratio::new(n, d).unwrap()));
        assert_eq!(exact(98, 1).as_deref(), Some("98"));
        assert_eq!(exact(-5, 2).as_deref(), Some("-2.5"));
        assert_eq!(exact(1, 3), None);
    }

    #[test]
    fn a_value_is_rounded_as_the_standard_says() {
        let value = Ratio::new(2, 3).unwrap();
        let rounding = Rounding { digits: 2, mode: RoundingMode::HalfUp };
        assert_eq!(text(rounded(Ratio::whole(50), rounding)).as_deref(), Some("50"));
        assert_eq!(text(rounded(value, rounding)).as_deref(), Some("0.67"));
        assert_eq!(text(rounded(value, Rounding { mode: RoundingMode::Down, ..rounding })).as_deref(), Some("0.66"));
    }
}

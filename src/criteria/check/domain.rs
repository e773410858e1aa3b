//! The values an indicator can have, from the types of its fields and what they can never exceed.

use super::scope::Scope;
use crate::criteria::bands::Domain;
use crate::criteria::model::{
    Bound, Change, ChangeKind, Field, FieldIx, FieldKind, Formula, Indicator, Operand, Operator, Rate, Side,
};
use crate::quantity::Decimal;

const ZERO: Bound = Bound::Included(Decimal::whole(0));

/// `None` when a field it names is faulty.
pub(crate) fn of_indicator(scope: &Scope, indicator: &Indicator) -> Option<Domain> {
    let (domain, round) = match indicator {
        Indicator::Rate(rate, round) => (of_rate(scope, *rate)?, round.as_ref()),
        Indicator::Value(operand, round) => (of_operand(scope, *operand)?, round.as_ref()),
        Indicator::YesNo(_) => (whole(1), None),
        Indicator::Choice(field) => (whole(last_choice(scope.field_at(*field)?)?), None),
        Indicator::Change(change, round) => (of_change(scope, change)?, round.as_ref()),
        Indicator::YearsInARow(fields) => (whole(i64::try_from(fields.len()).ok()?), None),
        Indicator::Script(_, round) => (Domain::new(Bound::Open, Bound::Open, None), round.as_ref()),
    };
    Some(round.map_or(domain, |figure| domain.rounded(figure.value)))
}

/// Whole numbers from 0.
fn whole(most: i64) -> Domain {
    Domain::new(ZERO, Bound::Included(Decimal::whole(most)), Some(0))
}

fn last_choice(field: &Field) -> Option<i64> {
    match &field.kind {
        FieldKind::Choice(choices) => i64::try_from(choices.len().checked_sub(1)?).ok(),
        _ => None,
    }
}

fn of_operand(scope: &Scope, operand: Operand) -> Option<Domain> {
    match operand {
        Operand::Field(field) => Some(of_field(scope.field_at(field)?)),
        Operand::Derived(derived) => {
            let low = if never_negative(scope, &scope.derived_at(derived)?.formula)? { ZERO } else { Bound::Open };
            Some(Domain::new(low, Bound::Open, None))
        }
    }
}

fn of_field(field: &Field) -> Domain {
    let least = field.above.map(Bound::Excluded).or(field.at_least.map(Bound::Included));
    match field.kind {
        FieldKind::Count => Domain::new(least_from_zero(field), Bound::Open, Some(0)),
        FieldKind::Percent { digits } => {
            Domain::new(least_from_zero(field), Bound::Included(Decimal::whole(100)), Some(digits))
        }
        FieldKind::Decimal { digits } => Domain::new(least.unwrap_or(Bound::Open), Bound::Open, Some(digits)),
        FieldKind::YesNo | FieldKind::Choice(_) | FieldKind::Text => whole(1),
    }
}

/// A field's own limit where it lies above 0.
fn least_from_zero(field: &Field) -> Bound {
    match (field.at_least, field.above) {
        (Some(least), _) if least.mantissa() > 0 => Bound::Included(least),
        (_, Some(above)) if above.mantissa() >= 0 => Bound::Excluded(above),
        _ => ZERO,
    }
}

fn of_rate(scope: &Scope, rate: Rate) -> Option<Domain> {
    let low = match (operand_never_negative(scope, rate.of)?, operand_never_negative(scope, rate.over)?) {
        (true, true) => ZERO,
        _ => Bound::Open,
    };
    let part = match (rate.of, rate.over) {
        (Operand::Field(of), Operand::Field(over)) => is_part(scope, of, over),
        (of, over) => of == over,
    };
    let high = if part && low == ZERO { Bound::Included(Decimal::whole(rate.per)) } else { Bound::Open };
    Some(Domain::new(low, high, None))
}

/// Whether `of` can never exceed `over`, directly or through other fields.
fn is_part(scope: &Scope, of: FieldIx, over: FieldIx) -> bool {
    let mut seen = vec![of];
    let mut next = 0;
    while let Some(field) = seen.get(next).copied() {
        if field == over {
            return true;
        }
        for limit in scope.field_at(field).map_or(&[][..], |field| &field.at_most) {
            if !seen.contains(limit) {
                seen.push(*limit);
            }
        }
        next += 1;
    }
    false
}

fn of_change(scope: &Scope, change: &Change) -> Option<Domain> {
    match change.kind {
        ChangeKind::Difference => Some(Domain::new(Bound::Open, Bound::Open, digits_of_difference(scope, change))),
        ChangeKind::Ratio { .. } => {
            let signless = side_never_negative(scope, change.of)? && side_never_negative(scope, change.since)?;
            Some(Domain::new(if signless { ZERO } else { Bound::Open }, Bound::Open, None))
        }
    }
}

/// The difference of two columns has the digits of the finer one.
fn digits_of_difference(scope: &Scope, change: &Change) -> Option<u8> {
    let digits = |side: Side| match side {
        Side::Plain(Operand::Field(field)) => Some(scope.field_at(field)?.kind.digits()),
        Side::Plain(Operand::Derived(_)) | Side::Rate(_) => None,
    };
    Some(digits(change.of)?.max(digits(change.since)?))
}

fn side_never_negative(scope: &Scope, side: Side) -> Option<bool> {
    match side {
        Side::Plain(operand) => operand_never_negative(scope, operand),
        Side::Rate(rate) => Some(operand_never_negative(scope, rate.of)? && operand_never_negative(scope, rate.over)?),
    }
}

fn operand_never_negative(scope: &Scope, operand: Operand) -> Option<bool> {
    match operand {
        Operand::Field(field) => Some(field_never_negative(scope.field_at(field)?)),
        Operand::Derived(derived) => never_negative(scope, &scope.derived_at(derived)?.formula),
    }
}

fn field_never_negative(field: &Field) -> bool {
    match field.kind {
        FieldKind::Decimal { .. } => {
            field.at_least.is_some_and(|n| n.mantissa() >= 0) || field.above.is_some_and(|n| n.mantissa() >= 0)
        }
        _ => true,
    }
}

/// Sums, products and quotients of figures that are never negative are never negative.
fn never_negative(scope: &Scope, formula: &Formula) -> Option<bool> {
    match formula {
        Formula::Number(number) => Some(number.mantissa() >= 0),
        Formula::Field(field) => Some(field_never_negative(scope.field_at(*field)?)),
        Formula::Binary(_, Operator::Minus, _) => Some(false),
        Formula::Binary(left, _, right) => Some(never_negative(scope, left)? && never_negative(scope, right)?),
    }
}

//! Values of a running script, and the operators on them: exact, and an error between types that do not match.

use super::fault::{Fault, Type};
use super::program::{Label, Operation};
use crate::quantity::Ratio;
use std::cmp::Ordering;

/// A value; `Copy`, so that the path of numbers allocates nothing.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'v> {
    Missing,
    Number(Ratio),
    Truth(bool),
    Word(&'v str),
}

impl Value<'_> {
    pub(super) const fn type_of(self) -> Type {
        match self {
            Self::Missing => Type::Missing,
            Self::Number(_) => Type::Number,
            Self::Truth(_) => Type::Truth,
            Self::Word(_) => Type::Word,
        }
    }

    #[inline]
    pub(super) fn number(self) -> Result<Ratio, Fault> {
        match self {
            Self::Number(number) => Ok(number),
            other => Err(wrong(Type::Number, other)),
        }
    }

    #[inline]
    pub(super) fn truth(self) -> Result<bool, Fault> {
        match self {
            Self::Truth(truth) => Ok(truth),
            other => Err(wrong(Type::Truth, other)),
        }
    }

    /// Whether a `switch` label is this value.
    pub(super) fn is(self, label: &Label) -> Result<bool, Fault> {
        match (self, label) {
            (Self::Number(a), Label::Number(b)) => Ok(a == *b),
            (Self::Truth(a), Label::Truth(b)) => Ok(a == *b),
            (Self::Word(a), Label::Word(b)) => Ok(a == &**b),
            (other, Label::Number(_)) => Err(wrong(Type::Number, other)),
            (other, Label::Truth(_)) => Err(wrong(Type::Truth, other)),
            (other, Label::Word(_)) => Err(wrong(Type::Word, other)),
        }
    }

    /// As it would be written in a script.
    pub(super) fn written(self) -> String {
        match self {
            Self::Missing => "()".to_owned(),
            Self::Number(n) => match n.reduced() {
                n if n.denominator() == 1 => n.numerator().to_string(),
                n => format!("{}/{}", n.numerator(), n.denominator()),
            },
            Self::Truth(truth) => truth.to_string(),
            Self::Word(word) => format!("{word:?}"),
        }
    }
}

fn wrong(expected: Type, found: Value<'_>) -> Fault {
    match found {
        Value::Missing => Fault::Missing { name: None },
        found => Fault::WrongType { expected, found: found.type_of() },
    }
}

/// `+ - * / %`: both sides must be numbers.
#[inline]
pub(super) fn arithmetic(operation: Operation, left: Value<'_>, right: Value<'_>) -> Result<Ratio, Fault> {
    let (Value::Number(a), Value::Number(b)) = (left, right) else { return Err(mixed(operation, left, right)) };
    match operation {
        Operation::Plus => a.plus(b).ok_or(Fault::OutOfRange),
        Operation::Minus => a.minus(b).ok_or(Fault::OutOfRange),
        Operation::Times => times(a, b),
        Operation::Over => divide(a, b),
        Operation::Remainder => remainder(a, b),
        _ => Err(mixed(operation, left, right)),
    }
}

/// `== != < <= > >=`: numbers have an order, texts and truths are equal or not to their own kind.
#[inline]
pub(super) fn comparison(operation: Operation, left: Value<'_>, right: Value<'_>) -> Result<bool, Fault> {
    let order = match (left, right) {
        (Value::Number(a), Value::Number(b)) => compare(a, b),
        _ => return same_kind(operation, left, right),
    };
    Ok(match operation {
        Operation::Below => order == Ordering::Less,
        Operation::AtMost => order != Ordering::Greater,
        Operation::Above => order == Ordering::Greater,
        Operation::AtLeast => order != Ordering::Less,
        Operation::Unequal => order != Ordering::Equal,
        _ => order == Ordering::Equal,
    })
}

fn same_kind(operation: Operation, left: Value<'_>, right: Value<'_>) -> Result<bool, Fault> {
    let equal = match (left, right) {
        (Value::Truth(a), Value::Truth(b)) => a == b,
        (Value::Word(a), Value::Word(b)) => a == b,
        _ => return Err(mixed(operation, left, right)),
    };
    match operation {
        Operation::Equal => Ok(equal),
        Operation::Unequal => Ok(!equal),
        _ => Err(mixed(operation, left, right)),
    }
}

#[cold]
fn mixed(operation: Operation, left: Value<'_>, right: Value<'_>) -> Fault {
    match (left, right) {
        (Value::Missing, _) | (_, Value::Missing) => Fault::Missing { name: None },
        _ => Fault::Operands { operator: operation.symbol(), left: left.type_of(), right: right.type_of() },
    }
}

/// Both parts in 64 bits: products of two such numbers need no check, which makes scripts over counts fast.
#[inline]
fn is_small(number: Ratio) -> bool {
    i64::try_from(number.numerator()).is_ok() && i64::try_from(number.denominator()).is_ok()
}

/// Each numerator times the other's denominator, when both numbers are small: they compare as `a` and `b` do, and
/// their quotient is that of `a` and `b`.
#[inline]
fn crossed(a: Ratio, b: Ratio) -> Option<(i128, i128)> {
    let cross = || (a.numerator() * b.denominator(), b.numerator() * a.denominator());
    (is_small(a) && is_small(b)).then(cross)
}

#[inline]
fn compare(a: Ratio, b: Ratio) -> Ordering {
    if a.denominator() == b.denominator() {
        return a.numerator().cmp(&b.numerator());
    }
    crossed(a, b).map_or_else(|| a.cmp(&b), |(left, right)| left.cmp(&right))
}

#[inline]
pub(super) fn times(a: Ratio, b: Ratio) -> Result<Ratio, Fault> {
    let product = if is_small(a) && is_small(b) {
        Ratio::new(a.numerator() * b.numerator(), a.denominator() * b.denominator())
    } else {
        a.times(b)
    };
    product.ok_or(Fault::OutOfRange)
}

/// Exact quotient.
#[inline]
pub(super) fn divide(a: Ratio, b: Ratio) -> Result<Ratio, Fault> {
    if b.numerator() == 0 {
        return Err(Fault::DivisionByZero);
    }
    let quotient = crossed(a, b).map_or_else(|| a.over(b), |(left, right)| Ratio::new(left, right));
    quotient.ok_or(Fault::OutOfRange)
}

/// What is left after taking `b` away as many whole times as fits; the sign is that of `a`.
fn remainder(a: Ratio, b: Ratio) -> Result<Ratio, Fault> {
    let quotient = divide(a, b)?;
    let whole = Ratio::new(quotient.numerator() / quotient.denominator(), 1);
    whole.and_then(|whole| a.minus(whole.times(b)?)).ok_or(Fault::OutOfRange)
}

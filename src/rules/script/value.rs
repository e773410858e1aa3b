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

/// Both sides must be numbers; texts and truths can only be equal or not to their own kind.
#[inline]
pub(super) fn apply<'v>(operation: Operation, left: Value<'v>, right: Value<'v>) -> Result<Value<'v>, Fault> {
    let (a, b) = match (left, right) {
        (Value::Number(a), Value::Number(b)) => (a, b),
        _ => return same_kind(operation, left, right),
    };
    let order = || a.cmp(&b);
    let truth = match operation {
        Operation::Plus => return in_range(a.plus(b)),
        Operation::Minus => return in_range(a.minus(b)),
        Operation::Times => return in_range(a.times(b)),
        Operation::Over => return divide(a, b).map(Value::Number),
        Operation::Remainder => return remainder(a, b).map(Value::Number),
        Operation::Equal => order() == Ordering::Equal,
        Operation::Unequal => order() != Ordering::Equal,
        Operation::Below => order() == Ordering::Less,
        Operation::AtMost => order() != Ordering::Greater,
        Operation::Above => order() == Ordering::Greater,
        Operation::AtLeast => order() != Ordering::Less,
    };
    Ok(Value::Truth(truth))
}

fn same_kind<'v>(operation: Operation, left: Value<'v>, right: Value<'v>) -> Result<Value<'v>, Fault> {
    let equal = match (left, right) {
        (Value::Missing, _) | (_, Value::Missing) => return Err(Fault::Missing { name: None }),
        (Value::Truth(a), Value::Truth(b)) => Some(a == b),
        (Value::Word(a), Value::Word(b)) => Some(a == b),
        _ => None,
    };
    match (operation, equal) {
        (Operation::Equal, Some(equal)) => Ok(Value::Truth(equal)),
        (Operation::Unequal, Some(equal)) => Ok(Value::Truth(!equal)),
        _ => Err(Fault::Operands { operator: operation.symbol(), left: left.type_of(), right: right.type_of() }),
    }
}

fn in_range<'v>(number: Option<Ratio>) -> Result<Value<'v>, Fault> {
    number.map(Value::Number).ok_or(Fault::OutOfRange)
}

/// Exact quotient.
pub(super) fn divide(a: Ratio, b: Ratio) -> Result<Ratio, Fault> {
    if b.numerator() == 0 {
        return Err(Fault::DivisionByZero);
    }
    a.over(b).ok_or(Fault::OutOfRange)
}

/// What is left after taking `b` away as many whole times as fits; the sign is that of `a`.
fn remainder(a: Ratio, b: Ratio) -> Result<Ratio, Fault> {
    let quotient = divide(a, b)?;
    let whole = Ratio::new(quotient.numerator() / quotient.denominator(), 1);
    whole.and_then(|whole| a.minus(whole.times(b)?)).ok_or(Fault::OutOfRange)
}

//! The value of a field or derived field for one commune, exact.

use super::Figures;
use crate::criteria::model::{FieldIx, Formula, Operand, Operator, Standard};
use crate::lang::Text;
use crate::quantity::{Points, Ratio, pow10};
use std::sync::Arc;

/// Why there is no value.
#[derive(Clone, Debug)]
pub(super) enum Absent {
    /// These figures are missing: positions of fields, ascending.
    Figures(Vec<u16>),
    /// The denominator of the indicator is 0: the item's own rule says what that gives.
    Empty,
    /// A formula divides by 0: no rule says what that gives.
    Undefined,
    /// A gate is not reached.
    Gate(Box<Text>),
    /// A script says that there is no score.
    Said(Arc<Text>),
    /// A script says that the item does not apply.
    NotApplicable(Points, Arc<Text>),
    /// A computation stopped.
    Failed(Box<Text>),
}

impl Absent {
    pub(super) fn field(field: FieldIx) -> Self {
        Self::Figures(vec![position(field.0)])
    }

    /// Both reasons in one: missing figures add up, anything else is said first.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Figures(mut a), Self::Figures(b)) => {
                a.extend(b);
                a.sort_unstable();
                a.dedup();
                Self::Figures(a)
            }
            (Self::Figures(_), other) => other,
            (first, _) => first,
        }
    }
}

/// A position as results hold it. A standard has far fewer than 65,536 of anything; the last one stands for more.
pub(super) fn position(ix: usize) -> u16 {
    u16::try_from(ix).unwrap_or(u16::MAX)
}

/// Where a value comes from, with what is needed to read it.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// A field, its unit being `1 / 10^digits`.
    Field(FieldIx, u8),
    /// A formula over fields.
    Formula(Box<Node>),
}

/// A formula with the units of its fields.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Number(Ratio),
    Field(FieldIx, u8),
    Binary(Box<Self>, Operator, Box<Self>),
}

impl Value {
    pub(super) fn new(operand: Operand, standard: &Standard) -> Self {
        match operand {
            Operand::Field(field) => Self::Field(field, standard.fields[field.0].kind.digits()),
            Operand::Derived(ix) => Self::Formula(Box::new(Node::new(&standard.derived[ix.0].formula, standard))),
        }
    }

    #[inline(always)]
    pub(super) fn of<F: Figures>(&self, figures: &F) -> Result<Ratio, Absent> {
        match self {
            Self::Field(field, digits) => read(*field, *digits, figures),
            Self::Formula(node) => node.value(figures),
        }
    }

    /// Adds the fields it reads.
    pub(super) fn fields(&self, into: &mut Vec<FieldIx>) {
        match self {
            Self::Field(field, _) => into.push(*field),
            Self::Formula(node) => node.fields(into),
        }
    }
}

#[inline(always)]
fn read<F: Figures>(field: FieldIx, digits: u8, figures: &F) -> Result<Ratio, Absent> {
    let units = figures.figure(field).ok_or_else(|| Absent::field(field))?;
    if digits == 0 {
        return Ok(Ratio::whole(units));
    }
    Ratio::new(i128::from(units), pow10(digits)).ok_or(Absent::Undefined)
}

impl Node {
    fn new(formula: &Formula, standard: &Standard) -> Self {
        match formula {
            Formula::Number(number) => Self::Number(Ratio::from(*number)),
            Formula::Field(field) => Self::Field(*field, standard.fields[field.0].kind.digits()),
            Formula::Binary(a, op, b) => {
                Self::Binary(Box::new(Self::new(a, standard)), *op, Box::new(Self::new(b, standard)))
            }
        }
    }

    fn value<F: Figures>(&self, figures: &F) -> Result<Ratio, Absent> {
        match self {
            Self::Number(number) => Ok(*number),
            Self::Field(field, digits) => read(*field, *digits, figures),
            Self::Binary(a, op, b) => match (a.value(figures), b.value(figures)) {
                (Ok(a), Ok(b)) => apply(a, *op, b),
                (Err(a), Err(b)) => Err(a.and(b)),
                (Err(absent), Ok(_)) | (Ok(_), Err(absent)) => Err(absent),
            },
        }
    }

    fn fields(&self, into: &mut Vec<FieldIx>) {
        match self {
            Self::Number(_) => {}
            Self::Field(field, _) => into.push(*field),
            Self::Binary(a, _, b) => {
                a.fields(into);
                b.fields(into);
            }
        }
    }
}

fn apply(a: Ratio, op: Operator, b: Ratio) -> Result<Ratio, Absent> {
    let result = match op {
        Operator::Plus => a.plus(b),
        Operator::Minus => a.minus(b),
        Operator::Times => a.times(b),
        Operator::Over if b.numerator() == 0 => return Err(Absent::Undefined),
        Operator::Over => a.over(b),
    };
    result.ok_or_else(too_large)
}

/// The one failure arithmetic has.
pub(super) fn too_large() -> Absent {
    failed("một số vượt quá phạm vi tính chính xác", "a number became too large to be exact")
}

/// A computation that stopped, in both languages.
pub(super) fn failed(vi: &str, en: &str) -> Absent {
    Absent::Failed(Box::new(Text { vi: vi.to_owned(), en: en.to_owned() }))
}

/// Points with more decimals than points have, and no rule for rounding them.
pub(super) fn needs_rounding() -> Absent {
    failed(
        "điểm có quá 3 chữ số thập phân, tiêu chuẩn cần khai báo `points_rounding`",
        "points with more than 3 decimals, the standard has to declare `points_rounding`",
    )
}

/// A ratio where points belong.
pub(super) fn ratio_for_points() -> Absent {
    failed("tập lệnh trả về tỷ lệ, cần trả về điểm", "the script returned a ratio, points were expected")
}

/// Points outside what the standard allows.
pub(super) fn outside(points: Points, least: Points, most: Points) -> Absent {
    failed(
        &format!("{points} điểm nằm ngoài khoảng cho phép từ {least} đến {most}"),
        &format!("{points} points are outside the allowed {least} to {most}"),
    )
}

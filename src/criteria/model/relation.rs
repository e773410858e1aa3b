//! What a review asks about: relations between counts that figures of the law say nothing about.

use super::FieldIx;
use crate::diag::Span;
use crate::lang::Text;

/// A relation between counts. A table that breaks it is no less scored; `cfc review` asks about it.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The counts that are added up; at least one, each once. What is known of them is a part of the sum: a missing count
    /// is 0 or more.
    pub sum_of: Vec<FieldIx>,
    /// What must hold for the sum.
    pub holds: Holds,
    /// How much it weighs when it does not hold.
    pub gravity: Gravity,
    /// Why it must hold, as people read it.
    pub because: Text,
    /// Its place in the criteria file.
    pub span: Span,
}

/// What must hold for a sum of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It is never above this count.
    AtMost(FieldIx),
    /// Where it is above 0, this count is too.
    Needs(FieldIx),
}

/// How much it weighs when a relation does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// The figures cannot all be true.
    Contradiction,
    /// Possible, but rare.
    Suspicious,
}

impl Gravity {
    /// In the order of the words of the format.
    pub const ALL: [Self; 2] = [Self::Contradiction, Self::Suspicious];
}

impl Holds {
    /// The count the sum is held against.
    #[must_use]
    pub const fn field(self) -> FieldIx {
        match self {
            Self::AtMost(field) | Self::Needs(field) => field,
        }
    }
}

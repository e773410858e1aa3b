//! Cases: tests that stand beside the rules.

use super::{ClassIx, FieldIx};
use crate::diag::{Place, Source, Span};
use crate::quantity::Points;
use std::sync::Arc;

/// A test beside the rules.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it shows, when the author says so.
    pub name: Option<String>,
    /// The year it is about; without one it holds for every version of the figures.
    pub year: Option<u16>,
    /// Area class.
    pub class: Option<ClassIx>,
    /// The case whose figures this one changes, when it has one.
    pub base: Option<Base>,
    /// All figures, those of the base included; those not listed are missing.
    pub given: Vec<(FieldIx, i64)>,
    /// What must come out.
    pub expect: Vec<(Expectation, Span)>,
    /// The file it stands in: the criteria file or the cases file beside it.
    pub source: Arc<Source>,
    /// Its place in that file.
    pub span: Span,
}

impl Case {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::Source(Arc::clone(&self.source), self.span.clone())
    }
}

/// What a case takes from another one.
#[derive(Clone, Debug)]
pub struct Base {
    /// Name of the other case.
    pub name: String,
    /// Fields this case gives itself.
    pub own: Vec<FieldIx>,
    /// Fields of the other case that are missing here.
    pub without: Vec<FieldIx>,
}

/// What a case expects.
#[derive(Clone, Debug)]
pub enum Expectation {
    /// An item's outcome; criterion and item position.
    Item(usize, usize, Expected),
    /// A criterion's outcome.
    Criterion(usize, Expected),
    /// The total.
    Total(Expected),
    /// The verdict: `recognised`, `not_recognised`, `undetermined` or a level's id.
    Verdict(String),
    /// Ids of the failed conditions, in order.
    Failed(Vec<String>),
}

/// An expected outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// These points, scored.
    Points(Points),
    /// Not applicable, with these points; `None` when left out.
    NotApplicable(Option<Points>),
    /// Missing.
    Missing,
    /// Missing, and the points lie between these two.
    Between(Points, Points),
}

/// As a message shows it: `50`, `not_applicable 50`, `left-out`, `missing`, `missing [0, 50]`.
impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Points(points) => write!(f, "{points}"),
            Self::NotApplicable(Some(points)) => write!(f, "not_applicable {points}"),
            Self::NotApplicable(None) => f.write_str("left-out"),
            Self::Missing => f.write_str("missing"),
            Self::Between(low, high) => write!(f, "missing [{low}, {high}]"),
        }
    }
}

impl Expected {
    /// Whether both can be right: what is missing can also be said to lie between two figures.
    #[must_use]
    pub fn agrees_with(&self, found: &Self) -> bool {
        self == found || matches!((self, found), (Self::Missing, Self::Between(..)))
    }
}

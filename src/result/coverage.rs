//! What the cases of a standard reach: every line of every scale, both sides of every edge, every rule for missing and
//! empty figures, every condition, every branch of a script.

use super::{CaseFigure, CaseSubject, CaseValue};
use crate::lang::Text;

/// Everything there is to reach, by what it belongs to.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// Items, criteria and conditions in the order of the standard.
    pub groups: Vec<CoverageGroup>,
    /// Cases that would reach what is not reached, in the order in which they should be written.
    pub suggestions: Vec<Suggestion>,
}

/// What there is to reach of one item, criterion or condition.
#[derive(Clone, Debug)]
pub struct CoverageGroup {
    /// Id of the item, criterion, veto or gate, or `total`, `verdict`.
    pub id: String,
    /// What people read.
    pub title: Text,
    /// Each thing to reach.
    pub targets: Vec<Target>,
}

/// One thing that a case can reach.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its kind.
    pub kind: TargetKind,
    /// What it is, such as `= 98` or `just below 98`.
    pub label: Text,
    /// Whether a case reaches it.
    pub reached: bool,
    /// Position in [`Coverage::suggestions`] of a case that would; `None` when reached, or when no figures were found.
    pub suggestion: Option<usize>,
}

/// Kinds of targets, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetKind {
    /// A line of a scale: a band, yes or no, a choice, a side of a cut-off, a part of a deduction or of a straight line.
    Band,
    /// A value on an edge, or the nearest one beside it.
    Edge,
    /// A denominator of 0.
    Empty,
    /// A missing figure.
    Missing,
    /// A fact that holds or does not: gates, vetoes, facts that set a criterion to zero.
    Fact,
    /// Points of a criterion or a total.
    Points,
    /// A branch of a script.
    Script,
    /// A verdict.
    Verdict,
}

impl TargetKind {
    /// All of them, in order.
    pub const ALL: [Self; 8] =
        [Self::Band, Self::Edge, Self::Empty, Self::Missing, Self::Fact, Self::Points, Self::Script, Self::Verdict];

    /// The word used in data formats.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Band => "band",
            Self::Edge => "edge",
            Self::Empty => "empty",
            Self::Missing => "missing",
            Self::Fact => "fact",
            Self::Points => "points",
            Self::Script => "script",
            Self::Verdict => "verdict",
        }
    }
}

/// How many targets are reached, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Reached.
    pub reached: usize,
    /// All.
    pub all: usize,
}

impl Count {
    /// Whether at least so many per cent are reached, compared exactly. Nothing to reach is reached in full.
    #[must_use]
    pub const fn is_at_least(self, per_cent: usize) -> bool {
        self.reached * 100 >= self.all * per_cent
    }

    fn of<'a>(targets: impl Iterator<Item = &'a Target>) -> Self {
        let mut count = Self::default();
        for target in targets {
            count.all += 1;
            count.reached += usize::from(target.reached);
        }
        count
    }
}

impl CoverageGroup {
    /// Its targets of one kind, or of all.
    #[must_use]
    pub fn count(&self, kind: Option<TargetKind>) -> Count {
        Count::of(self.targets.iter().filter(|target| kind.is_none_or(|kind| kind == target.kind)))
    }
}

impl Coverage {
    /// All targets of one kind, or of all.
    #[must_use]
    pub fn count(&self, kind: Option<TargetKind>) -> Count {
        let targets = self.groups.iter().flat_map(|group| &group.targets);
        Count::of(targets.filter(|target| kind.is_none_or(|kind| kind == target.kind)))
    }
}

/// A case to be written: its figures, without its result, which whoever reads the legal text decides.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// What it shows.
    pub name: Text,
    /// What its result is about: an item, a criterion, or the verdict of a whole commune.
    pub about: CaseSubject,
    /// Id of that item or criterion.
    pub id: String,
    /// Id of the area class, where a rule depends on it.
    pub class: Option<String>,
    /// Position of the suggestion whose figures it changes.
    pub base: Option<usize>,
    /// Figures it gives.
    pub given: Vec<(String, CaseFigure)>,
    /// Fields of the base that are missing.
    pub without: Vec<String>,
    /// What the rules give now. Never shown: whoever writes the case has to find it in the legal
    /// text. Versions of a standard share a case only where they give the same.
    pub results: Vec<CaseValue>,
}

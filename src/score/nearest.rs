//! What would change a commune's result: per item the next points up and down, the fewest changes that reach
//! recognition, and the fewest children that cost it.
//!
//! Every answer is found by scoring changed figures with the rules that score a table; there is no second scorer. What
//! may change is said by the standard ([`crate::criteria`], key `changeable`) or follows from what a figure is to the
//! rules. Figures that meet in a rule are tried together; what remains only adds up, so that the best of each part makes
//! the best of the whole.
//!
//! The search is whole within its limits: a figure moves by at most a million; [`limits`] bounds what is tried. Where a
//! limit is reached the answer says [`Search::CutOff`], and what it names reaches the goal but may not be the shortest.

mod bundle;
mod cluster;
mod held;
mod items;
pub mod limits;
mod ways;

use crate::result::Detail;
use crate::result::Verdict;
use crate::result::explanation::{Change, ChangeSet, Outlook, Search};
use crate::rules::moves::{Purpose, Web};
use crate::rules::{Assessment, FieldIx, Figures, RuleSet};
pub(crate) use held::Held;

/// A rule set with how its figures hang together, for any number of communes.
#[derive(Debug)]
pub struct Nearest<'r> {
    rules: &'r RuleSet,
    web: Web,
}

/// Figures that become others, and how much that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Set {
    changes: Vec<(FieldIx, i64)>,
    size: u64,
}

/// Sets that were found, and whether all were looked at.
#[derive(Clone, Debug, Default)]
struct Found {
    sets: Vec<Set>,
    search: Search,
}

impl<'r> Nearest<'r> {
    /// Looks at how the figures of a standard hang together.
    #[must_use]
    pub fn of(rules: &'r RuleSet) -> Self {
        Self { rules, web: rules.web() }
    }

    /// Everything that would change the result of a commune.
    #[must_use]
    pub fn outlook(&self, figures: &dyn Figures) -> Outlook {
        let fields = self.rules.standard().fields.len();
        let held = Held::of(&figures, fields);
        let base = self.rules.assess(&held, Detail::Items);
        let (gains, losses, cut_off) = self.items(&held, &base);
        let mut outlook = Outlook { gains, losses, cut_off, ..Outlook::default() };
        self.ways(&held, &base, &mut outlook);
        self.fall(&held, &base, &mut outlook);
        outlook
    }

    /// A set in words, with what comes of it.
    fn change_set(&self, set: &Set, held: &Held, after: &Assessment) -> ChangeSet {
        ChangeSet {
            changes: self.changes(set, held),
            size: set.size,
            total: after.total.low,
            verdict: after.verdict.clone(),
        }
    }

    fn changes(&self, set: &Set, held: &Held) -> Vec<Change> {
        set.changes.iter().filter_map(|(field, to)| self.rules.change(*field, *to, held)).collect()
    }

    fn set(&self, changes: Vec<(FieldIx, i64)>, held: &Held) -> Set {
        let here = |field| held.figure(field);
        let size = changes.iter().filter_map(|(field, to)| Some(self.rules.size(*field, here(*field)?, *to))).sum();
        Set { changes, size }
    }
}

/// What is preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Fewest figures, then fewest children.
    FewestFigures,
    /// Fewest children, then fewest figures.
    FewestChildren,
}

impl Order {
    const fn key(self, figures: usize, size: u64) -> (u64, u64) {
        let figures = figures as u64;
        match self {
            Self::FewestFigures => (figures, size),
            Self::FewestChildren => (size, figures),
        }
    }

    fn of(self, set: &Set) -> (u64, u64) {
        self.key(set.changes.len(), set.size)
    }

    const fn of_purpose(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Gain => Self::FewestFigures,
            Purpose::Loss => Self::FewestChildren,
        }
    }
}

/// How good a verdict is: 0 is the best, then the levels in their order; nothing is worse than not being recognised.
const fn rank(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::Recognised => 0,
        Verdict::Level(level) => *level,
        Verdict::NotRecognised(_) | Verdict::Undetermined(_) => usize::MAX,
    }
}

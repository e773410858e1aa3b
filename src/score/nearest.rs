//! What would change a commune's result: per item the next points up and down, the fewest changes that reach
//! recognition, and the fewest children that cost it.
//!
//! Every answer is found by scoring changed figures with the rules that score a table; there is no second scorer. What
//! may change is said by the standard ([`crate::criteria`], key `changeable`) or follows from what a figure is to the
//! rules. Figures that meet in a rule are tried together; what remains only adds up, so that the best of each part makes
//! the best of the whole.
//!
//! The search is whole within its limits: [`limits`] bounds what is tried. Where a limit is reached the answer says
//! [`Search::CutOff`], and what it names reaches the goal but may not be the shortest. Figures too large to be computed
//! with exactly are no way to anything.

mod bundle;
mod cluster;
mod held;
mod items;
pub mod limits;
mod line;
mod margins;
mod ways;

use crate::result::Detail;
use crate::result::Verdict;
use crate::result::explanation::{Change, ChangeSet, ItemMoves, Outlook, Search};
use crate::rules::moves::{Cluster, Purpose, Web};
use crate::rules::{Assessment, FieldIx, Figures, RuleSet};
pub(crate) use held::Held;

/// A rule set with how its figures hang together, for any number of communes.
#[derive(Debug)]
pub struct Nearest<'r> {
    rules: &'r RuleSet,
    web: Web,
    /// Each item by itself, where a script of a criterion or of the total reads all figures together.
    items: Option<Box<Self>>,
}

/// Figures that become others, and how much that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Set {
    changes: Vec<(FieldIx, i64)>,
    /// Items in which something has to be done.
    items: u64,
    size: u64,
}

/// Sets that were found, and whether all were looked at.
#[derive(Clone, Debug, Default)]
struct Found {
    sets: Vec<Set>,
    search: Search,
}

/// What was found in each bundle of each cluster.
struct Tried {
    purpose: Purpose,
    clusters: Vec<Vec<Found>>,
    /// For [`Nearest::items`].
    items: Option<Box<Self>>,
}

impl<'r> Nearest<'r> {
    /// Looks at how the figures of a standard hang together.
    #[must_use]
    pub fn of(rules: &'r RuleSet) -> Self {
        let items = rules.web_of_items().map(|web| Box::new(Self { rules, web, items: None }));
        Self { rules, web: rules.web(), items }
    }

    /// Everything that would change the result of a commune.
    #[must_use]
    pub fn outlook(&self, figures: &dyn Figures) -> Outlook {
        let fields = self.rules.standard().fields.len();
        let held = Held::of(&figures, fields);
        let base = self.rules.assess(&held, Detail::Items);
        let [gain, loss] = [Purpose::Gain, Purpose::Loss].map(|purpose| self.tried(purpose, &held, u64::MAX));
        let ItemMoves { gains, losses, cut_off } = self.both(&gain, &loss, &held, &base);
        let mut outlook = Outlook { gains, losses, cut_off, ..Outlook::default() };
        self.ways(&gain, &held, &base, &mut outlook);
        self.fall(&loss, &held, &base, &mut outlook);
        outlook
    }

    /// The nearest more and fewer points of every item.
    #[must_use]
    pub fn item_moves(&self, figures: &dyn Figures) -> ItemMoves {
        let held = Held::of(&figures, self.rules.standard().fields.len());
        let base = self.rules.assess(&held, Detail::Items);
        let [gain, loss] = [Purpose::Gain, Purpose::Loss].map(|purpose| self.tried(purpose, &held, u64::MAX));
        self.both(&gain, &loss, &held, &base)
    }

    fn both(&self, gain: &Tried, loss: &Tried, held: &Held, base: &Assessment) -> ItemMoves {
        let mut found = ItemMoves::default();
        found.gains = self.moves(gain, held, base, &mut found.cut_off);
        found.losses = self.moves(loss, held, base, &mut found.cut_off);
        found.cut_off.sort_unstable();
        found.cut_off.dedup();
        found
    }

    /// What the bundles can come to with changes that are not larger than `most`.
    fn tried(&self, purpose: Purpose, held: &Held, most: u64) -> Tried {
        let of_cluster =
            |cluster: &Cluster| cluster.bundles.iter().map(|b| self.bundle(b, purpose, held, most)).collect();
        let items = self.items.as_ref().map(|items| Box::new(items.tried(purpose, held, most)));
        Tried { purpose, clusters: self.web.clusters.iter().map(of_cluster).collect(), items }
    }

    /// A set in words, with what comes of it.
    fn change_set(&self, set: &Set, held: &Held, after: &Assessment) -> ChangeSet {
        ChangeSet {
            changes: self.changes(set, held),
            items: set.items,
            size: set.size,
            total: after.total.low,
            total_status: after.total.status,
            verdict: after.verdict.clone(),
            verdict_status: after.verdict_status,
        }
    }

    fn changes(&self, set: &Set, held: &Held) -> Vec<Change> {
        set.changes.iter().filter_map(|(field, to)| self.rules.change(*field, *to, held)).collect()
    }

    fn size(&self, changes: &[(FieldIx, i64)], held: &Held) -> u64 {
        let size = |(field, to): &(FieldIx, i64)| Some(self.rules.size(*field, held.figure(*field)?, *to));
        changes.iter().filter_map(size).fold(0, u64::saturating_add)
    }

    fn set(&self, changes: Vec<(FieldIx, i64)>, held: &Held) -> Set {
        let size = self.size(&changes, held);
        let fields: Vec<FieldIx> = changes.iter().map(|(field, _)| *field).collect();
        Set { items: self.web.items_of(&fields), changes, size }
    }
}

/// What is preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Fewest items, then fewest children.
    FewestItems,
    /// Fewest children, then fewest items.
    FewestChildren,
}

impl Order {
    /// The smaller, the better; fewest figures where all else is equal. Keys of sets that share no item add up.
    const fn of(self, set: &Set) -> (u64, u64, usize) {
        match self {
            Self::FewestItems => (set.items, set.size, set.changes.len()),
            Self::FewestChildren => (set.size, set.items, set.changes.len()),
        }
    }

    const fn of_purpose(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Gain => Self::FewestItems,
            Purpose::Loss => Self::FewestChildren,
        }
    }
}

/// How good a verdict is: 0 is the best, then the levels in their order; nothing is worse than not being recognised.
const fn rank(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::Recognised => 0,
        Verdict::Level(level) => *level,
        Verdict::NotRecognised(_) | Verdict::Undetermined(_) | Verdict::NotPublished => usize::MAX,
    }
}

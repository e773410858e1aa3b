//! What a cluster of figures can come to: the points of its criteria, and whether their conditions hold.

use super::bundle::{Budget, product};
use super::held::Held;
use super::{Found, Nearest, Order, Set, limits};
use crate::quantity::Points;
use crate::result::explanation::Search;
use crate::rules::Workspace;
use crate::rules::moves::{Cluster, Purpose};
use std::collections::BTreeSet;

/// One outcome of a cluster with the shortest sets that lead to it.
pub(super) struct Outcome {
    /// Fewest and most points.
    pub(super) points: (Points, Points),
    /// Whether every condition the cluster decides holds.
    pub(super) holds: bool,
    /// Shortest first.
    pub(super) sets: Vec<Set>,
}

/// Everything a cluster can come to.
pub(super) struct Outcomes {
    pub(super) all: Vec<Outcome>,
    /// Conditions that do not fail in at least one of them: they hold, or a missing figure decides.
    pub(super) possible: BTreeSet<usize>,
    pub(super) search: Search,
}

impl Nearest<'_> {
    pub(super) fn cluster(&self, cluster: &Cluster, bundles: &[Found], purpose: Purpose, held: &Held) -> Outcomes {
        let order = Order::of_purpose(purpose);
        let mut budget = Budget::new();
        let mut search = Search::Whole;
        let mut lists = Vec::new();
        for found in bundles {
            search = worse(search, found.search);
            lists.push(found.sets.iter().map(|set| set.changes.clone()).collect::<Vec<_>>());
        }
        let mut outcomes = Outcomes { all: Vec::new(), possible: BTreeSet::new(), search };
        let mut workspace = Workspace::default();
        for changes in product(&lists, &mut budget) {
            let set = self.set(changes, held);
            let standing = self.rules.standing(&mut workspace, &held.with(&set.changes));
            let holds = |condition: &&usize| standing.holds.get(**condition).copied().flatten() == Some(true);
            let held_by = cluster.conditions.iter().filter(holds).count();
            let fails = |condition: &&usize| standing.holds.get(**condition).copied().flatten() == Some(false);
            outcomes.possible.extend(cluster.conditions.iter().filter(|condition| !fails(condition)));
            let points = if self.web.clusters.len() == 1 {
                standing.total
            } else {
                let of_cluster = cluster.criteria.iter().filter_map(|c| standing.criteria.get(*c));
                of_cluster.fold((Points::ZERO, Points::ZERO), |sum, (low, high)| (sum.0 + *low, sum.1 + *high))
            };
            outcomes.add(points, held_by == cluster.conditions.len(), set, order);
        }
        outcomes.search = worse(outcomes.search, budget.search());
        outcomes
    }
}

impl Outcomes {
    fn add(&mut self, points: (Points, Points), holds: bool, set: Set, order: Order) {
        match self.all.iter_mut().find(|known| known.points == points && known.holds == holds) {
            Some(known) => {
                known.sets.push(set);
                known.sets.sort_by_key(|set| order.of(set));
                known.sets.truncate(limits::ALTERNATIVES);
            }
            None => self.all.push(Outcome { points, holds, sets: vec![set] }),
        }
    }
}

/// Cut off when either was.
pub(super) fn worse(a: Search, b: Search) -> Search {
    if a == Search::CutOff || b == Search::CutOff { Search::CutOff } else { Search::Whole }
}

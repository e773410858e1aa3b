//! The shortest sets of changes that lead to a better verdict, and the smallest that leads to a worse one.

use super::cluster::{Outcomes, worse};
use super::held::Held;
use super::{Nearest, Order, Set, Tried, limits, rank};
use crate::quantity::Points;
use crate::result::Detail;
use crate::result::explanation::{ChangeSet, Outlook, Search, Unchangeable};
use crate::rules::moves::Purpose;
use crate::rules::{Assessment, FieldIx, Workspace};
use std::collections::{BTreeMap, BTreeSet};

impl Nearest<'_> {
    /// Fills in what reaches a better verdict, and what no change makes good.
    pub(super) fn ways(&self, tried: &Tried, held: &Held, base: &Assessment, outlook: &mut Outlook) {
        if rank(&base.verdict) == 0 {
            return;
        }
        let clusters = self.outcomes(tried, held);
        outlook.ways_search = search_of(&clusters);
        outlook.unchangeable = self.unchangeable(&clusters, held);
        if !self.others_hold(held) {
            return;
        }
        let (sums, search) = add_up(&clusters, Order::FewestItems);
        outlook.ways_search = worse(outlook.ways_search, search);
        outlook.ways = self.first_ways(sums, held, base);
    }

    /// Fills in the fewest children that cost the verdict. Where not everything was looked at, everything that is not
    /// larger than what was found is looked at once more: then it is the smallest.
    pub(super) fn fall(&self, tried: &Tried, held: &Held, base: &Assessment, outlook: &mut Outlook) {
        self.first_fall(tried, held, base, outlook);
        if let (Some(fall), Search::CutOff) = (&outlook.fall, outlook.fall_search) {
            let larger = outlook.fall_by_total.as_ref().map_or(fall.size, |by_total| by_total.size);
            let again = |size: u64| {
                let mut again = Outlook::default();
                self.first_fall(&self.tried(Purpose::Loss, held, size), held, base, &mut again);
                (again.fall_search == Search::Whole && again.fall.is_some()).then_some(again)
            };
            if let Some(again) = again(larger) {
                outlook.fall = again.fall;
                outlook.fall_by_total = again.fall_by_total.filter(|set| set.size <= larger);
                outlook.fall_search = Search::Whole;
            }
        }
    }

    fn first_fall(&self, tried: &Tried, held: &Held, base: &Assessment, outlook: &mut Outlook) {
        if rank(&base.verdict) == usize::MAX {
            return;
        }
        let clusters = self.outcomes(tried, held);
        let (sums, search) = add_up(&clusters, Order::FewestChildren);
        outlook.fall_search = worse(search_of(&clusters), search);
        // A condition that fails decides alone, whatever the total is.
        let failing = clusters.iter().flat_map(|cluster| &cluster.all).filter(|outcome| !outcome.holds);
        let failing = failing.flat_map(|outcome| outcome.sets.iter().take(1));
        let shortest = sums.values().flat_map(|sets| sets.iter().take(1));
        let mut sets: Vec<&Set> = failing.chain(shortest).collect();
        sets.sort_by_key(|set| Order::FewestChildren.of(set));
        let loses = |set: &&Set| {
            let after = self.rules.assess(&held.with(&set.changes), Detail::Criteria);
            (rank(&after.verdict) > rank(&base.verdict)).then(|| self.change_set(set, held, &after))
        };
        outlook.fall = sets.iter().find_map(loses);
        let mut by_total: Vec<&Set> = sums.values().flat_map(|sets| sets.iter().take(1)).collect();
        by_total.sort_by_key(|set| Order::FewestChildren.of(set));
        outlook.fall_by_total = by_total.iter().find_map(loses).filter(|set| outlook.fall.as_ref() != Some(set));
    }

    fn outcomes(&self, tried: &Tried, held: &Held) -> Vec<Outcomes> {
        let both = self.web.clusters.iter().zip(&tried.clusters);
        both.map(|(cluster, bundles)| self.cluster(cluster, bundles, tried.purpose, held)).collect()
    }

    /// Whether every condition that no figure which can change decides holds.
    fn others_hold(&self, held: &Held) -> bool {
        let standing = self.rules.standing(&mut Workspace::default(), held);
        let mut all = standing.holds.iter().enumerate();
        all.all(|(at, holds)| *holds == Some(true) || self.is_decided(at) || self.rules.is_on_total(at))
    }

    fn is_decided(&self, condition: usize) -> bool {
        self.web.clusters.iter().any(|cluster| cluster.conditions.contains(&condition))
    }

    /// Conditions that fail and stay so whatever is changed; none where not all was looked at.
    fn unchangeable(&self, clusters: &[Outcomes], held: &Held) -> Vec<Unchangeable> {
        let standing = self.rules.standing(&mut Workspace::default(), held);
        let possible: BTreeSet<usize> = clusters.iter().flat_map(|cluster| cluster.possible.clone()).collect();
        let cut: BTreeSet<usize> = (self.web.clusters.iter().zip(clusters))
            .filter(|(_, outcomes)| outcomes.search == Search::CutOff)
            .flat_map(|(cluster, _)| cluster.conditions.clone())
            .collect();
        let fails = |(at, holds): &(usize, &Option<bool>)| {
            **holds == Some(false) && !self.rules.is_on_total(*at) && !possible.contains(at) && !cut.contains(at)
        };
        let failing = standing.holds.iter().enumerate().filter(fails);
        failing
            .filter_map(|(at, _)| {
                let fields = self.rules.deciding(&self.web, at, held);
                Some(Unchangeable { condition: u16::try_from(at).ok()?, fields })
            })
            .collect()
    }

    /// The first sets that reach a better verdict, those with as few items as the first.
    fn first_ways(&self, sums: Sums, held: &Held, base: &Assessment) -> Vec<ChangeSet> {
        let after = |set: &Set| self.rules.assess(&held.with(&set.changes), Detail::Criteria);
        let better = |after: &Assessment| rank(&after.verdict) < rank(&base.verdict);
        // All sets of a sum lead to the same verdict.
        let reaching = sums.into_values().filter(|sets| sets.first().is_some_and(|set| better(&after(set))));
        let mut sets: Vec<Set> = reaching.flatten().collect();
        sets.sort_by_key(|set| Order::FewestItems.of(set));
        let mut ways: Vec<(Vec<FieldIx>, ChangeSet)> = Vec::new();
        for set in sets.iter().filter(|set| !set.changes.is_empty()) {
            let full = ways.len() == limits::ALTERNATIVES;
            if full || ways.first().is_some_and(|(_, way)| way.items < set.items) {
                break;
            }
            let mut fields: Vec<_> = set.changes.iter().map(|(field, _)| *field).collect();
            fields.sort_unstable();
            // What changes more figures than a way that is known is no other way.
            if ways.iter().any(|(known, _)| known.iter().all(|field| fields.contains(field))) {
                continue;
            }
            let after = after(set);
            if better(&after) {
                ways.push((fields, self.change_set(set, held, &after)));
            }
        }
        ways.into_iter().map(|(_, way)| way).collect()
    }
}

fn search_of(clusters: &[Outcomes]) -> Search {
    clusters.iter().fold(Search::Whole, |search, cluster| worse(search, cluster.search))
}

/// The shortest sets for a lowest and a highest total.
type Sums = BTreeMap<(Points, Points), Vec<Set>>;

/// For each sum that the clusters can come to with all their conditions holding, the shortest sets that lead to it.
fn add_up(clusters: &[Outcomes], order: Order) -> (Sums, Search) {
    let mut search = Search::Whole;
    let mut sums: Sums = BTreeMap::from([((Points::ZERO, Points::ZERO), vec![Set::default()])]);
    for cluster in clusters {
        let mut next = Sums::new();
        for ((low, high), sets) in &sums {
            for outcome in cluster.all.iter().filter(|outcome| outcome.holds) {
                let kept = next.entry((*low + outcome.points.0, *high + outcome.points.1)).or_default();
                for (a, b) in sets.iter().flat_map(|a| outcome.sets.iter().map(move |b| (a, b))) {
                    keep(kept, a, b, order);
                }
            }
        }
        if next.len() > limits::SUMS {
            search = Search::CutOff;
            // The highest sums are the likeliest to reach anything.
            next = next.into_iter().rev().take(limits::SUMS).collect();
        }
        sums = next;
    }
    (sums, search)
}

/// Adds two sets together to those kept, shortest first, when it is among the shortest.
fn keep(kept: &mut Vec<Set>, a: &Set, b: &Set, order: Order) {
    let (x, y) = (order.of(a), order.of(b));
    let key = (x.0.saturating_add(y.0), x.1.saturating_add(y.1), x.2 + y.2);
    let at = kept.partition_point(|set| order.of(set) <= key);
    if at < limits::ALTERNATIVES {
        kept.truncate(limits::ALTERNATIVES - 1);
        let changes = [a.changes.as_slice(), &b.changes].concat();
        kept.insert(at, Set { changes, items: a.items + b.items, size: a.size.saturating_add(b.size) });
    }
}

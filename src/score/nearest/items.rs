//! Per item the nearest more points and the nearest fewer points.

use super::held::Held;
use super::{Nearest, Order, Set, Tried};
use crate::result::explanation::{Move, Search};
use crate::result::{Detail, Outcome};
use crate::rules::Assessment;
use crate::rules::moves::{Look, Purpose, Watcher};

impl Nearest<'_> {
    /// The nearest gain of each item, or its nearest loss; items that were not searched to the end go to `cut_off`.
    pub(super) fn moves(
        &self,
        tried: &Tried,
        held: &Held,
        base: &Assessment,
        cut_off: &mut Vec<u16>,
    ) -> Vec<Option<Move>> {
        if let (Some(items), Some(tried)) = (&self.items, &tried.items) {
            return items.moves(tried, held, base, cut_off);
        }
        let mut moves: Vec<Option<Move>> = vec![None; base.items.len()];
        let clusters = self.web.clusters.iter().zip(&tried.clusters);
        for (bundle, found) in clusters.flat_map(|(cluster, found)| cluster.bundles.iter().zip(found)) {
            let mut sets: Vec<&Set> = found.sets.iter().collect();
            sets.sort_by_key(|set| Order::FewestChildren.of(set));
            for watcher in self.web.of(&bundle.fields()) {
                let Some(at) = self.rules.watched_item(watcher.rule) else { continue };
                if found.search == Search::CutOff {
                    cut_off.extend(u16::try_from(at));
                }
                if let Some(slot) = moves.get_mut(at) {
                    *slot = self.nearest_of(watcher, at, tried.purpose, &sets, held, base);
                }
            }
        }
        moves
    }

    /// The first set that gives the item more points, or fewer.
    fn nearest_of(
        &self,
        watcher: &Watcher,
        at: usize,
        purpose: Purpose,
        sets: &[&Set],
        held: &Held,
        base: &Assessment,
    ) -> Option<Move> {
        let here = base.items.get(at)?;
        if here.outcome == Outcome::Missing {
            return None;
        }
        let wanted = |look: Look| match purpose {
            Purpose::Gain => look.low > here.low,
            Purpose::Loss => look.low < here.low,
        };
        let set = sets.iter().find(|set| {
            // What else the bundle changes is no part of this item.
            let reads = set.changes.iter().any(|(field, _)| watcher.fields.contains(field));
            reads && self.rules.look(watcher.rule, &held.with(&set.changes)).is_some_and(wanted)
        })?;
        let after = self.rules.assess(&held.with(&set.changes), Detail::Items);
        let item = after.items.get(at)?;
        Some(Move {
            changes: self.changes(set, held),
            size: set.size,
            points: item.low - here.low,
            // A difference rests on both lines of the scale.
            status: item.status.max(here.status),
            total_status: after.total.status,
            total: after.total.low - base.total.low,
            total_high: after.total.high - base.total.high,
            step: item.step,
        })
    }
}

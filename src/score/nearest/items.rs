//! Per item the nearest more points and the nearest fewer points.

use super::held::Held;
use super::{Nearest, Order, Set};
use crate::result::explanation::{Move, Search};
use crate::result::{Detail, Outcome};
use crate::rules::Assessment;
use crate::rules::moves::{Look, Purpose, Watcher};

/// Per item, the gain, the loss; then the items that were not searched to the end.
type PerItem = (Vec<Option<Move>>, Vec<Option<Move>>, Vec<u16>);

impl Nearest<'_> {
    pub(super) fn items(&self, held: &Held, base: &Assessment) -> PerItem {
        let mut cut_off: Vec<u16> = Vec::new();
        let mut of = |purpose| {
            let mut moves: Vec<Option<Move>> = vec![None; base.items.len()];
            for bundle in self.web.clusters.iter().flat_map(|cluster| &cluster.bundles) {
                let mut found = self.bundle(bundle, purpose, held);
                found.sets.sort_by_key(|set| Order::FewestChildren.of(set));
                for watcher in self.web.of(&bundle.fields()) {
                    let Some(at) = self.rules.watched_item(watcher.rule) else { continue };
                    if found.search == Search::CutOff {
                        cut_off.extend(u16::try_from(at));
                    }
                    if let Some(slot) = moves.get_mut(at) {
                        *slot = self.nearest_of(watcher, at, purpose, &found.sets, held, base);
                    }
                }
            }
            moves
        };
        let (gains, losses) = (of(Purpose::Gain), of(Purpose::Loss));
        cut_off.sort_unstable();
        cut_off.dedup();
        (gains, losses, cut_off)
    }

    /// The first set that gives the item more points, or fewer.
    fn nearest_of(
        &self,
        watcher: &Watcher,
        at: usize,
        purpose: Purpose,
        sets: &[Set],
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
            points: item.low - here.low,
            total: after.total.low - base.total.low,
            step: item.step,
        })
    }
}

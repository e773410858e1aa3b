//! One figure moved while all others stay: the values at which a rule that reads it sees something else.

use super::bundle::Budget;
use super::held::Held;
use super::{Nearest, limits};
use crate::result::explanation::Search;
use crate::rules::FieldIx;
use crate::rules::moves::{Look, Purpose, Watcher};

/// All values of one figure, the others staying.
pub(super) struct Line<'a, 'r> {
    pub(super) nearest: &'a Nearest<'r>,
    pub(super) watchers: &'a [&'a Watcher],
    pub(super) held: Held,
    pub(super) field: FieldIx,
    pub(super) purpose: Purpose,
    /// How far is looked at most.
    pub(super) most: u64,
    pub(super) budget: &'a mut Budget,
}

impl Line<'_, '_> {
    /// What the rules see at a value; `None` when no more may be asked.
    fn at(&mut self, value: i64) -> Option<Vec<Option<Look>>> {
        if !self.budget.spend() {
            return None;
        }
        self.held.put(self.field, value);
        Some(self.nearest.looks(self.watchers, &self.held))
    }

    /// The stops from `here` to `end`, on either side.
    pub(super) fn side(&mut self, here: i64, end: i64, unbroken: bool) -> Vec<i64> {
        let sign = if end < here { -1 } else { 1 };
        let wanted = end.abs_diff(here).min(self.most);
        let counted = if unbroken { wanted } else { wanted.min(limits::VALUES) };
        let length = i64::try_from(counted).unwrap_or(i64::MAX);
        let step = |n: i64| here.saturating_add(sign * n);
        let (mut stops, mut at) = (Vec::new(), 0);
        let Some(mut look) = self.at(here) else { return stops };
        let computed = !has_failed(&look);
        while !self.nearest.is_extreme(self.watchers, &look, self.purpose, &self.held) {
            let same = |line: &mut Self, n: i64| line.at(step(n)).map(|other| other == look);
            let next = if unbroken { self.halved(at, length, same) } else { self.next(at, length, same) };
            let Some(next) = next else {
                if counted < wanted {
                    self.budget.search = Search::CutOff;
                }
                break;
            };
            let Some(other) = self.at(step(next)) else { break };
            if computed && has_failed(&other) {
                break;
            }
            at = next;
            stops.push(step(next));
            look = other;
            if stops.len() == limits::STOPS {
                self.budget.search = Search::CutOff;
                break;
            }
        }
        stops
    }

    /// The first step behind `from` that looks different, one after the other.
    fn next(&mut self, from: i64, to: i64, same: impl Fn(&mut Self, i64) -> Option<bool>) -> Option<i64> {
        for step in from + 1..=to {
            if !same(self, step)? {
                return Some(step);
            }
        }
        None
    }

    /// The same by steps that double, then by halving; right where equal looks have no gap between them.
    fn halved(&mut self, from: i64, to: i64, same: impl Fn(&mut Self, i64) -> Option<bool>) -> Option<i64> {
        if from == to {
            return None;
        }
        let (mut low, mut stride) = (from, 1_i64);
        let mut high = loop {
            let next = to.min(low.saturating_add(stride));
            if !same(self, next)? {
                break next;
            }
            if next == to {
                return None;
            }
            (low, stride) = (next, stride.saturating_mul(2));
        };
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if same(self, middle)? {
                low = middle;
            } else {
                high = middle;
            }
        }
        Some(high)
    }
}

/// Whether a computation stopped in any of them: with figures that large nothing comes of anything.
fn has_failed(looks: &[Option<Look>]) -> bool {
    looks.iter().flatten().any(Look::is_failed)
}

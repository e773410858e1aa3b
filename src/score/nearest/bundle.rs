//! Which changes of a few figures make any difference: the values at which something changes, alone and together.

use super::held::Held;
use super::{Found, Nearest, Order, Set, limits};
use crate::result::explanation::Search;
use crate::rules::moves::{Bundle, Look, Purpose, Watcher};
use crate::rules::{FieldIx, Figures};
use std::ops::RangeInclusive;

/// How often rules may still be asked, and whether anything was left out.
pub(super) struct Budget {
    looks: u64,
    /// The largest change that is wanted.
    most: u64,
    search: Search,
}

impl Budget {
    pub(super) const fn new() -> Self {
        Self { looks: limits::LOOKS, most: u64::MAX, search: Search::Whole }
    }

    /// Whether anything was left out.
    pub(super) const fn search(&self) -> Search {
        self.search
    }

    /// Whether there is something left; what is asked for more is left out.
    fn spend(&mut self) -> bool {
        if self.looks == 0 {
            self.search = Search::CutOff;
            return false;
        }
        self.looks -= 1;
        true
    }
}

impl Nearest<'_> {
    /// The sets of changes within a bundle that make a difference, the one that changes nothing first.
    pub(super) fn bundle(&self, bundle: &Bundle, purpose: Purpose, held: &Held, most: u64) -> Found {
        let mut budget = Budget { most, ..Budget::new() };
        let all = match bundle.knots.as_slice() {
            [knot] => self.knot(knot, purpose, held, &mut budget),
            knots if knots.iter().all(|knot| knot.len() == 1) => {
                self.limiting(&knots.concat(), purpose, held, &mut budget)
            }
            knots => {
                // Figures that are read together and limit others besides: each knot is tried by itself.
                budget.search = Search::CutOff;
                let lists: Vec<_> = knots.iter().map(|knot| self.knot(knot, purpose, held, &mut budget)).collect();
                product(&lists, &mut budget)
            }
        };
        let fields = bundle.fields();
        let mut sets: Vec<Set> = all.into_iter().map(|changes| self.set(changes, held)).collect();
        sets.retain(|set| set.changes.is_empty() || self.rules.allows(&fields, &held.with(&set.changes)));
        let order = Order::of_purpose(purpose);
        sets.sort_by_key(|set| order.of(set));
        sets.dedup();
        Found { sets, search: budget.search }
    }

    /// Figures that are each read alone but limit each other: where one has to follow another, it goes to a value at
    /// which the other changes something.
    fn limiting(&self, fields: &[FieldIx], purpose: Purpose, held: &Held, budget: &mut Budget) -> Vec<Changes> {
        let stops: Vec<i64> =
            fields.iter().flat_map(|field| self.stops(*field, purpose, held, budget.most, budget)).collect();
        let here = fields.iter().filter_map(|field| held.figure(*field));
        let mut values: Vec<i64> = stops.into_iter().chain(here).collect();
        values.sort_unstable();
        values.dedup();
        let candidates = |field: &FieldIx| -> Vec<Changes> {
            let range = self.rules.reach(&self.web, *field, purpose, held);
            let inside = |value: &&i64| range.as_ref().is_some_and(|range| range.contains(value));
            let moved = values.iter().filter(inside).filter(|value| held.figure(*field) != Some(**value));
            std::iter::once(Vec::new()).chain(moved.map(|value| vec![(*field, *value)])).collect()
        };
        product(&fields.iter().map(candidates).collect::<Vec<_>>(), budget)
    }

    /// Figures that are read together: all values of all but the last, and for each the stops of the last.
    fn knot(&self, fields: &[FieldIx], purpose: Purpose, held: &Held, budget: &mut Budget) -> Vec<Changes> {
        let length = |range: &RangeInclusive<i64>| range.end().abs_diff(*range.start());
        let reach = |field: &FieldIx| Some((*field, self.rules.reach(&self.web, *field, purpose, held)?));
        let mut ranges: Vec<_> = fields.iter().filter_map(reach).filter(|(_, range)| length(range) > 0).collect();
        ranges.sort_by_key(|(_, range)| length(range));
        let mut best = Best { looks: Vec::new(), order: Order::of_purpose(purpose) };
        let watchers = self.web.of(fields);
        if self.is_extreme(&watchers, &self.looks(&watchers, held), purpose, held) {
            return vec![Vec::new()];
        }
        let bounded = purpose == Purpose::Loss || self.web.items_of(fields) <= 1;
        let most = budget.most;
        let mut walk = Walk { nearest: self, fields, purpose, held, watchers, bounded, most, best: &mut best, budget };
        walk.go(&ranges, &mut held.clone(), &mut Vec::new());
        best.looks.into_iter().flat_map(|(_, sets)| sets).map(|set| set.changes).collect()
    }

    /// The values of a figure at which any rule that reads it sees something else, nearest first on each side.
    fn stops(&self, field: FieldIx, purpose: Purpose, held: &Held, most: u64, budget: &mut Budget) -> Vec<i64> {
        let (Some(here), Some(range)) = (held.figure(field), self.rules.reach(&self.web, field, purpose, held)) else {
            return Vec::new();
        };
        let watchers = self.web.of(&[field]);
        // Any other answer is one change.
        let most = if self.rules.size(field, 0, 2) == 2 { most } else { u64::MAX };
        let unbroken = watchers.iter().all(|watcher| self.rules.is_unbroken(watcher.rule, field));
        let mut line = Line { nearest: self, watchers: &watchers, held: held.clone(), field, purpose, most, budget };
        let mut stops = line.side(here, *range.end(), unbroken);
        stops.extend(line.side(here, *range.start(), unbroken));
        stops
    }

    /// Whether nothing better is left, or for a loss nothing worse; never where more points can be worse.
    fn is_extreme(&self, watchers: &[&Watcher], looks: &[Option<Look>], purpose: Purpose, held: &Held) -> bool {
        self.web.only_rises && self.rules.is_extreme(watchers, looks, purpose, held.class())
    }

    /// What rules make of figures.
    fn looks(&self, watchers: &[&Watcher], held: &Held) -> Vec<Option<Look>> {
        watchers.iter().map(|watcher| self.rules.look(watcher.rule, held)).collect()
    }
}

type Changes = Vec<(FieldIx, i64)>;

/// Every choice of one from each list, within the limit.
pub(super) fn product<T: Clone>(lists: &[Vec<Vec<T>>], budget: &mut Budget) -> Vec<Vec<T>> {
    let mut all: Vec<Vec<T>> = vec![Vec::new()];
    for list in lists {
        if all.len().saturating_mul(list.len()) > limits::COMBINATIONS {
            budget.search = Search::CutOff;
        }
        let both = all.iter().flat_map(|a| list.iter().map(move |b| [a.as_slice(), b.as_slice()].concat()));
        all = both.take(limits::COMBINATIONS).collect();
    }
    all
}

/// The shortest sets for everything a knot's rules can make of it.
struct Best {
    looks: Vec<(Vec<Option<Look>>, Vec<Set>)>,
    order: Order,
}

impl Best {
    fn add(&mut self, look: Vec<Option<Look>>, set: Set) {
        let order = self.order;
        match self.looks.iter_mut().find(|(known, _)| *known == look) {
            Some((_, sets)) => {
                sets.push(set);
                sets.sort_by_key(|set| order.of(set));
                sets.truncate(limits::ALTERNATIVES);
            }
            None => self.looks.push((look, vec![set])),
        }
    }
}

/// A walk through all values of a knot's figures.
struct Walk<'a, 'r> {
    nearest: &'a Nearest<'r>,
    fields: &'a [FieldIx],
    purpose: Purpose,
    held: &'a Held,
    watchers: Vec<&'a Watcher>,
    /// Whether no set is wanted that changes as much as one after which nothing better, or worse, is left.
    bounded: bool,
    /// The largest change that is wanted: as much as such a set changes, once one is found.
    most: u64,
    best: &'a mut Best,
    budget: &'a mut Budget,
}

impl Walk<'_, '_> {
    fn go(&mut self, ranges: &[(FieldIx, RangeInclusive<i64>)], moved: &mut Held, changes: &mut Changes) {
        let Some(((field, range), rest)) = ranges.split_first() else {
            return self.keep(moved, changes);
        };
        let Some(here) = self.held.figure(*field) else { return };
        let values: Vec<i64> = if rest.is_empty() {
            let left = self.most.saturating_sub(self.size(changes));
            let mut stops = self.nearest.stops(*field, self.purpose, moved, left, self.budget);
            // Where figures of the knot limit each other, one may have to follow another.
            stops.extend(changes.iter().map(|(_, value)| *value).filter(|value| range.contains(value)));
            stops.retain(|value| *value != here);
            stops.insert(0, here);
            stops
        } else {
            let mut values: Vec<i64> = range.clone().collect();
            values.sort_by_key(|value| value.abs_diff(here));
            values
        };
        for value in values {
            if self.budget.search == Search::CutOff && self.budget.looks == 0 {
                break;
            }
            moved.put(*field, value);
            if value != here {
                changes.push((*field, value));
            }
            if changes.is_empty() || self.size(changes) <= self.most {
                self.go(rest, moved, changes);
            }
            if value != here {
                changes.pop();
            }
        }
        moved.put(*field, here);
    }

    fn size(&self, changes: &Changes) -> u64 {
        self.nearest.size(changes, self.held)
    }

    fn keep(&mut self, moved: &Held, changes: &Changes) {
        if self.nearest.rules.allows(self.fields, moved) && self.budget.spend() {
            let look = self.nearest.looks(&self.watchers, moved);
            if self.bounded && self.nearest.is_extreme(&self.watchers, &look, self.purpose, moved) {
                self.most = self.most.min(self.size(changes));
            }
            self.best.add(look, self.nearest.set(changes.clone(), self.held));
        }
    }
}

/// All values of one figure, the others staying.
struct Line<'a, 'r> {
    nearest: &'a Nearest<'r>,
    watchers: &'a [&'a Watcher],
    held: Held,
    field: FieldIx,
    purpose: Purpose,
    /// How far is looked at most.
    most: u64,
    budget: &'a mut Budget,
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
    fn side(&mut self, here: i64, end: i64, unbroken: bool) -> Vec<i64> {
        let sign = (end - here).signum();
        let length = end.abs_diff(here).min(self.most);
        let length = if unbroken { length } else { self.counted(length) };
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let (mut stops, mut at) = (Vec::new(), 0);
        let Some(mut look) = self.at(here) else { return stops };
        while at < length && !self.nearest.is_extreme(self.watchers, &look, self.purpose, &self.held) {
            let same = |line: &mut Self, n: i64| line.at(here + sign * n).map(|other| other == look);
            let next = if unbroken { self.halved(at, length, same) } else { self.next(at, length, same) };
            let Some(next) = next else { break };
            at = next;
            stops.push(here + sign * next);
            let Some(other) = self.at(here + sign * next) else { break };
            look = other;
            if stops.len() == limits::STOPS {
                self.budget.search = Search::CutOff;
                break;
            }
        }
        stops
    }

    fn counted(&mut self, length: u64) -> u64 {
        if length > limits::VALUES {
            self.budget.search = Search::CutOff;
        }
        length.min(limits::VALUES)
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
        let (mut low, mut stride) = (from, 1);
        let mut high = loop {
            let next = to.min(low + stride);
            if !same(self, next)? {
                break next;
            }
            if next == to {
                return None;
            }
            (low, stride) = (next, stride * 2);
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

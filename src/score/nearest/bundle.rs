//! Which changes of a few figures make any difference: the values at which something changes, alone and together.

use super::held::Held;
use super::line::Line;
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
    pub(super) search: Search,
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
    pub(super) fn spend(&mut self) -> bool {
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

    /// Figures that are read together: each alone, then all values of all but the last, and for each the stops of the
    /// last.
    fn knot(&self, fields: &[FieldIx], purpose: Purpose, held: &Held, budget: &mut Budget) -> Vec<Changes> {
        let watchers = self.live(fields, held);
        if watchers.is_empty() || self.is_extreme(&watchers, &self.looks(&watchers, held), purpose, held) {
            return vec![Vec::new()];
        }
        let ranges = self.ranges(fields, &watchers, purpose, held);
        let mut best = Best { looks: Vec::new(), order: Order::of_purpose(purpose) };
        let bounded = purpose == Purpose::Loss || self.web.items_of(fields) <= 1;
        let most = budget.most;
        let mut walk = Walk { nearest: self, fields, purpose, held, watchers, bounded, most, best: &mut best, budget };
        if ranges.len() > 1 {
            walk.alone(&ranges);
        }
        walk.go(&ranges, &mut held.clone(), &mut Vec::new());
        best.looks.into_iter().flat_map(|(_, sets)| sets).map(|set| set.changes).collect()
    }

    /// How far each figure of a knot can go, the one last whose stops are found best. Figures that only rules read which
    /// a missing figure stops do not move, unless one that does must not go past them.
    fn ranges(&self, fields: &[FieldIx], watchers: &[&Watcher], purpose: Purpose, held: &Held) -> Vec<Range> {
        let read = |field: &FieldIx| watchers.iter().any(|watcher| watcher.fields.contains(field));
        let limits = |a: &FieldIx, b: &FieldIx| self.rules.limits(*a, *b) || self.rules.limits(*b, *a);
        let moves = |field: &&FieldIx| read(field) || fields.iter().any(|other| read(other) && limits(field, other));
        let reach = |field: &FieldIx| Some((*field, self.rules.reach(&self.web, *field, purpose, held)?));
        let length = |range: &RangeInclusive<i64>| range.end().abs_diff(*range.start());
        let mut ranges: Vec<Range> = fields.iter().filter(moves).filter_map(reach).collect();
        ranges.retain(|(_, range)| length(range) > 0);
        ranges.sort_by_key(|(field, range)| (self.is_unbroken(watchers, *field), length(range)));
        ranges
    }

    /// The values of a figure at which any rule that reads it sees something else, nearest first on each side.
    fn stops(&self, field: FieldIx, purpose: Purpose, held: &Held, most: u64, budget: &mut Budget) -> Vec<i64> {
        let (Some(here), Some(range)) = (held.figure(field), self.rules.reach(&self.web, field, purpose, held)) else {
            return Vec::new();
        };
        let watchers = self.live(&[field], held);
        if watchers.is_empty() {
            return Vec::new();
        }
        // Any other answer is one change.
        let most = if self.rules.size(field, 0, 2) == 2 { most } else { u64::MAX };
        let unbroken = self.is_unbroken(&watchers, field);
        let mut line = Line { nearest: self, watchers: &watchers, held: held.clone(), field, purpose, most, budget };
        let mut stops = line.side(here, *range.end(), unbroken);
        stops.extend(line.side(here, *range.start(), unbroken));
        stops
    }

    fn is_unbroken(&self, watchers: &[&Watcher], field: FieldIx) -> bool {
        let mut reading = watchers.iter().filter(|watcher| watcher.fields.contains(&field));
        reading.all(|watcher| self.rules.is_unbroken(watcher.rule, field))
    }

    /// The rules that read any of these figures and can give something else: no missing figure stops them.
    fn live(&self, fields: &[FieldIx], held: &Held) -> Vec<&Watcher> {
        let mut watchers = self.web.of(fields);
        watchers.retain(|watcher| !watcher.is_stuck(held));
        watchers
    }

    /// Whether nothing better is left, or for a loss nothing worse; never where more points can be worse.
    pub(super) fn is_extreme(
        &self,
        watchers: &[&Watcher],
        looks: &[Option<Look>],
        purpose: Purpose,
        held: &Held,
    ) -> bool {
        self.web.only_rises && self.rules.is_extreme(watchers, looks, purpose, held.class())
    }

    /// What rules make of figures.
    pub(super) fn looks(&self, watchers: &[&Watcher], held: &Held) -> Vec<Option<Look>> {
        watchers.iter().map(|watcher| self.rules.look(watcher.rule, held)).collect()
    }
}

type Changes = Vec<(FieldIx, i64)>;
/// A figure with the values it can take.
type Range = (FieldIx, RangeInclusive<i64>);

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
            Some((_, sets)) if sets.contains(&set) => {}
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
    /// Each figure by itself: what one can do alone is found however many values they have together.
    fn alone(&mut self, ranges: &[Range]) {
        for (field, _) in ranges.iter().rev() {
            let mut budget = Budget { looks: limits::LOOKS_ALONE, ..Budget::new() };
            for value in self.nearest.stops(*field, self.purpose, self.held, self.most, &mut budget) {
                let changes = vec![(*field, value)];
                self.keep(&self.held.with(&changes), &changes);
            }
        }
    }

    fn go(&mut self, ranges: &[Range], moved: &mut Held, changes: &mut Changes) {
        let Some(((field, range), rest)) = ranges.split_first() else {
            return self.keep(moved, changes);
        };
        let Some(here) = self.held.figure(*field) else { return };
        if rest.is_empty() {
            let left = self.most.saturating_sub(self.size(changes));
            let mut stops = self.nearest.stops(*field, self.purpose, moved, left, self.budget);
            // Where figures of the knot limit each other, one may have to follow another.
            stops.extend(changes.iter().map(|(_, value)| *value).filter(|value| range.contains(value)));
            stops.retain(|value| *value != here);
            self.step((*field, here), rest, moved, changes);
            for value in stops {
                self.step((*field, value), rest, moved, changes);
            }
        } else {
            self.through(*field, range, rest, moved, changes);
        }
        moved.put(*field, here);
    }

    /// All values of a figure, nearest first.
    fn through(
        &mut self,
        field: FieldIx,
        range: &RangeInclusive<i64>,
        rest: &[Range],
        moved: &mut Held,
        changes: &mut Changes,
    ) {
        let Some(here) = self.held.figure(field) else { return };
        for distance in 0..=limits::VALUES {
            let sides = [here.checked_add_unsigned(distance), here.checked_sub_unsigned(distance)];
            let sides = if distance == 0 { &sides[..1] } else { &sides[..] };
            let values: Vec<i64> = sides.iter().flatten().copied().filter(|value| range.contains(value)).collect();
            let spent = self.budget.search == Search::CutOff && self.budget.looks == 0;
            // Farther away is not smaller.
            let small = values.into_iter().map(|value| self.step((field, value), rest, moved, changes));
            if spent || !small.fold(false, |any, small| any | small) {
                return;
            }
        }
        self.budget.search = Search::CutOff;
    }

    /// Goes on with a figure at a value; whether that is not too large a change.
    fn step(
        &mut self,
        (field, value): (FieldIx, i64),
        rest: &[Range],
        moved: &mut Held,
        changes: &mut Changes,
    ) -> bool {
        moved.put(field, value);
        let is_other = self.held.figure(field) != Some(value);
        if is_other {
            changes.push((field, value));
        }
        let small = changes.is_empty() || self.size(changes) <= self.most;
        if small {
            self.go(rest, moved, changes);
        }
        if is_other {
            changes.pop();
        }
        small
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

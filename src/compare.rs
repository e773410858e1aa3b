//! Two standards side by side: what was added, removed or changed, and what that does to the communes of a table.
//!
//! Each standard is laid out as parts (criteria, items, fields, conditions) with their values; parts are paired, and the
//! values of a pair that do not mean the same are changes. Cases are tests beside the rules and are not compared.

mod communes;
mod condition;
mod criterion;
mod head;
mod pair;
mod part;
mod relation;
mod scale;
pub mod self_scores;
mod summary;
mod words;

use crate::criteria::model::{Criterion, Standard};
use crate::lang::Text;
use crate::result::ScoreSheet;
use crate::result::difference::{Change, Comparison, Effect, Kind, Weight};
use crate::rules::RuleSet;
use part::Part;
use std::sync::Arc;
use words::Side;

/// What changed from `old` to `new`: the head, classes, fields, recognition, then the criteria in the order of the new
/// text. Empty when both say the same.
#[must_use]
pub fn standards(old: &Standard, new: &Standard) -> Vec<Change> {
    Pair::new(old, new).changes()
}

/// What changed, and what that does to a table that was scored with every item under both: the same communes in the same
/// order. Nothing is said about communes that are only in one of the sheets.
#[must_use]
pub fn rules(old: &RuleSet, new: &RuleSet, sheets: Option<(&ScoreSheet, &ScoreSheet)>) -> Comparison {
    let pair = Pair::new(old.standard(), new.standard());
    let changes = pair.changes();
    let effect = sheets.map(|(before, after)| effect(&pair, &changes, before, after));
    let named = [old, new].map(|rules| rules.info().id.clone());
    Comparison { old: Arc::clone(old.info()), new: Arc::clone(new.info()), named, changes, effect }
}

fn effect(pair: &Pair, changes: &[Change], before: &ScoreSheet, after: &ScoreSheet) -> Effect {
    let anatomy = communes::Anatomy::new(pair, changes);
    let infos = [before.standard.as_ref(), after.standard.as_ref()];
    let communes = before.communes.iter().zip(&after.communes);
    let communes = communes.map(|(old, new)| anatomy.effect(infos, old, new)).collect();
    summary::of(communes, infos, anatomy.sources)
}

/// Two standards with what belongs together.
struct Pair<'a> {
    old: Side<'a>,
    new: Side<'a>,
    /// For each criterion of the new standard the one of the old.
    criteria: Vec<Option<usize>>,
    /// For each item of the new standard the one of the old, counted through all criteria.
    items: Vec<Option<usize>>,
    old_items: Vec<Owned>,
    new_items: Vec<Owned>,
}

/// An item with the position of its criterion.
struct Owned {
    criterion: usize,
    part: Part,
}

impl<'a> Pair<'a> {
    fn new(old: &'a Standard, new: &'a Standard) -> Self {
        let (mut old, new) = (plain(old), plain(new));
        old.take_names(&new);
        let criteria = criteria_of(&old, &new);
        let old_items = old.items(|at| id_in_new(&criteria, &old, &new, at));
        let new_items = new.items(|at| new.standard.criteria[at].id.clone());
        let parts = |items: &'_ [Owned]| -> Vec<Part> { items.iter().map(|item| item.part.clone()).collect() };
        let (before, after) = (parts(&old_items), parts(&new_items));
        let items = pair::matched(&before.iter().collect::<Vec<_>>(), &after.iter().collect::<Vec<_>>());
        Self { old, new, criteria, items, old_items, new_items }
    }

    fn changes(&self) -> Vec<Change> {
        let mut changes = self.old.head().compare(&self.new.head());
        changes.extend(parts(&self.old.agencies(), &self.new.agencies(), false));
        changes.extend(parts(&self.old.classes(), &self.new.classes(), false));
        changes.extend(parts(&self.old.fields(), &self.new.fields(), false));
        changes.extend(parts(&self.old.relations(), &self.new.relations(), false));
        changes.extend(self.old.recognition().compare(&self.new.recognition()));
        changes.extend(parts(&self.old.conditions(), &self.new.conditions(), true));
        let moved = pair::moved(&self.criteria);
        for (before, after) in self.rows() {
            let (a, b) =
                (before.map(|at| &self.old.standard.criteria[at]), after.map(|at| &self.new.standard.criteria[at]));
            let id = self.id(before, after);
            let (a_part, b_part) = (a.map(|a| self.old.criterion(a, &id)), b.map(|b| self.new.criterion(b, &id)));
            changes.extend(one(a_part.as_ref(), b_part.as_ref()));
            let place = moved.iter().find(|(_, new)| Some(*new) == after);
            changes.extend(place.zip(b_part.as_ref()).map(|(place, part)| self::place(*place, part)));
            if a.is_some() && b.is_some() {
                let rules = |side: &Side, c: Option<&Criterion>| c.map(|c| side.zero_rules(c, &id)).unwrap_or_default();
                changes.extend(parts(&rules(&self.old, a), &rules(&self.new, b), true));
            }
            changes.extend(self.item_rows(before, after).into_iter().flat_map(|(a, b)| self.item(a, b)));
        }
        changes
    }

    /// The criteria of both.
    fn rows(&self) -> Vec<(Option<usize>, Option<usize>)> {
        pair::in_order(self.old.standard.criteria.len(), self.criteria.len(), |at| self.criteria[at])
    }

    /// The id a criterion is told by: the new one, where there is one.
    fn id(&self, before: Option<usize>, after: Option<usize>) -> String {
        let new = after.and_then(|at| self.new.standard.criteria.get(at));
        let old = before.and_then(|at| self.old.standard.criteria.get(at));
        new.or(old).map_or_else(String::new, |criterion| criterion.id.clone())
    }

    /// The items of a criterion: those it has, wherever they were, and those that are gone.
    fn item_rows(&self, before: Option<usize>, after: Option<usize>) -> Vec<(Option<usize>, Option<usize>)> {
        let old = self.old_items.iter().enumerate().filter(|(_, item)| Some(item.criterion) == before);
        let gone = old.filter(|(at, _)| !self.items.contains(&Some(*at))).map(|(at, _)| (Some(at), None));
        let new = self.new_items.iter().enumerate().filter(|(_, item)| Some(item.criterion) == after);
        new.map(|(at, _)| (self.items[at], Some(at))).chain(gone).collect()
    }

    fn item(&self, before: Option<usize>, after: Option<usize>) -> Vec<Change> {
        let (a, b) = (before.map(|at| &self.old_items[at]), after.map(|at| &self.new_items[at]));
        let (Some(old), Some(new)) = (a, b) else { return one(a.map(|a| &a.part), b.map(|b| &b.part)) };
        if self.criteria.get(new.criterion) == Some(&Some(old.criterion)) {
            return old.part.compare(&new.part);
        }
        let title = |side: &Side, at: usize| side.standard.criteria.get(at).map(|criterion| criterion.title.clone());
        let moved = Change {
            before: title(&self.old, old.criterion),
            after: title(&self.new, new.criterion),
            ..new.part.place.change(Kind::Moved, Weight::Substance, "", new.part.title.clone())
        };
        let same_id = Part { id: new.part.id.clone(), ..old.part.clone() };
        std::iter::once(moved).chain(same_id.compare(&new.part)).collect()
    }
}

/// A side with its own names.
fn plain(standard: &Standard) -> Side<'_> {
    let ids = |list: &[crate::criteria::model::Named]| list.iter().map(|named| named.id.clone()).collect();
    Side {
        standard,
        fields: standard.fields.iter().map(|field| field.id.clone()).collect(),
        derived: standard.derived.iter().map(|derived| derived.id.clone()).collect(),
        classes: ids(&standard.classes),
        agencies: ids(&standard.agencies),
    }
}

impl Side<'_> {
    /// Takes the ids of the new standard for what was only renamed, so that whatever names it is not different.
    fn take_names(&mut self, new: &Self) {
        type Names = Vec<(String, Text)>;
        let rename = |ids: &mut Vec<String>, old: Names, new: Names| {
            for (at, old) in pair::named(&old, &new).into_iter().enumerate().filter_map(|(at, old)| Some((at, old?))) {
                ids[old].clone_from(&new[at].0);
            }
        };
        let fields = |s: &Standard| -> Names { s.fields.iter().map(|f| (f.id.clone(), f.label.clone())).collect() };
        let derived = |s: &Standard| -> Names { s.derived.iter().map(|d| (d.id.clone(), d.label.clone())).collect() };
        let classes = |s: &Standard| -> Names { s.classes.iter().map(|c| (c.id.clone(), c.label.clone())).collect() };
        let agencies = |s: &Standard| -> Names { s.agencies.iter().map(|a| (a.id.clone(), a.label.clone())).collect() };
        rename(&mut self.fields, fields(self.standard), fields(new.standard));
        rename(&mut self.derived, derived(self.standard), derived(new.standard));
        rename(&mut self.classes, classes(self.standard), classes(new.standard));
        rename(&mut self.agencies, agencies(self.standard), agencies(new.standard));
    }

    fn items(&self, id: impl Fn(usize) -> String) -> Vec<Owned> {
        let criteria = self.standard.criteria.iter().enumerate();
        let owned = criteria.flat_map(|(at, criterion)| {
            let id = id(at);
            let items = criterion.items.iter();
            items.map(|item| Owned { criterion: at, part: self.item(item, criterion, &id) }).collect::<Vec<_>>()
        });
        owned.collect()
    }
}

fn criteria_of(old: &Side, new: &Side) -> Vec<Option<usize>> {
    let parts = |side: &Side| -> Vec<Part> {
        // The same stand-in for all: which criterion an item stands in is not what it does.
        side.standard.criteria.iter().map(|criterion| side.criterion(criterion, "")).collect()
    };
    let (old, new) = (parts(old), parts(new));
    pair::matched(&old.iter().collect::<Vec<_>>(), &new.iter().collect::<Vec<_>>())
}

fn id_in_new(criteria: &[Option<usize>], old: &Side, new: &Side, at: usize) -> String {
    let renamed = criteria.iter().position(|pair| *pair == Some(at)).and_then(|at| new.standard.criteria.get(at));
    renamed.or(old.standard.criteria.get(at)).map_or_else(String::new, |criterion| criterion.id.clone())
}

/// Parts of one list; `by_content` where a part is more than its name.
fn parts(old: &[Part], new: &[Part], by_content: bool) -> Vec<Change> {
    let names = |parts: &[Part]| parts.iter().map(|part| (part.id.clone(), part.title.clone())).collect::<Vec<_>>();
    let pairs = if by_content {
        pair::matched(&old.iter().collect::<Vec<_>>(), &new.iter().collect::<Vec<_>>())
    } else {
        pair::named(&names(old), &names(new))
    };
    let rows = pair::in_order(old.len(), new.len(), |at| pairs[at]);
    rows.into_iter().flat_map(|(a, b)| one(a.map(|at| &old[at]), b.map(|at| &new[at]))).collect()
}

fn one(old: Option<&Part>, new: Option<&Part>) -> Vec<Change> {
    match (old, new) {
        (Some(old), Some(new)) => old.compare(new),
        (Some(old), None) => vec![old.alone(Kind::Removed)],
        (None, Some(new)) => vec![new.alone(Kind::Added)],
        (None, None) => Vec::new(),
    }
}

/// A criterion that has another number among those that are in both.
fn place((old, new): (usize, usize), part: &Part) -> Change {
    let number = |at: usize| Text::of(format!("TC {}", at + 1), format!("C{}", at + 1));
    Change {
        before: Some(number(old)),
        after: Some(number(new)),
        ..part.place.change(Kind::Moved, Weight::Wording, "", Text::of("Số thứ tự", "Number"))
    }
}

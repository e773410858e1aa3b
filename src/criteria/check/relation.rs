//! Relations between counts that a review asks about.

use super::ids;
use super::scope::Scope;
use crate::criteria::findings::At;
use crate::criteria::model::{FieldIx, Gravity, Holds, Relation};
use crate::criteria::raw::{RawRelation, RawStandard, keys};
use crate::diag::{Note, Problem, Span};
use std::collections::{BTreeMap, BTreeSet};

/// In the order of the file; `None` where one is faulty.
pub(super) fn relations(scope: &Scope, raw: &RawStandard) -> Vec<Option<Relation>> {
    let relations: Vec<Option<Relation>> = raw.relations.items.iter().map(|of| relation(scope, of)).collect();
    circles(scope, raw, &relations);
    relations
}

fn relation(scope: &Scope, raw: &RawRelation) -> Option<Relation> {
    twice(scope, raw);
    let count = |id: &At<String>| scope.field(id, &["count"]);
    let sum_of: Vec<Option<FieldIx>> = raw.sum_of.items.iter().map(count).collect();
    let holds = raw.holds.as_ref().map(|(needs, id)| (*needs, count(id)));
    let level = raw.level.as_ref().and_then(|word| ids::word(scope.f, word, keys::GRAVITIES));
    let sum_of = super::all(sum_of).filter(|fields| raw.sum_of.whole && !fields.is_empty());
    let holds = match holds? {
        (false, field) => Holds::AtMost(field?),
        (true, field) => Holds::Needs(field?),
    };
    Some(Relation {
        sum_of: sum_of?,
        holds,
        gravity: Gravity::ALL.get(level?).copied()?,
        because: raw.because.clone()?,
        span: raw.span.clone(),
    })
}

/// A count that stands twice in one relation: added twice, or held against itself.
fn twice(scope: &Scope, raw: &RawRelation) {
    let mut first: BTreeMap<&str, &Span> = BTreeMap::new();
    for id in raw.sum_of.items.iter().chain(raw.holds.as_ref().map(|(_, id)| id)) {
        match first.get(id.value.as_str()) {
            Some(earlier) => {
                scope.f.with(&id.span, Problem::FieldTwice { field: id.value.clone() }, earlier, Note::FirstHere);
            }
            None => {
                first.insert(&id.value, &id.span);
            }
        }
    }
}

/// A relation that closes a circle of limits, with those of fields and of relations before it.
fn circles(scope: &Scope, raw: &RawStandard, relations: &[Option<Relation>]) {
    let mut limits: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for at in 0..scope.field.len() {
        let of = scope.field_at(FieldIx(at)).map_or(&[][..], |field| &field.at_most);
        limits.entry(at).or_default().extend(of.iter().map(|limit| limit.0));
    }
    for (raw, relation) in raw.relations.items.iter().zip(relations) {
        let (Some(relation), Some((_, place))) = (relation, &raw.holds) else { continue };
        let Holds::AtMost(whole) = relation.holds else { continue };
        let parts = relation.sum_of.iter().filter(|part| **part != whole);
        for part in parts.clone() {
            if let Some(path) = way(&limits, whole.0, part.0) {
                let id = |at: &usize| scope.fields.known().get(*at).cloned();
                let fields = std::iter::once(&part.0).chain(&path).filter_map(id).collect();
                scope.f.at(&place.span, Problem::AtMostCycle { fields });
            }
        }
        for part in parts {
            limits.entry(part.0).or_default().insert(whole.0);
        }
    }
}

/// The fields from one that is limited to one that limits it in the end, without the last.
fn way(limits: &BTreeMap<usize, BTreeSet<usize>>, from: usize, to: usize) -> Option<Vec<usize>> {
    let (mut paths, mut seen) = (vec![vec![from]], BTreeSet::from([from]));
    while let Some(path) = paths.pop() {
        let next = path.last().and_then(|at| limits.get(at));
        for next in next.into_iter().flatten() {
            if *next == to {
                return Some(path);
            }
            if seen.insert(*next) {
                paths.push([path.as_slice(), &[*next]].concat());
            }
        }
    }
    None
}

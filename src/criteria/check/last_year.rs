//! What a field says of the year before: whose earlier figure it is, and whether it may be any other.

use super::field::only_for;
use super::scope::{NUMBERS, Scope};
use crate::criteria::model::FieldIx;
use crate::criteria::raw::{RawField, RawStandard, keys};
use crate::diag::{Note, Problem, Span};
use std::collections::BTreeMap;

/// `last_year_of` names a number of the same type, each once and none in a circle; `varies_by_year` is of counts.
pub(super) fn check(scope: &Scope, raw: &RawStandard) {
    let mut named: BTreeMap<&str, &Span> = BTreeMap::new();
    for (at, field) in raw.fields.items.iter().enumerate() {
        let word = field.kind.as_ref().and_then(|word| keys::TYPES.iter().copied().find(|t| *t == word.value));
        let Some(kind) = word else { continue };
        let varies = field.varies_by_year.as_ref().map(|key| &key.span);
        only_for(scope, field, varies, kind, &["count"]);
        let Some(of) = &field.last_year_of else { continue };
        if NUMBERS.contains(&kind) {
            scope.field(of, &[kind]);
        } else {
            only_for(scope, field, Some(&of.span), kind, NUMBERS);
        }
        if let Some(first) = named.get(of.value.as_str()) {
            scope.f.with(&of.span, Problem::FieldTwice { field: of.value.clone() }, first, Note::FirstHere);
        }
        named.entry(&of.value).or_insert(&of.span);
        circle(scope, at, field);
    }
}

/// Fields that are last year's figures of each other; a circle is told at its first field.
fn circle(scope: &Scope, start: usize, field: &RawField) {
    let before = |at: usize| scope.field_at(FieldIx(at))?.last_year_of.map(|of| of.0);
    let mut path = vec![start];
    while let Some(next) = path.last().and_then(|at| before(*at)) {
        if next == start {
            let id = |at: &usize| scope.fields.known().get(*at).cloned();
            if let Some(of) = &field.last_year_of {
                let fields = path.iter().filter_map(id).collect();
                scope.f.at(&of.span, Problem::LastYearCycle { fields });
            }
            return;
        }
        if next < start || path.contains(&next) {
            return;
        }
        path.push(next);
    }
}

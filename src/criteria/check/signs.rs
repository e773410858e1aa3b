//! Signs in place of figures: each means one thing, and nothing that a cell can mean already.

use super::scope::{NUMBERS, Scope, type_word};
use crate::criteria::findings::At;
use crate::criteria::model::{Field, FieldKind, NO, Named, Signs, YES};
use crate::criteria::raw::{List, RawField};
use crate::diag::{Note, Problem, Span};
use std::collections::BTreeMap;

/// The signs of a field.
pub(super) fn signs(raw: &RawField) -> Signs {
    let words = |list: &List<At<String>>| list.items.iter().map(|word| word.value.clone()).collect();
    Signs { missing: words(&raw.means_missing), zero: words(&raw.means_zero) }
}

/// Reports signs on fields that cannot have them, and words that are taken.
pub(super) fn check(scope: &Scope, raw: &RawField, field: &Field) {
    let type_of = |types: &[&'static str], list: &List<At<String>>| {
        if let (Some(word), Some(kind)) = (list.items.first(), &raw.kind)
            && !types.contains(&kind.value.as_str())
        {
            scope.wrong_type(&At::new(field.id.clone(), word.span.clone()), type_word(&field.kind), types);
        }
    };
    type_of(&["count", "percent", "decimal", "yes-no", "choice"], &raw.means_missing);
    type_of(NUMBERS, &raw.means_zero);
    let mut seen: BTreeMap<String, &Span> = BTreeMap::new();
    for word in raw.means_missing.items.iter().chain(&raw.means_zero.items) {
        let folded = super::field::as_header(&word.value);
        let taken = || Problem::SignTaken { sign: word.value.clone() };
        if let Some(first) = seen.insert(folded.clone(), &word.span) {
            scope.f.with(&word.span, taken(), first, Note::FirstHere);
        } else if means_something(&field.kind, &folded) {
            scope.f.at(&word.span, taken());
        }
    }
}

/// Whether a cell with this word in it has a meaning already.
fn means_something(kind: &FieldKind, folded: &str) -> bool {
    let is = |text: &str| super::field::as_header(text) == folded;
    let named = |choice: &Named| is(&choice.id) || is(&choice.label.vi) || is(&choice.label.en);
    match kind {
        FieldKind::YesNo => YES.contains(&folded) || NO.contains(&folded),
        FieldKind::Choice(choices) => choices.iter().any(named),
        FieldKind::Count | FieldKind::Percent { .. } | FieldKind::Decimal { .. } => {
            folded.contains(|c: char| c.is_ascii_digit())
        }
        FieldKind::Text => false,
    }
}

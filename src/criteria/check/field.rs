//! Fields and derived fields.

use super::declare;
use super::figure;
use super::formula;
use super::ids::{self, Ids};
use super::last_year;
use super::scope::{NUMBERS, Scope};
use super::signs;
use crate::criteria::findings::At;
use crate::criteria::model::{Changeable, Derived, Field, FieldIx, FieldKind};
use crate::criteria::raw::{List, RawDerived, RawField, RawStandard, keys};
use crate::diag::{Kind, Note, Problem, Span};
use crate::quantity::{Decimal, Ratio};
use std::collections::BTreeMap;

/// Columns every table has; they are not declared.
pub(crate) const IDENTITY_COLUMNS: [&str; 6] = ["code", "name", "province", "district", "year", "area_class"];
/// Digits of a percentage or decimal that does not say.
const DEFAULT_DIGITS: u8 = 2;
/// More digits than any published figure has; keeps cells inside `i64`.
const MOST_DIGITS: i64 = 6;

/// Fills the scope with fields, then with derived fields, which name them.
pub(crate) fn fields(scope: &mut Scope, raw: &RawStandard) {
    declare::letters(scope.f, &raw.agencies);
    declare::letters(scope.f, &raw.classes);
    let fields = raw.fields.items.iter().map(|field| self::field(scope, field)).collect();
    scope.field = fields;
    for (at, field) in raw.fields.items.iter().enumerate() {
        limits(scope, field);
        if let Some(checked) = scope.field_at(FieldIx(at)) {
            signs::check(scope, field, checked);
        }
    }
    labels(scope, raw);
    cycles(scope, raw);
    last_year::check(scope, raw);
    let derived = raw.derived.items.iter().map(|d| self::derived(scope, d)).collect();
    scope.formulas = derived;
}

fn field(scope: &Scope, raw: &RawField) -> Option<Field> {
    let f = scope.f;
    let id = raw.id.as_ref().filter(|id| ids::check_letters(f, id));
    if let Some(id) = id {
        ids::check_reserved(f, Kind::Field, id, &IDENTITY_COLUMNS);
    }
    let kind = kind(scope, raw);
    if let (Some(_), Some(above)) = (&raw.at_least, &raw.above) {
        f.at(&above.span, Problem::TwoBounds { first: "at_least", second: "above" });
    }
    let supplied_by: Vec<_> = raw.supplied_by.items.iter().map(|agency| scope.agency(agency)).collect();
    Some(Field {
        id: id?.value.clone(),
        label: raw.label.as_ref()?.value.clone(),
        kind: kind?,
        unit: raw.unit.clone(),
        supplied_by: super::all(supplied_by)?,
        definition: raw.definition.clone(),
        at_most: raw.at_most.items.iter().filter_map(|id| scope.fields.get(&id.value)).map(FieldIx).collect(),
        at_least: raw.at_least.as_ref().map(|number| number.value),
        above: raw.above.as_ref().map(|number| number.value),
        changeable: raw.changeable.as_ref().map_or(Some(None), |word| {
            let position = ids::word(f, word, keys::CHANGEABLE)?;
            Changeable::ALL.get(position).copied().map(Some)
        })?,
        last_year_of: raw.last_year_of.as_ref().and_then(|id| scope.fields.get(&id.value)).map(FieldIx),
        varies_by_year: raw.varies_by_year.as_ref().is_some_and(|is| is.value),
        signs: signs::signs(raw),
        sensitive: raw.sensitive.as_ref().is_some_and(|sensitive| sensitive.value),
        span: raw.span.clone(),
    })
}

fn kind(scope: &Scope, raw: &RawField) -> Option<FieldKind> {
    let f = scope.f;
    let word = raw.kind.as_ref()?;
    let position = ids::word(f, word, keys::TYPES)?;
    let digits = raw.digits.as_ref().map(|digits| figure::whole(f, digits, 0, MOST_DIGITS));
    let digits = digits.map_or(Some(DEFAULT_DIGITS), |read| u8::try_from(read?).ok());
    let found = keys::TYPES.get(position).copied()?;
    only_for(scope, raw, raw.digits_key.as_ref(), found, &["percent", "decimal"]);
    only_for(scope, raw, raw.choices_key.as_ref(), found, &["choice"]);
    // The unit of a percentage is the sign itself.
    only_for(scope, raw, raw.unit_key.as_ref(), found, &["count", "decimal"]);
    match found {
        "count" => Some(FieldKind::Count),
        "yes-no" => Some(FieldKind::YesNo),
        "percent" => Some(FieldKind::Percent { digits: digits? }),
        "decimal" => Some(FieldKind::Decimal { digits: digits? }),
        "choice" => choices(scope, raw),
        _ => Some(FieldKind::Text),
    }
}

fn choices(scope: &Scope, raw: &RawField) -> Option<FieldKind> {
    let f = scope.f;
    if raw.choices_key.is_none() {
        f.at(&raw.span, Problem::MissingKey { key: "choices", of: keys::FIELD.name.to_owned() });
        return None;
    }
    declare::letters(f, &raw.choices);
    Ids::of(f, Kind::Choice, raw.choices.items.iter().map(|choice| choice.id.as_ref()), true);
    declare::all_named(&raw.choices).map(FieldKind::Choice)
}

/// Reports a key that only fields of other types have.
pub(super) fn only_for(scope: &Scope, raw: &RawField, key: Option<&Span>, found: &'static str, types: &[&'static str]) {
    if let (Some(key), Some(id)) = (key, &raw.id)
        && !types.contains(&found)
    {
        scope.wrong_type(&At::new(id.value.clone(), key.clone()), found, types);
    }
}

/// `at_most`, `at_least` and `above` compare numbers.
fn limits(scope: &Scope, raw: &RawField) {
    let Some(kind) = raw.kind.as_ref().and_then(|word| keys::TYPES.iter().copied().find(|t| *t == word.value)) else {
        return;
    };
    let own = [&raw.at_least, &raw.above];
    let first_limit = own.iter().find_map(|limit| limit.as_ref().map(|n| n.span.clone()));
    let first_limit = first_limit.or(raw.at_most.items.first().map(|id| id.span.clone()));
    only_for(scope, raw, first_limit.as_ref(), kind, NUMBERS);
    for other in &raw.at_most.items {
        scope.field(other, NUMBERS);
    }
    for limit in own.into_iter().flatten().filter(|_| kind == "percent") {
        let value = Ratio::from(limit.value);
        let hundred = value.compare(Decimal::whole(100));
        // No percentage is above 100.
        let nothing_left = hundred.is_eq() && raw.above.as_ref().is_some_and(|above| above.span == limit.span);
        if value < Ratio::ZERO || hundred.is_gt() || nothing_left {
            figure::out_of_range(scope.f, limit, "0", if nothing_left { "< 100" } else { "100" });
        }
    }
}

/// Fields that limit each other in a circle; each circle is told at its first field.
fn cycles(scope: &Scope, raw: &RawStandard) {
    for (start, field) in raw.fields.items.iter().enumerate() {
        let mut paths: Vec<Vec<usize>> = vec![vec![start]];
        while let Some(path) = paths.pop() {
            let limits =
                path.last().and_then(|at| scope.field_at(FieldIx(*at))).map_or(&[][..], |field| &field.at_most);
            if limits.contains(&FieldIx(start)) {
                let id = |at: &usize| scope.fields.known().get(*at).cloned();
                let Some(place) = field.at_most.items.first() else { return };
                scope.f.at(&place.span, Problem::AtMostCycle { fields: path.iter().filter_map(id).collect() });
                break;
            }
            let onward = limits.iter().filter(|next| next.0 > start && !path.contains(&next.0));
            paths.extend(onward.map(|next| [path.as_slice(), &[next.0]].concat()));
        }
    }
}

/// A header in a data file is an id or a label, in any case; each must name one field.
fn labels(scope: &Scope, raw: &RawStandard) {
    let mut headers: BTreeMap<String, (&str, &Span)> = BTreeMap::new();
    let fields = || raw.fields.items.iter().filter_map(|field| Some((field, field.id.as_ref()?)));
    for (_, id) in fields() {
        headers.entry(as_header(&id.value)).or_insert((&id.value, &id.span));
    }
    for (field, id) in fields() {
        let Some(label) = &field.label else { continue };
        for text in [&label.value.vi, &label.value.en] {
            let (first, span) = *headers.entry(as_header(text)).or_insert((&id.value, &label.span));
            if first != id.value {
                let (first, second) = (first.to_owned(), id.value.clone());
                let problem = Problem::DuplicateLabel { label: text.clone(), first, second };
                scope.f.with(&label.span, problem, span, Note::FirstHere);
                break;
            }
        }
    }
}

pub(super) fn as_header(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn derived(scope: &Scope, raw: &RawDerived) -> Option<Derived> {
    let f = scope.f;
    let id = raw.id.as_ref().filter(|id| ids::check_letters(f, id));
    if let Some(id) = id {
        ids::check_reserved(f, Kind::Derived, id, &IDENTITY_COLUMNS);
        if let Some(first) = scope.fields.place(&id.value) {
            f.with(
                &id.span,
                Problem::DuplicateId { kind: Kind::Operand, id: id.value.clone() },
                first,
                Note::FirstHere,
            );
        }
    }
    let text = raw.formula.as_ref()?;
    let formula = formula::parse(scope, text);
    Some(Derived {
        id: id?.value.clone(),
        label: raw.label.clone()?,
        formula: formula?,
        text: text.value.clone(),
        span: raw.span.clone(),
    })
}

/// Whether a list of ids repeats one; reports the repetition.
pub(crate) fn repeated(scope: &Scope, kind: Kind, ids: &List<At<String>>) {
    Ids::of(scope.f, kind, ids.items.iter().map(Some), true);
}

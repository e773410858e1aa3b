//! What the parts of a standard can name: declared ids, fields, scripts. Filled once, then only read, except for
//! what is remembered about use.

use super::Scripts;
use super::ids::{self, Ids};
use crate::criteria::findings::{At, Findings};
use crate::criteria::model::{AgencyIx, ClassIx, Derived, DerivedIx, Field, FieldIx, FieldKind, Operand, Script};
use crate::criteria::raw::{RawStandard, keys};
use crate::diag::{Kind, Problem};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

/// Everything a rule may refer to.
pub(crate) struct Scope<'a> {
    pub(crate) f: &'a Findings,
    pub(crate) agencies: Ids,
    pub(crate) fields: Ids,
    pub(crate) derived: Ids,
    pub(crate) classes: Ids,
    /// Criterion ids.
    pub(crate) criteria: Ids,
    /// Item ids; the position counts through all criteria.
    pub(crate) items: Ids,
    /// Criteria, vetoes, gates and zero rules share one set of ids.
    pub(crate) conditions: RefCell<Ids>,
    /// Fields in the order of [`Scope::fields`]; `None` where one is faulty.
    pub(crate) field: Vec<Option<Field>>,
    /// Derived fields, likewise.
    pub(crate) formulas: Vec<Option<Derived>>,
    /// Whether computed points can be rounded.
    pub(crate) has_points_rounding: bool,
    /// Scripts asked for so far.
    pub(crate) scripts: RefCell<Vec<Script>>,
    /// Where scripts come from.
    pub(crate) load_script: Scripts<'a>,
    /// Agencies somebody named.
    pub(crate) used_agencies: RefCell<BTreeSet<usize>>,
    /// Whether a threshold or a scale differs by class.
    pub(crate) classes_used: Cell<bool>,
}

impl<'a> Scope<'a> {
    /// Collects all ids of a file; reports faulty, duplicate and reserved ones.
    pub(crate) fn declare(f: &'a Findings, raw: &RawStandard, load_script: Scripts<'a>) -> Self {
        let agencies = Ids::of(f, Kind::Agency, raw.agencies.items.iter().map(|a| a.id.as_ref()), raw.agencies.whole);
        let classes = Ids::of(f, Kind::Class, raw.classes.items.iter().map(|c| c.id.as_ref()), raw.classes.whole);
        let fields = Ids::of(f, Kind::Field, raw.fields.items.iter().map(|c| c.id.as_ref()), raw.fields.whole);
        let derived = Ids::of(f, Kind::Derived, raw.derived.items.iter().map(|c| c.id.as_ref()), raw.derived.whole);
        let criteria =
            Ids::of(f, Kind::Criterion, raw.criteria.items.iter().map(|c| c.id.as_ref()), raw.criteria.whole);
        let of_criteria = raw.criteria.items.iter();
        let items_whole = raw.criteria.whole && of_criteria.clone().all(|c| c.items.whole);
        let of_items = of_criteria.flat_map(|c| &c.items.items).map(|i| i.id.as_ref());
        let items = Ids::of(f, Kind::Item, of_items, items_whole);
        let whole = criteria.is_whole();
        let mut conditions = Ids::of(f, Kind::Condition, std::iter::empty(), whole);
        for id in raw
            .criteria
            .items
            .iter()
            .filter_map(|c| c.id.as_ref())
            .filter(|id| criteria.place(&id.value) == Some(&id.span))
        {
            conditions.declare(f, Kind::Condition, id, 0);
        }
        Self {
            f,
            agencies,
            fields,
            derived,
            classes,
            criteria,
            items,
            conditions: RefCell::new(conditions),
            field: Vec::new(),
            formulas: Vec::new(),
            has_points_rounding: raw.head.as_ref().is_none_or(|head| head.has_points_rounding),
            scripts: RefCell::default(),
            load_script,
            used_agencies: RefCell::default(),
            classes_used: Cell::new(false),
        }
    }

    /// The agency somebody names; it counts as used.
    pub(crate) fn agency(&self, id: &At<String>) -> Option<AgencyIx> {
        let position = self.agencies.find(self.f, Kind::Agency, id)?;
        self.used_agencies.borrow_mut().insert(position);
        Some(AgencyIx(position))
    }

    /// An optional agency: the outer `None` means that it is faulty.
    #[expect(clippy::option_option, reason = "absent and faulty are different")]
    pub(crate) fn optional_agency(&self, id: Option<&At<String>>) -> Option<Option<AgencyIx>> {
        id.map_or(Some(None), |id| self.agency(id).map(Some))
    }

    /// The class somebody names; [`Problem::ClassWithoutClasses`] where there are none.
    pub(crate) fn class(&self, id: &At<String>) -> Option<ClassIx> {
        if self.classes.known().is_empty() && self.classes.is_whole() {
            self.f.at(&id.span, Problem::ClassWithoutClasses { class: id.value.clone() });
            return None;
        }
        self.classes.find(self.f, Kind::Class, id).map(ClassIx)
    }

    /// A field of one of the given types.
    pub(crate) fn field(&self, id: &At<String>, types: &[&'static str]) -> Option<FieldIx> {
        let position = self.fields.get(&id.value);
        let Some(position) = position else {
            if self.derived.get(&id.value).is_some() {
                self.wrong_type(id, "derived", types);
            } else if self.fields.is_whole() {
                ids::unknown(self.f, Kind::Field, id, self.fields.known().to_vec());
            }
            return None;
        };
        let found = type_word(&self.field.get(position)?.as_ref()?.kind);
        if !types.contains(&found) {
            self.wrong_type(id, found, types);
            return None;
        }
        Some(FieldIx(position))
    }

    /// A field of one of the given types, or a derived field.
    pub(crate) fn operand(&self, id: &At<String>, types: &[&'static str]) -> Option<Operand> {
        if let Some(position) = self.derived.get(&id.value) {
            return Some(Operand::Derived(DerivedIx(position)));
        }
        if self.fields.get(&id.value).is_some() {
            return self.field(id, types).map(Operand::Field);
        }
        if self.fields.is_whole() && self.derived.is_whole() {
            let known = self.fields.known().iter().chain(self.derived.known()).cloned().collect();
            ids::unknown(self.f, Kind::Operand, id, known);
        }
        None
    }

    pub(crate) fn wrong_type(&self, id: &At<String>, found: &'static str, expected: &[&'static str]) {
        let expected = expected.to_vec();
        self.f.at(&id.span, Problem::WrongFieldType { field: id.value.clone(), found, expected });
    }

    /// A field that is not faulty.
    pub(crate) fn field_at(&self, at: FieldIx) -> Option<&Field> {
        self.field.get(at.0)?.as_ref()
    }

    /// A derived field that is not faulty.
    pub(crate) fn derived_at(&self, at: DerivedIx) -> Option<&Derived> {
        self.formulas.get(at.0)?.as_ref()
    }

    pub(crate) fn has_classes(&self) -> bool {
        !self.classes.known().is_empty()
    }
}

/// Types of fields that hold a number of things.
pub(crate) const NUMBERS: &[&str] = &["count", "percent", "decimal"];

/// The word of the file for a type.
pub(crate) fn type_word(kind: &FieldKind) -> &'static str {
    let position = match kind {
        FieldKind::Count => 0,
        FieldKind::YesNo => 1,
        FieldKind::Percent { .. } => 2,
        FieldKind::Decimal { .. } => 3,
        FieldKind::Choice(_) => 4,
        FieldKind::Text => 5,
    };
    keys::TYPES.get(position).copied().unwrap_or("")
}

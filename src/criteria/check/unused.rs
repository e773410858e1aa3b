//! What is declared and never used: a warning, because it is often a slip of another id.

use super::scope::Scope;
use crate::criteria::model::{
    Change, Criterion, DerivedIx, Fact, FieldIx, Formula, Indicator, ItemRule, Operand, Rate, Side, Standard,
};
use crate::criteria::raw::{List, RawNamed, RawStandard};
use crate::diag::{Diagnostic, Kind, Place, Problem, Report};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Agencies nobody names, and area classes nothing depends on.
pub(crate) fn declared(scope: &Scope, raw: &RawStandard) {
    let agencies = scope.used_agencies.borrow();
    warn(scope, Kind::Agency, &raw.agencies, |at| agencies.contains(&at));
    warn(scope, Kind::Class, &raw.classes, |_| scope.classes_used.get());
}

fn warn(scope: &Scope, kind: Kind, raw: &List<RawNamed>, used: impl Fn(usize) -> bool) {
    for (at, named) in raw.items.iter().enumerate() {
        if let Some(id) = named.id.as_ref().filter(|_| !used(at)) {
            scope.f.at(&id.span, Problem::Unused { kind, id: id.value.clone() });
        }
    }
}

/// Warns of fields and derived fields that no item, fact, formula or script uses. A field that is only a limit of
/// another (`at_most`) counts as unused.
///
/// `used_by_scripts` are the ids scripts take as parameters, known once they are compiled. Fields of type `text`
/// are never scored; they are not reported.
#[must_use]
pub fn unused_fields(standard: &Standard, used_by_scripts: &BTreeSet<String>) -> Report {
    let mut used = Used::default();
    for criterion in &standard.criteria {
        used.criterion(criterion);
    }
    for fact in standard.recognition.vetoes.iter().chain(&standard.recognition.gates) {
        used.indicator(&fact.indicator);
    }
    for derived in &standard.derived {
        used.formula(&derived.formula);
    }
    let mut report = Report::default();
    let mut warn = |kind, id: &str, span: &crate::diag::Span| {
        let place = Place::Source(Arc::clone(&standard.source), span.clone());
        report.push(Diagnostic::new(Problem::Unused { kind, id: id.to_owned() }, place));
    };
    for (at, field) in standard.fields.iter().enumerate() {
        let scored = field.kind != crate::criteria::model::FieldKind::Text;
        if scored && !used.fields.contains(&FieldIx(at)) && !used_by_scripts.contains(&field.id) {
            warn(Kind::Field, &field.id, &field.span);
        }
    }
    for (at, derived) in standard.derived.iter().enumerate() {
        if !used.derived.contains(&DerivedIx(at)) && !used_by_scripts.contains(&derived.id) {
            warn(Kind::Derived, &derived.id, &derived.span);
        }
    }
    report
}

/// Fields and derived fields that rules name.
#[derive(Default)]
struct Used {
    fields: BTreeSet<FieldIx>,
    derived: BTreeSet<DerivedIx>,
}

impl Used {
    fn criterion(&mut self, criterion: &Criterion) {
        let gates = criterion.items.iter().filter_map(|item| item.gate.as_ref());
        let facts: Vec<&Fact> = criterion.zero_when.iter().chain(gates).collect();
        for fact in facts {
            self.indicator(&fact.indicator);
        }
        for item in &criterion.items {
            if let ItemRule::Scaled { indicator, .. } = &item.rule {
                self.indicator(indicator);
            }
        }
    }

    fn indicator(&mut self, indicator: &Indicator) {
        match indicator {
            Indicator::Rate(rate, _) => self.rate(*rate),
            Indicator::Value(operand, _) => self.operand(*operand),
            Indicator::YesNo(field) | Indicator::Choice(field) => self.operand(Operand::Field(*field)),
            Indicator::Change(Change { of, since, .. }, _) => {
                for side in [of, since] {
                    match side {
                        Side::Plain(operand) => self.operand(*operand),
                        Side::Rate(rate) => self.rate(*rate),
                    }
                }
            }
            Indicator::YearsInARow(fields) => self.fields.extend(fields),
            Indicator::Script(..) => {}
        }
    }

    fn rate(&mut self, rate: Rate) {
        self.operand(rate.of);
        self.operand(rate.over);
    }

    fn operand(&mut self, operand: Operand) {
        match operand {
            Operand::Field(field) => {
                self.fields.insert(field);
            }
            Operand::Derived(derived) => {
                self.derived.insert(derived);
            }
        }
    }

    fn formula(&mut self, formula: &Formula) {
        match formula {
            Formula::Number(_) => {}
            Formula::Field(field) => {
                self.fields.insert(*field);
            }
            Formula::Binary(left, _, right) => {
                self.formula(left);
                self.formula(right);
            }
        }
    }
}

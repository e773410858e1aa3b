//! What a figure is to the rules: something achieved or counted, or something that others are measured against.

use crate::criteria::model::{
    Changeable, Fact, FieldIx, FieldKind, Formula, Indicator, Item, ItemRule, Operand, Operator, Rate, Side, Standard,
};
use std::collections::BTreeSet;

/// The figures that others are measured against, and those that are measured.
#[derive(Default)]
struct Roles {
    against: BTreeSet<FieldIx>,
    measured: BTreeSet<FieldIx>,
}

/// In which direction each field can change: as the standard says, or else by what the field is to the rules.
pub(super) fn changeable(standard: &Standard) -> Vec<Changeable> {
    let roles = Roles::of(standard);
    let limits: BTreeSet<FieldIx> = standard.fields.iter().flat_map(|field| field.at_most.iter().copied()).collect();
    let fields = standard.fields.iter().enumerate();
    fields
        .map(|(at, field)| {
            let at = FieldIx(at);
            let is_total = limits.contains(&at) && !roles.measured.contains(&at);
            match (field.changeable, &field.kind) {
                (Some(said), _) => said,
                (None, FieldKind::Text) => Changeable::No,
                _ if roles.against.contains(&at) || is_total => Changeable::No,
                (None, FieldKind::YesNo) => Changeable::Up,
                _ => Changeable::Both,
            }
        })
        .collect()
}

impl Roles {
    fn of(standard: &Standard) -> Self {
        let mut roles = Self::default();
        let recognition = &standard.recognition;
        for fact in recognition.vetoes.iter().chain(&recognition.gates) {
            roles.fact(fact, standard);
        }
        for criterion in &standard.criteria {
            criterion.zero_when.iter().for_each(|fact| roles.fact(fact, standard));
            criterion.items.iter().for_each(|item| roles.item(item, standard));
        }
        roles
    }

    fn fact(&mut self, fact: &Fact, standard: &Standard) {
        self.indicator(&fact.indicator, standard);
    }

    fn item(&mut self, item: &Item, standard: &Standard) {
        if let Some(gate) = &item.gate {
            self.fact(gate, standard);
        }
        if let ItemRule::Scaled { indicator, .. } = &item.rule {
            self.indicator(indicator, standard);
        }
    }

    fn indicator(&mut self, indicator: &Indicator, standard: &Standard) {
        match indicator {
            Indicator::Rate(rate, _) => self.rate(rate, standard),
            Indicator::Value(operand, _) => self.operand(*operand, false, standard),
            Indicator::YesNo(field) | Indicator::Choice(field) => drop(self.measured.insert(*field)),
            Indicator::Change(change, _) => {
                match &change.of {
                    Side::Plain(operand) => self.operand(*operand, false, standard),
                    Side::Rate(rate) => self.rate(rate, standard),
                }
                let earlier = match &change.since {
                    Side::Plain(operand) => vec![*operand],
                    Side::Rate(rate) => vec![rate.of, rate.over],
                };
                for operand in earlier {
                    self.operand(operand, true, standard);
                }
            }
            Indicator::YearsInARow(fields) => {
                self.measured.extend(fields.first());
                self.against.extend(fields.iter().skip(1));
            }
            Indicator::Script(..) => {}
        }
    }

    fn rate(&mut self, rate: &Rate, standard: &Standard) {
        self.operand(rate.of, false, standard);
        self.operand(rate.over, true, standard);
    }

    fn operand(&mut self, operand: Operand, against: bool, standard: &Standard) {
        match operand {
            Operand::Field(field) => self.field(field, against),
            Operand::Derived(at) => {
                if let Some(derived) = standard.derived.get(at.0) {
                    self.formula(&derived.formula, against);
                }
            }
        }
    }

    fn formula(&mut self, formula: &Formula, against: bool) {
        match formula {
            Formula::Number(_) => {}
            Formula::Field(field) => self.field(*field, against),
            Formula::Binary(a, operator, b) => {
                self.formula(a, against);
                self.formula(b, against || *operator == Operator::Over);
            }
        }
    }

    fn field(&mut self, field: FieldIx, against: bool) {
        let set = if against { &mut self.against } else { &mut self.measured };
        set.insert(field);
    }
}

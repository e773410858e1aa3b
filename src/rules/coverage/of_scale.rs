//! What there is to reach in a scale.

use super::edge::{Edge, borders, digits};
use super::goal::{Goals, Wanted, words};
use crate::criteria::model::{ClassIx, Deduction, Indicator, Linear, Scale, Standard, Step};
use crate::lang::Text;
use crate::quantity::{Decimal, Points};
use crate::result::{TargetKind, Unit};
use crate::rules::info::unit;
use crate::rules::operand::position;

/// A fact by its id, held or not.
pub(super) fn label_of_fact(id: &str, holds: bool) -> Text {
    if holds {
        Text { vi: format!("{id} xảy ra"), en: format!("{id} holds") }
    } else {
        Text { vi: format!("{id} không xảy ra"), en: format!("{id} does not hold") }
    }
}

/// Adds the lines of an item's scale and the values beside their edges.
pub(super) fn in_scale(
    goals: &mut Goals,
    group: usize,
    standard: &Standard,
    (item, indicator, scale): (usize, &Indicator, &Scale),
) {
    let (digits, unit) = (digits(standard, indicator), unit(indicator, standard));
    let of = Scaled { group, item, digits, unit, standard, indicator };
    match scale {
        Scale::Steps(steps) => of.steps(goals, steps, 0, None, ""),
        Scale::StepsByClass { lists, list_of } => {
            let mut before = 0;
            for (list, steps) in lists.iter().enumerate() {
                let classes: Vec<ClassIx> = list_of
                    .iter()
                    .enumerate()
                    .filter(|(_, of)| **of == list)
                    .map(|(class, _)| ClassIx(class))
                    .collect();
                let ids =
                    classes.iter().filter_map(|class| standard.classes.get(class.0)).map(|class| class.id.as_str());
                let suffix = format!(" ({})", ids.collect::<Vec<_>>().join(", "));
                of.steps(goals, steps, before, Some(&classes), &suffix);
                before += steps.len();
            }
        }
        Scale::Deduction(figure) => of.deduction(goals, &figure.value),
        Scale::Linear(figure) => of.linear(goals, &figure.value),
    }
}

struct Scaled<'a> {
    group: usize,
    item: usize,
    digits: Option<u8>,
    unit: Unit,
    standard: &'a Standard,
    indicator: &'a Indicator,
}

impl Scaled<'_> {
    fn steps(&self, goals: &mut Goals, steps: &[Step], before: usize, classes: Option<&Vec<ClassIx>>, suffix: &str) {
        let suffixed = |text: Text| Text { vi: format!("{}{suffix}", text.vi), en: format!("{}{suffix}", text.en) };
        for (at, step) in steps.iter().enumerate() {
            let wanted = Wanted::Step { item: self.item, step: position(before + at) };
            goals.add(
                self.group,
                TargetKind::Band,
                suffixed(self.standard.range_in_words(self.indicator, step.from, step.to)),
                wanted,
            );
        }
        if matches!(self.unit, Unit::YesNo | Unit::Choice(_)) {
            return;
        }
        for edge in borders(steps, self.digits) {
            let wanted = Wanted::Edge { item: self.item, classes: classes.cloned(), edge };
            goals.add(self.group, TargetKind::Edge, suffixed(edge.label()), wanted);
        }
    }

    fn edge(&self, goals: &mut Goals, edge: Edge) {
        let wanted = Wanted::Edge { item: self.item, classes: None, edge };
        goals.add(self.group, TargetKind::Edge, edge.label(), wanted);
    }

    fn points(&self, goals: &mut Goals, label: Text, least: Points, most: Points) {
        goals.add(self.group, TargetKind::Band, label, Wanted::Points { item: self.item, least, most });
    }

    /// The start, the floor and what lies between; the first deduction and the one that reaches the floor.
    fn deduction(&self, goals: &mut Goals, deduction: &Deduction) {
        let Deduction { start, per_case, every, floor } = *deduction;
        self.points(goals, words("chưa trừ điểm", "nothing deducted"), start, start);
        let off = (start - floor).as_thousandths();
        if off <= 0 || per_case <= Points::ZERO {
            return;
        }
        let thousandth = Points::thousandths(1);
        let times = (off + per_case.as_thousandths() - 1) / per_case.as_thousandths();
        if times > 1 {
            self.points(goals, words("trừ một phần", "partly deducted"), floor + thousandth, start - thousandth);
        }
        self.points(goals, words("mức sàn", "the floor"), floor, floor);
        for times in if times > 1 { vec![1, times] } else { vec![1] } {
            let Some(mantissa) = every.mantissa().checked_mul(times) else { continue };
            let edge = Decimal::new(mantissa, every.scale());
            self.edge(goals, Edge::Below(edge));
            self.edge(goals, self.at_or_above(edge));
        }
    }

    /// Both ends and a value between them.
    fn linear(&self, goals: &mut Goals, line: &Linear) {
        self.edge(goals, self.at_or_above(line.from));
        let label = Text {
            vi: format!("giữa {} và {}", line.from, line.to).replace('.', ","),
            en: format!("between {} and {}", line.from, line.to),
        };
        let wanted = Wanted::Inside { item: self.item, from: line.from, to: line.to };
        goals.add(self.group, TargetKind::Band, label, wanted);
        self.edge(goals, self.at_or_above(line.to));
    }

    fn at_or_above(&self, edge: Decimal) -> Edge {
        let on_grid = self.digits.is_none_or(|digits| edge.to_scale(digits).is_some());
        if on_grid { Edge::At(edge) } else { Edge::Above(edge) }
    }
}

//! Figures to try: few for each field, at and next to everything where a script can change its mind.

use super::domain::limits;
use crate::criteria::model::{Bound, Field, FieldIx, FieldKind, Item, ItemRule, Scale};
use crate::quantity::{Decimal, Ratio, Rounding, RoundingMode, pow10};
use crate::rules::RuleSet;
use crate::rules::call::{Call, Parameter};
use crate::rules::operand::Value;
use crate::rules::script::{Side, Survey};

/// A field with the figures to try, in ascending order, in units of its last digit.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    pub(super) field: FieldIx,
    pub(super) values: Vec<i64>,
    /// First parameter that reads the field.
    pub(super) parameter: usize,
    /// Whether its figures have an order: numbers, and no before yes.
    pub(super) ordered: bool,
}

/// So large a denominator belongs to no commune.
const MOST_CASES: i128 = 1_000_000_000;

/// The fields a script reads, with so few figures each that all combinations, and each with one figure missing where
/// that is allowed, are at most `most`. The least telling figures go first; a field left with one figure is not
/// varied.
pub(super) fn axes(rules: &RuleSet, call: &Call, model: &Item, survey: &Survey, most: usize) -> Vec<Axis> {
    let mut found = Found::new(rules, call);
    found.zero_and_choices();
    found.compared(survey);
    found.related(survey);
    for number in [1, 2].map(Ratio::whole) {
        found.everywhere(number, false);
    }
    found.own_limits();
    for edge in edges(model) {
        found.everywhere(edge, true);
    }
    for number in &survey.numbers {
        found.everywhere(*number, false);
    }
    found.related(survey);
    thin(&mut found.axes, most, call.accepts_missing);
    for axis in &mut found.axes {
        axis.values.sort_unstable();
    }
    found.axes
}

/// Where the scale of a value changes.
fn edges(model: &Item) -> Vec<Ratio> {
    let ItemRule::Scaled { scale, .. } = &model.rule else { return Vec::new() };
    let ends: Vec<Decimal> = match scale {
        Scale::Steps(steps) => steps.iter().flat_map(|step| [step.from, step.to]).filter_map(end).collect(),
        Scale::StepsByClass { lists, .. } => {
            lists.iter().flatten().flat_map(|step| [step.from, step.to]).filter_map(end).collect()
        }
        Scale::Deduction(figure) => vec![figure.value.every],
        Scale::Linear(figure) => vec![figure.value.from, figure.value.to],
    };
    ends.into_iter().map(Ratio::from).collect()
}

const fn end(bound: Bound) -> Option<Decimal> {
    match bound {
        Bound::Open => None,
        Bound::Included(edge) | Bound::Excluded(edge) => Some(edge),
    }
}

struct Found<'a> {
    rules: &'a RuleSet,
    call: &'a Call,
    axes: Vec<Axis>,
}

impl<'a> Found<'a> {
    fn new(rules: &'a RuleSet, call: &'a Call) -> Self {
        let mut axes: Vec<Axis> = Vec::new();
        for (parameter, of) in call.parameters.iter().enumerate() {
            let mut fields = Vec::new();
            of.fields(&mut fields);
            for field in fields {
                let ordered = !matches!(of, Parameter::Word(..));
                if axes.iter().all(|axis| axis.field != field) {
                    axes.push(Axis { field, values: Vec::new(), parameter, ordered });
                }
            }
        }
        Self { rules, call, axes }
    }

    /// The axis of a parameter that is a field and nothing else.
    fn axis(&self, parameter: usize) -> Option<usize> {
        let field = match self.call.parameters.get(parameter)? {
            Parameter::Value(Value::Field(field, _)) | Parameter::Truth(field) | Parameter::Word(field, _) => *field,
            _ => return None,
        };
        self.axes.iter().position(|axis| axis.field == field)
    }

    fn field(&self, axis: usize) -> Option<&'a Field> {
        self.rules.standard.fields.get(self.axes.get(axis)?.field.0)
    }

    fn zero_and_choices(&mut self) {
        for axis in 0..self.axes.len() {
            let choices = match self.field(axis).map(|field| &field.kind) {
                Some(FieldKind::YesNo) => 2,
                Some(FieldKind::Choice(choices)) => i64::try_from(choices.len()).unwrap_or(i64::MAX),
                _ => 1,
            };
            (0..choices).for_each(|choice| self.add(axis, choice));
        }
    }

    /// Figures at which a comparison turns out differently, and those next to them.
    fn compared(&mut self, survey: &Survey) {
        for [left, right] in &survey.compared {
            match (*left, *right) {
                (Side::Parameter(of), Side::Number(number)) | (Side::Number(number), Side::Parameter(of)) => {
                    self.axis(of).into_iter().for_each(|axis| self.number(axis, number, true));
                }
                (Side::Rate { n, of, per }, Side::Number(edge)) | (Side::Number(edge), Side::Rate { n, of, per }) => {
                    self.rate(n, of, edge.over(per));
                }
                (Side::Other, Side::Number(number)) | (Side::Number(number), Side::Other) => {
                    self.everywhere(number, true);
                }
                _ => {}
            }
        }
    }

    /// Counts whose rate is exactly `quotient`, for several denominators, with one case more and less.
    fn rate(&mut self, n: usize, of: usize, quotient: Option<Ratio>) {
        let Some(quotient) = quotient.map(Ratio::reduced) else { return };
        let (Some(n), Some(of)) = (self.axis(n), self.axis(of)) else { return };
        for times in [1, 2] {
            let (cases, among) = (quotient.numerator() * times, quotient.denominator() * times);
            if cases.abs() <= MOST_CASES && among <= MOST_CASES {
                self.number(of, Ratio::new(among, 1).unwrap_or(Ratio::ZERO), false);
                self.number(n, Ratio::new(cases, 1).unwrap_or(Ratio::ZERO), true);
            }
        }
    }

    /// What is compared with each other, or part of each other, gets the same figures.
    fn related(&mut self, survey: &Survey) {
        for [left, right] in &survey.compared {
            match (*left, *right) {
                (Side::Parameter(a), Side::Parameter(b)) => self.share(a, b),
                (Side::Rate { n: a, of: over_a, .. }, Side::Rate { n: b, of: over_b, .. }) => {
                    self.share(a, b);
                    self.share(over_a, over_b);
                }
                _ => {}
            }
        }
        for axis in 0..self.axes.len() {
            let limits = self.field(axis).map_or(&[][..], |field| &field.at_most);
            for limit in limits {
                let whole = self.axes.iter().find(|other| other.field == *limit).map(|other| other.values.clone());
                whole.into_iter().flatten().for_each(|value| self.add(axis, value));
            }
        }
    }

    fn share(&mut self, a: usize, b: usize) {
        let (Some(a), Some(b)) = (self.axis(a), self.axis(b)) else { return };
        for (from, to) in [(a, b), (b, a)] {
            let values = self.axes.get(from).map(|axis| axis.values.clone()).unwrap_or_default();
            for value in values {
                self.add(to, value);
            }
        }
    }

    fn own_limits(&mut self) {
        for axis in 0..self.axes.len() {
            let own = self.field(axis).map(limits);
            let ends = own.into_iter().flat_map(|own| [own.low, own.high]).flatten();
            ends.for_each(|end| self.number(axis, end, true));
        }
    }

    fn everywhere(&mut self, number: Ratio, neighbours: bool) {
        (0..self.axes.len()).for_each(|axis| self.number(axis, number, neighbours));
    }

    /// A number in the units of a numeric field, with the unit above and below.
    fn number(&mut self, axis: usize, number: Ratio, neighbours: bool) {
        let Some(field) = self.field(axis) else { return };
        if matches!(field.kind, FieldKind::YesNo | FieldKind::Choice(_) | FieldKind::Text) {
            return;
        }
        let down = Rounding { digits: field.kind.digits(), mode: RoundingMode::Down };
        let Some(units) = number.round_to_units(down).and_then(|units| i64::try_from(units).ok()) else { return };
        self.add(axis, units);
        if neighbours {
            self.add(axis, units.saturating_sub(1));
            self.add(axis, units.saturating_add(1));
        }
    }

    fn add(&mut self, axis: usize, value: i64) {
        let fits = self.field(axis).is_some_and(|field| allowed(field, value));
        if let Some(axis) = self.axes.get_mut(axis).filter(|axis| fits && !axis.values.contains(&value)) {
            axis.values.push(value);
        }
    }
}

/// Whether a table could have the figure.
fn allowed(field: &Field, value: i64) -> bool {
    let Some(number) = Ratio::new(i128::from(value), pow10(field.kind.digits())) else { return false };
    let extent = limits(field);
    let above = field.above.is_none_or(|above| number > Ratio::from(above));
    above && extent.low.is_none_or(|low| number >= low) && extent.high.is_none_or(|high| number <= high)
}

/// Takes figures away, the last ones of the longest lists, until there are few enough combinations.
fn thin(axes: &mut [Axis], most: usize, with_missing: bool) {
    while combinations(axes, with_missing) > most {
        let longest = axes.iter_mut().map(|axis| &mut axis.values).max_by_key(|values| values.len());
        let Some(values) = longest.filter(|values| values.len() > 1) else { return };
        values.pop();
    }
}

fn combinations(axes: &[Axis], with_missing: bool) -> usize {
    let all = axes.iter().fold(1_usize, |all, axis| all.saturating_mul(axis.values.len()));
    let missing = axes.iter().map(|axis| all / axis.values.len().max(1)).fold(0, usize::saturating_add);
    if with_missing { all.saturating_add(missing) } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_are_never_more_combinations_than_allowed(
            counts in prop::collection::vec(1_i64..60, 0..24),
            most in 1_usize..30_000,
            with_missing in any::<bool>(),
        ) {
            let axis = |count: &i64| Axis { field: FieldIx(0), values: (0..*count).collect(), parameter: 0, ordered: true };
            let mut axes: Vec<Axis> = counts.iter().map(axis).collect();
            thin(&mut axes, most, with_missing);
            let single = axes.iter().all(|axis| axis.values.len() == 1);
            prop_assert!(single || combinations(&axes, with_missing) <= most, "{:?}", axes);
            prop_assert!(axes.iter().all(|axis| axis.values.first() == Some(&0)), "the most telling figure stays");
        }
    }
}

//! Every combination of the figures to try, scored.

use super::Findings;
use super::candidates::Axis;
use crate::criteria::model::{ClassIx, FieldIx, FieldKind, Standard};
use crate::diag::Problem;
use crate::lang::Text;
use crate::quantity::{Decimal, Points, Ratio};
use crate::result::{Detail, Outcome, Reason};
use crate::rules::call::Call;
use crate::rules::item::ItemRuleSet;
use crate::rules::{Figures, RuleSet};

/// Figures of one imagined commune; those not listed are missing.
#[derive(Clone, Debug)]
pub(super) struct Tried {
    figures: Vec<(FieldIx, i64)>,
    class: Option<ClassIx>,
}

impl Figures for Tried {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures.iter().find(|(tried, _)| *tried == field).map(|(_, value)| *value)
    }

    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

/// What came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// No commune can have these figures.
    Impossible,
    /// No score: the script says so, or a figure is missing.
    Open,
    /// It stopped, or gave what the item cannot have.
    Failed,
    Scored(Points),
    /// These points count, by a rule of their own.
    NotApplicable(Points),
}

impl Seen {
    /// The points that count.
    pub(super) const fn points(self) -> Option<Points> {
        match self {
            Self::Scored(points) | Self::NotApplicable(points) => Some(points),
            Self::Impossible | Self::Open | Self::Failed => None,
        }
    }
}

/// All combinations; the last axis changes fastest.
pub(super) struct Grid<'a> {
    rules: &'a RuleSet,
    pub(super) call: &'a Call,
    rule: &'a ItemRuleSet,
    pub(super) axes: Vec<Axis>,
    /// Fields with fields they can never exceed.
    parts: Vec<(FieldIx, FieldIx)>,
    pub(super) seen: Vec<Seen>,
}

impl<'a> Grid<'a> {
    pub(super) fn probe(rules: &'a RuleSet, call: &'a Call, rule: &'a ItemRuleSet, axes: Vec<Axis>) -> Self {
        let count = axes.iter().map(|axis| axis.values.len()).product();
        let parts = axes.iter().flat_map(|axis| above(&rules.standard, axis.field).map(|whole| (axis.field, whole)));
        let parts = parts.collect();
        let mut grid = Self { rules, call, rule, axes, parts, seen: Vec::new() };
        grid.seen = (0..count).map(|at| grid.see(&grid.tried(at, None))).collect();
        grid
    }

    /// The figures at a position, without that of one axis. The first area class stands for all: whether the scale
    /// of a class goes one way is judged with the scale.
    pub(super) fn tried(&self, at: usize, without: Option<usize>) -> Tried {
        let axes = self.axes.iter().enumerate().filter(|(axis, _)| Some(*axis) != without);
        let figures = axes.filter_map(|(ix, axis)| Some((axis.field, *axis.values.get(self.step(at, ix))?))).collect();
        let class = (!self.rules.standard.classes.is_empty()).then_some(ClassIx(0));
        Tried { figures, class }
    }

    /// Which value of an axis a position has.
    pub(super) fn step(&self, at: usize, axis: usize) -> usize {
        at / self.stride(axis) % self.len(axis)
    }

    /// How far apart two neighbours along an axis are.
    pub(super) fn stride(&self, axis: usize) -> usize {
        self.axes.iter().skip(axis + 1).map(|axis| axis.values.len()).product::<usize>().max(1)
    }

    pub(super) fn len(&self, axis: usize) -> usize {
        self.axes.get(axis).map_or(1, |axis| axis.values.len().max(1))
    }

    /// Positions along an axis, one list per combination of the other figures.
    pub(super) fn lines(&self, axis: usize) -> impl Iterator<Item = impl Iterator<Item = usize>> {
        let (stride, len) = (self.stride(axis), self.len(axis));
        let firsts = (0..self.seen.len()).filter(move |at| at / stride % len == 0);
        firsts.map(move |first| (0..len).map(move |step| first + step * stride))
    }

    pub(super) fn at(&self, position: usize) -> Seen {
        self.seen.get(position).copied().unwrap_or(Seen::Impossible)
    }

    pub(super) fn see(&self, tried: &Tried) -> Seen {
        if !self.possible(tried) {
            return Seen::Impossible;
        }
        let score = self.rule.ungated(tried, Detail::Criteria);
        match (score.outcome, score.reason.as_deref()) {
            // At 0/0 a rule of its own holds.
            (Outcome::Scored(points), Some(Reason::Empty)) => Seen::NotApplicable(points),
            (Outcome::Scored(points), _) => Seen::Scored(points),
            (Outcome::NotApplicable(points), _) => points.map_or(Seen::Open, Seen::NotApplicable),
            (Outcome::Missing, Some(Reason::Failed(_))) => Seen::Failed,
            (Outcome::Missing | Outcome::Hidden, _) => Seen::Open,
        }
    }

    /// Whether every figure keeps to those it is part of.
    fn possible(&self, tried: &Tried) -> bool {
        self.parts.iter().all(|(part, whole)| match (tried.figure(*part), tried.figure(*whole)) {
            (Some(part_units), Some(whole_units)) => {
                let limit = Decimal::new(whole_units, self.digits(*whole));
                Ratio::from(Decimal::new(part_units, self.digits(*part))).compare(limit).is_le()
            }
            _ => true,
        })
    }

    fn digits(&self, field: FieldIx) -> u8 {
        self.rules.standard.fields.get(field.0).map_or(0, |field| field.kind.digits())
    }

    /// What a script or computation says that stops.
    fn failure(&self, tried: &Tried) -> Option<Text> {
        match self.rule.ungated(tried, Detail::Criteria).reason.as_deref() {
            Some(Reason::Failed(message)) => Some(message.clone()),
            _ => None,
        }
    }

    /// The figures as a case has them: `{ abused = 1, children = 2000 }`.
    pub(super) fn given(&self, tried: &Tried) -> String {
        let one = |(field, value): &(FieldIx, i64)| {
            let id = self.rules.standard.fields.get(field.0).map_or("", |field| &field.id);
            format!("{id} = {}", self.written(*field, *value))
        };
        let figures: Vec<String> = tried.figures.iter().map(one).collect();
        if figures.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", figures.join(", ")) }
    }

    /// A figure as a case has it.
    pub(super) fn written(&self, field: FieldIx, value: i64) -> String {
        match self.rules.standard.fields.get(field.0).map(|field| &field.kind) {
            Some(FieldKind::YesNo) => (value != 0).to_string(),
            Some(FieldKind::Choice(choices)) => {
                let choice = usize::try_from(value).ok().and_then(|value| choices.get(value));
                choice.map_or_else(String::new, |choice| format!("\"{}\"", choice.id))
            }
            _ => Decimal::new(value, self.digits(field)).trimmed().to_string(),
        }
    }
}

/// Every field a field can never exceed, directly or through others, which need not be tried.
fn above(standard: &Standard, field: FieldIx) -> impl Iterator<Item = FieldIx> + use<> {
    let mut found = vec![field];
    let mut next = 0;
    while let Some(field) = found.get(next).and_then(|field| standard.fields.get(field.0)) {
        let new: Vec<FieldIx> = field.at_most.iter().copied().filter(|limit| !found.contains(limit)).collect();
        found.extend(new);
        next += 1;
    }
    found.into_iter().skip(1)
}

/// Reports each place of the script that stops, or that gives what the item cannot have, with the first figures that
/// lead there.
pub(super) fn stops(found: &mut Findings<'_>, grid: &Grid<'_>) {
    for at in (0..grid.seen.len()).filter(|at| grid.at(*at) == Seen::Failed) {
        stopped(found, grid, &grid.tried(at, None));
    }
}

/// Reports figures with which a script stops, once per place.
pub(super) fn stopped(found: &mut Findings<'_>, grid: &Grid<'_>, tried: &Tried) {
    let place = grid.call.place(tried);
    let Some(message) = grid.failure(tried).filter(|_| !found.places.contains(&place)) else { return };
    found.places.push(place.clone());
    let (what, item) = found.item();
    found.in_script(place, Problem::ScriptStops { what, given: grid.given(tried), message }, [item]);
}

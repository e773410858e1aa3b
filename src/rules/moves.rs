//! Which figures can change, how far, and which of them decide something together. Nothing is scored here but by the
//! rules that score a commune.

mod extreme;
mod roles;
mod watch;
mod web;

pub(crate) use watch::{Look, Watcher};
pub(crate) use web::{Bundle, Cluster, Groups, Web};

use super::operand::position;
use super::steps::in_words;
use super::{Figures, RuleSet};
use crate::criteria::model::{Changeable, Field, FieldIx, FieldKind};
use crate::quantity::Decimal;
use crate::result::explanation::{Change, ChangeOf};
use std::ops::RangeInclusive;

/// What a change is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// More points: only in the direction in which the figure can still change.
    Gain,
    /// Fewer points: what one case more or less would cost, in either direction.
    Loss,
}

/// The highest percentage.
const WHOLE: i64 = 100;

impl RuleSet {
    /// The values a figure can take while all others stay; `None` when it is missing or cannot change.
    pub(crate) fn reach<F: Figures>(
        &self,
        web: &Web,
        field: FieldIx,
        purpose: Purpose,
        figures: &F,
    ) -> Option<RangeInclusive<i64>> {
        let here = figures.figure(field)?;
        let (up, down) = match (web.changeable(field), purpose) {
            (Changeable::No, _) => return None,
            (_, Purpose::Loss) | (Changeable::Both, _) => (true, true),
            (Changeable::Up, Purpose::Gain) => (true, false),
            (Changeable::Down, Purpose::Gain) => (false, true),
        };
        let declared = self.standard().fields.get(field.0)?;
        let low = if down { self.least(web, field, declared, figures).min(here) } else { here };
        let high = if up { self.most(web, declared, here, figures).max(here) } else { here };
        Some(low..=high)
    }

    /// The least a field allows: its own limits, and figures that cannot change and must not be above it.
    fn least<F: Figures>(&self, web: &Web, at: FieldIx, field: &Field, figures: &F) -> i64 {
        let digits = field.kind.digits();
        let scaled = |limit: Decimal| limit.to_scale(digits).unwrap_or(0);
        let own = match (field.at_least, field.above, &field.kind) {
            (Some(least), ..) => scaled(least),
            (None, Some(above), _) => scaled(above).saturating_add(1),
            (None, None, FieldKind::Decimal { .. }) => i64::MIN,
            _ => 0,
        };
        let fields = self.standard().fields.iter().enumerate();
        let below = fields.filter(|(_, other)| other.at_most.contains(&at)).map(|(other, _)| FieldIx(other));
        let held = below.filter(|other| web.changeable(*other) == Changeable::No);
        held.filter_map(|other| self.at_digits(other, digits, figures)).fold(own, i64::max)
    }

    /// The most a field allows. Limits that can change themselves are looked at when figures are put together.
    fn most<F: Figures>(&self, web: &Web, field: &Field, here: i64, figures: &F) -> i64 {
        let digits = field.kind.digits();
        let own = match &field.kind {
            FieldKind::YesNo => 1,
            FieldKind::Choice(choices) => i64::try_from(choices.len()).unwrap_or(1) - 1,
            FieldKind::Percent { .. } => Decimal::whole(WHOLE).to_scale(digits).unwrap_or(here),
            _ => i64::MAX,
        };
        let held = field.at_most.iter().filter(|limit| web.changeable(**limit) == Changeable::No);
        held.filter_map(|limit| self.at_digits(*limit, digits, figures)).fold(own, i64::min)
    }

    /// A figure in units of so many digits.
    fn at_digits<F: Figures>(&self, field: FieldIx, digits: u8, figures: &F) -> Option<i64> {
        let own = self.standard().fields.get(field.0)?.kind.digits();
        Decimal::new(figures.figure(field)?, own).to_scale(digits)
    }

    /// Whether a figure must not be above another.
    pub(crate) fn limits(&self, below: FieldIx, above: FieldIx) -> bool {
        self.standard().fields.get(below.0).is_some_and(|field| field.at_most.contains(&above))
    }

    /// Whether no figure of a list is above one it must not be above.
    pub(crate) fn allows<F: Figures>(&self, fields: &[FieldIx], figures: &F) -> bool {
        let within = |below: FieldIx, above: FieldIx| match (figures.figure(below), figures.figure(above)) {
            (Some(_), Some(high)) => {
                let digits = self.standard().fields.get(above.0).map_or(0, |field| field.kind.digits());
                self.at_digits(below, digits, figures).is_none_or(|low| low <= high)
            }
            _ => true,
        };
        let limits = |field: &FieldIx| self.standard().fields.get(field.0).map_or(&[][..], |field| &field.at_most);
        fields.iter().all(|field| limits(field).iter().all(|limit| within(*field, *limit)))
            && self.standard().fields.iter().enumerate().all(|(at, field)| {
                field.at_most.iter().filter(|limit| fields.contains(limit)).all(|limit| within(FieldIx(at), *limit))
            })
    }

    /// How much changes when a figure becomes another: children, cases, units of the last digit, or one answer.
    pub(crate) fn size(&self, field: FieldIx, from: i64, to: i64) -> u64 {
        match self.standard().fields.get(field.0).map(|field| &field.kind) {
            Some(FieldKind::YesNo | FieldKind::Choice(_)) => u64::from(from != to),
            _ => to.abs_diff(from),
        }
    }

    /// The figures that decide a failing condition: those of the fact that decides it, else those of its criterion.
    pub(crate) fn deciding<F: Figures>(&self, web: &Web, condition: usize, figures: &F) -> Vec<u16> {
        let holds = |watcher: &&Watcher| match watcher.rule {
            watch::Watched::ZeroWhen(c, at) => self.criterion_of(condition) == Some(c) && self.zeroes(c, at, figures),
            watch::Watched::Fact(at) => at == condition,
            _ => false,
        };
        let mut fields: Vec<FieldIx> = web.watchers.iter().filter(holds).flat_map(|w| w.fields.clone()).collect();
        if fields.is_empty() {
            fields = self.condition_reads(condition);
        }
        fields.sort_unstable();
        fields.dedup();
        fields.into_iter().map(|field| position(field.0)).collect()
    }

    fn zeroes<F: Figures>(&self, criterion: usize, fact: usize, figures: &F) -> bool {
        let fact = self.criteria.get(criterion).and_then(|rule| rule.zero_when.get(fact));
        fact.is_some_and(|fact| matches!(fact.holds(figures), Ok(true)))
    }

    /// A change in words.
    pub(crate) fn change<F: Figures>(&self, field: FieldIx, to: i64, figures: &F) -> Option<Change> {
        let declared = self.standard().fields.get(field.0)?;
        let from = figures.figure(field)?;
        let by = to.saturating_sub(from);
        let (kind, by) = match declared.kind {
            FieldKind::YesNo | FieldKind::Choice(_) | FieldKind::Text => (ChangeOf::Answer, by.signum()),
            FieldKind::Count => (ChangeOf::Count, by),
            FieldKind::Percent { digits } | FieldKind::Decimal { digits } => (ChangeOf::Number(digits), by),
        };
        let [from, to] = [from, to].map(|value| in_words(declared, value));
        Some(Change { field: position(field.0), from, to, by, kind })
    }
}

//! Scales that fit their indicator.

use super::domain;
use super::figure;
use super::ids::Ids;
use super::scope::Scope;
use super::steps;
use crate::criteria::bands::{Domain, Fault, Range};
use crate::criteria::findings::At;
use crate::criteria::model::{Bound, Deduction, FieldKind, Figure, Indicator, Linear, Scale, Step};
use crate::criteria::raw::{
    List, RawChoicePoints, RawClassBands, RawIndicator, RawMeasure, RawOrigin, RawScale, RawSteps,
};
use crate::diag::{Kind, Note, Problem, Span};
use crate::quantity::{Decimal, Points, Ratio};
use std::collections::BTreeMap;

type Number = Option<At<Decimal>>;

/// A scale with the most and the fewest points it gives.
pub(crate) struct Lowered {
    pub(crate) scale: Scale,
    pub(crate) most: Points,
    pub(crate) least: Points,
}

/// A scale after its indicator; `indicator` is `None` when that is faulty.
pub(crate) fn scale(
    scope: &Scope,
    raw: &RawScale,
    raw_indicator: &RawIndicator,
    indicator: Option<&Indicator>,
) -> Option<Lowered> {
    if let Some(use_instead) = misfit(&raw.steps, &raw_indicator.measure) {
        let problem =
            Problem::ScaleDoesNotFit { scale: raw.steps.key(), indicator: raw_indicator.measure.key(), use_instead };
        scope.f.with(&raw.span, problem, &raw_indicator.span, Note::UsedHere);
        return None;
    }
    let domain = indicator.and_then(|indicator| domain::of_indicator(scope, indicator));
    let scale = match &raw.steps {
        RawSteps::Bands(bands) => Scale::Steps(steps::bands(scope, &bands.bands, domain)?),
        RawSteps::ByClass(lists) => by_class(scope, lists, &raw.span, domain)?,
        RawSteps::Cutoff(cutoff) => Scale::Steps(steps::cutoff(scope, cutoff, domain)?),
        RawSteps::YesNo { yes, no, origin } => Scale::Steps(yes_no(scope, yes.as_ref(), no.as_ref(), origin)?),
        RawSteps::Choices(list) => Scale::Steps(choices(scope, list, &raw.span, indicator)?),
        RawSteps::Deduction { start, per_case, every, floor, origin } => {
            if let (Some(domain), Some(every)) = (domain, every) {
                reached(scope, "every", every, domain, Range::new(Bound::Included(every.value), Bound::Open));
            }
            Scale::Deduction(deduction(scope, [start, per_case, every, floor], origin)?)
        }
        RawSteps::Linear { from, to, points_from, points_to, origin } => {
            for (key, end) in [("from", from), ("to", to)] {
                if let (Some(domain), Some(end)) = (domain, end) {
                    let only = Bound::Included(end.value);
                    reached(scope, key, end, Domain { digits: None, ..domain }, Range::new(only, only));
                }
            }
            Scale::Linear(linear(scope, [from, to, points_from, points_to], origin)?)
        }
    };
    let all = extremes(&scale);
    Some(Lowered { most: *all.iter().max()?, least: *all.iter().min()?, scale })
}

/// Reports a figure that belongs to values the indicator never has.
fn reached(scope: &Scope, key: &str, figure: &At<Decimal>, domain: Domain, values: Range) {
    if domain.judge(&[values]).contains(&Fault::Unreachable(0)) {
        let end = format!("{key} = {}", figure.value);
        scope.f.at(&figure.span, Problem::EndOutOfRange { end, domain: domain.text() });
    }
}

/// What to use instead of a scale that cannot follow the indicator.
fn misfit(steps: &RawSteps, measure: &RawMeasure) -> Option<&'static str> {
    match (measure, steps) {
        (RawMeasure::YesNo(_), RawSteps::YesNo { .. }) | (RawMeasure::Choice(_), RawSteps::Choices(_)) => None,
        (RawMeasure::YesNo(_), _) => Some("yes_no"),
        (RawMeasure::Choice(_), _) => Some("choices"),
        (_, RawSteps::YesNo { .. } | RawSteps::Choices(_)) => Some("bands"),
        _ => None,
    }
}

/// Points a scale can give at its ends.
fn extremes(scale: &Scale) -> Vec<Points> {
    let of_steps = |steps: &[Step]| steps.iter().map(|step| step.points.value).collect::<Vec<_>>();
    match scale {
        Scale::Steps(steps) => of_steps(steps),
        Scale::StepsByClass { lists, .. } => lists.iter().flat_map(|list| of_steps(list)).collect(),
        Scale::Deduction(figure) => vec![figure.value.start, figure.value.floor],
        Scale::Linear(figure) => vec![figure.value.points_from, figure.value.points_to],
    }
}

fn by_class(scope: &Scope, raw: &List<RawClassBands>, span: &Span, domain: Option<Domain>) -> Option<Scale> {
    scope.classes_used.set(true);
    if !scope.has_classes() && scope.classes.is_whole() {
        scope.f.at(span, Problem::NoClasses);
        return None;
    }
    let mut list_of = BTreeMap::new();
    let mut whole = raw.whole;
    for (at, list) in raw.items.iter().enumerate() {
        whole &= list.classes.whole;
        for class in &list.classes.items {
            whole &= once(scope, &mut list_of, class, at);
        }
    }
    if whole {
        covered(scope, span, Kind::BandList, |class| list_of.contains_key(&class));
    }
    let lists: Vec<_> = raw.items.iter().map(|list| steps::bands(scope, &list.bands.bands, domain)).collect();
    let list_of = (0..scope.classes.known().len()).map(|class| Some(list_of.get(&class)?.0)).collect();
    Some(Scale::StepsByClass { lists: super::all(lists)?, list_of: super::all(list_of)? })
}

/// What each class has, by its position, and where that stands.
pub(crate) type ByClass<'a, T> = BTreeMap<usize, (T, &'a Span)>;

/// Gives a class what stands for it; reports the second time. Whether the class is known and new.
pub(crate) fn once<'a, T>(scope: &Scope, found: &mut ByClass<'a, T>, class: &'a At<String>, value: T) -> bool {
    let Some(position) = scope.class(class) else { return false };
    if let Some((_, first)) = found.get(&position.0) {
        let problem = Problem::ClassTwice { class: class.value.clone() };
        scope.f.with(&class.span, problem, first, Note::FirstHere);
        return false;
    }
    found.insert(position.0, (value, &class.span));
    true
}

/// Reports every class that has nothing.
pub(crate) fn covered(scope: &Scope, span: &Span, what: Kind, has: impl Fn(usize) -> bool) {
    for class in scope.classes.known() {
        if !scope.classes.get(class).is_some_and(&has) {
            scope.f.at(span, Problem::ClassNotCovered { class: class.clone(), what });
        }
    }
}

fn yes_no(scope: &Scope, yes: Option<&At<Decimal>>, no: Option<&At<Decimal>>, raw: &RawOrigin) -> Option<Vec<Step>> {
    let yes = yes.and_then(|points| figure::points(scope.f, points));
    let no = no.and_then(|points| figure::points(scope.f, points));
    let origin = figure::origin(scope.f, raw)?;
    Some(vec![steps::step_at(1, yes?, &origin), steps::step_at(0, no?, &origin)])
}

fn choices(
    scope: &Scope,
    raw: &List<RawChoicePoints>,
    span: &Span,
    indicator: Option<&Indicator>,
) -> Option<Vec<Step>> {
    let figures: Vec<_> = raw
        .items
        .iter()
        .map(|choice| {
            let points = choice.points.as_ref().and_then(|points| figure::points(scope.f, points));
            let origin = figure::origin(scope.f, &choice.origin);
            Some((points?, origin?))
        })
        .collect();
    let Some(Indicator::Choice(field)) = indicator else { return None };
    let field = scope.field_at(*field)?;
    let FieldKind::Choice(known) = &field.kind else { return None };
    let known: Vec<String> = known.iter().map(|choice| choice.id.clone()).collect();
    let given = Ids::of(scope.f, Kind::Choice, raw.items.iter().map(|choice| choice.is.as_ref()), raw.whole);
    for choice in known.iter().filter(|choice| given.is_whole() && given.get(choice).is_none()) {
        let problem = Problem::ChoiceNotCovered { field: field.id.clone(), choice: choice.clone() };
        scope.f.at(span, problem);
    }
    let steps = raw.items.iter().zip(figures).map(|(choice, figure)| {
        let (points, origin) = figure?;
        Some(steps::step_at(choice_position(scope, &known, choice.is.as_ref()?)?, points, &origin))
    });
    steps.collect()
}

/// The position of a choice; reports one the field does not have.
pub(crate) fn choice_position(scope: &Scope, known: &[String], id: &At<String>) -> Option<i64> {
    let position = known.iter().position(|choice| *choice == id.value);
    if position.is_none() {
        super::ids::unknown(scope.f, Kind::Choice, id, known.to_vec());
    }
    i64::try_from(position?).ok()
}

fn deduction(scope: &Scope, raw: [&Number; 4], origin: &RawOrigin) -> Option<Figure<Deduction>> {
    let f = scope.f;
    let [start, per_case, every, floor] = raw;
    let start_points = start.as_ref().and_then(|n| figure::points(f, n));
    let per_case = per_case.as_ref().and_then(|n| figure::points_from_zero(f, n));
    let floor_points = floor.as_ref().and_then(|n| figure::points(f, n));
    if let (Some(start), Some(floor_points), Some(floor)) = (start_points, floor_points, floor)
        && floor_points > start
    {
        figure::out_of_range(f, floor, &format!("-{}", Points::MOST), &start.to_string());
    }
    if let Some(every) = every.as_ref().filter(|every| every.value.mantissa() <= 0) {
        figure::out_of_range(f, every, "> 0", &Decimal::MOST_MANTISSA.to_string());
    }
    let origin = figure::origin(f, origin);
    let value =
        Deduction { start: start_points?, per_case: per_case?, every: every.as_ref()?.value, floor: floor_points? };
    Some(Figure { value, origin: origin? })
}

fn linear(scope: &Scope, raw: [&Number; 4], origin: &RawOrigin) -> Option<Figure<Linear>> {
    let f = scope.f;
    let [from, to, points_from, points_to] = raw;
    let points_from = points_from.as_ref().and_then(|n| figure::points(f, n));
    let points_to = points_to.as_ref().and_then(|n| figure::points(f, n));
    if !scope.has_points_rounding {
        f.at(&origin.span, Problem::PointsNeedRounding { what: "linear".to_owned() });
    }
    let (from, to) = (from.as_ref(), to.as_ref());
    if let (Some(from), Some(to)) = (from, to)
        && Ratio::from(from.value) >= Ratio::from(to.value)
    {
        let problem = Problem::LinearReversed { from: from.value, to: to.value };
        f.with(&to.span, problem, &from.span, Note::ComparedWith);
    }
    let origin = figure::origin(f, origin);
    let value = Linear { from: from?.value, to: to?.value, points_from: points_from?, points_to: points_to? };
    Some(Figure { value, origin: origin? })
}

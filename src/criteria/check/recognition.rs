//! Conditions of recognition.

use super::fact;
use super::figure;
use super::level;
use super::scale::{ByClass, covered, once};
use super::scope::Scope;
use super::script;
use super::sums;
use crate::criteria::findings::At;
use crate::criteria::model::{Criterion, Figure, Recognition, Threshold};
use crate::criteria::raw::{List, RawFigure, RawRecognition, RawStandard, RawThreshold, RawThresholds};
use crate::diag::{Kind, Note, Problem, Span};
use crate::quantity::Points;

pub(crate) fn recognition(scope: &Scope, file: &RawStandard, criteria: &[Option<Criterion>]) -> Option<Recognition> {
    let f = scope.f;
    let raw = file.recognition.as_ref()?;
    if !raw.has_condition {
        f.at(&raw.span, Problem::NoCondition);
    }
    let reach = sums::reach(file, criteria);
    let threshold = raw.threshold.as_ref().map(|raw| threshold(scope, raw, reach.as_ref()));
    let above = raw.every_criterion_above.as_ref().map(|raw| figure::points_figure(f, raw, figure::points));
    let at_least = raw.every_criterion_at_least.as_ref().map(|raw| figure::minimum(f, raw));
    every_criterion(scope, raw, criteria);
    let vetoes: Vec<_> = raw.vetoes.items.iter().map(|raw| fact::fact(scope, raw, fact::What::Against)).collect();
    let gates: Vec<_> = raw.gates.items.iter().map(|raw| fact::fact(scope, raw, fact::What::Gate)).collect();
    let levels = level::levels(scope, &raw.levels, reach.as_ref());
    let total_script = raw.script.as_ref().map(|raw| script::script(scope, raw, false, None));
    Some(Recognition {
        threshold: super::optional(threshold)?,
        every_criterion_above: super::optional(above)?,
        every_criterion_at_least: super::optional(at_least)?,
        vetoes: super::all(vetoes)?,
        gates: super::all(gates)?,
        levels: levels?,
        total_script: super::optional(total_script)?,
    })
}

fn threshold(scope: &Scope, raw: &RawThresholds, reach: Option<&At<Points>>) -> Option<Threshold> {
    match raw {
        RawThresholds::One(one) if one.has_class || scope.has_classes() => {
            by_class(scope, std::slice::from_ref(one.as_ref()), true, &one.figure.origin.span, reach)
        }
        RawThresholds::One(one) => figure(scope, &one.figure, reach).map(Threshold::Same),
        RawThresholds::List(list, span) => {
            if !scope.has_classes() && scope.classes.is_whole() {
                scope.f.at(span, Problem::NoClasses);
                return None;
            }
            let List { items, whole } = list;
            by_class(scope, items, *whole, span, reach)
        }
    }
}

fn figure(scope: &Scope, raw: &RawFigure, reach: Option<&At<Points>>) -> Option<Figure<Points>> {
    let figure = figure::points_figure(scope.f, raw, figure::points)?;
    if let (Some(reach), Some(value)) = (reach, &raw.value) {
        beyond(scope, "threshold.total", &At::new(figure.value, value.span.clone()), reach);
    }
    Some(figure)
}

/// Reports a total nobody can have.
pub(crate) fn beyond(scope: &Scope, what: &str, found: &At<Points>, reach: &At<Points>) {
    if found.value > reach.value {
        let problem =
            Problem::BeyondReach { what: what.to_owned(), found: found.value, reach: reach.value, strictly: false };
        scope.f.with(&found.span, problem, &reach.span, Note::MaximumHere);
    }
}

fn by_class(
    scope: &Scope,
    entries: &[RawThreshold],
    mut whole: bool,
    span: &Span,
    reach: Option<&At<Points>>,
) -> Option<Threshold> {
    scope.classes_used.set(true);
    let mut found = ByClass::new();
    for entry in entries {
        let figure = figure(scope, &entry.figure, reach);
        let Some(class) = &entry.class else {
            whole = false;
            if !entry.has_class {
                let known = scope.classes.known().to_vec();
                scope.f.at(&entry.figure.origin.span, Problem::ClassNeeded { known });
            }
            continue;
        };
        whole &= once(scope, &mut found, class, figure);
    }
    if whole {
        covered(scope, span, Kind::Threshold, |class| found.contains_key(&class));
    }
    let in_order = (0..scope.classes.known().len()).map(|class| found.remove(&class)?.0);
    in_order.collect::<Option<Vec<_>>>().map(Threshold::ByClass)
}

/// A minimum for every criterion that some criterion can never have.
fn every_criterion(scope: &Scope, raw: &RawRecognition, criteria: &[Option<Criterion>]) {
    let written = |value: Option<&At<crate::quantity::Decimal>>| {
        let value = value?;
        Some(At::new(Points::from_decimal(value.value)?, value.span.clone()))
    };
    let above = written(raw.every_criterion_above.as_ref().and_then(|figure| figure.value.as_ref()));
    let at_least = written(raw.every_criterion_at_least.as_ref().and_then(|minimum| minimum.points.as_ref()));
    for criterion in criteria.iter().flatten() {
        let reach = criterion.points.value + super::criterion::bonus(&criterion.items.iter().collect::<Vec<_>>());
        let out_of_reach = [(&above, true), (&at_least, false)];
        for (found, strictly) in out_of_reach {
            let Some(found) = found else { continue };
            if found.value > reach || (strictly && found.value == reach) {
                let problem = Problem::BeyondReach { what: criterion.id.clone(), found: found.value, reach, strictly };
                scope.f.with(&found.span, problem, &criterion.points.origin.span, Note::MaximumHere);
            }
        }
    }
}

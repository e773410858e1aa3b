//! Facts: an indicator with a range of values for which it holds.

use super::domain;
use super::figure;
use super::ids;
use super::indicator;
use super::scale::choice_position;
use super::scope::Scope;
use super::steps;
use crate::criteria::bands::{Domain, Fault, Range};
use crate::criteria::findings::At;
use crate::criteria::model::{Bound, Fact, FieldKind, Indicator};
use crate::criteria::raw::{RawEmpty, RawEnds, RawFact, RawMeasure};
use crate::diag::{Kind, Problem};
use crate::quantity::Decimal;

/// The condition of recognition on the total; no fact may have this id.
const RESERVED: [&str; 1] = ["total"];
const ENDS: [&str; 5] = ["is", "from", "above", "below", "up_to"];

/// What a fact does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Fails the commune, or sets a criterion to 0.
    Against,
    /// Must hold for there to be a score.
    Gate,
}

/// A veto, gate or zero rule.
pub(crate) fn fact(scope: &Scope, raw: &RawFact, what: What) -> Option<Fact> {
    let f = scope.f;
    let id = raw.id.as_ref().filter(|id| ids::check_letters(f, id));
    if let Some(id) = &raw.id {
        ids::check_reserved(f, Kind::Condition, id, &RESERVED);
        scope.conditions.borrow_mut().declare(f, Kind::Condition, id, 0);
    } else {
        scope.conditions.borrow_mut().set_incomplete();
    }
    let indicator = raw.indicator.as_ref().and_then(|raw| indicator::indicator(scope, raw));
    let ends = ends(scope, raw, indicator.as_ref(), what);
    let when_empty = when_empty(scope, raw);
    let origin = figure::origin(f, &raw.origin);
    let (when_empty, when_empty_origin) = when_empty?;
    let (from, to) = ends?;
    Some(Fact {
        id: id?.value.clone(),
        label: raw.label.clone()?,
        cites: raw.cites.as_ref().map(|cites| cites.value.clone()),
        indicator: indicator?,
        when_empty,
        when_empty_origin,
        from,
        to,
        origin: origin?,
    })
}

type Empty = (Option<bool>, Option<crate::criteria::model::Origin>);

/// The outer `None` means that the rule at 0/0 is faulty.
fn when_empty(scope: &Scope, raw: &RawFact) -> Option<Empty> {
    let Some(indicator) = &raw.indicator else { return Some((None, None)) };
    match &indicator.when_empty {
        None => (!indicator.has_when_empty).then_some((None, None)),
        Some(RawEmpty::Holds(holds, origin)) => {
            let origin = figure::origin(scope.f, origin);
            Some((Some(holds.as_ref()?.value), Some(origin?)))
        }
        Some(RawEmpty::Word(_) | RawEmpty::Give(..)) => None,
    }
}

/// `is` for yes-no and choice, one or two ends for numbers.
fn ends(scope: &Scope, raw: &RawFact, indicator: Option<&Indicator>, what: What) -> Option<(Bound, Bound)> {
    let (ends, measure) = (raw.ends.as_ref()?, &raw.indicator.as_ref()?.measure);
    let written = written(raw, ends);
    let wants_word = matches!(measure, RawMeasure::YesNo(_) | RawMeasure::Choice(_));
    match (wants_word, written.as_slice()) {
        (_, []) => {
            scope.f.at(&ends.span, Problem::NoBound);
            None
        }
        (_, ["is", _, ..]) => {
            let found = written.iter().map(|key| (*key).to_owned()).collect();
            scope.f.at(&ends.span, Problem::OneOf { keys: ENDS.to_vec(), found });
            None
        }
        (true, ["is"]) => is(scope, raw.is.word.as_ref()?, indicator?),
        (false, ["is"]) => misfit(scope, ends, "is", measure, "from"),
        (true, [key, ..]) => misfit(scope, ends, key, measure, "is"),
        (false, _) => {
            let ends = steps::ends(scope, ends)?;
            undecided(scope, raw, domain::of_indicator(scope, indicator?), ends, what);
            Some(ends)
        }
    }
}

fn written(raw: &RawFact, ends: &RawEnds) -> Vec<&'static str> {
    let there = [&ends.from, &ends.above, &ends.below, &ends.up_to].map(Option::is_some);
    let mut there = vec![raw.is.there, there[0], there[1], there[2], there[3]];
    // An end that could not be read has been reported; it is there nevertheless.
    if !ends.whole && !there.contains(&true) {
        there = vec![false, true, false, false, false];
    }
    ENDS.into_iter().zip(there).filter_map(|(key, there)| there.then_some(key)).collect()
}

fn misfit(
    scope: &Scope,
    ends: &RawEnds,
    key: &'static str,
    measure: &RawMeasure,
    use_instead: &'static str,
) -> Option<(Bound, Bound)> {
    scope.f.at(&ends.span, Problem::ScaleDoesNotFit { scale: key, indicator: measure.key(), use_instead });
    None
}

fn is(scope: &Scope, word: &At<String>, indicator: &Indicator) -> Option<(Bound, Bound)> {
    let value = match indicator {
        Indicator::YesNo(_) => i64::try_from(ids::word(scope.f, word, &["no", "yes"])?).ok()?,
        Indicator::Choice(field) => match &scope.field_at(*field)?.kind {
            FieldKind::Choice(choices) => {
                let known: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
                choice_position(scope, &known, word)?
            }
            _ => return None,
        },
        _ => return None,
    };
    let only = Bound::Included(Decimal::whole(value));
    Some((only, only))
}

/// A fact that no value or every value makes true decides nothing. At 0/0 a fact is unknown, so a gate that holds for
/// every rate still asks for a denominator.
fn undecided(scope: &Scope, raw: &RawFact, domain: Option<Domain>, ends: (Bound, Bound), what: What) {
    let (Some(domain), Some(at)) = (domain, &raw.ends) else { return };
    let range = Range::new(ends.0, ends.1);
    let faults = domain.judge(&[range]);
    if faults.iter().any(|fault| matches!(fault, Fault::Unreachable(_))) {
        steps::unreachable(scope, &at.span, domain, range);
    }
    let gate = what == What::Gate;
    let never_empty = raw.indicator.as_ref().is_some_and(|indicator| indicator::never_empty(&indicator.measure));
    if let Some(id) = raw.id.as_ref().filter(|_| faults.is_empty() && (!gate || never_empty)) {
        scope.f.at(&at.span, Problem::AlwaysHolds { fact: id.value.clone(), domain: domain.text(), gate });
    }
}

//! Indicators: fields of the right type, and a rule at 0/0 where there is a denominator.

use super::field::repeated;
use super::figure;
use super::ids;
use super::scope::{NUMBERS, Scope};
use super::script;
use crate::criteria::findings::At;
use crate::criteria::model::{
    Change, ChangeKind, FieldIx, Figure, Indicator, Origin, Rate, ScriptUse, Side, WhenEmpty,
};
use crate::criteria::raw::{RawChange, RawEmpty, RawGive, RawIndicator, RawMeasure, RawRate, RawSide, keys};
use crate::diag::{Kind, Problem};
use crate::quantity::{Decimal, Points, Rounding};

/// No published rate is per more than a million; the limit keeps products inside `i128`.
const MOST_PER: i64 = 1_000_000_000;

/// What is measured.
pub(crate) fn indicator(scope: &Scope, raw: &RawIndicator) -> Option<Indicator> {
    let f = scope.f;
    let round = match &raw.round {
        Some(round) => figure::rounding_figure(f, round, Rounding::MOST_DIGITS).map(Some),
        None => Some(None),
    };
    if never_empty(&raw.measure) && raw.has_when_empty {
        f.at(&raw.span, Problem::NeverEmpty { indicator: raw.measure.key() });
    }
    match &raw.measure {
        RawMeasure::Rate(rate) => Some(Indicator::Rate(self::rate(scope, rate)?, round?)),
        RawMeasure::Count(id) => Some(Indicator::Value(scope.operand(id.as_ref()?, &["count"])?, None)),
        RawMeasure::Value(id) => Some(Indicator::Value(scope.operand(id.as_ref()?, &["percent", "decimal"])?, round?)),
        RawMeasure::YesNo(id) => Some(Indicator::YesNo(scope.field(id.as_ref()?, &["yes-no"])?)),
        RawMeasure::Choice(id) => Some(Indicator::Choice(scope.field(id.as_ref()?, &["choice"])?)),
        RawMeasure::Change(change) => Some(Indicator::Change(self::change(scope, change)?, round?)),
        RawMeasure::YearsInARow(fields) => {
            repeated(scope, Kind::Field, fields);
            let found: Vec<Option<FieldIx>> = fields.items.iter().map(|id| scope.field(id, &["yes-no"])).collect();
            Some(Indicator::YearsInARow(super::all(found)?))
        }
        RawMeasure::Script { script, per } => {
            let used = script::script(scope, script, false, None);
            let per = per.as_ref().map_or(Some(1), |per| self::per(scope, per));
            Some(Indicator::Script(ScriptUse { per: per?, ..used? }, round?))
        }
    }
}

fn per(scope: &Scope, raw: &At<Decimal>) -> Option<i64> {
    figure::whole(scope.f, raw, 1, MOST_PER)
}

fn rate(scope: &Scope, raw: &RawRate) -> Option<Rate> {
    let of = raw.of.as_ref().and_then(|id| scope.operand(id, NUMBERS));
    let over = raw.over.as_ref().and_then(|id| scope.operand(id, NUMBERS));
    let per = raw.per.as_ref().and_then(|per| self::per(scope, per));
    Some(Rate { of: of?, over: over?, per: per? })
}

fn change(scope: &Scope, raw: &RawChange) -> Option<Change> {
    let of = raw.of.as_ref().and_then(|side| self::side(scope, side));
    let since = raw.since.as_ref().and_then(|side| self::side(scope, side));
    let kind = raw.kind.as_ref().and_then(|word| ids::word(scope.f, word, keys::CHANGES));
    let per = raw.per.as_ref().map_or(Some(1), |per| self::per(scope, per));
    let kind = if kind? == 0 { ChangeKind::Difference } else { ChangeKind::Ratio { per: per? } };
    Some(Change { of: of?, since: since?, kind })
}

fn side(scope: &Scope, raw: &RawSide) -> Option<Side> {
    match raw {
        RawSide::Plain(id) => scope.operand(id, NUMBERS).map(Side::Plain),
        RawSide::Rate(rate) => self::rate(scope, rate).map(Side::Rate),
    }
}

/// Whether an indicator has no denominator at all.
pub(crate) fn never_empty(measure: &RawMeasure) -> bool {
    match measure {
        RawMeasure::Rate(_) | RawMeasure::Script { .. } => false,
        RawMeasure::Change(change) => is_plain_difference(change),
        _ => true,
    }
}

fn is_plain_difference(change: &RawChange) -> bool {
    let plain = |side: &Option<RawSide>| matches!(side, Some(RawSide::Plain(_)));
    let difference = change.kind.as_ref().is_some_and(|word| word.value == "difference");
    difference && plain(&change.of) && plain(&change.since)
}

/// Whether a rule at 0/0 must be there. A script may never give a ratio; the rules find out when it does.
fn must_say_when_empty(measure: &RawMeasure) -> bool {
    !never_empty(measure) && !matches!(measure, RawMeasure::Script { .. })
}

/// What an item whose scale gives at most `most` does at 0/0.
pub(crate) fn when_empty(scope: &Scope, raw: &RawIndicator, most: Option<Points>) -> Option<WhenEmpty> {
    let f = scope.f;
    match &raw.when_empty {
        None if raw.has_when_empty => None,
        None if must_say_when_empty(&raw.measure) => {
            let of = raw.measure.key().to_owned();
            f.at(&raw.span, Problem::MissingKey { key: "when_empty", of });
            None
        }
        None => Some(WhenEmpty::Never),
        Some(RawEmpty::Word(word)) if word.value == "missing" => Some(WhenEmpty::Missing),
        Some(RawEmpty::Word(word)) if keys::GIVES.contains(&word.value.as_str()) => {
            f.at(&word.span, Problem::EmptyRuleNeedsStatus { rule: word.value.clone() });
            None
        }
        Some(RawEmpty::Word(word)) => {
            ids::word(f, word, &["missing"]);
            None
        }
        Some(RawEmpty::Give(give, origin)) => {
            let origin = figure::origin(f, origin);
            self::give(scope, give.as_ref()?, &origin?, most)
        }
        Some(RawEmpty::Holds(..)) => None,
    }
}

fn give(scope: &Scope, raw: &At<RawGive>, origin: &Origin, most: Option<Points>) -> Option<WhenEmpty> {
    let of = |value| Figure { value, origin: origin.clone() };
    match &raw.value {
        RawGive::Points(number) => {
            figure::points(scope.f, &At::new(*number, raw.span.clone())).map(|points| WhenEmpty::Points(of(points)))
        }
        RawGive::Word(word) => match ids::word(scope.f, &At::new(word.clone(), raw.span.clone()), keys::GIVES)? {
            0 => most.map(|most| WhenEmpty::Points(of(most))),
            1 => Some(WhenEmpty::Points(of(Points::ZERO))),
            2 => most.map(|most| WhenEmpty::NotApplicable(of(most))),
            _ => {
                if !scope.has_points_rounding {
                    scope.f.at(&raw.span, Problem::PointsNeedRounding { what: word.clone() });
                }
                Some(WhenEmpty::LeaveOut(origin.clone()))
            }
        },
    }
}

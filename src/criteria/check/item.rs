//! Items: an indicator and a scale, or a script.

use super::fact;
use super::figure;
use super::ids;
use super::indicator;
use super::scale::{self, Lowered};
use super::scope::Scope;
use super::script;
use crate::criteria::findings::At;
use crate::criteria::model::{Item, ItemRule, Scale, ScriptUse, WhenEmpty};
use crate::criteria::raw::{RawCriterion, RawItem, RawItemScript};
use crate::diag::{Note, Problem, Span};
use crate::quantity::Points;

/// The criterion around an item, as far as it could be read.
pub(crate) struct Around<'a> {
    pub(crate) raw: &'a RawCriterion,
    /// Its points and where they are set.
    pub(crate) points: Option<At<Points>>,
}

pub(crate) fn item(scope: &Scope, raw: &RawItem, around: &Around) -> Option<Item> {
    let id = raw.id.as_ref().filter(|id| check_id(scope, id, around));
    let bonus = raw.bonus.as_ref().is_some_and(|bonus| bonus.value);
    let gate = raw.gate.as_ref().map(|gate| fact::fact(scope, gate, fact::What::Gate));
    let follow_up = scope.optional_agency(raw.follow_up.as_ref());
    let name = raw.id.as_ref().map_or("", |id| &id.value);
    let rule = match (&raw.script, &raw.indicator) {
        (Some(script), None) => by_script(scope, script, &Limit { item: name, bonus, around }),
        (None, Some(_)) => scaled(scope, raw, &Limit { item: name, bonus, around }),
        _ => None,
    };
    let cites = raw.cites.as_ref().or(around.raw.cites.as_ref());
    let (rule, most, least) = rule?;
    Some(Item {
        id: id?.value.clone(),
        title: raw.title.clone()?,
        cites: cites?.value.clone(),
        most,
        least,
        bonus,
        gate: super::optional(gate)?,
        rule,
        follow_up: follow_up?,
        span: raw.span.clone(),
    })
}

/// `<criterion id>.<name>`.
fn check_id(scope: &Scope, id: &At<String>, around: &Around) -> bool {
    let name = id.value.split_once('.').map_or(id.value.as_str(), |(_, name)| name);
    if !ids::is_id(name) {
        scope.f.at(&id.span, Problem::BadId { id: id.value.clone() });
        return false;
    }
    let Some(criterion) = &around.raw.id else { return true };
    let meant = format!("{}.{name}", criterion.value);
    let is_second = scope.criteria.place(&criterion.value) != Some(&criterion.span);
    if id.value != meant && !is_second {
        let problem = Problem::ItemIdOutside { id: id.value.clone(), criterion: criterion.value.clone(), meant };
        scope.f.with(&id.span, problem, &criterion.span, Note::UsedHere);
    }
    true
}

/// What an item may give at most: its criterion's points, unless it is a bonus.
struct Limit<'a> {
    item: &'a str,
    bonus: bool,
    around: &'a Around<'a>,
}

impl Limit<'_> {
    fn check(&self, scope: &Scope, reach: Points, span: &Span) {
        let Some(most) = self.around.points.as_ref().filter(|most| !self.bonus && reach > most.value) else { return };
        let problem = Problem::PointsExceedItem { item: self.item.to_owned(), reach, most: most.value };
        scope.f.with(span, problem, &most.span, Note::MaximumHere);
    }
}

type Rule = (ItemRule, Points, Points);

fn by_script(scope: &Scope, raw: &RawItemScript, limit: &Limit) -> Option<Rule> {
    let f = scope.f;
    let origin = figure::origin(f, &raw.origin);
    let accepts_missing = raw.accepts_missing.as_ref().is_some_and(|yes| yes.value);
    let used = script::script(scope, &raw.script, accepts_missing, origin.clone());
    let most = raw.most.as_ref().and_then(|n| Some((figure::points(f, n)?, &n.span)));
    let least = raw.least.as_ref().map_or(Some(Points::ZERO), |n| figure::points(f, n));
    if let Some((most, span)) = most {
        limit.check(scope, most, span);
        if let Some(least) = least.filter(|least| *least > most) {
            let span = raw.least.as_ref().map_or(span, |n| &n.span);
            let lowest = format!("-{}", Points::MOST);
            f.at(span, Problem::OutOfRange { found: least.to_string(), least: lowest, most: most.to_string() });
        }
    }
    origin?;
    let (most, span) = most?;
    let limit_spans = [Some(span.clone()), raw.least.as_ref().map(|least| least.span.clone())];
    Some((ItemRule::Script(ScriptUse { limit_spans, ..used? }), most, least?))
}

fn scaled(scope: &Scope, raw: &RawItem, limit: &Limit) -> Option<Rule> {
    let raw_indicator = raw.indicator.as_ref()?;
    let indicator = indicator::indicator(scope, raw_indicator);
    let lowered = raw.scale.as_ref().and_then(|s| scale::scale(scope, s, raw_indicator, indicator.as_ref()));
    let most = lowered.as_ref().map(|lowered| lowered.most);
    let when_empty = indicator::when_empty(scope, raw_indicator, most);
    if let Some(lowered) = &lowered {
        for (points, span) in lines(&lowered.scale) {
            limit.check(scope, points, span);
        }
    }
    let (Lowered { scale, most, least }, when_empty) = (lowered?, when_empty?);
    let least = empty_points(scope, limit.item, &when_empty, most).map_or(least, |points| points.min(least));
    Some((ItemRule::Scaled { indicator: indicator?, when_empty, scale }, most, least))
}

/// The points of each line of a scale, with its place.
fn lines(scale: &Scale) -> Vec<(Points, &Span)> {
    match scale {
        Scale::Steps(steps) => steps.iter().map(|step| (step.points.value, &step.points.origin.span)).collect(),
        Scale::StepsByClass { lists, .. } => {
            lists.iter().flatten().map(|step| (step.points.value, &step.points.origin.span)).collect()
        }
        Scale::Deduction(figure) => vec![(figure.value.start, &figure.origin.span)],
        Scale::Linear(figure) => {
            vec![(figure.value.points_from.max(figure.value.points_to), &figure.origin.span)]
        }
    }
}

/// Points at 0/0; more than the scale can give is a slip.
fn empty_points(scope: &Scope, item: &str, when_empty: &WhenEmpty, most: Points) -> Option<Points> {
    let (WhenEmpty::Points(figure) | WhenEmpty::NotApplicable(figure)) = when_empty else { return None };
    if figure.value > most {
        let problem = Problem::PointsExceedItem { item: item.to_owned(), reach: figure.value, most };
        scope.f.at(&figure.origin.span, problem);
    }
    Some(figure.value)
}

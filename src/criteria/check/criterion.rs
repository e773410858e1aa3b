//! Criteria: their points, their items, and how items become points.

use super::fact;
use super::field::IDENTITY_COLUMNS;
use super::figure;
use super::ids;
use super::item::{self, Around};
use super::scope::Scope;
use super::script;
use super::sums;
use crate::criteria::findings::At;
use crate::criteria::model::{Combine, Criterion, Figure, Item, ItemRule, Minimum, WhenEmpty};
use crate::criteria::raw::{RawCombine, RawCriterion, RawStandard, keys};
use crate::diag::{Kind, Note, Problem};
use crate::quantity::Points;

/// Columns of results beside those of a table; a criterion's id becomes a column and a condition too.
const RESULT_COLUMNS: [&str; 8] =
    ["total", "total_min", "total_max", "threshold", "verdict", "failed", "missing", "status"];
/// With n items that can be left out there are 2ⁿ ways to rescale the rest; all of them bound a missing total.
const MOST_LEFT_OUT: usize = 10;

/// All criteria, `None` where one is faulty.
pub(crate) fn criteria(scope: &Scope, raw: &RawStandard) -> Vec<Option<Criterion>> {
    raw.criteria.items.iter().map(|criterion| self::criterion(scope, criterion)).collect()
}

fn criterion(scope: &Scope, raw: &RawCriterion) -> Option<Criterion> {
    let f = scope.f;
    let id = raw.id.as_ref().filter(|id| ids::check_letters(f, id));
    if let Some(id) = id {
        ids::check_reserved(f, Kind::Criterion, id, &[&IDENTITY_COLUMNS[..], &RESULT_COLUMNS].concat());
    }
    let points = raw.points.as_ref().and_then(|p| figure::points_figure(f, p, figure::points_from_zero));
    let around = Around { raw, points: points_at(raw) };
    let combine = combine(scope, raw);
    let zero_when: Vec<_> =
        raw.zero_when.items.iter().map(|fact| fact::fact(scope, fact, fact::What::Against)).collect();
    let items: Vec<_> = raw.items.items.iter().map(|item| item::item(scope, item, &around)).collect();
    let floor = raw.floor.as_ref().map(|floor| figure::points_figure(f, floor, figure::points));
    let minimum = raw.minimum.as_ref().map(|minimum| figure::minimum(f, minimum));
    let follow_up = scope.optional_agency(raw.follow_up.as_ref());
    if let Some(items) = items.iter().map(Option::as_ref).collect::<Option<Vec<_>>>().filter(|_| raw.items.whole) {
        sums::criterion(scope, &around, combine.as_ref(), &items);
        left_out(scope, raw, combine.as_ref(), &items);
        reach(scope, &around, &items, floor.as_ref(), minimum.as_ref());
    }
    Some(Criterion {
        id: id?.value.clone(),
        title: raw.title.clone()?,
        cites: raw.cites.as_ref()?.value.clone(),
        points: points?,
        combine: combine?,
        floor: super::optional(floor)?,
        zero_when: super::all(zero_when)?,
        minimum: super::optional(minimum)?,
        follow_up: follow_up?,
        items: super::all(items)?,
        span: raw.span.clone(),
    })
}

/// A criterion's points as written, even when its status is faulty.
pub(crate) fn points_at(raw: &RawCriterion) -> Option<At<Points>> {
    let value = raw.points.as_ref()?.value.as_ref()?;
    Some(At::new(Points::from_decimal(value.value)?, value.span.clone()))
}

fn combine(scope: &Scope, raw: &RawCriterion) -> Option<Combine> {
    match &raw.combine {
        None => Some(Combine::Sum),
        Some(RawCombine::Script(script)) => script::script(scope, script, false, None).map(Combine::Script),
        Some(RawCombine::Word(word)) => match ids::word(scope.f, word, keys::COMBINES)? {
            0 => Some(Combine::Sum),
            1 => Some(Combine::CappedSum),
            2 => Some(Combine::Min),
            _ => Some(Combine::Max),
        },
    }
}

fn left_out(scope: &Scope, raw: &RawCriterion, combine: Option<&Combine>, items: &[&Item]) {
    let origins: Vec<_> = items
        .iter()
        .filter_map(|item| match &item.rule {
            ItemRule::Scaled { when_empty: WhenEmpty::LeaveOut(origin), .. } => Some(origin),
            _ => None,
        })
        .collect();
    if origins.len() > MOST_LEFT_OUT {
        let problem = Problem::TooManyLeftOut { found: origins.len(), limit: MOST_LEFT_OUT };
        scope.f.at(&raw.span, problem);
    }
    if let Some(Combine::Script(script)) = combine {
        for origin in origins {
            scope.f.with(&origin.span, Problem::LeaveOutWithScript, &script.span, Note::UsedHere);
        }
    }
}

/// A floor or minimum above what the items can reach.
fn reach(
    scope: &Scope,
    around: &Around,
    items: &[&Item],
    floor: Option<&Option<Figure<Points>>>,
    minimum: Option<&Option<Figure<Minimum>>>,
) {
    let Some(points) = &around.points else { return };
    let reach = points.value + bonus(items);
    if let Some(Some(floor)) = floor {
        beyond(scope, "floor", floor.value, reach, floor, points);
    }
    if let Some(Some(minimum)) = minimum
        && let Minimum::Points(least) = minimum.value
    {
        beyond(scope, "minimum", least, reach, minimum, points);
    }
}

/// Extra points of the items.
pub(crate) fn bonus(items: &[&Item]) -> Points {
    items.iter().filter(|item| item.bonus).map(|item| item.most.max(Points::ZERO)).sum()
}

fn beyond<T>(scope: &Scope, what: &str, found: Points, reach: Points, figure: &Figure<T>, points: &At<Points>) {
    if found > reach {
        let problem = Problem::BeyondReach { what: what.to_owned(), found, reach, strictly: false };
        scope.f.with(&figure.origin.span, problem, &points.span, Note::MaximumHere);
    }
}

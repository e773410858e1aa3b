//! Items add up to their criterion, criteria to their standard.

use super::criterion::{bonus, points_at};
use super::item::Around;
use super::scope::Scope;
use crate::criteria::findings::At;
use crate::criteria::model::{Combine, Criterion, Item};
use crate::criteria::raw::RawStandard;
use crate::diag::Problem;
use crate::quantity::Points;

/// Reports items that cannot give exactly what their criterion says.
pub(crate) fn criterion(scope: &Scope, around: &Around, combine: Option<&Combine>, items: &[&Item]) {
    let (Some(points), Some(combine), Some(id)) = (&around.points, combine, &around.raw.id) else { return };
    let counted: Vec<Points> = items.iter().filter(|item| !item.bonus).map(|item| item.most).collect();
    // An item that alone exceeds the criterion has been reported; the sum is its consequence.
    if counted.is_empty() || counted.iter().any(|most| *most > points.value) {
        return;
    }
    let sum: Points = counted.iter().copied().sum();
    let reach = match combine {
        Combine::Sum => Some(sum).filter(|sum| *sum != points.value),
        Combine::CappedSum => Some(sum).filter(|sum| *sum < points.value),
        Combine::Min => counted.iter().copied().find(|most| *most != points.value),
        Combine::Max => counted.iter().copied().max().filter(|most| *most != points.value),
        // A script may give anything up to the criterion's points.
        Combine::Script(_) => None,
    };
    if let Some(reach) = reach {
        let problem = Problem::ItemsDoNotAddUp { criterion: id.value.clone(), reach, points: points.value };
        scope.f.at(&points.span, problem);
    }
}

/// Reports criteria that do not add up to the total; a script for the total makes its own sum.
pub(crate) fn total(scope: &Scope, raw: &RawStandard) {
    let Some(total) = total_at(raw) else { return };
    let by_script = raw.recognition.as_ref().is_some_and(|recognition| recognition.script.is_some());
    let points: Option<Vec<Points>> = raw.criteria.items.iter().map(|c| Some(points_at(c)?.value)).collect();
    let Some(points) = points.filter(|_| raw.criteria.whole && !by_script) else { return };
    let reach: Points = points.into_iter().sum();
    if reach != total.value {
        scope.f.at(&total.span, Problem::CriteriaDoNotAddUp { reach, total: total.value });
    }
}

/// The total as written, even when its status is faulty.
pub(crate) fn total_at(raw: &RawStandard) -> Option<At<Points>> {
    let value = raw.head.as_ref()?.total_points.as_ref()?.value.as_ref()?;
    Some(At::new(Points::from_decimal(value.value)?, value.span.clone()))
}

/// The most a commune can have in all, extra points included; `None` while a criterion is faulty.
pub(crate) fn reach(raw: &RawStandard, criteria: &[Option<Criterion>]) -> Option<At<Points>> {
    let total = total_at(raw)?;
    let mut reach = total.value;
    for criterion in criteria {
        reach += bonus(&criterion.as_ref()?.items.iter().collect::<Vec<_>>());
    }
    Some(At::new(reach, total.span))
}

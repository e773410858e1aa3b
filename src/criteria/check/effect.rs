//! Conditions without effect: thresholds, minima and floors that nothing lies below, levels that everybody or nobody
//! has.
//!
//! The fewest points of an item are those its scale, its rule at 0/0 or its script declares; those of a criterion and
//! of the total follow exactly from how items combine. Where items can be left out and the rest is rescaled, or points
//! are negative as well, there may be no exact bound; then nothing is said.

use super::scope::Scope;
use super::steps;
use crate::criteria::bands::{Domain, Fault, Range};
use crate::criteria::model::{Bound, Combine, Criterion, Figure, Level, Minimum, Recognition, Threshold};
use crate::diag::Problem;
use crate::quantity::{Decimal, Points};

/// Judges every condition of recognition against the fewest points there can be.
pub(crate) fn conditions(scope: &Scope, recognition: &Recognition, criteria: &[Option<Criterion>]) {
    let Some(criteria) = criteria.iter().map(Option::as_ref).collect::<Option<Vec<_>>>() else { return };
    let least: Option<Vec<Points>> = criteria.iter().map(|criterion| criterion.least()).collect();
    for criterion in &criteria {
        of_criterion(scope, criterion);
    }
    let Some(least) = least else { return };
    if let Some(lowest) = least.iter().copied().min() {
        of_every_criterion(scope, recognition, lowest);
    }
    // A script for the total gives at least 0, like one for a criterion.
    let total = if recognition.total_script.is_some() { Points::ZERO } else { least.into_iter().sum() };
    for figure in thresholds(recognition).iter().filter(|figure| figure.value <= total) {
        never_fails(scope, "threshold.total", figure.value, total, figure);
    }
    for level in &recognition.levels {
        of_level(scope, level, total, criteria.iter().map(|criterion| most(criterion)).sum());
    }
}

fn never_fails<T>(scope: &Scope, what: &str, asks: Points, least: Points, figure: &Figure<T>) {
    scope.f.at(&figure.origin.span, Problem::NeverFails { what: what.to_owned(), asks, least });
}

fn thresholds(recognition: &Recognition) -> &[Figure<Points>] {
    match &recognition.threshold {
        Some(Threshold::Same(figure)) => std::slice::from_ref(figure),
        Some(Threshold::ByClass(figures)) => figures,
        None => &[],
    }
}

/// `lowest` is what no criterion lies below.
fn of_every_criterion(scope: &Scope, recognition: &Recognition, lowest: Points) {
    if let Some(figure) = recognition.every_criterion_above.as_ref().filter(|figure| figure.value < lowest) {
        never_fails(scope, "every_criterion_above", figure.value, lowest, figure);
    }
    if let Some(figure) = &recognition.every_criterion_at_least
        && let Some(asks) = asks_at_most(figure.value, lowest)
    {
        never_fails(scope, "every_criterion_at_least", asks, lowest, figure);
    }
}

/// The points of a minimum that is not above `least`; of shares only 0 per cent is the same for all criteria.
fn asks_at_most(minimum: Minimum, least: Points) -> Option<Points> {
    let points = match minimum {
        Minimum::Points(points) => points,
        Minimum::Share(share) if share.mantissa() == 0 => Points::ZERO,
        Minimum::Share(_) => return None,
    };
    (points <= least).then_some(points)
}

fn of_criterion(scope: &Scope, criterion: &Criterion) {
    if let (Some(minimum), Some(least)) = (&criterion.minimum, criterion.least())
        && let Some(asks) = asks_at_most(minimum.value, least)
    {
        never_fails(scope, "minimum", asks, least, minimum);
    }
    // The least a script of a criterion may give is the floor itself.
    let Some(floor) = criterion.floor.as_ref().filter(|_| !matches!(criterion.combine, Combine::Script(_))) else {
        return;
    };
    if let Some(least) = criterion.combined().filter(|least| floor.value <= *least) {
        never_fails(scope, "floor", floor.value, least, floor);
    }
}

/// A level is judged only where no gap and no overlap is: they have been reported.
fn of_level(scope: &Scope, level: &Level, least: Points, most: Points) {
    let bound = |points: Points| Bound::Included(Decimal::new(points.as_thousandths(), Points::DIGITS));
    let totals = Domain::new(bound(least), bound(most), Some(Points::DIGITS));
    let range = Range::new(level.from, level.to);
    let faults = totals.judge(&[range]);
    let lowest_from = Domain::new(bound(least), Bound::Open, Some(Points::DIGITS));
    if lowest_from.judge(&[range]).contains(&Fault::Unreachable(0)) {
        steps::unreachable(scope, &level.origin.span, totals, range);
    } else if faults.is_empty() {
        let problem = Problem::AlwaysHolds { fact: level.id.clone(), domain: totals.text(), gate: false };
        scope.f.at(&level.origin.span, problem);
    }
}

fn most(criterion: &Criterion) -> Points {
    criterion.points.value + super::criterion::bonus(&criterion.items.iter().collect::<Vec<_>>())
}

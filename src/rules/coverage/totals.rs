//! Totals on a threshold or on the edge of a level, and the highest ones below: which totals a standard can give.

use super::goal::{Goals, Wanted, words};
use crate::criteria::model::{Bound, ClassIx, Combine, ItemRule, Scale, Standard, Threshold, WhenEmpty};
use crate::lang::Text;
use crate::quantity::{Points, Ratio};
use crate::result::{Detail, Outcome, TargetKind};
use crate::rules::RuleSet;
use crate::rules::case::Given;
use std::collections::{BTreeMap, BTreeSet};

/// Points of each item of a criterion that add up to so many points.
pub(super) type Ways = BTreeMap<Points, Vec<Points>>;

/// More different points than any standard written by hand has; a finer scale is a computed one.
const MOST_POINTS: usize = 5_000;

/// For each threshold and each edge of a level: the lowest total that reaches it and the highest that does not.
pub(super) fn totals(goals: &mut Goals, rules: &RuleSet) {
    let group = goals.group("total", &words("Tổng điểm", "Total points"));
    let standard = rules.standard();
    for (class, edge) in edges(standard) {
        let Some(possible) = possible(rules, class) else { continue };
        let suffix =
            class.and_then(|class| standard.classes.get(class.0)).map_or_else(String::new, |c| format!(" ({})", c.id));
        let reaching = possible.iter().find(|points| points.to_ratio() >= edge);
        let missing = possible.iter().rev().find(|points| points.to_ratio() < edge);
        for points in [reaching, missing].into_iter().flatten() {
            let label = Text::same(&format!("= {points}{suffix}"));
            goals.add(group, TargetKind::Points, label, Wanted::Total { class, points: *points });
        }
    }
}

/// Thresholds with their classes, and the lower edges of levels.
fn edges(standard: &Standard) -> Vec<(Option<ClassIx>, Ratio)> {
    let of_thresholds = match &standard.recognition.threshold {
        None => Vec::new(),
        Some(Threshold::Same(figure)) => vec![(None, figure.value.to_ratio())],
        Some(Threshold::ByClass(figures)) => {
            figures.iter().enumerate().map(|(at, figure)| (Some(ClassIx(at)), figure.value.to_ratio())).collect()
        }
    };
    let of_levels = standard.recognition.levels.iter().filter_map(|level| match level.from {
        Bound::Included(edge) | Bound::Excluded(edge) => Some((None, Ratio::from(edge))),
        Bound::Open => None,
    });
    of_thresholds.into_iter().chain(of_levels).collect()
}

/// The totals communes of a class can have; `None` where points are computed and nearly every total is possible.
fn possible(rules: &RuleSet, class: Option<ClassIx>) -> Option<BTreeSet<Points>> {
    if rules.total.script.is_some() {
        return None;
    }
    let mut sums = BTreeSet::from([Points::ZERO]);
    for c in 0..rules.standard().criteria.len() {
        let of_criterion = ways(rules, c, class)?;
        sums = sums.iter().flat_map(|sum| of_criterion.keys().map(move |points| *sum + *points)).collect();
        if sums.len() > MOST_POINTS {
            return None;
        }
    }
    Some(sums)
}

/// Points of each criterion whose sum is a total.
pub(super) fn split(rules: &RuleSet, class: Option<ClassIx>, total: Points) -> Option<Vec<Vec<Points>>> {
    let all: Vec<Ways> = (0..rules.standard().criteria.len()).map(|c| ways(rules, c, class)).collect::<Option<_>>()?;
    // A criterion at zero would fail the commune whatever its total is.
    let above_zero = |ways: &Ways| ways.clone().into_iter().filter(|(points, _)| *points > Points::ZERO).collect();
    split_among(&all.iter().map(above_zero).collect::<Vec<Ways>>(), total).or_else(|| split_among(&all, total))
}

fn split_among(of_criteria: &[Ways], total: Points) -> Option<Vec<Vec<Points>>> {
    // Sums the criteria from each one to the last can still add up to.
    let mut rest = vec![BTreeSet::from([Points::ZERO])];
    for ways in of_criteria.iter().rev() {
        let after = rest.last()?;
        rest.push(after.iter().flat_map(|sum| ways.keys().map(move |points| *sum + *points)).collect());
    }
    rest.reverse();
    let mut left = total;
    let mut chosen = Vec::new();
    for (ways, after) in of_criteria.iter().zip(rest.iter().skip(1)) {
        // The most points first: as few criteria as possible are below their full points.
        let (points, items) = ways.iter().rev().find(|(points, _)| after.contains(&(left - **points)))?;
        left = left - *points;
        chosen.push(items.clone());
    }
    Some(chosen)
}

/// The points a criterion can have in a class, each with points of its items; the ways through a fact are left out.
pub(super) fn ways(rules: &RuleSet, c: usize, class: Option<ClassIx>) -> Option<Ways> {
    let criterion = rules.standard().criteria.get(c)?;
    let mut ways: Ways = BTreeMap::from([(Points::ZERO, Vec::new())]);
    for (i, item) in criterion.items.iter().enumerate() {
        let points = points_of(rules, rules.item_position(c, i), &item.rule, class)?;
        ways = next(&ways, &points, &criterion.combine, i == 0)?;
        if ways.len() > MOST_POINTS {
            return None;
        }
    }
    let cap = matches!(criterion.combine, Combine::CappedSum).then_some(criterion.points.value);
    let floor = criterion.floor.as_ref().map(|floor| floor.value);
    let bounded = |points: Points| {
        let points = cap.map_or(points, |cap| points.min(cap));
        floor.map_or(points, |floor| points.max(floor))
    };
    Some(ways.into_iter().map(|(points, items)| (bounded(points), items)).collect())
}

fn next(ways: &Ways, points: &BTreeSet<Points>, combine: &Combine, first: bool) -> Option<Ways> {
    let mut next = Ways::new();
    // From the most points of this item down, so that the first way found has as many full items as possible.
    for (so_far, items) in ways {
        for more in points.iter().rev() {
            let sum = match combine {
                Combine::Sum | Combine::CappedSum => *so_far + *more,
                Combine::Min | Combine::Max if first => *more,
                Combine::Min => (*so_far).min(*more),
                Combine::Max => (*so_far).max(*more),
                Combine::Script(_) => return None,
            };
            next.entry(sum).or_insert_with(|| items.iter().copied().chain([*more]).collect());
        }
    }
    Some(next)
}

/// The points an item can have; `None` where they are computed, or the item can be left out.
fn points_of(rules: &RuleSet, at: usize, rule: &ItemRule, class: Option<ClassIx>) -> Option<BTreeSet<Points>> {
    let ItemRule::Scaled { when_empty, scale, .. } = rule else {
        return Some(of_script(rules, at));
    };
    let mut points: BTreeSet<Points> = match (scale, class) {
        (Scale::Steps(steps), _) => steps.iter().map(|step| step.points.value).collect(),
        (Scale::StepsByClass { lists, list_of }, Some(class)) => {
            lists.get(*list_of.get(class.0)?)?.iter().map(|step| step.points.value).collect()
        }
        (Scale::StepsByClass { lists, .. }, None) => lists.iter().flatten().map(|step| step.points.value).collect(),
        (Scale::Deduction(figure), _) => {
            let deduction = figure.value;
            let less = |points: &Points| Some(*points - deduction.per_case).filter(|less| *less > deduction.floor);
            let steps = std::iter::successors(Some(deduction.start), less).take(MOST_POINTS);
            steps.chain([deduction.floor]).collect()
        }
        (Scale::Linear(_), _) => return None,
    };
    match when_empty {
        WhenEmpty::Points(figure) | WhenEmpty::NotApplicable(figure) => points.extend([figure.value]),
        WhenEmpty::LeaveOut(_) => return None,
        WhenEmpty::Never | WhenEmpty::Missing => {}
    }
    Some(points)
}

/// The points a script gave in the cases, and the most and least it may give: it does not say more.
fn of_script(rules: &RuleSet, at: usize) -> BTreeSet<Points> {
    let items = rules.criteria.iter().flat_map(|criterion| &criterion.items);
    let Some(item) = items.clone().nth(at) else { return BTreeSet::new() };
    let cases = rules.standard().cases.iter();
    let seen = cases.filter_map(|case| match item.score(&Given(case), Detail::Criteria).outcome {
        Outcome::Scored(points) => Some(points),
        Outcome::NotApplicable(_) | Outcome::Missing | Outcome::Hidden => None,
    });
    seen.chain([item.most, item.least]).collect()
}

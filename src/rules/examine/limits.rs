//! Branches that give more or fewer points than allowed, and limits that no branch reaches.

use super::Findings;
use crate::criteria::model::{Combine, ItemRule, ScriptUse};
use crate::diag::{Diagnostic, Note, Problem, Span};
use crate::quantity::{Points, Ratio, Rounding, RoundingMode};
use crate::rules::call::exact_points;
use crate::rules::extent::Extent;
use crate::rules::item::How;
use crate::rules::script::Survey;
use crate::rules::scripts::Belongs;
use std::collections::BTreeSet;

/// The points a script may give.
struct Limits<'a> {
    used: &'a ScriptUse,
    what: String,
    least: Points,
    most: Points,
    /// Where the most stands, and its key.
    most_at: (Span, &'static str),
    /// Where the least stands, when it is written.
    least_at: Option<Span>,
    /// The key of the least, when there is one.
    least_key: Option<&'static str>,
}

/// Looks at each branch on its own. A script for a value has no limits: its scale covers every value.
pub(super) fn check(found: &mut Findings<'_>, survey: &Survey) {
    let Some(limits) = of(found) else { return };
    let rounding = found.rules.standard.points_rounding.as_ref().map(|rounding| rounding.value);
    let mut points: Option<Vec<Points>> = Some(Vec::new());
    for (branch, extent) in survey.branches.iter().enumerate() {
        let Some(extent) = extent else { continue };
        if let Some(problem) = exceeds(&limits, *extent, rounding) {
            let span = found.site.call.script.branches().get(branch).map_or(0..0, |branch| branch.span.clone());
            found.places.push(span.clone());
            let below = matches!(problem, Problem::ScriptBranchExceeds { below: true, .. });
            let least = limits.least_at.clone().filter(|_| below).map(|span| (span, Note::LeastHere));
            let figures = survey.made_of.get(branch).map(|made_of| of_figures(found, limits.used, made_of));
            let limit = least.unwrap_or_else(|| (limits.most_at.0.clone(), Note::MaximumHere));
            found.in_script(span, problem, figures.into_iter().flatten().chain([limit]));
        }
        let fixed = extent.number().and_then(|number| exact_points(number, rounding));
        points = points.zip(fixed).map(|(mut all, fixed)| {
            all.push(fixed);
            all
        });
    }
    unreached(found, &limits, &points.unwrap_or_default());
}

/// Where the figures among these parameters stand.
fn of_figures(found: &Findings<'_>, used: &ScriptUse, parameters: &BTreeSet<usize>) -> Vec<(Span, Note)> {
    let names = found.site.call.script.parameters();
    let figure = |name: &String| used.figures.iter().find(|(id, _)| id == name);
    let figures = parameters.iter().filter_map(|at| figure(names.get(*at)?));
    figures.map(|(_, figure)| (figure.origin.span.clone(), Note::FigureHere)).collect()
}

fn of<'a>(found: &Findings<'a>) -> Option<Limits<'a>> {
    let standard = &found.rules.standard;
    Some(match found.site.belongs {
        Belongs::Item(rule, model) => {
            let How::Script(_) = rule.how else { return None };
            let ItemRule::Script(used) = &model.rule else { return None };
            let [most_span, least_at] = used.limit_spans.clone();
            let most_at = (most_span.unwrap_or_else(|| used.span.clone()), "most");
            Limits {
                used,
                what: model.id.clone(),
                least: model.least,
                most: model.most,
                most_at,
                least_at,
                least_key: Some("least"),
            }
        }
        Belongs::Criterion(ix) => {
            let criterion = standard.criteria.get(ix)?;
            let Combine::Script(used) = &criterion.combine else { return None };
            let least = criterion.floor.as_ref().map_or(Points::ZERO, |floor| floor.value);
            let least_at = criterion.floor.as_ref().map(|floor| floor.origin.span.clone());
            let most_at = (criterion.points.origin.span.clone(), "points");
            Limits {
                used,
                what: criterion.id.clone(),
                least,
                most: criterion.points.value,
                most_at,
                least_at,
                least_key: Some("floor"),
            }
        }
        Belongs::Total => {
            let total = &standard.total_points;
            let used = standard.recognition.total_script.as_ref()?;
            let most_at = (total.origin.span.clone(), "total_points");
            Limits {
                used,
                what: "total".to_owned(),
                least: Points::ZERO,
                most: total.value,
                most_at,
                least_at: None,
                least_key: None,
            }
        }
        Belongs::Fact => return None,
    })
}

/// Points are rounded before they meet the limits, as when scoring.
fn exceeds(limits: &Limits<'_>, extent: Extent, rounding: Option<Rounding>) -> Option<Problem> {
    let given = |number: Ratio| exact_points(number, rounding).map_or(number, Points::to_ratio);
    let above = extent.low.map(given).filter(|low| *low > limits.most.to_ratio());
    let below = extent.high.map(given).filter(|high| *high < limits.least.to_ratio());
    let finest = Rounding { digits: Points::DIGITS, mode: RoundingMode::HalfUp };
    Some(Problem::ScriptBranchExceeds {
        what: limits.what.clone(),
        found: above.or(below)?.display(finest)?,
        exactly: extent.number().is_some(),
        below: below.is_some(),
        key: if below.is_some() { limits.least_key } else { Some(limits.most_at.1) },
        least: limits.least,
        most: limits.most,
    })
}

/// Only where every branch gives fixed points. That 0, the usual least, is never given says nothing.
fn unreached(found: &mut Findings<'_>, limits: &Limits<'_>, points: &[Points]) {
    let (Some(best), Some(worst)) = (points.iter().max(), points.iter().min()) else { return };
    let (most_span, most_key) = &limits.most_at;
    let high = (*best < limits.most).then_some((*best, limits.most, most_span, *most_key));
    let least_at = limits.least_at.as_ref().filter(|_| *worst > limits.least && limits.least != Points::ZERO);
    let low = least_at.map(|span| (*worst, limits.least, span, limits.least_key.unwrap_or_default()));
    for (nearest, limit, span, key) in high.into_iter().chain(low) {
        let problem = Problem::ScriptLimitUnreached { what: limits.what.clone(), key, found: nearest, limit };
        let place = found.in_criteria(span.clone());
        found.report.push(Diagnostic::new(problem, place));
    }
}

//! Conditions of recognition and the verdict, in three-valued logic.

use super::Figures;
use super::combine::Combined;
use super::fact::FactRule;
use super::operand::{Absent, position};
use super::scale::within;
use crate::criteria::model::{Bound, ClassIx};
use crate::quantity::{Points, Ratio};
use crate::result::{CriterionState, TotalScore, Verdict};
use crate::rules::bounds::Left;
use crate::status::Status;
use std::cmp::Ordering;

/// One condition, with the status of its own figure.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) rule: ConditionRule,
    pub(super) status: Status,
}

/// What must hold.
#[derive(Clone, Debug)]
pub(super) enum ConditionRule {
    /// This criterion has more than these points.
    CriterionAbove(usize, Points),
    /// This criterion has at least this, in exact points (a share need not be a whole thousandth).
    CriterionAtLeast(usize, Ratio),
    /// This fact does not hold.
    Veto(FactRule),
    /// This fact holds, or there is no score.
    Gate(FactRule),
    /// The total reaches this: one figure, or one per class.
    Threshold(Vec<Points>),
    /// The total lies in one of these ranges.
    Levels(Vec<(Bound, Bound)>),
}

/// How a condition stands, with the weakest status it rests on.
pub(super) struct Stand {
    pub(super) holds: Option<bool>,
    pub(super) status: Status,
    /// The level reached, for [`ConditionRule::Levels`].
    pub(super) level: Option<usize>,
    /// Missing figures it waits for.
    pub(super) missing: Vec<u16>,
}

impl Condition {
    /// Whether it holds for a commune.
    pub(super) fn stand<F: Figures>(&self, criteria: &[Combined], total: &TotalScore, figures: &F) -> Stand {
        let stand =
            |holds, status: Status| Stand { holds, status: status.max(self.status), level: None, missing: Vec::new() };
        match &self.rule {
            ConditionRule::CriterionAbove(ix, points) => of_criterion(criteria, *ix, |c| c > *points)
                .map_or_else(|| stand(None, Status::Provisional), |(holds, status)| stand(holds, status)),
            ConditionRule::CriterionAtLeast(ix, points) => of_criterion(criteria, *ix, |c| c.to_ratio() >= *points)
                .map_or_else(|| stand(None, Status::Provisional), |(holds, status)| stand(holds, status)),
            ConditionRule::Veto(fact) => of_fact(fact, figures, self.status, false),
            ConditionRule::Gate(fact) => of_fact(fact, figures, self.status, true),
            ConditionRule::Threshold(points) => stand(reaches(total, points, figures.class()), total.status),
            ConditionRule::Levels(levels) => {
                let (holds, level) = level_of(total, levels);
                Stand { level, ..stand(holds, total.status) }
            }
        }
    }
}

fn of_criterion(criteria: &[Combined], ix: usize, test: impl Fn(Points) -> bool) -> Option<(Option<bool>, Status)> {
    let criterion = criteria.get(ix)?;
    let (low, high) = (test(criterion.score.low), test(criterion.score.high));
    let holds = match (criterion.score.state, criterion.left) {
        (CriterionState::LeftOut, _) => Some(true),
        // Left out, it would hold; so it can only be known to hold.
        (_, Left::Maybe) => low.then_some(true),
        _ => (low == high).then_some(low),
    };
    Some((holds, criterion.score.status))
}

fn of_fact<F: Figures>(fact: &FactRule, figures: &F, status: Status, wanted: bool) -> Stand {
    let status = status.max(fact.status);
    match fact.holds(figures) {
        Ok(holds) => Stand { holds: Some(holds == wanted), status, level: None, missing: Vec::new() },
        Err(Absent::Figures(missing)) => Stand { holds: None, status, level: None, missing },
        Err(_) => Stand { holds: None, status, level: None, missing: Vec::new() },
    }
}

/// Without a class the total must reach, or miss, the thresholds of all classes to be decided.
fn reaches(total: &TotalScore, points: &[Points], class: Option<ClassIx>) -> Option<bool> {
    let own = match (points, class) {
        ([same], _) => *same..=*same,
        (_, Some(class)) => points.get(class.0).map(|p| *p..=*p)?,
        (_, None) => *points.iter().min()?..=*points.iter().max()?,
    };
    if total.low >= *own.end() {
        Some(true)
    } else if total.high < *own.start() {
        Some(false)
    } else {
        None
    }
}

fn level_of(total: &TotalScore, levels: &[(Bound, Bound)]) -> (Option<bool>, Option<usize>) {
    let at = |points: Points| levels.iter().position(|(from, to)| within(points.to_ratio(), *from, *to));
    match (at(total.low), at(total.high)) {
        (Some(low), Some(high)) if low == high => (Some(true), Some(low)),
        (None, None) if !levels.iter().any(|(from, _)| starts_between(*from, total)) => (Some(false), None),
        _ => (None, None),
    }
}

fn starts_between(from: Bound, total: &TotalScore) -> bool {
    match from {
        Bound::Open => false,
        Bound::Included(edge) | Bound::Excluded(edge) => {
            total.low.to_ratio().compare(edge) != Ordering::Greater
                && total.high.to_ratio().compare(edge) != Ordering::Less
        }
    }
}

/// The verdict with the weakest status it rests on, and the missing figures conditions wait for.
pub(super) struct Judgement {
    pub(super) verdict: Verdict,
    pub(super) status: Status,
    pub(super) missing: Vec<u16>,
    /// Whether a gate withholds the score.
    pub(super) withheld: bool,
}

/// Judges a commune. A failed condition decides whatever is missing; a failed or unknown gate leaves everything open.
pub(super) fn judge<F: Figures>(
    conditions: &[Condition],
    criteria: &[Combined],
    total: &TotalScore,
    figures: &F,
) -> Judgement {
    let (mut failed, mut open, mut gates) = (Vec::new(), Vec::new(), Vec::new());
    let (mut level, mut missing) = (None, Vec::new());
    let (mut weakest, mut strongest_failure, mut gate_status) =
        (Status::Confirmed, Status::Provisional, Status::Confirmed);
    for (ix, condition) in conditions.iter().enumerate() {
        let mut stand = condition.stand(criteria, total, figures);
        missing.append(&mut stand.missing);
        level = level.or(stand.level);
        weakest = weakest.max(stand.status);
        match (&condition.rule, stand.holds) {
            (_, Some(true)) => {}
            (ConditionRule::Gate(_), _) => {
                gates.push(position(ix));
                gate_status = gate_status.max(stand.status);
            }
            (_, Some(false)) => {
                failed.push(position(ix));
                // Any one failure suffices: the verdict rests on the best verified of them.
                strongest_failure = strongest_failure.min(stand.status);
            }
            (_, None) => open.push(position(ix)),
        }
    }
    let withheld = !gates.is_empty();
    let (verdict, status) = if withheld {
        (Verdict::Undetermined(gates), gate_status)
    } else if !failed.is_empty() {
        (Verdict::NotRecognised(failed), strongest_failure)
    } else if !open.is_empty() {
        (Verdict::Undetermined(open), weakest)
    } else {
        (level.map_or(Verdict::Recognised, Verdict::Level), weakest)
    };
    Judgement { verdict, status, missing, withheld }
}

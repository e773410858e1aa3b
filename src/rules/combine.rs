//! How items become a criterion, and criteria the total.

use super::Figures;
use super::bounds::{Left, Part, Range, rescale};
use super::call::{Answer, Call, exact_points};
use super::fact::FactRule;
use super::item::ItemRuleSet;
use super::operand::{Absent, needs_rounding, outside, ratio_for_points};
use crate::criteria::model::FieldIx;
use crate::lang::Text;
use crate::quantity::{Points, Rounding};
use crate::result::{CriterionScore, CriterionState, ItemScore, Outcome, TotalScore};
use crate::status::Status;

/// A criterion made ready to run.
#[derive(Clone, Debug)]
pub(super) struct CriterionRule {
    pub(super) id: String,
    pub(super) items: Vec<ItemRuleSet>,
    pub(super) points: Points,
    pub(super) points_status: Status,
    pub(super) combine: CombineRule,
    pub(super) floor: Option<(Points, Status)>,
    pub(super) zero_when: Vec<FactRule>,
    pub(super) rounding: Option<(Rounding, Status)>,
}

/// How its items combine.
#[derive(Clone, Debug)]
pub(super) enum CombineRule {
    Sum,
    CappedSum,
    Min,
    Max,
    Script(Call),
}

/// A criterion's score, and whether it may be or is left out of the total.
#[derive(Clone, Debug)]
pub(super) struct Combined {
    pub(super) score: CriterionScore,
    pub(super) left: Left,
    /// What it waits for besides its items; nothing for most communes.
    pub(super) waits: Option<Box<Waits>>,
}

impl Combined {
    /// Takes the points a commune claims for those computed.
    pub(super) fn claim(&mut self, points: Points) {
        self.score = CriterionScore { low: points, high: points, state: CriterionState::Scored, ..self.score };
        self.left = Left::In;
    }
}

/// What a criterion or a total waits for besides its parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Waits {
    /// What a script or computation said when it stopped.
    pub(super) fault: Option<Text>,
    /// Missing fields that zero rules or a script need.
    pub(super) missing: Vec<u16>,
}

impl Waits {
    fn boxed(self) -> Option<Box<Self>> {
        (self.fault.is_some() || !self.missing.is_empty()).then(|| Box::new(self))
    }
}

impl CriterionRule {
    /// The criterion's points from its items' outcomes.
    pub(super) fn combine<F: Figures>(&self, items: &[ItemScore], figures: &F) -> Combined {
        let missing = items.iter().any(|item| item.outcome == Outcome::Missing);
        let mut status = items.iter().map(|item| item.status).max().unwrap_or(Status::Confirmed);
        let Made { mut range, open, missing: waits_for, fault } = match &self.combine {
            CombineRule::Script(call) => {
                status = status.max(call.status);
                self.scripted(call, items, figures)
            }
            CombineRule::CappedSum => {
                // The cap is the criterion's points.
                status = status.max(self.points_status);
                Made::settled(self.added(items))
            }
            CombineRule::Sum | CombineRule::Min | CombineRule::Max => Made::settled(self.added(items)),
        };
        if items.iter().any(|item| item.may_be_left_out || item.outcome == Outcome::NotApplicable(None)) {
            status = self.rounding.map_or(status, |(_, rounding)| status.max(rounding));
        }
        if let Some((floor, floor_status)) = self.floor {
            if range.low < floor {
                status = status.max(floor_status);
            }
            (range.low, range.high) = (range.low.max(floor), range.high.max(floor));
        }
        let (state, range, mut unknown) = self.zero(range, missing || open, &mut status, figures);
        if state != CriterionState::Zeroed {
            unknown.extend(waits_for);
        }
        let score = CriterionScore { low: range.low, high: range.high, state, status };
        Combined { score, left: range.left, waits: Waits { fault, missing: unknown }.boxed() }
    }

    /// Applies the facts that set the criterion to zero.
    fn zero<F: Figures>(
        &self,
        mut range: Range,
        open: bool,
        status: &mut Status,
        figures: &F,
    ) -> (CriterionState, Range, Vec<u16>) {
        let (mut open, mut unknown) = (open, Vec::new());
        for fact in &self.zero_when {
            *status = (*status).max(fact.status);
            match fact.holds(figures) {
                Ok(true) => {
                    *status = fact.status;
                    let zero = Range { low: Points::ZERO, high: Points::ZERO, left: Left::In };
                    return (CriterionState::Zeroed, zero, Vec::new());
                }
                Ok(false) => {}
                Err(absent) => {
                    open = true;
                    if let Absent::Figures(fields) = absent {
                        unknown.extend(fields);
                    }
                    (range.low, range.high) = (range.low.min(Points::ZERO), range.high.max(Points::ZERO));
                    range.left = if range.left == Left::Out { Left::Maybe } else { range.left };
                }
            }
        }
        let state = match (range.left, open) {
            (Left::Out, _) => CriterionState::LeftOut,
            (_, true) => CriterionState::Missing,
            (_, false) => CriterionState::Scored,
        };
        (state, range, unknown)
    }

    fn added(&self, items: &[ItemScore]) -> Range {
        let all_count = !items.iter().any(|item| item.may_be_left_out || item.outcome == Outcome::NotApplicable(None));
        if all_count && matches!(self.combine, CombineRule::Sum | CombineRule::CappedSum) {
            let low = items.iter().map(|item| item.low).sum();
            return self.capped(Range { low, high: items.iter().map(|item| item.high).sum(), left: Left::In });
        }
        let parts = |bonus: bool| {
            let rules = self.items.iter().zip(items).filter(move |(rule, _)| rule.bonus == bonus);
            rules.map(|(rule, score)| part(rule, score))
        };
        let base: Vec<Part> = parts(false).collect();
        let mut range = match self.combine {
            CombineRule::Min => super::bounds::extreme(&base, Points::min),
            CombineRule::Max => super::bounds::extreme(&base, Points::max),
            _ => rescale(&base, self.rounding.map(|(rounding, _)| rounding)),
        };
        for extra in parts(true).filter(|part| part.left != Left::Out) {
            range.low += if extra.left == Left::Maybe { extra.low.min(Points::ZERO) } else { extra.low };
            range.high += if extra.left == Left::Maybe { extra.high.max(Points::ZERO) } else { extra.high };
        }
        self.capped(range)
    }

    fn capped(&self, mut range: Range) -> Range {
        if matches!(self.combine, CombineRule::CappedSum) {
            (range.low, range.high) = (range.low.min(self.points), range.high.min(self.points));
        }
        range
    }

    fn scripted<F: Figures>(&self, call: &Call, items: &[ItemScore], figures: &F) -> Made {
        let parts = settled_items(items);
        let least = self.floor.map_or(Points::ZERO, |(floor, _)| floor);
        let rounding = self.rounding.map(|(rounding, _)| rounding);
        Made::by_script(call.answer_with(figures, &parts), rounding, least, self.points)
    }

    /// Adds the fields its zero rules and its script read.
    pub(super) fn fields(&self, into: &mut Vec<FieldIx>) {
        self.zero_when.iter().for_each(|fact| fact.fields(into));
        if let CombineRule::Script(call) = &self.combine {
            call.fields(into);
        }
    }
}

fn part(rule: &ItemRuleSet, score: &ItemScore) -> Part {
    let left = match score.outcome {
        Outcome::NotApplicable(None) => Left::Out,
        _ if score.may_be_left_out => Left::Maybe,
        _ => Left::In,
    };
    Part { low: score.low, high: score.high, most: rule.most, left }
}

/// What the script of a criterion gets as the points of its items.
pub(super) fn settled_items(items: &[ItemScore]) -> Vec<Option<Points>> {
    items.iter().map(settled).collect()
}

fn settled(score: &ItemScore) -> Option<Points> {
    match score.outcome {
        Outcome::Scored(points) | Outcome::NotApplicable(Some(points)) => Some(points),
        Outcome::NotApplicable(None) | Outcome::Missing | Outcome::Hidden => None,
    }
}

/// Points made of parts or by a script.
struct Made {
    range: Range,
    /// Whether a script could not be called, or stopped; then the range is all it may give.
    open: bool,
    /// Missing fields it waits for.
    missing: Vec<u16>,
    fault: Option<Text>,
}

impl Made {
    const fn settled(range: Range) -> Self {
        Self { range, open: false, missing: Vec::new(), fault: None }
    }

    fn by_script(answer: Result<Answer<'_>, Absent>, rounding: Option<Rounding>, least: Points, most: Points) -> Self {
        let absent = match answer {
            Ok(Answer::Number(number) | Answer::Points(number, _)) => match exact_points(number, rounding) {
                Some(points) if (least..=most).contains(&points) => {
                    return Self::settled(Range { low: points, high: points, left: Left::In });
                }
                Some(points) => outside(points, least, most),
                None => needs_rounding(),
            },
            Ok(Answer::Ratio(..)) => ratio_for_points(),
            Err(absent) => absent,
        };
        let open = Self { open: true, ..Self::settled(Range { low: least, high: most, left: Left::In }) };
        match absent {
            Absent::Failed(message) => Self { fault: Some(*message), ..open },
            Absent::Figures(missing) => Self { missing, ..open },
            _ => open,
        }
    }
}

/// What the script of the total gets: the points of the criteria, then those of the items.
pub(super) fn settled_parts(criteria: &[Combined], items: &[ItemScore]) -> Vec<Option<Points>> {
    let known = |c: &Combined| c.left == Left::In && c.score.low == c.score.high;
    let of_criteria = criteria.iter().map(|c| known(c).then_some(c.score.low));
    of_criteria.chain(items.iter().map(settled)).collect()
}

/// A total with what it waits for.
#[derive(Clone, Debug)]
pub(super) struct Total {
    pub(super) score: TotalScore,
    /// What its script waits for.
    pub(super) waits: Option<Box<Waits>>,
}

/// How the total comes about.
#[derive(Clone, Debug)]
pub(super) struct TotalRule {
    pub(super) points: Points,
    pub(super) script: Option<Call>,
    pub(super) rounding: Option<(Rounding, Status)>,
}

impl TotalRule {
    /// The total from the criteria; a script also sees the items.
    pub(super) fn total<F: Figures>(
        &self,
        rules: &[CriterionRule],
        criteria: &[Combined],
        items: &[ItemScore],
        figures: &F,
    ) -> Total {
        let mut status = criteria.iter().map(|c| c.score.status).max().unwrap_or(Status::Confirmed);
        let rounding = self.rounding.map(|(rounding, _)| rounding);
        let Made { range, open, missing, fault } = match &self.script {
            Some(call) => {
                status = status.max(call.status);
                let parts = settled_parts(criteria, items);
                Made::by_script(call.answer_with(figures, &parts), rounding, Points::ZERO, self.points)
            }
            None => Made::settled(sum(rules, criteria, rounding)),
        };
        if criteria.iter().any(|c| c.left != Left::In) {
            status = self.rounding.map_or(status, |(_, rounding)| status.max(rounding));
        }
        let complete = range.low == range.high
            && !open
            && items.iter().all(|item| item.outcome != Outcome::Missing)
            && criteria.iter().all(|c| c.score.state != CriterionState::Missing);
        let score = TotalScore { low: range.low, high: range.high, complete, status };
        Total { score, waits: Waits { fault, missing }.boxed() }
    }
}

fn sum(rules: &[CriterionRule], criteria: &[Combined], rounding: Option<Rounding>) -> Range {
    if criteria.iter().all(|c| c.left == Left::In) {
        let low = criteria.iter().map(|c| c.score.low).sum();
        return Range { low, high: criteria.iter().map(|c| c.score.high).sum(), left: Left::In };
    }
    let part = |(rule, c): (&CriterionRule, &Combined)| Part {
        low: c.score.low,
        high: c.score.high,
        most: rule.points,
        left: c.left,
    };
    rescale(&rules.iter().zip(criteria).map(part).collect::<Vec<Part>>(), rounding)
}

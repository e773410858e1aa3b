//! The outcome of one item for one commune.

use super::Figures;
use super::call::{Answer, Call, exact_points};
use super::fact::FactRule;
use super::measure::Measure;
use super::operand::{Absent, failed, needs_rounding, outside, ratio_for_points};
use super::scale::{Ladder, Scored};
use crate::criteria::model::{ClassIx, FieldIx, WhenEmpty};
use crate::quantity::{Points, Ratio, Rounding};
use crate::result::{Detail, ItemScore, Measured, Outcome, Reason};
use crate::status::Status;
use std::sync::Arc;

/// An item made ready to run.
#[derive(Clone, Debug)]
pub(super) struct ItemRuleSet {
    pub(super) id: String,
    pub(super) most: Points,
    pub(super) least: Points,
    pub(super) bonus: bool,
    pub(super) gate: Option<FactRule>,
    pub(super) how: How,
    /// How computed points are rounded, when the standard declares it.
    pub(super) rounding: Option<Rounding>,
}

/// How its points come about.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "built once per item when loading")]
pub(super) enum How {
    /// An indicator and a scale.
    Scaled { measure: Measure, when_empty: WhenEmpty, ladder: Ladder },
    /// A script that gives points, and the status of the points it may give.
    Script(Call),
}

impl ItemRuleSet {
    /// The outcome for a commune.
    #[inline(always)]
    pub(super) fn score<F: Figures>(&self, figures: &F, detail: Detail) -> ItemScore {
        if let Some(gate) = &self.gate {
            match gate.holds(figures) {
                Ok(true) => {}
                Err(Absent::Figures(fields)) => return self.missing(figures.class(), Absent::Figures(fields)),
                Ok(false) | Err(_) => return self.missing(figures.class(), Absent::Gate(Box::new(gate.label.clone()))),
            }
        }
        let mut score = self.ungated(figures, detail);
        if detail == Detail::Items {
            self.fill_reason(&mut score, figures);
        }
        if let Some(gate) = &self.gate {
            score.status = score.status.max(gate.status);
        }
        score
    }

    /// Puts the figures of the commune into the words of a script.
    fn fill_reason<F: Figures>(&self, score: &mut ItemScore, figures: &F) {
        if let (Some(Reason::Script(text)), Some(call)) = (score.reason.as_deref_mut(), self.call()) {
            *text = call.filled(figures, text);
        }
    }

    /// The outcome once the gate is reached.
    #[inline(always)]
    pub(super) fn ungated<F: Figures>(&self, figures: &F, detail: Detail) -> ItemScore {
        match &self.how {
            How::Scaled { measure, when_empty, ladder } => self.scaled(figures, measure, when_empty, ladder, detail),
            How::Script(call) => self.scripted(figures, call, detail),
        }
    }

    #[inline(always)]
    fn scaled<F: Figures>(
        &self,
        figures: &F,
        measure: &Measure,
        when_empty: &WhenEmpty,
        ladder: &Ladder,
        detail: Detail,
    ) -> ItemScore {
        let class = figures.class();
        let value = match measure.value(figures) {
            Ok(value) => value,
            Err(Absent::Empty) => return self.empty(class, when_empty),
            Err(Absent::NotApplicable(points, reason)) => {
                return not_applicable(points, measure.status, Reason::Script(reason));
            }
            Err(absent) => return self.missing(class, absent),
        };
        let mut score = match ladder.points(value, class) {
            Some(scored) if class.is_none() && ladder.needs_class() => class_missing(scored, measure.status),
            Some(scored) => scored_item(scored, measure.status),
            None => self.missing(class, no_step()),
        };
        if detail == Detail::Items {
            score.measured = Some(Box::new(Measured { value, counts: measure.counts(figures) }));
        }
        score
    }

    fn scripted<F: Figures>(&self, figures: &F, call: &Call, detail: Detail) -> ItemScore {
        let (number, reason) = match call.answer(figures) {
            Ok(Answer::Number(number)) => (number, None),
            Ok(Answer::Points(number, reason)) => {
                (number, (detail == Detail::Items).then(|| Reason::Script(Arc::clone(reason))))
            }
            Ok(Answer::Ratio(..)) => {
                return self.missing(figures.class(), ratio_for_points());
            }
            Err(Absent::NotApplicable(points, reason)) if self.allows(points) => {
                return not_applicable(points, call.status, Reason::Script(reason));
            }
            Err(Absent::NotApplicable(points, _)) => {
                return self.missing(figures.class(), outside(points, self.least, self.most));
            }
            Err(absent) => return self.missing(figures.class(), absent),
        };
        match exact_points(number, self.rounding) {
            Some(points) if self.allows(points) => {
                let scored = Scored { low: points, high: points, step: None, status: call.status };
                ItemScore { reason: reason.map(Box::new), ..scored_item(scored, call.status) }
            }
            Some(points) => self.missing(figures.class(), outside(points, self.least, self.most)),
            None => self.missing(figures.class(), needs_rounding()),
        }
    }

    /// The line of the scale a value is on; `None` where the item has no lines.
    pub(super) fn line(&self, value: Ratio, class: Option<ClassIx>) -> Option<u16> {
        match &self.how {
            How::Scaled { ladder, .. } => ladder.points(value, class)?.step,
            How::Script(_) => None,
        }
    }

    fn allows(&self, points: Points) -> bool {
        (self.least..=self.most).contains(&points)
    }

    fn empty(&self, class: Option<ClassIx>, when_empty: &WhenEmpty) -> ItemScore {
        match when_empty {
            WhenEmpty::Points(figure) => {
                let (points, status) = (figure.value, figure.origin.status);
                let scored = Scored { low: points, high: points, step: None, status };
                ItemScore { reason: Some(Box::new(Reason::Empty)), ..scored_item(scored, status) }
            }
            WhenEmpty::NotApplicable(figure) => not_applicable(figure.value, figure.origin.status, Reason::Empty),
            WhenEmpty::LeaveOut(origin) => ItemScore {
                outcome: Outcome::NotApplicable(None),
                ..not_applicable(Points::ZERO, origin.status, Reason::Empty)
            },
            WhenEmpty::Never | WhenEmpty::Missing => self.missing(class, Absent::Empty),
        }
    }

    fn missing(&self, class: Option<ClassIx>, absent: Absent) -> ItemScore {
        let (low, high) = self.bounds(class);
        let reason = match absent {
            Absent::Figures(fields) => Reason::MissingFigures(fields),
            Absent::Empty | Absent::Undefined => Reason::Empty,
            Absent::Gate(label) => Reason::Gate(*label),
            Absent::Said(text) | Absent::NotApplicable(_, text) => Reason::Script(text),
            Absent::Failed(message) => Reason::Failed(*message),
        };
        ItemScore {
            outcome: Outcome::Missing,
            low,
            high,
            may_be_left_out: self.can_be_left_out(),
            step: None,
            status: self.weakest(),
            measured: None,
            reason: Some(Box::new(reason)),
        }
    }

    /// Fewest and most points it can have in a class, or in any class, whatever its figures are.
    pub(super) fn bounds(&self, class: Option<ClassIx>) -> (Points, Points) {
        let How::Scaled { when_empty, ladder, .. } = &self.how else {
            return (self.least, self.most);
        };
        let (mut low, mut high) = ladder.bounds(class).unwrap_or((self.least, self.most));
        if let WhenEmpty::Points(figure) | WhenEmpty::NotApplicable(figure) = when_empty {
            (low, high) = (low.min(figure.value), high.max(figure.value));
        }
        (low, high)
    }

    /// The script that gives its points or its value.
    fn call(&self) -> Option<&Call> {
        match &self.how {
            How::Scaled { measure, .. } => measure.script(),
            How::Script(call) => Some(call),
        }
    }

    /// Whether a script gives its points or its value.
    pub(super) fn is_scripted(&self) -> bool {
        self.call().is_some()
    }

    /// Whether any script, that of its gate included, decides anything about it.
    pub(super) fn uses_script(&self) -> bool {
        self.is_scripted() || self.gate.as_ref().is_some_and(|gate| gate.script().is_some())
    }

    /// Whether its rule at 0/0 is to leave it out.
    pub(super) fn can_be_left_out(&self) -> bool {
        matches!(&self.how, How::Scaled { when_empty: WhenEmpty::LeaveOut(_), .. })
    }

    fn weakest(&self) -> Status {
        let own = match &self.how {
            How::Scaled { measure, when_empty, ladder } => {
                let at_empty = match when_empty {
                    WhenEmpty::Points(figure) | WhenEmpty::NotApplicable(figure) => figure.origin.status,
                    WhenEmpty::LeaveOut(origin) => origin.status,
                    WhenEmpty::Never | WhenEmpty::Missing => Status::Confirmed,
                };
                ladder.status().max(measure.status).max(at_empty)
            }
            How::Script(call) => call.status,
        };
        self.gate.as_ref().map_or(own, |gate| own.max(gate.status))
    }

    /// The fields it reads, each once, in the order it reads them.
    pub(super) fn fields_once(&self) -> Vec<FieldIx> {
        let (mut read, mut once) = (Vec::new(), Vec::new());
        self.fields(&mut read);
        for field in read {
            if !once.contains(&field) {
                once.push(field);
            }
        }
        once
    }

    /// Adds the fields without which it is missing, whatever the others are.
    pub(super) fn needs(&self, into: &mut Vec<FieldIx>) {
        if let Some(gate) = &self.gate {
            gate.needs(into);
        }
        match &self.how {
            How::Scaled { measure, .. } => measure.needs(into),
            How::Script(call) => call.needs(into),
        }
    }

    /// Adds the fields it reads, those of its gate last.
    pub(super) fn fields(&self, into: &mut Vec<FieldIx>) {
        match &self.how {
            How::Scaled { measure, .. } => measure.fields(into),
            How::Script(call) => call.fields(into),
        }
        if let Some(gate) = &self.gate {
            gate.fields(into);
        }
    }
}

/// A checked scale covers every value its indicator can have; a formula may still give another.
fn no_step() -> Absent {
    failed("không có mức nào của thang điểm ứng với giá trị này", "no line of the scale covers the value")
}

fn scored_item(scored: Scored, status: Status) -> ItemScore {
    ItemScore {
        outcome: Outcome::Scored(scored.low),
        low: scored.low,
        high: scored.high,
        may_be_left_out: false,
        step: scored.step,
        status: scored.status.max(status),
        measured: None,
        reason: None,
    }
}

fn class_missing(scored: Scored, status: Status) -> ItemScore {
    ItemScore {
        outcome: Outcome::Missing,
        step: None,
        reason: Some(Box::new(Reason::MissingClass)),
        ..scored_item(scored, status)
    }
}

fn not_applicable(points: Points, status: Status, reason: Reason) -> ItemScore {
    ItemScore {
        outcome: Outcome::NotApplicable(Some(points)),
        low: points,
        high: points,
        may_be_left_out: false,
        step: None,
        status,
        measured: None,
        reason: Some(Box::new(reason)),
    }
}

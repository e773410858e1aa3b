//! Facts: true, false or unknown of a commune.

use super::Figures;
use super::call::Call;
use super::measure::Measure;
use super::operand::Absent;
use super::scale::within;
use crate::criteria::model::{Bound, Fact, FieldIx};
use crate::lang::Text;
use crate::quantity::Ratio;
use crate::status::Status;

/// A fact made ready to run.
#[derive(Clone, Debug)]
pub(super) struct FactRule {
    measure: Measure,
    from: Bound,
    to: Bound,
    when_empty: Option<bool>,
    pub(super) label: Text,
    pub(super) status: Status,
}

impl FactRule {
    pub(super) fn new(fact: &Fact, measure: Measure) -> Self {
        // The rule at 0/0 is a figure of its own, and may be less verified than the fact.
        let at_empty = fact.when_empty_origin.as_ref().map_or(Status::Confirmed, |origin| origin.status);
        let status = fact.origin.status.max(measure.status).max(at_empty);
        Self { measure, from: fact.from, to: fact.to, when_empty: fact.when_empty, label: fact.label.clone(), status }
    }

    /// Whether it holds; why not known, otherwise.
    pub(super) fn holds<F: Figures>(&self, figures: &F) -> Result<bool, Absent> {
        match self.measure.value(figures) {
            Ok(value) => Ok(within(value, self.from, self.to)),
            Err(Absent::Empty) => self.when_empty.ok_or(Absent::Empty),
            Err(absent) => Err(absent),
        }
    }

    /// The script that gives its value, if one does.
    pub(super) fn script(&self) -> Option<&Call> {
        self.measure.script()
    }

    /// What is measured; `None` where it is not known.
    pub(super) fn value<F: Figures>(&self, figures: &F) -> Option<Ratio> {
        self.measure.value(figures).ok()
    }

    /// Adds the fields without which it is not known, whatever the others are.
    pub(super) fn needs(&self, into: &mut Vec<FieldIx>) {
        self.measure.needs(into);
    }

    /// Adds the fields it reads.
    pub(super) fn fields(&self, into: &mut Vec<FieldIx>) {
        self.measure.fields(into);
    }
}

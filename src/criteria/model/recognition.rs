//! Facts, conditions of recognition and levels.

use super::{Bound, Figure, Indicator, Minimum, Origin, ScriptUse};
use crate::lang::Text;
use crate::quantity::Points;

/// Something that is true or false of a commune: `when = { indicator…, above = … }`.
#[derive(Clone, Debug)]
pub struct Fact {
    /// ASCII id, unique among conditions.
    pub id: String,
    /// What people read when it holds.
    pub label: Text,
    /// Article in the legal text.
    pub cites: Option<String>,
    /// What is measured.
    pub indicator: Indicator,
    /// Whether the fact holds at 0/0; `None` means it is unknown then.
    pub when_empty: Option<bool>,
    /// Where the rule at 0/0 comes from; present exactly when there is one.
    pub when_empty_origin: Option<Origin>,
    /// Lower end of the values for which it holds.
    pub from: Bound,
    /// Upper end of the values for which it holds.
    pub to: Bound,
    /// Where the figure comes from.
    pub origin: Origin,
}

/// When a commune is recognised: all must hold.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// Total to reach: one figure per area class, or a single one when there are no classes.
    pub threshold: Option<Threshold>,
    /// Every criterion must have more than this.
    pub every_criterion_above: Option<Figure<Points>>,
    /// Every criterion must have at least this.
    pub every_criterion_at_least: Option<Figure<Minimum>>,
    /// Facts that fail the commune whatever its points.
    pub vetoes: Vec<Fact>,
    /// Coverage without which there is no score.
    pub gates: Vec<Fact>,
    /// Named outcomes, best first.
    pub levels: Vec<Level>,
    /// A script for the total, instead of the sum of the criteria.
    pub total_script: Option<ScriptUse>,
}

/// The total to reach.
#[derive(Clone, Debug)]
pub enum Threshold {
    /// The same for all.
    Same(Figure<Points>),
    /// One per area class, in the order of [`super::Standard::classes`].
    ByClass(Vec<Figure<Points>>),
}

/// A named outcome.
#[derive(Clone, Debug)]
pub struct Level {
    /// ASCII id, the verdict in data formats.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// Lower end of its totals.
    pub from: Bound,
    /// Upper end of its totals.
    pub to: Bound,
    /// Where the figure comes from.
    pub origin: Origin,
}

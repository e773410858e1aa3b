//! Criteria, items, indicators and scales.

use super::{AgencyIx, Fact, FieldIx, Figure, Operand, Origin, ScriptUse};
use crate::diag::Span;
use crate::lang::Text;
use crate::quantity::{Decimal, Points, Rounding};

/// A heading with maximum points.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// ASCII id, also the name of its column in results.
    pub id: String,
    /// Official name.
    pub title: Text,
    /// Article, clause and number in the legal text.
    pub cites: String,
    /// Maximum points.
    pub points: Figure<Points>,
    /// How the items become the criterion's points.
    pub combine: Combine,
    /// Points never go below this.
    pub floor: Option<Figure<Points>>,
    /// Facts that set the whole criterion to zero.
    pub zero_when: Vec<Fact>,
    /// Points it must reach for recognition.
    pub minimum: Option<Figure<Minimum>>,
    /// Who follows it up.
    pub follow_up: Option<AgencyIx>,
    /// Its lines.
    pub items: Vec<Item>,
    /// Its place in the criteria file.
    pub span: Span,
}

/// How items become the points of their criterion.
#[derive(Clone, Debug)]
pub enum Combine {
    /// All items add up.
    Sum,
    /// All items add up, never above the criterion's points.
    CappedSum,
    /// The lowest item counts.
    Min,
    /// The highest item counts.
    Max,
    /// A script over the items' points and the fields.
    Script(ScriptUse),
}

/// A minimum a criterion must reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minimum {
    /// In points.
    Points(Points),
    /// As a percentage of the criterion's maximum.
    Share(Decimal),
}

/// One scored line.
#[derive(Clone, Debug)]
pub struct Item {
    /// `criterion.item`.
    pub id: String,
    /// What people read.
    pub title: Text,
    /// Its own citation, or its criterion's.
    pub cites: String,
    /// Most points it can give.
    pub most: Points,
    /// Fewest points it can give.
    pub least: Points,
    /// Extra points: not part of the sum that must equal the criterion's points.
    pub bonus: bool,
    /// Coverage without which the item has no score.
    pub gate: Option<Fact>,
    /// How its points come about.
    pub rule: ItemRule,
    /// Who follows it up, when it differs from its criterion.
    pub follow_up: Option<AgencyIx>,
    /// Its place in the criteria file.
    pub span: Span,
}

/// How an item's points come about.
#[expect(clippy::large_enum_variant, reason = "made once per item when a standard is loaded")]
#[derive(Clone, Debug)]
pub enum ItemRule {
    /// An indicator and a scale.
    Scaled {
        /// What is measured.
        indicator: Indicator,
        /// What to do at 0/0.
        when_empty: WhenEmpty,
        /// How it becomes points.
        scale: Scale,
    },
    /// A script that returns points.
    Script(ScriptUse),
}

/// What is measured.
#[derive(Clone, Debug)]
pub enum Indicator {
    /// `of / over × per`.
    Rate(Rate, Option<Figure<Rounding>>),
    /// The value of one operand: a count, a percentage, a decimal.
    Value(Operand, Option<Figure<Rounding>>),
    /// A yes-no field: 1 or 0.
    YesNo(FieldIx),
    /// A choice field: the position of the word.
    Choice(FieldIx),
    /// Change from one figure to another.
    Change(Change, Option<Figure<Rounding>>),
    /// Newest first: how many years in a row, counted back from the newest, are "yes".
    YearsInARow(Vec<FieldIx>),
    /// A script that returns a value or a ratio.
    Script(ScriptUse, Option<Figure<Rounding>>),
}

/// `of / over × per`.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// Numerator.
    pub of: Operand,
    /// Denominator.
    pub over: Operand,
    /// Per how many: 100, 1000, 10000, 100000.
    pub per: i64,
}

/// Change from `since` to `of`.
#[derive(Clone, Debug)]
pub struct Change {
    /// The newer figure.
    pub of: Side,
    /// The older figure.
    pub since: Side,
    /// Difference `of − since`, or ratio `of / since × per`.
    pub kind: ChangeKind,
}

/// One side of a change.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    /// One figure.
    Plain(Operand),
    /// A rate.
    Rate(Rate),
}

/// How a change is expressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// `of − since`.
    Difference,
    /// `of / since × per`.
    Ratio {
        /// 1 for a plain ratio, 100 for per cent.
        per: i64,
    },
}

/// What an item gives when its denominator is 0.
#[derive(Clone, Debug)]
pub enum WhenEmpty {
    /// The indicator has no denominator.
    Never,
    /// No score: the figure is missing.
    Missing,
    /// The given points, as a score.
    Points(Figure<Points>),
    /// Not applicable, counted with the given points.
    NotApplicable(Figure<Points>),
    /// Not applicable, and the rest of the criterion is rescaled.
    LeaveOut(Origin),
}

/// How an indicator becomes points.
#[derive(Clone, Debug)]
pub enum Scale {
    /// One list of steps for all communes.
    Steps(Vec<Step>),
    /// One list of steps per area class, in the order of [`super::Standard::classes`]; classes may share a list.
    StepsByClass {
        /// The lists.
        lists: Vec<Vec<Step>>,
        /// Which list each class uses.
        list_of: Vec<usize>,
    },
    /// `start − floor(cases / every) × per_case`, never below `floor`.
    Deduction(Figure<Deduction>),
    /// Straight line between two values, level outside them.
    Linear(Figure<Linear>),
}

/// One line of a scale: a range of values and its points. Yes-no scales, choices and cut-offs are steps too.
#[derive(Clone, Debug)]
pub struct Step {
    /// Lower end.
    pub from: Bound,
    /// Upper end.
    pub to: Bound,
    /// Points and their origin.
    pub points: Figure<Points>,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// No end.
    Open,
    /// The value belongs to the range.
    Included(Decimal),
    /// The value does not belong to the range.
    Excluded(Decimal),
}

/// A deduction per case.
#[derive(Clone, Copy, Debug)]
pub struct Deduction {
    /// Points without a case.
    pub start: Points,
    /// Points taken off for each full `every` cases.
    pub per_case: Points,
    /// How many cases make one deduction.
    pub every: Decimal,
    /// Never below.
    pub floor: Points,
}

/// Points on a straight line between `(from, points_from)` and `(to, points_to)`.
#[derive(Clone, Copy, Debug)]
pub struct Linear {
    /// Value at one end.
    pub from: Decimal,
    /// Value at the other end; above `from`.
    pub to: Decimal,
    /// Points at and below `from`.
    pub points_from: Points,
    /// Points at and above `to`.
    pub points_to: Points,
}

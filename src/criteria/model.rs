//! [`Standard`]: one legal text in one version, valid by construction.
//!
//! Only [`crate::criteria::check`] builds these types. Every id has become an index, every figure carries its
//! status and evidence, and every part knows where in which file it stands.

use crate::diag::{Source, Span};
use crate::lang::Text;
use crate::quantity::{Decimal, Points, Rounding};
use std::sync::Arc;

pub use crate::status::Status;

/// Where a figure comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// How far it has been verified.
    pub status: Status,
    /// The source, the reasoning or the reason for the assumption.
    pub evidence: String,
    /// Who confirmed it and on which date; present exactly when `status` is confirmed.
    pub confirmed: Option<(String, Date)>,
    /// Its place in the criteria file.
    pub span: Span,
}

/// One figure of the law with its origin.
#[derive(Clone, Debug)]
pub struct Figure<T> {
    /// The value itself.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// ISO form, `2019-01-03`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Position of a field in [`Standard::fields`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldIx(pub usize);
/// Position of an area class in [`Standard::classes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassIx(pub usize);
/// Position of a derived field in [`Standard::derived`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DerivedIx(pub usize);
/// Position of a script in [`Standard::scripts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScriptIx(pub usize);
/// Position of an agency in [`Standard::agencies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyIx(pub usize);

/// One legal text in one version.
#[derive(Clone, Debug)]
pub struct Standard {
    /// ASCII id, the name of its file and of its folder of scripts.
    pub id: String,
    /// Official title.
    pub title: Text,
    /// Full citation as it is printed.
    pub citation: String,
    /// First day in force.
    pub in_force_from: Date,
    /// Last day in force, when it has been replaced.
    pub in_force_until: Option<Date>,
    /// Points the criteria add up to.
    pub total_points: Figure<Points>,
    /// Display rounding of rates and points.
    pub rounding: Rounding,
    /// How computed points (linear scales, rescaled criteria) are rounded to become points.
    pub points_rounding: Option<Figure<Rounding>>,
    /// Digits of a commune code, when codes are numbers with leading zeros.
    pub code_digits: Option<usize>,
    /// Agencies that supply figures or follow items up.
    pub agencies: Vec<Named>,
    /// Columns of a commune table.
    pub fields: Vec<Field>,
    /// Formulas over fields, named once.
    pub derived: Vec<Derived>,
    /// Area classes; may be empty.
    pub classes: Vec<Named>,
    /// In the order of the text.
    pub criteria: Vec<Criterion>,
    /// When a commune is recognised.
    pub recognition: Recognition,
    /// Scripts, with their text.
    pub scripts: Vec<Script>,
    /// Cases to run when loading.
    pub cases: Vec<Case>,
    /// The file it was read from.
    pub source: Arc<Source>,
}

/// An id with its label: area classes and agencies.
#[derive(Clone, Debug)]
pub struct Named {
    /// ASCII id.
    pub id: String,
    /// What people read.
    pub label: Text,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A whole number, 0 or more.
    Count,
    /// Yes (1) or no (0).
    YesNo,
    /// A percentage, 0 to 100, with at most this many digits after the mark.
    Percent {
        /// Digits after the decimal mark.
        digits: u8,
    },
    /// Any decimal with at most this many digits after the mark.
    Decimal {
        /// Digits after the decimal mark.
        digits: u8,
    },
    /// One of a list of words, held as its position.
    Choice(Vec<Named>),
    /// Free text; never scored.
    Text,
}

impl FieldKind {
    /// Digits after the decimal mark: the scale of the integer that holds a cell of this kind.
    #[must_use]
    pub const fn digits(&self) -> u8 {
        match self {
            Self::Percent { digits } | Self::Decimal { digits } => *digits,
            Self::Count | Self::YesNo | Self::Choice(_) | Self::Text => 0,
        }
    }
}

impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Named {}

/// A column of a commune table.
#[derive(Clone, Debug)]
pub struct Field {
    /// ASCII id, also the name of the column in data files.
    pub id: String,
    /// What people read, also accepted as the header of the column.
    pub label: Text,
    /// What it holds.
    pub kind: FieldKind,
    /// Who supplies it; may be several.
    pub supplied_by: Vec<AgencyIx>,
    /// What is counted, from neighbouring law; for notes and forms.
    pub definition: Option<Text>,
    /// Fields it can never exceed.
    pub at_most: Vec<FieldIx>,
    /// It must be at least this.
    pub at_least: Option<Decimal>,
    /// It must be above this.
    pub above: Option<Decimal>,
    /// Its place in the criteria file.
    pub span: Span,
}

/// A formula over fields, used like a field.
#[derive(Clone, Debug)]
pub struct Derived {
    /// ASCII id.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// The formula, checked.
    pub formula: Formula,
    /// The formula as written.
    pub text: String,
    /// Its place in the criteria file.
    pub span: Span,
}

/// Exact arithmetic over fields.
#[derive(Clone, Debug)]
pub enum Formula {
    /// A figure written in the formula.
    Number(Decimal),
    /// The value of a field.
    Field(FieldIx),
    /// Two formulas and an operation.
    Binary(Box<Formula>, Operator, Box<Formula>),
}

/// An operation of a [`Formula`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// Sum.
    Plus,
    /// Difference.
    Minus,
    /// Product.
    Times,
    /// Quotient; dividing by 0 makes the derived field missing.
    Over,
}

/// Something with a value for each commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operand {
    /// A column.
    Field(FieldIx),
    /// A formula over columns.
    Derived(DerivedIx),
}

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
    /// One list of steps per area class, in the order of [`Standard::classes`]; classes may share a list.
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
    /// One per area class, in the order of [`Standard::classes`].
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

/// A script file of the standard.
#[derive(Clone, Debug)]
pub struct Script {
    /// File name without `.rhai`.
    pub name: String,
    /// Its text.
    pub source: Arc<Source>,
}

/// A script as used by one item, criterion or total.
#[derive(Clone, Debug)]
pub struct ScriptUse {
    /// Which script.
    pub script: ScriptIx,
    /// Figures of the law that are passed to it by name.
    pub figures: Vec<(String, Figure<Decimal>)>,
    /// Called even when a field is missing; the parameter is then `()`.
    pub accepts_missing: bool,
    /// What the `ratio` of a value script is multiplied by; 1 for other scripts.
    pub per: i64,
    /// Where the most and least points come from, for the script of an item; `None` for other scripts.
    pub origin: Option<Origin>,
    /// Where the use stands.
    pub span: Span,
}

/// A test beside the rules.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it shows, when the author says so.
    pub name: Option<String>,
    /// Area class.
    pub class: Option<ClassIx>,
    /// Figures; those not listed are missing.
    pub given: Vec<(FieldIx, i64)>,
    /// What must come out.
    pub expect: Vec<(Expectation, Span)>,
    /// Its place in the criteria file.
    pub span: Span,
}

/// What a case expects.
#[derive(Clone, Debug)]
pub enum Expectation {
    /// An item's outcome; criterion and item position.
    Item(usize, usize, Expected),
    /// A criterion's outcome.
    Criterion(usize, Expected),
    /// The total.
    Total(Expected),
    /// The verdict: `recognised`, `not_recognised`, `undetermined` or a level's id.
    Verdict(String),
    /// Ids of the failed conditions, in order.
    Failed(Vec<String>),
}

/// An expected outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// These points, scored.
    Points(Points),
    /// Not applicable, with these points; `None` when left out.
    NotApplicable(Option<Points>),
    /// Missing.
    Missing,
    /// Missing, and the points lie between these two.
    Between(Points, Points),
}

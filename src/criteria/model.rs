//! [`Standard`]: one legal text with the figures of one version, valid by construction; [`Versions`]: all of them.
//!
//! Only [`crate::criteria::check`] builds these types. Every id has become an index, every figure carries its
//! status and evidence, and every part knows where in which file it stands.

use crate::diag::{Source, Span};
use crate::lang::Text;
use crate::quantity::{Decimal, Points, Rounding};
use std::sync::Arc;

mod case;
mod least;
mod recognition;
mod relation;
mod rule;
mod signs;
mod versions;
mod words;

pub use crate::quantity::{Date, DayOfYear, Version};
pub use crate::status::Status;
pub use case::{Base, Case, Expectation, Expected};
pub use recognition::{Fact, Level, Recognition, Threshold};
pub use relation::{Gravity, Holds, Relation};
pub use rule::{
    Bound, Change, ChangeKind, Combine, Criterion, Deduction, Indicator, Item, ItemRule, Linear, Minimum, Rate, Scale,
    Side, Step, WhenEmpty,
};
pub use signs::{NO, Signs, YES};
pub use versions::{Versions, Years};
pub use words::range;

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

/// The form in which results are reported every year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualForm {
    /// Its number.
    pub code: String,
    /// What it is about.
    pub title: Text,
    /// Where it is prescribed and when it is due.
    pub note: Option<Text>,
}

/// One legal text with the figures of one version.
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
    /// The days for which the figures below are in force; all days of the standard when none of its figures is dated.
    pub version: Version,
    /// The day of a year whose figures that year is assessed under; present whenever a figure is dated.
    pub assessed_on: Option<Figure<DayOfYear>>,
    /// The form in which results are reported every year, where there is one.
    pub annual_form: Option<AnnualForm>,
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
    /// What must hold between fields for a review to ask nothing.
    pub relations: Vec<Relation>,
    /// Area classes; may be empty.
    pub classes: Vec<Named>,
    /// In the order of the text.
    pub criteria: Vec<Criterion>,
    /// When a commune is recognised.
    pub recognition: Recognition,
    /// What a public edition does not say; present whenever a field is sensitive.
    pub publication: Option<Publication>,
    /// Scripts, with their text.
    pub scripts: Vec<Script>,
    /// Cases: those of the criteria file and, when they were asked for, those of the cases file beside it.
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

/// In which direction a figure can still change when ways to more points are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changeable {
    /// It can grow; a no can become a yes.
    Up,
    /// It can shrink; a yes can become a no.
    Down,
    /// It can do both.
    Both,
    /// It is what it is: a total, a figure of an earlier year.
    No,
}

impl Changeable {
    /// In the order of the words of the format.
    pub const ALL: [Self; 4] = [Self::Up, Self::Down, Self::Both, Self::No];
}

/// A column of a commune table.
#[derive(Clone, Debug)]
pub struct Field {
    /// ASCII id, also the name of the column in data files.
    pub id: String,
    /// What people read, also accepted as the header of the column.
    pub label: Text,
    /// What it holds.
    pub kind: FieldKind,
    /// What a number of it counts or is measured in: children, cases; for notes and forms.
    pub unit: Option<Text>,
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
    /// In which direction it can still change, when the standard says so.
    pub changeable: Option<Changeable>,
    /// The field of which it is the figure of the year before.
    pub last_year_of: Option<FieldIx>,
    /// Whether it need not be near last year's: the size of a survey.
    pub varies_by_year: bool,
    /// Signs that stand for a missing figure or for 0.
    pub signs: Signs,
    /// Whether a small count can point at a child: see [`Standard::publication`].
    pub sensitive: bool,
    /// Its place in the criteria file.
    pub span: Span,
}

/// What a public edition does not say: a policy of whoever keeps the standard, no figure of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The least count of a sensitive field that is not published; 1 or more.
    pub from: i64,
    /// The highest; at least two more than the least.
    pub to: i64,
    /// Why, as the public edition prints it.
    pub reason: Text,
}

impl Publication {
    /// Whether a count is one that is not published.
    #[must_use]
    pub fn hides(&self, count: i64) -> bool {
        (self.from..=self.to).contains(&count)
    }
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operand {
    /// A column.
    Field(FieldIx),
    /// A formula over columns.
    Derived(DerivedIx),
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
    /// Where the most and the least points stand, for the script of an item, as far as they are written.
    pub limit_spans: [Option<Span>; 2],
    /// Where the use stands.
    pub span: Span,
}

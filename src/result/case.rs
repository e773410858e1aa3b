//! Cases as they were run: what was given, what was expected, what came out, and the arithmetic.

use super::{Coverage, StandardInfo};
use crate::diag::Place;
use crate::lang::{Lang, Text};
use crate::quantity::{Decimal, Points};
use std::fmt;
use std::sync::Arc;

/// One case as it was run.
#[derive(Clone, Debug)]
pub struct CaseRun {
    /// What it shows, when its author says so.
    pub name: Option<String>,
    /// File it stands in, as shown.
    pub file: String,
    /// Its line there, from 1.
    pub line: usize,
    /// Its place there.
    pub place: Place,
    /// Area class: position in [`super::StandardInfo::classes`].
    pub class: Option<usize>,
    /// Name of the case whose figures it changes.
    pub base: Option<String>,
    /// All its figures, those of the base included; what is not here is missing.
    pub given: Vec<CaseGiven>,
    /// Fields of the base that are missing here.
    pub without: Vec<String>,
    /// What it expects, in the order of the file; each with what came out.
    pub checks: Vec<CaseCheck>,
    /// Scripts and computations that stopped: the id of the item, criterion or `total`, and the message.
    pub faults: Vec<(String, Text)>,
}

impl CaseRun {
    /// Whether everything came out as expected and nothing stopped.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.faults.is_empty() && self.checks.iter().all(|check| check.holds)
    }
}

/// One figure of a case.
#[derive(Clone, Debug)]
pub struct CaseGiven {
    /// Id of the field.
    pub field: String,
    /// Its value.
    pub value: CaseFigure,
    /// Whether the case gives it itself and not its base.
    pub own: bool,
}

/// The value of a figure, as a case writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseFigure {
    /// A count, percentage or decimal.
    Number(Decimal),
    /// A yes-no field.
    YesNo(bool),
    /// The id of a choice.
    Word(String),
}

impl CaseFigure {
    /// For people: decimal comma and words of the language.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        match self {
            Self::Number(number) => lang.pick(number.to_string().replace('.', ","), number.to_string()),
            Self::YesNo(true) => lang.pick("có", "yes").to_owned(),
            Self::YesNo(false) => lang.pick("không", "no").to_owned(),
            Self::Word(word) => word.clone(),
        }
    }
}

/// One thing a case expects, and what came out.
#[derive(Clone, Debug)]
pub struct CaseCheck {
    /// What it is about.
    pub subject: CaseSubject,
    /// Id of the item or criterion, or `total`, `verdict`, `failed`.
    pub what: String,
    /// What the author worked out.
    pub expected: CaseValue,
    /// What the rules give.
    pub found: CaseValue,
    /// Whether they agree.
    pub holds: bool,
    /// How the rules come to it, when it was asked for or they do not agree.
    pub arithmetic: Option<Text>,
    /// Place of the expectation in the file.
    pub place: Place,
}

/// What an expectation is about. Positions are those of [`super::StandardInfo::criteria`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseSubject {
    /// An item: its criterion, and its position there.
    Item(usize, usize),
    /// A criterion.
    Criterion(usize),
    /// The total.
    Total,
    /// The verdict.
    Verdict,
    /// The failed conditions.
    Failed,
}

/// An outcome, expected or found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseValue {
    /// These points.
    Points(Points),
    /// Not applicable, counted with these points; `None` when left out.
    NotApplicable(Option<Points>),
    /// Missing; with the range the points can still have where it is known.
    Missing(Option<(Points, Points)>),
    /// `recognised`, `not_recognised`, `undetermined` or a level's id.
    Verdict(String),
    /// Ids of conditions, in order.
    Failed(Vec<String>),
}

impl CaseValue {
    /// For people: decimal comma and words of the language; ids as they are.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        let not_applicable = lang.pick("không áp dụng", "not applicable");
        let missing = lang.pick("thiếu", "missing");
        match self {
            Self::Points(points) => points.display(lang),
            Self::NotApplicable(Some(points)) => format!("{not_applicable} {}", points.display(lang)),
            Self::NotApplicable(None) => not_applicable.to_owned(),
            Self::Missing(None) => missing.to_owned(),
            Self::Missing(Some((low, high))) if low == high => format!("{missing} [{}]", low.display(lang)),
            Self::Missing(Some((low, high))) => format!("{missing} [{}–{}]", low.display(lang), high.display(lang)),
            Self::Verdict(word) => word.clone(),
            Self::Failed(ids) if ids.is_empty() => lang.pick("không có", "none").to_owned(),
            Self::Failed(ids) => ids.join(", "),
        }
    }
}

/// In the words of the file.
impl fmt::Display for CaseValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Points(points) => write!(f, "{points}"),
            Self::NotApplicable(Some(points)) => write!(f, "not_applicable {points}"),
            Self::NotApplicable(None) => f.write_str("left-out"),
            Self::Missing(None) => f.write_str("missing"),
            Self::Missing(Some((low, high))) => write!(f, "missing [{low}, {high}]"),
            Self::Verdict(verdict) => f.write_str(verdict),
            Self::Failed(ids) => write!(f, "[{}]", ids.join(", ")),
        }
    }
}

/// The cases of a standard as they were run.
#[derive(Clone, Debug)]
pub struct CaseSheet {
    /// As it was named.
    pub which: String,
    /// Titles and citations of the standard.
    pub standard: Arc<StandardInfo>,
    /// The last year that is assessed under its version, where the standard has several; `None` when no year is.
    pub year: Option<u16>,
    /// The cases that are shown, in the order of the files.
    pub runs: Vec<CaseRun>,
    /// How many cases a filter left out.
    pub hidden: usize,
    /// What the cases reach, when it was asked for.
    pub coverage: Option<Coverage>,
}

impl CaseSheet {
    /// How many of the cases shown pass.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.runs.iter().filter(|run| run.passes()).count()
    }
}

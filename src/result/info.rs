//! Fields and items of a standard as shown.

use crate::lang::Text;
use crate::quantity::Points;
use crate::result::{Label, Status};
use serde::Serialize;

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

/// A field as shown.
#[derive(Clone, Debug, Serialize)]
pub struct FieldInfo {
    /// ASCII id.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// Agencies that supply it, in the order of the standard; may be none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supplied_by: Vec<Label>,
    /// What is counted, when the standard says so; shown where one commune is explained.
    #[serde(skip)]
    pub definition: Option<Text>,
}

/// An item as shown.
#[derive(Clone, Debug)]
pub struct ItemInfo {
    /// `criterion.item`.
    pub id: String,
    /// What people read.
    pub title: Text,
    /// Article of the legal text.
    pub cites: String,
    /// Most points it can give.
    pub most: Points,
    /// What kind of value is measured, for display.
    pub unit: Unit,
    /// The fields it reads, each once: positions in [`crate::result::StandardInfo::fields`].
    pub fields: Vec<u16>,
    /// Each line of its scale in words, such as `≥ 98` or `95 ≤ … < 98`; [`crate::result::ItemScore::step`] points here.
    pub steps: Vec<StepInfo>,
    /// The figures of the law its script is given, in the order of the standard; empty without a script.
    pub script_figures: Vec<ScriptFigure>,
}

/// A figure of the law that a script is given.
#[derive(Clone, Debug, Serialize)]
pub struct ScriptFigure {
    /// Its name in the script.
    pub name: String,
    /// Its value.
    pub value: Text,
    /// How far it has been verified.
    pub status: Status,
    /// Source or reason.
    pub evidence: String,
}

/// What kind of value an item measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A rate per so many: 100 is per cent.
    Per(i64),
    /// A plain number.
    Number,
    /// Yes or no: 1 or 0.
    YesNo,
    /// One of a list of words, by position.
    Choice(Vec<Text>),
    /// A script gives points without a measured value.
    None,
}

/// One line of a scale as shown.
#[derive(Clone, Debug)]
pub struct StepInfo {
    /// The range in symbols, or the word of a yes-no scale or a choice.
    pub range: Text,
    /// Its points, when they are fixed.
    pub points: Option<Points>,
    /// Verification of the line.
    pub status: Status,
    /// Source or reason.
    pub evidence: String,
}

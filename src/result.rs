//! [`ScoreSheet`]: what came out, with the titles and citations needed to show it.
//!
//! Nothing here computes a score. `score` fills it, `render` prints it; neither a renderer nor a reader of these
//! types needs the standard.

mod case;
mod coverage;

pub use case::{CaseCheck, CaseFigure, CaseGiven, CaseRun, CaseSheet, CaseSubject, CaseValue};
pub use coverage::{Count, Coverage, CoverageGroup, Suggestion, Target, TargetKind};
pub mod figures;

use crate::lang::Text;
use crate::quantity::{Points, Ratio, Rounding, Version};
use compact_str::CompactString;
use serde::Serialize;
use std::sync::Arc;

pub mod difference;
mod dossier;
mod edition;
pub mod explanation;
pub mod follow_up;
mod info;
pub mod review;
pub mod roll_up;
pub mod self_scores;
pub(crate) mod tally;
mod verdict;

pub use dossier::Dossier;
pub use edition::{Edition, Hides, NotPublished};
pub use info::{AnnualForm, FieldInfo, ItemInfo, ScriptFigure, StepInfo, Unit};
pub use tally::Tally;

/// How far the figures behind a result have been verified; the order is from strongest to weakest.
pub use crate::status::Status;

/// Results of a table of communes under one standard.
#[derive(Clone, Debug)]
pub struct ScoreSheet {
    /// Titles, citations and figures of the standard, in its latest version or the one all communes are scored with.
    pub standard: Arc<StandardInfo>,
    /// The versions before it that a commune may have been scored with, in order of time. Versions differ in figures only.
    pub earlier: Vec<Arc<StandardInfo>>,
    /// The year all communes are scored for, when one was asked for.
    pub year: Option<u16>,
    /// One per commune, in the order of the input.
    pub communes: Vec<CommuneScore>,
    /// How many communes a filter left out.
    pub hidden: usize,
    /// For whom it is.
    pub edition: Edition,
}

impl ScoreSheet {
    /// A sheet of communes scored with one version.
    #[must_use]
    pub fn new(standard: Arc<StandardInfo>, communes: Vec<CommuneScore>) -> Self {
        Self { standard, earlier: Vec::new(), year: None, communes, hidden: 0, edition: Edition::Internal }
    }

    /// The version a commune was scored with.
    #[must_use]
    pub fn standard_of(&self, commune: &CommuneScore) -> &StandardInfo {
        self.earlier.get(usize::from(commune.version)).unwrap_or(&self.standard)
    }

    /// The versions the communes of the sheet were scored with, in order of time; of an empty sheet the latest.
    #[must_use]
    pub fn versions_used(&self) -> Vec<&StandardInfo> {
        let all = self.earlier.iter().chain([&self.standard]).enumerate();
        let last = self.earlier.len();
        let used = |at: usize| self.communes.iter().any(|commune| usize::from(commune.version).min(last) == at);
        let used: Vec<&StandardInfo> = all.filter(|(at, _)| used(*at)).map(|(_, info)| info.as_ref()).collect();
        if used.is_empty() { vec![&self.standard] } else { used }
    }
}

/// What a renderer needs to know of one version of the standard.
#[derive(Clone, Debug)]
pub struct StandardInfo {
    /// ASCII id.
    pub id: String,
    /// Official title.
    pub title: Text,
    /// Full citation.
    pub citation: String,
    /// The days for which these figures are in force.
    pub version: Version,
    /// Whether the standard has other versions.
    pub is_one_of_several: bool,
    /// The form in which results are reported every year.
    pub annual_form: Option<AnnualForm>,
    /// Points in all.
    pub total_points: Points,
    /// The fewest points there can be in all; `None` where that is not known exactly.
    pub least_points: Option<Points>,
    /// Display rounding.
    pub rounding: Rounding,
    /// Area classes: id and label.
    pub classes: Vec<Label>,
    /// Fields in the order of the standard; the last one stands for the area class.
    pub fields: Vec<FieldInfo>,
    /// Criteria in the order of the text.
    pub criteria: Vec<CriterionInfo>,
    /// Conditions in the order they are reported: vetoing criteria, vetoes, gates, the total last.
    pub conditions: Vec<ConditionInfo>,
    /// Named outcomes, best first; empty where the outcome is only pass or fail.
    pub levels: Vec<Label>,
    /// How many figures of the standard have each status, in the order of [`Status::ALL`].
    pub figures: [usize; 4],
    /// What a public edition does not say; `None` where the standard declares nothing sensitive.
    pub hides: Option<Hides>,
    /// sha256 of the criteria file and of each script, by name.
    pub hashes: Vec<(String, String)>,
}

/// An id with what people read.
#[derive(Clone, Debug, Serialize)]
pub struct Label {
    /// ASCII id.
    pub id: String,
    /// What people read.
    pub label: Text,
}

/// A criterion as shown.
#[derive(Clone, Debug)]
pub struct CriterionInfo {
    /// ASCII id.
    pub id: String,
    /// Official name.
    pub title: Text,
    /// Article of the legal text.
    pub cites: String,
    /// Maximum points.
    pub points: Points,
    /// The fewest points it can have; `None` where that is not known exactly.
    pub least: Option<Points>,
    /// Status of the maximum.
    pub status: Status,
    /// Who follows it up.
    pub follow_up: Option<Label>,
    /// Labels of the facts that set it to zero, in the order of the text.
    pub zero_when: Vec<Text>,
    /// Its items.
    pub items: Vec<ItemInfo>,
}

/// A condition of recognition as shown.
#[derive(Clone, Debug)]
pub struct ConditionInfo {
    /// Id in the `failed` column: a criterion id, a veto's or gate's id, or `total`.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// What kind of condition.
    pub kind: ConditionKind,
    /// Article of the legal text, when known.
    pub cites: Option<String>,
}

/// Kinds of conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConditionKind {
    /// A criterion must be above a figure (usually 0).
    CriterionAbove,
    /// A criterion must reach a minimum.
    CriterionMinimum,
    /// A fact that fails the commune.
    Veto,
    /// Coverage without which there is no score.
    Gate,
    /// The total must reach its threshold or a level.
    Total,
}

/// What is kept of each commune. Points, verdicts and what is missing are the same either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Totals, criteria and verdict: what the summary tables show.
    Criteria,
    /// Every item too, with its value, step and reason.
    Items,
}

/// One commune's result.
#[derive(Clone, Debug)]
pub struct CommuneScore {
    /// Which commune.
    pub identity: Identity,
    /// Which version of the standard: position in [`ScoreSheet::earlier`], or behind it for [`ScoreSheet::standard`].
    pub version: u16,
    /// One per item, criteria one after the other; empty when only totals were asked for.
    pub items: Vec<ItemScore>,
    /// One per criterion.
    pub criteria: Vec<CriterionScore>,
    /// The total; `None` when a data gate withholds the score, or when it is not published ([`NotPublished::total`]).
    pub total: Option<TotalScore>,
    /// What the total must reach; `None` when the area class is missing or nothing is set.
    pub threshold: Option<Points>,
    /// The outcome.
    pub verdict: Verdict,
    /// Weakest status the verdict rests on.
    pub verdict_status: Status,
    /// Missing figures that matter: positions in [`StandardInfo::fields`], in that order, without repeats.
    pub missing: Vec<u16>,
    /// Items that are missing for another reason than a missing figure: positions among all items.
    pub withheld: Vec<u16>,
    /// Weakest status of everything in the row.
    pub status: Status,
    /// How near other points and verdicts are, when asked for.
    pub margins: Option<Box<explanation::Margins>>,
    /// How near other points are for each item, when asked for.
    pub moves: Option<Box<explanation::ItemMoves>>,
    /// What a public edition does not say of it.
    pub not_published: NotPublished,
    /// Scripts and computations that stopped: the id of the item, criterion or `total`, and the message.
    pub faults: Vec<(String, Text)>,
}

/// Which commune a row is about; texts as in the table, NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Code as text, with its leading zeros.
    pub code: CompactString,
    /// Name.
    pub name: CompactString,
    /// Province; empty when not given.
    pub province: CompactString,
    /// District; empty since 07/2025.
    pub district: CompactString,
    /// Year of the figures, when given.
    pub year: Option<u16>,
    /// Position in [`StandardInfo::classes`]; `None` when missing or when the standard has no classes.
    pub class: Option<usize>,
    /// Extra columns of the table, header and text, in the table's order.
    pub extra: Vec<(Arc<str>, String)>,
}

/// One item of one commune.
#[derive(Clone, Debug)]
pub struct ItemScore {
    /// Scored, missing or not applicable.
    pub outcome: Outcome,
    /// Fewest points it can still have; equal to the points unless missing.
    pub low: Points,
    /// Most points it can still have.
    pub high: Points,
    /// Whether a missing figure may still lead to the item being left out.
    pub may_be_left_out: bool,
    /// Which line of the scale applied: position in [`ItemInfo::steps`].
    pub step: Option<u16>,
    /// Weakest figure used.
    pub status: Status,
    /// What was measured, when the figures were there and [`Detail::Items`] was asked for.
    pub measured: Option<Box<Measured>>,
    /// Why, when it is not simply a line of the scale; for items that are not missing only with [`Detail::Items`].
    pub reason: Option<Box<Reason>>,
}

/// The three outcomes of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// These points.
    Scored(Points),
    /// Not applicable, counted with these points; `None` when it is left out and the rest rescaled.
    NotApplicable(Option<Points>),
    /// A figure is missing; never 0.
    Missing,
    /// Not published: the points would tell a small count of a sensitive field.
    Hidden,
}

impl Outcome {
    /// The word used in data formats.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Scored(_) => "scored",
            Self::NotApplicable(_) => "not_applicable",
            Self::Missing => "missing",
            Self::Hidden => "hidden",
        }
    }
}

/// A measured value and the counts behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The value that met the scale, exact.
    pub value: Ratio,
    /// Numerator and denominator of a rate, as counted.
    pub counts: Option<(Ratio, Ratio)>,
}

/// Why an item has its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// These figures are missing: positions in [`StandardInfo::fields`].
    MissingFigures(Vec<u16>),
    /// The area class is missing.
    MissingClass,
    /// The denominator is 0.
    Empty,
    /// The coverage its gate wants is not reached, or not known.
    Gate(Text),
    /// A script's own words.
    Script(Arc<Text>),
    /// A script or a computation stopped, and why.
    Failed(Text),
    /// The figures are not published.
    Hidden,
}

/// One criterion of one commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriterionScore {
    /// Fewest points it can still have.
    pub low: Points,
    /// Most points it can still have.
    pub high: Points,
    /// How it stands.
    pub state: CriterionState,
    /// Weakest figure used.
    pub status: Status,
}

/// How a criterion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CriterionState {
    /// All that counts is there; `low` equals `high`.
    Scored,
    /// Something is missing.
    Missing,
    /// A fact set it to zero.
    Zeroed,
    /// All its items are left out.
    LeftOut,
    /// Not published.
    Hidden,
}

/// A commune's total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalScore {
    /// Fewest points it can still have.
    pub low: Points,
    /// Most points it can still have.
    pub high: Points,
    /// Whether no item is missing; then `low` equals `high`.
    pub complete: bool,
    /// Weakest figure used.
    pub status: Status,
}

/// The outcome for a commune. Positions point into [`StandardInfo::conditions`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All conditions hold.
    Recognised,
    /// All conditions hold, at this position of [`StandardInfo::levels`].
    Level(usize),
    /// These conditions fail, whatever the missing figures are.
    NotRecognised(Vec<u16>),
    /// None fails, these are open.
    Undetermined(Vec<u16>),
    /// Not published: the verdict alone would tell a small count of a sensitive field.
    NotPublished,
}

/// Where results come from: with the standard's hashes, what is needed to make them again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// Version of the tool.
    pub version: String,
    /// Options that change results, as they were typed.
    pub options: Vec<String>,
    /// The tables read, in their order.
    pub tables: Vec<TableInfo>,
}

/// A table that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TableInfo {
    /// Name as the user gave it.
    pub name: String,
    /// sha256 of its bytes, in hexadecimal; empty in a public edition, where it could be used to try hidden counts.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    /// Communes in it.
    pub rows: usize,
}

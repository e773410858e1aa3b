//! What changed between two standards, and what that does to the communes of a table.
//!
//! Nothing here computes a difference. `compare` fills it, `render` prints it; neither a renderer nor a reader of these
//! types needs the standards.

use super::{ConditionKind, Identity, Points, StandardInfo, Status, TotalScore, Verdict};
use crate::lang::Text;
use crate::quantity::Ratio;
use serde::Serialize;
use std::sync::Arc;

/// Two standards side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The standard before.
    pub old: Arc<StandardInfo>,
    /// The standard after.
    pub new: Arc<StandardInfo>,
    /// What the two are called on the page: their ids, or the files as they were named, since a draft often has the id
    /// of the standard it amends.
    pub named: [String; 2],
    /// What changed: the head, area classes, fields, recognition, then the criteria in the order of the new text.
    pub changes: Vec<Change>,
    /// What that does to a table; `None` when there is no table.
    pub effect: Option<Effect>,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Under which heading it stands.
    pub area: Area,
    /// What happened.
    pub kind: Kind,
    /// Whether it can change points.
    pub weight: Weight,
    /// Where in the criteria file: `immunisation.rate.scale.points[≥ 98]`; with the new id where an id was renamed.
    pub path: String,
    /// What it is, in words, under the heading of its area.
    pub label: Text,
    /// As it was; `None` when added.
    pub before: Option<Text>,
    /// As it is now; `None` when removed.
    pub after: Option<Text>,
    /// Status of the old figure, where it is a figure.
    pub status_before: Option<Status>,
    /// Status of the new figure.
    pub status_after: Option<Status>,
    /// Article of the legal text, when known.
    pub cites: Option<String>,
}

/// The heading a change stands under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Area {
    /// Title, citation, dates, total points, rounding, agencies.
    Standard,
    /// Area classes.
    Classes,
    /// Fields and derived fields.
    Fields,
    /// Conditions of recognition.
    Recognition,
    /// A criterion, by its id in the new standard, or in the old one when it was removed.
    Criterion(String),
}

impl Area {
    /// The word used in data formats: `standard`, `area_class`, `field`, `recognition` or the criterion's id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Standard => "standard",
            Self::Classes => "area_class",
            Self::Fields => "field",
            Self::Recognition => "recognition",
            Self::Criterion(id) => id,
        }
    }
}

/// What happened to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It is only in the new standard.
    Added,
    /// It is only in the old standard.
    Removed,
    /// Its value is another one.
    Changed,
    /// It stands elsewhere: a criterion with another number, an item under another criterion.
    Moved,
    /// It has another id.
    Renamed,
    /// The same figure with another status.
    Status,
    /// The same figure and status with other evidence.
    Evidence,
}

impl Kind {
    /// All of them, in the order they are counted.
    pub const ALL: [Self; 7] =
        [Self::Added, Self::Removed, Self::Changed, Self::Moved, Self::Renamed, Self::Status, Self::Evidence];

    /// The word used in data formats.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Renamed => "renamed",
            Self::Status => "status",
            Self::Evidence => "evidence",
        }
    }
}

/// Whether a change can change points or verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// It can.
    Substance,
    /// Titles, labels, citations, ids, order: it cannot.
    Wording,
    /// The same figure, verified further or otherwise: it cannot.
    Status,
}

/// What new rules do to the communes of a table.
#[derive(Clone, Debug, Default)]
pub struct Effect {
    /// All communes, in the order of the table.
    pub communes: Vec<CommuneEffect>,
    /// Communes whose total rises, falls, stays, and whose total is not settled enough to tell.
    pub directions: Directions,
    /// Ids of the verdicts the old standard can give: recognised or its levels, not recognised, undetermined.
    pub verdicts_before: Vec<String>,
    /// The same of the new standard.
    pub verdicts_after: Vec<String>,
    /// How many communes went from which verdict (row) to which (column).
    pub matrix: Vec<Vec<usize>>,
    /// By province, in the order of their first commune.
    pub provinces: Vec<ProvinceEffect>,
    /// Items and rules through which points changed, in the order of the new standard.
    pub sources: Vec<SourceEffect>,
}

/// Communes by the direction of their total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Directions {
    /// Total rises.
    pub gain: usize,
    /// Total falls.
    pub lose: usize,
    /// Total stays.
    pub same: usize,
    /// Figures are missing or the score is withheld: it can be either.
    pub open: usize,
}

/// One commune under both standards.
#[derive(Clone, Debug)]
pub struct CommuneEffect {
    /// Which commune; its class is a position in the new standard.
    pub identity: Identity,
    /// Under the old standard.
    pub before: Standing,
    /// Under the new standard.
    pub after: Standing,
    /// New total minus old total, as far as missing figures let it be told; `None` when either score is withheld.
    pub change: Option<Range>,
    /// What the difference is made of: its parts add up to `change`.
    pub parts: Vec<PartEffect>,
    /// Conditions that stand otherwise; what does not fail is told only where the new verdict is not open.
    pub conditions: Vec<ConditionEffect>,
}

impl CommuneEffect {
    /// Whether anything is different: the total, a part of it, the verdict or a condition.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.verdict_changes()
            || !self.parts.is_empty()
            || !self.conditions.is_empty()
            || self.before.total.map(|total| (total.low, total.high))
                != self.after.total.map(|total| (total.low, total.high))
    }

    /// Whether the verdict is another one.
    #[must_use]
    pub fn verdict_changes(&self) -> bool {
        self.before.verdict_id != self.after.verdict_id
    }
}

/// Total and verdict under one standard.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The total; `None` when a data gate withholds the score.
    pub total: Option<TotalScore>,
    /// What it must reach.
    pub threshold: Option<Points>,
    /// The outcome.
    pub verdict: Verdict,
    /// The outcome as data formats write it.
    pub verdict_id: String,
    /// Weakest status it rests on.
    pub verdict_status: Status,
    /// Ids of the failed conditions, each once.
    pub failed: Vec<String>,
}

/// Fewest and most points something can be; equal when it is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Fewest.
    pub low: Points,
    /// Most.
    pub high: Points,
}

impl Range {
    /// Nothing, settled.
    pub const ZERO: Self = Self { low: Points::ZERO, high: Points::ZERO };

    /// The value, when it is settled.
    #[must_use]
    pub fn exact(self) -> Option<Points> {
        (self.low == self.high).then_some(self.low)
    }
}

/// One part of the difference of a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartEffect {
    /// Position in [`Effect::sources`].
    pub source: usize,
    /// Points before; `None` when the old standard does not have it or it is no item.
    pub before: Option<Range>,
    /// Points after; `None` when the new standard does not have it or it is no item.
    pub after: Option<Range>,
    /// Its share of the difference of the total.
    pub change: Range,
}

/// What made points change: an item, or how items become a criterion and criteria the total.
#[derive(Clone, Debug)]
pub struct SourceEffect {
    /// Id of the item; of the criterion for how its items are put together; `total` for how the criteria are.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// How many communes changed through it.
    pub communes: usize,
    /// For how many of them the difference is settled.
    pub settled: usize,
    /// Points of these.
    pub points: Points,
}

/// A condition of recognition that stands otherwise under the new standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionEffect {
    /// Its id in the column `failed`.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// What kind of condition.
    pub kind: ConditionKind,
    /// How it stands now.
    pub turn: Turn,
}

/// How a condition stands under the new standard, where it stood otherwise under the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It fails, and did not.
    Fails,
    /// It is open, and was not: figures are missing, or a gate withholds the score.
    Open,
    /// It failed, and does not any more.
    Holds,
}

/// Communes of one province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvinceEffect {
    /// Its name; empty when the table does not give it.
    pub name: String,
    /// Communes.
    pub communes: usize,
    /// Recognised, at any level, before.
    pub recognised_before: usize,
    /// Recognised after.
    pub recognised_after: usize,
    /// Recognised after and not before.
    pub newly_recognised: usize,
    /// Recognised before and not after.
    pub no_longer_recognised: usize,
    /// Communes whose difference is settled.
    pub settled: usize,
    /// Sum of their differences.
    pub points: Points,
}

impl ProvinceEffect {
    /// Mean difference of the communes whose difference is settled, exact; `None` when there is none.
    #[must_use]
    pub fn mean(&self) -> Option<Ratio> {
        let units = i128::try_from(self.settled).ok()?.checked_mul(1000)?;
        Ratio::new(i128::from(self.points.as_thousandths()), units)
    }
}

//! [`SelfScores`]: the points communes give themselves, beside those that were computed.

use super::{Identity, ScoreSheet, StandardInfo, Verdict};
use crate::lang::Text;
use crate::quantity::Points;
use crate::status::Status;
use serde::Serialize;

/// What communes claim, and where that differs.
#[derive(Clone, Debug, Default)]
pub struct SelfScores {
    /// Communes that claim points for something.
    pub communes: usize,
    /// How many claims there are, of criteria and totals.
    pub claims: usize,
    /// Claims that differ, or that are above the maximum; largest difference first, open ones last.
    pub differences: Vec<SelfDifference>,
    /// Communes with a difference or another verdict by their own points, largest differences first.
    pub by_commune: Vec<SelfCommune>,
}

/// What one commune claims beside what was computed, criteria added up, and what its total claims beyond them.
#[derive(Clone, Debug)]
pub struct SelfCommune {
    /// Which commune.
    pub identity: Identity,
    /// Points it gives itself more: in all criteria where it does, and in its total beyond the criteria it claims.
    pub over: Points,
    /// Points it gives itself less, likewise; 0 or more.
    pub under: Points,
    /// Whether figures are missing, so that either may be more: only what is certain is counted.
    pub at_least: bool,
    /// The verdict if its own points were right, and the weakest status it rests on; what it claims nothing for is as
    /// computed.
    pub own: (Verdict, Status),
    /// The verdict computed, and the weakest status it rests on.
    pub computed: (Verdict, Status),
    /// Which version of the standard it is scored with.
    pub version: u16,
}

/// One claim that differs from what was computed.
#[derive(Clone, Debug)]
pub struct SelfDifference {
    /// Which commune.
    pub identity: Identity,
    /// Position of the criterion; `None` for the total.
    pub criterion: Option<usize>,
    /// Points the commune gives itself.
    pub claimed: Points,
    /// Fewest and most points computed; the same unless a figure is missing, `None` when a gate withholds the score.
    pub computed: Option<(Points, Points)>,
    /// Weakest status behind the points computed.
    pub status: Status,
    /// Whether the claim is above the most points there are.
    pub above_maximum: bool,
    /// Whether the claim is below the fewest points there are.
    pub below_least: bool,
    /// What explains it.
    pub because: Because,
}

/// What explains a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// These items on another line of their scales: as few as can be, the first in the order of the text.
    Items {
        /// The items that change together.
        items: Vec<ItemChange>,
        /// How many other explanations with as few items were found.
        others: usize,
        /// Whether all with as few items were tried.
        all: bool,
    },
    /// No change of lines gives the points claimed, and these items have no lines: a script gives their points.
    Scripted(Vec<Text>),
    /// No change of lines gives the points claimed: all were tried.
    Nothing,
    /// No change of so many items or fewer gives the points claimed; more were not tried.
    NotSearched(usize),
    /// A fact set the criterion to zero, one of these.
    Zeroed(Vec<Text>),
    /// Figures of the criterion are missing.
    Missing,
    /// The criterion is not the sum of its items here: lines say nothing about the difference.
    NotComparable,
    /// A total: the differences of the criteria that are claimed explain it.
    Criteria,
    /// A total that differs by so many points which no claim of a criterion explains.
    Unclaimed {
        /// What is not explained: above 0 the commune gives itself more.
        points: Points,
        /// Whether some criterion is claimed.
        some_claimed: bool,
        /// Where points were lost, when the commune gives itself more: criteria it does not claim that have fewer than
        /// their most points, most lost first.
        lost: Vec<Lost>,
    },
    /// A total that is not the sum of the commune's own points of all criteria, which is this.
    OwnSum(Points),
}

/// A criterion that has fewer than its most points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// Its id.
    pub id: String,
    /// What people read.
    pub title: Text,
    /// Points computed.
    pub computed: Points,
    /// The most it can have.
    pub most: Points,
}

/// An item on another line of its scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    /// `criterion.item`.
    pub id: String,
    /// What people read.
    pub title: Text,
    /// Points computed.
    pub computed: Points,
    /// Points of the line that would explain the claim.
    pub claimed: Points,
    /// That line: `≥ 98`.
    pub range: Text,
}

impl SelfCommune {
    /// The version of the standard it is scored with, in its sheet.
    #[must_use]
    pub fn standard_in<'s>(&self, sheet: &'s ScoreSheet) -> &'s StandardInfo {
        sheet.earlier.get(usize::from(self.version)).unwrap_or(&sheet.standard)
    }
}

impl SelfDifference {
    /// Claimed minus computed, when that is one number: above 0 the commune gives itself more.
    #[must_use]
    pub fn difference(&self) -> Option<Points> {
        self.computed.filter(|(low, high)| low == high).map(|(_, high)| self.claimed - high)
    }
}

//! [`SelfScores`]: the points communes give themselves, beside those that were computed.

use super::Identity;
use crate::lang::Text;
use crate::quantity::Points;
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
    /// Whether the claim is above the most points there are.
    pub above_maximum: bool,
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
        /// How many other explanations have as few items.
        others: usize,
    },
    /// No change of lines gives the points claimed.
    Nothing,
    /// The criterion is not the sum of its items here, or figures are missing: lines say nothing about the difference.
    NotComparable,
    /// A total: the differences of the criteria explain it as far as they are claimed.
    Criteria,
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

impl SelfDifference {
    /// Claimed minus computed, when that is one number: above 0 the commune gives itself more.
    #[must_use]
    pub fn difference(&self) -> Option<Points> {
        self.computed.filter(|(low, high)| low == high).map(|(_, high)| self.claimed - high)
    }
}

//! The fewest points a criterion can have.

use super::{Combine, Criterion, Item, ItemRule, WhenEmpty};
use crate::quantity::Points;

impl Criterion {
    /// The fewest points it can have, below 0 where points are taken off; `None` where that is not known exactly.
    #[must_use]
    pub fn least(&self) -> Option<Points> {
        let floor = self.floor.as_ref().map(|floor| floor.value);
        let least = match self.combine {
            Combine::Script(_) => floor.unwrap_or(Points::ZERO),
            _ => {
                floor.map_or_else(|| self.combined(), |floor| Some(self.combined().map_or(floor, |l| l.max(floor))))?
            }
        };
        Some(if self.zero_when.is_empty() { least } else { least.min(Points::ZERO) })
    }

    /// The fewest points of the items together, before floor and zero rules.
    pub(crate) fn combined(&self) -> Option<Points> {
        let base = || self.items.iter().filter(|item| !item.bonus).map(|item| item.least);
        let extra: Points = self.items.iter().filter(|item| item.bonus).map(|item| item.least).sum();
        if self.items.iter().any(can_be_left_out) {
            // What is left out is made up for by the rest, of which everything may be 0.
            return self.items.iter().all(|item| item.least >= Points::ZERO).then_some(Points::ZERO);
        }
        let least = match &self.combine {
            Combine::Sum => base().sum::<Points>() + extra,
            Combine::CappedSum => (base().sum::<Points>() + extra).min(self.points.value),
            Combine::Min => base().min()? + extra,
            Combine::Max => base().max()? + extra,
            Combine::Script(_) => return None,
        };
        Some(least)
    }
}

fn can_be_left_out(item: &Item) -> bool {
    matches!(&item.rule, ItemRule::Scaled { when_empty: WhenEmpty::LeaveOut(_), .. })
}

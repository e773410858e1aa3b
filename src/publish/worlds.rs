//! What hidden counts could be, and what each of these possibilities would lead to.

use super::{FEWEST_VALUES, MOST_WORLDS, Publisher, Row};
use crate::quantity::{Decimal, Points, Ratio};
use crate::result::{CriterionScore, Detail, Outcome, Status, TotalScore};
use crate::rules::{FieldIx, Workspace};
use std::collections::BTreeSet;

/// All counts that some hidden figures could have, by what they lead to.
pub(super) struct Worlds {
    pub(super) fields: Vec<FieldIx>,
    pub(super) outcomes: Vec<Possible>,
}

/// Counts that lead to the same.
pub(super) struct Possible {
    look: Look,
    /// Each set of counts, in the order of the fields.
    pub(super) counts: Vec<Vec<i64>>,
}

/// Everything about a commune that could be published without saying a figure.
#[derive(PartialEq)]
struct Look {
    items: Vec<(Outcome, Points, Points, bool, Status)>,
    criteria: Vec<CriterionScore>,
    total: TotalScore,
    holds: Vec<Option<bool>>,
    missing: Vec<u16>,
    withheld: Vec<u16>,
}

impl Publisher<'_> {
    /// Goes through all counts that are possible; `None` when there are too many, or when figures are no counts.
    pub(super) fn worlds(&self, fields: &[FieldIx], row: &Row) -> Option<Worlds> {
        let sets = self.sets(fields)?;
        let (mut row, mut workspace) = (row.clone(), Workspace::default());
        let mut outcomes: Vec<Possible> = Vec::new();
        for counts in sets {
            fields.iter().zip(&counts).for_each(|(field, count)| row.set(*field, *count));
            if !self.rules.allows(fields, &row) {
                continue;
            }
            let look = self.look(&mut workspace, &row);
            match outcomes.iter_mut().find(|possible| possible.look == look) {
                Some(possible) => possible.counts.push(counts),
                None => outcomes.push(Possible { look, counts: vec![counts] }),
            }
        }
        Some(Worlds { fields: fields.to_vec(), outcomes })
    }

    /// Every set of counts within the limits of the fields themselves.
    fn sets(&self, fields: &[FieldIx]) -> Option<Vec<Vec<i64>>> {
        let mut sets = vec![Vec::new()];
        for at in fields {
            let field = self.rules.standard().fields.get(at.0).filter(|field| field.kind.digits() == 0)?;
            let over = |limit: Option<Decimal>, count| {
                limit.map_or(std::cmp::Ordering::Greater, |limit| Ratio::whole(count).compare(limit))
            };
            let allowed = |count: &i64| over(field.at_least, *count).is_ge() && over(field.above, *count).is_gt();
            let counts: Vec<i64> = (self.from..=self.to).filter(allowed).collect();
            if sets.len().saturating_mul(counts.len()) > MOST_WORLDS {
                return None;
            }
            let longer = |set: &Vec<i64>| counts.iter().map(|count| [set.as_slice(), &[*count]].concat()).collect();
            sets = sets.iter().flat_map(|set| -> Vec<Vec<i64>> { longer(set) }).collect();
        }
        Some(sets)
    }

    fn look(&self, workspace: &mut Workspace, row: &Row) -> Look {
        let holds = self.rules.standing(workspace, row).holds;
        let found = self.rules.assess_in(workspace, row, Detail::Items);
        let items = found.items.iter();
        Look {
            items: items.map(|i| (i.outcome, i.low, i.high, i.may_be_left_out, i.status)).collect(),
            criteria: found.criteria,
            total: found.total,
            holds,
            missing: found.missing,
            withheld: found.withheld_items,
        }
    }
}

impl Worlds {
    /// Whether what these counts lead to can be published: there is one outcome only, or they are only compared with each
    /// other and every outcome leaves enough values of each.
    ///
    /// More than that is not allowed to tell outcomes apart. A count may stand in two rows, as this year's and, a year
    /// later, as last year's: two outcomes together could leave fewer values than each of them.
    pub(super) fn is_settled(&self, publisher: &Publisher<'_>) -> bool {
        let leaves_enough = |possible: &Possible| {
            let values = |at| possible.counts.iter().filter_map(|set| set.get(at)).collect::<BTreeSet<_>>().len();
            (0..self.fields.len()).all(|at| values(at) >= FEWEST_VALUES)
        };
        self.outcomes.len() == 1
            || (publisher.is_one_comparison(&self.fields) && self.outcomes.iter().all(leaves_enough))
    }
}

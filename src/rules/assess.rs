//! The one scoring path: one commune's figures in, everything about it out.

use super::combine::{Combined, Total};
use super::condition::{Condition, ConditionRule, judge};
use super::operand::position;
use super::{Figures, RuleSet};
use crate::criteria::model::ClassIx;
use crate::lang::Text;
use crate::quantity::Points;
use crate::result::{CriterionScore, Detail, ItemScore, Outcome, Reason, TotalScore, Verdict};
use crate::status::Status;

/// Everything about one commune but its identity.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// One per item, criteria one after the other.
    pub items: Vec<ItemScore>,
    /// One per criterion.
    pub criteria: Vec<CriterionScore>,
    /// The total, also where a gate withholds it.
    pub total: TotalScore,
    /// Whether a gate withholds the total.
    pub withheld: bool,
    /// What the total must reach.
    pub threshold: Option<Points>,
    /// The outcome.
    pub verdict: Verdict,
    /// Weakest status the verdict rests on.
    pub verdict_status: Status,
    /// Missing figures that matter, ascending, without repeats.
    pub missing: Vec<u16>,
    /// Items that are missing for another reason.
    pub withheld_items: Vec<u16>,
    /// Scripts and computations that stopped.
    pub faults: Vec<(String, Text)>,
}

/// Where a commune stands: what a search for changes compares.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    /// Fewest and most points of each criterion.
    pub(crate) criteria: Vec<(Points, Points)>,
    /// The lowest and the highest possible total.
    pub(crate) total: (Points, Points),
    /// Of each condition.
    pub(crate) holds: Vec<Option<bool>>,
}

/// Memory that assessments use one after the other.
#[derive(Debug, Default)]
pub struct Workspace {
    pub(super) items: Vec<ItemScore>,
    pub(super) criteria: Vec<Combined>,
}

impl RuleSet {
    /// Assesses one commune. Pure: the same figures give the same result, whatever was assessed before.
    pub fn assess<F: Figures>(&self, figures: &F, detail: Detail) -> Assessment {
        self.assess_in(&mut Workspace::default(), figures, detail)
    }

    /// The same with memory that is used again for the next commune.
    pub fn assess_in<F: Figures>(&self, workspace: &mut Workspace, figures: &F, detail: Detail) -> Assessment {
        let total = self.score_in(workspace, figures, detail);
        let Workspace { items, criteria } = workspace;
        let judgement = judge(&self.conditions, criteria, &total.score, figures);
        let open = self.open(items, criteria, &total, judgement.missing, figures.class());
        Assessment {
            threshold: self.threshold(figures.class()),
            criteria: criteria.iter().map(|c| c.score).collect(),
            items: if detail == Detail::Items { std::mem::take(items) } else { Vec::new() },
            total: total.score,
            withheld: judgement.withheld,
            verdict: judgement.verdict,
            verdict_status: judgement.status,
            missing: open.missing,
            withheld_items: open.withheld,
            faults: open.faults,
        }
    }

    /// The verdict on a commune, and the weakest status it rests on, if the points it claims were right: of criteria by
    /// position, of the total by `None`. What it claims nothing for is as computed, and so are facts; without a claim the
    /// total follows from the criteria.
    pub fn verdict_by<F: Figures>(&self, figures: &F, claims: &[(Option<usize>, Points)]) -> (Verdict, Status) {
        let mut workspace = Workspace::default();
        self.score_in(&mut workspace, figures, Detail::Criteria);
        let Workspace { items, mut criteria } = workspace;
        for (criterion, points) in claims {
            if let Some(combined) = criterion.and_then(|at| criteria.get_mut(at)) {
                combined.claim(*points);
            }
        }
        let mut total = self.total.total(&self.criteria, &criteria, &items, figures).score;
        if let Some((_, points)) = claims.iter().find(|(criterion, _)| criterion.is_none()) {
            total = TotalScore { low: *points, high: *points, complete: true, ..total };
        }
        let judgement = judge(&self.conditions, &criteria, &total, figures);
        (judgement.verdict, judgement.status)
    }

    /// Items, criteria and the total.
    #[inline(always)]
    fn score_in<F: Figures>(&self, workspace: &mut Workspace, figures: &F, detail: Detail) -> Total {
        let Workspace { items, criteria } = workspace;
        items.clear();
        criteria.clear();
        for criterion in &self.criteria {
            let first = items.len();
            items.extend(criterion.items.iter().map(|item| item.score(figures, detail)));
            criteria.push(criterion.combine(items.get(first..).unwrap_or(&[]), figures));
        }
        self.total.total(&self.criteria, criteria, items, figures)
    }

    /// What every criterion and the total can still have, and whether each condition holds, `None` where that is not known.
    pub(crate) fn standing<F: Figures>(&self, workspace: &mut Workspace, figures: &F) -> Standing {
        let total = self.score_in(workspace, figures, Detail::Criteria);
        let stand = |condition: &Condition| condition.stand(&workspace.criteria, &total.score, figures).holds;
        Standing {
            criteria: workspace.criteria.iter().map(|c| (c.score.low, c.score.high)).collect(),
            total: (total.score.low, total.score.high),
            holds: self.conditions.iter().map(stand).collect(),
        }
    }

    /// What the total must reach in a class; none where there are only levels.
    fn threshold(&self, class: Option<ClassIx>) -> Option<Points> {
        self.conditions.iter().find_map(|condition| match &condition.rule {
            ConditionRule::Threshold(points) => match (points.as_slice(), class) {
                ([same], _) => Some(*same),
                (points, Some(class)) => points.get(class.0).copied(),
                (_, None) => None,
            },
            _ => None,
        })
    }

    fn threshold_by_class(&self) -> bool {
        let by_class = |rule: &ConditionRule| matches!(rule, ConditionRule::Threshold(points) if points.len() > 1);
        self.conditions.iter().any(|condition| by_class(&condition.rule))
    }

    /// Everything a commune waits for, in one pass.
    fn open(
        &self,
        items: &[ItemScore],
        criteria: &[Combined],
        total: &Total,
        missing: Vec<u16>,
        class: Option<ClassIx>,
    ) -> Open {
        let mut open = Open { missing, ..Open::default() };
        let area_class = position(self.standard.fields.len());
        if class.is_none() && self.threshold_by_class() {
            open.missing.push(area_class);
        }
        for (ix, item) in items.iter().enumerate().filter(|(_, item)| item.outcome == Outcome::Missing) {
            match item.reason.as_deref() {
                Some(Reason::MissingFigures(fields)) => open.missing.extend(fields),
                Some(Reason::MissingClass) => open.missing.push(area_class),
                Some(Reason::Failed(message)) => {
                    open.withheld.push(position(ix));
                    open.faults.push((self.item_id(ix), message.clone()));
                }
                _ => open.withheld.push(position(ix)),
            }
        }
        let of_criteria = self.criteria.iter().zip(criteria).map(|(rule, c)| (rule.id.as_str(), &c.waits));
        for (id, waits) in of_criteria.chain(std::iter::once(("total", &total.waits))) {
            if let Some(waits) = waits {
                open.missing.extend(&waits.missing);
                open.faults.extend(waits.fault.clone().map(|message| (id.to_owned(), message)));
            }
        }
        open.missing.sort_unstable();
        open.missing.dedup();
        open
    }

    /// Fewest and most points an item can have in a class, whatever its figures are; by its position among all items.
    pub(crate) fn item_bounds(&self, position: usize, class: Option<ClassIx>) -> Option<(Points, Points)> {
        self.criteria.iter().flat_map(|criterion| &criterion.items).nth(position).map(|item| item.bounds(class))
    }

    fn item_id(&self, position: usize) -> String {
        let mut items = self.criteria.iter().flat_map(|criterion| &criterion.items);
        items.nth(position).map(|item| item.id.clone()).unwrap_or_default()
    }
}

/// What a commune waits for.
#[derive(Default)]
struct Open {
    missing: Vec<u16>,
    withheld: Vec<u16>,
    faults: Vec<(String, Text)>,
}

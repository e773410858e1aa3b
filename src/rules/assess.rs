//! The one scoring path: one commune's figures in, everything about it out.

use super::combine::Combined;
use super::condition::{ConditionRule, judge};
use super::operand::position;
use super::{Figures, RuleSet};
use crate::criteria::model::ClassIx;
use crate::lang::Text;
use crate::quantity::Points;
use crate::result::{CriterionScore, ItemScore, Outcome, Reason, TotalScore, Verdict};
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

impl RuleSet {
    /// Assesses one commune. Pure: the same figures give the same result, whatever was assessed before.
    pub fn assess<F: Figures>(&self, figures: &F) -> Assessment {
        let mut items = Vec::with_capacity(self.info.criteria.iter().map(|c| c.items.len()).sum());
        let mut combined: Vec<Combined> = Vec::with_capacity(self.criteria.len());
        for criterion in &self.criteria {
            let first = items.len();
            items.extend(criterion.items.iter().map(|item| item.score(figures)));
            combined.push(criterion.combine(items.get(first..).unwrap_or(&[]), figures));
        }
        let total = self.total.total(&self.criteria, &combined, &items, figures);
        let mut judgement = judge(&self.conditions, &combined, &total.score, figures);
        let faults = self.faults(&items, &combined, total.fault);
        judgement.missing.extend(total.missing);
        let needs_class = figures.class().is_none() && self.threshold_by_class();
        for criterion in &mut combined {
            judgement.missing.append(&mut criterion.missing);
        }
        let (missing, withheld_items) = self.missing(&items, judgement.missing, needs_class);
        Assessment {
            threshold: self.threshold(figures.class()),
            criteria: combined.iter().map(|c| c.score).collect(),
            items,
            total: total.score,
            withheld: judgement.withheld,
            verdict: judgement.verdict,
            verdict_status: judgement.status,
            missing,
            withheld_items,
            faults,
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

    fn missing(&self, items: &[ItemScore], others: Vec<u16>, needs_class: bool) -> (Vec<u16>, Vec<u16>) {
        let area_class = position(self.standard.fields.len());
        let (mut missing, mut withheld) = (others, Vec::new());
        if needs_class {
            missing.push(area_class);
        }
        for (ix, item) in items.iter().enumerate().filter(|(_, item)| item.outcome == Outcome::Missing) {
            match &item.reason {
                Some(Reason::MissingFigures(fields)) => missing.extend(fields),
                Some(Reason::MissingClass) => missing.push(area_class),
                _ => withheld.push(position(ix)),
            }
        }
        missing.sort_unstable();
        missing.dedup();
        (missing, withheld)
    }

    fn faults(&self, items: &[ItemScore], criteria: &[Combined], total: Option<Text>) -> Vec<(String, Text)> {
        let rules = self.criteria.iter().flat_map(|criterion| &criterion.items);
        let of_items = rules.zip(items).filter_map(|(rule, item)| match &item.reason {
            Some(Reason::Failed(message)) => Some((rule.id.clone(), message.clone())),
            _ => None,
        });
        let of_criteria = self.criteria.iter().zip(criteria).filter_map(|(rule, c)| {
            let message = c.fault.clone()?;
            Some((rule.id.clone(), message))
        });
        of_items.chain(of_criteria).chain(total.map(|message| ("total".to_owned(), message))).collect()
    }
}

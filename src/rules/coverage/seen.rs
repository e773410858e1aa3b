//! What one case shows: the outcome of its figures, as far as the case says what it should be.

use super::goal::{Goal, Owner, Wanted};
use crate::criteria::model::{Case, Expectation, ItemRule};
use crate::quantity::Points;
use crate::result::{CriterionState, Detail, ItemScore, Outcome, Reason, TotalScore};
use crate::rules::assess::{Assessment, Workspace};
use crate::rules::item::ItemRuleSet;
use crate::rules::{BranchTaken, Figures, RuleSet};

/// What a case says anything about.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// One per item of the standard: its own outcome, or one it goes into.
    pub(super) items: Vec<bool>,
    /// One per criterion.
    pub(super) criteria: Vec<bool>,
    /// The verdict or the conditions that fail.
    pub(super) verdict: bool,
}

impl About {
    fn nothing(rules: &RuleSet) -> Self {
        let items = rules.info().criteria.iter().map(|criterion| criterion.items.len()).sum();
        Self { items: vec![false; items], criteria: vec![false; rules.info().criteria.len()], verdict: false }
    }

    /// A case that states the total and the verdict.
    pub(super) fn commune(rules: &RuleSet) -> Self {
        let mut about = Self::nothing(rules);
        about.items.fill(true);
        about.criteria.fill(true);
        Self { verdict: true, ..about }
    }

    /// A case that states the points of a criterion.
    pub(super) fn criterion(rules: &RuleSet, c: usize) -> Self {
        let mut about = Self::nothing(rules);
        about.add_criterion(rules, c);
        about
    }

    /// A case that states the points of an item.
    pub(super) fn item(rules: &RuleSet, at: usize) -> Self {
        let mut about = Self::nothing(rules);
        about.items.iter_mut().skip(at).take(1).for_each(|item| *item = true);
        about
    }

    /// What a case of the standard states.
    pub(super) fn case(rules: &RuleSet, case: &Case) -> Self {
        let mut about = Self::nothing(rules);
        for (expectation, _) in &case.expect {
            match expectation {
                Expectation::Item(c, i, _) => {
                    let at = rules.item_position(*c, *i);
                    about.items.iter_mut().skip(at).take(1).for_each(|item| *item = true);
                }
                Expectation::Criterion(c, _) => about.add_criterion(rules, *c),
                Expectation::Total(_) => {
                    about.items.fill(true);
                    about.criteria.fill(true);
                }
                Expectation::Verdict(_) | Expectation::Failed(_) => about.verdict = true,
            }
        }
        about
    }

    fn add_criterion(&mut self, rules: &RuleSet, c: usize) {
        let first = rules.item_position(c, 0);
        let count = rules.info().criteria.get(c).map_or(0, |criterion| criterion.items.len());
        self.items.iter_mut().skip(first).take(count).for_each(|item| *item = true);
        self.criteria.iter_mut().skip(c).take(1).for_each(|criterion| *criterion = true);
    }
}

/// The outcome of some figures.
pub(super) struct Seen<'a, F> {
    rules: &'a RuleSet,
    figures: &'a F,
    about: About,
    found: Option<Assessment>,
    alone: Option<(usize, ItemScore)>,
    workspace: Workspace,
    branches: Vec<BranchTaken>,
}

impl<'a, F: Figures> Seen<'a, F> {
    pub(super) fn of(rules: &'a RuleSet, figures: &'a F, about: About) -> Self {
        let mut workspace = Workspace::default();
        let found = Some(rules.assess_in(&mut workspace, figures, Detail::Items));
        Self { rules, figures, about, found, alone: None, workspace, branches: rules.branches_taken(figures) }
    }

    /// The outcome of one item alone, from the same rule: many figures are tried.
    pub(super) fn of_item(rules: &'a RuleSet, figures: &'a F, at: usize) -> Self {
        let mut seen = Self {
            rules,
            figures,
            about: About::item(rules, at),
            found: None,
            alone: None,
            workspace: Workspace::default(),
            branches: Vec::new(),
        };
        seen.alone = seen.item(at).map(|(item, _)| (at, item.score(figures, Detail::Items)));
        if seen.item(at).is_some_and(|(item, _)| item.uses_script()) {
            seen.branches = rules.branches_taken(figures);
        }
        seen
    }

    /// Marks every target this case reaches.
    pub(super) fn mark(&self, goals: &[Goal], reached: &mut [bool]) {
        for (goal, reached) in goals.iter().zip(reached) {
            *reached = *reached || self.reaches(&goal.wanted);
        }
    }

    pub(super) fn reaches(&self, wanted: &Wanted) -> bool {
        match wanted {
            Wanted::Step { item, .. }
            | Wanted::Edge { item, .. }
            | Wanted::Inside { item, .. }
            | Wanted::Points { item, .. }
            | Wanted::Empty { item }
            | Wanted::Missing { item }
            | Wanted::Gate { item, .. } => self.is_about_item(*item) && self.item_reaches(*item, wanted) == Some(true),
            Wanted::ZeroWhen { criterion, .. } | Wanted::Zero { criterion } | Wanted::Full { criterion } => {
                self.about.criteria.get(*criterion) == Some(&true)
                    && self.criterion_reaches(*criterion, wanted) == Some(true)
            }
            Wanted::Condition { at, holds: true } => self.about.verdict && self.condition(*at) == Some(true),
            Wanted::Condition { at, holds: false } => {
                self.about.verdict && self.condition(*at) == Some(false) && self.fails_alone(*at)
            }
            Wanted::Total { class, points } => {
                let in_class = class.is_none() || self.figures.class() == *class;
                self.about.verdict && in_class && self.total().is_some_and(|total| total == *points)
            }
            Wanted::Verdict(verdict) => {
                let found = self.found.as_ref().map(|found| self.rules.verdict_id(&found.verdict));
                self.about.verdict && found == Some(verdict)
            }
            Wanted::Branch { used, branch, owner } => {
                self.branches.contains(&BranchTaken { used: *used, branch: *branch }) && self.is_about(*owner)
            }
        }
    }

    /// Whether no other condition fails, but perhaps the total with it: only then does it show that it decides.
    fn fails_alone(&self, at: usize) -> bool {
        let Some(found) = &self.found else { return false };
        let own = self.rules.info().conditions.get(at).map(|condition| condition.id.as_str());
        self.rules.failed_ids(&found.verdict).iter().all(|id| Some(id.as_str()) == own || id == "total")
    }

    /// The total, where nothing is missing and no gate withholds it.
    fn total(&self) -> Option<Points> {
        let found = self.found.as_ref()?;
        let TotalScore { low, complete, .. } = found.total;
        (complete && !found.withheld).then_some(low)
    }

    fn score(&self, at: usize) -> Option<&ItemScore> {
        match &self.alone {
            Some((alone, score)) => (*alone == at).then_some(score),
            None => self.found.as_ref()?.items.get(at),
        }
    }

    fn is_about_item(&self, at: usize) -> bool {
        self.about.items.get(at) == Some(&true)
    }

    /// The rule of the item at a position among all items, as made ready and as checked.
    fn item(&self, at: usize) -> Option<(&ItemRuleSet, &ItemRule)> {
        let ready = self.rules.criteria.iter().flat_map(|criterion| &criterion.items).nth(at)?;
        let checked = self.rules.standard().criteria.iter().flat_map(|criterion| &criterion.items).nth(at)?;
        Some((ready, &checked.rule))
    }

    fn item_reaches(&self, at: usize, wanted: &Wanted) -> Option<bool> {
        let score = self.score(at)?;
        let (item, rule) = self.item(at)?;
        let value = score.measured.as_deref().map(|measured| measured.value);
        Some(match wanted {
            Wanted::Step { step, .. } => score.step == Some(*step),
            Wanted::Edge { classes, edge, .. } => {
                let class = self.figures.class();
                let of_list = classes.as_ref().is_none_or(|list| class.is_some_and(|class| list.contains(&class)));
                of_list && edge.is_reached(item, rule, self.figures, value?)
            }
            Wanted::Inside { from, to, .. } => value?.compare(*from).is_gt() && value?.compare(*to).is_lt(),
            Wanted::Points { least, most, .. } => {
                value.is_some()
                    && matches!(score.outcome, Outcome::Scored(points) if (*least..=*most).contains(&points))
            }
            Wanted::Empty { .. } => matches!(score.reason.as_deref(), Some(Reason::Empty)),
            Wanted::Missing { .. } => {
                score.outcome == Outcome::Missing
                    && matches!(score.reason.as_deref(), Some(Reason::MissingFigures(fields)) if !fields.is_empty())
            }
            Wanted::Gate { holds, .. } => item.gate.as_ref()?.holds(self.figures).ok()? == *holds,
            _ => false,
        })
    }

    fn criterion_reaches(&self, c: usize, wanted: &Wanted) -> Option<bool> {
        let score = self.found.as_ref()?.criteria.get(c)?;
        let rule = self.rules.criteria.get(c)?;
        let settled = matches!(score.state, CriterionState::Scored | CriterionState::Zeroed);
        Some(match wanted {
            Wanted::Zero { .. } => settled && score.high <= Points::ZERO,
            Wanted::Full { .. } => settled && score.low >= rule.points,
            Wanted::ZeroWhen { fact, holds, .. } => rule.zero_when.get(*fact)?.holds(self.figures).ok()? == *holds,
            _ => false,
        })
    }

    fn condition(&self, at: usize) -> Option<bool> {
        let total = &self.found.as_ref()?.total;
        self.rules.conditions.get(at)?.stand(&self.workspace.criteria, total, self.figures).holds
    }

    /// A script counts for a case about what it is part of.
    fn is_about(&self, owner: Owner) -> bool {
        match owner {
            Owner::Item(at) => self.is_about_item(at),
            Owner::Criterion(c) => self.about.criteria.get(c) == Some(&true),
            Owner::Commune => self.about.verdict,
        }
    }
}

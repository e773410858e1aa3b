//! Where a standard uses scripts, and which branch of each a commune takes.

use super::assess::Workspace;
use super::call::Call;
use super::combine::{CombineRule, settled_items, settled_parts};
use super::condition::ConditionRule;
use super::fact::FactRule;
use super::item::{How, ItemRuleSet};
use super::script::CompiledScript;
use super::{Figures, RuleSet};
use crate::criteria::model::Item;
use crate::quantity::Points;
use crate::result::Detail;

/// One use of a script.
#[derive(Clone, Debug)]
pub struct UsedScript<'r> {
    /// Path as in [`crate::criteria::model::Standard::figures`], such as `abuse.rate.script`.
    pub path: String,
    /// The script: its source and its branches.
    pub script: &'r CompiledScript,
}

/// A branch a commune takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BranchTaken {
    /// Position in [`RuleSet::script_uses`].
    pub used: usize,
    /// Position in [`CompiledScript::branches`] of that script.
    pub branch: usize,
}

/// What a script belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Belongs<'r> {
    /// The points of an item, or the value its scale is applied to.
    Item(&'r ItemRuleSet, &'r Item),
    /// The value of a fact.
    Fact,
    /// The points of the criterion at this position.
    Criterion(usize),
    Total,
}

/// A use with what it needs to be called.
#[derive(Clone, Debug)]
pub(super) struct Site<'r> {
    pub(super) path: String,
    pub(super) call: &'r Call,
    pub(super) belongs: Belongs<'r>,
}

impl RuleSet {
    /// Every use of a script, in the order of the standard: vetoes, gates, the total, then criterion by criterion.
    #[must_use]
    pub fn script_uses(&self) -> Vec<UsedScript<'_>> {
        self.sites().into_iter().map(|site| UsedScript { path: site.path, script: &site.call.script }).collect()
    }

    /// The branches one commune takes, by use. A use is not in the list where its script is not called (a parameter
    /// is missing, a gate is not reached) or stops with an error. Facts count as asked also where an earlier fact
    /// has already decided.
    pub fn branches_taken<F: Figures>(&self, figures: &F) -> Vec<BranchTaken> {
        let mut scored = Workspace::default();
        self.assess_in(&mut scored, figures, Detail::Criteria);
        let sites = self.sites();
        let taken = sites.iter().enumerate().filter_map(|(used, site)| {
            let branch = site.traced(self, figures, &scored)?;
            Some(BranchTaken { used, branch })
        });
        taken.collect()
    }

    pub(super) fn sites(&self) -> Vec<Site<'_>> {
        let mut sites = Vec::new();
        for (condition, info) in self.conditions.iter().zip(&self.info.conditions) {
            match &condition.rule {
                ConditionRule::Veto(fact) => fact_site(&mut sites, &format!("recognition.veto.{}", info.id), fact),
                ConditionRule::Gate(fact) => fact_site(&mut sites, &format!("recognition.gate.{}", info.id), fact),
                _ => {}
            }
        }
        if let Some(call) = &self.total.script {
            sites.push(Site { path: "recognition.script".to_owned(), call, belongs: Belongs::Total });
        }
        for ix in 0..self.criteria.len() {
            self.sites_of_criterion(ix, &mut sites);
        }
        sites
    }

    fn sites_of_criterion<'r>(&'r self, ix: usize, sites: &mut Vec<Site<'r>>) {
        let (Some(rule), Some(criterion)) = (self.criteria.get(ix), self.standard.criteria.get(ix)) else { return };
        if let CombineRule::Script(call) = &rule.combine {
            sites.push(Site { path: format!("{}.combine", rule.id), call, belongs: Belongs::Criterion(ix) });
        }
        for (fact, model) in rule.zero_when.iter().zip(&criterion.zero_when) {
            fact_site(sites, &format!("{}.zero_when.{}", rule.id, model.id), fact);
        }
        for (item, model) in rule.items.iter().zip(&criterion.items) {
            of_item(item, model, sites);
        }
    }
}

fn fact_site<'r>(sites: &mut Vec<Site<'r>>, path: &str, fact: &'r FactRule) {
    let site = |call| Site { path: format!("{path}.indicator.script"), call, belongs: Belongs::Fact };
    sites.extend(fact.script().map(site));
}

fn of_item<'r>(item: &'r ItemRuleSet, model: &'r Item, sites: &mut Vec<Site<'r>>) {
    if let (Some(gate), Some(named)) = (&item.gate, &model.gate) {
        fact_site(sites, &format!("{}.gate.{}", item.id, named.id), gate);
    }
    let (call, key) = match &item.how {
        How::Script(call) => (Some(call), "script"),
        How::Scaled { measure, .. } => (measure.script(), "indicator.script"),
    };
    let path = format!("{}.{key}", item.id);
    sites.extend(call.map(|call| Site { path, call, belongs: Belongs::Item(item, model) }));
}

impl Site<'_> {
    fn traced<F: Figures>(&self, rules: &RuleSet, figures: &F, scored: &Workspace) -> Option<usize> {
        let parts: Vec<Option<Points>> = match self.belongs {
            Belongs::Item(item, _)
                if item.gate.as_ref().is_some_and(|gate| !matches!(gate.holds(figures), Ok(true))) =>
            {
                return None;
            }
            Belongs::Item(..) | Belongs::Fact => Vec::new(),
            Belongs::Criterion(ix) => settled_items(rules.items_of(ix, &scored.items)),
            Belongs::Total => settled_parts(&scored.criteria, &scored.items),
        };
        self.call.traced(figures, &parts)
    }
}

impl RuleSet {
    /// The part of all items' scores that belongs to a criterion.
    fn items_of<'s, T>(&self, criterion: usize, scores: &'s [T]) -> &'s [T] {
        let first = self.criteria.iter().take(criterion).map(|c| c.items.len()).sum::<usize>();
        let count = self.criteria.get(criterion).map_or(0, |c| c.items.len());
        scores.get(first..first + count).unwrap_or_default()
    }
}

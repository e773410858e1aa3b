//! Whole criteria and whole communes with the points somebody wants, put together from figures of single items.

use super::candidate::{Made, Tried, keep_within, start};
use crate::criteria::model::{Bound, ClassIx, Fact, FieldIx};
use crate::quantity::{Points, Ratio};
use crate::result::{Detail, Outcome};
use crate::rules::RuleSet;
use crate::rules::fact::FactRule;
use crate::rules::item::ItemRuleSet;
use std::collections::BTreeMap;

/// What an item should come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    Most,
    Least,
    Exactly(Points),
}

/// Makes figures of communes of one size and class.
pub(super) struct Composer<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) edges: &'a dyn Fn(usize) -> Vec<Ratio>,
    pub(super) size: i64,
    pub(super) class: Option<ClassIx>,
}

impl Composer<'_> {
    /// A criterion with what its items should come to; no fact sets it to zero.
    pub(super) fn criterion(&self, c: usize, wants: &[Want]) -> Option<Made> {
        let mut made = Made { given: BTreeMap::new(), class: self.class };
        self.add_criterion(&mut made, c, wants)?;
        Some(made)
    }

    /// A commune with what the items of each criterion should come to; no fact stands against it and all gates hold.
    pub(super) fn commune(&self, wants: &[Vec<Want>]) -> Option<Made> {
        let mut made = Made { given: BTreeMap::new(), class: self.class };
        // What must not be full has less choice, so it goes first.
        let is_full = |wants: &Vec<Want>| wants.iter().all(|want| *want == Want::Most);
        let mut order: Vec<(usize, &Vec<Want>)> = wants.iter().enumerate().collect();
        order.sort_by_key(|(_, wants)| is_full(wants));
        for (c, wants) in order {
            self.add_criterion(&mut made, c, wants)?;
        }
        let conditions = self.rules.conditions.iter();
        for condition in conditions {
            use crate::rules::condition::ConditionRule;
            match &condition.rule {
                ConditionRule::Veto(fact) => self.add_fact(&mut made, fact, self.model(fact), false)?,
                ConditionRule::Gate(fact) => self.add_fact(&mut made, fact, self.model(fact), true)?,
                _ => {}
            }
        }
        for (at, field) in self.rules.standard().fields.iter().enumerate() {
            if let Some(value) = start(field, self.size) {
                made.given.entry(FieldIx(at)).or_insert(value);
            }
        }
        keep_within(self.rules.standard(), &mut made.given);
        Some(made)
    }

    fn add_criterion(&self, made: &mut Made, c: usize, wants: &[Want]) -> Option<()> {
        let (rule, model) = (self.rules.criteria.get(c)?, self.rules.standard().criteria.get(c)?);
        for ((i, item), want) in rule.items.iter().enumerate().zip(wants) {
            self.add_item(made, item, self.rules.item_position(c, i), *want)?;
        }
        // Figures that give no points may be just those that set the criterion to zero.
        let lowest = wants.iter().all(|want| *want == Want::Least);
        for (fact, model) in rule.zero_when.iter().zip(&model.zero_when) {
            let added = self.add_fact(made, fact, Some(model), false);
            if added.is_none() && !lowest {
                return None;
            }
        }
        Some(())
    }

    /// The figures with the most, the fewest or the wanted points among those that agree with what there is already.
    fn add_item(&self, made: &mut Made, item: &ItemRuleSet, at: usize, want: Want) -> Option<()> {
        let mut tried: Vec<(Points, usize, Made)> = Vec::new();
        let profile = tried_of(self.rules, item, Vec::new()).profile(self.size, self.class);
        for candidate in candidates(self.rules, item, (self.edges)(at), self.size, self.class) {
            let points = match item.score(&candidate, Detail::Criteria).outcome {
                Outcome::Scored(points) | Outcome::NotApplicable(Some(points)) => points,
                Outcome::NotApplicable(None) | Outcome::Missing | Outcome::Hidden => continue,
            };
            if matches!(want, Want::Exactly(wanted) if wanted != points) {
                continue;
            }
            let differing = profile.given.iter().filter(|(field, value)| candidate.given.get(field) != Some(value));
            let rank = if want == Want::Most { Points::ZERO - points } else { points };
            tried.push((rank, differing.count(), candidate));
        }
        tried.sort_by_key(|(rank, differing, _)| (*rank, *differing));
        let (_, _, found) = tried.into_iter().find(|(_, _, candidate)| self.agrees(made, candidate))?;
        made.given.extend(found.given);
        Some(())
    }

    fn add_fact(&self, made: &mut Made, rule: &FactRule, model: Option<&Fact>, holds: bool) -> Option<()> {
        let candidates = fact_candidates(self.rules, rule, model, self.size, self.class);
        let fits = |candidate: &Made| rule.holds(candidate).ok() == Some(holds) && self.agrees(made, candidate);
        let found = candidates.into_iter().find(fits)?;
        made.given.extend(found.given);
        Some(())
    }

    /// Changes the figures of a fact so that it holds or not.
    pub(super) fn with_fact(&self, made: &Made, rule: &FactRule, model: Option<&Fact>, holds: bool) -> Option<Made> {
        let candidates = fact_candidates(self.rules, rule, model, self.size, self.class);
        candidates.into_iter().find_map(|candidate| {
            let mut changed = made.clone();
            self.make_room(&mut changed, &candidate);
            changed.given.extend(candidate.given);
            keep_within(self.rules.standard(), &mut changed.given);
            (rule.holds(&changed).ok() == Some(holds)).then_some(changed)
        })
    }

    /// Raises what the figures of a candidate are part of: more children died than were injured otherwise.
    fn make_room(&self, made: &mut Made, candidate: &Made) {
        for (field, value) in &candidate.given {
            let limits = self.rules.standard().fields.get(field.0).map_or(&[][..], |field| &field.at_most);
            for limit in limits.iter().filter(|limit| !candidate.given.contains_key(limit)) {
                made.given.entry(*limit).and_modify(|limit| *limit = (*limit).max(*value));
            }
        }
    }

    /// Whether no figure differs and none comes to be above the one it is part of.
    fn agrees(&self, made: &Made, candidate: &Made) -> bool {
        let same = |(field, value): (&FieldIx, &i64)| made.given.get(field).is_none_or(|known| known == value);
        if !candidate.given.iter().all(same) {
            return false;
        }
        let mut together = made.given.clone();
        together.extend(candidate.given.iter().map(|(field, value)| (*field, *value)));
        let before = together.clone();
        keep_within(self.rules.standard(), &mut together);
        before == together
    }

    /// The fact of a condition as checked.
    pub(super) fn model(&self, rule: &FactRule) -> Option<&Fact> {
        let recognition = &self.rules.standard().recognition;
        recognition.vetoes.iter().chain(&recognition.gates).find(|fact| fact.label == rule.label)
    }
}

fn tried_of<'a>(rules: &'a RuleSet, item: &ItemRuleSet, edges: Vec<Ratio>) -> Tried<'a> {
    let mut fields = Vec::new();
    item.fields(&mut fields);
    Tried { standard: rules.standard(), fields: once_each(fields), edges, script: item.is_scripted() }
}

fn once_each(fields: Vec<FieldIx>) -> Vec<FieldIx> {
    let mut once: Vec<FieldIx> = Vec::new();
    for field in fields {
        if !once.contains(&field) {
            once.push(field);
        }
    }
    once
}

/// Figures to try for an item.
pub(super) fn candidates(
    rules: &RuleSet,
    item: &ItemRuleSet,
    edges: Vec<Ratio>,
    size: i64,
    class: Option<ClassIx>,
) -> Vec<Made> {
    let value = |made: &Made| Some(item.score(made, Detail::Items).measured?.value);
    tried_of(rules, item, edges).all(size, class, &value)
}

fn fact_candidates(
    rules: &RuleSet,
    rule: &FactRule,
    model: Option<&Fact>,
    size: i64,
    class: Option<ClassIx>,
) -> Vec<Made> {
    let mut fields = Vec::new();
    rule.fields(&mut fields);
    let bounds = model.map(|fact| [fact.from, fact.to]).into_iter().flatten();
    let edges = bounds.filter_map(|bound| match bound {
        Bound::Open => None,
        Bound::Included(edge) | Bound::Excluded(edge) => Some(Ratio::from(edge)),
    });
    let script = rule.script().is_some();
    let tried = Tried { standard: rules.standard(), fields: once_each(fields), edges: edges.collect(), script };
    tried.all(size, class, &|made| rule.value(made))
}

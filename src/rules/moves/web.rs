//! Which figures hang together. Three circles, each wider than the one before:
//!
//! - a *knot*: figures that one rule reads together, so that what one of them needs depends on the other;
//! - a [`Bundle`]: knots whose figures limit each other (`at_most`);
//! - a [`Cluster`]: bundles that decide the same criterion or condition. Clusters add up to the total and meet nowhere
//!   else; where a standard's total is not a sum, all bundles are one cluster.

use super::roles;
use super::watch::{Watched, Watcher};
use crate::criteria::model::{Changeable, FieldIx};
use crate::rules::RuleSet;
use crate::rules::condition::ConditionRule;
use crate::rules::item::ItemRuleSet;

/// How the figures of a standard hang together; the same for all communes.
#[derive(Clone, Debug)]
pub(crate) struct Web {
    changeable: Vec<Changeable>,
    pub(crate) watchers: Vec<Watcher>,
    /// Per field, the items that read it: positions among all items.
    readers: Vec<Vec<usize>>,
    pub(crate) clusters: Vec<Cluster>,
    /// Whether more points never make anything worse.
    pub(crate) only_rises: bool,
}

/// Figures that meet nowhere but in the total.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cluster {
    pub(crate) bundles: Vec<Bundle>,
    /// The criteria they decide.
    pub(crate) criteria: Vec<usize>,
    /// The conditions, other than that on the total, they decide.
    pub(crate) conditions: Vec<usize>,
}

/// Figures that limit each other, in knots of figures that are read together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bundle {
    pub(crate) knots: Vec<Vec<FieldIx>>,
}

impl Bundle {
    /// All figures of it.
    pub(crate) fn fields(&self) -> Vec<FieldIx> {
        self.knots.concat()
    }
}

impl Web {
    /// In which direction a field can change.
    pub(crate) fn changeable(&self, field: FieldIx) -> Changeable {
        self.changeable.get(field.0).copied().unwrap_or(Changeable::No)
    }

    /// In how many items something has to be done to change these figures: the fewest that together read all of them. A
    /// figure no item reads counts for itself.
    pub(crate) fn items_of(&self, fields: &[FieldIx]) -> u64 {
        let Some((first, rest)) = fields.split_first() else { return 0 };
        let without = |item: &usize| {
            let others = rest.iter().filter(|field| !self.readers(**field).contains(item)).copied();
            self.items_of(&others.collect::<Vec<_>>())
        };
        1 + self.readers(*first).iter().map(without).min().unwrap_or_else(|| self.items_of(rest))
    }

    fn readers(&self, field: FieldIx) -> &[usize] {
        self.readers.get(field.0).map_or(&[], Vec::as_slice)
    }

    /// The rules that read any of these fields.
    pub(crate) fn of(&self, fields: &[FieldIx]) -> Vec<&Watcher> {
        self.watchers.iter().filter(|watcher| watcher.fields.iter().any(|field| fields.contains(field))).collect()
    }
}

impl RuleSet {
    /// How the figures hang together.
    pub(crate) fn web(&self) -> Web {
        self.web_of(self.watchers(), self.only_rises())
    }

    /// The same as far as each item goes by itself; `None` where the whole says so too, because no script reads figures
    /// for a criterion or the total.
    pub(crate) fn web_of_items(&self) -> Option<Web> {
        let mut watchers = self.watchers();
        let scripted = |watcher: &Watcher| matches!(watcher.rule, Watched::Criterion(_) | Watched::Total);
        if !watchers.iter().any(scripted) {
            return None;
        }
        watchers.retain(Watcher::is_of_item);
        // What becomes of the rest is nothing to an item.
        Some(self.web_of(watchers, true))
    }

    fn web_of(&self, watchers: Vec<Watcher>, only_rises: bool) -> Web {
        let changeable = roles::changeable(self.standard());
        let mut groups = Groups::of(changeable.len());
        let moves = |field: &&FieldIx| changeable.get(field.0).is_some_and(|c| *c != Changeable::No);
        let join = |groups: &mut Groups, fields: &mut dyn Iterator<Item = &FieldIx>| {
            let mut fields = fields.filter(moves);
            if let Some(first) = fields.next() {
                fields.for_each(|field| groups.join(first.0, field.0));
            }
        };
        for watcher in &watchers {
            join(&mut groups, &mut watcher.fields.iter());
        }
        let knots = groups.clone();
        for (at, field) in self.standard().fields.iter().enumerate() {
            join(&mut groups, &mut std::iter::once(&FieldIx(at)).chain(&field.at_most));
        }
        let bundles = groups.clone();
        if self.adds_up() {
            for criterion in 0..self.criteria.len() {
                join(&mut groups, &mut self.fields_of(criterion).iter());
            }
        } else {
            let all: Vec<FieldIx> = (0..changeable.len()).map(FieldIx).collect();
            join(&mut groups, &mut all.iter());
        }
        let read = |field: FieldIx| watchers.iter().any(|watcher| watcher.fields.contains(&field));
        let moving: Vec<FieldIx> =
            (0..changeable.len()).map(FieldIx).filter(|field| moves(&field) && read(*field)).collect();
        let clusters = groups.split(&moving).into_iter().map(|fields| {
            let split = bundles.split(&fields).into_iter();
            let bundles = split.map(|fields| Bundle { knots: knots.split(&fields) }).collect();
            Cluster { bundles, criteria: self.criteria_of(&fields), conditions: self.conditions_of(&fields) }
        });
        let clusters = clusters.collect();
        let items_reading = |field: usize| {
            let reading = watchers.iter().filter(|watcher| watcher.fields.contains(&FieldIx(field)));
            reading.filter_map(|watcher| self.watched_item(watcher.rule)).collect()
        };
        let readers = (0..changeable.len()).map(items_reading).collect();
        Web { changeable, watchers, readers, clusters, only_rises }
    }

    /// Whether the total is the plain sum of the criteria, whatever the figures are.
    pub(crate) fn adds_up(&self) -> bool {
        let mut items = self.criteria.iter().flat_map(|criterion| &criterion.items);
        self.total.script.is_none() && !items.any(ItemRuleSet::can_be_left_out)
    }

    /// Every field a criterion reads.
    pub(crate) fn fields_of(&self, criterion: usize) -> Vec<FieldIx> {
        let mut fields = Vec::new();
        if let Some(rule) = self.criteria.get(criterion) {
            rule.items.iter().for_each(|item| item.fields(&mut fields));
            rule.fields(&mut fields);
        }
        fields
    }

    fn criteria_of(&self, fields: &[FieldIx]) -> Vec<usize> {
        (0..self.criteria.len()).filter(|c| self.fields_of(*c).iter().any(|field| fields.contains(field))).collect()
    }

    fn conditions_of(&self, fields: &[FieldIx]) -> Vec<usize> {
        let decides = |at: &usize| self.condition_reads(*at).iter().any(|field| fields.contains(field));
        (0..self.conditions.len()).filter(decides).collect()
    }

    /// Every field a condition depends on; none for that on the total.
    pub(crate) fn condition_reads(&self, condition: usize) -> Vec<FieldIx> {
        let mut fields = Vec::new();
        match self.conditions.get(condition).map(|condition| &condition.rule) {
            Some(ConditionRule::CriterionAbove(c, _) | ConditionRule::CriterionAtLeast(c, _)) => {
                fields = self.fields_of(*c);
            }
            Some(ConditionRule::Veto(fact) | ConditionRule::Gate(fact)) => fact.fields(&mut fields),
            Some(ConditionRule::Threshold(_) | ConditionRule::Levels(_)) | None => {}
        }
        fields
    }

    /// The criterion a condition is about.
    pub(super) fn criterion_of(&self, condition: usize) -> Option<usize> {
        match self.conditions.get(condition).map(|condition| &condition.rule) {
            Some(ConditionRule::CriterionAbove(c, _) | ConditionRule::CriterionAtLeast(c, _)) => Some(*c),
            _ => None,
        }
    }

    /// Whether a condition is that on the total.
    pub(crate) fn is_on_total(&self, condition: usize) -> bool {
        let rule = self.conditions.get(condition).map(|condition| &condition.rule);
        matches!(rule, Some(ConditionRule::Threshold(_) | ConditionRule::Levels(_)))
    }

    /// The item a watcher is about: its position among all items.
    pub(crate) fn watched_item(&self, watched: Watched) -> Option<usize> {
        if let Watched::Item(c, i) = watched { Some(self.item_position(c, i)) } else { None }
    }
}

/// Fields in groups that are joined step by step.
#[derive(Clone)]
pub(crate) struct Groups(Vec<usize>);

impl Groups {
    /// So many fields, each alone.
    pub(crate) fn of(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// Joins the groups of two fields.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (Some(keep), Some(gone)) = (self.0.get(a).copied(), self.0.get(b).copied()) else { return };
        self.0.iter_mut().filter(|group| **group == gone).for_each(|group| *group = keep);
    }

    /// Some fields by their groups, in the order of the standard.
    pub(crate) fn split(&self, fields: &[FieldIx]) -> Vec<Vec<FieldIx>> {
        let mut split: Vec<(usize, Vec<FieldIx>)> = Vec::new();
        for field in fields {
            let Some(group) = self.0.get(field.0).copied() else { continue };
            match split.iter_mut().find(|(known, _)| *known == group) {
                Some((_, fields)) => fields.push(*field),
                None => split.push((group, vec![*field])),
            }
        }
        split.into_iter().map(|(_, fields)| fields).collect()
    }
}

//! Everything there is to reach in a standard.

use super::edge::Edge;
use super::of_scale::{in_scale, label_of_fact};
use super::totals::totals;
use crate::criteria::model::{ClassIx, Criterion, FieldIx, Indicator, Item, ItemRule, Operand, Standard, WhenEmpty};
use crate::lang::Text;
use crate::quantity::{Decimal, Points};
use crate::result::{ConditionKind, TargetKind};
use crate::rules::RuleSet;
use crate::rules::condition::ConditionRule;
use std::cmp::Ordering;

/// All targets, each with its group.
pub(super) struct Goals {
    pub(super) groups: Vec<Group>,
    pub(super) targets: Vec<Goal>,
}

/// What targets belong to.
pub(super) struct Group {
    pub(super) id: String,
    pub(super) title: Text,
}

/// One thing to reach.
pub(super) struct Goal {
    pub(super) group: usize,
    pub(super) kind: TargetKind,
    pub(super) label: Text,
    pub(super) wanted: Wanted,
}

/// What a case must show. An item is a position among the items of all criteria.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// This line of its scale.
    Step { item: usize, step: u16 },
    /// A value at or beside an edge; with a list per class, of one of these classes.
    Edge { item: usize, classes: Option<Vec<ClassIx>>, edge: Edge },
    /// A value strictly between these.
    Inside { item: usize, from: Decimal, to: Decimal },
    /// Points from … to ….
    Points { item: usize, least: Points, most: Points },
    /// A denominator of 0.
    Empty { item: usize },
    /// A missing figure.
    Missing { item: usize },
    /// The gate of the item holds or not.
    Gate { item: usize, holds: bool },
    /// A fact that sets a criterion to zero holds or not.
    ZeroWhen { criterion: usize, fact: usize, holds: bool },
    /// The criterion has no points.
    Zero { criterion: usize },
    /// The criterion has all its points.
    Full { criterion: usize },
    /// A condition of recognition holds or not.
    Condition { at: usize, holds: bool },
    /// Exactly this total, for a class where thresholds differ by class.
    Total { class: Option<ClassIx>, points: Points },
    /// A verdict, by its word in data formats.
    Verdict(String),
    /// A branch of a script; position among the uses of scripts.
    Branch { used: usize, branch: usize, owner: Owner },
}

/// What a script is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// An item, or its gate: position among all items.
    Item(usize),
    /// A criterion, or a fact that sets it to zero.
    Criterion(usize),
    /// The total, a veto or a gate.
    Commune,
}

pub(super) fn words(vi: &str, en: &str) -> Text {
    Text { vi: vi.to_owned(), en: en.to_owned() }
}

impl Goals {
    pub(super) fn group(&mut self, id: &str, title: &Text) -> usize {
        if let Some(known) = self.groups.iter().position(|group| group.id == id) {
            return known;
        }
        self.groups.push(Group { id: id.to_owned(), title: title.clone() });
        self.groups.len() - 1
    }

    pub(super) fn add(&mut self, group: usize, kind: TargetKind, label: Text, wanted: Wanted) {
        self.targets.push(Goal { group, kind, label, wanted });
    }
}

/// Every target of a standard.
pub(super) fn goals(rules: &RuleSet) -> Goals {
    let mut goals = Goals { groups: Vec::new(), targets: Vec::new() };
    let standard = rules.standard();
    let mut position = 0;
    for (c, criterion) in standard.criteria.iter().enumerate() {
        goals.group(&criterion.id, &criterion.title);
        for item in &criterion.items {
            of_item(&mut goals, standard, item, position);
            position += 1;
        }
        of_criterion(&mut goals, rules, criterion, c);
    }
    of_conditions(&mut goals, rules);
    totals(&mut goals, rules);
    verdicts(&mut goals, rules);
    branches(&mut goals, rules);
    goals
}

fn of_item(goals: &mut Goals, standard: &Standard, item: &Item, at: usize) {
    let group = goals.group(&item.id, &item.title);
    if let ItemRule::Scaled { indicator, when_empty, scale } = &item.rule {
        in_scale(goals, group, standard, (at, indicator, scale));
        if can_be_empty(standard, indicator, when_empty) {
            goals.add(group, TargetKind::Empty, words("mẫu số bằng 0", "0/0"), Wanted::Empty { item: at });
        }
    }
    goals.add(group, TargetKind::Missing, words("thiếu số liệu", "a figure is missing"), Wanted::Missing { item: at });
    if let Some(gate) = &item.gate {
        for holds in [true, false] {
            goals.add(group, TargetKind::Fact, label_of_fact(&gate.id, holds), Wanted::Gate { item: at, holds });
        }
    }
}

/// A denominator that has a lower limit above 0 is never 0, and a script that never says so is asked for its branches.
fn can_be_empty(standard: &Standard, indicator: &Indicator, when_empty: &WhenEmpty) -> bool {
    match (indicator, when_empty) {
        (_, WhenEmpty::Never) | (Indicator::Script(..), WhenEmpty::Missing) => false,
        (Indicator::Rate(rate, _), _) => can_be_zero(standard, rate.over),
        _ => true,
    }
}

fn can_be_zero(standard: &Standard, operand: Operand) -> bool {
    let Operand::Field(FieldIx(at)) = operand else { return true };
    let Some(field) = standard.fields.get(at) else { return true };
    let above_zero = |limit: Decimal, sign: Ordering| limit.mantissa().cmp(&0) >= sign;
    !(field.above.is_some_and(|limit| above_zero(limit, Ordering::Equal))
        || field.at_least.is_some_and(|limit| above_zero(limit, Ordering::Greater)))
}

fn of_criterion(goals: &mut Goals, rules: &RuleSet, criterion: &Criterion, c: usize) {
    let group = goals.group(&criterion.id, &criterion.title);
    if least_of(rules, criterion, c) <= Points::ZERO {
        goals.add(group, TargetKind::Points, words("0 điểm", "no points"), Wanted::Zero { criterion: c });
    }
    goals.add(group, TargetKind::Points, words("điểm tối đa", "full points"), Wanted::Full { criterion: c });
    for (fact, zero) in criterion.zero_when.iter().enumerate() {
        for holds in [true, false] {
            let wanted = Wanted::ZeroWhen { criterion: c, fact, holds };
            goals.add(group, TargetKind::Fact, label_of_fact(&zero.id, holds), wanted);
        }
    }
}

/// Fewest points a criterion can have, whatever its figures are.
fn least_of(rules: &RuleSet, criterion: &Criterion, c: usize) -> Points {
    use crate::criteria::model::Combine;
    let items = rules.criteria.get(c).map_or(&[][..], |rule| &rule.items);
    let lows = items.iter().map(|item| item.bounds(None).0);
    let low = match criterion.combine {
        Combine::Sum | Combine::CappedSum => lows.sum(),
        Combine::Min => lows.min().unwrap_or(Points::ZERO),
        Combine::Max => lows.max().unwrap_or(Points::ZERO),
        Combine::Script(_) => Points::ZERO,
    };
    let low = criterion.floor.as_ref().map_or(low, |floor| low.max(floor.value));
    if criterion.zero_when.is_empty() { low } else { low.min(Points::ZERO) }
}

/// Minima, vetoes and gates: each held once and failed once. The total has targets of its own.
fn of_conditions(goals: &mut Goals, rules: &RuleSet) {
    for (at, (condition, info)) in rules.conditions.iter().zip(&rules.info().conditions).enumerate() {
        let (kind, can_fail) = match (&condition.rule, info.kind) {
            (ConditionRule::CriterionAbove(c, points), _) => (TargetKind::Points, fails(rules, *c, |p| p <= *points)),
            (ConditionRule::CriterionAtLeast(c, points), _) => {
                (TargetKind::Points, fails(rules, *c, |p| p.to_ratio() < *points))
            }
            (_, ConditionKind::Total) => continue,
            _ => (TargetKind::Fact, true),
        };
        let group = goals.group(&info.id, &info.label);
        goals.add(group, kind, label(info.kind, true), Wanted::Condition { at, holds: true });
        if can_fail {
            goals.add(group, kind, label(info.kind, false), Wanted::Condition { at, holds: false });
        }
    }
}

fn fails(rules: &RuleSet, c: usize, test: impl Fn(Points) -> bool) -> bool {
    rules.standard().criteria.get(c).is_some_and(|criterion| test(least_of(rules, criterion, c)))
}

fn label(kind: ConditionKind, holds: bool) -> Text {
    match (kind, holds) {
        (ConditionKind::CriterionAbove, true) => words("không làm trượt", "does not fail the commune"),
        (ConditionKind::CriterionAbove, false) => words("một mình làm trượt", "fails the commune alone"),
        (ConditionKind::CriterionMinimum, true) => words("đạt mức tối thiểu", "minimum reached"),
        (ConditionKind::CriterionMinimum, false) => {
            words("một mình không đạt mức tối thiểu", "minimum missed, nothing else fails")
        }
        (ConditionKind::Veto, true) => words("không xảy ra", "does not hold"),
        (ConditionKind::Veto, false) => words("xảy ra, một mình làm trượt", "holds and fails the commune alone"),
        (_, true) => words("đạt", "holds"),
        (_, false) => words("không đạt", "does not hold"),
    }
}

fn verdicts(goals: &mut Goals, rules: &RuleSet) {
    let group = goals.group("verdict", &words("Kết quả công nhận", "Verdict"));
    let levels = &rules.info().levels;
    let mut verdicts: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
    if verdicts.is_empty() {
        verdicts.push("recognised".to_owned());
    }
    verdicts.extend(["not_recognised".to_owned(), "undetermined".to_owned()]);
    for verdict in verdicts {
        goals.add(group, TargetKind::Verdict, Text::same(&verdict), Wanted::Verdict(verdict.clone()));
    }
}

/// The branches of each script, in the group of what it is part of.
fn branches(goals: &mut Goals, rules: &RuleSet) {
    for (used, site) in rules.script_uses().into_iter().enumerate() {
        let (owner, id, title) = owner(rules, &site.path);
        let group = goals.group(&id, &title);
        let source = site.script.source();
        for (branch, place) in site.script.branches().iter().enumerate() {
            let (line, _) = source.line_column(place.span.start);
            let text = source.text.get(place.span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
            let label = Text::same(&format!("{}:{line} {}", source.name, shortened(text)));
            goals.add(group, TargetKind::Script, label, Wanted::Branch { used, branch, owner });
        }
    }
}

/// What the script at a path such as `abuse.rate.script` is part of, with its id and title.
fn owner(rules: &RuleSet, path: &str) -> (Owner, String, Text) {
    let is_under = |id: &str| path.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
    let criteria = || rules.standard().criteria.iter();
    if let Some((at, item)) = criteria().flat_map(|c| &c.items).enumerate().find(|(_, item)| is_under(&item.id)) {
        return (Owner::Item(at), item.id.clone(), item.title.clone());
    }
    if let Some((at, criterion)) = criteria().enumerate().find(|(_, criterion)| is_under(&criterion.id)) {
        return (Owner::Criterion(at), criterion.id.clone(), criterion.title.clone());
    }
    let mut conditions = rules.info().conditions.iter();
    let condition = conditions.find(|condition| path.contains(&format!(".{}.", condition.id)));
    let total = || ("total".to_owned(), words("Tổng điểm", "Total points"));
    let (id, title) = condition.map_or_else(total, |condition| (condition.id.clone(), condition.label.clone()));
    (Owner::Commune, id, title)
}

/// As much of a line as a table has room for.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim();
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}

/// Whether it is about the item at this position.
pub(super) fn is_of_item(goal: &Goal, at: usize) -> bool {
    match &goal.wanted {
        Wanted::Step { item, .. }
        | Wanted::Edge { item, .. }
        | Wanted::Inside { item, .. }
        | Wanted::Points { item, .. }
        | Wanted::Empty { item }
        | Wanted::Missing { item }
        | Wanted::Gate { item, .. } => *item == at,
        Wanted::Branch { owner, .. } => *owner == Owner::Item(at),
        _ => false,
    }
}

/// Whether it is about this criterion itself.
pub(super) fn is_of_criterion(wanted: &Wanted, c: usize) -> bool {
    match wanted {
        Wanted::Zero { criterion } | Wanted::Full { criterion } | Wanted::ZeroWhen { criterion, .. } => *criterion == c,
        Wanted::Branch { owner, .. } => *owner == Owner::Criterion(c),
        _ => false,
    }
}

/// Whether it is about a whole commune.
pub(super) fn is_of_commune(wanted: &Wanted) -> bool {
    match wanted {
        Wanted::Condition { .. } | Wanted::Total { .. } | Wanted::Verdict(_) => true,
        Wanted::Branch { owner, .. } => *owner == Owner::Commune,
        _ => false,
    }
}

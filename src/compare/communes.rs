//! What new rules do to each commune, and what the difference of its total is made of.
//!
//! The points of an item, what its criterion adds to or takes from them (a floor, a cap, a rule that sets it to zero) and
//! what the total adds to or takes from the criteria make up a total; the differences of these parts make up its difference.

use super::Pair;
use super::part::{Part, under};
use super::scale;
use crate::criteria::model::{Combine, Criterion};
use crate::lang::Text;
use crate::quantity::Points;
use crate::result::difference::{
    Area, Change, CommuneEffect, ConditionEffect, PartEffect, Range, SourceEffect, Standing, Turn, Weight,
};
use crate::result::{CommuneScore, ConditionInfo, ConditionKind, CriterionState, StandardInfo, TotalScore, Verdict};

/// The parts of a total, the same for all communes.
pub(super) struct Anatomy<'a> {
    pair: &'a Pair<'a>,
    criteria: Vec<CriterionRow>,
    total: usize,
    total_is_sum: bool,
    is_touched: bool,
    pub(super) sources: Vec<SourceEffect>,
}

struct CriterionRow {
    before: Option<usize>,
    after: Option<usize>,
    /// Items that stand in it now, wherever they were, and those that are gone.
    items: Vec<ItemRow>,
    /// Items that stood in it, counted through all criteria.
    old_items: Vec<usize>,
    new_items: Vec<usize>,
    source: usize,
    /// Whether its items simply add up on both sides, whatever they are.
    is_sum: bool,
    /// Whether an item came from another criterion or went to one.
    exchanges: bool,
    is_touched: bool,
}

struct ItemRow {
    before: Option<usize>,
    after: Option<usize>,
    source: usize,
    is_touched: bool,
    /// What its scale alone makes different for a value that is not known; `None` when more than the scale is different.
    spread: Option<Range>,
}

impl<'a> Anatomy<'a> {
    pub(super) fn new(pair: &'a Pair<'a>, changes: &[Change]) -> Self {
        let touched = Touched { changes };
        let mut sources = Vec::new();
        let rows = pair.rows().into_iter();
        let criteria = rows.map(|(before, after)| row(pair, before, after, &touched, &mut sources)).collect();
        let script = |side: &super::Side| side.standard.recognition.total_script.is_some();
        sources.push(source("total", Text::of("Cách tính tổng điểm", "How the total is made")));
        Self {
            pair,
            criteria,
            total: sources.len() - 1,
            total_is_sum: !script(&pair.old) && !script(&pair.new),
            is_touched: touched.anything(),
            sources,
        }
    }

    /// One commune under both standards.
    pub(super) fn effect(&self, infos: [&StandardInfo; 2], old: &CommuneScore, new: &CommuneScore) -> CommuneEffect {
        let (change, parts) = match (range(old.total.as_ref()), range(new.total.as_ref())) {
            (Some(before), Some(after)) => self.total((old, before), (new, after)),
            _ => (None, Vec::new()),
        };
        let [before, after] = infos;
        CommuneEffect {
            identity: new.identity.clone(),
            before: standing(old, before),
            after: standing(new, after),
            change,
            parts,
            conditions: self.conditions(infos, old, new),
        }
    }

    fn total(&self, old: (&CommuneScore, Range), new: (&CommuneScore, Range)) -> (Option<Range>, Vec<PartEffect>) {
        let rows: Option<Vec<Vec<PartEffect>>> = self.criteria.iter().map(|row| row.parts(old.0, new.0)).collect();
        let mut parts: Vec<PartEffect> = rows.iter().flatten().flatten().cloned().collect();
        let sum = rows.map(|_| parts.iter().fold(Range::ZERO, |sum, part| add(sum, part.change)));
        let change = match sum {
            Some(sum) if self.total_is_sum && added_up(old) && added_up(new) => sum,
            _ if !self.is_touched && old.1 == new.1 => Range::ZERO,
            _ => between(old.1, new.1),
        };
        if sum != Some(change) {
            let rest = |change, ends: Option<(Range, Range)>| PartEffect {
                source: self.total,
                before: ends.map(|ends| ends.0),
                after: ends.map(|ends| ends.1),
                change,
            };
            match (sum.and_then(Range::exact), change.exact()) {
                (Some(sum), Some(change)) => parts.push(rest(exact(change - sum), None)),
                _ => parts = vec![rest(change, Some((old.1, new.1)))],
            }
        }
        (Some(change), parts)
    }

    /// Conditions that stand otherwise; a criterion is known by itself, whatever its id is now.
    fn conditions(&self, infos: [&StandardInfo; 2], old: &CommuneScore, new: &CommuneScore) -> Vec<ConditionEffect> {
        let [before, after] = infos;
        let old_id = |id: &str| self.new_id(id);
        let (failed, now_failed) =
            (named(&old.verdict, Turn::Fails, before, old_id), named(&new.verdict, Turn::Fails, after, str::to_owned));
        let (open, now_open) =
            (named(&old.verdict, Turn::Open, before, old_id), named(&new.verdict, Turn::Open, after, str::to_owned));
        let mut conditions = without(now_failed.clone(), &failed);
        conditions.extend(without(now_open, &open));
        // Where the verdict is open, what is not listed may be open too.
        if !matches!(new.verdict, Verdict::Undetermined(_)) {
            let held = without(failed, &now_failed).into_iter();
            conditions.extend(held.map(|condition| ConditionEffect { turn: Turn::Holds, ..condition }));
        }
        conditions
    }

    /// The id a criterion of the old standard has now; other conditions keep theirs.
    fn new_id(&self, id: &str) -> String {
        let row = self.criteria.iter().find(|row| {
            let old = row.before.and_then(|at| self.pair.old.standard.criteria.get(at));
            old.is_some_and(|criterion| criterion.id == id)
        });
        row.map_or_else(|| id.to_owned(), |row| self.pair.id(row.before, row.after))
    }
}

/// Whether the criteria of a commune add up to its total: none is left out, and no script makes it.
fn added_up((commune, total): (&CommuneScore, Range)) -> bool {
    let sum = commune.criteria.iter().fold(Range::ZERO, |sum, c| add(sum, Range { low: c.low, high: c.high }));
    total == sum && commune.criteria.iter().all(|c| c.state != CriterionState::LeftOut)
}

/// What the changes can reach.
struct Touched<'a> {
    changes: &'a [Change],
}

impl Touched<'_> {
    fn substance(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.weight == Weight::Substance)
    }

    fn anything(&self) -> bool {
        self.substance().next().is_some()
    }

    /// What a field means, the classes and the rounding of points can reach every item; a column that is new or a limit of
    /// one cannot, nor can what the head of a standard says about its total, its days and its agencies.
    fn everything(&self) -> bool {
        let reaches = |path: &str| [".formula", ".type", ".choices"].iter().any(|end| path.ends_with(end));
        self.substance().any(|change| match change.area {
            Area::Classes => true,
            Area::Standard => change.path.ends_with(".points_rounding"),
            Area::Fields => reaches(&change.path),
            Area::Recognition | Area::Criterion(_) => false,
        })
    }

    fn criterion(&self, id: &str) -> bool {
        self.everything() || self.substance().any(|change| change.area.id() == id)
    }

    fn item(&self, id: &str) -> bool {
        let own = |path: &str| path.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.everything() || self.substance().any(|change| own(&change.path))
    }
}

fn source(id: &str, label: Text) -> SourceEffect {
    SourceEffect { id: id.to_owned(), label, communes: 0, settled: 0, points: Points::ZERO }
}

fn row(
    pair: &Pair,
    before: Option<usize>,
    after: Option<usize>,
    touched: &Touched,
    sources: &mut Vec<SourceEffect>,
) -> CriterionRow {
    let mut items = Vec::new();
    for (before, after) in pair.item_rows(before, after) {
        let part = after.map(|at| &pair.new_items[at].part).or(before.map(|at| &pair.old_items[at].part));
        let Some(part) = part else { continue };
        let old = before.map(|at| &pair.old_items[at].part);
        let spread = old.zip(after).and_then(|(old, at)| spread(touched, old, &pair.new_items[at].part));
        let is_touched = touched.item(&part.place.path);
        items.push(ItemRow { before, after, source: sources.len(), is_touched, spread });
        sources.push(source(&part.place.path, part.title.clone()));
    }
    let old = before.and_then(|at| pair.old.standard.criteria.get(at));
    let new = after.and_then(|at| pair.new.standard.criteria.get(at));
    let title = new.or(old).map(|criterion| criterion.title.clone()).unwrap_or_default();
    let id = pair.id(before, after);
    sources.push(source(&id, under(&Text::of("Cách tính cả tiêu chí", "Rule of the criterion"), &title)));
    let own = |items: &[super::Owned], criterion: Option<usize>| -> Vec<usize> {
        (0..items.len()).filter(|at| Some(items[*at].criterion) == criterion).collect()
    };
    let (old_items, new_items) = (own(&pair.old_items, before), own(&pair.new_items, after));
    let olds = items.iter().filter_map(|item| item.before);
    let mut olds: Vec<usize> = olds.collect();
    olds.sort_unstable();
    CriterionRow {
        before,
        after,
        exchanges: olds != old_items,
        items,
        old_items,
        new_items,
        source: sources.len() - 1,
        is_sum: old.is_none_or(is_sum) && new.is_none_or(is_sum),
        is_touched: touched.criterion(&id),
    }
}

fn is_sum(criterion: &Criterion) -> bool {
    matches!(criterion.combine, Combine::Sum) && criterion.floor.is_none() && criterion.zero_when.is_empty()
}

impl CriterionRow {
    /// What it adds to the difference of the total; parts that add nothing are left out. `None` when that cannot be told
    /// apart from what other criteria add.
    fn parts(&self, old: &CommuneScore, new: &CommuneScore) -> Option<Vec<PartEffect>> {
        let of = |commune: &CommuneScore, at: Option<usize>| {
            let score = at.and_then(|at| commune.criteria.get(at));
            score.map(|score| Range { low: score.low, high: score.high })
        };
        let ends = (of(old, self.before), of(new, self.after));
        let (before, after) = (ends.0.unwrap_or(Range::ZERO), ends.1.unwrap_or(Range::ZERO));
        let (left, come) = (sum(old, &self.old_items), sum(new, &self.new_items));
        let mut parts: Vec<PartEffect> = self.items.iter().map(|item| item.part(old, new)).collect();
        let settled = [before, after, left, come].map(Range::exact);
        if self.is_sum && before == left && after == come {
            // Nothing besides the items.
        } else if !self.is_touched && before == after {
            parts.clear();
        } else if let [Some(before), Some(after), Some(left), Some(come)] = settled {
            let change = exact((after - come) - (before - left));
            parts.push(PartEffect { source: self.source, before: None, after: None, change });
        } else if self.exchanges {
            return None;
        } else {
            let change = between(before, after);
            parts = vec![PartEffect { source: self.source, before: ends.0, after: ends.1, change }];
        }
        parts.retain(|part| part.change != Range::ZERO);
        Some(parts)
    }
}

impl ItemRow {
    fn part(&self, old: &CommuneScore, new: &CommuneScore) -> PartEffect {
        let (before, after) = (item(old, self.before), item(new, self.after));
        // The same rule gives the same points to the same figures, even while they are missing.
        let same = !self.is_touched && before == after;
        let widest = between(before.unwrap_or(Range::ZERO), after.unwrap_or(Range::ZERO));
        let change = match self.spread {
            _ if same => Range::ZERO,
            Some(spread) if widest.exact().is_none() => {
                Range { low: widest.low.max(spread.low), high: widest.high.min(spread.high) }
            }
            _ => widest,
        };
        PartEffect { source: self.source, before, after, change }
    }
}

/// The differences of the bands that share values, and of what is given at 0/0.
fn spread(touched: &Touched, old: &Part, new: &Part) -> Option<Range> {
    let others = |part: &Part| {
        let leaves = part.leaves.iter().filter(|leaf| leaf.weight == Weight::Substance);
        leaves.map(|leaf| (leaf.key.clone(), leaf.same.clone())).collect::<Vec<_>>()
    };
    let has_empty_rule = new.leaves.iter().any(|leaf| leaf.key == "when_empty" && leaf.figure.is_some());
    if touched.everything() || others(old) != others(new) {
        return None;
    }
    let of_scale = scale::spread(old.scale.as_ref()?, new.scale.as_ref()?, has_empty_rule)?;
    Some(Range { low: of_scale.0, high: of_scale.1 })
}

fn item(commune: &CommuneScore, at: Option<usize>) -> Option<Range> {
    let score = at.and_then(|at| commune.items.get(at));
    score.map(|score| Range { low: score.low, high: score.high })
}

fn sum(commune: &CommuneScore, items: &[usize]) -> Range {
    items.iter().filter_map(|at| item(commune, Some(*at))).fold(Range::ZERO, add)
}

fn add(a: Range, b: Range) -> Range {
    Range { low: a.low + b.low, high: a.high + b.high }
}

/// What the difference of two values can be that are only known by their ends.
fn between(before: Range, after: Range) -> Range {
    Range { low: after.low - before.high, high: after.high - before.low }
}

fn exact(points: Points) -> Range {
    Range { low: points, high: points }
}

fn range(total: Option<&TotalScore>) -> Option<Range> {
    total.map(|total| Range { low: total.low, high: total.high })
}

fn standing(commune: &CommuneScore, info: &StandardInfo) -> Standing {
    Standing {
        total: commune.total,
        threshold: commune.threshold,
        verdict: commune.verdict.clone(),
        verdict_id: commune.verdict.id(info).to_owned(),
        verdict_status: commune.verdict_status,
        failed: commune.verdict.failed_ids(info).map(str::to_owned).collect(),
    }
}

/// The conditions a verdict names as failed or as open, a criterion that fails two of them once.
fn named(verdict: &Verdict, turn: Turn, info: &StandardInfo, id: impl Fn(&str) -> String) -> Vec<ConditionEffect> {
    let positions: &[u16] = match (verdict, turn) {
        (Verdict::NotRecognised(failed), Turn::Fails) => failed,
        (Verdict::Undetermined(open), Turn::Open) => open,
        _ => &[],
    };
    let effect = |c: &ConditionInfo| {
        let of_criterion = matches!(c.kind, ConditionKind::CriterionAbove | ConditionKind::CriterionMinimum);
        let id = if of_criterion { id(&c.id) } else { c.id.clone() };
        ConditionEffect { id, label: c.label.clone(), kind: c.kind, turn }
    };
    let mut found: Vec<ConditionEffect> = Vec::new();
    for condition in positions.iter().filter_map(|at| info.conditions.get(usize::from(*at))).map(effect) {
        if found.iter().all(|other| other.id != condition.id) {
            found.push(condition);
        }
    }
    found
}

fn without(mut list: Vec<ConditionEffect>, others: &[ConditionEffect]) -> Vec<ConditionEffect> {
    list.retain(|condition| others.iter().all(|other| other.id != condition.id));
    list
}

//! The columns of `--margins`: how near a commune is to other points and another verdict.

use super::cell::Line;
use crate::result::explanation::{Change, ChangeSet, Move, Search};
use crate::result::{CommuneScore, StandardInfo};

/// The columns of `--margins`, behind those of the criteria.
///
/// - `gain_*`: of the nearest gains of the items, those that give the total more points, the smallest; `loss_*`: of their
///   nearest losses, those that cost the total points, the smallest.
///   `_item` is the id of the item, `_changes` the figures as they would be (`field=value`, separated by `;`), `_size` by
///   how many children, cases and answers in all (figures with decimals: units of the last one), `_points` what the total
///   gains, below 0 where it loses.
/// - `way_*`: the shortest set of changes that reaches recognition, or the next better level; `way_items` is in how many
///   items something has to be done. Empty when there is nothing better, or no way.
/// - `fall_*`: the smallest set of changes that costs the recognition, or the level; empty when there is none to lose, or
///   when no change costs it.
/// - `unchangeable`: ids of failing conditions that no change makes good.
/// - `not_searched_further`: those of `items`, `way`, `fall` whose search reached its limits: something smaller may exist.
/// - `gain_status`, `loss_status`: the weakest status of any figure behind the total after the change; `way_status`,
///   `fall_status`: that of the verdict after it.
pub const MARGIN_COLUMNS: [&str; 19] = [
    "gain_item",
    "gain_changes",
    "gain_size",
    "gain_points",
    "loss_item",
    "loss_changes",
    "loss_size",
    "loss_points",
    "way_items",
    "way_changes",
    "way_size",
    "fall_changes",
    "fall_size",
    "unchangeable",
    "not_searched_further",
    "gain_status",
    "loss_status",
    "way_status",
    "fall_status",
];

/// The cells of a commune; all empty when its margins were not asked for.
pub(super) fn cells(line: &mut Line<'_>, commune: &CommuneScore, info: &StandardInfo, items: &[&str]) {
    let Some(near) = &commune.margins else {
        return MARGIN_COLUMNS.iter().for_each(|_| line.id(""));
    };
    for to in [&near.gain, &near.loss] {
        of_item(line, to.as_ref(), info, items);
    }
    line.id(&near.way.as_ref().map_or_else(String::new, |way| way.items.to_string()));
    for set in [&near.way, &near.fall] {
        of_verdict(line, set.as_ref(), info);
    }
    let conditions = near.unchangeable.iter().filter_map(|at| info.conditions.get(usize::from(*at)));
    line.list(conditions.map(|condition| condition.id.as_str()));
    let searches = [("items", near.items_search), ("way", near.way_search), ("fall", near.fall_search)];
    line.list(searches.into_iter().filter(|(_, search)| *search == Search::CutOff).map(|(what, _)| what));
    for to in [&near.gain, &near.loss] {
        line.id(to.as_ref().map_or("", |(_, to)| to.total_status.id()));
    }
    for set in [&near.way, &near.fall] {
        line.id(set.as_ref().map_or("", |set| set.verdict_status.id()));
    }
}

fn of_item(line: &mut Line<'_>, to: Option<&(u16, Move)>, info: &StandardInfo, items: &[&str]) {
    line.id(to.and_then(|(at, _)| items.get(usize::from(*at)).copied()).unwrap_or(""));
    changed(line, to.map(|(_, to)| (to.changes.as_slice(), to.size)), info);
    line.points(to.map(|(_, to)| to.total));
}

fn of_verdict(line: &mut Line<'_>, set: Option<&ChangeSet>, info: &StandardInfo) {
    changed(line, set.map(|set| (set.changes.as_slice(), set.size)), info);
}

/// What changes, and by how much.
fn changed(line: &mut Line<'_>, set: Option<(&[Change], u64)>, info: &StandardInfo) {
    let (changes, size) = set.map_or((&[][..], String::new()), |(changes, size)| (changes, size.to_string()));
    let written = |change: &Change| {
        let field = info.fields.get(usize::from(change.field))?;
        Some(format!("{}={}", field.id, change.to.en))
    };
    line.text(&changes.iter().filter_map(written).collect::<Vec<_>>().join(";"));
    line.id(&size);
}

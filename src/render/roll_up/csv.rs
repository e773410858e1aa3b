//! A roll-up as CSV: one line per group and one for all, the same columns and ids in both languages.
//!
//! Columns: one per grouping (`province`, `district`, `year`, `area_class`; `*` in the line of all), `expected` and `absent`
//! (empty without a list), `scored`, `recognised`, one per level as `level.<id>`, `not_recognised`, `undetermined`,
//! `hidden`, `share_n`, `share_of`, `totals`, `mean`, `median` (rounded as the standard says), then `failed.<id>` per
//! condition and `lost.<id>` per criterion.

use crate::quantity::Ratio;
use crate::render::csv::Options;
use crate::render::csv::cell::Line;
use crate::result::roll_up::{Group, Key, RollUp};
use crate::result::{ScoreSheet, StandardInfo};

/// Header and lines.
#[must_use]
pub fn document(roll_up: &RollUp, sheet: &ScoreSheet, options: &Options) -> Vec<u8> {
    let (info, separator) = (sheet.standard.as_ref(), options.separator);
    let mut out = options.mark().to_vec();
    let mut line = Line::new(&mut out, separator);
    header(roll_up, info, &mut line);
    line.end();
    for group in roll_up.groups.iter().chain([&roll_up.all]) {
        let mut line = Line::new(&mut out, separator);
        keys(roll_up, group, info, &mut line);
        counts(group, info, &mut line);
        line.end();
    }
    out
}

fn header(roll_up: &RollUp, info: &StandardInfo, line: &mut Line<'_>) {
    for by in &roll_up.by {
        line.id(by.id());
    }
    for id in ["expected", "absent", "scored", "recognised"] {
        line.id(id);
    }
    for level in &info.levels {
        line.id(&format!("level.{}", level.id));
    }
    for id in ["not_recognised", "undetermined", "hidden", "share_n", "share_of", "totals", "mean", "median"] {
        line.id(id);
    }
    conditions(info).for_each(|(id, _)| line.id(&format!("failed.{id}")));
    info.criteria.iter().for_each(|criterion| line.id(&format!("lost.{}", criterion.id)));
}

/// Each condition by its id; a criterion with two conditions comes once, with both positions.
pub(super) fn conditions(info: &StandardInfo) -> impl Iterator<Item = (&str, Vec<usize>)> {
    let mut found: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, condition) in info.conditions.iter().enumerate() {
        match found.iter_mut().find(|(id, _)| *id == condition.id) {
            Some((_, positions)) => positions.push(at),
            None => found.push((&condition.id, vec![at])),
        }
    }
    found.into_iter()
}

fn keys(roll_up: &RollUp, group: &Group, info: &StandardInfo, line: &mut Line<'_>) {
    if group.keys.is_empty() {
        roll_up.by.iter().for_each(|_| line.id("*"));
    }
    for key in &group.keys {
        match key {
            Key::Name(name) => line.text(name),
            Key::Class(class) => line.id(class.and_then(|at| info.classes.get(at)).map_or("", |class| &class.id)),
            Key::Year(year) => line.year(*year),
        }
    }
}

fn counts(group: &Group, info: &StandardInfo, line: &mut Line<'_>) {
    let tally = &group.tally;
    let mut count = |n: Option<usize>| line.id(&n.map_or_else(String::new, |n| n.to_string()));
    count(group.expected);
    count(group.expected.map(|_| group.absent));
    [tally.communes, group.recognised()].into_iter().chain(tally.levels.iter().copied()).for_each(|n| count(Some(n)));
    let rest = [tally.not_recognised, tally.undetermined, tally.not_published, group.recognised(), group.base()];
    rest.into_iter().chain([group.totals]).for_each(|n| count(Some(n)));
    let rounded = |points: Option<Ratio>| points.and_then(|points| points.display(info.rounding)).unwrap_or_default();
    [group.mean, group.median].map(rounded).iter().for_each(|points| line.number(points));
    for (_, positions) in conditions(info) {
        // Who fails both conditions of a criterion fails the graver one: the counts are not added up.
        let failed = positions.iter().filter_map(|at| tally.failed.get(*at)).max();
        line.id(&failed.copied().unwrap_or(0).to_string());
    }
    group.lost.iter().for_each(|lost| line.points(Some(lost.points)));
}

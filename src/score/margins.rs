//! How near the communes of a sheet are to other points and another verdict.

use super::nearest::Nearest;
use super::{Row, figures_of};
use crate::result::{CommuneScore, ScoreSheet};
use crate::rules::RuleSets;
use crate::table::Part;
use rayon::prelude::*;

/// Adds the margins to a sheet that holds the rows of a part, all of them and in their order. `done` is called after each
/// row, from several threads.
pub fn add_margins(rules: &RuleSets, part: &Part, sheet: &mut ScoreSheet, done: &(dyn Fn() + Sync)) {
    each(rules, part, sheet, |nearest, row, commune| {
        commune.margins = Some(Box::new(nearest.margins(row)));
        done();
    });
}

/// Adds the nearest points of every item to such a sheet.
pub fn add_moves(rules: &RuleSets, part: &Part, sheet: &mut ScoreSheet) {
    each(rules, part, sheet, |nearest, row, commune| commune.moves = Some(Box::new(nearest.item_moves(row))));
}

fn each(
    rules: &RuleSets,
    part: &Part,
    sheet: &mut ScoreSheet,
    fill: impl Fn(&Nearest<'_>, &Row<'_>, &mut CommuneScore) + Sync,
) {
    let versions: Vec<Nearest<'_>> = rules.iter().map(Nearest::of).collect();
    let latest = versions.len().saturating_sub(1);
    // A sheet under one version does not number the others.
    let one = sheet.earlier.is_empty().then(|| sheet.year.and_then(|year| rules.years().of(year)).unwrap_or(latest));
    sheet.communes.par_iter_mut().enumerate().for_each(|(row, commune)| {
        let version = one.unwrap_or_else(|| usize::from(commune.version).min(latest));
        if let Some(nearest) = versions.get(version) {
            let figures = figures_of(rules.at(version), part, row);
            fill(nearest, &Row { figures: &figures, class: part.class(row) }, commune);
        }
    });
}

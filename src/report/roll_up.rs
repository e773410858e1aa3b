//! Communes counted by district, province, class or year. polars finds the groups; sums, means and medians are exact.
//!
//! Communes of several years are never added up: where a sheet has several, the year is the outermost grouping.

use super::expected::{Expected, Roll};
use crate::quantity::{Points, Ratio};
use crate::result::roll_up::{Group, Grouping, Key, Lost, RollUp};
use crate::result::tally::total_of;
use crate::result::{CommuneScore, CriterionState, Identity, ScoreSheet, Tally};
use polars::prelude::{Column, DataFrame, GroupsIndicator, NamedFrom as _, PolarsResult, Series};

/// The groupings that tell communes of a sheet apart, the year apart from the others.
#[must_use]
pub fn telling(sheet: &ScoreSheet) -> Vec<Grouping> {
    let others = Grouping::ALL.into_iter().filter(|grouping| *grouping != Grouping::Year);
    others.filter(|grouping| tells(*grouping, sheet)).collect()
}

fn tells(grouping: Grouping, sheet: &ScoreSheet) -> bool {
    let mut keys = sheet.communes.iter().map(|commune| key(grouping, &commune.identity));
    let first = keys.next();
    keys.any(|key| Some(key) != first)
}

/// What a commune has in common with the others of its group.
fn key(grouping: Grouping, identity: &Identity) -> Key {
    match grouping {
        Grouping::Province => Key::Name(identity.province.to_string()),
        Grouping::District => Key::Name(identity.district.to_string()),
        Grouping::AreaClass => Key::Class(identity.class),
        Grouping::Year => Key::Year(identity.year),
    }
}

/// Counts the communes of a sheet by group, beside those expected. With several years in the sheet the year comes first.
///
/// # Errors
/// What polars reports; a sheet of its own columns gives it no cause to.
pub fn roll_up(sheet: &ScoreSheet, by: &[Grouping], expected: Option<&[Expected]>) -> PolarsResult<RollUp> {
    let year = Some(Grouping::Year).filter(|year| !by.contains(year) && tells(*year, sheet));
    let by: Vec<Grouping> = year.into_iter().chain(by.iter().copied()).collect();
    let roll = Roll::of(sheet, expected);
    let groups = groups(&roll, &by)?;
    let counted = |rows: &Vec<usize>| {
        let first = rows.first().map(|row| roll.identity(*row));
        let keys = first.map_or_else(Vec::new, |identity| by.iter().map(|by| key(*by, identity)).collect());
        Group { keys, ..group(&roll, rows) }
    };
    let all: Vec<usize> = (0..roll.len()).collect();
    Ok(RollUp { groups: groups.iter().map(counted).collect(), all: group(&roll, &all), by })
}

/// The rows of each group, groups in the order of their first row.
fn groups(roll: &Roll<'_>, by: &[Grouping]) -> PolarsResult<Vec<Vec<usize>>> {
    if by.is_empty() || roll.len() == 0 {
        return Ok(Vec::new());
    }
    let column = |grouping: &Grouping| -> Column {
        let keys: Vec<String> =
            (0..roll.len()).map(|row| format!("{:?}", key(*grouping, roll.identity(row)))).collect();
        Series::new(grouping.id().into(), keys).into()
    };
    let frame = DataFrame::new(roll.len(), by.iter().map(column).collect())?;
    let grouped = frame.group_by_stable(by.iter().map(|grouping| grouping.id()))?;
    let rows = |group: GroupsIndicator<'_>| match group {
        GroupsIndicator::Idx((_, rows)) => rows.iter().filter_map(|row| usize::try_from(*row).ok()).collect(),
        GroupsIndicator::Slice([first, rows]) => {
            (first..first + rows).filter_map(|row| usize::try_from(row).ok()).collect()
        }
    };
    Ok(grouped.get_groups().iter().map(rows).collect())
}

/// The counts of some rows.
fn group(roll: &Roll<'_>, rows: &[usize]) -> Group {
    let communes: Vec<&CommuneScore> = rows.iter().filter_map(|row| roll.commune(*row)).collect();
    let mut tally = Tally::for_standard(&roll.sheet.standard);
    let total = total_of(&roll.sheet.standard);
    for commune in &communes {
        tally.add_commune(commune, total);
    }
    let mut totals: Vec<Points> = communes.iter().filter_map(|commune| settled(commune)).collect();
    totals.sort_unstable();
    let expected = rows.iter().filter(|row| roll.is_expected(**row)).count();
    Group {
        keys: Vec::new(),
        expected: roll.has_list.then_some(expected),
        unexpected: if roll.has_list { rows.len() - expected } else { 0 },
        absent: rows.len() - communes.len(),
        tally,
        totals: totals.len(),
        mean: mean(&totals),
        median: median(&totals),
        lost: lost(roll.sheet, &communes),
    }
}

fn settled(commune: &CommuneScore) -> Option<Points> {
    commune.total.filter(|total| total.low == total.high).map(|total| total.high)
}

/// Thousandths of points in a point.
const THOUSAND: i128 = 1000;

fn mean(totals: &[Points]) -> Option<Ratio> {
    let sum: i128 = totals.iter().map(|points| i128::from(points.as_thousandths())).sum();
    Ratio::new(sum, THOUSAND * i128::try_from(totals.len()).ok()?)
}

/// The middle one of an ascending list, or half the sum of the two in the middle.
fn median(totals: &[Points]) -> Option<Ratio> {
    let middle = totals.len() / 2;
    let upper = i128::from(totals.get(middle)?.as_thousandths());
    if totals.len() % 2 == 1 {
        return Ratio::new(upper, THOUSAND);
    }
    let lower = i128::from(totals.get(middle.checked_sub(1)?)?.as_thousandths());
    Ratio::new(lower + upper, 2 * THOUSAND)
}

/// Points lost by criterion, over the communes whose points of it are settled.
fn lost(sheet: &ScoreSheet, communes: &[&CommuneScore]) -> Vec<Lost> {
    let of = |at: usize| {
        communes.iter().fold(Lost::default(), |sum, commune| {
            let most = sheet.standard_of(commune).criteria.get(at).map(|criterion| criterion.points);
            let score = commune.criteria.get(at);
            let score = score.filter(|score| matches!(score.state, CriterionState::Scored | CriterionState::Zeroed));
            match (most, score) {
                (Some(most), Some(score)) => {
                    Lost { points: sum.points + (most - score.high), communes: sum.communes + 1 }
                }
                _ => sum,
            }
        })
    };
    (0..sheet.standard.criteria.len()).map(of).collect()
}

//! Compared with the table of the year before: figures that stayed the same, figures that jumped.

use super::desk::{Desk, Row, What};
use super::limits::{LARGE_COUNT, LEAST_COPIED, SMALL_COUNT};
use super::words;
use crate::lang::Text;
use crate::quantity::Ratio;
use crate::result::review::{Finding, FindingKind, FindingLevel};
use std::collections::{BTreeMap, BTreeSet};

/// All findings; communes are matched by code. Where last year's table has a code several times, the row of the year
/// before counts, and none when there is no such row.
pub(super) fn findings(desk: &Desk<'_>, before: &Desk<'_>) -> Vec<Finding> {
    let mut by_code: BTreeMap<&str, Vec<&Row<'_>>> = BTreeMap::new();
    for row in &before.rows {
        by_code.entry(row.code()).or_default().push(row);
    }
    let counts = desk.counts();
    let mut findings = Vec::new();
    for row in &desk.rows {
        let Some(earlier) = by_code.get(row.code()).and_then(|rows| matching(row, rows)) else { continue };
        findings.extend(unchanged(desk, row, earlier, &counts));
        findings.extend(counts.iter().filter_map(|field| jump(desk, row, earlier, *field)));
    }
    findings
}

fn matching<'r, 'a>(row: &Row<'_>, rows: &[&'r Row<'a>]) -> Option<&'r Row<'a>> {
    if let [only] = rows {
        return Some(only);
    }
    let year = row.score.identity.year?.checked_sub(1);
    rows.iter().copied().find(|earlier| earlier.score.identity.year == year)
}

/// The year of the row that is taken for last year's, where it is another one: somebody took the wrong table.
fn other_year(row: &Row<'_>, earlier: &Row<'_>) -> Option<u16> {
    let (now, before) = (row.score.identity.year?, earlier.score.identity.year?);
    (now.checked_sub(1) != Some(before)).then_some(before)
}

/// The counts that are the same as last year, in one finding: several different ones, or one that is so large that it
/// would hardly be the same by chance. Most of a row never is.
fn unchanged(desk: &Desk<'_>, row: &Row<'_>, earlier: &Row<'_>, counts: &[usize]) -> Option<Finding> {
    let large = |field: &&usize| row.figure(**field).is_some_and(|figure| figure >= SMALL_COUNT);
    let compared: Vec<usize> =
        counts.iter().filter(large).copied().filter(|field| earlier.figure(*field).is_some()).collect();
    let is_same = |field: &usize| row.figure(*field) == earlier.figure(*field);
    let same: Vec<usize> = compared.iter().copied().filter(is_same).collect();
    let values: BTreeSet<i64> = same.iter().filter_map(|field| row.figure(*field)).collect();
    let several = values.len() >= LEAST_COPIED;
    if !several && values.last().is_none_or(|largest| *largest < LARGE_COUNT) {
        return None;
    }
    let looks_copied = several && same.len() * 2 >= compared.len();
    let level = if looks_copied { FindingLevel::Suspicious } else { FindingLevel::ToLookAt };
    let labels: Vec<Text> = same.iter().map(|field| desk.label(*field)).collect();
    let says = words::told_year(words::unchanged(&labels, compared.len()), other_year(row, earlier));
    Some(desk.finding(row, What { level, kind: FindingKind::Unchanged, says }, &same))
}

/// A count that jumped. A part of what jumped itself is not asked about a second time.
fn jump(desk: &Desk<'_>, row: &Row<'_>, earlier: &Row<'_>, field: usize) -> Option<Finding> {
    let (before, now) = jumped(desk, row, earlier, field)?;
    if desk.wholes(field).any(|whole| jumped(desk, row, earlier, whole).is_some()) {
        return None;
    }
    let says = words::jump(&desk.label(field), &desk.figure(field, before), &desk.figure(field, now));
    let says = words::told_year(says, other_year(row, earlier));
    let what = What { level: FindingLevel::Suspicious, kind: FindingKind::Jump, says };
    Some(desk.finding(row, what, &[field]))
}

/// Last year's count and this year's, when one is more than so many times the other and they differ by more than chance.
fn jumped(desk: &Desk<'_>, row: &Row<'_>, earlier: &Row<'_>, field: usize) -> Option<(i64, i64)> {
    let (now, before) = (row.figure(field)?, earlier.figure(field)?);
    let (low, high) = (now.min(before), now.max(before));
    let limit = Ratio::whole(low).times(Ratio::from(desk.limits.jump))?;
    (high.checked_sub(low)? >= SMALL_COUNT && Ratio::whole(high) > limit).then_some((before, now))
}

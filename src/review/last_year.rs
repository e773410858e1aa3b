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
        let fields = desk.standard.fields.iter().enumerate();
        let claims = fields.filter_map(|(at, field)| Some((at, field.last_year_of?.0)));
        findings.extend(claims.filter_map(|claim| differs((desk, row), (before, earlier), claim)));
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

/// Last year's figure as this year's table gives it, where last year's table has another. The table of another year only
/// makes it doubtful.
fn differs(
    (desk, row): (&Desk<'_>, &Row<'_>),
    (before, earlier): (&Desk<'_>, &Row<'_>),
    (field, of): (usize, usize),
) -> Option<Finding> {
    let (now, then) = (row.figure(field)?, earlier.figure(of)?);
    if desk.exact(field, now) == desk.exact(of, then) {
        return None;
    }
    let year = other_year(row, earlier);
    let level = if year.is_some() { FindingLevel::Suspicious } else { FindingLevel::Contradiction };
    let said = [&desk.label(field), &desk.figure(field, now)];
    let says = words::last_year_differs(said, [&desk.label(of), &desk.figure(of, then)], &before.cell(earlier, of));
    let what = What { level, kind: FindingKind::LastYearDiffers, says: words::told_year(says, year) };
    Some(desk.finding(row, what, &[field]))
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

/// A count that jumped. A part of what jumped itself is not asked about a second time, and not what need
/// not be near last year's, nor its parts.
fn jump(desk: &Desk<'_>, row: &Row<'_>, earlier: &Row<'_>, field: usize) -> Option<Finding> {
    let (before, now) = jumped(desk, row, earlier, field)?;
    if is_free(desk, field) || desk.wholes(field).any(|whole| is_free(desk, whole)) {
        return None;
    }
    if desk.wholes(field).any(|whole| jumped(desk, row, earlier, whole).is_some()) {
        return None;
    }
    let says = words::jump(&desk.label(field), &desk.figure(field, before), &desk.figure(field, now));
    let says = words::told_year(says, other_year(row, earlier));
    let what = What { level: FindingLevel::Suspicious, kind: FindingKind::Jump, says };
    Some(desk.finding(row, what, &[field]))
}

/// What varies from year to year, and what is itself of the year before: that is held against last year's table.
fn is_free(desk: &Desk<'_>, field: usize) -> bool {
    desk.standard.fields.get(field).is_some_and(|field| field.varies_by_year || field.last_year_of.is_some())
}

/// Last year's count and this year's, when one is more than so many times the other and they differ by more than chance.
fn jumped(desk: &Desk<'_>, row: &Row<'_>, earlier: &Row<'_>, field: usize) -> Option<(i64, i64)> {
    let (now, before) = (row.figure(field)?, earlier.figure(field)?);
    let (low, high) = (now.min(before), now.max(before));
    let limit = Ratio::whole(low).times(Ratio::from(desk.limits.jump))?;
    (high.checked_sub(low)? >= SMALL_COUNT && Ratio::whole(high) > limit).then_some((before, now))
}

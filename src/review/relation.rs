//! What cannot be true: a part above its whole, a count below 0, an item that cannot be computed, a commune twice.

use super::desk::{Desk, Row, What};
use super::words;
use crate::quantity::Ratio;
use crate::result::Unit;
use crate::result::review::{Finding, FindingKind, FindingLevel};
use std::collections::{BTreeMap, BTreeSet};

/// All contradictions of a table.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in &desk.rows {
        for field in 0..desk.standard.fields.len() {
            findings.extend(above(desk, row, field));
        }
        findings.extend(negative(desk, row));
        findings.extend(not_computable(desk, row));
    }
    findings.extend(twice(desk));
    findings
}

/// A field above one it is part of. Where that one is missing, what it is itself part of is the limit: of three figures
/// in a chain, the first cannot exceed the last.
fn above(desk: &Desk<'_>, row: &Row<'_>, part: usize) -> Vec<Finding> {
    let Some(figure) = row.figure(part) else { return Vec::new() };
    let mut next: Vec<usize> = desk.wholes(part).collect();
    let (mut seen, mut findings) = (BTreeSet::new(), Vec::new());
    while let Some(whole) = next.pop() {
        if !seen.insert(whole) {
            continue;
        }
        match row.figure(whole) {
            None => next.extend(desk.wholes(whole)),
            Some(limit) if desk.exact(part, figure) > desk.exact(whole, limit) => {
                let says = words::above(
                    [desk.label(part), desk.figure(part, figure)],
                    [desk.label(whole), desk.figure(whole, limit)],
                );
                findings.push(desk.finding(row, contradiction(FindingKind::AboveOther, says), &[part, whole]));
            }
            Some(_) => {}
        }
    }
    findings
}

fn contradiction(kind: FindingKind, says: crate::lang::Text) -> What {
    What { level: FindingLevel::Contradiction, kind, says }
}

/// A rate whose numerator or denominator is a formula of the standard that comes out below 0.
fn negative(desk: &Desk<'_>, row: &Row<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ((info, fields), item) in desk.items().iter().zip(&row.score.items) {
        let counts = item.measured.as_ref().and_then(|measured| measured.counts);
        let Some((n, over)) = counts.filter(|_| matches!(info.unit, Unit::Per(_))) else { continue };
        if n < Ratio::ZERO || over < Ratio::ZERO {
            let says = words::negative(&info.title);
            findings.push(desk.finding(row, contradiction(FindingKind::NegativeCount, says), fields));
        }
    }
    findings
}

/// Items that stop: something out of nothing, or a script that cannot use the figures.
fn not_computable(desk: &Desk<'_>, row: &Row<'_>) -> Vec<Finding> {
    let items = desk.items();
    let finding = |(id, message): &(String, crate::lang::Text)| {
        let found = items.iter().find(|(info, _)| info.id == *id);
        let title = found.map_or_else(|| crate::lang::Text::same(id), |(info, _)| info.title.clone());
        let fields = found.map_or(&[][..], |(_, fields)| fields.as_slice());
        let says = words::not_computable(&title, message);
        desk.finding(row, contradiction(FindingKind::NotComputable, says), fields)
    };
    row.score.faults.iter().map(finding).collect()
}

/// Rows of one code and year, each with the first of them.
fn twice(desk: &Desk<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<(&str, Option<u16>), &Row<'_>> = BTreeMap::new();
    let mut findings = Vec::new();
    for row in desk.rows.iter().filter(|row| !row.code().is_empty()) {
        let Some(earlier) = first.get(&(row.code(), row.score.identity.year)) else {
            first.insert((row.code(), row.score.identity.year), row);
            continue;
        };
        let says = words::twice(&[row.code_cell(), earlier.code_cell()]);
        findings.push(desk.finding(row, contradiction(FindingKind::Duplicate, says), &[]));
    }
    findings
}

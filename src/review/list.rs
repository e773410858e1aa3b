//! Compared with the list of communes that should be there.

use super::desk::{Desk, What};
use super::words;
use crate::result::review::{Finding, FindingKind, FindingLevel};
use crate::table::CommuneTable;
use std::collections::BTreeSet;

/// Communes of the list without a row, and rows of communes that are not on it; codes are compared as text.
pub(super) fn findings(desk: &Desk<'_>, expected: &CommuneTable) -> Vec<Finding> {
    let mut codes = BTreeSet::new();
    let mut findings = Vec::new();
    for part in &expected.parts {
        for row in 0..part.len() {
            if codes.insert(part.code(row)) && !desk.has(part.code(row)) {
                findings.push(not_handed_in(part.code(row), part.name(row)));
            }
        }
    }
    for row in desk.rows.iter().filter(|row| !codes.contains(row.code())) {
        let says = words::not_expected(row.code());
        let what = What { level: FindingLevel::Suspicious, kind: FindingKind::NotExpected, says };
        findings.push(desk.finding(row, what, &[]));
    }
    findings
}

fn not_handed_in(code: &str, name: &str) -> Finding {
    Finding {
        level: FindingLevel::ToLookAt,
        kind: FindingKind::NotHandedIn,
        code: code.to_owned(),
        name: name.to_owned(),
        cells: Vec::new(),
        says: words::not_handed_in(),
        asks: words::ask(FindingKind::NotHandedIn, &[]),
        agencies: Vec::new(),
    }
}

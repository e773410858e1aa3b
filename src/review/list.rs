//! Compared with the list of communes that should be there.

use super::desk::{Desk, Row, What};
use super::words;
use crate::lang::Text;
use crate::lang::syllables;
use crate::result::review::{Finding, FindingKind, FindingLevel};
use crate::table::CommuneTable;
use std::collections::BTreeMap;

/// Communes of the list without a row, and rows of communes that are not on it; codes are compared as text. Where such a
/// row has the name of such a commune, both are told of the other: often one code is mistyped.
pub(super) fn findings(desk: &Desk<'_>, expected: &CommuneTable) -> Vec<Finding> {
    let mut listed: BTreeMap<&str, &str> = BTreeMap::new();
    let mut order = Vec::new();
    for part in &expected.parts {
        for row in 0..part.len() {
            if listed.insert(part.code(row), part.name(row)).is_none() {
                order.push((part.code(row), part.name(row)));
            }
        }
    }
    let absent: Vec<(&str, &str)> = order.into_iter().filter(|(code, _)| !desk.has(code)).collect();
    let unknown: Vec<&Row<'_>> = desk.rows.iter().filter(|row| !listed.contains_key(row.code())).collect();
    let is_same = |name: &str, other: &str| syllables(name) == syllables(other);
    let mut findings = Vec::new();
    for (code, name) in &absent {
        let row = unknown.iter().find(|row| is_same(row.name(), name));
        findings.push(not_handed_in(code, name, words::not_handed_in(row.map(|row| row.code_cell()).as_ref())));
    }
    for row in &unknown {
        let namesake = absent.iter().find(|(_, name)| is_same(row.name(), name)).map(|(code, _)| *code);
        let says = words::not_expected(row.code(), namesake);
        let what = What { level: FindingLevel::Suspicious, kind: FindingKind::NotExpected, says };
        findings.push(desk.finding(row, what, &[]));
    }
    findings
}

fn not_handed_in(code: &str, name: &str, says: Text) -> Finding {
    Finding {
        level: FindingLevel::ToLookAt,
        kind: FindingKind::NotHandedIn,
        code: code.to_owned(),
        name: name.to_owned(),
        cells: Vec::new(),
        says,
        asks: words::ask(FindingKind::NotHandedIn, FindingLevel::ToLookAt, &[]),
        agencies: Vec::new(),
    }
}

//! One commune under two codes: spreadsheets drop zeros in front, and people type codes.

use super::desk::{Desk, Row, What};
use super::words;
use crate::lang::Text;
use crate::lang::syllables;
use crate::result::review::{Finding, FindingKind, FindingLevel, ReviewCell};
use std::collections::BTreeMap;

/// A finding for each commune that has the name and district of another code, or its code but for zeros in front.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let name = |row: &Row<'_>| {
        let [district, province] = row.district().map(syllables);
        [syllables(row.name()), district, province]
    };
    let code = |row: &Row<'_>| [significant(row.code()).to_owned(), String::new(), String::new()];
    let mut findings = twins(desk, name, words::same_name, |row| row.district()[0].is_empty());
    findings.extend(twins(desk, code, words::same_code, |_| false));
    findings
}

/// A code without what spreadsheets drop.
fn significant(code: &str) -> &str {
    code.trim_start_matches('0')
}

/// Communes with one key and several codes: each with the first of the others by code. Without districts in the table two
/// communes may well have one name; that is only looked at.
fn twins(
    desk: &Desk<'_>,
    key: impl Fn(&Row<'_>) -> [String; 3],
    says: impl Fn((&str, &str), &[ReviewCell; 2]) -> Text,
    is_doubtful: impl Fn(&Row<'_>) -> bool,
) -> Vec<Finding> {
    let mut groups: BTreeMap<[String; 3], Vec<&Row<'_>>> = BTreeMap::new();
    for row in &desk.rows {
        groups.entry(key(row)).or_default().push(row);
    }
    groups.retain(|key, rows| !key[0].is_empty() && rows.len() > 1);
    let mut findings = Vec::new();
    for rows in groups.values() {
        for row in rows {
            let other = rows.iter().filter(|other| other.code() != row.code()).min_by_key(|other| other.code());
            let Some(other) = other else { continue };
            let says = says((other.code(), other.name()), &[row.code_cell(), other.code_cell()]);
            let level = if is_doubtful(row) { FindingLevel::ToLookAt } else { FindingLevel::Suspicious };
            findings.push(desk.finding(row, What { level, kind: FindingKind::SameCommune, says }, &[]));
        }
    }
    findings
}

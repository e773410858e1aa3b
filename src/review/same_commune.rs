//! One commune under two codes: spreadsheets drop zeros in front, and people type codes.

use super::desk::{Desk, Row};
use super::pairs::{Pair, Reason, in_order};
use crate::lang::syllables;
use crate::result::review::FindingLevel;
use std::collections::BTreeMap;

/// Each commune that has the name and district of another code, or its code but for zeros in front.
pub(super) fn pairs<'r, 'a>(desk: &'r Desk<'a>) -> Vec<Pair<'r, 'a>> {
    let name = |row: &Row<'_>| {
        let [district, province] = row.district().map(syllables);
        [syllables(row.name()), district, province]
    };
    let code = |row: &Row<'_>| [significant(row.code()).to_owned(), String::new(), String::new()];
    let mut pairs = twins(desk, name, Reason::Name, |row| row.district()[0].is_empty());
    pairs.extend(twins(desk, code, Reason::Code, |_| false));
    pairs
}

/// A code without what spreadsheets drop.
fn significant(code: &str) -> &str {
    code.trim_start_matches('0')
}

/// Communes with one key and several codes: each with the first of the others by code. Without districts in the table two
/// communes may well have one name; that is only looked at.
fn twins<'r, 'a>(
    desk: &'r Desk<'a>,
    key: impl Fn(&Row<'_>) -> [String; 3],
    reason: Reason,
    is_doubtful: impl Fn(&Row<'_>) -> bool,
) -> Vec<Pair<'r, 'a>> {
    let mut groups: BTreeMap<[String; 3], Vec<&Row<'a>>> = BTreeMap::new();
    for row in &desk.rows {
        groups.entry(key(row)).or_default().push(row);
    }
    groups.retain(|key, rows| !key[0].is_empty() && rows.len() > 1);
    let mut pairs = Vec::new();
    for rows in groups.values() {
        for row in rows {
            let other = rows.iter().filter(|other| other.code() != row.code()).min_by_key(|other| other.place());
            let Some(other) = other else { continue };
            let level = if is_doubtful(row) { FindingLevel::ToLookAt } else { FindingLevel::Suspicious };
            let (first, second) = in_order(row, other);
            pairs.push(Pair { first, second, level, reason, fields: Vec::new() });
        }
    }
    pairs
}

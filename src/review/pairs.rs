//! Two rows that look like one: each pair is told once, with everything that makes it look so.

use super::desk::{Desk, Row, What};
use super::{copies, same_commune, words};
use crate::result::review::{Finding, FindingKind, FindingLevel};
use std::collections::BTreeMap;

/// Two rows and why they look like one. The finding is told of the second by code; the first is named in it.
pub(super) struct Pair<'r, 'a> {
    pub(super) first: &'r Row<'a>,
    pub(super) second: &'r Row<'a>,
    pub(super) level: FindingLevel,
    pub(super) reason: Reason,
    /// The fields it is seen by.
    pub(super) fields: Vec<usize>,
}

/// Why two rows look like one; told in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Their codes differ by zeros in front.
    Code,
    /// They have one name.
    Name,
    /// So many of so many counts of the second are those of the first.
    Copied(usize, usize),
}

/// Orders two rows: by code, then by where they stand.
pub(super) fn in_order<'r, 'a>(one: &'r Row<'a>, other: &'r Row<'a>) -> (&'r Row<'a>, &'r Row<'a>) {
    if one.place() <= other.place() { (one, other) } else { (other, one) }
}

/// One finding for each pair.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let mut pairs: BTreeMap<_, Vec<Pair<'_, '_>>> = BTreeMap::new();
    for pair in copies::pairs(desk).into_iter().chain(same_commune::pairs(desk)) {
        let found = pairs.entry((pair.second.place(), pair.first.place())).or_default();
        if found.iter().all(|known| known.reason != pair.reason) {
            found.push(pair);
        }
    }
    pairs.into_values().filter_map(|found| finding(desk, found)).collect()
}

fn finding(desk: &Desk<'_>, mut found: Vec<Pair<'_, '_>>) -> Option<Finding> {
    found.sort_by_key(|pair| pair.reason);
    let level = found.iter().map(|pair| pair.level).min()?;
    let reasons: Vec<Reason> = found.iter().map(|pair| pair.reason).collect();
    let Pair { first, second, reason, fields, .. } = found.into_iter().next()?;
    let says = words::pair(&reasons, (first.code(), first.name()), &[second.code_cell(), first.code_cell()]);
    let kind = if let Reason::Copied(..) = reason { FindingKind::CopiedRow } else { FindingKind::SameCommune };
    Some(desk.finding(second, What { level, kind, says }, &fields))
}

//! What has not been handed in: missing figures of each commune, by the agency that supplies them.

use super::desk::{Desk, Row, What};
use super::words;
use crate::criteria::model::AgencyIx;
use crate::diag::CellPlace;
use crate::lang::Text;
use crate::result::Label;
use crate::result::review::{Finding, FindingKind, FindingLevel, MissingFrom};
use std::collections::{BTreeMap, BTreeSet};

/// One finding per commune and agency, and how much each agency owes in all. Only figures that matter count: what an item
/// does not need is not asked for. A figure that several agencies supply is asked of the first. A cell that holds something which
/// could not be read is not missing.
pub(super) fn findings(desk: &Desk<'_>, unread: &[CellPlace]) -> (Vec<Finding>, Vec<MissingFrom>) {
    let cell = |place: &CellPlace| (place.file.to_string(), place.sheet.clone(), place.row, place.column);
    let unread: BTreeSet<_> = unread.iter().filter(|place| place.column.is_some()).map(cell).collect();
    let is_unread = |row: &Row<'_>, field: usize| unread.contains(&cell(&desk.place(row, field)));
    let mut findings = Vec::new();
    let mut owed: BTreeMap<Option<AgencyIx>, (usize, usize)> = BTreeMap::new();
    for row in &desk.rows {
        for (agency, fields) in by_agency(desk, row, |field| !is_unread(row, field)) {
            let sum = owed.entry(agency).or_default();
            *sum = (sum.0 + fields.len(), sum.1 + 1);
            findings.push(finding(desk, row, (agency, &fields)));
        }
    }
    let mut missing: Vec<MissingFrom> = owed.into_iter().map(|owed| missing_from(desk, owed)).collect();
    // Stable: agencies that owe the same number keep the order of the standard.
    missing.sort_by_key(|from| std::cmp::Reverse(from.figures));
    (findings, missing)
}

/// The missing fields of a row; the area class stands behind all fields and comes from the commune.
fn by_agency(desk: &Desk<'_>, row: &Row<'_>, counts: impl Fn(usize) -> bool) -> BTreeMap<Option<AgencyIx>, Vec<usize>> {
    let mut fields: BTreeMap<Option<AgencyIx>, Vec<usize>> = BTreeMap::new();
    for field in row.score.missing.iter().map(|field| usize::from(*field)).filter(|field| counts(*field)) {
        let supplier = desk.standard.fields.get(field).and_then(|field| field.supplied_by.first().copied());
        fields.entry(supplier).or_default().push(field);
    }
    fields
}

fn finding(desk: &Desk<'_>, row: &Row<'_>, (agency, fields): (Option<AgencyIx>, &[usize])) -> Finding {
    let label = |field: &usize| match desk.standard.fields.get(*field) {
        Some(field) => field.label.clone(),
        None => words::area_class(),
    };
    let labels: Vec<Text> = fields.iter().map(label).collect();
    let what = What { level: FindingLevel::ToLookAt, kind: FindingKind::Missing, says: words::missing(&labels) };
    desk.finding_for(row, what, fields, named(desk, agency).into_iter().collect())
}

fn named(desk: &Desk<'_>, agency: Option<AgencyIx>) -> Option<Label> {
    let agency = desk.standard.agencies.get(agency?.0)?;
    Some(Label { id: agency.id.clone(), label: agency.label.clone() })
}

fn missing_from(desk: &Desk<'_>, (agency, (figures, communes)): (Option<AgencyIx>, (usize, usize))) -> MissingFrom {
    MissingFrom { agency: named(desk, agency), figures, communes }
}

//! What has not been handed in: missing figures of each commune, by the agency that supplies them.

use super::desk::{Desk, Row, What};
use super::words;
use crate::criteria::model::AgencyIx;
use crate::lang::Text;
use crate::result::Label;
use crate::result::review::{Finding, FindingKind, FindingLevel, MissingFrom};
use std::collections::BTreeMap;

/// One finding per commune and agency, and how much each agency owes in all. Only figures that matter count: what an item
/// does not need is not asked for. A figure that several agencies supply is asked of the first.
pub(super) fn findings(desk: &Desk<'_>) -> (Vec<Finding>, Vec<MissingFrom>) {
    let mut findings = Vec::new();
    let mut owed: BTreeMap<Option<AgencyIx>, (usize, usize)> = BTreeMap::new();
    for row in &desk.rows {
        for (agency, fields) in by_agency(desk, row) {
            let sum = owed.entry(agency).or_default();
            *sum = (sum.0 + fields.len(), sum.1 + 1);
            findings.push(finding(desk, row, &fields));
        }
    }
    let mut missing: Vec<MissingFrom> = owed.into_iter().map(|owed| missing_from(desk, owed)).collect();
    // Stable: agencies that owe the same number keep the order of the standard.
    missing.sort_by_key(|from| std::cmp::Reverse(from.figures));
    (findings, missing)
}

/// The missing fields of a row; the area class stands behind all fields and comes from the commune.
fn by_agency(desk: &Desk<'_>, row: &Row<'_>) -> BTreeMap<Option<AgencyIx>, Vec<usize>> {
    let mut fields: BTreeMap<Option<AgencyIx>, Vec<usize>> = BTreeMap::new();
    for field in row.score.missing.iter().map(|field| usize::from(*field)) {
        let supplier = desk.standard.fields.get(field).and_then(|field| field.supplied_by.first().copied());
        fields.entry(supplier).or_default().push(field);
    }
    fields
}

fn finding(desk: &Desk<'_>, row: &Row<'_>, fields: &[usize]) -> Finding {
    let label = |field: &usize| match desk.standard.fields.get(*field) {
        Some(field) => field.label.clone(),
        None => words::area_class(),
    };
    let labels: Vec<Text> = fields.iter().map(label).collect();
    let what = What { level: FindingLevel::ToLookAt, kind: FindingKind::Missing, says: words::missing(&labels) };
    desk.finding(row, what, fields)
}

fn missing_from(desk: &Desk<'_>, (agency, (figures, communes)): (Option<AgencyIx>, (usize, usize))) -> MissingFrom {
    let named = agency.and_then(|agency| desk.standard.agencies.get(agency.0));
    let agency = named.map(|agency| Label { id: agency.id.clone(), label: agency.label.clone() });
    MissingFrom { agency, figures, communes }
}

//! Agencies, area classes and choices: ids with labels.

use super::ids;
use crate::criteria::findings::Findings;
use crate::criteria::model::Named;
use crate::criteria::raw::{List, RawNamed};

/// Reports ids with other letters.
pub(crate) fn letters(f: &Findings, raw: &List<RawNamed>) {
    for id in raw.items.iter().filter_map(|named| named.id.as_ref()) {
        ids::check_letters(f, id);
    }
}

/// Every id with its label, when all could be read.
pub(crate) fn all_named(raw: &List<RawNamed>) -> Option<Vec<Named>> {
    let named = |n: &RawNamed| Some(Named { id: n.id.as_ref()?.value.clone(), label: n.label.clone()? });
    raw.items.iter().map(named).collect()
}

//! The communes a sheet should have, beside those it has.

use crate::result::{CommuneScore, Identity, ScoreSheet};
use std::collections::{BTreeMap, BTreeSet};

/// A commune that is expected to have handed in its figures; texts as in the list, NFC.
pub type Expected = Identity;

/// Every commune there is to count: those of a sheet, then those of the list without a row in it.
pub(super) struct Roll<'a> {
    pub(super) sheet: &'a ScoreSheet,
    /// Whether there is a list at all.
    pub(super) has_list: bool,
    listed: BTreeSet<&'a str>,
    /// One for each year of the sheet in which the commune has no row.
    absent: Vec<Identity>,
}

impl<'a> Roll<'a> {
    pub(super) fn of(sheet: &'a ScoreSheet, expected: Option<&'a [Expected]>) -> Self {
        let listed = expected.into_iter().flatten().map(|commune| commune.code.as_str()).collect();
        let absent = expected.map_or_else(Vec::new, |expected| absent(sheet, expected));
        Self { sheet, has_list: expected.is_some(), listed, absent }
    }

    pub(super) fn len(&self) -> usize {
        self.sheet.communes.len() + self.absent.len()
    }

    /// The commune of a row that was scored.
    pub(super) fn commune(&self, row: usize) -> Option<&'a CommuneScore> {
        self.sheet.communes.get(row)
    }

    pub(super) fn identity(&self, row: usize) -> &Identity {
        let absent = |row: usize| self.absent.get(row - self.sheet.communes.len());
        let known = self.sheet.communes.get(row).map(|commune| &commune.identity);
        known.or_else(|| absent(row)).unwrap_or(&NOBODY)
    }

    pub(super) fn is_expected(&self, row: usize) -> bool {
        self.listed.contains(self.identity(row).code.as_str())
    }
}

/// Stands for a row that is not there.
static NOBODY: Identity = Identity {
    code: compact_str::CompactString::const_new(""),
    name: compact_str::CompactString::const_new(""),
    province: compact_str::CompactString::const_new(""),
    district: compact_str::CompactString::const_new(""),
    year: None,
    class: None,
    extra: Vec::new(),
};

/// What the list says of those without a row, in each year of the sheet; what it does not say is taken from their row of
/// another year.
fn absent(sheet: &ScoreSheet, expected: &[Expected]) -> Vec<Identity> {
    let known: BTreeMap<&str, &Identity> =
        sheet.communes.iter().map(|commune| (commune.identity.code.as_str(), &commune.identity)).collect();
    let there: BTreeSet<(&str, Option<u16>)> =
        sheet.communes.iter().map(|commune| (commune.identity.code.as_str(), commune.identity.year)).collect();
    let mut years: BTreeSet<Option<u16>> = sheet.communes.iter().map(|commune| commune.identity.year).collect();
    if years.is_empty() {
        years.insert(sheet.year);
    }
    let mut absent = Vec::new();
    for year in years {
        for commune in expected.iter().filter(|commune| !there.contains(&(commune.code.as_str(), year))) {
            let other = known.get(commune.code.as_str()).copied().unwrap_or(commune);
            absent.push(Identity { year, class: commune.class.or(other.class), ..commune.clone() });
        }
    }
    absent
}

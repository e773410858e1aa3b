//! What stands above a table: title and citation of the standard, and what all communes have in common.

use super::{Column, Layout};
use crate::render::words::fill;
use crate::result::{CommuneScore, Identity, StandardInfo};
use std::collections::BTreeSet;

impl Layout<'_> {
    /// Official title.
    pub(crate) fn title(&self) -> &str {
        self.info.title.get(self.lang)
    }

    /// `Tỉnh: … · Năm: …`: what all communes share; empty when nothing is given.
    pub(crate) fn common(&self) -> String {
        let Some(CommuneScore { identity, .. }) = self.sheet.communes.first() else { return String::new() };
        let year = identity.year.map_or_else(String::new, |year| year.to_string());
        let parts = [
            (Column::Province, self.words.province, identity.province.as_str()),
            (Column::District, self.words.district, identity.district.as_str()),
            (Column::Year, self.words.year, year.as_str()),
        ];
        let shown: Vec<String> = parts
            .iter()
            .filter(|(column, _, value)| !self.says_something(*column) && !value.is_empty())
            .map(|(_, label, value)| format!("{label}: {value}"))
            .collect();
        shown.join(" · ")
    }

    /// Which versions of the figures were used, each with its years; empty where there is only one and nobody asked.
    pub(crate) fn versions_line(&self) -> String {
        let several = self.versions.iter().any(|info| info.is_one_of_several);
        if !several && self.sheet.year.is_none() {
            return String::new();
        }
        let words = |info: &&StandardInfo| {
            let days = info.version.display(self.lang);
            let years = self.years_of(info);
            if years.is_empty() { days } else { format!("{days} ({} {years})", self.words.year_word) }
        };
        let list: Vec<String> = self.versions.iter().map(words).collect();
        fill(self.words.version_used, &[("list", &list.join("; "))])
    }

    /// The years scored with a version: the one asked for, or those of the communes.
    fn years_of(&self, info: &StandardInfo) -> String {
        let of_version = |c: &&CommuneScore| self.sheet.standard_of(c).version == info.version;
        let years: BTreeSet<u16> = match self.sheet.year {
            Some(year) => BTreeSet::from([year]),
            None => self.sheet.communes.iter().filter(of_version).filter_map(|c| c.identity.year).collect(),
        };
        years.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
    }

    /// Whether the communes are not all the same in one part.
    pub(super) fn differs<'s, T: PartialEq + 's>(&'s self, part: impl Fn(&'s Identity) -> &'s T) -> bool {
        let mut values = self.sheet.communes.iter().map(|commune| part(&commune.identity));
        let first = values.next();
        values.any(|value| Some(value) != first)
    }
}

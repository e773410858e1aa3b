//! What stands above a table: title and citation of the standard, and what all communes have in common.

use super::{Column, Layout};
use crate::result::{CommuneScore, Identity};

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

    /// Whether the communes are not all the same in one part.
    pub(super) fn differs<'s, T: PartialEq + 's>(&'s self, part: impl Fn(&'s Identity) -> &'s T) -> bool {
        let mut values = self.sheet.communes.iter().map(|commune| part(&commune.identity));
        let first = values.next();
        values.any(|value| Some(value) != first)
    }
}

//! The board of missing figures: one row per commune and figure, with the agencies that supply it.

use super::{Board, BoardColumn, Value};
use crate::render::layout::{Column, Layout};
use crate::result::CommuneScore;

impl Layout<'_> {
    /// One row per commune and missing figure, then the items that could not be scored for another reason.
    pub(crate) fn missing_board(&self) -> Board {
        let words = &self.words.items;
        let columns = vec![
            BoardColumn::word(self.words.code, 8),
            BoardColumn::text(self.words.name, 24),
            BoardColumn::text(words.figure, 48),
            BoardColumn::text(words.supplied_by, 30),
        ];
        let rows = self.sheet.communes.iter().flat_map(|commune| self.missing_rows(commune)).collect();
        let title = self.header(Column::Missing).to_owned();
        Board { id: "missing", title, columns, rows, notes: Vec::new() }
    }

    fn missing_rows(&self, commune: &CommuneScore) -> Vec<Vec<Value>> {
        let row = |what: &str, agencies: String| {
            let [code, name] = [&commune.identity.code, &commune.identity.name].map(|text| Value::text(text.as_str()));
            vec![code, name, Value::text(what), Value::text(agencies)]
        };
        let fields = commune.missing.iter().filter_map(|field| self.info.fields.get(usize::from(*field)));
        let mut rows: Vec<Vec<Value>> = fields
            .map(|field| {
                let agencies: Vec<&str> = field.supplied_by.iter().map(|agency| agency.label.get(self.lang)).collect();
                row(field.label.get(self.lang), agencies.join(", "))
            })
            .collect();
        rows.extend(self.withheld(commune).iter().map(|item| row(item, String::new())));
        rows
    }
}

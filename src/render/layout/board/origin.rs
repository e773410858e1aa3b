//! Boards of what results rest on: the figures of the standard with their status, and the manifest.

use super::{Board, BoardColumn, Value};
use crate::render::layout::Layout;
use crate::render::layout::figures::{FigureColumn, FigureLayout};
use crate::result::Manifest;
use crate::result::figures::FigureSheet;

impl Layout<'_> {
    /// Every figure of the standard with its value, status and evidence.
    pub(crate) fn figures_board(&self, figures: &FigureSheet) -> Board {
        let of = FigureLayout::new(figures, self.lang);
        let shown = [FigureColumn::Label, FigureColumn::Value, FigureColumn::Status, FigureColumn::Evidence];
        let widths = [44, 22, 16, 60];
        let mut columns = vec![BoardColumn::text(self.words.items.criterion, 36)];
        columns.extend(shown.iter().zip(widths).map(|(column, width)| BoardColumn::text(of.header(*column), width)));
        let mut rows = Vec::new();
        for (name, group) in of.groups() {
            for figure in &group.figures {
                let cells = shown.iter().map(|column| Value::of(of.cell(*column, figure)));
                rows.push(std::iter::once(Value::text(name.as_str())).chain(cells).collect());
            }
        }
        Board { id: "standard", title: self.words.items.standard.to_owned(), columns, rows, notes: self.verification() }
    }

    /// The tool, the standard, its files, the options and the tables, with their fingerprints.
    pub(crate) fn manifest_board(&self, manifest: &Manifest) -> Board {
        let words = &self.words.items;
        let columns = vec![BoardColumn::text(words.what, 24), BoardColumn::text(words.given, 90)];
        let mut lines = vec![(words.tool.to_owned(), format!("cfc {}", manifest.version))];
        for info in &self.versions {
            lines.push((words.standard.to_owned(), format!("{} ({})", info.id, info.version.display(self.lang))));
            lines.extend(info.hashes.iter().map(|(name, sha256)| (name.clone(), format!("sha256 {sha256}"))));
        }
        lines.extend(manifest.options.iter().map(|option| (words.option.to_owned(), option.clone())));
        lines.extend(manifest.tables.iter().map(|table| {
            let hash = if table.sha256.is_empty() { String::new() } else { format!("; sha256 {}", table.sha256) };
            (words.table.to_owned(), format!("{}; {} {}{hash}", table.name, table.rows, words.units))
        }));
        let rows = lines.into_iter().map(|(what, given)| vec![Value::text(what), Value::text(given)]).collect();
        Board { id: "manifest", title: words.manifest.to_owned(), columns, rows, notes: Vec::new() }
    }
}

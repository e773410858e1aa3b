//! The figures of a standard as pipe tables, one per criterion.

use super::{escape, paragraph, row, rule};
use crate::lang::Lang;
use crate::render::layout::Side;
use crate::render::layout::figures::{FigureColumn, FigureLayout};
use crate::result::figures::FigureSheet;

const COLUMNS: [FigureColumn; 6] = [
    FigureColumn::Label,
    FigureColumn::Value,
    FigureColumn::Status,
    FigureColumn::Evidence,
    FigureColumn::Path,
    FigureColumn::Line,
];

/// Title, citation, a table per criterion, and the counts. Ends with a line end.
#[must_use]
pub fn figures(sheet: &FigureSheet, lang: Lang) -> String {
    let layout = FigureLayout::new(sheet, lang);
    let mut text = format!("# {}\n\n", escape(layout.title()));
    for line in [&sheet.citation, &layout.says()] {
        paragraph(&mut text, line);
    }
    for (heading, group) in layout.groups() {
        text.push_str("## ");
        paragraph(&mut text, &heading);
        row(&mut text, COLUMNS.iter().map(|column| escape(layout.header(*column))));
        row(&mut text, COLUMNS.iter().map(|_| rule(Side::Left)));
        for figure in &group.figures {
            row(&mut text, COLUMNS.iter().map(|column| escape(&layout.cell(*column, figure).lines.join("; "))));
        }
        text.push('\n');
    }
    let (header, rows) = layout.counts();
    row(&mut text, header.iter().map(|cell| escape(cell)));
    row(&mut text, (0..header.len()).map(|at| rule(if at == 0 { Side::Left } else { Side::Right })));
    for cells in &rows {
        row(&mut text, cells.iter().map(|cell| escape(cell)));
    }
    text
}

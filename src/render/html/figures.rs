//! How far the figures of the standard are verified: the counts, and every figure.

use super::Paper;
use super::markup::Html;
use super::page::Section;
use super::tables::Table;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::render::layout::figures::{FigureColumn, FigureLayout};

const LISTED: [FigureColumn; 4] =
    [FigureColumn::Label, FigureColumn::Value, FigureColumn::Status, FigureColumn::Evidence];

/// The counts by criterion, and behind them each figure with its status and evidence.
pub(super) fn section(paper: &Paper<'_>) -> Section {
    let layout = FigureLayout::new(&paper.dossier.figures, paper.lang());
    let mut body = Html::new();
    for line in paper.layout.verification() {
        body.element("p", &[], &line);
    }
    Table::plain(&counts(paper, &layout)).write(&mut body, paper);
    body.open("details", &[]);
    body.element("summary", &[], paper.words.figures_list);
    for (name, group) in layout.groups() {
        let columns = LISTED.map(|column| BoardColumn::text(layout.header(column), 20)).into();
        let row = |figure| LISTED.map(|column| Value::of(layout.cell(column, figure))).into();
        let rows = group.figures.iter().map(row).collect();
        body.element("h3", &[], &name);
        Table::plain(&Board { title: name, columns, rows, ..Board::default() }).write(&mut body, paper);
    }
    body.close("details");
    Section { id: "figures", title: paper.words.figures.to_owned(), wide: false, body }
}

fn counts(paper: &Paper<'_>, layout: &FigureLayout<'_>) -> Board {
    let (header, rows) = layout.counts();
    let column = |(at, label)| if at == 0 { BoardColumn::text(label, 40) } else { BoardColumn::number(label, 12) };
    Board {
        id: "figure-counts",
        title: paper.words.figures.to_owned(),
        columns: header.into_iter().enumerate().map(column).collect::<Vec<BoardColumn>>(),
        rows: rows.into_iter().map(|row| row.into_iter().map(Value::text).collect()).collect(),
        notes: Vec::new(),
    }
}

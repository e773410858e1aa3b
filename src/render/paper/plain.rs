//! A paper as text: for the terminal, `.txt` and Markdown.

use super::{Block, Closing, Head, MOTTO, NATION, Paper, Row, Section, Table};
use crate::render::View;
use crate::render::page::{self, Block as Piece};

impl Paper {
    /// For a terminal or a text file. Ends with a line end.
    #[must_use]
    pub fn text(&self, view: &View) -> String {
        page::terminal::print(&self.pieces(), view)
    }

    /// In Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        page::markdown::print(&self.pieces())
    }

    fn pieces(&self) -> Vec<Piece> {
        self.sections.iter().flat_map(|section| &section.blocks).flat_map(pieces).collect()
    }
}

fn pieces(block: &Block) -> Vec<Piece> {
    let line = |text: &str| Piece::Line(text.to_owned());
    match block {
        Block::Head(head) => self::head(head),
        Block::Title(kind, about) => vec![Piece::Gap, Piece::Heading(1, kind.clone()), line(about)],
        Block::Appendix(title, about, of) => vec![Piece::Gap, Piece::Heading(1, title.clone()), line(about), line(of)],
        Block::Heading(text) => vec![Piece::Gap, Piece::Heading(2, text.clone())],
        Block::Text(text) | Block::Strong(text) => vec![line(text)],
        Block::Point(level, text) => vec![Piece::Line(format!("{} {text}", if *level > 1 { "+" } else { "-" }))],
        Block::Notice(lines) => {
            let lines = lines.iter().map(|text| line(text));
            [Piece::Gap].into_iter().chain(lines).chain([Piece::Gap]).collect()
        }
        Block::Lines(lines) => (0..*lines).map(|_| line(DOTS)).collect(),
        Block::Table(table) => self::table(table),
        Block::Closing(closing) => self::closing(closing),
    }
}

/// A line to write on.
const DOTS: &str = "…………………………………………………………";

fn head(head: &Head) -> Vec<Piece> {
    let lines = [&head.parent_agency, &head.agency, &head.number].into_iter().chain(&head.handling);
    let right = [NATION, MOTTO, &head.place_and_date];
    let lines = lines.map(String::as_str).chain(right);
    [Piece::Gap].into_iter().chain(lines.map(|text| Piece::Line(text.to_owned()))).collect()
}

fn table(table: &Table) -> Vec<Piece> {
    let column = |column: &super::BoardColumn| page::Column {
        label: column.label.clone(),
        side: column.side,
        wraps: column.wraps,
    };
    let cells = |row: &Row| page::Row::Cells(row.cells.iter().map(|value| value.cell.clone()).collect());
    let columns = table.columns.iter().map(column).collect();
    let rows = table.rows.iter().map(cells).collect();
    let notes = table.notes.iter().map(|note| Piece::Line(note.clone()));
    let shown = [Piece::Gap, Piece::Table(page::Table { columns, rows })];
    shown.into_iter().chain(notes).chain([Piece::Gap]).collect()
}

fn closing(closing: &Closing) -> Vec<Piece> {
    let mut pieces = vec![Piece::Gap];
    let mut add = |text: String| pieces.push(Piece::Line(text));
    for signature in &closing.signatures {
        add(format!("{} {}", signature.office, signature.how));
        add(signature.name.clone());
    }
    if let Some((heading, lines)) = &closing.recipients {
        add(heading.clone());
        lines.iter().cloned().for_each(add);
    }
    pieces
}

impl Section {
    /// A part of a paper in portrait that is a paper of its own.
    pub(super) fn beginning(blocks: Vec<Block>) -> Self {
        Self { landscape: false, begins: true, blocks }
    }

    /// An appendix for wide tables.
    pub(super) fn wide(blocks: Vec<Block>) -> Self {
        Self { landscape: true, begins: false, blocks }
    }
}

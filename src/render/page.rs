//! What a page for people is made of; the terminal and Markdown both print it.

pub(in crate::render) mod markdown;
pub(in crate::render) mod terminal;

use crate::render::layout::{Cell, Side};

/// A piece of a page.
pub(in crate::render) enum Block {
    /// The heading of the page, or of a part of it.
    Heading(usize, String),
    /// A line of text.
    Line(String),
    /// An empty line.
    Gap,
    Table(Table),
    /// The same in fewer columns, where the first does not fit.
    Either(Table, Table),
}

/// A table with groups of rows.
pub(in crate::render) struct Table {
    pub(in crate::render) columns: Vec<Column>,
    pub(in crate::render) rows: Vec<Row>,
}

pub(in crate::render) struct Column {
    pub(in crate::render) label: String,
    pub(in crate::render) side: Side,
    /// Whether its text may continue on the next line.
    pub(in crate::render) wraps: bool,
}

pub(in crate::render) enum Row {
    /// A heading over the rows that follow.
    Group(String),
    Cells(Vec<Cell>),
}

impl Column {
    /// A column of text.
    pub(in crate::render) fn text(label: &str) -> Self {
        Self { label: label.to_owned(), side: Side::Left, wraps: true }
    }

    /// A column of codes or words that are not broken.
    pub(in crate::render) fn word(label: &str) -> Self {
        Self { wraps: false, ..Self::text(label) }
    }

    /// A column of numbers.
    pub(in crate::render) fn number(label: &str) -> Self {
        Self { side: Side::Right, ..Self::word(label) }
    }
}

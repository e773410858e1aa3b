//! What a page is made of.

use crate::render::layout::{Cell, Side};

/// A piece of a page.
pub(super) enum Block {
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
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

pub(super) struct Column {
    pub(super) label: String,
    pub(super) side: Side,
    /// Whether its text may continue on the next line.
    pub(super) wraps: bool,
}

pub(super) enum Row {
    /// A heading over the rows that follow.
    Group(String),
    Cells(Vec<Cell>),
}

impl Column {
    /// A column of text.
    pub(super) fn text(label: &str) -> Self {
        Self { label: label.to_owned(), side: Side::Left, wraps: true }
    }

    /// A column of codes or words that are not broken.
    pub(super) fn word(label: &str) -> Self {
        Self { wraps: false, ..Self::text(label) }
    }

    /// A column of numbers.
    pub(super) fn number(label: &str) -> Self {
        Self { side: Side::Right, ..Self::word(label) }
    }
}

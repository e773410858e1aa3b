//! [`Board`]: a table of typed values, which every format writes in its own way. Spreadsheets take the numbers, formats
//! for people the texts; both come from the same value, so that they cannot differ.

mod follow_up;
mod items;
mod missing;
mod origin;
mod results;
mod roll_up;
mod words;

pub(crate) use words::BoardWords;

use super::{Cell, Side};
use crate::lang::Lang;
use crate::quantity::{Decimal, Points, Ratio, Rounding};
use crate::render::page;

/// A table with its title and what stands below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Board {
    /// ASCII id: name of an anchor, of a sheet in data formats.
    pub(crate) id: &'static str,
    pub(crate) title: String,
    pub(crate) columns: Vec<BoardColumn>,
    pub(crate) rows: Vec<Vec<Value>>,
    /// Legends, a line each.
    pub(crate) notes: Vec<String>,
}

/// A column of a board.
#[derive(Clone, Debug)]
pub(crate) struct BoardColumn {
    pub(crate) label: String,
    pub(crate) side: Side,
    /// Whether its text may continue on the next line.
    pub(crate) wraps: bool,
    /// Width in characters that suits it.
    pub(crate) width: u16,
}

/// A value: what people read, and the number behind it where there is exactly one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Value {
    pub(crate) cell: Cell,
    /// The exact number, for formats that hold numbers; `None` for texts, ranges and what is missing.
    pub(crate) number: Option<Decimal>,
    /// Whether it rests on a provisional figure; the mark is in the text already.
    pub(crate) provisional: bool,
}

impl BoardColumn {
    /// Text that may continue on the next line.
    pub(crate) fn text(label: impl Into<String>, width: u16) -> Self {
        Self { label: label.into(), side: Side::Left, wraps: true, width }
    }

    /// Codes and words that are not broken.
    pub(crate) fn word(label: impl Into<String>, width: u16) -> Self {
        Self { wraps: false, ..Self::text(label, width) }
    }

    /// Numbers.
    pub(crate) fn number(label: impl Into<String>, width: u16) -> Self {
        Self { side: Side::Right, ..Self::word(label, width) }
    }
}

impl Value {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::of(Cell::plain(text))
    }

    /// A text of several lines, with its tone.
    pub(crate) fn of(cell: Cell) -> Self {
        Self { cell, ..Self::default() }
    }

    /// Points, exact.
    pub(crate) fn points(points: Points, lang: Lang) -> Self {
        let number = Decimal::new(points.as_thousandths(), POINTS_DIGITS).trimmed();
        Self { number: Some(number), ..Self::text(points.display(lang)) }
    }

    /// How many.
    pub(crate) fn count(n: usize) -> Self {
        let number = i64::try_from(n).ok().map(Decimal::whole);
        Self { number, ..Self::text(n.to_string()) }
    }

    /// A value rounded as the standard says; empty when it is out of range.
    pub(crate) fn rounded(value: Ratio, rounding: Rounding, lang: Lang) -> Self {
        let units = value.round_to_units(rounding).and_then(|units| i64::try_from(units).ok());
        let Some(number) = units.map(|units| Decimal::new(units, rounding.digits).trimmed()) else {
            return Self::default();
        };
        let text = number.to_string();
        Self { number: Some(number), ..Self::text(lang.pick(text.replace('.', ","), text)) }
    }

    /// The same marked as resting on a provisional figure.
    pub(crate) fn marked(mut self, provisional: bool) -> Self {
        if provisional && let Some(last) = self.cell.lines.last_mut() {
            last.push_str(super::PROVISIONAL);
            self.provisional = true;
        }
        self
    }

    /// What people read, in one line.
    pub(crate) fn line(&self) -> String {
        self.cell.lines.join("; ")
    }
}

/// Digits of points after the mark.
const POINTS_DIGITS: u8 = 3;

impl Board {
    /// For formats that are made of blocks of text.
    pub(in crate::render) fn blocks(&self) -> Vec<page::Block> {
        let column =
            |column: &BoardColumn| page::Column { label: column.label.clone(), side: column.side, wraps: column.wraps };
        let cells = |row: &Vec<Value>| page::Row::Cells(row.iter().map(|value| value.cell.clone()).collect());
        let table = page::Table {
            columns: self.columns.iter().map(column).collect(),
            rows: self.rows.iter().map(cells).collect(),
        };
        let notes = self.notes.iter().map(|note| page::Block::Line(note.clone()));
        let heading = page::Block::Heading(2, self.title.clone());
        [page::Block::Gap, heading, page::Block::Gap, page::Block::Table(table)].into_iter().chain(notes).collect()
    }
}

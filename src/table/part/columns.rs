//! Columns being filled, and how they become columns of a data frame.

use super::super::spelling::nfc;
use polars::prelude::{BooleanChunked, Column, Int64Chunked, IntoColumn as _, PlSmallStr, StringChunkedBuilder};

/// A missing figure while a table is read; in a [`Part`](super::Part) it is null. No figure can be this low.
pub(in crate::table) const MISSING: i64 = i64::MIN;

/// A column of the result.
#[derive(Debug)]
pub(in crate::table) struct Slot {
    /// Its name in the data frame.
    pub(in crate::table) name: String,
    /// Whether its values are yes or no.
    pub(in crate::table) is_yes_no: bool,
    /// The column of the text.
    pub(in crate::table) column: usize,
}

/// How many rows are kept together before they are spread over the columns. Writing every cell to a column of its own
/// at once makes the processor wait for memory; so many rows of a wide table stay in its nearest cache.
const BLOCK: usize = 32;

/// Columns by slot, filled row by row.
#[derive(Debug)]
pub(in crate::table) struct Columns {
    /// Integers of finished blocks; [`MISSING`] is missing.
    figures: Vec<Vec<i64>>,
    /// Integers of the last rows, row by row.
    block: Vec<i64>,
    /// Where the row being read begins in `block`.
    start: usize,
    /// Texts, NFC; empty is missing.
    texts: Vec<Texts>,
    /// Spreadsheet row of each row.
    pub(in crate::table) rows: Vec<u64>,
}

impl Columns {
    /// Empty columns with room for about `expected` rows.
    pub(in crate::table) fn new(figures: usize, texts: usize, expected: usize) -> Self {
        Self {
            figures: (0..figures).map(|_| Vec::with_capacity(expected)).collect(),
            block: vec![MISSING; figures * BLOCK],
            start: 0,
            texts: (0..texts).map(|_| Texts::default()).collect(),
            rows: Vec::with_capacity(expected),
        }
    }

    /// Begins a row; every cell of it is missing until it is set.
    pub(in crate::table) fn begin_row(&mut self, row: u64) {
        self.rows.push(row);
        self.forget_figures();
    }

    /// Sets a figure of the row.
    #[inline]
    pub(in crate::table) fn set_figure(&mut self, slot: usize, value: i64) {
        if let Some(cell) = self.block.get_mut(self.start + slot) {
            *cell = value;
        }
    }

    /// Sets a text of the row; once in a row.
    #[inline]
    pub(in crate::table) fn set_text(&mut self, slot: usize, text: &str) {
        if let Some(column) = self.texts.get_mut(slot) {
            column.push(text);
        }
    }

    /// Makes all figures of the row missing.
    pub(in crate::table) fn forget_figures(&mut self) {
        let end = self.start + self.figures.len();
        self.block.get_mut(self.start..end).unwrap_or_default().fill(MISSING);
    }

    /// Takes the row back as if it had not been begun.
    pub(in crate::table) fn drop_row(&mut self) {
        self.rows.pop();
        self.texts.iter_mut().for_each(|column| column.cut_to(self.rows.len()));
    }

    /// Ends the row.
    pub(in crate::table) fn end_row(&mut self) {
        self.texts.iter_mut().for_each(|column| column.fill_to(self.rows.len()));
        self.start += self.figures.len();
        if self.start == self.block.len() {
            self.finish();
        }
    }

    /// Spreads the last rows over the columns; none of them is complete before.
    pub(in crate::table) fn finish(&mut self) {
        let width = self.figures.len();
        let rows = self.block.get(..self.start).unwrap_or_default();
        for (slot, column) in self.figures.iter_mut().enumerate() {
            column.extend(rows.iter().skip(slot).step_by(width));
        }
        self.start = 0;
    }

    /// The figures of a slot.
    pub(in crate::table) fn figure(&self, slot: usize) -> &[i64] {
        self.figures.get(slot).map_or(&[], Vec::as_slice)
    }

    /// A text; empty when it is missing.
    pub(in crate::table) fn text(&self, slot: usize, row: usize) -> &str {
        self.texts.get(slot).map_or("", |texts| texts.get(row))
    }

    /// Only the rows for which `keep` is true.
    pub(in crate::table) fn keep(&mut self, keep: &[bool]) {
        if keep.iter().all(|keep| *keep) {
            return;
        }
        for column in &mut self.figures {
            retain(column, keep);
        }
        retain(&mut self.rows, keep);
        for column in &mut self.texts {
            let mut kept = Texts::default();
            let rows = keep.iter().enumerate().filter(|(_, keep)| **keep);
            rows.for_each(|(row, _)| kept.push(column.get(row)));
            *column = kept;
        }
    }

    /// As columns of a data frame, figures first.
    pub(in crate::table) fn into_series(self, figures: &[Slot], texts: &[Slot]) -> Vec<Column> {
        let figures = figures.iter().zip(self.figures).map(|(slot, values)| {
            let name = PlSmallStr::from_str(&slot.name);
            if slot.is_yes_no { flags(name, &values) } else { integers(name, values) }
        });
        let texts = texts.iter().zip(&self.texts).map(|(slot, texts)| texts.column(PlSmallStr::from_str(&slot.name)));
        figures.chain(texts).collect()
    }
}

fn retain<T>(column: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    column.retain(|_| keep.next().copied().unwrap_or(false));
}

fn integers(name: PlSmallStr, values: Vec<i64>) -> Column {
    let validity = values.contains(&MISSING).then(|| values.iter().map(|value| *value != MISSING).collect());
    Int64Chunked::from_vec_validity(name, values, validity).into_column()
}

fn flags(name: PlSmallStr, values: &[i64]) -> Column {
    let mut column: BooleanChunked = values.iter().map(|value| (*value != MISSING).then_some(*value == 1)).collect();
    column.rename(name);
    column.into_column()
}

/// A column of texts, one after the other.
#[derive(Debug, Default)]
pub(in crate::table) struct Texts {
    text: String,
    ends: Vec<usize>,
}

impl Texts {
    #[inline]
    fn push(&mut self, text: &str) {
        self.text.push_str(&nfc(text));
        self.ends.push(self.text.len());
    }

    fn get(&self, row: usize) -> &str {
        let start = row.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let range = start.zip(self.ends.get(row).copied());
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    fn cut_to(&mut self, rows: usize) {
        self.ends.truncate(rows);
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }

    fn fill_to(&mut self, rows: usize) {
        while self.ends.len() < rows {
            self.push("");
        }
    }

    fn column(&self, name: PlSmallStr) -> Column {
        let mut builder = StringChunkedBuilder::new(name, self.ends.len());
        for row in 0..self.ends.len() {
            match self.get(row) {
                "" => builder.append_null(),
                text => builder.append_value(text),
            }
        }
        builder.finish().into_column()
    }
}

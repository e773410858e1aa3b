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

/// Columns by slot, all of the same length except for the row being read.
#[derive(Debug)]
pub(in crate::table) struct Columns {
    /// Integers; [`MISSING`] is missing.
    pub(in crate::table) figures: Vec<Vec<i64>>,
    /// Texts, NFC; empty is missing.
    pub(in crate::table) texts: Vec<Texts>,
    /// Spreadsheet row of each row.
    pub(in crate::table) rows: Vec<u64>,
}

impl Columns {
    /// Empty columns with room for about `expected` rows.
    pub(in crate::table) fn new(figures: usize, texts: usize, expected: usize) -> Self {
        Self {
            figures: (0..figures).map(|_| Vec::with_capacity(expected)).collect(),
            texts: (0..texts).map(|_| Texts::default()).collect(),
            rows: Vec::with_capacity(expected),
        }
    }

    #[inline]
    pub(in crate::table) fn push_figure(&mut self, slot: usize, value: i64) {
        if let Some(column) = self.figures.get_mut(slot) {
            column.push(value);
        }
    }

    #[inline]
    pub(in crate::table) fn push_text(&mut self, slot: usize, text: &str) {
        if let Some(column) = self.texts.get_mut(slot) {
            column.push(text);
        }
    }

    /// The figures of a slot.
    pub(in crate::table) fn figure(&self, slot: usize) -> &[i64] {
        self.figures.get(slot).map_or(&[], Vec::as_slice)
    }

    /// A text; empty when it is missing.
    pub(in crate::table) fn text(&self, slot: usize, row: usize) -> &str {
        self.texts.get(slot).map_or("", |texts| texts.get(row))
    }

    /// Only the first `rows` rows.
    pub(in crate::table) fn cut_to(&mut self, rows: usize) {
        self.figures.iter_mut().for_each(|column| column.truncate(rows));
        self.texts.iter_mut().for_each(|column| column.cut_to(rows));
        self.rows.truncate(rows);
    }

    /// Makes the last row `row` complete, without its figures; texts that were read stay for messages.
    pub(in crate::table) fn forget_figures_of(&mut self, row: usize) {
        for column in &mut self.figures {
            column.truncate(row);
            column.push(MISSING);
        }
        self.texts.iter_mut().for_each(|column| column.fill_to(row + 1));
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

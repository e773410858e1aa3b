//! Rows of a sheet: the cells under the columns of the header, an empty one where there is nothing.

use super::super::read::book::Cell;
use super::{Rows, few_digits};

/// Some rows of a sheet, numbered as the sheet numbers them.
#[derive(Debug)]
pub(in crate::table) struct SheetRows<'t> {
    rows: std::slice::Iter<'t, &'t [Cell]>,
    /// The sheet's column of each column of the header, from left to right.
    columns: &'t [u32],
    /// Cells of the row that are not behind the next column.
    left: &'t [Cell],
    next: usize,
    row: u64,
}

impl<'t> SheetRows<'t> {
    pub(in crate::table) fn new(rows: &'t [&'t [Cell]], columns: &'t [u32]) -> Self {
        Self { rows: rows.iter(), columns, left: &[], next: columns.len(), row: 0 }
    }

    /// The next cell, without going on.
    fn peek(&mut self) -> Option<&'t str> {
        let column = self.columns.get(self.next)?;
        while let Some((cell, rest)) = self.left.split_first() {
            if cell.column >= *column {
                return Some(if cell.column == *column { cell.text.as_str() } else { "" });
            }
            self.left = rest;
        }
        Some("")
    }
}

impl Rows for SheetRows<'_> {
    fn next_row(&mut self) -> bool {
        let Some(cells) = self.rows.next() else { return false };
        self.left = cells;
        self.next = 0;
        self.row = cells.first().map_or(self.row, |cell| u64::from(cell.row) + 1);
        true
    }

    fn row(&self) -> u64 {
        self.row
    }

    fn cell(&mut self) -> Option<&str> {
        let text = self.peek()?;
        self.next += 1;
        Some(text)
    }

    fn digits(&mut self) -> Option<i64> {
        let value = few_digits(self.peek()?)?;
        self.next += 1;
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_cell_for_every_column_of_the_header_and_the_sheets_number() {
        let cell = |row, column, text: &str| Cell { row, column, text: text.into() };
        let cells = [cell(4, 0, "I"), cell(4, 1, "a"), cell(4, 3, "7"), cell(9, 3, "b"), cell(9, 5, "beyond")];
        let rows: Vec<&[Cell]> = cells.chunk_by(|a, b| a.row == b.row).collect();
        let mut rows = SheetRows::new(&rows, &[1, 2, 3]);
        assert!(rows.next_row());
        assert_eq!((rows.row(), rows.digits()), (5, None));
        assert_eq!(rows.cell(), Some("a"));
        assert_eq!(rows.cell(), Some(""));
        assert_eq!(rows.digits(), Some(7));
        assert_eq!(rows.cell(), None);
        assert!(rows.next_row());
        assert_eq!(rows.row(), 10);
        for want in [Some(""), Some(""), Some("b"), None] {
            assert_eq!(rows.cell(), want);
        }
        assert!(!rows.next_row());
    }
}

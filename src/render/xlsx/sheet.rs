//! One sheet: a board with frozen header, filters and print set-up, or lines and boards one below the other.

use super::style::Styles;
use crate::quantity::Decimal;
use crate::render::layout::Side;
use crate::render::layout::board::{Board, Value};
use crate::row_height::{height, lines};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// A4 in the numbering of workbooks.
const A4: u8 = 9;

/// A sheet that is written from top to bottom.
pub(super) struct Sheet {
    page: Worksheet,
    row: u32,
    is_of_boards: bool,
}

impl Sheet {
    pub(super) fn new(name: &str, footer: &str) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.6, 0.5, 0.6, 0.6, 0.3, 0.3);
        sheet.set_footer(footer);
        Ok(Self { page: sheet, row: 0, is_of_boards: false })
    }

    /// A board as a sheet of its own: the header stays and repeats, every column filters.
    pub(super) fn of(board: &Board, styles: &Styles, footer: &str) -> Result<Worksheet, XlsxError> {
        let mut sheet = Self::new(&board.title, footer)?;
        for (column, about) in (0..).zip(&board.columns) {
            sheet.page.set_column_width(column, f64::from(about.width))?;
        }
        let last = column_of(board.columns.len().saturating_sub(1));
        sheet.table(board, styles)?;
        let rows = sheet.row.saturating_sub(1);
        sheet.page.set_freeze_panes(1, column_of(FROZEN.min(board.columns.len())))?;
        sheet.page.autofilter(0, 0, rows, last)?;
        sheet.page.set_repeat_rows(0, 0)?;
        sheet.notes(board, styles)?;
        Ok(sheet.finish())
    }

    /// A sheet of several boards below each other: the first column is wide, the others hold numbers.
    pub(super) fn of_boards(name: &str, footer: &str) -> Result<Self, XlsxError> {
        let mut sheet = Self { is_of_boards: true, ..Self::new(name, footer)? };
        sheet.page.set_column_width(0, f64::from(KEYS))?;
        for column in 1..COLUMNS {
            sheet.page.set_column_width(column, f64::from(NUMBERS))?;
        }
        Ok(sheet)
    }

    /// A paragraph over the width of the boards, as high as its text needs.
    pub(super) fn paragraph(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.page.merge_range(self.row, 0, self.row, COLUMNS - 1, text, format)?;
        self.page.set_row_height(self.row, height(lines(text, usize::from(KEYS + (COLUMNS - 1) * NUMBERS))))?;
        self.row += 1;
        Ok(())
    }

    /// A line over the whole width, not wrapped.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.page.write_string_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn gap(&mut self) {
        self.row += 1;
    }

    /// A board below what stands there already.
    pub(super) fn board(&mut self, board: &Board, styles: &Styles) -> Result<(), XlsxError> {
        self.paragraph(&board.title, &styles.notice)?;
        self.table(board, styles)?;
        self.notes(board, styles)
    }

    fn notes(&mut self, board: &Board, styles: &Styles) -> Result<(), XlsxError> {
        // Below a table of its own a note runs over the width of the table without being cut.
        board.notes.iter().try_for_each(|note| self.line(note, &styles.note))
    }

    fn table(&mut self, board: &Board, styles: &Styles) -> Result<(), XlsxError> {
        for (column, about) in (0..).zip(&board.columns) {
            self.page.write_string_with_format(self.row, column, &about.label, &styles.header)?;
        }
        let widths: Vec<u16> = (0..).zip(&board.columns).map(|(at, about)| self.width(at, about.width)).collect();
        let labels = board.columns.iter().zip(&widths).map(|(about, width)| lines(&about.label, usize::from(*width)));
        self.page.set_row_height(self.row, height(labels.max().unwrap_or(1)))?;
        self.row += 1;
        // Making a format takes longer than finding one that was made.
        let mut formats: BTreeMap<String, Format> = BTreeMap::new();
        for row in &board.rows {
            for (column, (value, about)) in (0..).zip(row.iter().zip(&board.columns)) {
                let key = key(value, about.side, about.wraps);
                let format = formats.entry(key).or_insert_with(|| styles.of(value, about.side, about.wraps));
                self.value(column, value, format)?;
            }
            let needed = row.iter().zip(&board.columns).zip(&widths).filter(|((_, about), _)| about.wraps);
            let needed =
                needed.map(|((value, _), width)| value.cell.lines.iter().map(|l| lines(l, usize::from(*width))).sum());
            let needed = needed.max().unwrap_or(1);
            if needed > 1 {
                self.page.set_row_height(self.row, height(needed))?;
            }
            self.row += 1;
        }
        Ok(())
    }

    /// Width of a column: its own on a sheet of one board, else that of the sheet.
    const fn width(&self, at: usize, own: u16) -> u16 {
        match (self.is_of_boards, at) {
            (false, _) => own,
            (true, 0) => KEYS,
            (true, _) => NUMBERS,
        }
    }

    fn value(&mut self, column: u16, value: &Value, format: &Format) -> Result<(), XlsxError> {
        // A workbook holds numbers as floats; what is written has at most as many digits as a float tells apart.
        let number = value.number.and_then(|number| number.to_string().parse::<f64>().ok());
        match number {
            Some(number) => self.page.write_number_with_format(self.row, column, number, format)?,
            None if value.cell.lines.iter().all(String::is_empty) => self.page.write_blank(self.row, column, format)?,
            None => self.page.write_string_with_format(self.row, column, value.cell.lines.join("\n"), format)?,
        };
        Ok(())
    }

    pub(super) fn finish(self) -> Worksheet {
        self.page
    }
}

/// Characters of the first column of a sheet of boards, of its other columns, and how many there are: the width of a page.
const KEYS: u16 = 30;
const NUMBERS: u16 = 11;
const COLUMNS: u16 = 15;

/// Columns that stay when the sheet is scrolled sideways: code and name.
const FROZEN: usize = 2;

fn column_of(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// What a format depends on.
fn key(value: &Value, side: Side, wraps: bool) -> String {
    let first = value.cell.lines.first().and_then(|line| line.chars().next());
    let sign = first.filter(|first| matches!(first, '=' | '+' | '-' | '@'));
    let digits = value.number.map(Decimal::scale);
    let lines = value.cell.lines.len() > 1;
    format!("{side:?} {wraps} {lines} {:?} {digits:?} {} {sign:?}", value.cell.tone, value.provisional)
}

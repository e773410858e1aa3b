//! A sheet that is written from top to bottom, and what all sheets have: protection, paper, header and footer.

use super::Form;
use super::style::Styles;
use crate::row_height::{height, lines};
use crate::table::EntrySheet;
use rust_xlsxwriter::{Format, ProtectionOptions, Worksheet, XlsxError};

/// A4 in the numbering of workbooks.
const A4: u8 = 9;

/// A sheet and the row that is next.
pub(super) struct Page<'f> {
    pub(super) sheet: Worksheet,
    /// Counted from 0.
    pub(super) row: u32,
    styles: &'f Styles,
}

impl<'f> Page<'f> {
    /// An empty sheet.
    pub(super) fn new(form: &'f Form<'_>, which: EntrySheet) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(which.name(form.request.lang))?;
        Ok(Self { sheet, row: 0, styles: &form.styles })
    }

    /// A line over the whole width, not wrapped.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, 22)?;
        self.line(text, &self.styles.title)
    }

    pub(super) fn section(&mut self, text: &str) -> Result<(), XlsxError> {
        self.gap();
        self.line(text, &self.styles.section)
    }

    /// A paragraph over the columns 0 to `last`, as high as its text needs at `width` characters a line.
    pub(super) fn paragraph(&mut self, text: &str, last: u16, width: usize, format: &Format) -> Result<(), XlsxError> {
        self.sheet.merge_range(self.row, 0, self.row, last, text, format)?;
        self.sheet.set_row_height(self.row, height(lines(text, width)))?;
        self.row += 1;
        Ok(())
    }

    /// A row of a table, as high as the fullest of its cells; `widths` are those of the columns.
    pub(super) fn cells(&mut self, cells: &[(&str, &Format)], widths: &[usize]) -> Result<(), XlsxError> {
        let mut most = 1;
        for (column, (text, format)) in (0..).zip(cells) {
            self.sheet.write_string_with_format(self.row, column, *text, format)?;
            most = most.max(lines(text, widths.get(usize::from(column)).copied().unwrap_or(1)));
        }
        self.sheet.set_row_height(self.row, height(most))?;
        self.row += 1;
        Ok(())
    }

    /// Widths of the columns in characters.
    pub(super) fn widths(&mut self, widths: &[usize]) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, u16::try_from(*width).unwrap_or(u16::MAX))?;
        }
        Ok(())
    }

    pub(super) fn gap(&mut self) {
        self.row += 1;
    }

    pub(super) fn finish(self) -> Worksheet {
        self.sheet
    }
}

/// Locks what is not filled in, without a password, and sets up the paper.
pub(super) fn set_up(sheet: &mut Worksheet, form: &Form<'_>) {
    // Sorting stays forbidden: of a locked sheet it moves some columns of a row without the others.
    let allowed = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    };
    sheet.protect_with_options(&allowed);
    sheet.set_paper_size(A4).set_landscape().set_margins(0.4, 0.4, 0.5, 0.6, 0.25, 0.3);
    let mark = if form.provisional.0 > 0 { form.words.provisional_mark } else { "" };
    sheet.set_footer(format!("&L{} {mark}&C&A&R&P/&N", form.request.standard.id.replace('&', "&&")));
}

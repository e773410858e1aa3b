//! [`Part`]: some thousand rows of a table as a polars data frame, and the columns of figures that scoring reads.

mod columns;
mod figure;

pub(super) use columns::{Columns, MISSING, Slot};
pub use figure::FigureColumn;

use super::check::Target;
use crate::criteria::model::{ClassIx, FieldIx};
use crate::diag::CellPlace;
use polars::prelude::{BooleanChunked, DataFrame, Int64Chunked, StringChunked};
use std::sync::Arc;

/// Rows of one file: integers, yes-no and texts in columns; null is missing.
#[derive(Clone, Debug)]
pub struct Part {
    frame: DataFrame,
    layout: Arc<Layout>,
    /// Spreadsheet row of each row.
    rows: Vec<u64>,
}

/// Which cell of a row.
#[derive(Clone, Copy, Debug)]
pub enum Head<'h> {
    /// The commune's code.
    Code,
    /// Its area class.
    AreaClass,
    /// A figure.
    Field(FieldIx),
    /// A column the standard does not score, by its header.
    Extra(&'h str),
}

/// The texts by which rows of a part are known.
#[derive(Clone, Copy, Debug)]
pub struct Names<'p>([Option<&'p StringChunked>; 4]);

impl<'p> Names<'p> {
    /// Code, name, province and district of a row; empty where there is none.
    #[must_use]
    pub fn of(&self, row: usize) -> [&'p str; 4] {
        self.0.map(|texts| texts.and_then(|texts| texts.get(row)).unwrap_or_default())
    }
}

/// The years of the rows of a part.
#[derive(Clone, Copy, Debug)]
pub struct YearColumn<'p>(Option<&'p Int64Chunked>);

impl YearColumn<'_> {
    /// The year of a row, 1900 to 2200; `None` when not given.
    #[must_use]
    pub fn of(&self, row: usize) -> Option<u16> {
        u16::try_from(self.0?.get(row)?).ok()
    }
}

/// Which column of the data frame holds what; the same for all parts of a file.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Name the file is shown by.
    pub(super) file: Arc<str>,
    /// Sheet, when the file is a workbook.
    pub(super) sheet: Option<Arc<str>>,
    /// By field of the standard.
    pub(super) fields: Vec<Option<usize>>,
    pub(super) code: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) province: Option<usize>,
    pub(super) district: Option<usize>,
    pub(super) year: Option<usize>,
    pub(super) class: Option<usize>,
    /// Columns the standard does not score, with their headers, in the table's order.
    pub(super) extra: Vec<(Arc<str>, usize)>,
    /// What each column of the table is for, with its spreadsheet column, from 1, and its header.
    pub(super) heads: Vec<(Target, usize, Arc<str>)>,
}

impl Layout {
    pub(super) fn new(file: &Arc<str>, fields: usize) -> Self {
        Self { file: Arc::clone(file), fields: vec![None; fields], ..Self::default() }
    }

    /// Text columns stand behind the figures in the data frame.
    pub(super) fn put_texts_behind(&mut self, figures: usize) {
        let texts = [&mut self.code, &mut self.name, &mut self.province, &mut self.district];
        texts.into_iter().flatten().for_each(|at| *at += figures);
        self.extra.iter_mut().for_each(|(_, at)| *at += figures);
    }
}

impl Part {
    /// The rows to keep of columns that were read; `Err` is the message of polars.
    pub(super) fn new(
        layout: Arc<Layout>,
        mut columns: Columns,
        keep: &[bool],
        figures: &[Slot],
        texts: &[Slot],
    ) -> Result<Self, String> {
        columns.keep(keep);
        let rows = std::mem::take(&mut columns.rows);
        let frame = DataFrame::new(rows.len(), columns.into_series(figures, texts)).map_err(|e| e.to_string())?;
        Ok(Self { frame, layout, rows })
    }

    /// The rows for which `keep` is true.
    pub(super) fn filtered(&self, keep: &[bool]) -> Result<Self, String> {
        let mask: BooleanChunked = keep.iter().copied().collect();
        let frame = self.frame.filter(&mask).map_err(|e| e.to_string())?;
        let rows = self.rows.iter().zip(keep).filter(|(_, keep)| **keep).map(|(row, _)| *row).collect();
        Ok(Self { frame, layout: Arc::clone(&self.layout), rows })
    }

    /// Adds the spreadsheet rows that stand before the part.
    pub(super) fn move_down(&mut self, rows: u64) {
        self.rows.iter_mut().for_each(|row| *row += rows);
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All columns. Those of fields have the field's id as name; identity columns `code`, `name`, `province`,
    /// `district`, `year` and `area_class` (a position); other columns `+`, their number and their header.
    #[must_use]
    pub fn frame(&self) -> &DataFrame {
        &self.frame
    }

    /// The figures of a field; all missing when the table has no such column.
    #[must_use]
    pub fn figure_column(&self, field: FieldIx) -> FigureColumn<'_> {
        let column = self.layout.fields.get(field.0).copied().flatten().and_then(|at| self.frame.columns().get(at));
        column.map_or_else(FigureColumn::absent, |column| FigureColumn::new(column.as_materialized_series()))
    }

    /// Whether the table has a column for a field.
    #[must_use]
    pub fn has_field(&self, field: FieldIx) -> bool {
        self.layout.fields.get(field.0).copied().flatten().is_some()
    }

    /// The area class of a row; `None` when missing or when the standard has no classes.
    #[must_use]
    pub fn class(&self, row: usize) -> Option<ClassIx> {
        let position = self.integers(self.layout.class)?.get(row)?;
        usize::try_from(position).ok().map(ClassIx)
    }

    /// The year of a row, 1900 to 2200; `None` when not given.
    #[must_use]
    pub fn year(&self, row: usize) -> Option<u16> {
        self.years().of(row)
    }

    /// The code of a row, as text with its leading zeros; empty only where an error was reported.
    #[must_use]
    pub fn code(&self, row: usize) -> &str {
        self.text(self.layout.code, row)
    }

    /// The commune's name; empty only where an error was reported.
    #[must_use]
    pub fn name(&self, row: usize) -> &str {
        self.text(self.layout.name, row)
    }

    /// The province; empty when not given.
    #[must_use]
    pub fn province(&self, row: usize) -> &str {
        self.text(self.layout.province, row)
    }

    /// The district; empty when not given.
    #[must_use]
    pub fn district(&self, row: usize) -> &str {
        self.text(self.layout.district, row)
    }

    /// Header and text of each column the standard does not score, in the table's order.
    pub fn extra(&self, row: usize) -> impl Iterator<Item = (&Arc<str>, &str)> {
        self.layout.extra.iter().map(move |(header, at)| (header, self.text(Some(*at), row)))
    }

    /// Name of the file, as messages show it.
    #[must_use]
    pub fn file(&self) -> &Arc<str> {
        &self.layout.file
    }

    /// The sheet it comes from, when the file is a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&Arc<str>> {
        self.layout.sheet.as_ref()
    }

    /// Spreadsheet row, the header being row 1; 0 beyond the end.
    #[must_use]
    pub fn row_number(&self, row: usize) -> u64 {
        self.rows.get(row).copied().unwrap_or(0)
    }

    /// A cell of a row, as spreadsheets name it; the row alone where the table has no such column.
    #[must_use]
    pub fn cell(&self, row: usize, head: Head<'_>) -> CellPlace {
        let column = self.layout.heads.iter().find(|(target, _, header)| match head {
            Head::Code => target.is_code(),
            Head::AreaClass => target.is_class(),
            Head::Field(field) => *target == Target::Field(field),
            Head::Extra(text) => *target == Target::Extra && **header == *text,
        });
        let commune = [self.code(row), self.name(row)].join(" ");
        CellPlace {
            file: Arc::clone(self.file()),
            sheet: self.sheet().cloned(),
            row: Some(self.row_number(row)),
            column: column.map(|(_, number, _)| *number),
            header: column.map(|(_, _, header)| Arc::clone(header)),
            commune: Some(commune.trim().to_owned()).filter(|commune| !commune.is_empty()),
        }
    }

    /// The codes of all rows; `None` when the table has no such column.
    pub(super) fn codes(&self) -> Option<&StringChunked> {
        self.frame.columns().get(self.layout.code?)?.as_materialized_series().str().ok()
    }

    /// The years of all rows, looked up once for all of them.
    #[must_use]
    pub fn years(&self) -> YearColumn<'_> {
        YearColumn(self.integers(self.layout.year))
    }

    /// The code, name, province and district of rows, looked up once for all of them.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        let Layout { code, name, province, district, .. } = *self.layout;
        Names([code, name, province, district].map(|column| self.texts(column)))
    }

    fn texts(&self, column: Option<usize>) -> Option<&StringChunked> {
        self.frame.columns().get(column?)?.as_materialized_series().str().ok()
    }

    fn text(&self, column: Option<usize>, row: usize) -> &str {
        self.texts(column).and_then(|texts| texts.get(row)).unwrap_or_default()
    }

    fn integers(&self, column: Option<usize>) -> Option<&Int64Chunked> {
        self.frame.columns().get(column?)?.as_materialized_series().i64().ok()
    }
}

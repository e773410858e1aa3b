//! Workbooks of the kinds .xlsx and .xlsm, cell by cell.

use super::cell::{Shown, text};
use super::{Area, Cell, Count, Sheet, damaged, in_order};
use crate::diag::{Book as Found, Problem};
use calamine::{DataType as _, Dimensions, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use compact_str::{CompactString, format_compact};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Formulas without a result, by row and column.
type NotComputed = BTreeMap<(u32, u32), CompactString>;

/// All worksheets; `computes_on_load`: results of formulas are not to be trusted.
pub(super) fn sheets(bytes: &[u8], computes_on_load: bool) -> Result<Vec<Sheet>, Problem> {
    let mut book: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(of_xlsx)?;
    let (mut sheets, mut count) = (Vec::new(), Count::default());
    for about in book.sheets_metadata().to_vec() {
        if about.typ != SheetType::WorkSheet {
            continue;
        }
        sheets.push(match about.visible {
            SheetVisible::Visible => sheet(&mut book, &about.name, computes_on_load, &mut count)?,
            SheetVisible::Hidden | SheetVisible::VeryHidden => Sheet::hidden(&about.name),
        });
    }
    Ok(sheets)
}

fn sheet(book: &mut Workbook<'_>, name: &str, computes_on_load: bool, count: &mut Count) -> Result<Sheet, Problem> {
    let not_computed = not_computed(book, name, computes_on_load, count)?;
    let mut cells = Vec::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    let style_of = |style: &calamine::Style| style.number_format.as_ref().map(|format| Shown::of(&format.format_code));
    let shown: Vec<Shown> = reader.styles().iter().map(|style| style_of(style).unwrap_or(Shown::Plain)).collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(of_xlsx)? {
        let (row, column) = cell.get_position();
        let shown = shown.get(style).copied().unwrap_or(Shown::Plain);
        let formula = not_computed.get(&(row, column)).cloned();
        if let Some(text) = formula.or_else(|| text(cell.get_value(), shown)) {
            count.add(row)?;
            cells.push(Cell { row, column, text });
        }
    }
    drop(reader);
    let merged = book.merge_cells_by_sheet_name(name).map_err(of_xlsx)?;
    let merged = merged.into_iter().map(Area::from).collect();
    Ok(Sheet { name: Arc::from(name), hidden: false, cells: in_order(cells)?, merged, tells_percent: true })
}

/// Formulas whose result is not in the file, as text.
fn not_computed(
    book: &mut Workbook<'_>,
    name: &str,
    computes_on_load: bool,
    count: &mut Count,
) -> Result<NotComputed, Problem> {
    let mut found = NotComputed::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    while let Some(cell) = reader.next_cell_with_formula().map_err(of_xlsx)? {
        if let Some(formula) = cell.formula
            && (computes_on_load || cell.value.is_empty())
        {
            count.add(cell.pos.0)?;
            found.insert(cell.pos, format_compact!("={formula}"));
        }
    }
    Ok(found)
}

impl From<Dimensions> for Area {
    fn from(area: Dimensions) -> Self {
        Self { first: area.start, last: area.end }
    }
}

fn of_xlsx(error: XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::Book(Found::Locked),
        error => damaged(&error.to_string()),
    }
}

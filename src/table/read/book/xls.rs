//! Workbooks of the kind .xls.

mod compound;
mod scan;
mod strings;

use super::cell::{Shown, text};
use super::formulas::{Doubtful, Formula, Formulas};
use super::{Area, Cell, Count, Sheet, broken, in_order};
use crate::diag::{Book as Found, Problem};
use calamine::{Range, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use std::io::Cursor;
use std::sync::Arc;

/// All worksheets.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    // Before the library, which makes room for all cells between the first and the last.
    let formats = scan::scan(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(of_xls)?;
    let (mut sheets, mut count) = (Vec::new(), Count::default());
    for (at, about) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        let formats = formats.as_ref().and_then(|formats| formats.get(at));
        if about.typ != SheetType::WorkSheet {
            continue;
        }
        if about.visible != SheetVisible::Visible {
            sheets.push(Sheet::hidden(&about.name));
            continue;
        }
        let merged = book.merge_cells_by_sheet_name(&about.name).map_err(of_xls)?;
        let doubtful = doubtful(&book.worksheet_formula(&about.name).map_err(of_xls)?, &mut count)?;
        let range = book.worksheet_range(&about.name).map_err(of_xls)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut cells = Vec::new();
        for (row, column, value) in range.used_cells() {
            let place = u32::try_from(row).ok().zip(u32::try_from(column).ok());
            let Some((row, column)) = place.map(|(row, column)| (top + row, left + column)) else { continue };
            let shown = formats.and_then(|formats| formats.get(&(row, column))).copied().unwrap_or(Shown::Plain);
            let formula = doubtful.get(&(row, column)).cloned();
            if let Some(text) = formula.or_else(|| text(value, shown)) {
                count.add(row, &text)?;
                cells.push(Cell { row, column, text });
            }
        }
        sheets.push(Sheet {
            name: Arc::from(about.name.as_str()),
            hidden: false,
            cells: in_order(cells)?,
            merged: merged.into_iter().map(Area::from).collect(),
            tells_percent: formats.is_some(),
        });
    }
    Ok(sheets)
}

/// Formulas that go round in a circle; the file has a result for every formula.
fn doubtful(range: &Range<String>, count: &mut Count) -> Result<Doubtful, Problem> {
    let (top, left) = range.start().unwrap_or_default();
    let mut formulas = Formulas::default();
    for (row, column, formula) in range.used_cells() {
        let place = u32::try_from(row).ok().zip(u32::try_from(column).ok());
        let Some(place) = place.map(|(row, column)| (top + row, left + column)) else { continue };
        formulas.add(place, &Formula::of(formula, place), true, count)?;
    }
    formulas.doubtful()
}

fn of_xls(error: XlsError) -> Problem {
    match error {
        XlsError::Password => Problem::Book(Found::Locked),
        error => broken(&error),
    }
}

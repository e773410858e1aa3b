//! Workbooks of the kind .xls.

mod compound;
mod scan;
mod strings;
mod tokens;

use super::cell::{Shown, text};
use super::formulas::{self, Doubt, Doubtful, Formulas};
use super::{Area, Cell, Count, Sheet, broken, damaged, in_order};
use crate::diag::book::Damage;
use crate::diag::{Book as Found, Problem};
use calamine::{Data, Range, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use scan::{Formats, Scan};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

/// All worksheets.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let stream = workbook(bytes)?;
    // Before the library, which makes room for all cells between the first and the last.
    let (mut formulas, mut count) = (Formulas::default(), Count::default());
    let scan = scan::scan(&stream, &mut formulas, &mut count)?;
    let doubtful = formulas.doubtful()?;
    let alone = compound::container(scan.changed(stream)).ok_or_else(|| damaged(Damage::NoWorkbook))?;
    let mut book: Xls<_> = Xls::new(Cursor::new(alone)).map_err(of_xls)?;
    let mut sheets = Vec::new();
    for (tab, about) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        if about.typ != SheetType::WorkSheet {
            continue;
        }
        if about.visible != SheetVisible::Visible {
            sheets.push(Sheet::hidden(&about.name));
            continue;
        }
        let formats = scan.formats.as_ref().and_then(|formats| formats.get(tab));
        let merged = book.merge_cells_by_sheet_name(&about.name).map_err(of_xls)?;
        let range = book.worksheet_range(&about.name).map_err(of_xls)?;
        let tab = u32::try_from(tab).unwrap_or(u32::MAX);
        let mut cells = cells(tab, &range, formats, &doubtful, &mut count)?;
        add_not_computed(tab, &scan, &mut cells, &mut count)?;
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

/// The stream with the workbook in it.
fn workbook(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let stream = |names| compound::stream(bytes, names);
    stream(&["Workbook", "Book"]).ok_or_else(|| match () {
        // What Excel puts a workbook with a password into, whatever its kind.
        () if stream(&["EncryptedPackage"]).is_some() => Problem::Book(Found::Locked),
        () if stream(&["WordDocument"]).is_some() => Problem::Book(Found::OtherKind { kind: "Word" }),
        () => damaged(Damage::NoWorkbook),
    })
}

fn cells(
    tab: u32,
    range: &Range<Data>,
    formats: Option<&Formats>,
    doubtful: &Doubtful,
    count: &mut Count,
) -> Result<Vec<Cell>, Problem> {
    let (top, left) = range.start().unwrap_or_default();
    let mut cells = Vec::new();
    for (row, column, value) in range.used_cells() {
        let place = u32::try_from(row).ok().zip(u32::try_from(column).ok());
        let Some((row, column)) = place.map(|(row, column)| (top + row, left + column)) else { continue };
        let shown = formats.and_then(|formats| formats.get(&(row, column))).copied().unwrap_or(Shown::Plain);
        let formula = doubtful.get(&(tab, row, column)).cloned();
        if let Some(text) = formula.or_else(|| text(value, shown)) {
            count.add(row, &text)?;
            cells.push(Cell { row, column, text });
        }
    }
    Ok(cells)
}

/// Where no formula of a workbook has a result, the program that wrote it does not compute: Excel stores nothing, too,
/// for a formula that gives an empty text, but hardly for all. A row with nothing else in it is one that waits for a
/// commune.
fn add_not_computed(tab: u32, scan: &Scan, cells: &mut Vec<Cell>, count: &mut Count) -> Result<(), Problem> {
    if scan.is_computed {
        return Ok(());
    }
    let filled: BTreeSet<u32> = cells.iter().map(|cell| cell.row).collect();
    let taken: BTreeSet<(u32, u32)> = cells.iter().map(|cell| (cell.row, cell.column)).collect();
    for (_, row, column) in scan.empty.iter().copied().filter(|place| place.0 == tab) {
        if filled.contains(&row) && !taken.contains(&(row, column)) {
            let text = formulas::text(Doubt::NotComputed, formulas::UNKNOWN);
            count.add(row, &text)?;
            cells.push(Cell { row, column, text });
        }
    }
    Ok(())
}

fn of_xls(error: XlsError) -> Problem {
    match error {
        XlsError::Password => Problem::Book(Found::Locked),
        error => broken(&error),
    }
}

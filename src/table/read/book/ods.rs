//! Workbooks of the kind .ods.

mod scan;

use super::cell::{Shown, text};
use super::{Cell, Count, Sheet, broken, in_order};
use crate::diag::{Book as Found, Problem};
use calamine::{Ods, OdsError, Reader as _, SheetVisible};
use scan::Scan;
use std::io::Cursor;
use std::sync::Arc;

/// All sheets.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    // Before the library, which repeats cells as often as the file says.
    let scans = scan::scan(bytes)?;
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(of_ods)?;
    let (mut sheets, mut count) = (Vec::new(), Count::default());
    let names: Vec<_> = book.sheets_metadata().to_vec();
    for (about, scan) in names.into_iter().zip(scans) {
        if about.visible != SheetVisible::Visible {
            sheets.push(Sheet::hidden(&about.name));
            continue;
        }
        let range = book.worksheet_range(&about.name).map_err(of_ods)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut cells = Vec::new();
        for (row, column, value) in range.cells() {
            let place = u32::try_from(row).ok().zip(u32::try_from(column).ok());
            let Some((row, column)) = place.map(|(row, column)| (top + row, left + column)) else { continue };
            let shown = scan.shown.get(&(row, column)).copied().unwrap_or(Shown::Plain);
            let formula = scan.doubtful.get(&(row, column)).cloned();
            if let Some(text) = formula.or_else(|| text(value, shown)) {
                count.add(row, &text)?;
                cells.push(Cell { row, column, text });
            }
        }
        let Scan { merged, .. } = scan;
        let (name, cells) = (Arc::from(about.name.as_str()), in_order(cells)?);
        sheets.push(Sheet { name, hidden: false, cells, merged, tells_percent: true });
    }
    Ok(sheets)
}

fn of_ods(error: OdsError) -> Problem {
    match error {
        OdsError::Password => Problem::Book(Found::Locked),
        error => broken(&error),
    }
}

//! Workbooks of the kinds .xlsx and .xlsm, cell by cell.

use super::cell::{Shown, text};
use super::formulas::{Doubtful, Formula, Formulas};
use super::{Area, Cell, Count, Sheet, broken, in_order};
use crate::diag::{Book as Found, Problem};
use calamine::{
    DataType as _, Dimensions, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata as Written,
};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

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
    let doubtful = doubtful(book, name, computes_on_load, count)?;
    let mut cells = Vec::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    let style_of = |style: &calamine::Style| style.number_format.as_ref().map(|format| Shown::of(&format.format_code));
    let shown: Vec<Shown> = reader.styles().iter().map(|style| style_of(style).unwrap_or(Shown::Plain)).collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(of_xlsx)? {
        let (row, column) = cell.get_position();
        let shown = shown.get(style).copied().unwrap_or(Shown::Plain);
        let formula = doubtful.get(&(row, column)).cloned();
        if let Some(text) = formula.or_else(|| text(cell.get_value(), shown)) {
            count.add(row, &text)?;
            cells.push(Cell { row, column, text });
        }
    }
    drop(reader);
    let merged = book.merge_cells_by_sheet_name(name).map_err(of_xlsx)?;
    let merged = merged.into_iter().map(Area::from).collect();
    Ok(Sheet { name: Arc::from(name), hidden: false, cells: in_order(cells)?, merged, tells_percent: true })
}

/// Formulas whose result is not taken, as text.
fn doubtful(
    book: &mut Workbook<'_>,
    name: &str,
    computes_on_load: bool,
    count: &mut Count,
) -> Result<Doubtful, Problem> {
    let (mut formulas, mut shared) = (Formulas::default(), BTreeMap::new());
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(of_xlsx)? {
        let has_result = !computes_on_load && !cell.value.is_empty();
        // The library could write out shared formulas; a long one would be copied for every cell.
        match cell.formula {
            None => {}
            Some(Written::Normal { formula }) => {
                formulas.add(cell.pos, &Formula::of(&formula, cell.pos), has_result, count)?;
            }
            Some(Written::Shared { shared_index, formula, .. }) => {
                let formula = Formula::of(&formula, cell.pos);
                formulas.add(cell.pos, &formula, has_result, count)?;
                shared.insert(shared_index, formula);
            }
            Some(Written::SharedDerived { shared_index }) => {
                if let Some(formula) = shared.get(&shared_index) {
                    formulas.add(cell.pos, formula, has_result, count)?;
                }
            }
            // The library may come to know other kinds.
            Some(_) => formulas.add(cell.pos, &Formula::of("", cell.pos), has_result, count)?,
        }
    }
    formulas.doubtful()
}

impl From<Dimensions> for Area {
    fn from(area: Dimensions) -> Self {
        Self { first: area.start, last: area.end }
    }
}

fn of_xlsx(error: XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::Book(Found::Locked),
        error => broken(&error),
    }
}

//! Workbooks of the kinds .xlsx and .xlsm, cell by cell.

use super::cell::{Shown, text};
use super::formulas::{Doubtful, Formula, Formulas, Tabs};
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
    let all = book.sheets_metadata().to_vec();
    let tabs = Tabs::of(all.iter().map(|about| about.name.as_str()));
    // A circle can go through any sheet, hidden ones too.
    let worksheets = || (0..).zip(&all).filter(|(_, about)| about.typ == SheetType::WorkSheet);
    let (mut formulas, mut count) = (Formulas::default(), Count::default());
    for (tab, about) in worksheets() {
        add_formulas(&mut book, (tab, &about.name), &tabs, computes_on_load, &mut formulas, &mut count)?;
    }
    let (doubtful, mut shown) = (formulas.doubtful()?, None);
    let mut sheets = Vec::new();
    for (tab, about) in worksheets() {
        sheets.push(match about.visible {
            SheetVisible::Visible => sheet(&mut book, (tab, &about.name), &doubtful, &mut shown, &mut count)?,
            SheetVisible::Hidden | SheetVisible::VeryHidden => Sheet::hidden(&about.name),
        });
    }
    Ok(sheets)
}

/// `shown` is what the styles do to numbers, once one sheet was read: they are those of the workbook.
fn sheet(
    book: &mut Workbook<'_>,
    (tab, name): (u32, &str),
    doubtful: &Doubtful,
    shown: &mut Option<Vec<Shown>>,
    count: &mut Count,
) -> Result<Sheet, Problem> {
    let mut cells = Vec::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    let style_of = |style: &calamine::Style| style.number_format.as_ref().map(|format| Shown::of(&format.format_code));
    let shown = shown
        .get_or_insert_with(|| reader.styles().iter().map(|style| style_of(style).unwrap_or(Shown::Plain)).collect());
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(of_xlsx)? {
        let (row, column) = cell.get_position();
        let shown = shown.get(style).copied().unwrap_or(Shown::Plain);
        let formula = doubtful.get(&(tab, row, column)).cloned();
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

/// Adds the formulas of a sheet.
fn add_formulas(
    book: &mut Workbook<'_>,
    (tab, name): (u32, &str),
    tabs: &Tabs,
    computes_on_load: bool,
    formulas: &mut Formulas,
    count: &mut Count,
) -> Result<(), Problem> {
    let mut shared: BTreeMap<_, Arc<Formula>> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(of_xlsx)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(of_xlsx)? {
        let has_result = !computes_on_load && !cell.value.is_empty();
        // The library could write out shared formulas; a long one would be copied for every cell.
        let formula = match cell.formula {
            None => continue,
            Some(Written::Normal { formula }) => Arc::new(Formula::of(&formula, cell.pos, tabs, count)?),
            Some(Written::Shared { shared_index, formula, .. }) => {
                let formula = Arc::new(Formula::of(&formula, cell.pos, tabs, count)?);
                shared.insert(shared_index, Arc::clone(&formula));
                formula
            }
            Some(Written::SharedDerived { shared_index }) => match shared.get(&shared_index) {
                Some(formula) => Arc::clone(formula),
                None => continue,
            },
            // The library may come to know other kinds.
            Some(_) => Arc::new(Formula::of("", cell.pos, tabs, count)?),
        };
        formulas.add((tab, cell.pos.0, cell.pos.1), &formula, has_result, count)?;
    }
    Ok(())
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

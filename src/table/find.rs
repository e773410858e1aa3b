//! Finding the table in a file: the sheet, its header row, and the rows that are communes.

mod block;
mod merged;
mod rows;
mod text;

use super::check::{self, Spellings, Target, Wanted};
use super::entry;
use super::read::book::{Book, Sheet};
use super::read::{self, Body, Codes, Input, SheetHeader, TextTable};
use super::spelling::fold;
use crate::diag::{Book as Found, CellPlace, Diagnostic, Place, Problem, Report, nearest};
pub(super) use block::Block;
use block::{Best, Least};
pub(super) use rows::is_total;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
pub(super) use text::leave_out_others;

/// Reads the table in a text file or workbook. `sheet` is the name or number of a sheet; without it, the visible sheet
/// whose header fits the standard best is taken.
///
/// # Errors
/// The file cannot be read, or holds no table, or several that fit equally well.
pub fn open(path: &Path, wanted: &Wanted<'_>, sheet: Option<&str>) -> Result<TextTable, Report> {
    open_for(path, wanted, sheet, Least::Table)
}

fn open_for(path: &Path, wanted: &Wanted<'_>, sheet: Option<&str>, least: Least) -> Result<TextTable, Report> {
    match read::input(path) {
        Ok(Input::Text(table)) => text::located(table, wanted, least),
        Ok(Input::Book(book)) => in_book(&book, wanted, sheet, least),
        Err(refused) => Err(Report { diagnostics: vec![refused] }),
    }
}

fn in_book(book: &Book, wanted: &Wanted<'_>, choice: Option<&str>, least: Least) -> Result<TextTable, Report> {
    let at_file = |found| Diagnostic::new(Problem::Book(found), Place::File(book.name.to_string()));
    let refused = |found| Report { diagnostics: vec![at_file(found)] };
    let names_there: Vec<&str> = book.sheets.iter().map(|sheet| &*sheet.name).collect();
    let is_entry = entry::is_entry_workbook(&names_there);
    let is_aside = |sheet: &Sheet| is_entry && entry::is_aside(&sheet.name);
    let visible: Vec<&Sheet> = book.sheets.iter().filter(|sheet| !sheet.hidden).collect();
    let candidates = match choice {
        Some(choice) => vec![chosen(book, &visible, choice).map_err(refused)?],
        None => visible.iter().copied().filter(|sheet| !is_aside(sheet)).collect(),
    };
    let spellings = Spellings::of(wanted.standard);
    let found: Vec<(&Sheet, Best)> =
        candidates.iter().filter_map(|sheet| Some((*sheet, block::best(sheet, &spellings, least)?))).collect();
    let hidden = || names(book.sheets.iter().filter(|sheet| sheet.hidden));
    let (sheet, header) = match likeliest(&found, wanted, least).as_slice() {
        [(sheet, Best::One(block))] => (*sheet, block),
        [(sheet, Best::Unclear { rows, .. })] => {
            let place = whole_sheet(book, sheet);
            let problem = Problem::Book(Found::HeaderUnclear { rows: rows.clone() });
            return Err(Report { diagnostics: vec![Diagnostic::new(problem, place)] });
        }
        [] => {
            let filled = candidates.iter().copied().filter(|sheet| !sheet.cells.is_empty());
            let (sheets, wanted) = (names(filled), looked_for(wanted));
            return Err(refused(Found::NoHeader { sheets, wanted, hidden: hidden() }));
        }
        several => return Err(refused(Found::SheetUnclear { sheets: names(several.iter().map(|(sheet, _)| *sheet)) })),
    };
    let mut table = framed(book, sheet, header);
    let others = visible
        .iter()
        .copied()
        .filter(|other| !std::ptr::eq(*other, sheet) && !other.cells.is_empty() && !is_aside(other));
    let others = names(others);
    let hidden = hidden();
    let mut notes = Report::default();
    // With `--sheet` the others were left out knowingly.
    if !others.is_empty() && choice.is_none() {
        notes.push(at_file(Found::OtherSheets { names: others }));
    }
    if !hidden.is_empty() {
        notes.push(at_file(Found::HiddenSheets { names: hidden }));
    }
    notes.append(std::mem::take(&mut table.notes));
    table.notes = notes;
    Ok(table)
}

/// The sheets that the table can be on; several where nothing tells which. Those with communes come before those without,
/// such as an empty form; of them those with every column that is needed, whatever else they have; else those with most
/// columns.
fn likeliest<'f, 'b>(found: &'f [(&'b Sheet, Best)], wanted: &Wanted<'_>, least: Least) -> Vec<&'f (&'b Sheet, Best)> {
    let needed = match least {
        Least::Table => check::required(wanted),
        Least::Code => BTreeSet::new(),
    };
    let rank = |(sheet, best): &&(&Sheet, Best)| {
        let known: BTreeSet<Target> = best.block().columns.iter().filter_map(|heading| heading.target).collect();
        let has_all = !needed.is_empty() && needed.is_subset(&known);
        let has_communes = found.len() > 1 && !rows::communes(sheet, best.block()).0.is_empty();
        (has_communes, has_all, if has_all { 0 } else { best.score() })
    };
    let ranked: Vec<_> = found.iter().map(|one| (rank(&one), one)).collect();
    let most = ranked.iter().map(|(rank, _)| *rank).max();
    ranked.into_iter().filter(|(rank, _)| Some(*rank) == most).map(|(_, one)| one).collect()
}

/// The visible sheet of a name, or of a number counted from 1.
fn chosen<'b>(book: &Book, visible: &[&'b Sheet], choice: &str) -> Result<&'b Sheet, Found> {
    let by_name = visible.iter().find(|sheet| fold(&sheet.name) == fold(choice));
    let by_number = || visible.get(choice.parse::<usize>().ok()?.checked_sub(1)?);
    by_name.or_else(by_number).copied().ok_or_else(|| {
        let known = names(visible.iter().copied());
        let meant = nearest(choice, known.iter().map(String::as_str)).map(str::to_owned);
        let is_hidden = book.sheets.iter().any(|sheet| sheet.hidden && fold(&sheet.name) == fold(choice));
        Found::UnknownSheet { found: choice.to_owned(), known, meant, is_hidden }
    })
}

fn names<'b>(sheets: impl Iterator<Item = &'b Sheet>) -> Vec<String> {
    sheets.map(|sheet| sheet.name.to_string()).collect()
}

/// Some of the columns the standard wants, in Vietnamese and as ids.
fn looked_for(wanted: &Wanted<'_>) -> Vec<String> {
    const SHOWN: usize = 4;
    let fields = wanted.standard.fields.iter().map(|field| field.label.vi.clone());
    ["code", "name"].map(str::to_owned).into_iter().chain(fields).take(SHOWN).collect()
}

fn whole_sheet(book: &Book, sheet: &Sheet) -> Place {
    let (file, sheet) = (Arc::clone(&book.name), Some(Arc::clone(&sheet.name)));
    Place::Cell(CellPlace { file, sheet, ..CellPlace::default() })
}

/// The table under a header, with a note for all rows that are left out.
fn framed(book: &Book, sheet: &Sheet, block: &Block) -> TextTable {
    let (cells, skipped) = rows::communes(sheet, block);
    let header = SheetHeader {
        cells: block.columns.iter().map(|column| column.text.clone()).collect(),
        columns: block.columns.iter().map(|column| column.column).collect(),
        row: u64::from(block.last) + 1,
    };
    let mut table = TextTable::of_sheet(book, &sheet.name, header, cells);
    table.tells_percent = sheet.tells_percent;
    let unnamed = unnamed(&table);
    if !unnamed.is_empty() {
        let problem = Problem::Book(Found::ColumnsNotRead { columns: unnamed });
        table.notes.push(Diagnostic::new(problem, whole_sheet(book, sheet)));
    }
    table.notes.diagnostics.extend(skipped.into_iter().map(|rows| not_read(rows, whole_sheet(book, sheet))));
    table
}

/// The note for a run of rows that are left out.
fn not_read((rows, first, last): rows::Skipped, place: Place) -> Diagnostic {
    Diagnostic::new(Problem::Book(Found::RowsNotRead { rows, first, last }), place)
}

/// Letters of the columns that have something under them and no header.
fn unnamed(table: &TextTable) -> Vec<String> {
    let Body::Sheet { cells, columns } = &table.body else { return Vec::new() };
    let others = cells.iter().map(|cell| cell.column).filter(|column| columns.binary_search(column).is_err());
    let others: BTreeSet<usize> = others.filter_map(|column| usize::try_from(column).ok()).collect();
    others.into_iter().map(|column| CellPlace::column_letters(column + 1)).collect()
}

/// The codes in the column `code` of a file.
///
/// # Errors
/// The file cannot be read, or has no such column.
pub fn codes(path: &Path, wanted: &Wanted<'_>) -> Result<Codes, Report> {
    let table = open_for(path, wanted, None, Least::Code)?;
    let spellings = Spellings::of(wanted.standard);
    let is_meant = |header: &String| is_code(spellings.target(header));
    let missing = || {
        let (field, label) = ("code".to_owned(), "Mã xã".to_owned());
        let problem = Problem::MissingColumn { field, label, items: Vec::new(), meant: None };
        Report { diagnostics: vec![Diagnostic::new(problem, Place::File(table.name().to_owned()))] }
    };
    let at = table.header().iter().position(is_meant).ok_or_else(missing)?;
    Ok(Arc::new(table.column(at).into_iter().filter(|code| !code.is_empty()).collect()))
}

/// Whether a column is one of those by which a commune is known.
fn is_code(target: Option<Target>) -> bool {
    target.is_some_and(Target::is_code)
}

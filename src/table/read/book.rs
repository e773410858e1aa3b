//! Workbooks: bytes to sheets of text cells with their addresses; nothing in the cells is judged.

mod archive;
mod cell;
pub(in crate::table) mod formulas;
mod ods;
mod stopped;
mod xls;
mod xlsx;

use super::super::spelling::shown;
use crate::diag::book::{Damage, Part};
use crate::diag::{Book as Found, Problem, fingerprint};
use archive::Kind;
use compact_str::CompactString;
use std::sync::Arc;

/// Filled cells of a workbook: those of twenty thousand communes, six times the whole country. A text table can be larger.
const MOST_CELLS: u64 = 1_000_000;
/// Rows of a sheet, as in Excel.
const MOST_ROWS: u64 = 1_048_576;
/// Bytes of the texts of all cells: one text of a megabyte could stand in every cell of a small file.
const MOST_TEXT: u64 = 64 << 20;
/// Sheets of a workbook: each is gone through, whatever is on it. Large workbooks have some dozens.
const MOST_SHEETS: u64 = 1_000;
/// Bytes of the name on a tab; Excel allows 31 letters. A longer one is cut, as it stands in every message.
const LONGEST_NAME: usize = 255;
/// Letters of the library's message about a damaged file.
const LONGEST_REASON: usize = 200;
/// Cells and ranges that all formulas name, each formula once for all cells that share it.
const MOST_REFERENCES: u64 = 4_000_000;
/// Filled columns of a sheet: twenty times the fields of a standard. Excel allows more, but each would be named as not
/// known.
const MOST_COLUMNS: u64 = 1_024;

/// A workbook whose cells are text.
#[derive(Debug)]
pub(in crate::table) struct Book {
    /// Name the file is shown by.
    pub(in crate::table) name: Arc<str>,
    /// sha256 of its bytes, lower-case hex.
    pub(in crate::table) sha256: String,
    /// In the order of the tabs, without charts.
    pub(in crate::table) sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug)]
pub(in crate::table) struct Sheet {
    /// As on its tab.
    pub(in crate::table) name: Arc<str>,
    /// Whether it is hidden; then its cells were not read.
    pub(in crate::table) hidden: bool,
    /// Cells with anything in them, row by row, each row from left to right.
    pub(in crate::table) cells: Vec<Cell>,
    /// Merged cells; the text stands in the first.
    pub(in crate::table) merged: Vec<Area>,
    /// Whether percentages stand in the cells as they are shown: `98%`, not 0.98.
    pub(in crate::table) tells_percent: bool,
}

/// A cell with anything in it; row and column count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::table) struct Cell {
    pub(in crate::table) row: u32,
    pub(in crate::table) column: u32,
    pub(in crate::table) text: CompactString,
}

/// A rectangle of cells, both corners included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::table) struct Area {
    pub(in crate::table) first: (u32, u32),
    pub(in crate::table) last: (u32, u32),
}

impl Sheet {
    /// The rows of a text table, whose cells were counted.
    pub(in crate::table) fn of_text(cells: Vec<Cell>) -> Result<Self, Problem> {
        Ok(Self { cells: in_order(cells)?, hidden: false, ..Self::hidden("") })
    }

    /// A sheet whose cells are not read.
    fn hidden(name: &str) -> Self {
        Self { name: Arc::from(name), hidden: true, cells: Vec::new(), merged: Vec::new(), tells_percent: true }
    }

    /// Rows with anything in them.
    pub(in crate::table) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }
}

/// Whether bytes are those of a workbook, whatever the file is called.
pub(in crate::table) fn is_book(bytes: &[u8]) -> bool {
    is_zip(bytes) || is_compound(bytes)
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The container of .xls files and of encrypted workbooks.
fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

/// Reads the workbook in `bytes`; `name` is how messages call it.
///
/// # Errors
/// It is damaged, locked, of a kind that is not read, or has too much in it.
pub(in crate::table) fn open(name: &str, bytes: &[u8]) -> Result<Book, Problem> {
    let mut sheets = stopped::or_else(|| sheets(bytes), || Err(damaged(Damage::Contradiction)))?;
    for sheet in sheets.iter_mut().filter(|sheet| sheet.name.len() > LONGEST_NAME) {
        sheet.name = Arc::from(shown(&sheet.name));
    }
    Ok(Book { name: Arc::from(name), sha256: fingerprint(bytes), sheets })
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    if is_compound(bytes) {
        return xls::sheets(bytes);
    }
    if bytes.is_empty() {
        return Err(Problem::EmptyTable);
    }
    if !is_zip(bytes) {
        return Err(Problem::Book(Found::OtherKind { kind: "text" }));
    }
    let inside = archive::inspect(bytes)?;
    match inside.kind {
        Kind::Xlsx => xlsx::sheets(bytes, inside.computes_on_load),
        Kind::Ods => ods::sheets(bytes),
        Kind::Word => Err(Problem::Book(Found::OtherKind { kind: "Word" })),
        Kind::Xlsb => Err(Problem::Book(Found::OtherKind { kind: ".xlsb" })),
        Kind::Other => Err(Problem::Book(Found::OtherKind { kind: ".zip" })),
    }
}

fn damaged(damage: Damage) -> Problem {
    Problem::Book(Found::Damaged { damage })
}

/// Damaged, as the library says it.
fn broken(error: &dyn std::error::Error) -> Problem {
    // It can quote what is in the file.
    damaged(Damage::Library(error.to_string().chars().take(LONGEST_REASON).collect()))
}

fn too_much(what: Part, limit: u64) -> Problem {
    Problem::Book(Found::TooMuch { what, limit })
}

/// Cells of all sheets, counted while they are read.
#[derive(Debug, Default)]
pub(in crate::table) struct Count {
    cells: u64,
    text: u64,
    references: u64,
}

impl Count {
    /// Counts the cells and ranges that one more formula names.
    fn look(&mut self, references: usize) -> Result<(), Problem> {
        self.references = self.references.saturating_add(u64::try_from(references).unwrap_or(u64::MAX));
        if self.references > MOST_REFERENCES { Err(too_much(Part::References, MOST_REFERENCES)) } else { Ok(()) }
    }

    /// Counts one more filled cell at a position.
    pub(in crate::table) fn add(&mut self, row: u32, text: &str) -> Result<(), Problem> {
        self.cells += 1;
        self.text = self.text.saturating_add(u64::try_from(text.len()).unwrap_or(u64::MAX));
        match () {
            () if u64::from(row) >= MOST_ROWS => Err(too_much(Part::Rows, MOST_ROWS)),
            () if self.cells > MOST_CELLS => Err(too_much(Part::Cells, MOST_CELLS)),
            () if self.text > MOST_TEXT => Err(too_much(Part::Text, MOST_TEXT)),
            () => Ok(()),
        }
    }
}

/// The cells of a sheet in order, each once; a second at the same place replaces the first.
fn in_order(mut cells: Vec<Cell>) -> Result<Vec<Cell>, Problem> {
    let place = |cell: &Cell| (cell.row, cell.column);
    if !cells.is_sorted_by_key(place) {
        cells.sort_by_key(place);
    }
    cells.dedup_by(|later, earlier| {
        let same = place(later) == place(earlier);
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    let mut columns: Vec<u32> = cells.iter().map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let found = u64::try_from(columns.len()).unwrap_or(u64::MAX);
    if found > MOST_COLUMNS { Err(too_much(Part::Columns, MOST_COLUMNS)) } else { Ok(cells) }
}

//! Reading a table: bytes to text with a header row; nothing in the cells is judged.

pub(in crate::table) mod book;
pub(in crate::table) mod delimiter;
mod encoding;
pub mod files;

use super::find::Block;
use super::rows::{Quoted, Rows, SheetRows};
use super::spelling::trim;
use crate::diag::{Diagnostic, Place, Problem, Report, fingerprint};
use book::{Book, Cell};
use encoding::Decoded;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The largest file that is read, in bytes: eight times a table of a million communes, and small enough that text
/// and columns together stay below ten gigabytes.
pub const MOST_BYTES: u64 = 2 << 30;
/// The largest workbook that is read, in bytes: as much as is read of one when it is unpacked.
pub const MOST_BOOK_BYTES: u64 = 64 << 20;
/// Bytes from which the kind of a file is seen.
const KIND_BYTES: u64 = 8;

/// A table as text: encoding, delimiter and header row are known, the cells are not judged yet.
#[derive(Clone, Debug)]
pub struct TextTable {
    /// Name the file is shown by.
    pub(super) name: Arc<str>,
    /// sha256 of the file's bytes; until it is asked for, those are the bytes of `text`.
    sha256: OnceLock<String>,
    /// The rows after the header.
    pub(super) body: Body,
    /// Sheet, when the file is a workbook.
    pub(super) sheet: Option<Arc<str>>,
    /// Cells of the header row.
    pub(super) header: Vec<String>,
    /// Spreadsheet row of the header, its last one; 1 unless blank rows or titles stand before it.
    pub(super) header_row: u64,
    /// What is worth knowing about the file.
    pub(super) notes: Report,
    /// Codes that exist, when there is a list of them.
    pub(super) codes: Option<Codes>,
    /// Whether percentages stand in the cells as they are shown; else 0.98 may be 98 %.
    pub(super) tells_percent: bool,
    /// The header of a text file as it was found, by which rows that are no communes are known.
    pub(super) block: Option<Block>,
}

/// Codes of communes, with their leading zeros.
pub type Codes = Arc<BTreeSet<String>>;

/// Where the rows after the header come from.
#[derive(Clone, Debug)]
pub(super) enum Body {
    Text {
        /// The whole text.
        text: String,
        /// Where the first row begins in it: behind the mark of its encoding and the line that says the delimiter.
        begin: usize,
        /// Where the rows after the header begin in it.
        start: usize,
        /// What stands between cells.
        delimiter: u8,
        /// Whether the file says so.
        is_said: bool,
    },
    /// Cells of a sheet, row by row, and the sheet's column of each column of the header.
    Sheet { cells: Vec<Cell>, columns: Vec<u32> },
}

impl TextTable {
    /// Name the file is shown by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// sha256 of the file's bytes as they were read, in lower-case hex.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| match &self.body {
            Body::Text { text, .. } => fingerprint(text.as_bytes()),
            // A workbook's bytes are gone by now; its fingerprint was taken while they were there.
            Body::Sheet { .. } => String::new(),
        })
    }

    /// Cells of the header row as written, without empty ones at the end.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The delimiter between cells; a tab for a sheet, which copying it would give.
    #[must_use]
    pub fn delimiter(&self) -> char {
        match self.body {
            Body::Text { delimiter, .. } => char::from(delimiter),
            Body::Sheet { .. } => '\t',
        }
    }

    /// With a list of the codes that exist: codes without their leading zeros are restored where it leaves no doubt.
    #[must_use]
    pub fn knowing(self, codes: Option<Codes>) -> Self {
        Self { codes, ..self }
    }

    /// Spreadsheet column, from 1, of a column of the header.
    pub(super) fn column_number(&self, at: usize) -> usize {
        match &self.body {
            Body::Text { .. } => at + 1,
            Body::Sheet { columns, .. } => {
                columns.get(at).and_then(|column| usize::try_from(*column).ok()).map_or(at + 1, |column| column + 1)
            }
        }
    }

    /// The texts of a column under its header, trimmed.
    pub(super) fn column(&self, at: usize) -> Vec<String> {
        fn nth<R: Rows>(mut rows: R, at: usize) -> Vec<String> {
            let mut texts = Vec::new();
            while rows.next_row() {
                for _ in 0..at {
                    rows.cell();
                }
                texts.push(trim(rows.cell().unwrap_or_default()).to_owned());
            }
            texts
        }
        match &self.body {
            Body::Text { text, start, delimiter, .. } => {
                nth(Quoted::new(text.get(*start..).unwrap_or_default(), *delimiter), at)
            }
            Body::Sheet { cells, columns } => {
                let rows: Vec<&[Cell]> = cells.chunk_by(|a, b| a.row == b.row).collect();
                nth(SheetRows::new(&rows, columns), at)
            }
        }
    }

    /// The table on a sheet.
    pub(super) fn of_sheet(book: &Book, sheet: &Arc<str>, header: SheetHeader, cells: Vec<Cell>) -> Self {
        Self {
            name: Arc::clone(&book.name),
            sha256: OnceLock::from(book.sha256.clone()),
            body: Body::Sheet { cells, columns: header.columns },
            sheet: Some(Arc::clone(sheet)),
            header: header.cells,
            header_row: header.row,
            notes: Report::default(),
            codes: None,
            tells_percent: true,
            block: None,
        }
    }
}

/// The header of a table on a sheet.
#[derive(Debug)]
pub(super) struct SheetHeader {
    /// One text for each column.
    pub(super) cells: Vec<String>,
    /// The sheet's column of each, from 0.
    pub(super) columns: Vec<u32>,
    /// Spreadsheet row of the last header row, from 1.
    pub(super) row: u64,
}

/// A file as far as it can be read without knowing the standard.
#[derive(Debug)]
pub(super) enum Input {
    Text(TextTable),
    Book(Book),
}

/// Reads the table in a text file.
///
/// # Errors
/// The file cannot be read, is larger than [`MOST_BYTES`], is not text, or has no header row.
#[expect(clippy::result_large_err, reason = "made once per file")]
pub fn file(path: &Path) -> Result<TextTable, Diagnostic> {
    let (name, bytes) = bytes(path, |_| MOST_BYTES)?;
    table(&name, bytes).map_err(|problem| Diagnostic::new(problem, Place::File(name)))
}

/// Reads a text file or a workbook, whichever it is by its bytes.
#[expect(clippy::result_large_err, reason = "made once per file")]
pub(super) fn input(path: &Path) -> Result<Input, Diagnostic> {
    let named_as_book = path.extension().is_some_and(|e| files::is_book_extension(&e.to_string_lossy()));
    let is_book = |begin: &[u8]| named_as_book || book::is_book(begin);
    let (name, bytes) = bytes(path, |begin| if is_book(begin) { MOST_BOOK_BYTES } else { MOST_BYTES })?;
    let read =
        if is_book(&bytes) { book::open(&name, &bytes).map(Input::Book) } else { table(&name, bytes).map(Input::Text) };
    read.map_err(|problem| Diagnostic::new(problem, Place::File(name)))
}

/// The name a file is shown by, and its bytes; `limit` is how many are read of a file that begins in a certain way.
#[expect(clippy::result_large_err, reason = "made once per file")]
fn bytes(path: &Path, limit: impl Fn(&[u8]) -> u64) -> Result<(String, Vec<u8>), Diagnostic> {
    let name = path.display().to_string();
    let at_file = |problem| Diagnostic::new(problem, Place::File(name.clone()));
    let unreadable = |e: std::io::Error| at_file(Problem::Unreadable { reason: e.to_string() });
    let mut file = File::open(path).map_err(unreadable)?;
    let said = file.metadata().map_err(unreadable)?.len();
    let mut bytes = Vec::new();
    file.by_ref().take(KIND_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
    let limit = limit(&bytes);
    // Before anything is read, and once more behind it: a file can be a pipe without an end.
    if said <= limit {
        bytes.reserve(usize::try_from(said).unwrap_or(0).saturating_add(1));
        file.take(limit + 1 - KIND_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    let bytes_found = said.max(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    if bytes_found > limit {
        Err(at_file(Problem::FileTooLarge { bytes: bytes_found, limit }))
    } else {
        Ok((name, bytes))
    }
}

/// Reads the table in `bytes`; `name` is how messages call it.
///
/// # Errors
/// The bytes are not text, or there is no header row.
pub fn text(name: &str, bytes: Vec<u8>) -> Result<TextTable, Report> {
    table(name, bytes)
        .map_err(|problem| Report { diagnostics: vec![Diagnostic::new(problem, Place::File(name.to_owned()))] })
}

fn table(name: &str, bytes: Vec<u8>) -> Result<TextTable, Problem> {
    let Decoded { text, start, guessed, raw } = encoding::decode(bytes)?;
    let sha256 = raw.map_or_else(OnceLock::new, |raw| OnceLock::from(fingerprint(&raw)));
    let mut notes = Report::default();
    if let Some(encoding) = guessed {
        notes.push(Diagnostic::new(Problem::GuessedEncoding { encoding }, Place::File(name.to_owned())));
    }
    let (declared, begin) = delimiter::declared(&text, start);
    let delimiter = declared.unwrap_or_else(|| delimiter::sniff(text.get(begin..).unwrap_or_default()));
    let header = header(&text, begin, delimiter).ok_or(Problem::EmptyTable)?;
    Ok(TextTable {
        name: Arc::from(name),
        sha256,
        body: Body::Text { text, begin, start: header.end, delimiter, is_said: declared.is_some() },
        sheet: None,
        header: header.cells,
        header_row: header.row,
        notes,
        codes: None,
        tells_percent: true,
        block: None,
    })
}

struct Header {
    cells: Vec<String>,
    row: u64,
    end: usize,
}

/// The first row with anything in it.
fn header(text: &str, start: usize, delimiter: u8) -> Option<Header> {
    let mut rows = super::rows::Quoted::new(text.get(start..)?, delimiter);
    while super::rows::Rows::next_row(&mut rows) {
        let mut cells = rows.cells();
        // Delimiters alone are what an empty sheet is saved as.
        let is_nothing = |cell: &String| super::spelling::trim(cell).trim_matches([',', ';', '\t']).is_empty();
        while cells.last().is_some_and(is_nothing) {
            cells.pop();
        }
        if !cells.is_empty() {
            return Some(Header { cells, row: super::rows::Rows::row(&rows), end: start + rows.end() });
        }
    }
    None
}

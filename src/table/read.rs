//! Reading a table: bytes to text with a header row; nothing in the cells is judged.

mod delimiter;
mod encoding;

use crate::diag::{Diagnostic, Place, Problem, Report, fingerprint};
use encoding::Decoded;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The largest file that is read, in bytes: eight times a table of a million communes, and small enough that text
/// and columns together stay below ten gigabytes.
pub const MOST_BYTES: u64 = 2 << 30;

/// A table as text: encoding, delimiter and header row are known, the cells are not judged yet.
#[derive(Clone, Debug)]
pub struct TextTable {
    /// Name the file is shown by.
    pub(super) name: Arc<str>,
    /// sha256 of the file's bytes; until it is asked for, those are the bytes of `text`.
    sha256: OnceLock<String>,
    /// The whole text.
    text: String,
    /// Where the rows after the header begin in `text`.
    body: usize,
    /// `,`, `;`, tab or what `sep=` says.
    pub(super) delimiter: u8,
    /// Cells of the header row.
    pub(super) header: Vec<String>,
    /// Spreadsheet row of the header; 1 unless blank rows stand before it.
    pub(super) header_row: u64,
    /// What is worth knowing about the file.
    pub(super) notes: Report,
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
        self.sha256.get_or_init(|| fingerprint(self.text.as_bytes()))
    }

    /// Cells of the header row as written, without empty ones at the end.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The rows after the header.
    pub(super) fn body(&self) -> &str {
        self.text.get(self.body..).unwrap_or_default()
    }

    /// The delimiter between cells.
    #[must_use]
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }
}

/// Reads the table in a file.
///
/// # Errors
/// The file cannot be read, is larger than [`MOST_BYTES`], is not text, or has no header row.
#[expect(clippy::result_large_err, reason = "made once per file")]
pub fn file(path: &Path) -> Result<TextTable, Diagnostic> {
    let name = path.display().to_string();
    let at_file = |problem| Diagnostic::new(problem, Place::File(name.clone()));
    let bytes = bytes_of(path).map_err(|e| at_file(Problem::Unreadable { reason: e.to_string() }))?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if length > MOST_BYTES {
        let bytes = std::fs::metadata(path).map_or(length, |m| m.len().max(length));
        return Err(at_file(Problem::FileTooLarge { bytes, limit: MOST_BYTES }));
    }
    table(&name, bytes).map_err(at_file)
}

/// At most one byte more than the limit, so that a file without an end cannot fill the memory.
fn bytes_of(path: &Path) -> std::io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len().min(MOST_BYTES);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0).saturating_add(1));
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
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
    let (declared, start) = delimiter::declared(&text, start);
    let delimiter = declared.unwrap_or_else(|| delimiter::sniff(text.get(start..).unwrap_or_default()));
    let header = header(&text, start, delimiter).ok_or(Problem::EmptyTable)?;
    Ok(TextTable {
        name: Arc::from(name),
        sha256,
        text,
        body: header.end,
        delimiter,
        header: header.cells,
        header_row: header.row,
        notes,
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

//! Places: a span in a criteria file or script, a cell of a table, or a file as a whole.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Bytes `start..end` of a source.
pub type Span = Range<usize>;

/// A text that was read, under the name it is shown by.
#[derive(Debug)]
pub struct Source {
    /// Path as the user gave it.
    pub name: String,
    /// The whole text.
    pub text: String,
    /// Where each line begins; counted once, since every case of a standard asks for its line.
    lines: OnceLock<Vec<usize>>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Source {}

impl Source {
    /// A named text.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { name: name.to_owned(), text: text.to_owned(), lines: OnceLock::new() })
    }

    /// Line and column of a byte, both from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = (0..=byte.min(self.text.len())).rev().find(|b| self.text.is_char_boundary(*b)).unwrap_or(0);
        let line = self.lines().partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|at| self.lines().get(at)).copied().unwrap_or(0);
        (line, self.text.get(start..byte).unwrap_or("").chars().count() + 1)
    }
}

impl Source {
    /// The first byte of each line; the first line begins at 0.
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let after_breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after_breaks).collect()
        })
    }
}

/// The sha256 of a file's bytes in hexadecimal digits: what a manifest names a file by.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Where a diagnostic belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Part of a criteria file or script.
    Source(Arc<Source>, Span),
    /// A cell, row or column of a table.
    Cell(CellPlace),
    /// A file as a whole, under the name it is shown by.
    File(String),
}

/// A cell, row or column of a table. Rows and columns count from 1, the header is row 1, as a spreadsheet shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellPlace {
    /// Path as the user gave it.
    pub file: Arc<str>,
    /// Sheet, when the file is a workbook.
    pub sheet: Option<Arc<str>>,
    /// Row, when it is about one.
    pub row: Option<u64>,
    /// Column, when it is about one.
    pub column: Option<usize>,
    /// Text of the column's header, when it has one.
    pub header: Option<Arc<str>>,
    /// Code and name of the commune in that row, as far as they could be read.
    pub commune: Option<String>,
}

impl CellPlace {
    /// The column as a spreadsheet names it: A, B, … Z, AA.
    #[must_use]
    pub fn column_letters(column: usize) -> String {
        let mut letters = Vec::new();
        let mut rest = column;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_a_spreadsheet_names_them() {
        let rows = [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")];
        for (column, letters) in rows {
            assert_eq!(CellPlace::column_letters(column), letters);
        }
    }

    #[test]
    fn columns_of_a_source_count_characters_not_bytes() {
        let source = Source::new("x", "tiêu chí\nđất = 1");
        assert_eq!(source.line_column(source.text.find("= 1").unwrap()), (2, 5));
        assert_eq!([0, 10, 11, 1000].map(|byte| source.line_column(byte)), [(1, 1), (1, 9), (2, 1), (2, 8)]);
    }
}

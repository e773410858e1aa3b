//! Rows and cells out of text: quickly where there is no quote character, through the csv crate where there is.

mod sheet;

pub(super) use sheet::SheetRows;

use rayon::prelude::*;

/// Rows one after the other, and the cells of the row that was last begun.
pub(super) trait Rows {
    /// Goes to the next row that is not an empty line; `false` at the end.
    fn next_row(&mut self) -> bool;
    /// Spreadsheet row of the row last begun, counted from 1 at the beginning of the text. At the end: how many rows
    /// there were, empty lines included.
    fn row(&self) -> u64;
    /// The next cell; `None` when the row has no more.
    fn cell(&mut self) -> Option<&str>;
    /// The next cell if it is nothing but one to seven digits; otherwise `None`, and the cell is still the next.
    fn digits(&mut self) -> Option<i64>;
}

/// Text without quote characters: a row is a line, a cell ends at a delimiter.
#[derive(Debug)]
pub(super) struct Plain<'t> {
    text: &'t str,
    at: usize,
    delimiter: u8,
    row: u64,
    /// Whether the row has another cell.
    open: bool,
}

impl<'t> Plain<'t> {
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        Self { text, at: 0, delimiter, row: 0, open: false }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Goes behind the delimiter or line end at `end`.
    fn close(&mut self, end: usize) {
        self.at = end + 1;
        self.open = match self.byte(end) {
            Some(b'\n') => false,
            Some(b'\r') => {
                self.at += usize::from(self.byte(end + 1) == Some(b'\n'));
                false
            }
            Some(_) => true,
            None => {
                self.at = end;
                false
            }
        };
    }
}

impl Rows for Plain<'_> {
    fn next_row(&mut self) -> bool {
        loop {
            let Some(byte) = self.byte(self.at) else { return false };
            self.row += 1;
            if !matches!(byte, b'\n' | b'\r') {
                self.open = true;
                return true;
            }
            self.close(self.at);
        }
    }

    fn row(&self) -> u64 {
        self.row
    }

    #[inline]
    fn cell(&mut self) -> Option<&str> {
        if !self.open {
            return None;
        }
        let start = self.at;
        let end = cell_end(self.text.as_bytes(), start, self.delimiter);
        self.close(end);
        self.text.get(start..end)
    }

    #[inline]
    fn digits(&mut self) -> Option<i64> {
        if !self.open {
            return None;
        }
        let eight = self.text.as_bytes().get(self.at..)?.first_chunk::<8>()?;
        let (value, length) = leading_digits(*eight)?;
        let end = self.at + length;
        match *eight.get(length)? {
            byte if byte == self.delimiter => self.at = end + 1,
            b'\n' | b'\r' => self.close(end),
            _ => return None,
        }
        Some(value)
    }
}

/// The number that the one to seven leading digits of eight bytes make, and how many there are.
///
/// All eight bytes at once, without a branch per digit: most cells of a table are such numbers.
#[inline]
fn leading_digits(eight: [u8; 8]) -> Option<(i64, usize)> {
    let digits = u64::from_le_bytes(eight) ^ 0x3030_3030_3030_3030;
    // The highest bit of a byte is set where it is above 9; a carry only disturbs bytes behind the first of them.
    let others = (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080;
    let length = others.trailing_zeros() / 8;
    if length == 0 || length == 8 {
        return None;
    }
    let digits = digits << (64 - 8 * length);
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let high = (pairs & 0x0000_00FF_0000_00FF).wrapping_mul(0x000F_4240_0000_0064);
    let low = ((pairs >> 16) & 0x0000_00FF_0000_00FF).wrapping_mul(0x0000_2710_0000_0001);
    Some((i64::from((high.wrapping_add(low) >> 32) as u32), length as usize))
}

/// Where the cell from `start` ends: at the next delimiter or line end, or with the text.
#[inline]
fn cell_end(text: &[u8], start: usize, delimiter: u8) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let zeros = |bytes: u64| bytes.wrapping_sub(ONES) & !bytes & (ONES << 7);
    let among = |eight: u64, byte: u8| zeros(eight ^ (ONES * u64::from(byte)));
    let mut at = start;
    // Eight bytes at once. The lowest bit that is set is the first byte found; only bits behind it can be wrong.
    while let Some(eight) = text.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let eight = u64::from_le_bytes(*eight);
        let found = among(eight, delimiter) | among(eight, b'\n') | among(eight, b'\r');
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let ends = |b: &u8| *b == delimiter || *b == b'\n' || *b == b'\r';
    let rest = text.get(at..).unwrap_or_default();
    rest.iter().position(ends).map_or(text.len(), |length| at + length)
}

/// Text with quoted cells, which can hold delimiters, quotes and line breaks.
pub(super) struct Quoted<'t> {
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    record: csv::StringRecord,
    next: usize,
    row: u64,
}

impl<'t> Quoted<'t> {
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        let mut builder = csv::ReaderBuilder::new();
        let reader = builder.delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
        Self { text, reader, record: csv::StringRecord::new(), next: 0, row: 0 }
    }

    /// All cells of the row.
    pub(super) fn cells(&self) -> Vec<String> {
        self.record.iter().map(str::to_owned).collect()
    }

    /// Where the next row, or the empty lines before it, begin.
    pub(super) fn end(&self) -> usize {
        let at = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX).min(self.text.len());
        // The reader stops between the two characters of a line end.
        let (before, after) = self.text.as_bytes().split_at(at);
        at + usize::from(before.ends_with(b"\r") && after.starts_with(b"\n"))
    }
}

impl Rows for Quoted<'_> {
    fn next_row(&mut self) -> bool {
        self.row += empty_lines(self.text.as_bytes().get(self.end()..).unwrap_or_default());
        self.next = 0;
        // The text is valid UTF-8 and in memory: there is nothing that can fail.
        let more = self.reader.read_record(&mut self.record).unwrap_or(false);
        self.row += u64::from(more);
        more
    }

    fn row(&self) -> u64 {
        self.row
    }

    #[inline]
    fn cell(&mut self) -> Option<&str> {
        self.next += 1;
        self.record.get(self.next - 1)
    }

    #[inline]
    fn digits(&mut self) -> Option<i64> {
        let value = few_digits(self.record.get(self.next)?)?;
        self.next += 1;
        Some(value)
    }
}

/// The number that one to seven digits make; `None` when there is anything else in the cell.
#[inline]
fn few_digits(cell: &str) -> Option<i64> {
    if !(1..=7).contains(&cell.len()) || !cell.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(cell.bytes().fold(0, |n, digit| n * 10 + i64::from(digit - b'0')))
}

/// How many empty lines the text begins with; the csv crate passes them over without counting.
fn empty_lines(text: &[u8]) -> u64 {
    let (mut count, mut rest) = (0, text);
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\n' | b'\r', rest @ ..] => rest,
            _ => return count,
        };
        count += 1;
    }
}

/// Cuts text into pieces of about `rows` rows each, at row ends.
pub(super) fn pieces(text: &str, delimiter: u8, rows: usize) -> Pieces<'_> {
    let lines = by_lines(text, rows);
    let quoted = lines.par_iter().any(|piece| piece.contains('"'));
    Pieces { pieces: if quoted { by_rows(text, delimiter, rows) } else { lines }, quoted }
}

/// Pieces of a text.
#[derive(Debug)]
pub(super) struct Pieces<'t> {
    /// In order, all of it.
    pub(super) pieces: Vec<&'t str>,
    /// Whether there is a quote character anywhere.
    pub(super) quoted: bool,
}

/// How much of a text tells how long its lines are.
const SAMPLE: usize = 256 * 1024;

fn by_lines(text: &str, rows: usize) -> Vec<&str> {
    let sample = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    // Old Macintosh files end lines with a carriage return alone.
    let line_end = if sample.contains(&b'\n') { b'\n' } else { b'\r' };
    let lines = sample.split(|b| *b == line_end).count();
    let size = (sample.len() / lines).max(1).saturating_mul(rows.max(1));
    let (mut pieces, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let near = rest.len().min(size);
        let tail = rest.as_bytes().get(near - 1..).unwrap_or_default();
        let cut = tail.iter().position(|b| *b == line_end).map_or(rest.len(), |more| near + more);
        let (piece, after) = rest.split_at_checked(cut).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn by_rows(text: &str, delimiter: u8, rows: usize) -> Vec<&str> {
    let mut reader = Quoted::new(text, delimiter);
    let (mut pieces, mut start, mut count) = (Vec::new(), 0, 0);
    while reader.next_row() {
        count += 1;
        if count % rows.max(1) == 0 {
            pieces.push(text.get(start..reader.end()).unwrap_or_default());
            start = reader.end();
        }
    }
    pieces.push(text.get(start..).unwrap_or_default());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_at_once_read_the_same_number_as_one_by_one() {
        for number in (0..10_000_000_i64).step_by(9973).chain([0, 9, 10, 9_999_999]) {
            for end in [b';', b'\n', b',', 0xC2, b'/', b':', b'.'] {
                let mut eight = [end; 8];
                let text = number.to_string();
                eight[..text.len()].copy_from_slice(text.as_bytes());
                assert_eq!(leading_digits(eight), Some((number, text.len())), "{eight:?}");
            }
        }
        assert_eq!(leading_digits(*b"12345678"), None);
        assert_eq!(leading_digits(*b";1234567"), None);
    }

    #[test]
    fn a_cell_ends_at_the_first_delimiter_or_line_end() {
        for length in 0..40 {
            for (end, delimiter) in [(";", b';'), ("\n", b';'), ("\r", b';'), ("\t", b'\t'), (",:;", b',')] {
                let text =
                    format!("{}{end}ờ\u{B}\u{C}\u{E};,\t\n", "x<ế".chars().cycle().take(length).collect::<String>());
                let want = text.find(end).unwrap();
                assert_eq!(cell_end(text.as_bytes(), 0, delimiter), want, "{text:?}");
            }
        }
        assert_eq!(cell_end(b"abcdefghijk", 2, b';'), 11);
    }

    fn all<R: Rows>(mut rows: R) -> (Vec<(u64, Vec<String>)>, u64) {
        let mut found = Vec::new();
        while rows.next_row() {
            let mut cells = Vec::new();
            loop {
                if let Some(number) = rows.digits() {
                    cells.push(number.to_string());
                } else if let Some(cell) = rows.cell() {
                    cells.push(cell.to_owned());
                } else {
                    break;
                }
            }
            found.push((rows.row(), cells));
        }
        (found, rows.row())
    }

    #[test]
    fn both_ways_find_the_same_rows_under_the_same_numbers() {
        for text in ["", "a;b", "a;b\n", "a;\r\n\r\n;b\r\n", "\n\n1;2\n \n3;4;5\n\n", "a\rb\r\rc", "12345678;1;\n;;"] {
            assert_eq!(all(Plain::new(text, b';')), all(Quoted::new(text, b';')), "{text:?}");
        }
    }

    #[test]
    fn a_quoted_cell_with_line_breaks_is_one_row() {
        let (rows, count) = all(Quoted::new("\"a\r\n\r\nb\";1\r\n\r\nc;2\r\n\r\n", b';'));
        let want = [(1, vec!["a\r\n\r\nb".to_owned(), "1".to_owned()]), (3, vec!["c".to_owned(), "2".to_owned()])];
        assert_eq!((rows.as_slice(), count), (want.as_slice(), 4));
    }

    #[test]
    fn pieces_hold_the_whole_text_and_end_with_a_row() {
        for text in ["a;b\nc;d\ne;f", "a\r\n\r\nb\r\n\"c\nd\"\r\ne\r\n", "", "\n\n\n", "a\rb\rc\r"] {
            for rows in 1..4 {
                let cut = pieces(text, b';', rows).pieces;
                assert_eq!(cut.concat(), text);
                let one = all(Quoted::new(text, b';')).0;
                let many = cut.iter().flat_map(|piece| all(Quoted::new(piece, b';')).0);
                assert!(one.into_iter().map(|r| r.1).eq(many.map(|r| r.1)), "{text:?} {rows}");
            }
        }
    }
}

//! How long the shared texts of an .xls file are: the library copies one for each cell that shows it.

use super::super::MOST_CELLS;
use super::compound::{u16_at, u32_at};

/// Letters of the longest text there can be.
pub(super) const LONGEST: u64 = u16::MAX as u64;

/// Records over which the table goes on: a hundred megabytes of texts. The library takes each out of a list from the
/// front.
const MOST_RECORDS: usize = 20_000;

/// The length in letters of each text in a table that goes on over several records; `None` when there are more records
/// or more texts than cells can show.
pub(super) fn lengths(records: &[&[u8]]) -> Option<Vec<u64>> {
    let mut cursor = Cursor { records, at: 0 };
    let mut all = Vec::new();
    let most = usize::try_from(MOST_CELLS).unwrap_or(usize::MAX);
    while let Some(length) = cursor.text() {
        all.push(length);
        if all.len() > most {
            return None;
        }
    }
    (records.len() <= MOST_RECORDS).then_some(all)
}

/// A place in the first of the records that are left.
struct Cursor<'r> {
    records: &'r [&'r [u8]],
    at: usize,
}

impl Cursor<'_> {
    /// What is left of the record; at its end, the next one.
    fn rest(&mut self) -> Option<&[u8]> {
        while self.records.first()?.len() <= self.at {
            self.records = self.records.get(1..)?;
            self.at = 0;
        }
        self.records.first()?.get(self.at..)
    }

    /// Goes over one text: its length, what it has beside letters, the letters, the rest.
    fn text(&mut self) -> Option<u64> {
        let head = self.rest()?;
        let (length, flags) = (u16_at(head, 0)?, *head.get(2)?);
        let mut beside = 0;
        let mut after = 3;
        if flags & 8 != 0 {
            beside += 4 * usize::from(u16_at(head, after)?);
            after += 2;
        }
        if flags & 4 != 0 {
            beside += usize::try_from(u32_at(head, after)?).ok()?;
            after += 4;
        }
        self.at += after;
        self.letters(usize::from(length), flags & 1 != 0);
        self.skip(beside);
        Some(u64::from(length))
    }

    /// Letters of one byte or two; in the next record they can be of the other kind.
    fn letters(&mut self, mut left: usize, mut wide: bool) {
        while left > 0 {
            let Some(here) = self.records.first().map(|record| record.len().saturating_sub(self.at)) else { return };
            let bytes = if wide { 2 } else { 1 };
            let read = left.min(here / bytes);
            left -= read;
            self.at += read * bytes;
            if left > 0 {
                self.records = self.records.get(1..).unwrap_or_default();
                wide = self.records.first().and_then(|record| record.first()).is_some_and(|flags| flags & 1 != 0);
                self.at = 1;
            }
        }
    }

    fn skip(&mut self, mut bytes: usize) {
        while bytes > 0 {
            let Some(here) = self.rest().map(<[u8]>::len) else { return };
            let read = bytes.min(here);
            self.at += read;
            bytes -= read;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_over_the_ends_of_records() {
        let plain: &[u8] = &[2, 0, 0, b'a', b'b', 1, 0, 1, b'c', 0];
        assert_eq!(lengths(&[plain]).unwrap(), [2, 1]);
        // Four letters, of which two follow in the next record as wide ones; then one with marks of letters, four bytes.
        let (first, next): (&[u8], &[u8]) = (
            &[4, 0, 0, b'a', b'b'],
            &[1, b'c', 0, b'd', 0, 1, 0, 8, 1, 0, b'e', 9, 9, 9, 9, 3, 0, 0, b'x', b'y', b'z'],
        );
        assert_eq!(lengths(&[first, next]).unwrap(), [4, 1, 3]);
        // Cut off: nothing more is known.
        assert_eq!(lengths(&[&[9, 0, 0, b'a'], &[]]).unwrap(), [9]);
        assert_eq!(lengths(&[&[9]]).unwrap(), [0; 0]);
        // One text of no letters for each three bytes.
        assert_eq!(lengths(&[&vec![0; 3_000_003]]), None);
        assert_eq!(lengths(&vec![plain; 20_001]), None);
    }
}

//! What a formula of an .xls file looks at: its tokens, one after the other.

use super::super::formulas::{Coordinate, Corner, Reference};
use super::compound::u16_at;

/// The workbooks and sheets that formulas name by number.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// Whether the workbook of a number is another one.
    others: Vec<bool>,
    /// By number: the workbook, and the first and the last sheet in it.
    sheets: Vec<(u16, u16, u16)>,
}

impl Sources {
    /// Takes what a record says about a workbook; the own one says so with a mark of its own.
    pub(super) fn add_book(&mut self, data: &[u8]) {
        const OWN: u16 = 0x0401;
        const FUNCTIONS: u16 = 0x3A01;
        // One letter stands for the same sheet, or for a link that nothing uses.
        self.others.push(!matches!(u16_at(data, 2), Some(OWN | FUNCTIONS | 0 | 1)));
    }

    /// Takes what a record says about sheets.
    pub(super) fn add_sheets(&mut self, data: &[u8]) {
        let each = data.get(2..).unwrap_or_default().chunks_exact(6);
        self.sheets.extend(each.filter_map(|one| Some((u16_at(one, 0)?, u16_at(one, 2)?, u16_at(one, 4)?))));
    }

    /// The sheets of a number: whether they are of another workbook, and which they are in this one.
    fn of(&self, number: u16) -> (bool, Option<(u32, u32)>) {
        let Some((book, first, last)) = self.sheets.get(usize::from(number)).copied() else { return (false, None) };
        let is_other = self.others.get(usize::from(book)).copied().unwrap_or(false);
        (is_other, (first <= last && last < 0xFFFE).then_some((first.into(), last.into())))
    }
}

/// What a formula looks at.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) references: Vec<Reference>,
    /// Whether it takes something from another workbook.
    pub(super) is_linked: bool,
    /// The cell whose formula this one shares.
    pub(super) shared: Option<(u16, u16)>,
}

/// Bytes behind a token, in files of Excel 97 and later, and in older ones; `None` when it is not known.
fn length(token: u8, rest: &[u8], is_new: bool) -> Option<usize> {
    let of = |new: usize, old: usize| Some(if is_new { new } else { old });
    match token {
        0x03..=0x16 => Some(0),
        0x17 if is_new => {
            let (letters, flags) = (usize::from(*rest.first()?), *rest.get(1)?);
            Some(2 + letters * if flags & 1 == 1 { 2 } else { 1 })
        }
        0x17 => Some(1 + usize::from(*rest.first()?)),
        0x18 => Some(5),
        // The choices of `CHOOSE`, as far as they are listed.
        0x19 if rest.first()? & 4 != 0 => Some(3 + 2 * (usize::from(u16_at(rest, 1)?) + 1)),
        0x19 | 0x22 => Some(3),
        0x1C | 0x1D => Some(1),
        0x1E | 0x21 | 0x29 | 0x2E | 0x2F => Some(2),
        0x1F => Some(8),
        0x20 => Some(7),
        0x01 | 0x02 => Some(4),
        0x23 => of(4, 14),
        0x24 | 0x2A | 0x2C => of(4, 3),
        0x25 | 0x2B | 0x2D => of(8, 6),
        0x26..=0x28 => Some(6),
        0x39 => of(6, 24),
        0x3A | 0x3C => of(6, 17),
        0x3B | 0x3D => of(10, 20),
        _ => None,
    }
}

/// Goes through the tokens of a formula written in the cell `place`, up to one that is not known.
pub(super) fn seen(mut tokens: &[u8], place: (u16, u16), sources: &Sources, is_new: bool) -> Seen {
    let mut seen = Seen::default();
    while let Some((token, rest)) = tokens.split_first() {
        // The same tokens stand there in three classes.
        let token = if *token < 0x20 { *token } else { (*token & 0x1F) | 0x20 };
        let Some((data, behind)) = length(token, rest, is_new).and_then(|length| rest.split_at_checked(length)) else {
            break;
        };
        seen.take(token, data, place, sources, is_new);
        tokens = behind;
    }
    seen
}

impl Seen {
    fn take(&mut self, token: u8, data: &[u8], place: (u16, u16), sources: &Sources, is_new: bool) {
        let (is_other, tabs, at) = match token {
            0x01 => {
                self.shared = u16_at(data, 0).zip(u16_at(data, 2));
                return;
            }
            0x24 | 0x25 | 0x2C | 0x2D => (false, None, 0),
            0x39..=0x3D if is_new => {
                let (is_other, tabs) = sources.of(u16_at(data, 0).unwrap_or_default());
                (is_other, tabs, 2)
            }
            // Before, a number above 0 was another workbook, and the sheets stood in the token.
            0x39..=0x3D => {
                let is_other = u16_at(data, 0).is_some_and(|number| (1..0x8000).contains(&number));
                let tabs =
                    u16_at(data, 10).zip(u16_at(data, 12)).filter(|(first, last)| first <= last && *last < 0xFFFE);
                (is_other, tabs.map(|(first, last)| (first.into(), last.into())), 14)
            }
            _ => return,
        };
        self.is_linked |= is_other;
        let is_named = matches!(token, 0x3A | 0x3B);
        if is_other || token == 0x39 || (is_named && tabs.is_none()) {
            return;
        }
        let base = matches!(token, 0x2C | 0x2D).then_some(place);
        let is_area = matches!(token, 0x25 | 0x2D | 0x3B);
        let is_cell = matches!(token, 0x24 | 0x2C | 0x3A);
        let found = data.get(at..).filter(|_| is_area || is_cell).and_then(|data| cells(data, is_area, base, is_new));
        self.references.extend(found.map(|reference| Reference { tabs, ..reference }));
    }
}

/// A cell or an area; with `base`, the cell from which what is relative is counted.
fn cells(data: &[u8], is_area: bool, base: Option<(u16, u16)>, is_new: bool) -> Option<Reference> {
    let byte = |at: usize| data.get(at).map(|byte| u16::from(*byte));
    let (rows, columns) = match (is_area, is_new) {
        (true, true) => ([u16_at(data, 0)?, u16_at(data, 2)?], [u16_at(data, 4)?, u16_at(data, 6)?]),
        (true, false) => ([u16_at(data, 0)?, u16_at(data, 2)?], [byte(4)?, byte(5)?]),
        (false, true) => ([u16_at(data, 0)?; 2], [u16_at(data, 2)?; 2]),
        (false, false) => ([u16_at(data, 0)?; 2], [byte(2)?; 2]),
    };
    let corner = |at: usize| corner(rows[at], columns[at], base, is_new);
    Some(Reference { tabs: None, first: corner(0), last: corner(1) })
}

/// The two highest bits say what is relative: of the column, and before Excel 97 of the row.
fn corner(row: u16, column: u16, base: Option<(u16, u16)>, is_new: bool) -> Corner {
    let flags = if is_new { column } else { row };
    let (row, rows) = if is_new { (row, 0x1_0000) } else { (row & 0x3FFF, 0x4000) };
    let coordinate = |number: u16, flag: u16, base: Option<u16>, most: u32| match base.filter(|_| flags & flag != 0) {
        Some(base) => Coordinate { at: (u32::from(base) + u32::from(number)) % most, stays: false },
        None => Coordinate { at: number.into(), stays: true },
    };
    Corner {
        row: coordinate(row, 0x8000, base.map(|base| base.0), rows),
        column: coordinate(column & 0xFF, 0x4000, base.map(|base| base.1), 0x100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(row: u32, column: u32) -> Corner {
        let stays = |at| Coordinate { at, stays: true };
        Corner { row: stays(row), column: stays(column) }
    }

    fn sources() -> Sources {
        let mut sources = Sources::default();
        sources.add_book(&[2, 0, 0x01, 0x04]);
        sources.add_book(&[1, 0, 9, 0, 0, b'b', b'.', b'x', b'l', b's', b'x', 0, 0, 0]);
        sources.add_book(&[1, 0, 0x01, 0x3A]);
        sources.add_sheets(&[3, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0xFE, 0xFF, 0xFE, 0xFF]);
        sources
    }

    #[test]
    fn cells_of_the_own_sheet_and_of_named_ones_are_looked_at() {
        // 1+B3+SUM(A1:C2), with a text and an attribute between.
        let own = [
            0x1E, 1, 0, 0x44, 2, 0, 1, 0xC0, 0x03, 0x17, 2, 1, b'a', 0, b'b', 0, 0x25, 0, 0, 1, 0, 0, 0xC0, 2, 0xC0,
            0x19, 0x10, 0, 0, 0x03,
        ];
        let seen = super::seen(&own, (9, 9), &sources(), true);
        let references = [(at(2, 1), at(2, 1)), (at(0, 0), at(1, 2))];
        assert_eq!(seen.references, references.map(|(first, last)| Reference { tabs: None, first, last }));
        let named = super::seen(&[0x3A, 0, 0, 4, 0, 14, 0], (0, 0), &sources(), true);
        assert_eq!(named.references, [Reference { tabs: Some((1, 1)), first: at(4, 14), last: at(4, 14) }]);
        assert!(!named.is_linked);
    }

    #[test]
    fn another_workbook_is_known_and_functions_of_an_add_in_are_not_one() {
        let linked = |tokens: &[u8]| super::seen(tokens, (0, 0), &sources(), true).is_linked;
        assert!(linked(&[0x5A, 1, 0, 4, 0, 14, 0]));
        assert!(linked(&[0x1E, 1, 0, 0x3B, 1, 0, 4, 0, 5, 0, 14, 0, 14, 0, 0x03]));
        assert!(linked(&[0x39, 1, 0, 1, 0, 0, 0]));
        assert!(!linked(&[0x39, 2, 0, 1, 0, 0, 0]));
        assert!(!linked(&[0x3A, 0, 0, 4, 0, 14, 0]));
        // Not known, or cut off: what stands before it counts.
        assert!(linked(&[0x39, 1, 0, 1, 0, 0, 0, 0xFF, 0x3A, 0]));
        assert!(!linked(&[0x3A, 1, 0]));
    }

    #[test]
    fn a_shared_formula_is_counted_from_the_cell_it_is_written_in() {
        // One row up, same column; the column stays.
        let seen = super::seen(&[0x2C, 0xFF, 0xFF, 3, 0x80], (5, 9), &Sources::default(), true);
        let Some(reference) = seen.references.first() else { panic!("none") };
        assert_eq!(reference.first.row, Coordinate { at: 4, stays: false });
        assert_eq!(reference.first.column, Coordinate { at: 3, stays: true });
        assert_eq!(super::seen(&[0x01, 5, 0, 9, 0], (6, 9), &Sources::default(), true).shared, Some((5, 9)));
    }

    #[test]
    fn before_excel_97_sheets_stand_in_the_token() {
        let old = |number: [u8; 2]| {
            let tokens = [&[0x3A][..], &number, &[0; 8], &[1, 0, 1, 0], &[4, 0xC0, 14]].concat();
            super::seen(&tokens, (0, 0), &Sources::default(), false)
        };
        assert_eq!(old([0xFF, 0xFF]).references, [Reference { tabs: Some((1, 1)), first: at(4, 14), last: at(4, 14) }]);
        assert!(!old([0xFF, 0xFF]).is_linked && old([1, 0]).is_linked);
    }
}

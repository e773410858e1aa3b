//! The cells a formula looks at, on its own sheet and on others of the same workbook.

use super::super::{Area, MOST_ROWS};
use super::tabs::Tabs;

/// A cell or a range in a formula; a coordinate with `$` stays when the formula is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Reference {
    /// The sheets it names, from one tab to another; none is the sheet of the formula.
    pub(in super::super) tabs: Option<(u32, u32)>,
    pub(in super::super) first: Corner,
    pub(in super::super) last: Corner,
}

/// A cell of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Corner {
    pub(in super::super) row: Coordinate,
    pub(in super::super) column: Coordinate,
}

/// A row or a column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Coordinate {
    pub(in super::super) at: u32,
    /// Whether it is the same in every cell that shares the formula.
    pub(in super::super) stays: bool,
}

/// Columns of a sheet, as in Excel.
const MOST_COLUMNS: u32 = 16_384;

impl Reference {
    /// What it is in a formula copied from one cell to another; `None` when it falls off the sheet.
    pub(super) fn moved(&self, from: (u32, u32), to: (u32, u32)) -> Option<Area> {
        let corner = |corner: Corner| Some((corner.row.moved(from.0, to.0)?, corner.column.moved(from.1, to.1)?));
        let (a, b) = (corner(self.first)?, corner(self.last)?);
        Some(Area { first: (a.0.min(b.0), a.1.min(b.1)), last: (a.0.max(b.0), a.1.max(b.1)) })
    }
}

impl Coordinate {
    fn moved(self, from: u32, to: u32) -> Option<u32> {
        if self.stays { Some(self.at) } else { self.at.checked_add(to)?.checked_sub(from) }
    }
}

/// Whether a formula takes something from another workbook, which files write as `[1]Sheet1!A1`.
pub(super) fn is_linked(formula: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    words(formula).any(|word| {
        let parts = word.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
        parts.is_some_and(|(book, sheet)| is_number(book) && sheet.contains('!'))
    })
}

/// All references to cells of the same workbook.
pub(super) fn references(formula: &str, tabs: &Tabs) -> impl Iterator<Item = Reference> {
    words(formula).filter_map(|word| match word.rsplit_once('!') {
        None => reference(word),
        // A sheet that is not there is one of another workbook, or was deleted.
        Some((sheets, cells)) => {
            let tabs = tabs.named(sheets)?;
            reference(cells).map(|reference| Reference { tabs: Some(tabs), ..reference })
        }
    })
}

/// What stands between operators, without texts in quotes: `$A$1:B2`, `Khác!A1`, `SUM(` with its bracket, `12`.
fn words(formula: &str) -> impl Iterator<Item = &str> {
    let (mut in_text, mut in_name) = (false, false);
    let is_end = move |c: char| match c {
        '"' if !in_name => {
            in_text = !in_text;
            true
        }
        '\'' if !in_text => {
            in_name = !in_name;
            false
        }
        _ => in_text || (!in_name && " \t\r\n+-*/^&=<>(),;{}%".contains(c)),
    };
    formula.split(is_end).filter(|word| !word.is_empty())
}

/// A word as a reference: a cell, a range of cells, or whole columns.
fn reference(word: &str) -> Option<Reference> {
    let (first, last) = word.split_once(':').unwrap_or((word, word));
    let whole = || {
        let (first, last) = (column(first)?, column(last)?);
        let row = |at| Coordinate { at, stays: true };
        let end = u32::try_from(MOST_ROWS).ok()?;
        word.contains(':').then_some(Reference {
            tabs: None,
            first: Corner { row: row(0), column: first },
            last: Corner { row: row(end - 1), column: last },
        })
    };
    corner(first).zip(corner(last)).map(|(first, last)| Reference { tabs: None, first, last }).or_else(whole)
}

fn corner(text: &str) -> Option<Corner> {
    let end = text.bytes().position(|b| b.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(end)?;
    let (letters, stays) = letters.strip_suffix('$').map_or((letters, false), |letters| (letters, true));
    let at = digits.parse::<u32>().ok().filter(|row| u64::from(*row) <= MOST_ROWS)?.checked_sub(1)?;
    Some(Corner { row: Coordinate { at, stays }, column: column(letters)? })
}

/// Up to three letters, `$` before them or not.
fn column(text: &str) -> Option<Coordinate> {
    let letters = text.strip_prefix('$').unwrap_or(text);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let digit = |b: u8| u32::from(b.to_ascii_uppercase() - b'A') + 1;
    let number = letters.bytes().fold(0, |number, b| number * 26 + digit(b));
    (number <= MOST_COLUMNS).then(|| Coordinate { at: number - 1, stays: letters.len() < text.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(formula: &str) -> Vec<(u32, u32, u32, u32)> {
        let area = |r: Reference| r.moved((0, 0), (0, 0)).map(|a| (a.first.0, a.first.1, a.last.0, a.last.1));
        references(formula, &Tabs::of(["Biểu 1", "O'Hara", "Biểu 3"])).filter_map(area).collect()
    }

    #[test]
    fn a_named_sheet_is_found_among_the_tabs_and_another_is_not_looked_at() {
        let tabs = |formula: &str| {
            let known = Tabs::of(["Biểu 1", "O'Hara", "Biểu 3"]);
            references(formula, &known).map(|reference| reference.tabs).collect::<Vec<_>>()
        };
        assert_eq!(tabs("'Biểu 1'!O2+A1"), [Some((0, 0)), None]);
        assert_eq!(tabs("SUM('BIỂU 3'!$A$1:B2)"), [Some((2, 2))]);
        assert_eq!(tabs("'O''Hara'!A1"), [Some((1, 1))]);
        assert_eq!(tabs("SUM('Biểu 1:Biểu 3'!A1)"), [Some((0, 2))]);
        assert_eq!(tabs("Khác!A1+'[1]Biểu 1'!A1+#REF!"), []);
    }

    #[test]
    fn only_cells_of_the_same_workbook_are_looked_at() {
        assert_eq!(areas("A1+$B$2*c3"), [(0, 0, 0, 0), (1, 1, 1, 1), (2, 2, 2, 2)]);
        assert_eq!(areas("SUM(A1:B9,XFD1048576)"), [(0, 0, 8, 1), (1_048_575, 16_383, 1_048_575, 16_383)]);
        assert_eq!(areas("SUM(D:E)"), [(0, 3, 1_048_575, 4)]);
        for none in
            ["12", "SUM()", "Khác!A1", "'S 1'!A1", "\"A1\"", "\"x\"\"A1\"", "AAAA1", "LOG10(2)*Tên", "A0", "[1]S!A1"]
        {
            let want: &[(u32, u32, u32, u32)] = if none.starts_with("LOG10") { &[(9, 8508, 9, 8508)] } else { &[] };
            assert_eq!(areas(none), want, "{none}");
        }
    }

    #[test]
    fn a_bracketed_number_is_another_workbook_and_a_bracketed_name_a_column_of_a_table() {
        for linked in ["[1]S!A1", "SUM('[12]Biểu 1'!A1:A9)", "1+[2]S!$A$1"] {
            assert!(is_linked(linked), "{linked}");
        }
        for own in ["A1", "Bảng1[Tổng]", "\"[1]\"", "SUM(A1:A9)", "Bảng1[[#This Row],[2]]x"] {
            assert!(!is_linked(own), "{own}");
        }
    }
}

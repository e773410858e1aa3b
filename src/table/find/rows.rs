//! The rows under a header: communes, and the rows that are none: sums, titles of groups, repeated headers, column
//! numbers, signatures.

mod words;

use super::super::check::{Target, is_unit};
use super::super::read::book::{Cell, Sheet};
use super::super::spelling::fold;
use super::block::{Block, Heading};
use super::is_code;
use super::merged::{self, Shared};
use crate::diag::book::Rows;
pub(in crate::table) use words::is_total;

/// Digits that a code has at least: column numbers and serial numbers have one or two.
const LEAST_DIGITS: usize = 3;

/// A run of rows that are no communes: why, the first and the last, counted from 1.
pub(super) type Skipped = (Rows, u64, u64);

/// The cells of the communes' rows, and the rows that were left out.
pub(super) fn communes(sheet: &Sheet, block: &Block) -> (Vec<Cell>, Vec<Skipped>) {
    let under = |row: &&[Cell]| row.first().is_some_and(|cell| cell.row > block.last);
    let rows: Vec<&[Cell]> = sheet.rows().filter(under).collect();
    let (end, shared, mut above) = (table_end(&rows, block), Shared::of(sheet, block), Above::default());
    let (mut cells, mut skipped): (Vec<Cell>, Vec<Skipped>) = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let kind = if at >= end { Some(Rows::Footer) } else { above.kind(Row { cells: row, block }) };
        match kind {
            None => cells.extend(shared.with(row)),
            Some(kind) => add(&mut skipped, kind, row.first().map_or(0, |cell| u64::from(cell.row) + 1)),
        }
    }
    merged::mark(&mut cells, sheet, block);
    (cells, skipped)
}

/// What stands above a row.
#[derive(Default)]
struct Above<'s> {
    /// Whether a commune stands between it and the header.
    has_commune: bool,
    /// Rows of column numbers and units that were passed over.
    notes: Vec<&'s [Cell]>,
}

impl<'s> Above<'s> {
    /// Why a row is no commune.
    fn kind(&mut self, row: Row<'s>) -> Option<Rows> {
        if row.is_header() {
            self.has_commune = false;
            return Some(Rows::Header);
        }
        if (!self.has_commune && (row.is_numbers() || row.is_units())) || self.is_noted(row) {
            self.notes.push(row.cells);
            return Some(Rows::Notes);
        }
        let kind = row.sum_or_group();
        self.has_commune |= kind.is_none();
        kind
    }

    /// Whether column numbers or units stand there once more, as on each page.
    fn is_noted(&self, row: Row<'_>) -> bool {
        let place = |cell: &Cell| (cell.column, cell.text.clone());
        self.notes.first().is_some_and(|first| first.iter().map(place).eq(row.cells.iter().map(place)))
    }
}

fn add(skipped: &mut Vec<Skipped>, kind: Rows, row: u64) {
    match skipped.last_mut() {
        Some((last_kind, _, last)) if *last_kind == kind && (*last + 1 == row || kind == Rows::Footer) => *last = row,
        _ => skipped.push((kind, row, row)),
    }
}

/// Where what stands below the table begins: at the first line of signatures after which no commune comes.
fn table_end(rows: &[&[Cell]], block: &Block) -> usize {
    let row = |cells| Row { cells, block };
    let last_commune = rows.iter().rposition(|cells| row(*cells).looks_like_commune()).map_or(0, |at| at + 1);
    let below = rows.get(last_commune..).unwrap_or_default();
    below.iter().position(|cells| row(*cells).is_footer()).map_or(rows.len(), |at| last_commune + at)
}

/// A row under a header.
#[derive(Clone, Copy)]
struct Row<'s> {
    cells: &'s [Cell],
    block: &'s Block,
}

impl<'s> Row<'s> {
    fn heading(self, cell: &Cell) -> Option<&'s Heading> {
        let at = self.block.columns.binary_search_by_key(&cell.column, |heading| heading.column).ok()?;
        self.block.columns.get(at)
    }

    /// What stands under a kind of column.
    fn under(self, is_meant: impl Fn(&Heading) -> bool) -> impl Iterator<Item = &'s Cell> {
        self.cells.iter().filter(move |cell| self.heading(cell).is_some_and(&is_meant))
    }

    fn code(self) -> Option<&'s Cell> {
        self.under(|heading| is_code(heading.target)).next()
    }

    /// Whether there is a code: one with fewer digits than a code has, or with a word beside them, is none.
    fn has_code(self) -> bool {
        const MOST_LETTERS: usize = 3;
        self.code().is_some_and(|code| {
            let digits = code.text.chars().filter(char::is_ascii_digit).count();
            let letters = code.text.chars().filter(|c| c.is_alphabetic()).count();
            digits >= self.block.code_digits.unwrap_or(1) && letters <= MOST_LETTERS
        })
    }

    /// Whether code and name can only be those of a commune, even when nothing else is filled in.
    fn is_named(self) -> bool {
        let is_code = |code: &Cell| {
            let most = self.block.code_digits.unwrap_or(usize::MAX);
            (LEAST_DIGITS.min(most)..=most).contains(&code.text.len()) && code.text.bytes().all(|b| b.is_ascii_digit())
        };
        let names = |heading: &Heading| heading.target.is_some_and(Target::names) && !is_code_column(heading);
        self.code().is_some_and(is_code) && self.under(names).next().is_some()
    }

    /// Whether any column of figures holds a number.
    fn has_figures(self) -> bool {
        let is_figure = |heading: &Heading| heading.target.is_some_and(Target::is_field);
        self.under(is_figure)
            .any(|cell| cell.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%')))
    }

    fn looks_like_commune(self) -> bool {
        (self.is_named() || (self.code().is_some() && self.has_figures())) && self.sum_or_group().is_none()
    }

    /// Cells that say the same as the header above them.
    fn is_header(self) -> bool {
        let says_the_same = |cell: &&Cell| {
            let text = fold(&cell.text);
            self.heading(cell).is_some_and(|heading| heading.parts.contains(&text))
        };
        // The first cell decides for nearly every row; folding all of them would take long.
        if !self.cells.first().as_ref().is_some_and(says_the_same) {
            return false;
        }
        let same = self.cells.iter().filter(says_the_same).count();
        same > 1 && same * 2 > self.cells.len()
    }

    /// Column numbers: `(1) (2) (3)`, `A B 1 2 3=1+2`.
    fn is_numbers(self) -> bool {
        self.cells.len() > 1 && are_column_numbers(self.cells.iter().map(|cell| cell.text.as_str()))
    }

    fn is_units(self) -> bool {
        self.code().is_none() && self.cells.iter().all(|cell| is_unit(&fold(&cell.text)))
    }

    /// Sums and titles of groups have no code.
    fn sum_or_group(self) -> Option<Rows> {
        if self.has_code() {
            return None;
        }
        let is_word = |heading: &Heading| !heading.target.is_some_and(Target::is_field);
        let label = self.label().map_or("", |cell| cell.text.as_str());
        let is_sum = words::is_total(label) || self.under(is_word).any(|cell| words::is_plain_total(&cell.text));
        if is_sum {
            return Some(Rows::Totals);
        }
        words::is_group(label).then_some(Rows::Group)
    }

    /// What stands where the name would: under it, or before it when there is nothing.
    fn label(self) -> Option<&'s Cell> {
        let is_name = |heading: &Heading| heading.target.is_some_and(Target::names) && !is_code_column(heading);
        let at = self.block.columns.iter().find(|heading| is_name(heading)).map(|heading| heading.column);
        let before = || self.cells.iter().find(|cell| at.is_some_and(|at| cell.column < at));
        self.under(is_name).next().or_else(before)
    }

    /// Whether what stands below a table begins here.
    fn is_footer(self) -> bool {
        !self.has_figures() && self.cells.iter().any(|cell| words::is_below(&cell.text))
    }
}

fn is_code_column(heading: &Heading) -> bool {
    is_code(heading.target)
}

/// Numbers of one or two digits that count on, letters, or formulas over such, with or without brackets. A commune with
/// few children has small figures too, but they do not count on.
fn are_column_numbers<'c>(texts: impl Iterator<Item = &'c str>) -> bool {
    let mut next: Option<u8> = None;
    for text in texts.map(str::trim) {
        let bare = text.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
        let is_letter = bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_alphabetic());
        let is_number = matches!(bare.len(), 1 | 2) && bare.bytes().all(|b| b.is_ascii_digit());
        let is_allowed = |c: char| c.is_ascii_digit() || "()[]=+-*/:x ".contains(c);
        let is_formula = text.contains('=') && text.chars().all(is_allowed);
        let number = bare.parse().ok().filter(|_| is_number);
        if !(is_letter || is_formula || number.is_some_and(|number| next.is_none_or(|next| next == number))) {
            return false;
        }
        next = if is_letter { next } else { number.or(next).map(|number: u8| number.saturating_add(1)) };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_numbers_count_on_and_small_figures_do_not() {
        let rows: [(&[&str], bool); 7] = [
            (&["(1)", "(2)", "(3)"], true),
            (&["A", "B", "1", "2", "3=1+2", "4"], true),
            (&["(5)", "(6)=(5)*98/100", "(7)"], true),
            (&["98", "99", "x"], true),
            (&["1", "A", "10", "12", "3"], false),
            (&["2", "B", "3", "5"], false),
            (&["A", "Xã Một"], false),
        ];
        for (row, want) in rows {
            assert_eq!(are_column_numbers(row.iter().copied()), want, "{row:?}");
        }
    }
}

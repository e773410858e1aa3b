//! The rows under a header: communes, and the rows that are none: sums, repeated headers, column numbers, signatures.

use super::super::check::{Target, is_unit};
use super::super::read::book::{Area, Cell, Sheet};
use super::super::spelling::fold;
use super::block::{Block, Heading};
use super::is_code;
use crate::diag::book::Rows;

/// What a row of sums says where the commune's name would stand.
const TOTALS: [&str; 13] = [
    "tổng",
    "cộng",
    "tổng cộng",
    "tổng số",
    "cộng chung",
    "toàn tỉnh",
    "toàn huyện",
    "toàn thành phố",
    "total",
    "totals",
    "grand total",
    "sum",
    "subtotal",
];
/// How such a row can begin.
const TOTALS_BEGIN: [&str; 4] = ["tổng cộng ", "tổng số ", "cộng toàn ", "total of "];
/// How the lines below a table begin.
const FOOTER: [&str; 22] = [
    "người lập",
    "người tổng hợp",
    "người báo cáo",
    "người duyệt",
    "thủ trưởng",
    "chủ tịch",
    "phó chủ tịch",
    "tm. ",
    "tm ủy ban",
    "tm uỷ ban",
    "kt. ",
    "lãnh đạo",
    "trưởng phòng",
    "giám đốc",
    "kế toán",
    "xác nhận",
    "nơi nhận",
    "ghi chú:",
    "(ký",
    "prepared by",
    "signature",
    "note:",
];

/// A run of rows that are no communes: why, the first and the last, counted from 1.
pub(super) type Skipped = (Rows, u64, u64);

/// The cells of the communes' rows, and the rows that were left out.
pub(super) fn communes(sheet: &Sheet, block: &Block) -> (Vec<Cell>, Vec<Skipped>) {
    let under = |row: &&[Cell]| row.first().is_some_and(|cell| cell.row > block.last);
    let rows: Vec<&[Cell]> = sheet.rows().filter(under).collect();
    let (end, places) = (table_end(&rows, block), Places::of(sheet, block));
    let (mut cells, mut skipped): (Vec<Cell>, Vec<Skipped>) = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let kind = if at >= end { Some(Rows::Footer) } else { Row { cells: row, block }.kind(cells.is_empty()) };
        match kind {
            None => cells.extend(places.with(row)),
            Some(kind) => add(&mut skipped, kind, row.first().map_or(0, |cell| u64::from(cell.row) + 1)),
        }
    }
    (cells, skipped)
}

/// Provinces and districts that are merged over the rows of their communes.
struct Places<'s> {
    /// By column: the merged cells below the header, from top to bottom, with what they say.
    columns: Vec<(u32, Vec<(Area, &'s Cell)>)>,
}

impl<'s> Places<'s> {
    fn of(sheet: &'s Sheet, block: &Block) -> Self {
        let is_place = |heading: &&Heading| heading.target.is_some_and(Target::is_place);
        let of_column = |heading: &Heading| {
            let here = |area: &&Area| area.first.1 == heading.column && area.first.0 > block.last;
            let cell = |place| sheet.cells.binary_search_by_key(&place, |cell| (cell.row, cell.column)).ok();
            let with_cell = |area: &Area| Some((*area, sheet.cells.get(cell(area.first)?)?));
            let mut areas: Vec<_> = sheet.merged.iter().filter(here).filter_map(with_cell).collect();
            areas.sort_by_key(|(area, _)| area.first);
            (heading.column, areas)
        };
        Self { columns: block.columns.iter().filter(is_place).map(of_column).collect() }
    }

    /// The cells of a row, and those that are merged down into it.
    fn with(&self, row: &[Cell]) -> Vec<Cell> {
        let mut cells = row.to_vec();
        let Some(number) = row.first().map(|cell| cell.row) else { return cells };
        for (column, areas) in &self.columns {
            let above = areas.partition_point(|(area, _)| area.first.0 < number);
            let area = above.checked_sub(1).and_then(|at| areas.get(at)).filter(|(area, _)| number <= area.last.0);
            let is_there = row.iter().any(|cell| cell.column == *column);
            cells.extend(area.filter(|_| !is_there).map(|(_, cell)| Cell { row: number, ..(*cell).clone() }));
        }
        cells.sort_by_key(|cell| cell.column);
        cells
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
    /// Why it is no commune; `is_first`: no commune stands above it.
    fn kind(self, is_first: bool) -> Option<Rows> {
        if self.is_header() {
            return Some(Rows::Header);
        }
        if is_first && (self.is_numbers() || self.is_units()) {
            return Some(Rows::Notes);
        }
        self.is_totals().then_some(Rows::Totals)
    }

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

    /// Whether any column of figures holds a number.
    fn has_figures(self) -> bool {
        let is_figure = |heading: &Heading| heading.target.is_some_and(Target::is_field);
        self.under(is_figure)
            .any(|cell| cell.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%')))
    }

    fn looks_like_commune(self) -> bool {
        self.code().is_some() && self.has_figures() && !self.is_totals()
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

    /// Sums have no code.
    fn is_totals(self) -> bool {
        let code = self.code();
        if code.is_some_and(|code| !is_totals_word(&code.text)) {
            return false;
        }
        let is_word = |heading: &Heading| !heading.target.is_some_and(Target::is_field);
        self.under(is_word).any(|cell| is_totals_word(&cell.text))
    }

    fn is_footer(self) -> bool {
        let begins = |cell: &Cell| {
            let text = fold(&cell.text);
            FOOTER.iter().any(|word| text.starts_with(word)) || is_place_and_date(&text)
        };
        self.cells.iter().any(begins)
    }
}

fn is_totals_word(text: &str) -> bool {
    let text = fold(text);
    let text = text.trim_end_matches([':', '.', ' ']);
    TOTALS.contains(&text) || TOTALS_BEGIN.iter().any(|word| text.starts_with(word))
}

/// `…, ngày 15 tháng 01 năm 2025`.
fn is_place_and_date(text: &str) -> bool {
    ["ngày", "tháng", "năm"].iter().all(|word| text.contains(word))
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

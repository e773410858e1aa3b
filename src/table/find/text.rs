//! The table in a text file: a header below titles, and rows that are no communes, by the rules of workbooks.
//!
//! A file whose first row is a whole header is taken as it is. In any other, the first rows are cut at each delimiter
//! in turn and looked through as those of a sheet; what is found counts only where it names more columns than the first
//! row does.
//!
//! Sums, repeated headers and signatures are looked for in either kind, once a row was read that does not begin like a
//! commune's. They stay in the text as rows without anything in them, so that all others keep their numbers. In a file
//! with more cells than a workbook may have they are not looked for, and each is an error.

use super::super::check::{self, Spellings, Wanted};
use super::super::read::book::{Cell, Count, Sheet};
use super::super::read::delimiter::CANDIDATES;
use super::super::read::{Body, TextTable};
use super::super::rows::{Quoted, Rows as _};
use super::super::spelling::trim;
use super::block::{self, Best, Block, Least};
use super::{not_read, rows};
use crate::diag::{Book as Found, CellPlace, Diagnostic, Place, Problem, Report};
use std::ops::Range;
use std::sync::Arc;

/// The table under the header that names most columns; the first row, unless another names more.
pub(super) fn located(mut table: TextTable, wanted: &Wanted<'_>, least: Least) -> Result<TextTable, Report> {
    let spellings = Spellings::of(wanted.standard);
    let first = first_row(&table).and_then(|sheet| block::best(&sheet, &spellings, least));
    let known = first.as_ref().map_or(0, Best::score);
    let better = if check::is_whole_header(&table, wanted) { None } else { searched(&table, &spellings, least) };
    match (better.filter(|(_, _, best)| best.score() > known), first) {
        (Some((_, _, Best::Unclear { rows, .. })), _) => {
            let problem = Problem::Book(Found::HeaderUnclear { rows });
            return Err(Report { diagnostics: vec![Diagnostic::new(problem, Place::File(table.name().to_owned()))] });
        }
        (Some((delimiter, lines, Best::One(block))), _) => put_under(&mut table, delimiter, &lines, block),
        (None, Some(Best::One(block))) => table.block = Some(block),
        (None, _) => {}
    }
    Ok(table)
}

/// The header row that was taken.
fn first_row(table: &TextTable) -> Option<Sheet> {
    let row = u32::try_from(table.header_row.checked_sub(1)?).ok()?;
    let filled = (0..).zip(&table.header).filter(|(_, text)| !trim(text).is_empty());
    Sheet::of_text(filled.map(|(column, text)| Cell { row, column, text: trim(text).into() }).collect()).ok()
}

/// The best header among the first rows, and the delimiter under which it is one; the likeliest of equals.
fn searched(table: &TextTable, spellings: &Spellings, least: Least) -> Option<(u8, Lines, Best)> {
    let Body::Text { text, begin, delimiter, is_said, .. } = &table.body else { return None };
    let others = CANDIDATES.into_iter().filter(|other| !is_said && other != delimiter);
    let found = std::iter::once(*delimiter).chain(others).filter_map(|delimiter| {
        let lines = Lines::of(text, *begin, delimiter, 0, block::ROWS_SEARCHED)?;
        let best = block::best(&lines.sheet, spellings, least)?;
        Some((delimiter, lines, best))
    });
    found.reduce(|a, b| if b.2.score() > a.2.score() { b } else { a })
}

fn put_under(table: &mut TextTable, found: u8, lines: &Lines, block: Block) {
    let last = u64::from(block.last) + 1;
    let end = lines.rows.iter().find(|(row, _)| *row == last).map(|(_, bytes)| bytes.end);
    if let (Body::Text { start, delimiter, .. }, Some(end)) = (&mut table.body, end) {
        (*start, *delimiter) = (end, found);
    }
    let text_of = |column| {
        let at = block.columns.binary_search_by_key(&column, |heading| heading.column).ok();
        at.and_then(|at| block.columns.get(at)).map_or_else(String::new, |heading| heading.text.clone())
    };
    table.header = (0..=block.columns.last().map_or(0, |heading| heading.column)).map(text_of).collect();
    table.header_row = last;
    table.block = Some(block);
}

/// Empties the rows of a text file that are no communes, with a note for each run of them; whether there were any.
pub(in crate::table) fn leave_out_others(table: &mut TextTable) -> bool {
    let (Body::Text { text, start, delimiter, .. }, Some(block)) = (&table.body, &table.block) else { return false };
    let Some(lines) = Lines::of(text, *start, *delimiter, table.header_row, usize::MAX) else { return false };
    let skipped = rows::communes(&lines.sheet, block).1;
    if skipped.is_empty() {
        return false;
    }
    // That of the bytes as they were read.
    let _ = table.sha256();
    let is_skipped = |row: u64| {
        let run = skipped.get(skipped.partition_point(|(_, _, last)| *last < row));
        run.is_some_and(|(_, first, _)| *first <= row)
    };
    let emptied = lines.rows.into_iter().filter(|(row, _)| is_skipped(*row)).map(|(_, bytes)| bytes);
    let emptied = with_empty(text, emptied, char::from(*delimiter));
    let place = |row| CellPlace { file: Arc::clone(&table.name), row: Some(row), ..CellPlace::default() };
    let notes: Vec<_> = skipped.into_iter().map(|run| not_read(run, Place::Cell(place(run.1)))).collect();
    table.notes.diagnostics.extend(notes);
    if let Body::Text { text, .. } = &mut table.body {
        *text = emptied;
    }
    true
}

/// A text with a delimiter in place of all cells of some rows.
fn with_empty(text: &str, rows: impl Iterator<Item = Range<usize>>, delimiter: char) -> String {
    let (mut emptied, mut at) = (String::with_capacity(text.len()), 0);
    for row in rows {
        emptied.push_str(text.get(at..row.start).unwrap_or_default());
        let line = text.get(row.clone()).unwrap_or_default();
        let (before, after) = (line.trim_start_matches(['\r', '\n']), line.trim_end_matches(['\r', '\n']));
        emptied.push_str(line.get(..line.len() - before.len()).unwrap_or_default());
        emptied.push(delimiter);
        emptied.push_str(line.get(after.len()..).unwrap_or_default());
        at = row.end;
    }
    emptied.push_str(text.get(at..).unwrap_or_default());
    emptied
}

/// Rows of a text as those of a sheet.
struct Lines {
    sheet: Sheet,
    /// Number of each row with anything in it, from 1, and where it stands in the text, empty lines before it included.
    rows: Vec<(u64, Range<usize>)>,
}

impl Lines {
    /// At most so many rows from `start` on, before which there are `before`; `None` when they hold more than a
    /// workbook may.
    fn of(text: &str, start: usize, delimiter: u8, before: u64, most: usize) -> Option<Self> {
        let mut cells: Vec<Cell> = Vec::new();
        let (mut found, mut count, mut end) = (Vec::new(), Count::default(), start);
        let mut rows = Quoted::new(text.get(start..)?, delimiter);
        while found.len() < most && rows.next_row() {
            let number = before + rows.row();
            let row = u32::try_from(number - 1).ok()?;
            let filled = cells.len();
            for column in 0.. {
                let Some(cell) = rows.cell().map(trim) else { break };
                if !cell.is_empty() {
                    count.add(row, cell).ok()?;
                    cells.push(Cell { row, column, text: cell.into() });
                }
            }
            let bytes = end..start + rows.end();
            end = bytes.end;
            if cells.len() > filled {
                found.push((number, bytes));
            }
        }
        Some(Self { sheet: Sheet::of_text(cells).ok()?, rows: found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emptied_row_leaves_all_others_in_their_rows() {
        for end in ["\n", "\r\n", "\r"] {
            let line = |text: &str| format!("{text}{end}");
            let text = ["a;b", "", "\"c;\n\nd\";", "", "e;f", ";;g"].map(line).concat() + "h;i";
            let lines = Lines::of(&text, 0, b';', 0, usize::MAX).unwrap();
            let numbers: Vec<u64> = lines.rows.iter().map(|(row, _)| *row).collect();
            assert_eq!(numbers, [1, 3, 5, 6, 7], "{text:?}");
            for (left_out, bytes) in &lines.rows {
                let emptied = with_empty(&text, std::iter::once(bytes.clone()), ';');
                let others = Lines::of(&emptied, 0, b';', 0, usize::MAX).unwrap();
                let stays = |cell: &&Cell| u64::from(cell.row) + 1 != *left_out;
                let want: Vec<&Cell> = lines.sheet.cells.iter().filter(stays).collect();
                assert_eq!(others.sheet.cells.iter().collect::<Vec<_>>(), want, "{emptied:?}");
            }
        }
    }
}

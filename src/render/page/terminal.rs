//! Blocks for a terminal: as wide as it is, never wider.

use super::{Block, Row, Table};
use crate::render::View;
use crate::render::layout::Cell;
use crate::render::terminal::{Grid, wrap};

/// The page; empty lines never stand twice.
pub(in crate::render) fn print(blocks: &[Block], view: &View) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading(_, line) => wrap::push(&mut text, line, view.columns(), 0),
            Block::Line(line) => wrap::push(&mut text, line, view.columns(), 2),
            Block::Gap => text.push('\n'),
            Block::Table(table) => text.push_str(&self::table(table, view)),
            Block::Either(wide, narrow) => {
                let table = if view.columns() < ROOMY { narrow } else { wide };
                text.push_str(&self::table(table, view));
            }
        }
    }
    text
}

/// From here on all columns of the communes stand side by side.
const ROOMY: usize = 110;

/// Blanks between columns.
const GAP: usize = 2;

fn table(table: &Table, view: &View) -> String {
    let mut grid = Grid::new(table.columns.iter().map(|column| column.label.clone()).collect());
    grid.sides = table.columns.iter().map(|column| column.side).collect();
    grid.widths = widths(table, view.columns());
    for row in &table.rows {
        let cells = match row {
            Row::Cells(cells) => cells.clone(),
            Row::Group(label) => {
                if !grid.rows.is_empty() {
                    grid.rows.push(vec![Cell::default(); table.columns.len()]);
                }
                let others = std::iter::repeat_n(Cell::default(), table.columns.len().saturating_sub(1));
                std::iter::once(Cell::plain(label.as_str())).chain(others).collect()
            }
        };
        grid.rows.push(cells);
    }
    grid.print(view.colour)
}

/// What each column wants, and where that is too much, less for the widest of those that may go on below.
fn widths(table: &Table, width: usize) -> Vec<usize> {
    let cells = |at: usize| {
        let rows =
            table.rows.iter().filter_map(move |row| if let Row::Cells(cells) = row { cells.get(at) } else { None });
        rows.map(Cell::width).max().unwrap_or(0)
    };
    // A heading stands in the first column: its longest word is not cut.
    let words = |row: &Row| match row {
        Row::Group(label) => label.split_whitespace().map(|word| word.chars().count()).max(),
        Row::Cells(_) => None,
    };
    let word = |at: usize| if at == 0 { table.rows.iter().filter_map(words).max().unwrap_or(0) } else { 0 };
    let columns = table.columns.iter().enumerate();
    let wanted = columns.map(|(at, column)| column.label.chars().count().max(cells(at)).max(word(at)));
    let mut widths: Vec<usize> = wanted.collect();
    let room = width.saturating_sub(GAP * widths.len().saturating_sub(1));
    for all in [false, true] {
        while widths.iter().sum::<usize>() > room {
            let may = |at: &usize| widths[*at] > LEAST && (all || table.columns[*at].wraps);
            let Some(widest) = (0..widths.len()).filter(may).max_by_key(|at| widths[*at]) else { break };
            widths[widest] -= 1;
        }
    }
    while widths.iter().sum::<usize>() > room && widths.iter().any(|width| *width > 1) {
        if let Some(widest) = widths.iter_mut().max() {
            *widest -= 1;
        }
    }
    widths
}

/// Below this a text column is too narrow to read; numbers give way first.
const LEAST: usize = 8;

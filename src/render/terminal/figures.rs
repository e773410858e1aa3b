//! The figures of a standard for a terminal, never wider than it is.

use super::grid::Grid;
use super::wrap;
use crate::lang::Lang;
use crate::render::layout::figures::{FigureColumn, FigureLayout};
use crate::render::layout::{Cell, Side};
use crate::result::figures::{FigureGroup, FigureSheet};

/// Blanks between columns.
const GAP: usize = 2;
/// From this width on there is room for the path.
const ROOM_FOR_PATHS: usize = 160;

/// Every figure by criterion, then how many of each status each criterion has. Ends with a line end.
#[must_use]
pub fn figures(sheet: &FigureSheet, lang: Lang, width: usize) -> String {
    let width = width.max(crate::render::View::LEAST_WIDTH);
    let layout = FigureLayout::new(sheet, lang);
    let mut text = String::new();
    for line in [layout.title(), &sheet.citation, &layout.says()] {
        wrap::push(&mut text, line, width, 0);
    }
    let columns = columns(width);
    let widths = widths(&layout, &columns, width);
    for (heading, group) in layout.groups() {
        text.push('\n');
        wrap::push(&mut text, &heading, width, 2);
        text.push_str(&list(&layout, group, &columns, &widths));
    }
    text.push('\n');
    text.push_str(&counts(&layout, width));
    text
}

fn columns(width: usize) -> Vec<FigureColumn> {
    use FigureColumn::{Evidence, Label, Line, Path, Status, Value};
    if width >= ROOM_FOR_PATHS {
        vec![Label, Value, Status, Evidence, Path, Line]
    } else {
        vec![Label, Value, Status, Evidence, Line]
    }
}

/// How much of the room a column gets, compared with others; 0 for one that is as wide as its longest value.
fn weight(column: FigureColumn) -> usize {
    match column {
        FigureColumn::Label => 7,
        FigureColumn::Value => 4,
        FigureColumn::Status => 3,
        FigureColumn::Evidence => 9,
        FigureColumn::Path => 6,
        FigureColumn::Line => 0,
    }
}

/// The same widths for all groups, so that the columns stand below each other.
fn widths(layout: &FigureLayout<'_>, columns: &[FigureColumn], width: usize) -> Vec<usize> {
    let figures = || layout.sheet.groups.iter().flat_map(|group| &group.figures);
    let wanted = |column: &FigureColumn| {
        let header = layout.header(*column).chars().count();
        figures().map(|figure| layout.cell(*column, figure).width()).fold(header, usize::max)
    };
    let mut widths: Vec<usize> = columns.iter().map(wanted).collect();
    let mut room = width.saturating_sub(GAP * columns.len().saturating_sub(1));
    let mut open: Vec<usize> = (0..columns.len()).filter(|at| weight(columns[*at]) > 0).collect();
    room = room.saturating_sub((0..columns.len()).filter(|at| !open.contains(at)).map(|at| widths[at]).sum());
    // A column that wants less than its part leaves the rest to the others.
    loop {
        let weights = open.iter().map(|at| weight(columns[*at])).sum::<usize>().max(1);
        let part = |at: usize| room * weight(columns[at]) / weights;
        let Some(at) = open.iter().position(|at| widths[*at] <= part(*at)) else {
            for at in open.clone() {
                widths[at] = part(at).max(1);
            }
            return widths;
        };
        room -= widths[open.remove(at)];
        if open.is_empty() {
            return widths;
        }
    }
}

fn list(layout: &FigureLayout<'_>, group: &FigureGroup, columns: &[FigureColumn], widths: &[usize]) -> String {
    let mut grid = Grid::new(columns.iter().map(|column| layout.header(*column).to_owned()).collect());
    let side = |column: &FigureColumn| if *column == FigureColumn::Line { Side::Right } else { Side::Left };
    grid.sides = columns.iter().map(side).collect();
    grid.widths = widths.to_vec();
    let row = |figure| columns.iter().map(|column| layout.cell(*column, figure)).collect();
    grid.rows = group.figures.iter().map(row).collect();
    grid.print(false)
}

fn counts(layout: &FigureLayout<'_>, width: usize) -> String {
    let (header, rows) = layout.counts();
    let longest = |at: usize| {
        rows.iter().chain([&header]).filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..header.len()).map(longest).collect();
    let numbers: usize = widths.iter().skip(1).map(|width| width + GAP).sum();
    if let Some(name) = widths.first_mut() {
        *name = (*name).min(width.saturating_sub(numbers).max(1));
    }
    let mut grid = Grid::new(header);
    grid.sides = (0..widths.len()).map(|at| if at == 0 { Side::Left } else { Side::Right }).collect();
    grid.widths = widths;
    grid.rows = rows.into_iter().map(|row| row.into_iter().map(Cell::plain).collect()).collect();
    grid.print(false)
}

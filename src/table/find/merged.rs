//! Merged cells below a header. What is often one for many communes counts for each of them: province, district, year,
//! area class. A figure never does: a figure for several communes together is nobody's.

use super::super::check::Target;
use super::super::merged;
use super::super::read::book::{Area, Cell, Sheet};
use super::block::{Block, Heading};
use crate::diag::CellPlace;
use std::collections::BTreeMap;

/// Cells that are marked at most; each is an error, and one is enough for the file to be refused.
const MOST_MARKED: usize = 100_000;

/// What is merged down over the rows of several communes and counts for each.
pub(super) struct Shared<'s> {
    /// By column: the merged cells below the header, from top to bottom, with what they say.
    columns: Vec<(u32, Vec<(Area, &'s Cell)>)>,
}

impl<'s> Shared<'s> {
    pub(super) fn of(sheet: &'s Sheet, block: &Block) -> Self {
        let is_shared = |heading: &&Heading| heading.target.is_some_and(Target::is_shared);
        let of_column = |heading: &Heading| {
            let here = |area: &&Area| area.first.1 == heading.column && area.first.0 > block.last;
            let with_cell = |area: &Area| Some((*area, cell_at(sheet, area.first)?));
            let mut areas: Vec<_> = sheet.merged.iter().filter(here).filter_map(with_cell).collect();
            areas.sort_by_key(|(area, _)| area.first);
            (heading.column, areas)
        };
        Self { columns: block.columns.iter().filter(is_shared).map(of_column).collect() }
    }

    /// The cells of a row, and those that are merged down into it.
    pub(super) fn with(&self, row: &[Cell]) -> Vec<Cell> {
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

fn cell_at(sheet: &Sheet, place: (u32, u32)) -> Option<&Cell> {
    let at = sheet.cells.binary_search_by_key(&place, |cell| (cell.row, cell.column)).ok()?;
    sheet.cells.get(at)
}

/// Marks the figures of communes that are merged with others, so that each is refused where it is read.
pub(super) fn mark(cells: &mut Vec<Cell>, sheet: &Sheet, block: &Block) {
    let mut rows: Vec<u32> = cells.iter().map(|cell| cell.row).collect();
    rows.dedup();
    let figures: Vec<u32> =
        block.columns.iter().filter(|heading| is_figure(heading)).map(|heading| heading.column).collect();
    let mut marked: BTreeMap<(u32, u32), String> = BTreeMap::new();
    for area in sheet.merged.iter().filter(|area| area.first.0 > block.last) {
        let Some(cell) = cell_at(sheet, area.first) else { continue };
        let (rows, columns) = (between(&rows, area.first.0, area.last.0), between(&figures, area.first.1, area.last.1));
        let places = || rows.iter().flat_map(|row| columns.iter().map(|column| (*row, *column)));
        if !places().any(|place| place != area.first) {
            continue;
        }
        let text = merged::marked(&range(area), &cell.text);
        marked.extend(places().take(MOST_MARKED - marked.len()).map(|place| (place, text.clone())));
        if marked.len() >= MOST_MARKED {
            break;
        }
    }
    if !marked.is_empty() {
        cells.retain(|cell| !marked.contains_key(&(cell.row, cell.column)));
        cells.extend(marked.into_iter().map(|((row, column), text)| Cell { row, column, text: text.into() }));
        cells.sort_by_key(|cell| (cell.row, cell.column));
    }
}

fn is_figure(heading: &Heading) -> bool {
    heading.target.is_some_and(Target::is_field)
}

/// The sorted numbers from a first to a last.
fn between(sorted: &[u32], first: u32, last: u32) -> &[u32] {
    let from = sorted.partition_point(|number| *number < first);
    let to = sorted.partition_point(|number| *number <= last);
    sorted.get(from..to).unwrap_or_default()
}

/// `C5:C7`.
fn range(area: &Area) -> String {
    let place = |(row, column): (u32, u32)| {
        let letters = usize::try_from(column).map(|column| CellPlace::column_letters(column + 1)).unwrap_or_default();
        format!("{letters}{}", u64::from(row) + 1)
    };
    format!("{}:{}", place(area.first), place(area.last))
}

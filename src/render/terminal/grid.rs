//! A table of given column widths, drawn by comfy-table.

use super::wrap::clean;
use crate::render::layout::{Cell, Side, Tone};
use comfy_table::{CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width};

/// No vertical lines: they cost three characters a column.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Headers and rows, with the width of each column.
pub(in crate::render) struct Grid {
    pub(in crate::render) headers: Vec<String>,
    pub(in crate::render) sides: Vec<Side>,
    /// Characters of text in each column.
    pub(in crate::render) widths: Vec<usize>,
    /// Blanks between columns.
    pub(in crate::render) gap: u16,
    pub(in crate::render) rows: Vec<Vec<Cell>>,
}

impl Grid {
    /// An empty table.
    pub(in crate::render) fn new(headers: Vec<String>) -> Self {
        Self { headers, sides: Vec::new(), widths: Vec::new(), gap: 2, rows: Vec::new() }
    }

    /// The table as text, each line ended, blanks at line ends cut.
    pub(in crate::render) fn print(&self, colour: bool) -> String {
        let mut table = Table::new();
        table.load_style(STYLE).force_no_tty().set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(self.line_width()).unwrap_or(u16::MAX));
        if colour {
            table.enforce_styling().style_text_only();
        }
        table.set_header(self.headers.iter().map(|header| comfy_table::Cell::new(clean(header))));
        for row in &self.rows {
            table.add_row(row.iter().map(|cell| draw(cell, colour)));
        }
        self.set_columns(&mut table);
        let mut text = String::new();
        for line in table.lines() {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        // comfy-table draws a gap per column into a bottom border of its own, which makes it wider than the table.
        text.extend(std::iter::repeat_n('─', self.line_width()));
        text.push('\n');
        text.replace('\u{a0}', " ")
    }

    /// Characters of the longest value or header of each column.
    pub(super) fn natural(&self) -> Vec<usize> {
        let header = |at: usize| self.headers.get(at).map_or(0, |header| header.chars().count());
        let longest = |at: usize| self.rows.iter().filter_map(|row| row.get(at)).map(Cell::width).max().unwrap_or(0);
        (0..self.headers.len()).map(|at| header(at).max(longest(at))).collect()
    }

    /// Narrows one column, down to `least`, so that a line has at most `width` characters.
    pub(super) fn narrow(&mut self, column: usize, least: usize, width: usize) {
        self.widths = self.natural();
        let over = self.line_width().saturating_sub(width);
        if let Some(narrowed) = self.widths.get_mut(column) {
            *narrowed = narrowed.saturating_sub(over).max(least.min(*narrowed));
        }
    }

    /// Characters of a line.
    pub(in crate::render) fn line_width(&self) -> usize {
        let gaps = self.widths.len().saturating_sub(1) * usize::from(self.gap);
        self.widths.iter().sum::<usize>() + gaps
    }

    fn set_columns(&self, table: &mut Table) {
        let last = self.widths.len().saturating_sub(1);
        for (at, (width, side)) in self.widths.iter().zip(&self.sides).enumerate() {
            let Some(column) = table.column_mut(at) else { continue };
            let gap = if at == last { 0 } else { self.gap };
            let outer = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(gap);
            column.set_padding((0, gap)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(outer)));
            column.set_cell_alignment(match side {
                Side::Left => CellAlignment::Left,
                Side::Right => CellAlignment::Right,
            });
        }
    }
}

fn draw(cell: &Cell, colour: bool) -> comfy_table::Cell {
    let lines: Vec<String> = cell.lines.iter().map(|line| clean(line)).collect();
    let drawn = comfy_table::Cell::new_owned(lines.join("\n"));
    match cell.tone {
        Tone::Good if colour => drawn.fg(Color::Green),
        Tone::Bad if colour => drawn.fg(Color::Red),
        Tone::Open if colour => drawn.fg(Color::Yellow),
        _ => drawn,
    }
}

//! Tables for a terminal: as wide as it is, never wider; the columns shown depend on the width.

mod breakdown;
mod cases;
mod coverage;
mod figures;
mod fit;
mod grid;
pub(in crate::render) mod wrap;

use super::View;
use super::layout::Layout;
use crate::result::ScoreSheet;
use fit::Fit;
pub(in crate::render) use grid::Grid;

pub use breakdown::breakdown;
pub use cases::cases;
pub use coverage::coverage;
pub use figures::figures;

/// One line per commune, vetoing criteria before the distance to the threshold, with a heading and a footer that says
/// what the marks mean and how far the figures are verified. Ends with a line end.
#[must_use]
pub fn summary(sheet: &ScoreSheet, view: &View) -> String {
    let layout = Layout::new(sheet, view.lang);
    let fit = Fit::of(&layout, view.columns());
    let mut text = heading(&layout, view);
    text.push_str(&table(&layout, &fit, view));
    for line in layout.summary() {
        wrap::push(&mut text, &line, view.columns(), 2);
    }
    text.push('\n');
    for line in layout.legends(&fit.columns).into_iter().chain(layout.verification()) {
        wrap::push(&mut text, &line, view.columns(), 2);
    }
    text
}

/// The summary, and the points of every criterion below it when the view asks for them.
#[must_use]
pub fn page(sheet: &ScoreSheet, view: &View) -> String {
    let mut text = summary(sheet, view);
    if view.breakdown {
        text.push('\n');
        text.push_str(&breakdown(sheet, view));
    }
    if view.margins {
        text.push_str(&super::explanation::margins(sheet, view));
    }
    text
}

fn heading(layout: &Layout<'_>, view: &View) -> String {
    let mut text = String::new();
    for line in [layout.title(), &layout.info.citation, &layout.versions_line(), &layout.common()] {
        if !line.is_empty() {
            wrap::push(&mut text, line, view.columns(), 0);
        }
    }
    text.push('\n');
    text
}

fn table(layout: &Layout<'_>, fit: &Fit, view: &View) -> String {
    let mut grid = Grid::new(fit.columns.iter().map(|column| layout.header(*column).to_owned()).collect());
    grid.sides = fit.columns.iter().map(|column| column.side()).collect();
    grid.widths.clone_from(&fit.widths);
    for commune in &layout.sheet.communes {
        grid.rows.push(fit.columns.iter().map(|column| layout.cell(*column, commune)).collect());
    }
    grid.print(view.colour)
}

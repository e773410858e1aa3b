//! Four pictures in SVG. They count and scale what is there; each has a title, a description and a table behind it, and what
//! it says stands in it as text, so that nothing depends on colour.

mod drawing;
mod points;
mod share;
mod totals;
mod vetoes;

use super::Paper;
use super::markup::Html;
use super::page::Section;
use super::tables::Table;
use crate::render::layout::board::Board;
use drawing::Drawing;

/// A picture with what it says in words and in numbers.
struct Chart {
    id: &'static str,
    title: String,
    says: String,
    drawing: Drawing,
    /// What stands below it.
    notes: Vec<String>,
    /// Its figures.
    board: Board,
}

/// The charts; nothing for a sheet without communes.
pub(super) fn section(paper: &Paper<'_>) -> Option<Section> {
    if paper.dossier.sheet.communes.is_empty() {
        return None;
    }
    let charts =
        [share::chart(paper), Some(totals::chart(paper)), Some(points::chart(paper)), Some(vetoes::chart(paper))];
    let mut body = Html::new();
    body.open("div", &[("class", "charts")]);
    for chart in charts.into_iter().flatten() {
        figure(&mut body, paper, &chart);
    }
    body.close("div");
    Some(Section { id: "charts", title: paper.words.charts.to_owned(), wide: false, body })
}

fn figure(html: &mut Html, paper: &Paper<'_>, chart: &Chart) {
    html.open("div", &[("class", "chart"), ("id", chart.id)]);
    html.element("h3", &[], &chart.title);
    chart.drawing.write(html, chart.id, &chart.title, &chart.says);
    for note in std::iter::once(&chart.says).chain(&chart.notes) {
        html.element("p", &[("class", "says")], note);
    }
    html.open("details", &[]);
    html.element("summary", &[], paper.words.as_table);
    Table::plain(&chart.board).write(html, paper);
    html.close("details");
    html.close("div");
    html.line();
}

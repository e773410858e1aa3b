//! Markdown: the same tables as pipe tables that paste into a document as they are.
//!
//! Characters with a meaning in Markdown are escaped, line ends become blanks, and there is no HTML.

mod figures;

pub use figures::figures;

use super::View;
use super::layout::breakdown::Unknown;
use super::layout::{Column, Layout, Side};
use crate::result::ScoreSheet;

/// Title, citation, the table of communes, its footer, and the points by criterion when the view asks for them.
/// `width` and `colour` of the view do not matter.
#[must_use]
pub fn document(sheet: &ScoreSheet, view: &View) -> String {
    let layout = Layout::new(sheet, view.lang);
    let columns = layout.needed(&Column::ALL);
    let mut text = format!("# {}\n\n", escape(layout.title()));
    for line in [&layout.info.citation, &layout.versions_line(), &layout.common()] {
        paragraph(&mut text, line);
    }
    text.push_str(&communes(&layout, &columns));
    text.push('\n');
    for line in layout.summary().iter().chain(&layout.legends(&columns)).chain(&layout.verification()) {
        paragraph(&mut text, line);
    }
    if view.breakdown {
        text.push_str(&breakdown(&layout));
    }
    if view.margins {
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
        text.push_str(&super::explanation::margins_in_markdown(sheet, view.lang));
    }
    // The last paragraph ends the file with one line end.
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn communes(layout: &Layout<'_>, columns: &[Column]) -> String {
    let mut text = String::new();
    row(&mut text, columns.iter().map(|column| escape(layout.header(*column))));
    row(&mut text, columns.iter().map(|column| rule(column.side())));
    for commune in &layout.sheet.communes {
        row(&mut text, columns.iter().map(|column| escape(&layout.cell(*column, commune).lines.join("; "))));
    }
    text
}

fn breakdown(layout: &Layout<'_>) -> String {
    let criteria = 0..layout.info.criteria.len();
    let before = layout.needed(&[Column::Code, Column::Name, Column::Year]);
    let after = [Column::Total];
    let mut text = format!("## {}\n\n", escape(layout.words.breakdown_title));
    let header = |column: &Column| layout.header(*column).to_owned();
    let points = criteria.clone().map(|at| layout.criterion_header(at));
    row(&mut text, before.iter().map(header).chain(points).chain(after.iter().map(header)).map(|label| escape(&label)));
    let points = criteria.clone().map(|_| Side::Right).chain(after.map(Column::side));
    row(&mut text, before.iter().map(|column| column.side()).chain(points).map(rule));
    for commune in &layout.sheet.communes {
        let cell = |column: &Column| layout.cell(*column, commune);
        let points = criteria.clone().map(|at| layout.points_cell(commune.criteria.get(at), Unknown::Range));
        let cells = before.iter().map(cell).chain(points).chain(after.iter().map(cell));
        row(&mut text, cells.map(|cell| escape(&cell.lines.join("; "))));
    }
    text.push('\n');
    for line in layout.breakdown_legends(Unknown::Range) {
        paragraph(&mut text, &line);
    }
    for line in layout.criteria_list() {
        text.push_str("- ");
        text.push_str(&escape(&line));
        text.push('\n');
    }
    text
}

pub(super) fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.push(' ');
        text.push_str(&cell);
        text.push_str(" |");
    }
    text.push('\n');
}

pub(super) fn rule(side: Side) -> String {
    match side {
        Side::Left => "---".to_owned(),
        Side::Right => "--:".to_owned(),
    }
}

pub(super) fn paragraph(text: &mut String, line: &str) {
    if !line.is_empty() {
        text.push_str(&escape(line));
        text.push_str("\n\n");
    }
}

/// Text that Markdown shows as it is, on one line.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '|' | '\\' | '`' | '*' | '_' | '<' | '>' | '&' | '~' | '#' => {
                out.push('\\');
                out.push(c);
            }
            // A link has `](`, `][` or `]:`; a lone bracket of an interval stays readable.
            '(' | '[' | ':' if out.ends_with(']') => {
                out.push('\\');
                out.push(c);
            }
            '\u{a0}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_or_a_line_end_does_not_break_a_row() {
        assert_eq!(escape("a|b\r\nc"), "a\\|b  c");
    }

    #[test]
    fn a_name_cannot_become_a_link_or_html() {
        assert_eq!(escape("[x](y) <b> [z]: w"), "[x]\\(y) \\<b\\> [z]\\: w");
    }

    #[test]
    fn an_interval_stays_readable() {
        assert_eq!(escape("[780;\u{a0}850]"), "[780; 850]");
    }
}

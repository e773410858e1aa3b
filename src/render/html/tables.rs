//! Any board as a table: a header for every column and row, what is a number on the right, the notes below.

use super::Paper;
use super::markup::Html;
use crate::render::layout::board::{Board, Value};
use crate::render::layout::{Side, Tone};
use crate::render::words::fill;
use std::fmt::Write as _;

/// Columns that can stand on the right or stay on one line; a table with more has them on the left.
const COLUMNS: usize = 60;
/// From this width on a column holds sentences.
const BROAD: u16 = 40;
/// Up to so many parts of a value stand on lines of their own; more would make rows longer than a page.
const LINES: usize = 4;

/// How a board is shown.
pub(super) struct Table<'a> {
    pub(super) board: &'a Board,
    /// Whether its columns sort.
    pub(super) sorts: bool,
    /// The column that names the row.
    pub(super) row_header: usize,
    /// What a column is to the script: `search` and the filters.
    pub(super) roles: Vec<(usize, &'static str)>,
    /// Whether the name of a row leads to the items of its commune.
    pub(super) leads: bool,
}

impl<'a> Table<'a> {
    /// A table that stands as it is.
    pub(super) const fn plain(board: &'a Board) -> Self {
        Self { board, sorts: false, row_header: 0, roles: Vec::new(), leads: false }
    }

    /// The table, in a frame that scrolls sideways where it is too wide, with its notes.
    pub(super) fn write(&self, html: &mut Html, paper: &Paper<'_>) {
        let label = fill(paper.words.scrolls, &[("table", &self.board.title)]);
        html.open("div", &[("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", &label)]);
        self.table(html);
        html.close("div");
        html.line();
        if !self.board.notes.is_empty() {
            html.open("ul", &[("class", "notes")]);
            for note in &self.board.notes {
                html.element("li", &[], note);
            }
            html.close("ul");
        }
    }

    fn table(&self, html: &mut Html) {
        let class = self.classes();
        let id = format!("{}-table", self.board.id);
        let mut attributes = vec![("class", class.as_str()), ("aria-label", self.board.title.as_str())];
        if !self.board.id.is_empty() {
            attributes.push(("id", &id));
        }
        html.open("table", &attributes);
        html.open("thead", &[]);
        html.open("tr", &[]);
        for (at, column) in self.board.columns.iter().enumerate() {
            let mut attributes = vec![("scope", "col")];
            attributes.extend((column.side == Side::Right).then_some(("data-kind", "number")));
            attributes.extend(self.role(at).map(|role| ("data-role", role)));
            html.element("th", &attributes, &column.label);
        }
        html.close("tr");
        html.close("thead");
        html.open("tbody", &[]);
        html.line();
        for (at, row) in self.board.rows.iter().enumerate() {
            self.row(html, at, row);
        }
        html.close("tbody");
        html.close("table");
    }

    fn row(&self, html: &mut Html, at: usize, row: &[Value]) {
        html.open("tr", &[]);
        for (column, value) in row.iter().enumerate() {
            let tag = if column == self.row_header { "th" } else { "td" };
            let mut attributes = Vec::new();
            attributes.extend((tag == "th").then_some(("scope", "row")));
            attributes.extend(tone(value.cell.tone).map(|class| ("class", class)));
            html.open(tag, &attributes);
            let leads = self.leads && tag == "th";
            if leads {
                html.open("a", &[("href", &format!("#c-{at}"))]);
            }
            lines(html, value);
            if leads {
                html.close("a");
            }
            html.close(tag);
        }
        html.close("tr");
        html.line();
    }

    fn role(&self, column: usize) -> Option<&'static str> {
        self.roles.iter().find(|(of, _)| *of == column).map(|(_, role)| *role)
    }

    /// `n3`, `w3`, `b3`: the third column is a number, stays on one line, or has names or sentences.
    fn classes(&self) -> String {
        let mut class = String::from(if self.sorts { "sorts" } else { "plain" });
        // The script shows the first rows of a long table and the others when asked.
        class.push_str(if self.sorts && self.board.rows.len() > super::PLAIN_BREAKDOWNS { " long" } else { "" });
        for (column, at) in self.board.columns.iter().zip(1..=COLUMNS) {
            if column.side == Side::Right {
                let _ = write!(class, " n{at}");
            } else if !column.wraps || self.role(at - 1) == Some("verdict") {
                let _ = write!(class, " w{at}");
            } else {
                let _ = write!(class, " {}{at}", if column.width >= BROAD { 'b' } else { 'm' });
            }
        }
        class
    }
}

/// Each part of a value on a line of its own; many of them one after the other.
pub(super) fn lines(html: &mut Html, value: &Value) {
    if value.cell.lines.len() > LINES {
        return html.text(&value.line());
    }
    for (at, line) in value.cell.lines.iter().enumerate() {
        if at > 0 {
            html.raw("<br>");
        }
        html.text(line);
    }
}

const fn tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Bad => Some("bad"),
        Tone::Open => Some("open"),
    }
}

/// The rules behind the classes of [`Table::classes`]: one class on a table instead of one on each of its cells.
pub(super) fn column_rules() -> String {
    let mut rules = String::new();
    for at in 1..=COLUMNS {
        let _ = writeln!(
            rules,
            ".n{at}>*>tr>:nth-child({at}){{text-align:right;white-space:nowrap}}\
             .w{at}>tbody>tr>:nth-child({at}){{white-space:nowrap}}\
             .b{at}>thead>tr>:nth-child({at}){{min-width:13em}}\
             .m{at}>thead>tr>:nth-child({at}){{min-width:7em}}"
        );
    }
    rules
}

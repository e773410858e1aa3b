//! One commune explained: the verdict with its reasons, what would change it, then every criterion and item with its
//! arithmetic, article, status and the agencies behind its figures.
//!
//! One page of lines ([`page`]) for terminal and Markdown, one object for JSON. Nothing is computed here.

mod changes;
pub(super) mod json;
mod margins;
mod page;
mod words;

pub use json::document as json;

use super::View;
use super::markdown::escape;
use super::terminal::wrap;
use crate::lang::Lang;
use crate::render::layout::Layout;
use crate::result::ScoreSheet;
use crate::result::explanation::{Explanation, Move};
use page::{Line, lines};

/// For a terminal, no line wider than the view. Ends with a line end.
#[must_use]
pub fn terminal(explanation: &Explanation, view: &View) -> String {
    in_lines(lines(explanation, view.lang), view)
}

/// A move in words: `3 more: … → +15`.
pub(super) fn moved(layout: &Layout<'_>, to: &Move) -> String {
    changes::Writer { layout, words: words::of(layout.lang), figures: &[] }.points(to)
}

/// The margins of the communes of a sheet, below its table; empty where they were not asked for.
pub(super) fn margins(sheet: &ScoreSheet, view: &View) -> String {
    super::page::terminal::print(&margins::blocks(sheet, view.lang), view)
}

fn in_lines(lines: Vec<Line>, view: &View) -> String {
    let mut text = String::new();
    for line in lines {
        match line {
            Line::Title(title) => wrap::push(&mut text, &title, view.columns(), 0),
            Line::Section(title) => {
                text.push('\n');
                wrap::push(&mut text, &title, view.columns(), 0);
            }
            Line::Text(0, line) => wrap::push(&mut text, &line, view.columns(), 0),
            Line::Text(level, line) => {
                let indent = " ".repeat(level * 2);
                let mut wrapped = String::new();
                wrap::push(&mut wrapped, &format!("- {line}"), view.columns() - indent.len(), 2);
                wrapped.lines().for_each(|line| text.extend([indent.as_str(), line, "\n"]));
            }
        }
    }
    text
}

/// The same as Markdown: headings and lists that paste into a document as they are.
#[must_use]
pub fn markdown(explanation: &Explanation, view: &View) -> String {
    in_markdown(lines(explanation, view.lang))
}

/// The margins of the communes of a sheet as Markdown.
pub(super) fn margins_in_markdown(sheet: &ScoreSheet, lang: Lang) -> String {
    super::page::markdown::print(&margins::blocks(sheet, lang))
}

fn in_markdown(lines: Vec<Line>) -> String {
    let mut text = String::new();
    let mut in_list = false;
    for line in lines {
        let is_item = matches!(line, Line::Text(1.., _));
        if !(text.is_empty() || is_item && in_list) {
            text.push('\n');
        }
        in_list = is_item;
        match line {
            Line::Title(title) => text.extend(["# ", &escape(&title), "\n"]),
            Line::Section(title) => text.extend(["## ", &escape(&title), "\n"]),
            Line::Text(0, line) => text.extend([&escape(&line), "\n"]),
            Line::Text(level, line) => text.extend([&"  ".repeat(level - 1), "- ", &escape(&line), "\n"]),
        }
    }
    text
}

//! Blocks as Markdown that pastes into a document.

use super::{Block, Row, Table};
use crate::render::markdown::{escape, paragraph, row, rule};

/// The document; ends with one line end.
pub(in crate::render) fn print(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading(level, line) => {
                let marks = "#".repeat(*level);
                text.push_str(&[&marks, " ", &escape(line), "\n\n"].concat());
            }
            Block::Line(line) => paragraph(&mut text, line),
            Block::Gap => {}
            Block::Table(table) | Block::Either(table, _) => self::table(&mut text, table),
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn table(text: &mut String, table: &Table) {
    row(text, table.columns.iter().map(|column| escape(&column.label)));
    row(text, table.columns.iter().map(|column| rule(column.side)));
    for line in &table.rows {
        match line {
            Row::Group(label) => {
                let rest = std::iter::repeat_n(String::new(), table.columns.len().saturating_sub(1));
                row(text, std::iter::once(format!("**{}**", escape(label))).chain(rest));
            }
            Row::Cells(cells) => row(text, cells.iter().map(|cell| escape(&cell.lines.join("; ")))),
        }
    }
    text.push('\n');
}

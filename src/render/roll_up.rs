//! Communes counted by group, in every format. Nothing is counted here.

mod csv;
mod json;

pub use csv::document as csv;
pub use json::append as append_json;

use super::View;
use super::layout::Layout;
use super::page::{Block, markdown, terminal};
use crate::lang::Lang;
use crate::result::ScoreSheet;
use crate::result::roll_up::RollUp;

/// For a terminal: verdicts, conditions failed and points lost by group. Ends with a line end.
#[must_use]
pub fn page(roll_up: &RollUp, sheet: &ScoreSheet, view: &View) -> String {
    terminal::print(&blocks(roll_up, sheet, view.lang), view)
}

/// The same in Markdown.
#[must_use]
pub fn document(roll_up: &RollUp, sheet: &ScoreSheet, lang: Lang) -> String {
    markdown::print(&blocks(roll_up, sheet, lang))
}

fn blocks(roll_up: &RollUp, sheet: &ScoreSheet, lang: Lang) -> Vec<Block> {
    let layout = Layout::new(sheet, lang);
    let head = [layout.title(), &layout.info.citation, &layout.versions_line(), &layout.common()];
    let mut blocks = vec![Block::Heading(1, head.first().copied().unwrap_or_default().to_owned())];
    let below = head.into_iter().skip(1).filter(|line| !line.is_empty());
    blocks.extend(below.map(|line| Block::Line(line.to_owned())));
    for board in [layout.counts_board(roll_up), layout.vetoes_board(roll_up), layout.lost_board(roll_up)] {
        blocks.extend(board.blocks());
    }
    blocks.push(Block::Gap);
    blocks.extend(layout.verification().into_iter().map(Block::Line));
    blocks
}

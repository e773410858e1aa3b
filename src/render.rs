//! Stage `render`: bytes out of a [`ScoreSheet`](crate::result::ScoreSheet). It computes nothing of the law: no points,
//! no verdict, no status is decided here; only sums and differences of what is already there are shown.
//!
//! `layout` says which columns there are, with which labels and how a value is written; [`words`] holds the wording,
//! one constant per language. [`terminal`] and [`markdown`] are for people, [`csv`] and [`json`] for programs. Rows are
//! shown in the order of the sheet; whoever calls sorts and filters.

pub mod csv;
pub mod difference;
pub mod docx;
pub mod explanation;
pub mod html;
pub mod json;
pub(crate) mod layout;
pub mod markdown;
mod page;
pub mod review;
pub mod roll_up;
pub mod self_scores;
pub mod suggestions;
pub mod tally;
pub mod terminal;
pub mod words;
pub mod xlsx;

use crate::lang::Lang;

/// How a sheet is shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Language of labels and words.
    pub lang: Lang,
    /// Columns of the terminal; no line is wider. Fewer than [`View::LEAST_WIDTH`] count as that many.
    pub width: usize,
    /// Whether cells are coloured (ANSI escapes). The caller decides, from the terminal and `NO_COLOR`.
    pub colour: bool,
    /// Whether the points of every criterion are added.
    pub breakdown: bool,
    /// Whether the margins of every commune are added.
    pub margins: bool,
}

impl View {
    /// Below this not even a code, a total and a verdict stand side by side.
    pub const LEAST_WIDTH: usize = 40;

    /// The width to fill.
    pub(crate) fn columns(&self) -> usize {
        self.width.max(Self::LEAST_WIDTH)
    }
}

impl Default for View {
    fn default() -> Self {
        Self { lang: Lang::Vi, width: 80, colour: false, breakdown: false, margins: false }
    }
}

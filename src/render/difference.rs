//! A [`Comparison`] in every format. Nothing is compared here; only what is already there is put into words and order.
//!
//! What people read is made of the blocks of `render::page`; `changes` and `effect` fill it.
//! [`csv`] and [`json`] are for programs.

mod changes;
pub mod csv;
mod effect;
pub mod json;
mod words;

use super::View;
use super::words::Words as Common;
use crate::lang::{Lang, Text};
use crate::result::difference::Comparison;
use words::Words;

/// For a terminal: a table a meeting can read, and below it what changes for the communes. With `all` also what is only
/// verified otherwise, and communes that do not change. Ends with a line end.
#[must_use]
pub fn page(comparison: &Comparison, view: &View, all: bool) -> String {
    super::page::terminal::print(&Layout::new(comparison, view.lang, all).page(), view)
}

/// The same in Markdown, to paste into a document.
#[must_use]
pub fn document(comparison: &Comparison, lang: Lang, all: bool) -> String {
    super::page::markdown::print(&Layout::new(comparison, lang, all).page())
}

/// A comparison with what is needed to write it in one language.
struct Layout<'a> {
    comparison: &'a Comparison,
    lang: Lang,
    words: &'static Words,
    common: &'static Common,
    all: bool,
}

impl<'a> Layout<'a> {
    fn new(comparison: &'a Comparison, lang: Lang, all: bool) -> Self {
        Self { comparison, lang, words: Words::of(lang), common: Common::of(lang), all }
    }

    fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang)
    }
}

//! One page of results that opens without a network: cards, charts, tables that sort and filter, the items of a commune on
//! a click. Without JavaScript it is a plain document with the same figures.
//!
//! ```text
//! page       head with its content policy, sections in order, foot
//! masthead   handling mark, titles, what is provisional
//! cards      how many communes have which verdict
//! charts     four pictures in SVG, each with its table
//! results    the table of communes with its controls
//! tables     any board as a table
//! roll_ups, follow_up, figures, origin    what stands beside the results
//! breakdown  the items of each commune in the document; `data` the same as JSON where there are too many
//! ```
//!
//! Everything that is not markup goes through [`Html::text`](markup::Html::text) and its like, which escape.

mod breakdown;
mod cards;
mod charts;
mod data;
mod figures;
mod follow_up;
mod markup;
mod masthead;
mod origin;
mod page;
mod results;
mod roll_ups;
mod tables;
mod words;

use crate::lang::Lang;
use crate::render::layout::Layout;
use crate::result::Dossier;
use markup::Html;
use words::HtmlWords;

/// Up to so many communes the items of each stand in the document, so that they can be read without JavaScript; beyond
/// it the file would grow past what opens quickly, and they are data that a click shows.
const PLAIN_BREAKDOWNS: usize = 300;

/// What every part of the page is made of.
struct Paper<'a> {
    dossier: &'a Dossier<'a>,
    layout: Layout<'a>,
    words: &'static HtmlWords,
}

impl Paper<'_> {
    fn lang(&self) -> Lang {
        self.layout.lang
    }

    /// Whether the items of every commune stand in the document.
    fn is_small(&self) -> bool {
        self.dossier.sheet.communes.len() <= PLAIN_BREAKDOWNS
    }

    /// Whether the sheet has items at all.
    fn has_items(&self) -> bool {
        self.dossier.sheet.communes.iter().any(|commune| !commune.items.is_empty())
    }
}

/// The whole document.
///
/// # Errors
/// What the writer reports; writing to memory gives it no cause to.
pub fn document(dossier: &Dossier<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    let paper = Paper { dossier, layout: Layout::new(dossier.sheet, lang), words: HtmlWords::of(lang) };
    page::document(&paper).map(Html::into_bytes)
}

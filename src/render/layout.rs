//! Which columns a table for people has, in which order, with which labels, and how a value is written. The terminal
//! and Markdown both read it; neither writes a value of its own.

pub(crate) mod board;
pub(crate) mod breakdown;
pub(crate) mod cell;
pub(crate) mod column;
pub(crate) mod figures;
pub(crate) mod footer;
pub(crate) mod heading;
pub(crate) mod number;
mod reasons;

pub(crate) use cell::{Cell, Side, Tone};
pub(crate) use column::Column;

use crate::lang::Lang;
use crate::render::words::Words;
use crate::result::{CriterionInfo, ScoreSheet, StandardInfo, Status};

/// Marks everything that rests on a provisional figure.
pub(crate) const PROVISIONAL: &str = "*";

/// Stands where a public edition says nothing.
pub(crate) const HIDDEN: &str = "×";

/// A sheet with what is needed to write its values in one language.
#[derive(Clone, Debug)]
pub(crate) struct Layout<'a> {
    pub(crate) sheet: &'a ScoreSheet,
    /// The versions the communes were scored with, in order of time.
    pub(crate) versions: Vec<&'a StandardInfo>,
    /// The last of them: ids, titles and the order of everything are the same in all.
    pub(crate) info: &'a StandardInfo,
    pub(crate) lang: Lang,
    pub(crate) words: &'static Words,
}

impl<'a> Layout<'a> {
    /// The layout of a sheet.
    pub(crate) fn new(sheet: &'a ScoreSheet, lang: Lang) -> Self {
        let versions = sheet.versions_used();
        let info = versions.last().copied().unwrap_or(&sheet.standard);
        Self { sheet, versions, info, lang, words: Words::of(lang) }
    }

    /// `TC 3`: a criterion by its number in the standard. The blank does not break.
    pub(crate) fn criterion_number(&self, criterion: usize) -> String {
        format!("{}{}", self.words.criterion, criterion + 1)
    }

    /// `TC 3 Trẻ em bị xâm hại`.
    pub(crate) fn criterion_name(&self, criterion: usize, info: &CriterionInfo) -> String {
        format!("{} {}", self.criterion_number(criterion), info.title.get(self.lang))
    }

    /// The mark of a status.
    pub(crate) fn mark(status: Status) -> &'static str {
        if status == Status::Provisional { PROVISIONAL } else { "" }
    }
}

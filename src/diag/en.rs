//! English wording of every problem.

#![expect(clippy::unnested_or_patterns, reason = "`group!` nests the patterns of subjects in each other")]

pub(super) mod book;
pub(super) mod date;
pub(super) mod file;
pub(super) mod findings;
pub(super) mod proof;
pub(super) mod rules;
pub(super) mod script;
mod syntax;
pub(super) mod table;

use super::{Level, Note};
use crate::diag::problem::{Kind, Shape};
use crate::lang::counted;

/// `1 digit`, `2 digits`.
fn digits(n: usize) -> String {
    counted(n, "digit", "digits")
}

/// The word before the code of a diagnostic.
pub(super) const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// What a related place shows.
pub(super) const fn note_words(note: &Note) -> &'static str {
    match note {
        Note::FirstHere => "first used here",
        Note::MaximumHere => "the maximum is set here",
        Note::FigureHere => "the figure is set here",
        Note::LeastHere => "the least is set here",
        Note::BandBefore => "the band next to it",
        Note::UsedHere => "used here",
        Note::AlsoHere => "and here again",
        Note::ComparedWith => "compared with this figure",
        Note::CaseHere => "the case that fails",
        Note::SameCommune => "the same commune stands here",
        Note::OtherVersion => "the other version",
        Note::AddHere => "add it here",
        Note::AlsoBelow => "so is this figure",
    }
}

/// A kind of thing that has an id, without article.
pub(super) const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Field => "field",
        Kind::Derived => "derived field",
        Kind::Class => "area class",
        Kind::Agency => "agency",
        Kind::Criterion => "criterion",
        Kind::Item => "item",
        Kind::Condition => "condition",
        Kind::Level => "level",
        Kind::Choice => "choice",
        Kind::Script => "script",
        Kind::Figure => "figure",
        Kind::Operand => "field or derived field",
        Kind::Threshold => "threshold",
        Kind::BandList => "band list",
        Kind::Verdict => "verdict",
        Kind::Standard => "standard",
        Kind::Case => "case",
        Kind::Parameter => "parameter",
        Kind::Variable => "variable",
        Kind::Function => "function",
    }
}

/// What a value looks like, with article.
pub(super) const fn shape_word(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "a text in quotes",
        Shape::Whole => "a whole number",
        Shape::Number => "a number",
        Shape::Boolean => "`true` or `false`",
        Shape::Date => "a date such as `2019-01-03`",
        Shape::DateTime => "a date or time of day",
        Shape::List => "a list",
        Shape::Headings => "several of these",
        Shape::Table => "a table",
        Shape::BothLanguages => "a text in both languages, `vi` and `en`",
        Shape::NotFinite => "`inf` or `nan`",
        Shape::TextOrTable => "a text in quotes or a table",
        Shape::TextOrList => "a text in quotes or a list of texts",
        Shape::NumberOrText => "a number or a word in quotes",
    }
}

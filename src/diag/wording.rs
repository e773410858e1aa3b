//! The wording of a diagnostic in either language.

use super::group::group;
use super::words::Words;
use super::{Level, Note, Problem, en, vi};
use crate::lang::Lang;

type Wording = fn(&Problem) -> Words;

/// Message and hint of a problem.
pub(super) fn words(problem: &Problem, lang: Lang) -> Words {
    let (vi, en): (Wording, Wording) = match problem {
        group!(file) => (vi::file::file, en::file::file),
        group!(shape) => (vi::file::shape, en::file::shape),
        group!(reference) => (vi::file::reference, en::file::reference),
        group!(date) => (vi::date::date, en::date::date),
        group!(class) => (vi::rules::class, en::rules::class),
        group!(band) => (vi::rules::band, en::rules::band),
        group!(proof) => (vi::proof::proof, en::proof::proof),
        group!(points) => (vi::rules::points, en::rules::points),
        group!(script) => (vi::script::script, en::script::script),
        group!(findings) => (vi::findings::findings, en::findings::findings),
        group!(outcome) => (vi::script::outcome, en::script::outcome),
        group!(table) => (vi::table::table, en::table::table),
        group!(number) => (vi::table::number, en::table::number),
        group!(cell) => (vi::table::cell, en::table::cell),
        group!(book) => (vi::book::words, en::book::words),
    };
    match lang {
        Lang::Vi => vi(problem),
        Lang::En => en(problem),
    }
}

/// The word before the code of a diagnostic.
pub(super) fn level_word(level: Level, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => vi::level_word(level),
        Lang::En => en::level_word(level),
    }
}

/// What a related place shows.
pub(super) fn note_words(note: &Note, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => vi::note_words(note),
        Lang::En => en::note_words(note),
    }
}

//! Rules of style that every message keeps, in both languages.

use super::Note;
use super::problem::{Kind, Shape};
use super::wording::words;
use super::{Level, Problem, en, examples, vi};
use crate::lang::Lang;
use std::collections::BTreeSet;
use unicode_normalization::is_nfc;

/// The codes in `code.rs`, in its order.
pub(super) fn codes() -> Vec<&'static str> {
    let between_quotes = include_str!("code.rs").lines().filter_map(|line| line.split('"').nth(1));
    between_quotes.filter(|code| code.contains('/') && !code.contains(' ')).collect()
}

/// Message and hint of every example in one language.
fn texts(lang: Lang) -> Vec<(Problem, String)> {
    let both = |p: Problem| {
        let words = words(&p, lang);
        std::iter::once(words.message).chain(words.help).map(move |text| (p.clone(), text))
    };
    examples::all().into_iter().flat_map(both).collect()
}

#[test]
fn every_code_has_an_example_and_is_unique() {
    let shown: BTreeSet<&str> = examples::all().iter().map(Problem::code).collect();
    let known: BTreeSet<&str> = codes().into_iter().collect();
    assert_eq!(shown, known);
    assert_eq!(codes().len(), known.len(), "a code stands twice in code.rs");
}

#[test]
fn every_message_differs_between_the_languages_and_both_have_a_hint_or_none() {
    for problem in examples::all() {
        let (vi, en) = (words(&problem, Lang::Vi), words(&problem, Lang::En));
        assert_ne!(vi.message, en.message);
        assert_ne!(vi.message, "", "{}", problem.code());
        assert_ne!(en.message, "", "{}", problem.code());
        assert_eq!(vi.help.is_some(), en.help.is_some(), "{}", problem.code());
    }
}

#[test]
fn a_message_is_one_line_in_lower_case_without_a_full_stop() {
    for (problem, text) in [texts(Lang::Vi), texts(Lang::En)].concat() {
        let first = text.chars().next().unwrap_or('X');
        assert!(first.is_lowercase() || first.is_ascii_digit() || "\"`".contains(first), "{text}");
        assert!(!text.ends_with(['.', '!', ' ']), "{}: {text}", problem.code());
        assert!(!text.contains(['\n', '\r', '\t']) && !text.contains("  "), "{text}");
        assert!(is_nfc(&text), "{text}");
    }
}

#[test]
fn no_message_shows_rust() {
    for (_, text) in [texts(Lang::Vi), texts(Lang::En)].concat() {
        for trace in ["Some(", "None", "[\"", "Points(", "Decimal {", "Kind::", "Shape::", "{}", "{:?}", "\\\""] {
            assert!(!text.contains(trace), "{text} has {trace}");
        }
        let braces = text.matches('{').count();
        assert_eq!(braces, text.matches("{ ").count(), "{text}: braces only around TOML or a function");
        assert_eq!(braces, text.matches('}').count(), "{text}");
    }
}

#[test]
fn vietnamese_messages_have_diacritics_and_english_ones_none_but_in_values() {
    for problem in examples::all() {
        let (vi, en) = (words(&problem, Lang::Vi), words(&problem, Lang::En));
        assert!(vi.message.chars().any(|c| c.is_alphabetic() && !c.is_ascii()), "{}", vi.message);
        let unticked = en.message.split('`').step_by(2).collect::<String>();
        let outside = unticked.split('"').step_by(2).collect::<String>();
        let label = outside.contains("Trẻ em");
        assert!(label || outside.chars().all(|c| !c.is_alphabetic() || c.is_ascii()), "{}", en.message);
    }
}

#[test]
fn points_have_the_decimal_mark_of_the_language() {
    let half = crate::quantity::Points::thousandths(49_500);
    let problem = Problem::CriteriaDoNotAddUp { reach: half, total: crate::quantity::Points::whole(50) };
    assert!(words(&problem, Lang::Vi).message.contains("49,5 "));
    assert!(words(&problem, Lang::En).message.contains("49.5 "));
    assert!(words(&problem, Lang::Vi).help.is_some_and(|help| help.contains("0,5 ")));
}

#[test]
fn kinds_shapes_notes_and_levels_have_words_of_their_own() {
    let distinct = |words: Vec<&str>| words.iter().collect::<BTreeSet<_>>().len() == words.len();
    let kinds =
        [Kind::Field, Kind::Derived, Kind::Operand, Kind::Condition, Kind::Level, Kind::Threshold, Kind::BandList];
    assert!(distinct(kinds.map(vi::kind_word).to_vec()) && distinct(kinds.map(en::kind_word).to_vec()));
    let shapes = [Shape::Text, Shape::Whole, Shape::Number, Shape::Date, Shape::DateTime, Shape::List, Shape::Table];
    assert!(distinct(shapes.map(vi::shape_word).to_vec()) && distinct(shapes.map(en::shape_word).to_vec()));
    let notes = [Note::FirstHere, Note::MaximumHere, Note::BandBefore, Note::UsedHere, Note::ComparedWith];
    assert!(
        distinct(notes.iter().map(vi::note_words).collect()) && distinct(notes.iter().map(en::note_words).collect())
    );
    assert_eq!([Level::Error, Level::Warning, Level::Note].map(vi::level_word), ["lỗi", "cảnh báo", "lưu ý"]);
}

//! Whatever a criteria file holds, loading ends with a standard or with an error, never in between.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::load::from_text;
use cfc::diag::{Place, Source};
use proptest::prelude::*;

const TEXT: &str = include_str!("good/every-key.toml");
/// The same with figures that change over the years.
const DATED: &str = include_str!("standards/dated.toml");

fn load(text: &str) {
    let source = Source::new("x.toml", text);
    let (standard, report) = from_text(&source, &|name| Ok(Source::new(name, "")));
    assert_eq!(standard.is_none(), report.has_errors(), "{:#?}\n{text}", report.diagnostics);
    for diagnostic in &report.diagnostics {
        if let Place::Source(_, span) = &diagnostic.place {
            assert!(text.get(span.clone()).is_some(), "{diagnostic:?} stands outside the text");
        }
    }
}

/// Pieces that mean something in a criteria file.
const PIECES: [&str; 22] = [
    "",
    "\n",
    "\"",
    "'",
    "\"\"\"",
    "{",
    "}",
    "[",
    "]",
    "[[",
    ",",
    "=",
    ".",
    "#",
    "0",
    "-1",
    "95,5",
    "99999999999999999999",
    "true",
    "2019-02-30",
    "đ",
    "\\",
];

#[test]
fn a_file_cut_off_anywhere_is_reported() {
    for text in [TEXT, DATED] {
        for (at, _) in text.char_indices().step_by(61) {
            load(&text[..at]);
        }
    }
}

#[test]
fn a_file_without_any_one_line_is_standard_or_error() {
    for text in [TEXT, DATED] {
        let lines: Vec<&str> = text.lines().collect();
        for left_out in 0..lines.len() {
            let kept: Vec<&str> = lines.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, l)| *l).collect();
            load(&kept.join("\n"));
        }
    }
}

#[test]
fn values_replaced_by_another_shape_is_standard_or_error() {
    let values = ["\"x\"", "-7.5", "[1]", "{}"];
    for text in [TEXT, DATED] {
        for (at, _) in text.match_indices(" = ").step_by(3) {
            let end = text[at + 3..].find([',', '\n', '}', ']']).map_or(text.len(), |length| at + 3 + length);
            for value in values {
                load(&format!("{} = {value}{}", &text[..at], &text[end..]));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_damage_never_stops_the_loader(
        damage in prop::collection::vec((0..TEXT.len(), 0_usize..12, 0..PIECES.len()), 1..4),
        dated in any::<bool>(),
    ) {
        let mut text = if dated { DATED } else { TEXT }.to_owned();
        for (at, length, piece) in damage {
            let start = (0..=at.min(text.len())).rev().find(|b| text.is_char_boundary(*b)).unwrap_or(0);
            let end = (start + length..=text.len()).find(|b| text.is_char_boundary(*b)).unwrap_or(text.len());
            text.replace_range(start..end.max(start), PIECES[piece]);
        }
        load(&text);
    }
}

//! What people get wrong in a criteria file: each row makes one mistake in the shipped standard, and `cfc check` finds
//! that one, on the right line, with a hint that can be typed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod figures;
mod files;
mod names;
mod syntax;

use cfc::criteria::builtin::{self, Builtin};
use cfc::criteria::check::unused_fields;
use cfc::criteria::load::from_builtin;
use cfc::diag::{Diagnostic, Place, Source};
use cfc::lang::Lang;
use cfc::rules;

/// One mistake.
struct Row {
    /// In a few words.
    mistake: &'static str,
    /// What stands in the shipped file (its first occurrence), and what is typed instead; several edits are one mistake
    /// where a person would make them together.
    edits: &'static [(&'static str, &'static str)],
    code: &'static str,
    /// A text of the line at which the caret must stand; empty for the line of the first edit.
    line: &'static str,
    /// Words of the English hint.
    hint: &'static str,
    /// Other findings the mistake has, and why they are no repetition; mostly cases that fail, which is what they are
    /// for.
    also: &'static [&'static str],
}

/// A mistake on the line of its edit, with one finding.
const fn row(
    mistake: &'static str,
    edits: &'static [(&'static str, &'static str)],
    code: &'static str,
    hint: &'static str,
) -> Row {
    Row { mistake, edits, code, line: "", hint, also: &[] }
}

impl Row {
    /// The caret stands on the line that has this text.
    const fn at(self, line: &'static str) -> Self {
        Self { line, ..self }
    }

    /// There are other findings too.
    const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }
}

fn shipped() -> &'static Builtin {
    builtin::find("qd-06-2019").unwrap()
}

/// The shipped file with the mistake, and the line of the first edit.
fn edited(row: &Row) -> (String, usize) {
    let mut text = shipped().toml.to_owned();
    let mut first = None;
    for (find, put) in row.edits {
        let at = text.find(find).unwrap_or_else(|| panic!("{}: the standard has no {find}", row.mistake));
        let common = find.bytes().zip(put.bytes()).take_while(|(a, b)| a == b).count();
        first.get_or_insert(text[..at].matches('\n').count() + find[..floor(find, common)].matches('\n').count() + 1);
        text.replace_range(at..at + find.len(), put);
    }
    (text, first.unwrap())
}

/// The nearest beginning of a character.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Everything `cfc check` finds.
fn findings(text: &str) -> Vec<Diagnostic> {
    let toml: &'static str = Box::leak(text.to_owned().into_boxed_str());
    let (standard, mut report) = from_builtin(&Builtin { toml, ..*shipped() });
    if let Some(rules) = standard.and_then(|standard| rules::compile(standard, &mut report)) {
        report.append(unused_fields(rules.standard(), rules.script_parameters()));
    }
    report.diagnostics
}

/// The file the caret stands in, and its line there.
fn place_of(diagnostic: &Diagnostic) -> (&Source, usize) {
    match &diagnostic.place {
        Place::Source(source, span) => (source, source.line_column(span.start).0),
        other => panic!("no place in a file: {other:?}"),
    }
}

/// What differs from the row, empty when nothing does.
fn wrong(row: &Row) -> Vec<String> {
    let (text, edit) = edited(row);
    let all = findings(&text);
    let (own, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) = all.iter().partition(|d| d.code() == row.code);
    let mut wrong = Vec::new();
    let mut differs = |what: &str, expected: String, found: String| {
        if expected != found {
            wrong.push(format!("{}: {what}: expected {expected}, found {found}", row.mistake));
        }
    };
    let mut codes: Vec<&str> = others.iter().map(|d| d.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    differs("other findings", format!("{:?}", row.also), format!("{codes:?}"));
    // Every case that shows the mistake fails.
    let times = if row.code == "case/fails" { own.len().min(1) } else { own.len() };
    differs("findings", format!("1 {}", row.code), format!("{times} {}", row.code));
    let Some(first) = own.first() else { return wrong };
    let (source, line) = place_of(first);
    let expected = if row.line.is_empty() { edit } else { line_with(&source.text, row) };
    differs("line", expected.to_string(), line.to_string());
    let (en, vi) = (first.help(Lang::En).unwrap_or_default(), first.help(Lang::Vi).unwrap_or_default());
    if !en.contains(row.hint) {
        differs("hint", row.hint.to_owned(), en.clone());
    }
    if vi.is_empty() || vi == en {
        differs("Vietnamese hint", "other words".to_owned(), vi);
    }
    wrong
}

fn line_with(text: &str, row: &Row) -> usize {
    let at = text.find(row.line).unwrap_or_else(|| panic!("{}: no line has {}", row.mistake, row.line));
    text[..at].matches('\n').count() + 1
}

fn all() -> Vec<&'static Row> {
    [figures::ROWS, names::ROWS, syntax::ROWS].into_iter().flatten().collect()
}

#[test]
fn every_mistake_is_found_once_on_its_line_with_a_hint() {
    let wrong: Vec<String> = all().into_iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_list_is_long_and_says_each_mistake_once() {
    let mut names: Vec<&str> = all().iter().map(|row| row.mistake).collect();
    assert!(names.len() >= 90, "{}", names.len());
    names.sort_unstable();
    let length = names.len();
    names.dedup();
    assert_eq!(names.len(), length);
}

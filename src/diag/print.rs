//! Diagnostics as text, with carets under the source.

mod cases;
mod place;

pub(super) use cases::{all_failing, failing};

use super::wording::{level_word, note_words};
use super::words::one_line;
use super::{Diagnostic, Level, Note, Place, Report};
use crate::lang::Lang;
use annotate_snippets::{AnnotationKind, Element, Group, Origin, Renderer, Snippet, normalize_untrusted_str};
use cases::Left;
use std::sync::Arc;

/// Columns of source shown at most; longer lines are cut around the caret. Fits a terminal of an office PC.
const WIDTH: usize = 110;

/// One diagnostic: message, place with caret, related places, article, hint. Without a line break at the end.
#[must_use]
pub fn diagnostic(d: &Diagnostic, lang: Lang, colour: bool) -> String {
    let title = level(d.level(), lang).primary_title(d.message(lang)).id(d.code());
    let mut group = Group::with_title(title).elements(places(d, lang));
    if let Some(cites) = &d.cites {
        group = group.element(annotate_snippets::Level::NOTE.no_name().message(plain(cites)));
    }
    if !d.under.is_empty() {
        group = group.element(annotate_snippets::Level::NOTE.no_name().message(under(d, lang)));
    }
    if let Some(help) = d.help(lang) {
        let word = if lang == Lang::Vi { "gợi ý" } else { "help" };
        group = group.element(annotate_snippets::Level::HELP.with_name(word).message(plain(&help)));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.term_width(WIDTH).render(&[group]);
    if std::iter::once(&d.place).chain(d.related.iter().map(|(place, _)| place)).any(is_source) {
        return text;
    }
    // Without line numbers there is nothing that would indent the lines below the message.
    text.replace('\n', "\n  ")
}

/// All diagnostics in the order found, an empty line between them, and a last line with their numbers. Of cases that fail,
/// the first five in full and a line about the others. Empty when there are none; otherwise it ends with a line break.
#[must_use]
pub fn report(report: &Report, lang: Lang, colour: bool) -> String {
    let mut text = String::new();
    let mut left = Left::of(&report.diagnostics);
    for d in &report.diagnostics {
        match left.instead_of(d, lang) {
            Some(told) => text.push_str(&told),
            None => text.extend([diagnostic(d, lang, colour).as_str(), "\n\n"]),
        }
    }
    if !report.diagnostics.is_empty() {
        text.push_str(&summary(report, lang));
        text.push('\n');
    }
    text
}

/// How many of each level: `2 errors, 1 warning`; notes only when there are some.
#[must_use]
pub fn summary(report: &Report, lang: Lang) -> String {
    let count = |level| {
        let n = report.count(level);
        let plural = if lang == Lang::En && n != 1 { "s" } else { "" };
        format!("{n} {}{plural}", level_word(level, lang))
    };
    let mut parts = vec![count(Level::Error), count(Level::Warning)];
    if report.count(Level::Note) > 0 {
        parts.push(count(Level::Note));
    }
    parts.join(", ")
}

/// For which versions of the figures it holds.
fn under(d: &Diagnostic, lang: Lang) -> String {
    let days: Vec<String> = d.under.iter().map(|version| version.display(lang)).collect();
    match lang {
        Lang::Vi => format!("theo con số có hiệu lực {}", days.join("; ")),
        Lang::En => format!("under the figures in force {}", days.join("; ")),
    }
}

fn level(level: Level, lang: Lang) -> annotate_snippets::Level<'static> {
    let shown = match level {
        Level::Error => annotate_snippets::Level::ERROR,
        Level::Warning => annotate_snippets::Level::WARNING,
        Level::Note => annotate_snippets::Level::NOTE,
    };
    shown.with_name(level_word(level, lang))
}

/// Nothing in a file may move the cursor or colour the terminal.
fn plain(text: &str) -> String {
    normalize_untrusted_str(&one_line(text))
}

/// A snippet per source, with all its places, and a line per cell or file, in the order of first appearance.
fn places(d: &Diagnostic, lang: Lang) -> Vec<Element<'_>> {
    let mut open: Vec<(&Place, Option<&Note>)> = std::iter::once((&d.place, None)).collect();
    open.extend(d.related.iter().map(|(place, note)| (place, Some(note))));
    let mut elements = Vec::new();
    while let Some((first, note)) = open.first().copied() {
        match first {
            Place::Source(source, _) => {
                let (here, rest) = open.into_iter().partition(|(place, _)| is_in(place, source));
                elements.push(snippet(source, here, lang).into());
                open = rest;
            }
            Place::Cell(_) | Place::File(_) => {
                elements.push(Origin::path(plain(&place::line(first, note, lang))).into());
                open.remove(0);
            }
        }
    }
    elements
}

fn is_source(place: &Place) -> bool {
    matches!(place, Place::Source(..))
}

fn is_in(place: &Place, source: &Arc<super::Source>) -> bool {
    matches!(place, Place::Source(other, _) if Arc::ptr_eq(other, source) || other == source)
}

fn snippet<'a>(
    source: &'a super::Source,
    places: Vec<(&Place, Option<&Note>)>,
    lang: Lang,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mut snippet = Snippet::source(source.text.as_str()).path(plain(&source.name));
    for (place, note) in places {
        let Place::Source(_, span) = place else { continue };
        let span = place::first_line(&source.text, span);
        snippet = snippet.annotation(match note {
            None => AnnotationKind::Primary.span(span),
            Some(note) => AnnotationKind::Context.span(span).label(note_words(note, lang)),
        });
    }
    snippet
}

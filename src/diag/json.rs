//! Diagnostics for programs: every fact of a message in both languages, with its places.
//!
//! Lines and columns count from 1, columns in characters (not bytes); `end_line` and `end_column` are the place just
//! behind the last character, so that a caret of no width ends where it begins.

use super::wording::note_words;
use super::{Diagnostic, Level, Note, Place, Source, Span};
use crate::lang::{Lang, Text};
use crate::quantity::Version;
use serde::Serialize;

/// One diagnostic.
#[derive(Debug, Serialize)]
pub struct Document {
    code: &'static str,
    level: &'static str,
    message: Text,
    help: Option<Text>,
    cites: Option<String>,
    under: Vec<Days>,
    place: Where,
    related: Vec<Related>,
}

/// Days of a version of the figures, in ISO form; `until` is `null` while nothing ends it.
#[derive(Debug, Serialize)]
struct Days {
    from: String,
    until: Option<String>,
}

/// Another place that belongs to it, with what it shows.
#[derive(Debug, Serialize)]
struct Related {
    note: Text,
    place: Where,
}

/// A place; what does not apply is left out.
#[derive(Debug, Default, Serialize)]
struct Where {
    file: String,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    text: Option<InText>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    cell: Option<InTable>,
}

/// Part of a text: the first line of it is given as it stands.
#[derive(Debug, Serialize)]
struct InText {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: String,
}

/// A cell, row or column of a table, as a spreadsheet counts them.
#[derive(Debug, Serialize)]
struct InTable {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    row: Option<u64>,
    column: Option<usize>,
    header: Option<String>,
    commune: Option<String>,
}

/// A diagnostic as JSON shows it.
#[must_use]
pub fn document(d: &Diagnostic) -> Document {
    let both = |words: &dyn Fn(Lang) -> String| Text::of(words(Lang::Vi), words(Lang::En));
    Document {
        code: d.code(),
        level: level(d.level()),
        message: both(&|lang| d.message(lang)),
        help: d.help(Lang::Vi).zip(d.help(Lang::En)).map(|(vi, en)| Text { vi, en }),
        cites: d.cites.clone(),
        under: d.under.iter().map(days).collect(),
        place: place(&d.place),
        related: d.related.iter().map(|(place, note)| related(place, note)).collect(),
    }
}

fn days(version: &Version) -> Days {
    Days { from: version.from.to_string(), until: version.until.map(|day| day.to_string()) }
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

fn related(other: &Place, note: &Note) -> Related {
    let note = Text::of(note_words(note, Lang::Vi), note_words(note, Lang::En));
    Related { note, place: place(other) }
}

fn place(place: &Place) -> Where {
    match place {
        Place::File(name) => Where { file: name.clone(), ..Where::default() },
        Place::Source(source, span) => {
            Where { file: source.name.clone(), text: Some(in_text(source, span)), ..Where::default() }
        }
        Place::Cell(cell) => Where {
            file: cell.file.to_string(),
            cell: Some(InTable {
                sheet: cell.sheet.as_deref().map(str::to_owned),
                row: cell.row,
                column: cell.column,
                header: cell.header.as_deref().map(str::to_owned),
                commune: cell.commune.clone(),
            }),
            ..Where::default()
        },
    }
}

fn in_text(source: &Source, span: &Span) -> InText {
    let (line, column) = source.line_column(span.start);
    let (end_line, end_column) = source.line_column(span.end.max(span.start));
    let text = source.text.split('\n').nth(line - 1).unwrap_or("").trim_end_matches('\r').to_owned();
    InText { line, column, end_line, end_column, text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Problem;

    #[test]
    fn lines_and_columns_count_characters_from_one_and_the_end_lies_behind() {
        let text = "# đất\nđiểm = \"\"\r\nx = 1";
        let rows = [
            ("đất", (1, 3, 1, 6, "# đất")),
            ("\"\"", (2, 8, 2, 10, "điểm = \"\"")),
            ("x = 1", (3, 1, 3, 6, "x = 1")),
            ("\"\"\r\nx", (2, 8, 3, 2, "điểm = \"\"")),
        ];
        for (part, expected) in rows {
            let at = text.find(part).unwrap();
            let found = in_text(&Source::new("x", text), &(at..at + part.len()));
            let found = (found.line, found.column, found.end_line, found.end_column, found.text.as_str());
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_place_outside_the_text_is_its_end_not_a_panic() {
        let found = in_text(&Source::new("x", "a\n"), &(90..95));
        assert_eq!((found.line, found.column, found.text.as_str()), (2, 1, ""));
    }

    #[test]
    fn every_fact_of_a_diagnostic_is_there_in_both_languages() {
        let source = Source::new("x.toml", "a = 1\nb = 2\n");
        let problem = Problem::UnknownKey { key: "a".to_owned(), meant: Some("b".to_owned()), allowed: vec!["b"] };
        let d = Diagnostic::new(problem, Place::Source(source.clone(), 0..1))
            .with(Place::Source(source, 6..7), Note::FirstHere)
            .citing("Điều 2");
        let json = serde_json::to_value(document(&d)).unwrap();
        assert_eq!(json["code"], "criteria/unknown-key");
        assert_eq!((&json["level"], &json["cites"]), (&"error".into(), &"Điều 2".into()));
        assert_ne!(json["message"]["vi"], json["message"]["en"]);
        assert!(json["help"]["vi"].is_string() && json["related"][0]["note"]["en"].is_string());
        assert_eq!((&json["place"]["line"], &json["related"][0]["place"]["line"]), (&1.into(), &2.into()));
    }
}

//! `cfc check --format json`: everything `check` says as one document, for editors and other programs.

use super::{Checked, Outcome};
use crate::diag::{Level, Place, Source, fingerprint, json};
use crate::lang::Text;
use serde::Serialize;
use std::sync::Arc;

/// Version of the shape of the document; raised when a key changes its meaning or goes away.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    tool: &'static str,
    version: &'static str,
    standards: Vec<Standard<'a>>,
}

#[derive(Serialize)]
struct Standard<'a> {
    /// As it was named.
    #[serde(rename = "standard")]
    named: &'a str,
    /// What the file says; nothing when it could not be used.
    id: Option<&'a str>,
    title: Option<&'a Text>,
    sound: bool,
    files: Vec<File>,
    counts: Counts,
    diagnostics: Vec<json::Document>,
}

#[derive(Serialize)]
struct File {
    name: String,
    sha256: String,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// The document for all standards of a run, ending with a line end.
pub(super) fn document(all: &[Checked<'_>]) -> String {
    let document = Document {
        format: FORMAT,
        tool: "cfc",
        version: env!("CARGO_PKG_VERSION"),
        standards: all.iter().map(standard).collect(),
    };
    // Writing to memory gives the serializer no cause to fail.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn standard<'a>(checked: &'a Checked<'_>) -> Standard<'a> {
    let (rules, report) = (checked.rules.as_ref(), &checked.report);
    Standard {
        named: checked.which,
        id: rules.map(|rules| rules.latest().standard().id.as_str()),
        title: rules.map(|rules| &rules.latest().standard().title),
        sound: checked.outcome == Outcome::Done,
        files: files(checked),
        counts: Counts {
            errors: report.count(Level::Error),
            warnings: report.count(Level::Warning),
            notes: report.count(Level::Note),
        },
        diagnostics: report.diagnostics.iter().map(json::document).collect(),
    }
}

/// The criteria file and its scripts; of a standard with errors, those that a diagnostic speaks of.
fn files(checked: &Checked<'_>) -> Vec<File> {
    let mut sources: Vec<&Arc<Source>> = Vec::new();
    if let Some(rules) = &checked.rules {
        let standard = rules.latest().standard();
        sources.push(&standard.source);
        sources.extend(standard.scripts.iter().map(|script| &script.source));
    }
    for diagnostic in &checked.report.diagnostics {
        if let Place::Source(source, _) = &diagnostic.place
            && !sources.iter().any(|known| known.name == source.name)
        {
            sources.push(source);
        }
    }
    let file = |source: &&Arc<Source>| File { name: source.name.clone(), sha256: fingerprint(source.text.as_bytes()) };
    sources.iter().map(file).collect()
}

//! The figures of standards for programs, texts in both languages.

use crate::lang::Text;
use crate::result::Status;
use crate::result::figures::{FigureGroup, FigureLine, FigureSheet};
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    standards: Vec<Standard<'a>>,
}

#[derive(Serialize)]
struct Standard<'a> {
    id: &'a str,
    title: &'a Text,
    citation: &'a str,
    below: Option<Status>,
    counts: Counts,
    criteria: Vec<Group<'a>>,
}

/// Of all figures, listed or not.
#[derive(Serialize)]
struct Counts {
    confirmed: usize,
    quoted: usize,
    inferred: usize,
    provisional: usize,
}

#[derive(Serialize)]
struct Group<'a> {
    /// `null` for the standard as a whole.
    id: Option<&'a str>,
    title: &'a Text,
    cites: Option<&'a str>,
    counts: Counts,
    figures: Vec<Figure<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    path: &'a str,
    label: &'a Text,
    value: &'a Text,
    status: Status,
    evidence: &'a str,
    by: Option<&'a str>,
    on: Option<&'a str>,
    file: &'a str,
    line: usize,
}

/// The whole document, ending with a line end.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn figures(sheets: &[FigureSheet]) -> serde_json::Result<Vec<u8>> {
    let document = Document { format: super::FORMAT, standards: sheets.iter().map(standard).collect() };
    let mut out = serde_json::to_vec_pretty(&document)?;
    out.push(b'\n');
    Ok(out)
}

fn standard(sheet: &FigureSheet) -> Standard<'_> {
    Standard {
        id: &sheet.id,
        title: &sheet.title,
        citation: &sheet.citation,
        below: sheet.below,
        counts: counts(sheet.counts()),
        criteria: sheet.groups.iter().map(group).collect(),
    }
}

fn counts([confirmed, quoted, inferred, provisional]: [usize; 4]) -> Counts {
    Counts { confirmed, quoted, inferred, provisional }
}

fn group(group: &FigureGroup) -> Group<'_> {
    Group {
        id: group.id.as_deref(),
        title: &group.title,
        cites: group.cites.as_deref(),
        counts: counts(group.counts),
        figures: group.figures.iter().map(figure).collect(),
    }
}

fn figure(figure: &FigureLine) -> Figure<'_> {
    let (by, on) = figure.confirmed.as_ref().map_or((None, None), |(by, on)| (Some(by.as_str()), Some(on.as_str())));
    let FigureLine { path, label, value, status, evidence, file, line, .. } = figure;
    Figure { path, label, value, status: *status, evidence, by, on, file, line: *line }
}

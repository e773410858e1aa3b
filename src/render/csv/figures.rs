//! The figures of standards, one line each.

use super::Separator;
use super::cell::Line;
use crate::lang::Lang;
use crate::result::figures::{FigureGroup, FigureLine, FigureSheet};

/// The columns, the same in both languages; `figure` and `value` are in the language asked for, `criterion` is empty for
/// the standard as a whole.
pub const FIGURE_COLUMNS: [&str; 11] =
    ["standard", "criterion", "path", "figure", "value", "status", "evidence", "by", "on", "file", "line"];

/// Header and one line per figure of all sheets.
#[must_use]
pub fn figures(sheets: &[FigureSheet], lang: Lang) -> Vec<u8> {
    let mut out = Vec::new();
    let mut header = Line::new(&mut out, Separator::Comma);
    for column in FIGURE_COLUMNS {
        header.id(column);
    }
    header.end();
    for sheet in sheets {
        for group in &sheet.groups {
            for figure in &group.figures {
                line(&mut out, (sheet, group, figure), lang);
            }
        }
    }
    out
}

fn line(out: &mut Vec<u8>, (sheet, group, figure): (&FigureSheet, &FigureGroup, &FigureLine), lang: Lang) {
    let (by, on) = figure.confirmed.as_ref().map_or(("", ""), |(by, on)| (by, on));
    let mut line = Line::new(out, Separator::Comma);
    line.id(&sheet.id);
    line.id(group.id.as_deref().unwrap_or(""));
    line.id(&figure.path);
    line.text(figure.label.get(lang));
    line.text(figure.value.get(lang));
    line.id(figure.status.id());
    line.text(&figure.evidence);
    line.text(by);
    line.id(on);
    line.text(&figure.file);
    line.id(&figure.line.to_string());
    line.end();
}

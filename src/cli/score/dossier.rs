//! What papers about the results are made of, and the papers.

use super::{Run, manifest, rolled};
use crate::cli::check::status;
use crate::cli::format::Format;
use crate::lang::Lang;
use crate::render::{docx, html, xlsx};
use crate::report::{Expected, follow_up, telling};
use crate::result::roll_up::Grouping;
use crate::result::{Dossier, ScoreSheet};

/// Everything a paper is made of; `None` when none is wanted.
pub(super) fn of<'s>(
    run: &Run<'_>,
    sheet: &'s ScoreSheet,
    expected: Option<&[Expected]>,
) -> Result<Option<Dossier<'s>>, String> {
    if run.has_papers() { made_of(run, sheet, expected).map(Some) } else { Ok(None) }
}

/// The same for whoever knows that one is wanted.
pub(in crate::cli) fn made_of<'s>(
    run: &Run<'_>,
    sheet: &'s ScoreSheet,
    expected: Option<&[Expected]>,
) -> Result<Dossier<'s>, String> {
    let roll_up = |by: &[Grouping]| rolled::counted(sheet, by, expected);
    let mut roll_ups = Vec::new();
    if run.options.only.is_some() {
        // A part of the communes is not counted as if it were all.
    } else if run.options.by.is_empty() {
        // One for all even where nothing tells the communes apart.
        let by: Vec<Vec<Grouping>> = telling(sheet).into_iter().map(|grouping| vec![grouping]).collect();
        for by in if by.is_empty() { vec![Vec::new()] } else { by } {
            roll_ups.push(roll_up(&by)?);
        }
    } else {
        roll_ups.push(roll_up(&run.options.by)?);
    }
    let figures = status::sheet(&run.rules.standards(), None).unwrap_or_default();
    Ok(Dossier { sheet, roll_ups, follow_up: follow_up(sheet), figures, manifest: manifest(run) })
}

/// A paper in one format.
pub(super) fn document(format: Format, dossier: &Dossier<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    match format {
        Format::Xlsx => xlsx::document(dossier, lang),
        Format::Html => html::document(dossier, lang),
        Format::Docx => docx::document(dossier, lang),
        Format::Table | Format::Markdown | Format::Csv | Format::Tsv | Format::Json => Ok(Vec::new()),
    }
}

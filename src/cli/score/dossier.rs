//! What papers about the results are made of, and the papers.

use super::{Run, manifest};
use crate::cli::check::status;
use crate::cli::format::Format;
use crate::lang::Lang;
use crate::render::{docx, html, xlsx};
use crate::report::{follow_up, roll_up, telling};
use crate::result::{Dossier, ScoreSheet};

/// Everything a paper is made of; `None` when none is wanted.
pub(super) fn of<'s>(run: &Run<'_>, sheet: &'s ScoreSheet) -> Option<Dossier<'s>> {
    if run.has_papers() { made_of(run, sheet) } else { None }
}

/// The same for whoever knows that one is wanted.
pub(in crate::cli) fn made_of<'s>(run: &Run<'_>, sheet: &'s ScoreSheet) -> Option<Dossier<'s>> {
    let by = telling(sheet);
    Some(Dossier {
        sheet,
        roll_ups: by.into_iter().map(|grouping| roll_up(sheet, &[grouping], None)).collect(),
        follow_up: follow_up(sheet),
        figures: status::sheet(&run.rules.standards(), None)?,
        manifest: manifest(run),
    })
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

//! `cfc score --by`: the communes counted by group instead of one line for each.

use super::{Run, rows_options, view};
use crate::cli::format::Format;
use crate::cli::tables::list;
use crate::cli::target::Target;
use crate::diag::Report;
use crate::render::{json, roll_up};
use crate::report::{self, Expected};
use crate::result::roll_up::{Grouping, RollUp};
use crate::result::{Manifest, ScoreSheet};
use crate::score::identities;

/// The communes of `--expected`; `None` when there is no list, or when it cannot be read.
pub(super) fn expected(run: &Run<'_>) -> (Option<Vec<Expected>>, Report) {
    let Some(path) = &run.options.expected else { return (None, Report::default()) };
    let (table, report) = list(run.common, path, run.rules.latest().standard());
    (table.as_ref().map(identities), report)
}

/// The counts by these groupings.
pub(super) fn counted(sheet: &ScoreSheet, by: &[Grouping], expected: Option<&[Expected]>) -> Result<RollUp, String> {
    report::roll_up(sheet, by, expected).map_err(|error| error.to_string())
}

/// The counts as one document: a page for people, rows for a spreadsheet, or all results with the counts as JSON.
pub(super) fn document(
    run: &Run<'_>,
    target: &Target,
    (sheet, counts): (&ScoreSheet, &RollUp),
    manifest: &Manifest,
) -> Result<Vec<u8>, String> {
    match target.format {
        Format::Markdown => Ok(roll_up::document(counts, sheet, run.common.lang).into_bytes()),
        Format::Csv | Format::Tsv => Ok(roll_up::csv(counts, sheet, &rows_options(run, target))),
        Format::Json => {
            let mut document = json::document(sheet, manifest).map_err(|error| error.to_string())?;
            roll_up::append_json(&mut document, counts, sheet).map_err(|error| error.to_string())?;
            Ok(document)
        }
        // Papers hold the counts beside everything else and are written by those who write papers.
        Format::Table | Format::Xlsx | Format::Html | Format::Docx => {
            Ok(roll_up::page(counts, sheet, &view(run, target)).into_bytes())
        }
    }
}

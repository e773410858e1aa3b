//! Tables of communes: read and judged as one, what stopped while they were scored, and where results come from.

use super::args::Common;
use super::progress::Progress;
use crate::diag::{CellPlace, Diagnostic, Place, Problem, Report};
use crate::lang::Lang;
use crate::result::{Manifest, ScoreSheet, TableInfo};
use crate::table::check::{Options as TableOptions, Wanted, check};
use crate::table::{CommuneTable, FileInfo, Part, read};
use std::path::PathBuf;
use std::sync::Arc;

/// All tables as one, with everything that is wrong with any of them; `None` when it must not be scored.
pub(super) fn tables(
    common: &Common,
    paths: &[PathBuf],
    wanted: &Wanted<'_>,
    options: TableOptions,
) -> (Option<CommuneTable>, Report) {
    let (all, report) = read_all(common, paths, wanted, options);
    (all.filter(CommuneTable::is_usable), report)
}

/// The same with a table that must not be scored; `None` only when a file cannot be read.
pub(super) fn read_all(
    common: &Common,
    paths: &[PathBuf],
    wanted: &Wanted<'_>,
    options: TableOptions,
) -> (Option<CommuneTable>, Report) {
    let (mut all, mut report): (Option<CommuneTable>, Report) = (None, Report::default());
    let mut unread = false;
    let progress = Progress::reading(common, paths.len());
    for path in paths {
        progress.advance(0);
        let text = match read::file(path) {
            Ok(text) => text,
            Err(unreadable) => {
                report.push(unreadable);
                unread = true;
                continue;
            }
        };
        let (table, found) = check(text, wanted, options);
        progress.advance(1);
        report.append(found);
        match &mut all {
            Some(all) => report.append(all.append(table)),
            None => all = Some(table),
        }
    }
    (all.filter(|_| !unread), report)
}

/// Scripts and computations that stopped, each at its row.
pub(super) fn faults(sheet: &ScoreSheet, part: &Part, lang: Lang) -> Report {
    let mut report = Report::default();
    for (row, commune) in sheet.communes.iter().enumerate() {
        for (item, message) in &commune.faults {
            let problem = Problem::ItemFailed { item: item.clone(), message: message.get(lang).to_owned() };
            let place = CellPlace {
                file: Arc::clone(part.file()),
                row: Some(part.row_number(row)),
                commune: Some(format!("{} {}", part.code(row), part.name(row))),
                ..CellPlace::default()
            };
            report.push(Diagnostic::new(problem, Place::Cell(place)));
        }
    }
    report
}

/// The tool, the options that change results as they were typed, and the tables.
pub(super) fn manifest_of(options: Vec<String>, table: Option<&CommuneTable>) -> Manifest {
    let info = |file: &FileInfo| TableInfo { name: file.name.clone(), sha256: file.sha256.clone(), rows: file.rows };
    Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        options,
        tables: table.map_or_else(Vec::new, |table| table.files.iter().map(info).collect()),
    }
}

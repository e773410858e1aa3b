//! Tables of communes: read and judged as one, what stopped while they were scored, and where results come from.

use super::args::{Common, choice, paths, word};
use super::progress::Progress;
use crate::criteria::model::Standard;
use crate::diag::{CellPlace, Diagnostic, Level, Place, Problem, Report};
use crate::lang::Lang;
use crate::result::{Manifest, ScoreSheet, TableInfo};
use crate::table::check::{Options as TableOptions, Wanted, check};
use crate::table::read::files;
use crate::table::{CommuneTable, FileInfo, Part, find};
use clap::{Arg, ArgMatches, value_parser};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where tables come from, as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    /// Files; folders and patterns are opened.
    pub(super) files: Vec<PathBuf>,
    /// `--sheet`.
    sheet: Option<String>,
    /// `--codes`.
    codes: Option<PathBuf>,
    /// What is worth knowing about the folders that were typed.
    notes: Report,
}

impl Sources {
    /// What was typed, with the files that are meant by `tables`; what means none is reported.
    pub(super) fn of(matches: &ArgMatches, tables: &str) -> (Self, Report) {
        let (files, found) = files::meant(&paths(matches, tables));
        let codes = matches.get_one::<PathBuf>("codes").cloned();
        let (notes, refused) = if found.has_errors() { (Report::default(), found) } else { (found, Report::default()) };
        (Self { files, sheet: word(matches, "sheet"), codes, notes }, refused)
    }

    /// Files beside the tables of the command, to which `--sheet` and `--codes` do not apply.
    pub(super) fn beside(files: &[PathBuf]) -> (Self, Report) {
        let (files, report) = files::meant(files);
        (Self { files, ..Self::default() }, report)
    }

    /// The options that change results, as they are typed.
    pub(super) fn typed(&self) -> Vec<String> {
        let sheet = self.sheet.iter().map(|sheet| format!("--sheet={sheet}"));
        sheet.chain(self.codes.iter().map(|codes| format!("--codes={}", codes.display()))).collect()
    }
}

/// `--sheet` and `--codes`.
pub(super) fn source_options(lang: Lang) -> [Arg; 2] {
    let sheet = lang.pick(
        "Trang của bảng tính, theo tên hoặc số thứ tự; mặc định là trang có tiêu đề khớp nhất",
        "Sheet of a workbook, by name or number; default the one whose header fits best",
    );
    let codes = lang.pick(
        "Danh sách mã xã (tệp có cột code): khôi phục số 0 ở đầu mã khi danh sách cho biết chắc chắn",
        "List of commune codes (a table with a column code): restores leading zeros where it leaves no doubt",
    );
    [choice("sheet", "NAME|NUMBER", sheet), choice("codes", "FILE", codes).value_parser(value_parser!(PathBuf))]
}

/// All tables as one, with everything that is wrong with any of them; `None` when it must not be scored.
pub(super) fn tables(
    common: &Common,
    sources: &Sources,
    wanted: &Wanted<'_>,
    options: TableOptions,
) -> (Option<CommuneTable>, Report) {
    let (all, report) = read_all(common, sources, wanted, options);
    (all.filter(CommuneTable::is_usable), report)
}

/// The same with a table that must not be scored; `None` only when a file cannot be read.
pub(super) fn read_all(
    common: &Common,
    sources: &Sources,
    wanted: &Wanted<'_>,
    options: TableOptions,
) -> (Option<CommuneTable>, Report) {
    let (mut all, mut report): (Option<CommuneTable>, Report) = (None, sources.notes.clone());
    let mut unread = false;
    let codes = sources.codes.as_ref().map(|path| find::codes(path, wanted)).transpose();
    let codes = codes.unwrap_or_else(|refused| {
        report.append(refused);
        unread = true;
        None
    });
    let progress = Progress::reading(common, sources.files.len());
    let judged = |path: &PathBuf| {
        let text = find::open(path, wanted, sources.sheet.as_deref()).map(|text| text.knowing(codes.clone()));
        let judged = text.map(|text| check(text, wanted, options));
        progress.advance(1);
        judged
    };
    // Files are read side by side and put together in the order in which they were named.
    let judged: Vec<Result<(CommuneTable, Report), Report>> = sources.files.par_iter().map(judged).collect();
    for judged in judged {
        match judged {
            Ok((table, found)) => {
                report.append(found);
                match &mut all {
                    Some(all) => report.append(all.append(table)),
                    None => all = Some(table),
                }
            }
            Err(refused) => {
                report.append(refused);
                unread = true;
            }
        }
    }
    (all.filter(|_| !unread), report.with_unfilled_as_one())
}

/// A list of communes: code and name, whatever else stands there. What is only noted about a table of figures is not said
/// of a list.
pub(super) fn list(common: &Common, path: &Path, standard: &Standard) -> (Option<CommuneTable>, Report) {
    let bare = Standard { fields: Vec::new(), ..standard.clone() };
    let wanted = Wanted { standard: &bare, years: None, items_of: Vec::new() };
    let (sources, mut report) = Sources::beside(&[path.to_owned()]);
    let options = TableOptions { communes_only: true, ..TableOptions::default() };
    let (table, found) = tables(common, &sources, &wanted, options);
    report.append(found);
    report.diagnostics.retain(|diagnostic| diagnostic.level() == Level::Error);
    (table, report)
}

/// Scripts and computations that stopped, each at its row.
pub(super) fn faults(sheet: &ScoreSheet, part: &Part, lang: Lang) -> Report {
    let mut report = Report::default();
    for (row, commune) in sheet.communes.iter().enumerate() {
        for (item, message) in &commune.faults {
            let problem = Problem::ItemFailed { item: item.clone(), message: message.get(lang).to_owned() };
            let place = CellPlace {
                file: Arc::clone(part.file()),
                sheet: part.sheet().cloned(),
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

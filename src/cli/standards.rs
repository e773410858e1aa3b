//! `cfc standards`: lists the standards built into the program and those found in `criteria/`.

mod export;

use super::args::Common;
use super::{Entry, Outcome, output, show};
use crate::criteria::model::Standard;
use crate::criteria::{builtin, load};
use crate::diag::Level;
use crate::lang::Lang;
use clap::{ArgMatches, Command};
use std::path::{Path, PathBuf};

pub(super) const ENTRY: Entry = Entry { describe, example: ("cfc standards", "cfc standards"), run };

/// Where criteria files of a project stand.
const FOLDER: &str = "criteria";

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Liệt kê các tiêu chuẩn có sẵn và các tiêu chuẩn trong thư mục criteria",
        "Lists the built-in standards and those in the folder criteria",
    );
    Command::new("standards").about(about).subcommand(export::describe(lang))
}

fn run(common: &Common, options: &ArgMatches) -> Outcome {
    match options.subcommand() {
        Some((_, options)) => export::run(common, options),
        None => list(common),
    }
}

/// Two lines per standard: id or path with the citation, then the title.
fn list(common: &Common) -> Outcome {
    let mut lines = Vec::new();
    for builtin in builtin::ALL {
        match load::from_builtin(builtin) {
            (Some(standard), _) => lines.push(entry(builtin.id, &standard, common.lang)),
            (None, report) => show(&report, common),
        }
    }
    let found = found();
    if !found.is_empty() {
        let heading = common.lang.pick("Trong thư mục criteria:", "In the folder criteria:");
        lines.push(format!("\n{heading}\n"));
    }
    lines.extend(found.iter().map(|path| found_entry(&path.to_string_lossy(), common.lang)));
    output::stdout(lines.concat().as_bytes(), common.lang)
}

fn entry(name: &str, standard: &Standard, lang: Lang) -> String {
    format!("{name}  {}\n    {}\n", standard.citation, standard.title.get(lang))
}

/// Criteria files of the folder, by name; a cases file belongs to one of them.
fn found() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(FOLDER).into_iter().flatten().flatten();
    let is_cases = |path: &Path| path.to_string_lossy().ends_with(load::CASES);
    let is_criteria = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml") && !is_cases(path);
    let mut found: Vec<PathBuf> =
        entries.map(|entry| Path::new(FOLDER).join(entry.file_name())).filter(is_criteria).collect();
    found.sort();
    found
}

/// A file of the folder; one with errors says how many and how to see them.
fn found_entry(path: &str, lang: Lang) -> String {
    let (standard, report) = load::by_name(path);
    let errors = report.count(Level::Error);
    match (standard, lang) {
        (Some(standard), lang) => entry(path, &standard, lang),
        (None, Lang::Vi) => format!("{path}  có {errors} lỗi\n    gõ `cfc check {path}` để xem\n"),
        (None, Lang::En) => format!("{path}  errors: {errors}\n    type `cfc check {path}` to see them\n"),
    }
}

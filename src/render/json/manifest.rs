//! The manifest: tool, standard, files with their hashes, options, counts.

use crate::result::{Manifest, ScoreSheet, StandardInfo, TableInfo, Tally};
use serde::Serialize;

/// As written.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    tool: &'static str,
    version: &'a str,
    standard: &'a str,
    standard_files: Vec<File<'a>>,
    tables: &'a [TableInfo],
    options: &'a [String],
    counts: Counts<'a>,
}

/// A file by the hash of its bytes.
#[derive(Serialize)]
pub(in crate::render) struct File<'a> {
    name: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Counts<'a> {
    communes: usize,
    recognised: usize,
    levels: Vec<Level<'a>>,
    not_recognised: usize,
    undetermined: usize,
    provisional: usize,
}

#[derive(Serialize)]
struct Level<'a> {
    id: &'a str,
    communes: usize,
}

/// The criteria file and the scripts of a standard.
pub(in crate::render) fn files(info: &StandardInfo) -> Vec<File<'_>> {
    info.hashes.iter().map(|(name, sha256)| File { name, sha256 }).collect()
}

/// The manifest of a sheet.
pub(super) fn of<'a>(sheet: &'a ScoreSheet, manifest: &'a Manifest) -> Document<'a> {
    Document {
        tool: "cfc",
        version: &manifest.version,
        standard: &sheet.standard.id,
        standard_files: files(&sheet.standard),
        tables: &manifest.tables,
        options: &manifest.options,
        counts: counts(sheet),
    }
}

fn counts(sheet: &ScoreSheet) -> Counts<'_> {
    let tally = Tally::of(sheet);
    let levels = sheet.standard.levels.iter().zip(tally.levels);
    Counts {
        communes: tally.communes,
        recognised: tally.recognised,
        levels: levels.map(|(level, communes)| Level { id: &level.id, communes }).collect(),
        not_recognised: tally.not_recognised,
        undetermined: tally.undetermined,
        provisional: tally.provisional,
    }
}

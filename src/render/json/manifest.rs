//! The manifest: tool, standard, files with their hashes, options, counts.

use crate::lang::Text;
use crate::result::{self, Edition, Manifest, ScoreSheet, StandardInfo, TableInfo, Tally};
use serde::Serialize;

/// As written.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    tool: &'static str,
    version: &'a str,
    /// Said of a public edition only; without it a document is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<Edition>,
    /// What a public edition does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    hides: Option<Hides<'a>>,
    standard: &'a str,
    standard_files: Vec<File<'a>>,
    tables: &'a [TableInfo],
    options: &'a [String],
    counts: Counts<'a>,
}

/// Counts that are not published.
#[derive(Serialize)]
struct Hides<'a> {
    from: i64,
    to: i64,
    fields: Vec<&'a str>,
    reason: &'a Text,
}

impl<'a> Hides<'a> {
    fn of(hides: &'a result::Hides, info: &'a StandardInfo) -> Self {
        let fields = hides.fields.iter().filter_map(|at| info.fields.get(usize::from(*at)));
        let fields = fields.map(|field| field.id.as_str()).collect();
        Self { from: hides.from, to: hides.to, fields, reason: &hides.reason }
    }
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
    #[serde(skip_serializing_if = "is_none")]
    not_published: usize,
    provisional: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
const fn is_none(count: &usize) -> bool {
    *count == 0
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
    let is_public = sheet.edition == Edition::Public;
    Document {
        tool: "cfc",
        version: &manifest.version,
        edition: is_public.then_some(sheet.edition),
        hides: sheet.standard.hides.as_ref().filter(|_| is_public).map(|hides| Hides::of(hides, &sheet.standard)),
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
        not_published: tally.not_published,
        provisional: tally.provisional,
    }
}

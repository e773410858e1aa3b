//! Where results go and in which format.

use super::options::{ScoreOptions, only_word, sort_word};
use crate::cli::format::Format;
use crate::cli::output::Writer;
use crate::cli::{Outcome, words};
use crate::lang::Lang;
use std::path::{Path, PathBuf};

/// One document to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) format: Format,
    pub(super) destination: Destination,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    Stdout,
    File(PathBuf),
}

impl Format {
    /// Whether it is written row by row, without anything about the table as a whole.
    pub(super) fn is_rows(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv)
    }
}

/// Files by their extension, or by `--format` where the extension says nothing; stdout when there is no file.
pub(super) fn targets(options: &ScoreOptions, lang: Lang) -> Result<Vec<Target>, String> {
    if options.outputs.is_empty() {
        let format = options.format.unwrap_or(Format::Table);
        return Ok(vec![Target { format, destination: Destination::Stdout }]);
    }
    let target = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
        let format = extension.as_deref().and_then(Format::from_word).or(options.format);
        let unknown = || format!("{}: {}", path.display(), words::of(lang).unknown_extension);
        Ok(Target { format: format.ok_or_else(unknown)?, destination: Destination::File(path.clone()) })
    };
    let targets: Vec<Target> = options.outputs.iter().map(target).collect::<Result<_, String>>()?;
    for (at, path) in options.outputs.iter().enumerate() {
        let taken = options.tables.iter().chain(&options.outputs[..at]).any(|other| same_file(path, other));
        if taken {
            return Err(format!("{}: {}", path.display(), words::of(lang).output_taken));
        }
    }
    Ok(targets)
}

/// Whether two paths name one file, also where it does not exist yet.
fn same_file(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beside = || Some(std::fs::canonicalize(folder).ok()?.join(path.file_name()?));
        std::fs::canonicalize(path).ok().or_else(beside)
    };
    a == b || real(a).is_some_and(|a| Some(a) == real(b))
}

impl Target {
    /// Begins the document.
    pub(super) fn open(&self, lang: Lang) -> Result<Writer, Outcome> {
        match &self.destination {
            Destination::Stdout => Writer::open(None, lang),
            Destination::File(path) => Writer::open(Some(path), lang),
        }
    }
}

/// The options that change results, as they are typed.
pub(super) fn options(options: &ScoreOptions) -> Vec<String> {
    let flags = [
        (options.skip_bad_rows, "--skip-bad-rows"),
        (options.allow_missing_columns, "--allow-missing-columns"),
        (options.reverse, "--reverse"),
    ];
    let mut typed: Vec<String> = flags.into_iter().filter(|(on, _)| *on).map(|(_, flag)| flag.to_owned()).collect();
    typed.extend(options.year.map(|year| format!("--year={year}")));
    typed.extend(options.only.map(|only| format!("--only={}", only_word(only))));
    typed.extend(options.sort.map(|key| format!("--sort={}", sort_word(key))));
    typed
}

//! Where results go and in which format.

use super::args::Common;
use super::format::Format;
use super::output::{Writer, width};
use super::{Outcome, words};
use crate::lang::Lang;
use crate::render::View;
use std::io::IsTerminal;
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

/// Extensions of formats that are not written: another format under such a name could not be opened.
const OTHER_FORMATS: [&str; 6] = ["xlsm", "xls", "ods", "doc", "odt", "pdf"];

impl Format {
    /// Whether it is written row by row, without anything about the table as a whole.
    pub(super) fn is_rows(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv)
    }
}

/// Files by their extension, or by `--format` where the extension says nothing; stdout when there is no file. No file is
/// one of the `inputs`, and every format is one of those the command `writes`.
pub(super) fn targets(
    format: Option<Format>,
    outputs: &[PathBuf],
    inputs: &[PathBuf],
    writes: &[Format],
    lang: Lang,
) -> Result<Vec<Target>, String> {
    if outputs.is_empty() {
        let format = format.unwrap_or(Format::Table);
        return Ok(vec![Target { format, destination: Destination::Stdout }]);
    }
    let target = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
        let is_other = extension.as_deref().is_some_and(|extension| OTHER_FORMATS.contains(&extension));
        let known = extension.as_deref().and_then(Format::from_word);
        let found = known.or(format.filter(|_| !is_other)).filter(|format| writes.contains(format));
        let list: Vec<String> = writes.iter().map(|format| format!(".{}", format.extension())).collect();
        let unknown = || format!("{}: {} {}", path.display(), words::of(lang).unknown_extension, list.join(" "));
        Ok(Target { format: found.ok_or_else(unknown)?, destination: Destination::File(path.clone()) })
    };
    let targets: Vec<Target> = outputs.iter().map(target).collect::<Result<_, String>>()?;
    for (at, path) in outputs.iter().enumerate() {
        let taken = inputs.iter().chain(&outputs[..at]).any(|other| same_file(path, other));
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
    pub(super) fn open(&self, common: &Common) -> Result<Writer, Outcome> {
        let writer = match &self.destination {
            Destination::Stdout => Writer::open(None, common.lang),
            Destination::File(path) => Writer::open(Some(path), common.lang),
        };
        writer.map(|writer| writer.quietly(common.quiet))
    }

    /// Writes a whole document.
    pub(super) fn write(&self, bytes: &[u8], common: &Common) -> Outcome {
        let finished = self.open(common).and_then(|mut writer| writer.write(bytes).map(|()| writer.finish()));
        finished.unwrap_or_else(|outcome| outcome)
    }

    /// How it is shown to people: as wide as the terminal unless a width was typed.
    pub(super) fn view(&self, common: &Common, typed: Option<u16>) -> View {
        let on_terminal = self.destination == Destination::Stdout && std::io::stdout().is_terminal();
        View {
            lang: common.lang,
            width: typed.map_or_else(|| width(on_terminal), usize::from),
            colour: self.destination == Destination::Stdout && common.colour_on(on_terminal),
            breakdown: false,
            margins: false,
        }
    }
}

//! Bytes to stdout or to files, each written whole or not at all.

use super::args::Common;
use super::{Outcome, complain, fail, words};
use crate::lang::Lang;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Writes to stdout. A reader that has seen enough and closes the pipe is not an error.
pub(super) fn stdout(bytes: &[u8], lang: Lang) -> Outcome {
    finished(Writer::open(None, lang), bytes)
}

/// Writes one document to a file, or to stdout where there is no path.
pub(super) fn whole(path: Option<&Path>, bytes: &[u8], common: &Common) -> Outcome {
    finished(Writer::open(path, common.lang).map(|writer| writer.quietly(common.quiet)), bytes)
}

fn finished(writer: Result<Writer, Outcome>, bytes: &[u8]) -> Outcome {
    let write = |mut writer: Writer| {
        writer.write(bytes)?;
        Ok(writer.finish())
    };
    writer.and_then(write).unwrap_or_else(|outcome| outcome)
}

/// A document being written: to stdout, or to a temporary file in the folder of the one it will become, so that the old
/// file stays until the new one is whole.
pub(super) struct Writer {
    to: To,
    lang: Lang,
    quiet: bool,
}

enum To {
    Stdout,
    File {
        temporary: NamedTempFile,
        path: PathBuf,
    },
    /// The reader of the pipe has gone.
    Nobody,
}

impl Writer {
    /// To stdout, or to a file where there is a path; `Err` when the file cannot be made.
    pub(super) fn open(path: Option<&Path>, lang: Lang) -> Result<Self, Outcome> {
        let Some(path) = path else {
            return Ok(Self { to: To::Stdout, lang, quiet: false });
        };
        let temporary = temporary(path).map_err(|error| failed(path, &error, lang))?;
        Ok(Self { to: To::File { temporary, path: path.to_owned() }, lang, quiet: false })
    }

    /// The same without saying that the file is written.
    pub(super) fn quietly(self, quiet: bool) -> Self {
        Self { quiet, ..self }
    }

    /// Adds a piece.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Outcome> {
        match &mut self.to {
            To::Nobody => Ok(()),
            To::File { temporary, path } => temporary.write_all(bytes).map_err(|error| failed(path, &error, self.lang)),
            To::Stdout => match std::io::stdout().lock().write_all(bytes) {
                Ok(()) => Ok(()),
                Err(error) => self.pipe(&error),
            },
        }
    }

    /// Puts the document in its place.
    pub(super) fn finish(mut self) -> Outcome {
        let done = match self.to {
            To::Nobody => Ok(()),
            To::Stdout => std::io::stdout().lock().flush().or_else(|error| self.pipe(&error)),
            To::File { temporary, path } => match temporary.persist(&path) {
                Ok(_) if self.quiet => Ok(()),
                Ok(_) => {
                    complain(&format!("{} {}\n", words::of(self.lang).written, path.display()));
                    Ok(())
                }
                Err(error) => Err(failed(&path, &error.error, self.lang)),
            },
        };
        done.map_or_else(|outcome| outcome, |()| Outcome::Done)
    }

    fn pipe(&mut self, error: &std::io::Error) -> Result<(), Outcome> {
        if error.kind() == ErrorKind::BrokenPipe {
            self.to = To::Nobody;
            return Ok(());
        }
        Err(fail(self.lang, &format!("stdout: {error}")))
    }
}

/// Says that a file cannot be written, and why.
pub(super) fn failed(path: &Path, error: &std::io::Error, lang: Lang) -> Outcome {
    fail(lang, &format!("{}: {}", path.display(), reason(error, lang)))
}

/// Why a file cannot be written, without the name of the temporary one.
fn reason(error: &std::io::Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => words::of(lang).no_folder.to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => words::of(lang).not_permitted.to_owned(),
        kind => error
            .raw_os_error()
            .map_or_else(|| kind.to_string(), |code| std::io::Error::from_raw_os_error(code).to_string()),
    }
}

fn temporary(path: &Path) -> std::io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cfc-");
    ordinary(&mut builder).tempfile_in(folder)
}

/// With the permissions of an ordinary file (the umask applies), not those of a private temporary one.
#[cfg(unix)]
fn ordinary<'a, 'b, 'c>(builder: &'c mut tempfile::Builder<'a, 'b>) -> &'c mut tempfile::Builder<'a, 'b> {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

/// Elsewhere a temporary file has ordinary permissions already.
#[cfg(not(unix))]
fn ordinary<'a, 'b, 'c>(builder: &'c mut tempfile::Builder<'a, 'b>) -> &'c mut tempfile::Builder<'a, 'b> {
    builder
}

/// Characters per line: the terminal's, or enough for a page in landscape.
pub(super) fn width(on_terminal: bool) -> usize {
    const PAGE: usize = 120;
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    if on_terminal { terminal().unwrap_or(PAGE) } else { PAGE }
}

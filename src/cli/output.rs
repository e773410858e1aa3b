//! Bytes to stdout or to files, each written whole or not at all.

use super::{Outcome, fail, words};
use crate::lang::Lang;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes to stdout. A reader that has seen enough and closes the pipe is not an error.
pub(super) fn stdout(bytes: &[u8], lang: Lang) -> Outcome {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Outcome::Done,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => fail(lang, &format!("stdout: {error}")),
    }
}

/// Writes a file by way of a temporary one in the same folder, so that the old file stays until the new one is whole.
pub(super) fn file(path: &Path, pieces: &[Vec<u8>], lang: Lang) -> Outcome {
    match write(path, pieces) {
        Ok(()) => Outcome::Done,
        Err(error) => fail(lang, &format!("{}: {}", path.display(), reason(&error, lang))),
    }
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

fn write(path: &Path, pieces: &[Vec<u8>]) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cfc-");
    let mut file = ordinary(&mut builder).tempfile_in(folder)?;
    for piece in pieces {
        file.write_all(piece)?;
    }
    file.flush()?;
    file.persist(path).map(|_| ()).map_err(|error| error.error)
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

/// What is said when a file was written.
pub(super) fn written(path: &Path, lang: Lang) -> String {
    format!("{} {}\n", words::of(lang).written, path.display())
}

//! Files that are put where a policy editor works: several at once, none over one that is there.

use super::args::Common;
use super::{Outcome, fail, output};
use std::path::{Path, PathBuf};

/// A file to be written.
pub(super) struct Wanted {
    pub(super) path: PathBuf,
    pub(super) text: String,
}

/// Paths of a project, with `/`, under a folder.
pub(super) fn under(folder: &Path, files: Vec<(String, String)>) -> Vec<Wanted> {
    // `./criteria/x.toml` and `criteria/x.toml` are the same file; the shorter is the one people type.
    let folder = if folder == Path::new(".") { Path::new("") } else { folder };
    let path = |name: &str| name.split('/').fold(folder.to_owned(), |path, part| path.join(part));
    files.into_iter().map(|(name, text)| Wanted { path: path(&name), text }).collect()
}

/// Writes all files, or none when one of them is there with another text, unless `force`. A file that is there as it
/// should be is left alone.
pub(super) fn write(files: &[Wanted], force: bool, hint: &str, common: &Common) -> Outcome {
    let lang = common.lang;
    let is_as_wanted = |file: &Wanted| std::fs::read(&file.path).is_ok_and(|bytes| bytes == file.text.as_bytes());
    let open: Vec<&Wanted> = files.iter().filter(|file| !is_as_wanted(file)).collect();
    let taken: Vec<String> =
        open.iter().filter(|file| file.path.exists()).map(|file| file.path.display().to_string()).collect();
    if !(taken.is_empty() || force) {
        let why =
            lang.pick("đã có và khác với tệp sẽ ghi, không ghi đè", "is there and differs, it is not overwritten");
        return fail(lang, &format!("{}: {why}; {hint}", taken.join(", ")));
    }
    open.iter().map(|file| put(file, common)).max().unwrap_or(Outcome::Done)
}

fn put(file: &Wanted, common: &Common) -> Outcome {
    if let Some(folder) = file.path.parent()
        && let Err(error) = std::fs::create_dir_all(folder)
    {
        return output::failed(folder, &error, common.lang);
    }
    output::whole(Some(&file.path), file.text.as_bytes(), common)
}

/// What to type next, on stdout: to check the first of the files.
pub(super) fn next(files: &[Wanted], common: &Common) -> Outcome {
    let Some(first) = files.first().filter(|_| !common.quiet) else { return Outcome::Done };
    let lang = common.lang;
    let next = lang.pick("Bước tiếp theo", "Next");
    output::stdout(format!("{next}: cfc check {}\n", first.path.display()).as_bytes(), lang)
}

//! Finds a criteria file and its scripts and loads the standard; the only part of `criteria` that touches files.

use super::builtin::{self, Builtin};
use super::check::{self, NoScript};
use super::model::{Standard, Versions};
use crate::diag::{Diagnostic, Kind, Place, Problem, Report, Source, Span, nearest};
use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The longest known standard is below 100 kB; a larger file was named by mistake and would only fill the memory.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The text of a script, or the places where it was looked for in vain.
pub type FoundScript = Result<Arc<Source>, Vec<String>>;

/// Loads all versions of a standard from text. `scripts` finds a script by its name.
///
/// The versions are there exactly when the report has no error.
pub fn versions_from_text(source: &Arc<Source>, scripts: &dyn Fn(&str) -> FoundScript) -> (Option<Versions>, Report) {
    versions_from_texts(source, None, scripts)
}

/// The same with the text of the cases file beside it.
pub fn versions_from_texts(
    source: &Arc<Source>,
    cases: Option<&Arc<Source>>,
    scripts: &dyn Fn(&str) -> FoundScript,
) -> (Option<Versions>, Report) {
    check::versions(source, cases, &|name| scripts(name).map_err(NoScript::NotFound))
}

/// The latest version of [`versions_from_texts`].
pub fn from_texts(
    source: &Arc<Source>,
    cases: Option<&Arc<Source>>,
    scripts: &dyn Fn(&str) -> FoundScript,
) -> (Option<Standard>, Report) {
    latest(versions_from_texts(source, cases, scripts))
}

/// The latest version of [`versions_from_text`].
pub fn from_text(source: &Arc<Source>, scripts: &dyn Fn(&str) -> FoundScript) -> (Option<Standard>, Report) {
    latest(versions_from_text(source, scripts))
}

/// Loads all versions of a built-in standard by its id, or of a criteria file by its path: anything that ends in `.toml`
/// or has a folder in it is a path.
///
/// Scripts of a file are looked for in `../scripts/<id>/`, `scripts/<id>/` and beside it, in this order.
#[must_use]
pub fn versions_by_name(which: &str) -> (Option<Versions>, Report) {
    found(which, false)
}

/// The same with the cases of the cases file, where there is one: `<id>.cases.toml` or, for a file with another name,
/// `<name>.cases.toml`, in the folder of the criteria file. Named itself, it stands for its standard.
#[must_use]
pub fn versions_with_cases(which: &str) -> (Option<Versions>, Report) {
    found(&criteria_file(which), true)
}

/// The criteria file of a cases file; any other name as it is.
fn criteria_file(which: &str) -> Cow<'_, str> {
    let stem = which.strip_suffix(CASES);
    stem.map_or(Cow::Borrowed(which), |stem| Cow::Owned(format!("{stem}.toml")))
}

/// The latest version of [`versions_with_cases`].
#[must_use]
pub fn with_cases(which: &str) -> (Option<Standard>, Report) {
    latest(versions_with_cases(which))
}

/// How the name of a cases file ends.
pub const CASES: &str = ".cases.toml";

fn found(which: &str, cases: bool) -> (Option<Versions>, Report) {
    match builtin::find(which) {
        Some(builtin) => of_builtin(builtin, cases),
        None if is_path(which) => from_file(which, cases),
        None => (None, unknown(which)),
    }
}

/// The latest version of [`versions_by_name`].
#[must_use]
pub fn by_name(which: &str) -> (Option<Standard>, Report) {
    latest(versions_by_name(which))
}

fn latest((versions, report): (Option<Versions>, Report)) -> (Option<Standard>, Report) {
    (versions.map(Versions::into_latest), report)
}

/// Every file that checking a standard by this name can read: the criteria file, its cases file, and all scripts in the folders where its
/// scripts are looked for. Empty for a standard that is part of the program, or that nobody knows.
#[must_use]
pub fn files(which: &str) -> Vec<PathBuf> {
    if !is_path(which) {
        return Vec::new();
    }
    let name = criteria_file(which);
    let path = Path::new(name.as_ref());
    let id = read(path, &name).ok().and_then(|source| standard_id(&source.text)).unwrap_or_else(|| stem(path));
    let mut files = vec![path.to_owned()];
    files.extend(cases_file(path, Some(&id)));
    for folder in script_folders(path, &id) {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut scripts: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_script(path)).collect();
        scripts.sort();
        files.extend(scripts);
    }
    files
}

/// Anything that ends in `.toml` or has a folder in it, unless it is built in.
fn is_path(which: &str) -> bool {
    builtin::find(which).is_none() && (which.contains(['/', '\\']) || has_extension(which))
}

fn is_script(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rhai")
}

fn has_extension(which: &str) -> bool {
    Path::new(which).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// The latest version of [`versions_from_builtin`].
#[must_use]
pub fn from_builtin(builtin: &Builtin) -> (Option<Standard>, Report) {
    latest(versions_from_builtin(builtin))
}

/// Loads all versions of a standard that is part of the program.
#[must_use]
pub fn versions_from_builtin(builtin: &Builtin) -> (Option<Versions>, Report) {
    of_builtin(builtin, false)
}

fn of_builtin(builtin: &Builtin, cases: bool) -> (Option<Versions>, Report) {
    let source = Source::new(&format!("criteria/{}.toml", builtin.id), builtin.toml);
    let beside = builtin.cases.filter(|_| cases);
    let beside = beside.map(|text| Source::new(&format!("criteria/{}{CASES}", builtin.id), text));
    versions_from_texts(&source, beside.as_ref(), &|name| {
        let place = format!("scripts/{}/{name}.rhai", builtin.id);
        let found = builtin.scripts.iter().find(|(known, _)| *known == name);
        found.map(|(_, text)| Source::new(&place, text)).ok_or(vec![place])
    })
}

fn from_file(path: &str, cases: bool) -> (Option<Versions>, Report) {
    let source = match read(Path::new(path), path) {
        Ok(source) => source,
        Err(diagnostic) => return (None, Report { diagnostics: vec![*diagnostic] }),
    };
    let own_id = standard_id(&source.text);
    let beside = cases_file(Path::new(path), own_id.as_deref()).filter(|_| cases);
    let beside = match beside.map(|place| read(&place, &place.to_string_lossy())).transpose() {
        Ok(beside) => beside,
        Err(diagnostic) => return (None, Report { diagnostics: vec![*diagnostic] }),
    };
    let id = own_id.unwrap_or_else(|| stem(Path::new(path)));
    let (versions, mut report) = check::versions(&source, beside.as_ref(), &|name| script(Path::new(path), &id, name));
    if let Some(versions) = &versions {
        report.append(unused_scripts(Path::new(path), versions));
    }
    (versions, report)
}

/// The cases file of a criteria file, named after the file or after the standard's id.
fn cases_file(file: &Path, id: Option<&str>) -> Option<PathBuf> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let names = [Some(stem(file)), id.map(str::to_owned)];
    names.into_iter().flatten().map(|name| folder.join(format!("{name}{CASES}"))).find(|place| place.is_file())
}

/// Scripts in the folder of the standard that nothing names; a folder that holds other things is not looked at.
fn unused_scripts(file: &Path, versions: &Versions) -> Report {
    let mut report = Report::default();
    let folders = script_folders(file, &versions.latest().id);
    let Some(files) = folders.iter().take(OWN_FOLDERS).find_map(|folder| std::fs::read_dir(folder).ok()) else {
        return report;
    };
    let mut scripts: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    scripts.sort();
    for path in scripts.iter().filter(|path| is_script(path)) {
        let name = stem(path);
        let used = |standard: &Standard| standard.scripts.iter().any(|script| script.name == name);
        if !versions.iter().any(used) {
            let place = Place::File(path.to_string_lossy().into_owned());
            report.push(Diagnostic::new(Problem::Unused { kind: Kind::Script, id: name }, place));
        }
    }
    report
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or(String::new(), |stem| stem.to_string_lossy().into_owned())
}

/// The id inside the file, when there is one that is safe in a path.
fn standard_id(text: &str) -> Option<String> {
    let (id, _) = written_id(text)?;
    check::is_id(&id).then_some(id)
}

/// The id as it is written, with its place.
pub(super) fn written_id(text: &str) -> Option<(String, Span)> {
    let (root, _) = toml::de::DeTable::parse_recoverable(text);
    let id = root.get_ref().get("standard")?.get_ref().get("id")?;
    Some((id.get_ref().as_str()?.to_owned(), id.span()))
}

/// How many of [`script_folders`] belong to the standard alone.
const OWN_FOLDERS: usize = 2;

fn script(file: &Path, id: &str, name: &str) -> Result<Arc<Source>, NoScript> {
    let places = script_folders(file, id).map(|folder| folder.join(format!("{name}.rhai")));
    let Some(found) = places.iter().find(|place| place.is_file()) else {
        return Err(NoScript::NotFound(places.iter().map(|place| place.to_string_lossy().into_owned()).collect()));
    };
    read(found, &found.to_string_lossy()).map_err(NoScript::Broken)
}

/// Where the scripts of a standard can be, in the order they are looked for.
fn script_folders(file: &Path, id: &str) -> [PathBuf; 3] {
    let folder = file.parent().unwrap_or(Path::new(""));
    // `criteria/x.toml` has its scripts in `scripts/x/`; a path without a folder needs the dots.
    let beside_folder =
        folder.parent().filter(|_| folder.file_name().is_some()).map_or(folder.join(".."), PathBuf::from);
    [beside_folder.join("scripts").join(id), folder.join("scripts").join(id), folder.to_owned()]
}

/// A text file within the limit, under the name it is shown by.
fn read(path: &Path, name: &str) -> Result<Arc<Source>, Box<Diagnostic>> {
    let fail = |problem| Box::new(Diagnostic::new(problem, Place::File(name.to_owned())));
    let unreadable = |error: std::io::Error| fail(Problem::Unreadable { reason: error.to_string() });
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let mut bytes = Vec::new();
    // One byte more than the limit tells a file that grew or has no size.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if read > MOST_BYTES {
        return Err(fail(Problem::FileTooLarge { bytes: size.max(read), limit: MOST_BYTES }));
    }
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let text = String::from_utf8(bytes).map_err(|_| fail(Problem::NotUtf8 { utf16 }))?;
    Ok(Source::new(name, &text))
}

/// A name that is no standard, with those there are.
#[must_use]
pub fn unknown(which: &str) -> Report {
    let known: Vec<String> = builtin::ALL.iter().map(|builtin| builtin.id.to_owned()).collect();
    let meant = nearest(which, known.iter().map(String::as_str)).map(str::to_owned);
    let problem = Problem::UnknownId { kind: Kind::Standard, id: which.to_owned(), meant, known };
    Report { diagnostics: vec![Diagnostic::new(problem, Place::File(which.to_owned()))] }
}

#[cfg(test)]
mod tests;

//! Which files are meant: one by name, all of a folder, or those that fit a pattern. On Windows nobody else opens
//! patterns.

use crate::diag::{Book, Diagnostic, Place, Problem, Report};
use std::path::{Path, PathBuf};

/// Endings of workbooks, in lower case.
const BOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "ods", "xlsb"];
/// Endings of text tables, in lower case.
const TEXTS: [&str; 2] = ["csv", "tsv"];

/// Endings of files in which a commune can have sent figures, none of which is read, in lower case.
const OTHERS: [&str; 22] = [
    "doc", "docx", "docm", "odt", "rtf", "pdf", "txt", "fods", "xltx", "xltm", "xlt", "ots", "xml", "html", "htm",
    "zip", "rar", "7z", "ppt", "pptx", "jpg", "png",
];

/// Whether a name's ending is that of a workbook.
pub(super) fn is_book_extension(extension: &str) -> bool {
    BOOKS.contains(&extension.to_lowercase().as_str())
}

/// The files meant by names, folders and patterns (`*` and `?` in the last part), each group in the order of names;
/// what means none is reported, and what lies in a folder and is not read.
#[must_use]
pub fn meant(paths: &[PathBuf]) -> (Vec<PathBuf>, Report) {
    let (mut files, mut report) = (Vec::new(), Report::default());
    for path in paths {
        let pattern = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let in_folder = path.parent().is_some_and(|folder| folder.to_string_lossy().contains(['*', '?']));
        let found = if path.is_dir() {
            let others = files_in(path, |name| OTHERS.contains(&ending(name).as_str()));
            report.diagnostics.extend(not_read(path, &others));
            files_in(path, is_table)
        } else if in_folder && !path.exists() {
            Vec::new()
        } else if pattern.contains(['*', '?']) && !path.exists() {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let prefixed = files_in(folder.unwrap_or(Path::new(".")), |name| fits(&pattern, name));
            // Shown as they were typed: without `./` in front.
            let bare = |file: PathBuf| {
                if folder.is_none() { file.file_name().map_or(file.clone(), PathBuf::from) } else { file }
            };
            prefixed.into_iter().map(bare).collect()
        } else {
            vec![path.clone()]
        };
        if found.is_empty() {
            let pattern = path.display().to_string();
            let problem = Problem::Book(Book::NoFiles { pattern: pattern.clone(), in_folder });
            report.push(Diagnostic::new(problem, Place::File(pattern)));
        }
        files.extend(found);
    }
    (files, report)
}

/// Files of a folder, without those that spreadsheets leave while a workbook is open.
fn files_in(folder: &Path, fits: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_open = name.starts_with("~$") || name.starts_with(".~lock") || name.starts_with('.');
        (!is_open && fits(&name) && entry.path().is_file()).then(|| entry.path())
    });
    let mut files: Vec<PathBuf> = named.collect();
    files.sort();
    files
}

/// The note for files of a folder that are not read.
fn not_read(folder: &Path, files: &[PathBuf]) -> Option<Diagnostic> {
    let names = files.iter().filter_map(|file| file.file_name()).map(|name| name.to_string_lossy().into_owned());
    let names: Vec<String> = names.collect();
    let place = Place::File(folder.display().to_string());
    (!names.is_empty()).then(|| Diagnostic::new(Problem::Book(Book::FilesNotRead { names }), place))
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

fn is_table(name: &str) -> bool {
    let ending = ending(name);
    BOOKS.contains(&ending.as_str()) || TEXTS.contains(&ending.as_str())
}

/// `*` is any letters, `?` is one; case does not matter, as on Windows.
fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (lower(pattern), lower(name));
    // Which lengths of the pattern fit the letters so far.
    let mut fits = vec![false; pattern.len() + 1];
    let stars = |fits: &mut Vec<bool>| {
        for (at, letter) in pattern.iter().enumerate() {
            if *letter == '*' && fits.get(at).copied().unwrap_or(false) {
                fits[at + 1] = true;
            }
        }
    };
    fits[0] = true;
    stars(&mut fits);
    for letter in name {
        let mut next = vec![false; pattern.len() + 1];
        for (at, wanted) in pattern.iter().enumerate().filter(|(at, _)| fits[*at]) {
            match wanted {
                '*' => next[at] = true,
                '?' => next[at + 1] = true,
                wanted => next[at + 1] |= *wanted == letter,
            }
        }
        stars(&mut next);
        fits = next;
    }
    fits.last().copied().unwrap_or(false)
}

fn lower(text: &str) -> Vec<char> {
    super::super::spelling::nfc(text).chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_folder_unread_and_a_pattern_for_folders_are_told() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["Xã A.xlsx", "Xã C.docx", "~$Xã C.docx", "quet.PDF", "Thumbs.db"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        let (files, report) = meant(&[folder.path().to_owned()]);
        let told = report.diagnostics.into_iter().map(|d| d.problem).collect::<Vec<_>>();
        let names = ["Xã C.docx", "quet.PDF"].map(str::to_owned).to_vec();
        assert_eq!((files.len(), told), (1, vec![Problem::Book(Book::FilesNotRead { names })]));
        for (pattern, is_in_folder) in [("d?r/*.xlsx", true), ("a*/b.csv", true), ("nowhere/*.xlsx", false)] {
            let problem = meant(&[PathBuf::from(pattern)]).1.diagnostics.into_iter().next().map(|d| d.problem);
            let is_told =
                matches!(problem, Some(Problem::Book(Book::NoFiles { in_folder, .. })) if in_folder == is_in_folder);
            assert!(is_told, "{pattern}");
        }
    }

    #[test]
    fn a_pattern_fits_whole_names_in_any_case() {
        let rows = [
            ("*.xlsx", "a.xlsx", true),
            ("*.xlsx", "A.XLSX", true),
            ("*.xlsx", "a.xls", false),
            ("*.xls", "a.xlsx", false),
            ("bieu-?.ods", "bieu-1.ods", true),
            ("bieu-?.ods", "bieu-12.ods", false),
            ("*huyện*", "Số liệu HUYỆN A.xlsx", true),
            ("a*b*c", "aXbYbZc", true),
            ("a*b*c", "aXcYb", false),
            ("**", "", true),
            ("?", "", false),
        ];
        for (pattern, name, want) in rows {
            assert_eq!(fits(pattern, name), want, "{pattern} {name}");
        }
    }
}

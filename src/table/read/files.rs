//! Which files are meant: one by name, all of a folder, or those that fit a pattern. On Windows nobody else opens
//! patterns.

use crate::diag::{Book, Diagnostic, Place, Problem, Report};
use std::path::{Path, PathBuf};

/// Endings of workbooks, in lower case.
const BOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "ods", "xlsb"];
/// Endings of text tables, in lower case.
const TEXTS: [&str; 2] = ["csv", "tsv"];

/// Whether a name's ending is that of a workbook.
pub(super) fn is_book_extension(extension: &str) -> bool {
    BOOKS.contains(&extension.to_lowercase().as_str())
}

/// The files meant by names, folders and patterns (`*` and `?` in the last part), each group in the order of names;
/// what means none is reported.
#[must_use]
pub fn meant(paths: &[PathBuf]) -> (Vec<PathBuf>, Report) {
    let (mut files, mut report) = (Vec::new(), Report::default());
    for path in paths {
        let pattern = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let found = if path.is_dir() {
            in_folder(path, is_table)
        } else if pattern.contains(['*', '?']) && !path.exists() {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let prefixed = in_folder(folder.unwrap_or(Path::new(".")), |name| fits(&pattern, name));
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
            let problem = Problem::Book(Book::NoFiles { pattern: pattern.clone() });
            report.push(Diagnostic::new(problem, Place::File(pattern)));
        }
        files.extend(found);
    }
    (files, report)
}

/// Files of a folder, without those that spreadsheets leave while a workbook is open.
fn in_folder(folder: &Path, fits: impl Fn(&str) -> bool) -> Vec<PathBuf> {
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

fn is_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
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

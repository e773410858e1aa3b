//! Workbooks with faults: each with what must be found in it, and the figures that must be read.
//!
//! The files of `tests/tables` were written by `openpyxl`, `xlwt` and `LibreOffice` (`make.py` there); what must be found
//! stands in `<name>.expect`, as `found.rs` writes it. Those whose names begin with `x-` were written by `written.rs` with
//! `rust_xlsxwriter`. All are read under `tests/bad/tables/standard.toml`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod found;
mod hostile;
mod parts;
mod written;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables")
}

/// Tables with the file that says what must be found in them.
fn kept() -> Vec<(PathBuf, PathBuf)> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| !path.extension().is_some_and(|e| e == "expect" || e == "py"));
    files.sort();
    let beside = |path: &PathBuf| folder().join(format!("{}.expect", path.file_name().unwrap().to_string_lossy()));
    files.into_iter().map(|path| (path.clone(), beside(&path))).collect()
}

#[test]
fn every_kept_table_is_read_as_it_says_beside_it() {
    let rules = found::rules();
    let mut wrong = Vec::new();
    for (path, beside) in kept() {
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        let found = found::lines(&path, &rules, None);
        if std::env::var_os("WRITE_EXPECT").is_some() {
            fs::write(&beside, &found).unwrap();
        }
        if expected != found {
            wrong.push(format!("{}\nexpected\n{expected}found\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_workbook_written_anew_is_read_as_the_kept_one() {
    let rules = found::rules();
    if std::env::var_os("WRITE_TABLES").is_some() {
        for book in written::BOOKS {
            written::write(&folder(), book);
        }
    }
    let fresh = tempfile::tempdir().unwrap();
    for book in written::BOOKS {
        written::write(fresh.path(), book);
        let kept = found::lines(&folder().join(book.0), &rules, None);
        assert_eq!(found::lines(&fresh.path().join(book.0), &rules, None), kept, "{}", book.0);
    }
}

/// What `cfc score` writes for a table, as CSV with every item.
fn scored(path: &Path) -> String {
    let standard = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/tables/standard.toml");
    let mut program = Command::new(env!("CARGO_BIN_EXE_cfc"));
    program.args(["score", "--format", "csv", "--breakdown", "--standard"]).args([&standard, path]);
    let output = program.output().unwrap();
    assert!(output.status.success(), "{}: {}", path.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_same_figures_score_the_same_in_every_kind_of_file() {
    let communes = |beside: &Path| -> Vec<String> {
        let text = fs::read_to_string(beside).unwrap();
        text.lines().filter(|line| line.starts_with("= ")).map(str::to_owned).collect()
    };
    let want = communes(&folder().join("plain.csv.expect"));
    let has_error = |beside: &Path| {
        let text = fs::read_to_string(beside).unwrap();
        text.lines().any(|line| line.starts_with("cell/") || line.starts_with("table/"))
    };
    let same: Vec<PathBuf> = kept()
        .into_iter()
        .filter(|(_, beside)| communes(beside) == want && !has_error(beside))
        .map(|(path, _)| path)
        .collect();
    let first = scored(&folder().join("plain.csv"));
    for path in &same {
        assert_eq!(scored(path), first, "{}", path.display());
    }
    for kind in ["xlsx", "xlsm", "xls", "ods", "csv", "tsv"] {
        let of_kind = same.iter().filter(|path| path.extension().is_some_and(|e| e == kind)).count();
        assert!(of_kind > 0, "none of the kind {kind}");
    }
    assert!(same.len() >= 30, "{}", same.len());
}

#[test]
fn there_are_at_least_sixty_tables_by_every_writer() {
    let names: Vec<String> =
        kept().into_iter().map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert!(names.len() >= 60, "{}", names.len());
    assert!(names.iter().filter(|name| name.starts_with("office-")).count() >= 10, "LibreOffice");
    assert!(written::BOOKS.iter().all(|(name, _)| names.iter().any(|kept| kept == name)), "rust_xlsxwriter");
    let sizes = kept().into_iter().map(|(path, _)| fs::metadata(path).unwrap().len());
    assert!(sizes.max().unwrap() < 20_000, "kept tables are small");
}

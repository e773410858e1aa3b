//! Workbooks with faults: each with what must be found in it, and the figures that must be read.
//!
//! The files of `tests/tables` were written by `openpyxl`, `xlwt` and `LibreOffice` (`make.py` there); what must be found
//! stands in `<name>.expect`, as `found.rs` writes it. The workbooks of `written.rs` are made by `rust_xlsxwriter` while
//! the test runs, with their findings beside them in the code. All are read under `tests/bad/tables/standard.toml`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod found;
mod hostile;
mod parts;

use std::fs;
use std::path::{Path, PathBuf};

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

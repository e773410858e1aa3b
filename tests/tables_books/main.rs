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
fn a_year_and_a_class_that_are_merged_over_several_communes_count_for_each() {
    let nth = |name: &str, at: usize| -> Vec<String> {
        let text = scored(&folder().join(name));
        text.lines().skip(1).filter_map(|line| line.split(',').nth(at)).map(str::to_owned).collect()
    };
    assert_eq!(nth("merged-year.xlsx", 4), ["2024", "2024", "2023"]);
    assert_eq!(nth("merged-class.xlsx", 5), ["ward", "ward", "mountain"]);
}

#[test]
fn the_title_of_an_item_above_a_column_changes_nothing_and_any_other_share_does() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample/communes-vi.csv");
    let sample = fs::read_to_string(sample).unwrap();
    let lines: Vec<&str> = sample.trim_start_matches('\u{FEFF}').lines().take(4).collect();
    let column = lines[0].split(';').position(|label| label == "Trẻ em dưới 5 tuổi đã đăng ký khai sinh").unwrap();
    let fresh = tempfile::tempdir().unwrap();
    let code = |heading: &str| {
        let path = fresh.path().join("a.csv");
        fs::write(&path, format!("{}{heading}\n{}\n", ";".repeat(column), lines.join("\n"))).unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_cfc"));
        program.args(["score", "--quiet"]).arg(&path).output().unwrap().status.code()
    };
    assert_eq!(code("Tiêu chí 2: Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh"), Some(0));
    assert_eq!(code("Khai sinh"), Some(0));
    assert_eq!(code("Tỷ lệ trẻ em được khai sinh"), Some(1));
    assert_eq!(code("Trong đó: nữ"), Some(1));
}

/// How the program ends for a table, and its notes and errors in English.
fn said(path: &Path) -> (Option<i32>, String) {
    let standard = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/tables/standard.toml");
    let mut program = Command::new(env!("CARGO_BIN_EXE_cfc"));
    program.args(["score", "--lang", "en", "--format", "csv", "--standard"]).args([&standard, path]);
    let output = program.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_text_table_in_the_form_of_an_office_scores_byte_for_byte_as_the_clean_one() {
    let first = scored(&folder().join("plain.csv"));
    for name in [
        "text-bare-titles.csv",
        "text-header-on-every-page.csv",
        "text-old-mac.csv",
        "text-quoted-header.csv",
        "text-separator-and-title.csv",
        "text-signatures.csv",
        "text-titles-and-sum.csv",
        "text-titles.tsv",
        "text-two-line-header.csv",
        "text-unicode-titles.csv",
        "sum-row.csv",
        "title-row.csv",
    ] {
        assert_eq!(scored(&folder().join(name)), first, "{name}");
    }
}

#[test]
fn errors_below_titles_and_emptied_rows_have_the_rows_of_the_file() {
    let fresh = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(folder().join("text-two-line-header.csv")).unwrap();
    let text = text.replace("00003,Xã Ba,ward,300", "Tổng số 2 xã,,,300\r\n\r\n00003,Xã Ba,ward,ba trăm");
    let path = fresh.path().join("b.csv");
    fs::write(&path, text).unwrap();
    let (code, said) = said(&path);
    let places: Vec<&str> = said.lines().filter_map(|line| line.split_once("b.csv, ")).map(|(_, at)| at).collect();
    assert_eq!(code, Some(1), "{said}");
    let want = ["row 5", "row 8", "row 11", "row 13", "row 10, column D (Tổng số trẻ em), commune 00003 Xã Ba"];
    assert_eq!(places, want, "{said}");
}

#[test]
fn a_text_table_with_more_columns_than_a_workbook_may_have_is_judged_by_its_first_row() {
    let fresh = tempfile::tempdir().unwrap();
    let found = |columns: usize| {
        let clean = fs::read_to_string(folder().join("plain.csv")).unwrap();
        let behind = ",x".repeat(columns - 10);
        let table = clean.replace('\n', &format!("{behind}\n"));
        let path = fresh.path().join("wide.csv");
        fs::write(&path, format!("Biểu 1\n{table}")).unwrap();
        found::lines(&path, &found::rules(), None)
    };
    assert!(!found(1024).contains("table/missing-column"));
    assert!(found(1025).contains("table/missing-column csv!1\n"));
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

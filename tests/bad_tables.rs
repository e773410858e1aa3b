//! Bad tables: each says in its own cells what is wrong with which of them.
//!
//! The column `expect`, which no standard knows, holds `code column` for each problem of its row, several separated
//! by `|`; a dash stands for the row as a whole. What concerns the header or the file stands beside it in
//! `<name>.expect`, one `code row column` a line. A file has these problems and no others, and is named after the
//! first. `table-row-skipped` is read with `--skip-bad-rows`; `result-…` is scored by the program.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::load;
use cfc::criteria::model::Years;
use cfc::diag::{Place, Problem, Report};
use cfc::lang::Lang;
use cfc::rules::{self, RuleSet};
use cfc::table::check::{Options, Wanted, check};
use cfc::table::{CommuneTable, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const STANDARD: &str = "tests/bad/tables/standard.toml";

/// Code, row and header; zero and a dash where there is none.
type Found = (String, u64, String);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/tables")
}

fn files(of_results: bool) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "csv" || e == "tsv"));
    files.retain(|path| name(path).starts_with("result-") == of_results);
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

fn rules() -> RuleSet {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(STANDARD);
    let (standard, mut report) = load::by_name(&path.to_string_lossy());
    let rules = standard.and_then(|standard| rules::compile(standard, &mut report));
    assert!(!report.has_errors(), "{:#?}", report.diagnostics);
    rules.unwrap()
}

/// What the cells and the file beside it announce, sorted. Cells are read by a reader of their own.
fn expected(path: &Path) -> Vec<Found> {
    let beside = fs::read_to_string(path.with_extension("expect")).unwrap_or_default();
    let mut expected: Vec<Found> = beside.lines().map(|line| in_file(line, path)).collect();
    let bytes = fs::read(path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let delimiter = ['\t', ';', ','].into_iter().find(|d| text.starts_with(&format!("expect{d}"))).unwrap_or(';');
    let mut reader = csv::ReaderBuilder::new();
    let mut rows = reader.delimiter(delimiter as u8).flexible(true).has_headers(false).from_reader(&*bytes);
    for (at, row) in rows.byte_records().skip(1).enumerate() {
        let row = row.unwrap();
        let cell = String::from_utf8_lossy(row.get(0).unwrap_or_default());
        for one in cell.split('|').filter(|one| !one.is_empty()) {
            let (code, column) = one.split_once(' ').unwrap_or_else(|| panic!("{}: {one}", path.display()));
            expected.push((code.to_owned(), at as u64 + 2, column.to_owned()));
        }
    }
    expected.sort();
    expected
}

fn in_file(line: &str, path: &Path) -> Found {
    let parts: Vec<&str> = line.splitn(3, ' ').collect();
    let [code, row, column] = parts[..] else { panic!("{}: {line}", path.display()) };
    (code.to_owned(), row.parse().unwrap_or(0), column.to_owned())
}

fn wanted(rules: &RuleSet) -> Wanted<'_> {
    let years = Years::new(std::iter::once(rules.standard()));
    Wanted { standard: rules.standard(), years: Some(years), items_of: rules.fields_wanted().to_vec() }
}

fn read(path: &Path, rules: &RuleSet) -> (Option<CommuneTable>, Report) {
    let options = Options { skip_bad_rows: name(path) == "table-row-skipped", ..Options::default() };
    let wanted = wanted(rules);
    match read::file(path) {
        Ok(text) => {
            let (table, report) = check(text, &wanted, options);
            (Some(table), report)
        }
        Err(refused) => (None, Report { diagnostics: vec![refused] }),
    }
}

/// Everything found but the note on the column `expect` itself.
fn found(report: &Report) -> Vec<Found> {
    let is_expect = |p: &Problem| matches!(p, Problem::ExtraColumn { header, .. } if header == "expect");
    let of = |place: &Place| match place {
        Place::Cell(cell) => (cell.row.unwrap_or(0), cell.header.as_deref().unwrap_or("-").to_owned()),
        Place::File(_) => (0, "-".to_owned()),
        Place::Source(..) => panic!("a table has no place in a source"),
    };
    let diagnostics = report.diagnostics.iter().filter(|d| !is_expect(&d.problem));
    let mut found: Vec<Found> = diagnostics
        .map(|d| {
            let (row, column) = of(&d.place);
            (d.code().to_owned(), row, column)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn every_bad_table_has_exactly_the_problems_it_says() {
    let rules = rules();
    let mut wrong = Vec::new();
    for path in files(false) {
        let (expected, (_, report)) = (expected(&path), read(&path, &rules));
        let found = found(&report);
        if expected.is_empty() || expected != found {
            wrong.push(format!("{}\n  expected {expected:?}\n  found    {found:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_table_with_an_error_is_not_scored_unless_its_row_was_left_out() {
    let rules = rules();
    for path in files(false) {
        let (table, report) = read(&path, &rules);
        let usable = table.as_ref().is_some_and(CommuneTable::is_usable);
        let expected = !report.has_errors() || name(&path) == "table-row-skipped";
        assert_eq!(usable, expected, "{}", path.display());
        if name(&path) == "table-row-skipped" {
            let table = table.unwrap();
            assert_eq!((table.len(), table.skipped()), (1, 3));
        }
    }
}

#[test]
fn a_bad_table_is_named_after_what_it_shows() {
    for path in [files(false), files(true)].concat() {
        let shown = expected(&path).iter().any(|(code, ..)| name(&path).starts_with(&code.replacen('/', "-", 1)));
        assert!(shown || name(&path) == "several-in-a-row", "{}", path.display());
    }
}

#[test]
fn every_problem_of_a_cell_names_its_column_and_the_commune() {
    let rules = rules();
    for path in files(false) {
        for diagnostic in read(&path, &rules).1.diagnostics {
            let Place::Cell(place) = &diagnostic.place else { continue };
            let in_cell = diagnostic.code().starts_with("cell/");
            assert!(!in_cell || place.column.is_some() && place.header.is_some(), "{}", path.display());
            // Only a row without code and name has no commune to speak of.
            let nameless = matches!(diagnostic.problem, Problem::EmptyIdentity { .. });
            assert!(!in_cell || nameless || place.commune.is_some(), "{}", path.display());
        }
    }
}

#[test]
fn the_program_names_what_is_wrong_with_results() {
    for path in files(true) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cfc"));
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["score", "--lang", "en", "--standard", STANDARD]);
        let output = command.args(["--strict", "--format", "csv"]).arg(&path).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let expected = expected(&path);
        for (code, row, _) in &expected {
            let place = if *row == 0 { STANDARD.to_owned() } else { format!("{}, row {row}", path.display()) };
            let lines = || said.lines().zip(said.lines().skip(1));
            let announced = lines().filter(|(first, _)| first.starts_with(&format!("error[{code}]")));
            assert_eq!(announced.filter(|(_, second)| second.contains(&place)).count(), 1, "{code} {place}\n{said}");
        }
        assert_eq!(said.matches("error[").count(), expected.len(), "{said}");
    }
}

#[test]
fn a_percentage_is_never_offered_as_a_count() {
    let report = read(&folder().join("cell-percent-for-count.csv"), &rules()).1;
    let percentage = report.diagnostics.iter().find(|d| d.message(Lang::En).contains("98%")).unwrap();
    for lang in [Lang::Vi, Lang::En] {
        let hint = percentage.help(lang).unwrap();
        assert!(!hint.contains("98"), "98 % of some children are not 98 children: {hint}");
    }
}

#[test]
fn both_readings_of_an_ambiguous_number_can_be_typed() {
    let rules = rules();
    let read = |cell: &str| {
        let text = format!("code;name;area_class;playground\n00001;Một;ward;\"{cell}\"\n");
        let wanted = wanted(&rules);
        let options = Options { allow_missing_columns: true, ..Options::default() };
        check(read::text("t.csv", text.into_bytes()).unwrap(), &wanted, options)
    };
    for (cell, whole, decimal) in [("1.065", "1065", "1.0650"), ("5,230", "5230", "5.23"), ("1.000", "1000", "1")] {
        let hint = read(cell).1.diagnostics.iter().find_map(|d| d.help(Lang::En)).unwrap();
        let typed: Vec<&str> = hint.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
        assert_eq!(typed, [whole, decimal], "{cell}: {hint}");
        for typed in typed {
            let again = read(typed).1.diagnostics.iter().any(|d| d.code() == "cell/ambiguous-number");
            assert!(!again, "{cell}: {typed} is as ambiguous as before");
        }
    }
}

#[test]
fn more_problems_than_anybody_reads_are_counted_not_listed() {
    let row = format!("{}\n", ["x"; 12].join(";"));
    let header = "expect;code;name;year;area_class;children;infants;immunised;officer;taking_part;playground;water\n";
    let table = format!("{header}{}", row.repeat(9_000));
    let rules = rules();
    let wanted = wanted(&rules);
    let text = read::text("t.csv", table.into_bytes()).unwrap();
    let (table, report) = check(text, &wanted, Options::default());
    let not_shown = report.diagnostics.iter().find_map(|d| match d.problem {
        Problem::FindingsNotShown { count } => Some(count),
        _ => None,
    });
    // Nine cells of each row are wrong; `x` is a name and a yes.
    let listed = report.diagnostics.iter().filter(|d| d.code().starts_with("cell/")).count();
    assert_eq!((not_shown, listed), (Some(9 * 9_000 - listed), 50_000));
    assert!(!table.is_usable());
}

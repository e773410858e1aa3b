//! Bad standards with scripts, and the list of all codes: each has a bad file somewhere in `tests/bad`.
//!
//! `tests/bad/standards/<what>/standard.toml` stands with its scripts in one folder, named after the code it shows.
//! `#~ code:column` at the end of a line (`//~` in a script) expects that diagnostic there; a column is optional,
//! several are separated by commas. The standard is loaded and compiled as `cfc check` does it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::check::unused_fields;
use cfc::criteria::load;
use cfc::diag::{Diagnostic, Level, Place, Report, Source};
use cfc::lang::Lang;
use cfc::rules;
use cfc::rules::script::CompiledScript;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// File, line, code and column.
type Found = (String, usize, String, Option<usize>);

/// Codes without a bad file, with the reason.
const WITHOUT: &[(&str, &str)] = &[
    ("file/unreadable", "the file is not there: `a_standard_that_cannot_be_read_is_named`"),
    ("file/not-utf-8", "bytes that are no text: `a_standard_that_cannot_be_read_is_named`"),
    ("file/too-large", "4 MB of nothing: `a_standard_that_cannot_be_read_is_named`"),
    ("table/findings-not-shown", "50,000 mistakes: `tests/bad_tables.rs` writes them"),
    ("file/damaged", "cut-off workbooks: `tests/tables_books/hostile.rs`"),
    ("file/locked", "an encrypted workbook: `tests/tables_books/hostile.rs`"),
    ("file/other-kind", "an .xlsb file, text named .xlsx: `tests/tables_books/hostile.rs`"),
    ("file/too-much-inside", "a workbook that unpacks to gigabytes: `tests/tables_books/hostile.rs`"),
    ("file/none", "a pattern without files: `tests/cli/sources.rs`"),
    ("file/not-read", "a document in a folder of tables: `tests/cli/sources.rs`"),
    ("table/unknown-self-score", "wants `--self-scores`: `tests/cli/self_scores.rs`"),
    ("book/unknown-sheet", "wants `--sheet`: `tests/cli/sources.rs`"),
    ("cell/code-restored", "wants `--codes`: `tests/cli/sources.rs`"),
    ("cell/year-needed", "wants a standard of several versions: `tests/dated.rs`"),
    ("case/some-fail", "a warning of `diff`: `tests/cli/diff.rs`"),
    ("result/other-years", "a note on `--year`: `tests/dated.rs`"),
    ("result/changed-within-year", "a note on a standard of several versions: `tests/dated.rs`"),
];

fn bad(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn text(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().unwrap().to_string_lossy().into_owned()
}

/// What the comments of a folder announce.
fn expected(folder: &Path) -> Vec<Found> {
    let mut expected = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let mark = if path.extension().is_some_and(|e| e == "rhai") { "//~" } else { "#~" };
        for (at, line) in text(&path).lines().enumerate() {
            let Some((_, codes)) = line.split_once(mark) else { continue };
            for code in codes.split(',').map(str::trim) {
                let (code, column) = code.split_once(':').map_or((code, None), |(c, column)| (c, column.parse().ok()));
                expected.push((file_name(&path.to_string_lossy()), at + 1, code.to_owned(), column));
            }
        }
    }
    expected.sort();
    expected
}

/// Loads, compiles, and looks for fields nobody uses.
fn judged(folder: &Path) -> (bool, Report) {
    let (versions, mut report) = load::versions_by_name(&folder.join("standard.toml").to_string_lossy());
    let rules = versions.and_then(|versions| rules::compile_versions(versions, &mut report));
    if let Some(rules) = &rules {
        let unused = |set: &rules::RuleSet| unused_fields(set.standard(), set.script_parameters());
        report.append(Report::merged(rules.iter().map(|set| (set.standard().version, unused(set))).collect()));
        report.append(rules.examine_scripts());
    }
    (rules.is_some(), report)
}

fn found(report: &Report) -> Vec<Found> {
    let place = |place: &Place| match place {
        Place::Source(source, span) => (file_name(&source.name), source.line_column(span.start)),
        Place::File(name) => (file_name(name), (0, 0)),
        Place::Cell(_) => panic!("a standard has no cells"),
    };
    let found = report.diagnostics.iter().map(|d| {
        let (file, (line, column)) = place(&d.place);
        (file, line, d.code().to_owned(), Some(column))
    });
    let mut found: Vec<Found> = found.collect();
    found.sort();
    found
}

fn agree(expected: &Found, found: &Found) -> bool {
    let same = (&expected.0, expected.1, &expected.2) == (&found.0, found.1, &found.2);
    same && expected.3.is_none_or(|column| Some(column) == found.3)
}

#[test]
fn every_bad_standard_has_exactly_the_diagnostics_it_says() {
    let mut wrong = Vec::new();
    for folder in bad("standards") {
        let (expected, found) = (expected(&folder), found(&judged(&folder).1));
        let same = expected.len() == found.len() && expected.iter().zip(&found).all(|(e, f)| agree(e, f));
        if expected.is_empty() || !same {
            wrong.push(format!("{}\n  expected {expected:?}\n  found    {found:?}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_bad_standard_is_named_after_what_it_shows() {
    for folder in bad("standards") {
        let name = file_name(&folder.to_string_lossy());
        let shown = expected(&folder).iter().any(|(_, _, code, _)| name.starts_with(&code.replacen('/', "-", 1)));
        assert!(shown, "{name}");
    }
}

#[test]
fn a_script_that_cannot_be_used_leaves_nothing_to_run() {
    for folder in bad("standards") {
        let (ready, report) = judged(&folder);
        let broken = report.diagnostics.iter().any(|d| {
            // Faults that only show when a case runs or the script is gone through.
            let usable = ["script/failed", "script/branch-exceeds", "script/stops"].contains(&d.code());
            d.code().starts_with("script/") && d.level() == Level::Error && !usable
        });
        assert_eq!(ready, !broken, "{}", folder.display());
    }
}

#[test]
fn a_case_that_fails_tells_expected_found_and_arithmetic() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/standards/case-fails");
    let report = judged(&folder).1;
    let messages: Vec<String> = report.diagnostics.iter().map(|d| d.message(Lang::En)).collect();
    assert!(
        messages[0].contains("expected 50, found 20") && messages[0].contains("immunised 8 / infants 10 = 80 %"),
        "{}",
        messages[0]
    );
    assert!(report.diagnostics.iter().all(|d| d.related.len() == 1), "each points to its case");
}

#[test]
fn a_case_that_fails_in_some_versions_says_in_which_and_gets_a_year_to_type() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/standards/case-fails-in-one-version");
    let report = judged(&folder).1;
    let said: Vec<(String, Option<String>)> = report
        .diagnostics
        .iter()
        .map(|d| (d.under.iter().map(|days| days.display(Lang::En)).collect(), d.help(Lang::En)))
        .collect();
    let (since_2027, until_2026) = ("from 2027-01-01", "from 2019-01-03 to 2026-12-31");
    assert_eq!(said.iter().map(|(under, _)| under.as_str()).collect::<Vec<_>>(), [since_2027, until_2026]);
    let year = |help: &Option<String>| help.as_ref().is_some_and(|help| help.contains("`year = 2026`"));
    assert_eq!(said.iter().map(|(_, help)| year(help)).collect::<Vec<_>>(), [true, false], "the second has a year");
}

#[test]
fn a_case_is_told_apart_from_one_at_the_same_place_of_the_other_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/standards/case-fails-in-one-version");
    let text = fs::read_to_string(folder.join("standard.toml")).unwrap();
    let rules = text.split("[[case]]").next().unwrap();
    let case = "[[case]]\nitem = \"immunisation.rate\"\ngiven = { infants = 10, immunised = 8 }\npoints = 25\n";
    let own = Source::new("x.toml", &format!("{rules}{case}year = 2026\n"));
    let beside = Source::new("x.cases.toml", &format!("#{}\n{case}", " ".repeat(rules.len() - 2)));
    let (versions, mut report) = load::versions_from_texts(&own, Some(&beside), &|_| Err(Vec::new()));
    assert!(rules::compile_versions(versions.unwrap(), &mut report).is_some());
    let year = |d: &Diagnostic| d.help(Lang::En).is_some_and(|help| help.contains("`year = 2027`"));
    // The one beside the rules fails in its own year, the other one in the years before 2027.
    assert_eq!(report.diagnostics.iter().map(year).collect::<Vec<_>>(), [true, false], "{report:#?}");
}

#[test]
fn a_standard_that_cannot_be_read_is_named() {
    let (standard, report) = load::by_name("tests/bad/standards/no-such-folder/standard.toml");
    let diagnostic = &report.diagnostics[0];
    assert_eq!((diagnostic.code(), standard.is_some()), ("file/unreadable", false));
    assert!(matches!(&diagnostic.place, Place::File(name) if name.ends_with("no-such-folder/standard.toml")));
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.toml");
    fs::write(&large, "#\n".repeat(2 * 1024 * 1024 + 1)).unwrap();
    assert_eq!(load::by_name(&large.to_string_lossy()).1.diagnostics[0].code(), "file/too-large");
    fs::write(&large, b"id = \"caf\xE9\"\n").unwrap();
    assert_eq!(load::by_name(&large.to_string_lossy()).1.diagnostics[0].code(), "file/not-utf-8");
}

/// Codes that bad files announce, each with one of them.
fn shown() -> BTreeMap<String, PathBuf> {
    let scripts = bad("scripts").into_iter();
    let standards = bad("standards")
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>());
    let mut shown = BTreeMap::new();
    let books = bad("../tables").into_iter().filter(|path| path.extension().is_some_and(|e| e == "expect"));
    for path in bad("criteria").into_iter().chain(standards).chain(scripts).chain(bad("tables")).chain(books) {
        for code in announced(&text(&path)) {
            shown.entry(code).or_insert_with(|| path.clone());
        }
    }
    shown
}

/// `#~ code`, `//~ code`, `// expect: code`, and cells or lines that begin with a code.
fn announced(text: &str) -> Vec<String> {
    let parts =
        text.lines().flat_map(|line| match line.split_once('~').filter(|(before, _)| before.ends_with(['#', '/'])) {
            Some((_, codes)) => codes.split(',').collect(),
            None => line.trim_start_matches("// expect: ").split([';', '\t', ',', '|']).collect::<Vec<_>>(),
        });
    let code = |part: &str| part.trim().trim_start_matches('^').split([' ', ':']).next().unwrap_or_default().to_owned();
    let is_code = |code: &String| {
        let letters = code.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '/');
        letters && code.contains('/') && !code.starts_with('/')
    };
    parts.map(code).filter(is_code).collect()
}

#[test]
fn every_code_has_a_bad_file_or_a_reason_why_not() {
    let declared = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diag/code.rs")).unwrap();
    let declared: BTreeSet<&str> = declared.split('"').skip(1).step_by(2).filter(|text| text.contains('/')).collect();
    let shown = shown();
    let without: BTreeSet<&str> = WITHOUT.iter().map(|(code, _)| *code).collect();
    assert!(declared.len() > 90, "{declared:?}");
    let missing: Vec<&&str> = declared.iter().filter(|c| !shown.contains_key(**c) && !without.contains(**c)).collect();
    assert_eq!(missing, [&""; 0], "without a bad file");
    let needless: Vec<&str> = without.into_iter().filter(|c| shown.contains_key(*c) || !declared.contains(c)).collect();
    assert_eq!(needless, [""; 0], "no reason is needed");
    let unknown: Vec<_> = shown.iter().filter(|(code, _)| !declared.contains(code.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn what_is_wrong_with_a_script_is_said_in_the_language_asked_for() {
    for path in bad("scripts") {
        let mut report = Report::default();
        let source = Source::new("bad.rhai", &text(&path));
        assert!(CompiledScript::compile(&source, "points", &mut report).is_none());
        for diagnostic in report.diagnostics.iter().filter(|d| d.code() == "script/syntax") {
            let said = |lang| diagnostic.message(lang).split_once(": ").map(|(_, what)| what.to_owned());
            assert_ne!(said(Lang::Vi), said(Lang::En), "{}", path.display());
        }
    }
}

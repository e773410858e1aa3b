//! Bad criteria files: each says in comments what is wrong with which of its lines.
//!
//! `#~ code` at the end of a line expects that diagnostic on the line, `#~ code:column` also at that column;
//! several are separated by commas. `#~^` stands below the line it speaks of. A file has these diagnostics and no
//! others. Its name begins with the code it is about, with a dash for the slash.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::check::below_status;
use cfc::criteria::load::from_text;
use cfc::diag::{Kind, Place, Problem, Report, Source};
use cfc::render::csv::COLUMNS;
use cfc::status::Status;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Line, code and column.
type Found = (usize, String, Option<usize>);

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/criteria");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn expected(text: &str) -> Vec<Found> {
    let mut expected = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let Some((_, comment)) = line.split_once("#~") else { continue };
        let (line, codes) = comment.strip_prefix('^').map_or((at + 1, comment), |codes| (at, codes));
        for code in codes.split(',').map(str::trim) {
            let (code, column) = code.split_once(':').map_or((code, None), |(c, column)| (c, column.parse().ok()));
            expected.push((line, code.to_owned(), column));
        }
    }
    expected.sort();
    expected
}

fn found(source: &Source, report: &Report) -> Vec<Found> {
    let of = |place: &Place| match place {
        Place::Source(_, span) => source.line_column(span.start),
        other => panic!("no place in the file: {other:?}"),
    };
    let found = report.diagnostics.iter().map(|d| {
        let (line, column) = of(&d.place);
        (line, d.code().to_owned(), Some(column))
    });
    let mut found: Vec<Found> = found.collect();
    found.sort();
    found
}

/// Loads a file; the script `absent` does not exist, all others are empty. A first line `# --strict=quoted` asks for that
/// status.
fn load(path: &Path) -> (Vec<Found>, Vec<Found>, bool, Report) {
    let text = fs::read_to_string(path).unwrap();
    let source = Source::new(&path.to_string_lossy(), &text);
    let (standard, mut report) = from_text(&source, &|name| match name {
        "absent" => Err(vec!["scripts/small/absent.rhai".to_owned()]),
        name => Ok(Source::new(name, "")),
    });
    let word = text.lines().next().unwrap().strip_prefix("# --strict=");
    let least = word.map(|word| Status::ALL.into_iter().find(|status| status.id() == word).unwrap());
    let below = standard.as_ref().zip(least).and_then(|(standard, least)| below_status(&[standard], least, "x"));
    let loaded = standard.is_some() && below.is_none();
    report.diagnostics.extend(below);
    (expected(&text), found(&source, &report), loaded, report)
}

fn agree(expected: &Found, found: &Found) -> bool {
    expected.0 == found.0 && expected.1 == found.1 && expected.2.is_none_or(|column| Some(column) == found.2)
}

#[test]
fn every_bad_file_has_exactly_the_diagnostics_it_says() {
    let mut wrong = Vec::new();
    for path in files() {
        let (expected, found, ..) = load(&path);
        let same = expected.len() == found.len() && expected.iter().zip(&found).all(|(e, f)| agree(e, f));
        if expected.is_empty() || !same {
            wrong.push(format!("{}\n  expected {expected:?}\n  found    {found:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_file_with_an_error_gives_no_standard_and_one_with_warnings_does() {
    for path in files() {
        let (_, _, loaded, report) = load(&path);
        assert_eq!(loaded, !report.has_errors(), "{}", path.display());
    }
}

#[test]
fn a_bad_file_is_named_after_what_it_shows() {
    for path in files() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (expected, ..) = load(&path);
        let shown = expected.iter().any(|(_, code, _)| name.starts_with(&code.replacen('/', "-", 1)));
        assert!(shown || name == "many-mistakes", "{name}");
    }
}

#[test]
fn every_code_of_a_criteria_file_has_a_bad_file() {
    let declared = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diag/code.rs")).unwrap();
    let codes = declared.split('"').filter(|text| text.starts_with("toml/") || text.starts_with("criteria/"));
    let shown: BTreeSet<String> = files().iter().flat_map(|path| load(path).0).map(|(_, code, _)| code).collect();
    let missing: Vec<&str> = codes.filter(|code| !shown.contains(*code)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn no_criterion_can_be_named_like_another_column_of_the_results() {
    let text = fs::read_to_string(files().iter().find(|file| file.ends_with("criteria-reserved-id.toml")).unwrap());
    let text = text.unwrap();
    for column in COLUMNS {
        let renamed = text.replace("immunisation", column);
        let (_, report) = from_text(&Source::new("renamed.toml", &renamed), &|_| Err(Vec::new()));
        let reserved = Problem::ReservedId { kind: Kind::Criterion, id: column.to_owned() };
        assert!(report.diagnostics.iter().any(|d| d.problem == reserved), "{column}");
    }
}

#[test]
fn a_diagnostic_inside_a_criterion_names_its_article() {
    for path in files() {
        let text = fs::read_to_string(&path).unwrap();
        let heading = text.lines().position(|line| line.starts_with("[[criterion]]")).map_or(usize::MAX, |at| at + 1);
        let case = text.lines().position(|line| line.starts_with("[[case]]")).map_or(usize::MAX, |at| at + 1);
        let (_, _, _, report) = load(&path);
        let source = Source::new("", &text);
        for diagnostic in &report.diagnostics {
            let Place::Source(_, span) = &diagnostic.place else { continue };
            let line = source.line_column(span.start).0;
            let inside = line >= heading && line < case;
            assert_eq!(diagnostic.cites.is_some(), inside, "{}:{line}", path.display());
        }
    }
}

#[test]
fn the_line_a_gap_comes_with_closes_it_when_typed() {
    let gaps = |report: &Report| -> Vec<String> {
        let line = |problem: &Problem| match problem {
            Problem::BandGap { line, .. } => Some(line.clone()),
            _ => None,
        };
        report.diagnostics.iter().filter_map(|d| line(&d.problem)).collect()
    };
    let mut lines = Vec::new();
    for path in files().iter().filter(|path| path.to_string_lossy().contains("criteria-band-gap")) {
        let text = fs::read_to_string(path).unwrap();
        let found = gaps(&load(path).3);
        let typed = found.join("\n").replace("points = …", "points = 0");
        let closed = text.replace("scale.bands = [", &format!("scale.bands = [\n{typed}"));
        let (_, report) = from_text(&Source::new("closed.toml", &closed), &|_| Err(Vec::new()));
        assert!(!found.is_empty() && !report.has_errors(), "{}: {:#?}", path.display(), report.diagnostics);
        lines.extend(found.iter().map(|line| line.split(", points").next().unwrap_or("").to_owned()));
    }
    let (count, edge, hundred, rate) =
        ("{ from = 3, up_to = 3", "{ from = 90, up_to = 90", "{ from = 100, up_to = 100", "{ from = 95, below = 97.5");
    let in_one_version = "{ from = 95, below = 97";
    assert_eq!(lines, [count, hundred, edge, in_one_version, rate]);
}

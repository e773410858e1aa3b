//! Figures that change over the years: each year is scored with the figures of its own day, and what cannot be decided
//! by a year is said. `tests/standards/dated.md` shows the arithmetic of the fictional standard.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::load;
use cfc::criteria::model::{Date, Versions, Years};
use cfc::diag::{Report, Source};
use cfc::lang::Lang;
use std::fs;
use std::path::Path;
use std::process::Command;

const STANDARD: &str = "tests/standards/dated.toml";
const TABLE: &str = "tests/standards/dated.csv";

/// What a run left: exit code, stdout, stderr.
struct Ran(i32, String, String);

fn cfc(arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cfc"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("CFC_LANG").env_remove("NO_COLOR").args(arguments);
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran(output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn score(table: &str, more: &[&str]) -> Ran {
    cfc(&[&["score", table, "--standard", STANDARD, "--lang", "en"], more].concat())
}

/// A table of these rows.
fn table(folder: &tempfile::TempDir, lines: &str) -> String {
    let path = folder.path().join("table.csv");
    fs::write(&path, format!("code,name,year,area_class,days_open,days,complaints\n{lines}")).unwrap();
    path.to_str().unwrap().to_owned()
}

fn text() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(STANDARD)).unwrap()
}

fn load_text(text: &str) -> (Option<Versions>, Report) {
    let script = include_str!("scripts/dated/service.rhai");
    load::versions_from_text(&Source::new("dated.toml", text), &|name| Ok(Source::new(name, script)))
}

fn versions() -> Versions {
    let (versions, report) = load_text(&text());
    assert!(report.diagnostics.is_empty(), "{:#?}", report.diagnostics);
    versions.unwrap()
}

fn date(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

#[test]
fn every_row_is_scored_with_the_figures_of_its_year() {
    let Ran(code, out, err) = score(TABLE, &["--format", "csv"]);
    let expected = fs::read_to_string("tests/standards/dated.expected.csv").unwrap();
    assert_eq!((code, out), (0, expected), "{err}");
}

#[test]
fn rows_of_several_years_do_not_depend_on_what_stands_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    let expected = fs::read_to_string("tests/standards/dated.expected.csv").unwrap();
    for (row, expected) in fs::read_to_string(TABLE).unwrap().lines().zip(expected.lines()).skip(1) {
        let Ran(_, out, err) = score(&table(&folder, row), &["--format", "csv"]);
        assert_eq!(out.lines().nth(1), Some(expected), "{err}");
    }
}

#[test]
fn a_year_that_is_asked_for_scores_all_rows_with_its_figures() {
    let Ran(code, out, err) = score(TABLE, &["--format", "csv", "--year", "2025"]);
    let column = |line: &str, at: usize| line.split(',').nth(at).unwrap().to_owned();
    let found: Vec<String> =
        out.lines().skip(1).map(|line| format!("{}+{}", column(line, 14), column(line, 15))).collect();
    let expected =
        ["60+20", "60+20", "60+20", "60+20", "0+40", "0+40", "0+40", "10+40", "10+40", "10+", "30+40", "30+20"];
    assert_eq!((code, found), (0, expected.map(str::to_owned).to_vec()), "{err}");
    assert!(err.contains("note[result/other-years]") && err.contains("another year: 12;"), "{err}");
}

#[test]
fn a_year_counts_only_the_rows_that_have_another_one() {
    let Ran(_, _, err) = score(TABLE, &["--format", "csv", "--year", "2028"]);
    assert!(err.contains("another year: 10;"), "{err}");
}

#[test]
fn a_figure_that_changes_within_an_assessed_year_is_named() {
    let named = |err: &str| err.contains("figures changed within 2022: `opening.days.indicator.rate.when_empty`;");
    for (years, expected) in [(&["--year", "2022"][..], true), (&["--year", "2023"], false), (&[], true)] {
        let Ran(_, _, err) = score(TABLE, &[&["--format", "csv"], years].concat());
        assert_eq!(named(&err), expected, "{years:?}\n{err}");
    }
}

#[test]
fn a_row_that_no_version_can_be_chosen_for_is_an_error_at_its_cell() {
    let folder = tempfile::tempdir().unwrap();
    let rows = [
        ("92001,Xã Mẫu,,town,1,2,0\n", "cell/year-needed", "row 2, column C (year)"),
        ("92001,Xã Mẫu,2019,town,1,2,0\n", "cell/year-not-in-force", "row 2, column C (year)"),
        ("92001,Xã Mẫu,2030,town,1,2,0\n", "cell/year-not-in-force", "row 2, column C (year)"),
    ];
    for (line, code, place) in rows {
        let Ran(exit, out, err) = score(&table(&folder, line), &["--format", "csv"]);
        assert_eq!((exit, out.as_str()), (1, ""), "{line}{err}");
        assert!(
            err.contains(&format!("error[{code}]")) && err.contains(place) && err.contains("1 error,"),
            "{line}{err}"
        );
    }
}

#[test]
fn a_table_without_a_column_for_the_year_is_told_once_and_scored_for_a_year_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    fs::write(&path, "code,name,area_class,days_open,days,complaints\n1,A,town,92,100,1\n2,B,town,92,100,1\n").unwrap();
    let Ran(exit, _, err) = score(path.to_str().unwrap(), &["--format", "csv"]);
    assert_eq!((exit, err.matches("error[cell/year-needed]").count()), (1, 1), "{err}");
    assert!(err.contains("`--year 2028`"), "{err}");
    let Ran(exit, out, err) = score(path.to_str().unwrap(), &["--format", "csv", "--year", "2028"]);
    assert_eq!((exit, err.as_str()), (0, ""));
    assert!(out.lines().skip(1).all(|line| line.ends_with(",75,75,75,75,recognised,,,quoted,50,25")), "{out}");
}

#[test]
fn a_year_the_standard_is_not_in_force_in_cannot_be_asked_for() {
    for year in ["2019", "2030"] {
        let Ran(exit, out, err) = score(TABLE, &["--year", year]);
        assert_eq!((exit, out.as_str()), (2, ""), "{err}");
        assert!(err.contains("in force from 2020-01-01 to 2029-12-31"), "{err}");
    }
    assert_eq!(score(TABLE, &["--year", "20a"]).0, 2);
}

#[test]
fn the_heading_says_which_version_was_used_when_there_are_several_or_a_year_was_asked_for() {
    let line =
        |out: &str| out.lines().find(|line| line.starts_with("Figures of the standard: version")).map(str::to_owned);
    let Ran(_, out, _) = score(TABLE, &["--year", "2026"]);
    let expected = "Figures of the standard: version in force from 2026-01-01 to 2026-12-31 (for 2026)";
    assert_eq!(line(&out).as_deref(), Some(expected));
    let Ran(_, out, _) = score(TABLE, &["--width", "500"]);
    assert!(
        line(&out).is_some_and(|line| line.contains(" (for 2021); from 2022-07-01 to 2023-12-31 (for 2022, 2023); ")),
        "{out}"
    );
    let sample = |more: &[&str]| cfc(&[&["score", "data/sample/communes.csv", "--lang", "en"], more].concat()).1;
    assert_eq!(line(&sample(&[])), None);
    let expected = "Figures of the standard: version in force from 2019-01-03 (for 2024)";
    assert_eq!(line(&sample(&["--year", "2024"])).as_deref(), Some(expected));
}

#[test]
fn maxima_and_counts_of_a_mixed_sheet_are_those_of_the_versions_used() {
    let folder = tempfile::tempdir().unwrap();
    let both = table(&folder, "1,A,2025,town,92,100,1\n2,B,2026,town,92,100,1\n");
    let Ran(_, out, _) = score(&both, &["--breakdown"]);
    for expected in [
        "C1 Opening (from 2024-01-01 to 2025-12-31: 60; from 2026-01-01 to 2026-12-31: 50*)",
        "C2 Service (from 2024-01-01 to 2025-12-31: 40; from 2026-01-01 to 2026-12-31: 50)",
        "Figures of the standard in force from 2024-01-01 to 2025-12-31: 0 confirmed, 12 quoted, 1 inferred, 0 provisional.",
        "Figures of the standard in force from 2026-01-01 to 2026-12-31: 0 confirmed, 11 quoted, 1 inferred, 1 provisional.",
    ] {
        assert!(out.contains(expected), "{expected}\n{out}");
    }
    let one = table(&folder, "1,A,2025,town,92,100,1\n");
    let Ran(_, out, _) = score(&one, &["--breakdown"]);
    assert!(out.contains("C1 Opening (60)") && out.contains("12 quoted, 1 inferred, 0 provisional."), "{out}");
}

#[test]
fn json_names_the_version_and_each_commune_its_own_where_there_are_several() {
    let Ran(_, out, _) = score(TABLE, &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["standard"]["version"]["from"], "2028-01-01");
    assert_eq!(json["standard"]["version"]["until"], "2029-12-31");
    assert_eq!(json["earlier_versions"].as_array().unwrap().len(), 5);
    let communes = json["communes"].as_array().unwrap();
    let versions: Vec<&str> = communes.iter().map(|commune| commune["version"].as_str().unwrap()).collect();
    assert_eq!(versions[..4], ["2020-01-01", "2026-01-01", "2027-01-01", "2028-01-01"]);
    // 55 % of 2023 lies in a band that begins with 50, of 2024 in one that ends below 60.
    let band = |at: usize| communes[at]["criteria"][0]["items"][0]["band"].as_str().unwrap().to_owned();
    assert_eq!([band(4), band(5)], ["50 ≤ … < 90", "< 60"]);
    let Ran(_, out, _) = score(TABLE, &["--format", "json", "--year", "2026"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["standard"]["version"]["from"], "2026-01-01");
    assert!(json.get("earlier_versions").is_none() && json["communes"][0].get("version").is_none());
    assert_eq!(json["manifest"]["options"][0], "--year=2026");
}

#[test]
fn the_dates_of_a_file_cut_its_time_into_versions_without_gap_or_overlap() {
    let versions = versions();
    let days: Vec<String> = versions.iter().map(|standard| standard.version.display(Lang::En)).collect();
    let expected = [
        "from 2020-01-01 to 2022-06-30",
        "from 2022-07-01 to 2023-12-31",
        "from 2024-01-01 to 2025-12-31",
        "from 2026-01-01 to 2026-12-31",
        "from 2027-01-01 to 2027-12-31",
        "from 2028-01-01 to 2029-12-31",
    ];
    assert_eq!(days, expected);
    assert_eq!(versions.latest().version.from, date(2028, 1, 1));
}

#[test]
fn a_year_is_assessed_under_the_version_of_its_day_of_assessment() {
    let versions = versions();
    let rows = [
        (2019, None),
        (2020, Some(date(2020, 1, 1))),
        (2021, Some(date(2020, 1, 1))),
        (2022, Some(date(2022, 7, 1))),
        (2025, Some(date(2024, 1, 1))),
        (2026, Some(date(2026, 1, 1))),
        (2029, Some(date(2028, 1, 1))),
        (2030, None),
    ];
    for (year, from) in rows {
        assert_eq!(versions.of_year(year).map(|standard| standard.version.from), from, "{year}");
        let by_day = versions.on(date(year, 12, 31)).map(|standard| standard.version.from);
        assert_eq!(by_day, from, "{year}");
    }
    assert!(versions.on(date(2019, 12, 31)).is_none());
}

#[test]
fn the_day_of_assessment_decides_which_year_a_change_falls_into() {
    let earlier = text().replace("month = 12, day = 31", "month = 6, day = 30");
    // Cases of the years in which something changes on 1 January hold on both days.
    let earlier = earlier.replace("points = 10, year = 2022", "points = 0, year = 2022");
    let (versions, report) = load_text(&earlier);
    let years = versions.unwrap_or_else(|| panic!("{:#?}", report.diagnostics)).years();
    assert_eq!(years.firsts(), [2020, 2023, 2024, 2026, 2027, 2028]);
    assert_eq!((years.of(2022), years.last()), (Some(0), Some(2029)));
}

#[test]
fn a_version_no_year_is_assessed_under_scores_no_year() {
    let text = text().replace("in_force = { from = 2022-07-01 } },", "in_force = { from = 2022-07-01, until = 2022-09-30 } },\n  { give = 20, status = \"quoted\", evidence = \"invented\", in_force = { from = 2022-10-01 } },");
    let text = text.replace("points = 10, year = 2022", "points = 20, year = 2022");
    let (versions, report) = load_text(&text);
    let years = versions.unwrap_or_else(|| panic!("{:#?}", report.diagnostics)).years();
    assert_eq!(years.firsts(), [2020, 2022, 2022, 2024, 2026, 2027, 2028]);
    assert_eq!([2021, 2022, 2023].map(|year| years.of(year)), [Some(0), Some(2), Some(2)]);
}

#[test]
fn figures_are_counted_per_version() {
    let of = |at: usize| {
        versions().iter().nth(at).unwrap().figures().into_iter().map(|figure| figure.path).collect::<Vec<_>>()
    };
    assert_eq!(of(0), of(5));
    assert!(of(0).contains(&"standard.assessed_on".to_owned()) && of(0).len() == 13, "{:?}", of(0));
}

#[test]
fn a_case_without_a_year_runs_under_every_version_and_one_with_a_year_under_one() {
    let cases: Vec<usize> = versions().iter().map(|standard| standard.cases.len()).collect();
    // One for all; two for 2022 and 2023 with theirs, and so on.
    assert_eq!(cases, [2, 3, 3, 2, 2, 1]);
}

#[test]
fn a_standard_without_dates_has_one_version_for_all_its_years() {
    let (versions, report) = load::versions_by_name("qd-06-2019");
    let versions = versions.unwrap_or_else(|| panic!("{:#?}", report.diagnostics));
    assert_eq!((versions.iter().count(), versions.changes().len()), (1, 0));
    let years: Years = versions.years();
    assert_eq!([2018, 2019, 2200].map(|year| years.of(year)), [None, Some(0), Some(0)]);
    assert!(!years.matter());
}

#[test]
fn an_error_of_some_versions_says_which_and_one_of_all_versions_does_not() {
    let text = text().replace("  { from = 60, below = 90, points = 30,", "  { from = 65, below = 90, points = 30,");
    let text = text.replace("cites = \"Điều 2\"", "cites = \"\"");
    let (versions, report) = load_text(&text);
    assert!(versions.is_none());
    let found: Vec<(&str, Vec<String>)> = (report.diagnostics.iter())
        .map(|d| (d.code(), d.under.iter().map(|days| days.display(Lang::En)).collect()))
        .collect();
    let since_2024 = vec!["from 2024-01-01 to 2029-12-31".to_owned()];
    assert_eq!(found, [("criteria/band-gap", since_2024), ("criteria/empty-text", Vec::new())]);
}

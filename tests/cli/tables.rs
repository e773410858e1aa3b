//! Tables: several as one, communes that stand twice, rows and columns that are left out.

use crate::run::{MISTAKES, Results, SAMPLE, cfc, file, folder, project_file, scored};
use tempfile::TempDir;

/// The sample in two files, the second with its columns in reverse order.
fn halves(folder: &TempDir) -> [String; 2] {
    let text = project_file(SAMPLE);
    let lines: Vec<&str> = text.lines().collect();
    let reversed = |line: &str| line.split(',').rev().collect::<Vec<_>>().join(",");
    let first = file(folder, "first.csv", lines[..=50].join("\n"));
    let rest: Vec<String> = [&lines[..1], &lines[51..]].concat().into_iter().map(reversed).collect();
    [first, file(folder, "second.csv", rest.join("\n"))]
}

#[test]
fn several_tables_are_scored_as_one() {
    let folder = folder();
    let [first, second] = halves(&folder);
    for format in ["csv", "tsv", "md", "table"] {
        let together = scored(&format!("{first} {second}"), &format!("--format {format}"));
        assert_eq!(together, scored(SAMPLE, &format!("--format {format}")), "{format}");
    }
    let json: serde_json::Value = serde_json::from_str(&scored(&format!("{first} {second}"), "--format json")).unwrap();
    let rows: Vec<_> = json["manifest"]["tables"].as_array().unwrap().iter().map(|t| t["rows"].clone()).collect();
    assert_eq!((rows, json["manifest"]["counts"]["communes"].clone()), (vec![50.into(), 74.into()], 124.into()));
}

#[test]
fn tables_stand_in_the_order_they_are_named() {
    let folder = folder();
    let [first, second] = halves(&folder);
    let codes = Results::of(&format!("{second} {first}"), "");
    let all = Results::of(SAMPLE, "");
    let (late, early) = (&all.column("code")[50..], &all.column("code")[..50]);
    assert_eq!(codes.column("code"), [late, early].concat());
}

#[test]
fn a_commune_that_stands_in_two_tables_is_told_with_both_cells() {
    let folder = folder();
    let [first, second] = halves(&folder);
    let text = std::fs::read_to_string(&second).unwrap();
    let row = project_file(SAMPLE).lines().nth(7).unwrap().split(',').rev().collect::<Vec<_>>().join(",");
    let second = file(&folder, "second.csv", format!("{text}\n{row}\n"));
    let ran = cfc(&format!("score {first} {second} --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert_eq!(ran.err.matches("error[").count(), 1, "{}", ran.err);
    // Code is the last of 49 columns in the second file.
    let places = [format!("{second}, row 76, column AW (code)"), format!("{first}, row 8, column A (code)")];
    assert!(ran.err.contains("table/duplicate-commune"), "{}", ran.err);
    assert!(places.iter().all(|place| ran.err.contains(place)), "{}", ran.err);
    let other_year = file(&folder, "second.csv", format!("{text}\n{}\n", row.replace(",2024,", ",2023,")));
    assert_eq!(Results::of(&format!("{first} {other_year}"), "").rows.len(), 125);
}

#[test]
fn skip_bad_rows_scores_the_good_ones_lists_the_others_and_is_1() {
    let folder = folder();
    let out = folder.path().join("good.csv");
    let ran = cfc(&format!("score {MISTAKES} --lang en --skip-bad-rows -o {}", out.display()));
    assert_eq!(ran.code, 1, "{}", ran.err);
    let good = Results::read(&std::fs::read_to_string(out).unwrap(), b',');
    assert_eq!(good.column("name"), ["Xã Mẫu Lỗi 13"], "the one row with a warning only");
    let left_out: Vec<&str> = ran.err.lines().skip_while(|l| !l.starts_with("warning[table/row-skipped]")).collect();
    assert!(!left_out.is_empty());
    for row in (2..=17).filter(|row| *row != 14) {
        let place = format!("{MISTAKES}, row {row},");
        let skipped = ran.err.lines().zip(ran.err.lines().skip(1));
        let count = skipped.filter(|(a, b)| a.contains("table/row-skipped") && b.contains(&place)).count();
        assert_eq!(count, 1, "row {row} is listed once\n{}", ran.err);
    }
}

#[test]
fn skip_bad_rows_changes_nothing_in_a_good_table() {
    assert_eq!(scored(SAMPLE, "--format csv --skip-bad-rows"), scored(SAMPLE, "--format csv"));
}

#[test]
fn a_missing_column_is_an_error_unless_it_is_allowed_and_then_its_figures_are_missing() {
    let folder = folder();
    let text = project_file(SAMPLE);
    let at = text.lines().next().unwrap().split(',').position(|id| id == "under1_immunised").unwrap();
    let without = |line: &str| {
        let mut cells: Vec<&str> = line.split(',').collect();
        cells.remove(at);
        cells.join(",")
    };
    let table = file(&folder, "t.csv", text.lines().map(without).collect::<Vec<_>>().join("\n"));
    let ran = cfc(&format!("score {table} --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let parts = ["table/missing-column", "`under1_immunised`", "`immunisation.rate`"];
    assert!(parts.iter().all(|part| ran.err.contains(part)), "{}", ran.err);
    let results = Results::of(&table, "--allow-missing-columns");
    let all = Results::of(SAMPLE, "");
    assert_eq!(results.rows.len(), 124);
    let empty = Results::read(&text, b',').column("under1").iter().filter(|cell| **cell == "0").count();
    assert!(results.column("immunisation").iter().filter(|points| !points.is_empty()).count() <= empty);
    for id in ["abuse", "injury", "schooling"] {
        assert_eq!(results.column(id), all.column(id), "{id} does not need it");
    }
    assert!(results.column("missing")[0].contains("under1_immunised"));
    assert!(!results.column("verdict").contains(&"") && results.column("verdict").contains(&"undetermined"));
}

#[test]
fn what_tells_communes_apart_is_never_allowed_to_be_missing() {
    let folder = folder();
    let text = project_file(SAMPLE);
    for (id, label) in [("code", "`code`"), ("name", "`name`"), ("area_class", "`area_class`")] {
        let table = file(&folder, "t.csv", text.replacen(&format!("{id},"), "other,", 1));
        let ran = cfc(&format!("score {table} --lang en --allow-missing-columns"));
        assert_eq!((ran.code, ran.err.contains(label)), (1, true), "{id}\n{}", ran.err);
    }
}

#[test]
fn a_table_without_communes_is_a_warning() {
    let folder = folder();
    let table = file(&folder, "t.csv", project_file(SAMPLE).lines().next().unwrap());
    let ran = cfc(&format!("score {table} --format csv"));
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1), "{}", ran.err);
    assert!(ran.err.contains("table/no-rows"), "{}", ran.err);
}

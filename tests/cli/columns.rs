//! The columns of data formats, and that CSV, TSV and JSON say the same.

use crate::run::{Results, SAMPLE, cfc, file, folder, project, project_file, scored, thousandths};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;

const FIRST: [&str; 14] = [
    "code",
    "name",
    "province",
    "district",
    "year",
    "area_class",
    "total",
    "total_min",
    "total_max",
    "threshold",
    "verdict",
    "failed",
    "missing",
    "status",
];
const CRITERIA: [&str; 13] = [
    "resources",
    "birth_registration",
    "abuse",
    "offending_drugs",
    "injury",
    "special_circumstances",
    "immunisation",
    "malnutrition",
    "health_checks",
    "schooling",
    "participation",
    "play_culture_sport",
    "satisfaction",
];

#[test]
fn the_columns_stand_in_the_order_of_the_contract() {
    let results = Results::of(SAMPLE, "");
    assert_eq!(results.header, [&FIRST[..], &CRITERIA[..]].concat());
    assert_eq!(results.rows.len(), 124);
}

#[test]
fn data_formats_are_the_same_bytes_in_both_languages() {
    for format in ["csv", "tsv", "json"] {
        let vietnamese = cfc(&format!("score {SAMPLE} --format {format} --lang vi")).out;
        assert!(vietnamese == scored(SAMPLE, &format!("--format {format}")), "{format}");
    }
}

#[test]
fn rows_keep_the_order_and_the_identity_of_the_table() {
    let (results, table) = (Results::of(SAMPLE, ""), Results::read(&project_file(SAMPLE), b','));
    for id in ["code", "name", "province", "district", "year", "area_class"] {
        assert_eq!(results.column(id), table.column(id), "{id}");
    }
}

#[test]
fn a_total_stands_only_where_nothing_is_missing_and_its_bounds_always() {
    let results = Results::of(SAMPLE, "");
    for row in &results.rows {
        let cell = |id: &str| row[results.header.iter().position(|h| h == id).unwrap()].as_str();
        let points = CRITERIA.map(cell);
        let (low, high) = (thousandths(cell("total_min")), thousandths(cell("total_max")));
        assert!(low <= high, "{row:?}");
        match cell("total") {
            "" => assert!(points.contains(&"") || !cell("missing").is_empty(), "{row:?}"),
            total => {
                let sum: i64 = points.iter().map(|points| thousandths(points)).sum();
                assert_eq!([thousandths(total), low, high], [sum; 3], "{row:?}");
                assert_eq!(cell("missing"), "", "{row:?}");
            }
        }
    }
}

#[test]
fn verdicts_and_lists_are_ids() {
    let results = Results::of(SAMPLE, "");
    let verdicts = ["recognised", "not_recognised", "undetermined"];
    assert!(verdicts.iter().all(|verdict| results.column("verdict").contains(verdict)));
    assert!(results.column("verdict").iter().all(|verdict| verdicts.contains(verdict)));
    let conditions = [&CRITERIA[..], &["total"]].concat();
    let table = Results::read(&project_file(SAMPLE), b',');
    let ids = |cell: &str, known: &dyn Fn(&str) -> bool| cell.is_empty() || cell.split(';').all(known);
    let condition = |id: &str| conditions.contains(&id);
    assert!(results.column("failed").iter().all(|cell| ids(cell, &condition)));
    // A field, or an item whose script asks for more than there is.
    let item = |id: &str| id.split_once('.').is_some_and(|(criterion, _)| CRITERIA.contains(&criterion));
    let field = |id: &str| table.header.iter().any(|header| header == id) || item(id);
    assert!(results.column("missing").iter().all(|cell| ids(cell, &field)));
    for (verdict, failed) in results.column("verdict").iter().zip(results.column("failed")) {
        assert_eq!(*verdict == "not_recognised", !failed.is_empty());
    }
    assert!(results.column("failed").iter().any(|failed| failed.contains(';')), "several at once");
    assert!(
        results
            .column("status")
            .iter()
            .all(|status| ["confirmed", "quoted", "inferred", "provisional"].contains(status))
    );
}

#[test]
fn points_have_no_trailing_zeros_and_a_decimal_point() {
    let results = Results::of("tests/standards/every-shape.csv", "--standard tests/standards/every-shape.toml");
    let points = ["total", "total_min", "total_max"].into_iter().flat_map(|id| results.column(id));
    let points: Vec<&str> = points.filter(|cell| cell.contains(['.', ','])).collect();
    assert!(!points.is_empty(), "the table has a total with decimals");
    assert!(points.iter().all(|cell| !cell.contains(',') && !cell.ends_with('0')), "{points:?}");
}

#[test]
fn tsv_has_the_cells_of_csv() {
    let (csv, tsv) = (Results::of(SAMPLE, ""), Results::read(&scored(SAMPLE, "--format tsv"), b'\t'));
    assert_eq!((csv.header, csv.rows), (tsv.header, tsv.rows));
}

fn json(arguments: &str) -> Value {
    serde_json::from_str(&scored(SAMPLE, &format!("--format json {arguments}"))).expect("JSON")
}

fn ids(list: &Value) -> String {
    list.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect::<Vec<_>>().join(";")
}

fn number(value: &Value) -> String {
    if value.is_null() { String::new() } else { value.to_string() }
}

#[test]
fn json_agrees_with_csv_on_every_commune() {
    let (results, json) = (Results::of(SAMPLE, ""), json(""));
    let communes = json["communes"].as_array().unwrap();
    assert_eq!(communes.len(), results.rows.len());
    for (commune, row) in communes.iter().zip(&results.rows) {
        let cell = |id: &str| row[results.header.iter().position(|h| h == id).unwrap()].as_str();
        for id in ["code", "name", "verdict", "status"] {
            assert_eq!(commune[id], cell(id), "{row:?}");
        }
        for id in ["total", "total_min", "total_max", "threshold"] {
            assert_eq!(number(&commune[id]), cell(id), "{id} {row:?}");
        }
        for id in ["failed", "missing"] {
            assert_eq!(ids(&commune[id]), cell(id), "{id} {row:?}");
        }
        for criterion in commune["criteria"].as_array().unwrap() {
            assert_eq!(number(&criterion["points"]), cell(criterion["id"].as_str().unwrap()), "{row:?}");
        }
    }
}

#[test]
fn the_manifest_tells_which_bytes_were_scored_with_what() {
    let json = json("--allow-missing-columns");
    let manifest = &json["manifest"];
    let sha256 = |path: &str| format!("{:x}", Sha256::digest(fs::read(project(path)).unwrap()));
    assert_eq!((&manifest["tool"], &manifest["version"]), (&"cfc".into(), &env!("CARGO_PKG_VERSION").into()));
    assert_eq!(manifest["tables"][0]["name"], SAMPLE);
    assert_eq!(
        (&manifest["tables"][0]["sha256"], &manifest["tables"][0]["rows"]),
        (&sha256(SAMPLE).into(), &124.into())
    );
    let files: Vec<_> = manifest["standard_files"].as_array().unwrap().iter().map(|f| f["sha256"].clone()).collect();
    let paths = ["criteria/qd-06-2019.toml", "scripts/qd-06-2019/abuse.rhai", "scripts/qd-06-2019/satisfaction.rhai"];
    assert_eq!(files, paths.map(|path| Value::from(sha256(path))));
    assert_eq!(manifest["options"], serde_json::json!(["--allow-missing-columns"]));
}

#[test]
fn other_columns_of_the_table_are_appended_on_request_and_never_run_as_formulas() {
    let folder = folder();
    let text = project_file(SAMPLE);
    let with_remark = |(at, line): (usize, &str)| match at {
        0 => format!("remark,{line},prepared_by\n"),
        _ => format!("=1+{at},{line},@tổ {at}\n"),
    };
    let table = file(&folder, "t.csv", text.lines().enumerate().map(with_remark).collect::<String>());
    let without = Results::read(&scored(&table, "--format csv"), b',');
    assert_eq!(without.header, [&FIRST[..], &CRITERIA[..]].concat());
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let with = Results::read(&scored(&table, &format!("--format {format} --extra-columns")), delimiter);
        assert_eq!(with.header[..27], without.header);
        assert_eq!(with.header[27..], ["remark", "prepared_by"]);
        assert_eq!((with.rows[4][27].as_str(), with.rows[4][28].as_str()), ("'=1+5", "'@tổ 5"));
        assert!(with.rows.iter().zip(&without.rows).all(|(with, without)| with[..27] == without[..]));
    }
}

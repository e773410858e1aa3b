//! `cfc score --by`: every count against the rows it is made of.

use crate::run::{SAMPLE, cfc, file, folder, scored};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::Value;
use std::collections::BTreeMap;

/// Rows of a CSV by column.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The roll-up at the end of the JSON.
fn rolled(table: &str, arguments: &str) -> Value {
    let document: Value = serde_json::from_str(&scored(table, &format!("--format json {arguments}"))).unwrap();
    document["roll_up"].clone()
}

fn thousandths(text: &str) -> BigInt {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<3}").parse().unwrap()
}

fn points(thousandths: BigInt, divisor: usize) -> BigRational {
    BigRational::new(thousandths, BigInt::from(1000 * divisor))
}

fn exact(pair: &Value) -> Option<BigRational> {
    let number = |at: usize| pair.get(at)?.to_string().parse::<BigInt>().ok();
    Some(BigRational::new(number(0)?, number(1)?))
}

/// Mean and median of settled totals, from the rows.
fn middle(rows: &[&BTreeMap<String, String>]) -> (Option<BigRational>, Option<BigRational>) {
    let mut totals: Vec<BigInt> = rows
        .iter()
        .filter(|row| !row["total_min"].is_empty() && row["total_min"] == row["total_max"])
        .map(|row| thousandths(&row["total_min"]))
        .collect();
    totals.sort();
    if totals.is_empty() {
        return (None, None);
    }
    let mean = points(totals.iter().sum(), totals.len());
    let half = totals.len() / 2;
    let median = if totals.len() % 2 == 1 {
        points(totals[half].clone(), 1)
    } else {
        points(&totals[half - 1] + &totals[half], 2)
    };
    (Some(mean), Some(median))
}

fn check(group: &Value, rows: &[&BTreeMap<String, String>], criteria: &[(&str, i64)]) {
    let count = |verdict: &str| rows.iter().filter(|row| row["verdict"] == verdict).count();
    assert_eq!(group["scored"], rows.len());
    for verdict in ["recognised", "not_recognised", "undetermined"] {
        assert_eq!(group[verdict], count(verdict), "{verdict}");
    }
    assert_eq!((exact(&group["mean"]), exact(&group["median"])), middle(rows));
    for (criterion, most) in criteria {
        let failed = rows.iter().filter(|row| row["failed"].split(';').any(|id| id == *criterion)).count();
        assert_eq!(group["failed"][*criterion], failed, "{criterion}");
        let settled: Vec<BigInt> =
            rows.iter().filter(|row| !row[*criterion].is_empty()).map(|row| thousandths(&row[*criterion])).collect();
        let lost = BigInt::from(most * 1000) * settled.len() - settled.iter().sum::<BigInt>();
        assert_eq!(thousandths(&group["lost"][*criterion]["points"].to_string()), lost, "{criterion}");
        assert_eq!(group["lost"][*criterion]["communes"], settled.len());
    }
}

#[test]
fn every_count_of_a_group_is_the_count_of_its_rows() {
    let all = rows(&scored(SAMPLE, "--format csv"));
    let document: Value = serde_json::from_str(&scored(SAMPLE, "--format json")).unwrap();
    let criteria: Vec<(&str, i64)> = document["standard"]["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .map(|criterion| {
            (
                criterion["id"].as_str().unwrap(),
                criterion["points"]["value"].as_i64().or(criterion["points"].as_i64()).unwrap(),
            )
        })
        .collect();
    for by in [vec!["province"], vec!["district"], vec!["area_class"], vec!["district", "area_class"]] {
        let roll_up = rolled(SAMPLE, &format!("--by {}", by.join(",")));
        let mut groups: BTreeMap<Vec<&str>, Vec<&BTreeMap<String, String>>> = BTreeMap::new();
        for row in &all {
            groups.entry(by.iter().map(|column| row[*column].as_str()).collect()).or_default().push(row);
        }
        assert_eq!(roll_up["groups"].as_array().unwrap().len(), groups.len(), "{by:?}");
        for group in roll_up["groups"].as_array().unwrap() {
            let keys: Vec<&str> = by.iter().map(|column| group["keys"][*column].as_str().unwrap_or("")).collect();
            check(group, &groups[&keys], &criteria);
        }
        check(&roll_up["all"], &all.iter().collect::<Vec<_>>(), &criteria);
    }
}

#[test]
fn communes_without_figures_count_in_the_share() {
    let folder = folder();
    let list = "code,name,province\n90001,Xã Mẫu Suối 01,Tỉnh Mẫu An\n91001,Xã Mẫu Vắng 01,Tỉnh Mẫu An\n91002,Xã Mẫu Vắng 02,Tỉnh Mẫu Chưa Có\n";
    let list = file(&folder, "list.csv", list);
    let roll_up = rolled(SAMPLE, &format!("--by province --expected {list}"));
    let groups = roll_up["groups"].as_array().unwrap();
    let of = |province: &str| groups.iter().find(|group| group["keys"]["province"] == province).unwrap();
    let (an, none) = (of("Tỉnh Mẫu An"), of("Tỉnh Mẫu Chưa Có"));
    let scored = an["scored"].as_u64().unwrap();
    assert_eq!((&an["expected"], &an["absent"]), (&Value::from(2), &Value::from(1)));
    assert_eq!(an["share"][1], scored + 1);
    assert_eq!(
        (&none["scored"], &none["absent"], &none["share"]),
        (&Value::from(0), &Value::from(1), &serde_json::json!([0, 1]))
    );
    assert_eq!((&none["mean"], &none["median"]), (&Value::Null, &Value::Null));
    assert_eq!(roll_up["all"]["unexpected"], 123);
    let page = cfc(&format!("score {SAMPLE} --by province --expected {list} --lang en"));
    assert!(page.out.contains("Units scored that are not on the list: 123."), "{}", page.out);
}

#[test]
fn communes_of_several_years_are_never_added_up() {
    let folder = folder();
    let sample = std::fs::read_to_string(SAMPLE).unwrap();
    let mut lines = sample.lines();
    let header = lines.next().unwrap();
    let year = header.split(',').position(|column| column == "year").unwrap();
    let first: Vec<&str> = lines.next().unwrap().split(',').collect();
    let of = |given: &str| {
        first.iter().enumerate().map(|(at, cell)| if at == year { given } else { cell }).collect::<Vec<_>>().join(",")
    };
    let table = file(&folder, "two.csv", format!("{header}\n{}\n{}\n", of("2023"), of("2024")));
    let roll_up = rolled(&table, "--by province");
    assert_eq!(roll_up["by"], serde_json::json!(["year", "province"]));
    let years: Vec<_> =
        roll_up["groups"].as_array().unwrap().iter().map(|group| (&group["keys"]["year"], &group["scored"])).collect();
    assert_eq!(years, [(&Value::from(2023), &Value::from(1)), (&Value::from(2024), &Value::from(1))]);
}

#[test]
fn the_rows_of_a_roll_up_are_its_groups_and_all() {
    let text = scored(SAMPLE, "--by province --format csv");
    let found = rows(&text);
    let provinces: Vec<&str> = found.iter().map(|row| row["province"].as_str()).collect();
    assert_eq!(provinces, ["Tỉnh Mẫu An", "Tỉnh Mẫu Bình", "Thành phố Mẫu Cảng", "*"]);
    let sum: usize = found[..3].iter().map(|row| row["recognised"].parse::<usize>().unwrap()).sum();
    assert_eq!(found[3]["recognised"], sum.to_string());
    assert_eq!(found[3]["expected"], "");
}

#[test]
fn a_part_of_the_communes_is_not_counted_as_if_it_were_all() {
    let ran = cfc(&format!("score {SAMPLE} --by province --only failed"));
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn a_csv_for_excel_has_its_mark_and_in_vietnamese_semicolons_and_decimal_commas() {
    let plain = rows(&scored(SAMPLE, "--by province --format csv"));
    let vi = cfc(&format!("score {SAMPLE} --by province --format csv --excel"));
    let text = vi.out.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let found: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let comma = |row: &BTreeMap<String, String>| -> BTreeMap<String, String> {
        row.iter().map(|(column, cell)| (column.clone(), cell.replace('.', ","))).collect()
    };
    assert_eq!(
        found.iter().map(|row| row.values().cloned().collect()).collect::<Vec<Vec<_>>>(),
        plain.iter().map(|row| comma(row).into_values().collect()).collect::<Vec<Vec<_>>>()
    );
    let en = cfc(&format!("score {SAMPLE} --by province --format csv --excel --lang en"));
    assert_eq!(rows(en.out.strip_prefix('\u{feff}').unwrap()), plain);
}

#[test]
fn a_list_of_ids_stands_in_quotes_where_semicolons_separate() {
    let plain = rows(&scored(SAMPLE, "--format csv"));
    let vi = cfc(&format!("score {SAMPLE} --format csv --excel"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(vi.out.trim_start_matches('\u{feff}').as_bytes());
    let found: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    for column in ["code", "name", "failed", "missing", "verdict"] {
        let of = |rows: &[BTreeMap<String, String>]| rows.iter().map(|row| row[column].clone()).collect::<Vec<_>>();
        assert_eq!(of(&found), of(&plain), "{column}");
    }
    assert!(plain.iter().any(|row| row["missing"].contains(';')));
}

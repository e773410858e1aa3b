//! 0 done, 1 errors in criteria or table, 2 wrong use or a file that cannot be read or written, 3 `--strict`.

use crate::run::{MISTAKES, Ran, SAMPLE, cfc, file, folder, project_file};

fn assert_code(arguments: &str, code: i32) -> Ran {
    let ran = cfc(arguments);
    assert_eq!(ran.code, code, "cfc {arguments}\n{}{}", ran.out, ran.err);
    ran
}

#[test]
fn done_is_0_whatever_the_verdicts_are() {
    for arguments in
        ["check", "standards", "schema", "--help", "--version", "score --help", "check --help", "standards --help"]
    {
        let ran = assert_code(arguments, 0);
        assert!(!ran.out.is_empty() && ran.err.is_empty(), "cfc {arguments}: {}", ran.err);
    }
    let ran = assert_code(&format!("score {SAMPLE}"), 0);
    assert!(ran.out.contains("Không") && ran.out.contains("Chưa") && ran.err.is_empty(), "{}", ran.err);
}

#[test]
fn errors_in_a_table_or_a_standard_are_1_and_nothing_is_printed_as_a_result() {
    let bad = "tests/bad/criteria/criteria-band-gap.toml";
    for arguments in [
        format!("score {MISTAKES}"),
        format!("score {SAMPLE} --standard {bad}"),
        format!("check {bad}"),
        "check tests/bad/standards/script-syntax/standard.toml".to_owned(),
        "check tests/bad/standards/case-fails/standard.toml".to_owned(),
        "score tests/bad/tables/table-missing-column.csv".to_owned(),
        "score tests/bad/tables/table-empty.csv".to_owned(),
    ] {
        let ran = assert_code(&arguments, 1);
        assert!(ran.out.is_empty() && ran.err.starts_with("lỗi["), "cfc {arguments}\n{}\n{}", ran.out, ran.err);
    }
}

#[test]
fn a_good_standard_beside_a_bad_one_is_still_reported_as_sound() {
    let ran = assert_code("check qd-06-2019 tests/bad/criteria/criteria-band-gap.toml", 1);
    assert!(ran.out.starts_with("qd-06-2019: ") && ran.err.contains("criteria/band-gap"), "{ran:?}");
}

#[test]
fn wrong_use_is_2() {
    for arguments in [
        "",
        "scor table.csv",
        "score",
        "score table.csv --no-such-option",
        "score table.csv --format xml",
        "score table.csv --sort points",
        "score table.csv --only good",
        "score table.csv --width wide",
        "score table.csv --width 10",
        "score table.csv --standard",
        "score table.csv -o",
        "score table.csv -o results.pdf",
        "score table.csv -o results",
        "score table.csv --strict=yes",
        "check --lang fr",
        "--lang",
        "--color sometimes standards",
        "standards extra",
    ] {
        let ran = assert_code(arguments, 2);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "cfc {arguments}\n{}", ran.out);
    }
}

#[test]
fn wrong_use_is_told_with_what_was_typed_what_is_allowed_and_what_was_meant() {
    for (arguments, parts) in [
        ("--lang en scor table.csv", &["scor", "`score`", "see `cfc --help`"][..]),
        ("--lang en score table.csv --widht 80", &["--widht", "`--width`", "see `cfc score --help`"]),
        (
            "--lang en score table.csv --sort nmae",
            &["nmae", "code, name, province, total, distance, verdict", "`name`"],
        ),
        ("--lang en score table.csv --only no", &["failed, undetermined, recognised"]),
        ("--lang en score table.csv --format xml", &["table, md, csv, tsv, json"]),
        ("--lang en score", &["TABLE", "see `cfc score --help`"]),
        ("--lang en chek", &["did you mean `check`, "]),
        ("--lang en score table.csv -o a.pdf", &["a.pdf", ".md .csv .tsv .json .txt"]),
    ] {
        let ran = assert_code(arguments, 2);
        for part in parts {
            assert!(ran.err.contains(part), "cfc {arguments}: no {part} in\n{}", ran.err);
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_2_and_named() {
    for arguments in ["score no-such-table.csv", "score src", "check no-such-standard.toml"] {
        let ran = assert_code(arguments, 2);
        let named = arguments.split(' ').next_back().unwrap();
        assert!(ran.out.is_empty() && ran.err.contains(named), "{}", ran.err);
    }
    let ran = assert_code(&format!("score {SAMPLE} --standard no-such-standard.toml"), 2);
    assert!(ran.err.contains("no-such-standard.toml"), "{}", ran.err);
}

#[test]
fn a_missing_file_weighs_more_than_mistakes_in_another_and_both_are_told() {
    let ran = assert_code(&format!("score {MISTAKES} no-such-table.csv"), 2);
    assert!(ran.err.contains("cell/negative") && ran.err.contains("no-such-table.csv"), "{}", ran.err);
}

#[test]
fn a_standard_nobody_knows_is_wrong_use() {
    assert_code(&format!("score {SAMPLE} --standard no-such-standard"), 2);
    assert_code("check no-such-standard", 2);
}

#[test]
fn strict_is_3_when_something_is_undetermined_or_provisional() {
    let ran = assert_code(&format!("score {SAMPLE} --strict"), 3);
    assert!(!ran.out.is_empty(), "the results are still printed");
    assert!(ran.err.contains("result/not-strict") && ran.err.contains("13") && ran.err.contains("123"), "{}", ran.err);
    let undetermined = "score tests/bad/tables/result-not-strict.csv --standard tests/bad/tables/standard.toml";
    assert_code(undetermined, 0);
    assert_code(&format!("{undetermined} --strict"), 3);
}

#[test]
fn strict_is_0_when_everything_is_known_and_read_in_the_law() {
    let folder = folder();
    let bad = project_file("tests/bad/tables/cell-negative.csv");
    let good: Vec<&str> = bad.lines().filter(|line| !line.contains("cell/")).collect();
    let table = file(&folder, "good.csv", good.join("\n"));
    assert_code(&format!("score {table} --strict --standard tests/bad/tables/standard.toml"), 0);
}

#[test]
fn strict_does_not_hide_an_error() {
    assert_code(&format!("score {MISTAKES} --strict"), 1);
}

#[test]
fn strict_does_not_hide_rows_that_were_left_out() {
    assert_code(&format!("score {MISTAKES} --strict --skip-bad-rows"), 1);
}

#[test]
fn warnings_of_a_standard_count_under_strict_only() {
    let unused = "tests/bad/standards/criteria-unused/standard.toml";
    let ran = assert_code(&format!("check {unused}"), 0);
    assert!(ran.err.contains("criteria/unused"), "{}", ran.err);
    assert_code(&format!("check {unused} --strict"), 1);
}

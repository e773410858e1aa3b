//! `cfc test`: cases that pass and fail, what they reach, and what is suggested.

use crate::run::{Ran, cfc, file, folder, project_file};
use tempfile::TempDir;

/// A standard of one item with a class-free threshold, its cases beside it.
pub(crate) const STANDARD: &str = r#"
[standard]
id = "small"
title = { vi = "Tiêu chuẩn thử", en = "Test standard" }
citation = "Văn bản thử nghiệm"
in_force = { from = 2019-01-03 }
total_points = { value = 50, status = "quoted", evidence = "article 1" }
rounding = { digits = 2, mode = "half-up" }

[[field]]
id = "infants"
label = { vi = "Trẻ dưới 1 tuổi", en = "Infants" }
type = "count"

[[field]]
id = "immunised"
label = { vi = "Trẻ được tiêm chủng", en = "Infants immunised" }
type = "count"
at_most = "infants"

[recognition]
threshold.total = { at_least = 30, status = "quoted", evidence = "article 3" }

[[criterion]]
id = "immunisation"
title = { vi = "Tiêm chủng", en = "Immunisation" }
cites = "Điều 2, tiêu chí 1"
points = { value = 50, status = "quoted", evidence = "article 2" }

[[criterion.item]]
id = "immunisation.rate"
title = { vi = "Tỷ lệ tiêm chủng", en = "Rate immunised" }
indicator.rate = { of = "immunised", over = "infants", per = 100, when_empty = "missing" }
scale.bands = [
  { from = 98, points = 50, status = "quoted", evidence = "article 2" },
  { from = 90, below = 98, points = 30, status = "quoted", evidence = "article 2" },
  { below = 90, points = 0, status = "quoted", evidence = "article 2" },
]
"#;

/// Name, figures and result of cases that reach everything.
const CASES: &[(&str, &str)] = &[
    ("exactly 98", "given = { infants = 100, immunised = 98 }\nitem = \"immunisation.rate\"\npoints = 50"),
    ("just below 98", "given = { infants = 100, immunised = 97 }\nitem = \"immunisation.rate\"\npoints = 30"),
    ("exactly 90", "given = { infants = 100, immunised = 90 }\nitem = \"immunisation.rate\"\npoints = 30"),
    ("just below 90", "given = { infants = 100, immunised = 89 }\nitem = \"immunisation.rate\"\npoints = 0"),
    ("nobody", "given = { infants = 0, immunised = 0 }\nitem = \"immunisation.rate\"\nmissing = true"),
    ("not given", "given = { infants = 100 }\nitem = \"immunisation.rate\"\nmissing = true"),
    ("all", "given = { infants = 1000, immunised = 1000 }\ncriterion = \"immunisation\"\npoints = 50"),
    ("on 30", "given = { infants = 1000, immunised = 950 }\ntotal = 30\nverdict = \"recognised\""),
    ("next below 30", "base = \"on 30\"\ngiven = { immunised = 500 }\ntotal = 0\nverdict = \"not_recognised\""),
    ("open", "base = \"on 30\"\nwithout = [\"immunised\"]\nverdict = \"undetermined\""),
];

fn entry((name, text): &(&str, &str)) -> String {
    format!("[[case]]\nname = \"{name}\"\n{text}\n\n")
}

fn all_cases() -> String {
    CASES.iter().map(entry).collect()
}

/// The standard with these cases beside it.
fn beside(cases: &str) -> (TempDir, String) {
    let folder = folder();
    file(&folder, "small.cases.toml", cases);
    let standard = file(&folder, "small.toml", STANDARD);
    (folder, standard)
}

fn test(cases: &str, arguments: &str) -> Ran {
    let (_folder, standard) = beside(cases);
    cfc(&format!("test {standard} --lang en {arguments}"))
}

#[test]
fn cases_that_hold_exit_with_0_and_one_that_does_not_with_1() {
    let ran = test(&all_cases(), "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("10 cases: 10 pass, 0 fail"), "{}", ran.out);
    let wrong = all_cases().replacen("points = 50", "points = 49", 1);
    let ran = test(&wrong, "");
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    assert!(ran.out.contains("9 pass, 1 fail"), "{}", ran.out);
}

#[test]
fn a_failing_case_is_told_in_full_in_either_language() {
    let wrong = all_cases().replacen("points = 50", "points = 49", 1);
    let (_folder, standard) = beside(&wrong);
    let en = cfc(&format!("test {standard} --lang en --width 200")).out;
    for part in [
        "FAIL ",
        "small.cases.toml:1 \"exactly 98\"",
        "given: infants 100, immunised 98",
        "immunisation.rate: expected 49, found 50",
        "immunised 98 / infants 100 = 98 % → ≥ 98 → 50",
    ] {
        assert!(en.contains(part), "{part} in {en}");
    }
    let vi = cfc(&format!("test {standard} --width 200")).out;
    for part in ["SAI ", "số liệu: infants 100, immunised 98", "immunisation.rate: cần 49, tính ra 50", "9 đúng, 1 sai"]
    {
        assert!(vi.contains(part), "{part} in {vi}");
    }
}

#[test]
fn a_failing_case_is_told_once() {
    let ran = test(&all_cases().replacen("points = 50", "points = 49", 1), "");
    assert_eq!(ran.out.matches("expected 49").count(), 1, "{}", ran.out);
    assert!(!ran.err.contains("case/fails"), "{}", ran.err);
}

#[test]
fn verbose_shows_the_arithmetic_of_every_case() {
    let ran = test(&all_cases(), "-v --width 200");
    assert_eq!(ran.out.matches("pass ").count(), CASES.len(), "{}", ran.out);
    for part in
        ["as in \"on 30\"; but immunised 500", "as in \"on 30\"; without immunised", "immunisation 30 = 30 → 30 ≥ 30"]
    {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
}

#[test]
fn only_shows_the_cases_about_something() {
    let ran = test(&all_cases(), "--only immunisation.rate");
    assert!(ran.out.contains("6 cases: 6 pass, 0 fail; 4 others are not shown"), "{}", ran.out);
    assert!(test(&all_cases(), "--only immunisation").out.contains("7 cases"), "a criterion and its items");
    assert!(test(&all_cases(), "--only nobody").out.contains("1 case"), "a text in a name");
    let ran = test(&all_cases(), "--only nothing-like-it");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(ran.err.contains("`nothing-like-it`"), "{}", ran.err);
}

#[test]
fn json_has_every_case_with_what_was_expected_and_found() {
    let ran = test(&all_cases().replacen("points = 50", "points = 49", 1), "--format json --coverage");
    assert_eq!(ran.code, 1);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let standard = &json["standards"][0];
    assert_eq!((standard["passed"].as_u64(), standard["failed"].as_u64()), (Some(9), Some(1)));
    let case = &standard["cases"][0];
    assert_eq!((case["name"].as_str(), case["line"].as_u64()), (Some("exactly 98"), Some(1)));
    assert_eq!((case["given"]["immunised"].as_u64(), case["pass"].as_bool()), (Some(98), Some(false)));
    let result = &case["results"][0];
    assert_eq!((result["expected"].as_str(), result["found"].as_str()), (Some("49"), Some("50")));
    assert!(result["arithmetic"]["vi"].as_str().unwrap().contains("immunised 98 / infants 100"), "{result}");
    assert_eq!(standard["coverage"]["targets"], standard["coverage"]["reached"]);
}

#[test]
fn each_case_that_is_taken_away_leaves_something_unreached() {
    let whole = test(&all_cases(), "--coverage --threshold 100");
    assert_eq!(whole.code, 0, "{}", whole.out);
    for (at, (name, _)) in CASES.iter().enumerate().filter(|(_, (name, _))| *name != "on 30") {
        let rest: String =
            CASES.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, case)| entry(case)).collect();
        let ran = test(&rest, "--coverage --threshold 100");
        assert!(ran.code == 1 && ran.out.contains("Reached by no case"), "{name}: {}", ran.out);
    }
}

#[test]
fn the_threshold_holds_at_the_limit_and_not_one_beyond() {
    let some: String =
        CASES.iter().filter(|(name, _)| !["nobody", "exactly 90", "just below 90"].contains(name)).map(entry).collect();
    let reached = test(&some, "--coverage").out;
    let line = reached.lines().last().unwrap();
    let numbers: Vec<usize> = line.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    let (reached, all) = (numbers[0], numbers[1]);
    let limit = reached * 100 / all;
    assert!(limit < 100 && numbers[2] == limit, "{line}");
    assert_eq!(test(&some, &format!("--threshold {limit}")).code, 0);
    let ran = test(&some, &format!("--threshold {}", limit + 1));
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains(&format!("{reached} of {all}")), "{}", ran.err);
    assert_eq!(test(&some, "--threshold 101").code, 2);
}

#[test]
fn a_suggestion_has_figures_and_no_result() {
    let ran = test(
        "[[case]]\ngiven = { infants = 1, immunised = 1 }\nitem = \"immunisation.rate\"\npoints = 50\n",
        "--suggest",
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for part in [
        "# Paste into small.cases.toml",
        "given = { infants = 100, immunised = 98 }",
        "points = \"?\"",
        "total = \"?\"",
    ] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
    assert!(ran.out.contains("infants = 10007"), "a large odd denominator: {}", ran.out);
    let results =
        ran.out.lines().filter(|line| ["points =", "total =", "verdict ="].iter().any(|key| line.starts_with(key)));
    assert!(results.clone().count() > 5 && results.clone().all(|line| line.ends_with("= \"?\"")), "{}", ran.out);
    let pasted = test(&ran.out, "");
    assert_eq!(pasted.code, 1);
    assert!(pasted.err.contains("case/not-filled-in") && pasted.err.contains("replace `\"?\"`"), "{}", pasted.err);
}

/// A line at the beginning of which stands this key, with its value.
fn values<'t>(text: &'t str, key: &'t str) -> Vec<&'t str> {
    text.lines().filter_map(|line| line.strip_prefix(key)?.strip_prefix(" = ")).collect()
}

#[test]
fn what_all_versions_suggest_stands_there_once_and_the_rest_has_a_year() {
    let folder = folder();
    let day = "assessed_on = { month = 12, day = 31, status = \"quoted\", evidence = \"article 1\" }\nrounding =";
    let (before, bands) = STANDARD.split_once("scale.bands = [").unwrap();
    let (until, from) = ("{ until = 2026-12-31 }", "{ from = 2027-01-01 }");
    let raised = bands.replace("= 98", "= 99");
    let text = format!(
        "{}scale = [ {{ in_force = {until}, bands = [{} }}, {{ in_force = {from}, bands = [{} }} ]\n",
        before.replacen("rounding =", day, 1),
        bands.trim(),
        raised.trim(),
    );
    let standard = file(&folder, "small.toml", &text);
    let ran = cfc(&format!("test {standard} --suggest --lang en"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let mut names = values(&ran.out, "name");
    let bases = values(&ran.out, "base");
    assert!(!bases.is_empty() && bases.iter().all(|base| names.contains(base)), "{}", ran.out);
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "a name stands there twice: {}", ran.out);
    for (about, name) in
        [("one version", "exactly 98 (2026)"), ("the other", "exactly 99 (2027)"), ("both", "exactly 90\"")]
    {
        assert_eq!(names.iter().filter(|found| found.contains(name)).count(), 1, "{about}: {}", ran.out);
    }
    // 98 of 100 is an edge of one version and just below one of the other: not one case, the points differ.
    assert!(names.contains(&"\"immunisation.rate: just below 99 (2027)\""), "{}", ran.out);
    let years = values(&ran.out, "year");
    assert!(years.contains(&"2026") && years.contains(&"2027"), "{}", ran.out);
    file(&folder, "small.cases.toml", &ran.out);
    let pasted = cfc(&format!("test {standard} --lang en"));
    let codes = pasted.err.lines().filter(|line| line.starts_with("error[") || line.starts_with("warning["));
    assert!(codes.clone().count() > 5, "{}", pasted.err);
    assert!(codes.clone().all(|line| line.contains("case/not-filled-in")), "{}", pasted.err);
    for typed in ["`points = 50`", "`total = 850`", "`verdict = \"recognised\"`"] {
        assert!(pasted.err.contains(typed), "{typed} in {}", pasted.err);
    }
}

#[test]
fn a_cases_file_of_comments_has_no_case() {
    let ran = test("# small: no case is left to suggest\n", "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn nothing_is_suggested_when_everything_is_reached() {
    let ran = cfc("test --suggest --lang en");
    assert_eq!((ran.code, ran.out.as_str()), (0, "# qd-06-2019: no case is left to suggest\n"));
}

#[test]
fn the_shipped_standard_is_reached_in_full() {
    let ran = cfc("test --coverage --threshold 100 --lang en");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains(" 0 fail") && ran.out.contains("100 %"), "{}", ran.out);
}

#[test]
fn the_cases_beside_a_standard_run_with_test_and_check_and_not_with_score() {
    let wrong = all_cases().replacen("points = 50", "points = 49", 1);
    let (folder, standard) = beside(&wrong);
    let table = file(&folder, "table.csv", "code,name,infants,immunised\n00001,Xã Mẫu,10,10\n");
    let check = cfc(&format!("check {standard} --lang en"));
    assert!(
        check.code == 1 && check.err.contains("small.cases.toml:5") && check.err.contains("case/fails"),
        "{}",
        check.err
    );
    assert_eq!(cfc(&format!("score {table} --standard {standard}")).code, 0);
    let named = cfc(&format!("test {} --lang en", standard.replace(".toml", ".cases.toml")));
    assert!(named.out.contains("9 pass, 1 fail"), "a cases file stands for its standard: {}{}", named.out, named.err);
}

#[test]
fn a_fault_in_the_cases_file_is_shown_there() {
    let ran = test("[[case]]\nitem = \"immunisation.rate\"\ngiven = { infant = 5 }\npoints = 50\n[[cases]]\n", "");
    assert_eq!(ran.code, 1);
    for part in ["small.cases.toml:3:11", "criteria/unknown-id", "small.cases.toml:5", "criteria/unknown-key"] {
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
}

#[test]
fn no_line_is_wider_than_asked_for() {
    let wrong = all_cases().replacen("points = 50", "points = 49", 1);
    for (lang, width) in [("vi", 80), ("en", 80), ("vi", 120), ("en", 120), ("vi", 60)] {
        let (_folder, standard) = beside(&wrong);
        for which in [standard.as_str(), "qd-06-2019"] {
            let out = cfc(&format!("test {which} --coverage -v --width {width} --lang {lang}")).out;
            let widest = out.lines().max_by_key(|line| line.chars().count()).unwrap();
            assert!(widest.chars().count() <= width, "{width} {lang}: {widest}");
        }
    }
}

#[test]
fn what_is_shown_for_a_small_standard() {
    let some: String = CASES.iter().take(9).map(entry).collect::<String>().replacen("points = 50", "points = 49", 1);
    let (folder, standard) = beside(&some);
    let home = format!("{}/", folder.path().display());
    let shown = |arguments: &str| cfc(&format!("test {standard} {arguments}")).out.replace(&home, "");
    insta::assert_snapshot!("test_vi_80", shown("--coverage --width 80"));
    insta::assert_snapshot!("test_en_120_verbose", shown("--coverage -v --width 120 --lang en"));
    insta::assert_snapshot!("test_suggest_vi", shown("--suggest"));
}

#[test]
fn the_cases_of_the_shipped_standard_have_no_name_of_a_commune() {
    let cases = project_file("criteria/qd-06-2019.cases.toml");
    assert!(cases.matches("[[case]]").count() > 20 && !cases.contains("Xã ") && !cases.contains("Phường "));
}

//! `cfc check`: explanations, JSON, the list of figures, and how far they must be verified.

use crate::run::{cfc, file, folder, project_file};
use serde_json::Value;

const BAD: &str = "tests/bad/criteria/criteria-band-gap.toml";
const GRADED: &str = "tests/standards/graded.toml";

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../golden/check");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn json(arguments: &str, code: i32) -> Value {
    let ran = cfc(arguments);
    assert_eq!(ran.code, code, "cfc {arguments}\n{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_cases_file_named_beside_its_standard_is_not_judged_again() {
    let folder = folder();
    let toml = file(&folder, "new.toml", project_file("criteria/new.toml"));
    let case = "[[case]]\nname = \"x\"\nitem = \"registration.registrar\"\ngiven = { registrar = true }\npoints = 39\n";
    let cases = file(&folder, "new.cases.toml", case);
    for named in [format!("{toml} {cases}"), format!("{cases} {toml}"), cases.clone(), toml.clone()] {
        for (command, part) in [("check", "error[case/fails]"), ("test", "found 40")] {
            let ran = cfc(&format!("{command} {named} --lang en"));
            assert_eq!(
                (ran.code, format!("{}{}", ran.out, ran.err).matches(part).count()),
                (1, 1),
                "{command} {named}"
            );
        }
    }
    let alone = file(&folder, "other.cases.toml", case);
    assert_eq!(
        cfc(&format!("check {toml} {alone}")).code,
        2,
        "one that belongs to another standard is not passed over"
    );
}

#[test]
fn a_code_is_explained_with_a_wrong_and_a_right_example() {
    for (lang, parts) in [("vi", ["sai:", "đúng:"]), ("en", ["wrong:", "right:"])] {
        let ran = cfc(&format!("check --explain criteria/band-gap --lang {lang}"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.starts_with("criteria/band-gap\n") && parts.iter().all(|part| ran.out.contains(part)));
    }
}

#[test]
fn an_unknown_code_is_wrong_use_and_comes_with_the_one_that_was_meant() {
    for lang in ["vi", "en"] {
        for typed in ["criteria/band-gpa", "band-gap", "Criteria/Band-Gap"] {
            let ran = cfc(&format!("check --explain {typed} --lang {lang}"));
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{typed}");
            assert!(ran.err.contains("`cfc check --explain criteria/band-gap`?"), "{}", ran.err);
        }
    }
    let ran = cfc("check --explain zzzzzzzzzzzz");
    assert!(ran.code == 2 && ran.err.contains("`cfc check --explain list`"), "{}", ran.err);
}

#[test]
fn without_a_code_every_code_has_one_line() {
    let codes: Vec<&str> = cfc::diag::explain::codes().collect();
    for (lang, asked) in [("vi", "list"), ("en", ""), ("en", "list")] {
        let list = cfc(&format!("check --lang {lang} --explain {asked}")).out;
        let first: Vec<&str> = list.lines().map(|line| line.split(' ').next().unwrap()).collect();
        assert_eq!(first, codes);
        assert!(list.lines().all(|line| line.chars().count() < 140), "{list}");
    }
}

#[test]
fn a_report_ends_with_the_way_to_an_explanation_that_works() {
    for (lang, word) in [("vi", "giải thích"), ("en", "explanation")] {
        let ran = cfc(&format!("check {BAD} --lang {lang}"));
        let last = ran.err.lines().last().unwrap();
        assert_eq!(last, format!("  = {word}: `cfc check --explain criteria/band-gap`"));
        assert_eq!(cfc(last.split('`').nth(1).unwrap().trim_start_matches("cfc ")).code, 0);
    }
    assert_eq!(cfc("check").err, "", "nothing to explain in a sound standard");
}

#[test]
fn json_is_one_document_on_all_standards_with_the_exit_code_of_the_text() {
    let both = json(&format!("check qd-06-2019 {BAD} --format json"), 1);
    let [good, bad] = both["standards"].as_array().unwrap().as_slice() else { panic!("{both}") };
    assert_eq!(
        (&good["standard"], &good["id"], &good["sound"]),
        (&"qd-06-2019".into(), &"qd-06-2019".into(), &true.into())
    );
    assert_eq!(good["files"].as_array().unwrap().len(), 3, "the criteria file and two scripts");
    assert_eq!((&bad["standard"], &bad["id"], &bad["sound"]), (&BAD.into(), &Value::Null, &false.into()));
    assert_eq!(bad["files"][0]["name"], BAD);
    assert_eq!(bad["files"][0]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(bad["counts"]["errors"].as_u64().unwrap(), bad["diagnostics"].as_array().unwrap().len() as u64);
    assert_eq!(
        cfc(&format!("check {BAD} --format json --lang en")).out,
        cfc(&format!("check {BAD} --format json")).out
    );
    json("check no-such-file.toml --format json", 2);
}

#[test]
fn a_place_in_json_is_the_place_of_the_text_report() {
    let text = project_file(BAD);
    let report = cfc(&format!("check {BAD}")).err;
    let found = json(&format!("check {BAD} --format json"), 1);
    for diagnostic in found["standards"][0]["diagnostics"].as_array().unwrap() {
        let place = &diagnostic["place"];
        let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
        let line = text.lines().nth(number("line") - 1).unwrap();
        assert_eq!(place["text"], line);
        assert!(line.chars().count() + 1 >= number("column") && number("end_line") >= number("line"));
        assert!(report.contains(&format!("{BAD}:{}:{}", number("line"), number("column"))), "{report}");
        for lang in ["vi", "en"] {
            let shown = cfc(&format!("check {BAD} --lang {lang}")).err;
            assert!(shown.contains(diagnostic["message"][lang].as_str().unwrap()), "{shown}");
        }
    }
}

#[test]
fn the_list_of_figures_reads_well_at_every_width_in_both_languages() {
    for (lang, width) in [("vi", 80), ("en", 120), ("vi", 200)] {
        let listed = cfc(&format!("check {GRADED} --status --lang {lang} --width {width}"));
        assert_eq!((listed.code, listed.err.as_str()), (0, ""));
        assert!(listed.out.lines().all(|line| line.chars().count() <= width), "{}", listed.out);
        golden(&format!("status_{lang}_{width}"), &listed.out);
    }
}

#[test]
fn the_list_of_figures_comes_as_markdown_csv_and_json() {
    golden("status_md", &cfc(&format!("check {GRADED} --status --format md")).out);
    golden("status_csv", &cfc(&format!("check {GRADED} --status --format csv --lang en")).out);
    let found = json(&format!("check {GRADED} --status --format json"), 0);
    let groups = found["standards"][0]["criteria"].as_array().unwrap();
    let first = &groups[0]["figures"][0];
    assert_eq!(first["path"], "standard.total_points");
    assert_eq!(groups[0]["id"], Value::Null);
    assert!(first["label"]["vi"].is_string() && first["line"].is_u64() && first["by"].is_null());
}

/// Statuses written in a criteria file: line, word, and whether their table begins on that line.
fn written(text: &str) -> Vec<(u64, String, bool)> {
    let mut found = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        let code = text.split('#').next().unwrap_or("");
        let mut before = String::new();
        for part in code.split_inclusive("status = \"") {
            if before.ends_with("status = \"") {
                found.push((line, part.split('"').next().unwrap().to_owned(), before.contains('{')));
            }
            before.push_str(part);
        }
    }
    found
}

#[test]
fn every_status_written_in_the_file_is_in_the_list_with_its_line() {
    for standard in ["criteria/qd-06-2019.toml", "criteria/template.toml", GRADED, "tests/standards/every-shape.toml"] {
        let found = json(&format!("check {standard} --status --format json"), 0);
        let groups = found["standards"][0]["criteria"].as_array().unwrap();
        let figures = groups.iter().flat_map(|group| group["figures"].as_array().unwrap());
        let listed = figures.map(|f| (f["line"].as_u64().unwrap(), f["status"].as_str().unwrap().to_owned()));
        let mut listed: Vec<(u64, String)> = listed.collect();
        // A table written in one line has its status there; one with a heading of its own has it further down.
        let (inline, headed): (Vec<_>, Vec<_>) =
            written(&project_file(standard)).into_iter().partition(|(.., inline)| *inline);
        for (line, status, _) in inline {
            let at = listed.iter().position(|figure| *figure == (line, status.clone()));
            listed.remove(at.unwrap_or_else(|| panic!("{standard}:{line}: {status} is not listed")));
        }
        listed.sort();
        assert_eq!(listed.len(), headed.len(), "{standard}: {listed:?}");
        for ((line, status), (below, word, _)) in listed.iter().zip(&headed) {
            assert!(line < below && status == word, "{standard}:{below}: {word} is not listed");
        }
    }
}

#[test]
fn paths_of_figures_are_unique_and_the_counts_are_those_of_the_lines() {
    let found = json("check criteria/template.toml --status --format json", 0);
    let standard = &found["standards"][0];
    let groups = standard["criteria"].as_array().unwrap();
    let figures: Vec<&Value> = groups.iter().flat_map(|group| group["figures"].as_array().unwrap()).collect();
    // Versions of a figure have one path, each at a line of its own.
    let place = |figure: &&Value| (figure["path"].as_str().unwrap().to_owned(), figure["line"].as_u64().unwrap());
    let places: std::collections::BTreeSet<(String, u64)> = figures.iter().map(place).collect();
    assert_eq!(places.len(), figures.len());
    for status in ["confirmed", "quoted", "inferred", "provisional"] {
        let lines = figures.iter().filter(|figure| figure["status"] == status).count() as u64;
        assert_eq!(standard["counts"][status], lines, "{status}");
        let sum: u64 = groups.iter().map(|group| group["counts"][status].as_u64().unwrap()).sum();
        assert_eq!(sum, lines);
    }
}

#[test]
fn below_a_status_only_the_weaker_figures_are_listed_and_all_are_counted() {
    let all = json("check criteria/template.toml --status --format json", 0);
    for (least, weaker) in [
        ("confirmed", &["quoted", "inferred", "provisional"][..]),
        ("quoted", &["inferred", "provisional"]),
        ("inferred", &["provisional"]),
    ] {
        let found = json(&format!("check criteria/template.toml --status --below {least} --format json"), 0);
        let standard = &found["standards"][0];
        assert_eq!(standard["counts"], all["standards"][0]["counts"]);
        let groups = standard["criteria"].as_array().unwrap();
        let listed: Vec<&Value> = groups.iter().flat_map(|group| group["figures"].as_array().unwrap()).collect();
        let expected: u64 = weaker.iter().map(|status| standard["counts"][status].as_u64().unwrap()).sum();
        assert_eq!(listed.len() as u64, expected, "{least}");
        assert!(listed.iter().all(|figure| weaker.contains(&figure["status"].as_str().unwrap())));
    }
    assert!(cfc("check --status --below quoted --lang en").out.contains("103 of 116 figures are below \"quoted\""));
}

/// The template with every figure at least inferred, then quoted, then confirmed.
fn raised(least: &str) -> String {
    let text = project_file("criteria/new.toml");
    let signed = if least == "confirmed" { ", by = \"A\", on = 2025-01-31" } else { "" };
    text.replace("status = \"provisional\"", &format!("status = \"{least}\"{signed}"))
}

#[test]
fn strict_with_a_status_is_3_exactly_when_a_figure_is_below_it() {
    let order = ["confirmed", "quoted", "inferred", "provisional"];
    let folder = folder();
    for (has, status) in order.into_iter().enumerate() {
        let path = file(&folder, &format!("{status}.toml"), raised(status));
        for (asks, least) in order.into_iter().enumerate().take(3) {
            let ran = cfc(&format!("check {path} --strict={least}"));
            let expected = if has > asks { 3 } else { 0 };
            assert_eq!(ran.code, expected, "{status} --strict={least}\n{}", ran.err);
            assert_eq!(ran.err.contains("criteria/below-status"), expected == 3, "{}", ran.err);
        }
        assert_eq!(cfc(&format!("check {path} --strict")).code, 0, "a warning only");
    }
}

#[test]
fn strict_with_a_status_names_how_many_which_and_what_to_type() {
    let ran = cfc("check criteria/qd-06-2019.toml --strict=quoted --lang en");
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    for part in [
        "103 of 116 figures",
        "4 `inferred` and 99 `provisional`",
        "`standard.total_points`",
        "criteria/qd-06-2019.toml:25:",
    ] {
        assert!(ran.err.contains(part), "{part} in {}", ran.err);
    }
    let typed = ran.err.split("help: `cfc ").nth(1).unwrap().split('`').next().unwrap();
    assert_eq!(cfc(typed).code, 0, "{typed}");
}

#[test]
fn errors_and_warnings_weigh_more_than_a_status() {
    assert_eq!(cfc(&format!("check {BAD} --strict=quoted")).code, 1);
    assert_eq!(cfc("check tests/bad/standards/criteria-unused/standard.toml --strict=confirmed").code, 1);
    assert_eq!(cfc(&format!("check qd-06-2019 {BAD} --strict=quoted")).code, 1);
    assert_eq!(cfc("check qd-06-2019 no-such-file.toml --strict=quoted").code, 2);
    assert_eq!(json("check --strict=quoted --format json", 3)["standards"][0]["sound"], false);
}

#[test]
fn a_standard_with_errors_has_no_list_of_figures() {
    let ran = cfc(&format!("check {BAD} --status"));
    assert!(ran.code == 1 && ran.out.is_empty() && ran.err.contains("criteria/band-gap"), "{ran:?}");
}

#[test]
fn options_that_do_not_go_together_are_wrong_use_in_both_languages() {
    for lang in ["vi", "en"] {
        for (options, part) in [
            ("--format csv", "json"),
            ("--status --format text", "table"),
            ("--below quoted", "--status"),
            ("--status --below provisional", "quoted"),
            ("--strict=provisional", "quoted"),
            ("--format xml", "json"),
            ("--explain x/y --status", "--status"),
            ("--watch --status", "--status"),
            ("--watch", "qd-06-2019"),
        ] {
            let ran = cfc(&format!("check {options} --lang {lang}"));
            assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(part), "{options}: {ran:?}");
        }
    }
}

//! Cases that fail because of one changed figure: the first five in full, the others as one line.

use crate::run::{cfc, file, folder, project_file};
use serde_json::Value;

/// A standard with this many cases that misread it, two findings each.
fn standard(wrong: usize) -> String {
    let text = project_file("criteria/new.toml");
    let case = |n: usize| {
        let figures = format!("children = {n}00, children_registered = {n}00, registrar = true");
        format!(
            "\n[[case]]\nname = \"commune {n}\"\ngiven = {{ {figures} }}\ntotal = {n}\nverdict = \"not_recognised\"\n"
        )
    };
    std::iter::once(text).chain((1..=wrong).map(case)).collect()
}

#[test]
fn a_failing_case_is_named_in_both_languages() {
    let folder = folder();
    let path = file(&folder, "new.toml", standard(1));
    for (lang, message) in [
        ("en", "case \"commune 1\" fails: `total` expected 1, found 100 (registration 100 = 100)"),
        ("vi", "ví dụ kiểm tra \"commune 1\" không đạt: `total` cần 1, nhưng tính ra 100 (registration 100 = 100)"),
    ] {
        let ran = cfc(&format!("check {path} --lang {lang}"));
        assert!(ran.code == 1 && ran.err.contains(message), "{}", ran.err);
    }
}

#[test]
fn five_failing_cases_are_shown_in_full_and_the_others_counted() {
    let folder = folder();
    for (wrong, line) in [(5, None), (6, Some("1 more case fails")), (19, Some("14 more cases fail"))] {
        let path = file(&folder, "new.toml", standard(wrong));
        for command in [format!("check {path}"), format!("score data/sample/communes.csv --standard {path}")] {
            let ran = cfc(&format!("{command} --lang en"));
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{command}");
            assert_eq!(ran.err.matches("error[case/fails]").count(), 10, "{}", ran.err);
            assert_eq!(ran.err.matches(" more case").count(), usize::from(line.is_some()), "{}", ran.err);
            let told = line.map(|line| format!("… and {line}; type `cfc test {path}` to see them all\n"));
            assert!(told.is_none_or(|told| ran.err.contains(&told)), "{}", ran.err);
            assert!(ran.err.contains(&format!("{} errors", 2 * wrong)), "all are counted: {}", ran.err);
        }
    }
}

#[test]
fn a_program_gets_every_failing_case() {
    let folder = folder();
    let ran = cfc(&format!("check {} --format json", file(&folder, "new.toml", standard(19))));
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["standards"][0]["diagnostics"].as_array().unwrap().len(), 38);
}

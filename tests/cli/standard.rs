//! Which standard: built in, from a file, or none of these.

use crate::run::{Ran, SAMPLE, cfc, file, folder, project, scored};
use std::fs;
use std::process::Command;

#[test]
fn the_binary_alone_is_enough() {
    let (tool, work) = (folder(), folder());
    let binary = tool.path().join(format!("alone{}", std::env::consts::EXE_SUFFIX));
    // A link where one can be made: while a copy is written, a test beside this one may start a program that inherits the
    // open file, and the system then refuses to run it.
    let program = env!("CARGO_BIN_EXE_cfc");
    fs::hard_link(program, &binary).or_else(|_| fs::copy(program, &binary).map(drop)).unwrap();
    file(&work, "communes.csv", fs::read(project(SAMPLE)).unwrap());
    let run = |arguments: &[&str]| -> Ran {
        Command::new(&binary).current_dir(work.path()).args(arguments).output().unwrap().into()
    };
    let ran = run(&["score", "communes.csv", "--format", "csv"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, scored(SAMPLE, "--format csv"));
    let ran = run(&["check", "--lang", "en"]);
    assert!(ran.code == 0 && ran.out.contains("no errors"), "{}{}", ran.out, ran.err);
}

#[test]
fn the_built_in_standard_is_the_file_of_the_project() {
    let path = project("criteria/qd-06-2019.toml");
    for standard in ["criteria/qd-06-2019.toml", "./criteria/qd-06-2019.toml", path.to_str().unwrap(), "qd-06-2019"] {
        let csv = scored(SAMPLE, &format!("--format csv --standard {standard}"));
        assert_eq!(csv, scored(SAMPLE, "--format csv"), "{standard}");
    }
}

#[test]
fn a_standard_stands_anywhere_with_its_scripts_beside_it() {
    let folder = folder();
    let standard = file(&folder, "mine.toml", fs::read(project("criteria/qd-06-2019.toml")).unwrap());
    for script in ["abuse", "satisfaction"] {
        let text = fs::read(project(&format!("scripts/qd-06-2019/{script}.rhai"))).unwrap();
        file(&folder, &format!("{script}.rhai"), text);
    }
    assert_eq!(scored(SAMPLE, &format!("--format csv --standard {standard}")), scored(SAMPLE, "--format csv"));
    fs::remove_file(folder.path().join("abuse.rhai")).unwrap();
    let ran = cfc(&format!("score {SAMPLE} --standard {standard} --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("script/not-found") && ran.err.contains("abuse.rhai"), "{}", ran.err);
}

/// Without the cases that stand beside the figures and would rightly fail when one of these changes.
fn without_cases(text: &str) -> String {
    let mut in_case = false;
    let rules = text.lines().filter(|line| {
        in_case = if line.starts_with('[') { line.starts_with("[[case]]") } else { in_case };
        !in_case
    });
    rules.collect::<Vec<_>>().join("\n")
}

#[test]
fn another_threshold_in_the_file_is_another_verdict() {
    let folder = folder();
    let text = fs::read_to_string(project("criteria/qd-06-2019.toml")).unwrap();
    assert_eq!(text.matches("at_least = 850").count(), 1);
    let standard = file(&folder, "mine.toml", without_cases(&text).replace("at_least = 850", "at_least = 1000"));
    for script in ["abuse", "satisfaction"] {
        let text = fs::read(project(&format!("scripts/qd-06-2019/{script}.rhai"))).unwrap();
        file(&folder, &format!("{script}.rhai"), text);
    }
    let changed = scored(SAMPLE, &format!("--format csv --standard {standard}"));
    let before = scored(SAMPLE, "--format csv");
    let row = |csv: &str, code: &str| csv.lines().find(|line| line.starts_with(code)).unwrap().to_owned();
    assert!(row(&before, "90002,").contains(",850,recognised,"));
    assert!(row(&changed, "90002,").contains(",1000,not_recognised,total,"));
    assert_eq!(row(&before, "90001,"), row(&changed, "90001,"), "another class");
}

#[test]
fn an_unknown_id_comes_with_the_standards_that_exist() {
    for lang in ["vi", "en"] {
        for command in [format!("score {SAMPLE} --standard no-such-standard"), "check no-such-standard".to_owned()] {
            let ran = cfc(&format!("{command} --lang {lang}"));
            assert!(ran.code != 0 && ran.out.is_empty(), "{command}");
            assert!(ran.err.contains("`no-such-standard`") && ran.err.contains("`qd-06-2019`"), "{}", ran.err);
        }
    }
    assert!(cfc("check qd-06-2018").err.contains("`qd-06-2019`"), "the one that was meant");
}

#[test]
fn standards_lists_what_is_built_in() {
    for lang in ["vi", "en"] {
        let list = cfc(&format!("standards --lang {lang}")).out;
        assert!(list.starts_with("qd-06-2019") && list.contains("06/QĐ-TTg"), "{list}");
    }
}

#[test]
fn check_tells_how_much_stands_in_the_standard_and_how_sure_it_is() {
    let said = cfc("check --lang en").out;
    for part in ["qd-06-2019: no errors", "13 criteria", "0 confirmed", "provisional"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert_eq!(cfc("check criteria/template.toml --strict").code, 0);
}

#[test]
fn check_says_what_is_wrong_in_a_script_before_the_cases_that_fail_for_it() {
    let ran = cfc("check tests/bad/standards/script-failed/standard.toml --lang en");
    let script = ran.err.find("error[script/branch-exceeds]").expect("the branch is named");
    let case = ran.err.find("error[script/failed]").expect("the case is named");
    assert!(ran.code == 1 && script < case, "{}", ran.err);
    let ran = cfc("check tests/bad/standards/script-points-turn/standard.toml --lang en --strict");
    assert!(ran.code == 1 && ran.err.contains("warning[script/points-turn]"), "{}", ran.err);
}

//! Vietnamese unless English is asked for; colour only on a terminal.

use crate::run::{MISTAKES, SAMPLE, cfc, program};

/// One line of each place where words come from.
const RUNS: [(&str, &str, &str); 5] = [
    ("--help", "Cách dùng", "Usage"),
    ("check", "không có lỗi", "no errors"),
    ("score data/sample/communes.csv", "Tổng điểm", "Total"),
    ("score data/sample/mistakes.csv", "gợi ý", "help"),
    ("score", "thiếu", "missing"),
];

fn said(arguments: &str, environment: Option<&str>) -> String {
    let mut command = program();
    if let Some(lang) = environment {
        command.env("CFC_LANG", lang);
    }
    let output = command.args(arguments.split_whitespace()).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn vietnamese_is_the_default_and_english_is_asked_for() {
    for (arguments, vi, en) in RUNS {
        let vietnamese = [said(arguments, None), said(arguments, Some("vi"))];
        let english = [
            said(&format!("--lang en {arguments}"), None),
            said(&format!("{arguments} --lang=en"), None),
            said(arguments, Some("en")),
        ];
        for text in vietnamese {
            assert!(text.contains(vi) && !text.contains(en), "cfc {arguments}\n{text}");
        }
        for text in english {
            assert!(text.contains(en) && !text.contains(vi), "cfc {arguments}\n{text}");
        }
    }
}

#[test]
fn the_option_beats_the_environment() {
    assert!(said("check --lang vi", Some("en")).contains("không có lỗi"));
    assert!(said("check --lang en", Some("vi")).contains("no errors"));
}

#[test]
fn help_of_every_command_has_a_worked_example_in_both_languages() {
    for (lang, example) in [("vi", "Ví dụ:"), ("en", "Example:")] {
        for command in ["score", "check", "standards", "schema", "new", "standards export"] {
            let help = cfc(&format!("{command} --help --lang {lang}")).out;
            let after = help.split(example).nth(1).unwrap_or_default();
            assert!(after.trim().starts_with(&format!("cfc {command}")), "{help}");
        }
    }
}

#[test]
fn the_examples_of_the_help_work_when_typed() {
    for command in ["check", "standards", "score"] {
        let help = cfc(&format!("{command} --help")).out;
        let example = help.split("Ví dụ:").nth(1).unwrap().trim().trim_start_matches("cfc ");
        // Only the example of `score` writes a file.
        let example = example.split(" -o ").next().unwrap();
        assert_eq!(cfc(example).code, 0, "cfc {example}");
    }
}

#[test]
fn the_vietnamese_help_is_vietnamese_throughout() {
    for command in ["", "score", "check", "standards", "schema", "new", "standards export"] {
        let help = cfc(&format!("{command} --help")).out;
        for english in ["OPTIONS", "COMMAND", "possible values", "default", "alias"] {
            assert!(!help.contains(english), "{english} in\n{help}");
        }
    }
}

#[test]
fn every_option_of_the_contract_is_in_the_help() {
    let help = cfc("score --help").out;
    for option in [
        "--standard",
        "--format",
        "-o",
        "--breakdown",
        "--sort",
        "--reverse",
        "--only",
        "--skip-bad-rows",
        "--allow-missing-columns",
        "--extra-columns",
        "--strict",
        "--width",
        "--lang",
        "--color",
    ] {
        assert!(help.contains(option), "{option}");
    }
}

#[test]
fn there_is_no_colour_when_nobody_looks() {
    let coloured = |text: &str| text.contains('\u{1B}');
    for arguments in [format!("score {SAMPLE}"), format!("score {MISTAKES}"), "--help".to_owned(), "scor".to_owned()] {
        let plain = said(&arguments, None);
        assert!(!coloured(&plain), "cfc {arguments}");
        assert_eq!(plain, said(&format!("{arguments} --color never"), None), "cfc {arguments}");
    }
    assert!(coloured(&said(&format!("score {SAMPLE} --color always"), None)));
    assert!(coloured(&said(&format!("score {MISTAKES} --color always"), None)));
}

#[test]
fn a_file_is_never_coloured() {
    let folder = crate::run::folder();
    let path = folder.path().join("results.txt");
    let ran = cfc(&format!("score {SAMPLE} --color always -o {}", path.display()));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!std::fs::read_to_string(path).unwrap().contains('\u{1B}'));
}

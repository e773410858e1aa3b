//! Completions, manual pages and `--quiet`: all from the description that the help is made of.

use crate::run::{SAMPLE, cfc, file, folder};
use std::collections::BTreeSet;

#[test]
fn every_shell_completes_every_command_in_either_language() {
    for lang in ["vi", "en"] {
        for shell in ["bash", "zsh", "fish", "powershell"] {
            let ran = cfc(&format!("completions {shell} --lang {lang}"));
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{shell}");
            for word in ["review", "score", "expected", "completions"] {
                assert!(ran.out.contains(word), "{shell} {lang} does not know {word}");
            }
        }
    }
    assert_eq!(cfc("completions tcsh").code, 2);
}

#[test]
fn a_manual_page_has_the_options_of_its_command_in_the_language_asked_for() {
    let (vi, en) = (cfc("man review").out, cfc("man review --lang en").out);
    let rows = [
        (&vi, ".SH \"TÙY CHỌN\""),
        (&vi, ".SH \"VÍ DỤ\""),
        (&vi, "Bảng số liệu năm trước"),
        (&en, ".SH OPTIONS"),
        (&en, ".SH EXAMPLE"),
        (&en, "Last year"),
    ];
    for (page, expected) in rows {
        assert!(page.starts_with(".ie") && page.contains(".TH cfc-review 1"), "{page}");
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
    let whole = cfc("man --lang en").out;
    assert!(whole.contains(".SH COMMANDS") && whole.contains("cfc\\-score(1)"), "{whole}");
    assert_eq!(cfc("man no-such-command").code, 2);
}

/// The long options at the beginning of lines, each behind its short one.
fn options(page: &str, dash: &str) -> BTreeSet<String> {
    let plain = |line: &str| line.replace("\\fB", "").replace("\\fR", "").replace("\\-", "-");
    let begins = |line: &&str| line.trim_start().starts_with(dash);
    let words = page.lines().filter(begins).map(plain).collect::<Vec<_>>();
    let option = |line: &String| {
        line.split_whitespace()
            .take(2)
            .map(|word| word.split([',', '[', '=']).next().unwrap_or_default())
            .find(|word| word.starts_with("--"))
            .map(str::to_owned)
    };
    words.iter().filter_map(option).collect()
}

#[test]
fn a_manual_page_has_every_option_of_the_help_and_no_other() {
    let help = cfc("--help --lang en").out;
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let is_name = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    let commands: Vec<&str> =
        listed.lines().filter(is_name).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 10, "{commands:?}");
    for command in commands.into_iter().chain([""]) {
        for lang in ["vi", "en"] {
            let help = options(&cfc(&format!("{command} --help --lang {lang}")).out, "-");
            let page = cfc(&format!("man {command} --lang {lang}")).out;
            assert!(help.contains("--quiet") && help.contains("--lang"), "{command}: {help:?}");
            assert_eq!(options(&page, "\\fB\\-"), help, "{command}");
            let headings = page.lines().filter_map(|line| line.strip_prefix(".SH "));
            assert!(headings.clone().count() > 3 || command.is_empty(), "{page}");
            for heading in headings {
                assert_eq!(heading, heading.to_uppercase(), "{command}");
            }
        }
    }
}

#[test]
fn quiet_leaves_out_what_was_written_but_never_an_error() {
    let folder = folder();
    let out = file(&folder, "out.csv", "");
    for command in ["score", "review"] {
        let loud = cfc(&format!("{command} {SAMPLE} -o {out} --lang en"));
        assert!(loud.err.contains("written ") && loud.err.contains("Units: 124"), "{}", loud.err);
        assert_eq!(cfc(&format!("{command} {SAMPLE} -o {out} --quiet")).err, "");
        assert!(cfc(&format!("{command} no-such-file.csv -q --lang en")).err.contains("no-such-file.csv"));
    }
}

#[test]
fn quiet_is_taken_by_every_command_and_leaves_only_the_result() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (to, form) = (path("to"), path("form.xlsx"));
    let rows = [
        format!("standards export {to}"),
        format!("new abc --dir {}", path("new")),
        format!("schema -o {}", path("s.json")),
        format!("form -o {form}"),
        format!("check {to}/criteria/qd-06-2019.toml"),
        "standards".to_owned(),
        "completions bash".to_owned(),
        "man".to_owned(),
        "test".to_owned(),
        "diff qd-06-2019 qd-06-2019".to_owned(),
        format!("score {SAMPLE}"),
        format!("review {SAMPLE}"),
    ];
    for row in rows {
        let ran = cfc(&format!("{row} -q"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{row}");
        assert!(!ran.out.contains("Bước tiếp theo"), "{row}\n{}", ran.out);
    }
    // What is there and differs is an error, however quiet.
    std::fs::write(format!("{to}/criteria/qd-06-2019.toml"), "x").unwrap();
    for row in
        [format!("standards export {to}"), format!("form -o {form}"), format!("check {to}/criteria/qd-06-2019.toml")]
    {
        let ran = cfc(&format!("{row} --quiet --lang en"));
        assert!(ran.code > 0 && ran.err.contains("error"), "{row} {}", ran.err);
    }
}

//! `cfc score --public`.

use std::process::{Command, Output};

fn cfc(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cfc"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("CFC_LANG").env_remove("NO_COLOR");
    command.args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const SAMPLE: &str = "data/sample/communes.csv";

/// The sample with other counts where they are hidden whatever they are: every 1 to 4 of these columns turned round.
fn turned(folder: &tempfile::TempDir) -> String {
    let table = std::fs::read_to_string(SAMPLE).unwrap();
    let header: Vec<&str> = table.lines().next().unwrap().split(',').collect();
    let at = |id: &str| header.iter().position(|name| *name == id).unwrap();
    let columns = [at("abused"), at("abused_last_year"), at("offending"), at("drug_addicted")];
    let turn = |(column, cell): (usize, &str)| match cell.parse::<i64>() {
        Ok(count @ 1..=4) if columns.contains(&column) => (5 - count).to_string(),
        _ => cell.to_owned(),
    };
    let line = |line: &str| line.split(',').enumerate().map(turn).collect::<Vec<_>>().join(",");
    let text: Vec<String> = table.lines().map(line).collect();
    let path = folder.path().join("communes.csv");
    std::fs::write(&path, text.join("\n") + "\n").unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn neither_bytes_nor_order_nor_choice_of_rows_depend_on_hidden_counts() {
    let folder = tempfile::tempdir().unwrap();
    let turned = turned(&folder);
    let more: [&[&str]; 8] = [
        &["--format", "csv"],
        &["--format", "csv", "--sort", "total"],
        &["--format", "csv", "--sort", "distance", "--reverse"],
        &["--format", "table", "--sort", "verdict", "--breakdown"],
        &["--format", "md", "--only", "failed"],
        &["--format", "csv", "--only", "recognised"],
        &["--format", "table", "--only", "undetermined", "--lang", "en"],
        &["--format", "tsv", "--sort", "distance"],
    ];
    for more in more {
        let of = |table: &str| cfc(&[&["score", table, "--public"], more].concat());
        let (one, other) = (of(SAMPLE), of(&turned));
        assert!(one.stdout == other.stdout, "{more:?}");
        assert_eq!(text(&one.stderr), text(&other.stderr), "{more:?}");
        assert!(one.status.success() && !one.stdout.is_empty());
    }
    // The internal edition is of what was counted.
    let of = |table: &str| cfc(&["score", table, "--format", "csv"]).stdout;
    assert!(of(SAMPLE) != of(&turned));
}

#[test]
fn the_manifest_of_a_public_edition_has_no_hash_of_the_table() {
    let document = |more: &[&str]| -> serde_json::Value {
        let output = cfc(&[&["score", SAMPLE, "--format", "json"], more].concat());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let (internal, public) = (document(&[]), document(&["--public"]));
    assert!(internal["manifest"]["tables"][0]["sha256"].is_string());
    assert!(internal["manifest"]["edition"].is_null());
    assert!(public["manifest"]["tables"][0]["sha256"].is_null());
    assert_eq!(public["manifest"]["edition"], "public");
    assert_eq!(public["manifest"]["hides"]["to"], 4);
    assert_eq!(public["manifest"]["counts"]["not_published"], 15);
}

#[test]
fn options_that_tell_figures_do_not_go_with_a_public_edition() {
    for option in ["--margins", "--self-scores", "--extra-columns"] {
        for (lang, words) in [("vi", "không dùng cùng nhau"), ("en", "not together")] {
            let output = cfc(&["score", SAMPLE, "--public", option, "--lang", lang]);
            let said = text(&output.stderr);
            assert!(said.contains("--public") && said.contains(option) && said.contains(words), "{said}");
            assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        }
    }
}

#[test]
fn a_standard_that_declares_nothing_sensitive_has_no_public_edition() {
    let folder = tempfile::tempdir().unwrap();
    let standard = std::fs::read_to_string("tests/standards/dated.toml").unwrap();
    assert!(!standard.contains("sensitive"));
    let table = folder.path().join("t.csv");
    std::fs::write(&table, "code,name\n00001,Xã Mẫu\n").unwrap();
    for (lang, words) in [("vi", "không khai báo trường nhạy cảm"), ("en", "declares no sensitive field")] {
        let standard = ["--standard", "tests/standards/dated.toml"];
        let output = cfc(&[&["score", table.to_str().unwrap(), "--public", "--lang", lang], &standard[..]].concat());
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
        assert_eq!(output.status.code(), Some(2));
    }
}

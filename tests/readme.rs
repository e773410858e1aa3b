//! Every command and output shown in a README is what the program does.
//!
//! A block of type `console` holds commands after `$ ` and what they print, on stdout and then on stderr. A line `...`
//! stands for any number of lines. With `UPDATE_README=1` the blocks are rewritten instead; `...` lines are then lost and
//! to be put back by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop with a panic")]

use std::path::{Path, PathBuf};
use std::process::Command;

const PAGES: &[&str] = &["README.md", "README.vi.md"];

/// One command of a page with the lines that follow it.
struct Shown {
    line: usize,
    command: String,
    output: Vec<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shown(page: &str) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    let mut inside = false;
    for (at, line) in page.lines().enumerate() {
        match (inside, line) {
            (false, "```console") => inside = true,
            (true, "```") => inside = false,
            (true, line) => match line.strip_prefix("$ ") {
                Some(command) => {
                    found.push(Shown { line: at + 1, command: command.to_owned(), output: Vec::new() });
                }
                None => found.last_mut().expect("a block begins with a command").output.push(line.to_owned()),
            },
            (false, _) => {}
        }
    }
    found
}

/// The arguments of the program: `cfc …`, or `cargo run --release -- …`, which is the same program.
fn arguments(command: &str) -> Option<Vec<String>> {
    let rest = command.strip_prefix("cargo run --release -- ").or_else(|| command.strip_prefix("cfc "))?;
    Some(rest.split_whitespace().map(|word| word.trim_matches('"').to_owned()).collect())
}

/// Runs in a copy of the data and criteria, so that what a page writes stays out of the tree.
fn run(arguments: &[String], folder: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_cfc"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("CFC_LANG")
        .env_remove("CFC_WIDTH")
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    text.lines().map(|line| line.trim_end().to_owned()).collect()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn workplace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["data", "criteria", "scripts"] {
        copy(&root().join(name), &folder.path().join(name));
    }
    folder
}

/// Whether the lines fit, `...` standing for any number of them.
fn fits(expected: &[String], found: &[String]) -> bool {
    match expected.split_first() {
        None => found.is_empty(),
        Some((first, rest)) if first == "..." => (0..=found.len()).any(|skip| fits(rest, &found[skip..])),
        Some((first, rest)) => {
            found.split_first().is_some_and(|(line, after)| line == first.trim_end() && fits(rest, after))
        }
    }
}

#[test]
fn every_command_of_a_readme_prints_what_is_shown() {
    for name in PAGES {
        let page = std::fs::read_to_string(root().join(name)).unwrap();
        let folder = workplace();
        let mut updated = page.clone();
        let mut commands = 0;
        for Shown { line, command, output } in shown(&page) {
            let Some(arguments) = arguments(&command) else {
                assert!(command.starts_with("cargo test"), "{name}:{line}: `{command}` is not run by any test");
                continue;
            };
            commands += 1;
            let found = run(&arguments, folder.path());
            if std::env::var_os("UPDATE_README").is_some() {
                let block = |lines: &[String]| [&[format!("$ {command}")], lines].concat().join("\n") + "\n";
                updated = updated.replacen(&block(&output), &block(&found), 1);
            } else {
                assert!(fits(&output, &found), "{name}:{line}: `{command}` printed\n{}", found.join("\n"));
            }
        }
        assert!(commands >= 5, "{name} shows {commands} commands");
        if updated != page {
            std::fs::write(root().join(name), updated).unwrap();
        }
    }
}

#[test]
fn a_changed_output_would_be_seen() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(fits(&lines("a\n...\nd"), &lines("a\nb\nc\nd")));
    assert!(!fits(&lines("a\n...\nd"), &lines("a\nb\nc\ne")));
    assert!(!fits(&lines("a"), &lines("a\nb")));
}

//! A README can be followed literally: every command prints what is shown, and the changes of files in between, which
//! the sentence before a block of TOML or a script asks for, are made as they stand there. So the path of a new policy
//! editor (a figure from the decision, a threshold from a date, a criterion with two items and a script) is walked here
//! step by step, in both languages.
//!
//! A block of type `console` holds commands after `$ ` and what they print, on stdout and then on stderr. A line `...`
//! stands for any number of lines. With `UPDATE_README=1` the blocks are rewritten instead; `...` lines are then lost and
//! to be put back by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use std::path::{Path, PathBuf};
use std::process::Command;

const PAGES: &[&str] = &["README.md", "README.vi.md"];

/// What a reader does at a block of a page.
enum Step {
    /// Runs a command and sees these lines.
    Run { line: usize, command: String, output: Vec<String> },
    /// Changes a file by hand.
    Edit { line: usize, edit: Edit },
}

/// What the sentence before a block of TOML or a script asks for; the file in it stands between backticks.
enum Edit {
    /// "Add at the end of `FILE`:"
    Append(String, String),
    /// "Write the new file `FILE`:"
    Write(String, String),
    /// "In `FILE`, replace" one block "with" the next.
    Replace(String, String, String),
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A block of a page: the line it begins on, its language, its lines, and the last line of text before it.
struct Block<'p> {
    line: usize,
    language: &'p str,
    lines: Vec<&'p str>,
    intro: &'p str,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let (mut found, mut open, mut intro) = (Vec::new(), None::<Block<'_>>, "");
    for (at, line) in page.lines().enumerate() {
        match (&mut open, line.trim_start().strip_prefix("```")) {
            (Some(_), Some(_)) => found.extend(open.take()),
            (None, Some(language)) => open = Some(Block { line: at + 1, language, lines: Vec::new(), intro }),
            (Some(block), None) => block.lines.push(line),
            (None, None) if !line.trim().is_empty() => intro = line.trim(),
            (None, None) => {}
        }
    }
    found
}

fn commands(block: &Block<'_>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (at, line) in block.lines.iter().enumerate() {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => {
                steps.push(Step::Run { line: block.line + at + 1, command: command.to_owned(), output: Vec::new() });
            }
            (None, Some(Step::Run { output, .. })) => output.push((*line).to_owned()),
            (None, _) => panic!("line {}: a block begins with a command", block.line),
        }
    }
    steps
}

/// Everything a reader does, in the order of the page.
fn steps(page: &str) -> Vec<Step> {
    let (mut steps, mut old) = (Vec::new(), None::<(String, String)>);
    for block in blocks(page) {
        let text = block.lines.join("\n") + "\n";
        let file = || block.intro.rsplit('`').nth(1).expect("the sentence names a file").to_owned();
        let says = |words: [&str; 2]| words.iter().any(|words| block.intro.contains(words));
        let edit = match block.language {
            "console" => {
                steps.extend(commands(&block));
                continue;
            }
            "toml" | "rhai" | "csv" if says(["at the end of `", "vào cuối tệp `"]) => Edit::Append(file(), text),
            "toml" | "rhai" | "csv" if says(["the new file `", "tệp mới `"]) => Edit::Write(file(), text),
            "toml" | "rhai" | "csv" if says(["`, replace", "`, thay"]) => {
                old = Some((file(), text));
                continue;
            }
            "toml" | "rhai" | "csv" if ["with", "bằng"].contains(&block.intro) => {
                let (file, old) = old.take().expect("what is replaced stands before");
                Edit::Replace(file, old, text)
            }
            "" => continue,
            other => panic!("line {}: nobody is told what to do with this {other}", block.line),
        };
        steps.push(Step::Edit { line: block.line, edit });
    }
    steps
}

impl Edit {
    fn apply(&self, folder: &Path, line: usize) {
        let read = |file: &str| {
            let read = std::fs::read_to_string(folder.join(file));
            read.unwrap_or_else(|error| panic!("line {line}: {file}: {error}"))
        };
        let (file, text) = match self {
            Self::Append(file, added) => (file, format!("{}\n{added}", read(file))),
            Self::Write(file, text) => {
                assert!(!folder.join(file).exists(), "line {line}: {file} is not new");
                (file, text.clone())
            }
            Self::Replace(file, old, new) => {
                let text = read(file);
                assert_eq!(text.matches(old.as_str()).count(), 1, "line {line}: {file} has these lines once:\n{old}");
                (file, text.replacen(old.as_str(), new, 1))
            }
        };
        std::fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
        std::fs::write(folder.join(file), text).unwrap();
    }
}

/// The arguments of the program: `cfc …`, or `cargo run --release -- …`, which is the same program.
fn arguments(command: &str) -> Option<Vec<String>> {
    let rest = command.strip_prefix("cargo run --release -- ").or_else(|| command.strip_prefix("cfc "))?;
    // What stands between quotes is one argument.
    let (mut arguments, mut quoted) = (vec![String::new()], false);
    for letter in rest.trim().chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => arguments.push(String::new()),
            letter => arguments.last_mut().unwrap().push(letter),
        }
    }
    Some(arguments.into_iter().filter(|argument| !argument.is_empty()).collect())
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
fn every_step_of_a_readme_can_be_taken_and_prints_what_is_shown() {
    for name in PAGES {
        let page = std::fs::read_to_string(root().join(name)).unwrap();
        let folder = workplace();
        let mut updated = page.clone();
        let (mut commands, mut edits) = (0, 0);
        for step in steps(&page) {
            let (line, command, output) = match step {
                Step::Edit { line, edit } => {
                    edits += 1;
                    edit.apply(folder.path(), line);
                    continue;
                }
                Step::Run { line, command, output } => (line, command, output),
            };
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
        assert!(commands >= 15 && edits >= 8, "{name} has {commands} commands and {edits} changes of files");
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

//! Official papers: the form the decree asks for, read from the XML; what they say, held against the results.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod command;
mod content;
mod form;
mod part;

use part::Part;
use std::process::{Command, Output};
use std::sync::OnceLock;

const SAMPLE: &str = "data/sample/communes.csv";
const SELF_SCORES: &str = "data/sample/self-scores.csv";

/// The program in the project's folder.
fn cfc(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cfc"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("CFC_LANG").args(arguments).output().unwrap()
}

/// The bytes of a paper made with these arguments.
fn written(command: &str, table: &str, arguments: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.docx");
    let output = cfc(&[&[command, table, "-o", path.to_str().unwrap()], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(path).unwrap()
}

/// The parts of a paper by name.
struct Paper(zip::ZipArchive<std::io::Cursor<Vec<u8>>>);

impl Paper {
    fn of(table: &str, arguments: &[&str]) -> Self {
        Self::read(written("report", table, arguments))
    }

    fn read(bytes: Vec<u8>) -> Self {
        Self(zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap())
    }

    fn part(&mut self, name: &str) -> Part {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut self.0.by_name(name).unwrap(), &mut text).unwrap();
        Part::read(&text)
    }

    fn document(&mut self) -> Part {
        self.part("word/document.xml")
    }
}

/// Every kind of paper in both languages, each made once.
fn every_paper() -> Vec<(String, Paper)> {
    static MADE: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    let kinds = [("results", SAMPLE), ("commune", SELF_SCORES), ("minutes", SELF_SCORES)];
    let both = || kinds.into_iter().flat_map(|kind| ["vi", "en"].map(|lang| (kind, lang)));
    let make = |((kind, table), lang): ((&str, &str), &str)| {
        (format!("{kind} {lang}"), written("report", table, &["--paper", kind, "--lang", lang]))
    };
    let papers = MADE.get_or_init(|| both().map(make).collect());
    papers.iter().map(|(name, bytes)| (name.clone(), Paper::read(bytes.clone()))).collect()
}

/// The results as data: one object per commune.
fn results(table: &str) -> Vec<serde_json::Value> {
    let output = cfc(&["score", table, "--format", "json", "-q"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    document["communes"].as_array().unwrap().clone()
}

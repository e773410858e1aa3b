//! Running the program, and reading what it wrote.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The sample: 124 communes, every verdict.
pub(crate) const SAMPLE: &str = "data/sample/communes.csv";
/// The same with a mistake in nearly every row.
pub(crate) const MISTAKES: &str = "data/sample/mistakes.csv";

/// What a run left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("text in UTF-8");
        Self { code: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The program in the project's folder, without anything of the environment that changes what it says.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cfc"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    for variable in ["CFC_LANG", "NO_COLOR", "CLICOLOR_FORCE", "RAYON_NUM_THREADS", "COLUMNS"] {
        command.env_remove(variable);
    }
    command
}

/// Runs it with arguments separated by blanks.
pub(crate) fn cfc(arguments: &str) -> Ran {
    program().args(arguments.split_whitespace()).output().unwrap().into()
}

/// Runs `score` on a table with more arguments, in English, and asserts that nothing was wrong.
pub(crate) fn scored(table: &str, arguments: &str) -> String {
    let ran = cfc(&format!("score {table} --lang en {arguments}"));
    assert_eq!((ran.code, ran.err.contains("error[")), (0, false), "{table} {arguments}\n{}", ran.err);
    ran.out
}

/// A folder that is gone after the test.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Writes a file into a folder; its path as an argument.
pub(crate) fn file(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Names of the files in a folder.
pub(crate) fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The text of a file of the project.
pub(crate) fn project_file(path: &str) -> String {
    fs::read_to_string(project(path)).unwrap()
}

/// The path of a file of the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A table of results: header and rows.
pub(crate) struct Results {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Results {
    pub(crate) fn read(text: &str, delimiter: u8) -> Self {
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(text.as_bytes());
        let mut rows: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let header = rows.remove(0);
        Self { header, rows }
    }

    /// Scores a table as CSV.
    pub(crate) fn of(table: &str, arguments: &str) -> Self {
        Self::read(&scored(table, &format!("--format csv {arguments}")), b',')
    }

    pub(crate) fn column(&self, id: &str) -> Vec<&str> {
        let at = self.header.iter().position(|h| h == id).unwrap_or_else(|| panic!("no column {id}"));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }
}

/// Points in thousandths.
pub(crate) fn thousandths(points: &str) -> i64 {
    let (whole, part) = points.split_once('.').unwrap_or((points, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    whole.parse::<i64>().unwrap() * 1000 + sign * digits.parse::<i64>().unwrap()
}

//! The command line: reads arguments and files, writes results to stdout or files and everything else to stderr, and
//! sets the exit code. One file per command.

mod args;
mod check;
mod help;
mod output;
mod score;
mod standards;
mod words;

use crate::diag::{Diagnostic, Kind, Level, Problem, Report, print};
use crate::lang::Lang;
use args::{Command, Common};
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// How a run ended, in the order of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Done, whatever the verdicts are.
    Done,
    /// The criteria or the table have errors.
    Errors,
    /// Wrong use, or a file that cannot be read or written.
    Unusable,
    /// `--strict`, and something is undetermined or provisional.
    NotStrict,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Errors => 1,
            Outcome::Unusable => 2,
            Outcome::NotStrict => 3,
        })
    }
}

/// Runs the program with these arguments, the first being its name.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let outcome = match args::parse(&arguments) {
        Ok((common, command)) => dispatch(&common, &command),
        Err(usage) => usage.show(),
    };
    outcome.into()
}

fn dispatch(common: &Common, command: &Command) -> Outcome {
    match command {
        Command::Score(options) => score::run(common, options),
        Command::Check(options) => check::run(common, options),
        Command::Standards => standards::run(common),
    }
}

/// Prints diagnostics to stderr.
fn show(report: &Report, common: &Common) {
    if report.diagnostics.is_empty() {
        return;
    }
    complain(&print::report(report, common.lang, common.colour_on(std::io::stderr().is_terminal())));
}

/// Writes to stderr; when even that is closed there is nobody left to tell.
fn complain(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// The exit code a report asks for: a file that cannot be read weighs more than its contents.
fn outcome_of(report: &Report) -> Outcome {
    let no_standard = |d: &Diagnostic| matches!(d.problem, Problem::UnknownId { kind: Kind::Standard, .. });
    let unusable = |d: &Diagnostic| no_standard(d) || d.level() == Level::Error && d.code().starts_with("file/");
    if report.diagnostics.iter().any(unusable) {
        Outcome::Unusable
    } else if report.has_errors() {
        Outcome::Errors
    } else {
        Outcome::Done
    }
}

/// One message of the command line itself, in the form of a diagnostic.
fn fail(lang: Lang, message: &str) -> Outcome {
    let word = words::of(lang).error;
    complain(&format!("{word}: {message}\n"));
    Outcome::Unusable
}

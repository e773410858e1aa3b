//! The command line: reads arguments and files, writes results to stdout or files and everything else to stderr, and
//! sets the exit code. One file per command.

mod args;
mod check;
mod completions;
mod diff;
mod explain;
mod form;
mod format;
mod help;
mod man;
mod new;
mod output;
mod progress;
mod report;
mod review;
mod schema;
mod score;
mod standards;
mod tables;
mod target;
mod test;
mod words;
mod workplace;

use crate::diag::{Book, Diagnostic, Kind, Level, Problem, Report, print};
use crate::lang::Lang;
use args::Common;
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// A command: how it is described, with an example in either language, and what it does.
struct Entry {
    describe: fn(Lang) -> clap::Command,
    example: (&'static str, &'static str),
    run: fn(&Common, &ArgMatches) -> Outcome,
}

/// All commands in the order of the help.
const COMMANDS: &[Entry] = &[
    score::ENTRY,
    explain::ENTRY,
    report::ENTRY,
    review::ENTRY,
    check::ENTRY,
    test::ENTRY,
    diff::ENTRY,
    form::ENTRY,
    standards::ENTRY,
    new::ENTRY,
    schema::ENTRY,
    completions::ENTRY,
    man::ENTRY,
];

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
        Ok((common, matches)) => dispatch(&common, &matches),
        Err(usage) => usage.show(),
    };
    outcome.into()
}

/// The one that was typed; the parser accepts no other.
fn dispatch(common: &Common, matches: &ArgMatches) -> Outcome {
    let Some((name, options)) = matches.subcommand() else { return Outcome::Unusable };
    let typed = COMMANDS.iter().find(|entry| (entry.describe)(common.lang).get_name() == name);
    typed.map_or(Outcome::Unusable, |entry| (entry.run)(common, options))
}

/// Prints diagnostics to stderr, quietly those that are more than notes.
fn show(report: &Report, common: &Common) {
    let is_shown = |diagnostic: &&Diagnostic| !common.quiet || diagnostic.level() != Level::Note;
    let diagnostics: Vec<Diagnostic> = report.diagnostics.iter().filter(is_shown).cloned().collect();
    if diagnostics.is_empty() {
        return;
    }
    let report = Report { diagnostics };
    complain(&print::report(&report, common.lang, common.colour_on(std::io::stderr().is_terminal())));
}

/// Writes to stderr; when even that is closed there is nobody left to tell.
fn complain(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// The exit code a report asks for: a file that cannot be read weighs more than its contents.
fn outcome_of(report: &Report) -> Outcome {
    let no_standard = |d: &Diagnostic| {
        matches!(d.problem, Problem::UnknownId { kind: Kind::Standard, .. } | Problem::Book(Book::UnknownSheet { .. }))
    };
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

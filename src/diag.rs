//! Diagnostics: what is wrong, where, why, and what to type.
//!
//! A [`Problem`] is a struct of facts; its wording stands in one place per language (`diag/en`, `diag/vi`), its
//! code in `diag/code.rs`. The stage that finds it adds the place. [`mod@print`] turns diagnostics into text with
//! carets under the source.

pub mod book;
mod code;
mod en;
#[cfg(test)]
mod examples;
pub mod explain;
mod group;
pub mod json;
mod merge;
mod note;
pub mod print;
#[cfg(test)]
mod print_test;
pub mod problem;
mod shape;
mod slip;
mod source;
mod suggest;
mod unfilled;
mod vi;
mod wording;
#[cfg(test)]
mod wording_test;
mod words;

pub use book::Book;
pub use note::Note;
pub use problem::{AskedYear, Kind, Problem, Shape};
pub use slip::Slip;
pub use source::{CellPlace, Place, Source, Span, fingerprint};
pub use suggest::nearest;

use crate::lang::Lang;
use crate::quantity::Version;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Stops the run.
    Error,
    /// Does not stop the run, unless `--strict`.
    Warning,
    /// Worth knowing.
    Note,
}

/// One finding with its place.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The facts.
    pub problem: Problem,
    /// Where.
    pub place: Place,
    /// Other places that belong to it, each with what it shows.
    pub related: Vec<(Place, Note)>,
    /// Article of the legal text, when there is one.
    pub cites: Option<String>,
    /// The versions it holds for, when it does not hold for all versions of the figures.
    pub under: Vec<Version>,
}

impl Diagnostic {
    /// A problem at a place.
    #[must_use]
    pub fn new(problem: Problem, place: Place) -> Self {
        Self { problem, place, related: Vec::new(), cites: None, under: Vec::new() }
    }

    /// Adds another place that belongs to it.
    #[must_use]
    pub fn with(mut self, place: Place, note: Note) -> Self {
        self.related.push((place, note));
        self
    }

    /// Adds the article of the legal text.
    #[must_use]
    pub fn citing(mut self, cites: &str) -> Self {
        self.cites = Some(cites.to_owned());
        self
    }

    /// Unique, stable code such as `criteria/band-gap`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// How much it weighs.
    #[must_use]
    pub fn level(&self) -> Level {
        self.problem.level()
    }

    /// What is wrong, in one line without a full stop.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        wording::words(&self.problem, lang).message
    }

    /// What to do about it, if there is something to type.
    #[must_use]
    pub fn help(&self, lang: Lang) -> Option<String> {
        wording::words(&self.problem, lang).help
    }
}

/// Collects diagnostics so that one run reports them all.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// In the order found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all of another report.
    pub fn append(&mut self, mut other: Self) {
        self.diagnostics.append(&mut other.diagnostics);
    }

    /// All cases that fail as one warning, where nothing is scored for good: `standard` as it was named.
    #[must_use]
    pub fn with_failing_cases_as_warning(mut self, standard: &str) -> Self {
        let count = print::all_failing(&self.diagnostics).len();
        if count > 0 {
            self.diagnostics.retain(|diagnostic| print::failing(diagnostic).is_none());
            let problem = Problem::CasesFail { count, standard: standard.to_owned() };
            self.push(Diagnostic::new(problem, Place::File(standard.to_owned())));
        }
        self
    }

    /// Whether anything in it stops the run.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Level::Error) > 0
    }

    /// How many of one level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|d| d.level() == level).count()
    }
}

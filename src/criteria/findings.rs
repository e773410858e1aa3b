//! Where the stages of loading put what they find, and a value with its place.

use crate::diag::{Diagnostic, Note, Place, Problem, Report, Source, Span};
use std::cell::RefCell;
use std::sync::Arc;

/// A value with its place in the criteria file.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    /// As written.
    pub(crate) value: T,
    /// Its place.
    pub(crate) span: Span,
}

impl<T> At<T> {
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// Collects the diagnostics of one criteria file; shared by every reader and check, none of which stops.
#[derive(Debug)]
pub(crate) struct Findings {
    source: Arc<Source>,
    report: RefCell<Report>,
}

impl Findings {
    pub(crate) fn new(source: &Arc<Source>) -> Self {
        Self { source: Arc::clone(source), report: RefCell::default() }
    }

    /// A problem at a place of the file.
    pub(crate) fn at(&self, span: &Span, problem: Problem) {
        self.push(Diagnostic::new(problem, self.place(span)));
    }

    /// A problem with one other place that belongs to it.
    pub(crate) fn with(&self, span: &Span, problem: Problem, other: &Span, note: Note) {
        self.push(Diagnostic::new(problem, self.place(span)).with(self.place(other), note));
    }

    pub(crate) fn push(&self, diagnostic: Diagnostic) {
        self.report.borrow_mut().push(diagnostic);
    }

    pub(crate) fn place(&self, span: &Span) -> Place {
        Place::Source(Arc::clone(&self.source), span.clone())
    }

    /// The text of a place as the user wrote it; empty for a place outside the file.
    pub(crate) fn written(&self, span: &Span) -> &str {
        self.source.text.get(span.clone()).unwrap_or("")
    }

    pub(crate) fn source(&self) -> &Arc<Source> {
        &self.source
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.report.borrow().has_errors()
    }

    pub(crate) fn into_report(self) -> Report {
        self.report.into_inner()
    }
}

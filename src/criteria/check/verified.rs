//! Whether every figure of a standard has been verified as far as somebody asks.

use crate::criteria::figures::{Listed, of_versions};
use crate::criteria::model::Standard;
use crate::diag::{Diagnostic, Note, Place, Problem};
use crate::status::Status;
use std::sync::Arc;

/// So many figures are named and shown with their lines; the rest is counted.
const NAMED: usize = 3;

/// The figures of all versions that are weaker than `least`, as one diagnostic with the first of them; `None` when there are none.
/// `name` is how the standard was called by whoever asks.
#[must_use]
pub fn below_status(versions: &[&Standard], least: Status, name: &str) -> Option<Diagnostic> {
    let standard = versions.last()?;
    let figures = of_versions(versions);
    let below: Vec<&Listed<'_>> = figures.iter().filter(|figure| figure.origin.status > least).collect();
    let place = |figure: &Listed<'_>| Place::Source(Arc::clone(&standard.source), figure.origin.span.clone());
    let first = below.first()?;
    let count = |status| (status, below.iter().filter(|figure| figure.origin.status == status).count());
    let problem = Problem::BelowStatus {
        least,
        below: Status::ALL.into_iter().map(count).filter(|(_, n)| *n > 0).collect(),
        all: figures.len(),
        paths: below.iter().take(NAMED).map(|figure| figure.path.clone()).collect(),
        standard: name.to_owned(),
    };
    let mut diagnostic = Diagnostic::new(problem, place(first));
    diagnostic.cites = first.criterion.and_then(|at| standard.criteria.get(at)).map(|of| of.cites.clone());
    let others = below.iter().take(NAMED).skip(1);
    Some(others.fold(diagnostic, |all, figure| all.with(place(figure), Note::AlsoBelow)))
}

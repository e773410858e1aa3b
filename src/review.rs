//! Stage `review`: judges the figures of a table before anyone relies on their points.
//!
//! It looks for what cannot be true, for what is possible but rare, and for what has not been handed in, and says whom to
//! ask. It never changes a figure. The rules of plausibility are not law: each threshold is an option or a constant of
//! [`limits`] with its reason.

mod across;
mod copies;
mod desk;
mod digits;
mod figures_missing;
mod last_year;
pub mod limits;
mod list;
mod pairs;
mod related;
mod relation;
mod same_commune;
mod words;

pub use limits::Limits;

use crate::diag::{CellPlace, Diagnostic, Problem};
use crate::result::review::{Finding, Review};
use crate::rules::RuleSets;
use crate::table::CommuneTable;
use desk::Desk;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is reviewed, and against what.
#[derive(Clone, Copy, Debug)]
pub struct Papers<'a> {
    /// The table; it need not be usable, a cell that could not be read counts as missing.
    pub table: &'a CommuneTable,
    /// Cells of it that hold something which could not be read: told as errors of the table, not as missing.
    pub unread: &'a [CellPlace],
    /// The table of the year before, matched by code.
    pub last_year: Option<&'a CommuneTable>,
    /// The communes that should be there, matched by code.
    pub expected: Option<&'a CommuneTable>,
}

/// How often [`review`] says that it has come further.
pub const STEPS: usize = 9;

/// Reviews a table. The result does not depend on the order of its rows, but for the order of the findings and for which
/// of two rows of one commune is told to be the second. What is found in a class depends on no commune of another, but for
/// figures, names and codes that both have.
///
/// `done` is called after each of [`STEPS`] steps.
#[must_use]
pub fn review(rules: &RuleSets, year: Option<u16>, papers: Papers<'_>, limits: &Limits, done: &dyn Fn()) -> Review {
    let desk = Desk::new(rules, year, papers.table, limits);
    done();
    let mut findings = Vec::new();
    for look in [relation::findings, related::findings, across::findings, digits::findings, pairs::findings] {
        findings.extend(look(&desk));
        done();
    }
    if let Some(before) = papers.last_year {
        findings.extend(last_year::findings(&desk, &Desk::new(rules, year, before, limits)));
    }
    done();
    if let Some(expected) = papers.expected {
        findings.extend(list::findings(&desk, expected));
    }
    done();
    let (owed, missing) = figures_missing::findings(&desk, papers.unread);
    findings.extend(owed);
    done();
    let mut findings: Vec<(usize, Finding)> = findings.into_iter().map(|f| (desk.position(&f), f)).collect();
    // Stable: within a commune, rules keep the order in which they were applied.
    findings.sort_by_key(|(position, finding)| (finding.level, *position));
    let rules_applied = words::rules(limits, papers.last_year.is_some());
    Review {
        standard: Arc::clone(rules.latest().info()),
        communes: desk.rows.len(),
        tables: tables(papers.table),
        findings: findings.into_iter().map(|(_, finding)| finding).collect(),
        missing,
        rules: rules_applied,
    }
}

/// How many files and sheets a table was read from.
fn tables(table: &CommuneTable) -> usize {
    table.parts.iter().map(|part| (part.file(), part.sheet())).collect::<BTreeSet<_>>().len()
}

/// Whether a diagnostic of a table is shown as a finding, so that it is not said twice.
#[must_use]
pub fn becomes_finding(diagnostic: &Diagnostic) -> bool {
    matches!(
        diagnostic.problem,
        Problem::AboveOther { .. } | Problem::DuplicateCommune { .. } | Problem::ItemFailed { .. }
    )
}

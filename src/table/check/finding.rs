//! Findings of a piece: kept small while cells are read, made into diagnostics when the row is known.

use super::super::part::Columns;
use super::super::spelling::shown;
use super::plan::Plan;
use crate::diag::{CellPlace, Diagnostic, Level, Note, Place, Problem, Report};
use std::sync::Arc;

/// Findings that are kept of one piece. A file of garbage would otherwise fill the memory with messages nobody reads;
/// the rest are counted.
const MOST_KEPT: usize = 50_000;

/// What was found in a piece.
#[derive(Debug)]
pub(super) struct Findings {
    list: Vec<Finding>,
    /// How many more there were than are kept.
    pub(super) not_kept: usize,
    /// Rows that do not become part of the table.
    left_out: Vec<usize>,
    skip_bad_rows: bool,
}

#[derive(Debug)]
struct Finding {
    /// Position in the piece.
    row: usize,
    /// Position of the column; `None` for the row as a whole.
    column: Option<usize>,
    problem: Problem,
    /// Column of the figure it is compared with.
    compared_with: Option<usize>,
}

/// A state to go back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    list: usize,
    not_kept: usize,
    left_out: usize,
}

impl Findings {
    pub(super) fn new(skip_bad_rows: bool) -> Self {
        Self { list: Vec::new(), not_kept: 0, left_out: Vec::new(), skip_bad_rows }
    }

    /// A problem of a cell.
    pub(super) fn push(&mut self, row: usize, column: usize, problem: Problem) {
        self.add(Finding { row, column: Some(column), problem, compared_with: None });
    }

    /// A problem of a cell compared with another.
    pub(super) fn push_compared(&mut self, row: usize, column: usize, problem: Problem, other: usize) {
        self.add(Finding { row, column: Some(column), problem, compared_with: Some(other) });
    }

    /// A row of which nothing can be used.
    pub(super) fn wrong_length(&mut self, row: usize, problem: Problem) {
        self.left_out.push(row);
        self.add(Finding { row, column: None, problem, compared_with: None });
    }

    fn add(&mut self, finding: Finding) {
        if self.skip_bad_rows && finding.problem.level() == Level::Error {
            self.left_out.push(finding.row);
        }
        if self.list.len() < MOST_KEPT {
            self.list.push(finding);
        } else {
            self.not_kept += 1;
        }
    }

    /// The state as it is now.
    pub(super) fn mark(&self) -> Mark {
        Mark { list: self.list.len(), not_kept: self.not_kept, left_out: self.left_out.len() }
    }

    /// Forgets what was found since.
    pub(super) fn back_to(&mut self, mark: Mark) {
        self.list.truncate(mark.list);
        self.not_kept = mark.not_kept;
        self.left_out.truncate(mark.left_out);
    }

    /// Row by row, in each row by column, as diagnostics; the findings are used up.
    pub(super) fn report(&mut self, plan: &Plan<'_>, columns: &Columns) -> Report {
        self.left_out.sort_unstable();
        self.left_out.dedup();
        let mut list = std::mem::take(&mut self.list);
        list.sort_by_key(|finding| (finding.row, finding.column));
        let mut report = Report::default();
        let mut findings = list.into_iter().peekable();
        let mut errors = 0;
        while let Some(finding) = findings.next() {
            let row = finding.row;
            errors += usize::from(finding.problem.level() == Level::Error);
            report.push(finding.into_diagnostic(plan, columns));
            if findings.peek().is_none_or(|next| next.row != row) {
                if self.skip_bad_rows && errors > 0 {
                    let place = place(plan, columns, row, None);
                    report.push(Diagnostic::new(Problem::RowSkipped { errors }, place));
                }
                errors = 0;
            }
        }
        report
    }

    /// Whether a row does not become part of the table; after [`Findings::report`].
    pub(super) fn leaves_out(&self, row: usize) -> bool {
        self.left_out.binary_search(&row).is_ok()
    }
}

impl Finding {
    fn into_diagnostic(self, plan: &Plan<'_>, columns: &Columns) -> Diagnostic {
        let diagnostic = Diagnostic::new(self.problem, place(plan, columns, self.row, self.column));
        match self.compared_with {
            Some(other) => diagnostic.with(place(plan, columns, self.row, Some(other)), Note::ComparedWith),
            None => diagnostic,
        }
    }
}

fn place(plan: &Plan<'_>, columns: &Columns, row: usize, column: Option<usize>) -> Place {
    let text = |slot: Option<usize>| slot.map_or("", |slot| columns.text(slot, row));
    let commune = [text(plan.code), text(plan.name)].map(shown).join(" ");
    let commune = commune.trim();
    Place::Cell(CellPlace {
        file: Arc::clone(&plan.layout.file),
        sheet: plan.layout.sheet.clone(),
        row: columns.rows.get(row).copied(),
        column: column.and_then(|at| plan.columns.get(at)).map(|column| column.number),
        header: column.and_then(|at| plan.columns.get(at)).map(|column| Arc::from(shown(&column.header))),
        commune: (!commune.is_empty()).then(|| commune.to_owned()),
    })
}

//! [`CommuneTable`]: the communes of one or more files, checked.

use super::part::Part;
use super::twice::{self, RowOf};
use crate::diag::{CellPlace, Diagnostic, Place, Problem, Report};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Communes with their figures, in parts of some thousand rows that can be scored side by side.
#[derive(Clone, Debug, Default)]
pub struct CommuneTable {
    /// In the order of the files and of their rows; none is empty.
    pub parts: Vec<Part>,
    /// The files they come from.
    pub files: Vec<FileInfo>,
    /// Rows left out because the same commune stands in another row, kept to find a third.
    twice: Vec<Part>,
    skip_bad_rows: bool,
    skipped: usize,
    is_usable: bool,
}

/// A file of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileInfo {
    /// Name, as messages show it.
    pub name: String,
    /// sha256 of its bytes, lower-case hex.
    pub sha256: String,
    /// How many communes were read from it, those left out included.
    pub rows: usize,
}

impl CommuneTable {
    pub(super) fn new(file: FileInfo, parts: Vec<Part>, skip_bad_rows: bool) -> Self {
        let parts = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Self { parts, files: vec![file], twice: Vec::new(), skip_bad_rows, skipped: 0, is_usable: true }
    }

    /// How many communes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.iter().map(Part::len).sum()
    }

    /// Whether there is no commune.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether it may be scored: nothing was wrong, or every row with an error was left out.
    ///
    /// With `skip_bad_rows` the report of a usable table still has the errors of the rows that were left out.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.is_usable
    }

    /// How many rows with errors were left out.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// Marks that something is wrong that leaving out rows does not mend.
    pub(super) fn spoil(&mut self) {
        self.is_usable = false;
    }

    pub(super) fn add_skipped(&mut self, rows: usize) {
        self.skipped += rows;
    }

    /// Adds the communes of another table behind its own, and reports those that stand in both.
    ///
    /// With `skip_bad_rows` in either, all rows of such a commune are left out: nobody can tell which of them is right.
    pub fn append(&mut self, other: Self) -> Report {
        let new = self.parts.len() + self.twice.len();
        let old_parts = self.parts.len();
        self.skip_bad_rows |= other.skip_bad_rows;
        self.is_usable &= other.is_usable;
        self.skipped += other.skipped;
        self.files.extend(other.files);
        let list: Vec<&Part> = [&self.parts, &self.twice, &other.parts, &other.twice].into_iter().flatten().collect();
        let pairs = twice::find(&list, new);
        let mut report: Report = reported(&list, &pairs);
        let twice_before = self.twice.len();
        let new_parts = other.parts.len();
        // Positions in the list become positions in the parts of both tables; rows that are left out already have none.
        let position = |at: RowOf| match at.part {
            part if part < old_parts => Some(at),
            part if part < new => None,
            part if part < new + new_parts => Some(RowOf { part: part - twice_before, row: at.row }),
            _ => None,
        };
        let rows: BTreeSet<RowOf> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).filter_map(position).collect();
        self.parts.extend(other.parts);
        self.twice.extend(other.twice);
        report.append(self.settle(&rows));
        report
    }

    /// Reports communes that stand in it twice.
    pub(super) fn check_twice(&mut self) -> Report {
        let list: Vec<&Part> = self.parts.iter().collect();
        let pairs = twice::find(&list, 0);
        let mut report = reported(&list, &pairs);
        let rows = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
        report.append(self.settle(&rows));
        report
    }

    /// Leaves out rows of communes that stand twice, or marks the table as not usable.
    fn settle(&mut self, rows: &BTreeSet<RowOf>) -> Report {
        let mut report = Report::default();
        if rows.is_empty() {
            return report;
        }
        if !self.skip_bad_rows {
            self.is_usable = false;
            return report;
        }
        for at in rows {
            if let Some(part) = self.parts.get(at.part) {
                report.push(Diagnostic::new(Problem::RowSkipped { errors: 1 }, whole_row(twice::place(part, at.row))));
            }
        }
        self.skipped += rows.len();
        if let Err(reason) = self.leave_out(rows) {
            self.is_usable = false;
            let file = self.files.first().map_or_else(String::new, |file| file.name.clone());
            report.push(Diagnostic::new(Problem::Unreadable { reason }, Place::File(file)));
        }
        report
    }

    fn leave_out(&mut self, rows: &BTreeSet<RowOf>) -> Result<(), String> {
        let parts: BTreeSet<usize> = rows.iter().map(|at| at.part).collect();
        for at in parts {
            let Some(part) = self.parts.get_mut(at) else { continue };
            let keep: Vec<bool> = (0..part.len()).map(|row| !rows.contains(&RowOf { part: at, row })).collect();
            let others: Vec<bool> = keep.iter().map(|keep| !keep).collect();
            self.twice.push(part.filtered(&others)?);
            *part = part.filtered(&keep)?;
        }
        self.parts.retain(|part| !part.is_empty());
        Ok(())
    }
}

fn reported(list: &[&Part], pairs: &[(RowOf, RowOf)]) -> Report {
    let diagnostics = pairs.iter().filter_map(|(second, first)| twice::diagnostic(list, *second, *first)).collect();
    Report { diagnostics }
}

fn whole_row(place: Place) -> Place {
    match place {
        Place::Cell(cell) => {
            Place::Cell(CellPlace { column: None, header: None, file: Arc::clone(&cell.file), ..cell })
        }
        place => place,
    }
}

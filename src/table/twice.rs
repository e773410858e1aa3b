//! Communes that stand in a table twice: the same code and year.

use super::part::{Head, Part};
use crate::diag::{Diagnostic, Note, Place, Problem};
use rayon::prelude::*;
use std::cmp::Ordering;

/// A row of a list of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowOf {
    /// Position of the part in the list.
    pub(super) part: usize,
    /// Position in the part.
    pub(super) row: usize,
}

/// A commune and year, made for sorting a million of them.
#[derive(Clone, Copy, Debug)]
struct Entry<'p> {
    /// The first eight bytes of the code; nearly always all of it.
    prefix: u64,
    code: &'p str,
    year: Option<u16>,
    at: RowOf,
}

impl Entry<'_> {
    fn same(&self, other: &Self) -> Ordering {
        self.prefix.cmp(&other.prefix).then_with(|| self.code.cmp(other.code)).then(self.year.cmp(&other.year))
    }
}

/// Each row whose code and year stand in an earlier row already, with the first of those, in table order.
///
/// With `new` above 0, parts before `new` are known to each other and so are those from `new` on: only rows of the
/// second that stand in the first are found. Rows without a code are no commune and left alone.
pub(super) fn find(parts: &[&Part], new: usize) -> Vec<(RowOf, RowOf)> {
    let mut entries: Vec<Entry<'_>> = parts.par_iter().enumerate().flat_map_iter(|(at, part)| of(at, part)).collect();
    entries.par_sort_unstable_by(|a, b| a.same(b).then(a.at.cmp(&b.at)));
    let mut pairs = Vec::new();
    for group in entries.chunk_by(|a, b| a.same(b).is_eq()).filter(|group| group.len() > 1) {
        let Some((first, later)) = group.split_first() else { continue };
        let later = later.iter().filter(|entry| entry.at.part >= new && (new == 0 || first.at.part < new));
        pairs.extend(later.map(|entry| (entry.at, first.at)));
    }
    pairs.sort_unstable();
    pairs
}

fn of(at: usize, part: &Part) -> impl Iterator<Item = Entry<'_>> {
    let years = part.years();
    let codes = part.codes().into_iter().flat_map(|codes| codes.iter().enumerate());
    codes.filter_map(move |(row, code)| {
        let code = code?;
        let mut first = [0; 8];
        first.iter_mut().zip(code.bytes()).for_each(|(to, byte)| *to = byte);
        let year = years.of(row);
        Some(Entry { prefix: u64::from_be_bytes(first), code, year, at: RowOf { part: at, row } })
    })
}

/// The error that names both cells.
pub(super) fn diagnostic(parts: &[&Part], second: RowOf, first: RowOf) -> Option<Diagnostic> {
    let (part, other) = (parts.get(second.part)?, parts.get(first.part)?);
    let code = part.code(second.row).to_owned();
    let year = part.year(second.row).map_or_else(String::new, |year| year.to_string());
    let diagnostic = Diagnostic::new(Problem::DuplicateCommune { code, year }, place(part, second.row));
    Some(diagnostic.with(place(other, first.row), Note::SameCommune))
}

/// The cell of a row's code.
pub(super) fn place(part: &Part, row: usize) -> Place {
    Place::Cell(part.cell(row, Head::Code))
}

//! Checking a table: every cell converted or reported, all problems of a file in one report.

mod chunk;
mod finding;
mod header;
mod limit;
mod number;
mod plan;
mod spellings;
mod word;

pub use number::points;

use super::commune_table::{CommuneTable, FileInfo};
use super::find;
use super::part::Part;
use super::read::book::Cell;
use super::read::{Body, TextTable};
use super::rows::{self, Plain, Quoted, SheetRows};
use crate::criteria::model::{FieldIx, Standard, Years};
use crate::diag::{Diagnostic, Place, Problem, Report};
pub(super) use header::{Target, required};
use plan::Plan;
use rayon::prelude::*;
pub(super) use spellings::{Spellings, is_unit};

/// Rows of a part: many parts for few processors, and columns that stay in the processor's cache while one is scored.
pub const ROWS_PER_PART: usize = 16 * 1024;

/// What is wanted of a table.
#[derive(Clone, Debug)]
pub struct Wanted<'s> {
    /// The standard it is to be scored under.
    pub standard: &'s Standard,
    /// Which years the standard can score; `None` when the year of a row does not matter.
    pub years: Option<Years>,
    /// By field of the standard: ids of the items and conditions that want it; none: the column may be missing.
    pub items_of: Vec<Vec<String>>,
}

/// How strictly a table is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Rows with errors are left out of the table, each with a warning; [`CommuneTable::is_usable`] tells whether what
    /// is left may be scored.
    pub skip_bad_rows: bool,
    /// A wanted field without a column is not reported; its figures are missing.
    pub allow_missing_columns: bool,
    /// A list of communes without figures: only code and name need a column.
    pub communes_only: bool,
}

/// Converts and judges every cell.
///
/// The table is worth scoring only if [`CommuneTable::is_usable`]; the report has everything that was found.
#[must_use]
pub fn check(text: TextTable, wanted: &Wanted<'_>, options: Options) -> (CommuneTable, Report) {
    check_in_parts(text, wanted, options, ROWS_PER_PART)
}

/// [`check`] with another number of rows per part, about; the result is the same but for the parts.
#[must_use]
pub fn check_in_parts(
    mut text: TextTable,
    wanted: &Wanted<'_>,
    options: Options,
    rows_per_part: usize,
) -> (CommuneTable, Report) {
    let (targets, header_report) = header::targets(&text, wanted, options);
    let plan = plan::plan(&text, wanted, &targets, options);
    let mut reads = read_all(&text, &plan, rows_per_part);
    // Sums and signatures are looked for only where a row does not begin like a commune's: most tables are read once.
    if reads.iter().any(|read| read.is_doubtful) && find::leave_out_others(&mut text) {
        reads = read_all(&text, &plan, rows_per_part);
    }
    let mut report = text.notes.clone();
    let name = text.name().to_owned();
    let header_is_bad = header_report.has_errors();
    report.append(header_report);
    let (mut table, cell_report) = joined(&text, reads, options);
    let cells_are_bad = cell_report.has_errors() && !options.skip_bad_rows;
    report.append(cell_report);
    // Giving back the memory of a large text takes as long as looking for communes that stand twice.
    let ((), twice_report) = rayon::join(|| drop(text), || table.check_twice());
    report.append(twice_report);
    if header_is_bad || cells_are_bad {
        table.spoil();
    }
    if table.is_empty() && !report.has_errors() {
        report.push(Diagnostic::new(Problem::NoRows, Place::File(name)));
    } else if !options.communes_only && !report.has_errors() && has_no_figure(&table, wanted.standard) {
        report.push(Diagnostic::new(Problem::NoFigures { communes: table.len() }, Place::File(name)));
    }
    (table, report)
}

/// Whether a header names every column that is wanted, each once.
pub(super) fn is_whole_header(text: &TextTable, wanted: &Wanted<'_>) -> bool {
    !header::targets(text, wanted, Options::default()).1.has_errors()
}

/// Whether there are columns of figures, and no commune has one. In most tables the first cell says so.
fn has_no_figure(table: &CommuneTable, standard: &Standard) -> bool {
    let is_filled = |part: &Part, at| {
        let column = part.figure_column(FieldIx(at));
        (0..part.len()).any(|row| column.get(row).is_some())
    };
    let mut columns = (0..standard.fields.len()).flat_map(|at| table.parts.iter().map(move |part| (part, at)));
    let has_columns = table.parts.iter().any(|part| (0..standard.fields.len()).any(|at| part.has_field(FieldIx(at))));
    has_columns && !table.is_empty() && !columns.any(|(part, at)| is_filled(part, at))
}

fn read_all(text: &TextTable, plan: &Plan<'_>, rows_per_part: usize) -> Vec<chunk::Read> {
    let (body, delimiter) = match &text.body {
        Body::Text { text, start, delimiter, .. } => (text.get(*start..).unwrap_or_default(), *delimiter),
        Body::Sheet { cells, columns } => return read_sheet(cells, columns, plan, rows_per_part),
    };
    let pieces = rows::pieces(body, delimiter, rows_per_part);
    let read = |piece: &&str| {
        // A row has a delimiter per cell at least; pieces are seldom much longer than asked for.
        let most = piece.len() / plan.columns.len().max(1) + 1;
        let expected = most.min(rows_per_part.saturating_add(rows_per_part / 8));
        if pieces.quoted {
            return chunk::read(Quoted::new(piece, delimiter), plan, expected);
        }
        chunk::read(Plain::new(piece, delimiter), plan, expected)
    };
    // The fingerprint takes one processor as long as a good part of the cells takes another.
    rayon::join(|| text.sha256(), || pieces.pieces.par_iter().map(read).collect()).1
}

fn read_sheet(cells: &[Cell], columns: &[u32], plan: &Plan<'_>, rows_per_part: usize) -> Vec<chunk::Read> {
    let rows: Vec<&[Cell]> = cells.chunk_by(|a, b| a.row == b.row).collect();
    let pieces = rows.par_chunks(rows_per_part.max(1));
    pieces.map(|piece| chunk::read(SheetRows::new(piece, columns), plan, piece.len())).collect()
}

/// The pieces as one table, their findings one after the other with the rows of the whole file.
fn joined(text: &TextTable, reads: Vec<chunk::Read>, options: Options) -> (CommuneTable, Report) {
    let at_file = |problem| Diagnostic::new(problem, Place::File(text.name().to_owned()));
    let (mut report, mut parts) = (Report::default(), Vec::new());
    // Rows of a sheet are numbered as the sheet numbers them; those of text count from the header.
    let mut rows_before = if text.sheet.is_some() { 0 } else { text.header_row };
    let (mut skipped, mut not_kept, mut broken) = (0, 0, Vec::new());
    for read in reads {
        let moved = read.report.diagnostics.into_iter().map(|diagnostic| moved_down(diagnostic, rows_before));
        report.diagnostics.extend(moved);
        match read.part {
            Ok(mut part) => {
                part.move_down(rows_before);
                parts.push(part);
            }
            Err(reason) => broken.push(at_file(Problem::Unreadable { reason })),
        }
        rows_before += if text.sheet.is_some() { 0 } else { read.rows };
        skipped += read.skipped;
        not_kept += read.not_kept;
    }
    if not_kept > 0 {
        report.push(at_file(Problem::FindingsNotShown { count: not_kept }));
    }
    let rows = parts.iter().map(Part::len).sum::<usize>() + skipped;
    let file = FileInfo { name: text.name().to_owned(), sha256: text.sha256().to_owned(), rows };
    let mut table = CommuneTable::new(file, parts, options.skip_bad_rows);
    table.add_skipped(skipped);
    if !broken.is_empty() {
        table.spoil();
    }
    report.diagnostics.extend(broken);
    (table, report)
}

fn moved_down(mut diagnostic: Diagnostic, rows: u64) -> Diagnostic {
    let related = diagnostic.related.iter_mut().map(|(place, _)| place);
    for place in related.chain([&mut diagnostic.place]) {
        if let Place::Cell(cell) = place {
            cell.row = cell.row.map(|row| row + rows);
        }
    }
    diagnostic
}

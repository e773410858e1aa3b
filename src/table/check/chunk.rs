//! One piece of a table: its cells read into columns, its findings collected.

use super::super::find;
use super::super::merged;
use super::super::part::{Columns, MISSING, Part};
use super::super::read::Codes;
use super::super::read::book::formulas::{Doubt, doubt};
use super::super::rows::Rows;
use super::super::spelling::{shown, trim};
use super::finding::Findings;
use super::number;
use super::plan::{Plan, Reading, Role};
use super::word::Seen;
use crate::diag::{Book, Problem, Report};
use std::sync::Arc;

/// A piece that was read.
pub(super) struct Read {
    /// Its rows, or why the columns could not be put together.
    pub(super) part: Result<Part, String>,
    /// Findings, with rows counted from the beginning of the piece.
    pub(super) report: Report,
    /// How many spreadsheet rows the piece has.
    pub(super) rows: u64,
    /// How many findings were counted but not kept.
    pub(super) not_kept: usize,
    /// How many rows with errors were left out.
    pub(super) skipped: usize,
    /// Whether a row could be something else than a commune: its code is none, or its cells are too many or too few.
    pub(super) is_doubtful: bool,
}

/// Reads and checks a piece of about `expected` rows.
pub(super) fn read<R: Rows>(mut rows: R, plan: &Plan<'_>, expected: usize) -> Read {
    let mut chunk = Chunk::new(plan, expected);
    while rows.next_row() {
        chunk.read_row(&mut rows);
    }
    chunk.columns.finish();
    chunk.compare();
    let Chunk { columns, mut findings, is_doubtful, .. } = chunk;
    let report = findings.report(plan, &columns);
    let keep: Vec<bool> = (0..columns.rows.len()).map(|row| !findings.leaves_out(row)).collect();
    let skipped = if plan.skip_bad_rows { keep.iter().filter(|keep| !**keep).count() } else { 0 };
    let part = Part::new(Arc::clone(&plan.layout), columns, &keep, &plan.figures, &plan.texts);
    Read { part, report, rows: rows.row(), not_kept: findings.not_kept, skipped, is_doubtful }
}

/// A piece being read.
struct Chunk<'p> {
    plan: &'p Plan<'p>,
    columns: Columns,
    /// Spellings of words by slot.
    seen: Vec<Seen>,
    findings: Findings,
    is_doubtful: bool,
}

impl<'p> Chunk<'p> {
    fn new(plan: &'p Plan<'p>, expected: usize) -> Self {
        let columns = Columns::new(plan.figures.len(), plan.texts.len(), expected);
        let seen = plan.figures.iter().map(|_| Seen::default()).collect();
        Self { plan, columns, seen, findings: Findings::new(plan.skip_bad_rows), is_doubtful: false }
    }

    fn read_row<R: Rows>(&mut self, rows: &mut R) {
        let plan = self.plan;
        let row = self.columns.rows.len();
        self.columns.begin_row(rows.row());
        let mark = self.findings.mark();
        let (mut cells, mut filled) = (0, false);
        for (at, column) in plan.columns.iter().enumerate() {
            let Some(is_filled) = self.read_cell(row, at, &column.role, rows) else { break };
            filled |= is_filled;
            cells += 1;
        }
        // Empty cells behind the last header are what a spreadsheet leaves where a column was deleted.
        let beyond = cells_beyond(rows).map_or(0, |more| more + cells);
        let found = cells.max(beyond);
        if !filled && beyond == 0 {
            self.findings.back_to(mark);
            self.columns.drop_row();
            return;
        }
        if found != plan.columns.len() {
            // The cells cannot be told apart: whatever was read may belong to another column.
            self.is_doubtful = true;
            self.findings.back_to(mark);
            self.columns.forget_figures();
            self.findings.wrong_length(row, Problem::RowLength { found, expected: plan.columns.len() });
        }
        self.columns.end_row();
    }

    /// Reads the next cell into its column; whether it has anything in it, or `None` when the row has ended.
    #[inline]
    fn read_cell<R: Rows>(&mut self, row: usize, at: usize, role: &Role, rows: &mut R) -> Option<bool> {
        if let Role::Figure(slot, Reading::Count) = role
            && let Some(value) = rows.digits()
        {
            self.columns.set_figure(*slot, value);
            return Some(true);
        }
        let cell = trim(rows.cell()?);
        match role {
            Role::Figure(slot, reading) => self.figure(row, at, *slot, reading, cell),
            Role::Text(slot) => self.text(row, at, *slot, cell),
            Role::Code(slot) => self.code(row, at, *slot, cell),
            Role::Name(slot) => self.name(row, at, *slot, cell),
            // A row with nothing else in it is empty.
            Role::Ignored => return Some(false),
        }
        Some(!cell.is_empty())
    }

    /// An empty cell is missing, never 0; so is one that cannot be read.
    fn figure(&mut self, row: usize, at: usize, slot: usize, reading: &Reading, cell: &str) {
        if let Some((range, text)) = merged::told(cell) {
            return self.merged_figure(row, at, slot, range, text);
        }
        let value = match reading {
            Reading::Year(rule) if cell.is_empty() => rule.without_year().map_or(Ok(MISSING), Err),
            _ if cell.is_empty() => Ok(MISSING),
            // A word of the standard can begin like a formula; no figure does.
            _ => self.value(slot, reading, cell).map_err(|problem| doubted(cell).unwrap_or(problem)),
        };
        let sign = || self.plan.columns.get(at).and_then(|column| column.signs.value(cell));
        let value = value.or_else(|problem| sign().ok_or(problem)).unwrap_or_else(|problem| {
            self.findings.push(row, at, problem);
            MISSING
        });
        self.columns.set_figure(slot, value);
    }

    fn value(&mut self, slot: usize, reading: &Reading, cell: &str) -> Result<i64, Problem> {
        match reading {
            Reading::Count => number::count(cell),
            Reading::Percent { digits, told } => number::percent(cell, *digits, *told),
            Reading::Decimal(digits) => number::decimal(cell, *digits),
            Reading::Year(rule) => year(cell).and_then(|year| rule.judged(year)),
            Reading::Word(words) => {
                let Some(seen) = self.seen.get_mut(slot) else { return words.value(cell) };
                seen.value(cell).map_or_else(|| words.value(cell).inspect(|value| seen.remember(cell, *value)), Ok)
            }
        }
    }

    fn code(&mut self, row: usize, at: usize, slot: usize, cell: &str) {
        // Column numbers have no more than two digits; sums, signatures and headers have none.
        self.is_doubtful |= cell.len() < 3 || !cell.starts_with(|c: char| c.is_ascii_digit());
        let short = self
            .plan
            .standard
            .code_digits
            .filter(|digits| (1..*digits).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit()));
        self.is_doubtful |= short.is_some();
        let Some(digits) = short else {
            let is_odd = |digits: &usize| cell.len() != *digits || !cell.bytes().all(|b| b.is_ascii_digit());
            let digits = self.plan.standard.code_digits.filter(is_odd);
            if let Some(digits) = digits.filter(|_| !cell.is_empty() && doubt(cell).is_none()) {
                self.findings.push(row, at, Problem::OddCode { found: shown(cell), digits });
            }
            return self.required(row, at, slot, cell, "code");
        };
        let code = format!("{cell:0>digits$}");
        let is_certain = |codes: &Codes| codes.contains(&code) && !codes.contains(cell);
        if self.plan.codes.as_ref().is_some_and(is_certain) {
            let problem = Problem::Book(Book::CodeRestored { found: shown(cell), code: code.clone() });
            self.findings.push(row, at, problem);
            return self.columns.set_text(slot, &code);
        }
        self.findings.push(row, at, Problem::ShortCode { found: shown(cell), digits });
        self.columns.set_text(slot, cell);
    }

    /// A sum that stands there like a commune is told; whether it is one, nothing in the table says.
    fn name(&mut self, row: usize, at: usize, slot: usize, cell: &str) {
        if !begins_like_commune(cell) && find::is_total(cell) {
            self.is_doubtful = true;
            self.findings.push(row, at, Problem::Book(Book::NamedLikeSum { found: shown(cell) }));
        }
        self.required(row, at, slot, cell, "name");
    }

    /// A figure for several communes or fields together is that of none; a sign for a missing figure stays one.
    fn merged_figure(&mut self, row: usize, at: usize, slot: usize, range: &str, text: &str) {
        let sign = self.plan.columns.get(at).and_then(|column| column.signs.value(text));
        if sign != Some(MISSING) {
            let problem = Problem::Book(Book::MergedFigure { found: shown(text), range: range.to_owned() });
            self.findings.push(row, at, problem);
        }
        self.columns.set_figure(slot, MISSING);
    }

    fn required(&mut self, row: usize, at: usize, slot: usize, cell: &str, column: &'static str) {
        if cell.is_empty() {
            self.findings.push(row, at, Problem::EmptyIdentity { column });
        }
        if let Some(problem) = doubted(cell) {
            self.findings.push(row, at, problem);
        }
        self.columns.set_text(slot, cell);
    }

    /// A text that decides nothing may be any, also one that looks like a formula.
    fn text(&mut self, row: usize, at: usize, slot: usize, cell: &str) {
        if let Some(problem) = doubted(cell).filter(|_| !cell.starts_with('=')) {
            self.findings.push(row, at, problem);
        }
        self.columns.set_text(slot, cell);
    }

    /// Compares figures with their limits and with each other, column by column.
    fn compare(&mut self) {
        let plan = self.plan;
        let column = |slot: usize| plan.figures.get(slot).map_or(0, |figure| figure.column);
        for least in &plan.least {
            for (row, problem) in least.broken(plan.standard, self.columns.figure(least.slot)) {
                self.findings.push(row, column(least.slot), problem);
            }
        }
        for pair in &plan.at_most {
            let (part, whole) = (self.columns.figure(pair.slot), self.columns.figure(pair.whole));
            for (row, problem) in pair.broken(plan.standard, part, whole) {
                self.findings.push_compared(row, column(pair.slot), problem, column(pair.whole));
            }
        }
    }
}

/// How many more cells the row has up to the last one with anything in it; `None` when there is none.
fn cells_beyond<R: Rows>(rows: &mut R) -> Option<usize> {
    let (mut cells, mut last) = (0, None);
    while let Some(cell) = rows.cell() {
        cells += 1;
        if !trim(cell).is_empty() {
            last = Some(cells);
        }
    }
    last
}

/// Whether a name begins with what the commune is, as nearly all do; looking closer at each would take long.
fn begins_like_commune(name: &str) -> bool {
    ["Xã ", "Phường ", "Thị trấn ", "Đặc khu "].iter().any(|kind| name.starts_with(kind))
}

/// A formula in place of its result.
fn doubted(cell: &str) -> Option<Problem> {
    let (doubt, formula) = doubt(cell)?;
    let found = shown(formula);
    Some(Problem::Book(match doubt {
        Doubt::NotComputed => Book::NotComputed { found },
        Doubt::Linked => Book::Linked { found },
        Doubt::Circle => Book::Circular { found },
    }))
}

/// A year in which an assessment can have been made.
fn year(cell: &str) -> Result<i64, Problem> {
    let digits = cell.len() == 4 && cell.bytes().all(|b| b.is_ascii_digit());
    let year = cell.parse().ok().filter(|year| digits && (1900..=2200).contains(year));
    year.ok_or_else(|| Problem::NotAYear { found: shown(cell) })
}

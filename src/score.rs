//! From a table of figures to a sheet of scores: [`RuleSet::assess`] mapped over rows, in parallel, in order.

mod explain;
mod find;
mod margins;
pub mod nearest;
mod order;

pub use explain::explain;
pub use find::{Found, find};
pub use margins::{add_margins, add_moves};

pub use order::{Only, SortKey, keep_only, sort};

pub use crate::result::Detail;

use crate::quantity::Points;
use crate::result::{CommuneScore, Identity, NotPublished, ScoreSheet, Verdict};
use crate::rules::{Assessment, ClassIx, FieldIx, Figures, RuleSet, RuleSets, Workspace};
use crate::status::Status;
use crate::table::{CommuneTable, FigureColumn, Names, Part};
use compact_str::CompactString;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Scores a whole table, in its order.
#[must_use]
pub fn score(rules: &RuleSet, table: &CommuneTable, detail: Detail) -> ScoreSheet {
    let parts: Vec<ScoreSheet> = table.parts.par_iter().map(|part| score_part(rules, part, detail)).collect();
    let communes = parts.into_iter().flat_map(|part| part.communes).collect();
    ScoreSheet::new(Arc::clone(rules.info()), communes)
}

/// Scores some rows of a table; a table scored part by part gives the same rows as the whole.
#[must_use]
pub fn score_part(rules: &RuleSet, part: &Part, detail: Detail) -> ScoreSheet {
    ScoreSheet::new(Arc::clone(rules.info()), score_rows(part, rules, detail, |_| (rules, 0)))
}

/// Scores some rows of a table with the version of the standard for one year, or each with the one for its own year.
///
/// A year in which the standard is not in force, or no year where the figures depend on it, is an error of the table;
/// such a row would be scored with the latest version.
#[must_use]
pub fn score_part_by_year(rules: &RuleSets, year: Option<u16>, part: &Part, detail: Detail) -> ScoreSheet {
    let years = rules.years();
    if year.is_some() || !years.matter() {
        let one = year.and_then(|year| years.of(year)).map_or(rules.latest(), |position| rules.at(position));
        return ScoreSheet { year, ..score_part(one, part, detail) };
    }
    let of_row = part.years();
    let communes = score_rows(part, rules.latest(), detail, |row| {
        let position = of_row.of(row).and_then(|year| years.of(year));
        let position = position.and_then(|position| u16::try_from(position).ok()).unwrap_or(u16::MAX);
        (rules.at(usize::from(position)), position)
    });
    sheet_by_year(rules, communes)
}

/// The verdict on one row if the points it claims were right, with the version of the standard it is scored with: see
/// [`RuleSet::verdict_by`].
#[must_use]
pub fn verdict_by_claims(
    rules: &RuleSets,
    year: Option<u16>,
    (part, row): (&Part, usize),
    claims: &[(Option<usize>, Points)],
) -> (Verdict, Status) {
    let position = year.or(part.year(row)).and_then(|year| rules.years().of(year));
    let rules = position.map_or(rules.latest(), |position| rules.at(position));
    let figures = figures_of(rules, part, row);
    rules.verdict_by(&Row { figures: &figures, class: part.class(row) }, claims)
}

/// A sheet of communes that have been scored each for its own year.
#[must_use]
pub fn sheet_by_year(rules: &RuleSets, communes: Vec<CommuneScore>) -> ScoreSheet {
    let mut versions: Vec<_> = rules.iter().map(|set| Arc::clone(set.info())).collect();
    let standard = versions.pop().unwrap_or_else(|| Arc::clone(rules.latest().info()));
    ScoreSheet { earlier: versions, ..ScoreSheet::new(standard, communes) }
}

/// Scores the rows of a part, each with the rules `of_row` gives it and the position of their version.
fn score_rows<'r>(
    part: &Part,
    any: &RuleSet,
    detail: Detail,
    of_row: impl Fn(usize) -> (&'r RuleSet, u16),
) -> Vec<CommuneScore> {
    let fields = 0..any.standard().fields.len();
    let columns: Vec<FigureColumn<'_>> = fields.map(|ix| part.figure_column(FieldIx(ix))).collect();
    let (mut workspace, mut block) = (Workspace::default(), Block::default());
    let (names, mut communes) = (part.names(), Vec::with_capacity(part.len()));
    for first in (0..part.len()).step_by(Block::ROWS) {
        let rows = first..part.len().min(first + Block::ROWS);
        block.fill(&columns, rows.clone());
        for row in rows {
            let figures = Row { figures: block.row(row - first), class: part.class(row) };
            let (rules, version) = of_row(row);
            let assessment = rules.assess_in(&mut workspace, &figures, detail);
            communes.push(commune(assessment, identity(part, &names, row), version));
        }
    }
    communes
}

/// The figures of some rows, row by row: columns are read in runs, and a row then lies in one place.
#[derive(Default)]
struct Block {
    figures: Vec<Option<i64>>,
    columns: usize,
}

impl Block {
    /// So many rows of a few dozen figures stay in the nearest cache.
    const ROWS: usize = 32;

    fn fill(&mut self, columns: &[FigureColumn<'_>], rows: Range<usize>) {
        self.columns = columns.len();
        self.figures.clear();
        self.figures.resize(rows.len() * columns.len(), None);
        for (at, column) in columns.iter().enumerate() {
            column.each(rows.clone(), |row, figure| {
                if let Some(cell) = self.figures.get_mut(row * columns.len() + at) {
                    *cell = figure;
                }
            });
        }
    }

    fn row(&self, row: usize) -> &[Option<i64>] {
        self.figures.get(row * self.columns..(row + 1) * self.columns).unwrap_or(&[])
    }
}

/// One row of a table.
struct Row<'a> {
    figures: &'a [Option<i64>],
    class: Option<ClassIx>,
}

impl Figures for Row<'_> {
    #[inline]
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures.get(field.0).copied().flatten()
    }

    #[inline]
    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

/// The figures of one row of a part.
fn figures_of(rules: &RuleSet, part: &Part, row: usize) -> Vec<Option<i64>> {
    let fields = 0..rules.standard().fields.len();
    fields.map(|ix| part.figure_column(FieldIx(ix)).get(row)).collect()
}

/// Who stands in a table, in its order.
#[must_use]
pub fn identities(table: &CommuneTable) -> Vec<Identity> {
    let of_part = |part: &Part| {
        let names = part.names();
        (0..part.len()).map(|row| identity(part, &names, row)).collect::<Vec<_>>()
    };
    table.parts.iter().flat_map(of_part).collect()
}

fn identity(part: &Part, names: &Names<'_>, row: usize) -> Identity {
    let [code, name, province, district] = names.of(row).map(CompactString::from);
    Identity {
        code,
        name,
        province,
        district,
        year: part.year(row),
        class: part.class(row).map(|class| class.0),
        extra: part.extra(row).map(|(header, text)| (Arc::clone(header), text.to_owned())).collect(),
    }
}

fn commune(assessment: Assessment, identity: Identity, version: u16) -> CommuneScore {
    let Assessment { items, criteria, total, withheld, threshold, verdict, verdict_status, .. } = assessment;
    CommuneScore {
        identity,
        version,
        items,
        criteria,
        total: (!withheld).then_some(total),
        threshold,
        verdict,
        verdict_status,
        missing: assessment.missing,
        withheld: assessment.withheld_items,
        status: total.status.max(verdict_status),
        margins: None,
        moves: None,
        not_published: NotPublished::default(),
        faults: assessment.faults,
    }
}

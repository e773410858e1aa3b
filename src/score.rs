//! From a table of figures to a sheet of scores: [`RuleSet::assess`] mapped over rows, in parallel, in order.

mod order;

pub use order::{Only, SortKey, keep_only, sort};

pub use crate::result::Detail;

use crate::result::{CommuneScore, Identity, ScoreSheet};
use crate::rules::{Assessment, ClassIx, FieldIx, Figures, RuleSet, Workspace};
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
    ScoreSheet { standard: Arc::clone(rules.info()), communes, hidden: 0 }
}

/// Scores some rows of a table; a table scored part by part gives the same rows as the whole.
#[must_use]
pub fn score_part(rules: &RuleSet, part: &Part, detail: Detail) -> ScoreSheet {
    let columns: Vec<FigureColumn<'_>> =
        (0..rules.standard().fields.len()).map(|ix| part.figure_column(FieldIx(ix))).collect();
    let (mut workspace, mut block) = (Workspace::default(), Block::default());
    let (names, mut communes) = (part.names(), Vec::with_capacity(part.len()));
    for first in (0..part.len()).step_by(Block::ROWS) {
        let rows = first..part.len().min(first + Block::ROWS);
        block.fill(&columns, rows.clone());
        for row in rows {
            let figures = Row { figures: block.row(row - first), class: part.class(row) };
            communes.push(commune(rules.assess_in(&mut workspace, &figures, detail), identity(part, &names, row)));
        }
    }
    ScoreSheet { standard: Arc::clone(rules.info()), communes, hidden: 0 }
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

fn commune(assessment: Assessment, identity: Identity) -> CommuneScore {
    let Assessment { items, criteria, total, withheld, threshold, verdict, verdict_status, .. } = assessment;
    CommuneScore {
        identity,
        items,
        criteria,
        total: (!withheld).then_some(total),
        threshold,
        verdict,
        verdict_status,
        missing: assessment.missing,
        withheld: assessment.withheld_items,
        status: total.status.max(verdict_status),
        faults: assessment.faults,
    }
}

//! From a table of figures to a sheet of scores: [`RuleSet::assess`] mapped over rows, in parallel, in order.

mod order;

pub use order::{Only, SortKey, keep_only, sort};

use crate::result::{CommuneScore, Identity, ScoreSheet};
use crate::rules::{Assessment, ClassIx, FieldIx, Figures, RuleSet};
use crate::table::{CommuneTable, FigureColumn, Part};
use rayon::prelude::*;
use std::sync::Arc;

/// What a sheet holds of each commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Totals, criteria and verdict: what the summary tables show.
    Criteria,
    /// Every item too, with its value, step and reason.
    Items,
}

/// Scores a whole table, in its order.
#[must_use]
pub fn score(rules: &RuleSet, table: &CommuneTable, detail: Detail) -> ScoreSheet {
    let parts: Vec<ScoreSheet> = table.parts.par_iter().map(|part| score_part(rules, part, detail)).collect();
    let communes = parts.into_iter().flat_map(|part| part.communes).collect();
    ScoreSheet { standard: Arc::clone(rules.info()), communes }
}

/// Scores some rows of a table; a table scored part by part gives the same rows as the whole.
#[must_use]
pub fn score_part(rules: &RuleSet, part: &Part, detail: Detail) -> ScoreSheet {
    let columns: Vec<FigureColumn<'_>> =
        (0..rules.standard().fields.len()).map(|ix| part.figure_column(FieldIx(ix))).collect();
    let score_row = |row| {
        let figures = Row { columns: &columns, class: part.class(row), row };
        commune(rules.assess(&figures), identity(part, row), detail)
    };
    ScoreSheet { standard: Arc::clone(rules.info()), communes: (0..part.len()).map(score_row).collect() }
}

/// One row of a table.
struct Row<'a> {
    columns: &'a [FigureColumn<'a>],
    class: Option<ClassIx>,
    row: usize,
}

impl Figures for Row<'_> {
    #[inline]
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.columns.get(field.0)?.get(self.row)
    }

    #[inline]
    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

fn identity(part: &Part, row: usize) -> Identity {
    Identity {
        code: part.code(row).to_owned(),
        name: part.name(row).to_owned(),
        province: part.province(row).to_owned(),
        district: part.district(row).to_owned(),
        year: part.year(row),
        class: part.class(row).map(|class| class.0),
        extra: part.extra(row).map(|(header, text)| (Arc::clone(header), text.to_owned())).collect(),
    }
}

fn commune(assessment: Assessment, identity: Identity, detail: Detail) -> CommuneScore {
    let Assessment { items, criteria, total, withheld, threshold, verdict, verdict_status, .. } = assessment;
    let items = match detail {
        Detail::Items => items,
        Detail::Criteria => Vec::new(),
    };
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

//! The rows of a table laid out for review: figures, class and score of each, and how a finding is written.

use super::Limits;
use crate::criteria::model::{AgencyIx, Field, FieldIx, FieldKind, Standard};
use crate::lang::Text;
use crate::quantity::Decimal;
use crate::result::review::{Finding, FindingKind, FindingLevel, ReviewCell};
use crate::result::{CommuneScore, Detail, ItemInfo, Label, StandardInfo};
use crate::rules::RuleSets;
use crate::score::score_part_by_year;
use crate::table::{CommuneTable, FigureColumn, Part};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A table with its scores.
pub(super) struct Desk<'a> {
    pub(super) standard: &'a Standard,
    /// Per field, the ids of the items and conditions that want it.
    pub(super) wanted: Vec<Vec<String>>,
    pub(super) limits: &'a Limits,
    pub(super) rows: Vec<Row<'a>>,
    position: BTreeMap<String, usize>,
    items: Vec<(&'a ItemInfo, Vec<usize>)>,
}

/// A commune of the table.
pub(super) struct Row<'a> {
    part: &'a Part,
    at: usize,
    /// By field of the standard.
    pub(super) figures: Vec<Option<i64>>,
    pub(super) score: CommuneScore,
}

impl<'a> Desk<'a> {
    pub(super) fn new(rules: &'a RuleSets, year: Option<u16>, table: &'a CommuneTable, limits: &'a Limits) -> Self {
        let standard = rules.latest().standard();
        let rows = table.parts.par_iter().flat_map_iter(|part| {
            let scores = score_part_by_year(rules, year, part, Detail::Items).communes;
            let fields = 0..standard.fields.len();
            let columns: Vec<FigureColumn<'_>> = fields.map(|field| part.figure_column(FieldIx(field))).collect();
            let row = move |(at, score)| {
                let figures = columns.iter().map(|column| column.get(at)).collect();
                Row { part, at, figures, score }
            };
            scores.into_iter().enumerate().map(row)
        });
        let rows: Vec<Row<'a>> = rows.collect();
        let mut position = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            position.entry(row.code().to_owned()).or_insert(at);
        }
        let wanted = rules.fields_wanted();
        let items = items(rules.latest().info(), &wanted);
        Self { standard, wanted, limits, rows, position, items }
    }

    /// All items in the order of the scores, each with the fields it reads.
    pub(super) fn items(&self) -> &[(&'a ItemInfo, Vec<usize>)] {
        &self.items
    }

    /// Where the commune of a finding stands in the table; behind all rows when it does not.
    pub(super) fn position(&self, finding: &Finding) -> usize {
        self.position.get(&finding.code).copied().unwrap_or(self.rows.len())
    }

    /// Whether a commune has a row.
    pub(super) fn has(&self, code: &str) -> bool {
        self.position.contains_key(code)
    }

    /// The counts that are scored: positions of their fields.
    pub(super) fn counts(&self) -> Vec<usize> {
        let is_wanted = |at: usize| self.wanted.get(at).is_some_and(|items| !items.is_empty());
        let fields = self.standard.fields.iter().enumerate();
        let counts = fields.filter(|(at, field)| field.kind == FieldKind::Count && is_wanted(*at));
        counts.map(|(at, _)| at).collect()
    }

    /// The rows of each class with their positions; a row without its class belongs to none. In a standard without
    /// classes all rows belong together.
    pub(super) fn classes(&self) -> Vec<Vec<&Row<'a>>> {
        let mut classes: Vec<Vec<&Row<'a>>> = (0..self.standard.classes.len().max(1)).map(|_| Vec::new()).collect();
        for row in &self.rows {
            let class = if self.standard.classes.is_empty() { Some(0) } else { row.score.identity.class };
            if let Some(rows) = class.and_then(|class| classes.get_mut(class)) {
                rows.push(row);
            }
        }
        classes
    }

    pub(super) fn label(&self, field: usize) -> Text {
        self.standard.fields.get(field).map_or_else(Text::default, |field| field.label.clone())
    }

    /// A figure in words.
    pub(super) fn figure(&self, field: usize, value: i64) -> Text {
        let Some(field) = self.standard.fields.get(field) else { return Text::default() };
        written(field, value)
    }

    /// The agencies that supply some fields, in the order of the standard.
    pub(super) fn agencies(&self, fields: &[usize]) -> Vec<Label> {
        let supplied = |field: &usize| self.standard.fields.get(*field).map(|field| field.supplied_by.as_slice());
        let mut found: Vec<AgencyIx> = fields.iter().filter_map(supplied).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        let named = found.into_iter().filter_map(|agency| self.standard.agencies.get(agency.0));
        named.map(|agency| Label { id: agency.id.clone(), label: agency.label.clone() }).collect()
    }

    /// A finding about some figures of a row.
    pub(super) fn finding(&self, row: &Row<'_>, what: What, fields: &[usize]) -> Finding {
        let agencies = self.agencies(fields);
        Finding {
            level: what.level,
            kind: what.kind,
            code: row.code().to_owned(),
            name: row.name().to_owned(),
            cells: fields.iter().map(|field| self.cell(row, *field)).collect(),
            says: what.says,
            asks: super::words::ask(what.kind, &agencies),
            agencies,
        }
    }

    fn cell(&self, row: &Row<'_>, at: usize) -> ReviewCell {
        let field = self.standard.fields.get(at);
        ReviewCell {
            file: row.part.file().to_string(),
            row: row.part.row_number(row.at),
            field: field.map_or_else(String::new, |field| field.id.clone()),
            label: self.label(at),
            value: row.figure(at).map(|value| self.figure(at, value)),
        }
    }
}

fn items<'a>(info: &'a StandardInfo, wanted: &[Vec<String>]) -> Vec<(&'a ItemInfo, Vec<usize>)> {
    let fields_of = |item: &ItemInfo| {
        let reads = wanted.iter().enumerate().filter(|(_, items)| items.contains(&item.id));
        reads.map(|(field, _)| field).collect()
    };
    let items = info.criteria.iter().flat_map(|criterion| &criterion.items);
    items.map(|item| (item, fields_of(item))).collect()
}

/// What a finding says.
pub(super) struct What {
    pub(super) level: FindingLevel,
    pub(super) kind: FindingKind,
    pub(super) says: Text,
}

impl Row<'_> {
    pub(super) fn code(&self) -> &str {
        self.part.code(self.at)
    }

    pub(super) fn name(&self) -> &str {
        self.part.name(self.at)
    }

    /// The file and the spreadsheet row.
    pub(super) fn place(&self) -> (&str, u64) {
        (self.part.file(), self.part.row_number(self.at))
    }

    pub(super) fn figure(&self, field: usize) -> Option<i64> {
        self.figures.get(field).copied().flatten()
    }
}

fn written(field: &Field, value: i64) -> Text {
    match &field.kind {
        FieldKind::YesNo if value == 0 => Text::of("không", "no"),
        FieldKind::YesNo => Text::of("có", "yes"),
        FieldKind::Choice(choices) => usize::try_from(value)
            .ok()
            .and_then(|at| choices.get(at))
            .map_or_else(Text::default, |choice| choice.label.clone()),
        kind => Decimal::new(value, kind.digits()).trimmed().words(),
    }
}

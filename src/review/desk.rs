//! The rows of a table laid out for review: figures, class and score of each, and how a finding is written.

use super::{Limits, words};
use crate::criteria::model::{AgencyIx, Field, FieldIx, FieldKind, Indicator, ItemRule, Operand, Standard};
use crate::diag::CellPlace;
use crate::lang::Text;
use crate::quantity::{Decimal, Ratio};
use crate::result::review::{Finding, FindingKind, FindingLevel, ReviewCell};
use crate::result::{CommuneScore, Detail, ItemInfo, Label, StandardInfo};
use crate::rules::RuleSets;
use crate::score::score_part_by_year;
use crate::table::{CommuneTable, FigureColumn, Head, Part};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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

    /// A figure as an exact number.
    pub(super) fn exact(&self, field: usize, value: i64) -> Ratio {
        let digits = self.standard.fields.get(field).map_or(0, |field| field.kind.digits());
        Ratio::from(Decimal::new(value, digits))
    }

    /// Counts that no item measures as a rate, each with the field it is part of.
    pub(super) fn shares(&self) -> Vec<(usize, usize)> {
        let items = self.standard.criteria.iter().flat_map(|criterion| &criterion.items);
        let measured: BTreeSet<Operand> = items.filter_map(|item| numerator(&item.rule)).collect();
        let is_count = |at: usize| self.standard.fields.get(at).is_some_and(|field| field.kind == FieldKind::Count);
        let share = |part: usize| Some((part, self.wholes(part).find(|whole| is_count(*whole))?));
        let parts = self.counts().into_iter().filter(|at| !measured.contains(&Operand::Field(FieldIx(*at))));
        parts.filter_map(share).collect()
    }

    /// The fields a field is part of.
    pub(super) fn wholes(&self, field: usize) -> impl Iterator<Item = usize> {
        let wholes = self.standard.fields.get(field).map_or(&[][..], |field| field.at_most.as_slice());
        wholes.iter().map(|whole| whole.0)
    }

    /// The counts that are part of a field.
    pub(super) fn parts(&self, field: usize) -> impl Iterator<Item = usize> {
        let fields = self.standard.fields.iter().enumerate();
        let parts =
            fields.filter(move |(_, part)| part.kind == FieldKind::Count && part.at_most.contains(&FieldIx(field)));
        parts.map(|(at, _)| at)
    }

    /// A finding about some figures of a row; about the row where there are none.
    pub(super) fn finding(&self, row: &Row<'_>, what: What, fields: &[usize]) -> Finding {
        self.finding_for(row, what, fields, self.agencies(fields))
    }

    /// A finding about some figures of a row that is put to these agencies.
    pub(super) fn finding_for(&self, row: &Row<'_>, what: What, fields: &[usize], agencies: Vec<Label>) -> Finding {
        Finding {
            level: what.level,
            kind: what.kind,
            code: row.code().to_owned(),
            name: row.name().to_owned(),
            cells: self.cells(row, fields),
            says: what.says,
            asks: words::ask(what.kind, what.level, &agencies),
            agencies,
        }
    }

    /// The cells of some fields of a row; of no field, the cell of its code.
    fn cells(&self, row: &Row<'_>, fields: &[usize]) -> Vec<ReviewCell> {
        if fields.is_empty() {
            return vec![row.code_cell()];
        }
        fields.iter().map(|field| self.cell(row, *field)).collect()
    }

    /// Where a figure stands; behind all fields stands the area class.
    pub(super) fn place(&self, row: &Row<'_>, at: usize) -> CellPlace {
        let head = if at < self.standard.fields.len() { Head::Field(FieldIx(at)) } else { Head::AreaClass };
        row.part.cell(row.at, head)
    }

    /// The cell of a field; behind all fields stands the area class.
    pub(super) fn cell(&self, row: &Row<'_>, at: usize) -> ReviewCell {
        let Some(field) = self.standard.fields.get(at) else {
            return row.cell(Head::AreaClass, "area_class", words::area_class(), None);
        };
        let value = row.figure(at).map(|value| self.figure(at, value));
        row.cell(Head::Field(FieldIx(at)), &field.id, field.label.clone(), value)
    }
}

/// What an item counts, where it measures a rate.
const fn numerator(rule: &ItemRule) -> Option<Operand> {
    match rule {
        ItemRule::Scaled { indicator: Indicator::Rate(rate, _), .. } => Some(rate.of),
        _ => None,
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

    /// What orders rows that are one commune: the code, then the table and the row.
    pub(super) fn place(&self) -> (&str, &str, Option<&str>, u64) {
        let sheet = self.part.sheet().map(AsRef::as_ref);
        (self.code(), self.part.file(), sheet, self.part.row_number(self.at))
    }

    /// The district and the province, empty when not given.
    pub(super) fn district(&self) -> [&str; 2] {
        [self.part.district(self.at), self.part.province(self.at)]
    }

    /// The cell of the code.
    pub(super) fn code_cell(&self) -> ReviewCell {
        self.cell(Head::Code, "code", words::code(), Some(Text::same(self.code())))
    }

    fn cell(&self, head: Head<'_>, field: &str, label: Text, value: Option<Text>) -> ReviewCell {
        let place = self.part.cell(self.at, head);
        ReviewCell {
            file: place.file.to_string(),
            sheet: place.sheet.as_deref().map(str::to_owned),
            row: place.row.unwrap_or_default(),
            column: place.column.map(CellPlace::column_letters),
            header: place.header.as_deref().map(str::to_owned),
            field: field.to_owned(),
            label,
            value,
        }
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

//! The plan of a table: how each column is read and where its values go; made once, used for every row.

use super::super::part::{Layout, MISSING, Slot};
use super::super::read::{Codes, TextTable};
use super::super::spelling::{fold, trim};
use super::header::{Identity, Target};
use super::word::Words;
use super::{Options, Wanted, limit};
use crate::criteria::model::{self, DayOfYear, FieldIx, FieldKind, Standard, Version, Years};
use crate::diag::{AskedYear, Problem};
use std::sync::Arc;

/// How a table is read.
#[derive(Debug)]
pub(super) struct Plan<'s> {
    /// The standard the table is read for.
    pub(super) standard: &'s Standard,
    /// Which years it can score, when that matters.
    years: Option<&'s Years>,
    /// The columns of the header, in order.
    pub(super) columns: Vec<Column>,
    /// The integer columns, in the order of their slots.
    pub(super) figures: Vec<Slot>,
    /// The text columns, in the order of their slots.
    pub(super) texts: Vec<Slot>,
    /// Slots of the texts that name a commune.
    pub(super) code: Option<usize>,
    /// See `code`.
    pub(super) name: Option<usize>,
    /// Least figures.
    pub(super) least: Vec<limit::Least>,
    /// Pairs of figures of which the first is part of the second.
    pub(super) at_most: Vec<limit::AtMost>,
    /// How the parts are laid out.
    pub(super) layout: Arc<Layout>,
    /// Whether rows with errors are left out.
    pub(super) skip_bad_rows: bool,
    /// Whether percentages stand in the cells as they are shown.
    tells_percent: bool,
    /// Codes that exist, when there is a list of them.
    pub(super) codes: Option<Codes>,
}

/// A column of the text.
#[derive(Debug)]
pub(super) struct Column {
    /// Header as written, trimmed.
    pub(super) header: Arc<str>,
    /// Spreadsheet column, from 1.
    pub(super) number: usize,
    /// How its cells are read.
    pub(super) role: Role,
    /// Signs in place of figures.
    pub(super) signs: Signs,
}

/// Signs and words that stand for a figure, folded.
#[derive(Debug, Default)]
pub(super) struct Signs(Vec<(String, i64)>);

impl Signs {
    fn of(signs: &model::Signs) -> Self {
        let all = signs.missing.iter().map(|sign| (sign, MISSING)).chain(signs.zero.iter().map(|sign| (sign, 0)));
        Self(all.map(|(sign, value)| (fold(sign), value)).collect())
    }

    /// The figure a cell stands for, when it is one of them.
    pub(super) fn value(&self, cell: &str) -> Option<i64> {
        if self.0.is_empty() {
            return None;
        }
        let folded = fold(cell);
        self.0.iter().find(|(sign, _)| *sign == folded).map(|(_, value)| *value)
    }
}

/// How cells are read, and the slot their values go to.
#[derive(Debug)]
pub(super) enum Role {
    /// An integer column.
    Figure(usize, Reading),
    /// A text column.
    Text(usize),
    /// A text column without empty cells: the commune's code.
    Code(usize),
    /// A text column without empty cells: the commune's name.
    Name(usize),
    /// Not read.
    Ignored,
}

/// How a cell becomes an integer.
#[derive(Debug)]
pub(super) enum Reading {
    Count,
    /// With so many digits after the mark; `told`: percentages stand there as they are shown.
    Percent {
        digits: u8,
        told: bool,
    },
    /// With so many digits after the mark.
    Decimal(u8),
    Word(Words),
    Year(YearRule),
}

/// Which years a table may have.
#[derive(Debug)]
pub(super) struct YearRule {
    years: Option<Years>,
    needed: Option<Problem>,
    standard: Version,
    on: Option<DayOfYear>,
}

impl YearRule {
    fn new(standard: &Standard, years: Option<&Years>) -> Self {
        Self {
            years: years.cloned(),
            needed: years.and_then(year_needed),
            standard: Version { from: standard.in_force_from, until: standard.in_force_until },
            on: standard.assessed_on.as_ref().map(|figure| figure.value),
        }
    }

    /// What is wrong with a row without a year.
    pub(super) fn without_year(&self) -> Option<Problem> {
        self.needed.clone()
    }

    /// Passes on a year the standard can score.
    pub(super) fn judged(&self, year: i64) -> Result<i64, Problem> {
        let (Some(years), Ok(number)) = (&self.years, u16::try_from(year)) else { return Ok(year) };
        let out_of_force = || Problem::YearNotInForce {
            year: number,
            days: self.standard,
            on: self.on.map(|day| day.of(number)),
            asked: AskedYear::Table,
        };
        years.of(number).map(|_| year).ok_or_else(out_of_force)
    }
}

/// What is wrong when no year is given; nothing where all years have the same figures.
pub(super) fn year_needed(years: &Years) -> Option<Problem> {
    years.matter().then(|| Problem::YearNeeded { firsts: years.firsts().to_vec() })
}

/// Makes the plan.
pub(super) fn plan<'s>(text: &TextTable, wanted: &'s Wanted<'_>, targets: &[Target], options: Options) -> Plan<'s> {
    let standard = wanted.standard;
    let mut plan = Plan {
        standard,
        years: wanted.years.as_ref(),
        columns: Vec::new(),
        figures: Vec::new(),
        texts: Vec::new(),
        code: None,
        name: None,
        least: Vec::new(),
        at_most: Vec::new(),
        layout: Arc::default(),
        skip_bad_rows: options.skip_bad_rows,
        tells_percent: text.tells_percent,
        codes: text.codes.clone(),
    };
    let mut layout = Layout { sheet: text.sheet.clone(), ..Layout::new(&text.name, standard.fields.len()) };
    for (at, (header, target)) in text.header.iter().zip(targets).enumerate() {
        let (header, number): (Arc<str>, _) = (Arc::from(trim(header)), text.column_number(at));
        layout.heads.push((*target, number, Arc::clone(&header)));
        let role = plan.role(&header, *target, &mut layout);
        let field = if let Target::Field(FieldIx(at)) = target { standard.fields.get(*at) } else { None };
        let signs = field.map(|field| Signs::of(&field.signs)).unwrap_or_default();
        plan.columns.push(Column { header, number, role, signs });
    }
    let figures: Vec<Option<usize>> = layout.fields.clone();
    plan.least = limit::least(standard, &figures);
    plan.at_most = limit::at_most(standard, &figures);
    layout.put_texts_behind(plan.figures.len());
    plan.layout = Arc::new(layout);
    plan
}

impl Plan<'_> {
    fn role(&mut self, header: &Arc<str>, target: Target, layout: &mut Layout) -> Role {
        match target {
            Target::Identity(identity) => self.identity(header, identity, layout),
            Target::Field(FieldIx(at)) => self.field(header, at, layout),
            Target::Extra => self.extra(header, layout),
            Target::Aside | Target::Twice => Role::Ignored,
        }
    }

    fn identity(&mut self, header: &Arc<str>, identity: Identity, layout: &mut Layout) -> Role {
        match identity {
            Identity::Code => {
                let slot = self.text("code");
                (layout.code, self.code) = (Some(slot), Some(slot));
                Role::Code(slot)
            }
            Identity::Name => {
                let slot = self.text("name");
                (layout.name, self.name) = (Some(slot), Some(slot));
                Role::Name(slot)
            }
            Identity::Province => {
                layout.province = Some(self.text("province"));
                Role::Text(self.texts.len() - 1)
            }
            Identity::District => {
                layout.district = Some(self.text("district"));
                Role::Text(self.texts.len() - 1)
            }
            Identity::Year => {
                layout.year = Some(self.figure("year", false));
                let rule = YearRule::new(self.standard, self.years);
                Role::Figure(self.figures.len() - 1, Reading::Year(rule))
            }
            Identity::AreaClass if self.standard.classes.is_empty() => self.extra(header, layout),
            Identity::AreaClass => {
                layout.class = Some(self.figure("area_class", false));
                Role::Figure(self.figures.len() - 1, Reading::Word(Words::classes(&self.standard.classes)))
            }
        }
    }

    fn field(&mut self, header: &Arc<str>, at: usize, layout: &mut Layout) -> Role {
        let standard = self.standard;
        let Some(field) = standard.fields.get(at) else { return Role::Ignored };
        if field.kind == FieldKind::Text {
            return self.extra(header, layout);
        }
        let slot = self.figure(&field.id, field.kind == FieldKind::YesNo);
        if let Some(position) = layout.fields.get_mut(at) {
            *position = Some(slot);
        }
        let reading = match &field.kind {
            FieldKind::Count | FieldKind::Text => Reading::Count,
            FieldKind::Percent { digits } => Reading::Percent { digits: *digits, told: self.tells_percent },
            FieldKind::Decimal { digits } => Reading::Decimal(*digits),
            FieldKind::YesNo => Reading::Word(Words::yes_no()),
            FieldKind::Choice(choices) => Reading::Word(Words::choices(choices)),
        };
        Role::Figure(slot, reading)
    }

    fn extra(&mut self, header: &Arc<str>, layout: &mut Layout) -> Role {
        // No field id begins with `+`, and the position keeps two columns of one header apart.
        let slot = self.text(&format!("+{} {header}", self.columns.len() + 1));
        layout.extra.push((Arc::clone(header), slot));
        Role::Text(slot)
    }

    fn figure(&mut self, name: &str, is_yes_no: bool) -> usize {
        self.figures.push(Slot { name: name.to_owned(), is_yes_no, column: self.columns.len() });
        self.figures.len() - 1
    }

    fn text(&mut self, name: &str) -> usize {
        self.texts.push(Slot { name: name.to_owned(), is_yes_no: false, column: self.columns.len() });
        self.texts.len() - 1
    }
}

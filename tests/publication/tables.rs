//! Communes as figures by field, and the tables and sheets made of them.

use crate::scoring::table_of;
use cfc::criteria::model::{FieldKind, Standard};
use cfc::publish::publish;
use cfc::quantity::Decimal;
use cfc::result::{CommuneScore, ScoreSheet};
use cfc::rules::{RuleSet, RuleSets};
use cfc::score::{Detail, score_part_by_year};
use cfc::table::CommuneTable;
use std::fmt::Write as _;

/// A commune: the position of its class, and its figures in units of their last digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Commune {
    pub(crate) class: Option<usize>,
    pub(crate) figures: Vec<Option<i64>>,
}

/// A small generator of numbers, the same on every machine.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// A number below another.
    pub(crate) fn below(&mut self, limit: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// Numbers of children: tiny, small, and on both sides of every edge of the standard.
const CHILDREN: [i64; 18] =
    [1, 2, 3, 4, 5, 9, 300, 999, 1990, 2000, 3999, 4000, 6000, 8000, 8001, 15_000, 40_000, 120_000];

/// A commune nobody has seen: sensitive counts from 0 to 6, here and there a missing figure.
pub(crate) fn random(standard: &Standard, numbers: &mut Numbers) -> Commune {
    let class = usize::try_from(numbers.below(8)).unwrap();
    let mut figures: Vec<Option<i64>> = Vec::new();
    for field in &standard.fields {
        let limits = field.at_most.iter().filter_map(|limit| figures.get(limit.0).copied().flatten());
        let limit = limits.min();
        let figure = match &field.kind {
            _ if field.sensitive => numbers.below(7).min(limit.unwrap_or(i64::MAX)),
            FieldKind::Count if limit.is_none() => CHILDREN[usize::try_from(numbers.below(18)).unwrap()],
            FieldKind::Count => {
                let limit = limit.unwrap();
                [limit, limit * 97 / 100, numbers.below(limit + 1), numbers.below(8).min(limit)]
                    [usize::try_from(numbers.below(4)).unwrap()]
            }
            FieldKind::YesNo => i64::from(numbers.below(8) > 0),
            FieldKind::Choice(words) => numbers.below(i64::try_from(words.len()).unwrap()),
            FieldKind::Percent { digits } => (80 + numbers.below(21)) * 10_i64.pow(u32::from(*digits)),
            FieldKind::Decimal { digits } => numbers.below(100) * 10_i64.pow(u32::from(*digits)),
            FieldKind::Text => 0,
        };
        figures.push((numbers.below(40) > 0 && field.kind != FieldKind::Text).then_some(figure));
    }
    Commune { class: (class % 4 < standard.classes.len()).then_some(class % 4), figures }
}

/// Communes as a text table. Codes are numbers from 1.
pub(crate) fn csv(standard: &Standard, communes: &[Commune]) -> String {
    let ids: Vec<&str> = standard.fields.iter().map(|field| field.id.as_str()).collect();
    let mut text = format!("code,name,area_class,{}\n", ids.join(","));
    for (at, commune) in communes.iter().enumerate() {
        let class = commune.class.map_or("", |class| standard.classes[class].id.as_str());
        write!(text, "{:05},Xã Mẫu,{class}", at + 1).unwrap();
        for (field, figure) in standard.fields.iter().zip(&commune.figures) {
            let cell = match (&field.kind, figure) {
                (_, None) => String::new(),
                (FieldKind::YesNo, Some(figure)) => if *figure == 1 { "có" } else { "không" }.to_owned(),
                (FieldKind::Choice(words), Some(figure)) => words[usize::try_from(*figure).unwrap()].id.clone(),
                (kind, Some(figure)) => Decimal::new(*figure, kind.digits()).to_string(),
            };
            write!(text, ",{cell}").unwrap();
        }
        text.push('\n');
    }
    text
}

/// Communes read from a table.
pub(crate) fn communes_of(rules: &RuleSet, table: &CommuneTable) -> Vec<Commune> {
    let fields = rules.standard().fields.len();
    let mut communes = Vec::new();
    for part in &table.parts {
        let columns: Vec<_> = (0..fields).map(|at| part.figure_column(cfc::rules::FieldIx(at))).collect();
        for row in 0..part.len() {
            let figures = columns.iter().map(|column| column.get(row)).collect();
            communes.push(Commune { class: part.class(row).map(|class| class.0), figures });
        }
    }
    communes
}

/// The internal sheet of a table.
pub(crate) fn internal(rules: &RuleSets, table: &CommuneTable) -> ScoreSheet {
    let mut parts = table.parts.iter().map(|part| score_part_by_year(rules, None, part, Detail::Items));
    parts.next().expect("a table of one part")
}

/// The public sheet of a table.
pub(crate) fn public(rules: &RuleSets, table: &CommuneTable) -> ScoreSheet {
    let mut sheet = internal(rules, table);
    publish(rules, &table.parts[0], &mut sheet);
    sheet
}

/// The public sheet of each commune alone, under one code.
pub(crate) fn public_each(rules: &RuleSets, communes: &[Commune]) -> Vec<ScoreSheet> {
    let text = csv(rules.latest().standard(), communes);
    let sheet = public(rules, &table_of(rules.latest(), "table.csv", text.as_bytes()));
    let alone = |commune: &CommuneScore| {
        let mut commune = commune.clone();
        commune.identity.code = "00001".into();
        ScoreSheet { communes: vec![commune], ..sheet.clone() }
    };
    sheet.communes.iter().map(alone).collect()
}

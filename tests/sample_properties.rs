//! What must hold of every score, tried on every commune of the sample under Decision 06.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

#[path = "support/scoring.rs"]
mod support;

use cfc::criteria::model::{Bound, FieldKind, Indicator, ItemRule, Operand, Scale, Standard};
use cfc::quantity::{Decimal, Points, Ratio};
use cfc::result::{CriterionState, Outcome, ScoreSheet, Verdict};
use cfc::rules::{Assessment, ClassIx, FieldIx, Figures, RuleSet};
use cfc::score::{Detail, score_part};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::{decision_06, sheet_of, standard_named, table_of};

const SAMPLE: &[u8] = include_bytes!("../data/sample/communes.csv");

/// One commune with any figure replaced.
#[derive(Clone, Debug)]
struct Commune {
    code: String,
    figures: Vec<Option<i64>>,
    class: Option<ClassIx>,
}

impl Figures for Commune {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures[field.0]
    }

    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

impl Commune {
    fn with(&self, field: FieldIx, value: Option<i64>) -> Self {
        let mut changed = self.clone();
        changed.figures[field.0] = value;
        changed
    }

    /// Whether the table stage would let these figures through.
    fn is_allowed(&self, standard: &Standard) -> bool {
        standard.fields.iter().zip(&self.figures).all(|(field, figure)| {
            let Some(figure) = *figure else { return true };
            let below = field.at_most.iter().all(|other| self.figures[other.0].is_none_or(|limit| figure <= limit));
            let exact = |edge: Decimal| edge.to_scale(field.kind.digits()).expect("an edge no finer than its field");
            let above = field.above.is_none_or(|edge| figure > exact(edge));
            let least = field.at_least.is_none_or(|edge| figure >= exact(edge));
            let of_kind = match &field.kind {
                FieldKind::Count => figure >= 0,
                FieldKind::YesNo => (0..=1).contains(&figure),
                FieldKind::Percent { digits } => (0..=100 * 10_i64.pow(u32::from(*digits))).contains(&figure),
                FieldKind::Choice(words) => usize::try_from(figure).is_ok_and(|choice| choice < words.len()),
                FieldKind::Decimal { .. } => true,
                FieldKind::Text => false,
            };
            below && above && least && of_kind
        })
    }
}

fn communes(rules: &RuleSet) -> Vec<Commune> {
    let communes = communes_of(rules, SAMPLE);
    assert!(communes.len() >= 90, "the sample has about 100 communes");
    communes
}

fn communes_of(rules: &RuleSet, bytes: &[u8]) -> Vec<Commune> {
    let table = table_of(rules, "communes.csv", bytes);
    let fields = rules.standard().fields.len();
    let mut communes = Vec::new();
    for part in &table.parts {
        let columns: Vec<_> = (0..fields).map(|ix| part.figure_column(FieldIx(ix))).collect();
        communes.extend((0..part.len()).map(|row| Commune {
            code: part.code(row).to_owned(),
            figures: columns.iter().map(|column| column.get(row)).collect(),
            class: part.class(row),
        }));
    }
    communes
}

/// Values worth trying in a cell: the ends, the neighbours of every other figure, and every per cent of them.
fn candidates(commune: &Commune, field: FieldIx, standard: &Standard) -> Vec<i64> {
    let mut values: Vec<i64> = vec![-1000, -1, 0, 1, 2, 3, 4, 5, 29, 30, 31, 1_000_000];
    if matches!(standard.fields[field.0].kind, FieldKind::Percent { .. } | FieldKind::Decimal { .. }) {
        values.extend((0..=100).map(|value| value * 10_i64.pow(u32::from(standard.fields[field.0].kind.digits()))));
    }
    for figure in commune.figures.iter().flatten() {
        values.extend([figure - 1, *figure, figure + 1, figure * 2]);
    }
    let partners = standard.fields[field.0].at_most.iter().filter_map(|other| commune.figures[other.0]);
    for partner in partners.collect::<Vec<_>>() {
        values.extend((0..=100).flat_map(|percent| [partner * percent / 100, partner * percent / 100 + 1]));
    }
    values.sort_unstable();
    values.dedup();
    values.retain(|value| commune.with(field, Some(*value)).is_allowed(standard));
    values
}

fn decided(verdict: &Verdict) -> Option<bool> {
    match verdict {
        Verdict::Recognised | Verdict::Level(_) => Some(true),
        Verdict::NotRecognised(_) => Some(false),
        Verdict::Undetermined(_) | Verdict::NotPublished => None,
    }
}

fn contradiction(blank: &Assessment, filled: &Assessment) -> Option<String> {
    let settled = |verdict: &Verdict| !matches!(verdict, Verdict::Undetermined(_));
    let same = match (&blank.verdict, &filled.verdict) {
        (Verdict::Level(a), Verdict::Level(b)) => a == b,
        (a, b) => decided(a) == decided(b),
    };
    if settled(&blank.verdict) && !same {
        return Some(format!("{:?} became {:?}", blank.verdict, filled.verdict));
    }
    let (wide, narrow) = (blank.total, filled.total);
    (narrow.low < wide.low || narrow.high > wide.high)
        .then(|| format!("[{}, {}] became [{}, {}]", wide.low, wide.high, narrow.low, narrow.high))
}

/// Blanks every cell of every commune and puts every candidate in its place.
fn blanks_contradict_nothing(rules: &RuleSet, communes: &[Commune], except: &[&str]) {
    let standard = rules.standard();
    let (mut blanked, mut tried) = (0, 0);
    for commune in communes {
        for ix in 0..standard.fields.len() {
            if standard.fields[ix].kind == FieldKind::Text || except.contains(&standard.fields[ix].id.as_str()) {
                continue;
            }
            let field = FieldIx(ix);
            let blank = rules.assess(&commune.with(field, None), Detail::Items);
            blanked += 1;
            for value in candidates(commune, field, standard) {
                let filled = rules.assess(&commune.with(field, Some(value)), Detail::Items);
                tried += 1;
                if let Some(contradiction) = contradiction(&blank, &filled) {
                    panic!("{}, {} = {value}: {contradiction}", commune.code, standard.fields[ix].id);
                }
            }
        }
    }
    assert!(tried > 4 * blanked && blanked > communes.len(), "{blanked} cells, {tried} values");
}

#[test]
fn a_blank_cell_never_yields_a_verdict_or_a_range_that_some_value_of_it_contradicts() {
    let rules = decision_06();
    blanks_contradict_nothing(&rules, &communes(&rules), &[]);
}

#[test]
fn a_blank_cell_contradicts_nothing_under_standards_of_every_shape() {
    for name in ["every-shape", "graded", "lower-is-better"] {
        let rules = standard_named(&format!("tests/standards/{name}.toml"));
        let bytes = std::fs::read(format!("tests/standards/{name}.csv")).unwrap();
        // A script that accepts a missing score and has points for that: there the blank is a rule of its own.
        blanks_contradict_nothing(&rules, &communes_of(&rules, &bytes), &["audit_score"]);
    }
}

#[test]
fn a_blank_area_class_never_yields_a_verdict_that_some_class_contradicts() {
    let rules = decision_06();
    for commune in communes(&rules) {
        let blank = rules.assess(&Commune { class: None, ..commune.clone() }, Detail::Items);
        for class in 0..rules.standard().classes.len() {
            let filled = rules.assess(&Commune { class: Some(ClassIx(class)), ..commune.clone() }, Detail::Items);
            assert_eq!(contradiction(&blank, &filled), None, "{} in class {class}", commune.code);
        }
    }
}

#[test]
fn a_missing_figure_is_never_zero() {
    let rules = decision_06();
    for commune in communes(&rules) {
        for ix in 0..rules.standard().fields.len() {
            let blank = rules.assess(&commune.with(FieldIx(ix), None), Detail::Items);
            for (item, full) in blank.items.iter().zip(rules.assess(&commune, Detail::Items).items) {
                let settled = |outcome: Outcome| !matches!(outcome, Outcome::Missing);
                let changed = settled(item.outcome) && item.outcome != full.outcome && settled(full.outcome);
                assert!(!changed, "{}, {}: {:?} became {:?}", commune.code, rules.standard().fields[ix].id, full, item);
            }
        }
    }
}

#[test]
fn the_parts_add_up_to_the_total() {
    let rules = decision_06();
    for commune in communes(&rules) {
        let found = rules.assess(&commune, Detail::Items);
        let low: Points = found.criteria.iter().map(|c| c.low).sum();
        let high: Points = found.criteria.iter().map(|c| c.high).sum();
        assert_eq!((found.total.low, found.total.high), (low, high), "{}", commune.code);
        let mut items = found.items.iter();
        for (info, criterion) in rules.info().criteria.iter().zip(&found.criteria) {
            let own: Vec<_> = items.by_ref().take(info.items.len()).collect();
            let sum: Points = own.iter().map(|item| item.high).sum();
            match criterion.state {
                CriterionState::Zeroed => assert_eq!(criterion.high, Points::ZERO),
                _ => assert_eq!(criterion.high, sum, "{} {}", commune.code, info.id),
            }
        }
    }
}

fn lower_end(bound: Bound) -> Ratio {
    match bound {
        Bound::Open => Ratio::whole(-1),
        Bound::Included(edge) | Bound::Excluded(edge) => Ratio::from(edge),
    }
}

/// Rate items of the standard whose points rise with the rate: criterion, item, numerator, denominator.
fn higher_is_better(standard: &Standard) -> Vec<(usize, FieldIx, FieldIx)> {
    let mut found = Vec::new();
    let items = standard.criteria.iter().flat_map(|criterion| &criterion.items);
    for (position, item) in items.enumerate() {
        let ItemRule::Scaled { indicator: Indicator::Rate(rate, _), scale: Scale::Steps(steps), .. } = &item.rule
        else {
            continue;
        };
        let best = steps.iter().max_by_key(|step| step.points.value).unwrap();
        let top = steps.iter().all(|step| lower_end(step.from) <= lower_end(best.from));
        if let (true, Operand::Field(of), Operand::Field(over)) = (top, rate.of, rate.over) {
            found.push((position, of, over));
        }
    }
    assert!(found.len() >= 10, "most rates of the standard are higher-is-better");
    found
}

#[test]
fn one_more_child_served_never_costs_points_on_a_higher_is_better_item() {
    let rules = decision_06();
    let items = higher_is_better(rules.standard());
    for commune in communes(&rules) {
        for (position, of, over) in &items {
            let Some(children) = commune.figures[over.0] else { continue };
            let step = (children / 200).max(1);
            let mut before = None;
            for served in (0..=children).step_by(usize::try_from(step).unwrap()) {
                let found = rules.assess(&commune.with(*of, Some(served)), Detail::Items);
                let now = (found.items[*position].low, found.total.low);
                assert!(before.is_none_or(|before| before <= now), "{} item {position}: {served}", commune.code);
                before = Some(now);
            }
        }
    }
}

fn same_results(a: &ScoreSheet, b: &ScoreSheet) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.communes.len(), b.communes.len());
    for commune in &a.communes {
        let other = b.communes.iter().find(|other| other.identity.code == commune.identity.code);
        let other = other.ok_or_else(|| TestCaseError::fail(format!("{} is lost", commune.identity.code)))?;
        prop_assert_eq!(&commune.criteria, &other.criteria);
        prop_assert_eq!((commune.total, commune.threshold), (other.total, other.threshold));
        prop_assert_eq!((&commune.verdict, &commune.missing), (&other.verdict, &other.missing));
    }
    Ok(())
}

/// The sample as cells; it has no quoted cells with separators in them.
fn cells() -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(SAMPLE);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn the_order_of_rows_and_columns_does_not_matter() {
    let rules = decision_06();
    let whole = sheet_of(&rules, SAMPLE);
    let rows = cells();
    let columns: Vec<usize> = (0..rows[0].len()).collect();
    let strategy = (Just(rows[1..].to_vec()).prop_shuffle(), Just(columns).prop_shuffle());
    let mut runner = TestRunner::new(Config::with_cases(16));
    let result = runner.run(&strategy, |(body, columns)| {
        let pick = |row: &Vec<String>| columns.iter().map(|column| row[*column].clone()).collect::<Vec<_>>();
        let shuffled: Vec<Vec<String>> = std::iter::once(&rows[0]).chain(&body).map(pick).collect();
        same_results(&whole, &sheet_of(&rules, &written(&shuffled)))
    });
    assert!(result.is_ok(), "{result:?}");
}

#[test]
fn a_batch_gives_each_commune_what_it_gets_alone() {
    let rules = decision_06();
    let whole = sheet_of(&rules, SAMPLE);
    let rows = cells();
    for (row, commune) in rows[1..].iter().zip(&whole.communes) {
        let table = table_of(&rules, "one.csv", &written(&[rows[0].clone(), row.clone()]));
        let alone = score_part(&rules, &table.parts[0], Detail::Items);
        assert_eq!(alone.communes.len(), 1);
        assert_eq!(format!("{:?}", alone.communes[0]), format!("{commune:?}"));
    }
}

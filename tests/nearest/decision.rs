//! The shipped standard on the sample: every claim is applied and scored again.

use crate::scoring::{decision_06, table_of};
use cfc::result::explanation::{Change, Search};
use cfc::result::{Detail, Verdict};
use cfc::rules::{ClassIx, FieldIx, Figures, RuleSet};
use cfc::score::nearest::Nearest;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const SAMPLE: &[u8] = include_bytes!("../../data/sample/communes.csv");

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) code: String,
    pub(crate) figures: Vec<Option<i64>>,
    pub(crate) class: Option<ClassIx>,
}

impl Figures for Row {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures[field.0]
    }

    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

impl Row {
    pub(crate) fn with(&self, changes: &[Change]) -> Self {
        let mut row = self.clone();
        for change in changes {
            let figure = &mut row.figures[usize::from(change.field)];
            *figure = figure.map(|n| n + change.by);
        }
        row
    }
}

/// The rows of the sample.
pub(crate) fn rows(rules: &RuleSet) -> Vec<Row> {
    let table = table_of(rules, "communes.csv", SAMPLE);
    let fields = rules.standard().fields.len();
    let of_part = |part: &cfc::table::Part| {
        let row = |row: usize| Row {
            code: part.code(row).to_owned(),
            figures: (0..fields).map(|at| part.figure_column(FieldIx(at)).get(row)).collect(),
            class: part.class(row),
        };
        (0..part.len()).map(row).collect::<Vec<_>>()
    };
    table.parts.iter().flat_map(of_part).collect()
}

#[test]
fn every_way_reaches_recognition_and_every_fall_loses_it() {
    let rules = decision_06();
    let nearest = Nearest::of(&rules);
    let (mut ways, mut falls) = (0, 0);
    for row in rows(&rules) {
        let outlook = nearest.outlook(&row);
        assert_eq!((outlook.ways_search, outlook.fall_search), (Search::Whole, Search::Whole), "{}", row.code);
        for way in &outlook.ways {
            ways += 1;
            let after = rules.assess(&row.with(&way.changes), Detail::Criteria);
            assert_eq!((after.verdict, after.total.low), (Verdict::Recognised, way.total), "{} {way:?}", row.code);
        }
        if let Some(fall) = &outlook.fall {
            falls += 1;
            let after = rules.assess(&row.with(&fall.changes), Detail::Criteria);
            assert_ne!(after.verdict, Verdict::Recognised, "{} {fall:?}", row.code);
        }
    }
    assert!(ways > 20 && falls > 40, "{ways} ways and {falls} falls: the sample tests too little");
}

#[test]
fn an_item_gets_what_its_move_says_and_keeps_its_points_with_one_child_fewer() {
    let rules = decision_06();
    let nearest = Nearest::of(&rules);
    for row in rows(&rules) {
        let outlook = nearest.outlook(&row);
        let base = rules.assess(&row, Detail::Items);
        for (item, to) in outlook.gains.iter().chain(&outlook.losses).enumerate() {
            let item = item % outlook.gains.len();
            let Some(to) = to else { continue };
            let after = rules.assess(&row.with(&to.changes), Detail::Items);
            assert_eq!(after.items[item].low - base.items[item].low, to.points, "{} {to:?}", row.code);
            assert_eq!(after.total.low - base.total.low, to.total, "{} {to:?}", row.code);
            if let [change] = to.changes.as_slice() {
                let fewer = Change { by: change.by - change.by.signum(), ..change.clone() };
                let kept = rules.assess(&row.with(&[fewer]), Detail::Items);
                let [kept, here] = [&kept.items[item], &base.items[item]].map(|score| score.low);
                let gains = to.points.as_thousandths().signum();
                assert!((kept - here).as_thousandths() * gains <= 0, "{} item {item}: {change:?}", row.code);
            }
        }
    }
}

#[test]
fn the_total_survives_any_changes_of_fewer_children_than_its_fall() {
    let rules = decision_06();
    let nearest = Nearest::of(&rules);
    let communes: Vec<_> = (rows(&rules).into_iter())
        .filter_map(|row| Some((nearest.outlook(&row).fall_by_total?.size, row)))
        .filter(|(size, _)| *size > 1)
        .collect();
    assert!(communes.len() > 30, "too few communes of the sample are more than one child away");
    let moving: Vec<usize> = (0..rules.standard().fields.len()).collect();
    let picks = prop::collection::vec((prop::sample::select(moving), any::<bool>()), 1..40);
    let strategy = (prop::sample::select(communes), picks);
    let mut runner = TestRunner::new(Config::with_cases(400));
    let result = runner.run(&strategy, |((size, row), picks)| {
        let mut changed = row.clone();
        for (field, up) in picks.into_iter().take(usize::try_from(size).unwrap() - 1) {
            let declared = &rules.standard().fields[field];
            let moves = MOVING.contains(&declared.id.as_str());
            let Some(figure) = changed.figures[field].filter(|_| moves) else { continue };
            let to = figure + if up { 1 } else { -1 };
            let within = declared.at_most.iter().all(|limit| changed.figures[limit.0].is_none_or(|most| to <= most));
            let above = rules.standard().fields.iter().enumerate().all(|(at, other)| {
                !other.at_most.contains(&FieldIx(field)) || changed.figures[at].is_none_or(|n| n <= to)
            });
            if to >= 0 && within && above {
                changed.figures[field] = Some(to);
            }
        }
        let after = rules.assess(&changed, Detail::Criteria);
        // One case of abuse or one death fails a criterion; what is claimed is that the total does not fail alone.
        let total = |at: &u16| rules.info().conditions[usize::from(*at)].id == "total";
        let alone = matches!(&after.verdict, Verdict::NotRecognised(failed) if failed.iter().all(total));
        prop_assert!(!alone, "{}: {:?}", row.code, after.verdict);
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

/// Counts of the standard that can change, written out by hand from its rules.
const MOVING: [&str; 19] = [
    "under5_registered",
    "abused",
    "offending",
    "drug_addicted",
    "injured",
    "injury_deaths",
    "special_circumstances",
    "special_supported",
    "serious_cases",
    "serious_cases_with_plan",
    "under1_immunised",
    "under5_underweight",
    "under5_stunted",
    "children_examined",
    "nursery_enrolled",
    "kindergarten_enrolled",
    "aged_5_enrolled",
    "consulted_7_plus",
    "activities",
];

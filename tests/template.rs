//! The template of criteria files: it shows every key, loads, and scores a table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

#[path = "support/every_key.rs"]
mod every_key;
#[path = "support/scoring.rs"]
mod support;

use cfc::criteria::model::{Case, Expectation, FieldIx, FieldKind, Standard};
use cfc::quantity::Decimal;
use every_key::{every_key, names};
use support::{sheet_of, standard_named};

const TEMPLATE: &str = include_str!("../criteria/template.toml");

#[test]
fn the_template_shows_every_key() {
    let missing: Vec<&str> = every_key().into_iter().filter(|key| !names(TEMPLATE, key)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn a_key_is_seen_only_as_a_word_of_its_own() {
    assert!(names("points = 5", "points") && names("`points`", "points"));
    assert!(!names("points_from = 5", "points") && !names("checkpoints", "points"));
}

fn cell(standard: &Standard, case: &Case, field: usize) -> String {
    let Some((_, value)) = case.given.iter().find(|(given, _)| *given == FieldIx(field)) else {
        return String::new();
    };
    match &standard.fields[field].kind {
        FieldKind::YesNo => if *value == 1 { "có" } else { "không" }.to_owned(),
        FieldKind::Choice(words) => words[usize::try_from(*value).unwrap()].id.clone(),
        kind => Decimal::new(*value, kind.digits()).to_string(),
    }
}

/// The cases that state a verdict, as rows of a table.
fn table(standard: &Standard) -> (String, Vec<String>) {
    let ids = standard.fields.iter().map(|field| field.id.as_str());
    let mut csv = format!("code,name,area_class,{}\n", ids.collect::<Vec<_>>().join(","));
    let mut verdicts = Vec::new();
    for case in &standard.cases {
        for (expectation, _) in &case.expect {
            if let Expectation::Verdict(verdict) = expectation {
                let class = case.class.map_or("", |class| &standard.classes[class.0].id);
                let cells = (0..standard.fields.len()).map(|field| cell(standard, case, field));
                let cells = cells.collect::<Vec<_>>().join(",");
                let code = (90_001 + verdicts.len()).to_string();
                csv.extend([code.as_str(), ",Xã Mẫu,", class, ",", &cells, "\n"]);
                verdicts.push(verdict.clone());
            }
        }
    }
    (csv, verdicts)
}

#[test]
fn the_template_scores_a_table_as_its_own_cases_say() {
    let rules = standard_named("criteria/template.toml");
    let (csv, verdicts) = table(rules.standard());
    assert!(verdicts.len() >= 3, "{verdicts:?}");
    let sheet = sheet_of(&rules, csv.as_bytes());
    let found: Vec<&str> = sheet.communes.iter().map(|commune| rules.verdict_id(&commune.verdict)).collect();
    assert_eq!(found, verdicts);
}

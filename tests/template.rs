//! The template of criteria files: it shows every key, loads, and scores a table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

#[path = "support/scoring.rs"]
mod support;

use cfc::criteria::keys::{self, Is, Table};
use cfc::criteria::model::{Case, Expectation, FieldIx, FieldKind, Standard};
use cfc::quantity::Decimal;
use std::collections::BTreeSet;
use support::{sheet_of, standard_named};

const TEMPLATE: &str = include_str!("../criteria/template.toml");
const REFERENCE: &str = include_str!("../criteria/README.md");

/// Every key of the format, from the lists the loader itself reads by.
fn every_key() -> BTreeSet<&'static str> {
    let mut keys = BTreeSet::new();
    let mut seen = BTreeSet::new();
    walk(&keys::FILE, &mut keys, &mut seen);
    assert!(keys.len() > 60, "{} keys", keys.len());
    keys
}

fn walk(table: &'static Table, keys: &mut BTreeSet<&'static str>, seen: &mut BTreeSet<*const Table>) {
    if !seen.insert(std::ptr::from_ref(table)) {
        return;
    }
    for key in table.keys {
        keys.insert(key.name);
        values(&key.is, keys, seen);
    }
}

fn values(is: &'static Is, keys: &mut BTreeSet<&'static str>, seen: &mut BTreeSet<*const Table>) {
    match is {
        Is::Table(table) => walk(table, keys, seen),
        Is::List(inner) | Is::Map(inner) => values(inner, keys, seen),
        Is::AnyOf(all) => all.iter().for_each(|is| values(is, keys, seen)),
        Is::Text | Is::Id | Is::ItemId | Is::Whole | Is::Number | Is::Boolean | Is::Date | Is::Word(_) => {}
    }
}

/// Whether a key stands in a text as a word of its own.
fn names(text: &str, key: &str) -> bool {
    let of_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    text.match_indices(key)
        .any(|(at, _)| !text[..at].ends_with(of_word) && !text[at + key.len()..].starts_with(of_word))
}

#[test]
fn the_template_shows_every_key() {
    let missing: Vec<&str> = every_key().into_iter().filter(|key| !names(TEMPLATE, key)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn the_reference_explains_every_key() {
    let missing: Vec<&str> = every_key().into_iter().filter(|key| !names(REFERENCE, key)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// Rows of the table below a heading of the reference: the keys of the first cell, and the second cell.
fn rows(heading: &str) -> Vec<(Vec<&'static str>, &'static str)> {
    let at = REFERENCE.find(&format!("# {heading}")).unwrap_or_else(|| panic!("no heading {heading}"));
    let section = REFERENCE[at + 2..].split("\n#").next().unwrap();
    // `[[criterion.item]]` is the key `item`, `threshold.total` the key `threshold`.
    let key = |word: &'static str| match word.strip_prefix("[[") {
        Some(path) => path.trim_end_matches(']').rsplit('.').next().unwrap(),
        None => word.split('.').next().unwrap(),
    };
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.trim_start_matches("| ").split(" | ").collect();
        (cells[0].split('`').skip(1).step_by(2).map(key).collect(), cells[1])
    };
    section.lines().filter(|line| line.starts_with("| `")).map(row).collect()
}

#[test]
fn every_table_of_the_reference_has_the_keys_of_the_loader_and_no_others() {
    for (heading, table) in [
        ("`[standard]`", &keys::STANDARD),
        ("`[[field]]`", &keys::FIELD),
        ("`[recognition]`", &keys::RECOGNITION),
        ("`[[criterion]]`", &keys::CRITERION),
        ("`[[criterion.item]]`", &keys::ITEM),
        ("`indicator`", &keys::INDICATOR),
        ("`scale`", &keys::SCALE),
        ("`[[case]]`", &keys::CASE),
    ] {
        let named: BTreeSet<&str> = rows(heading).into_iter().flat_map(|(keys, _)| keys).collect();
        assert_eq!(named, table.keys.iter().map(|key| key.name).collect(), "{heading}");
    }
}

#[test]
fn the_reference_calls_required_what_the_loader_requires() {
    for (heading, table) in [
        ("`[standard]`", &keys::STANDARD),
        ("`[[field]]`", &keys::FIELD),
        ("`[[criterion]]`", &keys::CRITERION),
        ("`[[criterion.item]]`", &keys::ITEM),
    ] {
        let rows = rows(heading);
        let required = rows.iter().filter(|(_, second)| ["required", "at least one"].contains(second));
        let required: BTreeSet<&str> = required.flat_map(|(keys, _)| keys.iter().copied()).collect();
        let known = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
        assert_eq!(required, known, "{heading}");
    }
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

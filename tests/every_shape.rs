//! Fictional standards that use every rule shape, against results worked out by hand (`tests/standards/*.md` shows the
//! arithmetic). Every expected line is compared, and every item and criterion of every commune has one.

#![allow(clippy::unwrap_used, reason = "a test may stop with a panic")]

#[path = "support/scoring.rs"]
mod support;

use cfc::result::{CommuneScore, CriterionScore, CriterionState, ItemScore, Outcome, ScoreSheet};
use cfc::rules::RuleSet;
use std::collections::BTreeMap;
use std::fs;
use support::{sheet_of, standard_named};

fn range(low: cfc::quantity::Points, high: cfc::quantity::Points) -> String {
    format!("{low}..{high}")
}

fn of_item(item: &ItemScore) -> String {
    match item.outcome {
        Outcome::Scored(points) => points.to_string(),
        Outcome::NotApplicable(Some(points)) => format!("not_applicable {points}"),
        Outcome::NotApplicable(None) => "left_out".to_owned(),
        Outcome::Missing => format!("missing {}", range(item.low, item.high)),
        Outcome::Hidden => "hidden".to_owned(),
    }
}

fn of_criterion(criterion: &CriterionScore) -> String {
    match criterion.state {
        CriterionState::Scored => criterion.low.to_string(),
        CriterionState::Missing => format!("missing {}", range(criterion.low, criterion.high)),
        CriterionState::Zeroed => "zeroed".to_owned(),
        CriterionState::LeftOut => "left_out".to_owned(),
        CriterionState::Hidden => "hidden".to_owned(),
    }
}

fn missing(sheet: &ScoreSheet, commune: &CommuneScore) -> String {
    let items: Vec<&str> = sheet.standard.criteria.iter().flat_map(|c| &c.items).map(|item| item.id.as_str()).collect();
    let fields = commune.missing.iter().map(|ix| sheet.standard.fields[usize::from(*ix)].id.as_str());
    let withheld = commune.withheld.iter().map(|ix| items[usize::from(*ix)]);
    fields.chain(withheld).collect::<Vec<_>>().join(";")
}

/// What was found, in the form of the expected file: `code,what,id` → result.
fn found(rules: &RuleSet, sheet: &ScoreSheet) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for commune in &sheet.communes {
        let mut add = |what: &str, id: &str, result: String| {
            found.insert(format!("{},{what},{id}", commune.identity.code), result);
        };
        let items = sheet.standard.criteria.iter().flat_map(|c| &c.items);
        items.zip(&commune.items).for_each(|(info, item)| add("item", &info.id, of_item(item)));
        let criteria = sheet.standard.criteria.iter().zip(&commune.criteria);
        criteria.for_each(|(info, criterion)| add("criterion", &info.id, of_criterion(criterion)));
        let total = match commune.total {
            None => "none".to_owned(),
            Some(total) if total.complete => total.low.to_string(),
            Some(total) => range(total.low, total.high),
        };
        add("total", "", total);
        add("verdict", "", rules.verdict_id(&commune.verdict).to_owned());
        add("failed", "", rules.failed_ids(&commune.verdict).join(";"));
        add("missing", "", missing(sheet, commune));
    }
    found
}

fn check(name: &str) {
    let rules = standard_named(&format!("tests/standards/{name}.toml"));
    let sheet = sheet_of(&rules, &fs::read(format!("tests/standards/{name}.csv")).unwrap());
    let expected = fs::read_to_string(format!("tests/standards/{name}.expected.csv")).unwrap();
    let mut left = found(&rules, &sheet);
    let mut wrong = Vec::new();
    for line in expected.lines().skip(1) {
        let (key, result) = line.rsplit_once(',').unwrap();
        let (code, what) = (key.split(',').next().unwrap(), key.split(',').nth(1).unwrap());
        let key = if ["item", "criterion"].contains(&what) { key.to_owned() } else { format!("{code},{what},") };
        match left.remove(&key) {
            Some(found) if found == result => {}
            found => wrong.push(format!("{key}: expected {result}, found {found:?}")),
        }
    }
    wrong.extend(left.keys().map(|key| format!("{key}: nothing was expected")));
    assert!(wrong.is_empty(), "{name}: {} differences\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_shape_gives_what_was_worked_out_by_hand() {
    check("every-shape");
}

#[test]
fn levels_are_reached_highest_first_and_a_script_can_give_the_total() {
    check("graded");
}

#[test]
fn levels_can_be_lower_is_better() {
    check("lower-is-better");
}

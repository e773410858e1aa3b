//! Communes that brute force cannot count through: large populations, amounts of money, missing totals, totals given by a
//! script, and what comes of a first case. Each expectation is worked out by hand.

use crate::decision::{Row, rows};
use crate::scoring::{decision_06, rules_with, standard_named, table_of};
use cfc::result::explanation::{Change, Outlook, Search};
use cfc::result::{Status, Verdict};
use cfc::rules::{FieldIx, Figures, RuleSet};
use cfc::score::nearest::Nearest;

const ORIGIN: &str = r#"status = "provisional", evidence = "test""#;

fn outlook(rules: &RuleSet, row: &Row) -> Outlook {
    Nearest::of(rules).outlook(row)
}

fn field(rules: &RuleSet, id: &str) -> usize {
    rules.standard().fields.iter().position(|field| field.id == id).unwrap()
}

fn item(rules: &RuleSet, id: &str) -> usize {
    let mut items = rules.info().criteria.iter().flat_map(|criterion| &criterion.items);
    items.position(|item| item.id == id).unwrap()
}

/// A recognised commune of the sample with some figures in the place of others.
fn commune(rules: &RuleSet, figures: &[(&str, Option<i64>)]) -> Row {
    let mut row = rows(rules).into_iter().find(|row| row.code == "90001").unwrap();
    for (id, value) in figures {
        row.figures[field(rules, id)] = *value;
    }
    row
}

fn ids(rules: &RuleSet, changes: &[Change]) -> Vec<(String, i64)> {
    let fields = &rules.standard().fields;
    changes.iter().map(|change| (fields[usize::from(change.field)].id.clone(), change.by)).collect()
}

/// A standard of one item, and a commune with these figures.
fn small(fields: &str, item: &str, script: &str, figures: &[i64]) -> (RuleSet, Row) {
    let toml = format!(
        "[standard]\nid = \"small\"\ntitle = {{ vi = \"Thử\", en = \"Test\" }}\ncitation = \"none\"\n\
         in_force = {{ from = 2019-01-03 }}\ntotal_points = {{ value = 10, {ORIGIN} }}\n\
         rounding = {{ digits = 2, mode = \"half-up\" }}\n\n[recognition]\n\
         threshold.total = {{ at_least = 5, {ORIGIN} }}\n{fields}\n[[criterion]]\nid = \"a\"\n\
         title = {{ vi = \"TC\", en = \"C\" }}\ncites = \"Điều 1\"\npoints = {{ value = 10, {ORIGIN} }}\n{item}\n"
    );
    let rules = rules_with(&toml, script);
    let figures = figures.iter().copied().map(Some).collect();
    (rules, Row { code: String::new(), figures, class: None })
}

fn count(id: &str, more: &str) -> String {
    format!(
        "\n[[field]]\nid = \"{id}\"\nlabel = {{ vi = \"Số {id}\", en = \"Count {id}\" }}\ntype = \"count\"\n{more}\n"
    )
}

fn one_item(rule: &str) -> String {
    format!("\n[[criterion.item]]\nid = \"a.i\"\ntitle = {{ vi = \"ND\", en = \"I\" }}\n{rule}\n")
}

#[test]
fn a_ward_of_25_000_children_is_searched_to_the_end() {
    let rules = decision_06();
    let many = Some(25_000);
    let row = commune(
        &rules,
        &[("children", many), ("children_last_year", many), ("abused", Some(20)), ("abused_last_year", Some(25))],
    );
    let found = outlook(&rules, &row);
    let condition = |at: u16| rules.info().conditions[usize::from(at)].id.clone();
    let conditions: Vec<String> = found.unchangeable.iter().map(|one| condition(one.condition)).collect();
    assert_eq!(conditions, ["abuse"]);
    assert_eq!((found.ways.len(), found.ways_search), (0, Search::Whole));
    assert_eq!(found.cut_off, Vec::<u16>::new());
}

#[test]
fn a_fall_of_one_is_the_smallest_although_not_everything_is_searched() {
    // Even numbers give 10 points, odd ones 4; the other figure makes no end of it.
    let script = "fn points(n, m) { if n % 2 == 0 { 10 } else if m > 900000 { 0 } else { 4 } }";
    let rule = one_item(&format!("script = {{ name = \"parity\", most = 10, {ORIGIN} }}"));
    let both = "changeable = \"both\"";
    let (rules, row) = small(&[count("n", both), count("m", both)].concat(), &rule, script, &[8, 8]);
    let found = outlook(&rules, &row);
    assert_eq!((found.fall.map(|fall| fall.size), found.fall_search), (Some(1), Search::Whole));
    assert!(!found.cut_off.is_empty(), "the item itself cannot be searched to the end");
}

#[test]
fn an_amount_is_found_beyond_a_million() {
    let fields = [count("children", "above = 0"), count("budget", "")].concat();
    let rule = one_item(&format!(
        "indicator.rate = {{ of = \"budget\", over = \"children\", per = 1, when_empty = \"missing\" }}\nscale.bands = [ \
         {{ from = 100000, points = 10, {ORIGIN} }}, {{ below = 100000, points = 0, {ORIGIN} }} ]"
    ));
    let (rules, row) = small(&fields, &rule, "", &[2000, 195_000_000]);
    let found = outlook(&rules, &row);
    assert_eq!((found.ways[0].size, found.ways_search), (5_000_000, Search::Whole));
    let (rules, row) = small(&fields, &rule, "", &[9_000_000_000_000_000_000, 0]);
    let found = outlook(&rules, &row);
    assert_eq!((found.ways.len(), found.cut_off.len()), (0, 0), "no budget a table can hold is enough");
}

#[test]
fn a_missing_survey_total_decides_and_nothing_else_is_tried() {
    let rules = decision_06();
    let satisfaction = item(&rules, "satisfaction.survey");
    for total in ["survey_children", "survey_adults"] {
        let row = commune(&rules, &[(total, None), ("child_protection_officer", Some(0)), ("injured", Some(900))]);
        let found = outlook(&rules, &row);
        assert_eq!((&found.gains[satisfaction], &found.losses[satisfaction]), (&None, &None), "{total}");
        assert_eq!(found.cut_off, Vec::<u16>::new(), "{total}");
        assert_eq!(found.ways_search, Search::Whole, "{total}");
    }
}

#[test]
fn a_first_case_without_a_plan_costs_the_points_that_nothing_to_do_gave() {
    let rules = decision_06();
    let row = commune(&rules, &[("serious_cases", Some(0)), ("serious_cases_with_plan", Some(0))]);
    let found = outlook(&rules, &row);
    let at = item(&rules, "special_circumstances.serious_cases");
    let loss = found.losses[at].as_ref().unwrap();
    assert_eq!(ids(&rules, &loss.changes), [("serious_cases".to_owned(), 1)]);
    assert_eq!(loss.points.as_thousandths(), -75_000);
    // A case found by better work is no way to more points: nobody is asked to find cases.
    let row = commune(&rules, &[("serious_cases", Some(2)), ("serious_cases_with_plan", Some(1))]);
    let gain = outlook(&rules, &row).gains[at].clone().unwrap();
    assert_eq!(ids(&rules, &gain.changes), [("serious_cases_with_plan".to_owned(), 1)]);
}

#[test]
fn no_way_changes_more_figures_than_another_way() {
    let rules = decision_06();
    for row in rows(&rules) {
        let ways = outlook(&rules, &row).ways;
        for (at, way) in ways.iter().enumerate() {
            let within = |other: &&cfc::result::explanation::ChangeSet| {
                other.changes.iter().all(|change| way.changes.iter().any(|own| own.field == change.field))
            };
            assert_eq!(ways.iter().filter(within).count(), 1, "{} way {at}: {way:?}", row.code);
        }
    }
}

fn graded(code: &str) -> (RuleSet, Row) {
    let rules = standard_named("tests/standards/graded.toml");
    let table = table_of(&rules, "graded.csv", include_bytes!("../standards/graded.csv"));
    let part = &table.parts[0];
    let row = (0..part.len()).find(|row| part.code(*row) == code).unwrap();
    let figures = (0..rules.standard().fields.len()).map(|at| part.figure_column(FieldIx(at)).get(row)).collect();
    (rules, Row { code: code.to_owned(), figures, class: None })
}

#[test]
fn under_a_scripted_total_one_figure_that_suffices_is_found() {
    let (rules, row) = graded("91005");
    let way = outlook(&rules, &row).ways[0].clone();
    // 97 of 100: 38.8, so 39, and 1 for the hours make 40; with 10 for safety the total is 50.
    assert_eq!(ids(&rules, &way.changes), [("served".to_owned(), 77)]);
    assert_eq!(way.items, 1);
}

#[test]
fn under_a_scripted_total_each_item_has_its_own_nearest_points() {
    let (rules, row) = graded("91002");
    let found = outlook(&rules, &row);
    let rate = item(&rules, "service.rate");
    // 90 of 100 give 36; 92 give 36.8, so 37, and 88 give 35.2, so 35: 35.6 for 89 is 36 still.
    assert_eq!(found.gains[rate].as_ref().map(|to| to.changes[0].by), Some(2));
    assert_eq!(found.losses[rate].as_ref().map(|to| to.changes[0].by), Some(-2));
}

#[test]
fn what_comes_of_a_change_has_the_status_of_what_it_rests_on() {
    let rules = decision_06();
    let row = commune(&rules, &[("child_protection_officer", Some(0))]);
    let found = outlook(&rules, &row);
    // The points for the officer are quoted; the total rests on provisional figures all the same.
    let gain = found.gains[item(&rules, "resources.officer")].as_ref().unwrap();
    assert_eq!((gain.status, gain.total_status), (Status::Quoted, Status::Provisional));
    let loss = found.losses[item(&rules, "birth_registration.rate")].as_ref().unwrap();
    assert_eq!(loss.status, Status::Provisional);
    let fall = found.fall.unwrap();
    assert!(matches!(fall.verdict, Verdict::NotRecognised(_)));
    assert_eq!(fall.verdict_status, rules_status(&rules, &row, &fall.changes));
}

/// The status of the verdict after some changes, by scoring.
fn rules_status(rules: &RuleSet, row: &Row, changes: &[Change]) -> Status {
    let after = row.with(changes);
    assert!(after.figure(FieldIx(0)).is_some());
    rules.assess(&after, cfc::result::Detail::Criteria).verdict_status
}

//! A standard that uses every key of the format is read without a single diagnostic, and means what it says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::check::unused_fields;
use cfc::criteria::keys::{self, Is, Table};
use cfc::criteria::load::from_text;
use cfc::criteria::model::{Bound, ItemRule, Scale, Standard, Threshold, WhenEmpty};
use cfc::diag::{Report, Source};
use cfc::quantity::{Decimal, Points};
use std::collections::BTreeSet;

const TEXT: &str = include_str!("good/every-key.toml");

fn load(text: &str) -> (Option<Standard>, Report) {
    from_text(&Source::new("every-key.toml", text), &|name| Ok(Source::new(name, "")))
}

fn standard() -> Standard {
    let (standard, report) = load(TEXT);
    assert!(report.diagnostics.is_empty(), "{:#?}", report.diagnostics);
    standard.expect("no diagnostic, so a standard")
}

#[test]
fn every_key_is_accepted_without_a_diagnostic() {
    standard();
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let (marked, report) = load(&format!("\u{feff}{}", TEXT.replace('\n', "\r\n")));
    assert!(report.diagnostics.is_empty(), "{:#?}", report.diagnostics);
    assert_eq!(marked.expect("a standard").figures().len(), standard().figures().len());
}

#[test]
fn text_is_normalised_so_that_names_compare_equal() {
    let decomposed = TEXT.replace("Tổng số trẻ em", "Tô\u{309}ng số trẻ em");
    let (standard, _) = load(&decomposed);
    assert_eq!(standard.expect("a standard").fields[0].label.vi, "Tổng số trẻ em");
}

#[test]
fn the_file_uses_every_key_of_the_format() {
    let mut keys = BTreeSet::new();
    collect(&keys::FILE, &mut keys);
    let is_written = |key: &str| {
        [format!("{key} = "), format!("{key}]"), format!(".{key} = "), format!("{key}.")]
            .iter()
            .any(|k| TEXT.contains(k))
    };
    let unwritten: Vec<_> = keys.into_iter().filter(|key| !is_written(key)).collect();
    assert_eq!(unwritten, [""; 0]);
}

fn collect(table: &'static Table, keys: &mut BTreeSet<&'static str>) {
    for key in table.keys {
        keys.insert(key.name);
        collect_from(&key.is, keys);
    }
}

fn collect_from(is: &'static Is, keys: &mut BTreeSet<&'static str>) {
    match is {
        Is::Table(table) => collect(table, keys),
        Is::List(one) | Is::Map(one) => collect_from(one, keys),
        Is::AnyOf(all) => all.iter().for_each(|one| collect_from(one, keys)),
        _ => {}
    }
}

#[test]
fn a_yes_no_scale_becomes_two_steps() {
    let standard = standard();
    let ItemRule::Scaled { scale: Scale::Steps(steps), .. } = &standard.criteria[0].items[3].rule else { panic!() };
    let lines: Vec<_> = steps.iter().map(|s| (s.from, s.to, s.points.value)).collect();
    let only = |n| Bound::Included(Decimal::whole(n));
    assert_eq!(lines, [(only(1), only(1), Points::whole(10)), (only(0), only(0), Points::whole(-5))]);
}

#[test]
fn the_choices_of_a_scale_take_the_positions_of_the_field() {
    let standard = standard();
    let ItemRule::Scaled { scale: Scale::Steps(steps), .. } = &standard.criteria[0].items[4].rule else { panic!() };
    let at = |n| Bound::Included(Decimal::whole(n));
    assert_eq!(steps.iter().map(|step| step.from).collect::<Vec<_>>(), [at(1), at(0)]);
}

#[test]
fn full_points_are_the_most_points_of_the_item() {
    let standard = standard();
    let item = &standard.criteria[0].items[0];
    let ItemRule::Scaled { when_empty: WhenEmpty::Points(figure), .. } = &item.rule else { panic!() };
    assert_eq!((figure.value, item.most, item.least), (Points::whole(20), Points::whole(20), Points::ZERO));
}

#[test]
fn thresholds_stand_in_the_order_of_the_classes() {
    let Some(Threshold::ByClass(list)) = standard().recognition.threshold else { panic!() };
    let values: Vec<_> = list.iter().map(|figure| figure.value).collect();
    assert_eq!(values, [Points::whole(80), Points::thousandths(90_500)]);
}

#[test]
fn figures_of_a_case_are_held_as_their_fields_hold_them() {
    let standard = standard();
    let case = standard.cases.iter().find(|case| case.name.as_deref() == Some("all of it")).expect("the case");
    let held: Vec<_> = case.given.iter().map(|(at, n)| (standard.fields[at.0].id.as_str(), *n)).collect();
    let expected = [("children", 100), ("boys", 50), ("forum", 1), ("satisfied", 805), ("distance", 1250), ("rank", 1)];
    assert_eq!(held, expected);
}

#[test]
fn every_table_with_a_status_is_one_figure() {
    let text = TEXT.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    assert_eq!(standard().figures().len(), text.matches("status = ").count());
}

#[test]
fn a_field_that_is_only_a_limit_of_another_is_unused_until_a_script_takes_it() {
    let used = TEXT
        .replace("formula = \"(boys + girls)", "formula = \"(boys + boys)")
        .replace("since = \"girls\"", "since = \"boys\"")
        .replace("of = \"girls\"", "of = \"boys\"");
    let (standard, report) = load(&used);
    let standard = standard.unwrap_or_else(|| panic!("{:#?}", report.diagnostics));
    let codes = |used: &[&str]| {
        let used = used.iter().map(|id| (*id).to_owned()).collect();
        unused_fields(&standard, &used).diagnostics.iter().map(cfc::diag::Diagnostic::code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[]), ["criteria/unused"]);
    assert_eq!(codes(&["girls"]), [""; 0]);
}

#[test]
fn a_script_is_loaded_once_and_used_by_position() {
    let standard = standard();
    let names: Vec<_> = standard.scripts.iter().map(|script| script.name.as_str()).collect();
    assert_eq!(names, ["combine", "points", "value", "total"]);
}

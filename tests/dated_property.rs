//! Versions with dates put down at random: a file loads exactly when every day has one version of the figure, and then each
//! day has the one that a count day by day finds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::load::versions_from_text;
use cfc::criteria::model::{Date, Threshold, Versions};
use cfc::diag::{Report, Source};
use cfc::quantity::Points;
use proptest::prelude::*;
use std::fmt::Write as _;

const FIRST: Date = Date { year: 2020, month: 1, day: 1 };
const LAST: Date = Date { year: 2021, month: 2, day: 28 };

/// Days of the standard and some around it, by number.
fn day(number: u32) -> Date {
    (0..number).fold(Date { year: 2019, month: 12, day: 25 }, |day, _| day.next())
}

/// First and last day as written, by number.
type Stated = (Option<u32>, Option<u32>);

fn text(versions: &[Stated]) -> String {
    let mut list = String::new();
    for (at, (from, until)) in versions.iter().enumerate() {
        let from = from.map(|from| format!("from = {}", day(from)));
        let until = until.map(|until| format!("until = {}", day(until)));
        let keys: Vec<String> = from.into_iter().chain(until).collect();
        let days = if keys.is_empty() { String::new() } else { format!(", in_force = {{ {} }}", keys.join(", ")) };
        writeln!(list, "  {{ at_least = {}, status = \"quoted\", evidence = \"x\"{days} }},", at + 1).unwrap();
    }
    let plain = include_str!("bad/criteria/criteria-date-outside-force.toml");
    let (head, _) = plain.split_once("[recognition]").unwrap();
    let head = head.replace("from = 2019-01-03, until = 2035-12-31", &format!("from = {FIRST}, until = {LAST}"));
    format!(
        "{head}[recognition]\nthreshold.total = [\n{list}]\n\n[[criterion]]\nid = \"a\"\ntitle = {{ vi = \"x\", en = \"x\" }}\n\
         cites = \"x\"\npoints = {{ value = 50, status = \"quoted\", evidence = \"x\" }}\n\n[[criterion.item]]\nid = \"a.b\"\n\
         title = {{ vi = \"x\", en = \"x\" }}\nindicator.rate = {{ of = \"immunised\", over = \"infants\", per = 100, \
         when_empty = \"missing\" }}\nscale.cutoff = {{ at_least = 80, points = 50, otherwise = 0, status = \"quoted\", \
         evidence = \"x\" }}\n"
    )
}

fn load(versions: &[Stated]) -> (Option<Versions>, Report) {
    versions_from_text(&Source::new("x.toml", &text(versions)), &|_| Err(Vec::new()))
}

/// Positions of the versions in force on a day: from their first day, until their last or until another begins.
fn in_force(versions: &[Stated], today: Date) -> Vec<usize> {
    let begins = |(from, _): &Stated| from.map_or(FIRST, day);
    let holds = |version: &Stated| {
        let begin = begins(version);
        let ended = match version.1 {
            Some(until) => day(until) < today,
            None => versions.iter().any(|other| begin < begins(other) && begins(other) <= today),
        };
        begin <= today && !ended
    };
    (0..versions.len()).filter(|at| holds(&versions[*at])).collect()
}

fn all_days() -> impl Iterator<Item = Date> {
    std::iter::successors(Some(FIRST), |day| Some(day.next())).take_while(|day| *day <= LAST)
}

fn is_sound(versions: &[Stated]) -> bool {
    let of_standard = |number: u32| FIRST <= day(number) && day(number) <= LAST;
    let each = versions.iter().all(|(from, until)| {
        let in_order = !matches!((from, until), (Some(from), Some(until)) if until < from);
        in_order && from.is_none_or(of_standard) && until.is_none_or(of_standard)
    });
    each && all_days().all(|day| in_force(versions, day).len() == 1)
}

fn stated() -> impl Strategy<Value = Stated> {
    // Few different days, so that neighbours meet often.
    let few = || prop_oneof![Just(0_u32), Just(7), Just(40), Just(41), Just(99), Just(100), Just(431), Just(432)];
    (prop::option::of(few()), prop::option::of(few()))
}

fn check(versions: &[Stated]) {
    let (loaded, report) = load(versions);
    assert_eq!(loaded.is_some(), is_sound(versions), "{versions:?}\n{:#?}", report.diagnostics);
    let Some(loaded) = loaded else { return };
    for day in all_days() {
        let Some(Threshold::Same(figure)) = &loaded.on(day).unwrap().recognition.threshold else { panic!() };
        let found = vec![Points::whole(i64::try_from(in_force(versions, day)[0]).unwrap() + 1)];
        assert_eq!(vec![figure.value], found, "{day} {versions:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_day_has_the_version_that_a_count_day_by_day_finds(versions in prop::collection::vec(stated(), 1..4)) {
        check(&versions);
    }
}

#[test]
fn sound_lists_are_among_those_tried() {
    let rows: [&[Stated]; 6] = [
        &[(None, None)],
        &[(None, Some(40)), (Some(41), None)],
        &[(None, None), (Some(41), None), (Some(100), None)],
        &[(Some(41), Some(99)), (Some(100), None), (None, None)],
        &[(Some(7), Some(40)), (Some(41), Some(431))],
        &[(None, Some(431))],
    ];
    for versions in rows {
        assert!(is_sound(versions), "{versions:?}");
        check(versions);
    }
}

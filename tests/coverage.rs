//! What cases reach: suggestions for a standard without cases, with their results filled in, reach everything, and less
//! is reached without some of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::load;
use cfc::diag::{Report, Source, print};
use cfc::lang::Lang;
use cfc::render::suggestions;
use cfc::result::{CaseRun, CaseSheet, CaseValue, Coverage, TargetKind};
use cfc::rules::case::{Arithmetic, run_all};
use cfc::rules::{self, RuleSet, coverage::coverage};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Criteria file and folder of its scripts.
const SHIPPED: (&str, &str) = ("criteria/qd-06-2019.toml", "scripts/qd-06-2019");
const OTHERS: [(&str, &str); 4] = [
    ("criteria/template.toml", "scripts/template"),
    ("tests/standards/graded.toml", "tests/scripts/graded"),
    ("tests/standards/lower-is-better.toml", "tests/scripts/lower-is-better"),
    ("tests/standards/every-shape.toml", "tests/scripts/every-shape"),
];

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// A criteria file without any case.
fn without_cases(toml: &str) -> String {
    let (mut in_case, mut in_list) = (false, false);
    let rules = toml.lines().filter(|line| {
        in_case = if line.starts_with('[') { line.starts_with("[[case]]") } else { in_case };
        let begins = line.starts_with("cases = [");
        let ends = in_list && line.starts_with(']');
        let skipped = in_case || in_list || begins;
        in_list = !ends && (in_list || (begins && !line.split('#').next().unwrap().trim_end().ends_with(']')));
        !skipped
    });
    rules.collect::<Vec<_>>().join("\n")
}

fn ready(standard: &(&str, &str), cases: &str) -> RuleSet {
    let source = Source::new("standard.toml", &without_cases(&text(standard.0)));
    let beside = (!cases.is_empty()).then(|| Source::new("standard.cases.toml", cases));
    let script = |name: &str| Ok(Source::new(name, &text(&format!("{}/{name}.rhai", standard.1))));
    let (loaded, mut report) = load::from_texts(&source, beside.as_ref(), &script);
    let rules = loaded.and_then(|loaded| rules::prepare(loaded, &mut report));
    assert!(!report.has_errors(), "{}", said(&report));
    rules.expect("no error, so rules")
}

fn said(report: &Report) -> String {
    print::report(report, Lang::En, false)
}

fn suggested(rules: &RuleSet, coverage: &Coverage) -> String {
    let (standard, coverage) = (Arc::clone(rules.info()), Some(coverage.clone()));
    let year = standard.is_one_of_several.then_some(2029);
    let sheet = CaseSheet { which: String::new(), standard, year, runs: Vec::new(), hidden: 0, coverage };
    suggestions::toml(&[sheet], Lang::Vi)
}

/// Suggested cases with every `"?"` replaced by what the rules give.
fn filled_in(standard: &(&str, &str), suggested: &str) -> String {
    let guessed = suggested
        .replace("points = \"?\"", "points = 0")
        .replace("total = \"?\"", "total = 0")
        .replace("verdict = \"?\"", "verdict = \"recognised\"");
    let runs: Vec<CaseRun> = run_all(&ready(standard, &guessed), Arithmetic::OfFailures);
    assert!(runs.iter().all(|run| run.faults.is_empty()), "figures that stop a script");
    let mut found = runs.iter().flat_map(|run| &run.checks).map(|check| &check.found);
    let line = |line: &str| match line.strip_suffix(" = \"?\"") {
        Some(key) => result(key, found.next().expect("a result for each question")),
        None => line.to_owned(),
    };
    suggested.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn result(key: &str, found: &CaseValue) -> String {
    match (key, found) {
        (key, CaseValue::Points(points)) => format!("{key} = {points}"),
        ("total", _) => "total = \"missing\"".to_owned(),
        (_, CaseValue::Missing(_)) => "missing = true".to_owned(),
        (_, CaseValue::NotApplicable(Some(points))) => format!("not_applicable = {points}"),
        (_, CaseValue::NotApplicable(None)) => "not_applicable = \"left-out\"".to_owned(),
        (key, CaseValue::Verdict(verdict)) => format!("{key} = \"{verdict}\""),
        (_, CaseValue::Failed(_)) => panic!("no suggestion asks for this"),
    }
}

#[test]
fn what_is_suggested_for_the_shipped_standard_without_cases_reaches_everything() {
    let bare = ready(&SHIPPED, "");
    let nothing = coverage(&bare);
    let count = nothing.count(None);
    assert!(count.reached == 0 && count.all > 250, "{count:?}");
    let filled = filled_in(&SHIPPED, &suggested(&bare, &nothing));
    let all = coverage(&ready(&SHIPPED, &filled)).count(None);
    assert_eq!((all.reached, all.all), (count.all, count.all));
}

#[test]
fn less_of_each_kind_is_reached_without_the_cases_that_reach_it() {
    let bare = ready(&SHIPPED, "");
    let nothing = coverage(&bare);
    let filled = filled_in(&SHIPPED, &suggested(&bare, &nothing));
    let cases: Vec<&str> = filled.split("[[case]]").collect();
    for kind in TargetKind::ALL {
        let of_kind = |group: &&cfc::result::CoverageGroup| group.count(Some(kind)).all > 0;
        let group = nothing.groups.iter().find(of_kind).unwrap_or_else(|| panic!("no {kind:?} in the standard"));
        // The criterion's own cases and those of whole communes reach its items too.
        let criterion = format!("\"{}", group.id.split('.').next().unwrap());
        let is_gone = |case: &&str| case.contains("total =") || case.contains(&criterion);
        let (gone, rest): (Vec<&str>, Vec<&str>) = cases.iter().skip(1).copied().partition(is_gone);
        assert!(!gone.is_empty(), "{kind:?}");
        let less = coverage(&ready(&SHIPPED, &format!("[[case]]{}", rest.join("[[case]]"))));
        let (before, after) = (nothing.count(Some(kind)).all, less.count(Some(kind)));
        assert!(after.all == before && after.reached < before, "{kind:?}: {after:?}");
    }
}

#[test]
fn every_suggestion_reaches_what_it_is_suggested_for_in_standards_of_every_shape() {
    for standard in OTHERS {
        let bare = ready(&standard, "");
        let nothing = coverage(&bare);
        let filled = filled_in(&standard, &suggested(&bare, &nothing));
        let after = coverage(&ready(&standard, &filled));
        for (before, after) in nothing.groups.iter().zip(&after.groups) {
            for (before, after) in before.targets.iter().zip(&after.targets) {
                assert_eq!(before.label, after.label, "{}", standard.0);
                let promised = before.suggestion.is_some();
                assert!(!promised || after.reached, "{}: {}", standard.0, before.label.en);
            }
        }
        let (open, all) = (after.count(None).all - after.count(None).reached, after.count(None).all);
        assert!(open * 10 <= all, "{}: {open} of {all} without figures", standard.0);
    }
}

#[test]
fn nothing_to_reach_is_reached_in_full_and_a_limit_is_compared_exactly() {
    use cfc::result::Count;
    let rows = [(0, 0, 100, true), (1, 3, 33, true), (1, 3, 34, false), (2, 3, 66, true), (2, 3, 67, false)];
    for (reached, all, per_cent, enough) in rows {
        assert_eq!(Count { reached, all }.is_at_least(per_cent), enough, "{reached} of {all} at {per_cent} %");
    }
}

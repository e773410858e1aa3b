//! Branches of scripts: which results there are, where they stand, and which one a call gives.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails, also in what it shares")]

use cfc::criteria::model::{Case, ClassIx, FieldIx};
use cfc::diag::{Report, Source};
use cfc::quantity::Ratio;
use cfc::rules::script::{Argument, CompiledScript};
use cfc::rules::{Figures, RuleSet};
use std::collections::BTreeSet;

#[path = "support/scoring.rs"]
mod scoring;

fn compile(text: &str, function: &'static str) -> CompiledScript {
    let mut report = Report::default();
    let script = CompiledScript::compile(&Source::new("test.rhai", text), function, &mut report);
    script.unwrap_or_else(|| panic!("{text}\n{:?}", report.diagnostics))
}

/// The text of each branch.
fn written(script: &CompiledScript) -> Vec<&str> {
    script.branches().iter().map(|branch| &script.source().text[branch.span.clone()]).collect()
}

fn n(number: i64) -> Argument<'static> {
    Argument::Number(Ratio::whole(number))
}

#[test]
fn every_result_of_the_function_is_a_branch_in_the_order_of_the_file() {
    let rows: [(&str, &[&str]); 9] = [
        ("fn points(a) { a }", &["a"]),
        ("fn points(a) { if a == 0 { 1 } else if a < 3 { -2.5 } else { (a + 1) * 2 } }", &["1", "-2.5", "(a + 1) * 2"]),
        ("fn points(a) { if a == 0 { return 9; } let b = a; b - 1 }", &["9", "b - 1"]),
        ("fn points(a) { switch a { 1 | 2 => 10, 3 => { let b = a; b }, _ => min(a, 5) } }", &["10", "b", "min(a, 5)"]),
        (
            "fn points(a) { if a == 0 { because(1, \"một, hai\", \"one\") } else { missing(\"thiếu\", \"none\") } }",
            &["because(1, \"một, hai\", \"one\")", "missing(\"thiếu\", \"none\")"],
        ),
        // A private function stands for its own results; its place in the file counts.
        (
            "fn part(x) { if x > 2 { x } else { 2 } }\nfn points(a) { if a == 0 { 7 } else { part(a) } }",
            &["x", "2", "7"],
        ),
        // Inside an expression a function only helps.
        ("fn points(a) { min(part(a), 3) }\nfn part(x) { if x > 2 { x } else { 2 } }", &["min(part(a), 3)"]),
        // Both.
        ("fn points(a) { if part(a) > 2 { 1 } else { part(a) } }\nfn part(x) { x * 2 }", &["1", "x * 2"]),
        (
            "fn points(a) { 1 + { if a == 0 { return 5; } let b = (a + 2); b } }",
            &["1 + { if a == 0 { return 5; } let b = (a + 2); b }", "5"],
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(written(&compile(text, "points")), expected, "{text}");
    }
}

#[test]
fn a_call_tells_the_branch_that_gave_its_result() {
    let rows: [(&str, &[(i64, &str)]); 5] = [
        ("fn points(a) { if a == 0 { 1 } else if a < 3 { 2 } else { 3 } }", &[(0, "1"), (2, "2"), (3, "3")]),
        ("fn points(a) { if a == 0 { return 9; } let b = a; b - 1 }", &[(0, "9"), (4, "b - 1")]),
        ("fn points(a) { switch a { 1 => 10, 2 => 20, _ => 30 } }", &[(1, "10"), (2, "20"), (7, "30")]),
        (
            "fn points(a) { if part(a) > 6 { 1 } else { part(a) } }\nfn part(x) { if x > 2 { return x * 2; } 0 }",
            &[(9, "1"), (3, "x * 2"), (1, "0")],
        ),
        ("fn points(a) { 1 + { if a == 0 { return 5; } a } }", &[(0, "5"), (2, "1 + { if a == 0 { return 5; } a }")]),
    ];
    for (text, calls) in rows {
        let script = compile(text, "points");
        for (a, expected) in calls {
            let (returned, branch) = script.call_traced(&[n(*a)]);
            assert_eq!(returned, script.call(&[n(*a)]), "{text} with {a}");
            assert_eq!(branch.map(|branch| written(&script)[branch]), Some(*expected), "{text} with {a}");
        }
    }
}

#[test]
fn a_script_that_stops_gives_no_branch() {
    let script =
        compile("fn points(a) { if a == 0 { 1 / a } else if a == 1 { \"một\" } else { ratio(a, 1) } }", "points");
    for a in 0..3 {
        let (returned, branch) = script.call_traced(&[n(a)]);
        assert_eq!((returned.is_err(), branch), (true, None), "{a}");
        assert_eq!(returned, script.call(&[n(a)]));
    }
    assert_eq!(script.call_traced(&[]).1, None);
}

struct Given<'a>(&'a Case);

impl Figures for Given<'_> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.0.given.iter().find(|(given, _)| *given == field).map(|(_, value)| *value)
    }

    fn class(&self) -> Option<ClassIx> {
        self.0.class
    }
}

/// `path: branch` of every branch a case of the standard takes, and of every branch there is.
fn taken_and_all(rules: &RuleSet) -> (BTreeSet<String>, BTreeSet<String>) {
    let uses = rules.script_uses();
    let name = |used: usize, branch: usize| format!("{} {branch}", uses[used].path);
    let all = uses.iter().enumerate().flat_map(|(ix, used)| (0..used.script.branches().len()).map(move |b| (ix, b)));
    let taken = rules.standard().cases.iter().flat_map(|case| rules.branches_taken(&Given(case)));
    (taken.map(|taken| name(taken.used, taken.branch)).collect(), all.map(|(used, b)| name(used, b)).collect())
}

#[test]
fn the_cases_of_the_shipped_standard_take_every_branch_of_its_scripts() {
    let (taken, all) = taken_and_all(&scoring::decision_06());
    assert_eq!(all.difference(&taken).collect::<Vec<_>>(), [""; 0]);
    assert!(all.len() > 8, "{all:?}");
}

#[test]
fn a_use_of_a_script_has_the_path_of_its_figures() {
    for which in
        ["qd-06-2019", "criteria/template.toml", "tests/standards/every-shape.toml", "tests/standards/graded.toml"]
    {
        let rules = scoring::standard_named(which);
        let figures: Vec<String> = rules.standard().figures().into_iter().map(|figure| figure.path).collect();
        let paths: Vec<String> = rules.script_uses().into_iter().map(|used| used.path).collect();
        assert!(!paths.is_empty(), "{which}");
        for (path, _) in figures.iter().filter_map(|figure| figure.split_once(".figures.")) {
            assert!(paths.iter().any(|used| used == path), "{which}: {path} in {paths:?}");
        }
        let scored = rules.standard().criteria.iter().map(|c| c.id.as_str()).chain(["recognition"]);
        let scored: Vec<&str> = scored.collect();
        assert!(paths.iter().all(|path| scored.contains(&path.split('.').next().unwrap())), "{which}: {paths:?}");
    }
}

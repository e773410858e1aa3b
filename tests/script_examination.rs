//! What `cfc check` finds by going through scripts: in the shipped ones, and in random ones against trying everything.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails, also in what it shares")]

use cfc::criteria::load;
use cfc::diag::{Diagnostic, Note, Place, Problem, Report, Source};
use cfc::quantity::Ratio;
use cfc::rules::script::{Argument, Returned};
use cfc::rules::{self, RuleSet};
use proptest::prelude::*;

#[path = "support/scoring.rs"]
mod scoring;

/// Code and what it is about.
fn findings(rules: &RuleSet) -> Vec<String> {
    let about = |problem: &Problem| match problem {
        Problem::ScriptPointsTurn { what, parameter, .. } => format!("{what} {parameter}"),
        Problem::ScriptMissingDecides { what, field, .. } => format!("{what} {field}"),
        other => panic!("{other:?}"),
    };
    rules.examine_scripts().diagnostics.iter().map(|d| format!("{} {}", d.code(), about(&d.problem))).collect()
}

#[test]
fn in_good_scripts_only_a_rule_for_a_missing_figure_is_found() {
    let rows: [(&str, &[&str]); 5] = [
        ("qd-06-2019", &[]),
        ("criteria/template.toml", &[]),
        ("tests/standards/graded.toml", &[]),
        ("tests/standards/lower-is-better.toml", &[]),
        // Half the points while the result of an audit is not there: the rule of that standard.
        ("tests/standards/every-shape.toml", &["script/missing-decides script_items.audit audit_score"]),
    ];
    for (which, expected) in rows {
        assert_eq!(findings(&scoring::standard_named(which)), expected, "{which}");
    }
}

/// A standard with one item whose points a script gives; `n` can never exceed `of`.
fn standard(script: &str, most: i64, accepts_missing: bool) -> RuleSet {
    let toml = format!(
        r#"
[standard]
id = "one"
title = {{ vi = "Tiêu chuẩn thử", en = "Test standard" }}
citation = "Văn bản thử nghiệm"
in_force = {{ from = 2019-01-03 }}
total_points = {{ value = 50, status = "quoted", evidence = "a" }}
rounding = {{ digits = 2, mode = "half-up" }}

[[field]]
id = "a"
label = {{ vi = "Số ca", en = "Cases" }}
type = "count"

[[field]]
id = "n"
label = {{ vi = "Tử số", en = "Part" }}
type = "count"
at_most = "of"

[[field]]
id = "of"
label = {{ vi = "Mẫu số", en = "Whole" }}
type = "count"

[recognition]
threshold.total = {{ at_least = 25, status = "quoted", evidence = "a" }}

[[criterion]]
id = "one"
title = {{ vi = "Tiêu chí", en = "Criterion" }}
cites = "Điều 1"
points = {{ value = 50, status = "quoted", evidence = "a" }}

[[criterion.item]]
id = "one.item"
title = {{ vi = "Nội dung", en = "Item" }}
script = {{ name = "item", most = {most}, accepts_missing = {accepts_missing}, status = "quoted", evidence = "a" }}
"#
    );
    let load = |name: &str| Ok(Source::new(name, script));
    let (standard, mut report) = load::from_text(&Source::new("one.toml", &toml), &load);
    let rules = standard.and_then(|standard| rules::compile(standard, &mut report));
    rules.unwrap_or_else(|| panic!("{}\n{script}", scoring::said(&report)))
}

fn count(report: &Report, code: &str) -> usize {
    report.diagnostics.iter().filter(|d| d.code() == code).count()
}

/// Fixed points by how many cases there are.
#[derive(Clone, Debug)]
enum Tree {
    Points(i64),
    /// Comparison with a number of cases, and both ways on.
    Cases(&'static str, i64, Box<[Tree; 2]>),
}

impl Tree {
    fn points(&self, cases: i64) -> i64 {
        match self {
            Self::Points(points) => *points,
            Self::Cases(operator, edge, ways) => {
                let holds = match *operator {
                    "<" => cases < *edge,
                    "<=" => cases <= *edge,
                    "==" => cases == *edge,
                    _ => cases > *edge,
                };
                ways[usize::from(!holds)].points(cases)
            }
        }
    }

    fn leaves(&self) -> Vec<i64> {
        match self {
            Self::Points(points) => vec![*points],
            Self::Cases(.., ways) => ways.iter().flat_map(Self::leaves).collect(),
        }
    }
}

impl std::fmt::Display for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Points(points) => write!(f, "{points}"),
            Self::Cases(operator, edge, ways) => {
                write!(f, "if a {operator} {edge} {{ {} }} else {{ {} }}", ways[0], ways[1])
            }
        }
    }
}

fn tree(points: impl Strategy<Value = i64> + 'static) -> impl Strategy<Value = Tree> {
    points.prop_map(Tree::Points).prop_recursive(3, 8, 2, |inner| {
        let operators = prop::sample::select(vec!["<", "<=", "==", ">"]);
        let ways = [inner.clone(), inner];
        (operators, 0_i64..40, ways).prop_map(|(operator, edge, ways)| Tree::Cases(operator, edge, Box::new(ways)))
    })
}

/// Beyond every edge of a tree.
const ALL_CASES: std::ops::Range<i64> = 0..42;

fn rises_and_falls(points: &[i64]) -> bool {
    let pairs = || points.windows(2);
    pairs().any(|pair| pair[0] < pair[1]) && pairs().any(|pair| pair[0] > pair[1])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn fixed_points_beyond_the_limits_are_found_in_every_branch(tree in tree(-20_i64..80)) {
        let report = standard(&format!("fn points(a) {{ {tree} }}"), 50, false).examine_scripts();
        let beyond = tree.leaves().iter().filter(|points| !(0..=50).contains(*points)).count();
        prop_assert_eq!(count(&report, "script/branch-exceeds"), beyond, "{}", tree);
        let best = tree.leaves().into_iter().max().unwrap_or(0);
        prop_assert_eq!(count(&report, "script/limit-unreached"), usize::from(best < 50), "{}", tree);
        prop_assert_eq!(count(&report, "script/stops"), 0, "what is said of a branch is not said twice: {}", tree);
    }

    #[test]
    fn a_turn_is_found_exactly_when_trying_every_number_of_cases_finds_one(tree in tree(0_i64..6)) {
        let report = standard(&format!("fn points(a) {{ {tree} }}"), 50, false).examine_scripts();
        let points: Vec<i64> = ALL_CASES.map(|cases| tree.points(cases)).collect();
        prop_assert_eq!(count(&report, "script/points-turn") == 1, rises_and_falls(&points), "{}", tree);
    }

    #[test]
    fn points_without_a_figure_are_found_exactly_when_some_figure_changes_them(tree in tree(0_i64..3), without in 0_i64..3) {
        let script = format!("fn points(a) {{ if is_missing(a) {{ return {without}; }} {tree} }}");
        let report = standard(&script, 50, true).examine_scripts();
        let changes = ALL_CASES.map(|cases| tree.points(cases)).any(|points| points != without);
        prop_assert_eq!(count(&report, "script/missing-decides") == 1, changes, "{}", script);
    }

    #[test]
    fn the_exact_edge_of_a_rate_and_one_case_either_side_are_tried(edge in 1_i64..10_000, side in 0_usize..3) {
        // Per cent with two decimals: the edge itself, just above, just below.
        let edge = format!("{}.{:02}", edge / 100, edge % 100);
        let conditions = [
            format!("rate(n, of, 100) == {edge}"),
            format!("rate(n, of, 100) > {edge} && rate(n - 1, of, 100) == {edge}"),
            format!("rate(n, of, 100) < {edge} && rate(n + 1, of, 100) == {edge}"),
        ];
        let condition = &conditions[side];
        let script = format!("fn points(n, of) {{ if of == 0 {{ 0 }} else if {condition} {{ 10 / (n - n) }} else {{ 50 }} }}");
        let report = standard(&script, 50, false).examine_scripts();
        prop_assert_eq!(count(&report, "script/stops"), 1, "{}", script);
    }

    #[test]
    fn figures_no_commune_can_have_are_not_tried(edge in 0_i64..50) {
        let script = format!("fn points(n, of) {{ if n > of {{ 1 / 0 }} else if of > {edge} {{ 50 }} else {{ 0 }} }}");
        prop_assert_eq!(standard(&script, 50, false).examine_scripts().diagnostics.len(), 0);
    }
}

#[test]
fn the_findings_are_the_same_every_time() {
    let said = || {
        let folder = "tests/bad/standards/script-points-turn/standard.toml";
        scoring::said(&scoring::standard_named(folder).examine_scripts())
    };
    assert_eq!(said(), said());
    assert!(said().contains("points-turn"));
}

#[test]
fn a_script_with_too_many_combinations_is_examined_in_part() {
    // Some fifty figures for each of three fields, and all of them together are far too many.
    let is_one_of = |name: &str| {
        let edges = (1..16).map(|edge| format!("{name} == {}", edge * 10)).collect::<Vec<_>>();
        format!("({})", edges.join(" || "))
    };
    let conditions = ["a", "n", "of"].map(is_one_of).join(" && ");
    let script = format!("fn points(a, n, of) {{ if {conditions} {{ 50 }} else {{ 0 }} }}");
    let report = standard(&script, 50, false).examine_scripts();
    assert_eq!(count(&report, "script/points-turn"), 3, "{}", scoring::said(&report));
}

#[test]
fn a_turn_shows_three_figures_of_one_line_or_two_of_each_of_two() {
    let rules = scoring::standard_named("tests/bad/standards/script-points-turn/standard.toml");
    let shown = rules.examine_scripts().diagnostics.into_iter().filter_map(|d| match d.problem {
        Problem::ScriptPointsTurn { parameter, lines, .. } => {
            Some((parameter, lines.iter().map(|(_, points)| points.len()).collect::<Vec<_>>()))
        }
        _ => None,
    });
    assert_eq!(shown.collect::<Vec<_>>(), [("plan".to_owned(), vec![2, 2]), ("visits".to_owned(), vec![3])]);
}

#[test]
fn a_result_of_a_function_called_twice_is_beyond_the_limits_only_when_both_are() {
    let found = |one: i64, other: i64| {
        let script = format!(
            "fn points(a) {{ if a == 0 {{ part({one}) }} else {{ part({other}) }} }} private fn part(x) {{ x }}"
        );
        count(&standard(&script, 50, false).examine_scripts(), "script/branch-exceeds")
    };
    assert_eq!([found(10, 60), found(60, 10), found(60, 70), found(10, 50)], [0, 0, 1, 0]);
}

/// A result that depends on the cases.
fn computed() -> impl Strategy<Value = String> {
    let form = prop::sample::select(vec![
        "C + a",
        "C - a",
        "a * 2 - C",
        "min(a, C)",
        "max(a, C)",
        "abs(a - C)",
        "C / (a + 1)",
        "rate(C, a + 2, 100)",
        "-(a % 7) - C",
        "because(C + a * a, \"x\", \"x\")",
        "{ let b = a; if a > 3 { b = C; } b + 40 }",
        "{ let b = C; if a > 3 { b = a; } b + 40 }",
    ]);
    (form, -30_i64..90).prop_map(|(form, c)| form.replace('C', &format!("({c})")))
}

proptest! {
    #[test]
    fn a_branch_said_to_be_beyond_the_limits_never_gives_allowed_points(
        results in prop::collection::vec(computed(), 3),
        edge in 0_i64..20,
    ) {
        let [first, second, third] = &results[..] else { panic!() };
        let script = format!("fn points(a) {{ if a < {edge} {{ {first} }} else if a == {edge} {{ {second} }} else {{ {third} }} }}");
        let rules = standard(&script, 50, false);
        let report = rules.examine_scripts();
        let script = rules.script_uses()[0].script.clone();
        let said: Vec<usize> = (0..script.branches().len()).filter(|branch| {
            let start = script.branches()[*branch].span.start;
            let here = |d: &&Diagnostic| matches!(&d.place, Place::Source(_, span) if span.start == start);
            report.diagnostics.iter().filter(|d| d.code() == "script/branch-exceeds").any(|d| here(&d))
        }).collect();
        for cases in 0..60 {
            let (returned, branch) = script.call_traced(&[Argument::Number(Ratio::whole(cases))]);
            let (Ok(Returned::Number(points) | Returned::Points { points, .. }), Some(branch)) = (returned, branch) else { continue };
            let allowed = points >= Ratio::ZERO && points <= Ratio::whole(50);
            prop_assert!(!allowed || !said.contains(&branch), "{} with {cases}: {points:?}", script.source().text);
        }
    }
}

#[test]
fn a_figure_of_the_law_behind_a_branch_beyond_the_limits_is_shown() {
    let rules = scoring::standard_named("tests/bad/standards/script-branch-exceeds/standard.toml");
    let shown = |found: &str| {
        let report = rules.examine_scripts();
        let of = |d: &&Diagnostic| matches!(&d.problem, Problem::ScriptBranchExceeds { found: f, .. } if f == found);
        let notes =
            report.diagnostics.iter().filter(of).map(|d| d.related.iter().map(|(_, note)| note.clone()).collect());
        notes.collect::<Vec<Vec<Note>>>()
    };
    assert_eq!(shown("-5"), [[Note::MaximumHere]]);
    assert_eq!(shown("60"), [[Note::FigureHere, Note::MaximumHere], [Note::FigureHere, Note::MaximumHere]]);
}

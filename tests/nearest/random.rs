//! Random small standards: rates, counts, answers, a script over two figures, figures that limit each other, figures
//! shared by criteria, facts that set a criterion to zero, vetoes, and every way of combining items.

use crate::brute::{Commune, Moving};
use crate::claims;
use crate::scoring::rules_with;
use cfc::rules::RuleSet;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::fmt::Write as _;

/// Fields of every random standard: id, type, what it is at most.
const FIELDS: [(&str, &str, &str); 9] = [
    ("all", "count", ""),
    ("served", "count", "all"),
    ("hurt", "count", "all"),
    ("dead", "count", "hurt"),
    ("officer", "yes-no", ""),
    ("asked", "count", ""),
    ("asked_too", "count", ""),
    ("content", "count", "asked"),
    ("content_too", "count", "asked_too"),
];
/// Those that can change unless the standard says otherwise, with the direction that is the default.
const MOVING: [(&str, &str); 6] = [
    ("served", "both"),
    ("hurt", "both"),
    ("dead", "both"),
    ("officer", "up"),
    ("content", "both"),
    ("content_too", "both"),
];
/// Pools two groups.
const SCRIPT: &str =
    "fn value(content, content_too, asked, asked_too) { ratio(content + content_too, asked + asked_too) }";
const ORIGIN: &str = r#"status = "provisional", evidence = "random""#;

/// A standard as its text, and a commune.
#[derive(Clone, Debug)]
struct Case {
    toml: String,
    figures: Vec<Option<i64>>,
    directions: Vec<&'static str>,
}

/// Bands of a rate: ascending edges in per cent, with points.
fn bands() -> impl Strategy<Value = String> {
    let edges = prop::sample::subsequence(vec![20, 33, 50, 60, 75, 90, 100], 1..4);
    (edges, prop::collection::vec(0_i64..=10, 4), 0..4_usize, any::<bool>()).prop_map(
        |(edges, mut points, top, sorted)| {
            points.truncate(edges.len() + 1);
            if sorted {
                points.sort_unstable();
            }
            let top = if sorted { points.len() - 1 } else { top.min(points.len() - 1) };
            points[top] = 10;
            let mut text = String::from("scale.bands = [");
            for (band, points) in points.iter().enumerate() {
                let from = band.checked_sub(1).map_or(String::new(), |edge| format!("from = {}, ", edges[edge]));
                let below = edges.get(band).map_or(String::new(), |edge| format!("below = {edge}, "));
                write!(text, "{{ {from}{below}points = {points}, {ORIGIN} }}, ").unwrap();
            }
            text + "]"
        },
    )
}

/// How a criterion of two items combines them, with its points.
fn combine() -> impl Strategy<Value = (&'static str, i64)> {
    prop::sample::select(vec![("sum", 20), ("capped-sum", 15), ("min", 10), ("max", 10)])
}

fn direction(default: &'static str) -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => Just(default), 1 => prop::sample::select(vec!["up", "down", "both", "no"])]
}

fn figures() -> impl Strategy<Value = Vec<Option<i64>>> {
    let figure = |most: i64| prop_oneof![9 => (0..=most).prop_map(Some), 1 => Just(None)];
    let groups = (2..=5_i64, 0..=4_i64, 0..=3_i64);
    groups.prop_flat_map(move |(all, asked, asked_too)| {
        let hurt = (0..=all).prop_flat_map(move |hurt| (Just(Some(hurt)), (0..=hurt).prop_map(Some)));
        (figure(all), hurt, figure(1), figure(asked), figure(asked_too)).prop_map(
            move |(served, (hurt, dead), officer, content, content_too)| {
                let totals = [Some(all), Some(asked), Some(asked_too)];
                vec![totals[0], served, hurt, dead, officer, totals[1], totals[2], content, content_too]
            },
        )
    })
}

#[derive(Clone, Debug)]
struct Rules {
    bands: Vec<String>,
    combines: Vec<(&'static str, i64)>,
    dead_zeroes: bool,
    veto: bool,
    above: bool,
    share: i64,
    cut: i64,
}

fn rules() -> impl Strategy<Value = Rules> {
    let bands = prop::collection::vec(bands(), 4);
    let combines = prop::collection::vec(combine(), 3);
    (bands, combines, any::<bool>(), any::<bool>(), any::<bool>(), 30_i64..=100, 0_i64..=3).prop_map(
        |(bands, combines, dead_zeroes, veto, above, share, cut)| Rules {
            bands,
            combines,
            dead_zeroes,
            veto,
            above,
            share,
            cut,
        },
    )
}

fn case() -> impl Strategy<Value = Case> {
    let directions: Vec<_> = MOVING.iter().map(|(_, default)| direction(default)).collect();
    (rules(), directions, figures()).prop_map(|(rules, directions, figures)| {
        let toml = toml(&rules, &directions);
        Case { toml, figures, directions }
    })
}

fn toml(rules: &Rules, directions: &[&'static str]) -> String {
    let total: i64 = rules.combines.iter().map(|(_, points)| points).sum();
    let mut text = format!(
        "[standard]\nid = \"random\"\ntitle = {{ vi = \"Ngẫu nhiên\", en = \"Random\" }}\ncitation = \"none\"\n\
         in_force = {{ from = 2019-01-03 }}\ntotal_points = {{ value = {total}, {ORIGIN} }}\n\
         rounding = {{ digits = 2, mode = \"half-up\" }}\n\n\
         [recognition]\nthreshold.total = {{ at_least = {}, {ORIGIN} }}\n",
        (total * rules.share / 100).max(1),
    );
    if rules.above {
        writeln!(text, "every_criterion_above = {{ points = 0, {ORIGIN} }}").unwrap();
    }
    for (id, kind, at_most) in FIELDS {
        let at_most = if at_most.is_empty() { String::new() } else { format!("at_most = \"{at_most}\"\n") };
        let moving = MOVING.iter().zip(directions).find(|((moving, _), _)| *moving == id);
        let changeable = moving.map_or(String::new(), |((_, default), direction)| {
            if direction == default { String::new() } else { format!("changeable = \"{direction}\"\n") }
        });
        write!(text, "\n[[field]]\nid = \"{id}\"\nlabel = {{ vi = \"Số {id}\", en = \"Count {id}\" }}\ntype = \"{kind}\"\n{at_most}{changeable}").unwrap();
    }
    if rules.veto {
        let when = r#"{ indicator.count = "dead", above = 1 }"#;
        write!(text, "\n[[recognition.veto]]\nid = \"deaths\"\nlabel = {{ vi = \"Tử vong\", en = \"Deaths\" }}\nwhen = {when}\n{}\n", ORIGIN.replace(", ", "\n")).unwrap();
    }
    criteria(&mut text, rules);
    text
}

fn criteria(text: &mut String, rules: &Rules) {
    let rate =
        |of: &str| format!("indicator.rate = {{ of = \"{of}\", over = \"all\", per = 100, when_empty = \"missing\" }}");
    let pooled = "indicator.script = { name = \"pooled\", per = 100, when_empty = \"missing\" }";
    let cut = format!("scale.cutoff = {{ at_most = {}, points = 10, otherwise = 0, {ORIGIN} }}", rules.cut);
    let yes = format!("indicator.yes_no = \"officer\"\nscale.yes_no = {{ yes = 10, no = 0, {ORIGIN} }}");
    let deduction = format!(
        "indicator.count = \"hurt\"\nscale.deduction = {{ start = 10, per_case = 3, every = 1, floor = 0, {ORIGIN} }}"
    );
    let items = [
        [format!("{}\n{}", rate("served"), rules.bands[0]), format!("indicator.count = \"dead\"\n{cut}")],
        [yes, format!("{pooled}\n{}", rules.bands[1])],
        [deduction, format!("{}\n{}", rate("served"), rules.bands[2])],
    ];
    for (c, (pair, (combine, points))) in items.iter().zip(&rules.combines).enumerate() {
        write!(
            text,
            "\n[[criterion]]\nid = \"c{c}\"\ntitle = {{ vi = \"TC {c}\", en = \"C {c}\" }}\ncites = \"Điều {c}\"\n\
             points = {{ value = {points}, {ORIGIN} }}\ncombine = \"{combine}\"\n"
        )
        .unwrap();
        if c == 0 && rules.dead_zeroes {
            let when = r#"{ indicator.count = "dead", above = 0 }"#;
            write!(text, "\n[[criterion.zero_when]]\nid = \"death\"\nlabel = {{ vi = \"Có tử vong\", en = \"A death\" }}\nwhen = {when}\n{}\n", ORIGIN.replace(", ", "\n")).unwrap();
        }
        for (i, rule) in pair.iter().enumerate() {
            write!(text, "\n[[criterion.item]]\nid = \"c{c}.i{i}\"\ntitle = {{ vi = \"ND {c}{i}\", en = \"I {c}{i}\" }}\n{rule}\n").unwrap();
        }
    }
}

/// The fields each item reads, in the order of the items.
const ITEMS: [&[usize]; 6] = [&[1, 0], &[3], &[4], &[7, 8, 5, 6], &[2], &[1, 0]];

fn commune<'r>(rules: &'r RuleSet, case: &Case) -> Commune<'r> {
    let position = |id: &str| FIELDS.iter().position(|(field, ..)| *field == id);
    let field = |(id, kind, at_most): &(&str, &str, &str)| {
        let direction = MOVING.iter().zip(&case.directions).find(|((moving, _), _)| moving == id);
        Moving {
            direction: direction.map_or("no", |(_, direction)| direction),
            most: if *kind == "count" { 6 } else { 1 },
            limit: position(at_most),
        }
    };
    let fields = FIELDS.iter().map(field).collect();
    let items = ITEMS.iter().map(|fields| fields.to_vec()).collect();
    Commune { rules, figures: case.figures.clone(), class: None, fields, items }
}

fn check(cases: u32, holds: impl Fn(&Commune<'_>) -> Result<(), TestCaseError>) {
    let mut runner = TestRunner::new(Config { max_shrink_iters: 200, ..Config::with_cases(cases) });
    let result = runner.run(&case(), |case| {
        let rules = rules_with(&case.toml, SCRIPT);
        holds(&commune(&rules, &case))
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

#[test]
fn the_first_way_is_the_shortest_and_nothing_is_claimed_where_there_is_none() {
    check(150, claims::ways);
}

#[test]
fn the_fall_is_the_smallest_and_one_child_fewer_keeps_the_verdict() {
    check(150, claims::fall);
}

#[test]
fn the_nearest_points_of_an_item_are_the_nearest() {
    check(80, claims::items);
}

#[test]
fn what_cannot_be_changed_cannot_be_changed() {
    check(80, claims::unchangeable);
}

#[test]
fn the_row_of_a_commune_says_what_its_sheet_says() {
    check(300, claims::margins);
}

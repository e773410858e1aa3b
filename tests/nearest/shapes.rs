//! Random small standards of every other shape: area classes with thresholds and bands of their own, bonus items below a
//! cap, scripts for an item, a criterion and the total, points that fall and rise again, items left out and rescaled,
//! gates, levels where more is better and where less is, figures shared by several rules, and dated versions.

use crate::brute::{Commune, Moving};
use crate::claims;
use cfc::criteria::load;
use cfc::diag::Source;
use cfc::rules::{ClassIx, RuleSets, compile_versions};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::fmt::Write as _;

const ORIGIN: &str = r#"status = "provisional", evidence = "random""#;
/// Fields of every shape: id, type, what it is at most, direction by default.
const FIELDS: [(&str, &str, &str, &str); 7] = [
    ("all", "count", "", "no"),
    ("served", "count", "all", "both"),
    ("hurt", "count", "all", "both"),
    ("plan", "yes-no", "", "up"),
    ("few", "count", "", "no"),
    ("seen", "count", "few", "both"),
    ("visits", "count", "all", "both"),
];

/// A kind of standard.
#[derive(Clone, Copy, Debug)]
enum Shape {
    Classes,
    Scripts,
    Total,
    LeftOut,
    Levels,
    LowerIsBetter,
    Shared,
    Dated,
}

const SHAPES: [Shape; 8] = [
    Shape::Classes,
    Shape::Scripts,
    Shape::Total,
    Shape::LeftOut,
    Shape::Levels,
    Shape::LowerIsBetter,
    Shape::Shared,
    Shape::Dated,
];

/// A standard and a commune.
#[derive(Clone, Debug)]
struct Case {
    shape: Shape,
    numbers: Vec<i64>,
    figures: Vec<Option<i64>>,
    class: usize,
    year: u16,
}

fn case(shape: Shape) -> impl Strategy<Value = Case> {
    let figure = |most: i64| prop_oneof![12 => (0..=most).prop_map(Some), 1 => Just(None)];
    let figures = (1..=5_i64, 0..=3_i64).prop_flat_map(move |(all, few)| {
        (figure(all), figure(all), figure(1), figure(few), figure(all)).prop_map(
            move |(served, hurt, plan, seen, visits)| vec![Some(all), served, hurt, plan, Some(few), seen, visits],
        )
    });
    let numbers = prop::collection::vec(0..=10_i64, 12);
    (numbers, figures, 0..2_usize, 2020..=2022_u16).prop_map(move |(numbers, figures, class, year)| Case {
        shape,
        numbers,
        figures,
        class,
        year,
    })
}

/// Three bands of a rate, one of them with 10 points.
fn bands(n: &[i64]) -> String {
    let mut points = [n[0], n[1], n[2]];
    let top = usize::try_from(n[0] % 3).unwrap();
    points[top] = 10;
    // Low enough for every level to be reached.
    points[(top + 1) % 3] %= 6;
    let [a, b, c] = points;
    format!(
        "[ {{ below = 40, points = {a}, {ORIGIN} }}, {{ from = 40, below = 75, points = {b}, {ORIGIN} }}, \
         {{ from = 75, points = {c}, {ORIGIN} }} ]"
    )
}

/// An item with its rules.
fn item(id: &str, rules: &str) -> String {
    format!("\n[[criterion.item]]\nid = \"{id}\"\ntitle = {{ vi = \"ND {id}\", en = \"I {id}\" }}\n{rules}\n")
}

fn rate(of: &str, over: &str, empty: &str, scale: &str) -> String {
    format!(
        "indicator.rate = {{ of = \"{of}\", over = \"{over}\", per = 100, when_empty = {empty} }}\nscale.bands = {scale}"
    )
}

fn yes(points: i64) -> String {
    format!("indicator.yes_no = \"plan\"\nscale.yes_no = {{ yes = {points}, no = 0, {ORIGIN} }}")
}

fn off(of: &str) -> String {
    let scale = format!("scale.deduction = {{ start = 10, per_case = 4, every = 1, floor = 0, {ORIGIN} }}");
    format!("indicator.count = \"{of}\"\n{scale}")
}

/// A criterion with its items.
fn criterion(id: &str, points: i64, more: &str, items: &[String]) -> String {
    format!(
        "\n[[criterion]]\nid = \"{id}\"\ntitle = {{ vi = \"TC {id}\", en = \"C {id}\" }}\ncites = \"Điều {id}\"\n\
         points = {{ value = {points}, {ORIGIN} }}\n{more}\n{}",
        items.concat()
    )
}

/// Where the text of a standard is put together.
struct Text {
    recognition: String,
    classes: bool,
    criteria: Vec<String>,
    points: i64,
    scripts: Vec<(&'static str, String)>,
    /// Fields each item reads.
    items: Vec<Vec<usize>>,
}

fn threshold(n: &[i64], points: i64) -> String {
    format!("threshold.total = {{ at_least = {}, {ORIGIN} }}\n", (points * (4 + n[11] % 6) / 10).max(1))
}

/// The parts of each shape.
fn text(shape: Shape, n: &[i64]) -> Text {
    let missing = "\"missing\"";
    let served = item("a.served", &rate("served", "all", missing, &bands(&n[0..3])));
    let seen = item("b.seen", &rate("seen", "few", missing, &bands(&n[3..6])));
    let plain = |criteria: Vec<String>, points: i64, items: &[&[usize]]| Text {
        recognition: threshold(n, points),
        classes: false,
        criteria,
        points,
        scripts: Vec::new(),
        items: items.iter().map(|fields| fields.to_vec()).collect(),
    };
    match shape {
        Shape::Classes => classes(n),
        Shape::Scripts => scripts(n, &served),
        Shape::Total => {
            // Points of the second criterion count only where the first is weak: more can be worse.
            let least = n[6];
            let script = format!("fn total(a, b, hurt) {{ if a > {least} && hurt > 0 {{ a }} else {{ a + b }} }}");
            let criteria = vec![criterion("a", 10, "", &[served]), criterion("b", 10, "", &[seen])];
            let mut text = plain(criteria, 20, &[&[1, 0], &[5, 4]]);
            text.recognition.push_str("script = { name = \"total\" }\n");
            text.scripts.push(("total", script));
            text
        }
        Shape::LeftOut => {
            let out = format!("{{ give = \"leave-out\", {ORIGIN} }}");
            let seen = item("a.seen", &rate("seen", "few", &out, &bands(&n[3..6])));
            let criteria =
                vec![criterion("a", 20, "", &[served, seen]), criterion("b", 10, "", &[item("b.hurt", &off("hurt"))])];
            plain(criteria, 30, &[&[1, 0], &[5, 4], &[2]])
        }
        Shape::Levels | Shape::LowerIsBetter => levels(shape, n, &served),
        Shape::Shared => shared(n, &served),
        Shape::Dated => {
            let dates = ["from = 2021-01-01", "until = 2020-12-31"];
            let scale = |n: &[i64], dates: &str| {
                format!("[[criterion.item.scale]]\nin_force = {{ {dates} }}\nbands = {}\n", bands(n))
            };
            let rate = format!(
                "indicator.rate = {{ of = \"served\", over = \"all\", per = 100, when_empty = {missing} }}\n{}{}",
                scale(&n[0..3], dates[0]),
                scale(&n[6..9], dates[1])
            );
            let criteria = vec![criterion("a", 10, "", &[item("a.served", &rate)]), criterion("b", 10, "", &[seen])];
            plain(criteria, 20, &[&[1, 0], &[5, 4]])
        }
    }
}

/// Thresholds and bands by class; a bonus below a cap.
fn classes(n: &[i64]) -> Text {
    let by_class = format!(
        "indicator.rate = {{ of = \"served\", over = \"all\", per = 100, when_empty = \"missing\" }}\n\
         scale.bands_by_class = [ {{ class = \"hill\", bands = {} }}, {{ class = \"plain\", bands = {} }} ]",
        bands(&n[0..3]),
        bands(&n[3..6])
    );
    let items = [item("a.served", &by_class), item("a.plan", &format!("bonus = true\n{}", yes(1 + n[6] % 5)))];
    let at = |class: &str, n: i64| format!("{{ class = \"{class}\", at_least = {}, {ORIGIN} }}", 6 + n);
    Text {
        recognition: format!("threshold.total = [ {}, {} ]\n", at("hill", n[7]), at("plain", n[8])),
        classes: true,
        criteria: vec![
            criterion("a", 10, "combine = \"capped-sum\"", &items),
            criterion("b", 10, "", &[item("b.hurt", &off("hurt"))]),
        ],
        points: 20,
        scripts: Vec::new(),
        items: vec![vec![1, 0], vec![3], vec![2]],
    }
}

/// A script for an item, with gaps between figures that give the same, and one for a criterion.
fn scripts(n: &[i64], served: &str) -> Text {
    let zigzag = format!(
        "fn points(hurt, visits) {{ if is_missing(hurt) || is_missing(visits) {{ missing(\"thiếu\", \"missing\") }} \
         else if (hurt * {} + visits) % 3 == 0 {{ because({}, \"ba\", \"three\") }} else if hurt == visits {{ 10 }} \
         else {{ 0 }} }}",
        1 + n[6] % 4,
        n[7]
    );
    let plan = "fn points(b_visits, b_plan, seen) { if b_plan == 0 { min(b_visits, 5) } else if seen > 1 { b_visits + b_plan } else { b_plan } }";
    let script = format!("script = {{ name = \"zigzag\", most = 10, accepts_missing = true, {ORIGIN} }}");
    let items = [item("b.visits", &script), item("b.plan", &yes(10))];
    let criteria = vec![
        criterion("a", 10, "", &[served.to_owned()]),
        criterion("b", 20, "combine = { script = \"plan\" }", &items),
    ];
    let above = format!("every_criterion_above = {{ points = 0, {ORIGIN} }}\n");
    Text {
        recognition: [threshold(n, 30), above].concat(),
        classes: false,
        criteria,
        points: 30,
        scripts: vec![("zigzag", zigzag), ("plan", plan.to_owned())],
        items: vec![vec![1, 0], vec![2, 6], vec![3]],
    }
}

/// Graded outcomes.
fn levels(shape: Shape, n: &[i64], served: &str) -> Text {
    let (first, second) = (5 + n[6] % 5, 12 + n[7] % 8);
    let ends = match shape {
        Shape::Levels => [format!("from = {second}"), format!("from = {first}\nbelow = {second}")],
        _ => [format!("up_to = {first}"), format!("above = {first}\nup_to = {second}")],
    };
    let mut recognition = String::new();
    for (id, ends) in ["best", "fair"].iter().zip(ends) {
        write!(recognition, "\n[[recognition.level]]\nid = \"{id}\"\nlabel = {{ vi = \"Mức {id}\", en = \"Level {id}\" }}\n{ends}\n{}\n", ORIGIN.replace(", ", "\n")).unwrap();
    }
    let criteria = vec![
        criterion("a", 10, "", &[served.to_owned()]),
        criterion("b", 20, "", &[item("b.hurt", &off("hurt")), item("b.plan", &yes(10))]),
    ];
    Text {
        recognition,
        classes: false,
        criteria,
        points: 30,
        scripts: Vec::new(),
        items: vec![vec![1, 0], vec![2], vec![3]],
    }
}

/// One figure in items of two criteria, in a veto, in a fact that sets a criterion to zero and in gates.
fn shared(n: &[i64], served: &str) -> Text {
    let origin = ORIGIN.replace(", ", "\n");
    let fact = |table: &str, id: &str, when: &str| {
        format!(
            "\n[[{table}]]\nid = \"{id}\"\nlabel = {{ vi = \"Điều {id}\", en = \"Fact {id}\" }}\nwhen = {{ {when} }}\n{origin}\n"
        )
    };
    let veto = fact("recognition.veto", "veto", &format!("indicator.count = \"hurt\", above = {}", 2 + n[6] % 3));
    let gate = fact("recognition.gate", "gate", &format!("indicator.count = \"visits\", from = {}", n[7] % 2));
    let zero = fact("criterion.zero_when", "zero", "indicator.count = \"hurt\", above = 1");
    let gated = format!(
        "{}\n[criterion.item.gate]\nid = \"reported\"\nlabel = {{ vi = \"Có báo cáo\", en = \"Reported\" }}\n\
         when = {{ indicator.count = \"visits\", from = 1 }}\n{origin}",
        rate("served", "all", "\"missing\"", &bands(&n[3..6]))
    );
    let criteria = vec![
        criterion("a", 20, &zero, &[served.to_owned(), item("a.hurt", &off("hurt"))]),
        criterion("b", 20, "", &[item("b.served", &gated), item("b.plan", &yes(10))]),
    ];
    Text {
        recognition: [threshold(n, 40), veto, gate].concat(),
        classes: false,
        criteria,
        points: 40,
        scripts: Vec::new(),
        items: vec![vec![1, 0], vec![2], vec![1, 0, 6], vec![3]],
    }
}

fn toml(text: &Text) -> String {
    let mut toml = format!(
        "[standard]\nid = \"random\"\ntitle = {{ vi = \"Ngẫu nhiên\", en = \"Random\" }}\ncitation = \"none\"\n\
         in_force = {{ from = 2019-01-03 }}\ntotal_points = {{ value = {}, {ORIGIN} }}\n\
         rounding = {{ digits = 2, mode = \"half-up\" }}\n\
         points_rounding = {{ digits = 1, mode = \"half-up\", {ORIGIN} }}\n\
         assessed_on = {{ month = 12, day = 31, {ORIGIN} }}\n\n[recognition]\n{}",
        text.points, text.recognition
    );
    for (id, kind, at_most, _) in FIELDS {
        let at_most = if at_most.is_empty() { String::new() } else { format!("at_most = \"{at_most}\"\n") };
        // Only scripts read it in some shapes; then nothing says that it is no total.
        let moves = if at_most.is_empty() && kind == "count" { "changeable = \"no\"\n" } else { "" };
        write!(toml, "\n[[field]]\nid = \"{id}\"\nlabel = {{ vi = \"Số {id}\", en = \"Count {id}\" }}\ntype = \"{kind}\"\n{at_most}{moves}").unwrap();
    }
    for class in ["hill", "plain"].iter().filter(|_| text.classes) {
        write!(
            toml,
            "\n[[area_class]]\nid = \"{class}\"\nlabel = {{ vi = \"Loại {class}\", en = \"Class {class}\" }}\n"
        )
        .unwrap();
    }
    toml.push_str(&text.criteria.concat());
    toml
}

fn rules(text: &Text) -> RuleSets {
    let toml = toml(text);
    let found = |name: &str| {
        let script = text.scripts.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text);
        Ok(Source::new(&format!("{name}.rhai"), script))
    };
    let (versions, mut report) = load::versions_from_text(&Source::new("standard.toml", &toml), &found);
    let rules = versions.and_then(|versions| compile_versions(versions, &mut report));
    assert!(!report.has_errors(), "{}\n{toml}", crate::scoring::said(&report));
    rules.unwrap()
}

fn check(shape: Shape, cases: u32, holds: fn(&Commune<'_>) -> Result<(), TestCaseError>) {
    let mut runner = TestRunner::new(Config { max_shrink_iters: 200, ..Config::with_cases(cases) });
    let result = runner.run(&case(shape), |case| {
        let text = text(case.shape, &case.numbers);
        let rules = rules(&text);
        let position = rules.years().of(case.year);
        let rules = position.map_or(rules.latest(), |position| rules.at(position));
        let position = |id: &str| FIELDS.iter().position(|(field, ..)| *field == id);
        let field = |(_, kind, at_most, direction): &(&str, &str, &str, &'static str)| Moving {
            direction,
            most: if *kind == "count" { 5 } else { 1 },
            limit: position(at_most),
        };
        let class = text.classes.then_some(ClassIx(case.class));
        let fields = FIELDS.iter().map(field).collect();
        holds(&Commune { rules, figures: case.figures.clone(), class, fields, items: text.items.clone() })
    });
    assert!(result.is_ok(), "{shape:?}: {}", result.unwrap_err());
}

/// A claim in so many random standards of every shape.
fn every(cases: u32, holds: fn(&Commune<'_>) -> Result<(), TestCaseError>) {
    for shape in SHAPES {
        check(shape, cases, holds);
    }
}

#[test]
fn in_every_shape_the_first_way_is_the_shortest() {
    every(40, claims::ways);
}

#[test]
fn in_every_shape_the_fall_is_the_smallest() {
    every(40, claims::fall);
}

#[test]
fn in_every_shape_the_nearest_points_of_an_item_are_the_nearest() {
    every(25, claims::items);
}

#[test]
fn in_every_shape_what_cannot_be_changed_cannot_be_changed() {
    every(25, claims::unchangeable);
}

#[test]
fn in_every_shape_the_row_of_a_commune_says_what_its_sheet_says() {
    every(60, claims::margins);
}

//! Conditions without effect, by the arithmetic of their items: each row is a small standard and what is said of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::load::from_text;
use cfc::diag::Source;

const ORIGIN: &str = "status = \"quoted\", evidence = \"x\"";

/// A criterion of two items on a scale of yes and no; `items` are the points of yes and no of each.
fn file(recognition: &str, criterion: &str, items: &[(i64, i64, &str)], total: i64) -> String {
    let mut text = format!(
        r#"[standard]
id = "small"
title = {{ vi = "Thử", en = "Test" }}
citation = "Văn bản thử nghiệm"
in_force = {{ from = 2019-01-03 }}
total_points = {{ value = {total}, {ORIGIN} }}
points_rounding = {{ digits = 1, mode = "half-up", {ORIGIN} }}
rounding = {{ digits = 2, mode = "half-up" }}

[[field]]
id = "count"
label = {{ vi = "Số", en = "Number" }}
type = "count"

[[field]]
id = "answer"
label = {{ vi = "Trả lời", en = "Answer" }}
type = "yes-no"

[recognition]
{recognition}

[[criterion]]
id = "only"
title = {{ vi = "Tiêu chí", en = "Criterion" }}
cites = "Điều 1"
points = {{ value = {total}, {ORIGIN} }}
{criterion}
"#
    );
    for (at, (yes, no, more)) in items.iter().enumerate() {
        text += &format!(
            r#"
[[criterion.item]]
id = "only.item{at}"
title = {{ vi = "Nội dung {at}", en = "Item {at}" }}
indicator.yes_no = "answer"
scale.yes_no = {{ yes = {yes}, no = {no}, {ORIGIN} }}
{more}
"#
        );
    }
    text
}

/// Codes with the text at the caret's line, up to the equals sign.
fn found(text: &str) -> Vec<String> {
    let source = Source::new("small.toml", text);
    let (_, report) = from_text(&source, &|name| Ok(Source::new(name, "")));
    let line = |diagnostic: &cfc::diag::Diagnostic| match &diagnostic.place {
        cfc::diag::Place::Source(_, span) => {
            let line = text.lines().nth(source.line_column(span.start).0 - 1).unwrap_or("");
            line.split(" =").next().unwrap_or("").to_owned()
        }
        other => panic!("{other:?}"),
    };
    report.diagnostics.iter().map(|d| format!("{} {}", d.code(), line(d))).collect()
}

fn threshold(points: i64) -> String {
    format!("threshold.total = {{ at_least = {points}, {ORIGIN} }}")
}

const ZERO_WHEN: &str = "[[criterion.zero_when]]\nid = \"any\"\nlabel = { vi = \"Có\", en = \"Any\" }\nwhen = { \
                         indicator.count = \"count\", above = 0 }\nstatus = \"quoted\"\nevidence = \"x\"";
const TOTAL: &str = "criteria/never-fails threshold.total";

#[test]
fn a_threshold_at_or_below_the_fewest_points_of_all_items_together_is_said_to_decide_nothing() {
    let rows: &[(&str, &str, &[(i64, i64, &str)], i64, i64, bool)] = &[
        ("items add up: 3 + 4 are the fewest", "", &[(6, 3, ""), (10, 4, "")], 16, 7, true),
        ("one point more can fail", "", &[(6, 3, ""), (10, 4, "")], 16, 8, false),
        ("negative points lower the sum", "", &[(6, -3, ""), (10, 4, "")], 16, 2, false),
        ("and 1 is the fewest", "", &[(6, -3, ""), (10, 4, "")], 16, 1, true),
        ("the lowest item counts", "combine = \"min\"", &[(16, 3, ""), (16, 4, "")], 16, 3, true),
        ("not their sum", "combine = \"min\"", &[(16, 3, ""), (16, 4, "")], 16, 4, false),
        ("the highest item counts", "combine = \"max\"", &[(16, 3, ""), (12, 4, "")], 16, 4, true),
        ("and no more", "combine = \"max\"", &[(16, 3, ""), (12, 4, "")], 16, 5, false),
        ("the sum is capped", "combine = \"capped-sum\"", &[(16, 9, ""), (12, 9, "")], 16, 16, true),
        ("a bonus item adds its fewest", "", &[(16, 3, ""), (5, 2, "bonus = true")], 16, 5, true),
        ("which may be negative", "", &[(16, 3, ""), (5, -2, "bonus = true")], 16, 2, false),
        ("a fact can make it zero", ZERO_WHEN, &[(6, 3, ""), (10, 4, "")], 16, 7, false),
        ("then zero is the fewest", ZERO_WHEN, &[(6, 3, ""), (10, 4, "")], 16, 0, true),
    ];
    for (what, criterion, items, total, at_least, said) in rows {
        let found = found(&file(&threshold(*at_least), criterion, items, *total));
        let expected: Vec<&str> = if *said { vec![TOTAL] } else { Vec::new() };
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn a_floor_counts_for_the_total_and_decides_nothing_itself_when_the_items_stay_above_it() {
    let floor = |points: i64| format!("floor = {{ points = {points}, {ORIGIN} }}");
    let items: &[(i64, i64, &str)] = &[(6, -3, ""), (10, 4, "")];
    assert_eq!(found(&file(&threshold(2), &floor(2), items, 16)), [TOTAL]);
    assert_eq!(found(&file(&threshold(3), &floor(2), items, 16)), [""; 0]);
    assert_eq!(found(&file(&threshold(3), &floor(1), items, 16)), ["criteria/never-fails floor"]);
}

#[test]
fn what_every_criterion_needs_is_judged_by_its_fewest_points() {
    let items: &[(i64, i64, &str)] = &[(6, 3, ""), (10, 4, "")];
    let rows = [
        ("every_criterion_above", "points = 6", true),
        ("every_criterion_above", "points = 7", false),
        ("every_criterion_at_least", "points = 7", true),
        ("every_criterion_at_least", "points = 8", false),
        ("every_criterion_at_least", "share = 0", true),
        ("every_criterion_at_least", "share = 50", false),
    ];
    for (key, figure, said) in rows {
        let found = found(&file(&format!("{key} = {{ {figure}, {ORIGIN} }}"), "", items, 16));
        let expected = if said { vec![format!("criteria/never-fails {key}")] } else { Vec::new() };
        assert_eq!(found, expected, "{key} {figure}");
    }
}

#[test]
fn a_level_that_everybody_or_nobody_has_is_told() {
    let level = |ends: &str| {
        format!(
            "[[recognition.level]]\nid = \"gold\"\nlabel = {{ vi = \"Vàng\", en = \"Gold\" }}\n{ends}\nstatus = \"quoted\"\nevidence = \"x\""
        )
    };
    let items: &[(i64, i64, &str)] = &[(6, 3, ""), (10, 4, "")];
    let told = |ends: &str| found(&file(&level(ends), "", items, 16));
    let here = "[[recognition.level]]";
    assert_eq!(told("from = 7"), [format!("criteria/always-holds {here}")]);
    assert_eq!(told("from = 7.001"), [""; 0]);
    assert_eq!(told("below = 7"), [format!("criteria/band-unreachable {here}")]);
    assert_eq!(told("up_to = 7"), [""; 0]);
    assert_eq!(told("from = 17"), ["criteria/beyond-reach from"]);
}

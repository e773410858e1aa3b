//! The proofs on band lists against brute force: lists of random ends over every kind of values, each value of a fine grid
//! tried one by one with nothing but whole-number comparisons.
//!
//! Thousands of lists go through [`Domain::judge`], hundreds through the public path: TOML text in, diagnostics out, and
//! the band a gap suggests typed into the list.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use cfc::criteria::bands::{Domain, Fault, Range};
use cfc::criteria::load::from_text;
use cfc::criteria::model::Bound;
use cfc::diag::{Problem, Report, Source};
use cfc::quantity::{Decimal, Rounding, RoundingMode};
use proptest::prelude::*;

/// Everything here is counted in thousandths; the ends of bands are hundredths, so between two ends lies a value.
const ONE: i64 = 1000;
/// Bands lie between 0 and 30, or −30 and 30; values are tried a little beyond, where no end can be.
const FAR: i64 = 32 * ONE;

/// One end of a band, in thousandths, and whether the value belongs to it.
type End = Option<(i64, bool)>;
type Band = (End, End);

/// The values an indicator can have.
#[derive(Clone, Copy, Debug)]
enum Values {
    /// A rate whose part can never exceed the whole: 0 to `per`.
    Share(i64),
    /// A rate without an upper limit.
    Rate,
    /// A number of things.
    Count,
    /// A percentage or decimal with so many digits, up to a limit.
    Steps(u8, i64),
    /// A difference, which can be negative.
    Difference,
    /// A share rounded to so many digits before it meets a band.
    Rounded(u8),
}

impl Values {
    fn domain(self) -> Domain {
        let (zero, to) = (Bound::Included(Decimal::whole(0)), |most: i64| Bound::Included(decimal(most)));
        match self {
            Self::Share(per) => Domain::new(zero, to(per), None),
            Self::Rate => Domain::new(zero, Bound::Open, None),
            Self::Count => Domain::new(zero, Bound::Open, Some(0)),
            Self::Steps(digits, most) => Domain::new(zero, to(most), Some(digits)),
            Self::Difference => Domain::new(Bound::Open, Bound::Open, Some(0)),
            Self::Rounded(digits) => {
                Domain::new(zero, to(20 * ONE), None).rounded(Rounding { digits, mode: RoundingMode::HalfUp })
            }
        }
    }

    /// Every value worth trying: on the grid of the values, or every 5 thousandths, which meets every end and what lies
    /// between two.
    fn tried(self) -> impl Iterator<Item = i64> {
        let (least, most, step) = match self {
            Self::Share(per) => (0, per, 5),
            Self::Rate => (0, FAR, 5),
            Self::Count => (0, FAR, ONE),
            Self::Steps(digits, most) => (0, most, ONE / 10_i64.pow(digits.into())),
            Self::Difference => (-FAR, FAR, ONE),
            Self::Rounded(digits) => (0, 20 * ONE, ONE / 10_i64.pow(digits.into())),
        };
        (0..=(most - least) / step).map(move |at| least + at * step)
    }
}

fn decimal(thousandths: i64) -> Decimal {
    Decimal::new(thousandths, 3)
}

fn holds((from, to): Band, value: i64) -> bool {
    let above = from.is_none_or(|(end, included)| value > end || (included && value == end));
    let below = to.is_none_or(|(end, included)| value < end || (included && value == end));
    above && below
}

fn range((from, to): Band) -> Range {
    let bound = |end: End| match end {
        None => Bound::Open,
        Some((at, true)) => Bound::Included(decimal(at)),
        Some((at, false)) => Bound::Excluded(decimal(at)),
    };
    Range::new(bound(from), bound(to))
}

/// What trying every value finds: whether a value is in no band, whether one is in two, which bands have none.
fn brute(values: Values, bands: &[Band]) -> (bool, bool, Vec<usize>) {
    let (mut gap, mut overlap, mut reached) = (false, false, vec![false; bands.len()]);
    for value in values.tried() {
        let inside: Vec<usize> = (0..bands.len()).filter(|at| holds(bands[*at], value)).collect();
        gap |= inside.is_empty();
        overlap |= inside.len() > 1;
        for at in inside {
            reached[at] = true;
        }
    }
    (gap, overlap, (0..bands.len()).filter(|at| !reached[*at]).collect())
}

fn proved(values: Values, bands: &[Band]) -> (bool, bool, Vec<usize>) {
    let ranges: Vec<Range> = bands.iter().map(|band| range(*band)).collect();
    let faults = values.domain().judge(&ranges);
    let gap = faults.iter().any(|fault| matches!(fault, Fault::Gap(..)));
    let overlap = faults.iter().any(|fault| matches!(fault, Fault::Overlap(..)));
    let unreachable = faults.iter().filter_map(|fault| match fault {
        Fault::Unreachable(at) => Some(*at),
        Fault::Gap(..) | Fault::Overlap(..) => None,
    });
    let mut unreachable: Vec<usize> = unreachable.collect();
    unreachable.sort_unstable();
    (gap, overlap, unreachable)
}

fn values() -> impl Strategy<Value = Values> {
    prop_oneof![
        Just(Values::Share(10 * ONE)),
        Just(Values::Share(ONE)),
        Just(Values::Rate),
        Just(Values::Count),
        (0_u8..=2).prop_map(|digits| Values::Steps(digits, 20 * ONE)),
        Just(Values::Difference),
        (0_u8..=1).prop_map(Values::Rounded),
    ]
}

/// Where an end can stand: few different values, so that ends often meet, and hundredths among whole numbers.
fn cut() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => (-3_i64..=12).prop_map(|n| n * ONE),
        1 => (0_i64..=1000).prop_map(|n| n * 10),
        1 => (13_i64..=30).prop_map(|n| n * ONE),
    ]
}

fn end() -> impl Strategy<Value = End> {
    prop_oneof![1 => Just(None), 4 => (cut(), any::<bool>()).prop_map(Some)]
}

/// Bands without any order.
fn wild() -> impl Strategy<Value = Vec<Band>> {
    prop::collection::vec((end(), end()), 1..6)
}

/// A list that covers every value once, from random ends; each end belongs to one of its two bands.
fn partition() -> impl Strategy<Value = Vec<Band>> {
    prop::collection::btree_set(cut(), 1..5).prop_flat_map(|cuts| {
        let cuts: Vec<i64> = cuts.into_iter().collect();
        prop::collection::vec(any::<bool>(), cuts.len()).prop_map(move |upper_holds| {
            let at = |n: usize| (cuts[n], upper_holds[n]);
            let from = |n: usize| n.checked_sub(1).map(at);
            let to = |n: usize| (n < cuts.len()).then(|| (cuts[n], !upper_holds[n]));
            (0..=cuts.len()).map(|n| (from(n), to(n))).collect()
        })
    })
}

/// What a person gets wrong in a list that was right.
#[derive(Clone, Copy, Debug)]
enum Slip {
    None,
    Removed(usize),
    Twice(usize),
    Moved(usize, i64),
    OtherSide(usize),
    Swapped(usize),
    Opened(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = || 0_usize..5;
    prop_oneof![
        Just(Slip::None),
        at().prop_map(Slip::Removed),
        at().prop_map(Slip::Twice),
        (at(), prop_oneof![Just(-ONE), Just(ONE), Just(-10), Just(10)]).prop_map(|(at, by)| Slip::Moved(at, by)),
        at().prop_map(Slip::OtherSide),
        at().prop_map(Slip::Swapped),
        at().prop_map(Slip::Opened),
    ]
}

fn slipped(mut bands: Vec<Band>, slip: Slip) -> Vec<Band> {
    let count = bands.len();
    match slip {
        Slip::Removed(at) if count > 1 => drop(bands.remove(at % count)),
        Slip::None | Slip::Removed(_) => {}
        Slip::Twice(at) => bands.push(bands[at % count]),
        Slip::Moved(at, by) => bands[at % count].0 = bands[at % count].0.map(|(end, included)| (end + by, included)),
        Slip::OtherSide(at) => bands[at % count].1 = bands[at % count].1.map(|(end, included)| (end, !included)),
        Slip::Swapped(at) => {
            let (from, to) = bands[at % count];
            bands[at % count] = (to, from);
        }
        Slip::Opened(at) => bands[at % count].1 = None,
    }
    bands
}

/// Lists that are almost right, lists that are anything, the bands in any order.
fn lists() -> impl Strategy<Value = Vec<Band>> {
    let almost = (partition(), slip()).prop_map(|(bands, slip)| slipped(bands, slip));
    prop_oneof![2 => almost, 1 => wild()].prop_shuffle()
}

// ---- the public path

/// `{ from = 95, below = 97.5, points = 10, … }`.
fn line((from, to): Band) -> String {
    let key = |end: End, keys: [&str; 2]| {
        end.map(|(at, included)| format!("{} = {}", keys[usize::from(included)], decimal(at)))
    };
    let ends = [key(from, ["above", "from"]), key(to, ["below", "up_to"])];
    let ends: String = ends.into_iter().flatten().map(|end| end + ", ").collect();
    format!("  {{ {ends}points = 10, status = \"quoted\", evidence = \"x\" }},\n")
}

/// The fields, the indicator and its range of values, as a criteria file has them.
fn indicator(values: Values) -> (&'static str, String) {
    let rate = |per: i64, round: &str| {
        format!("indicator.rate = {{ of = \"part\", over = \"whole\", per = {per}, when_empty = \"missing\"{round} }}")
    };
    match values {
        Values::Share(per) => ("at_most = \"whole\"", rate(per / ONE, "")),
        Values::Rate => ("", rate(100, "")),
        Values::Count => ("", "indicator.count = \"part\"".to_owned()),
        Values::Difference => {
            ("", "indicator.change = { of = \"part\", since = \"whole\", as = \"difference\" }".to_owned())
        }
        Values::Rounded(digits) => {
            let round =
                format!(", round = {{ digits = {digits}, mode = \"half-up\", status = \"quoted\", evidence = \"x\" }}");
            ("at_most = \"whole\"", rate(20, &round))
        }
        Values::Steps(..) => unreachable!("a percentage ends at 100"),
    }
}

fn file(values: Values, bands: &str) -> String {
    let (limit, indicator) = indicator(values);
    format!(
        r#"[standard]
id = "small"
title = {{ vi = "Thử", en = "Test" }}
citation = "Văn bản thử nghiệm"
in_force = {{ from = 2019-01-03 }}
total_points = {{ value = 10, status = "quoted", evidence = "x" }}
rounding = {{ digits = 2, mode = "half-up" }}

[[field]]
id = "whole"
label = {{ vi = "Tất cả", en = "All" }}
type = "count"

[[field]]
id = "part"
label = {{ vi = "Một phần", en = "Some" }}
type = "count"
{limit}

[recognition]
every_criterion_above = {{ points = 5, status = "quoted", evidence = "x" }}

[[criterion]]
id = "only"
title = {{ vi = "Tiêu chí", en = "Criterion" }}
cites = "Điều 1"
points = {{ value = 10, status = "quoted", evidence = "x" }}

[[criterion.item]]
id = "only.item"
title = {{ vi = "Nội dung", en = "Item" }}
{indicator}
scale.bands = [
{bands}]
"#
    )
}

fn report(text: &str) -> Report {
    from_text(&Source::new("small.toml", text), &|_| Err(Vec::new())).1
}

/// Whether a gap, an overlap and an unreachable band are told, and the lines that close the gaps.
fn told(report: &Report) -> (bool, bool, usize, Vec<String>) {
    let problems = || report.diagnostics.iter().map(|d| &d.problem);
    let lines: Vec<String> = problems()
        .filter_map(|problem| match problem {
            Problem::BandGap { line, .. } => Some(line.replace("points = …", "points = 10")),
            _ => None,
        })
        .collect();
    let overlap = problems().any(|p| matches!(p, Problem::BandOverlap { .. } | Problem::BandTwice { .. }));
    let unreachable = problems().filter(|p| matches!(p, Problem::BandUnreachable { .. })).count();
    (!lines.is_empty(), overlap, unreachable, lines)
}

fn read_from_files() -> impl Strategy<Value = Values> {
    values().prop_filter("a percentage ends at 100", |values| !matches!(values, Values::Steps(..)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5000))]

    #[test]
    fn the_proof_of_a_list_is_what_trying_every_value_finds(values in values(), bands in lists()) {
        prop_assert_eq!(proved(values, &bands), brute(values, &bands));
    }

    #[test]
    fn a_list_from_one_cut_to_the_next_has_no_gap_and_no_overlap(values in values(), bands in partition()) {
        let (gap, overlap, _) = proved(values, &bands);
        prop_assert!(!gap && !overlap);
    }
}

proptest! {
    // About a third of the lists have a gap.
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// A band without any value explains a gap beside it, so where there is one a gap may go untold, but none is made up.
    #[test]
    fn what_a_file_is_told_is_what_trying_every_value_finds(values in read_from_files(), bands in lists()) {
        // A list of several bands, each with an end: one without is told to have none.
        prop_assume!(bands.len() > 1 && bands.iter().all(|band| *band != (None, None)));
        let text = file(values, &bands.iter().map(|band| line(*band)).collect::<String>());
        let (gap, overlap, unreachable, _) = told(&report(&text));
        let (really_gap, really_overlap, really_unreachable) = brute(values, &bands);
        prop_assert_eq!(overlap, really_overlap, "{}", text);
        prop_assert_eq!(unreachable, really_unreachable.len(), "{}", text);
        prop_assert!(gap == really_gap || (really_gap && unreachable > 0), "{}", text);
    }

    #[test]
    fn the_lines_a_file_is_told_close_its_gaps_when_they_are_typed(values in read_from_files(), bands in lists()) {
        let written: String = bands.iter().map(|band| line(*band)).collect();
        let before = told(&report(&file(values, &written)));
        let typed = before.3.join("\n") + "\n";
        let after = told(&report(&file(values, &format!("{written}{typed}"))));
        prop_assert_eq!((after.0, after.1, after.2), (false, before.1, before.2), "{}{}", written, typed);
    }
}

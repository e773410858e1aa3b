//! Random standards and random tables against an independent reference in exact rationals.
//!
//! The reference below knows nothing of the product but the text of the bands it writes itself: it works in
//! arbitrary-precision fractions and compares to the thousandth of a point.

#![allow(clippy::unwrap_used, reason = "a test may stop with a panic")]

#[path = "support/scoring.rs"]
mod support;

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use std::fmt::Write as _;
use support::{Scored, score_text};

/// A random item: a rate per so many, cut at these edges (in ten-thousandths), with points (in thousandths).
#[derive(Clone, Debug)]
struct RandomItem {
    per: u32,
    /// Ascending, distinct.
    edges: Vec<i64>,
    /// Whether each edge belongs to the band above it.
    closed_below: Vec<bool>,
    /// One more than edges.
    points: Vec<i64>,
}

fn item() -> impl Strategy<Value = RandomItem> {
    let per = prop::sample::select(vec![100_u32, 1000, 10_000, 100_000]);
    (per, prop::collection::btree_set(1_i64..1_000_000, 1..6)).prop_flat_map(|(per, edges)| {
        // Edges lie in the possible range: 0 to `per`, with up to four decimals.
        let edges: Vec<i64> = edges.into_iter().map(|edge| edge * i64::from(per) / 100).filter(|e| *e > 0).collect();
        let mut edges: Vec<i64> = edges.into_iter().filter(|edge| *edge < i64::from(per) * 10_000).collect();
        edges.dedup();
        let bands = edges.len() + 1;
        (Just((per, edges)), prop::collection::vec(any::<bool>(), bands), prop::collection::vec(0_i64..=99_999, bands))
            .prop_map(|((per, edges), closed_below, points)| RandomItem { per, edges, closed_below, points })
    })
}

/// `n` of `of`, aimed at an edge now and then: the hard places are on it and one case beside it.
fn counts(items: &[RandomItem]) -> impl Strategy<Value = Vec<(i64, i64)>> + use<> {
    let one = |item: RandomItem| {
        let edges = item.edges.clone();
        (1_i64..2_000_000, any::<prop::sample::Index>(), -1_i64..=1, any::<bool>(), 0_i64..=1_000_000).prop_map(
            move |(of, pick, off, aimed, share)| {
                let n = match (aimed, edges.is_empty()) {
                    (true, false) => {
                        let edge = i128::from(edges[pick.index(edges.len())]);
                        let n = edge * i128::from(of) / (10_000 * i128::from(item.per));
                        i64::try_from(n).unwrap() + off
                    }
                    _ => of * share / 1_000_000,
                };
                (n.clamp(0, of), of)
            },
        )
    };
    items.iter().cloned().map(one).collect::<Vec<_>>()
}

fn ten_thousandths(edge: i64) -> String {
    format!("{}.{:04}", edge / 10_000, edge % 10_000)
}

fn thousandths(points: i64) -> String {
    format!("{}.{:03}", points / 1000, points % 1000)
}

const ORIGIN: &str = r#"status = "provisional", evidence = "random""#;

/// The standard as a criteria file: one criterion per item.
fn toml(items: &[RandomItem], threshold: i64) -> String {
    let most: Vec<i64> = items.iter().map(|item| *item.points.iter().max().unwrap()).collect();
    let mut text = format!(
        "[standard]\nid = \"random\"\ntitle = {{ vi = \"Ngẫu nhiên\", en = \"Random\" }}\ncitation = \"none\"\n\
         in_force = {{ from = 2019-01-03 }}\ntotal_points = {{ value = {}, {ORIGIN} }}\n\
         rounding = {{ digits = 2, mode = \"half-up\" }}\n\n\
         [recognition]\nthreshold.total = {{ at_least = {}, {ORIGIN} }}\nevery_criterion_above = {{ points = 0, {ORIGIN} }}\n\n",
        thousandths(most.iter().sum()),
        thousandths(threshold),
    );
    for (ix, (item, most)) in items.iter().zip(&most).enumerate() {
        for (id, more) in [(format!("n{ix}"), format!("at_most = \"of{ix}\"\n")), (format!("of{ix}"), String::new())] {
            write!(text, "[[field]]\nid = \"{id}\"\nlabel = {{ vi = \"Số {id}\", en = \"Count {id}\" }}\ntype = \"count\"\n{more}\n").unwrap();
        }
        write!(
            text,
            "[[criterion]]\nid = \"c{ix}\"\ntitle = {{ vi = \"TC {ix}\", en = \"C {ix}\" }}\ncites = \"Điều {ix}\"\n\
             points = {{ value = {}, {ORIGIN} }}\n\n[[criterion.item]]\nid = \"c{ix}.rate\"\n\
             title = {{ vi = \"ND {ix}\", en = \"I {ix}\" }}\n\
             indicator.rate = {{ of = \"n{ix}\", over = \"of{ix}\", per = {}, when_empty = \"missing\" }}\nscale.bands = [\n",
            thousandths(*most),
            item.per,
        )
        .unwrap();
        for (band, points) in item.points.iter().enumerate() {
            let below = band.checked_sub(1).map(|edge| {
                let key = if item.closed_below[edge] { "from" } else { "above" };
                format!("{key} = {}, ", ten_thousandths(item.edges[edge]))
            });
            let above = item.edges.get(band).map(|edge| {
                let key = if item.closed_below[band] { "below" } else { "up_to" };
                format!("{key} = {}, ", ten_thousandths(*edge))
            });
            let (below, above) = (below.unwrap_or_default(), above.unwrap_or_default());
            writeln!(text, "  {{ {below}{above}points = {}, {ORIGIN} }},", thousandths(*points)).unwrap();
        }
        text.push_str("]\n\n");
    }
    text
}

/// The reference: the exact fraction, the first edge above it, the points of that band.
fn reference(item: &RandomItem, n: i64, of: i64) -> i64 {
    let value = BigRational::new(BigInt::from(n) * BigInt::from(item.per), BigInt::from(of));
    let passed = |(edge, closed): (&i64, &bool)| {
        let edge = BigRational::new(BigInt::from(*edge), BigInt::from(10_000));
        if *closed { value >= edge } else { value > edge }
    };
    let band = item.edges.iter().zip(&item.closed_below).take_while(|pair| passed(*pair)).count();
    item.points[band]
}

fn csv(rows: &[Vec<(i64, i64)>]) -> String {
    let width = rows[0].len();
    let mut text = "code,name".to_owned();
    for ix in 0..width {
        write!(text, ",n{ix},of{ix}").unwrap();
    }
    for (row, counts) in rows.iter().enumerate() {
        write!(text, "\n{row:05},Xã {row}").unwrap();
        for (n, of) in counts {
            write!(text, ",{n},{of}").unwrap();
        }
    }
    text + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn points_totals_and_verdicts_agree_with_exact_rationals_to_the_thousandth(
        (items, rows, share) in prop::collection::vec(item(), 1..5).prop_flat_map(|items| {
            let rows = prop::collection::vec(counts(&items), 1..40);
            (Just(items), rows, 0_i64..=100)
        })
    ) {
        let most: i64 = items.iter().map(|item| *item.points.iter().max().unwrap()).sum();
        let threshold = most * share / 100;
        let scored: Vec<Scored> = score_text(&toml(&items, threshold), &csv(&rows));
        prop_assert_eq!(scored.len(), rows.len());
        for (row, found) in rows.iter().zip(&scored) {
            let expected: Vec<i64> = items.iter().zip(row).map(|(item, (n, of))| reference(item, *n, *of)).collect();
            let total: i64 = expected.iter().sum();
            let recognised = total >= threshold && expected.iter().all(|points| *points > 0);
            prop_assert_eq!(&found.criteria, &expected);
            prop_assert_eq!(found.total, Some(total));
            prop_assert_eq!(found.recognised, recognised);
        }
    }
}

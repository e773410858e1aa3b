//! Which band became which.

use crate::{OLD, mirrored, standard, substance};
use cfc::criteria::model::{Bound, ItemRule, Scale, Standard};
use cfc::lang::Text;
use cfc::quantity::{Decimal, Points};
use proptest::prelude::*;

/// Steps of the fictional item, lowest first: `(from, points)`, the first without a lower end.
fn with_bands(bands: &[(i64, i64)]) -> Standard {
    let mut standard = standard(OLD);
    let ItemRule::Scaled { scale, .. } = &mut standard.criteria[0].items[0].rule else { panic!() };
    let Scale::Steps(steps) = &*scale else { panic!() };
    let like = steps[0].clone();
    let step = |(at, (from, points)): (usize, &(i64, i64))| {
        let mut step = like.clone();
        step.from = if at == 0 { Bound::Open } else { Bound::Included(Decimal::whole(*from)) };
        step.to = bands.get(at + 1).map_or(Bound::Open, |(to, _)| Bound::Excluded(Decimal::whole(*to)));
        step.points.value = Points::whole(*points);
        step
    };
    *scale = Scale::Steps(bands.iter().enumerate().map(step).collect());
    standard
}

/// Its name, the new list as `(from, points)`, and what is told.
type Row = (&'static str, &'static [(i64, i64)], &'static [&'static str]);

#[test]
fn bands_are_matched_as_a_reader_would() {
    let old = [(0, 0), (90, 20), (95, 35), (98, 50)];
    let rows: [Row; 5] = [
        ("other points", &[(0, 0), (90, 20), (95, 30), (98, 50)], &["changed 35 -> 30"]),
        ("another edge", &[(0, 0), (90, 20), (96, 35), (98, 50)], &["changed ≥ 95 -> ≥ 96"]),
        (
            "a band between two",
            &[(0, 0), (90, 20), (95, 35), (97, 40), (98, 50)],
            &["changed 95 ≤ … < 98 -> 95 ≤ … < 97", "added - -> 40 points"],
        ),
        ("a band less", &[(0, 0), (95, 35), (98, 50)], &["changed < 90 -> < 95", "removed 20 points -> -"]),
        ("edge and points", &[(0, 0), (90, 25), (96, 35), (98, 50)], &["changed 20 -> 25", "changed ≥ 95 -> ≥ 96"]),
    ];
    for (name, new, want) in rows {
        let end = |text: &Option<Text>| text.as_ref().map_or("-".to_owned(), |text| text.en.clone());
        let told: Vec<String> = substance(&with_bands(&old), &with_bands(new))
            .iter()
            .map(|c| format!("{} {} -> {}", c.kind.id(), end(&c.before), end(&c.after)))
            .collect();
        assert_eq!(told, want, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_two_lists_of_bands_mirror_each_other(
        old in prop::collection::btree_map(1_i64..12, 0_i64..6, 0..6),
        new in prop::collection::btree_map(1_i64..12, 0_i64..6, 0..6),
    ) {
        let bands = |map: &std::collections::BTreeMap<i64, i64>| {
            let edges = map.iter().map(|(edge, points)| (*edge, *points));
            with_bands(&std::iter::once((0, 0)).chain(edges).collect::<Vec<_>>())
        };
        let (old, new) = (bands(&old), bands(&new));
        let sorted = |mut list: Vec<String>| { list.sort(); list };
        let there = substance(&old, &new).iter().map(|c| format!("{:?} {:?} {:?}", c.kind, c.before, c.after)).collect();
        let back = substance(&new, &old).iter().map(|c| {
            let (kind, _, before, after, _) = mirrored(c);
            format!("{kind:?} {before:?} {after:?}")
        }).collect();
        prop_assert_eq!(sorted(there), sorted(back));
    }
}

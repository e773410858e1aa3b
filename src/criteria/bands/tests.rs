//! The algebra of bands, by example and against brute force.

use super::*;
use proptest::prelude::*;

fn whole(n: i64) -> Decimal {
    Decimal::whole(n)
}

fn counts() -> Domain {
    Domain::new(Bound::Included(whole(0)), Bound::Open, Some(0))
}

fn percent() -> Domain {
    Domain::new(Bound::Included(whole(0)), Bound::Included(whole(100)), None)
}

fn one_gap(domain: Domain, bands: &[Range]) -> (Range, Option<usize>, Option<usize>) {
    match domain.judge(bands).as_slice() {
        [Fault::Gap(gap, below, above)] => (*gap, *below, *above),
        faults => panic!("one gap, not {faults:?}"),
    }
}

#[test]
fn up_to_one_and_from_two_leave_no_gap_for_a_count() {
    let bands =
        [Range::new(Bound::Open, Bound::Included(whole(1))), Range::new(Bound::Included(whole(2)), Bound::Open)];
    assert_eq!(counts().judge(&bands), []);
    let faults = percent().judge(&bands);
    assert!(matches!(faults.as_slice(), [Fault::Gap(_, Some(0), Some(1))]), "{faults:?}");
}

#[test]
fn an_edge_that_both_or_neither_of_two_bands_hold_is_found() {
    let edge = whole(95);
    let both = [Range::new(Bound::Open, Bound::Included(edge)), Range::new(Bound::Included(edge), Bound::Open)];
    let neither = [Range::new(Bound::Open, Bound::Excluded(edge)), Range::new(Bound::Excluded(edge), Bound::Open)];
    assert!(matches!(percent().judge(&both).as_slice(), [Fault::Overlap(_, 0, 1)]));
    let (gap, ..) = one_gap(percent(), &neither);
    assert_eq!(percent().band(gap, false), "from = 95, up_to = 95");
}

#[test]
fn a_gap_is_closed_by_the_band_it_names() {
    let bands = [
        Range::new(Bound::Included(Decimal::new(975, 1)), Bound::Open),
        Range::new(Bound::Open, Bound::Excluded(whole(95))),
    ];
    let (gap, below, above) = one_gap(percent(), &bands);
    assert_eq!((percent().band(gap, false).as_str(), below, above), ("from = 95, below = 97.5", Some(1), Some(0)));
    let bands =
        [Range::new(Bound::Open, Bound::Included(whole(1))), Range::new(Bound::Included(whole(4)), Bound::Open)];
    let (gap, ..) = one_gap(counts(), &bands);
    assert_eq!(counts().band(gap, true), "from = 2, up_to = 3");
    assert_eq!(counts().band(gap, false), "from = 2, below = 4");
    assert_eq!(counts().ends(gap), ("2".to_owned(), "3".to_owned()));
}

#[test]
fn rounding_turns_every_fraction_into_a_step() {
    let rounding = Rounding { digits: 1, mode: RoundingMode::HalfUp };
    let domain = percent().rounded(rounding);
    assert_eq!((domain.digits, domain.text().as_str()), (Some(1), "0 ≤ … ≤ 100"));
    let bands = [
        Range::new(Bound::Open, Bound::Included(Decimal::new(949, 1))),
        Range::new(Bound::Included(whole(95)), Bound::Open),
    ];
    assert_eq!(domain.judge(&bands), []);
    let least = Domain::new(Bound::Included(Decimal::new(25, 2)), Bound::Open, Some(2)).rounded(rounding);
    assert_eq!(least.text(), "0.3 ≤ …");
}

/// Samples at every half from -10 to 10 meet every range whose edges are whole numbers from -8 to 8.
fn samples(domain: Domain) -> Vec<i128> {
    let half = pow10(Decimal::MOST_DIGITS) / 2;
    let of_grid = |v: &i128| domain.digits.is_none() || v % pow10(Decimal::MOST_DIGITS) == 0;
    (-20..=20).map(|n| n * half).filter(of_grid).filter(|v| holds(domain.range, *v)).collect()
}

fn holds(range: Range, value: i128) -> bool {
    range.low <= Cut::before(value) && Cut::before(value) < range.high
}

/// What the two bounds mean, without cuts.
fn within(from: Bound, to: Bound, value: i128) -> bool {
    let above = match from {
        Bound::Open => true,
        Bound::Included(v) => value >= billionths(v),
        Bound::Excluded(v) => value > billionths(v),
    };
    let below = match to {
        Bound::Open => true,
        Bound::Included(v) => value <= billionths(v),
        Bound::Excluded(v) => value < billionths(v),
    };
    above && below
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![
        Just(Bound::Open),
        (-8_i64..=8).prop_map(|n| Bound::Included(whole(n))),
        (-8_i64..=8).prop_map(|n| Bound::Excluded(whole(n))),
    ]
}

fn domain() -> impl Strategy<Value = Domain> {
    let digits = prop_oneof![Just(None), Just(Some(0))];
    (bound(), bound(), digits).prop_map(|(from, to, digits)| Domain::new(from, to, digits))
}

proptest! {
    #[test]
    fn the_faults_are_those_that_trying_every_value_finds(
        domain in domain(),
        bands in prop::collection::vec((bound(), bound()), 1..5),
    ) {
        let ranges: Vec<Range> = bands.iter().map(|(from, to)| Range::new(*from, *to)).collect();
        let faults = domain.judge(&ranges);
        let inside = |v: i128| bands.iter().filter(|(from, to)| within(*from, *to, v)).count();
        for value in samples(domain) {
            let in_gap = faults.iter().any(|f| matches!(f, Fault::Gap(gap, ..) if holds(*gap, value)));
            let in_overlap = faults.iter().any(|f| matches!(f, Fault::Overlap(over, ..) if holds(*over, value)));
            prop_assert_eq!(in_gap, inside(value) == 0, "gap at {}", value);
            prop_assert_eq!(in_overlap, inside(value) > 1, "overlap at {}", value);
        }
        for (at, (from, to)) in bands.iter().enumerate() {
            let reached = samples(domain).iter().any(|v| within(*from, *to, *v));
            prop_assert_eq!(faults.contains(&Fault::Unreachable(at)), !reached, "band {} reached", at);
        }
    }

    #[test]
    fn the_band_a_gap_names_closes_it(
        domain in domain(),
        bands in prop::collection::vec((bound(), bound()), 1..5),
    ) {
        let mut ranges: Vec<Range> = bands.iter().map(|(from, to)| Range::new(*from, *to)).collect();
        for fault in domain.judge(&ranges) {
            if let Fault::Gap(gap, ..) = fault {
                ranges.push(gap);
            }
        }
        prop_assert!(!domain.judge(&ranges).iter().any(|f| matches!(f, Fault::Gap(..))));
    }
}

//! Two small standards made to be hard: a script, facts that set a criterion to zero, a veto, figures that limit each
//! other; in the second the rest is rescaled where an item is left out, so that the total is no sum.

use crate::attack::{assert_random_safe, assert_safe};
use crate::scoring::said;
use crate::tables::{Commune, public_each};
use cfc::criteria::load;
use cfc::diag::Source;
use cfc::result::{Outcome, Verdict};
use cfc::rules::{RuleSets, compile_versions};

const STANDARD: &str = include_str!("hidden.toml");

/// Fewer than last year, as many or more; with many beds a single case does not matter.
const TREND: &str = "\
fn points(hurt, hurt_before, beds) {
    if hurt < hurt_before {
        because(30, \"giảm\", \"fewer\")
    } else if beds > 20 && hurt < 2 {
        because(20, \"đủ giường\", \"beds enough\")
    } else if hurt == hurt_before {
        because(10, \"không đổi\", \"as many\")
    } else {
        because(0, \"tăng\", \"more\")
    }
}
";

fn rules_of(text: &str) -> RuleSets {
    let script = |name: &str| Ok(Source::new(&format!("{name}.rhai"), TREND));
    let (versions, mut report) = load::versions_from_text(&Source::new("hidden.toml", text), &script);
    let rules = versions.and_then(|versions| compile_versions(versions, &mut report));
    assert!(!report.has_errors(), "{}", said(&report));
    rules.unwrap()
}

fn rules() -> RuleSets {
    rules_of(STANDARD)
}

/// An item is left out where it is empty, and the rest of its criterion rescaled.
fn rescaled() -> RuleSets {
    let planned = "over = \"cases\", per = 100, when_empty = { give = \"full-points\"";
    assert!(STANDARD.contains(planned));
    rules_of(&STANDARD.replace(planned, "over = \"cases\", per = 100, when_empty = { give = \"leave-out\""))
}

#[test]
fn no_hidden_count_under_a_script_facts_and_limits_can_be_found_out() {
    assert_random_safe(&rules(), 11, 120);
}

#[test]
fn no_hidden_count_can_be_found_out_where_the_total_is_no_sum() {
    assert_random_safe(&rescaled(), 12, 80);
}

/// Figures: children, hurt, lost, helped, hurt last year, cases, planned, beds.
fn commune(figures: [i64; 8]) -> Commune {
    Commune { class: Some(0), figures: figures.map(Some).to_vec() }
}

#[test]
fn a_figure_as_small_as_the_count_it_limits_is_hidden_with_it() {
    let rules = rules();
    // Three helped would say that three or four were hurt, with the points of either.
    let commune = commune([40_000, 4, 0, 3, 9, 0, 0, 100]);
    assert!(assert_safe(&rules, &commune));
    let sheet = &public_each(&rules, &[commune])[0];
    assert!(sheet.communes[0].items[1].measured.is_none());
}

#[test]
fn a_commune_as_small_as_a_hidden_count_does_not_tell_it_by_its_number_of_children() {
    let rules = rules();
    for children in 1..=4 {
        let hurt = children.min(2);
        let commune = commune([children, hurt, 0, 0, 0, 0, 0, 0]);
        assert!(assert_safe(&rules, &commune));
        let sheet = &public_each(&rules, &[commune])[0];
        assert!(sheet.communes[0].items.iter().all(|item| {
            // Beds per child would tell the children, and they limit those hurt.
            item.measured.is_none()
                || item.measured.as_ref().is_some_and(|m| m.counts.is_some_and(|(_, over)| over.numerator() == 0))
        }));
    }
}

#[test]
fn a_verdict_that_only_a_hidden_count_decides_is_not_published() {
    let rules = rules();
    // The veto holds from three cases of last year on, and nothing else fails.
    let sheet = &public_each(&rules, &[commune([40_000, 0, 0, 0, 2, 0, 0, 100])])[0];
    assert_eq!(sheet.communes[0].verdict, Verdict::NotPublished);
    assert_eq!(sheet.communes[0].items[2].outcome, Outcome::Scored(cfc::quantity::Points::whole(30)));
    assert!(!sheet.communes[0].not_published.total);
}

#[test]
fn points_that_only_compare_hidden_counts_are_published_where_each_outcome_leaves_three_values() {
    let rules = rules_of(
        &STANDARD
            .replace("from = 60, below = 100, points = 10", "from = 1, below = 100, points = 10")
            .replace("below = 60, ", "below = 1, "),
    );
    let all = commune([40_000, 0, 0, 0, 0, 4, 4, 100]);
    let some = commune([40_000, 0, 0, 0, 0, 4, 1, 100]);
    for (commune, points) in [(all, 20), (some, 10)] {
        assert!(assert_safe(&rules, &commune));
        let sheet = &public_each(&rules, &[commune])[0];
        assert_eq!(sheet.communes[0].items[3].outcome, Outcome::Scored(cfc::quantity::Points::whole(points)));
    }
    // With an edge at 60 % one outcome would leave two values.
    let sheet = &public_each(&self::rules(), &[commune([40_000, 0, 0, 0, 0, 4, 1, 100])])[0];
    assert_eq!(sheet.communes[0].items[3].outcome, Outcome::Hidden);
}

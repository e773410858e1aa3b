//! The attack: every set of counts, each published as the program publishes, compared byte by byte.

use crate::outputs;
use crate::scoring::{decision_06, table_of};
use crate::tables::{Commune, Numbers, communes_of, csv, public, public_each, random};
use cfc::criteria::load;
use cfc::criteria::model::Standard;
use cfc::rules::{RuleSets, compile_versions};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The built-in standard with its versions.
pub(crate) fn decision() -> RuleSets {
    versions_of("qd-06-2019")
}

/// A standard by name with its versions.
pub(crate) fn versions_of(which: &str) -> RuleSets {
    let (versions, mut report) = load::versions_by_name(which);
    let rules = versions.and_then(|versions| compile_versions(versions, &mut report));
    assert!(!report.has_errors(), "{}", crate::scoring::said(&report));
    rules.unwrap()
}

/// The least and the highest count that is hidden.
const HIDDEN: std::ops::RangeInclusive<i64> = 1..=4;
/// More sets are not tried for one commune in a test.
const MOST: usize = 256;
/// In the sample no commune needs more.
const MOST_OF_SAMPLE: usize = 1024;

/// What the attack found about one commune.
pub(crate) struct Found {
    /// The fields whose counts are hidden.
    pub(crate) hidden: Vec<usize>,
    /// Every commune that has the same public outputs.
    pub(crate) possible: Vec<Commune>,
}

/// The fields whose counts must not be found out.
pub(crate) fn hidden(standard: &Standard, commune: &Commune) -> Vec<usize> {
    let fields = standard.fields.iter().zip(&commune.figures).enumerate();
    let small = fields.filter(|(_, (field, n))| field.sensitive && n.is_some_and(|n| HIDDEN.contains(&n)));
    small.map(|(at, _)| at).collect()
}

/// Figures as small that limit these from above (`true`) or from below, by others in between too: they are tried as well.
/// All other figures are known to the attacker.
fn limits(standard: &Standard, commune: &Commune, hidden: &[usize], above: bool) -> Vec<usize> {
    let mut all = hidden.to_vec();
    let mut at = 0;
    while at < all.len() {
        let limits = |below: usize, above: usize| standard.fields[below].at_most.iter().any(|limit| limit.0 == above);
        for other in 0..standard.fields.len() {
            let is_limit = if above { limits(all[at], other) } else { limits(other, all[at]) };
            let is_small = commune.figures[other].is_some_and(|n| HIDDEN.contains(&n));
            if is_limit && is_small && !all.contains(&other) {
                all.push(other);
            }
        }
        at += 1;
    }
    all.split_off(hidden.len())
}

fn is_allowed(standard: &Standard, figures: &[Option<i64>]) -> bool {
    standard.fields.iter().zip(figures).all(|(field, figure)| {
        let limits = field.at_most.iter().filter_map(|limit| figures[limit.0]);
        figure.is_none_or(|figure| limits.min().is_none_or(|limit| figure <= limit))
    })
}

/// Every commune that differs from this one in hidden counts, and in what limits them, only.
fn others(standard: &Standard, commune: &Commune, tried: &[usize]) -> Vec<Commune> {
    let mut all = vec![commune.clone()];
    for at in tried {
        let with = |commune: &Commune, count| {
            let mut other = commune.clone();
            other.figures[*at] = Some(count);
            other
        };
        all = all.iter().flat_map(|commune| HIDDEN.map(|count| with(commune, count)).collect::<Vec<_>>()).collect();
    }
    all.retain(|commune| is_allowed(standard, &commune.figures));
    all
}

/// Where there are too many sets to try at once: those of figures that limit each other, one group after the other, while
/// all others are as they are.
fn one_by_one(standard: &Standard, commune: &Commune, hidden: &[usize], tried: &[usize]) -> Vec<Commune> {
    let limits = |a: usize, b: usize| {
        standard.fields[a].at_most.iter().any(|l| l.0 == b) || standard.fields[b].at_most.iter().any(|l| l.0 == a)
    };
    let (mut left, mut all) = (tried.to_vec(), Vec::new());
    while let Some(first) = left.pop() {
        let mut group = vec![first];
        while let Some(at) = left.iter().position(|at| group.iter().any(|other| limits(*at, *other))) {
            group.push(left.swap_remove(at));
        }
        let of_group: Vec<usize> = hidden.iter().copied().filter(|at| group.contains(at)).collect();
        let few = 4_usize.pow(u32::try_from(group.len()).unwrap()) <= MOST;
        all.extend(if few { others(standard, commune, &group) } else { level(standard, commune, &of_group) });
    }
    all
}

/// Where even those are too many: all counts the same, what limits them as wide as it can be.
fn level(standard: &Standard, commune: &Commune, hidden: &[usize]) -> Vec<Commune> {
    let with = |count| {
        let mut other = commune.clone();
        for (fields, count) in [
            (limits(standard, commune, hidden, true), *HIDDEN.end()),
            (limits(standard, commune, hidden, false), *HIDDEN.start()),
            (hidden.to_vec(), count),
        ] {
            for at in fields {
                other.figures[at] = Some(count);
            }
        }
        other
    };
    HIDDEN.map(with).chain([commune.clone()]).collect()
}

/// Attacks one commune; `None` when there is nothing to find.
fn attack(rules: &RuleSets, commune: &Commune, most: usize) -> Option<Found> {
    let standard = rules.latest().standard();
    let hidden = hidden(standard, commune);
    if hidden.is_empty() {
        return None;
    }
    let mut tried = hidden.clone();
    for above in [true, false] {
        tried.extend(limits(standard, commune, &hidden, above));
    }
    tried.sort_unstable();
    tried.dedup();
    let many = 4_usize.pow(u32::try_from(tried.len()).unwrap()) > most;
    let others = if many { one_by_one(standard, commune, &hidden, &tried) } else { others(standard, commune, &tried) };
    let published = &public_each(rules, std::slice::from_ref(commune))[0];
    let sheets = public_each(rules, &others);
    // Documents are made of the sheet and nothing else, so it is the strictest to compare. They are compared byte by byte
    // where whole tables are.
    let truth = outputs::everything(published);
    let same = others.into_iter().zip(&sheets).filter(|(_, sheet)| outputs::everything(sheet) == truth);
    let possible = same.map(|(commune, _)| commune).collect();
    Some(Found { hidden, possible })
}

/// Fails when a hidden count of a commune can have fewer than three values.
pub(crate) fn assert_safe(rules: &RuleSets, commune: &Commune) -> bool {
    attack(rules, commune, MOST).inspect(|found| assert_three(rules, commune, found)).is_some()
}

fn assert_three(rules: &RuleSets, commune: &Commune, found: &Found) {
    assert!(found.possible.contains(commune), "the attack does not find the truth: {commune:?}");
    for at in &found.hidden {
        let at = *at;
        let values: BTreeSet<i64> = found.possible.iter().filter_map(|commune| commune.figures[at]).collect();
        let standard = rules.latest().standard();
        let id = &standard.fields[at].id;
        assert!(values.len() >= 3, "{id} can only be {values:?} in\n{}", csv(standard, std::slice::from_ref(commune)));
    }
}

/// Attacks random communes until so many had something to find.
pub(crate) fn assert_random_safe(rules: &RuleSets, seed: u64, wanted: usize) {
    let mut numbers = Numbers(seed);
    let mut attacked = 0;
    for _ in 0..wanted * 20 {
        attacked += usize::from(assert_safe(rules, &random(rules.latest().standard(), &mut numbers)));
        if attacked == wanted {
            return;
        }
    }
    panic!("only {attacked} of {wanted} communes had something to find");
}

fn sample() -> Vec<Commune> {
    let rules = decision_06();
    let text = std::fs::read("data/sample/communes.csv").unwrap();
    communes_of(&rules, &table_of(&rules, "communes.csv", &text))
}

/// The sample, each commune with what the attack finds; counts are tried all at once.
fn attacked_sample() -> &'static [(Commune, Option<Found>)] {
    static FOUND: OnceLock<Vec<(Commune, Option<Found>)>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let rules = decision();
        let attacked = |commune: Commune| {
            let found = attack(&rules, &commune, MOST_OF_SAMPLE);
            (commune, found)
        };
        sample().into_iter().map(attacked).collect()
    })
}

#[test]
fn no_hidden_count_of_the_sample_can_be_found_out() {
    let rules = decision();
    let found: Vec<_> =
        attacked_sample().iter().filter_map(|(commune, found)| Some((commune, found.as_ref()?))).collect();
    for (commune, found) in &found {
        assert_three(&rules, commune, found);
    }
    assert!(found.len() >= 80, "{}", found.len());
}

#[test]
fn no_hidden_count_of_random_communes_can_be_found_out() {
    assert_random_safe(&decision(), 20_240_101, 50);
}

#[test]
fn a_table_has_the_same_public_edition_with_three_other_values_of_every_hidden_count() {
    let rules = decision();
    let (communes, found): (Vec<_>, Vec<_>) = attacked_sample().iter().map(|(c, f)| (c.clone(), f.as_ref())).unzip();
    let table = |which: usize| -> Vec<Commune> {
        let of = |(commune, found): (&Commune, Option<&Found>)| {
            found.map_or_else(|| commune.clone(), |found| three(found)[which].clone())
        };
        communes.iter().zip(found.iter().copied()).map(of).collect()
    };
    let documents = |communes: &[Commune]| {
        let text = csv(rules.latest().standard(), communes);
        outputs::all(&public(&rules, &table_of(rules.latest(), "table.csv", text.as_bytes())))
    };
    let truth = documents(&communes);
    for which in 0..3 {
        for ((name, bytes), (_, other)) in truth.iter().zip(&documents(&table(which))) {
            assert!(bytes == other, "{name} of table {which} differs");
        }
    }
}

/// Three possibilities that differ in every hidden count.
fn three(found: &Found) -> [&Commune; 3] {
    let differ = |a: &Commune, b: &Commune| found.hidden.iter().all(|at| a.figures[*at] != b.figures[*at]);
    for (at, first) in found.possible.iter().enumerate() {
        for (then, second) in found.possible.iter().enumerate().skip(at).filter(|(_, other)| differ(first, other)) {
            let third = found.possible.iter().skip(then).find(|other| differ(first, other) && differ(second, other));
            if let Some(third) = third {
                return [first, second, third];
            }
        }
    }
    panic!("no three possibilities: {:?}", found.possible);
}

#[test]
fn the_attack_finds_a_count_where_nothing_is_hidden() {
    let rules = decision();
    let standard = rules.latest().standard();
    let cases = standard.fields.iter().position(|field| field.id == "serious_cases").unwrap();
    let commune = sample().into_iter().find(|commune| hidden(standard, commune).contains(&cases)).unwrap();
    let of = |commune: &Commune| {
        let text = csv(standard, std::slice::from_ref(commune));
        outputs::everything(&crate::tables::internal(&rules, &table_of(rules.latest(), "table.csv", text.as_bytes())))
    };
    let truth = of(&commune);
    let all = others(standard, &commune, &[cases]);
    assert_eq!(all.iter().filter(|other| of(other) == truth).count(), 1);
}

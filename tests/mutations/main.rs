//! Mutation test of the shipped standard: a figure that is changed by the smallest step does not go unnoticed.
//!
//! Every number of the law in `criteria/qd-06-2019.toml` is changed, alone and together with the figures that must
//! agree with it (the other band of an edge, the sums of points), and every comparison and rule at 0/0 is swapped.
//! A mutant is killed by a case that fails, or by a proof that the file contradicts itself. A mutant that lives must
//! be equivalent: no commune whatever can tell it from the original, and `equivalent.rs` says why.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod equivalent;
mod figures;
mod mutants;

use cfc::criteria::builtin::{self, Builtin};
use cfc::criteria::load::from_builtin;
use cfc::diag::Level;
use cfc::rules;
use figures::{Figure, File, Kind};
use mutants::{Edit, GROUPS, Mutant};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// A case fails.
    Case,
    /// Loading finds that the file contradicts itself.
    Proof,
    /// Nothing notices, and nothing could.
    Equivalent,
    /// Nothing notices.
    Survived,
}

fn standard() -> &'static Builtin {
    builtin::find("qd-06-2019").unwrap()
}

/// Codes of the errors of a text in the place of the shipped one.
fn errors(text: String) -> Vec<&'static str> {
    // A built-in standard is known by texts that live as long as the program.
    let toml: &'static str = Box::leak(text.into_boxed_str());
    let (standard, mut report) = from_builtin(&Builtin { toml, ..*standard() });
    if let Some(standard) = standard {
        drop(rules::compile(standard, &mut report));
    }
    report.diagnostics.iter().filter(|d| d.level() == Level::Error).map(cfc::diag::Diagnostic::code).collect()
}

fn fate(file: &File, mutant: &Mutant) -> Fate {
    let errors = errors(mutant.applied(file.text));
    match (errors.contains(&"case/fails"), errors.is_empty()) {
        (true, _) => Fate::Case,
        (false, false) => Fate::Proof,
        (false, true) if equivalent::is_equivalent(file, mutant) => Fate::Equivalent,
        (false, true) => Fate::Survived,
    }
}

fn count(judged: &[(&Mutant, Fate)], fate: Fate) -> usize {
    judged.iter().filter(|(_, found)| *found == fate).count()
}

/// One line of the table of shares.
fn row(group: &str, judged: &[(&Mutant, Fate)]) -> String {
    let figures: BTreeSet<usize> = judged.iter().map(|(mutant, _)| mutant.figure).collect();
    let [case, proof, equal, alive] =
        [Fate::Case, Fate::Proof, Fate::Equivalent, Fate::Survived].map(|fate| count(judged, fate));
    format!("{group:<34} {:>8} {:>8} {case:>8} {proof:>8} {equal:>11} {alive:>9}", figures.len(), judged.len())
}

#[test]
fn no_figure_of_the_law_can_change_by_the_smallest_step_unnoticed() {
    let file = File::read(standard().toml);
    let mutants = mutants::all(&file);
    // An edge is a figure of two bands; moved in both, it is one and the same file.
    let same: BTreeMap<&[Edit], &Mutant> = mutants.iter().map(|mutant| (mutant.edits.as_slice(), mutant)).collect();
    let fates: BTreeMap<&[Edit], Fate> =
        same.into_par_iter().map(|(edits, mutant)| (edits, fate(&file, mutant))).collect();
    let judged: Vec<(&Mutant, Fate)> = mutants.iter().map(|mutant| (mutant, fates[mutant.edits.as_slice()])).collect();
    println!("{:<34}  figures  mutants  by case by proof  equivalent  survived", "what is changed");
    for group in GROUPS {
        let of_group: Vec<_> = judged.iter().filter(|(mutant, _)| mutant.group == *group).copied().collect();
        println!("{}", row(group, &of_group));
    }
    println!("{}", row("all", &judged));
    let survivors: Vec<String> = judged
        .iter()
        .filter(|(_, fate)| *fate == Fate::Survived)
        .map(|(mutant, _)| format!("line {}: {}: {}", mutant.line, mutant.group, mutant.what))
        .collect();
    let unseen = unseen_by_cases(&file, &judged);
    println!("{} of {} figures are noticed by a case", file.figures.len() - unseen.len(), file.figures.len());
    assert!(survivors.is_empty(), "\n{} mutants survive:\n{}", survivors.len(), survivors.join("\n"));
    // A band of one whole number cannot grow or shrink without emptying another: a proof stops it before any case.
    let unexplained: Vec<String> = unseen
        .into_iter()
        .filter(|figure| figure.kind != Kind::Edge || !equivalent::is_count(&file, figure))
        .map(|figure| format!("line {}: {}", figure.line, figure.path.join(".")))
        .collect();
    assert!(unexplained.is_empty(), "\nno case notices:\n{}", unexplained.join("\n"));
}

/// Figures that some commune depends on, of which no change makes a case fail.
fn unseen_by_cases<'f>(file: &'f File, judged: &[(&Mutant, Fate)]) -> Vec<&'f Figure> {
    let seen: BTreeSet<usize> =
        judged.iter().filter(|(_, fate)| *fate == Fate::Case).map(|(mutant, _)| mutant.figure).collect();
    let equivalent = |at: &usize| {
        let mut of_figure = judged.iter().filter(|(mutant, _)| mutant.figure == *at);
        of_figure.all(|(_, fate)| *fate == Fate::Equivalent)
    };
    let unseen = file.figures.iter().enumerate().filter(|(at, _)| !seen.contains(at) && !equivalent(at));
    unseen.map(|(_, figure)| figure).collect()
}

#[test]
fn the_shipped_text_itself_has_no_error() {
    assert_eq!(errors(standard().toml.to_owned()), [""; 0]);
}

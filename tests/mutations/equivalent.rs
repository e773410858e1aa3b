//! Mutants that no commune can tell from the original, each for a reason that is checked against the file.

use crate::figures::{Figure, File, Kind, ONE};
use crate::mutants::{Mutant, least_points, step_of_points};

/// The figure of the survey's script: with fewer answers there is no rate.
const LEAST_ANSWERS: &str = "least_answers";

/// Whether the mutant gives every commune the same result.
pub(crate) fn is_equivalent(file: &File, mutant: &Mutant) -> bool {
    let Some(figure) = file.figures.get(mutant.figure) else { return is_never_empty(file, mutant) };
    let (old, new) = (figure.value, mutant.value);
    match figure.kind {
        Kind::Edge => is_count(file, figure) && same_whole_numbers(figure.key(), old, new),
        // No total lies between two multiples of the step.
        Kind::Threshold => up(old, step_of_points(file)) == up(new, step_of_points(file)),
        // No criterion has points between 0 and the fewest points any scale gives.
        Kind::EveryCriterion => old == 0 && new >= 0 && new < least_points(file),
        // Whether a share is above 0 does not depend on what it is multiplied by.
        Kind::Per => edges_of(file, figure).all(|edge| edge == 0),
        // The script compares it with counts: `survey_children < least_answers`.
        Kind::OfScript => figure.path.contains(&LEAST_ANSWERS.to_owned()) && up(old, ONE) == up(new, ONE),
        Kind::Points | Kind::Maximum => false,
    }
}

/// The smallest multiple that is not smaller.
fn up(value: i64, of: i64) -> i64 {
    value.div_euclid(of) + i64::from(value.rem_euclid(of) > 0)
}

/// Whether the range beginning or ending there holds the same whole numbers.
fn same_whole_numbers(key: &str, old: i64, new: i64) -> bool {
    match key {
        "from" | "below" => up(old, ONE) == up(new, ONE),
        _ => old.div_euclid(ONE) == new.div_euclid(ONE),
    }
}

/// The table that has the indicator of an edge: its item, or its fact.
fn owner<'f>(file: &File, figure: &'f Figure) -> Option<&'f [String]> {
    (1..figure.path.len()).map(|up| figure.around(up)).find(|path| {
        let indicator = [*path, &["indicator".to_owned()]].concat();
        file.texts.iter().any(|(of, _)| of.starts_with(&indicator))
    })
}

/// Whether the edge is one of a number of things, which is whole.
pub(crate) fn is_count(file: &File, figure: &Figure) -> bool {
    owner(file, figure)
        .is_some_and(|owner| file.text_at(&[owner, &["indicator".to_owned(), "count".to_owned()]].concat()).is_some())
}

fn edges_of<'f>(file: &'f File, figure: &'f Figure) -> impl Iterator<Item = i64> + 'f {
    // `indicator.rate.per` stands two levels below the table that also has the ends.
    let owner = figure.around(3);
    file.below(owner).filter(|(_, other)| other.kind == Kind::Edge).map(|(_, edge)| edge.value)
}

/// A denominator that every table must have above 0 never gives 0/0, nor does a survey of so many answers at least.
fn is_never_empty(file: &File, mutant: &Mutant) -> bool {
    let Some(word) = file.words.iter().find(|word| word.line == mutant.line) else { return false };
    let rate = &word.path[..word.path.iter().position(|key| key == "when_empty").unwrap()];
    if file.below(rate).any(|(_, figure)| figure.path.contains(&LEAST_ANSWERS.to_owned()) && figure.value > 0) {
        return true;
    }
    let Some(over) = file.text_at(&[rate, &["over".to_owned()]].concat()) else { return false };
    let after = file.text.split(&format!("[[field]]\nid = \"{over}\"\n")).nth(1).unwrap_or("");
    after.split("[[").next().unwrap_or("").lines().any(|line| line == "above = 0")
}

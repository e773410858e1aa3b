//! What stands twice: titles that cannot be told apart, cases that test the same or contradict each other.

use super::scope::Scope;
use crate::criteria::findings::At;
use crate::criteria::model::{Case, Criterion, Expectation, FieldIx};
use crate::criteria::raw::RawStandard;
use crate::diag::{Kind, Note, Problem};
use crate::lang::Text;
use std::collections::BTreeMap;

/// Criteria with one title, and items of one criterion.
pub(crate) fn titles(scope: &Scope, raw: &RawStandard) {
    same_title(scope, Kind::Criterion, raw.criteria.items.iter().map(|c| (c.id.as_ref(), c.title.as_ref())));
    for criterion in &raw.criteria.items {
        same_title(scope, Kind::Item, criterion.items.items.iter().map(|item| (item.id.as_ref(), item.title.as_ref())));
    }
}

type Titled<'a> = (Option<&'a At<String>>, Option<&'a Text>);

fn same_title<'a>(scope: &Scope, kind: Kind, titled: impl Iterator<Item = Titled<'a>>) {
    let mut seen: BTreeMap<String, &At<String>> = BTreeMap::new();
    for (id, title) in titled {
        let (Some(id), Some(title)) = (id, title) else { continue };
        let words = title.vi.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let first = *seen.entry(words).or_insert(id);
        // The same id twice has been reported: the whole block was copied.
        if first.value != id.value {
            let (title, first_id, second) = (title.vi.clone(), first.value.clone(), id.value.clone());
            let problem = Problem::SameTitle { kind, title, first: first_id, second };
            scope.f.with(&id.span, problem, &first.span, Note::FirstHere);
        }
    }
}

/// Year, class and figures, in the order of the fields.
type Given = (Option<u16>, Option<usize>, Vec<(FieldIx, i64)>);

/// Cases with the same class and figures.
pub(crate) fn cases(scope: &Scope, cases: &[Option<Case>], criteria: &[Option<Criterion>]) {
    let mut seen: BTreeMap<Given, Vec<&Case>> = BTreeMap::new();
    for case in cases.iter().flatten() {
        let mut given = case.given.clone();
        given.sort_unstable();
        let others = seen.entry((case.year, case.class.map(|class| class.0), given)).or_default();
        if let Some((first, problem)) = others.iter().find_map(|first| Some((*first, repeats(first, case, criteria)?)))
        {
            scope.f.with(&case.span, problem, &first.span, Note::FirstHere);
        }
        others.push(case);
    }
}

/// What is wrong with a second case of the same figures.
fn repeats(first: &Case, second: &Case, criteria: &[Option<Criterion>]) -> Option<Problem> {
    let asked_by = |case: &Case| -> Vec<(String, Expectation)> {
        case.expect.iter().map(|(expectation, _)| (what(expectation, criteria), expectation.clone())).collect()
    };
    let (first, second) = (asked_by(first), asked_by(second));
    for (what, one) in &first {
        let other = second.iter().find(|(asked, _)| asked == what);
        if let Some((_, other)) = other.filter(|(_, other)| contradict(one, other)) {
            let (first, second) = (outcome(one), outcome(other));
            return Some(Problem::CaseContradicts { what: what.clone(), first, second });
        }
    }
    let same = |(what, one): &(String, Expectation)| {
        second.iter().any(|(asked, other)| asked == what && outcome(one) == outcome(other))
    };
    // Without a result, a case is not filled in yet or faulty, which is reported.
    (!first.is_empty() && first.len() == second.len() && first.iter().all(same)).then_some(Problem::CaseTwice)
}

/// The id of what an expectation is about.
fn what(expectation: &Expectation, criteria: &[Option<Criterion>]) -> String {
    let criterion = |at: usize| criteria.get(at).and_then(Option::as_ref);
    match expectation {
        Expectation::Item(c, i, _) => {
            let item = criterion(*c).and_then(|criterion| criterion.items.get(*i));
            item.map_or_else(|| format!("{c}.{i}"), |item| item.id.clone())
        }
        Expectation::Criterion(c, _) => criterion(*c).map_or_else(|| c.to_string(), |criterion| criterion.id.clone()),
        Expectation::Total(_) => "total".to_owned(),
        Expectation::Verdict(_) => "verdict".to_owned(),
        Expectation::Failed(_) => "failed".to_owned(),
    }
}

fn contradict(one: &Expectation, other: &Expectation) -> bool {
    use Expectation::{Criterion, Item, Total};
    match (one, other) {
        (Item(.., one) | Criterion(_, one) | Total(one), Item(.., other) | Criterion(_, other) | Total(other)) => {
            !one.agrees_with(other) && !other.agrees_with(one)
        }
        _ => outcome(one) != outcome(other),
    }
}

fn outcome(expectation: &Expectation) -> String {
    match expectation {
        Expectation::Item(.., expected) | Expectation::Criterion(_, expected) | Expectation::Total(expected) => {
            expected.to_string()
        }
        Expectation::Verdict(verdict) => verdict.clone(),
        Expectation::Failed(failed) => format!("[{}]", failed.join(", ")),
    }
}

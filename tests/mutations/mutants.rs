//! The mutants: every figure a step up and down, every comparison and every rule at 0/0 swapped.

use crate::figures::{Figure, File, Kind, ONE, Word, typed};
use std::ops::Range;

const EDGE_ALONE: &str = "edge, in one band only";
const EDGE: &str = "edge, in both bands";
const POINTS_ALONE: &str = "points, alone";
const POINTS: &str = "points, sums adjusted";
const MAXIMUM_ALONE: &str = "maximum, alone";
const MAXIMUM: &str = "maximum, parts adjusted";
const THRESHOLD: &str = "threshold, every criterion";
const PER: &str = "per how many";
const OF_SCRIPT: &str = "figure of a script";
const COMPARISON_ALONE: &str = "comparison, in one band only";
const COMPARISON: &str = "comparison, in both bands";
const EMPTY: &str = "rule at 0/0";

/// In the order of the table.
pub(crate) const GROUPS: &[&str] = &[
    EDGE_ALONE,
    EDGE,
    POINTS_ALONE,
    POINTS,
    MAXIMUM_ALONE,
    MAXIMUM,
    THRESHOLD,
    PER,
    OF_SCRIPT,
    COMPARISON_ALONE,
    COMPARISON,
    EMPTY,
];

/// Keys that differ only in whether the edge itself belongs to the range.
const SWAPS: &[(&str, &str)] =
    &[("from", "above"), ("above", "from"), ("below", "up_to"), ("up_to", "below"), ("at_most", "below")];
const NO_FIGURE: usize = usize::MAX;

/// A place and what it becomes.
pub(crate) type Edit = ((usize, usize), String);

/// One changed file.
#[derive(Debug)]
pub(crate) struct Mutant {
    pub(crate) group: &'static str,
    /// The figure it is about; `usize::MAX` for a word.
    pub(crate) figure: usize,
    /// Its new value in thousandths; the same where only a comparison or a word changes.
    pub(crate) value: i64,
    pub(crate) line: usize,
    /// `below = 98 is 97.999`.
    pub(crate) what: String,
    /// In the order of the file; they do not overlap.
    pub(crate) edits: Vec<Edit>,
}

impl Mutant {
    /// The text with every edit made.
    pub(crate) fn applied(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for ((from, to), new) in self.edits.iter().rev() {
            text.replace_range(*from..*to, new);
        }
        text
    }

    fn of(group: &'static str, at: usize, figure: &Figure, value: i64, mut edits: Vec<Edit>) -> Self {
        edits.sort();
        let what = format!("{} = {} becomes {}", figure.path.join("."), typed(figure.value), typed(value));
        Self { group, figure: at, value, line: figure.line, what, edits }
    }
}

fn ends(span: &Range<usize>) -> (usize, usize) {
    (span.start, span.end)
}

/// All mutants of a file.
pub(crate) fn all(file: &File) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (at, figure) in file.figures.iter().enumerate() {
        for step in steps(file, figure) {
            mutants.extend(moved(file, at, figure, figure.value + step));
        }
        mutants.extend(swapped(file, at, figure));
    }
    for word in &file.words {
        mutants.extend(reworded(word));
    }
    mutants
}

/// One and one thousandth, both ways; where totals only have some values also the distance between two of them.
fn steps(file: &File, figure: &Figure) -> Vec<i64> {
    match figure.kind {
        Kind::Per => vec![ONE, -ONE],
        Kind::Threshold => {
            let total = step_of_points(file);
            vec![ONE, -ONE, 1, -1, total, -total]
        }
        Kind::EveryCriterion => vec![ONE, -ONE, 1, -1, least_points(file)],
        _ => vec![ONE, -ONE, 1, -1],
    }
}

/// The largest number of which all points of all scales are multiples, and so every total is.
pub(crate) fn step_of_points(file: &File) -> i64 {
    points(file).fold(0, |step, points| {
        let (mut a, mut b) = (step, points);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    })
}

/// The fewest points above 0 that any scale gives, and so any criterion can have.
pub(crate) fn least_points(file: &File) -> i64 {
    points(file).filter(|points| *points > 0).min().unwrap()
}

/// Points of scales, and those a script gives: figures of a script that returns points have no other unit.
fn points<'f>(file: &'f File) -> impl Iterator<Item = i64> + 'f {
    let given_by_script = |figure: &Figure| {
        let names = ["full", "reduced", "otherwise"];
        figure.kind == Kind::OfScript && names.iter().any(|name| figure.around(1).last().unwrap() == name)
    };
    let gives = move |figure: &&Figure| figure.kind == Kind::Points || given_by_script(figure);
    file.figures.iter().filter(gives).map(|figure| figure.value)
}

fn moved(file: &File, at: usize, figure: &Figure, value: i64) -> Vec<Mutant> {
    let change = |figure: &Figure, by: i64| (ends(&figure.span), typed(figure.value + by));
    let by = value - figure.value;
    let alone = |group| Mutant::of(group, at, figure, value, vec![change(figure, by)]);
    let with = |group, others: Vec<Edit>| {
        (!others.is_empty()).then(|| Mutant::of(group, at, figure, value, [vec![change(figure, by)], others].concat()))
    };
    match figure.kind {
        Kind::Edge => {
            let others = twins(file, at, figure).map(|other| change(other, by)).collect();
            let both = with(EDGE, others);
            let group = if both.is_some() { EDGE_ALONE } else { EDGE };
            [Some(alone(group)), both].into_iter().flatten().collect()
        }
        Kind::Points => {
            let both = with(POINTS, sums(file, at, figure, value));
            let group = if both.is_some() { POINTS_ALONE } else { POINTS };
            [Some(alone(group)), both].into_iter().flatten().collect()
        }
        Kind::Maximum => {
            let others = parts(file, figure).into_iter().map(|other| change(other, by)).collect();
            [Some(alone(MAXIMUM_ALONE)), with(MAXIMUM, others)].into_iter().flatten().collect()
        }
        Kind::Threshold | Kind::EveryCriterion => vec![alone(THRESHOLD)],
        Kind::Per => vec![alone(PER)],
        Kind::OfScript => vec![alone(OF_SCRIPT)],
    }
}

/// The same edge as the end of the neighbouring band.
fn twins<'f>(file: &'f File, at: usize, figure: &'f Figure) -> impl Iterator<Item = &'f Figure> {
    let in_list = figure.path.iter().any(|key| key.starts_with("bands"));
    let list = if in_list { figure.around(2) } else { &[] };
    file.below(list)
        .filter(move |(other, twin)| in_list && *other != at && twin.kind == Kind::Edge && twin.value == figure.value)
        .map(|(_, twin)| twin)
}

/// The maximum of the criterion and the total, where the most an item can give changes.
fn sums(file: &File, at: usize, figure: &Figure, value: i64) -> Vec<Edit> {
    let of_item: Vec<(usize, &Figure)> = file.below(&figure.path[..4]).filter(|(_, f)| is_scale_or_most(f)).collect();
    let most =
        |changed: bool| of_item.iter().map(|(of, f)| if changed && *of == at { value } else { f.value }).max().unwrap();
    let by = if figure.key() == "least" { 0 } else { most(true) - most(false) };
    let maxima = file.figures.iter().filter(|other| {
        other.kind == Kind::Maximum && (other.path[0] == "standard" || other.path.starts_with(&figure.path[..2]))
    });
    maxima.filter(|_| by != 0).map(|other| (ends(&other.span), typed(other.value + by))).collect()
}

fn is_scale_or_most(figure: &Figure) -> bool {
    figure.kind == Kind::Points && figure.key() != "least"
}

/// What else changes with a maximum so that everything still adds up: the total, and the top points of the first
/// item of the (for the total: the first) criterion.
fn parts<'f>(file: &'f File, figure: &Figure) -> Vec<&'f Figure> {
    let of_total = figure.path[0] == "standard";
    let criterion = if of_total { vec!["criterion".to_owned(), "0".to_owned()] } else { figure.path[..2].to_vec() };
    let item = [&criterion[..], &["item".to_owned(), "0".to_owned()]].concat();
    let gives: Vec<&Figure> =
        file.figures.iter().filter(|f| f.path.starts_with(&item) && is_scale_or_most(f)).collect();
    let most = gives.iter().map(|f| f.value).max().unwrap();
    let maxima = file.figures.iter().filter(|other| {
        let in_question = other.path[0] == "standard" || other.path.starts_with(&criterion);
        other.kind == Kind::Maximum && in_question && other.span != figure.span
    });
    maxima.chain(gives.into_iter().filter(|f| f.value == most)).collect()
}

/// `from` and `above`, `below` and `up_to` the other way round.
fn swapped(file: &File, at: usize, figure: &Figure) -> Vec<Mutant> {
    let swap = |figure: &Figure| {
        let (_, other) = SWAPS.iter().find(|(key, _)| *key == figure.key() && figure.kind == Kind::Edge)?;
        Some((ends(&figure.key_span), (*other).to_owned()))
    };
    let every = "every_criterion_above";
    let own = match figure.kind {
        Kind::EveryCriterion => {
            file.text.find(every).map(|at| ((at, at + every.len()), "every_criterion_at_least".to_owned()))
        }
        _ => swap(figure),
    };
    let Some(own) = own else { return Vec::new() };
    let what = format!("{} becomes {}", figure.path.join("."), own.1);
    let mutant = |group, mut edits: Vec<Edit>| {
        edits.sort();
        let what = what.clone();
        Mutant { group, figure: at, value: figure.value, line: figure.line, what, edits }
    };
    let others: Vec<_> = twins(file, at, figure).filter_map(swap).collect();
    if others.is_empty() {
        return vec![mutant(COMPARISON, vec![own])];
    }
    vec![mutant(COMPARISON_ALONE, vec![own.clone()]), mutant(COMPARISON, [vec![own], others].concat())]
}

/// Another rule at 0/0.
fn reworded(word: &Word) -> Vec<Mutant> {
    let words: Vec<String> = match word.path.last().unwrap().as_str() {
        "holds" => vec![(word.says != "true").to_string()],
        "give" => ["full-points", "zero", "not-applicable"].iter().map(|give| format!("\"{give}\"")).collect(),
        _ => ["full-points", "zero", "not-applicable"]
            .iter()
            .map(|give| format!("{{ give = \"{give}\", status = \"provisional\", evidence = \"mutant\" }}"))
            .collect(),
    };
    let others = words.into_iter().filter(|new| new.trim_matches('"') != word.says);
    others
        .map(|new| Mutant {
            group: EMPTY,
            figure: NO_FIGURE,
            value: 0,
            line: word.line,
            what: format!("{} = {} becomes {new}", word.path.join("."), word.says),
            edits: vec![(ends(&word.span), new)],
        })
        .collect()
}

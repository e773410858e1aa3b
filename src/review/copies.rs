//! Figures of one commune that stand in another commune's row: rows that were copied and not all of them filled in.

use super::desk::{Desk, Row};
use super::limits::{LEAST_SHARED, MOST_SHARING, SMALL_COUNT};
use super::pairs::{Pair, Reason};
use crate::result::review::FindingLevel;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A count that is large enough to be a commune's own: its field and value.
type Figure = (usize, i64);

/// Each commune most of whose figures stand in the row of another, with the one it shares most with. Which rows are
/// compared does not depend on their order, nor on their class: a row is copied from wherever it stands.
pub(super) fn pairs<'r, 'a>(desk: &'r Desk<'a>) -> Vec<Pair<'r, 'a>> {
    let counts = desk.counts();
    let mut rows: Vec<&Row<'a>> = desk.rows.iter().collect();
    rows.sort_by_key(|row| row.place());
    let figures: Vec<Vec<Figure>> = rows.iter().map(|row| large(row, &counts)).collect();
    let mut others: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); figures.len()];
    for (one, other) in sharing(&figures) {
        // The same commune in another year is compared by `--last-year`; a commune that stands twice is told as that.
        let codes = [one, other].map(|at| rows.get(at).map(|row| row.code()));
        if codes[0] == codes[1] {
            continue;
        }
        for (at, partner) in [(one, other), (other, one)] {
            others.get_mut(at).map(|others| others.insert(partner));
        }
    }
    let of_row = |(at, others): (usize, &BTreeSet<usize>)| pair((&rows, &figures), at, others);
    others.iter().enumerate().filter_map(of_row).collect()
}

fn large(row: &Row<'_>, counts: &[usize]) -> Vec<Figure> {
    let figure = |field: &usize| Some((*field, row.figure(*field).filter(|figure| *figure >= SMALL_COUNT)?));
    counts.iter().filter_map(figure).collect()
}

/// Rows that share so many figures that it is no chance.
fn sharing(figures: &[Vec<Figure>]) -> BTreeSet<(usize, usize)> {
    let mut having: BTreeMap<Figure, Vec<usize>> = BTreeMap::new();
    let mut whole: BTreeMap<&[Figure], usize> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for (at, row) in figures.iter().enumerate() {
        // However many rows are the same, each is paired with the first.
        let first = *whole.entry(row.as_slice()).or_insert(at);
        if first != at {
            found.insert((first, at));
        }
        for figure in row {
            having.entry(*figure).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for rows in having.values().filter(|rows| rows.len() <= MOST_SHARING) {
        for (before, other) in rows.iter().enumerate() {
            for one in rows.iter().take(before) {
                *shared.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    found.extend(shared.into_iter().filter(|(_, figures)| *figures >= LEAST_SHARED).map(|(pair, _)| pair));
    found
        .retain(|(one, other)| matches!((figures.get(*one), figures.get(*other)), (Some(a), Some(b)) if is_copy(a, b)));
    found
}

/// At least half of the figures of either row, and enough different ones: of a commune in which all children are reached
/// many fields have one figure.
fn is_copy(one: &[Figure], other: &[Figure]) -> bool {
    let same = shared(one, other);
    let different: BTreeSet<i64> = same.iter().map(|(_, value)| *value).collect();
    different.len() >= LEAST_SHARED && same.len() * 2 >= one.len().max(other.len())
}

fn shared(one: &[Figure], other: &[Figure]) -> Vec<Figure> {
    one.iter().copied().filter(|figure| other.contains(figure)).collect()
}

fn pair<'r, 'a>(
    (rows, figures): (&[&'r Row<'a>], &[Vec<Figure>]),
    at: usize,
    others: &BTreeSet<usize>,
) -> Option<Pair<'r, 'a>> {
    let with = |other: &usize| Some((shared(figures.get(at)?, figures.get(*other)?), *other));
    // The most figures first, then by code: the order of the rows does not matter.
    let (same, other) = others.iter().filter_map(with).min_by_key(|(same, other)| (Reverse(same.len()), *other))?;
    let (first, second) = (*rows.get(at.min(other))?, *rows.get(at.max(other))?);
    let reason = Reason::Copied(same.len(), figures.get(at.max(other))?.len());
    let fields = same.iter().map(|(field, _)| *field).collect();
    Some(Pair { first, second, level: FindingLevel::Suspicious, reason, fields })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[i64]) -> Vec<Figure> {
        values.iter().copied().enumerate().collect()
    }

    #[test]
    fn half_of_the_figures_and_five_different_ones_are_a_copy() {
        let one = [100, 101, 102, 103, 104, 105, 106, 107, 108, 109];
        let rows: [(&[i64], &[i64], bool); 6] = [
            (&one, &one, true),
            (&one, &[100, 101, 102, 103, 104, 205, 206, 207, 208, 209], true),
            (&one, &[100, 101, 102, 103, 204, 205, 206, 207, 208, 209], false),
            (&one, &[101, 100, 103, 102, 105, 104, 107, 106, 109, 108], false),
            (&[100, 101, 102, 103], &[100, 101, 102, 103], false),
            (&[100, 100, 100, 100, 100, 100], &[100, 100, 100, 100, 100, 100], false),
        ];
        for (one, other, expected) in rows {
            let found = sharing(&[row(one), row(other)]);
            assert_eq!(found.contains(&(0, 1)), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn however_many_rows_are_the_same_each_is_found() {
        let copies: Vec<Vec<Figure>> = (0..MOST_SHARING * 3).map(|_| row(&[100, 101, 102, 103, 104])).collect();
        assert_eq!(sharing(&copies).len(), copies.len() - 1);
    }
}

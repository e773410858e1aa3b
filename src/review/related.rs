//! Relations between counts that the standard names: sums above what they are part of, cases without anybody they befell.

use super::desk::{Desk, Row, What};
use super::words;
use crate::criteria::model::{FieldIx, Gravity, Holds, Relation};
use crate::lang::Text;
use crate::result::review::{Finding, FindingKind, FindingLevel};

/// One finding for each relation of the standard that a row breaks. What contradicts itself is not asked about again as
/// unlikely.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    desk.rows.iter().flat_map(|row| of_row(desk, row)).collect()
}

fn of_row(desk: &Desk<'_>, row: &Row<'_>) -> Vec<Finding> {
    let broken = desk.standard.relations.iter().filter_map(|relation| broken(desk, row, relation));
    let (impossible, unlikely): (Vec<Broken>, Vec<Broken>) =
        broken.partition(|broken| broken.level == FindingLevel::Contradiction);
    let unlikely: Vec<Broken> =
        unlikely.into_iter().filter(|one| impossible.iter().all(|other| other.fields != one.fields)).collect();
    let finding = |broken: Broken| {
        let what = What { level: broken.level, kind: FindingKind::Relation, says: broken.says };
        desk.finding(row, what, &broken.fields)
    };
    impossible.into_iter().chain(unlikely).map(finding).collect()
}

/// A relation that does not hold, with the fields whose figures show it.
struct Broken {
    level: FindingLevel,
    says: Text,
    fields: Vec<usize>,
}

fn broken(desk: &Desk<'_>, row: &Row<'_>, relation: &Relation) -> Option<Broken> {
    let other = relation.holds.field().0;
    let limit = row.figure(other)?;
    let known = |field: &FieldIx| known(desk, row, field.0).filter(|(_, figure)| *figure > 0);
    let mut parts: Vec<(usize, i64)> = relation.sum_of.iter().filter_map(known).collect();
    if let Holds::AtMost(_) = relation.holds {
        // A part that is above the whole by itself is told as that.
        parts.retain(|(at, figure)| *figure <= limit || desk.wholes(*at).all(|whole| whole != other));
        parts = fewest(parts, limit);
    }
    let sum = sum(&parts)?;
    let holds = match relation.holds {
        Holds::AtMost(_) => sum <= limit,
        Holds::Needs(_) => sum <= 0 || limit > 0,
    };
    if holds {
        return None;
    }
    let level = match relation.gravity {
        Gravity::Contradiction => FindingLevel::Contradiction,
        Gravity::Suspicious => FindingLevel::Suspicious,
    };
    let words: Vec<[Text; 2]> = parts.iter().map(|(at, figure)| [desk.label(*at), desk.figure(*at, *figure)]).collect();
    let says = words::related(&words, sum, relation.holds, &[desk.label(other), desk.figure(other, limit)]);
    let fields = parts.iter().map(|(at, _)| *at).chain([other]).collect();
    Some(Broken { level, says: words::because(&says, &relation.because), fields })
}

/// `None` when it leaves the range of whole numbers.
fn sum(parts: &[(usize, i64)]) -> Option<i64> {
    parts.iter().try_fold(0_i64, |sum, (_, figure)| sum.checked_add(*figure))
}

/// Without the smallest parts that the sum is above its limit without; each that is above it alone stays.
fn fewest(mut parts: Vec<(usize, i64)>, limit: i64) -> Vec<(usize, i64)> {
    while let Some(smallest) = (0..parts.len()).min_by_key(|at| parts.get(*at).map(|(_, figure)| *figure)) {
        let mut fewer = parts.clone();
        let (_, figure) = fewer.remove(smallest);
        if figure > limit || sum(&fewer).is_none_or(|sum| sum <= limit) {
            break;
        }
        parts = fewer;
    }
    parts
}

/// The figure of a count; where it is missing, the largest known one that it can never be below, with its field.
fn known(desk: &Desk<'_>, row: &Row<'_>, field: usize) -> Option<(usize, i64)> {
    let (mut open, mut seen, mut largest) = (vec![field], vec![field], None);
    while let Some(at) = open.pop() {
        if let Some(figure) = row.figure(at) {
            largest = largest.max(Some((figure, std::cmp::Reverse(at))));
            continue;
        }
        for part in desk.parts(at).filter(|part| !seen.contains(part)).collect::<Vec<_>>() {
            seen.push(part);
            open.push(part);
        }
    }
    largest.map(|(figure, std::cmp::Reverse(at))| (at, figure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_told_with_as_few_parts_as_show_it() {
        type Row<'r> = (&'r [i64], i64, &'r [usize]);
        let rows: [Row<'_>; 6] = [
            // 60 + 50 are above 100 without the 5.
            (&[60, 5, 50], 100, &[0, 2]),
            // All three are needed.
            (&[60, 30, 20], 100, &[0, 1, 2]),
            // Either is above 100 alone; the third shows nothing.
            (&[150, 120, 70], 100, &[0, 1]),
            (&[150], 100, &[0]),
            (&[60, 40], 100, &[0, 1]),
            (&[], 0, &[]),
        ];
        for (figures, limit, expected) in rows {
            let parts = figures.iter().copied().enumerate().collect();
            let kept: Vec<usize> = fewest(parts, limit).into_iter().map(|(at, _)| at).collect();
            assert_eq!(kept, expected, "{figures:?} {limit}");
        }
    }
}

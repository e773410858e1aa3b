//! Counts that look estimated: nearly all of them end in 0 or 5.

use super::desk::{Desk, What};
use super::limits::{LEAST_DIGITS, ROUND_SHARE, SMALL_COUNT};
use super::words;
use crate::result::review::{Finding, FindingKind, FindingLevel};
use std::collections::BTreeSet;

/// The communes with round numbers everywhere. A figure that stands in several fields counts once: where all children are
/// reached, the part is the whole, and its last digit is no second sign of anything.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let counts = desk.counts();
    let mut findings = Vec::new();
    for row in &desk.rows {
        let figure = |field: &usize| row.figure(*field).filter(|figure| *figure >= SMALL_COUNT);
        let figures: BTreeSet<i64> = counts.iter().filter_map(figure).collect();
        let round = figures.iter().filter(|figure| is_round(**figure)).count();
        let (share, of) = ROUND_SHARE;
        if figures.len() >= LEAST_DIGITS && round * of >= figures.len() * share {
            let fields: Vec<usize> =
                counts.iter().copied().filter(|field| figure(field).is_some_and(is_round)).collect();
            let says = words::round(round, figures.len());
            let what = What { level: FindingLevel::Suspicious, kind: FindingKind::RoundNumbers, says };
            findings.push(desk.finding(row, what, &fields));
        }
    }
    findings
}

const fn is_round(figure: i64) -> bool {
    figure % 5 == 0
}

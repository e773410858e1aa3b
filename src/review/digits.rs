//! Counts that look estimated: nearly all of them end in 0 or 5.

use super::desk::{Desk, What};
use super::limits::{LEAST_DIGITS, ROUND_SHARE, SMALL_COUNT};
use super::words;
use crate::result::review::{Finding, FindingKind, FindingLevel};

/// The communes with round numbers everywhere.
pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let counts = desk.counts();
    let mut findings = Vec::new();
    for row in &desk.rows {
        let figure = |field: &usize| row.figure(*field).filter(|figure| *figure >= SMALL_COUNT);
        let large: Vec<usize> = counts.iter().copied().filter(|field| figure(field).is_some()).collect();
        let ends_round = |field: &usize| figure(field).is_some_and(|figure| figure % 5 == 0);
        let round: Vec<usize> = large.iter().copied().filter(ends_round).collect();
        let (share, of) = ROUND_SHARE;
        if large.len() >= LEAST_DIGITS && round.len() * of >= large.len() * share {
            let says = words::round(round.len(), large.len());
            let what = What { level: FindingLevel::Suspicious, kind: FindingKind::RoundNumbers, says };
            findings.push(desk.finding(row, what, &round));
        }
    }
    findings
}

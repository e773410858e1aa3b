//! Which communes are shown, and in which order.

use crate::quantity::Points;
use crate::result::{CommuneScore, ScoreSheet, Verdict};
use std::cmp::Reverse;

/// Which communes to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Not recognised.
    Failed,
    /// Undetermined.
    Undetermined,
    /// Recognised, at any level.
    Recognised,
}

/// What to sort by. Rows that compare equal keep the order of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// Commune code, as text.
    Code,
    /// Name, by Unicode order of its NFC form.
    Name,
    /// Province, then district, then code.
    Province,
    /// Total, highest first; a total that is not settled counts by its lowest possible value.
    Total,
    /// Points above the threshold, lowest first: what fails on the total by most comes first; without a threshold last.
    Distance,
    /// Not recognised, undetermined, recognised.
    Verdict,
}

/// Drops the communes that are not asked for.
pub fn keep_only(sheet: &mut ScoreSheet, only: Only) {
    sheet.communes.retain(|commune| matches(&commune.verdict, only));
}

fn matches(verdict: &Verdict, only: Only) -> bool {
    match verdict {
        Verdict::NotRecognised(_) => only == Only::Failed,
        Verdict::Undetermined(_) => only == Only::Undetermined,
        Verdict::Recognised | Verdict::Level(_) => only == Only::Recognised,
    }
}

/// Sorts the communes, stably.
pub fn sort(sheet: &mut ScoreSheet, key: SortKey) {
    let communes = &mut sheet.communes;
    match key {
        SortKey::Code => communes.sort_by(|a, b| a.identity.code.cmp(&b.identity.code)),
        SortKey::Name => communes.sort_by(|a, b| a.identity.name.cmp(&b.identity.name)),
        SortKey::Province => communes.sort_by(|a, b| place(a).cmp(&place(b))),
        SortKey::Total => communes.sort_by_key(|c| Reverse(c.total.map(|total| total.low))),
        SortKey::Distance => communes.sort_by_key(|c| distance(c).map_or((1, Points::ZERO), |points| (0, points))),
        SortKey::Verdict => communes.sort_by_key(|c| rank(&c.verdict)),
    }
}

fn place(commune: &CommuneScore) -> (&str, &str, &str) {
    let identity = &commune.identity;
    (&identity.province, &identity.district, &identity.code)
}

fn distance(commune: &CommuneScore) -> Option<Points> {
    Some(commune.total?.low - commune.threshold?)
}

fn rank(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::NotRecognised(_) => 0,
        Verdict::Undetermined(_) => 1,
        Verdict::Level(level) => usize::MAX - level,
        Verdict::Recognised => usize::MAX,
    }
}

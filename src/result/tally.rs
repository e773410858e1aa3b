//! Counts over communes, for footers, papers, manifests and `--strict`.

use super::{CommuneScore, ConditionKind, ScoreSheet, StandardInfo, Status, Verdict};

/// How many communes have which outcome. Parts of a table can be added one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Communes in all.
    pub communes: usize,
    /// Communes that a filter left out.
    pub hidden: usize,
    /// Recognised, where the outcome is only pass or fail.
    pub recognised: usize,
    /// Per level, in the order of the standard.
    pub levels: Vec<usize>,
    /// Not recognised.
    pub not_recognised: usize,
    /// Undetermined.
    pub undetermined: usize,
    /// Verdicts that are not published.
    pub not_published: usize,
    /// Verdicts that rest on a provisional figure.
    pub provisional: usize,
    /// Per condition of the standard: communes that fail it.
    pub failed: Vec<usize>,
    /// Communes that fail the total and nothing else.
    pub only_total: usize,
    /// Per field of the standard: communes where it is missing and matters.
    pub missing: Vec<usize>,
}

impl Tally {
    /// Counts of one sheet.
    #[must_use]
    pub fn of(sheet: &ScoreSheet) -> Self {
        let mut tally = Self::default();
        tally.add(sheet);
        tally
    }

    /// No commune yet, with a count for each level, condition and field of a standard.
    #[must_use]
    pub fn for_standard(info: &StandardInfo) -> Self {
        Self {
            levels: vec![0; info.levels.len()],
            failed: vec![0; info.conditions.len()],
            missing: vec![0; info.fields.len()],
            ..Self::default()
        }
    }

    /// Adds another sheet of the same standard.
    pub fn add(&mut self, sheet: &ScoreSheet) {
        self.levels.resize(sheet.standard.levels.len(), 0);
        self.failed.resize(sheet.standard.conditions.len(), 0);
        self.missing.resize(sheet.standard.fields.len(), 0);
        self.hidden += sheet.hidden;
        let total = total_of(&sheet.standard);
        for commune in &sheet.communes {
            self.add_commune(commune, total);
        }
    }

    /// Adds the counts of other communes of the same standard.
    pub fn merge(&mut self, other: &Self) {
        self.communes += other.communes;
        self.hidden += other.hidden;
        self.recognised += other.recognised;
        self.not_recognised += other.not_recognised;
        self.undetermined += other.undetermined;
        self.not_published += other.not_published;
        self.provisional += other.provisional;
        self.only_total += other.only_total;
        merge(&mut self.levels, &other.levels);
        merge(&mut self.failed, &other.failed);
        merge(&mut self.missing, &other.missing);
    }

    /// Adds one commune; `total` is the position of the condition on the total ([`total_of`]).
    pub(crate) fn add_commune(&mut self, commune: &CommuneScore, total: Option<usize>) {
        self.communes += 1;
        self.provisional += usize::from(commune.verdict_status == Status::Provisional);
        match &commune.verdict {
            Verdict::Recognised => self.recognised += 1,
            Verdict::Level(level) => count(&mut self.levels, *level),
            Verdict::Undetermined(_) => self.undetermined += 1,
            Verdict::NotPublished => self.not_published += 1,
            Verdict::NotRecognised(failed) => {
                self.not_recognised += 1;
                for condition in failed {
                    count(&mut self.failed, usize::from(*condition));
                }
                // Where a public edition does not give all reasons, nothing can be said of the only one.
                let only = match failed.as_slice() {
                    [one] if !commune.not_published.reasons => Some(usize::from(*one)),
                    _ => None,
                };
                self.only_total += usize::from(only.is_some() && only == total);
            }
        }
        for field in &commune.missing {
            count(&mut self.missing, usize::from(*field));
        }
    }
}

/// Position of the condition on the total.
pub(crate) fn total_of(info: &StandardInfo) -> Option<usize> {
    info.conditions.iter().position(|condition| condition.kind == ConditionKind::Total)
}

fn merge(counts: &mut Vec<usize>, others: &[usize]) {
    counts.resize(counts.len().max(others.len()), 0);
    counts.iter_mut().zip(others).for_each(|(count, other)| *count += other);
}

fn count(counts: &mut [usize], position: usize) {
    if let Some(count) = counts.get_mut(position) {
        *count += 1;
    }
}

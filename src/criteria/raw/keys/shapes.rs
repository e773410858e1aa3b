//! What holds for a table as a whole: which of its keys exclude each other, and which tables may have versions.

use super::{
    BAND, CHOICE_POINTS, CLASS_BANDS, CUTOFF, DAYS, FACT, FIELD, INDICATOR, ITEM, ITEM_CASE, Is, LEVEL, MINIMUM,
    REVIEW, SCALE, THRESHOLD_TOTAL, Table, WHEN,
};

/// Ends of a cut-off.
pub const CUTOFF_ENDS: &[&str] = &["at_least", "above", "at_most", "below"];
/// Kinds of a minimum.
pub const MINIMUM_KINDS: &[&str] = &["points", "share"];
/// Outcomes a case can expect of one item or criterion.
pub const OUTCOMES: &[&str] = &["points", "missing", "not_applicable", "between"];
/// What can hold for the counts of a relation.
pub const RELATIONS: &[&str] = &["at_most", "needs"];
/// How an item gets its points.
pub const ITEM_KINDS: &[&str] = &["indicator", "script"];

impl Table {
    /// Whether it is this very table, not another with the same keys.
    pub(crate) fn is(&self, other: &'static Self) -> bool {
        std::ptr::eq(self, other)
    }

    /// Whether it may say for which days it is in force.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.keys.iter().any(|key| matches!(key.is, Is::Table(table) if table.is(&DAYS)))
    }

    /// In a list of such tables, the keys by which one entry is told from another: entries that agree in them are versions
    /// of one entry.
    #[must_use]
    pub fn told_apart_by(&self) -> &'static [&'static str] {
        let lists: [(&Self, &[&str]); 6] = [
            (&THRESHOLD_TOTAL, &["class"]),
            (&FACT, &["id"]),
            (&LEVEL, &["id"]),
            (&BAND, &["from", "above", "below", "up_to"]),
            (&CLASS_BANDS, &["class"]),
            (&CHOICE_POINTS, &["is"]),
        ];
        lists.into_iter().find(|(table, _)| self.is(table)).map_or(&[], |(_, keys)| keys)
    }

    /// Whether an entry of a list of such tables may be there on some days only. Bands may: other bands can take its
    /// values over, and the proofs about bands tell when none does.
    #[must_use]
    pub fn may_come_and_go(&self) -> bool {
        [&BAND, &CLASS_BANDS].into_iter().any(|table| self.is(table))
    }

    /// Keys of which exactly one must be there; empty where there is no such rule.
    #[must_use]
    pub fn exactly_one(&self) -> Vec<&'static str> {
        if [&INDICATOR, &SCALE].into_iter().any(|table| self.is(table)) {
            return self.keys.iter().map(|key| key.name).filter(|name| *name != "in_force").collect();
        }
        let tables: [(&'static Self, &[&'static str]); 5] = [
            (&MINIMUM, MINIMUM_KINDS),
            (&CUTOFF, CUTOFF_ENDS),
            (&ITEM, ITEM_KINDS),
            (&ITEM_CASE, OUTCOMES),
            (&REVIEW, RELATIONS),
        ];
        tables.into_iter().find(|(table, _)| self.is(table)).map_or(Vec::new(), |(_, keys)| keys.to_vec())
    }

    /// Pairs of keys that must not stand together.
    #[must_use]
    pub fn not_both(&self) -> &'static [(&'static str, &'static str)] {
        let is = |tables: &[&'static Self]| tables.iter().any(|table| self.is(table));
        if is(&[&BAND, &LEVEL, &WHEN]) {
            return &[("from", "above"), ("below", "up_to")];
        }
        if is(&[&FIELD]) {
            return &[("at_least", "above")];
        }
        if is(&[&ITEM]) { &[("scale", "script")] } else { &[] }
    }

    /// A key, and the one that must be there with it.
    #[must_use]
    pub fn needs(&self) -> Option<(&'static str, &'static str)> {
        self.is(&ITEM).then_some(("indicator", "scale"))
    }
}

//! What figures must hold among themselves: at least, above, and never above the figure they are part of.

use super::super::part::MISSING;
use crate::criteria::model::{Field, Standard};
use crate::diag::Problem;
use crate::quantity::{Decimal, pow10};

/// The least a figure can be.
#[derive(Debug)]
pub(super) struct Least {
    /// Its slot.
    pub(super) slot: usize,
    /// Its position in the standard.
    field: usize,
    /// The smallest integer that is allowed, in units of the field's last digit.
    smallest: i64,
    /// The figure in the criteria file.
    edge: Decimal,
    /// Whether the figure must be above it.
    strictly: bool,
}

/// A figure that is part of another.
#[derive(Debug)]
pub(super) struct AtMost {
    /// Slot of the part.
    pub(super) slot: usize,
    /// Slot of the whole.
    pub(super) whole: usize,
    fields: (usize, usize),
    /// What each is multiplied by so that both count the same digits.
    factors: (i128, i128),
}

/// The least figures of all fields that are in the table.
pub(super) fn least(standard: &Standard, slots: &[Option<usize>]) -> Vec<Least> {
    let mut all = Vec::new();
    for (at, (field, slot)) in standard.fields.iter().zip(slots).enumerate() {
        let Some(slot) = *slot else { continue };
        for (edge, strictly) in [(field.at_least, false), (field.above, true)] {
            if let Some(edge) = edge {
                let smallest = smallest(field, edge, strictly);
                all.push(Least { slot, field: at, smallest, edge, strictly });
            }
        }
    }
    all
}

fn smallest(field: &Field, edge: Decimal, strictly: bool) -> i64 {
    let (units, per) = (i128::from(edge.mantissa()) * pow10(field.kind.digits()), pow10(edge.scale()));
    let floor = units.div_euclid(per);
    let up = strictly || units.rem_euclid(per) != 0;
    i64::try_from(floor + i128::from(up)).unwrap_or(i64::MAX)
}

/// The pairs of which both columns are in the table.
pub(super) fn at_most(standard: &Standard, slots: &[Option<usize>]) -> Vec<AtMost> {
    let slot_of = |at: usize| slots.get(at).copied().flatten();
    let mut all = Vec::new();
    for (at, field) in standard.fields.iter().enumerate() {
        for other in &field.at_most {
            let (Some(slot), Some(whole), Some(of)) = (slot_of(at), slot_of(other.0), standard.fields.get(other.0))
            else {
                continue;
            };
            let (a, b) = (field.kind.digits(), of.kind.digits());
            let factors = (pow10(b.saturating_sub(a)), pow10(a.saturating_sub(b)));
            all.push(AtMost { slot, whole, fields: (at, other.0), factors });
        }
    }
    all
}

impl Least {
    /// The rows that are below, with what is wrong.
    pub(super) fn broken(&self, standard: &Standard, values: &[i64]) -> Vec<(usize, Problem)> {
        let is_below = |value: i64| value < self.smallest && value != MISSING;
        // Counting is one pass without branches, and in most tables nothing is wrong.
        if values.iter().filter(|value| is_below(**value)).count() == 0 {
            return Vec::new();
        }
        let problem = |value: i64| Problem::BelowLeast {
            field: field(standard, self.field).map_or_else(String::new, |f| f.id.clone()),
            found: written(standard, self.field, value),
            least: self.edge.trimmed().to_string(),
            strictly: self.strictly,
        };
        let rows = values.iter().enumerate().filter(|(_, value)| is_below(**value));
        rows.map(|(row, value)| (row, problem(*value))).collect()
    }
}

impl AtMost {
    /// The rows in which the part is above the whole, with what is wrong.
    pub(super) fn broken(&self, standard: &Standard, parts: &[i64], wholes: &[i64]) -> Vec<(usize, Problem)> {
        let pairs = || parts.iter().copied().zip(wholes.iter().copied());
        let is_above = |(part, whole): (i64, i64)| {
            let above = i128::from(part) * self.factors.0 > i128::from(whole) * self.factors.1;
            part != MISSING && whole != MISSING && above
        };
        // Counting is one pass without branches, and in most tables nothing is wrong. A missing part is the lowest
        // integer, never above.
        let may_be_above = |pair: &(i64, i64)| pair.0 > pair.1 && pair.1 != MISSING;
        if self.factors == (1, 1) && pairs().filter(may_be_above).count() == 0 {
            return Vec::new();
        }
        let id = |at| field(standard, at).map_or_else(String::new, |f| f.id.clone());
        let (part_field, whole_field) = self.fields;
        let problem = |(part, whole)| Problem::AboveOther {
            field: id(part_field),
            found: written(standard, part_field, part),
            other: id(whole_field),
            limit: written(standard, whole_field, whole),
        };
        pairs().enumerate().filter(|(_, pair)| is_above(*pair)).map(|(row, pair)| (row, problem(pair))).collect()
    }
}

fn field(standard: &Standard, at: usize) -> Option<&Field> {
    standard.fields.get(at)
}

fn written(standard: &Standard, at: usize, value: i64) -> String {
    let digits = field(standard, at).map_or(0, |field| field.kind.digits());
    Decimal::new(value, digits).trimmed().to_string()
}

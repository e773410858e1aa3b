//! Figures to try: what a careful person would try for a rule. Whether they reach anything is seen by scoring them.

use super::edge::is_number;
use crate::criteria::model::{ClassIx, Field, FieldIx, FieldKind, Standard};
use crate::quantity::{Decimal, Ratio};
use crate::rules::Figures;
use std::collections::BTreeMap;

/// Figures of a commune that was made up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) given: BTreeMap<FieldIx, i64>,
    pub(super) class: Option<ClassIx>,
}

impl Figures for Made {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.given.get(&field).copied()
    }

    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

/// A rule for which figures are looked for.
pub(super) struct Tried<'a> {
    pub(super) standard: &'a Standard,
    /// The figures it reads, each once.
    pub(super) fields: Vec<FieldIx>,
    /// Values at which something changes.
    pub(super) edges: Vec<Ratio>,
    /// Whether it is a script, which can look at several figures at once.
    pub(super) script: bool,
}

/// Numbers a script may count with: nothing, one, a few.
const FEW: [i64; 4] = [0, 1, 2, 10];
/// Pairs of figures are tried up to so many figures: more would take longer than a person waits.
const MOST_FOR_PAIRS: usize = 8;

impl Tried<'_> {
    /// Figures in which everything counted is `size`, and those in which one or two of them differ.
    pub(super) fn all(&self, size: i64, class: Option<ClassIx>, value: &dyn Fn(&Made) -> Option<Ratio>) -> Vec<Made> {
        let profile = self.profile(size, class);
        let mut starts = vec![profile.clone()];
        for field in &self.fields {
            starts.push(self.with(&profile, *field, self.least(*field)));
        }
        starts.push(Made { given: self.fields.iter().map(|f| (*f, self.least(*f))).collect(), class });
        let mut found = starts.clone();
        for start in &starts {
            for (at, field) in self.fields.iter().enumerate() {
                for one in self.one_changed(start, *field, size, value) {
                    if self.script && self.fields.len() <= MOST_FOR_PAIRS {
                        let others = self.fields.iter().skip(at + 1);
                        found.extend(others.flat_map(|other| self.few_changed(&one, *other)));
                    }
                    found.push(one);
                }
            }
        }
        found.push(Made { given: BTreeMap::new(), class });
        // What differs least from a commune where everything is counted alike is easiest to follow.
        found.sort_by_key(|made| profile.given.iter().filter(|(field, n)| made.given.get(field) != Some(n)).count());
        found
    }

    /// Everything counted is `size`, as far as its field allows it.
    pub(super) fn profile(&self, size: i64, class: Option<ClassIx>) -> Made {
        let given = self.fields.iter().filter_map(|field| Some((*field, start(self.field(*field)?, size)?)));
        Made { given: given.collect(), class }
    }

    fn field(&self, field: FieldIx) -> Option<&Field> {
        self.standard.fields.get(field.0)
    }

    fn least(&self, field: FieldIx) -> i64 {
        self.field(field).map_or(0, least)
    }

    fn with(&self, made: &Made, field: FieldIx, value: i64) -> Made {
        let mut made = made.clone();
        made.given.insert(field, value);
        keep_within(self.standard, &mut made.given);
        made
    }

    fn one_changed(
        &self,
        start: &Made,
        field: FieldIx,
        size: i64,
        value: &dyn Fn(&Made) -> Option<Ratio>,
    ) -> Vec<Made> {
        let mut found = self.few_changed(start, field);
        if !self.field(field).is_some_and(|field| is_number(&field.kind)) {
            return found;
        }
        let (low, high) = (self.least(field), self.most(start, field, size));
        let mut values = vec![high];
        for edge in &self.edges {
            let from = |x: i64| value(&self.with(start, field, x)).is_some_and(|value| value >= *edge);
            values.extend(first_change(low, high, &from).into_iter().flat_map(|x| [x, x - 1, x + 1]));
        }
        values.retain(|x| (low..=high).contains(x));
        found.extend(values.into_iter().map(|x| self.with(start, field, x)));
        found
    }

    /// Small numbers, the other answers, and no figure at all.
    fn few_changed(&self, start: &Made, field: FieldIx) -> Vec<Made> {
        let Some(kind) = self.field(field).map(|field| &field.kind) else { return Vec::new() };
        let values: Vec<i64> = match kind {
            FieldKind::YesNo => vec![1, 0],
            FieldKind::Choice(choices) => (0..choices.len()).filter_map(|at| i64::try_from(at).ok()).collect(),
            FieldKind::Text => Vec::new(),
            _ => {
                let high = self.most(start, field, FEW.into_iter().max().unwrap_or(0));
                FEW.into_iter().map(|few| few.max(self.least(field))).filter(|few| *few <= high).collect()
            }
        };
        let mut found: Vec<Made> = values.into_iter().map(|value| self.with(start, field, value)).collect();
        let mut without = start.clone();
        without.given.remove(&field);
        found.push(without);
        found
    }

    /// The most a figure can be beside the others; ten times as many as counted where nothing limits it.
    fn most(&self, start: &Made, at: FieldIx, size: i64) -> i64 {
        let Some(field) = self.field(at) else { return 0 };
        let unit = unit(&field.kind);
        let own = if matches!(field.kind, FieldKind::Percent { .. }) { 100 * unit } else { 10 * size * unit };
        let limits = field.at_most.iter().filter_map(|limit| start.given.get(limit).copied());
        limits.fold(own, i64::min).max(least(field))
    }
}

/// Units in one: a percentage with one digit counts in tenths.
fn unit(kind: &FieldKind) -> i64 {
    Decimal::whole(1).to_scale(kind.digits()).unwrap_or(1)
}

/// The least a figure can be; a decimal without a limit can be as far below 0 as anybody tries.
pub(super) fn least(field: &Field) -> i64 {
    if matches!(field.kind, FieldKind::Decimal { .. }) && field.at_least.is_none() && field.above.is_none() {
        return -1_000 * unit(&field.kind);
    }
    let digits = field.kind.digits();
    let at_least = field.at_least.and_then(|limit| limit.to_scale(digits)).unwrap_or(0);
    let above = field.above.and_then(|limit| limit.to_scale(digits)).map_or(0, |limit| limit + 1);
    at_least.max(above).max(0)
}

/// What a figure is when everything is counted as `size`; nothing for a text.
pub(super) fn start(field: &Field, size: i64) -> Option<i64> {
    match &field.kind {
        FieldKind::Text => None,
        FieldKind::YesNo => Some(1),
        FieldKind::Choice(_) => Some(0),
        FieldKind::Percent { .. } => Some((size * unit(&field.kind)).min(100 * unit(&field.kind))),
        kind => Some((size * unit(kind)).max(least(field))),
    }
}

/// Lowers every figure that is above the one it is part of.
pub(super) fn keep_within(standard: &Standard, given: &mut BTreeMap<FieldIx, i64>) {
    for _ in 0..given.len() {
        let before = given.clone();
        for (at, value) in given.iter_mut() {
            let limits = standard.fields.get(at.0).map_or(&[][..], |field| &field.at_most);
            *value = limits.iter().filter_map(|limit| before.get(limit)).fold(*value, |least, limit| least.min(*limit));
        }
        if before == *given {
            return;
        }
    }
}

/// Where something that changes once between two ends changes; nothing where both ends are the same.
fn first_change(low: i64, high: i64, is: &dyn Fn(i64) -> bool) -> Option<i64> {
    let at_low = is(low);
    if low > high || is(high) == at_low {
        return None;
    }
    let (mut before, mut after) = (low, high);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if is(middle) == at_low { before = middle } else { after = middle }
    }
    Some(after)
}

//! Every combination of changes of a small commune, one after the other.

use cfc::result::explanation::Change;
use cfc::result::{Detail, Outcome, Verdict};
use cfc::rules::{Assessment, ClassIx, FieldIx, Figures, RuleSet};

/// A small commune with what can change in it.
#[derive(Debug)]
pub(crate) struct Commune<'r> {
    pub(crate) rules: &'r RuleSet,
    pub(crate) figures: Vec<Option<i64>>,
    /// Field and direction.
    pub(crate) directions: Vec<(usize, &'static str)>,
    /// Per field, the field it is at most.
    pub(crate) limits: Vec<Option<usize>>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    FewestFigures,
    FewestChildrenToFall,
    MoreOf(usize),
    FewerOf(usize),
}

impl Figures for Commune<'_> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures[field.0]
    }

    fn class(&self) -> Option<ClassIx> {
        None
    }
}

struct Row<'a>(&'a [Option<i64>]);

impl Figures for Row<'_> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.0[field.0]
    }

    fn class(&self) -> Option<ClassIx> {
        None
    }
}

impl Commune<'_> {
    fn assess(&self, figures: &[Option<i64>]) -> Assessment {
        self.rules.assess(&Row(figures), Detail::Items)
    }

    /// Whether the figures after some changes are possible, and whether the commune is recognised then.
    pub(crate) fn after(&self, changes: &[Change]) -> (bool, bool) {
        let mut figures = self.figures.clone();
        for change in changes {
            let figure = &mut figures[usize::from(change.field)];
            *figure = figure.map(|n| n + change.by);
        }
        (self.possible(&figures), self.assess(&figures).verdict == Verdict::Recognised)
    }

    fn possible(&self, figures: &[Option<i64>]) -> bool {
        let within = |(at, limit): (usize, &Option<usize>)| match (figures[at], limit.and_then(|l| figures[l])) {
            (Some(n), Some(most)) => n <= most,
            _ => true,
        };
        self.limits.iter().enumerate().all(within)
    }

    /// Every possible combination; for a loss in either direction.
    fn combinations(&self, loss: bool) -> Vec<Vec<Option<i64>>> {
        let mut all = vec![self.figures.clone()];
        for (field, direction) in &self.directions {
            let Some(here) = self.figures[*field] else { continue };
            let (up, down) = match *direction {
                "no" => (false, false),
                _ if loss => (true, true),
                direction => (direction != "down", direction != "up"),
            };
            // No figure of these communes is above the number of children.
            let most = if self.limits[*field].is_some() { 6 } else { 1 };
            let values = (0..=most).filter(|n| *n == here || (*n > here && up) || (*n < here && down));
            let values: Vec<i64> = values.collect();
            let with = |figures: &Vec<Option<i64>>, value: i64| {
                let mut figures = figures.clone();
                figures[*field] = Some(value);
                figures
            };
            all = all.iter().flat_map(|figures| values.iter().map(move |value| with(figures, *value))).collect();
        }
        all.retain(|figures| self.possible(figures));
        all
    }

    fn measure(&self, figures: &[Option<i64>]) -> (usize, u64) {
        let both = self.figures.iter().zip(figures);
        let changed: Vec<u64> =
            both.filter_map(|(a, b)| Some(a.as_ref()?.abs_diff(*b.as_ref()?))).filter(|size| *size > 0).collect();
        (changed.len(), changed.iter().sum())
    }

    /// Figures and children of the shortest way; `None` when there is none or nothing to look for.
    pub(crate) fn shortest(&self, way: Way) -> Option<(usize, u64)> {
        let base = self.assess(&self.figures);
        let recognised = base.verdict == Verdict::Recognised;
        let low = |found: &Assessment, item: usize| found.items[item].low;
        let wanted = |found: &Assessment| match way {
            Way::FewestFigures => !recognised && found.verdict == Verdict::Recognised,
            Way::FewestChildrenToFall => recognised && found.verdict != Verdict::Recognised,
            Way::MoreOf(item) => low(found, item) > low(&base, item),
            Way::FewerOf(item) => low(found, item) < low(&base, item),
        };
        if let Way::MoreOf(item) | Way::FewerOf(item) = way
            && base.items[item].outcome == Outcome::Missing
        {
            return None;
        }
        let loss = matches!(way, Way::FewestChildrenToFall | Way::FewerOf(_));
        let all = self.combinations(loss);
        let found = all.iter().filter(|figures| wanted(&self.assess(figures))).map(|figures| self.measure(figures));
        if way == Way::FewestFigures { found.min() } else { found.min_by_key(|(figures, size)| (*size, *figures)) }
    }

    /// Ids of the conditions that fail whatever is changed, but that on the total.
    pub(crate) fn never_good(&self) -> Vec<String> {
        let failed = |figures: &[Option<i64>]| match self.assess(figures).verdict {
            Verdict::NotRecognised(failed) => failed,
            _ => Vec::new(),
        };
        let conditions = &self.rules.info().conditions;
        let mut never = failed(&self.figures);
        never.retain(|at| conditions[usize::from(*at)].id != "total");
        for figures in self.combinations(false) {
            let found = failed(&figures);
            never.retain(|at| found.contains(at));
        }
        never.into_iter().map(|at| conditions[usize::from(at)].id.clone()).collect()
    }
}

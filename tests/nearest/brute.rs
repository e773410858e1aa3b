//! Every combination of changes of a small commune, one after the other.

use cfc::result::explanation::Change;
use cfc::result::{Detail, Outcome, Verdict};
use cfc::rules::{Assessment, ClassIx, FieldIx, Figures, RuleSet};

/// What a field can become, written down apart from the engine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moving {
    pub(crate) direction: &'static str,
    /// No figure of these communes can be above.
    pub(crate) most: i64,
    /// The field it is at most.
    pub(crate) limit: Option<usize>,
}

/// A small commune with what can change in it.
#[derive(Debug)]
pub(crate) struct Commune<'r> {
    pub(crate) rules: &'r RuleSet,
    pub(crate) figures: Vec<Option<i64>>,
    pub(crate) class: Option<ClassIx>,
    pub(crate) fields: Vec<Moving>,
    /// The fields each item reads.
    pub(crate) items: Vec<Vec<usize>>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Better,
    Worse,
    MoreOf(usize),
    FewerOf(usize),
}

/// Items, then children; or children, then items.
type Measure = (u64, u64);

struct Row<'a>(&'a [Option<i64>], Option<ClassIx>);

impl Figures for Row<'_> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.0[field.0]
    }

    fn class(&self) -> Option<ClassIx> {
        self.1
    }
}

impl Figures for Commune<'_> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.figures[field.0]
    }

    fn class(&self) -> Option<ClassIx> {
        self.class
    }
}

/// How good a verdict is; 0 is the best.
pub(crate) fn rank(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::Recognised => 0,
        Verdict::Level(level) => *level,
        Verdict::NotRecognised(_) | Verdict::Undetermined(_) | Verdict::NotPublished => usize::MAX,
    }
}

impl Commune<'_> {
    pub(crate) fn assess(&self, figures: &[Option<i64>]) -> Assessment {
        self.rules.assess(&Row(figures, self.class), Detail::Items)
    }

    /// The figures after some changes.
    pub(crate) fn with(&self, changes: &[Change]) -> Vec<Option<i64>> {
        let mut figures = self.figures.clone();
        for change in changes {
            let figure = &mut figures[usize::from(change.field)];
            *figure = figure.map(|n| n + change.by);
        }
        figures
    }

    /// Whether a table with these figures would be accepted.
    pub(crate) fn possible(&self, figures: &[Option<i64>]) -> bool {
        let within = |(at, field): (usize, &Moving)| match (figures[at], field.limit.and_then(|limit| figures[limit])) {
            (Some(n), Some(most)) => n <= most,
            _ => true,
        };
        self.fields.iter().enumerate().all(within)
    }

    /// Every possible combination; for a loss in either direction.
    fn combinations(&self, loss: bool) -> Vec<Vec<Option<i64>>> {
        let mut all = vec![self.figures.clone()];
        for (at, field) in self.fields.iter().enumerate() {
            let Some(here) = self.figures[at] else { continue };
            let (up, down) = match field.direction {
                "no" => continue,
                _ if loss => (true, true),
                direction => (direction != "down", direction != "up"),
            };
            let values: Vec<i64> =
                (0..=field.most).filter(|n| *n == here || (*n > here && up) || (*n < here && down)).collect();
            let with = |figures: &Vec<Option<i64>>, value: i64| {
                let mut figures = figures.clone();
                figures[at] = Some(value);
                figures
            };
            all = all.iter().flat_map(|figures| values.iter().map(move |value| with(figures, *value))).collect();
        }
        all.retain(|figures| self.possible(figures));
        all
    }

    /// In how many items something is done, and by how many children.
    pub(crate) fn measure(&self, figures: &[Option<i64>]) -> Measure {
        let by = |at: &usize| Some(self.figures[*at]?.abs_diff(figures[*at]?));
        let changed: Vec<usize> = (0..figures.len()).filter(|at| by(at).is_some_and(|by| by > 0)).collect();
        let reads = |chosen: u32, field: &usize| {
            self.items.iter().enumerate().any(|(item, fields)| chosen >> item & 1 == 1 && fields.contains(field))
        };
        let (of_items, others): (Vec<usize>, Vec<usize>) =
            changed.iter().partition(|field| reads(u32::MAX >> (32 - self.items.len()), field));
        let chosen = (0..1_u32 << self.items.len()).filter(|chosen| of_items.iter().all(|field| reads(*chosen, field)));
        let items = chosen.map(u32::count_ones).min().unwrap_or(0);
        (u64::from(items) + others.len() as u64, changed.iter().filter_map(by).sum())
    }

    /// Items and children of the shortest way: fewest items first, or for anything but a better verdict fewest children.
    /// `None` when there is none or nothing to look for.
    pub(crate) fn shortest(&self, way: Way) -> Option<Measure> {
        let base = self.assess(&self.figures);
        let here = rank(&base.verdict);
        let low = |found: &Assessment, item: usize| found.items[item].low;
        let wanted = |found: &Assessment| match way {
            Way::Better => rank(&found.verdict) < here,
            Way::Worse => rank(&found.verdict) > here,
            Way::MoreOf(item) => low(found, item) > low(&base, item),
            Way::FewerOf(item) => low(found, item) < low(&base, item),
        };
        if let Way::MoreOf(item) | Way::FewerOf(item) = way
            && base.items[item].outcome == Outcome::Missing
        {
            return None;
        }
        let loss = matches!(way, Way::Worse | Way::FewerOf(_));
        let all = self.combinations(loss);
        let found = all.iter().filter(|figures| wanted(&self.assess(figures))).map(|figures| self.measure(figures));
        if way == Way::Better { found.min() } else { found.min_by_key(|(items, size)| (*size, *items)) }
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

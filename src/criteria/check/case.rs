//! Cases: figures as their fields hold them, outcomes of items and criteria that exist.

use super::figure;
use super::head::Head;
use super::ids::{self, Ids};
use super::level::VERDICTS;
use super::scope::Scope;
use crate::criteria::findings::At;
use crate::criteria::model::{
    Case, Criterion, Date, DayOfYear, Expectation, Expected, ItemRule, Recognition, Scale, Threshold, Version,
};
use crate::criteria::raw::{RawCase, RawCases, RawOutcome, RawStandard, RawTarget};
use crate::diag::{AskedYear, Kind, Problem, Span};
use crate::quantity::{Decimal, Points};
use given::Held;
use std::sync::Arc;

mod base;
mod given;

/// What cases refer to.
struct Places<'a> {
    scope: &'a Scope<'a>,
    file: &'a RawStandard,
    criteria: &'a [Option<Criterion>],
    recognition: Option<&'a Recognition>,
    /// Criterion and item of each position of [`Scope::items`].
    items: Vec<(usize, usize)>,
}

/// A case as written, with its item where it is an item's own.
type Written<'a> = (&'a RawCase, Option<(usize, usize)>);

/// Cases of the criteria file: those of items in the order of the file, then the others.
pub(crate) fn cases(
    scope: &Scope,
    file: &RawStandard,
    criteria: &[Option<Criterion>],
    recognition: Option<&Recognition>,
    years: &Years,
) -> Vec<Option<Case>> {
    let mut written: Vec<Written> = Vec::new();
    for (c, criterion) in file.criteria.items.iter().enumerate() {
        for (i, item) in criterion.items.items.iter().enumerate() {
            written.extend(item.cases.items.iter().map(|raw| (raw, Some((c, i)))));
        }
    }
    written.extend(file.cases.items.iter().map(|raw| (raw, None)));
    Places::new(scope, file, criteria, recognition).all(&written, years)
}

/// Cases of the file beside the criteria file; the findings of the scope are those of that file.
pub(crate) fn beside(
    scope: &Scope,
    (file, cases): (&RawStandard, &RawCases),
    criteria: &[Option<Criterion>],
    recognition: Option<&Recognition>,
    years: &Years,
) -> Vec<Option<Case>> {
    let written: Vec<Written> = cases.cases.items.iter().map(|raw| (raw, None)).collect();
    Places::new(scope, file, criteria, recognition).all(&written, years)
}

/// Which years the version being judged stands for.
pub(crate) struct Years {
    standard: Option<Version>,
    assessed_on: Option<DayOfYear>,
    days: Version,
}

impl Years {
    /// The years of a version; a faulty head gives no years to judge by.
    pub(crate) fn of(head: Option<&Head>, days: Version) -> Self {
        Self {
            standard: head.map(|head| Version { from: head.from, until: head.until }),
            assessed_on: head.and_then(|head| head.assessed_on.as_ref()).map(|figure| figure.value),
            days,
        }
    }

    /// Whether a case is about this version: it names no year, or one that is assessed under it. A year that is assessed
    /// under no version is reported.
    fn hold(&self, scope: &Scope, raw: &RawCase) -> bool {
        let (Some(year), Some(standard)) = (&raw.year, self.standard) else { return true };
        let Some(of_year) = figure::whole(scope.f, year, 0, 9999).and_then(|year| u16::try_from(year).ok()) else {
            return true;
        };
        let Some(day) = self.assessed_on else {
            // Without a day of assessment nothing is dated: any day of the year will do.
            let [first, last] = [(1, 1), (12, 31)].map(|(month, day)| Date { year: of_year, month, day });
            if standard.until.is_some_and(|until| until < first) || last < standard.from {
                Self::not_in_force(scope, year, of_year, standard, None);
            }
            return true;
        };
        let day = day.of(of_year);
        if !standard.contains(day) {
            Self::not_in_force(scope, year, of_year, standard, Some(day));
        }
        self.days.contains(day)
    }

    fn not_in_force(scope: &Scope, at: &At<Decimal>, year: u16, days: Version, on: Option<Date>) {
        scope.f.at(&at.span, Problem::YearNotInForce { year, days, on, asked: AskedYear::Case });
    }
}

impl<'a> Places<'a> {
    fn new(
        scope: &'a Scope,
        file: &'a RawStandard,
        criteria: &'a [Option<Criterion>],
        recognition: Option<&'a Recognition>,
    ) -> Self {
        let of_criterion = |(c, raw): (usize, &crate::criteria::raw::RawCriterion)| {
            (0..raw.items.items.len()).map(move |i| (c, i)).collect::<Vec<_>>()
        };
        let items = file.criteria.items.iter().enumerate().flat_map(of_criterion).collect();
        Self { scope, file, criteria, recognition, items }
    }

    /// All cases of one file that are about this version; a case can take figures from any other of the file.
    fn all(&self, written: &[Written], years: &Years) -> Vec<Option<Case>> {
        let bases = base::Bases::new(self, written);
        let held = written.iter().enumerate().filter(|(_, (raw, _))| years.hold(self.scope, raw));
        held.map(|(at, case)| self.case(case, bases.figures(at), &bases)).collect()
    }

    fn case(&self, (raw, own_item): &Written, given: Option<Vec<Held>>, bases: &base::Bases) -> Option<Case> {
        let class = match (&raw.class, raw.has_class) {
            (Some(class), _) => self.scope.class(class).map(Some),
            (None, faulty) => (!faulty).then_some(None),
        };
        let expect = self.expectations(raw, *own_item);
        if !raw.has_class {
            self.class_needed(raw, &expect);
        }
        let year = raw.year.as_ref().and_then(|year| u16::try_from(year.value.to_scale(0)?).ok());
        Some(Case {
            year,
            name: raw.name.as_ref().map(|name| name.value.clone()),
            class: class?,
            base: bases.base(raw),
            given: given?.into_iter().map(|held| (held.field, held.value)).collect(),
            expect: super::all(expect)?,
            source: Arc::clone(self.scope.f.source()),
            span: raw.span.clone(),
        })
    }

    fn expectations(&self, raw: &RawCase, own_item: Option<(usize, usize)>) -> Vec<Option<(Expectation, Span)>> {
        let f = self.scope.f;
        let mut expect = Vec::new();
        if let Some(outcome) = &raw.outcome {
            let expected = self.expected(outcome);
            let of = match (&raw.target, own_item) {
                (_, Some(item)) => Some(Target::Item(item)),
                (Some(RawTarget::Item(id)), None) => self.item(id),
                (Some(RawTarget::Criterion(id)), None) => self.criterion(id),
                (None, None) => None,
            };
            expect.push(target(of, expected, &outcome.span));
        }
        for (id, outcome) in &raw.items {
            expect.push(target(self.item(id), self.expected(outcome), &outcome.span));
        }
        for (id, outcome) in &raw.criteria {
            expect.push(target(self.criterion(id), self.expected(outcome), &outcome.span));
        }
        if let Some(total) = &raw.total {
            let expected = self.expected(total);
            expect.push(expected.map(|expected| (Expectation::Total(expected), total.span.clone())));
        }
        if let Some(verdict) = &raw.verdict {
            let levels = self.file.recognition.iter().flat_map(|r| &r.levels.items).filter_map(|l| l.id.as_ref());
            let known: Vec<String> =
                VERDICTS.iter().map(|v| (*v).to_owned()).chain(levels.map(|id| id.value.clone())).collect();
            if !known.contains(&verdict.value) {
                ids::unknown(f, Kind::Verdict, verdict, known);
            }
            expect.push(Some((Expectation::Verdict(verdict.value.clone()), verdict.span.clone())));
        }
        if let Some(failed) = &raw.failed {
            let ids = failed.value.items.iter().map(|id| self.condition(id)).collect();
            expect.push(Some((Expectation::Failed(ids), failed.span.clone())));
        }
        expect
    }

    fn item(&self, id: &At<String>) -> Option<Target> {
        let position = self.scope.items.find(self.scope.f, Kind::Item, id)?;
        self.items.get(position).copied().map(Target::Item)
    }

    fn criterion(&self, id: &At<String>) -> Option<Target> {
        self.scope.criteria.find(self.scope.f, Kind::Criterion, id).map(Target::Criterion)
    }

    fn condition(&self, id: &At<String>) -> String {
        if id.value != "total" {
            let conditions: std::cell::Ref<'_, Ids> = self.scope.conditions.borrow();
            conditions.find(self.scope.f, Kind::Condition, id);
        }
        id.value.clone()
    }

    fn expected(&self, raw: &At<RawOutcome>) -> Option<Expected> {
        let points = |n: &At<Decimal>| figure::points(self.scope.f, n);
        match &raw.value {
            RawOutcome::Points(n) => points(n).map(Expected::Points),
            RawOutcome::Missing => Some(Expected::Missing),
            RawOutcome::NotApplicable(n) => points(n).map(|points| Expected::NotApplicable(Some(points))),
            RawOutcome::LeftOut => Some(Expected::NotApplicable(None)),
            RawOutcome::Between(low, high) => {
                let (least, most) = (points(low)?, points(high)?);
                if least > most {
                    figure::out_of_range(self.scope.f, low, &format!("-{}", Points::MOST), &most.to_string());
                }
                Some(Expected::Between(least, most))
            }
        }
    }

    /// Reports a case without a class where the outcome depends on it.
    fn class_needed(&self, raw: &RawCase, expect: &[Option<(Expectation, Span)>]) {
        let by_class = |c: usize, i: Option<usize>| {
            let items = self.criteria.get(c).and_then(Option::as_ref).map_or(&[][..], |criterion| &criterion.items);
            items.iter().enumerate().any(|(at, item)| i.is_none_or(|i| i == at) && is_by_class(&item.rule))
        };
        let any = || (0..self.criteria.len()).any(|c| by_class(c, None));
        let threshold = || self.recognition.is_some_and(|r| matches!(r.threshold, Some(Threshold::ByClass(_))));
        let needed = expect.iter().flatten().any(|(expectation, _)| match expectation {
            Expectation::Item(c, i, _) => by_class(*c, Some(*i)),
            Expectation::Criterion(c, _) => by_class(*c, None),
            Expectation::Total(_) => any(),
            Expectation::Verdict(_) | Expectation::Failed(_) => any() || threshold(),
        });
        if needed && self.scope.has_classes() {
            let known = self.scope.classes.known().to_vec();
            self.scope.f.at(&raw.span, Problem::CaseNeedsClass { known });
        }
    }
}

fn is_by_class(rule: &ItemRule) -> bool {
    matches!(rule, ItemRule::Scaled { scale: Scale::StepsByClass { .. }, .. })
}

#[derive(Clone, Copy)]
enum Target {
    Item((usize, usize)),
    Criterion(usize),
}

fn target(of: Option<Target>, expected: Option<Expected>, span: &Span) -> Option<(Expectation, Span)> {
    let expectation = match of? {
        Target::Item((c, i)) => Expectation::Item(c, i, expected?),
        Target::Criterion(c) => Expectation::Criterion(c, expected?),
    };
    Some((expectation, span.clone()))
}

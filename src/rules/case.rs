//! Cases: tests that stand beside the rules. Running them and reporting what fails are two things: loading reports
//! failures as diagnostics, `cfc test` shows every case in its own way.

use super::arithmetic::{Names, Shown};
use super::{Assessment, Figures, RuleSet};
use crate::criteria::model::{Case, ClassIx, Expectation, Expected, Field, FieldIx, FieldKind};
use crate::diag::{Diagnostic, Note, Place, Problem, Report, Span};
use crate::quantity::Decimal;
use crate::result::{
    CaseCheck, CaseFigure, CaseGiven, CaseRun, CaseSubject, CaseValue, CriterionScore, CriterionState, Detail,
    ItemScore, Outcome, StandardInfo, TotalScore, Verdict,
};
use std::sync::Arc;

/// The figures of a case; what is not given is missing.
pub(super) struct Given<'a>(pub(super) &'a Case);

impl Figures for Given<'_> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.0.given.iter().find(|(given, _)| *given == field).map(|(_, value)| *value)
    }

    fn class(&self) -> Option<ClassIx> {
        self.0.class
    }
}

/// Which expectations get their arithmetic: it costs more than the scoring itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// Those that are not met.
    OfFailures,
    /// All of them.
    OfAll,
}

/// Runs every case of the standard, in the order of the files.
#[must_use]
pub fn run_all(rules: &RuleSet, arithmetic: Arithmetic) -> Vec<CaseRun> {
    rules.standard().cases.iter().map(|case| run(rules, case, arithmetic)).collect()
}

fn run(rules: &RuleSet, case: &Case, arithmetic: Arithmetic) -> CaseRun {
    let assessment = rules.assess(&Given(case), Detail::Items);
    // What a case with a fault expects cannot be judged, "missing" least of all.
    let expected = if assessment.faults.is_empty() { case.expect.as_slice() } else { &[] };
    let shown = Shown { rules, given: &Given(case), found: &assessment, names: Names::Ids };
    let check = |(expectation, span): &(Expectation, Span)| check(&shown, case, expectation, span, arithmetic);
    CaseRun {
        name: case.name.clone(),
        file: case.source.name.clone(),
        line: case.source.line_column(case.span.start).0,
        place: case.place(),
        class: case.class.map(|class| class.0),
        base: case.base.as_ref().map(|base| base.name.clone()),
        given: case.given.iter().filter_map(|(field, value)| given(rules, case, *field, *value)).collect(),
        without: case.base.iter().flat_map(|base| &base.without).filter_map(|field| id(rules, *field)).collect(),
        checks: expected.iter().filter_map(check).collect(),
        faults: assessment.faults.clone(),
    }
}

fn id(rules: &RuleSet, field: FieldIx) -> Option<String> {
    rules.standard().fields.get(field.0).map(|field| field.id.clone())
}

fn given(rules: &RuleSet, case: &Case, field: FieldIx, value: i64) -> Option<CaseGiven> {
    let own = case.base.as_ref().is_none_or(|base| base.own.contains(&field));
    let field = rules.standard().fields.get(field.0)?;
    Some(CaseGiven { field: field.id.clone(), value: figure(field, value), own })
}

/// A figure as a case writes it.
pub(super) fn figure(field: &Field, value: i64) -> CaseFigure {
    match &field.kind {
        FieldKind::YesNo => CaseFigure::YesNo(value != 0),
        FieldKind::Choice(choices) => {
            let choice = usize::try_from(value).ok().and_then(|choice| choices.get(choice));
            CaseFigure::Word(choice.map_or_else(String::new, |choice| choice.id.clone()))
        }
        kind => CaseFigure::Number(Decimal::new(value, kind.digits()).trimmed()),
    }
}

/// Reports each expectation that is not met, with the arithmetic, and each script that stopped.
pub(super) fn report(runs: &[CaseRun], info: &StandardInfo, report: &mut Report) {
    for run in runs {
        for (item, message) in &run.faults {
            let problem = Problem::ScriptFailed { item: item.clone(), message: message.clone() };
            report.push(Diagnostic::new(problem, run.place.clone()));
        }
        for check in run.checks.iter().filter(|check| !check.holds) {
            let problem = Problem::CaseFails {
                case: run.name.clone(),
                what: check.what.clone(),
                expected: check.expected.to_string(),
                found: check.found.to_string(),
                arithmetic: Box::new(check.arithmetic.clone().unwrap_or_default()),
                year: None,
            };
            let found = Diagnostic::new(problem, check.place.clone()).with(run.place.clone(), Note::CaseHere);
            report.push(cites(check.subject, info).map_or(found.clone(), |cites| found.citing(cites)));
        }
    }
}

/// The article a case is about.
fn cites(subject: CaseSubject, info: &StandardInfo) -> Option<&str> {
    match subject {
        CaseSubject::Item(c, i) => Some(&info.criteria.get(c)?.items.get(i)?.cites),
        CaseSubject::Criterion(c) => Some(&info.criteria.get(c)?.cites),
        CaseSubject::Total | CaseSubject::Verdict | CaseSubject::Failed => None,
    }
}

fn check(
    shown: &Shown,
    case: &Case,
    expectation: &Expectation,
    span: &Span,
    arithmetic: Arithmetic,
) -> Option<CaseCheck> {
    let (rules, found) = (shown.rules, shown.found);
    let (subject, what, expected, found) = match expectation {
        Expectation::Item(c, i, expected) => {
            let score = found.items.get(rules.item_position(*c, *i))?;
            let id = &rules.info().criteria.get(*c)?.items.get(*i)?.id;
            (CaseSubject::Item(*c, *i), id.as_str(), value(expected), of_item(score))
        }
        Expectation::Criterion(c, expected) => {
            let id = &rules.info().criteria.get(*c)?.id;
            (CaseSubject::Criterion(*c), id.as_str(), value(expected), of_criterion(found.criteria.get(*c)?))
        }
        Expectation::Total(expected) => (CaseSubject::Total, "total", value(expected), of_total(&found.total)),
        Expectation::Verdict(expected) => {
            let verdict = rules.verdict_id(&found.verdict).to_owned();
            (CaseSubject::Verdict, "verdict", CaseValue::Verdict(expected.clone()), CaseValue::Verdict(verdict))
        }
        Expectation::Failed(expected) => {
            let failed = CaseValue::Failed(rules.failed_ids(&found.verdict));
            (CaseSubject::Failed, "failed", CaseValue::Failed(expected.clone()), failed)
        }
    };
    let holds = expected == found || matches!((&expected, &found), (CaseValue::Missing(None), CaseValue::Missing(_)));
    let arithmetic = (!holds || arithmetic == Arithmetic::OfAll).then(|| shown.arithmetic(subject));
    let place = Place::Source(Arc::clone(&case.source), span.clone());
    Some(CaseCheck { subject, what: what.to_owned(), expected, found, holds, arithmetic, place })
}

/// What the rules give for the subject of a case: points, or total and verdict of a whole commune.
pub(super) fn results(rules: &RuleSet, found: &Assessment, subject: CaseSubject) -> Vec<CaseValue> {
    match subject {
        CaseSubject::Item(c, i) => found.items.get(rules.item_position(c, i)).map(of_item).into_iter().collect(),
        CaseSubject::Criterion(c) => found.criteria.get(c).map(of_criterion).into_iter().collect(),
        CaseSubject::Total | CaseSubject::Verdict | CaseSubject::Failed => {
            vec![of_total(&found.total), CaseValue::Verdict(rules.verdict_id(&found.verdict).to_owned())]
        }
    }
}

fn value(expected: &Expected) -> CaseValue {
    match expected {
        Expected::Points(points) => CaseValue::Points(*points),
        Expected::NotApplicable(points) => CaseValue::NotApplicable(*points),
        Expected::Missing => CaseValue::Missing(None),
        Expected::Between(low, high) => CaseValue::Missing(Some((*low, *high))),
    }
}

pub(super) fn of_item(score: &ItemScore) -> CaseValue {
    match score.outcome {
        Outcome::Scored(points) => CaseValue::Points(points),
        Outcome::NotApplicable(points) => CaseValue::NotApplicable(points),
        Outcome::Missing | Outcome::Hidden => CaseValue::Missing(Some((score.low, score.high))),
    }
}

pub(super) fn of_criterion(score: &CriterionScore) -> CaseValue {
    match score.state {
        CriterionState::LeftOut => CaseValue::NotApplicable(None),
        CriterionState::Missing | CriterionState::Hidden => CaseValue::Missing(Some((score.low, score.high))),
        CriterionState::Scored | CriterionState::Zeroed => CaseValue::Points(score.low),
    }
}

pub(super) fn of_total(total: &TotalScore) -> CaseValue {
    let TotalScore { low, high, complete, .. } = *total;
    if complete { CaseValue::Points(low) } else { CaseValue::Missing(Some((low, high))) }
}

impl RuleSet {
    /// Position of an item among the items of all criteria.
    pub(super) fn item_position(&self, criterion: usize, item: usize) -> usize {
        self.info.criteria.iter().take(criterion).map(|c| c.items.len()).sum::<usize>() + item
    }

    /// The word a verdict has in data formats.
    #[must_use]
    pub fn verdict_id(&self, verdict: &Verdict) -> &str {
        verdict.id(&self.info)
    }

    /// Ids of the failed conditions in order, each once.
    #[must_use]
    pub fn failed_ids(&self, verdict: &Verdict) -> Vec<String> {
        verdict.failed_ids(&self.info).map(str::to_owned).collect()
    }
}

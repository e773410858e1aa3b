//! Cases: tests that stand beside the rules and run whenever a standard is loaded.

use super::{Assessment, Figures, RuleSet};
use crate::criteria::model::{Case, ClassIx, Expectation, Expected, FieldIx};
use crate::diag::{Diagnostic, Note, Place, Problem, Report};
use crate::lang::{Lang, Text};
use crate::result::{
    CriterionScore, CriterionState, Detail, ItemInfo, ItemScore, Outcome, Reason, TotalScore, Verdict,
};
use std::sync::Arc;

/// The figures of a case; what is not given is missing.
struct Given<'a>(&'a Case);

impl Figures for Given<'_> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        self.0.given.iter().find(|(given, _)| *given == field).map(|(_, value)| *value)
    }

    fn class(&self) -> Option<ClassIx> {
        self.0.class
    }
}

/// An expectation that is not met.
struct Unmet {
    what: String,
    expected: String,
    found: String,
    arithmetic: Text,
}

/// Runs every case of the standard and reports each expectation that is not met, with the arithmetic.
pub(super) fn run_all(rules: &RuleSet, report: &mut Report) {
    let source = &rules.standard().source;
    for case in &rules.standard().cases {
        let assessment = rules.assess(&Given(case), Detail::Items);
        for (id, message) in &assessment.faults {
            let problem = Problem::ScriptFailed { item: id.clone(), message: message.clone() };
            report.push(Diagnostic::new(problem, Place::Source(Arc::clone(source), case.span.clone())));
        }
        // What a case with a fault expects cannot be judged, "missing" least of all.
        let expected = if assessment.faults.is_empty() { case.expect.as_slice() } else { &[] };
        for (expectation, span) in expected {
            let Some(Unmet { what, expected, found, arithmetic }) = unmet(rules, expectation, &assessment) else {
                continue;
            };
            let problem = Problem::CaseFails { what, expected, found, arithmetic, year: None };
            let place = Place::Source(Arc::clone(source), span.clone());
            let case_place = Place::Source(Arc::clone(source), case.span.clone());
            report.push(Diagnostic::new(problem, place).with(case_place, Note::CaseHere));
        }
    }
}

fn unmet(rules: &RuleSet, expectation: &Expectation, found: &Assessment) -> Option<Unmet> {
    match expectation {
        Expectation::Item(criterion, item, expected) => {
            let info = rules.info().criteria.get(*criterion)?.items.get(*item)?;
            let score = found.items.get(rules.item_position(*criterion, *item))?;
            differs(&info.id, expected, &of_item(score), || Text {
                vi: arithmetic(score, info, rules, Lang::Vi),
                en: arithmetic(score, info, rules, Lang::En),
            })
        }
        Expectation::Criterion(criterion, expected) => {
            let id = &rules.info().criteria.get(*criterion)?.id;
            let score = found.criteria.get(*criterion)?;
            differs(id, expected, &of_criterion(score), || Text::same(&rules.parts(*criterion, found)))
        }
        Expectation::Total(expected) => {
            let TotalScore { low, high, complete, .. } = found.total;
            let total = if complete { Expected::Points(low) } else { Expected::Between(low, high) };
            differs("total", expected, &total, || Text::same(&rules.criteria_points(found)))
        }
        Expectation::Verdict(expected) => {
            let verdict = rules.verdict_id(&found.verdict).to_owned();
            (*expected != verdict).then(|| Unmet {
                what: "verdict".to_owned(),
                expected: expected.clone(),
                found: verdict,
                arithmetic: Text::same(&rules.criteria_points(found)),
            })
        }
        Expectation::Failed(expected) => {
            let failed = rules.failed_ids(&found.verdict);
            (*expected != failed).then(|| Unmet {
                what: "failed".to_owned(),
                expected: format!("[{}]", expected.join(", ")),
                found: format!("[{}]", failed.join(", ")),
                arithmetic: Text::same(&rules.criteria_points(found)),
            })
        }
    }
}

fn differs(what: &str, expected: &Expected, found: &Expected, arithmetic: impl FnOnce() -> Text) -> Option<Unmet> {
    (!expected.agrees_with(found)).then(|| Unmet {
        what: what.to_owned(),
        expected: expected.to_string(),
        found: found.to_string(),
        arithmetic: arithmetic(),
    })
}

fn of_item(score: &ItemScore) -> Expected {
    match score.outcome {
        Outcome::Scored(points) => Expected::Points(points),
        Outcome::NotApplicable(points) => Expected::NotApplicable(points),
        Outcome::Missing => Expected::Between(score.low, score.high),
    }
}

fn of_criterion(score: &CriterionScore) -> Expected {
    match score.state {
        CriterionState::LeftOut => Expected::NotApplicable(None),
        CriterionState::Missing => Expected::Between(score.low, score.high),
        CriterionState::Scored | CriterionState::Zeroed => Expected::Points(score.low),
    }
}

/// `98/100 = 98 → ≥ 98 → 50`, as far as each part is known.
fn arithmetic(score: &ItemScore, info: &ItemInfo, rules: &RuleSet, lang: Lang) -> String {
    let mut parts = Vec::new();
    if let Some(measured) = &score.measured {
        let value = measured.value.display(rules.info().rounding).unwrap_or_default();
        match measured.counts {
            Some((n, of)) => {
                let count = |ratio: crate::quantity::Ratio| ratio.display(rules.info().rounding).unwrap_or_default();
                parts.push(format!("{}/{} = {value}", count(n), count(of)));
            }
            None => parts.push(value),
        }
    }
    parts.extend(
        score.step.and_then(|step| info.steps.get(usize::from(step))).map(|step| step.range.get(lang).to_owned()),
    );
    parts.extend(score.reason.as_deref().map(|reason| reason_text(reason, rules, lang)));
    parts.push(of_item(score).to_string());
    parts.join(" → ")
}

fn reason_text(reason: &Reason, rules: &RuleSet, lang: Lang) -> String {
    let missing = match lang {
        Lang::Vi => "thiếu",
        Lang::En => "missing",
    };
    match reason {
        Reason::MissingFigures(fields) => {
            let id = |ix: &u16| rules.info().fields.get(usize::from(*ix)).map(|field| field.id.as_str());
            format!("{missing} {}", fields.iter().filter_map(id).collect::<Vec<_>>().join(", "))
        }
        Reason::MissingClass => format!("{missing} area_class"),
        Reason::Empty => "0/0".to_owned(),
        Reason::Gate(text) | Reason::Failed(text) => text.get(lang).to_owned(),
        Reason::Script(text) => text.get(lang).to_owned(),
    }
}

impl RuleSet {
    /// Position of an item among the items of all criteria.
    fn item_position(&self, criterion: usize, item: usize) -> usize {
        self.info.criteria.iter().take(criterion).map(|c| c.items.len()).sum::<usize>() + item
    }

    fn parts(&self, criterion: usize, found: &Assessment) -> String {
        let items = self.info.criteria.get(criterion).map_or(&[] as &[ItemInfo], |c| &c.items);
        let part = |(ix, info): (usize, &ItemInfo)| {
            let score = found.items.get(self.item_position(criterion, ix))?;
            Some(format!("{} {}", info.id, of_item(score)))
        };
        items.iter().enumerate().filter_map(part).collect::<Vec<_>>().join("; ")
    }

    fn criteria_points(&self, found: &Assessment) -> String {
        let criteria = self.info.criteria.iter().zip(&found.criteria);
        criteria.map(|(info, score)| format!("{} {}", info.id, of_criterion(score))).collect::<Vec<_>>().join("; ")
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

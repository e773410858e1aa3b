//! Cases as they were run, and what they reach.

use super::number;
use crate::lang::Text;
use crate::quantity::Ratio;
use crate::result::{CaseCheck, CaseFigure, CaseRun, CaseSheet, Coverage, CoverageGroup, Target, TargetKind};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    standards: Vec<Standard<'a>>,
}

#[derive(Serialize)]
struct Standard<'a> {
    id: &'a str,
    file: &'a str,
    passed: usize,
    failed: usize,
    cases: Vec<Case<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<Totals<'a>>,
}

#[derive(Serialize)]
struct Case<'a> {
    name: Option<&'a str>,
    file: &'a str,
    line: usize,
    class: Option<&'a str>,
    base: Option<&'a str>,
    given: BTreeMap<&'a str, Box<RawValue>>,
    without: &'a [String],
    pass: bool,
    results: Vec<Outcome<'a>>,
    faults: BTreeMap<&'a str, &'a Text>,
}

#[derive(Serialize)]
struct Outcome<'a> {
    what: &'a str,
    expected: String,
    found: String,
    pass: bool,
    arithmetic: Option<&'a Text>,
}

#[derive(Serialize)]
struct Totals<'a> {
    targets: usize,
    reached: usize,
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    id: &'a str,
    targets: usize,
    reached: usize,
    by_kind: BTreeMap<&'static str, [usize; 2]>,
    unreached: Vec<Unreached<'a>>,
}

#[derive(Serialize)]
struct Unreached<'a> {
    kind: &'static str,
    label: &'a Text,
    given: Option<BTreeMap<&'a str, Box<RawValue>>>,
    without: Option<&'a [String]>,
}

/// One object: `format`, and per standard its cases and, when it was asked for, what they reach.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn cases(sheets: &[CaseSheet]) -> serde_json::Result<Vec<u8>> {
    let standards = sheets.iter().map(standard).collect::<serde_json::Result<_>>()?;
    let mut bytes = serde_json::to_vec_pretty(&Document { format: super::FORMAT, standards })?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn standard(sheet: &CaseSheet) -> serde_json::Result<Standard<'_>> {
    let passed = sheet.passed();
    Ok(Standard {
        id: &sheet.standard.id,
        file: &sheet.which,
        passed,
        failed: sheet.runs.len() - passed,
        cases: sheet.runs.iter().map(|run| case(sheet, run)).collect::<serde_json::Result<_>>()?,
        coverage: sheet.coverage.as_ref().map(reached).transpose()?,
    })
}

fn case<'a>(sheet: &'a CaseSheet, run: &'a CaseRun) -> serde_json::Result<Case<'a>> {
    let given = run.given.iter().map(|given| Ok((given.field.as_str(), value(&given.value)?)));
    Ok(Case {
        name: run.name.as_deref(),
        file: &run.file,
        line: run.line,
        class: run.class.and_then(|class| sheet.standard.classes.get(class)).map(|class| class.id.as_str()),
        base: run.base.as_deref(),
        given: given.collect::<serde_json::Result<_>>()?,
        without: &run.without,
        pass: run.passes(),
        results: run.checks.iter().map(outcome).collect(),
        faults: run.faults.iter().map(|(id, message)| (id.as_str(), message)).collect(),
    })
}

fn outcome(check: &CaseCheck) -> Outcome<'_> {
    Outcome {
        what: &check.what,
        expected: check.expected.to_string(),
        found: check.found.to_string(),
        pass: check.holds,
        arithmetic: check.arithmetic.as_ref(),
    }
}

fn value(figure: &CaseFigure) -> serde_json::Result<Box<RawValue>> {
    match figure {
        CaseFigure::Number(number) => serde_json::value::to_raw_value(&number::exact(Ratio::from(*number))),
        CaseFigure::YesNo(yes) => serde_json::value::to_raw_value(yes),
        CaseFigure::Word(word) => serde_json::value::to_raw_value(word),
    }
}

fn reached(coverage: &Coverage) -> serde_json::Result<Totals<'_>> {
    let count = coverage.count(None);
    let groups = coverage.groups.iter().map(|of| group(coverage, of)).collect::<serde_json::Result<_>>()?;
    Ok(Totals { targets: count.all, reached: count.reached, groups })
}

fn group<'a>(coverage: &'a Coverage, group: &'a CoverageGroup) -> serde_json::Result<Group<'a>> {
    let count = group.count(None);
    let kinds = TargetKind::ALL.into_iter().map(|kind| (kind.id(), group.count(Some(kind))));
    let open = group.targets.iter().filter(|target| !target.reached);
    Ok(Group {
        id: &group.id,
        targets: count.all,
        reached: count.reached,
        by_kind: kinds.filter(|(_, of)| of.all > 0).map(|(id, of)| (id, [of.reached, of.all])).collect(),
        unreached: open.map(|target| unreached(coverage, target)).collect::<serde_json::Result<_>>()?,
    })
}

fn unreached<'a>(coverage: &'a Coverage, target: &'a Target) -> serde_json::Result<Unreached<'a>> {
    let suggestion = target.suggestion.and_then(|at| coverage.suggestions.get(at));
    let given = suggestion.map(|suggestion| {
        suggestion.given.iter().map(|(field, figure)| Ok((field.as_str(), value(figure)?))).collect()
    });
    Ok(Unreached {
        kind: target.kind.id(),
        label: &target.label,
        given: given.transpose()?,
        without: suggestion.map(|suggestion| suggestion.without.as_slice()),
    })
}

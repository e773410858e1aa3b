//! Judges a criteria file as written and turns it into a [`Standard`]; every mistake is found in one run.
//!
//! Each part is lowered by a function that reports what is wrong with it and gives `None` when it cannot be built;
//! the others go on. What could not be read has been reported by `criteria::raw` and is passed over in silence.

mod case;
mod cites;
mod consequence;
mod criterion;
mod declare;
mod domain;
mod effect;
mod fact;
mod field;
mod figure;
mod formula;
mod head;
mod ids;
mod indicator;
mod item;
mod last_year;
mod level;
mod publication;
mod recognition;
mod relation;
mod repeated;
mod scale;
mod scope;
mod script;
mod signs;
mod steps;
mod sums;
mod unused;
mod verified;

pub use ids::is_id;
pub use unused::unused_fields;
pub use verified::below_status;

use super::findings::Findings;
use super::model::{Standard, Version, Versions};
use super::raw::{self, RawCases, RawStandard, RawVersion};
use crate::diag::{Diagnostic, Place, Report, Source};
use scope::Scope;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why a script could not be had.
#[derive(Clone, Debug)]
pub(crate) enum NoScript {
    /// It is in none of these places.
    NotFound(Vec<String>),
    /// It is there, but cannot be read.
    Broken(Box<Diagnostic>),
}

/// Gives the text of a script by its name.
pub(crate) type Scripts<'a> = &'a dyn Fn(&str) -> Result<Arc<Source>, NoScript>;

/// Reads and judges a criteria file, each of its versions as a whole standard, with the cases file beside it where there
/// is one. The versions are there exactly when the report has no error.
pub(crate) fn versions(
    source: &Arc<Source>,
    cases: Option<&Arc<Source>>,
    scripts: Scripts,
) -> (Option<Versions>, Report) {
    let file = raw::read(source);
    let cache = RefCell::new(BTreeMap::new());
    let once = |name: &str| {
        let known = cache.borrow().get(name).cloned();
        known.unwrap_or_else(|| {
            let found = scripts(name);
            cache.borrow_mut().insert(name.to_owned(), found.clone());
            found
        })
    };
    let mut report = file.findings.into_report();
    if let Some(first) = file.versions.first() {
        cites::add(&mut report, &first.raw);
    }
    let (mut standards, mut reports) = (Vec::new(), Vec::new());
    let (mut beside, mut broken_beside) = (Vec::new(), Vec::new());
    for version in file.versions {
        let (days, findings) = (version.days, cases.map(Findings::new));
        let raw_cases = findings.as_ref().map(raw::read_cases);
        let (standard, found) = judged(version, findings.as_ref().zip(raw_cases.as_ref()), &once);
        reports.push(found);
        if let (Some(findings), Some(raw)) = (findings, raw_cases) {
            beside.push((days, findings.into_report()));
            broken_beside = raw.broken_lines;
        }
        standards.push(standard);
    }
    report.append(Report::merged(reports));
    consequence::remove(&mut report, &file.broken_lines);
    report.diagnostics.sort_by_key(position);
    let mut beside = Report::merged(beside);
    consequence::remove(&mut beside, &broken_beside);
    beside.diagnostics.sort_by_key(position);
    report.append(beside);
    let standards = all(standards).filter(|_| !report.has_errors());
    (standards.and_then(|standards| Versions::new(standards, file.changes)), report)
}

fn judged(
    version: RawVersion,
    beside: Option<(&Findings, &RawCases)>,
    scripts: Scripts,
) -> (Option<Standard>, (Version, Report)) {
    let RawVersion { days, raw, findings } = version;
    let standard = lower(&findings, &raw, beside, days, scripts);
    let mut report = findings.into_report();
    cites::add(&mut report, &raw);
    (standard, (days, report))
}

fn lower<'a>(
    findings: &'a Findings,
    raw: &RawStandard,
    beside: Option<(&'a Findings, &RawCases)>,
    days: Version,
    scripts: Scripts<'a>,
) -> Option<Standard> {
    let mut scope = Scope::declare(findings, raw, scripts);
    field::fields(&mut scope, raw);
    let relations = relation::relations(&scope, raw);
    let head = raw.head.as_ref().and_then(|head| head::head(&scope, head));
    let lowered = criterion::criteria(&scope, raw);
    let recognition = recognition::recognition(&scope, raw, &lowered);
    let publication = publication::publication(&scope, raw);
    sums::total(&scope, raw);
    let years = case::Years::of(head.as_ref(), days);
    let mut cases = case::cases(&scope, raw, &lowered, recognition.as_ref(), &years);
    repeated::titles(&scope, raw);
    repeated::cases(&scope, &cases, &lowered);
    // What can be reached follows from scales and sums; while those are wrong it says nothing.
    if let Some(recognition) = recognition.as_ref().filter(|_| !findings.has_errors()) {
        effect::conditions(&scope, recognition, &lowered);
    }
    unused::declared(&scope, raw);
    if let Some((beside, raw_cases)) = beside {
        // From here on everything that is found stands in the cases file.
        scope.f = beside;
        let others = case::beside(&scope, (raw, raw_cases), &lowered, recognition.as_ref(), &years);
        repeated::cases(&scope, &others, &lowered);
        cases.extend(others);
    }
    let head = head?;
    Some(Standard {
        id: head.id,
        title: head.title,
        citation: head.citation,
        in_force_from: head.from,
        in_force_until: head.until,
        version: days,
        assessed_on: head.assessed_on,
        annual_form: head.annual_form,
        total_points: head.total_points,
        rounding: head.rounding,
        points_rounding: head.points_rounding,
        code_digits: head.code_digits,
        agencies: declare::all_named(&raw.agencies)?,
        classes: declare::all_named(&raw.classes)?,
        relations: all(relations)?,
        criteria: all(lowered)?,
        recognition: recognition?,
        publication: publication?,
        cases: all(cases)?,
        scripts: scope.scripts.take(),
        fields: all(scope.field)?,
        derived: all(scope.formulas)?,
        source: Arc::clone(findings.source()),
    })
}

/// Every part, or nothing.
fn all<T>(parts: Vec<Option<T>>) -> Option<Vec<T>> {
    parts.into_iter().collect()
}

/// The outer `None` of the result means that what is there is faulty.
#[expect(clippy::option_option, reason = "absent and faulty are different")]
fn optional<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        Some(part) => part.map(Some),
        None => Some(None),
    }
}

/// Where a diagnostic belongs in the order of the report.
fn position(diagnostic: &Diagnostic) -> usize {
    match &diagnostic.place {
        Place::Source(_, span) => span.start,
        Place::Cell(_) | Place::File(_) => usize::MAX,
    }
}

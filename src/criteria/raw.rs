//! The criteria file as written: every key with its place, nothing judged.
//!
//! Reading reports syntax errors, unknown and missing keys and values of a wrong type, and goes on. What could not
//! be read is `None`; the checks pass over it, because it has been reported.

mod case;
mod criterion;
mod figure;
pub mod keys;
mod publication;
mod reader;
mod recognition;
mod rule;
mod scale;
mod slip;
mod standard;
mod syntax;
mod value;
mod versions;

pub(crate) use case::{RawCase, RawGiven, RawOutcome, RawTarget};
pub(crate) use criterion::{RawCombine, RawCriterion, RawItem, RawItemScript};
pub(crate) use figure::{RawFigure, RawMinimum, RawOrigin, RawRounding, RawScript};
pub(crate) use publication::RawPublication;
pub(crate) use reader::List;
pub(crate) use recognition::{RawFact, RawLevel, RawRecognition, RawThreshold, RawThresholds};
pub(crate) use rule::{RawChange, RawEmpty, RawGive, RawIndicator, RawMeasure, RawRate, RawSide};
pub(crate) use scale::{RawBand, RawChoicePoints, RawClassBands, RawCutoff, RawEnds, RawScale, RawSteps};
pub(crate) use standard::{RawAnnualForm, RawAssessedOn, RawDerived, RawField, RawHead, RawNamed, RawRelation};

use super::findings::Findings;
use super::model::{Date, Version};
use crate::diag::{Problem, Source, Span};
use std::borrow::Cow;
use std::sync::Arc;
use toml::de::DeTable;

/// A whole file.
#[derive(Debug, Default)]
pub(crate) struct RawStandard {
    pub(crate) head: Option<RawHead>,
    pub(crate) agencies: List<RawNamed>,
    pub(crate) fields: List<RawField>,
    pub(crate) derived: List<RawDerived>,
    pub(crate) relations: List<RawRelation>,
    pub(crate) classes: List<RawNamed>,
    pub(crate) recognition: Option<RawRecognition>,
    pub(crate) publication: Option<RawPublication>,
    pub(crate) criteria: List<RawCriterion>,
    pub(crate) cases: List<RawCase>,
}

/// A whole cases file.
#[derive(Debug, Default)]
pub(crate) struct RawCases {
    pub(crate) cases: List<RawCase>,
    /// Lines that did not parse; what is missing may stand there.
    pub(crate) broken_lines: Vec<Span>,
}

/// Reads a cases file.
pub(crate) fn read_cases(findings: &Findings) -> RawCases {
    let text = syntax::repair_decimal_commas(findings, &findings.source().text);
    let (root, errors) = DeTable::parse_recoverable(&text);
    let broken_lines = syntax::report(findings, &text, &errors);
    reader::entries_of(findings, root.get_ref(), root.span(), &keys::CASES_FILE, |t| RawCases {
        cases: t.list("case", case::case),
        broken_lines,
    })
}

/// A whole file: what holds for all its versions, and each of them.
#[derive(Debug)]
pub(crate) struct RawFile {
    /// Found about the file as a whole: its syntax, its dates.
    pub(crate) findings: Findings,
    /// In order of time; one when no figure is dated.
    pub(crate) versions: Vec<RawVersion>,
    /// Days on which figures change, with the ids of what changes.
    pub(crate) changes: Vec<(Date, Vec<String>)>,
    /// Lines that did not parse; what is missing may stand there.
    pub(crate) broken_lines: Vec<Span>,
}

/// A file as it is under the figures of one version.
#[derive(Debug)]
pub(crate) struct RawVersion {
    pub(crate) days: Version,
    pub(crate) raw: RawStandard,
    /// Found while this version was read.
    pub(crate) findings: Findings,
}

/// Reads a whole file, once for each of its versions.
pub(crate) fn read(source: &Arc<Source>) -> RawFile {
    let findings = Findings::new(source);
    let text = syntax::repair_decimal_commas(&findings, &source.text);
    let (root, errors) = DeTable::parse_recoverable(&text);
    let broken_lines = syntax::report(&findings, &text, &errors);
    if root.get_ref().is_empty() && errors.is_empty() {
        findings.at(&(0..0), Problem::EmptyFile);
        return RawFile { findings, versions: Vec::new(), changes: Vec::new(), broken_lines };
    }
    let survey = versions::survey(&findings, root.get_ref());
    let version = |days: Version| {
        let findings = Findings::new(source);
        let entries = if survey.is_dated {
            Cow::Owned(versions::resolve(root.get_ref(), days.from))
        } else {
            Cow::Borrowed(root.get_ref())
        };
        let raw = standard_of(&findings, &entries, root.span());
        RawVersion { days, raw, findings }
    };
    let versions = survey.versions().into_iter().map(version).collect();
    let changes = survey.changes.into_iter().map(|(day, ids)| (day, ids.into_iter().collect())).collect();
    RawFile { findings, versions, changes, broken_lines }
}

fn standard_of(findings: &Findings, root: &DeTable, span: Span) -> RawStandard {
    reader::entries_of(findings, root, span, &keys::FILE, |t| RawStandard {
        head: t.get("standard", standard::head),
        agencies: t.list("agency", |f, v| standard::named(f, v, &keys::AGENCY)),
        fields: t.list("field", standard::field),
        derived: t.list("derived", standard::derived),
        relations: t.list("review", standard::relation),
        classes: t.list("area_class", |f, v| standard::named(f, v, &keys::AREA_CLASS)),
        recognition: t.get("recognition", recognition::recognition),
        publication: t.get("publication", publication::publication),
        criteria: t.list("criterion", criterion::criterion),
        cases: t.list("case", case::case),
    })
}

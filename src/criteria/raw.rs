//! The criteria file as written: every key with its place, nothing judged.
//!
//! Reading reports syntax errors, unknown and missing keys and values of a wrong type, and goes on. What could not
//! be read is `None`; the checks pass over it, because it has been reported.

mod case;
mod criterion;
mod figure;
pub mod keys;
mod reader;
mod recognition;
mod rule;
mod scale;
mod standard;
mod syntax;
mod value;

pub(crate) use case::{RawCase, RawGiven, RawOutcome, RawTarget};
pub(crate) use criterion::{RawCombine, RawCriterion, RawItem, RawItemScript};
pub(crate) use figure::{RawFigure, RawMinimum, RawOrigin, RawRounding, RawScript};
pub(crate) use reader::List;
pub(crate) use recognition::{RawFact, RawLevel, RawRecognition, RawThreshold, RawThresholds};
pub(crate) use rule::{RawChange, RawEmpty, RawGive, RawIndicator, RawMeasure, RawRate, RawSide};
pub(crate) use scale::{RawBand, RawChoicePoints, RawClassBands, RawCutoff, RawEnds, RawScale, RawSteps};
pub(crate) use standard::{RawDerived, RawField, RawHead, RawNamed};

use super::findings::Findings;
use crate::diag::Span;
use toml::de::DeTable;

/// A whole file.
#[derive(Debug, Default)]
pub(crate) struct RawStandard {
    pub(crate) head: Option<RawHead>,
    pub(crate) agencies: List<RawNamed>,
    pub(crate) fields: List<RawField>,
    pub(crate) derived: List<RawDerived>,
    pub(crate) classes: List<RawNamed>,
    pub(crate) recognition: Option<RawRecognition>,
    pub(crate) criteria: List<RawCriterion>,
    pub(crate) cases: List<RawCase>,
    /// Lines that did not parse; what is missing may stand there.
    pub(crate) broken_lines: Vec<Span>,
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

/// Reads a whole file.
pub(crate) fn read(findings: &Findings) -> RawStandard {
    let text = syntax::repair_decimal_commas(findings, &findings.source().text);
    let (root, errors) = DeTable::parse_recoverable(&text);
    let broken_lines = syntax::report(findings, &text, &errors);
    reader::entries_of(findings, root.get_ref(), root.span(), &keys::FILE, |t| RawStandard {
        head: t.get("standard", standard::head),
        agencies: t.list("agency", |f, v| standard::named(f, v, &keys::AGENCY)),
        fields: t.list("field", standard::field),
        derived: t.list("derived", standard::derived),
        classes: t.list("area_class", |f, v| standard::named(f, v, &keys::AREA_CLASS)),
        recognition: t.get("recognition", recognition::recognition),
        criteria: t.list("criterion", criterion::criterion),
        cases: t.list("case", case::case),
        broken_lines,
    })
}

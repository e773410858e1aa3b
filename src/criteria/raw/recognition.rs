//! Conditions of recognition as written, and facts.

use super::figure::{self, RawFigure, RawMinimum, RawOrigin, RawScript};
use super::keys::{FACT, LEVEL, RECOGNITION, THRESHOLD, THRESHOLD_TOTAL, TOTAL_SCRIPT, WHEN};
use super::reader::{self, List, Value, both_languages};
use super::rule::{self, Owner, RawIndicator};
use super::scale::{self, RawEnds};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::diag::{Shape, Span};
use crate::lang::Text;
use toml::de::DeValue;

/// `[recognition]`.
#[derive(Debug)]
pub(crate) struct RawRecognition {
    pub(crate) threshold: Option<RawThresholds>,
    pub(crate) every_criterion_above: Option<RawFigure>,
    pub(crate) every_criterion_at_least: Option<RawMinimum>,
    pub(crate) vetoes: List<RawFact>,
    pub(crate) gates: List<RawFact>,
    pub(crate) levels: List<RawLevel>,
    pub(crate) script: Option<RawScript>,
    /// Whether any condition is there, readable or not.
    pub(crate) has_condition: bool,
    pub(crate) span: Span,
}

/// `threshold.total`.
#[derive(Debug)]
pub(crate) enum RawThresholds {
    One(Box<RawThreshold>),
    List(List<RawThreshold>, Span),
}

/// One total to reach.
#[derive(Debug)]
pub(crate) struct RawThreshold {
    pub(crate) class: Option<At<String>>,
    pub(crate) has_class: bool,
    pub(crate) figure: RawFigure,
}

/// A fact.
#[derive(Debug)]
pub(crate) struct RawFact {
    pub(crate) id: Option<At<String>>,
    pub(crate) label: Option<Text>,
    pub(crate) cites: Option<At<String>>,
    pub(crate) indicator: Option<RawIndicator>,
    pub(crate) is: RawIs,
    pub(crate) ends: Option<RawEnds>,
    pub(crate) origin: RawOrigin,
}

/// `is`, and whether it is there.
#[derive(Debug, Default)]
pub(crate) struct RawIs {
    pub(crate) word: Option<At<String>>,
    pub(crate) there: bool,
}

/// `[[recognition.level]]`.
#[derive(Debug)]
pub(crate) struct RawLevel {
    pub(crate) id: Option<At<String>>,
    pub(crate) label: Option<Text>,
    pub(crate) ends: RawEnds,
    pub(crate) origin: RawOrigin,
}

pub(super) fn recognition(f: &Findings, from: &Value) -> Option<RawRecognition> {
    // A gate only withholds a score and a script only computes the total: neither decides.
    let deciding = ["threshold", "every_criterion_above", "every_criterion_at_least", "veto", "level"];
    reader::table(f, from, &RECOGNITION, |t| RawRecognition {
        has_condition: deciding.iter().any(|key| t.has(key)),
        threshold: t.get("threshold", threshold),
        every_criterion_above: t.get("every_criterion_above", figure::points_figure),
        every_criterion_at_least: t.get("every_criterion_at_least", figure::minimum),
        vetoes: t.list("veto", fact),
        gates: t.list("gate", fact),
        levels: t.list("level", level),
        script: t.get("script", |f, v| reader::table(f, v, &TOTAL_SCRIPT, |t| figure::script(t, "name"))),
        span: t.span(),
    })
}

fn threshold(f: &Findings, from: &Value) -> Option<RawThresholds> {
    reader::table(f, from, &THRESHOLD, |t| t.get("total", totals)).flatten()
}

fn totals(f: &Findings, from: &Value) -> Option<RawThresholds> {
    match from.get_ref() {
        DeValue::Table(_) => total(f, from).map(|one| RawThresholds::One(Box::new(one))),
        // What is left of the versions of a threshold that is the same for all.
        DeValue::Array(list) if list.len() == 1 && !list.iter().any(names_class) => {
            list.first().and_then(|one| total(f, one)).map(|one| RawThresholds::One(Box::new(one)))
        }
        _ => Some(RawThresholds::List(reader::list(f, from, total)?, from.span())),
    }
}

/// Whether an entry is about an area class; what is no table is reported where it is read.
fn names_class(entry: &Value) -> bool {
    entry.get_ref().as_table().is_none_or(|entry| entry.contains_key("class"))
}

fn total(f: &Findings, from: &Value) -> Option<RawThreshold> {
    reader::table(f, from, &THRESHOLD_TOTAL, |t| RawThreshold {
        class: t.get("class", value::text),
        has_class: t.has("class"),
        figure: RawFigure { value: t.get("at_least", value::number), origin: figure::origin(t) },
    })
}

pub(super) fn fact(f: &Findings, from: &Value) -> Option<RawFact> {
    reader::table(f, from, &FACT, |t| {
        let when = t.get("when", when);
        let (indicator, is, ends) = when.map_or((None, RawIs::default(), None), |(i, is, e)| (i, is, Some(e)));
        RawFact {
            id: t.get("id", value::text),
            label: t.get("label", both_languages),
            cites: t.get("cites", value::text),
            indicator,
            is,
            ends,
            origin: figure::origin(t),
        }
    })
}

fn when(f: &Findings, from: &Value) -> Option<(Option<RawIndicator>, RawIs, RawEnds)> {
    if !matches!(from.get_ref(), DeValue::Table(_)) {
        return value::wrong(f, from, Shape::Table);
    }
    reader::table(f, from, &WHEN, |t| {
        let indicator = t.get("indicator", |f, v| rule::indicator(f, v, Owner::Fact));
        let is = RawIs { word: t.get("is", value::text), there: t.has("is") };
        (indicator, is, scale::ends(t))
    })
}

fn level(f: &Findings, from: &Value) -> Option<RawLevel> {
    reader::table(f, from, &LEVEL, |t| RawLevel {
        id: t.get("id", value::text),
        label: t.get("label", both_languages),
        ends: scale::ends(t),
        origin: figure::origin(t),
    })
}

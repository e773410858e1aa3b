//! Cases as written.

use super::keys::{CASE, ITEM_CASE, OUTCOMES};
use super::reader::{self, List, TableReader, Value};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::diag::{Problem, Shape, Span};
use crate::quantity::Decimal;
use toml::de::DeValue;

/// `[[case]]`, or one of an item's `cases`.
#[derive(Debug)]
pub(crate) struct RawCase {
    pub(crate) name: Option<At<String>>,
    pub(crate) year: Option<At<Decimal>>,
    pub(crate) class: Option<At<String>>,
    /// Whether `class` is there, readable or not.
    pub(crate) has_class: bool,
    /// Name of the case whose figures this one changes.
    pub(crate) base: Option<At<String>>,
    /// Whether `base` is there, readable or not.
    pub(crate) has_base: bool,
    /// Fields of the base that are not given here.
    pub(crate) without: List<At<String>>,
    pub(crate) given: Vec<(At<String>, At<RawGiven>)>,
    /// The one item or criterion the outcome is about; an item's own case has none.
    pub(crate) target: Option<RawTarget>,
    pub(crate) outcome: Option<At<RawOutcome>>,
    pub(crate) items: Vec<(At<String>, At<RawOutcome>)>,
    pub(crate) criteria: Vec<(At<String>, At<RawOutcome>)>,
    pub(crate) total: Option<At<RawOutcome>>,
    pub(crate) verdict: Option<At<String>>,
    pub(crate) failed: Option<At<List<At<String>>>>,
    pub(crate) span: Span,
}

/// `item` or `criterion`.
#[derive(Debug)]
pub(crate) enum RawTarget {
    Item(At<String>),
    Criterion(At<String>),
}

/// A figure of a case.
#[derive(Clone, Debug)]
pub(crate) enum RawGiven {
    Number(Decimal),
    YesNo(bool),
    Word(String),
}

/// An expected outcome.
#[derive(Clone, Debug)]
pub(crate) enum RawOutcome {
    Points(At<Decimal>),
    Missing,
    NotApplicable(At<Decimal>),
    LeftOut,
    Between(At<Decimal>, At<Decimal>),
}

pub(super) fn item_case(f: &Findings, from: &Value) -> Option<RawCase> {
    reader::table(f, from, &ITEM_CASE, |t| {
        let mut case = common(t);
        case.outcome = t.exactly_one(OUTCOMES).and_then(|key| outcome(t, key));
        case
    })
}

pub(super) fn case(f: &Findings, from: &Value) -> Option<RawCase> {
    reader::table(f, from, &CASE, |t| {
        let mut case = common(t);
        let one = OUTCOMES.iter().any(|key| t.has(key));
        let (item, criterion) = (t.has("item"), t.has("criterion"));
        if one || item || criterion {
            let target = t.exactly_one(&["item", "criterion"]);
            case.target = match target {
                Some("item") => t.get("item", value::text).map(RawTarget::Item),
                _ => t.get("criterion", value::text).map(RawTarget::Criterion),
            };
            case.outcome = t.exactly_one(OUTCOMES).and_then(|key| outcome(t, key));
        }
        case.items = t.get("items", |f, v| reader::map(f, v, outcome_word)).unwrap_or_default();
        case.criteria = t.get("criteria", |f, v| reader::map(f, v, outcome_word)).unwrap_or_default();
        case.total = t.get("total", total);
        case.verdict = t.get("verdict", |f, v| value::text(f, v).filter(|_| !is_open(f, v, VERDICTS)));
        case.failed = t.get("failed", |f, v| Some(At::new(reader::list(f, v, value::text)?, v.span())));
        let whole = ["items", "criteria", "total", "verdict", "failed"];
        if !one && !item && !criterion && !whole.iter().any(|key| t.has(key)) {
            let keys = vec!["item", "criterion", "items", "criteria", "total", "verdict", "failed"];
            f.at(&t.span(), Problem::OneOf { keys, found: Vec::new() });
        }
        case
    })
}

fn common(t: &TableReader) -> RawCase {
    t.at_least_one(&["given", "base"]);
    RawCase {
        name: t.get("name", value::text),
        year: t.get("year", value::number),
        class: t.get("class", value::text),
        has_class: t.has("class"),
        base: t.get("base", value::text),
        has_base: t.has("base"),
        without: t.list("without", value::text),
        given: t.get("given", |f, v| reader::map(f, v, given)).unwrap_or_default(),
        target: None,
        outcome: None,
        items: Vec::new(),
        criteria: Vec::new(),
        total: None,
        verdict: None,
        failed: None,
        span: t.span(),
    }
}

fn given(f: &Findings, from: &Value) -> Option<At<RawGiven>> {
    let read = match from.get_ref() {
        DeValue::Boolean(yes) => RawGiven::YesNo(*yes),
        DeValue::String(_) => RawGiven::Word(value::text(f, from)?.value),
        DeValue::Integer(_) | DeValue::Float(_) => RawGiven::Number(value::number(f, from)?.value),
        _ => return value::wrong(f, from, Shape::NumberOrText),
    };
    Some(At::new(read, from.span()))
}

fn outcome(t: &TableReader, key: &'static str) -> Option<At<RawOutcome>> {
    t.get(key, |f, v| {
        if is_open(f, v, POINTS) {
            return None;
        }
        let read = match key {
            "points" => RawOutcome::Points(value::number(f, v)?),
            "missing" => only_true(f, v)?,
            "not_applicable" if value::shape(v) == Shape::Text => word(f, v, &["left-out"])?,
            "not_applicable" => RawOutcome::NotApplicable(value::number(f, v)?),
            _ => between(f, v)?,
        };
        Some(At::new(read, v.span()))
    })
}

/// What can be typed instead of `"?"`.
const POINTS: &[&str] = &["points = 50", "missing = true"];
const WORDS: &[&str] = &["50", "\"missing\""];
const TOTALS: &[&str] = &["total = 850", "total = \"missing\""];
const VERDICTS: &[&str] = &["verdict = \"recognised\"", "verdict = \"not_recognised\""];

/// Reports a result that was left for the author of the case to fill in.
fn is_open(f: &Findings, from: &Value, examples: &'static [&'static str]) -> bool {
    let open = matches!(from.get_ref(), DeValue::String(text) if text.trim() == "?");
    if open {
        f.at(&from.span(), Problem::CaseNotFilledIn { examples });
    }
    open
}

/// `missing = false` would say nothing.
fn only_true(f: &Findings, from: &Value) -> Option<RawOutcome> {
    if value::boolean(f, from)?.value {
        return Some(RawOutcome::Missing);
    }
    let allowed = vec!["true".to_owned()];
    f.at(&from.span(), Problem::UnknownWord { found: "false".to_owned(), allowed, meant: None });
    None
}

fn word(f: &Findings, from: &Value, allowed: &[&str]) -> Option<RawOutcome> {
    let found = value::text(f, from)?;
    match found.value.as_str() {
        "missing" if allowed.contains(&"missing") => Some(RawOutcome::Missing),
        "left-out" if allowed.contains(&"left-out") => Some(RawOutcome::LeftOut),
        other => {
            let meant = crate::diag::nearest(other, allowed.iter().copied()).map(str::to_owned);
            let allowed = allowed.iter().map(|w| (*w).to_owned()).collect();
            f.at(&found.span, Problem::UnknownWord { found: other.to_owned(), allowed, meant });
            None
        }
    }
}

fn outcome_word(f: &Findings, from: &Value) -> Option<At<RawOutcome>> {
    let read = match from.get_ref() {
        DeValue::String(_) if is_open(f, from, WORDS) => return None,
        DeValue::String(_) => word(f, from, &["missing", "left-out"])?,
        DeValue::Integer(_) | DeValue::Float(_) => RawOutcome::Points(value::number(f, from)?),
        _ => return value::wrong(f, from, Shape::NumberOrText),
    };
    Some(At::new(read, from.span()))
}

fn total(f: &Findings, from: &Value) -> Option<At<RawOutcome>> {
    let read = match from.get_ref() {
        DeValue::String(_) if is_open(f, from, TOTALS) => return None,
        DeValue::String(_) => word(f, from, &["missing"])?,
        DeValue::Array(_) => between(f, from)?,
        DeValue::Integer(_) | DeValue::Float(_) => RawOutcome::Points(value::number(f, from)?),
        _ => return value::wrong(f, from, Shape::NumberOrText),
    };
    Some(At::new(read, from.span()))
}

/// Exactly two numbers; `[0,5, 10]` is how a decimal comma shows in a list.
fn between(f: &Findings, from: &Value) -> Option<RawOutcome> {
    let numbers = reader::list(f, from, value::number)?;
    let found = numbers.items.len();
    if let Ok([low, high]) = <[At<Decimal>; 2]>::try_from(numbers.items) {
        return Some(RawOutcome::Between(low, high));
    }
    if numbers.whole {
        f.at(&from.span(), Problem::WrongLength { found, expected: 2 });
    }
    None
}

//! The head of the file and what it declares: agencies, fields, derived fields, area classes.

use super::figure::{self, RawFigure, RawOrigin, RawRounding};
use super::keys::{ANNUAL_FORM, ASSESSED_ON, CHOICE, DERIVED, FIELD, IN_FORCE, RELATIONS, REVIEW, STANDARD, Table};
use super::reader::{self, List, Value, both_languages};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::criteria::model::Date;
use crate::diag::Span;
use crate::lang::Text;
use crate::quantity::Decimal;

/// `[standard]`.
#[derive(Debug)]
pub(crate) struct RawHead {
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Option<Text>,
    pub(crate) citation: Option<At<String>>,
    pub(crate) from: Option<At<Date>>,
    pub(crate) until: Option<At<Date>>,
    pub(crate) total_points: Option<RawFigure>,
    pub(crate) rounding: Option<RawRounding>,
    pub(crate) points_rounding: Option<RawRounding>,
    /// Whether `points_rounding` is there, readable or not.
    pub(crate) has_points_rounding: bool,
    pub(crate) assessed_on: Option<RawAssessedOn>,
    pub(crate) annual_form: Option<RawAnnualForm>,
    pub(crate) code_digits: Option<At<Decimal>>,
    pub(crate) span: Span,
}

/// `assessed_on`.
#[derive(Debug)]
pub(crate) struct RawAssessedOn {
    pub(crate) month: Option<At<Decimal>>,
    pub(crate) day: Option<At<Decimal>>,
    pub(crate) origin: RawOrigin,
}

/// `annual_form`.
#[derive(Debug)]
pub(crate) struct RawAnnualForm {
    pub(crate) code: Option<At<String>>,
    pub(crate) title: Option<Text>,
    pub(crate) note: Option<Text>,
}

/// An id with its label.
#[derive(Debug)]
pub(crate) struct RawNamed {
    pub(crate) id: Option<At<String>>,
    pub(crate) label: Option<Text>,
    pub(crate) span: Span,
}

/// `[[field]]`.
#[derive(Debug)]
pub(crate) struct RawField {
    pub(crate) id: Option<At<String>>,
    pub(crate) label: Option<At<Text>>,
    pub(crate) kind: Option<At<String>>,
    pub(crate) digits: Option<At<Decimal>>,
    pub(crate) digits_key: Option<Span>,
    pub(crate) choices: List<RawNamed>,
    pub(crate) choices_key: Option<Span>,
    pub(crate) unit: Option<Text>,
    pub(crate) unit_key: Option<Span>,
    pub(crate) supplied_by: List<At<String>>,
    pub(crate) definition: Option<Text>,
    pub(crate) at_most: List<At<String>>,
    pub(crate) at_least: Option<At<Decimal>>,
    pub(crate) above: Option<At<Decimal>>,
    pub(crate) changeable: Option<At<String>>,
    pub(crate) last_year_of: Option<At<String>>,
    pub(crate) varies_by_year: Option<At<bool>>,
    pub(crate) means_missing: List<At<String>>,
    pub(crate) means_zero: List<At<String>>,
    pub(crate) sensitive: Option<At<bool>>,
    pub(crate) span: Span,
}

/// `[[derived]]`.
#[derive(Debug)]
pub(crate) struct RawDerived {
    pub(crate) id: Option<At<String>>,
    pub(crate) label: Option<Text>,
    pub(crate) formula: Option<At<String>>,
    pub(crate) span: Span,
}

/// `[[review]]`.
#[derive(Debug)]
pub(crate) struct RawRelation {
    pub(crate) sum_of: List<At<String>>,
    /// Whether it is `needs` that is there, not `at_most`; `None` unless one of the two is.
    pub(crate) holds: Option<(bool, At<String>)>,
    pub(crate) level: Option<At<String>>,
    pub(crate) because: Option<Text>,
    pub(crate) span: Span,
}

pub(super) fn head(f: &Findings, from: &Value) -> Option<RawHead> {
    reader::table(f, from, &STANDARD, |t| {
        let days = t.get("in_force", in_force);
        RawHead {
            id: t.get("id", value::text),
            title: t.get("title", both_languages),
            citation: t.get("citation", value::text),
            from: days.as_ref().and_then(|days| days.0.clone()),
            until: days.and_then(|days| days.1),
            total_points: t.get("total_points", figure::value_figure),
            rounding: t.get("rounding", figure::display_rounding),
            has_points_rounding: t.has("points_rounding"),
            points_rounding: t.get("points_rounding", figure::rounding),
            assessed_on: t.get("assessed_on", assessed_on),
            annual_form: t.get("annual_form", annual_form),
            code_digits: t.get("code_digits", value::number),
            span: t.span(),
        }
    })
}

fn assessed_on(f: &Findings, from: &Value) -> Option<RawAssessedOn> {
    reader::table(f, from, &ASSESSED_ON, |t| RawAssessedOn {
        month: t.get("month", value::number),
        day: t.get("day", value::number),
        origin: figure::origin(t),
    })
}

fn annual_form(f: &Findings, from: &Value) -> Option<RawAnnualForm> {
    reader::table(f, from, &ANNUAL_FORM, |t| RawAnnualForm {
        code: t.get("code", value::text),
        title: t.get("title", both_languages),
        note: t.get("note", both_languages),
    })
}

type Days = (Option<At<Date>>, Option<At<Date>>);

fn in_force(f: &Findings, from: &Value) -> Option<Days> {
    reader::table(f, from, &IN_FORCE, |t| (t.get("from", value::date), t.get("until", value::date)))
}

pub(super) fn named(f: &Findings, from: &Value, shape: &'static Table) -> Option<RawNamed> {
    reader::table(f, from, shape, |t| RawNamed {
        id: t.get("id", value::text),
        label: t.get("label", both_languages),
        span: t.span(),
    })
}

pub(super) fn field(f: &Findings, from: &Value) -> Option<RawField> {
    reader::table(f, from, &FIELD, |t| RawField {
        id: t.get("id", value::text),
        label: t.get("label", |f, v| Some(At::new(both_languages(f, v)?, v.span()))),
        kind: t.get("type", value::text),
        digits: t.get("digits", value::number),
        digits_key: t.key_span("digits"),
        choices: t.list("choices", |f, v| named(f, v, &CHOICE)),
        choices_key: t.key_span("choices"),
        unit: t.get("unit", both_languages),
        unit_key: t.key_span("unit"),
        supplied_by: t.get("supplied_by", value::one_or_more_texts).unwrap_or_default(),
        definition: t.get("definition", both_languages),
        at_most: t.get("at_most", value::one_or_more_texts).unwrap_or_default(),
        at_least: t.get("at_least", value::number),
        above: t.get("above", value::number),
        changeable: t.get("changeable", value::text),
        last_year_of: t.get("last_year_of", value::text),
        varies_by_year: t.get("varies_by_year", value::boolean),
        means_missing: t.get("means_missing", value::one_or_more_texts).unwrap_or_default(),
        means_zero: t.get("means_zero", value::one_or_more_texts).unwrap_or_default(),
        sensitive: t.get("sensitive", value::boolean),
        span: t.span(),
    })
}

pub(super) fn derived(f: &Findings, from: &Value) -> Option<RawDerived> {
    reader::table(f, from, &DERIVED, |t| RawDerived {
        id: t.get("id", value::text),
        label: t.get("label", both_languages),
        formula: t.get("formula", value::text),
        span: t.span(),
    })
}

pub(super) fn relation(f: &Findings, from: &Value) -> Option<RawRelation> {
    reader::table(f, from, &REVIEW, |t| {
        let limits = (t.get("at_most", value::text), t.get("needs", value::text));
        let holds = match (t.exactly_one(RELATIONS), limits) {
            (Some("at_most"), (Some(limit), _)) => Some((false, limit)),
            (Some("needs"), (_, Some(other))) => Some((true, other)),
            _ => None,
        };
        RawRelation {
            sum_of: t.get("sum_of", value::one_or_more_texts).unwrap_or(List { items: Vec::new(), whole: false }),
            holds,
            level: t.get("level", value::text),
            because: t.get("because", both_languages),
            span: t.span(),
        }
    })
}

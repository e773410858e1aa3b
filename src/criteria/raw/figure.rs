//! Figures as written: a number with its status and evidence, roundings, scripts with their figures.

use super::keys::{DISPLAY_ROUNDING, MINIMUM, MINIMUM_KINDS, ROUNDING, Table, VALUE};
use super::reader::{self, TableReader, Value};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::criteria::model::Date;
use crate::diag::Span;
use crate::quantity::Decimal;

/// `status`, `evidence`, `by`, `on`.
#[derive(Clone, Debug)]
pub(crate) struct RawOrigin {
    pub(crate) status: Option<At<String>>,
    pub(crate) evidence: Option<At<String>>,
    pub(crate) by: Option<At<String>>,
    pub(crate) on: Option<At<Date>>,
    /// Whether `by` and `on` are there, readable or not.
    pub(crate) is_signed: bool,
    /// The table of the figure.
    pub(crate) span: Span,
}

/// One number with its origin.
#[derive(Clone, Debug)]
pub(crate) struct RawFigure {
    pub(crate) value: Option<At<Decimal>>,
    pub(crate) origin: RawOrigin,
}

/// A rounding; display rounding has no origin.
#[derive(Clone, Debug)]
pub(crate) struct RawRounding {
    pub(crate) digits: Option<At<Decimal>>,
    pub(crate) mode: Option<At<String>>,
    pub(crate) origin: Option<RawOrigin>,
}

/// `points` or `share`.
#[derive(Clone, Debug)]
pub(crate) struct RawMinimum {
    pub(crate) points: Option<At<Decimal>>,
    pub(crate) share: Option<At<Decimal>>,
    pub(crate) origin: RawOrigin,
}

/// The use of a script.
#[derive(Clone, Debug)]
pub(crate) struct RawScript {
    pub(crate) name: Option<At<String>>,
    pub(crate) figures: Vec<(At<String>, RawFigure)>,
    pub(crate) span: Span,
}

pub(super) fn origin(t: &TableReader) -> RawOrigin {
    RawOrigin {
        status: t.get("status", value::text),
        evidence: t.get("evidence", value::text),
        by: t.get("by", value::text),
        on: t.get("on", value::date),
        is_signed: t.has("by") && t.has("on"),
        span: t.span(),
    }
}

/// A table with one number under `key`.
pub(super) fn figure(f: &Findings, from: &Value, shape: &'static Table, key: &'static str) -> Option<RawFigure> {
    reader::table(f, from, shape, |t| RawFigure { value: t.get(key, value::number), origin: origin(t) })
}

pub(super) fn value_figure(f: &Findings, from: &Value) -> Option<RawFigure> {
    figure(f, from, &VALUE, "value")
}

pub(super) fn points_figure(f: &Findings, from: &Value) -> Option<RawFigure> {
    figure(f, from, &super::keys::POINTS, "points")
}

pub(super) fn rounding(f: &Findings, from: &Value) -> Option<RawRounding> {
    reader::table(f, from, &ROUNDING, |t| RawRounding {
        digits: t.get("digits", value::number),
        mode: t.get("mode", value::text),
        origin: Some(origin(t)),
    })
}

pub(super) fn display_rounding(f: &Findings, from: &Value) -> Option<RawRounding> {
    reader::table(f, from, &DISPLAY_ROUNDING, |t| RawRounding {
        digits: t.get("digits", value::number),
        mode: t.get("mode", value::text),
        origin: None,
    })
}

pub(super) fn minimum(f: &Findings, from: &Value) -> Option<RawMinimum> {
    reader::table(f, from, &MINIMUM, |t| {
        t.exactly_one(MINIMUM_KINDS);
        RawMinimum { points: t.get("points", value::number), share: t.get("share", value::number), origin: origin(t) }
    })
}

/// The name under `key` and the figures of a table that names a script.
pub(super) fn script(t: &TableReader, key: &'static str) -> RawScript {
    let figures = t.get("figures", |f, v| reader::map(f, v, value_figure));
    RawScript { name: t.get(key, value::text), figures: figures.unwrap_or_default(), span: t.span() }
}

//! Indicators as written, and what they say about 0/0.

use super::figure::{self, RawOrigin, RawRounding, RawScript};
use super::keys::{CHANGE, CHANGE_RATE, GIVE, HOLDS, INDICATOR, RATE, VALUE_OF, VALUE_SCRIPT};
use super::reader::{self, List, TableReader, Value};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::diag::{Shape, Span};
use crate::quantity::Decimal;
use toml::de::DeValue;

/// `indicator`.
#[derive(Debug)]
pub(crate) struct RawIndicator {
    pub(crate) measure: RawMeasure,
    /// What is said about 0/0.
    pub(crate) when_empty: Option<RawEmpty>,
    /// Whether something is said about 0/0, readable or not.
    pub(crate) has_when_empty: bool,
    pub(crate) round: Option<RawRounding>,
    /// The table or text after the kind.
    pub(crate) span: Span,
}

/// What is measured.
#[derive(Debug)]
pub(crate) enum RawMeasure {
    Rate(RawRate),
    Count(Option<At<String>>),
    Value(Option<At<String>>),
    YesNo(Option<At<String>>),
    Choice(Option<At<String>>),
    Change(RawChange),
    YearsInARow(List<At<String>>),
    Script { script: RawScript, per: Option<At<Decimal>> },
}

impl RawMeasure {
    /// The key it is written with.
    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Self::Rate(_) => "rate",
            Self::Count(_) => "count",
            Self::Value(_) => "value",
            Self::YesNo(_) => "yes_no",
            Self::Choice(_) => "choice",
            Self::Change(_) => "change",
            Self::YearsInARow(_) => "years_in_a_row",
            Self::Script { .. } => "script",
        }
    }
}

/// `{ of, over, per }`.
#[derive(Debug)]
pub(crate) struct RawRate {
    pub(crate) of: Option<At<String>>,
    pub(crate) over: Option<At<String>>,
    pub(crate) per: Option<At<Decimal>>,
}

/// `{ of, since, as, per }`.
#[derive(Debug)]
pub(crate) struct RawChange {
    pub(crate) of: Option<RawSide>,
    pub(crate) since: Option<RawSide>,
    pub(crate) kind: Option<At<String>>,
    pub(crate) per: Option<At<Decimal>>,
}

/// One side of a change.
#[derive(Debug)]
pub(crate) enum RawSide {
    Plain(At<String>),
    Rate(RawRate),
}

/// `when_empty`.
#[derive(Debug)]
pub(crate) enum RawEmpty {
    /// A word instead of a table.
    Word(At<String>),
    /// `{ give = … }` of an item.
    Give(Option<At<RawGive>>, RawOrigin),
    /// `{ holds = … }` of a fact.
    Holds(Option<At<bool>>, RawOrigin),
}

/// `give`.
#[derive(Clone, Debug)]
pub(crate) enum RawGive {
    Word(String),
    Points(Decimal),
}

/// Who has the indicator; they say different things about 0/0.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    Item,
    Fact,
}

pub(super) fn indicator(f: &Findings, from: &Value, owner: Owner) -> Option<RawIndicator> {
    reader::table(f, from, &INDICATOR, |t| {
        t.exactly_one(&INDICATOR.exactly_one()).and_then(|kind| match kind {
            "rate" => t.get(kind, |f, v| rate(f, v, owner)),
            "count" => t.get(kind, |f, v| Some(plain(RawMeasure::Count(value::text(f, v)), v))),
            "value" => t.get(kind, value_of),
            "yes_no" => t.get(kind, |f, v| Some(plain(RawMeasure::YesNo(value::text(f, v)), v))),
            "choice" => t.get(kind, |f, v| Some(plain(RawMeasure::Choice(value::text(f, v)), v))),
            "change" => t.get(kind, |f, v| change(f, v, owner)),
            "years_in_a_row" => t.get(kind, |_, v| {
                let years = t.list("years_in_a_row", value::text);
                Some(plain(RawMeasure::YearsInARow(years), v))
            }),
            _ => t.get(kind, |f, v| script(f, v, owner)),
        })
    })
    .flatten()
}

/// An indicator that is a bare id.
fn plain(measure: RawMeasure, from: &Value) -> RawIndicator {
    RawIndicator { measure, when_empty: None, has_when_empty: false, round: None, span: from.span() }
}

fn rate(f: &Findings, from: &Value, owner: Owner) -> Option<RawIndicator> {
    reader::table(f, from, &RATE, |t| measured(t, owner, RawMeasure::Rate(raw_rate(t))))
}

fn raw_rate(t: &TableReader) -> RawRate {
    RawRate { of: t.get("of", value::text), over: t.get("over", value::text), per: t.get("per", value::number) }
}

/// A measure with its rules for 0/0 and for rounding.
fn measured(t: &TableReader, owner: Owner, measure: RawMeasure) -> RawIndicator {
    RawIndicator {
        measure,
        has_when_empty: t.has("when_empty"),
        when_empty: t.get("when_empty", |f, v| when_empty(f, v, owner)),
        round: t.get("round", figure::rounding),
        span: t.span(),
    }
}

fn value_of(f: &Findings, from: &Value) -> Option<RawIndicator> {
    match from.get_ref() {
        DeValue::String(_) => Some(plain(RawMeasure::Value(value::text(f, from)), from)),
        DeValue::Table(_) => reader::table(f, from, &VALUE_OF, |t| RawIndicator {
            measure: RawMeasure::Value(t.get("of", value::text)),
            when_empty: None,
            has_when_empty: false,
            round: t.get("round", figure::rounding),
            span: t.span(),
        }),
        _ => value::wrong(f, from, Shape::TextOrTable),
    }
}

fn change(f: &Findings, from: &Value, owner: Owner) -> Option<RawIndicator> {
    reader::table(f, from, &CHANGE, |t| {
        let change = RawChange {
            of: t.get("of", side),
            since: t.get("since", side),
            kind: t.get("as", value::text),
            per: t.get("per", value::number),
        };
        measured(t, owner, RawMeasure::Change(change))
    })
}

fn side(f: &Findings, from: &Value) -> Option<RawSide> {
    match from.get_ref() {
        DeValue::String(_) => value::text(f, from).map(RawSide::Plain),
        DeValue::Table(_) => reader::table(f, from, &CHANGE_RATE, |t| RawSide::Rate(raw_rate(t))),
        _ => value::wrong(f, from, Shape::TextOrTable),
    }
}

fn script(f: &Findings, from: &Value, owner: Owner) -> Option<RawIndicator> {
    reader::table(f, from, &VALUE_SCRIPT, |t| {
        let measure = RawMeasure::Script { script: figure::script(t, "name"), per: t.get("per", value::number) };
        measured(t, owner, measure)
    })
}

fn when_empty(f: &Findings, from: &Value, owner: Owner) -> Option<RawEmpty> {
    match (from.get_ref(), owner) {
        (DeValue::String(_), Owner::Item) => value::text(f, from).map(RawEmpty::Word),
        (DeValue::Table(_), Owner::Item) => {
            reader::table(f, from, &GIVE, |t| RawEmpty::Give(t.get("give", give), figure::origin(t)))
        }
        (_, Owner::Item) => value::wrong(f, from, Shape::TextOrTable),
        (_, Owner::Fact) => {
            reader::table(f, from, &HOLDS, |t| RawEmpty::Holds(t.get("holds", value::boolean), figure::origin(t)))
        }
    }
}

fn give(f: &Findings, from: &Value) -> Option<At<RawGive>> {
    match from.get_ref() {
        DeValue::String(_) => value::text(f, from).map(|word| At::new(RawGive::Word(word.value), word.span)),
        DeValue::Integer(_) | DeValue::Float(_) => {
            value::number(f, from).map(|points| At::new(RawGive::Points(points.value), points.span))
        }
        _ => value::wrong(f, from, Shape::NumberOrText),
    }
}

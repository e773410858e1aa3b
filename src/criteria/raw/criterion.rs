//! Criteria and items as written.

use super::case::{self, RawCase};
use super::figure::{self, RawFigure, RawMinimum, RawOrigin, RawScript};
use super::keys::{COMBINE_SCRIPT, CRITERION, ITEM, ITEM_KINDS, ITEM_SCRIPT};
use super::reader::{self, List, Value, both_languages};
use super::recognition::{self, RawFact};
use super::rule::{self, Owner, RawIndicator};
use super::scale::{self, RawScale};
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::diag::{Problem, Shape, Span};
use crate::lang::Text;
use crate::quantity::Decimal;
use toml::de::DeValue;

/// `[[criterion]]`.
#[derive(Debug)]
pub(crate) struct RawCriterion {
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Option<Text>,
    pub(crate) cites: Option<At<String>>,
    pub(crate) points: Option<RawFigure>,
    pub(crate) combine: Option<RawCombine>,
    pub(crate) floor: Option<RawFigure>,
    pub(crate) minimum: Option<RawMinimum>,
    pub(crate) follow_up: Option<At<String>>,
    pub(crate) zero_when: List<RawFact>,
    pub(crate) items: List<RawItem>,
    pub(crate) span: Span,
}

/// `combine`.
#[derive(Debug)]
pub(crate) enum RawCombine {
    Word(At<String>),
    Script(RawScript),
}

/// `[[criterion.item]]`.
#[derive(Debug)]
pub(crate) struct RawItem {
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Option<Text>,
    pub(crate) cites: Option<At<String>>,
    pub(crate) indicator: Option<RawIndicator>,
    pub(crate) scale: Option<RawScale>,
    pub(crate) script: Option<RawItemScript>,
    pub(crate) bonus: Option<At<bool>>,
    pub(crate) gate: Option<RawFact>,
    pub(crate) follow_up: Option<At<String>>,
    pub(crate) cases: List<RawCase>,
    pub(crate) span: Span,
}

/// `script` of an item.
#[derive(Debug)]
pub(crate) struct RawItemScript {
    pub(crate) script: RawScript,
    pub(crate) most: Option<At<Decimal>>,
    pub(crate) least: Option<At<Decimal>>,
    pub(crate) accepts_missing: Option<At<bool>>,
    pub(crate) origin: RawOrigin,
}

pub(super) fn criterion(f: &Findings, from: &Value) -> Option<RawCriterion> {
    reader::table(f, from, &CRITERION, |t| RawCriterion {
        id: t.get("id", value::text),
        title: t.get("title", both_languages),
        cites: t.get("cites", value::text),
        points: t.get("points", figure::value_figure),
        combine: t.get("combine", combine),
        floor: t.get("floor", figure::points_figure),
        minimum: t.get("minimum", figure::minimum),
        follow_up: t.get("follow_up", value::text),
        zero_when: t.list("zero_when", recognition::fact),
        items: t.list("item", item),
        span: t.span(),
    })
}

fn combine(f: &Findings, from: &Value) -> Option<RawCombine> {
    match from.get_ref() {
        DeValue::String(_) => value::text(f, from).map(RawCombine::Word),
        DeValue::Table(_) => {
            reader::table(f, from, &COMBINE_SCRIPT, |t| RawCombine::Script(figure::script(t, "script")))
        }
        _ => value::wrong(f, from, Shape::TextOrTable),
    }
}

fn item(f: &Findings, from: &Value) -> Option<RawItem> {
    reader::table(f, from, &ITEM, |t| {
        match t.exactly_one(ITEM_KINDS) {
            Some("indicator") if !t.has("scale") => {
                f.at(&t.span(), Problem::MissingKey { key: "scale", of: ITEM.name.to_owned() });
            }
            Some("script") if t.has("scale") => {
                let found = vec!["scale".to_owned(), "script".to_owned()];
                f.at(&t.span(), Problem::OneOf { keys: vec!["scale", "script"], found });
            }
            _ => {}
        }
        RawItem {
            id: t.get("id", value::text),
            title: t.get("title", both_languages),
            cites: t.get("cites", value::text),
            indicator: t.get("indicator", |f, v| rule::indicator(f, v, Owner::Item)),
            scale: t.get("scale", scale::scale),
            script: t.get("script", item_script),
            bonus: t.get("bonus", value::boolean),
            gate: t.get("gate", recognition::fact),
            follow_up: t.get("follow_up", value::text),
            cases: t.list("cases", case::item_case),
            span: t.span(),
        }
    })
}

fn item_script(f: &Findings, from: &Value) -> Option<RawItemScript> {
    reader::table(f, from, &ITEM_SCRIPT, |t| RawItemScript {
        script: figure::script(t, "name"),
        most: t.get("most", value::number),
        least: t.get("least", value::number),
        accepts_missing: t.get("accepts_missing", value::boolean),
        origin: figure::origin(t),
    })
}

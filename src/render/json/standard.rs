//! The standard as far as results need it, in both languages.

use crate::lang::Text;
use crate::quantity::{Points, Rounding, Version};
use crate::result::{
    ConditionInfo, ConditionKind, CriterionInfo, FieldInfo, ItemInfo, Label, ScriptFigure, StandardInfo, Status,
    StepInfo, Unit,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// As written.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    id: &'a str,
    title: &'a Text,
    citation: &'a str,
    version: Days,
    total_points: Points,
    rounding: Rounding,
    figures: BTreeMap<Status, usize>,
    area_classes: &'a [Label],
    fields: &'a [FieldInfo],
    levels: &'a [Label],
    criteria: Vec<Criterion<'a>>,
    conditions: Vec<Condition<'a>>,
}

/// The days for which the figures are in force.
#[derive(Serialize)]
pub(in crate::render) struct Days {
    from: String,
    until: Option<String>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    title: &'a Text,
    cites: &'a str,
    points: Points,
    status: Status,
    follow_up: Option<&'a Label>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    title: &'a Text,
    cites: &'a str,
    most: Points,
    unit: &'static str,
    per: Option<i64>,
    steps: Vec<Step<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    script_figures: &'a [ScriptFigure],
}

#[derive(Serialize)]
struct Step<'a> {
    band: &'a str,
    points: Option<Points>,
    status: Status,
    evidence: &'a str,
}

#[derive(Serialize)]
struct Condition<'a> {
    id: &'a str,
    label: &'a Text,
    kind: ConditionKind,
    cites: Option<&'a str>,
}

/// The standard of a sheet.
pub(super) fn of(info: &StandardInfo) -> Document<'_> {
    Document {
        id: &info.id,
        title: &info.title,
        citation: &info.citation,
        version: days(info.version),
        total_points: info.total_points,
        rounding: info.rounding,
        figures: Status::ALL.into_iter().zip(info.figures).collect(),
        area_classes: &info.classes,
        fields: &info.fields,
        levels: &info.levels,
        criteria: info.criteria.iter().map(criterion).collect(),
        conditions: info.conditions.iter().map(condition).collect(),
    }
}

pub(in crate::render) fn days(version: Version) -> Days {
    Days { from: version.from.to_string(), until: version.until.map(|day| day.to_string()) }
}

fn criterion(info: &CriterionInfo) -> Criterion<'_> {
    Criterion {
        id: &info.id,
        title: &info.title,
        cites: &info.cites,
        points: info.points,
        status: info.status,
        follow_up: info.follow_up.as_ref(),
        items: info.items.iter().map(item).collect(),
    }
}

fn item(info: &ItemInfo) -> Item<'_> {
    let (unit, per) = match info.unit {
        Unit::Per(per) => ("rate", Some(per)),
        Unit::Number => ("number", None),
        Unit::YesNo => ("yes_no", None),
        Unit::Choice(_) => ("choice", None),
        Unit::None => ("none", None),
    };
    let steps = info.steps.iter().map(step).collect();
    let script_figures = info.script_figures.as_slice();
    Item { id: &info.id, title: &info.title, cites: &info.cites, most: info.most, unit, per, steps, script_figures }
}

fn step(info: &StepInfo) -> Step<'_> {
    Step { band: &info.range.en, points: info.points, status: info.status, evidence: &info.evidence }
}

fn condition(info: &ConditionInfo) -> Condition<'_> {
    Condition { id: &info.id, label: &info.label, kind: info.kind, cites: info.cites.as_deref() }
}

//! One commune: the fields of the CSV, then its criteria and their items.

use super::number::{self, Number};
use crate::lang::{Lang, Text};
use crate::quantity::{Points, Ratio};
use crate::render::explanation::{self, json::Margins};
use crate::render::layout::Layout;
use crate::result::{
    CommuneScore, CriterionInfo, CriterionScore, CriterionState, ItemInfo, ItemScore, NotPublished, Outcome, Reason,
    ScoreSheet, StandardInfo, Status, Unit, Verdict,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// As written.
#[derive(Serialize)]
pub(in crate::render) struct Document<'a> {
    code: &'a str,
    name: &'a str,
    province: &'a str,
    district: &'a str,
    year: Option<u16>,
    area_class: Option<&'a str>,
    total: Option<Points>,
    total_min: Option<Points>,
    total_max: Option<Points>,
    total_status: Option<Status>,
    threshold: Option<Points>,
    verdict: &'a str,
    verdict_status: Status,
    failed: Vec<&'a str>,
    open: Vec<&'a str>,
    missing: Vec<&'a str>,
    status: Status,
    /// What a public edition does not say: `total`, `reasons`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_published: Vec<&'static str>,
    criteria: Vec<Criterion<'a>>,
    /// First day of the version of the standard, where the sheet can have several.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    extra: BTreeMap<&'a str, &'a str>,
    /// With `--margins` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    margins: Option<Margins<'a>>,
}

#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a str,
    points: Option<Points>,
    min: Points,
    max: Points,
    state: &'static str,
    status: Status,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    n: Option<Number>,
    #[serde(rename = "N")]
    over: Option<Number>,
    value: Option<Number>,
    /// Numerator and denominator of the value, without a common factor.
    exact: Option<[i128; 2]>,
    choice: Option<&'a Text>,
    band: Option<&'a str>,
    points: Option<Points>,
    min: Points,
    max: Points,
    may_be_left_out: bool,
    state: &'static str,
    status: Status,
    cites: &'a str,
    reason: Option<Why>,
}

#[derive(Serialize)]
struct Why {
    kind: &'static str,
    #[serde(flatten)]
    text: Text,
}

/// A commune of a sheet.
pub(in crate::render) fn of<'a>(sheet: &'a ScoreSheet, commune: &'a CommuneScore) -> Document<'a> {
    let (info, identity, total) = (sheet.standard_of(commune), &commune.identity, commune.total);
    let several = !sheet.earlier.is_empty();
    Document {
        code: &identity.code,
        name: &identity.name,
        province: &identity.province,
        district: &identity.district,
        year: identity.year,
        area_class: identity.class.and_then(|class| info.classes.get(class)).map(|class| class.id.as_str()),
        total: total.filter(|total| total.complete).map(|total| total.high),
        total_min: total.map(|total| total.low),
        total_max: total.map(|total| total.high),
        total_status: total.map(|total| total.status),
        threshold: commune.threshold,
        verdict: commune.verdict.id(info),
        verdict_status: commune.verdict_status,
        failed: commune.verdict.failed_ids(info).collect(),
        open: open_ids(sheet, commune),
        missing: missing_ids(sheet, commune),
        status: commune.status,
        not_published: not_published(commune),
        criteria: criteria(sheet, info, commune),
        version: several.then(|| info.version.from.to_string()),
        extra: identity.extra.iter().map(|(header, text)| (header.as_ref(), text.as_str())).collect(),
        margins: commune.margins.as_ref().map(|margins| explanation::json::margins(info, margins)),
    }
}

fn not_published(commune: &CommuneScore) -> Vec<&'static str> {
    let NotPublished { total, reasons } = commune.not_published;
    [(total, "total"), (reasons, "reasons")].into_iter().filter(|(hidden, _)| *hidden).map(|(_, what)| what).collect()
}

fn open_ids<'a>(sheet: &'a ScoreSheet, commune: &CommuneScore) -> Vec<&'a str> {
    let Verdict::Undetermined(open) = &commune.verdict else { return Vec::new() };
    let mut ids: Vec<&str> = Vec::new();
    for condition in open.iter().filter_map(|position| sheet.standard.conditions.get(usize::from(*position))) {
        if !ids.contains(&condition.id.as_str()) {
            ids.push(&condition.id);
        }
    }
    ids
}

fn missing_ids<'a>(sheet: &'a ScoreSheet, commune: &CommuneScore) -> Vec<&'a str> {
    let items: Vec<&ItemInfo> = sheet.standard.criteria.iter().flat_map(|criterion| &criterion.items).collect();
    let fields = commune.missing.iter().filter_map(|field| sheet.standard.fields.get(usize::from(*field)));
    let withheld = commune.withheld.iter().filter_map(|item| items.get(usize::from(*item)));
    fields.map(|field| field.id.as_str()).chain(withheld.map(|item| item.id.as_str())).collect()
}

fn criteria<'a>(sheet: &'a ScoreSheet, info: &'a StandardInfo, commune: &'a CommuneScore) -> Vec<Criterion<'a>> {
    let mut items = commune.items.iter();
    let both = info.criteria.iter().zip(&commune.criteria);
    both.map(|(info, score)| {
        let lines = info.items.iter().zip(items.by_ref().take(info.items.len()));
        criterion(info, score, lines.map(|(info, score)| item(sheet, info, score)).collect())
    })
    .collect()
}

fn criterion<'a>(info: &'a CriterionInfo, score: &CriterionScore, items: Vec<Item<'a>>) -> Criterion<'a> {
    let (state, exact) = match score.state {
        CriterionState::Scored => ("scored", true),
        CriterionState::Missing => ("missing", false),
        CriterionState::Zeroed => ("zeroed", true),
        CriterionState::LeftOut => ("left_out", false),
        CriterionState::Hidden => ("hidden", false),
    };
    let points = exact.then_some(score.high);
    Criterion { id: &info.id, points, min: score.low, max: score.high, state, status: score.status, items }
}

fn item<'a>(sheet: &ScoreSheet, info: &'a ItemInfo, score: &ItemScore) -> Item<'a> {
    let counts = score.measured.as_ref().and_then(|measured| measured.counts);
    let step = score.step.and_then(|step| info.steps.get(usize::from(step)));
    let choices: &[Text] = if let Unit::Choice(words) = &info.unit { words } else { &[] };
    // The position of a word is not a value to anybody outside.
    let value = score.measured.as_ref().map(|measured| measured.value).filter(|_| choices.is_empty());
    let position = score.measured.as_ref().and_then(|m| usize::try_from(m.value.reduced().numerator()).ok());
    Item {
        id: &info.id,
        n: counts.and_then(|(n, _)| number::exact(n)),
        over: counts.and_then(|(_, over)| number::exact(over)),
        value: value.and_then(|value| number::rounded(value, sheet.standard.rounding)),
        exact: value.map(Ratio::reduced).map(|value| [value.numerator(), value.denominator()]),
        choice: position.and_then(|at| choices.get(at)),
        band: step.map(|step| step.range.en.as_str()),
        points: match score.outcome {
            Outcome::Scored(points) => Some(points),
            Outcome::NotApplicable(points) => points,
            Outcome::Missing | Outcome::Hidden => None,
        },
        min: score.low,
        max: score.high,
        may_be_left_out: score.may_be_left_out,
        state: score.outcome.id(),
        status: score.status,
        cites: &info.cites,
        reason: score.reason.as_ref().map(|reason| why(sheet, reason)),
    }
}

fn why(sheet: &ScoreSheet, reason: &Reason) -> Why {
    let kind = match reason {
        Reason::MissingFigures(_) => "missing_figures",
        Reason::MissingClass => "missing_class",
        Reason::Empty => "empty",
        Reason::Gate(_) => "gate",
        Reason::Script(_) => "script",
        Reason::Failed(_) => "failed",
        Reason::Hidden => "hidden",
    };
    let text = |lang| Layout::new(sheet, lang).item_reason(reason);
    Why { kind, text: Text { vi: text(Lang::Vi), en: text(Lang::En) } }
}

//! The explanation as one object: `format`, `manifest`, `standard`, `commune` as in the JSON of `cfc score`, then
//! `steps`, `figures` and `outlook`.
//!
//! `steps.items`, `outlook.gains` and `outlook.losses` have one entry per item, by its id. Texts are in both languages.

use crate::lang::Text;
use crate::quantity::{Decimal, Points};
use crate::render::json::{Exact, append, beginning, commune};
use crate::result::explanation::Margins as Near;
use crate::result::explanation::{Change, ChangeOf, ChangeSet, Explanation, Move, Search};
use crate::result::{ItemInfo, Label, Manifest, StandardInfo, Status};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Steps<'a> {
    items: BTreeMap<&'a str, &'a Text>,
    criteria: BTreeMap<&'a str, &'a Text>,
    total: &'a Text,
    threshold: Option<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    status: Status,
    evidence: &'a str,
}

#[derive(Serialize)]
struct Figure<'a> {
    field: &'a str,
    value: Option<&'a Text>,
    supplied_by: &'a [Label],
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'a Text>,
}

#[derive(Serialize)]
struct Outlook<'a> {
    unchangeable: Vec<Unchangeable<'a>>,
    gains: BTreeMap<&'a str, Option<Moved<'a>>>,
    losses: BTreeMap<&'a str, Option<Moved<'a>>>,
    not_searched_further: Vec<&'a str>,
    ways: Vec<Set<'a>>,
    ways_are_shortest: bool,
    fall: Option<Set<'a>>,
    fall_by_total: Option<Set<'a>>,
    fall_is_smallest: bool,
}

#[derive(Serialize)]
struct Unchangeable<'a> {
    condition: &'a str,
    fields: Vec<&'a str>,
}

#[derive(Serialize)]
struct Changed<'a> {
    field: &'a str,
    from: &'a Text,
    to: &'a Text,
    by: Exact,
}

#[derive(Serialize)]
struct Moved<'a> {
    changes: Vec<Changed<'a>>,
    size: u64,
    points: Points,
    status: Status,
    total: Points,
    total_high: Points,
    total_status: Status,
    band: Option<&'a str>,
}

#[derive(Serialize)]
struct Set<'a> {
    changes: Vec<Changed<'a>>,
    items: u64,
    size: u64,
    total: Points,
    total_status: Status,
    verdict: &'a str,
    verdict_status: Status,
}

/// The margins of a commune of a sheet.
#[derive(Serialize)]
pub(in crate::render) struct Margins<'a> {
    gain: Option<OfItem<'a>>,
    loss: Option<OfItem<'a>>,
    gain_and_loss_are_nearest: bool,
    unchangeable: Vec<&'a str>,
    way: Option<Set<'a>>,
    way_is_shortest: bool,
    fall: Option<Set<'a>>,
    fall_is_smallest: bool,
}

#[derive(Serialize)]
struct OfItem<'a> {
    item: &'a str,
    #[serde(flatten)]
    moved: Moved<'a>,
}

/// The whole document, ending with a line end.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn document(explanation: &Explanation, manifest: &Manifest) -> serde_json::Result<Vec<u8>> {
    let sheet = &explanation.sheet;
    let mut out = beginning(sheet, manifest)?;
    out.extend_from_slice(b",\n\"commune\":");
    append(&mut out, &sheet.communes.first().map(|one| commune::of(sheet, one)))?;
    out.extend_from_slice(b",\n\"steps\":");
    append(&mut out, &steps(explanation))?;
    out.extend_from_slice(b",\n\"figures\":");
    append(&mut out, &figures(explanation))?;
    out.extend_from_slice(b",\n\"outlook\":");
    append(&mut out, &outlook(explanation))?;
    out.extend_from_slice(b"\n}\n");
    Ok(out)
}

/// How near a commune is to other points and another verdict.
pub(in crate::render) fn margins<'a>(info: &'a StandardInfo, near: &'a Near) -> Margins<'a> {
    let of_item = |(at, to): &'a (u16, Move)| {
        let item = info.criteria.iter().flat_map(|criterion| &criterion.items).nth(usize::from(*at))?;
        Some(OfItem { item: &item.id, moved: moved(info, item, to) })
    };
    let conditions = near.unchangeable.iter().filter_map(|at| info.conditions.get(usize::from(*at)));
    Margins {
        gain: near.gain.as_ref().and_then(of_item),
        loss: near.loss.as_ref().and_then(of_item),
        gain_and_loss_are_nearest: near.items_search == Search::Whole,
        unchangeable: conditions.map(|condition| condition.id.as_str()).collect(),
        way: near.way.as_ref().map(|way| set(info, way)),
        way_is_shortest: near.way_search == Search::Whole,
        fall: near.fall.as_ref().map(|fall| set(info, fall)),
        fall_is_smallest: near.fall_search == Search::Whole,
    }
}

fn moved<'a>(info: &'a StandardInfo, item: &'a ItemInfo, to: &'a Move) -> Moved<'a> {
    let band = to.step.and_then(|step| item.steps.get(usize::from(step))).map(|step| step.range.en.as_str());
    let changes = changes(info, &to.changes);
    Moved {
        changes,
        size: to.size,
        points: to.points,
        status: to.status,
        total: to.total,
        total_high: to.total_high,
        total_status: to.total_status,
        band,
    }
}

fn item_ids(info: &StandardInfo) -> impl Iterator<Item = &str> {
    info.criteria.iter().flat_map(|criterion| &criterion.items).map(|item| item.id.as_str())
}

fn steps(explanation: &Explanation) -> Steps<'_> {
    let (info, steps) = (&explanation.sheet.standard, &explanation.steps);
    let criteria = info.criteria.iter().map(|criterion| criterion.id.as_str());
    Steps {
        items: item_ids(info).zip(&steps.items).collect(),
        criteria: criteria.zip(&steps.criteria).collect(),
        total: &steps.total,
        threshold: steps.threshold.as_ref().map(|of| Source { status: of.status, evidence: &of.evidence }),
    }
}

fn figures(explanation: &Explanation) -> Vec<Figure<'_>> {
    let fields = explanation.sheet.standard.fields.iter().zip(&explanation.steps.figures);
    fields
        .map(|(info, value)| Figure {
            field: &info.id,
            value: value.as_ref(),
            supplied_by: &info.supplied_by,
            definition: info.definition.as_ref(),
        })
        .collect()
}

fn outlook<'a>(explanation: &'a Explanation) -> Outlook<'a> {
    let (info, outlook) = (explanation.sheet.standard.as_ref(), &explanation.outlook);
    let ids: Vec<&str> = item_ids(info).collect();
    let items: Vec<_> = info.criteria.iter().flat_map(|criterion| &criterion.items).collect();
    let of_item =
        |(item, to): (&&'a ItemInfo, &'a Option<Move>)| (item.id.as_str(), to.as_ref().map(|to| moved(info, item, to)));
    let field = |at: &u16| info.fields.get(usize::from(*at)).map(|field| field.id.as_str());
    let unchangeable = outlook.unchangeable.iter().filter_map(|one| {
        let condition = info.conditions.get(usize::from(one.condition))?;
        Some(Unchangeable { condition: &condition.id, fields: one.fields.iter().filter_map(field).collect() })
    });
    Outlook {
        unchangeable: unchangeable.collect(),
        gains: items.iter().zip(&outlook.gains).map(of_item).collect(),
        losses: items.iter().zip(&outlook.losses).map(of_item).collect(),
        not_searched_further: outlook.cut_off.iter().filter_map(|at| ids.get(usize::from(*at)).copied()).collect(),
        ways: outlook.ways.iter().map(|way| set(info, way)).collect(),
        ways_are_shortest: outlook.ways_search == Search::Whole,
        fall: outlook.fall.as_ref().map(|fall| set(info, fall)),
        fall_by_total: outlook.fall_by_total.as_ref().map(|fall| set(info, fall)),
        fall_is_smallest: outlook.fall_search == Search::Whole,
    }
}

fn set<'a>(info: &'a StandardInfo, set: &'a ChangeSet) -> Set<'a> {
    Set {
        changes: changes(info, &set.changes),
        items: set.items,
        size: set.size,
        total: set.total,
        total_status: set.total_status,
        verdict: set.verdict.id(info),
        verdict_status: set.verdict_status,
    }
}

fn changes<'a>(info: &'a StandardInfo, changes: &'a [Change]) -> Vec<Changed<'a>> {
    let written = |change: &'a Change| {
        let digits = if let ChangeOf::Number(digits) = change.kind { digits } else { 0 };
        Some(Changed {
            field: &info.fields.get(usize::from(change.field))?.id,
            from: &change.from,
            to: &change.to,
            by: Exact::of(Decimal::new(change.by, digits)),
        })
    };
    changes.iter().filter_map(written).collect()
}

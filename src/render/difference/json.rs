//! JSON of a comparison, as [`crate::render::json`] writes results: texts in both languages, points with exactly the
//! digits they have, `null` for what is not known.
//!
//! One object: `format`, `manifest`, `old`, `new`, `changes`, and `effect`, which is `null` where there is no table. Every
//! change and every commune stands on a line of its own; communes that do not change are written too.

use crate::lang::Text;
use crate::quantity::Points;
use crate::render::json::{Days, FORMAT, File, append, days, files};
use crate::result::difference::{
    Change, CommuneEffect, Comparison, Directions, Effect, Kind, ProvinceEffect, Range, SourceEffect, Standing, Turn,
    Weight,
};
use crate::result::{Manifest, StandardInfo, Status, TableInfo};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Head<'a> {
    tool: &'static str,
    version: &'a str,
    old_files: Vec<File<'a>>,
    new_files: Vec<File<'a>>,
    tables: &'a [TableInfo],
    options: &'a [String],
}

#[derive(Serialize)]
struct Standard<'a> {
    id: &'a str,
    title: &'a Text,
    citation: &'a str,
    version: Days,
    figures: BTreeMap<Status, usize>,
}

#[derive(Serialize)]
struct Changed<'a> {
    area: &'a str,
    path: &'a str,
    kind: Kind,
    weight: Weight,
    label: &'a Text,
    before: Option<&'a Text>,
    after: Option<&'a Text>,
    status_before: Option<Status>,
    status_after: Option<Status>,
    cites: Option<&'a str>,
}

#[derive(Serialize)]
struct Summary<'a> {
    communes: usize,
    totals: Directions,
    verdicts: Vec<Verdicts<'a>>,
    provinces: Vec<Province<'a>>,
    items: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Verdicts<'a> {
    before: &'a str,
    after: &'a str,
    communes: usize,
}

#[derive(Serialize)]
struct Province<'a> {
    name: &'a str,
    communes: usize,
    recognised_before: usize,
    recognised_after: usize,
    newly_recognised: usize,
    no_longer_recognised: usize,
    settled: usize,
    change: Points,
    /// Numerator and denominator, without a common factor.
    mean_change: Option<[i128; 2]>,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    label: &'a Text,
    communes: usize,
    settled: usize,
    change: Points,
}

#[derive(Serialize)]
struct Commune<'a> {
    code: &'a str,
    name: &'a str,
    province: &'a str,
    district: &'a str,
    year: Option<u16>,
    area_class: Option<&'a str>,
    before: Stands<'a>,
    after: Stands<'a>,
    change: Option<Ends>,
    parts: Vec<Part<'a>>,
    newly_failed: Vec<&'a str>,
    newly_open: Vec<&'a str>,
    no_longer_failed: Vec<&'a str>,
}

#[derive(Serialize)]
struct Stands<'a> {
    total: Option<Points>,
    total_min: Option<Points>,
    total_max: Option<Points>,
    threshold: Option<Points>,
    verdict: &'a str,
    verdict_status: Status,
    failed: &'a [String],
}

#[derive(Serialize)]
struct Ends {
    min: Points,
    max: Points,
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    before: Option<Ends>,
    after: Option<Ends>,
    change: Ends,
}

/// The whole document, ending with a line end.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn document(comparison: &Comparison, manifest: &Manifest) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::new();
    out.extend_from_slice(format!("{{\"format\":{FORMAT},\n\"manifest\":").as_bytes());
    append(&mut out, &head(comparison, manifest))?;
    for (key, info) in [("old", &comparison.old), ("new", &comparison.new)] {
        out.extend_from_slice(format!(",\n\"{key}\":").as_bytes());
        append(&mut out, &standard(info))?;
    }
    out.extend_from_slice(b",\n\"changes\":");
    list(&mut out, comparison.changes.iter().map(changed))?;
    out.extend_from_slice(b",\n\"effect\":");
    match &comparison.effect {
        None => out.extend_from_slice(b"null"),
        Some(effect) => {
            out.extend_from_slice(b"{\"summary\":");
            append(&mut out, &summary(effect))?;
            out.extend_from_slice(b",\n\"communes\":");
            list(&mut out, effect.communes.iter().map(|commune| self::commune(comparison, effect, commune)))?;
            out.push(b'}');
        }
    }
    out.extend_from_slice(b"}\n");
    Ok(out)
}

/// A list with a line for each.
fn list(out: &mut Vec<u8>, values: impl Iterator<Item = impl Serialize>) -> serde_json::Result<()> {
    out.push(b'[');
    for (at, value) in values.enumerate() {
        out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        append(out, &value)?;
    }
    out.extend_from_slice(b"\n]");
    Ok(())
}

fn head<'a>(comparison: &'a Comparison, manifest: &'a Manifest) -> Head<'a> {
    Head {
        tool: "cfc",
        version: &manifest.version,
        old_files: files(&comparison.old),
        new_files: files(&comparison.new),
        tables: &manifest.tables,
        options: &manifest.options,
    }
}

fn standard(info: &StandardInfo) -> Standard<'_> {
    let figures = Status::ALL.into_iter().zip(info.figures).collect();
    Standard { id: &info.id, title: &info.title, citation: &info.citation, version: days(info.version), figures }
}

fn changed(change: &Change) -> Changed<'_> {
    Changed {
        area: change.area.id(),
        path: &change.path,
        kind: change.kind,
        weight: change.weight,
        label: &change.label,
        before: change.before.as_ref(),
        after: change.after.as_ref(),
        status_before: change.status_before,
        status_after: change.status_after,
        cites: change.cites.as_deref(),
    }
}

fn summary(effect: &Effect) -> Summary<'_> {
    let rows = effect.verdicts_before.iter().zip(&effect.matrix);
    let cells = rows.flat_map(|(before, row)| {
        let cells = effect.verdicts_after.iter().zip(row);
        cells.map(move |(after, communes)| Verdicts { before, after, communes: *communes })
    });
    Summary {
        communes: effect.communes.len(),
        totals: effect.directions,
        verdicts: cells.collect(),
        provinces: effect.provinces.iter().map(province).collect(),
        items: effect.sources.iter().filter(|source| source.communes > 0).map(source).collect(),
    }
}

fn province(province: &ProvinceEffect) -> Province<'_> {
    let mean = province.mean().map(crate::quantity::Ratio::reduced);
    Province {
        name: &province.name,
        communes: province.communes,
        recognised_before: province.recognised_before,
        recognised_after: province.recognised_after,
        newly_recognised: province.newly_recognised,
        no_longer_recognised: province.no_longer_recognised,
        settled: province.settled,
        change: province.points,
        mean_change: mean.map(|mean| [mean.numerator(), mean.denominator()]),
    }
}

fn source(source: &SourceEffect) -> Source<'_> {
    Source {
        id: &source.id,
        label: &source.label,
        communes: source.communes,
        settled: source.settled,
        change: source.points,
    }
}

fn commune<'a>(comparison: &'a Comparison, effect: &'a Effect, commune: &'a CommuneEffect) -> Commune<'a> {
    let identity = &commune.identity;
    let class = identity.class.and_then(|class| comparison.new.classes.get(class));
    let conditions = |turn: Turn| {
        let found = commune.conditions.iter().filter(|condition| condition.turn == turn);
        found.map(|condition| condition.id.as_str()).collect()
    };
    let parts = commune.parts.iter().map(|part| Part {
        id: effect.sources.get(part.source).map_or("", |source| source.id.as_str()),
        before: part.before.map(ends),
        after: part.after.map(ends),
        change: ends(part.change),
    });
    Commune {
        code: &identity.code,
        name: &identity.name,
        province: &identity.province,
        district: &identity.district,
        year: identity.year,
        area_class: class.map(|class| class.id.as_str()),
        before: stands(&commune.before),
        after: stands(&commune.after),
        change: commune.change.map(ends),
        parts: parts.collect(),
        newly_failed: conditions(Turn::Fails),
        newly_open: conditions(Turn::Open),
        no_longer_failed: conditions(Turn::Holds),
    }
}

fn stands(standing: &Standing) -> Stands<'_> {
    let total = standing.total;
    Stands {
        total: total.filter(|total| total.complete).map(|total| total.high),
        total_min: total.map(|total| total.low),
        total_max: total.map(|total| total.high),
        threshold: standing.threshold,
        verdict: &standing.verdict_id,
        verdict_status: standing.verdict_status,
        failed: &standing.failed,
    }
}

fn ends(range: Range) -> Ends {
    Ends { min: range.low, max: range.high }
}

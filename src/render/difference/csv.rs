//! CSV and TSV of a comparison: one line per change, or, where there is a table, one line per commune. The same columns
//! and ids in both languages; written as [`crate::render::csv`] says.
//!
//! - Changes ([`CHANGES`]): `before` and `after` are in English, `status_before` and `status_after` empty where there is
//!   no figure. Every change is written, also what is only verified otherwise.
//! - Communes ([`COMMUNES`]): `total_before` and `total_after` are empty unless no figure is missing, `change` is empty
//!   unless the difference is settled; `items` is what it is made of, `id:+15` separated by `;`, where `id` is that of an
//!   item, of a criterion for what its rule adds, or `total`, and an open difference is `id:-5..+10`.

use crate::quantity::Points;
use crate::render::csv::Separator;
use crate::render::csv::cell::Line;
use crate::result::difference::{Change, CommuneEffect, Comparison, Effect, PartEffect, Range, Standing};
use crate::result::{Status, TotalScore};

/// Columns of changes.
pub const CHANGES: [&str; 8] = ["area", "path", "kind", "before", "after", "status_before", "status_after", "cites"];

/// Columns of communes.
pub const COMMUNES: [&str; 14] = [
    "code",
    "name",
    "province",
    "district",
    "year",
    "area_class",
    "total_before",
    "total_after",
    "change",
    "verdict_before",
    "verdict_after",
    "failed_before",
    "failed_after",
    "items",
];

/// Header and rows: communes where there is a table, changes otherwise. Communes that do not change come with `all`.
#[must_use]
pub fn document(comparison: &Comparison, separator: Separator, all: bool) -> Vec<u8> {
    let mut out = Vec::new();
    match &comparison.effect {
        None => {
            header(&mut out, separator, &CHANGES);
            comparison.changes.iter().for_each(|change| self::change(&mut out, separator, change));
        }
        Some(effect) => {
            header(&mut out, separator, &COMMUNES);
            for commune in effect.communes.iter().filter(|commune| all || commune.is_changed()) {
                self::commune(&mut out, separator, (comparison, effect), commune);
            }
        }
    }
    out
}

fn header(out: &mut Vec<u8>, separator: Separator, columns: &[&str]) {
    let mut line = Line::new(out, separator);
    for column in columns {
        line.id(column);
    }
    line.end();
}

fn change(out: &mut Vec<u8>, separator: Separator, change: &Change) {
    let mut line = Line::new(out, separator);
    line.id(change.area.id());
    line.text(&change.path);
    line.id(change.kind.id());
    for value in [&change.before, &change.after] {
        line.text(value.as_ref().map_or("", |value| &value.en));
    }
    for status in [change.status_before, change.status_after] {
        line.id(status.map_or("", Status::id));
    }
    line.text(change.cites.as_deref().unwrap_or(""));
    line.end();
}

fn commune(out: &mut Vec<u8>, separator: Separator, all: (&Comparison, &Effect), commune: &CommuneEffect) {
    let (comparison, effect) = all;
    let CommuneEffect { identity, before, after, .. } = commune;
    let mut line = Line::new(out, separator);
    for text in [&identity.code, &identity.name, &identity.province, &identity.district] {
        line.text(text);
    }
    line.year(identity.year);
    let class = identity.class.and_then(|class| comparison.new.classes.get(class));
    line.id(class.map_or("", |class| class.id.as_str()));
    line.points(settled(before));
    line.points(settled(after));
    line.points(commune.change.and_then(Range::exact));
    line.id(&before.verdict_id);
    line.id(&after.verdict_id);
    line.list(before.failed.iter().map(String::as_str));
    line.list(after.failed.iter().map(String::as_str));
    let parts: Vec<String> = commune.parts.iter().map(|part| self::part(part, effect)).collect();
    line.list(parts.iter().map(String::as_str));
    line.end();
}

fn settled(standing: &Standing) -> Option<Points> {
    standing.total.filter(|total: &TotalScore| total.complete).map(|total| total.high)
}

fn part(part: &PartEffect, effect: &Effect) -> String {
    let id = effect.sources.get(part.source).map_or("", |source| source.id.as_str());
    match part.change.exact() {
        Some(points) => format!("{id}:{}", signed(points)),
        None => format!("{id}:{}..{}", signed(part.change.low), signed(part.change.high)),
    }
}

fn signed(points: Points) -> String {
    crate::render::layout::number::signed(points, crate::lang::Lang::En)
}

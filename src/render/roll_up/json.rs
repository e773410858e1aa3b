//! A roll-up as an object at the end of the JSON of results.

use super::csv::conditions;
use crate::quantity::{Points, Ratio};
use crate::render::json;
use crate::result::roll_up::{Group, Grouping, Key, RollUp};
use crate::result::{ScoreSheet, StandardInfo};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Document<'a> {
    by: &'a [Grouping],
    groups: Vec<Counts<'a>>,
    all: Counts<'a>,
}

#[derive(Serialize)]
struct Counts<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    keys: BTreeMap<&'static str, Named<'a>>,
    expected: Option<usize>,
    absent: Option<usize>,
    unexpected: Option<usize>,
    scored: usize,
    recognised: usize,
    levels: BTreeMap<&'a str, usize>,
    not_recognised: usize,
    undetermined: usize,
    hidden: usize,
    share: [usize; 2],
    provisional_verdicts: usize,
    totals: usize,
    /// Numerator and denominator, without a common factor.
    mean: Option<[i128; 2]>,
    median: Option<[i128; 2]>,
    failed: BTreeMap<&'a str, usize>,
    lost: BTreeMap<&'a str, Lost>,
}

#[derive(Serialize)]
struct Lost {
    points: Points,
    communes: usize,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Named<'a> {
    Text(&'a str),
    Year(Option<u16>),
    Class(Option<&'a str>),
}

/// Puts `roll_up` at the end of a document.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn append(document: &mut Vec<u8>, roll_up: &RollUp, sheet: &ScoreSheet) -> serde_json::Result<()> {
    let info = sheet.standard.as_ref();
    let groups = roll_up.groups.iter().map(|group| counts(roll_up, group, info)).collect();
    let counted = Document { by: &roll_up.by, groups, all: counts(roll_up, &roll_up.all, info) };
    json::append_last(document, "roll_up", &counted)
}

fn counts<'a>(roll_up: &RollUp, group: &'a Group, info: &'a StandardInfo) -> Counts<'a> {
    let tally = &group.tally;
    let named = |key: &'a Key| match key {
        Key::Name(name) => Named::Text(name),
        Key::Year(year) => Named::Year(*year),
        Key::Class(class) => Named::Class(class.and_then(|at| info.classes.get(at)).map(|class| class.id.as_str())),
    };
    let exact = |points: Option<Ratio>| points.map(Ratio::reduced).map(|p| [p.numerator(), p.denominator()]);
    let failed = |positions: &[usize]| positions.iter().filter_map(|at| tally.failed.get(*at)).max().copied();
    let lost = info.criteria.iter().zip(&group.lost);
    Counts {
        keys: roll_up.by.iter().map(|by| by.id()).zip(group.keys.iter().map(named)).collect(),
        expected: group.expected,
        absent: group.expected.map(|_| group.absent),
        unexpected: group.expected.map(|_| group.unexpected),
        scored: tally.communes,
        recognised: group.recognised(),
        levels: info.levels.iter().map(|level| level.id.as_str()).zip(tally.levels.iter().copied()).collect(),
        not_recognised: tally.not_recognised,
        undetermined: tally.undetermined,
        hidden: tally.not_published,
        share: [group.recognised(), group.base()],
        provisional_verdicts: tally.provisional,
        totals: group.totals,
        mean: exact(group.mean),
        median: exact(group.median),
        failed: conditions(info).map(|(id, positions)| (id, failed(&positions).unwrap_or(0))).collect(),
        lost: lost.map(|(c, lost)| (c.id.as_str(), Lost { points: lost.points, communes: lost.communes })).collect(),
    }
}

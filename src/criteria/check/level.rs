//! Named outcomes: levels of the total, best first, each beginning where its neighbour ends.

use super::figure;
use super::ids::{self, Ids};
use super::recognition::beyond;
use super::scope::Scope;
use super::steps;
use crate::criteria::bands::{Domain, Range};
use crate::criteria::findings::At;
use crate::criteria::model::{Bound, Level};
use crate::criteria::raw::{List, RawLevel};
use crate::diag::{Kind, Note, Problem};
use crate::quantity::Points;

/// Verdicts that are no level.
pub(crate) const VERDICTS: [&str; 3] = ["recognised", "not_recognised", "undetermined"];

pub(crate) fn levels(scope: &Scope, raw: &List<RawLevel>, reach: Option<&At<Points>>) -> Option<Vec<Level>> {
    Ids::of(scope.f, Kind::Level, raw.items.iter().map(|level| level.id.as_ref()), raw.whole);
    let levels: Vec<_> = raw.items.iter().map(|raw| level(scope, raw, reach)).collect();
    let ends: Option<Vec<(Bound, Bound)>> =
        levels.iter().map(|level| level.as_ref().map(|level| (level.from, level.to))).collect();
    if let Some(ends) = ends.filter(|_| raw.whole) {
        order(scope, raw, &ends);
    }
    super::all(levels)
}

fn level(scope: &Scope, raw: &RawLevel, reach: Option<&At<Points>>) -> Option<Level> {
    let f = scope.f;
    let id = raw.id.as_ref().filter(|id| ids::check_letters(f, id));
    if let Some(id) = id {
        ids::check_reserved(f, Kind::Level, id, &VERDICTS);
    }
    let ends = steps::ends(scope, &raw.ends);
    if ends == Some((Bound::Open, Bound::Open)) {
        f.at(&raw.ends.span, Problem::NoBound);
    }
    for end in [&raw.ends.below, &raw.ends.up_to].into_iter().flatten() {
        figure::points(f, end);
    }
    for end in [&raw.ends.from, &raw.ends.above].into_iter().flatten() {
        if let (Some(points), Some(reach)) = (figure::points(f, end), reach) {
            beyond(scope, "level", &At::new(points, end.span.clone()), reach);
        }
    }
    let origin = figure::origin(f, &raw.origin);
    let (from, to) = ends?;
    Some(Level { id: id?.value.clone(), label: raw.label.clone()?, from, to, origin: origin? })
}

/// Totals in thousandths: neighbours must meet, all upwards or all downwards.
fn order(scope: &Scope, raw: &List<RawLevel>, ends: &[(Bound, Bound)]) {
    let totals = Domain::new(Bound::Open, Bound::Open, Some(Points::DIGITS));
    let ranges: Vec<Range> = ends.iter().map(|(from, to)| totals.snap(Range::new(*from, *to))).collect();
    let mut usable = true;
    for (range, raw) in ranges.iter().zip(&raw.items) {
        if range.is_empty() {
            steps::unreachable(scope, &raw.ends.span, totals, *range);
            usable = false;
        }
    }
    let mut downwards = None;
    for (pair, raw) in ranges.windows(2).zip(raw.items.windows(2)).filter(|_| usable) {
        let ([better, worse], [first, second]) = (pair, raw) else { continue };
        let down = worse.low < better.low;
        let meets = if down { better.low == worse.high } else { better.high == worse.low };
        if !meets || downwards.is_some_and(|downwards| downwards != down) {
            let id = |level: &RawLevel| level.id.as_ref().map_or(String::new(), |id| id.value.clone());
            let problem = Problem::LevelOrder { first: id(first), second: id(second) };
            scope.f.with(&second.ends.span, problem, &first.ends.span, Note::BandBefore);
        }
        downwards = downwards.or(Some(down));
    }
}

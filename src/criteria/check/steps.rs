//! Steps of a scale: bands that cover every value once, cut-offs, yes and no, choices.

use super::figure;
use super::scope::Scope;
use crate::criteria::bands::{Domain, Fault, Range};
use crate::criteria::findings::At;
use crate::criteria::model::{Bound, Figure, Origin, Step};
use crate::criteria::raw::{List, RawBand, RawCutoff, RawEnds};
use crate::diag::{Note, Problem, Span};
use crate::quantity::{Decimal, Points};

/// The two ends of a range; `None` when an end is faulty.
pub(crate) fn ends(scope: &Scope, raw: &RawEnds) -> Option<(Bound, Bound)> {
    let two = |first: &Option<At<Decimal>>, second: &Option<At<Decimal>>, keys: (&'static str, &'static str)| {
        if let (Some(_), Some(second)) = (first, second) {
            scope.f.at(&second.span, Problem::TwoBounds { first: keys.0, second: keys.1 });
            return true;
        }
        false
    };
    let faulty = [two(&raw.from, &raw.above, ("from", "above")), two(&raw.below, &raw.up_to, ("below", "up_to"))];
    if faulty.contains(&true) || !raw.whole {
        return None;
    }
    Some((bound(raw.from.as_ref(), raw.above.as_ref()), bound(raw.up_to.as_ref(), raw.below.as_ref())))
}

fn bound(included: Option<&At<Decimal>>, excluded: Option<&At<Decimal>>) -> Bound {
    match (included, excluded) {
        (Some(value), _) => Bound::Included(value.value),
        (None, Some(value)) => Bound::Excluded(value.value),
        (None, None) => Bound::Open,
    }
}

/// A list of bands over the values of an indicator; without a domain only each band itself is judged.
pub(crate) fn bands(scope: &Scope, raw: &List<RawBand>, domain: Option<Domain>) -> Option<Vec<Step>> {
    let alone = raw.items.len() == 1;
    let steps: Vec<Option<Step>> = raw.items.iter().map(|band| self::band(scope, band, alone)).collect();
    let ranges: Option<Vec<(Bound, Bound)>> =
        raw.items.iter().map(|band| quiet_ends(&band.ends).filter(|ends| alone || !is_open(*ends))).collect();
    if let (Some(domain), Some(ranges), true) = (domain, ranges, raw.whole && !raw.items.is_empty()) {
        judge(scope, raw, domain, &ranges);
    }
    super::all(steps).filter(|_| raw.whole)
}

fn is_open(ends: (Bound, Bound)) -> bool {
    ends == (Bound::Open, Bound::Open)
}

/// The ends without reporting them a second time.
fn quiet_ends(raw: &RawEnds) -> Option<(Bound, Bound)> {
    let twice = (raw.from.is_some() && raw.above.is_some()) || (raw.below.is_some() && raw.up_to.is_some());
    let ends = (bound(raw.from.as_ref(), raw.above.as_ref()), bound(raw.up_to.as_ref(), raw.below.as_ref()));
    (raw.whole && !twice).then_some(ends)
}

fn band(scope: &Scope, raw: &RawBand, alone: bool) -> Option<Step> {
    let ends = self::ends(scope, &raw.ends);
    if ends.is_some_and(is_open) && !alone {
        scope.f.at(&raw.ends.span, Problem::NoBound);
    }
    let points = raw.points.as_ref().and_then(|points| figure::points(scope.f, points));
    let origin = figure::origin(scope.f, &raw.origin);
    let (from, to) = ends?;
    Some(Step { from, to, points: Figure { value: points?, origin: origin? } })
}

fn judge(scope: &Scope, raw: &List<RawBand>, domain: Domain, ends: &[(Bound, Bound)]) {
    let ranges: Vec<Range> = ends.iter().map(|(from, to)| Range::new(*from, *to)).collect();
    let faults = domain.judge(&ranges);
    for fault in &faults {
        match *fault {
            Fault::Gap(gap, ..) if leaves(domain, &ranges, &faults, gap) => {}
            Fault::Overlap(_, first, second) if same(domain, &ranges, first, second) => {
                twice(scope, raw, &ranges, (first, second));
            }
            Fault::Gap(gap, below, above) => self::gap(scope, raw, domain, gap, (below, above)),
            Fault::Overlap(range, first, second) => {
                let (from, to) = domain.ends(range);
                let (Some(second), Some(first)) = (span(raw, second), span(raw, first)) else { continue };
                scope.f.with(second, Problem::BandOverlap { from, to }, first, Note::BandBefore);
            }
            Fault::Unreachable(at) => {
                let (Some(span), Some(range)) = (span(raw, at), ranges.get(at)) else { continue };
                unreachable(scope, span, domain, *range);
            }
        }
    }
    let is_twice = |fault: &Fault| matches!(*fault, Fault::Overlap(_, one, other) if same(domain, &ranges, one, other));
    if !faults.iter().any(is_twice) {
        monotone(scope, raw, domain, &ranges);
    }
}

/// Whether a gap is where a band that no value reaches should be: one mistake, not two. A band with its ends reversed
/// may belong into any gap, one beyond the values into the gap at that end.
fn leaves(domain: Domain, ranges: &[Range], faults: &[Fault], gap: Range) -> bool {
    let unreachable = faults.iter().filter_map(|fault| match fault {
        Fault::Unreachable(at) => ranges.get(*at).map(|range| domain.snap(*range)),
        Fault::Gap(..) | Fault::Overlap(..) => None,
    });
    let Range { low, high } = domain.range;
    unreachable
        .into_iter()
        .any(|band| band.is_empty() || (band.low >= high && gap.high == high) || (band.high <= low && gap.low == low))
}

fn same(domain: Domain, ranges: &[Range], first: usize, second: usize) -> bool {
    ranges.get(first).map(|range| domain.snap(*range)) == ranges.get(second).map(|range| domain.snap(*range))
}

fn twice(scope: &Scope, raw: &List<RawBand>, ranges: &[Range], (first, second): (usize, usize)) {
    let (first, second) = (first.min(second), first.max(second));
    let (Some(one), Some(other), Some(range)) = (raw.items.get(first), raw.items.get(second), ranges.get(second))
    else {
        return;
    };
    let points =
        [one, other].into_iter().filter_map(|band| Points::from_decimal(band.points.as_ref()?.value)).collect();
    let everything = Domain::new(Bound::Open, Bound::Open, None);
    let problem = Problem::BandTwice { band: everything.band(*range, false), points };
    scope.f.with(&other.ends.span, problem, &one.ends.span, Note::FirstHere);
}

fn span(raw: &List<RawBand>, at: usize) -> Option<&Span> {
    raw.items.get(at).map(|band| &band.ends.span)
}

/// Reports a range outside the values of its indicator.
pub(crate) fn unreachable(scope: &Scope, span: &Span, domain: Domain, range: Range) {
    let everything = Domain { digits: None, ..domain };
    let problem = Problem::BandUnreachable { band: everything.band(range, false), domain: domain.text() };
    scope.f.at(span, problem);
}

fn gap(scope: &Scope, raw: &List<RawBand>, domain: Domain, gap: Range, around: (Option<usize>, Option<usize>)) {
    let (from, to) = domain.ends(gap);
    let inclusive = raw.items.iter().any(|band| band.ends.up_to.is_some());
    let keys = [domain.band(gap, inclusive), "points = …, status = \"provisional\", evidence = \"…\"".to_owned()];
    let keys: Vec<String> = keys.into_iter().filter(|part| !part.is_empty()).collect();
    let problem = Problem::BandGap { from, to, line: format!("{{ {} }},", keys.join(", ")) };
    let (below, above) = (around.0.and_then(|at| span(raw, at)), around.1.and_then(|at| span(raw, at)));
    match (below, above) {
        (Some(below), Some(above)) => scope.f.with(above, problem, below, Note::BandBefore),
        (Some(one), None) | (None, Some(one)) => scope.f.at(one, problem),
        // No band is reachable: each of them has been reported.
        (None, None) => {}
    }
}

/// Points should only rise or only fall along the values; where they turn is shown.
fn monotone(scope: &Scope, raw: &List<RawBand>, domain: Domain, ranges: &[Range]) {
    let mut along: Vec<(Range, Decimal, &Span)> = Vec::new();
    for (range, band) in ranges.iter().zip(&raw.items) {
        let Some(points) = &band.points else { return };
        let range = domain.snap(*range);
        if !range.is_empty() {
            along.push((range, points.value, &band.ends.span));
        }
    }
    along.sort_by_key(|(range, ..)| (range.low, range.high));
    let points: Option<Vec<Points>> = along.iter().map(|(_, points, _)| Points::from_decimal(*points)).collect();
    let Some(points) = points else { return };
    let mut direction = None;
    for (at, pair) in points.windows(2).enumerate() {
        let [left, right] = pair else { continue };
        let step = right.cmp(left);
        if step.is_ne() && direction.is_some_and(|direction| direction != step) {
            let (Some((.., turn)), Some((.., before))) = (along.get(at + 1), along.get(at)) else { return };
            scope.f.with(turn, Problem::BandNotMonotone { points: points.clone() }, before, Note::BandBefore);
            return;
        }
        direction = direction.or(step.is_ne().then_some(step));
    }
}

/// A cut-off: the values that reach it, and the others.
pub(crate) fn cutoff(scope: &Scope, raw: &RawCutoff, domain: Option<Domain>) -> Option<Vec<Step>> {
    let f = scope.f;
    let points = raw.points.as_ref().and_then(|points| figure::points(f, points));
    let otherwise = raw.otherwise.as_ref().and_then(|points| figure::points(f, points));
    let origin = figure::origin(f, &raw.origin);
    let (key, edge) = raw.end.as_ref()?;
    let reached = match *key {
        "at_least" => (Bound::Included(edge.value), Bound::Open),
        "above" => (Bound::Excluded(edge.value), Bound::Open),
        "at_most" => (Bound::Open, Bound::Included(edge.value)),
        _ => (Bound::Open, Bound::Excluded(edge.value)),
    };
    let rest = match reached {
        (Bound::Included(v), _) => (Bound::Open, Bound::Excluded(v)),
        (Bound::Excluded(v), _) => (Bound::Open, Bound::Included(v)),
        (_, Bound::Included(v)) => (Bound::Excluded(v), Bound::Open),
        (_, Bound::Excluded(v)) => (Bound::Included(v), Bound::Open),
        (Bound::Open, Bound::Open) => return None,
    };
    if let Some(domain) = domain {
        let ranges = [reached, rest].map(|(from, to)| Range::new(from, to));
        for fault in domain.judge(&ranges) {
            if let Fault::Unreachable(at) = fault
                && let Some(range) = ranges.get(at)
            {
                unreachable(scope, &edge.span, domain, *range);
            }
        }
    }
    let origin = origin?;
    Some(vec![step(reached, points?, &origin), step(rest, otherwise?, &origin)])
}

/// One line for a range.
pub(crate) fn step(ends: (Bound, Bound), points: Points, origin: &Origin) -> Step {
    Step { from: ends.0, to: ends.1, points: Figure { value: points, origin: origin.clone() } }
}

/// One line for a single whole value.
pub(crate) fn step_at(value: i64, points: Points, origin: &Origin) -> Step {
    let only = Bound::Included(Decimal::whole(value));
    step((only, only), points, origin)
}

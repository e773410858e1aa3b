//! Points that rise and fall as one figure grows.

use super::Findings;
use super::grid::{Grid, Seen};
use crate::diag::Problem;
use crate::quantity::Points;
use crate::rules::script::Survey;
use std::cmp::Ordering;

/// Two or three positions on one line.
type Piece = Vec<usize>;

/// One finding per field: a line on which points do both, or two lines on which they go opposite ways. Where there
/// is no score, where the item does not apply, at 0/0, and where something would be divided by 0, a rule of its own
/// holds and a line is broken. A figure inside `abs(…)` has no direction.
pub(super) fn check(found: &mut Findings<'_>, grid: &Grid<'_>, survey: &Survey) {
    for (ix, axis) in grid.axes.iter().enumerate() {
        if !axis.ordered || survey.two_sided.contains(&axis.parameter) {
            continue;
        }
        let zero_apart = survey.divisors.contains(&axis.parameter);
        if let Some(pieces) = turn(grid, ix, zero_apart) {
            let (what, item) = found.item();
            let parameter = found.site.call.script.parameters().get(axis.parameter).cloned().unwrap_or_default();
            let lines = pieces.iter().map(|piece| line(grid, ix, piece)).collect();
            let span = found.site.call.script.parameter_spans().get(axis.parameter).cloned().unwrap_or(0..0);
            found.in_script(span, Problem::ScriptPointsTurn { what, parameter, lines }, [item]);
        }
    }
}

/// The first line with both directions; otherwise the first two with different ones.
fn turn(grid: &Grid<'_>, axis: usize, zero_apart: bool) -> Option<Vec<Piece>> {
    let values = grid.axes.get(axis).map_or(&[][..], |axis| &axis.values);
    let zero = values.iter().position(|value| *value == 0).filter(|_| zero_apart);
    let (mut rising, mut falling): (Option<Piece>, Option<Piece>) = (None, None);
    for line in grid.lines(axis) {
        let mut first: Option<(Ordering, usize)> = None;
        let mut before: Option<(usize, Points)> = None;
        for at in line {
            let now = match grid.at(at) {
                _ if zero == Some(grid.step(at, axis)) => None,
                Seen::Scored(points) => Some((at, points)),
                // Beyond what is possible; the line goes on behind it.
                Seen::Impossible => continue,
                Seen::Open | Seen::Failed | Seen::NotApplicable(_) => None,
            };
            let way = before.zip(now).map(|((_, before), (_, now))| now.cmp(&before));
            if let (Some(way @ (Ordering::Less | Ordering::Greater)), Some((from, _))) = (way, before) {
                match first {
                    Some((other, begin)) if other != way => return Some(vec![vec![begin, from, at]]),
                    Some(_) => {}
                    None => first = Some((way, from)),
                }
                let known = if way == Ordering::Greater { &mut rising } else { &mut falling };
                known.get_or_insert_with(|| vec![from, at]);
            }
            first = first.filter(|_| now.is_some());
            before = now;
        }
    }
    rising.zip(falling).map(|(rising, falling)| vec![rising, falling])
}

/// The other figures, and each value with its points.
fn line(grid: &Grid<'_>, axis: usize, piece: &[usize]) -> (String, Vec<(String, Points)>) {
    let others = piece.first().filter(|_| grid.axes.len() > 1);
    let others = others.map(|at| grid.given(&grid.tried(*at, Some(axis)))).unwrap_or_default();
    let points = piece.iter().filter_map(|at| {
        let axis_of = grid.axes.get(axis)?;
        let value = axis_of.values.get(grid.step(*at, axis))?;
        Some((grid.written(axis_of.field, *value), grid.at(*at).points()?))
    });
    (others, points.collect())
}

//! Points given while a figure is missing that would change if it were known.

use super::Findings;
use super::grid::{Grid, Seen, stopped};
use crate::diag::Problem;

/// Tries each figure missing, one at a time, with every combination of the others: what is decided without it must be
/// the same with every figure it could be. One finding per field.
pub(super) fn check(found: &mut Findings<'_>, grid: &Grid<'_>) {
    if !grid.call.accepts_missing {
        return;
    }
    for (ix, axis) in grid.axes.iter().enumerate() {
        let mut reported = false;
        for mut line in grid.lines(ix) {
            let Some(first) = line.next() else { continue };
            let tried = grid.tried(first, Some(ix));
            let without = grid.see(&tried);
            if without == Seen::Failed {
                stopped(found, grid, &tried);
            }
            let Some(points) = without.points().filter(|_| !reported) else { continue };
            let differs = |at: &usize| grid.at(*at).points().is_some_and(|then| then != points);
            let other = std::iter::once(first).chain(line).find(differs);
            let Some((at, then)) = other.and_then(|at| Some((at, grid.at(at).points()?))) else { continue };
            reported = true;
            let value = axis.values.get(grid.step(at, ix)).copied().unwrap_or_default();
            let (what, item) = found.item();
            let field = found.rules.standard.fields.get(axis.field.0).map(|field| field.id.clone()).unwrap_or_default();
            let (value, given) = (grid.written(axis.field, value), grid.given(&tried));
            let problem = Problem::ScriptMissingDecides { what, field, points, value, then, given };
            let span = found.site.call.script.parameter_spans().get(axis.parameter).cloned().unwrap_or(0..0);
            found.in_script(span, problem, [item]);
        }
    }
}

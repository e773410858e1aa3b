//! The points of every criterion, one line per commune.

use super::grid::Grid;
use super::wrap;
use crate::render::View;
use crate::render::layout::breakdown::Unknown;
use crate::render::layout::{Cell, Column, Layout, Side};
use crate::result::{CommuneScore, ScoreSheet};

/// The most room a name gets beside the points.
const NAME: usize = 28;

/// What is shown beside the points.
#[derive(Clone, Copy)]
struct Plan {
    name: bool,
    total: bool,
    unknown: Unknown,
    gap: u16,
}

/// From the richest to the leanest.
const PLANS: [Plan; 5] = [
    Plan { name: true, total: true, unknown: Unknown::Range, gap: 2 },
    Plan { name: false, total: true, unknown: Unknown::Range, gap: 2 },
    Plan { name: false, total: true, unknown: Unknown::Range, gap: 1 },
    Plan { name: false, total: false, unknown: Unknown::Range, gap: 1 },
    Plan { name: false, total: false, unknown: Unknown::Mark, gap: 1 },
];

/// The points of every criterion: exact, `0–50` or `?` when figures are missing, `0!` when a fact sets the criterion to
/// zero, `–` when it is left out. Criteria that do not fit beside each other continue in a second table. Ends with a
/// line end.
#[must_use]
pub fn breakdown(sheet: &ScoreSheet, view: &View) -> String {
    let layout = Layout::new(sheet, view.lang);
    let width = view.columns();
    let all = 0..layout.info.criteria.len();
    let fits =
        PLANS.iter().map(|plan| (*plan, grid(&layout, *plan, all.clone()))).find(|(_, g)| g.line_width() <= width);
    let mut text = format!("{}\n\n", layout.words.breakdown_title);
    let unknown = if let Some((plan, grid)) = fits {
        text.push_str(&grid.print(view.colour));
        plan.unknown
    } else {
        text.push_str(&in_parts(&layout, view));
        Unknown::Mark
    };
    for line in layout.breakdown_legends(unknown).into_iter().chain(layout.criteria_list()) {
        wrap::push(&mut text, &line, width, 2);
    }
    text
}

/// As many criteria as fit, then the next ones below.
fn in_parts(layout: &Layout<'_>, view: &View) -> String {
    let [.., plan] = PLANS;
    let (mut text, mut from, count) = (String::new(), 0, layout.info.criteria.len());
    while from < count {
        let fits = |to: &usize| grid(layout, plan, from..*to).line_width() <= view.columns();
        let to = (from + 1..=count).rev().find(fits).unwrap_or(from + 1);
        text.push_str(&grid(layout, plan, from..to).print(view.colour));
        from = to;
    }
    text
}

fn grid(layout: &Layout<'_>, plan: Plan, criteria: std::ops::Range<usize>) -> Grid {
    let mut before = vec![Column::Code];
    before.extend(plan.name.then_some(Column::Name));
    before.extend(layout.needed(&[Column::Year]));
    let after: &[Column] = if plan.total { &[Column::Total] } else { &[] };
    let header = |column: &Column| layout.header(*column).to_owned();
    let mut headers: Vec<String> = before.iter().map(header).collect();
    headers.extend(criteria.clone().map(|at| layout.criterion_header(at)));
    headers.extend(after.iter().map(header));

    let mut grid = Grid::new(headers);
    grid.gap = plan.gap;
    grid.sides = vec![Side::Left; before.len()];
    grid.sides.resize(grid.headers.len(), Side::Right);
    for commune in &layout.sheet.communes {
        grid.rows.push(row(layout, commune, plan.unknown, &before, criteria.clone(), after));
    }
    grid.widths = grid.natural();
    if plan.name
        && let Some(width) = grid.widths.get_mut(1)
    {
        *width = (*width).min(NAME);
    }
    grid
}

fn row(
    layout: &Layout<'_>,
    commune: &CommuneScore,
    unknown: Unknown,
    before: &[Column],
    criteria: std::ops::Range<usize>,
    after: &[Column],
) -> Vec<Cell> {
    let mut cells: Vec<Cell> = before.iter().map(|column| layout.cell(*column, commune)).collect();
    cells.extend(criteria.map(|at| layout.points_cell(commune.criteria.get(at), unknown)));
    cells.extend(after.iter().map(|column| layout.cell(*column, commune)));
    cells
}

//! Which columns fit a width, and how wide each becomes.

use crate::render::layout::{Column, Layout};
use std::collections::BTreeMap;

/// Blanks between columns.
const GAP: usize = 2;

/// Columns that fit, with the characters of text each gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) columns: Vec<Column>,
    pub(super) widths: Vec<usize>,
}

/// Sets of columns from the richest to the leanest; the first that fits comfortably is taken.
const PLANS: [&[Column]; 7] = [
    &Column::ALL,
    &[
        Column::Code,
        Column::Name,
        Column::Province,
        Column::District,
        Column::Year,
        Column::Class,
        Column::Total,
        Column::Threshold,
        Column::Distance,
        Column::Verdict,
        Column::ReasonsAndMissing,
    ],
    &[
        Column::Code,
        Column::Name,
        Column::Year,
        Column::Class,
        Column::Total,
        Column::Threshold,
        Column::Distance,
        Column::ShortVerdict,
        Column::ReasonsAndMissing,
    ],
    &[
        Column::Code,
        Column::Name,
        Column::Year,
        Column::Total,
        Column::Threshold,
        Column::ShortVerdict,
        Column::ShortReasons,
    ],
    &[Column::Code, Column::Name, Column::Year, Column::Total, Column::ShortVerdict, Column::ShortReasons],
    &[Column::Code, Column::Year, Column::Total, Column::ShortVerdict, Column::ShortReasons],
    &[Column::Code, Column::Total, Column::ShortVerdict],
];

impl Fit {
    /// The richest set of columns that fits `width`; the leanest when none does.
    pub(super) fn of(layout: &Layout<'_>, width: usize) -> Self {
        let mut known = BTreeMap::new();
        let plans: Vec<Vec<(Column, usize)>> = PLANS.iter().map(|plan| wanted(layout, plan, &mut known)).collect();
        let comfortable = plans.iter().find_map(|plan| Self::try_in(plan, width, comfort));
        let squeezed = || plans.last().and_then(|plan| Self::try_in(plan, width, |_| 1));
        comfortable.or_else(squeezed).unwrap_or_else(|| Self { columns: vec![Column::Code], widths: vec![width] })
    }

    /// The set in `width`, or `None` when a column would get less than `least` of what it wants.
    fn try_in(plan: &[(Column, usize)], width: usize, least: fn(Column) -> usize) -> Option<Self> {
        let fixed: usize = plan.iter().filter(|(column, _)| !column.wraps()).map(|(_, wanted)| wanted).sum();
        let room = width.checked_sub(fixed + GAP * plan.len().saturating_sub(1))?;
        let widths = share(plan, room);
        let enough = |((column, wanted), given): (&(Column, usize), &usize)| {
            *given >= if column.wraps() { (*wanted).min(least(*column)) } else { *wanted }
        };
        let columns = plan.iter().map(|(column, _)| *column).collect();
        plan.iter().zip(&widths).all(enough).then_some(Self { columns, widths })
    }
}

/// The columns of a set that say something about this sheet, each with the characters of its longest value or header.
fn wanted(layout: &Layout<'_>, plan: &[Column], known: &mut BTreeMap<Column, usize>) -> Vec<(Column, usize)> {
    let measure = |column: Column| {
        let header = layout.header(column).chars().count();
        layout.sheet.communes.iter().map(|commune| layout.cell(column, commune).width()).fold(header, usize::max)
    };
    let columns = layout.needed(plan).into_iter();
    columns.map(|column| (column, *known.entry(column).or_insert_with(|| measure(column)))).collect()
}

/// Characters below which a text column is too narrow to read.
fn comfort(column: Column) -> usize {
    match column {
        Column::Reasons | Column::ReasonsAndMissing | Column::Missing => 28,
        Column::Verdict => 20,
        Column::ShortReasons | Column::Name => 14,
        _ => 10,
    }
}

/// Shares `room` among the columns that wrap: none gets more than it wants, long texts get more than names.
fn share(plan: &[(Column, usize)], mut room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = plan.iter().map(|(_, wanted)| *wanted).collect();
    let mut open: Vec<usize> = (0..plan.len()).filter(|at| plan[*at].0.wraps()).collect();
    while !open.is_empty() {
        let weights: usize = open.iter().map(|at| weight(plan[*at].0)).sum();
        let fits = |at: &usize| widths[*at] * weights <= room * weight(plan[*at].0);
        let satisfied: Vec<usize> = open.iter().copied().filter(fits).collect();
        if satisfied.is_empty() {
            for at in &open {
                widths[*at] = (room * weight(plan[*at].0) / weights).max(1);
            }
            break;
        }
        room -= satisfied.iter().map(|at| widths[*at]).sum::<usize>();
        open.retain(|at| !satisfied.contains(at));
    }
    widths
}

/// How much of the room a column gets, compared with others.
fn weight(column: Column) -> usize {
    match column {
        Column::Reasons | Column::ReasonsAndMissing | Column::ShortReasons | Column::Missing => 3,
        Column::Verdict | Column::ShortVerdict => 4,
        _ => 2,
    }
}

//! Which columns fit a width, and how wide each becomes.

use crate::render::layout::{Column, Layout};

/// Blanks between columns.
const GAP: usize = 2;

/// Columns that fit, with the characters of text each gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) columns: Vec<Column>,
    pub(super) widths: Vec<usize>,
}

/// Sets of columns from the richest to the leanest; the first that fits comfortably is taken.
const PLANS: [&[Column]; 5] = [
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
        Column::Reasons,
        Column::Missing,
    ],
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
        Column::Distance,
        Column::ShortVerdict,
        Column::ShortReasons,
    ],
    &[Column::Code, Column::Year, Column::Total, Column::ShortVerdict, Column::ShortReasons],
];

impl Fit {
    /// The richest set of columns that fits `width`; the leanest when none does.
    pub(super) fn of(layout: &Layout<'_>, width: usize) -> Self {
        let plans: Vec<Vec<Column>> = PLANS.iter().map(|plan| layout.needed(plan)).collect();
        let comfortable = plans.iter().find_map(|plan| Self::try_in(layout, plan, width, comfort));
        comfortable
            .or_else(|| plans.last().and_then(|plan| Self::try_in(layout, plan, width, |_| 1)))
            .unwrap_or_else(|| Self { columns: vec![Column::Code], widths: vec![width] })
    }

    /// The set in `width`, or `None` when a column would get less than `least` of what it wants.
    fn try_in(layout: &Layout<'_>, plan: &[Column], width: usize, least: fn(Column) -> usize) -> Option<Self> {
        let wanted: Vec<usize> = plan.iter().map(|column| wanted(layout, *column)).collect();
        let fixed: usize = plan.iter().zip(&wanted).filter(|(column, _)| !column.wraps()).map(|(_, width)| width).sum();
        let room = width.checked_sub(fixed + GAP * plan.len().saturating_sub(1))?;
        let mut widths = wanted;
        share(plan, &mut widths, room);
        let enough = plan
            .iter()
            .zip(&widths)
            .all(|(column, given)| !column.wraps() || *given >= self::wanted(layout, *column).min(least(*column)));
        enough.then(|| Self { columns: plan.to_vec(), widths })
    }
}

/// Characters of the longest value or header.
fn wanted(layout: &Layout<'_>, column: Column) -> usize {
    let header = layout.header(column).chars().count();
    layout.sheet.communes.iter().map(|commune| layout.cell(column, commune).width()).fold(header, usize::max)
}

/// Characters below which a text column is too narrow to read.
fn comfort(column: Column) -> usize {
    match column {
        Column::Reasons | Column::ReasonsAndMissing | Column::Missing => 34,
        Column::Verdict => 20,
        Column::ShortReasons | Column::Name => 14,
        _ => 10,
    }
}

/// Shares `room` among the columns that wrap: none gets more than it wants, long texts get more than names.
fn share(plan: &[Column], widths: &mut [usize], mut room: usize) {
    let weight = |column: Column| match column {
        Column::Reasons | Column::ReasonsAndMissing | Column::ShortReasons | Column::Missing => 3,
        Column::Verdict | Column::ShortVerdict => 4,
        _ => 2,
    };
    let mut open: Vec<usize> = (0..plan.len()).filter(|at| plan[*at].wraps()).collect();
    while !open.is_empty() {
        let weights: usize = open.iter().map(|at| weight(plan[*at])).sum();
        let satisfied: Vec<usize> =
            open.iter().copied().filter(|at| widths[*at] * weights <= room * weight(plan[*at])).collect();
        if satisfied.is_empty() {
            for at in &open {
                widths[*at] = (room * weight(plan[*at]) / weights).max(1);
            }
            return;
        }
        room -= satisfied.iter().map(|at| widths[*at]).sum::<usize>();
        open.retain(|at| !satisfied.contains(at));
    }
}

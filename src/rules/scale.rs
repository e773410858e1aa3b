//! How a value becomes points.

use super::call::exact_points;
use super::operand::position;
use crate::criteria::model::{Bound, ClassIx, Deduction, Figure, Linear, Scale, Standard, Step};
use crate::quantity::{Decimal, Points, Ratio, Rounding, RoundingMode};
use crate::status::Status;
use std::cmp::Ordering;

/// A scale made ready to run.
#[derive(Clone, Debug)]
pub(super) enum Ladder {
    /// Steps; the lists of all classes one after the other.
    Steps { lists: Vec<Vec<Rung>>, list_of: Option<Vec<usize>> },
    /// Points off per case.
    Deduction(Deduction, Status),
    /// A straight line.
    Linear(Linear, Status, Rounding),
}

/// One step.
#[derive(Clone, Debug)]
pub(super) struct Rung {
    from: Bound,
    to: Bound,
    points: Points,
    status: Status,
    /// Position among all steps of the item.
    step: u16,
}

/// The points a value gets, and from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scored {
    pub(super) low: Points,
    pub(super) high: Points,
    pub(super) step: Option<u16>,
    pub(super) status: Status,
}

impl Ladder {
    pub(super) fn new(scale: &Scale, standard: &Standard) -> Self {
        let rounding = standard.points_rounding.as_ref();
        let weakest = |figure: Status| rounding.map_or(figure, |r| figure.max(r.origin.status));
        match scale {
            Scale::Steps(steps) => Self::Steps { lists: vec![rungs(steps, 0)], list_of: None },
            Scale::StepsByClass { lists, list_of } => Self::by_class(lists, list_of),
            Scale::Deduction(Figure { value, origin }) => Self::Deduction(*value, origin.status),
            Scale::Linear(Figure { value, origin }) => {
                let finest = Rounding { digits: Points::DIGITS, mode: RoundingMode::HalfUp };
                Self::Linear(*value, weakest(origin.status), rounding.map_or(finest, |r| r.value))
            }
        }
    }

    fn by_class(lists: &[Vec<Step>], list_of: &[usize]) -> Self {
        let mut before = 0;
        let mut ready = Vec::new();
        for list in lists {
            ready.push(rungs(list, before));
            before += list.len();
        }
        Self::Steps { lists: ready, list_of: Some(list_of.to_vec()) }
    }

    /// The points of a value; `None` when no step covers it or the points cannot be exact, which a checked standard
    /// rules out. Without an area class the points can be those of any class.
    #[inline(always)]
    pub(super) fn points(&self, value: Ratio, class: Option<ClassIx>) -> Option<Scored> {
        match self {
            Self::Steps { lists, list_of: None } => on(lists.first()?, value),
            Self::Steps { lists, list_of: Some(list_of) } => match class {
                Some(class) => on(lists.get(*list_of.get(class.0)?)?, value),
                None => lists.iter().map(|list| on(list, value)).reduce(hull).flatten(),
            },
            Self::Deduction(deduction, status) => deduct(deduction, value).map(|p| exactly(p, *status)),
            Self::Linear(line, status, rounding) => along(line, value, *rounding).map(|p| exactly(p, *status)),
        }
    }

    /// Whether the area class decides which steps apply.
    pub(super) const fn needs_class(&self) -> bool {
        matches!(self, Self::Steps { list_of: Some(_), .. })
    }

    /// Weakest status of all its figures.
    pub(super) fn status(&self) -> Status {
        match self {
            Self::Steps { lists, .. } => {
                lists.iter().flatten().map(|rung| rung.status).max().unwrap_or(Status::Provisional)
            }
            Self::Deduction(_, status) | Self::Linear(_, status, _) => *status,
        }
    }

    /// Fewest and most points of a class, or of any class.
    pub(super) fn bounds(&self, class: Option<ClassIx>) -> Option<(Points, Points)> {
        match self {
            Self::Steps { lists, list_of } => {
                let list = list_of.as_ref().zip(class).and_then(|(list_of, class)| list_of.get(class.0).copied());
                let lists = list.and_then(|ix| lists.get(ix..=ix)).unwrap_or(lists);
                let points = || lists.iter().flatten().map(|rung| rung.points);
                Some((points().min()?, points().max()?))
            }
            Self::Deduction(deduction, ..) => Some((deduction.floor, deduction.start.max(deduction.floor))),
            Self::Linear(line, ..) => {
                Some((line.points_from.min(line.points_to), line.points_from.max(line.points_to)))
            }
        }
    }
}

fn rungs(steps: &[Step], before: usize) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = Vec::new();
    let rung = |(ix, step): (usize, &Step)| Rung {
        from: step.from,
        to: step.to,
        points: step.points.value,
        status: step.points.origin.status,
        step: position(before + ix),
    };
    rungs.extend(steps.iter().enumerate().map(rung));
    rungs.sort_by(|a, b| highest_first(a.from, b.from));
    rungs
}

fn exactly(points: Points, status: Status) -> Scored {
    Scored { low: points, high: points, step: None, status }
}

#[inline(always)]
fn on(rungs: &[Rung], value: Ratio) -> Option<Scored> {
    for rung in rungs {
        if reaches(value, rung.from) {
            return if stays_within(value, rung.to) { Some(rung.scored()) } else { None };
        }
    }
    None
}

impl Rung {
    const fn scored(&self) -> Scored {
        Scored { low: self.points, high: self.points, step: Some(self.step), status: self.status }
    }
}

fn hull(a: Option<Scored>, b: Option<Scored>) -> Option<Scored> {
    let (a, b) = (a?, b?);
    Some(Scored {
        low: a.low.min(b.low),
        high: a.high.max(b.high),
        step: a.step.filter(|_| a.step == b.step),
        status: a.status.max(b.status),
    })
}

/// Steps do not overlap, so the first one reached from above is the only one that can hold the value.
fn highest_first(a: Bound, b: Bound) -> Ordering {
    match (a, b) {
        (Bound::Open, Bound::Open) => Ordering::Equal,
        (Bound::Open, _) => Ordering::Greater,
        (_, Bound::Open) => Ordering::Less,
        (Bound::Included(a), Bound::Included(b)) | (Bound::Excluded(a), Bound::Excluded(b)) => {
            Ratio::from(b).cmp(&Ratio::from(a))
        }
        // On the same edge, "above" begins after "from".
        (Bound::Included(a), Bound::Excluded(b)) => Ratio::from(b).cmp(&Ratio::from(a)).then(Ordering::Greater),
        (Bound::Excluded(a), Bound::Included(b)) => Ratio::from(b).cmp(&Ratio::from(a)).then(Ordering::Less),
    }
}

/// Whether a value lies between two bounds, exactly.
pub(super) fn within(value: Ratio, from: Bound, to: Bound) -> bool {
    reaches(value, from) && stays_within(value, to)
}

#[inline(always)]
fn reaches(value: Ratio, from: Bound) -> bool {
    match from {
        Bound::Open => true,
        Bound::Included(edge) => value.compare(edge) != Ordering::Less,
        Bound::Excluded(edge) => value.compare(edge) == Ordering::Greater,
    }
}

#[inline(always)]
fn stays_within(value: Ratio, to: Bound) -> bool {
    match to {
        Bound::Open => true,
        Bound::Included(edge) => value.compare(edge) != Ordering::Greater,
        Bound::Excluded(edge) => value.compare(edge) == Ordering::Less,
    }
}

/// Whole multiples of points with three decimals are exact.
fn deduct(deduction: &Deduction, value: Ratio) -> Option<Points> {
    let times = value.over(Ratio::from(deduction.every))?;
    let full = times.rounded(Rounding { digits: 0, mode: RoundingMode::Down })?;
    let full = if full.numerator() < 0 { Ratio::ZERO } else { full };
    let off = full.times(deduction.per_case.to_ratio())?;
    let left = deduction.start.to_ratio().minus(off)?;
    exact_points(left.max(deduction.floor.to_ratio()), None)
}

fn along(line: &Linear, value: Ratio, rounding: Rounding) -> Option<Points> {
    if value.compare(line.from) != Ordering::Greater {
        return Some(line.points_from);
    }
    if value.compare(line.to) != Ordering::Less {
        return Some(line.points_to);
    }
    let from = |edge: Decimal| Ratio::from(edge);
    let part = value.minus(from(line.from))?.over(from(line.to).minus(from(line.from))?)?;
    let rise = line.points_to.to_ratio().minus(line.points_from.to_ratio())?;
    Points::from_ratio(line.points_from.to_ratio().plus(part.times(rise)?)?, rounding)
}

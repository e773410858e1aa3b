//! Sums, lowest and highest of parts that may be missing or left out, as the range the result can still have.

use super::call::exact_points;
use crate::quantity::{Points, Rounding};

/// Whether a part takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// It counts.
    In,
    /// A missing figure decides.
    Maybe,
    /// It is left out.
    Out,
}

/// One item of a criterion, or one criterion of the total.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) low: Points,
    pub(super) high: Points,
    /// Most points it can give: what is taken out of the full points when it is left out.
    pub(super) most: Points,
    pub(super) left: Left,
}

/// The points a whole can still have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) low: Points,
    pub(super) high: Points,
    /// `Out` when all parts are left out; then the points are 0 and do not count.
    pub(super) left: Left,
}

/// The sum of the parts that count, rescaled to the full points when some are left out.
pub(super) fn rescale(parts: &[Part], rounding: Option<Rounding>) -> Range {
    if parts.iter().all(|part| part.left == Left::In) {
        let low = parts.iter().map(|part| part.low).sum();
        return Range { low, high: parts.iter().map(|part| part.high).sum(), left: Left::In };
    }
    over_choices(parts, |chosen| {
        let full: Points = parts.iter().map(|part| part.most).sum();
        let counted: Points = chosen.iter().map(|part| part.most).sum();
        let scale = |sum: Points| scaled(sum, full, counted, rounding);
        (scale(chosen.iter().map(|part| part.low).sum()), scale(chosen.iter().map(|part| part.high).sum()))
    })
}

/// The lowest or highest of the parts that count.
pub(super) fn extreme(parts: &[Part], pick: impl Fn(Points, Points) -> Points) -> Range {
    over_choices(parts, |chosen| {
        let of = |points: fn(&Part) -> Points| chosen.iter().map(points).reduce(&pick).unwrap_or(Points::ZERO);
        (of(|part| part.low), of(|part| part.high))
    })
}

/// `sum × full / counted`. Without a declared rounding (which a checked standard has) to the nearest thousandth.
fn scaled(sum: Points, full: Points, counted: Points, rounding: Option<Rounding>) -> Points {
    let exact = sum.to_ratio().times(full.to_ratio()).and_then(|n| n.over(counted.to_ratio()));
    let finest = Rounding { digits: Points::DIGITS, mode: crate::quantity::RoundingMode::HalfUp };
    exact.and_then(|exact| exact_points(exact, Some(rounding.unwrap_or(finest)))).unwrap_or(sum)
}

/// The hull over every way in which the undecided parts can be left out. The loader limits how many there can be.
fn over_choices(parts: &[Part], of: impl Fn(&[Part]) -> (Points, Points)) -> Range {
    let maybe: Vec<Part> = parts.iter().copied().filter(|part| part.left == Left::Maybe).collect();
    if maybe.len() > MOST_UNDECIDED {
        return anything(parts);
    }
    let sure: Vec<Part> = parts.iter().copied().filter(|part| part.left == Left::In).collect();
    let mut hull: Option<(Points, Points)> = None;
    let mut all_out = false;
    for choice in 0_u32..1 << maybe.len() {
        let picked = maybe.iter().enumerate().filter(|(ix, _)| choice >> ix & 1 == 1).map(|(_, part)| *part);
        let chosen: Vec<Part> = sure.iter().copied().chain(picked).collect();
        if chosen.is_empty() {
            all_out = true;
            continue;
        }
        let (low, high) = of(&chosen);
        hull = Some(hull.map_or((low, high), |(l, h)| (l.min(low), h.max(high))));
    }
    match (hull, all_out) {
        (None, _) => Range { low: Points::ZERO, high: Points::ZERO, left: Left::Out },
        (Some((low, high)), false) => Range { low, high, left: Left::In },
        (Some((low, high)), true) => Range { low, high, left: Left::Maybe },
    }
}

/// So many combinations are still cheap. The loader allows fewer among the items of a criterion; criteria that may be
/// left out of the total can be more.
const MOST_UNDECIDED: usize = 12;

/// A range that holds whatever is left out: wider than needed, never wrong.
fn anything(parts: &[Part]) -> Range {
    let negative = parts.iter().any(|part| part.low < Points::ZERO);
    let low = if negative { Points::whole(-Points::MOST) } else { Points::ZERO };
    let most: Points = parts.iter().map(|part| part.most.max(part.high)).sum();
    Range { low, high: most, left: Left::Maybe }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(low: i64, high: i64, most: i64, left: Left) -> Part {
        Part { low: Points::whole(low), high: Points::whole(high), most: Points::whole(most), left }
    }

    fn range(low: i64, high: i64, left: Left) -> Range {
        Range { low: Points::whole(low), high: Points::whole(high), left }
    }

    #[test]
    fn parts_that_all_count_add_up() {
        assert_eq!(rescale(&[part(10, 10, 50, Left::In), part(0, 50, 50, Left::In)], None), range(10, 60, Left::In));
    }

    #[test]
    fn what_is_left_out_is_made_up_for_by_the_rest() {
        assert_eq!(rescale(&[part(25, 25, 50, Left::In), part(0, 0, 50, Left::Out)], None), range(50, 50, Left::In));
    }

    #[test]
    fn an_undecided_part_gives_the_hull_of_both_ways() {
        // counted: 25 + 0..50; left out: 25 × 100 / 50 = 50
        let parts = [part(25, 25, 50, Left::In), part(0, 50, 50, Left::Maybe)];
        assert_eq!(rescale(&parts, None), range(25, 75, Left::In));
    }

    #[test]
    fn too_many_undecided_parts_give_a_wider_range_and_never_a_wrong_one() {
        let many = vec![part(10, 50, 50, Left::Maybe); MOST_UNDECIDED + 1];
        let few = &many[..MOST_UNDECIDED];
        let (wide, narrow) = (rescale(&many, None), rescale(few, None));
        assert!(wide.low <= narrow.low && wide.high >= narrow.high && wide.left == Left::Maybe);
    }

    #[test]
    fn a_whole_without_parts_is_left_out_itself() {
        assert_eq!(rescale(&[part(0, 0, 50, Left::Out)], None), range(0, 0, Left::Out));
        assert_eq!(rescale(&[part(10, 50, 50, Left::Maybe)], None), range(10, 50, Left::Maybe));
    }

    #[test]
    fn the_lowest_part_counts_among_those_not_left_out() {
        let parts = [part(5, 20, 50, Left::In), part(10, 10, 50, Left::In), part(0, 0, 50, Left::Out)];
        assert_eq!(extreme(&parts, Points::min), range(5, 10, Left::In));
        assert_eq!(extreme(&parts, Points::max), range(10, 20, Left::In));
    }
}

//! Formulas that look at their own results, directly or through others, and those that rest on them.

use super::super::{Area, too_much};
use crate::diag::Problem;
use crate::diag::book::Part;

/// Steps from formulas to formulas that are followed: a thousand rows that each add up all rows before them, in twenty
/// columns.
const MOST_STEPS: u64 = 10_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    New,
    /// Its formulas are being followed.
    Open,
    /// Followed; whether it looks at a circle.
    Done(bool),
}

/// For each of the formulas at `places`, in order, whether it looks at a circle; `areas` is what each looks at.
///
/// # Errors
/// There are more steps than can be followed.
pub(super) fn reached(places: &[(u32, u32)], areas: &[Vec<Area>]) -> Result<Vec<bool>, Problem> {
    let mut states = vec![State::New; places.len()];
    let mut steps = 0;
    for start in 0..places.len() {
        follow(start, places, areas, &mut states, &mut steps)?;
    }
    Ok(states.into_iter().map(|state| state == State::Done(true)).collect())
}

/// Follows one formula to the end, without recursion: chains may be as long as a sheet.
fn follow(
    start: usize,
    places: &[(u32, u32)],
    areas: &[Vec<Area>],
    states: &mut [State],
    steps: &mut u64,
) -> Result<(), Problem> {
    if states[start] != State::New {
        return Ok(());
    }
    states[start] = State::Open;
    let mut path = vec![(start, next(start, places, areas, steps)?, false)];
    while let Some((at, ahead, in_circle)) = path.last_mut() {
        let Some(to) = ahead.pop() else {
            let (at, in_circle) = (*at, *in_circle);
            states[at] = State::Done(in_circle);
            path.pop();
            if let Some((_, _, below)) = path.last_mut() {
                *below |= in_circle;
            }
            continue;
        };
        match states[to] {
            State::Open => *in_circle = true,
            State::Done(is_in) => *in_circle |= is_in,
            State::New => {
                states[to] = State::Open;
                path.push((to, next(to, places, areas, steps)?, false));
            }
        }
    }
    Ok(())
}

/// The formulas a formula looks at, by their position in `places`.
fn next(at: usize, places: &[(u32, u32)], areas: &[Vec<Area>], steps: &mut u64) -> Result<Vec<usize>, Problem> {
    let mut all = Vec::new();
    for area in areas.get(at).into_iter().flatten() {
        let first = places.partition_point(|place| *place < area.first);
        for (to, place) in places.iter().enumerate().skip(first).take_while(|(_, place)| **place <= area.last) {
            *steps += 1;
            if *steps > MOST_STEPS {
                return Err(too_much(Part::References, MOST_STEPS));
            }
            if (area.first.1..=area.last.1).contains(&place.1) {
                all.push(to);
            }
        }
    }
    Ok(all)
}

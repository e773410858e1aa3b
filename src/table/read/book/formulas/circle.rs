//! Formulas that look at their own results, directly or through others, and those that rest on them.

use super::super::too_much;
use super::{Formula, Place};
use crate::diag::Problem;
use crate::diag::book::Part;
use std::sync::Arc;

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

/// For each of the formulas, which are in the order of their places, whether it looks at a circle.
///
/// # Errors
/// There are more steps than can be followed.
pub(super) fn reached(formulas: &[(Place, Arc<Formula>)]) -> Result<Vec<bool>, Problem> {
    let mut states = vec![State::New; formulas.len()];
    let mut steps = 0;
    for start in 0..formulas.len() {
        follow(start, formulas, &mut states, &mut steps)?;
    }
    Ok(states.into_iter().map(|state| state == State::Done(true)).collect())
}

/// Follows one formula to the end, without recursion: chains may be as long as a sheet.
fn follow(
    start: usize,
    formulas: &[(Place, Arc<Formula>)],
    states: &mut [State],
    steps: &mut u64,
) -> Result<(), Problem> {
    if states[start] != State::New {
        return Ok(());
    }
    states[start] = State::Open;
    let mut path = vec![(start, next(start, formulas, steps)?, false)];
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
                path.push((to, next(to, formulas, steps)?, false));
            }
        }
    }
    Ok(())
}

/// The formulas a formula looks at, by their position.
fn next(at: usize, formulas: &[(Place, Arc<Formula>)], steps: &mut u64) -> Result<Vec<usize>, Problem> {
    let mut all = Vec::new();
    let Some(((own, row, column), formula)) = formulas.get(at) else { return Ok(all) };
    let mut step = || {
        *steps += 1;
        if *steps > MOST_STEPS { Err(too_much(Part::References, MOST_STEPS)) } else { Ok(()) }
    };
    // A shared formula is moved to its cell only now: for all cells at once it could fill the memory.
    for reference in &formula.references {
        step()?;
        let Some(area) = reference.moved(formula.place, (*row, *column)) else { continue };
        let (first, last) = reference.tabs.unwrap_or((*own, *own));
        for tab in first..=last {
            step()?;
            let (begin, end) = ((tab, area.first.0, area.first.1), (tab, area.last.0, area.last.1));
            let before = formulas.partition_point(|(place, _)| *place < begin);
            let ahead = formulas.iter().enumerate().skip(before).take_while(|(_, (place, _))| *place <= end);
            for (to, (place, _)) in ahead {
                step()?;
                if (area.first.1..=area.last.1).contains(&place.2) {
                    all.push(to);
                }
            }
        }
    }
    Ok(all)
}

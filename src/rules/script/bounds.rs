//! Proof that a script ends soon: no recursion, and limits on steps, depth and slots over every chain of calls.
//!
//! There are no loops, so the steps of a function are at most those of its text plus those of what it calls. The
//! run then needs no counter.

use super::parse::Header;
use crate::diag::{Kind, Problem, Span};

/// Nodes one call may visit. A script of a page has a few hundred; this many take about a millisecond.
const MOST_STEPS: usize = 100_000;
/// Nested expressions over a whole chain of calls: the stack of a debug build holds several times as many.
const MOST_DEPTH: usize = 400;
/// Variables over a whole chain of calls.
const MOST_SLOTS: usize = 4_096;

/// What one function does, without what it calls.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) steps: usize,
    pub(super) depth: usize,
    pub(super) most_depth: usize,
    pub(super) slots: usize,
    /// Whether it can end with `because`, `missing`, `not_applicable` or `ratio`.
    pub(super) outcome: bool,
    pub(super) calls: Vec<CallSite>,
    /// Where its results stand, in the order in which they were marked.
    pub(super) results: Vec<Span>,
    /// Parts that no figures lead to.
    pub(super) unreached: Vec<Span>,
    /// Parameters and variables that nothing reads.
    pub(super) unread: Vec<(Kind, String, Span)>,
}

/// A call of a function of the same file.
#[derive(Debug)]
pub(super) struct CallSite {
    pub(super) function: usize,
    pub(super) span: Span,
    /// First slot of the called function, in the caller's frame.
    pub(super) base: usize,
    pub(super) depth: usize,
    /// Whether what it gives is the caller's result.
    pub(super) result: bool,
}

impl Facts {
    pub(super) fn step(&mut self) {
        self.steps += 1;
    }

    pub(super) fn enter(&mut self) {
        self.step();
        self.depth += 1;
        self.most_depth = self.most_depth.max(self.depth);
    }

    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

/// The same with everything it calls.
#[derive(Clone, Copy, Default)]
pub(super) struct Total {
    pub(super) steps: usize,
    depth: usize,
    pub(super) slots: usize,
    outcome: bool,
}

/// Checks every function and gives what each needs, in their order.
pub(super) fn prove(facts: &[Facts], headers: &[Header], problem: &mut dyn FnMut(Span, Problem)) -> Vec<Total> {
    let mut proof = Proof { facts, headers, problem, done: vec![None; facts.len()], path: Vec::new() };
    let totals: Vec<Total> = (0..facts.len()).map(|function| proof.total(function)).collect();
    for (total, header) in totals.iter().zip(headers) {
        proof.limits(*total, header);
    }
    totals
}

struct Proof<'a> {
    facts: &'a [Facts],
    headers: &'a [Header],
    problem: &'a mut dyn FnMut(Span, Problem),
    done: Vec<Option<Total>>,
    /// Functions that call each other down to the one looked at.
    path: Vec<usize>,
}

impl Proof<'_> {
    fn total(&mut self, function: usize) -> Total {
        if let Some(Some(total)) = self.done.get(function) {
            return *total;
        }
        let facts = self.facts;
        let Some(own) = facts.get(function) else { return Total::default() };
        self.path.push(function);
        let mut total = Total { steps: own.steps, depth: own.most_depth, slots: own.slots, outcome: own.outcome };
        for call in &own.calls {
            let called = self.called(call);
            total.steps = total.steps.saturating_add(called.steps);
            total.depth = total.depth.max(call.depth.saturating_add(called.depth));
            total.slots = total.slots.max(call.base.saturating_add(called.slots));
            total.outcome |= called.outcome;
        }
        self.path.pop();
        if let Some(done) = self.done.get_mut(function) {
            *done = Some(total);
        }
        total
    }

    fn called(&mut self, call: &CallSite) -> Total {
        if let Some(first) = self.path.iter().position(|function| *function == call.function) {
            let round: Vec<&str> = self.path.iter().skip(first).map(|at| self.name(*at)).collect();
            let construct = format!("{} → {}", round.join(" → "), self.name(call.function));
            (self.problem)(call.span.clone(), Problem::ScriptForbidden { construct });
            return Total::default();
        }
        let called = self.total(call.function);
        if called.outcome && !call.result {
            let name = self.name(call.function);
            let message = format!("`{name}` can end with a result of its own: write `return {name}(…)`");
            (self.problem)(call.span.clone(), Problem::ScriptSyntax { message });
        }
        called
    }

    fn name(&self, function: usize) -> &str {
        self.headers.get(function).map_or("", |header| header.name.as_str())
    }

    fn limits(&mut self, total: Total, header: &Header) {
        let limits = [
            ("steps", total.steps, MOST_STEPS),
            ("nested expressions", total.depth, MOST_DEPTH),
            ("variables", total.slots, MOST_SLOTS),
        ];
        for (what, found, limit) in limits {
            if found > limit {
                let message =
                    format!("`{}` needs {found} {what} with what it calls; the limit is {limit}", header.name);
                (self.problem)(header.name_span.clone(), Problem::ScriptSyntax { message });
            }
        }
    }
}

//! Survey of a script: what each branch can give, and what is compared with what.
//!
//! One walk over all ways through the script with ranges instead of numbers. Conditions are not used, so a range may
//! be wider than what can happen, never narrower.

use super::CompiledScript;
use super::program::{Host, Node, Operation, Outcome, Program, Switch};
use crate::quantity::Ratio;
use crate::rules::extent::Extent;
use std::collections::BTreeSet;

/// What the survey of a script finds.
#[derive(Debug, Default)]
pub(in crate::rules) struct Survey {
    /// What each branch can give as points, a value or a total; `None` for `missing`, `ratio` and branches that
    /// nothing leads to.
    pub(in crate::rules) branches: Vec<Option<Extent>>,
    /// The parameters that the points of each branch are made of.
    pub(in crate::rules) made_of: Vec<BTreeSet<usize>>,
    /// Both sides of each comparison.
    pub(in crate::rules) compared: Vec<[Side; 2]>,
    /// Numbers written in the script, or passed to it as figures, that something is done with.
    pub(in crate::rules) numbers: Vec<Ratio>,
    /// Parameters inside `abs(…)`: both directions are meant to count the same.
    pub(in crate::rules) two_sided: BTreeSet<usize>,
    /// Parameters that something is divided by: 0 is a case of its own there.
    pub(in crate::rules) divisors: BTreeSet<usize>,
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Side {
    /// A number known before.
    Number(Ratio),
    /// A parameter, by position.
    Parameter(usize),
    /// `rate(n, of, per)` of two parameters.
    Rate { n: usize, of: usize, per: Ratio },
    /// Anything else.
    Other,
}

/// What is known of a value.
#[derive(Clone, Debug)]
struct Known {
    extent: Extent,
    side: Side,
    /// Parameters it depends on.
    from: BTreeSet<usize>,
}

impl Known {
    fn of(extent: Extent, from: BTreeSet<usize>) -> Self {
        let side = extent.number().map_or(Side::Other, Side::Number);
        Self { extent, side, from }
    }

    fn anything() -> Self {
        Self::of(Extent::ANY, BTreeSet::new())
    }

    fn or(mut self, other: Self) -> Self {
        let side = if self.side == other.side { self.side } else { Side::Other };
        self.from.extend(other.from);
        Self { extent: self.extent.or(other.extent), side, from: self.from }
    }
}

impl CompiledScript {
    /// Surveys the script; `parameters` says what each can be.
    pub(in crate::rules) fn survey(&self, parameters: &[Extent]) -> Survey {
        let program = &*self.0;
        let found = Survey {
            branches: vec![None; program.branches.len()],
            made_of: vec![BTreeSet::new(); program.branches.len()],
            ..Survey::default()
        };
        let mut walk = Walk { program, found, returned: Vec::new() };
        let mut slots: Vec<Known> = parameters.iter().enumerate().map(|(at, extent)| parameter(at, *extent)).collect();
        slots.resize_with(program.slots.max(slots.len()), Known::anything);
        walk.found.numbers.extend(parameters.iter().filter_map(|extent| extent.number()));
        walk.function(program.traced, &mut slots, 0);
        walk.found
    }
}

fn parameter(at: usize, extent: Extent) -> Known {
    let known = Known::of(extent, BTreeSet::from([at]));
    if known.side == Side::Other { Known { side: Side::Parameter(at), ..known } } else { known }
}

struct Walk<'p> {
    program: &'p Program,
    found: Survey,
    /// What `return` gave so far, for each function on the way.
    returned: Vec<Option<Known>>,
}

/// The slots of all functions on the way; each uses those from its base.
type Slots = Vec<Known>;

impl<'p> Walk<'p> {
    /// What a function gives; `None` when it always ends the script.
    fn function(&mut self, function: usize, slots: &mut Slots, base: usize) -> Option<Known> {
        let program = self.program;
        self.returned.push(None);
        let last = program.functions.get(function).and_then(|body| self.value(body, slots, base));
        either(self.returned.pop().flatten(), last)
    }

    /// What a node gives; `None` when the function is left before.
    fn value(&mut self, node: &'p Node, slots: &mut Slots, base: usize) -> Option<Known> {
        match node {
            Node::Number(number) => {
                self.found.numbers.push(*number);
                Some(Known::of(Extent::exactly(*number), BTreeSet::new()))
            }
            Node::Truth(_) | Node::Word(_) | Node::Nothing => Some(Known::anything()),
            Node::Slot(slot, _) => Some(slots.get(base + usize::from(*slot)).cloned().unwrap_or_else(Known::anything)),
            Node::Not(node, _) => self.value(node, slots, base),
            Node::Negate(node, _) => {
                let of = self.value(node, slots, base)?;
                Some(Known::of(of.extent.negated(), of.from))
            }
            Node::Arithmetic(operation, sides, _) => self.arithmetic(*operation, sides, slots, base),
            Node::Comparison(_, sides, _) => self.comparison(sides, slots, base),
            Node::All(parts) | Node::Any(parts) => self.conditions(parts.iter().map(|(part, _)| part), slots, base),
            Node::If(parts, _) => {
                let [condition, then, other] = &**parts;
                self.value(condition, slots, base)?;
                self.one_of([then, other].into_iter(), slots, base)
            }
            Node::Switch(switch, _) => self.switch(switch, slots, base),
            Node::Block(nodes) => nodes.iter().try_fold(Known::anything(), |_, node| self.value(node, slots, base)),
            Node::Set(slot, node) => {
                let value = self.value(node, slots, base)?;
                set(slots, base + usize::from(*slot), value);
                Some(Known::anything())
            }
            Node::Return(node) => {
                let value = self.value(node, slots, base);
                if let Some(returned) = self.returned.last_mut() {
                    *returned = either(returned.take(), value);
                }
                None
            }
            Node::Call { function, base: own, args } => {
                let base = self.arguments(args, usize::from(*own), slots, base)?;
                self.function(usize::from(*function), slots, base)
            }
            Node::Host(host, args, _) => self.host(*host, args, slots, base),
            Node::Outcome(outcome, _) => self.outcome(outcome, slots, base).and(None),
            Node::Result(branch, node) => self.result(usize::from(*branch), node, slots, base),
        }
    }

    fn result(&mut self, branch: usize, node: &'p Node, slots: &mut Slots, base: usize) -> Option<Known> {
        let (points, value) = match node {
            Node::Outcome(outcome, _) => (self.outcome(outcome, slots, base), None),
            node => {
                let value = self.value(node, slots, base);
                (value.clone(), value)
            }
        };
        if let Some((known, points)) = self.found.branches.get_mut(branch).zip(points) {
            *known = Some(known.map_or(points.extent, |known| known.or(points.extent)));
            self.found.made_of.get_mut(branch).into_iter().for_each(|known| known.extend(&points.from));
        }
        value
    }

    /// Points in a result.
    fn outcome(&mut self, outcome: &'p Outcome, slots: &mut Slots, base: usize) -> Option<Known> {
        match outcome {
            Outcome::Because(points, _) | Outcome::NotApplicable(points, _) => self.value(points, slots, base),
            Outcome::Ratio([n, of]) => {
                self.value(n, slots, base)?;
                let of = self.value(of, slots, base)?;
                self.divided_by(&of);
                None
            }
            Outcome::Missing(_) => None,
        }
    }

    fn arguments(&mut self, args: &'p [Node], own: usize, slots: &mut Slots, base: usize) -> Option<usize> {
        for (arg, slot) in args.iter().zip(own..) {
            let value = self.value(arg, slots, base)?;
            set(slots, base + slot, value);
        }
        Some(base + own)
    }

    /// All ways from here, each with the variables as they are.
    fn one_of(&mut self, ways: impl Iterator<Item = &'p Node>, slots: &mut Slots, base: usize) -> Option<Known> {
        let before = slots.clone();
        let (mut after, mut given): (Option<Slots>, Option<Known>) = (None, None);
        for way in ways {
            let mut own = before.clone();
            let Some(value) = self.value(way, &mut own, base) else { continue };
            given = either(given, Some(value));
            after = Some(match after {
                None => own,
                Some(after) => after.into_iter().zip(own).map(|(a, b)| a.or(b)).collect(),
            });
        }
        *slots = after.unwrap_or(before);
        given
    }

    /// Conditions of which the later ones may not be asked.
    fn conditions(&mut self, parts: impl Iterator<Item = &'p Node>, slots: &mut Slots, base: usize) -> Option<Known> {
        for (at, part) in parts.enumerate() {
            match at {
                0 => drop(self.value(part, slots, base)?),
                _ => drop(self.one_of([part, &Node::Nothing].into_iter(), slots, base)),
            }
        }
        Some(Known::anything())
    }

    fn switch(&mut self, switch: &'p Switch, slots: &mut Slots, base: usize) -> Option<Known> {
        let on = self.value(&switch.on, slots, base)?;
        for (label, _) in &switch.labels {
            if let super::program::Label::Number(number) = label {
                self.found.numbers.push(*number);
                self.found.compared.push([on.side, Side::Number(*number)]);
            }
        }
        let bodies = switch.labels.iter().filter_map(|(_, body)| switch.bodies.get(*body));
        self.one_of(bodies.chain([&switch.otherwise]), slots, base)
    }

    fn comparison(&mut self, sides: &'p [Node; 2], slots: &mut Slots, base: usize) -> Option<Known> {
        let [left, right] = sides;
        let (left, right) = (self.value(left, slots, base)?, self.value(right, slots, base)?);
        self.found.compared.push([left.side, right.side]);
        Some(Known::anything())
    }

    fn arithmetic(
        &mut self,
        operation: Operation,
        sides: &'p [Node; 2],
        slots: &mut Slots,
        base: usize,
    ) -> Option<Known> {
        let [left, right] = sides;
        let (mut left, right) = (self.value(left, slots, base)?, self.value(right, slots, base)?);
        let (a, b) = (left.extent, right.extent);
        let extent = match operation {
            Operation::Plus => a.plus(b),
            Operation::Minus => a.minus(b),
            Operation::Times => a.times(b),
            Operation::Over => {
                self.divided_by(&right);
                a.over(b)
            }
            Operation::Remainder => a.remainder(),
            _ => Extent::ANY,
        };
        left.from.extend(right.from);
        Some(Known::of(extent, left.from))
    }

    fn divided_by(&mut self, divisor: &Known) {
        if let Side::Parameter(parameter) = divisor.side {
            self.found.divisors.insert(parameter);
        }
    }

    fn host(&mut self, host: Host, args: &'p [Node], slots: &mut Slots, base: usize) -> Option<Known> {
        let mut known = Vec::with_capacity(args.len());
        for arg in args {
            known.push(self.value(arg, slots, base)?);
        }
        let from: BTreeSet<usize> = known.iter().flat_map(|known| known.from.iter().copied()).collect();
        let extent = match (host, known.as_slice()) {
            (Host::Rate, [n, of, per]) => {
                self.divided_by(of);
                return Some(rate(n, of, per, from));
            }
            (Host::Min, [a, b]) => a.extent.least(b.extent),
            (Host::Max, [a, b]) => a.extent.greatest(b.extent),
            (Host::Abs, [a]) => {
                self.found.two_sided.extend(&from);
                a.extent.abs()
            }
            _ => Extent::ANY,
        };
        Some(Known::of(extent, from))
    }
}

fn rate(n: &Known, of: &Known, per: &Known, from: BTreeSet<usize>) -> Known {
    let known = Known::of(n.extent.times(per.extent).over(of.extent), from);
    match (n.side, of.side, per.extent.number()) {
        (Side::Parameter(n), Side::Parameter(of), Some(per)) => Known { side: Side::Rate { n, of, per }, ..known },
        _ => known,
    }
}

fn either(a: Option<Known>, b: Option<Known>) -> Option<Known> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.or(b)),
        (a, b) => a.or(b),
    }
}

fn set(slots: &mut Slots, slot: usize, value: Known) {
    if let Some(known) = slots.get_mut(slot) {
        *known = value;
    }
}

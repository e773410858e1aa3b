//! Running a [`Program`]: one walk over the tree, exact, without allocation on the path of numbers.

use super::fault::Fault;
use super::program::{At, Host, Node, Operation, Outcome, Program, Reason, Switch};
use super::value::{Value, arithmetic, comparison, divide, times};
use super::{Argument, Returned};
use crate::lang::Text;
use crate::quantity::Ratio;
use std::sync::Arc;

/// Slots on the stack; more than most scripts need, few enough to fill in a few nanoseconds.
const FEW_SLOTS: usize = 16;

/// How a function was left before its end; what it left with stands in [`Run::left`].
struct Leave;

/// What a function or the script was left with.
enum Left<'p, 'v> {
    Nothing,
    /// `return value`: ends one function.
    Value(Value<'v>),
    /// A result that ends the script.
    Outcome(Returned<'p>),
    /// An error, which ends the script.
    Fault(Fault, At),
}

struct Run<'p, 'v> {
    program: &'p Program,
    left: Left<'p, 'v>,
    /// The last marked result that was begun; none where nothing is marked.
    branch: Option<u16>,
    /// What the variables in the text of the result are; asked for only where the text is shown.
    shown: Option<Shown<'p, 'v>>,
}

/// Variables with their values.
type Shown<'p, 'v> = Vec<(&'p str, Value<'v>)>;

/// Calls the program's function. The place of an error is the byte of the operator, function or variable.
pub(super) fn run<'p>(program: &'p Program, args: &[Argument<'_>]) -> Result<Returned<'p>, (Fault, At)> {
    run_with(program, program.main, args, &mut None)
}

/// The same with the branch that gave the result; none after an error.
pub(super) fn traced<'p>(
    program: &'p Program,
    args: &[Argument<'_>],
) -> (Result<Returned<'p>, (Fault, At)>, Option<u16>) {
    let mut branch = None;
    let returned = run_with(program, program.traced, args, &mut branch);
    let branch = branch.filter(|_| returned.is_ok());
    (returned, branch)
}

/// The variables in the text of the result, with their values; none when the script stopped.
pub(super) fn shown<'v>(program: &'v Program, args: &[Argument<'v>]) -> Vec<(&'v str, Argument<'v>)> {
    let mut slots = vec![Value::Missing; program.slots.max(args.len())];
    fill(&mut slots, args);
    let mut run = Run { program, left: Left::Nothing, branch: None, shown: Some(Vec::new()) };
    // A result ends the script with `Leave`; what it shows stands beside it.
    drop(run.function(program.main, &mut slots));
    let argument = |value: Value<'v>| match value {
        Value::Missing => Argument::Missing,
        Value::Number(number) => Argument::Number(number),
        Value::Truth(truth) => Argument::Truth(truth),
        Value::Word(word) => Argument::Word(word),
    };
    run.shown.unwrap_or_default().into_iter().map(|(name, value)| (name, argument(value))).collect()
}

fn fill<'v>(slots: &mut [Value<'v>], args: &[Argument<'v>]) {
    for (slot, arg) in slots.iter_mut().zip(args) {
        *slot = match *arg {
            Argument::Missing => Value::Missing,
            Argument::Number(number) => Value::Number(number),
            Argument::Truth(truth) => Value::Truth(truth),
            Argument::Word(word) => Value::Word(word),
        };
    }
}

#[inline]
fn run_with<'p>(
    program: &'p Program,
    function: usize,
    args: &[Argument<'_>],
    branch: &mut Option<u16>,
) -> Result<Returned<'p>, (Fault, At)> {
    if program.slots <= FEW_SLOTS {
        return run_in(program, function, args, &mut [Value::Missing; FEW_SLOTS], branch);
    }
    run_in(program, function, args, &mut vec![Value::Missing; program.slots], branch)
}

fn run_in<'p, 'v>(
    program: &'p Program,
    function: usize,
    args: &[Argument<'v>],
    slots: &mut [Value<'v>],
    branch: &mut Option<u16>,
) -> Result<Returned<'p>, (Fault, At)>
where
    'p: 'v,
{
    fill(slots, args);
    let mut run = Run { program, left: Left::Nothing, branch: None, shown: None };
    let value = run.function(function, slots);
    *branch = run.branch;
    match (value, run.left) {
        (Ok(Value::Number(number)), _) => Ok(Returned::Number(number)),
        (_, Left::Outcome(returned)) => Ok(returned),
        (_, Left::Fault(fault, at)) => Err((fault, at)),
        (Ok(other), _) => Err((Fault::BadResult { found: other.written() }, At::MAX)),
        (Err(Leave), _) => Err((Fault::BadResult { found: Value::Missing.written() }, At::MAX)),
    }
}

impl<'p, 'v> Run<'p, 'v>
where
    'p: 'v,
{
    /// Runs a function whose arguments are in its first slots.
    fn function(&mut self, function: usize, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        let program = self.program;
        let Some(body) = program.functions.get(function) else { return Ok(Value::Missing) };
        let value = self.eval(body, slots);
        match (value, &self.left) {
            (Err(Leave), Left::Value(value)) => {
                let value = *value;
                self.left = Left::Nothing;
                Ok(value)
            }
            (value, _) => value,
        }
    }

    fn eval(&mut self, node: &'p Node, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        Ok(match node {
            Node::Number(number) => Value::Number(*number),
            Node::Slot(slot, _) => load(slots, *slot),
            Node::Arithmetic(operation, sides, at) => {
                Value::Number(self.binary(arithmetic, *operation, sides, *at, slots)?)
            }
            Node::Comparison(operation, sides, at) => {
                Value::Truth(self.binary(comparison, *operation, sides, *at, slots)?)
            }
            Node::If(parts, at) => return self.if_else(parts, *at, slots),
            Node::All(parts) => Value::Truth(self.each_is(parts, true, slots)?),
            Node::Any(parts) => Value::Truth(!self.each_is(parts, false, slots)?),
            Node::Block(nodes) => return self.block(nodes, slots),
            Node::Set(slot, value) => self.set(*slot, value, slots)?,
            Node::Return(value) => {
                self.left = Left::Value(self.eval(value, slots)?);
                return Err(Leave);
            }
            Node::Host(host, args, at) => return self.host(*host, args, *at, slots),
            Node::Outcome(outcome, at) => return self.outcome(outcome, *at, slots),
            Node::Call { function, base, args } => return self.call(*function, *base, args, slots),
            Node::Switch(switch, at) => return self.switch(switch, *at, slots),
            Node::Not(node, at) => Value::Truth(!self.truth(node, *at, slots)?),
            Node::Negate(node, at) => self.negate(node, *at, slots)?,
            Node::Truth(truth) => Value::Truth(*truth),
            Node::Word(word) => Value::Word(word),
            Node::Result(branch, node) => {
                self.branch = Some(*branch);
                return self.eval(node, slots);
            }
            Node::Nothing => Value::Missing,
        })
    }

    fn block(&mut self, nodes: &'p [Node], slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        let mut value = Value::Missing;
        for node in nodes {
            value = self.eval(node, slots)?;
        }
        Ok(value)
    }

    fn set(&mut self, slot: u16, value: &'p Node, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        let value = self.eval(value, slots)?;
        if let Some(slot) = slots.get_mut(usize::from(slot)) {
            *slot = value;
        }
        Ok(Value::Missing)
    }

    /// An operation of two sides: `arithmetic` or `comparison`.
    fn binary<T>(
        &mut self,
        of: impl Fn(Operation, Value<'v>, Value<'v>) -> Result<T, Fault>,
        operation: Operation,
        sides: &'p [Node; 2],
        at: At,
        slots: &mut [Value<'v>],
    ) -> Result<T, Leave> {
        let (left, right) = (self.operand(&sides[0], slots)?, self.operand(&sides[1], slots)?);
        match of(operation, left, right) {
            Ok(found) => Ok(found),
            Err(fault) => self.stop_at(fault, culprit(sides, left), at),
        }
    }

    /// As `eval`, without a call for the two nodes that nearly every operand is.
    #[inline]
    fn operand(&mut self, node: &'p Node, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        match node {
            Node::Slot(slot, _) => Ok(load(slots, *slot)),
            Node::Number(number) => Ok(Value::Number(*number)),
            Node::Host(host, args, at) => self.host(*host, args, *at, slots),
            Node::Arithmetic(operation, sides, at) => {
                Ok(Value::Number(self.binary(arithmetic, *operation, sides, *at, slots)?))
            }
            other => self.eval(other, slots),
        }
    }

    fn if_else(&mut self, parts: &'p [Node; 3], at: At, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        let [condition, then, other] = parts;
        let chosen = if self.truth(condition, at, slots)? { then } else { other };
        self.eval(chosen, slots)
    }

    /// Whether every part is `wanted`; stops at the first that is not.
    fn each_is(&mut self, parts: &'p [(Node, At)], wanted: bool, slots: &mut [Value<'v>]) -> Result<bool, Leave> {
        for (part, at) in parts {
            if self.truth(part, *at, slots)? != wanted {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn switch(&mut self, switch: &'p Switch, at: At, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        let value = self.eval(&switch.on, slots)?;
        for (label, body) in &switch.labels {
            match value.is(label) {
                Ok(true) => return self.eval(switch.bodies.get(*body).unwrap_or(&switch.otherwise), slots),
                Ok(false) => {}
                Err(fault) => return self.stop_at(fault, &switch.on, at),
            }
        }
        self.eval(&switch.otherwise, slots)
    }

    fn negate(&mut self, node: &'p Node, at: At, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        let number = self.number(node, at, slots)?;
        self.finish(Ratio::ZERO.minus(number).ok_or(Fault::OutOfRange), at)
    }

    fn call(
        &mut self,
        function: u16,
        base: u16,
        args: &'p [Node],
        slots: &mut [Value<'v>],
    ) -> Result<Value<'v>, Leave> {
        let base = usize::from(base);
        for (arg, slot) in args.iter().zip(base..) {
            self.set(u16::try_from(slot).unwrap_or(u16::MAX), arg, slots)?;
        }
        self.function(usize::from(function), slots.get_mut(base..).unwrap_or_default())
    }

    fn host(&mut self, host: Host, args: &'p [Node], at: At, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        match (host, args) {
            (Host::Rate, [n, of, per]) => {
                let n = self.number(n, at, slots)?;
                let of = self.number(of, at, slots)?;
                let per = self.number(per, at, slots)?;
                self.finish(times(n, per).and_then(|scaled| divide(scaled, of)), at)
            }
            (Host::Min, [a, b]) => {
                let (a, b) = (self.number(a, at, slots)?, self.number(b, at, slots)?);
                Ok(Value::Number(a.min(b)))
            }
            (Host::Max, [a, b]) => {
                let (a, b) = (self.number(a, at, slots)?, self.number(b, at, slots)?);
                Ok(Value::Number(a.max(b)))
            }
            (Host::Abs, [a]) => {
                let a = self.number(a, at, slots)?;
                let abs = if a < Ratio::ZERO { Ratio::ZERO.minus(a) } else { Some(a) };
                self.finish(abs.ok_or(Fault::OutOfRange), at)
            }
            (Host::IsMissing, [a]) => Ok(Value::Truth(matches!(self.eval(a, slots)?, Value::Missing))),
            _ => self.stop(Fault::Arguments { expected: 0, found: args.len() }, at),
        }
    }

    fn outcome(&mut self, outcome: &'p Outcome, at: At, slots: &mut [Value<'v>]) -> Result<Value<'v>, Leave> {
        let returned = match outcome {
            Outcome::Ratio([n, of]) => {
                let (n, of) = (self.number(n, at, slots)?, self.number(of, at, slots)?);
                if of.numerator() == 0 { Returned::Empty } else { Returned::Ratio { n, of } }
            }
            Outcome::Because(points, reason) => {
                Returned::Points { points: self.number(points, at, slots)?, reason: self.reason(reason, slots) }
            }
            Outcome::Missing(reason) => Returned::Missing(self.reason(reason, slots)),
            Outcome::NotApplicable(points, reason) => {
                Returned::NotApplicable { points: self.number(points, at, slots)?, reason: self.reason(reason, slots) }
            }
        };
        self.left = Left::Outcome(returned);
        Err(Leave)
    }

    fn reason(&mut self, reason: &'p Reason, slots: &[Value<'v>]) -> &'p Arc<Text> {
        if let Some(shown) = &mut self.shown {
            let value = |node: &Node| if let Node::Slot(slot, _) = node { load(slots, *slot) } else { Value::Missing };
            shown.extend(reason.places.iter().map(|(name, node)| (&**name, value(node))));
        }
        &reason.text
    }

    #[inline]
    fn number(&mut self, node: &'p Node, at: At, slots: &mut [Value<'v>]) -> Result<Ratio, Leave> {
        match self.operand(node, slots)?.number() {
            Ok(number) => Ok(number),
            Err(fault) => self.stop_at(fault, node, at),
        }
    }

    fn truth(&mut self, node: &'p Node, at: At, slots: &mut [Value<'v>]) -> Result<bool, Leave> {
        match node {
            Node::Comparison(operation, sides, at) => self.binary(comparison, *operation, sides, *at, slots),
            Node::All(parts) => self.each_is(parts, true, slots),
            other => match self.eval(other, slots)?.truth() {
                Ok(truth) => Ok(truth),
                Err(fault) => self.stop_at(fault, node, at),
            },
        }
    }

    fn finish(&mut self, number: Result<Ratio, Fault>, at: At) -> Result<Value<'v>, Leave> {
        match number {
            Ok(number) => Ok(Value::Number(number)),
            Err(fault) => self.stop(fault, at),
        }
    }

    #[cold]
    fn stop<T>(&mut self, fault: Fault, at: At) -> Result<T, Leave> {
        self.left = Left::Fault(fault, at);
        Err(Leave)
    }

    /// A missing figure is reported where its variable stands, with its name.
    #[cold]
    fn stop_at<T>(&mut self, fault: Fault, culprit: &Node, at: At) -> Result<T, Leave> {
        match (&fault, culprit) {
            (Fault::Missing { name: None }, Node::Slot(_, variable)) => {
                let span = super::place::word_at(&self.program.source.text, usize::try_from(*variable).unwrap_or(0));
                let name = self.program.source.text.get(span).map(str::to_owned);
                self.stop(Fault::Missing { name }, *variable)
            }
            _ => self.stop(fault, at),
        }
    }
}

/// The side that is missing, if one is.
fn culprit<'p>(sides: &'p [Node; 2], left: Value<'_>) -> &'p Node {
    let [left_node, right_node] = sides;
    if matches!(left, Value::Missing) { left_node } else { right_node }
}

/// Reads a slot part by part: copied as one block, its parts come from two stores, which the processor waits for.
#[inline]
fn load<'v>(slots: &[Value<'v>], slot: u16) -> Value<'v> {
    match slots.get(usize::from(slot)) {
        Some(Value::Number(number)) => Value::Number(*number),
        Some(Value::Truth(truth)) => Value::Truth(*truth),
        Some(Value::Word(word)) => Value::Word(word),
        Some(Value::Missing) | None => Value::Missing,
    }
}

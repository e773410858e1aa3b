//! [`Program`]: a script as a tree that is ready to run.
//!
//! Variables are numbered slots, literals are exact numbers, reasons are texts in both languages. Bounds on steps,
//! depth and slots have been proved when it was built, so that running it needs no counters.

use super::branch::Branch;
use crate::diag::{Source, Span};
use crate::lang::Text;
use crate::quantity::Ratio;
use std::sync::Arc;

/// A byte of the source; the end of the word there is found when an error is reported.
pub(super) type At = u32;

/// One compiled script file.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) source: Arc<Source>,
    /// Each function of the file, then each once more with its results marked.
    pub(super) functions: Vec<Node>,
    /// Position of the function that is called from outside.
    pub(super) main: usize,
    /// Position of the same function with its results marked.
    pub(super) traced: usize,
    /// The ways it can end, in the order of the file.
    pub(super) branches: Vec<Branch>,
    pub(super) role: Role,
    pub(super) parameters: Vec<String>,
    pub(super) parameter_spans: Vec<Span>,
    pub(super) function_span: Span,
    /// Slots the deepest chain of calls needs.
    pub(super) slots: usize,
    /// Nodes a call visits at most.
    pub(super) steps: usize,
}

/// What the function is for; it decides what it may return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Points,
    Value,
    Total,
}

impl Role {
    /// The functions the tool calls.
    pub(super) const ALL: [(&'static str, Self); 3] =
        [("points", Self::Points), ("value", Self::Value), ("total", Self::Total)];

    /// By the name of the function; anything unknown gives points.
    pub(super) fn of(function: &str) -> Self {
        Self::ALL.iter().find(|(name, _)| *name == function).map_or(Self::Points, |(_, role)| *role)
    }
}

/// An expression or statement. Statements give [`Node::Nothing`], which the compiler never lets anybody use.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Number(Ratio),
    Truth(bool),
    Word(Box<str>),
    Slot(u16, At),
    Not(Box<Node>, At),
    Negate(Box<Node>, At),
    Arithmetic(Operation, Box<[Node; 2]>, At),
    Comparison(Operation, Box<[Node; 2]>, At),
    All(Box<[(Node, At)]>),
    Any(Box<[(Node, At)]>),
    /// Condition, then, else.
    If(Box<[Node; 3]>, At),
    Switch(Box<Switch>, At),
    Block(Box<[Node]>),
    Set(u16, Box<Node>),
    Return(Box<Node>),
    /// Arguments go to the slots from `base`, where the frame of the called function begins.
    Call {
        function: u16,
        base: u16,
        args: Box<[Node]>,
    },
    Host(Host, Box<[Node]>, At),
    Outcome(Box<Outcome>, At),
    /// A result of the script and its position among the branches; only in functions that are traced.
    Result(u16, Box<Node>),
    Nothing,
}

impl Node {
    /// Calls `visit` with each part of the node, in the order in which they run.
    pub(super) fn each_part(&mut self, visit: &mut dyn FnMut(&mut Self)) {
        match self {
            Self::Number(_) | Self::Truth(_) | Self::Word(_) | Self::Slot(..) | Self::Nothing => {}
            Self::Not(node, _)
            | Self::Negate(node, _)
            | Self::Set(_, node)
            | Self::Return(node)
            | Self::Result(_, node) => {
                visit(node);
            }
            Self::Arithmetic(_, sides, _) | Self::Comparison(_, sides, _) => sides.iter_mut().for_each(visit),
            Self::If(parts, _) => parts.iter_mut().for_each(visit),
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().for_each(|(part, _)| visit(part)),
            Self::Block(nodes) | Self::Host(_, nodes, _) | Self::Call { args: nodes, .. } => {
                nodes.iter_mut().for_each(visit);
            }
            Self::Switch(switch, _) => {
                visit(&mut switch.on);
                switch.bodies.iter_mut().for_each(&mut *visit);
                visit(&mut switch.otherwise);
            }
            Self::Outcome(outcome, _) => outcome.numbers().iter_mut().for_each(visit),
        }
    }
}

/// `switch`: the first label equal to the value chooses its body.
#[derive(Clone, Debug)]
pub(super) struct Switch {
    pub(super) on: Node,
    pub(super) labels: Box<[(Label, usize)]>,
    pub(super) bodies: Box<[Node]>,
    pub(super) otherwise: Node,
}

/// A literal before `=>`.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Label {
    Number(Ratio),
    Truth(bool),
    Word(Box<str>),
}

/// Operators with two sides that always run both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    Plus,
    Minus,
    Times,
    Over,
    Remainder,
    Equal,
    Unequal,
    Below,
    AtMost,
    Above,
    AtLeast,
}

impl Operation {
    const ALL: [(&'static str, Self); 11] = [
        ("+", Self::Plus),
        ("-", Self::Minus),
        ("*", Self::Times),
        ("/", Self::Over),
        ("%", Self::Remainder),
        ("==", Self::Equal),
        ("!=", Self::Unequal),
        ("<", Self::Below),
        ("<=", Self::AtMost),
        (">", Self::Above),
        (">=", Self::AtLeast),
    ];

    pub(super) fn of(symbol: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == symbol).map(|(_, operation)| *operation)
    }

    /// The node with this operator.
    pub(super) fn node(self, left: Node, right: Node, at: At) -> Node {
        let sides = Box::new([left, right]);
        match self {
            Self::Plus | Self::Minus | Self::Times | Self::Over | Self::Remainder => Node::Arithmetic(self, sides, at),
            _ => Node::Comparison(self, sides, at),
        }
    }

    pub(super) fn symbol(self) -> &'static str {
        Self::ALL.iter().find(|(_, operation)| *operation == self).map_or("", |(name, _)| name)
    }
}

/// Host functions that give a number or a truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host {
    Rate,
    Min,
    Max,
    Abs,
    IsMissing,
}

/// Host functions that end the script with its result.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    Ratio([Node; 2]),
    Because(Node, Reason),
    Missing(Reason),
    NotApplicable(Node, Reason),
}

/// Why a result is what it is: a text, with the variables that stand in it as `{name}`.
#[derive(Clone, Debug)]
pub(super) struct Reason {
    pub(super) text: Arc<Text>,
    pub(super) places: Box<[(Box<str>, Node)]>,
}

impl Outcome {
    /// The numbers in it.
    fn numbers(&mut self) -> &mut [Node] {
        match self {
            Self::Ratio(numbers) => numbers,
            Self::Because(points, _) | Self::NotApplicable(points, _) => std::slice::from_mut(points),
            Self::Missing(_) => &mut [],
        }
    }
}

/// A host function by name, with how many arguments it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HostName {
    Plain(Host),
    Ratio,
    Because,
    Missing,
    NotApplicable,
}

/// The whole host library.
pub(super) const HOST_LIBRARY: [(&str, usize, HostName); 9] = [
    ("rate", 3, HostName::Plain(Host::Rate)),
    ("ratio", 2, HostName::Ratio),
    ("min", 2, HostName::Plain(Host::Min)),
    ("max", 2, HostName::Plain(Host::Max)),
    ("abs", 1, HostName::Plain(Host::Abs)),
    ("because", 3, HostName::Because),
    ("missing", 2, HostName::Missing),
    ("not_applicable", 3, HostName::NotApplicable),
    ("is_missing", 1, HostName::Plain(Host::IsMissing)),
];

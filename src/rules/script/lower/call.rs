//! Operators and calls: of the host library and of functions in the same file.

use super::super::bounds::CallSite;
use super::super::program::{HOST_LIBRARY, HostName, Node, Operation, Outcome, Reason};
use super::expr::nfc;
use super::{Lowering, Use};
use crate::diag::{Problem, nearest};
use crate::lang::Text;
use crate::quantity::Ratio;
use rhai::{Expr, FnCallExpr, Position};
use std::sync::Arc;

/// Functions of rhai that reach outside the figures, or call what is not written in the file.
const FORBIDDEN: [&str; 10] =
    ["eval", "print", "debug", "Fn", "call", "curry", "type_of", "is_def_var", "is_def_fn", "is_shared"];

impl Lowering<'_> {
    pub(super) fn call(&mut self, call: &FnCallExpr, position: Position, usage: Use) -> Node {
        let name = call.name.as_str();
        if call.op_token.is_some() {
            return self.operator(name, &call.args, position);
        }
        let word = self.word(position);
        if matches!(word, "in" | "!in") || call.is_qualified() || call.capture_parent_scope {
            let construct = if call.is_qualified() { "::" } else { word };
            return self.forbidden(position, construct);
        }
        if let Some(at) = self.parsed.headers.iter().position(|header| header.name == name) {
            return self.own_function(at, &call.args, position, usage);
        }
        match HOST_LIBRARY.iter().find(|(known, ..)| *known == name) {
            Some((_, arity, host)) if *arity == call.args.len() => self.host(name, *host, &call.args, position, usage),
            Some((_, arity, _)) => self.wrong_arity(name, *arity, &call.args, position),
            None if FORBIDDEN.contains(&name) => {
                self.arguments(&call.args);
                self.forbidden(position, if name == "curry" { "|…|" } else { name })
            }
            None => self.unknown_function(name, &call.args, position),
        }
    }

    fn operator(&mut self, symbol: &str, args: &[Expr], position: Position) -> Node {
        let at = self.at(position);
        let mut nodes = self.arguments(args);
        match (symbol, nodes.len(), nodes.pop(), nodes.pop()) {
            ("!", 1, Some(node), _) => Node::Not(Box::new(node), at),
            ("-", 1, Some(node), _) => Node::Negate(Box::new(node), at),
            // As a sum, so that it refuses what is not a number.
            ("+", 1, Some(node), _) => Operation::Plus.node(Node::Number(Ratio::ZERO), node, at),
            (symbol, 2, Some(right), Some(left)) => match Operation::of(symbol) {
                Some(operation) => operation.node(left, right, at),
                None => self.forbidden(position, symbol),
            },
            _ => self.forbidden(position, symbol),
        }
    }

    fn arguments(&mut self, args: &[Expr]) -> Vec<Node> {
        args.iter().map(|arg| self.expr(arg, Use::Value)).collect()
    }

    fn own_function(&mut self, function: usize, args: &[Expr], position: Position, usage: Use) -> Node {
        let header = self.parsed.headers.get(function);
        let arity = header.map_or(0, |header| header.parameters.len());
        if arity != args.len() {
            let name = header.map_or("", |header| header.name.as_str());
            return self.wrong_arity(name, arity, args, position);
        }
        let base = self.scope.next();
        let mark = self.scope.mark();
        let mut nodes = Vec::with_capacity(args.len());
        for arg in args {
            nodes.push(self.expr(arg, Use::Value));
            self.scope.reserve();
        }
        self.scope.back_to(mark);
        let span = self.places.span(position);
        self.facts.calls.push(CallSite { function, span, base, depth: self.facts.depth, result: usage == Use::Result });
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        Node::Call { function: small(function), base: small(base), args: nodes.into() }
    }

    fn host(&mut self, name: &str, host: HostName, args: &[Expr], position: Position, usage: Use) -> Node {
        if let HostName::Plain(host) = host {
            return Node::Host(host, self.arguments(args).into(), self.at(position));
        }
        if usage != Use::Result {
            return self.wrong(position, format!("`{name}(…)` is a result: write `return {name}(…)`"));
        }
        self.facts.outcome = true;
        match self.outcome(host, args) {
            Some(outcome) => Node::Outcome(Box::new(outcome), self.at(position)),
            None => self.wrong(position, format!("`{name}` takes its texts as literals: \"tiếng Việt\", \"English\"")),
        }
    }

    fn outcome(&mut self, host: HostName, args: &[Expr]) -> Option<Outcome> {
        Some(match (host, args) {
            (HostName::Ratio, [n, of]) => Outcome::Ratio([self.expr(n, Use::Value), self.expr(of, Use::Value)]),
            (HostName::Because, [points, vi, en]) => {
                Outcome::Because(self.expr(points, Use::Value), self.reason(text(vi, en)?, vi))
            }
            (HostName::NotApplicable, [points, vi, en]) => {
                Outcome::NotApplicable(self.expr(points, Use::Value), self.reason(text(vi, en)?, vi))
            }
            (HostName::Missing, [vi, en]) => Outcome::Missing(self.reason(text(vi, en)?, vi)),
            _ => return None,
        })
    }

    /// A text with the variables it shows; a name that is no variable is reported.
    fn reason(&mut self, text: Arc<Text>, at: &Expr) -> Reason {
        let mut names: Vec<&str> = places(&text.vi).chain(places(&text.en)).collect();
        names.sort_unstable();
        names.dedup();
        let mut found = Vec::new();
        for name in names {
            self.facts.step();
            match self.scope.read(name) {
                Some(slot) => found.push((name.into(), Node::Slot(slot, self.at(at.start_position())))),
                None => drop(self.wrong(at.start_position(), format!("`{{{name}}}` in the text names no variable"))),
            }
        }
        Reason { text, places: found.into() }
    }

    fn wrong_arity(&mut self, name: &str, arity: usize, args: &[Expr], position: Position) -> Node {
        self.arguments(args);
        self.wrong(position, format!("arguments of `{name}`: expected {arity}, found {}", args.len()))
    }

    fn unknown_function(&mut self, name: &str, args: &[Expr], position: Position) -> Node {
        self.arguments(args);
        let own = self.parsed.headers.iter().map(|header| header.name.as_str());
        let known: Vec<String> = HOST_LIBRARY.iter().map(|(host, ..)| *host).chain(own).map(str::to_owned).collect();
        let meant = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        let span = self.places.span(position);
        self.problem(span, Problem::ScriptUnknownFunction { function: name.to_owned(), meant, known });
        Node::Nothing
    }
}

/// Both texts, when both are literals and neither is empty.
fn text(vi: &Expr, en: &Expr) -> Option<Arc<Text>> {
    match (vi, en) {
        (Expr::StringConstant(vi, _), Expr::StringConstant(en, _)) if !vi.is_empty() && !en.is_empty() => {
            Some(Arc::new(Text { vi: nfc(vi), en: nfc(en) }))
        }
        _ => None,
    }
}

/// The names in braces; braces around anything else are text.
fn places(text: &str) -> impl Iterator<Item = &str> {
    let named = |rest: &&str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).filter(named)
}

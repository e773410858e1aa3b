//! From rhai's syntax tree to a [`Program`]: allows what is listed, reports everything else.
//!
//! Every problem of a file is reported in one run. After a problem the tree holds [`Node::Nothing`] and is thrown
//! away, so that a program that runs has none.

mod call;
mod expr;
mod literal;
mod needless;
mod scope;
mod stmt;
mod switch;

use super::bounds::{self, Facts};
use super::branch::{self, Parted};
use super::parse::{Header, Parsed};
use super::place::{Places, word_at};
use super::program::{At, HOST_LIBRARY, Node, Program, Role};
use crate::diag::{Diagnostic, Kind, Place, Problem, Report, Source, Span};
use rhai::{Position, Stmt};
use scope::Scope;
use std::sync::Arc;

/// What happens to the value of an expression or statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// It is the result of the function.
    Result,
    /// Something is computed with it.
    Value,
    /// Nothing; then there must be none.
    Dropped,
}

/// One function being lowered, in one file.
struct Lowering<'p> {
    source: &'p Arc<Source>,
    places: &'p Places<'p>,
    parsed: &'p Parsed,
    report: &'p mut Report,
    scope: Scope,
    facts: Facts,
}

/// Lowers the whole file; `None` when anything was reported.
pub(super) fn lower(
    source: &Arc<Source>,
    places: &Places<'_>,
    parsed: &Parsed,
    function: &'static str,
    report: &mut Report,
) -> Option<Program> {
    // Its own report, so that problems already reported for another use of the file do not count as none here.
    let mut own = Report::default();
    let (functions, facts): (Vec<Node>, Vec<Facts>) =
        parsed.headers.iter().map(|header| Lowering::new(source, places, parsed, &mut own).whole(header)).unzip();
    let mut file = Lowering::new(source, places, parsed, &mut own);
    file.top_level();
    let main = file.main(function);
    let totals = bounds::prove(&facts, &parsed.headers, &mut |span, problem| file.problem(span, problem));
    if !own.diagnostics.is_empty() {
        own.diagnostics.sort_by_key(start);
        report.append(own);
        return None;
    }
    needless::warn(source, &facts, &parsed.headers, report);
    let header = parsed.headers.get(main?)?;
    let Parted { functions, traced, branches } = branch::part(functions, &facts, main?);
    Some(Program {
        source: Arc::clone(source),
        functions,
        main: main?,
        traced,
        branches,
        role: Role::of(function),
        parameters: header.parameters.iter().map(|(name, _)| name.clone()).collect(),
        parameter_spans: header.parameters.iter().map(|(_, span)| span.clone()).collect(),
        function_span: header.name_span.clone(),
        slots: totals.get(main?)?.slots,
        steps: totals.get(main?)?.steps,
    })
}

fn start(diagnostic: &Diagnostic) -> usize {
    match &diagnostic.place {
        Place::Source(_, span) => span.start,
        Place::Cell(_) | Place::File(_) => 0,
    }
}

impl<'p> Lowering<'p> {
    fn new(source: &'p Arc<Source>, places: &'p Places<'p>, parsed: &'p Parsed, report: &'p mut Report) -> Self {
        Self { source, places, parsed, report, scope: Scope::default(), facts: Facts::default() }
    }

    /// Reports once per place: a closure, for example, is several nodes of the tree.
    fn problem(&mut self, span: Span, problem: Problem) {
        let known = |d: &Diagnostic| {
            d.code() == problem.code()
                && matches!(&d.place, Place::Source(s, at) if Arc::ptr_eq(s, self.source) && at.start == span.start)
        };
        if !self.report.diagnostics.iter().any(known) {
            self.report.push(Diagnostic::new(problem, Place::Source(Arc::clone(self.source), span)));
        }
    }

    fn forbidden(&mut self, position: Position, construct: &str) -> Node {
        let span = self.places.span(position);
        self.problem(span, Problem::ScriptForbidden { construct: construct.to_owned() });
        Node::Nothing
    }

    /// The word at the position is what is forbidden.
    fn forbidden_word(&mut self, position: Position) -> Node {
        let word = self.word(position).to_owned();
        self.forbidden(position, &word)
    }

    fn wrong(&mut self, position: Position, message: String) -> Node {
        let span = self.places.span(position);
        self.problem(span, Problem::ScriptSyntax { message });
        Node::Nothing
    }

    fn word(&self, position: Position) -> &'p str {
        let source: &'p Arc<Source> = self.source;
        source.text.get(self.places.span(position)).unwrap_or("")
    }

    fn at(&self, position: Position) -> At {
        At::try_from(self.places.byte(position)).unwrap_or(At::MAX)
    }

    fn whole(mut self, header: &Header) -> (Node, Facts) {
        let node = self.function(header);
        let unread = self.scope.unread().into_iter();
        self.facts.unread = unread.map(|variable| (variable.kind, variable.name, variable.span)).collect();
        (node, self.facts)
    }

    fn function(&mut self, header: &Header) -> Node {
        let Some((statements, position)) = self.parsed.body(header) else { return Node::Nothing };
        for (name, span) in &header.parameters {
            self.scope.declare(name, Kind::Parameter, span.clone());
        }
        let node = self.block(&statements, position, Use::Result);
        self.facts.slots = self.scope.most();
        node
    }

    /// Statements outside functions, names used twice, names of the host library, methods.
    fn top_level(&mut self) {
        for statement in self.parsed.ast.statements() {
            match statement {
                Stmt::Import(_, position) | Stmt::Export(_, position) => self.forbidden_word(*position),
                other => self.wrong(other.position(), "a statement outside of a function".to_owned()),
            };
        }
        let headers: &'p [Header] = &self.parsed.headers;
        for (at, header) in headers.iter().enumerate() {
            let host = HOST_LIBRARY.iter().any(|(name, ..)| *name == header.name);
            let twice = headers.iter().take(at).any(|earlier| earlier.name == header.name);
            let message = match (host, twice) {
                (true, _) => format!("`{}` is the name of a host function", header.name),
                (_, true) => format!("function `{}` is defined twice", header.name),
                _ => continue,
            };
            self.problem(header.name_span.clone(), Problem::ScriptSyntax { message });
        }
        self.methods();
    }

    /// `fn int.name()`: functions on a type, which use `this`.
    fn methods(&mut self) {
        let tokens = &self.parsed.tokens;
        for (window, at) in tokens.windows(3).zip(0..) {
            if matches!(window, [(rhai::Token::Fn, _), _, (rhai::Token::Period, _)]) {
                let byte = tokens.get(at + 2).map_or(0, |(_, byte)| *byte);
                let span = word_at(&self.source.text, byte);
                self.problem(span, Problem::ScriptForbidden { construct: ".".to_owned() });
            }
        }
    }

    /// Position of the function that will be called.
    fn main(&mut self, function: &'static str) -> Option<usize> {
        let headers: &'p [Header] = &self.parsed.headers;
        let main = headers.iter().position(|header| header.name == function);
        if main.is_none() {
            let span = headers.first().map_or(0..0, |header| header.name_span.clone());
            let found = headers.iter().map(|header| header.name.clone()).collect();
            self.problem(span, Problem::ScriptNoFunction { function, found });
        }
        main
    }
}

//! Branches: the ways a script can end, for showing which of them were ever taken.
//!
//! A branch is a result expression of the function that is called: what stands last, in an arm of the last `if` or
//! `switch`, or after `return`. Where that is a call of a function of the same file, the results of the called
//! function are branches instead. A function that is called inside an expression (`min(part(x), 3)`, an argument, a
//! `let`) only helps to compute a result: its own ends are no branches.
//!
//! Every function is kept twice: as it runs, and with its results marked for [`super::CompiledScript::call_traced`].
//! Calling a script untraced thus costs nothing for it, and both run in the same way.

use super::bounds::Facts;
use super::place::word_at;
use super::program::Node;
use crate::diag::Span;
use rhai::Token;
use std::collections::BTreeSet;

/// One way a script can end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The result expression, in bytes of the script.
    pub span: Span,
}

/// Functions as they run and, behind them, with their results marked.
pub(super) struct Parted {
    pub(super) functions: Vec<Node>,
    /// Position of `main` with its results marked.
    pub(super) traced: usize,
    pub(super) branches: Vec<Branch>,
}

/// A mark of the lowering: function and position in its [`Facts::results`].
type Mark = (usize, u16);

/// Makes both forms of each function; `facts` has the place of each mark.
pub(super) fn part(mut marked: Vec<Node>, facts: &[Facts], main: usize) -> Parted {
    let count = marked.len();
    let mut functions = marked.clone();
    functions.iter_mut().for_each(strip);
    let mut found: Vec<(Span, Mark)> = Vec::new();
    for function in ending(&mut marked, main) {
        let places = facts.get(function).map_or(&[][..], |facts| &facts.results);
        let mut each = |id: u16, called: Option<u16>| {
            let place = places.get(usize::from(id)).filter(|_| called.is_none());
            found.extend(place.map(|span| (span.clone(), (function, id))));
        };
        marked.get_mut(function).into_iter().for_each(|body| results(body, &mut each));
    }
    found.sort_by_key(|(span, _)| span.start);
    for (function, body) in marked.iter_mut().enumerate() {
        let number = |id| found.iter().position(|(_, mark)| *mark == (function, id));
        renumber(body, count, &number);
    }
    functions.append(&mut marked);
    let branches = found.into_iter().map(|(span, _)| Branch { span }).collect();
    Parted { functions, traced: count + main, branches }
}

/// Functions whose results are results of `main`.
fn ending(functions: &mut [Node], main: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next = vec![main];
    while let Some(function) = next.pop() {
        if let Some(body) = functions.get_mut(function).filter(|_| reached.insert(function)) {
            results(body, &mut |_, called| next.extend(called.map(usize::from)));
        }
    }
    reached
}

/// Every mark in a function, with the function whose results it takes over if it is a call.
fn results(node: &mut Node, each: &mut dyn FnMut(u16, Option<u16>)) {
    if let Node::Result(id, inner) = node {
        let called = if let Node::Call { function, .. } = &**inner { Some(*function) } else { None };
        each(*id, called);
    }
    node.each_part(&mut |part| results(part, each));
}

fn strip(node: &mut Node) {
    while let Node::Result(_, inner) = node {
        *node = std::mem::replace(inner, Node::Nothing);
    }
    node.each_part(&mut strip);
}

/// From marks of one function to branches of the script; calls in place of a result go to the marked function.
fn renumber(node: &mut Node, marked_from: usize, number: &dyn Fn(u16) -> Option<usize>) {
    node.each_part(&mut |part| renumber(part, marked_from, number));
    let Node::Result(id, inner) = node else { return };
    if let Node::Call { function, .. } = &mut **inner {
        *function = function.saturating_add(u16::try_from(marked_from).unwrap_or(u16::MAX));
        *node = std::mem::replace(inner, Node::Nothing);
    } else {
        *id = number(*id).and_then(|branch| u16::try_from(branch).ok()).unwrap_or(u16::MAX);
    }
}

/// The whole expression that begins at `byte`, with the parentheses before it, up to what ends a result.
pub(super) fn whole(text: &str, tokens: &[(Token, usize)], byte: usize) -> Span {
    let at = tokens.partition_point(|(_, at)| *at < byte);
    let opened = tokens.iter().take(at).rev().take_while(|(token, _)| *token == Token::LeftParen).count();
    let begin = at - opened;
    let mut depth = 0_usize;
    let mut end = byte;
    for (token, byte) in tokens.iter().skip(begin) {
        match token {
            Token::LeftParen | Token::LeftBrace => depth += 1,
            Token::RightParen | Token::RightBrace if depth > 0 => depth -= 1,
            Token::RightParen | Token::RightBrace | Token::SemiColon | Token::Comma if depth == 0 => break,
            _ => {}
        }
        end = word_end(text, token, *byte);
    }
    tokens.get(begin).map_or(byte, |(_, at)| *at).min(byte)..end
}

/// rhai reads the sign of a number as part of it where it can.
fn word_end(text: &str, token: &Token, byte: usize) -> usize {
    let number = matches!(token, Token::IntegerConstant(_) | Token::DecimalConstant(_));
    let sign = text.get(byte..).filter(|_| number).and_then(|rest| rest.find(|c: char| c.is_ascii_digit()));
    word_at(text, byte + sign.unwrap_or(0)).end
}

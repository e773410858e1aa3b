//! What a script has for nothing: variables nobody reads, functions nobody calls, parts nobody reaches.
//!
//! Warnings, and only for a script without errors: what cannot be read may be where something is used.

use super::super::bounds::Facts;
use super::super::parse::Header;
use super::super::program::Role;
use super::start;
use crate::diag::{Diagnostic, Kind, Place, Problem, Report, Source, Span};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Reports all of it in the order of the file.
pub(super) fn warn(source: &Arc<Source>, facts: &[Facts], headers: &[Header], report: &mut Report) {
    let mut found = Report::default();
    let mut add = |span: &Span, problem| {
        found.push(Diagnostic::new(problem, Place::Source(Arc::clone(source), span.clone())));
    };
    for facts in facts {
        facts.unreached.iter().for_each(|span| add(span, Problem::ScriptUnreachable));
        for (kind, name, span) in &facts.unread {
            add(span, Problem::ScriptUnused { kind: *kind, name: name.clone() });
        }
    }
    let called = called(facts, headers);
    for (_, header) in headers.iter().enumerate().filter(|(function, _)| !called.contains(function)) {
        add(&header.name_span, Problem::ScriptUnused { kind: Kind::Function, name: header.name.clone() });
    }
    found.diagnostics.sort_by_key(start);
    report.append(found);
}

/// Functions that can be reached from one that the tool calls; a file may serve several uses.
fn called(facts: &[Facts], headers: &[Header]) -> BTreeSet<usize> {
    let entry = |header: &Header| Role::ALL.iter().any(|(name, _)| *name == header.name);
    let mut next: Vec<usize> = (0..headers.len()).filter(|at| headers.get(*at).is_some_and(entry)).collect();
    let mut called = BTreeSet::new();
    while let Some(function) = next.pop() {
        if called.insert(function) {
            let calls = facts.get(function).into_iter().flat_map(|facts| &facts.calls);
            next.extend(calls.map(|call| call.function));
        }
    }
    called
}

//! Uses of scripts. Whether a script compiles and fits its parameters is judged later, by the rules.

use super::NoScript;
use super::figure;
use super::ids;
use super::scope::Scope;
use crate::criteria::findings::At;
use crate::criteria::model::{Origin, Script, ScriptIx, ScriptUse};
use crate::criteria::raw::RawScript;
use crate::diag::Problem;

/// A script with its figures.
pub(crate) fn script(
    scope: &Scope,
    raw: &RawScript,
    accepts_missing: bool,
    origin: Option<Origin>,
) -> Option<ScriptUse> {
    let script = raw.name.as_ref().and_then(|name| named(scope, name));
    let figures: Vec<_> = raw
        .figures
        .iter()
        .map(|(name, raw)| {
            let good = ids::check_letters(scope.f, name);
            let figure = figure::number_figure(scope.f, raw)?;
            good.then(|| (name.value.clone(), figure))
        })
        .collect();
    let figures = super::all(figures)?;
    Some(ScriptUse {
        script: script?,
        figures,
        accepts_missing,
        per: 1,
        origin,
        limit_spans: [None, None],
        span: raw.span.clone(),
    })
}

/// The script of a name, loaded once.
fn named(scope: &Scope, name: &At<String>) -> Option<ScriptIx> {
    // The name becomes part of a path: an id cannot leave the folder of scripts.
    if !ids::check_letters(scope.f, name) {
        return None;
    }
    let known = scope.scripts.borrow().iter().position(|script| script.name == name.value);
    if let Some(position) = known {
        return Some(ScriptIx(position));
    }
    match (scope.load_script)(&name.value) {
        Ok(source) => {
            let mut scripts = scope.scripts.borrow_mut();
            scripts.push(Script { name: name.value.clone(), source });
            Some(ScriptIx(scripts.len() - 1))
        }
        Err(NoScript::NotFound(looked)) => {
            scope.f.at(&name.span, Problem::ScriptNotFound { name: name.value.clone(), looked });
            None
        }
        Err(NoScript::Broken(diagnostic)) => {
            scope.f.push(*diagnostic);
            None
        }
    }
}

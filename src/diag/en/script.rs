//! English wording: scripts, cases, results.

use super::file::meant_or;
use super::shape_word;
use crate::diag::group::group;
use crate::diag::problem::{Problem, Shape};
use crate::diag::words::{Words, listed, one_line, tick};
use crate::lang::counted;

pub(in crate::diag) fn script(problem: &Problem) -> Words {
    match problem {
        Problem::ScriptNotFound { name, looked } => {
            let words = Words::new(format!("there is no script {}", tick(name)));
            match looked.first() {
                Some(path) => words.hint(format!("create the file {}", tick(path))),
                None => words.hint(format!("create `{}.rhai` in the folder of the standard", one_line(name))),
            }
        }
        Problem::ScriptSyntax { message } => Words::new(format!("this script cannot be read: {}", one_line(message))),
        Problem::ScriptNoFunction { function, found } => no_function(function, found),
        Problem::ScriptUnknownParameter { parameter, meant } => {
            let words = Words::new(format!("parameter {} is no field, figure, item or criterion", tick(parameter)));
            match meant {
                // The nearest id is the same one: a field, but of a type that is never scored.
                Some(meant) if meant == parameter => words.hint("a field of type `text` cannot be used in a script"),
                Some(meant) => words.hint(format!("did you mean {}?", tick(meant))),
                None => words.hint("use ids of the criteria file; in an item's id write `_` for `.`"),
            }
        }
        Problem::ScriptAmbiguousParameter { parameter } => {
            Words::new(format!("parameter {} names two things of the criteria file", tick(parameter)))
                .hint("give one of the two another id in the criteria file")
        }
        Problem::ScriptFigureUnused { figure, script } => {
            Words::new(format!("figure {} is passed to script {}, which does not take it", tick(figure), tick(script)))
                .hint(format!("add {} to the parameters, or remove it from `figures`", tick(figure)))
        }
        Problem::ScriptUnknownFunction { function, meant, known } => {
            let words = Words::new(format!("there is no function {}", tick(function)));
            meant_or(words, meant.as_deref(), known, "available")
        }
        Problem::ScriptForbidden { construct } => Words::new(format!("scripts may not use {}", tick(construct)))
            .hint("use arithmetic, comparisons, `if`, `switch`, `let` and functions of the same file"),
        Problem::ScriptFailed { item, message } => {
            Words::new(format!("{} could not be computed in this case: {}", tick(item), one_line(&message.en)))
                .hint("correct the script or the formula, or the figures of the case")
        }
        group!(not script) => Words::default(),
    }
}

fn no_function(function: &str, found: &[String]) -> Words {
    if found.is_empty() {
        return Words::new(format!("this script has no function {}", tick(function)))
            .hint(format!("write `fn {}(…) {{ … }}`", one_line(function)));
    }
    Words::new(format!("expected a function {}, found {}", tick(function), listed(found, "and")))
        .hint(format!("rename one to {}", tick(function)))
}

fn case_fails(problem: &Problem) -> Words {
    let Problem::CaseFails { case, what, expected, found, arithmetic, year } = problem else { return Words::default() };
    let (expected, found) = (one_line(expected), one_line(found));
    let message = match case {
        Some(case) => {
            format!("case \"{}\" fails: {} expected {expected}, found {found}", one_line(case), tick(what))
        }
        None => format!("case of {} fails: expected {expected}, found {found}", tick(what)),
    };
    let message = if arithmetic.en.is_empty() { message } else { format!("{message} ({})", one_line(&arithmetic.en)) };
    match year {
        Some(year) => Words::new(message)
            .hint(format!("add `year = {year}` if the case is about earlier or later figures, or correct it")),
        None => Words::new(message).hint("correct the rule, or the case if it misreads the legal text"),
    }
}

pub(in crate::diag) fn outcome(problem: &Problem) -> Words {
    match problem {
        Problem::CaseFails { .. } => case_fails(problem),
        Problem::CasesFail { count, standard } => {
            let fail = if *count == 1 { "fails" } else { "fail" };
            Words::new(format!("{} of {} {fail}", counted(*count, "case", "cases"), tick(standard)))
                .hint(format!("type `cfc test {}` to see why", one_line(standard)))
        }
        Problem::CaseNeedsClass { known } => {
            let words = Words::new("a rule depends on the area class, but this case names none");
            match known.first() {
                Some(class) => words.hint(format!(
                    "add for example `class = \"{}\"`; there are {}",
                    one_line(class),
                    listed(known, "and")
                )),
                None => words.hint("add `class = \"…\"`"),
            }
        }
        Problem::CaseBadFigure { field, found, expected } => {
            Words::new(format!("{} cannot be {}, expected {}", tick(field), tick(found), shape_word(*expected)))
                .hint(figure_hint(field, *expected))
        }
        Problem::CaseOutOfBounds { field, found, limit } => {
            Words::new(format!("{} is {}, but has to be {limit}", tick(field), tick(found)))
                .hint("give the case figures that a table of communes could have")
        }
        Problem::CaseBaseChain { .. } | Problem::CaseWithoutNothing { .. } | Problem::CaseNotFilledIn { .. } => {
            base(problem)
        }
        Problem::ItemFailed { item, message } => {
            Words::new(format!("{} could not be scored and counts as missing: {}", tick(item), one_line(message)))
        }
        Problem::NotStrict { undetermined, provisional } => Words::new(format!(
            "`--strict` accepts neither undetermined results (found {undetermined}) nor provisional ones (found \
             {provisional})"
        ))
        .hint("supply the missing figures and confirm the provisional ones, or leave out `--strict`"),
        Problem::OtherYears { year, count } => Words::new(format!(
            "communes whose table gives another year: {count}; all are scored with the figures for {year}"
        ))
        .hint("leave out `--year` to score each with the figures of its own year"),
        Problem::ChangedWithinYear { year, on, ids } => Words::new(format!(
            "figures changed within {year}: {}; those in force on {on} are used",
            listed(ids, "and")
        )),
        group!(not outcome) => Words::default(),
    }
}

/// Of cases that change the figures of another, and of open results.
/// A figure of a case as it can be typed.
fn figure_hint(field: &str, expected: Shape) -> String {
    let field = one_line(field);
    match expected {
        Shape::Boolean => format!("write `{field} = true` for yes, `{field} = false` for no"),
        Shape::Whole => format!("write the number without quotes and decimals: `{field} = 12`"),
        Shape::Number => format!("write the number without quotes: `{field} = 12.5`"),
        _ => format!("write the id of a choice in quotes: `{field} = \"…\"`"),
    }
}

fn base(problem: &Problem) -> Words {
    match problem {
        Problem::CaseBaseChain { chain, most } if chain.first() == chain.last() => {
            let hint =
                format!("give one of them its figures in `given`, without `base`; a chain has at most {most} cases");
            Words::new(format!("cases are based on each other: {}", chain_of(chain))).hint(hint)
        }
        Problem::CaseBaseChain { chain, most } => {
            Words::new(format!("a case is based on another through more than {most} cases: {}", chain_of(chain)))
                .hint("name a case nearer to the last one as `base`")
        }
        Problem::CaseWithoutNothing { field, base: Some(base) } => {
            Words::new(format!("`without` takes out {}, but the base {} does not give it", tick(field), tick(base)))
                .hint(format!("take {} out of `without`", tick(field)))
        }
        Problem::CaseWithoutNothing { field, base: None } => {
            Words::new(format!("`without` takes out {}, but this case has no `base`", tick(field)))
                .hint("leave `without` out; what `given` does not name is missing")
        }
        Problem::CaseNotFilledIn { examples } => Words::new("the result of this case is not filled in yet")
            .hint(format!("replace `\"?\"` by what the legal text gives, for example {}", listed(examples, "or"))),
        _ => Words::default(),
    }
}

/// Names of cases with arrows.
fn chain_of(names: &[String]) -> String {
    names.iter().map(|name| tick(name)).collect::<Vec<_>>().join(" → ")
}

//! English wording: what is found by going through a script.

use super::kind_word;
use crate::diag::group::group;
use crate::diag::problem::{Kind, Problem};
use crate::diag::words::{Words, case_of, for_people, one_line, tick};
use crate::lang::Lang;
use crate::quantity::Points;

pub(in crate::diag) fn findings(problem: &Problem) -> Words {
    match problem {
        Problem::ScriptUnused { kind, name } => unused(*kind, name),
        Problem::ScriptUnreachable => Words::new("this part of the script is never reached")
            .hint("remove it, or correct the condition or the `return` before it"),
        Problem::ScriptBranchExceeds { what, found, exactly, below, key, least, most } => {
            let bound = match (exactly, below) {
                (true, _) => "",
                (false, true) => "at most ",
                (false, false) => "at least ",
            };
            let found = for_people(found, Lang::En);
            Words::new(format!(
                "this branch of {} gives {bound}{found} points, but {} to {} are allowed",
                tick(what),
                p(*least),
                p(*most)
            ))
            .hint(within(*below, *key, *least, *most))
        }
        Problem::ScriptLimitUnreached { what, key, found, limit } => Words::new(format!(
            "{} is to give {} points in some case, but the nearest its script gives is {}",
            tick(what),
            p(*limit),
            p(*found)
        ))
        .hint(format!("write {found} in `{key}`, or correct the points in the script")),
        Problem::ScriptStops { what, given, message } => {
            Words::new(format!("{} has no valid result with {}: {}", tick(what), case_of(given), one_line(&message.en)))
                .hint(format!("correct the script, then add the case `{{ given = {}, points = … }}`", one_line(given)))
        }
        Problem::ScriptPointsTurn { what, parameter, lines } => Words::new(format!(
            "points of {} both rise and fall with {}: {}",
            tick(what),
            tick(parameter),
            lines.iter().map(line).collect::<Vec<_>>().join("; ")
        ))
        .hint("check the script; keep it if the legal text has it so, with `abs(…)` where a distance counts"),
        Problem::ScriptMissingDecides { what, field, points, value, then, given } => Words::new(format!(
            "{} gives {} points although {} is missing, but {} points with `{} = {}`, with {}",
            tick(what),
            p(*points),
            tick(field),
            p(*then),
            one_line(field),
            one_line(value),
            case_of(given)
        ))
        .hint(format!("give `missing(…)` while `is_missing({})`, unless the legal text has it so", one_line(field))),
        group!(not findings) => Words::default(),
    }
}

/// What to write, and the limit that may be wrong instead.
fn within(below: bool, key: Option<&str>, least: Points, most: Points) -> String {
    let (bound, points, change) = if below { ("at least", least, "lower") } else { ("at most", most, "raise") };
    let own = format!("give {bound} {points} points here");
    key.map_or_else(|| own.clone(), |key| format!("{own}, or {change} `{key}` if the legal text was amended"))
}

fn unused(kind: Kind, name: &str) -> Words {
    let words = Words::new(format!("{} {} is never used in this script", kind_word(kind), tick(name)));
    match kind {
        Kind::Parameter => words.hint(format!("remove {}: without a figure for it there is no score", tick(name))),
        _ => words.hint(format!("remove {}, or use it", tick(name))),
    }
}

/// `with { children = 10 } 0 gives 50, 1 gives 100`.
fn line((given, points): &(String, Vec<(String, Points)>)) -> String {
    let points: Vec<String> = points.iter().map(|(value, points)| format!("{value} gives {}", p(*points))).collect();
    let points = points.join(", ");
    if given.is_empty() { points } else { format!("with {} {points}", case_of(given)) }
}

fn p(points: Points) -> String {
    points.display(Lang::En)
}

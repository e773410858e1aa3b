//! English wording: versions of figures and their days.

use crate::diag::group::group;
use crate::diag::problem::Problem;
use crate::diag::words::{Words, tick};
use crate::lang::Lang;
use crate::quantity::{Date, Version};

pub(in crate::diag) fn date(problem: &Problem) -> Words {
    match problem {
        Problem::DateOutsideForce { day, days } => Words::new(format!(
            "{} lies outside the days of what this is a version of, in force {}",
            tick(&day.to_string()),
            days.display(Lang::En)
        ))
        .hint(
            "correct the date, or leave the key out: a version without `from` or `until` begins or ends with the rest",
        ),
        Problem::VersionOverlap { day, same_day: true } => {
            Words::new(format!("two versions begin on {day}, so two values would be in force at once"))
                .hint("give one of the two another `from`, or remove it")
        }
        Problem::VersionOverlap { day, same_day: false } => {
            Words::new(format!("this version begins on {day}, while another one is still in force"))
                .hint(format!("end the other one with `until = {}`", day.previous()))
        }
        Problem::VersionGap { days } => {
            Words::new(format!("no version of this is in force {}", days.display(Lang::En)))
                .hint(format!("add a version with `{}`, or let another one cover these days", typed(days)))
        }
        Problem::VersionOfAnother { first, second } => {
            Words::new(format!("versions of one thing have two ids, {} and {}", tick(first), tick(second)))
                .hint(format!("write {}: an id stays the same in all versions", tick(first)))
        }
        Problem::NoAssessmentDay => {
            Words::new("figures are dated, but nothing says which day's figures a year is assessed under")
                .hint("add to `[standard]`: `assessed_on = { month = 12, day = 31, status = \"…\", evidence = \"…\" }`")
        }
        Problem::TooManyVersions { found, limit } => {
            Words::new(format!("the dates of this file make {found} versions, at most {limit} are possible"))
                .hint("let figures that change together change on the same day")
        }
        group!(not date) => Words::default(),
    }
}

/// The days as a key of the file.
pub(in crate::diag) fn typed(days: &Version) -> String {
    let from = (days.from > Date::FIRST).then(|| format!("from = {}", days.from));
    let until = days.until.map(|until| format!("until = {until}"));
    format!("in_force = {{ {} }}", from.into_iter().chain(until).collect::<Vec<_>>().join(", "))
}

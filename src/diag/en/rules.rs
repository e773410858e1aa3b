//! English wording: area classes, rules at 0/0, bands and other scales, sums of points.

use super::kind_word;
use crate::diag::group::group;
use crate::diag::problem::{Kind, Problem};
use crate::diag::words::{Words, listed, one_line, tick};
use crate::lang::Lang;
use crate::quantity::{Decimal, Points};

pub(in crate::diag) fn class(problem: &Problem) -> Words {
    match problem {
        Problem::ClassNotCovered { class, what } => {
            let words = Words::new(format!("area class {} has no {}", tick(class), kind_word(*what)));
            let class = one_line(class);
            match what {
                Kind::Threshold => words
                    .hint(format!("add `{{ class = \"{class}\", at_least = …, status = \"…\", evidence = \"…\" }}`")),
                _ => words.hint(format!("add `{{ class = \"{class}\", bands = [ … ] }}`")),
            }
        }
        Problem::ClassTwice { class } => Words::new(format!("area class {} stands here twice", tick(class)))
            .hint(format!("keep one entry for {}", tick(class))),
        Problem::NoClasses => Words::new("this goes by area class, but the standard declares no area classes")
            .hint("give one figure for all, or say when each is in force: `in_force = { from = 2027-01-01 }`"),
        Problem::ClassWithoutClasses { class } => {
            Words::new(format!("there is no area class {}: the standard declares none", tick(class)))
                .hint("remove `class`, or declare it with `[[area_class]]`")
        }
        Problem::ClassNeeded { known } => Words::new("this standard has area classes, found one entry without a class")
            .hint(format!("write one entry per class, with `class = …`: {}", listed(known, "and"))),
        Problem::NeverEmpty { indicator } => {
            Words::new(format!("an indicator {} has no denominator that could be 0", tick(indicator)))
                .hint("remove `when_empty`")
        }
        Problem::EmptyRuleNeedsStatus { rule } => {
            Words::new(format!("at 0/0 the rule {} gives points without status and evidence", tick(rule))).hint(
                format!("write `when_empty = {{ give = \"{}\", status = \"…\", evidence = \"…\" }}`", one_line(rule)),
            )
        }
        Problem::TooManyLeftOut { found, limit } => {
            Words::new(format!("{found} items of this criterion can be left out, at most {limit} are possible"))
                .hint("write `give = \"not-applicable\"` in some of them")
        }
        Problem::LeaveOutWithScript => {
            Words::new("an item cannot be left out of a criterion whose points a script gives")
                .hint("write `give = \"not-applicable\"` instead of `\"leave-out\"`")
        }
        group!(not class) => Words::default(),
    }
}

pub(in crate::diag) fn band(problem: &Problem) -> Words {
    match problem {
        Problem::TwoBounds { first, second } => Words::new(format!(
            "{} and {} set the same end twice",
            tick(first),
            tick(second)
        ))
        .hint(format!("remove {} or {}", tick(first), tick(second))),
        Problem::NoBound => Words::new("expected at least one end, found none")
            .hint("add `from = …` (≥), `above = …` (>), `below = …` (<) or `up_to = …` (≤)"),
        Problem::BandGap { from, to, line } => {
            Words::new(format!("no band covers the values from {} to {}", one_line(from), one_line(to)))
                .hint(format!("add the band: {}", one_line(line)))
        }
        Problem::BandOverlap { from, to } => {
            let words = Words::new(format!("two bands cover the values from {} to {}", one_line(from), one_line(to)));
            match Decimal::parse(from) {
                Ok(from) => words.hint(format!("end the lower band with `below = {from}`")),
                Err(_) => words.hint("let one band end where the other begins"),
            }
        }
        Problem::BandUnreachable { band, domain } => {
            Words::new(format!("no value reaches the band {}, the indicator gives {}", tick(band), tick(domain)))
                .hint("remove the band, or correct its ends")
        }
        Problem::BandNotMonotone { points } => {
            let line: Vec<String> = points.iter().map(|p| p.display(Lang::En)).collect();
            Words::new(format!("points go up and down along the scale: {}", line.join(", ")))
                .hint("check the points; keep them if the legal text has them so")
        }
        Problem::LinearReversed { from, to } => {
            Words::new(format!("a linear scale needs `from` below `to`, found `from = {from}` and `to = {to}`"))
                .hint("swap `from` and `to`, and with them `points_from` and `points_to`")
        }
        Problem::ScaleDoesNotFit { scale, indicator, use_instead } => {
            Words::new(format!("scale {} cannot follow indicator {}", tick(scale), tick(indicator)))
                .hint(format!("use {}", tick(use_instead)))
        }
        Problem::ChoiceNotCovered { field, choice } => {
            Words::new(format!("choice {} of field {} has no points", tick(choice), tick(field))).hint(format!(
                "add `{{ is = \"{}\", points = …, status = \"…\", evidence = \"…\" }}`",
                one_line(choice)
            ))
        }
        group!(not band) => Words::default(),
    }
}

pub(in crate::diag) fn points(problem: &Problem) -> Words {
    match problem {
        Problem::PointsExceedItem { item, reach, most } => {
            Words::new(format!("{} can reach {} points, but only {} are allowed", tick(item), p(*reach), p(*most)))
                .hint("lower the scale, or raise `points` of the criterion if the legal text was amended")
        }
        Problem::ItemsDoNotAddUp { criterion, reach, points } => Words::new(format!(
            "the items of {} add up to {} points, but the criterion has {}",
            tick(criterion),
            p(*reach),
            p(*points)
        ))
        .hint(difference(*reach, *points, "the items", "`points`")),
        Problem::CriteriaDoNotAddUp { reach, total } => {
            Words::new(format!("the criteria add up to {} points, but the standard has {}", p(*reach), p(*total)))
                .hint(difference(*reach, *total, "the criteria", "`total_points`"))
        }
        Problem::PointsNeedRounding { what } => {
            Words::new(format!("{} gives computed points, but nothing says how they are rounded", tick(what))).hint(
                "add to `[standard]`: `points_rounding = { digits = 1, mode = \"half-up\", status = \"…\", evidence = \
                 \"…\" }`",
            )
        }
        Problem::BeyondReach { what, found, reach, strictly: true } => Words::new(format!(
            "{} asks for more than {} points, but at most {} can be reached",
            tick(what),
            p(*found),
            p(*reach)
        ))
        .hint(format!("lower it to less than {reach}")),
        Problem::BeyondReach { what, found, reach, .. } => Words::new(format!(
            "{} asks for {} points, but at most {} can be reached",
            tick(what),
            p(*found),
            p(*reach)
        ))
        .hint(format!("lower it to at most {reach}")),
        Problem::NotAShare { found } => Words::new(format!("a share is 0 to 100 per cent, found `{found}`"))
            .hint("write the per cent, for example `share = 50` for half"),
        Problem::LevelOrder { first, second } => Words::new(format!(
            "levels {} and {} overlap, or leave totals between them without a level",
            tick(first),
            tick(second)
        ))
        .hint(format!(
            "let {} end with `below` at the figure with which {} begins",
            tick(second),
            tick(first)
        )),
        group!(not points) => Words::default(),
    }
}

fn p(points: Points) -> String {
    points.display(Lang::En)
}

/// By how much two sums differ, and where to look.
fn difference(found: Points, expected: Points, parts: &str, whole: &str) -> String {
    if found > expected {
        return format!("take {} points off {parts}, or correct {whole}", p(found - expected));
    }
    format!("give {parts} {} more points, or correct {whole}", p(expected - found))
}

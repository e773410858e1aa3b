//! English wording: what can be proved of a standard: rules without effect, repetitions, contradictions.

use super::kind_word;
use crate::diag::group::group;
use crate::diag::problem::Problem;
use crate::diag::words::{Words, listed, one_line, quoted, tick};
use crate::lang::Lang;
use crate::quantity::Points;

pub(in crate::diag) fn proof(problem: &Problem) -> Words {
    match problem {
        Problem::BandTwice { band, points } => {
            let words = Words::new(format!("the band {} stands here twice", tick(band)));
            match points.as_slice() {
                [first, second] if first != second => words.hint(format!(
                    "keep the one with the points of the legal text, {} or {}, and remove the other",
                    p(*first),
                    p(*second)
                )),
                _ => words.hint("remove one of the two"),
            }
        }
        Problem::NeverFails { what, asks, least } => Words::new(format!(
            "{} of {} decides nothing: nobody can have less than {} points",
            tick(what),
            p(*asks),
            p(*least)
        ))
        .hint("correct the figure, or remove it if the legal text has none"),
        Problem::AlwaysHolds { fact, domain, gate: true } => Words::new(format!(
            "the gate {} lets everybody through: it holds for every value of {}",
            tick(fact),
            tick(domain)
        ))
        .hint("correct its end; to leave 0 out write `above = 0`"),
        Problem::AlwaysHolds { fact, domain, .. } => {
            Words::new(format!("{} always holds, whatever the figures are: they lie in {}", tick(fact), tick(domain)))
                .hint("correct its end: as it stands it leaves no value out")
        }
        Problem::EndOutOfRange { end, domain } => {
            Words::new(format!("{} lies outside the values of the indicator, {}", tick(end), tick(domain)))
                .hint("check the figure and its unit; keep it if the legal text has it so")
        }
        Problem::SameTitle { kind, title, first, second } => Words::new(format!(
            "{} {} has the same title as {}: {}",
            kind_word(*kind),
            tick(second),
            tick(first),
            quoted(title)
        ))
        .hint(format!("give {} the title it has in the legal text", tick(second))),
        Problem::AtMostCycle { fields } => cycle(fields),
        Problem::LastYearCycle { fields } => last_year_cycle(fields),
        Problem::FieldTwice { field } => field_twice(field),
        Problem::CaseTwice => Words::new("this case stands here twice").hint("remove one of the two"),
        Problem::CaseContradicts { what, first, second } => Words::new(format!(
            "two cases with the same figures expect different results of {}: {} and {}",
            tick(what),
            one_line(first),
            one_line(second)
        ))
        .hint("keep the one that follows the legal text"),
        Problem::SignTaken { sign } => {
            Words::new(format!("{} means something else in this column already, or stands here twice", quoted(sign)))
                .hint("remove it here, or list it under one of `means_missing` and `means_zero` only")
        }
        group!(not proof) => Words::default(),
    }
}

fn p(points: Points) -> String {
    points.display(Lang::En)
}

fn cycle(fields: &[String]) -> Words {
    if fields.len() == 1 {
        return Words::new(format!("field {} is limited by itself", listed(fields, "and")))
            .hint("name the field it is a part of in `at_most`, or remove `at_most`");
    }
    Words::new(format!("each of {} is at most the next, the last at most the first", listed(fields, "and")))
        .hint(format!("remove `at_most` from the one that is the whole, not a part: {}", listed(fields, "or")))
}

fn last_year_cycle(fields: &[String]) -> Words {
    if fields.len() == 1 {
        return Words::new(format!("field {} is last year's figure of itself", listed(fields, "and")))
            .hint("name this year's field in `last_year_of`, or remove `last_year_of`");
    }
    Words::new(format!("{} are last year's figures of each other, in a circle", listed(fields, "and")))
        .hint("remove `last_year_of` from the field that holds this year's figure")
}

fn field_twice(field: &str) -> Words {
    Words::new(format!("{} is named a second time; each field may be named once here", tick(field)))
        .hint("remove it in one of the two places, or name the field that is meant")
}

//! English wording: tables as files, numbers in cells, other cells.

use super::digits as digits_of;
use crate::diag::group::group;
use crate::diag::problem::{AskedYear, Problem};
use crate::diag::words::{
    Words, digits_after_mark, for_people, last_year, listed, listed_quoted, listed_years, never_grouped, one_line,
    padded, quoted, tick,
};
use crate::lang::Lang;

pub(in crate::diag) fn table(problem: &Problem) -> Words {
    match problem {
        Problem::NotText { encoding } => Words::new(format!("this is not text in {encoding}"))
            .hint("save the file as UTF-8; in Excel, as `CSV UTF-8 (Comma delimited)`"),
        Problem::EmptyTable => Words::new("expected a header row, found an empty table")
            .hint("write the column names in the first row: `code`, `name`, …"),
        Problem::NoRows => {
            Words::new("this table has a header, but no commune").hint("add one row per commune below the header")
        }
        Problem::NoFigures { communes } => Words::new(match communes {
            1 => "this form was not filled in: a commune is named, but it has no figure".to_owned(),
            _ => format!("this form was not filled in: {communes} communes are named, but none has a figure"),
        })
        .hint("fill in the figures, or take the file out of the folder"),
        Problem::FormsUnfilled { files, communes } => Words::new(format!(
            "{} forms were not filled in: {} communes are named, but none has a figure, in {}",
            files.len(),
            communes,
            listed_quoted(files, "and")
        ))
        .hint("fill in the figures, or take the files out of the folder"),
        Problem::GuessedEncoding { encoding } => Words::new(format!("read as {encoding}, judged by its bytes"))
            .hint("if letters look wrong, save the table in Excel as `CSV UTF-8 (Comma delimited)`"),
        Problem::HeaderTwice { field, first, second } => {
            Words::new(format!("columns {} and {} are both {}", quoted(first), quoted(second), tick(field)))
                .hint("delete or rename one of the two columns")
        }
        Problem::ExtraColumn { header, meant: Some(meant) } => {
            Words::new(format!("the standard has no column {}", quoted(header)))
                .hint(format!("did you mean {}?", tick(meant)))
        }
        Problem::ExtraColumn { header, meant: None } => {
            Words::new(format!("the standard has no column {}, it is carried along unread", quoted(header)))
        }
        Problem::UnknownSelfScore { header, meant, known } => unknown_self_score(header, meant.as_deref(), known),
        Problem::MissingColumn { field, label, items, meant } => missing_column(field, label, items, meant.as_deref()),
        Problem::RowLength { found, expected } => {
            let words = Words::new(format!("this row has {found} cells, the header has {expected}"));
            if found > expected {
                return words.hint("put a text or number that holds the separator in quotes: `\"12,5\"`");
            }
            words.hint(
                "look for a cell dropped in the middle: every figure behind it stands in the wrong column; \
                 if only the end is missing, add empty cells there",
            )
        }
        Problem::DuplicateCommune { code, year } if year.is_empty() => {
            Words::new(format!("commune {} stands in the table twice", quoted(code))).hint(DUPLICATE)
        }
        Problem::DuplicateCommune { code, year } => {
            Words::new(format!("commune {} stands in the table twice for {}", quoted(code), one_line(year)))
                .hint(DUPLICATE)
        }
        Problem::RowSkipped { errors } => Words::new(format!("row left out, errors in it: {errors}"))
            .hint("correct the cells named above to have this commune scored"),
        Problem::FindingsNotShown { count } => Words::new(format!("{count} more problems in this file are not shown"))
            .hint("correct what is shown first; a whole column is often wrong in the same way"),
        group!(not table) => Words::default(),
    }
}

const DUPLICATE: &str = "delete one of the two rows, or correct its `code` or `year`";

fn missing_column(field: &str, label: &str, items: &[String], meant: Option<&str>) -> Words {
    let named = format!("there is no column {} ({})", tick(field), one_line(label));
    let words = match items {
        [] => Words::new(named),
        items => Words::new(format!("{named}, needed by {}", listed(items, "and"))),
    };
    match meant {
        Some(meant) => words.hint(format!("rename the column {} to {}", quoted(meant), tick(field))),
        None => words.hint(format!("add a column {}, with empty cells where there is no figure", tick(field))),
    }
}

pub(in crate::diag) fn number(problem: &Problem) -> Words {
    match problem {
        Problem::NotACount { found } => Words::new(format!("{} is not a whole number", quoted(found)))
            .hint("write the number of cases without decimals; leave the cell empty if there is no figure yet"),
        Problem::Negative { found } => Words::new(format!("{} is below 0", quoted(found)))
            .hint("write 0 or more; leave the cell empty if there is no figure yet"),
        Problem::PercentForCount { found } => Words::new(format!(
            "{} is a percentage, this column wants a number of children, cases or places",
            quoted(found)
        ))
        .hint("write the count itself; the rate is computed from it"),
        Problem::FormulaError { found } => {
            Words::new(format!("{} is what a spreadsheet shows when a formula fails", quoted(found)))
                .hint("write the figure instead of the formula; leave the cell empty if there is none yet")
        }
        Problem::AmbiguousNumber { found, grouped, decimal, whole } => ambiguous(found, grouped, decimal, *whole),
        Problem::NotANumber { found, meant: Some(meant) } => {
            Words::new(format!("{} is not a number", quoted(found))).hint(format!("write {}", one_line(meant)))
        }
        Problem::NotANumber { found, meant: None } => Words::new(format!("{} is not a number", quoted(found)))
            .hint("write it in digits; leave the cell empty if there is no figure yet, write 0 if there was no case"),
        Problem::TooManyDigits { found, digits } => Words::new(format!(
            "{} has {} after the decimal mark, expected at most {digits}",
            quoted(found),
            digits_of(digits_after_mark(found))
        ))
        .hint(fewer_digits(*digits)),
        Problem::TooLarge { found, most } => Words::new(format!(
            "{} is more than any commune can have, at most {}",
            quoted(found),
            for_people(most, Lang::En)
        ))
        .hint("look for a digit too many, or two figures in one cell"),
        Problem::NotAPercentage { found } => Words::new(format!("{} is not between 0 and 100", quoted(found)))
            .hint("write the per cent, for example 95; leave the cell empty if there is no figure yet"),
        Problem::BelowLeast { field, found, least, strictly } => {
            let bound = if *strictly { "more than" } else { "at least" };
            Words::new(format!("{} is {}, expected {bound} {}", tick(field), one_line(found), one_line(least)))
                .hint("correct the figure; leave the cell empty if there is none yet")
        }
        Problem::AboveOther { field, found, other, limit } => Words::new(format!(
            "{} is {}, more than {}, which is {}",
            tick(field),
            for_people(found, Lang::En),
            tick(other),
            for_people(limit, Lang::En)
        ))
        .hint(format!("correct one of the two: {} is part of {}", tick(field), tick(other))),
        group!(not number) => Words::default(),
    }
}

fn fewer_digits(digits: u8) -> String {
    match digits {
        0 => "write the figure without decimals".to_owned(),
        _ => format!("write the figure with at most {} after the mark", digits_of(digits.into())),
    }
}

pub(in crate::diag) fn cell(problem: &Problem) -> Words {
    match problem {
        Problem::NotYesNo { found } => Words::new(format!("{} is neither \"yes\" nor \"no\"", quoted(found)))
            .hint("write \"yes\" or \"no\"; leave the cell empty if it is not known yet"),
        Problem::NotAChoice { found, allowed, meant } => {
            let words = Words::new(format!(
                "{} is not a choice of this column, expected {}",
                quoted(found),
                listed_quoted(allowed, "or")
            ));
            write_meant(words, meant.as_deref(), allowed)
        }
        Problem::UnknownClass { found, known, meant } => {
            let message = format!("{} is not an area class of the standard", quoted(found));
            let words = match known.as_slice() {
                [] => Words::new(message),
                known => Words::new(format!("{message}, expected {}", listed_quoted(known, "or"))),
            };
            write_meant(words, meant.as_deref(), known)
        }
        Problem::EmptyIdentity { column } => Words::new(format!("this commune has no {}", tick(column)))
            .hint("fill the cell; delete the row if it is a heading or a sum"),
        Problem::ShortCode { found, digits } => Words::new(format!(
            "code {} is shorter than {digits} digits: a spreadsheet may have dropped the leading zeros",
            quoted(found)
        ))
        .hint(format!("set the cell format to Text and write {}", padded(found, *digits))),
        Problem::OddCode { found, digits } => {
            Words::new(format!("code {} is not {digits} digits and nothing else", quoted(found)))
                .hint("set the cell format to Text and write the code as it is in the official list, with digits from 0 to 9 only")
        }
        Problem::NotAYear { found } => Words::new(format!("{} is not a year from 1900 to 2200", quoted(found)))
            .hint("write the year alone, for example 2024"),
        Problem::YearNotInForce { year, days, on, asked } => {
            let day = on.map_or_else(String::new, |day| format!(" on {day}, the day that counts for it"));
            Words::new(format!(
                "the standard is not in force in {year}{day}: it is in force {}",
                days.display(Lang::En)
            ))
            .hint(match asked {
                AskedYear::Table => "correct the year, or choose the standard of that year with `--standard`",
                AskedYear::Case => "correct the year; a case about another standard stands in its file",
                AskedYear::Comparison => "correct `--old-year` or `--new-year`",
            })
        }
        Problem::YearNeeded { firsts } => Words::new(format!(
            "there is no year here, but figures of the standard depend on it: they apply from the years {}",
            listed_years(firsts, "and")
        ))
        .hint(format!("fill in `year`, or score all communes for one year: `--year {}`", last_year(firsts))),
        group!(not cell) => Words::default(),
    }
}

fn write_meant(words: Words, meant: Option<&str>, allowed: &[String]) -> Words {
    match (meant, allowed) {
        (Some(meant), _) => words.hint(format!("write {}", quoted(meant))),
        (None, [first, ..]) => words.hint(format!("write for example {}", quoted(first))),
        (None, []) => words,
    }
}

fn ambiguous(found: &str, grouped: &str, decimal: &str, count: bool) -> Words {
    let whole: String = grouped.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
    let decimal = decimal.replace(',', ".");
    let words = Words::new(format!("{} can be read as {whole} and as {decimal}", quoted(found)));
    if count {
        return words.hint(format!("write {whole}, without a mark between the digits"));
    }
    words.hint(format!(
        "write {whole} for the whole number; for the decimal, set the cell format to Text and write {}",
        never_grouped(&decimal)
    ))
}

fn unknown_self_score(header: &str, meant: Option<&str>, known: &[String]) -> Words {
    let words =
        Words::new(format!("column {} is none of self-scores: the standard has no such criterion", quoted(header)));
    words.hint(match meant {
        Some(meant) => format!("did you mean {}?", tick(meant)),
        None => format!("columns of self-scores: {}", listed(known, "and")),
    })
}

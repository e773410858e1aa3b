//! Examples of cells that hold no number: words, classes, codes and years.

use super::{date, days, list, s};
use crate::diag::problem::{AskedYear, Problem};
use crate::quantity::Date;

/// Of words, classes, codes and years of a table.
pub(super) fn all() -> Vec<Problem> {
    let words = list(&["có", "không"]);
    vec![
        Problem::NotYesNo { found: s("cx") },
        Problem::NotAChoice { found: s("c"), allowed: words.clone(), meant: Some(s("có")) },
        Problem::NotAChoice { found: s("abc"), allowed: words, meant: None },
        Problem::UnknownClass { found: s("othr"), known: list(&["other"]), meant: Some(s("other")) },
        Problem::UnknownClass { found: s("abc"), known: list(&["mountain", "other"]), meant: None },
        Problem::UnknownClass { found: s("abc"), known: vec![], meant: None },
        Problem::EmptyIdentity { column: "code" },
        Problem::EmptyIdentity { column: "name" },
        Problem::ShortCode { found: s("123"), digits: 5 },
        Problem::OddCode { found: s("9 0001"), digits: 5 },
        Problem::NotAYear { found: s("20224") },
        not_in_force(2018, None, None, AskedYear::Table),
        not_in_force(2026, Some(2026), Some(date(2026, 12, 31)), AskedYear::Case),
        not_in_force(2018, None, None, AskedYear::Comparison),
        Problem::YearNeeded { firsts: vec![2019, 2027] },
    ]
}

fn not_in_force(year: u16, last: Option<u16>, on: Option<Date>, asked: AskedYear) -> Problem {
    Problem::YearNotInForce { year, days: days(2019, last), on, asked }
}

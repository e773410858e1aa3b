//! Examples of slips of writing and of what can be proved of a standard.

use super::{list, s};
use crate::diag::Slip;
use crate::diag::problem::{Kind, Problem};
use crate::quantity::Points;

/// Of slips of writing and of what is proved.
pub(super) fn all() -> Vec<Problem> {
    let (title, least) = (s("Tiêm chủng"), Points::ZERO);
    let twice = |points: [i64; 2]| Problem::BandTwice {
        band: s("from = 95, below = 98"),
        points: points.map(Points::whole).to_vec(),
    };
    let always = |gate| Problem::AlwaysHolds { fact: s("injury_death"), domain: s("0 ≤ …"), gate };
    vec![
        slip(Slip::Quotes, "“95”", "95"),
        slip(Slip::Dash, "–5", "-5"),
        slip(Slip::Width, "９５", "95"),
        slip(Slip::PerCent, "95%", "95"),
        slip(Slip::Groups, "10 000", "10000"),
        slip(Slip::Thousands, "10.000", "10000"),
        slip(Slip::Date, "03/01/2019", "2019-01-03"),
        slip(Slip::Invisible, "\u{200b}95", "95"),
        slip(Slip::Blank, "below", "below"),
        twice([35, 35]),
        twice([35, 30]),
        Problem::NeverFails { what: s("every_criterion_above"), asks: Points::whole(-1), least },
        always(false),
        always(true),
        Problem::EndOutOfRange { end: s("to = 120"), domain: s("0 ≤ … ≤ 100") },
        Problem::SameTitle { kind: Kind::Item, title, first: s("a.rate"), second: s("a.count") },
        Problem::AtMostCycle { fields: list(&["under1"]) },
        Problem::AtMostCycle { fields: list(&["under1", "under5"]) },
        Problem::LastYearCycle { fields: list(&["abused"]) },
        Problem::LastYearCycle { fields: list(&["abused", "abused_last_year"]) },
        Problem::FieldTwice { field: s("under5") },
        Problem::CaseTwice,
        Problem::CaseContradicts { what: s("a.rate"), first: s("50"), second: s("35") },
    ]
}

fn slip(slip: Slip, found: &str, meant: &str) -> Problem {
    Problem::Slip { slip, found: s(found), meant: s(meant) }
}

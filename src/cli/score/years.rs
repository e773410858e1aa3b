//! Which version of the standard scores which communes, as far as the user has to be told.

use super::options::ScoreOptions;
use crate::diag::{AskedYear, Diagnostic, Place, Problem, Report};
use crate::quantity::Version;
use crate::rules::RuleSets;
use crate::table::{CommuneTable, Part};
use std::collections::BTreeSet;

/// Refuses a year in which the standard is not in force.
pub(in crate::cli) fn asked(rules: &RuleSets, year: Option<u16>, by: AskedYear, standard_named: &str) -> Report {
    let mut report = Report::default();
    let Some(year) = year.filter(|year| rules.years().of(*year).is_none()) else { return report };
    let standard = rules.latest().standard();
    let days = Version { from: standard.in_force_from, until: standard.in_force_until };
    let on = standard.assessed_on.as_ref().map(|figure| figure.value.of(year));
    let problem = Problem::YearNotInForce { year, days, on, asked: by };
    report.push(Diagnostic::new(problem, Place::File(standard_named.to_owned())));
    report
}

/// How many communes have another year than the one asked for, and what changed within the years that are scored.
pub(super) fn notes(rules: &RuleSets, options: &ScoreOptions, table: &CommuneTable) -> Report {
    let mut report = Report::default();
    if options.year.is_none() && !rules.years().matter() {
        return report;
    }
    let place = || Place::File(options.standard.clone());
    let of_part = |part: &'_ Part| {
        let years = part.years();
        (0..part.len()).filter_map(|row| years.of(row)).collect::<Vec<_>>()
    };
    let years = || table.parts.iter().flat_map(of_part);
    if let Some(year) = options.year {
        let count = years().filter(|other| *other != year).count();
        if count > 0 {
            report.push(Diagnostic::new(Problem::OtherYears { year, count }, place()));
        }
    }
    let scored: BTreeSet<u16> = options.year.map_or_else(|| years().collect(), |year| BTreeSet::from([year]));
    for year in scored {
        if let Some((on, ids)) = rules.changed_in(year) {
            report.push(Diagnostic::new(Problem::ChangedWithinYear { year, on, ids }, place()));
        }
    }
    report
}

//! [`RuleSets`]: the versions of a standard made ready to run, and which of them scores a year.

use super::{RuleSet, compile, prepare};
use crate::criteria::model::{Case, Date, Standard, Versions, Years};
use crate::diag::{Diagnostic, Place, Problem, Report};
use crate::quantity::Version;
use std::collections::BTreeSet;

/// One [`RuleSet`] per version of a standard, in order of time; never empty.
#[derive(Debug)]
pub struct RuleSets {
    earlier: Vec<RuleSet>,
    latest: RuleSet,
    years: Years,
    changes: Vec<(Date, Vec<String>)>,
}

/// Makes all versions ready to run. A fault of scripts or cases that only some versions have says which; `None` when a
/// script cannot be used at all.
#[must_use]
pub fn compile_versions(versions: Versions, report: &mut Report) -> Option<RuleSets> {
    let years = versions.years();
    let (standards, changes) = versions.into_parts();
    let days: Vec<Version> = standards.iter().map(|standard| standard.version).collect();
    let cases = standards.iter().flat_map(|standard| &standard.cases).filter(|case| case.year.is_none());
    let without_year: Vec<Place> = cases.map(Case::place).collect();
    let (sets, mut found) = each(standards, compile);
    name_years(&mut found, &without_year, &days, &years);
    report.append(found);
    RuleSets::new(sets?, years, changes)
}

/// The same without running the cases.
#[must_use]
pub fn prepare_versions(versions: Versions, report: &mut Report) -> Option<RuleSets> {
    let years = versions.years();
    let (standards, changes) = versions.into_parts();
    let (sets, found) = each(standards, prepare);
    report.append(found);
    RuleSets::new(sets?, years, changes)
}

type Ready = fn(Standard, &mut Report) -> Option<RuleSet>;

/// Every version made ready; what only some of them have says which.
fn each(standards: Vec<Standard>, ready: Ready) -> (Option<Vec<RuleSet>>, Report) {
    let (mut reports, mut sets) = (Vec::new(), Vec::new());
    for standard in standards {
        let (days, mut found) = (standard.version, Report::default());
        sets.push(ready(standard, &mut found));
        reports.push((days, found));
    }
    (sets.into_iter().collect(), Report::merged(reports))
}

/// Gives a case that fails under some versions only a year under which it does not fail.
fn name_years(report: &mut Report, without_year: &[Place], versions: &[Version], years: &Years) {
    let of_case = |diagnostic: &Diagnostic| match (&diagnostic.problem, &diagnostic.place) {
        (Problem::CaseFails { .. }, place @ Place::Source(..)) => Some(place.clone()),
        _ => None,
    };
    let fails: Vec<_> = report.diagnostics.iter().filter_map(|d| Some((of_case(d)?, d.under.clone()))).collect();
    for diagnostic in &mut report.diagnostics {
        let Some(place) = of_case(diagnostic) else { continue };
        if !diagnostic.related.iter().any(|(case, _)| without_year.contains(case)) {
            continue;
        }
        let fails_in = |version: &Version| {
            let here = fails.iter().filter(|(other, _)| *other == place);
            here.clone().any(|(_, under)| under.is_empty() || under.iter().any(|days| days.contains(version.from)))
        };
        let passes = (0..versions.len()).rev().find(|at| versions.get(*at).is_some_and(|version| !fails_in(version)));
        // The year next to the change is the one the author has in mind.
        let of_version = passes.and_then(|at| years.under(at));
        if let Problem::CaseFails { year, .. } = &mut diagnostic.problem {
            *year = of_version;
        }
    }
}

impl RuleSets {
    fn new(mut sets: Vec<RuleSet>, years: Years, changes: Vec<(Date, Vec<String>)>) -> Option<Self> {
        let latest = sets.pop()?;
        Some(Self { earlier: sets, latest, years, changes })
    }

    /// Examines the scripts of every version, see [`RuleSet::examine_scripts`]. A finding that only some versions
    /// have says which.
    #[must_use]
    pub fn examine_scripts(&self) -> Report {
        Report::merged(self.iter().map(|set| (set.standard().version, set.examine_scripts())).collect())
    }

    /// The version in force last.
    #[must_use]
    pub fn latest(&self) -> &RuleSet {
        &self.latest
    }

    /// The version at a position in order of time; the latest behind the last.
    #[must_use]
    pub fn at(&self, position: usize) -> &RuleSet {
        self.earlier.get(position).unwrap_or(&self.latest)
    }

    /// All of them, the first in force first.
    pub fn iter(&self) -> impl Iterator<Item = &RuleSet> {
        self.earlier.iter().chain(std::iter::once(&self.latest))
    }

    /// The standards they were made from, in order of time.
    #[must_use]
    pub fn standards(&self) -> Vec<&Standard> {
        self.iter().map(RuleSet::standard).collect()
    }

    /// Which version each year is assessed under.
    #[must_use]
    pub fn years(&self) -> &Years {
        &self.years
    }

    /// Ids of what changed within a year: after its first day, and not after the day that counts for it.
    #[must_use]
    pub fn changed_in(&self, year: u16) -> Option<(Date, Vec<String>)> {
        let on = self.latest.standard().assessed_on.as_ref()?.value.of(year);
        let within = self.changes.iter().filter(|(day, _)| day.year == year && (day.month, day.day) > (1, 1));
        let ids: BTreeSet<String> = within.flat_map(|(_, ids)| ids.iter().cloned()).collect();
        (!ids.is_empty()).then(|| (on, ids.into_iter().collect()))
    }

    /// Per field, the ids of the items and conditions of any version that want it; empty where nothing does.
    #[must_use]
    pub fn fields_wanted(&self) -> Vec<Vec<String>> {
        let mut wanted = self.latest.fields_wanted().to_vec();
        for set in &self.earlier {
            for (all, ids) in wanted.iter_mut().zip(set.fields_wanted()) {
                let new: Vec<String> = ids.iter().filter(|id| !all.contains(id)).cloned().collect();
                all.extend(new);
            }
        }
        wanted
    }
}

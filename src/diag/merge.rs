//! Reports of the versions of one file as one report.

use super::{Diagnostic, Place, Problem, Report};
use crate::quantity::Version;
use std::collections::BTreeMap;

impl Report {
    /// What was found in each version of a file, in order of time: the same finding once, and with the versions it holds
    /// for when it does not hold for all, file by file in the order of their lines. Something unused is reported only when no version uses it.
    #[must_use]
    pub fn merged(mut reports: Vec<(Version, Self)>) -> Self {
        if reports.len() == 1 {
            return reports.pop().map_or_else(Self::default, |(_, report)| report);
        }
        let versions: Vec<Version> = reports.iter().map(|(version, _)| *version).collect();
        let mut found: Vec<(Diagnostic, Vec<usize>)> = Vec::new();
        let mut known: BTreeMap<(&'static str, usize), Vec<usize>> = BTreeMap::new();
        for (version, (_, report)) in reports.into_iter().enumerate() {
            for diagnostic in report.diagnostics {
                let alike = known.entry((diagnostic.code(), start(&diagnostic))).or_default();
                let mut equal = alike.iter().copied();
                let same = equal.find(|at| found.get(*at).is_some_and(|known| is_same(known, &diagnostic, version)));
                if let Some((_, held)) = same.and_then(|at| found.get_mut(at)) {
                    held.push(version);
                } else {
                    alike.push(found.len());
                    found.push((diagnostic, vec![version]));
                }
            }
        }
        let diagnostics = found.into_iter().filter_map(|(diagnostic, held)| told(diagnostic, &held, &versions));
        let mut diagnostics: Vec<Diagnostic> = diagnostics.collect();
        diagnostics.sort_by_key(|diagnostic| (file(diagnostic), start(diagnostic)));
        Self { diagnostics }
    }
}

fn file(diagnostic: &Diagnostic) -> String {
    match &diagnostic.place {
        Place::Source(source, _) => source.name.clone(),
        Place::Cell(_) | Place::File(_) => String::new(),
    }
}

fn start(diagnostic: &Diagnostic) -> usize {
    match &diagnostic.place {
        Place::Source(_, span) => span.start,
        Place::Cell(_) | Place::File(_) => usize::MAX,
    }
}

fn is_same((known, held): &(Diagnostic, Vec<usize>), other: &Diagnostic, version: usize) -> bool {
    !held.contains(&version)
        && known.problem == other.problem
        && known.place == other.place
        && known.related == other.related
        && known.cites == other.cites
}

/// The diagnostic with the versions it holds for; nothing when it must hold for all and does not.
fn told(mut diagnostic: Diagnostic, held: &[usize], versions: &[Version]) -> Option<Diagnostic> {
    if held.len() == versions.len() {
        return Some(diagnostic);
    }
    if matches!(diagnostic.problem, Problem::Unused { .. }) {
        return None;
    }
    for version in held.iter().filter_map(|at| versions.get(*at)) {
        match diagnostic.under.last_mut() {
            Some(last) if last.until.is_some_and(|until| until.next() == version.from) => last.until = version.until,
            _ => diagnostic.under.push(*version),
        }
    }
    if let (Problem::BandGap { line, .. }, [days]) = (&mut diagnostic.problem, diagnostic.under.as_slice()) {
        *line = in_force_on(line, *days, versions);
    }
    Some(diagnostic)
}

/// A line of a list that stands for these days only, so that it closes the gap and overlaps with nothing when typed.
fn in_force_on(line: &str, days: Version, versions: &[Version]) -> String {
    let from = versions.first().is_some_and(|first| first.from < days.from).then(|| format!("from = {}", days.from));
    let ends_before = versions.last().is_some_and(|last| last.until != days.until);
    let until = days.until.filter(|_| ends_before).map(|until| format!("until = {until}"));
    let keys: Vec<String> = from.into_iter().chain(until).collect();
    let inside = line.trim_end_matches(',').trim_end_matches('}').trim_end();
    format!("{inside}, in_force = {{ {} }} }},", keys.join(", "))
}

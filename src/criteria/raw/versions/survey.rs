//! Judges the dates of a file, and collects the days on which figures change.

use super::{IN_FORCE, Lasting, Stated, applies, days_of_standard, groups, is_dated, lasting};
use crate::criteria::findings::{At, Findings};
use crate::criteria::model::{Date, Version};
use crate::criteria::raw::keys::{self, DAYS, Is, Table};
use crate::criteria::raw::reader::{self, Value};
use crate::criteria::raw::value;
use crate::diag::{Note, Problem, Span};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue};

/// Every version of a file is read and judged as a whole standard. Laws are amended every few years; more versions than
/// this are a mistake that would keep the machine busy for long.
const MOST_VERSIONS: usize = 50;

/// What the dates of a file say.
#[derive(Debug, Default)]
pub(in crate::criteria::raw) struct Survey {
    /// Days on which something begins or ends after the first day, with the ids of what changes.
    pub(in crate::criteria::raw) changes: BTreeMap<Date, BTreeSet<String>>,
    /// Whether there is any version in the file, so that it has to be resolved before it is read.
    pub(in crate::criteria::raw) is_dated: bool,
    /// The days of the standard.
    window: Option<Version>,
}

impl Survey {
    /// The versions of the whole file, in order of time.
    pub(in crate::criteria::raw) fn versions(&self) -> Vec<Version> {
        let window = self.window.unwrap_or(Version::ALWAYS);
        let begins: Vec<Date> = std::iter::once(window.from).chain(self.changes.keys().copied()).collect();
        let until = |at: usize| begins.get(at + 1).map(|next| next.previous()).or(window.until);
        begins.iter().enumerate().map(|(at, from)| Version { from: *from, until: until(at) }).collect()
    }
}

/// Judges all dates of a file.
pub(in crate::criteria::raw) fn survey(findings: &Findings, root: &DeTable) -> Survey {
    let window = days_of_standard(root);
    let mut walk = Walk { findings, survey: Survey { window: Some(window), ..Survey::default() }, first: None };
    walk.table(&keys::FILE, root, window, "");
    let Walk { mut survey, first, .. } = walk;
    let head = root.get("standard").and_then(|head| Some((head.span(), head.get_ref().as_table()?)));
    if let (Some(first), Some((head, entries))) = (first, head)
        && !entries.contains_key("assessed_on")
    {
        findings.with(&first, Problem::NoAssessmentDay, &head, Note::AddHere);
    }
    let found = survey.changes.len() + 1;
    if found > MOST_VERSIONS {
        let span = root.get("standard").map_or(0..0, toml::Spanned::span);
        findings.at(&span, Problem::TooManyVersions { found, limit: MOST_VERSIONS });
        survey.changes.clear();
    }
    survey
}

struct Walk<'f> {
    findings: &'f Findings,
    survey: Survey,
    /// The first date of the file.
    first: Option<Span>,
}

impl Walk<'_> {
    fn table(&mut self, table: &'static Table, entries: &DeTable, window: Version, path: &str) {
        for key in table.keys {
            let Some(value) = entries.get(key.name) else { continue };
            let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
            self.value(&key.is, value, window, &path);
        }
    }

    fn value(&mut self, is: &'static Is, value: &Value, window: Version, path: &str) {
        match (applies(is, value.get_ref()), value.get_ref()) {
            (Some(Is::Table(table)), DeValue::Table(_)) => {
                self.groups(table, std::slice::from_ref(value), window, path, false);
            }
            (Some(Is::Table(table)), DeValue::Array(all)) if table.is_dated() => {
                self.survey.is_dated = true;
                self.same_id(table, all);
                self.groups(table, all, window, path, false);
            }
            (Some(Is::List(Is::Table(table))), DeValue::Array(all)) => self.groups(table, all, window, path, true),
            (Some(Is::Map(inner)), DeValue::Table(entries)) => {
                for (name, value) in entries {
                    self.value(inner, value, window, &format!("{path}.{}", name.get_ref()));
                }
            }
            _ => {}
        }
    }

    fn groups(&mut self, table: &'static Table, all: &[Value], window: Version, path: &str, is_entries: bool) {
        for group in groups(table, all, is_entries) {
            let path = if is_entries { entry_path(table, &group, path) } else { path.to_owned() };
            let of_dates = table.is_dated() && (is_dated(&group) || (!is_entries && group.len() > 1));
            if !of_dates {
                for stated in &group {
                    self.table(table, stated.entries, window, &path);
                }
                continue;
            }
            let faulty = group.iter().filter(|stated| !self.days(stated, window)).count() > 0;
            let versions = lasting(group, window);
            if !faulty {
                let gaps = !(is_entries && table.may_come_and_go());
                self.judge(&versions, all, window, gaps);
            }
            self.collect(&versions, &path);
            for version in &versions {
                self.table(table, version.stated.entries, version.days, &path);
            }
        }
    }

    /// Reads the days of one version; whether they are sound.
    fn days(&mut self, stated: &Stated, window: Version) -> bool {
        let Some(value) = stated.entries.get(IN_FORCE) else { return true };
        self.survey.is_dated = true;
        self.first.get_or_insert_with(|| value.span());
        let f = self.findings;
        let read = reader::table(f, value, &DAYS, |t| {
            let nothing = !t.has("from") && !t.has("until");
            if nothing {
                f.at(&t.span(), Problem::MissingKey { key: "from", of: DAYS.name.to_owned() });
            }
            (!nothing).then(|| (t.get("from", value::date), t.get("until", value::date), t.has("from"), t.has("until")))
        });
        let Some((from, until, has_from, has_until)) = read.flatten() else { return false };
        let readable = from.is_some() == has_from && until.is_some() == has_until;
        readable & self.in_order(from.as_ref(), until.as_ref()) & self.inside([from, until], window)
    }

    fn in_order(&self, from: Option<&At<Date>>, until: Option<&At<Date>>) -> bool {
        let (Some(from), Some(until)) = (from, until) else { return true };
        if until.value < from.value {
            let problem = Problem::DatesReversed { from: from.value.to_string(), until: until.value.to_string() };
            self.findings.with(&until.span, problem, &from.span, Note::ComparedWith);
        }
        until.value >= from.value
    }

    /// Whether days lie within those of what the version is part of.
    fn inside(&self, days: [Option<At<Date>>; 2], window: Version) -> bool {
        let outside: Vec<At<Date>> = days.into_iter().flatten().filter(|day| !window.contains(day.value)).collect();
        for day in &outside {
            self.findings.at(&day.span, Problem::DateOutsideForce { day: day.value, days: window });
        }
        outside.is_empty()
    }

    /// Reports days with two versions and days with none.
    fn judge(&self, versions: &[Lasting], all: &[Value], window: Version, gaps: bool) {
        let span = |version: &Lasting| all.get(version.stated.at).map_or(0..0, toml::Spanned::span);
        let mut next = Some(window.from);
        let mut before: Option<&Lasting> = None;
        for version in versions {
            let begins = version.days.from;
            match (next, before) {
                (Some(next), _) if begins > next && gaps && next > Date::FIRST => {
                    let days = Version { from: next, until: Some(begins.previous()) };
                    self.findings.at(&span(version), Problem::VersionGap { days });
                }
                (next, Some(before)) if next.is_none_or(|next| begins < next) => {
                    let problem = Problem::VersionOverlap { day: begins, same_day: begins == before.days.from };
                    self.findings.with(&span(version), problem, &span(before), Note::OtherVersion);
                }
                _ => {}
            }
            next = next.and_then(|next| version.days.until.map(|until| until.next().max(next)));
            before = Some(version);
        }
        let (Some(next), Some(last)) = (next.filter(|_| gaps), before) else { return };
        if window.contains(next) {
            self.findings.at(&span(last), Problem::VersionGap { days: Version { from: next, until: window.until } });
        }
    }

    /// Remembers the days on which a version begins, or ends without another.
    fn collect(&mut self, versions: &[Lasting], path: &str) {
        let whole = self.survey.window.unwrap_or(Version::ALWAYS);
        for Lasting { days, .. } in versions {
            let ends = days.until.map(Date::next);
            for day in [Some(days.from), ends].into_iter().flatten() {
                if day > whole.from && whole.contains(day) {
                    self.survey.changes.entry(day).or_default().insert(path.to_owned());
                }
            }
        }
    }

    /// Versions of one thing with an id keep that id.
    fn same_id(&self, table: &Table, all: &[Value]) {
        if !table.keys.iter().any(|key| key.name == "id") {
            return;
        }
        let id = |value: &Value| {
            let id = value.get_ref().as_table()?.get("id")?;
            Some(At::new(id.get_ref().as_str()?.to_owned(), id.span()))
        };
        let mut ids = all.iter().filter_map(id);
        let Some(first) = ids.next() else { return };
        for other in ids.filter(|id| id.value != first.value) {
            let problem = Problem::VersionOfAnother { first: first.value.clone(), second: other.value.clone() };
            self.findings.with(&other.span, problem, &first.span, Note::FirstHere);
        }
    }
}

/// The path of an entry of a list: the id of a criterion or an item stands alone, other ids and classes behind the list.
fn entry_path(table: &Table, group: &[Stated], list: &str) -> String {
    let text = |key: &str| Some(group.first()?.entries.get(key)?.get_ref().as_str()?.to_owned());
    let stands_alone = [&keys::CRITERION, &keys::ITEM].into_iter().any(|known| table.is(known));
    match text("id").or_else(|| text("class")) {
        Some(id) if stands_alone => id,
        Some(id) => format!("{list}.{id}"),
        None => list.to_owned(),
    }
}

//! Leaves a file as it is on one day.

use super::{IN_FORCE, Lasting, Stated, applies, days_of_standard, groups, is_dated, lasting};
use crate::criteria::model::{Date, Version};
use crate::criteria::raw::keys::{self, Is, Table};
use crate::criteria::raw::reader::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The file with the figures in force on a day: one table where there were versions, no entry of another day, no date.
pub(in crate::criteria::raw) fn resolve<'a>(root: &DeTable<'a>, day: Date) -> DeTable<'a> {
    On { day }.table(&keys::FILE, root, days_of_standard(root))
}

/// The day.
#[derive(Clone, Copy)]
struct On {
    day: Date,
}

impl On {
    fn table<'a>(self, table: &'static Table, entries: &DeTable<'a>, window: Version) -> DeTable<'a> {
        let mut resolved = DeTable::new();
        for (name, value) in entries {
            let key = table.keys.iter().find(|key| key.name == name.get_ref());
            match key {
                Some(_) if table.is_dated() && name.get_ref() == IN_FORCE => {}
                Some(key) => drop(resolved.insert(name.clone(), self.value(&key.is, value, window))),
                None => drop(resolved.insert(name.clone(), value.clone())),
            }
        }
        resolved
    }

    fn value<'a>(self, is: &'static Is, value: &Value<'a>, window: Version) -> Value<'a> {
        match (applies(is, value.get_ref()), value.get_ref()) {
            (Some(Is::Table(table)), DeValue::Table(_)) => {
                self.version(table, std::slice::from_ref(value), window, value)
            }
            (Some(Is::Table(table)), DeValue::Array(all)) if table.is_dated() => {
                self.version(table, all, window, value)
            }
            (Some(Is::List(Is::Table(table))), DeValue::Array(all)) => {
                Spanned::new(value.span(), DeValue::Array(self.entries(table, all, window).into_iter().collect()))
            }
            (Some(Is::Map(inner)), DeValue::Table(entries)) => {
                let mut resolved = DeTable::new();
                for (name, value) in entries {
                    resolved.insert(name.clone(), self.value(inner, value, window));
                }
                Spanned::new(value.span(), DeValue::Table(resolved))
            }
            _ => value.clone(),
        }
    }

    /// The version in force of a list of them; the list as it is when it has none.
    fn version<'a>(self, table: &'static Table, all: &[Value<'a>], window: Version, whole: &Value<'a>) -> Value<'a> {
        let versions = groups(table, all, false).pop();
        let picked = versions.and_then(|versions| self.pick(versions, window, false));
        let picked = picked.and_then(|picked| Some((all.get(picked.stated.at)?, picked.days)));
        picked.map_or_else(|| whole.clone(), |(value, days)| self.inside(table, value, days))
    }

    /// The entries in force, each version of an entry where its first one stands.
    fn entries<'a>(self, table: &'static Table, all: &[Value<'a>], window: Version) -> Vec<Value<'a>> {
        let mut kept: Vec<(usize, usize, Version)> = Vec::new();
        for group in groups(table, all, true) {
            let first = group.first().map_or(0, |stated| stated.at);
            if is_dated(&group) {
                let picked = self.pick(group, window, table.may_come_and_go());
                kept.extend(picked.map(|picked| (first, picked.stated.at, picked.days)));
            } else {
                kept.extend(group.into_iter().map(|stated| (stated.at, stated.at, window)));
            }
        }
        let others = all.iter().enumerate().filter(|(_, value)| !value.get_ref().is_table());
        kept.extend(others.map(|(at, _)| (at, at, window)));
        kept.sort_by_key(|(place, ..)| *place);
        let value = |(_, at, days)| all.get(at).map(|value| self.inside(table, value, days));
        kept.into_iter().filter_map(value).collect()
    }

    /// The version of the day. On a day without one, which has been reported, the nearest before it, so that nothing else
    /// seems to be missing.
    fn pick<'t>(self, versions: Vec<Stated<'t>>, window: Version, only_today: bool) -> Option<Lasting<'t>> {
        let mut best: Option<Lasting<'t>> = None;
        for version in lasting(versions, window) {
            if version.days.contains(self.day) {
                return Some(version);
            }
            if !only_today && (best.is_none() || version.days.from <= self.day) {
                best = Some(version);
            }
        }
        best
    }

    fn inside<'a>(self, table: &'static Table, value: &Value<'a>, days: Version) -> Value<'a> {
        match value.get_ref() {
            DeValue::Table(entries) => Spanned::new(value.span(), DeValue::Table(self.table(table, entries, days))),
            _ => value.clone(),
        }
    }
}

//! Reads the tables of a criteria file: keys that are there, missing, or unknown.

use super::keys::Table;
use super::value;
use crate::criteria::findings::{At, Findings};
use crate::diag::{Problem, Shape, Span, nearest};
use crate::lang::Text;
use std::cell::RefCell;
use std::collections::BTreeSet;
use toml::de::{DeTable, DeValue};

/// A TOML value with its place.
pub(crate) type Value<'a> = toml::Spanned<DeValue<'a>>;

/// A list; `whole` is false when some of its elements could not be read, so that what it lacks proves nothing.
#[derive(Clone, Debug)]
pub(crate) struct List<T> {
    pub(crate) items: Vec<T>,
    pub(crate) whole: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), whole: true }
    }
}

/// Gives the keys of one table and remembers which were asked for.
pub(crate) struct TableReader<'a> {
    table: &'static Table,
    entries: &'a DeTable<'a>,
    span: Span,
    findings: &'a Findings,
    asked: RefCell<BTreeSet<&'static str>>,
}

/// Reads a value that must be a table; reports missing and unknown keys after `build` has read the others.
pub(crate) fn table<'a, T>(
    findings: &'a Findings,
    from: &'a Value<'a>,
    table: &'static Table,
    build: impl FnOnce(&TableReader<'a>) -> T,
) -> Option<T> {
    let DeValue::Table(entries) = from.get_ref() else {
        return value::wrong(findings, from, Shape::Table);
    };
    Some(entries_of(findings, entries, from.span(), table, build))
}

/// The same for a table that is known to be one.
pub(crate) fn entries_of<'a, T>(
    findings: &'a Findings,
    entries: &'a DeTable<'a>,
    span: Span,
    table: &'static Table,
    build: impl FnOnce(&TableReader<'a>) -> T,
) -> T {
    let reader = TableReader { table, entries, span, findings, asked: RefCell::default() };
    if table.is_dated() {
        // The days have been judged, and one version has been picked, before a table is read.
        reader.has("in_force");
    }
    let result = build(&reader);
    reader.finish();
    result
}

/// Reads every element of a value that must be a list.
pub(crate) fn list<'a, T>(
    findings: &'a Findings,
    from: &'a Value<'a>,
    read: impl Fn(&'a Findings, &'a Value<'a>) -> Option<T>,
) -> Option<List<T>> {
    let DeValue::Array(elements) = from.get_ref() else {
        let is_heading = findings.written(&from.span()).starts_with('[');
        return value::wrong(findings, from, if is_heading { Shape::Headings } else { Shape::List });
    };
    let items: Vec<T> = elements.iter().filter_map(|element| read(findings, element)).collect();
    Some(List { whole: items.len() == elements.len(), items })
}

/// Reads a table whose keys are ids or names, in the order of the file.
pub(crate) fn map<'a, T>(
    findings: &'a Findings,
    from: &'a Value<'a>,
    read: impl Fn(&'a Findings, &'a Value<'a>) -> Option<T>,
) -> Option<Vec<(At<String>, T)>> {
    let DeValue::Table(entries) = from.get_ref() else {
        return value::wrong(findings, from, Shape::Table);
    };
    let mut sorted: Vec<_> = entries.iter().filter(|(key, _)| !is_bare_non_ascii(findings, key)).collect();
    sorted.sort_by_key(|(key, _)| key.span().start);
    let read_entry = |(key, value): (&'a toml::Spanned<toml::de::DeString<'a>>, &'a Value<'a>)| {
        Some((At::new(key.get_ref().to_string(), key.span()), read(findings, value)?))
    };
    Some(sorted.into_iter().filter_map(read_entry).collect())
}

/// `{ vi, en }`.
pub(crate) fn both_languages(findings: &Findings, from: &Value) -> Option<Text> {
    if !matches!(from.get_ref(), DeValue::Table(_)) {
        return value::wrong(findings, from, Shape::BothLanguages);
    }
    table(findings, from, &super::keys::LABEL, |t| {
        let (vi, en) = (t.get("vi", value::text), t.get("en", value::text));
        Some(Text { vi: vi?.value, en: en?.value })
    })
    .flatten()
}

/// Such a key has been reported as [`Problem::KeyNotAscii`] already.
fn is_bare_non_ascii(findings: &Findings, key: &toml::Spanned<toml::de::DeString>) -> bool {
    !key.get_ref().is_ascii() && !findings.written(&key.span()).starts_with(['"', '\''])
}

impl<'a> TableReader<'a> {
    /// The table's place: its heading, or the whole inline table.
    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    /// Reads a key; nothing when it is not there or not readable.
    pub(crate) fn get<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&'a Findings, &'a Value<'a>) -> Option<T>,
    ) -> Option<T> {
        self.asked.borrow_mut().insert(key);
        read(self.findings, self.entries.get(key)?)
    }

    /// Reads a list that must not be empty when it is there.
    pub(crate) fn list<T>(
        &self,
        key: &'static str,
        read: impl Fn(&'a Findings, &'a Value<'a>) -> Option<T>,
    ) -> List<T> {
        self.get(key, |findings, from| {
            let found = list(findings, from, read)?;
            if found.items.is_empty() && found.whole {
                findings.at(&from.span(), Problem::EmptyList { key });
            }
            Some(found)
        })
        .unwrap_or_else(|| List { items: Vec::new(), whole: !self.has(key) })
    }

    /// Whether a key is there, readable or not.
    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.asked.borrow_mut().insert(key);
        self.entries.contains_key(key)
    }

    /// The place of a key itself.
    pub(crate) fn key_span(&self, key: &'static str) -> Option<Span> {
        self.entries.get_key_value(key).map(|(key, _)| key.span())
    }

    /// The key that is there, when exactly one of `keys` is; reports anything else.
    pub(crate) fn exactly_one(&self, keys: &[&'static str]) -> Option<&'static str> {
        let found: Vec<&'static str> = keys.iter().copied().filter(|key| self.has(key)).collect();
        if let [one] = found.as_slice() {
            return Some(one);
        }
        if !(found.is_empty() && self.is_misspelt(keys)) {
            let found = found.iter().map(|key| (*key).to_owned()).collect();
            self.findings.at(&self.span, Problem::OneOf { keys: keys.to_vec(), found });
        }
        None
    }

    /// Reports the first of `keys` as missing when none of them is there.
    pub(crate) fn at_least_one(&self, keys: &[&'static str]) {
        if let [first, ..] = keys
            && !keys.iter().any(|key| self.has(key))
            && !self.is_misspelt(keys)
        {
            let problem = Problem::MissingKey { key: first, of: self.table.name.to_owned() };
            self.findings.at(&self.span, problem);
        }
    }

    /// Whether an unknown key seems to be one of these.
    fn is_misspelt(&self, keys: &[&'static str]) -> bool {
        self.unknown().iter().any(|(_, meant)| meant.is_some_and(|meant| keys.contains(&meant)))
    }

    /// Keys the table does not know, each with the one that may be meant, in the order of the file.
    fn unknown(&self) -> Vec<(At<String>, Option<&'static str>)> {
        let names = || self.table.keys.iter().map(|key| key.name);
        let mut unknown: Vec<_> = self
            .entries
            .keys()
            .filter(|key| !names().any(|name| name == key.get_ref()) && !is_bare_non_ascii(self.findings, key))
            .map(|key| (At::new(key.get_ref().to_string(), key.span()), nearest(key.get_ref(), names())))
            .collect();
        unknown.sort_by_key(|(key, _)| key.span.start);
        unknown
    }

    fn finish(self) {
        let unknown = self.unknown();
        for key in self.table.keys.iter().filter(|key| key.required && !self.entries.contains_key(key.name)) {
            // A misspelt key is one mistake, not two.
            if !unknown.iter().any(|(_, meant)| *meant == Some(key.name)) {
                let problem = Problem::MissingKey { key: key.name, of: self.table.name.to_owned() };
                self.findings.at(&self.span, problem);
            }
        }
        let allowed: Vec<&'static str> = self.table.keys.iter().map(|key| key.name).collect();
        for (key, meant) in unknown {
            let meant = meant.map(str::to_owned);
            self.findings.at(&key.span, Problem::UnknownKey { key: key.value, meant, allowed: allowed.clone() });
        }
        debug_assert!(
            self.table.keys.iter().map(|key| key.name).collect::<BTreeSet<_>>() == *self.asked.borrow(),
            "the reader of {} asks for {:?}",
            self.table.name,
            self.asked.borrow()
        );
    }
}

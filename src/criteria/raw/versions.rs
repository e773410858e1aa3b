//! Versions of figures: which tables are versions of one thing, and for which days each of them is in force.
//!
//! [`survey`] judges all dates of a file and collects the days on which something changes; [`resolve`] leaves the file as
//! it is on one day, without a date in it, for the readers.

mod pick;
mod survey;

pub(super) use pick::resolve;
pub(super) use survey::survey;

use super::keys::Table;
use super::reader::Value;
use crate::criteria::model::{Date, Version};
use crate::quantity::Decimal;
use toml::de::{DeTable, DeValue};

/// The key that says for which days a table is in force.
const IN_FORCE: &str = "in_force";

/// A table that is one version of something, with the days it states.
struct Stated<'a> {
    /// Position in its list.
    at: usize,
    entries: &'a DeTable<'a>,
    from: Option<Date>,
    until: Option<Date>,
}

/// A version with the days it is in force.
struct Lasting<'a> {
    stated: Stated<'a>,
    days: Version,
}

/// The days of the standard as far as they can be read, so that what stands inside can be judged in spite of a mistake.
fn days_of_standard(root: &DeTable) -> Version {
    let days = |table: &DeTable| stated_days(table);
    let head = root.get("standard").and_then(|head| head.get_ref().as_table());
    let (from, until) = head.map_or((None, None), days);
    Version { from: from.unwrap_or(Date::FIRST), until: until.filter(|until| from.is_none_or(|from| from <= *until)) }
}

/// First and last day a table states; what cannot be read is reported elsewhere.
fn stated_days(entries: &DeTable) -> (Option<Date>, Option<Date>) {
    let days = entries.get(IN_FORCE).and_then(|days| days.get_ref().as_table());
    let day = |key: &str| {
        let day = days?.get(key)?.get_ref().as_datetime().filter(|day| day.time.is_none())?.date?;
        Some(Date { year: day.year, month: day.month, day: day.day })
    };
    (day("from"), day("until"))
}

/// Tables of a list by what they are versions of, in the order of their first; elements that are no tables are left out.
fn groups<'a>(table: &Table, elements: &'a [Value<'a>], is_entries: bool) -> Vec<Vec<Stated<'a>>> {
    let mut groups: Vec<(Vec<String>, Vec<Stated<'a>>)> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        let DeValue::Table(entries) = element.get_ref() else { continue };
        let (from, until) = stated_days(entries);
        let stated = Stated { at, entries, from, until };
        let name = if is_entries { identity(table, entries) } else { Vec::new() };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, versions)) => versions.push(stated),
            None => groups.push((name, vec![stated])),
        }
    }
    groups.into_iter().map(|(_, versions)| versions).collect()
}

/// Whether dates matter in a group: otherwise two entries that agree are a mistake of another kind.
fn is_dated(group: &[Stated]) -> bool {
    group.iter().any(|stated| stated.entries.contains_key(IN_FORCE))
}

/// What tells an entry of a list from others.
fn identity(table: &Table, entries: &DeTable) -> Vec<String> {
    let text = |key: &&str| entries.get(*key).map_or_else(String::new, |value| canonical(value.get_ref()));
    table.told_apart_by().iter().map(text).collect()
}

/// Equal for values that mean the same: `98` and `98.0`, `"a"` and `["a"]`.
fn canonical(value: &DeValue) -> String {
    let number = |text: &str| Decimal::parse(text).map_or_else(|_| text.to_owned(), |n| n.trimmed().to_string());
    match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(n) => number(n.as_str()),
        DeValue::Float(n) => number(n.as_str()),
        DeValue::Array(list) => {
            let mut texts: Vec<String> = list.iter().map(|value| canonical(value.get_ref())).collect();
            texts.sort();
            texts.join(" ")
        }
        DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Table(_) => String::new(),
    }
}

/// For which days each version is in force, in order of time: until its own last day, or until the next begins. The first
/// begins with what it is part of unless it says otherwise.
fn lasting(mut group: Vec<Stated<'_>>, window: Version) -> Vec<Lasting<'_>> {
    group.sort_by_key(|stated| (stated.from.unwrap_or(window.from), stated.at));
    let begins: Vec<Date> = group.iter().map(|stated| stated.from.unwrap_or(window.from)).collect();
    let last = |at: usize, stated: &Stated| {
        let next = begins.iter().skip(at + 1).find(|next| begins.get(at).is_none_or(|begin| *next > begin));
        stated.until.or_else(|| next.map(|next| next.previous())).or(window.until)
    };
    let days: Vec<Version> = (group.iter().enumerate())
        .map(|(at, stated)| Version { from: stated.from.unwrap_or(window.from), until: last(at, stated) })
        .collect();
    group.into_iter().zip(days).map(|(stated, days)| Lasting { stated, days }).collect()
}

/// Which of the shapes a key can have is the one of a value: a table, or a list of tables where there is such a list,
/// or else a list of versions. `None` for everything that cannot have a date in it.
fn applies(is: &'static super::keys::Is, value: &DeValue) -> Option<&'static super::keys::Is> {
    use super::keys::Is;
    let shapes: &'static [Is] = if let Is::AnyOf(all) = is { all } else { std::slice::from_ref(is) };
    let table = shapes.iter().find(|is| matches!(is, Is::Table(_)));
    match value {
        DeValue::Table(_) => table.or_else(|| shapes.iter().find(|is| matches!(is, Is::Map(_)))),
        DeValue::Array(_) => shapes.iter().find(|is| matches!(is, Is::List(Is::Table(_)))).or(table),
        _ => None,
    }
}

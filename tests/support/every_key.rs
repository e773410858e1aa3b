//! Every key of the format, and whether a text names it.

use cfc::criteria::keys::{self, Is, Table};
use std::collections::BTreeSet;

/// Every key of the format, from the lists the loader itself reads by.
pub(crate) fn every_key() -> BTreeSet<&'static str> {
    let mut keys = BTreeSet::new();
    let mut seen = BTreeSet::new();
    walk(&keys::FILE, &mut keys, &mut seen);
    assert!(keys.len() > 60, "{} keys", keys.len());
    keys
}

fn walk(table: &'static Table, keys: &mut BTreeSet<&'static str>, seen: &mut BTreeSet<*const Table>) {
    if !seen.insert(std::ptr::from_ref(table)) {
        return;
    }
    for key in table.keys {
        keys.insert(key.name);
        values(&key.is, keys, seen);
    }
}

fn values(is: &'static Is, keys: &mut BTreeSet<&'static str>, seen: &mut BTreeSet<*const Table>) {
    match is {
        Is::Table(table) => walk(table, keys, seen),
        Is::List(inner) | Is::Map(inner) => values(inner, keys, seen),
        Is::AnyOf(all) => all.iter().for_each(|is| values(is, keys, seen)),
        Is::Text | Is::Id | Is::ItemId | Is::Whole | Is::Number | Is::Boolean | Is::Date | Is::Word(_) => {}
    }
}

/// Whether a key stands in a text as a word of its own.
pub(crate) fn names(text: &str, key: &str) -> bool {
    let of_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    text.match_indices(key)
        .any(|(at, _)| !text[..at].ends_with(of_word) && !text[at + key.len()..].starts_with(of_word))
}

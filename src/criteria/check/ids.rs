//! Ids: their letters, who has them, and which one is meant.

use crate::criteria::findings::{At, Findings};
use crate::diag::{Kind, Note, Problem, Span, nearest};
use std::collections::BTreeMap;

/// Ids that must differ from each other, each with its position and place.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    positions: BTreeMap<String, (usize, Span)>,
    /// In the order of the file, for suggestions.
    order: Vec<String>,
    /// Whether every id could be read; otherwise an unknown one proves nothing.
    whole: bool,
}

/// `a-z`, `0-9`, `_`, `-`, beginning with a letter.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-')
}

/// Reports an id with other letters.
pub(crate) fn check_letters(f: &Findings, id: &At<String>) -> bool {
    let good = is_id(&id.value);
    if !good {
        f.at(&id.span, Problem::BadId { id: id.value.clone() });
    }
    good
}

/// Reports an id that something else already has.
pub(crate) fn check_reserved(f: &Findings, kind: Kind, id: &At<String>, reserved: &[&str]) {
    if reserved.contains(&id.value.as_str()) {
        f.at(&id.span, Problem::ReservedId { kind, id: id.value.clone() });
    }
}

impl Ids {
    /// Of a list whose elements may lack an id.
    pub(crate) fn of<'a>(
        f: &Findings,
        kind: Kind,
        ids: impl Iterator<Item = Option<&'a At<String>>>,
        whole: bool,
    ) -> Self {
        let mut declared = Self { whole, ..Self::default() };
        for (position, id) in ids.enumerate() {
            match id {
                Some(id) => declared.declare(f, kind, id, position),
                None => declared.whole = false,
            }
        }
        declared
    }

    /// Adds one; reports one that is there already, with the first.
    pub(crate) fn declare(&mut self, f: &Findings, kind: Kind, id: &At<String>, position: usize) {
        if let Some((_, first)) = self.positions.get(&id.value) {
            f.with(&id.span, Problem::DuplicateId { kind, id: id.value.clone() }, first, Note::FirstHere);
            // The id this one should have had is named elsewhere.
            self.whole = false;
            return;
        }
        self.positions.insert(id.value.clone(), (position, id.span.clone()));
        self.order.push(id.value.clone());
    }

    pub(crate) fn set_incomplete(&mut self) {
        self.whole = false;
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.whole
    }

    pub(crate) fn get(&self, id: &str) -> Option<usize> {
        self.positions.get(id).map(|(position, _)| *position)
    }

    pub(crate) fn place(&self, id: &str) -> Option<&Span> {
        self.positions.get(id).map(|(_, span)| span)
    }

    pub(crate) fn known(&self) -> &[String] {
        &self.order
    }

    /// The position of an id; reports one that names nothing.
    pub(crate) fn find(&self, f: &Findings, kind: Kind, id: &At<String>) -> Option<usize> {
        let found = self.get(&id.value);
        if found.is_none() && self.whole {
            unknown(f, kind, id, self.order.clone());
        }
        found
    }
}

/// Reports an id that names nothing, with the nearest one that does.
pub(crate) fn unknown(f: &Findings, kind: Kind, id: &At<String>, known: Vec<String>) {
    let meant = nearest(&id.value, known.iter().map(String::as_str)).map(str::to_owned);
    f.at(&id.span, Problem::UnknownId { kind, id: id.value.clone(), meant, known });
}

/// Reports a word that is not in the list; gives its position when it is.
pub(crate) fn word(f: &Findings, found: &At<String>, allowed: &[&str]) -> Option<usize> {
    let position = allowed.iter().position(|word| *word == found.value);
    if position.is_none() {
        let meant = nearest(&found.value, allowed.iter().copied()).map(str::to_owned);
        let allowed = allowed.iter().map(|word| (*word).to_owned()).collect();
        f.at(&found.span, Problem::UnknownWord { found: found.value.clone(), allowed, meant });
    }
    position
}

//! The reference of criteria files: both pages explain every key and every function, and say the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod blocks;
#[path = "../support/every_key.rs"]
mod every_key;
mod page;

use cfc::criteria::keys::{self, Table};
use every_key::{every_key, names};
use page::{ENGLISH, Section, VIETNAMESE};
use std::collections::BTreeSet;
use unicode_normalization::is_nfc;

/// Tables of keys, by the heading they stand below.
const TABLES: [(&str, &Table); 9] = [
    ("`[standard]`", &keys::STANDARD),
    ("`[[field]]`", &keys::FIELD),
    ("`[recognition]`", &keys::RECOGNITION),
    ("`[[review]]`", &keys::REVIEW),
    ("`[[criterion]]`", &keys::CRITERION),
    ("`[[criterion.item]]`", &keys::ITEM),
    ("`indicator`", &keys::INDICATOR),
    ("`scale`", &keys::SCALE),
    ("`[[case]]`", &keys::CASE),
];

#[test]
fn both_pages_explain_every_key() {
    for page in [ENGLISH, VIETNAMESE] {
        let missing: Vec<&str> = every_key().into_iter().filter(|key| !names(page.text, key)).collect();
        assert_eq!(missing, Vec::<&str>::new(), "{}", page.name);
    }
}

#[test]
fn every_table_of_the_pages_has_the_keys_of_the_loader_and_no_others() {
    for (page, (heading, table)) in [ENGLISH, VIETNAMESE].into_iter().flat_map(|page| TABLES.map(|table| (page, table)))
    {
        let named: BTreeSet<&str> = page.keys(heading).into_iter().flat_map(|(keys, _)| keys).collect();
        // The days of a version are explained once, for all tables that can have them.
        let own = table.keys.iter().map(|key| key.name).filter(|name| !table.is_dated() || *name != "in_force");
        assert_eq!(named, own.collect(), "{}: {heading}", page.name);
    }
}

#[test]
fn the_pages_call_required_what_the_loader_requires() {
    for (page, words) in [(ENGLISH, ["required", "at least one"]), (VIETNAMESE, ["bắt buộc", "ít nhất một"])] {
        for (heading, table) in [TABLES[0], TABLES[1], TABLES[3], TABLES[4], TABLES[5]] {
            let rows = page.keys(heading);
            let required = rows.iter().filter(|(_, second)| words.contains(second));
            let required: BTreeSet<&str> = required.flat_map(|(keys, _)| keys.iter().copied()).collect();
            let known = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
            assert_eq!(required, known, "{}: {heading}", page.name);
        }
    }
}

#[test]
fn both_pages_list_the_functions_scripts_are_supplied_with() {
    let known: BTreeSet<(String, usize)> =
        cfc::rules::script::host_library().map(|(name, parameters)| (name.to_owned(), parameters)).collect();
    for page in [ENGLISH, VIETNAMESE] {
        assert_eq!(page.functions(), known, "{}", page.name);
    }
}

#[test]
fn both_pages_list_what_is_found_in_scripts() {
    let found: BTreeSet<&str> =
        ["unused", "unreachable", "branch-exceeds", "limit-unreached", "stops", "points-turn", "missing-decides"]
            .into();
    for page in [ENGLISH, VIETNAMESE] {
        let cells = page.sections().into_iter().flat_map(|section| section.first_cells);
        let codes: BTreeSet<&str> = cells.flatten().filter_map(|word| word.strip_prefix("script/")).collect();
        assert_eq!(codes, found, "{}", page.name);
        assert!(codes.iter().all(|code| cfc::diag::explain::codes().any(|known| known == format!("script/{code}"))));
    }
}

/// Words that are one in both languages: keys, ids, words of values.
fn words(sections: &[Section]) -> Vec<BTreeSet<&'static str>> {
    let is_word = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || "_.-[]/".contains(c));
    sections.iter().map(|section| section.codes.iter().copied().filter(is_word).collect()).collect()
}

#[test]
fn both_pages_have_the_same_sections_tables_keys_and_blocks() {
    let (english, vietnamese) = (ENGLISH.sections(), VIETNAMESE.sections());
    assert_eq!(english.len(), vietnamese.len(), "sections");
    for (en, vi) in english.iter().zip(&vietnamese) {
        let place = format!("{} / {}", en.heading, vi.heading);
        assert_eq!(en.level, vi.level, "{place}");
        assert_eq!(en.rows, vi.rows, "rows of tables: {place}");
        assert_eq!(en.first_cells, vi.first_cells, "{place}");
        assert_eq!(en.blocks, vi.blocks, "{place}");
    }
    let pairs = english.iter().zip(words(&english).into_iter().zip(words(&vietnamese)));
    let differ = pairs.filter_map(|(section, (en, vi))| {
        let only: Vec<&str> = en.symmetric_difference(&vi).copied().collect();
        (!only.is_empty()).then(|| format!("{}: {only:?}", section.heading))
    });
    assert_eq!(differ.collect::<Vec<_>>(), [""; 0], "in one page only");
}

#[test]
fn the_vietnamese_page_is_nfc_and_no_heading_lacks_diacritics_but_keys() {
    assert!(is_nfc(VIETNAMESE.text));
    for section in VIETNAMESE.sections() {
        assert!(section.heading.chars().any(|c| c.is_alphabetic() && !c.is_ascii()), "{}", section.heading);
    }
}

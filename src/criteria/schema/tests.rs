//! The schema says what the key lists say.

use super::*;
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_normalization::is_nfc;

fn schema() -> Value {
    serde_json::from_str(&document()).unwrap()
}

#[test]
fn the_committed_schema_is_the_generated_one() {
    let committed = include_str!("../../../criteria/schema.json");
    assert!(committed == document(), "run `cfc schema -o criteria/schema.json`");
}

#[test]
fn every_key_of_every_table_is_a_property_with_both_languages() {
    let schema = schema();
    for (table, name) in tables().iter().map(|(t, n)| (*t, n.as_str())).chain([(&keys::FILE, "")]) {
        let node = if name.is_empty() { &schema } else { &schema["definitions"][name] };
        let known: BTreeSet<&str> = node["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(known, table.keys.iter().map(|key| key.name).collect(), "{name}");
        for key in table.keys {
            let said = node["properties"][key.name]["description"].as_str().unwrap();
            assert_eq!(said, format!("{}\n\n{}", key.vi, key.en));
        }
    }
}

#[test]
fn what_a_key_means_is_a_phrase_in_each_language() {
    for key in tables().iter().flat_map(|(table, _)| table.keys).chain(keys::FILE.keys) {
        for said in [key.vi, key.en] {
            assert!(!said.is_empty() && !said.ends_with('.') && is_nfc(said) && !said.contains("  "), "{said}");
        }
        assert!(key.vi.chars().any(|c| c.is_alphabetic() && !c.is_ascii()), "{}", key.vi);
        assert!(key.en.chars().all(|c| !c.is_alphabetic() || c.is_ascii()), "{}", key.en);
    }
}

#[test]
fn every_reference_leads_to_a_definition_and_names_are_unique() {
    let text = document();
    let definitions: BTreeSet<String> = tables().into_iter().map(|(_, name)| name).collect();
    assert_eq!(definitions.len(), tables().len());
    for part in text.split("#/definitions/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(definitions.contains(name), "{name}");
    }
}

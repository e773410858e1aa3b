//! The schema says what the key lists say.

use super::*;
use serde_json::Value;
use std::collections::BTreeSet;
use unicode_normalization::is_nfc;

/// Either schema with the keys of the file it is of.
const FILES: [(Of, &Table); 2] = [(Of::Criteria, &keys::FILE), (Of::Cases, &keys::CASES_FILE)];

#[test]
fn the_committed_schemas_are_the_generated_ones() {
    let committed =
        [include_str!("../../../criteria/schema.json"), include_str!("../../../criteria/cases.schema.json")];
    for (of, committed) in Of::ALL.into_iter().zip(committed) {
        assert!(committed == of.document(), "run `cfc schema -o criteria/{}`", of.file_name());
    }
}

#[test]
fn every_key_of_every_table_is_a_property_with_both_languages() {
    for (of, file) in FILES {
        let schema: Value = serde_json::from_str(&of.document()).unwrap();
        for (table, name) in tables(file).iter().map(|(t, n)| (*t, n.as_str())).chain([(file, "")]) {
            let node = if name.is_empty() { &schema } else { &schema["definitions"][name] };
            let known: BTreeSet<&str> = node["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(known, table.keys.iter().map(|key| key.name).collect(), "{name}");
            for key in table.keys {
                let said = node["properties"][key.name]["description"].as_str().unwrap();
                assert_eq!(said, format!("{}\n\n{}", key.vi, key.en));
            }
        }
    }
}

#[test]
fn what_a_key_means_is_a_phrase_in_each_language() {
    let tables: Named =
        FILES.into_iter().flat_map(|(_, file)| tables(file).into_iter().chain([(file, String::new())])).collect();
    for key in tables.iter().flat_map(|(table, _)| table.keys) {
        for said in [key.vi, key.en] {
            assert!(!said.is_empty() && !said.ends_with('.') && is_nfc(said) && !said.contains("  "), "{said}");
        }
        assert!(key.vi.chars().any(|c| c.is_alphabetic() && !c.is_ascii()), "{}", key.vi);
        assert!(key.en.chars().all(|c| !c.is_alphabetic() || c.is_ascii()), "{}", key.en);
    }
}

#[test]
fn every_reference_leads_to_a_definition_and_names_are_unique() {
    for (of, file) in FILES {
        let definitions: BTreeSet<String> = tables(file).into_iter().map(|(_, name)| name).collect();
        assert_eq!(definitions.len(), tables(file).len());
        for part in of.document().split("#/definitions/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(definitions.contains(name), "{name}");
        }
    }
}

//! A standard with its scripts and cases as the start of another one: an amended text with other criteria is a new
//! standard, most of which stays as it was.

use super::load::{CASES, written_id};
use super::model::Versions;
use crate::diag::Source;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files of a project, by their paths with `/`, the criteria file first.
pub type Files = Vec<(String, String)>;

/// The files of a standard that has no errors, named by its id, wherever they were read from.
#[must_use]
pub fn files(versions: &Versions) -> Files {
    let standard = versions.latest();
    let id = &standard.id;
    let beside = versions.iter().flat_map(|one| &one.cases).find(|case| case.source != standard.source);
    let scripts = versions.iter().flat_map(|one| &one.scripts).map(|script| (script.name.as_str(), &script.source));
    // A script that several items or versions use is one file.
    let scripts: BTreeMap<&str, &Arc<Source>> = scripts.collect();
    let mut files = vec![(format!("criteria/{id}.toml"), standard.source.text.clone())];
    files.extend(beside.map(|case| (format!("criteria/{id}{CASES}"), case.source.text.clone())));
    files.extend(scripts.iter().map(|(name, source)| (format!("scripts/{id}/{name}.rhai"), source.text.clone())));
    files
}

/// The same files under another id, which is all that changes in them.
#[must_use]
pub fn under_id(files: Files, from: &str, id: &str) -> Files {
    let renamed = |name: &str| name.replacen(&format!("/{from}"), &format!("/{id}"), 1);
    let mut files: Files = files.into_iter().map(|(name, text)| (renamed(&name), text)).collect();
    if let Some((_, criteria)) = files.first_mut() {
        *criteria = with_id(criteria, id);
    }
    files
}

/// Replaces the value of `standard.id`, however it is written.
fn with_id(criteria: &str, id: &str) -> String {
    let place = written_id(criteria).map(|(_, place)| place);
    let around = place.and_then(|place| criteria.get(..place.start).zip(criteria.get(place.end..)));
    around.map_or_else(|| criteria.to_owned(), |(before, after)| format!("{before}\"{id}\"{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_the_standard_is_replaced_and_no_other() {
        for (text, expected) in [
            ("[standard]\nid = \"old\"\n", "[standard]\nid = \"new\"\n"),
            (
                "[[field]]\nid = \"old\"\n[standard]\n  id='old' # old\n",
                "[[field]]\nid = \"old\"\n[standard]\n  id=\"new\" # old\n",
            ),
            ("standard = { id = \"old\" }\n", "standard = { id = \"new\" }\n"),
            ("x = 1\n", "x = 1\n"),
        ] {
            assert_eq!(with_id(text, "new"), expected);
        }
    }

    #[test]
    fn only_the_folder_and_the_name_of_a_file_change() {
        let files = ["criteria/a.toml", "criteria/a.cases.toml", "scripts/a/a.rhai"]
            .map(|name| (name.to_owned(), String::new()));
        let names: Vec<String> = under_id(files.to_vec(), "a", "b").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["criteria/b.toml", "criteria/b.cases.toml", "scripts/b/a.rhai"]);
    }
}

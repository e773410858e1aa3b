//! The may-use edges of the architecture, read from the `crate::` paths of every source file.

#![allow(clippy::unwrap_used, reason = "a test may stop with a panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Which stage may name which; `quantity`, `diag`, `lang` and `status` are open to all.
const MAY_USE: &[(&str, &[&str])] = &[
    (
        "cli",
        &["render", "report", "publish", "review", "compare", "score", "table", "rules", "criteria", "result", "form"],
    ),
    ("form", &["criteria::model", "table"]),
    ("render", &["result"]),
    ("report", &["rules", "score", "table", "result"]),
    ("publish", &["rules", "table", "result"]),
    ("compare", &["rules", "criteria::model", "result"]),
    ("review", &["score", "rules", "table", "criteria::model", "result"]),
    ("score", &["rules", "table", "result"]),
    ("rules", &["criteria::model", "result"]),
    ("table", &["criteria::model"]),
    ("criteria", &[]),
    ("result", &[]),
    ("diag", &[]),
    ("quantity", &[]),
    ("lang", &[]),
    ("row_height", &[]),
    ("status", &[]),
];
const OPEN_TO_ALL: &[&str] = &["quantity", "diag", "lang", "row_height", "status"];
/// Libraries that only some stages may know.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("polars", &["table", "score", "report"]),
    ("rhai", &["rules::script"]),
    ("toml", &["criteria::raw", "criteria::load"]),
    ("clap", &["cli"]),
    ("comfy_table", &["render"]),
    ("calamine", &["table::read"]),
    ("rust_xlsxwriter", &["form", "render"]),
    ("std::fs", &["cli", "criteria::load", "table::read"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// `src/rules/script/engine.rs` is `rules::script::engine`.
fn module(path: &Path, root: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap().with_extension("");
    inside.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("::")
}

/// Everything a file names as `crate::…`, with braces opened: `criteria::model::Standard`.
fn named(text: &str) -> BTreeSet<String> {
    let code = code(text);
    let mut found = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let path: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':').collect();
        match after[path.len()..].strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or("");
                found.extend(list.split(',').map(|name| format!("{path}{}", name.trim())));
            }
            None => drop(found.insert(path)),
        }
    }
    found
}

/// The code of a file without comments and without its unit tests, which stand last.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// `toml::…` as a path of its own, not as the end of another word or path.
fn names_library(line: &str, library: &str) -> bool {
    line.match_indices(&format!("{library}::")).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '"' || c == '`')
    })
}

fn all() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 20, "the sources were not found");
    files.iter().map(|file| (module(file, &root), std::fs::read_to_string(file).unwrap())).collect()
}

#[test]
fn every_stage_uses_only_what_the_architecture_allows() {
    let mut wrong = Vec::new();
    for (module, text) in all() {
        let stage = module.split("::").next().unwrap();
        if stage == "lib" || stage == "main" {
            continue;
        }
        let allowed = MAY_USE.iter().find(|(name, _)| *name == stage).map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("`{stage}` is no stage of the architecture"));
        for path in named(&text) {
            let other = path.split("::").next().unwrap();
            let fits = |name: &&str| path == **name || path.starts_with(&format!("{name}::"));
            if other != stage && !OPEN_TO_ALL.contains(&other) && !allowed.iter().any(fits) {
                wrong.push(format!("{module} uses crate::{path}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn libraries_stay_behind_the_stage_that_owns_them() {
    let mut wrong = Vec::new();
    for (module, text) in all() {
        for (library, owners) in LIBRARIES {
            let owns = |owner: &&str| module == **owner || module.starts_with(&format!("{owner}::"));
            let names = code(&text).lines().any(|line| names_library(line, library));
            if names && !owners.iter().any(owns) {
                wrong.push(format!("{module} names {library}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_forbidden_edge_would_be_seen() {
    let text = "use crate::{table, diag::Report};\nlet x = crate::score::score();\n// crate::cli in a comment\n";
    let found = named(text);
    assert!(found.contains("table") && found.contains("diag::Report") && found.contains("score::score"));
    assert!(!found.iter().any(|path| path.starts_with("cli")));
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let mut wrong = Vec::new();
    for (module, text) in all() {
        if !text.starts_with("//!") {
            wrong.push(format!("{module} has no module doc"));
        }
        if text.lines().count() > 400 {
            wrong.push(format!("{module} has {} lines", text.lines().count()));
        }
        let name = module.rsplit("::").next().unwrap();
        if ["mod", "util", "utils", "helper", "helpers", "common", "misc"].contains(&name) {
            wrong.push(format!("{module}: the name says nothing"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Mistakes of saving: other encodings and line ends, nothing in the file, scripts nobody names.

use super::shipped;
use cfc::criteria::load::by_name;
use cfc::diag::{Place, Report};
use cfc::lang::Lang;
use std::fs;
use std::path::Path;

/// Saves the bytes as `criteria/x.toml` beside the scripts of the shipped standard, and loads them.
fn saved(bytes: &[u8]) -> Report {
    let folder = tempfile::tempdir().unwrap();
    saved_in(folder.path(), bytes)
}

fn saved_in(folder: &Path, bytes: &[u8]) -> Report {
    let scripts = folder.join("scripts").join(shipped().id);
    fs::create_dir_all(&scripts).unwrap();
    fs::create_dir_all(folder.join("criteria")).unwrap();
    for (name, text) in shipped().scripts {
        fs::write(scripts.join(format!("{name}.rhai")), text).unwrap();
    }
    let file = folder.join("criteria/x.toml");
    fs::write(&file, bytes).unwrap();
    by_name(&file.to_string_lossy()).1
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(cfc::diag::Diagnostic::code).collect()
}

#[test]
fn line_ends_tabs_decomposed_letters_and_a_byte_order_mark_are_no_mistakes() {
    let text = shipped().toml;
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    let harmless = [
        text.replace('\n', "\r\n"),
        text.replace("\n  {", "\n\t{"),
        format!("\u{feff}{text}"),
        decomposed,
        format!("{text}\n\n\n"),
    ];
    for text in harmless {
        assert_eq!(codes(&saved(text.as_bytes())), [""; 0]);
    }
}

#[test]
fn another_encoding_is_named_with_what_to_do() {
    let text = shipped().toml;
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let (windows, _, _) = encoding_rs::WINDOWS_1258.encode(text);
    for (bytes, named) in [(little, "UTF-16"), (big, "UTF-16"), (windows.into_owned(), "Windows-1258")] {
        let report = saved(&bytes);
        assert_eq!(codes(&report), ["file/not-utf-8"]);
        for lang in [Lang::En, Lang::Vi] {
            let found = &report.diagnostics[0];
            assert!(found.message(lang).contains(named), "{}", found.message(lang));
            assert!(found.help(lang).is_some_and(|hint| hint.contains("Encoding: UTF-8")));
        }
    }
}

#[test]
fn an_empty_file_is_one_mistake() {
    for text in ["", "\n\n", "# only a comment\n", "\u{feff}"] {
        assert_eq!(codes(&saved(text.as_bytes())), ["criteria/empty-file"], "{text:?}");
    }
}

#[test]
fn a_script_that_nothing_names_is_told_with_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let scripts = folder.path().join("scripts").join(shipped().id);
    fs::create_dir_all(&scripts).unwrap();
    fs::write(scripts.join("abuse_old.rhai"), "fn points() { 0 }").unwrap();
    fs::write(scripts.join("notes.txt"), "no script").unwrap();
    let report = saved_in(folder.path(), shipped().toml.as_bytes());
    assert_eq!(codes(&report), ["criteria/unused"]);
    let at = &report.diagnostics[0].place;
    assert!(matches!(at, Place::File(path) if path.ends_with("abuse_old.rhai")), "{at:?}");
}

#[test]
fn files_beside_the_standard_are_not_its_scripts() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("criteria")).unwrap();
    fs::write(folder.path().join("criteria/other.rhai"), "fn points() { 0 }").unwrap();
    assert_eq!(codes(&saved_in(folder.path(), shipped().toml.as_bytes())), [""; 0]);
}

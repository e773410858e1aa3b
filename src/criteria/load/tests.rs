//! Finding files and scripts.

use super::*;
use std::fs;

const SCRIPTED: &str = include_str!("../../../tests/good/every-key.toml");

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(Diagnostic::code).collect()
}

fn write(path: &Path, text: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn scripts_are_found_in_the_folder_beside_criteria_or_beside_the_file() {
    for folder in ["scripts/every-key", "criteria/scripts/every-key", "criteria"] {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("criteria/renamed.toml");
        write(&file, SCRIPTED.as_bytes());
        for name in ["total", "combine", "points", "value"] {
            write(&root.path().join(folder).join(format!("{name}.rhai")), b"fn points() { 1 }");
        }
        let (standard, report) = by_name(file.to_str().unwrap());
        assert_eq!(codes(&report), [""; 0], "{folder}");
        assert_eq!(standard.unwrap().scripts.len(), 4);
    }
}

#[test]
fn a_script_that_is_nowhere_is_reported_with_the_places_looked_at() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("criteria/every-key.toml");
    write(&file, SCRIPTED.as_bytes());
    let (standard, report) = by_name(file.to_str().unwrap());
    assert!(standard.is_none());
    assert_eq!(codes(&report), ["script/not-found"; 4]);
    let Problem::ScriptNotFound { looked, .. } = &report.diagnostics[0].problem else { panic!() };
    assert_eq!(looked.len(), 3);
}

#[test]
fn a_file_that_is_not_there_is_a_diagnostic() {
    let (standard, report) = by_name("no-such-folder/x.toml");
    assert!(standard.is_none());
    assert_eq!(codes(&report), ["file/unreadable"]);
}

#[test]
fn a_file_beyond_the_limit_is_not_read_to_its_end() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("x.toml");
    write(&file, &vec![b'#'; usize::try_from(MOST_BYTES).unwrap() + 1]);
    assert_eq!(codes(&by_name(file.to_str().unwrap()).1), ["file/too-large"]);
}

#[test]
fn a_file_in_another_encoding_is_refused_not_guessed() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("x.toml");
    write(&file, b"# ti\xea\nx = 1\n");
    assert_eq!(codes(&by_name(file.to_str().unwrap()).1), ["file/not-utf-8"]);
}

#[test]
fn a_name_that_is_no_path_is_a_built_in_standard() {
    assert_eq!(codes(&by_name("no-such-standard").1), ["criteria/unknown-id"]);
    for builtin in builtin::ALL {
        let (standard, report) = from_builtin(builtin);
        assert!(standard.is_some_and(|standard| standard.id == builtin.id), "{:?}", report.diagnostics);
    }
}

#[test]
fn a_cases_file_is_found_by_the_name_of_the_file_or_of_the_standard_and_read_only_when_asked_for() {
    for name in ["renamed.cases.toml", "small.cases.toml"] {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("criteria/renamed.toml");
        write(&file, include_bytes!("../../../tests/bad/criteria/case-not-filled-in.toml"));
        let text = fs::read_to_string(&file).unwrap();
        let rules = text.split("[[case]]").next().unwrap();
        write(&file, rules.as_bytes());
        let cases = "[[case]]\nitem = \"immunisation.rate\"\ngiven = { infants = 1, immunised = 1 }\npoints = 50\n";
        write(&root.path().join("criteria").join(name), cases.as_bytes());
        let which = file.to_str().unwrap();
        let count = |(standard, report): (Option<Standard>, Report)| {
            assert_eq!(codes(&report), [""; 0], "{name}");
            standard.unwrap().cases.len()
        };
        assert_eq!((count(by_name(which)), count(with_cases(which))), (0, 1), "{name}");
    }
}

#[test]
fn the_files_of_a_standard_are_the_same_whichever_of_them_is_named() {
    let root = tempfile::tempdir().unwrap();
    let place = |name: &str| root.path().join(name);
    let names = ["criteria/every-key.toml", "criteria/every-key.cases.toml", "scripts/every-key/points.rhai"];
    for name in names {
        write(&place(name), if name == names[0] { SCRIPTED.as_bytes() } else { b"" });
    }
    let all = names.map(place).to_vec();
    assert_eq!(files(all[0].to_str().unwrap()), all);
    assert_eq!(files(all[1].to_str().unwrap()), all);
    fs::remove_file(&all[1]).unwrap();
    assert_eq!(files(all[0].to_str().unwrap()), [all[0].clone(), all[2].clone()]);
    assert_eq!(files("qd-06-2019"), [""; 0].map(PathBuf::from));
}

#[test]
fn the_cases_of_a_built_in_standard_are_those_of_its_file() {
    let cases = |which: &str| with_cases(which).0.unwrap().cases.len();
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/criteria/qd-06-2019.toml");
    assert_eq!(cases("qd-06-2019"), cases(shipped));
    assert!(cases("qd-06-2019") > by_name("qd-06-2019").0.unwrap().cases.len());
}

//! Where results go: stdout or files, each whole or not at all.

use crate::run::{MISTAKES, SAMPLE, cfc, file, folder, names, program, scored};
use std::fs;
use std::io::Read;
use std::process::Stdio;

#[test]
fn stdout_has_results_only_and_stderr_everything_else() {
    let ran = cfc(&format!("score {SAMPLE} --format csv"));
    assert!(ran.out.starts_with("code,name,") && ran.err.is_empty(), "{}", ran.err);
    let ran = cfc(&format!("score {MISTAKES} --format csv --skip-bad-rows"));
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    assert!(ran.err.contains("lỗi["), "{}", ran.err);
    let ran = cfc(&format!("score {SAMPLE} --format csv --only failed"));
    assert!(ran.out.starts_with("code,name,") && ran.err.contains("124"), "{}", ran.err);
}

#[test]
fn o_is_repeatable_and_the_extension_gives_the_format() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    let formats =
        [("a.csv", "csv"), ("b.tsv", "tsv"), ("c.md", "md"), ("d.json", "json"), ("e.txt", "table"), ("F.CSV", "csv")];
    let outputs: Vec<String> = formats.iter().map(|(name, _)| format!("-o {}", path(name).display())).collect();
    let ran = cfc(&format!("score {SAMPLE} --lang en {}", outputs.join(" ")));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    for (name, format) in formats {
        assert!(ran.err.contains(path(name).to_str().unwrap()), "{name} is named: {}", ran.err);
        assert_eq!(fs::read_to_string(path(name)).unwrap(), scored(SAMPLE, &format!("--format {format}")), "{name}");
    }
    assert_eq!(names(&folder).len(), formats.len());
}

#[test]
fn the_format_option_serves_a_file_whose_extension_says_nothing() {
    let folder = folder();
    let path = folder.path().join("results");
    assert_eq!(cfc(&format!("score {SAMPLE} --format tsv -o {}", path.display())).code, 0);
    assert_eq!(fs::read_to_string(path).unwrap(), scored(SAMPLE, "--format tsv"));
}

#[test]
fn an_unknown_extension_is_refused_before_anything_is_written() {
    let folder = folder();
    let (good, bad) = (folder.path().join("a.csv"), folder.path().join("a.pdf"));
    let ran = cfc(&format!("score {SAMPLE} --lang en -o {} -o {}", good.display(), bad.display()));
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("a.pdf") && ran.err.contains(".csv"), "{}", ran.err);
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_format_under_the_name_of_another_is_refused() {
    let folder = folder();
    for name in ["a.xls", "a.ODS", "a.odt", "a.pdf"] {
        let ran = cfc(&format!("score {SAMPLE} --format csv -o {}", folder.path().join(name).display()));
        assert_eq!(ran.code, 2, "{name}");
    }
    assert_eq!(names(&folder), [""; 0]);
}

#[test]
fn a_folder_that_cannot_be_written_is_2_and_the_file_is_named() {
    let folder = folder();
    let blocked = file(&folder, "blocked", "a file, not a folder");
    for path in [format!("{}/no/such/folder/a.csv", folder.path().display()), format!("{blocked}/a.csv")] {
        let ran = cfc(&format!("score {SAMPLE} -o {path}"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert!(ran.err.contains(&path), "{}", ran.err);
    }
    assert_eq!(names(&folder), ["blocked"]);
}

#[test]
fn a_temporary_file_is_never_mentioned() {
    let ran = cfc(&format!("score {SAMPLE} -o {}/no/a.csv", folder().path().display()));
    assert!(!ran.err.contains(".cfc-"), "{}", ran.err);
}

#[test]
fn the_old_file_stays_when_something_fails() {
    let folder = folder();
    let old = file(&folder, "old.csv", "of yesterday");
    for arguments in [
        format!("score {MISTAKES} -o {old}"),
        format!("score {SAMPLE} --standard tests/bad/criteria/criteria-band-gap.toml -o {old}"),
        format!("score {SAMPLE} no-such-table.csv -o {old}"),
        format!("score {SAMPLE} -o {old} -o results.pdf"),
    ] {
        assert_ne!(cfc(&arguments).code, 0, "{arguments}");
        assert_eq!(fs::read_to_string(&old).unwrap(), "of yesterday", "{arguments}");
    }
    assert_eq!(names(&folder), ["old.csv"]);
}

#[test]
fn a_file_that_cannot_be_replaced_leaves_no_temporary_one_and_the_others_are_written() {
    let folder = folder();
    fs::create_dir(folder.path().join("taken.csv")).unwrap();
    let (taken, good) = (folder.path().join("taken.csv"), folder.path().join("good.md"));
    let ran = cfc(&format!("score {SAMPLE} -o {} -o {}", taken.display(), good.display()));
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("taken.csv"), "{}", ran.err);
    assert_eq!(names(&folder), ["good.md", "taken.csv"]);
    assert!(fs::read_to_string(good).unwrap().len() > 1000);
}

#[test]
fn a_new_result_replaces_the_old_one_whole() {
    let folder = folder();
    let path = file(&folder, "results.csv", "x".repeat(1_000_000));
    assert_eq!(cfc(&format!("score {SAMPLE} -o {path}")).code, 0);
    assert_eq!(fs::read_to_string(path).unwrap(), scored(SAMPLE, "--format csv"));
    assert_eq!(names(&folder), ["results.csv"]);
}

#[test]
fn a_table_is_never_overwritten_with_its_results() {
    let folder = folder();
    let table = file(&folder, "communes.csv", fs::read(crate::run::project(SAMPLE)).unwrap());
    assert_eq!(cfc(&format!("score {table} -o {table}")).code, 2);
    assert_eq!(fs::read(&table).unwrap(), fs::read(crate::run::project(SAMPLE)).unwrap());
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    for format in ["csv", "json", "table"] {
        let mut command = program();
        command.args(["score", SAMPLE, "--format", format]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut first = [0; 5];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*said), (Some(0), ""), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = program();
    let output = command.args(["score", SAMPLE]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!output.stderr.is_empty());
}

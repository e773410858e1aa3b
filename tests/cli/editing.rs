//! `cfc new`, `cfc standards export`, `cfc schema`: what a policy editor starts from.

use crate::run::{Ran, cfc, file, folder, names, program, project_file};
use cfc::criteria::schema::Of;
use std::fs;
use tempfile::TempDir;

/// Runs in a folder.
fn inside(folder: &TempDir, arguments: &str) -> Ran {
    program().current_dir(folder.path()).args(arguments.split_whitespace()).output().unwrap().into()
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

#[test]
fn a_new_standard_is_sound_at_once_and_scores_a_table() {
    let folder = folder();
    let ran = inside(&folder, "new reading --lang en");
    assert_eq!((ran.code, ran.out.as_str()), (0, "Next: cfc check criteria/reading.toml\n"), "{}", ran.err);
    assert!(read(&folder, "criteria/reading.toml").contains("\nid = \"reading\"\n"));
    assert_eq!(inside(&folder, "check criteria/reading.toml --strict").code, 0);
    let table =
        "code,name,children,children_registered,registrar\n1,Xã A,100,95,có\n2,Xã B,100,94,có\n3,Xã C,100,94,không\n";
    file(&folder, "t.csv", table);
    let scored = inside(&folder, "score t.csv --standard criteria/reading.toml --format csv").out;
    let total = |at: usize| scored.lines().nth(at).unwrap().split(',').nth(6).unwrap().to_owned();
    assert_eq!([total(1), total(2), total(3)], ["100", "80", "40"], "{scored}");
}

#[test]
fn the_full_start_is_the_template_with_its_scripts_under_the_new_id() {
    let folder = folder();
    assert_eq!(inside(&folder, "new reading --full").code, 0);
    let expected = project_file("criteria/template.toml").replacen("id = \"template\"", "id = \"reading\"", 1);
    assert_eq!(read(&folder, "criteria/reading.toml"), expected);
    assert_eq!(read(&folder, "scripts/reading/plan.rhai"), project_file("scripts/template/plan.rhai"));
    assert_eq!(inside(&folder, "check criteria/reading.toml --strict").code, 0);
}

#[test]
fn a_copy_of_a_standard_is_it_with_its_scripts_and_cases_under_the_new_id() {
    let folder = folder();
    assert_eq!(inside(&folder, "new amended --from qd-06-2019").code, 0);
    let renamed = |path: &str| project_file(path).replacen("id = \"qd-06-2019\"", "id = \"amended\"", 1);
    assert_eq!(read(&folder, "criteria/amended.toml"), renamed("criteria/qd-06-2019.toml"));
    // A copy of a copy: from a file, whose cases and scripts stand beside it.
    assert_eq!(inside(&folder, "new again --from criteria/amended.toml --dir there").code, 0);
    for (id, at) in [("amended", ""), ("again", "there/")] {
        for (path, original) in [
            (format!("criteria/{id}.cases.toml"), "criteria/qd-06-2019.cases.toml"),
            (format!("scripts/{id}/abuse.rhai"), "scripts/qd-06-2019/abuse.rhai"),
            (format!("scripts/{id}/satisfaction.rhai"), "scripts/qd-06-2019/satisfaction.rhai"),
        ] {
            assert_eq!(read(&folder, &format!("{at}{path}")), project_file(original), "{path}");
        }
        let ran = inside(&folder, &format!("test {at}criteria/{id}.toml --threshold 100"));
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let ran = inside(&folder, "diff qd-06-2019 there/criteria/again.toml --format csv");
    let changes: Vec<&str> = ran.out.lines().skip(1).collect();
    assert_eq!((ran.code, changes), (0, vec!["standard,standard.id,renamed,qd-06-2019,again,,,"]));
}

#[test]
fn what_cannot_be_copied_is_told_and_nothing_is_written() {
    let folder = folder();
    file(&folder, "broken.toml", "[standard]\nid = 5\n");
    for (from, code) in [("broken.toml", 1), ("no/such/file.toml", 2), ("qd-06-2091", 2), ("qd-06-2019 --full", 2)] {
        let ran = inside(&folder, &format!("new mine --from {from}"));
        assert!(ran.code == code && ran.out.is_empty() && !ran.err.is_empty(), "{from}: {ran:?}");
    }
    assert_eq!(names(&folder), ["broken.toml"]);
}

#[test]
fn the_cases_of_a_new_standard_leave_nothing_out() {
    let folder = folder();
    assert_eq!(inside(&folder, "new mine").code, 0);
    let ran = inside(&folder, "test criteria/mine.toml --threshold 100 --lang en");
    assert!(ran.code == 0 && ran.out.contains(" targets, 100 %"), "{}{}", ran.out, ran.err);
    let text = read(&folder, "criteria/mine.toml");
    assert!(["cfc check", "cfc test", "--coverage", "--suggest"].iter().all(|typed| text.contains(typed)));
}

#[test]
fn every_file_an_editor_starts_from_names_the_schema_beside_it() {
    let folder = folder();
    for arguments in ["new a", "new b --full", "standards export ."] {
        assert_eq!(inside(&folder, arguments).code, 0);
    }
    assert_eq!(read(&folder, "criteria/schema.json"), cfc("schema").out);
    assert_eq!(read(&folder, "criteria/cases.schema.json"), cfc("schema --cases").out);
    for name in ["a", "b", "qd-06-2019", "template", "qd-06-2019.cases"] {
        let of = if name.ends_with("cases") { Of::Cases } else { Of::Criteria };
        let text = read(&folder, &format!("criteria/{name}.toml"));
        assert!(text.starts_with(&format!("{}\n", of.directive())), "{name}");
    }
}

#[test]
fn new_never_writes_over_a_file_and_takes_no_id_that_is_none() {
    let folder = folder();
    assert_eq!(inside(&folder, "new mine").code, 0);
    fs::write(folder.path().join("criteria/mine.toml"), "edited").unwrap();
    for lang in ["vi", "en"] {
        for arguments in
            ["new mine", "new mine --full", "new Mine", "new a/b", "new ../x", "new qd-06-2019", "new xã", "new"]
        {
            let ran = inside(&folder, &format!("{arguments} --lang {lang}"));
            assert!(ran.code == 2 && ran.out.is_empty() && !ran.err.is_empty(), "{arguments}: {ran:?}");
        }
    }
    assert_eq!(read(&folder, "criteria/mine.toml"), "edited");
    assert_eq!(names(&folder), ["criteria"], "a refused template leaves no scripts");
}

#[test]
fn new_keeps_another_versions_schema_and_says_how_to_update_it() {
    let folder = folder();
    fs::create_dir(folder.path().join("criteria")).unwrap();
    for name in ["schema.json", "cases.schema.json"] {
        fs::write(folder.path().join("criteria").join(name), "{}").unwrap();
    }
    let ran = inside(&folder, "new mine");
    assert!(ran.code == 0 && ran.err.matches("`cfc schema -").count() == 2, "{ran:?}");
    assert_eq!(read(&folder, "criteria/schema.json"), "{}");
    for typed in ran.err.split("`cfc ").skip(1).map(|rest| rest.split('`').next().unwrap()) {
        assert_eq!(inside(&folder, typed).code, 0);
    }
    assert_eq!(read(&folder, "criteria/schema.json"), cfc("schema").out);
    assert_eq!(read(&folder, "criteria/cases.schema.json"), cfc("schema --cases").out);
}

#[test]
fn what_is_exported_is_the_project_and_stays_sound() {
    let folder = folder();
    let ran = inside(&folder, "standards export there");
    assert_eq!(ran.code, 0, "{}", ran.err);
    for path in [
        "criteria/qd-06-2019.toml",
        "criteria/qd-06-2019.cases.toml",
        "criteria/template.toml",
        "criteria/README.md",
        "criteria/README.vi.md",
        "criteria/schema.json",
        "criteria/cases.schema.json",
        "scripts/qd-06-2019/abuse.rhai",
        "scripts/qd-06-2019/satisfaction.rhai",
        "scripts/template/checks.rhai",
        "scripts/template/events.rhai",
        "scripts/template/gap.rhai",
        "scripts/template/plan.rhai",
        "scripts/template/total.rhai",
    ] {
        assert_eq!(read(&folder, &format!("there/{path}")), project_file(path), "{path}");
        assert!(ran.err.contains(&format!("there/{path}\n")), "{}", ran.err);
    }
    for name in ["qd-06-2019", "template"] {
        assert_eq!(inside(&folder, &format!("check there/criteria/{name}.toml --strict")).code, 0);
    }
    let next = ran.out.trim_end().split("cfc ").nth(1).unwrap();
    assert_eq!(inside(&folder, next).code, 0, "{next}");
}

#[test]
fn export_writes_over_nothing_that_differs_unless_told_to() {
    let folder = folder();
    assert_eq!(inside(&folder, "standards export . qd-06-2019").code, 0);
    assert_eq!(inside(&folder, "standards export .").err, "", "the same again writes nothing");
    fs::write(folder.path().join("criteria/template.toml"), "edited").unwrap();
    fs::remove_file(folder.path().join("criteria/README.md")).unwrap();
    for lang in ["vi", "en"] {
        let ran = inside(&folder, &format!("standards export . --lang {lang}"));
        assert!(ran.code == 2 && ran.out.is_empty(), "{ran:?}");
        assert!(ran.err.contains("criteria/template.toml") && ran.err.contains("--force"), "{}", ran.err);
        assert!(!folder.path().join("criteria/README.md").exists(), "all or nothing");
    }
    assert_eq!(inside(&folder, "standards export . --force").code, 0);
    assert_eq!(read(&folder, "criteria/template.toml"), project_file("criteria/template.toml"));
}

#[test]
fn wrong_use_of_export_is_told_and_writes_nothing() {
    let folder = folder();
    for arguments in
        ["standards export", "standards export . no-such-standard", "standards exprot .", "standards export a b c"]
    {
        let ran = inside(&folder, arguments);
        assert!(ran.code == 2 && ran.out.is_empty() && !ran.err.is_empty(), "{arguments}: {ran:?}");
    }
    assert_eq!(names(&folder), [""; 0]);
    for (lang, usage, english) in
        [("vi", "Cách dùng: cfc standards export", false), ("en", "Usage: cfc standards export", true)]
    {
        let help = cfc(&format!("standards export --help --lang {lang}")).out;
        assert!(help.contains(usage) && help.contains("Options") == english, "{help}");
    }
}

#[test]
fn standards_lists_what_is_found_in_the_folder_with_or_without_errors() {
    let folder = folder();
    assert!(!inside(&folder, "standards").out.contains("criteria/"));
    assert_eq!(inside(&folder, "new mine --from qd-06-2019").code, 0);
    fs::write(folder.path().join("criteria/broken.toml"), "x = 1\n").unwrap();
    for lang in ["vi", "en"] {
        let list = inside(&folder, &format!("standards --lang {lang}")).out;
        let at = |part: &str| list.find(part).unwrap_or_else(|| panic!("{part} in {list}"));
        assert!(at("qd-06-2019") < at("criteria/broken.toml") && at("criteria/broken.toml") < at("criteria/mine.toml"));
        assert!(list.contains("`cfc check criteria/broken.toml`"), "{list}");
        assert!(!list.contains(".cases.toml"), "a cases file is no standard: {list}");
    }
}

#[test]
fn the_schema_is_printed_or_written() {
    let folder = folder();
    let printed = cfc("schema");
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    assert_eq!(printed.out, project_file("criteria/schema.json"));
    assert_eq!(inside(&folder, "schema -o s.json").out, "");
    assert_eq!(read(&folder, "s.json"), printed.out);
    assert_eq!(cfc("schema --lang en").out, printed.out);
    let of_cases = cfc("schema --cases");
    assert_eq!((of_cases.code, of_cases.out), (0, project_file("criteria/cases.schema.json")));
}

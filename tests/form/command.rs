//! `cfc form` as it is typed.

use super::{read, rules};
use cfc::criteria::model::ClassIx;
use cfc::diag::Diagnostic;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

pub(super) fn cfc(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cfc")).args(arguments).current_dir(folder).output().unwrap()
}

#[test]
fn a_file_that_may_be_filled_in_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let form = ["form", "-o", "phieu.xlsx", "--rows", "2"];
    assert_eq!(cfc(&form, folder.path()).status.code(), Some(0));
    fs::write(folder.path().join("phieu.xlsx"), "filled").unwrap();
    let again = cfc(&form, folder.path());
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("--force"));
    assert_eq!(fs::read(folder.path().join("phieu.xlsx")).unwrap(), b"filled");
    assert_eq!(cfc(&[&form[..], &["--force"]].concat(), folder.path()).status.code(), Some(0));
    assert_eq!(cfc(&["form", "-o", "phieu.csv"], folder.path()).status.code(), Some(2));
}

#[test]
fn each_commune_of_a_list_gets_a_file_named_by_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let list = "code,name,Tỉnh,area_class,ghi chú\n00123,Xã Một,Tỉnh Mẫu,other,x\n00124,Xã Hai,Tỉnh Mẫu,,\n";
    fs::write(folder.path().join("list.csv"), list).unwrap();
    let done = cfc(&["form", "-o", "phieu", "--one-each", "list.csv"], folder.path());
    assert_eq!((done.status.code(), &*done.stdout), (Some(0), &b""[..]), "{}", String::from_utf8_lossy(&done.stderr));
    let rules = rules("qd-06-2019");
    for (code, name, class) in [("00123", "Xã Một", Some(ClassIx(2))), ("00124", "Xã Hai", None)] {
        let path = folder.path().join(format!("phieu/qd-06-2019-{code}.xlsx"));
        let (table, report) = read(&path, &rules);
        let codes: Vec<&str> = report.diagnostics.iter().map(Diagnostic::code).collect();
        assert_eq!(codes, ["table/no-figures"], "{:#?}", report.diagnostics);
        let part = &table.parts[0];
        assert_eq!((table.len(), part.code(0), part.name(0), part.class(0)), (1, code, name, class));
    }
}

#[test]
fn a_list_with_a_mistake_writes_nothing() {
    let rows = [
        ("code,name\n00123,\n", "cell/empty-identity"),
        ("code,name\n00123,A\n00123,B\n", "table/duplicate-commune"),
        ("code,province\n00123,A\n", "table/missing-column"),
        ("code,name,area_class\n00123,A,sea\n", "cell/unknown-class"),
        ("code,name\n123,A\n", "cell/short-code"),
        ("code,name\n", "table/no-rows"),
    ];
    for (list, want) in rows {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("list.csv"), list).unwrap();
        let refused = cfc(&["form", "-o", "phieu", "--one-each", "list.csv"], folder.path());
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(1) && said.contains(want), "{list}{said}");
        assert!(said.contains("chưa ghi phiếu nào") && !said.contains("đã ghi"), "{said}");
        assert!(!folder.path().join("phieu").exists());
    }
}

#[test]
fn forms_for_each_commune_go_into_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("list.csv"), "code,name\n00123,Xã Một\n").unwrap();
    for (to, lang, said) in [("list.csv", "vi", "-o là thư mục"), ("x.xlsx", "en", "-o is a folder")] {
        let refused = cfc(&["form", "--one-each", "list.csv", "-o", to, "--lang", lang], folder.path());
        let text = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(2) && text.contains(said), "{text}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is written");
}

#[test]
fn rows_of_a_list_that_would_share_a_file_are_a_mistake_of_the_list() {
    let two_years = "code,name,year\n00123,Xã A,2023\n00123,Xã A,2024\n";
    let rows = [
        (two_years, "vi", "`00123` (2023, 2024): danh sách có hai năm của cùng một xã"),
        (two_years, "en", "the list has two years of one commune"),
        ("code,name\na/123,Xã A\na_123,Xã B\n", "vi", "chưa ghi phiếu nào: sửa danh sách trước"),
    ];
    for (list, lang, want) in rows {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("list.csv"), list).unwrap();
        let refused = cfc(&["form", "-o", "phieu", "--one-each", "list.csv", "--lang", lang], folder.path());
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(1) && said.contains(want), "{said}");
        assert!(!folder.path().join("phieu").exists());
    }
}

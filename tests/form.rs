//! The entry workbook: what it writes is read back, what LibreOffice saved of it too, and its checks say what the reader
//! says. The kept workbooks were filled in by `tests/form/fill.py`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use cfc::criteria::load;
use cfc::criteria::model::{ClassIx, FieldIx, FieldKind};
use cfc::diag::Report;
use cfc::form::{Request, Unit, workbook};
use cfc::lang::Lang;
use cfc::rules::{self, RuleSets};
use cfc::table::check::{Options, Wanted, check};
use cfc::table::{CommuneTable, EntrySheet, find};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn rules(which: &str) -> RuleSets {
    let (versions, mut report) = load::versions_by_name(which);
    rules::prepare_versions(versions.unwrap(), &mut report).unwrap()
}

fn read(path: &Path, rules: &RuleSets) -> (CommuneTable, Report) {
    let standard = rules.latest().standard();
    let wanted = Wanted { standard, years: Some(rules.years().clone()), items_of: rules.fields_wanted() };
    let text = find::open(path, &wanted, None).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics));
    check(text, &wanted, Options::default())
}

fn written(rules: &RuleSets, lang: Lang, unit: Option<Unit>) -> Vec<u8> {
    let items_of = rules.fields_wanted();
    let (standard, years) = (rules.latest().standard(), rules.years());
    workbook(&Request { standard, years, items_of: &items_of, lang, rows: 3, unit }).unwrap()
}

fn cfc(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cfc")).args(arguments).current_dir(folder).output().unwrap()
}

/// Rows of a kept CSV file by header.
fn typed(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_path(root().join("tests/form").join(name)).unwrap();
    let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = owned(reader.headers().unwrap());
    (head, reader.records().map(|record| owned(&record.unwrap())).collect())
}

#[test]
fn a_form_that_libreoffice_filled_in_is_read_exactly_and_without_a_finding() {
    let rules = rules("qd-06-2019");
    let standard = rules.latest().standard();
    let (head, rows) = typed("typed.csv");
    for name in ["filled.xlsx", "filled.ods"] {
        let (table, report) = read(&root().join("tests/form").join(name), &rules);
        assert!(report.diagnostics.is_empty(), "{name}: {:#?}", report.diagnostics);
        assert_eq!(table.len(), rows.len());
        let part = &table.parts[0];
        for (row, cells) in rows.iter().enumerate() {
            let cell = |header: &str| cells[head.iter().position(|h| h == header).unwrap()].as_str();
            assert_eq!(part.code(row), cell("Mã xã"));
            assert_eq!(part.name(row), cell("Tên xã, phường"));
            assert_eq!([part.province(row), part.district(row)], [cell("Tỉnh, thành phố"), cell("Quận, huyện")]);
            assert_eq!(part.year(row).unwrap().to_string(), cell("Năm"));
            assert_eq!(standard.classes[part.class(row).unwrap().0].label.vi, cell("Loại địa bàn"));
            for (at, field) in standard.fields.iter().enumerate() {
                let want = match cell(&field.label.vi) {
                    "" => None,
                    "có" => Some(1),
                    "không" => Some(0),
                    number => Some(number.parse().unwrap()),
                };
                assert_eq!(part.figure_column(FieldIx(at)).get(row), want, "{name} {row} {}", field.id);
            }
        }
    }
}

#[test]
fn the_check_column_says_in_words_what_is_missing_or_contradictory() {
    let rows = [
        ("filled.xlsx", vec!["đủ", "đủ", "thiếu 2 số liệu", "đủ", "", ""]),
        (
            "mistakes.xlsx",
            vec![
                "2 chỗ mâu thuẫn",
                "mã chưa đúng 5 chữ số",
                "mã bị trùng",
                "mã bị trùng",
                "thiếu 43 số liệu; thiếu mã; thiếu tên",
                "1 chỗ mâu thuẫn; 3 ô sai",
            ],
        ),
    ];
    for (name, want) in rows {
        let mut book: Xlsx<_> = open_workbook(root().join("tests/form").join(name)).unwrap();
        let sheet = book.worksheet_range(EntrySheet::Data.name(Lang::Vi)).unwrap();
        let says: Vec<String> = (5..11)
            .map(|row| match sheet.get_value((row, 2)) {
                Some(Data::String(text)) => text.clone(),
                _ => String::new(),
            })
            .collect();
        assert_eq!(says, want, "{name}");
    }
}

/// The kept workbooks hold what LibreOffice computed from these formulas: when they change, run `tests/form/fill.py`.
#[test]
fn the_formulas_are_those_that_libreoffice_computed() {
    let rules = rules("qd-06-2019");
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::new();
    for lang in [Lang::Vi, Lang::En] {
        let path = folder.path().join("form.xlsx");
        fs::write(&path, written(&rules, lang, None)).unwrap();
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let formulas = book.worksheet_formula(EntrySheet::Data.name(lang)).unwrap();
        text.push_str(formulas.get_value((5, 2)).unwrap());
        text.push('\n');
    }
    for volatile in ["NOW(", "TODAY(", "OFFSET(", "INDIRECT(", "RAND", "CELL(", "INFO("] {
        assert!(!text.contains(volatile), "{volatile}");
    }
    let kept = root().join("tests/form/formulas.txt");
    if std::env::var_os("INSTA_UPDATE").is_some() {
        fs::write(&kept, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(kept).unwrap());
}

#[test]
fn no_rule_is_longer_than_excel_takes() {
    for which in every_standard() {
        let bytes = written(&rules(&which), Lang::Vi, None);
        let xml = inside(&bytes, "xl/worksheets/sheet2.xml");
        for tag in ["<formula>", "<formula1>"] {
            let rules = xml.split(tag).skip(1).map(|rest| rest.split('<').next().unwrap());
            let plain = rules.map(|rule| rule.replace("&gt;", ">").replace("&lt;", "<").replace("&quot;", "\""));
            let lengths: Vec<usize> = plain.map(|rule| rule.chars().count()).collect();
            assert!(!lengths.is_empty() && lengths.iter().all(|length| *length <= 255), "{which}: {lengths:?}");
        }
        let longest = xml.split("<f>").skip(1).map(|rest| rest.split("</f>").next().unwrap().len()).max().unwrap();
        assert!(longest < 8192, "{which}: {longest}");
    }
}

fn every_standard() -> Vec<String> {
    let in_folder = |folder: &str| {
        let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            path.extension().is_some_and(|e| e == "toml") && !name.ends_with(".cases.toml")
        })
    };
    let mut all: Vec<String> = in_folder("criteria")
        .chain(in_folder("tests/standards"))
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    all.sort();
    assert!(all.len() > 4, "{all:?}");
    all
}

#[test]
fn the_form_of_every_standard_is_read_back_without_a_finding_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.xlsx");
    for which in every_standard() {
        let rules = rules(&which);
        let standard = rules.latest().standard();
        let digits = standard.code_digits.unwrap_or(5);
        let class = standard.classes.len().checked_sub(1).map(ClassIx);
        let unit = Unit {
            code: format!("{:0digits$}", 7),
            name: "Xã Mẫu =1+1".into(),
            province: "Tỉnh Mẫu".into(),
            district: String::new(),
            year: Some(rules.years().first()),
            class,
        };
        for lang in [Lang::Vi, Lang::En] {
            fs::write(&path, written(&rules, lang, Some(unit.clone()))).unwrap();
            let (table, report) = read(&path, &rules);
            assert!(report.diagnostics.is_empty(), "{which}: {:#?}", report.diagnostics);
            assert_eq!(table.len(), 1, "{which}");
            let part = &table.parts[0];
            assert_eq!((part.code(0), part.name(0), part.province(0)), (&*unit.code, &*unit.name, &*unit.province));
            assert_eq!((part.year(0), part.class(0)), (unit.year, class), "{which}");
            for (at, field) in standard.fields.iter().enumerate().filter(|(_, field)| field.kind != FieldKind::Text) {
                assert!(part.has_field(FieldIx(at)), "{which} {lang:?}: no column for {}", field.id);
                assert_eq!(part.figure_column(FieldIx(at)).get(0), None, "an empty cell is missing");
            }
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let rules = rules("qd-06-2019");
    assert!(written(&rules, Lang::Vi, None) == written(&rules, Lang::Vi, None));
}

fn inside(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_sheet_is_protected_without_a_password_and_prints_on_a4_landscape() {
    let bytes = written(&rules("qd-06-2019"), Lang::Vi, None);
    for sheet in 1..=5 {
        let xml = inside(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let protection = xml.split("<sheetProtection").nth(1).unwrap().split('>').next().unwrap();
        assert!(protection.contains("sheet=\"1\"") && !protection.contains("password"), "{protection}");
        assert!(!protection.contains("hashValue"), "{protection}");
        assert!(xml.contains("paperSize=\"9\"") && xml.contains("orientation=\"landscape\""), "sheet {sheet}");
    }
}

#[test]
fn provisional_figures_are_told_on_the_face_of_the_sheets() {
    let rules = rules("qd-06-2019");
    let texts = inside(&written(&rules, Lang::Vi, None), "xl/sharedStrings.xml");
    assert!(texts.contains("CHƯA ĐỐI CHIẾU VỚI VĂN BẢN: 99/116 con số"));
    let texts = inside(&written(&rules, Lang::En, None), "xl/sharedStrings.xml");
    assert!(texts.contains("99 of 116 figures of the standard are provisional"));
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
        assert!(report.diagnostics.is_empty(), "{:#?}", report.diagnostics);
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
    ];
    for (list, want) in rows {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("list.csv"), list).unwrap();
        let refused = cfc(&["form", "-o", "phieu", "--one-each", "list.csv"], folder.path());
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(refused.status.code() == Some(1) && said.contains(want), "{list}{said}");
        assert!(!folder.path().join("phieu").exists());
    }
}

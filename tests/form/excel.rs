//! The workbook is one that Excel opens: lengths, names, protection, paper.

use super::{every_standard, rules, written};
use cfc::lang::Lang;
use std::io::Read as _;

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

#[test]
fn the_same_request_gives_the_same_bytes() {
    let rules = rules("qd-06-2019");
    assert!(written(&rules, Lang::Vi, None) == written(&rules, Lang::Vi, None));
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

fn inside(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

//! The forms of many communes in one folder: filled in, they are the table the figures came from.

use super::command::cfc;
use super::excel::inside;
use super::{root, rules};
use calamine::{Reader as _, Xlsx};
use cfc::table::EntrySheet;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

/// A form with figures typed into its first row, by header.
fn filled(form: &[u8], figures: &BTreeMap<String, String>) -> Vec<u8> {
    const DATA: &str = "xl/worksheets/sheet2.xml";
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(form)).unwrap();
    let sheet = book.worksheet_range(EntrySheet::Data.name(cfc::lang::Lang::Vi)).unwrap();
    let mut xml = inside(form, DATA);
    for column in 0..sheet.width() {
        let header = sheet.get((4, column)).map(ToString::to_string).unwrap_or_default();
        let Some(value) = figures.get(&header).filter(|value| !value.is_empty()) else { continue };
        let at = xml
            .find(&format!(
                "<c r=\"{}6\"",
                rust_xlsxwriter::utility::column_number_to_name(u16::try_from(column).unwrap())
            ))
            .unwrap();
        let end = at + xml[at..].find("/>").unwrap();
        let cell = match value.parse::<u64>() {
            Ok(number) => format!("{}><v>{number}</v></c>", &xml[at..end]),
            Err(_) => format!("{} t=\"inlineStr\"><is><t>{value}</t></is></c>", &xml[at..end]),
        };
        xml.replace_range(at..end + 2, &cell);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(form)).unwrap();
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        made.start_file(name.clone(), zip::write::SimpleFileOptions::default()).unwrap();
        made.write_all(if name == DATA { xml.as_bytes() } else { &bytes }).unwrap();
    }
    made.finish().unwrap().into_inner()
}

/// The rows of the sample by commune, headers in Vietnamese, and the file of them as CSV.
fn sample(communes: usize) -> (Vec<BTreeMap<String, String>>, String) {
    let text = fs::read_to_string(root().join("data/sample/communes.csv")).unwrap();
    let text = text.lines().take(communes + 1).collect::<Vec<_>>().join("\n");
    let rules = rules("qd-06-2019");
    let fields = &rules.latest().standard().fields;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let label =
        |id: &str| fields.iter().find(|field| field.id == id).map_or(id.to_owned(), |field| field.label.vi.clone());
    let row = |record: csv::StringRecord| heads.iter().map(label).zip(record.iter().map(str::to_owned)).collect();
    (reader.records().map(|record| row(record.unwrap())).collect(), text)
}

fn scored(table: &str, folder: &Path) -> (String, String) {
    let ran = cfc(&["score", table, "--format", "csv"], folder);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

#[test]
fn a_hundred_forms_filled_in_are_scored_as_the_table_of_their_figures() {
    let folder = tempfile::tempdir().unwrap();
    let (communes, text) = sample(100);
    assert_eq!(communes.len(), 100);
    fs::write(folder.path().join("all.csv"), text).unwrap();
    let made = cfc(&["form", "--one-each", "all.csv", "-o", "forms"], folder.path());
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(String::from_utf8(made.stderr).unwrap(), "đã ghi 100 tệp: forms\n");
    for commune in &communes {
        let path = folder.path().join(format!("forms/qd-06-2019-{}.xlsx", commune["code"]));
        fs::write(&path, filled(&fs::read(&path).unwrap(), commune)).unwrap();
    }
    assert_eq!(scored("forms", folder.path()), scored("all.csv", folder.path()));
}

#[test]
fn a_form_that_nobody_filled_in_is_said_once_and_the_others_are_scored() {
    let folder = tempfile::tempdir().unwrap();
    let (communes, text) = sample(3);
    fs::write(folder.path().join("all.csv"), text).unwrap();
    cfc(&["form", "--one-each", "all.csv", "-o", "forms"], folder.path());
    cfc(&["form", "-o", "forms/many.xlsx"], folder.path());
    let path = folder.path().join(format!("forms/qd-06-2019-{}.xlsx", communes[1]["code"]));
    fs::write(&path, filled(&fs::read(&path).unwrap(), &communes[1])).unwrap();
    let (results, said) = scored("forms", folder.path());
    assert_eq!(results.lines().count(), 4);
    assert_eq!(said.matches("table/no-figures").count(), 2, "{said}");
    assert_eq!(said.matches("table/no-rows").count(), 1, "{said}");
    assert!(said.contains("0 lỗi, 3 cảnh báo"), "{said}");
}

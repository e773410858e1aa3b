//! Workbooks that are broken or made to do harm: each is refused with a message that says what to do, in both languages.

use crate::parts::{TABLE, bomb, compound, lying, ods_parts, packed, relation, with, xlsx_parts};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const MIB: usize = 1 << 20;

/// Bytes of a kept workbook.
fn kept(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(name)).unwrap()
}

fn cut(name: &str, parts_of_ten: usize) -> Vec<u8> {
    let mut bytes = kept(name);
    bytes.truncate(bytes.len() * parts_of_ten / 10);
    bytes
}

/// The same with some bytes replaced.
fn patched(mut bytes: Vec<u8>, at: usize, new: &[u8]) -> Vec<u8> {
    bytes[at..at + new.len()].copy_from_slice(new);
    bytes
}

fn xlsx(rows: &str) -> Vec<u8> {
    packed(&xlsx_parts(rows))
}

fn ods(rows: &str) -> Vec<u8> {
    packed(&ods_parts(rows))
}

fn table() -> String {
    TABLE.concat()
}

/// A part of an .xlsx in place of the one that works.
fn xlsx_with(part: &str, content: &str) -> Vec<u8> {
    packed(&with(xlsx_parts(&table()), part, content))
}

fn cells(columns: usize) -> String {
    format!("<row r=\"1\">{}</row>", "<c><v>1</v></c>".repeat(columns))
}

fn zipped_in_zip() -> Vec<u8> {
    packed(&vec![("bieu.xlsx".to_owned(), kept("plain.xlsx"))])
}

/// Ten entities of which each is ten times the one before.
fn laughs(body: &str) -> String {
    let entity = |n: usize| format!("<!ENTITY l{} \"{}\">", n + 1, format!("&l{n};").repeat(10));
    let entities: String = (0..10).map(entity).collect();
    format!("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY l0 \"ha\">{entities}]>{body}")
}

fn laughing_xlsx() -> Vec<u8> {
    let parts = xlsx_parts(&table().replace("Xã Một", "&l10;"));
    let sheet = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1.clone();
    packed(&with(parts, "xl/worksheets/sheet1.xml", laughs(&String::from_utf8(sheet).unwrap())))
}

const ODS_CELL: &str = r#"office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>"#;

const BLANKS: &str = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>\
                      <text:s text:c=\"4294967295\"/></text:p></table:table-cell></table:table-row>";

fn ods_repeated(rows: u64, columns: u64) -> Vec<u8> {
    ods(&format!(
        "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
         table:number-columns-repeated=\"{columns}\" {ODS_CELL}</table:table-row>"
    ))
}

fn laughing_ods() -> Vec<u8> {
    let row = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>&l10;</text:p>\
               </table:table-cell></table:table-row>";
    let parts = ods_parts(row);
    let content = parts.iter().find(|(name, _)| name == "content.xml").unwrap().1.clone();
    let content = String::from_utf8(content).unwrap().replace("<?xml version=\"1.0\"?>", "");
    packed(&with(parts, "content.xml", laughs(&content)))
}

/// An .ods file that says its content is encrypted.
fn locked_ods() -> Vec<u8> {
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    packed(&with(with(ods_parts(""), "content.xml", [7; 64]), "META-INF/manifest.xml", manifest))
}

/// Records of a workbook stream, padded to the length of a stream with sectors of its own.
fn xls(records: &[(u16, &[u8])]) -> Vec<u8> {
    let mut stream = Vec::new();
    for (kind, data) in records {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        stream.extend(*data);
    }
    stream.resize(stream.len().max(4096), 0);
    compound("Workbook", &stream)
}

const BOF: (u16, &[u8]) = (0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const EOF: (u16, &[u8]) = (0x000A, &[]);
/// A sheet `S` that begins at byte 37.
const SHEET: (u16, &[u8]) = (0x0085, &[37, 0, 0, 0, 0, 0, 1, 0, b'S']);

/// Two cells in the corners of a sheet, between which the library would make room for every cell.
fn far_corners() -> Vec<u8> {
    let cell: &[u8] = &[0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let first: &[u8] = &[0; 14];
    xls(&[BOF, SHEET, EOF, BOF, (0x0203, first), (0x0203, cell), EOF])
}

/// A cell of two megabytes of text, shown a thousand times: a formula each, or a text each.
fn long_text(times: usize) -> Vec<u8> {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(2 * MIB));
    let cells: String = (0..times).map(|_| r#"<c t="s"><v>0</v></c>"#).collect();
    let parts = with(xlsx_parts(&format!("<row>{cells}</row>")), "xl/sharedStrings.xml", strings);
    packed(&parts)
}

/// Name and bytes.
type File = (&'static str, Vec<u8>);

/// A text of 31,000 letters in 2,200 cells.
fn long_text_xls() -> Vec<u8> {
    let chunk = [&[0_u8][..], &[b'x'; 8000]].concat();
    let first = [&[1, 0, 0, 0, 1, 0, 0, 0, 0x18, 0x79, 0][..], &[b'x'; 7000]].concat();
    let cells: Vec<Vec<u8>> =
        (0..2200_u16).map(|row| [&row.to_le_bytes()[..], &[0, 0, 0, 0, 0, 0, 0, 0]].concat()).collect();
    let sheet = u32::try_from(20 + 13 + 4 + first.len() + 3 * (chunk.len() + 4) + 4).unwrap().to_le_bytes();
    let bound = [&sheet[..], &[0, 0, 1, 0, b'S']].concat();
    let more = (0x003C, chunk.as_slice());
    let mut records = vec![BOF, (0x0085, bound.as_slice()), (0x00FC, first.as_slice()), more, more, more, EOF, BOF];
    records.extend(cells.iter().map(|cell| (0x00FD, cell.as_slice())));
    records.push(EOF);
    xls(&records)
}

/// Too much of something.
fn too_large() -> Vec<File> {
    let blanks = 8 * MIB;
    let many: Vec<_> = (0..10_001).map(|n| (format!("{n}"), Vec::new())).collect();
    vec![
        ("bomb.xlsx", bomb(&xlsx_parts(&table()), 10, blanks)),
        ("bomb.ods", bomb(&ods_parts(""), 10, blanks)),
        ("bomb-that-says-1-byte.xlsx", lying(bomb(&xlsx_parts(&table()), 10, blanks), blanks)),
        ("bomb-that-says-1-byte.ods", lying(bomb(&ods_parts(""), 10, blanks), blanks)),
        ("many-files.xlsx", packed(&many)),
        ("zip-in-zip.xlsx", zipped_in_zip()),
        ("wide.xlsx", xlsx(&cells(16_384))),
        ("wide.ods", ods_repeated(1, 16_384)),
        ("tall.xlsx", xlsx("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>")),
        ("tall.ods", ods_repeated(1_048_577, 1)),
        ("large.ods", ods_repeated(1_048_576, 1_000)),
        ("far-corners.xls", far_corners()),
        ("long-text.xls", long_text_xls()),
        (
            "rows-backwards.xls",
            xls(&[BOF, SHEET, EOF, BOF, (0x0200, &[9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 9, 0, 0, 0]), EOF]),
        ),
        ("long-text.xlsx", long_text(1000)),
        ("full-column.xlsx", xlsx(&"<row><c><v>1</v></c></row>".repeat(1_048_576))),
    ]
}

/// False references and counts.
fn lying_about_themselves() -> Vec<File> {
    vec![
        ("cell-beyond-any-sheet.xlsx", xlsx("<row><c r=\"AAAAAAAAAA1\"><v>1</v></c></row>")),
        ("row-beyond-any-sheet.xlsx", xlsx("<row r=\"4294967297\"><c r=\"A4294967297\"><v>1</v></c></row>")),
        (
            "shared-beyond-memory.xlsx",
            xlsx("<row><c r=\"A1\"><f t=\"shared\" si=\"4294967295\" ref=\"A1:A2\">1</f></c></row>"),
        ),
        ("backwards.xlsx", xlsx("<row><c r=\"A1\"><f t=\"shared\" si=\"0\" ref=\"B9:A1\">1</f></c></row>")),
        (
            "texts-without-end.xlsx",
            xlsx_with("xl/sharedStrings.xml", "<sst uniqueCount=\"4294967295\"><si><t>a</t></si></sst>"),
        ),
        ("laughs.xlsx", laughing_xlsx()),
        ("laughs.ods", laughing_ods()),
    ]
}

/// Cut off, with parts that are not there, locked, or of another kind.
fn broken() -> Vec<File> {
    vec![
        ("cut.xlsx", cut("plain.xlsx", 6)),
        ("cut.xls", cut("plain.xls", 3)),
        ("cut.ods", cut("office-plain.ods", 6)),
        (
            "sheet-cut-off.xlsx",
            xlsx_with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1"),
        ),
        ("table-cut-off.ods", packed(&with(ods_parts(""), "content.xml", "<a><table:table><table:table-row>"))),
        ("blanks-without-end.ods", ods(BLANKS)),
        ("content-cut-off.ods", packed(&with(ods_parts(""), "content.xml", "<office:document-content><office:body>"))),
        ("sheet-not-there.xlsx", xlsx_with("xl/_rels/workbook.xml.rels", &relation("worksheets/sheet9.xml"))),
        ("sheet-outside.xlsx", xlsx_with("xl/_rels/workbook.xml.rels", &relation("../../../../etc/passwd"))),
        ("sheet-without-folder.xlsx", xlsx_with("xl/_rels/workbook.xml.rels", &relation("sheet1.xml"))),
        (
            "no-relations.xlsx",
            packed(&xlsx_parts("").into_iter().filter(|(name, _)| !name.contains("_rels")).collect()),
        ),
        ("only-types.xlsx", packed(&xlsx_parts("").into_iter().take(1).collect())),
        // The second sector of the stream follows itself.
        ("circle.xls", patched(compound("Workbook", &[0; 8192]), 512 + 4 * 3, &[3, 0, 0, 0])),
        ("table-of-sectors-gone.xls", patched(kept("plain.xls"), 0x200, &[0; 512])),
        ("sectors-beyond-end.xls", patched(kept("plain.xls"), 0x30, &[0xF0, 0xFF, 0xFF, 0x7F])),
        ("short-records.xls", xls(&[BOF, (0x002F, &[]), EOF])),
        ("no-workbook.xls", compound("WordDocument", &[0; 4096])),
        ("locked.xlsx", compound("EncryptedPackage", &[0; 4096])),
        ("locked.xls", xls(&[BOF, (0x002F, &[1, 0, 1, 0, 1, 0]), EOF])),
        ("locked.ods", locked_ods()),
        ("binary.xlsb", packed(&with(xlsx_parts(""), "xl/workbook.bin", [0; 8]))),
        ("text.xlsx", b"code,name\n00001,X\xC3\xA3\n".to_vec()),
        ("web-page.xls", b"<html><table><tr><td>code</td></tr></table></html>".to_vec()),
        ("nothing.xlsx", Vec::new()),
        ("no-sheets.xlsx", xlsx_with("xl/workbook.xml", "<workbook><sheets/></workbook>")),
    ]
}

/// How the program ends, and what it says.
fn said(folder: &TempDir, name: &str, lang: &str) -> String {
    let standard = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/tables/standard.toml");
    let mut program = Command::new(env!("CARGO_BIN_EXE_cfc"));
    let program = program.current_dir(folder.path()).args(["score", name, "--lang", lang, "--standard"]).arg(standard);
    let output = program.output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(output.stdout.is_empty(), "{name} is scored");
    assert!(!text.contains("panicked"), "{name}: {text}");
    format!("$ cfc score {name}; exit code {:?}\n{text}\n", output.status.code().unwrap())
}

#[test]
fn a_hostile_workbook_is_refused_and_told_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let files = [too_large(), lying_about_themselves(), broken()].concat();
    for (name, bytes) in &files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    fs::create_dir(folder.path().join("folder.xlsx")).unwrap();
    let names = || files.iter().map(|(name, _)| *name).chain(["folder.xlsx", "not-there.xlsx"]);
    for lang in ["vi", "en"] {
        let all: Vec<String> = names().map(|name| said(&folder, name, lang)).collect();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.bind(|| insta::assert_snapshot!(format!("hostile_{lang}"), all.concat()));
    }
}

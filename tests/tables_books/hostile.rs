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

/// Repeated cells that end as said.
fn ods_repeated_cell(rows: u64, columns: u64, end: &str) -> String {
    format!(
        "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
         table:number-columns-repeated=\"{columns}\" {end}</table:table-row>"
    )
}

/// A formula of fifty thousand letters in every one of a million cells.
fn long_formula_ods() -> Vec<u8> {
    let formula =
        format!("table:formula=\"of:={}\" office:value-type=\"float\" office:value=\"1\"/>", "A".repeat(50_000));
    ods(&ods_repeated_cell(1_000, 1_000, &formula))
}

/// Three tables, each of which could be read alone.
fn many_tables_ods() -> Vec<u8> {
    let table = ods_repeated_cell(800, 500, ODS_CELL);
    ods(&[table.as_str(); 3].join("</table:table><table:table table:name=\"T\">"))
}

/// Sheets of an .xlsx file, each with the number of its relation and of the file that is named there.
fn sheets_xlsx(sheets: impl IntoIterator<Item = (u32, u32)>) -> Vec<u8> {
    let sheets: Vec<(u32, u32)> = sheets.into_iter().collect();
    let tab = |(at, (id, _)): (usize, &(u32, u32))| format!("<sheet name=\"S{at}\" sheetId=\"1\" r:id=\"rId{id}\"/>");
    let tabs: String = sheets.iter().enumerate().map(tab).collect();
    let book = format!("<workbook xmlns:r=\"r\"><sheets>{tabs}</sheets></workbook>");
    let one = |(id, file): &(u32, u32)| {
        relation(&format!("worksheets/sheet{file}.xml")).replace("Id=\"rId1\"", &format!("Id=\"rId{id}\""))
    };
    let relations: String = sheets.iter().map(one).collect();
    let parts = with(xlsx_parts(&table()), "xl/workbook.xml", book);
    packed(&with(parts, "xl/_rels/workbook.xml.rels", relations))
}

/// Sheets of an .xls file that all lie in one place.
fn sheets_xls(count: usize) -> Vec<u8> {
    let start = u32::try_from(20 + 13 * count + 4).unwrap().to_le_bytes();
    let bound = [&start[..], &[0, 0, 1, 0, b'S']].concat();
    let mut records = vec![BOF];
    records.extend((0..count).map(|_| (0x0085, bound.as_slice())));
    records.extend([EOF, BOF, (0x0203, &[0; 14]), EOF]);
    xls(&records)
}

/// A formula with five thousand references, shared by a thousand cells.
fn many_references() -> Vec<u8> {
    let formula = vec!["$B$1"; 5_001].join("+");
    let cell = |at: usize| match at {
        1 => format!(
            "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\" ref=\"A1:A1000\">{formula}</f><v>0</v></c></row>"
        ),
        at => format!("<row r=\"{at}\"><c r=\"A{at}\"><f t=\"shared\" si=\"0\"/><v>0</v></c></row>"),
    };
    xlsx(&(1..=1_000).map(cell).collect::<String>())
}

/// A name of a hundred thousand letters, used by a thousand styles.
fn long_style(before: &str, behind: &str) -> Vec<u8> {
    let name = "x".repeat(100_000);
    let styles = format!("<styleSheet>{before}{name}{behind}<cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(1_000));
    xlsx_with("xl/styles.xml", &styles)
}

/// Behind the mark of a password everything is encrypted: here it would be a sheet that reaches far.
fn locked_with_sheets() -> Vec<u8> {
    xls(&[BOF, (0x002F, &[0, 0, 1, 2, 3, 4]), SHEET, EOF, BOF, (0x0203, &[0xFF; 14]), EOF])
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
        ("long-formula.ods", long_formula_ods()),
        ("values-without-kind.ods", ods(&ods_repeated_cell(1_000, 1_001, "office:value=\"1\"/>"))),
        ("many-tables.ods", many_tables_ods()),
        ("many-sheets.xlsx", sheets_xlsx((0..1_001).map(|at| (at, at)))),
        ("many-sheets.xls", sheets_xls(1_001)),
        ("many-references.xlsx", many_references()),
        ("long-font.xlsx", long_style("<font><name val=\"", "\"/></font>")),
        ("long-format.xlsx", long_style("<numFmt numFmtId=\"164\" formatCode=\"", "\"/>")),
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
        ("sheet-named-twice.xlsx", sheets_xlsx([(1, 1), (1, 1)])),
        ("sheets-on-one-part.xlsx", sheets_xlsx([(1, 1), (2, 1)])),
        ("sheets-in-one-place.xls", sheets_xls(2)),
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
        ("no-workbook.xls", compound("Drawing", &[0; 4096])),
        ("word.xls", compound("WordDocument", &[0; 4096])),
        ("word.xlsx", packed(&with(xlsx_parts("").into_iter().take(2).collect(), "word/document.xml", "<document/>"))),
        ("locked.xlsx", compound("EncryptedPackage", &[0; 4096])),
        ("locked.xls", xls(&[BOF, (0x002F, &[1, 0, 1, 0, 1, 0]), EOF])),
        ("locked-with-sheets.xls", locked_with_sheets()),
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
    // A gigabyte and a half of nothing.
    fs::File::create(folder.path().join("large.xls")).unwrap().set_len(3 << 29).unwrap();
    let names = || files.iter().map(|(name, _)| *name).chain(["folder.xlsx", "large.xls", "not-there.xlsx"]);
    for lang in ["vi", "en"] {
        let all: Vec<String> = names().map(|name| said(&folder, name, lang)).collect();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.bind(|| insta::assert_snapshot!(format!("hostile_{lang}"), all.concat()));
    }
}

/// Tables of the container that have nothing to do with the workbook are not followed.
#[test]
fn a_container_that_goes_round_beside_the_workbook_is_read_as_the_good_one() {
    let rules = crate::found::rules();
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = kept("plain.xls");
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    let sector = u32::try_from(bytes.len() / 512 - 1).unwrap();
    bytes.resize(bytes.len() + 512, 0);
    let table = 512 + 512 * usize::try_from(u32::from_le_bytes(bytes[76..80].try_into().unwrap())).unwrap();
    let entry = table + 4 * usize::try_from(sector).unwrap();
    // The last sector follows itself, and is said to be the table of small sectors, eight million sectors long.
    let bytes = patched(patched(bytes, entry, &sector.to_le_bytes()), 60, &sector.to_le_bytes());
    let path = folder.path().join("b.xls");
    fs::write(&path, patched(bytes, 64, &0x007F_FFFF_u32.to_le_bytes())).unwrap();
    let plain = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/plain.xls");
    assert_eq!(crate::found::lines(&path, &rules, None), crate::found::lines(&plain, &rules, None));
}

#[test]
fn a_text_of_megabytes_is_cut_in_every_message() {
    let folder = tempfile::tempdir().unwrap();
    let cell = |place: &str| {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{}</t></is></c></row>", "trẻ em ".repeat(150_000))
    };
    let rows = [TABLE[0].replace("</row>", &cell("D1")), TABLE[1].replace("</row>", &cell("D2"))].concat();
    let rows = rows.replace(">00001<", &format!(">{}<", "1x".repeat(500_000))).replace("<v>200</v>", "<v>-1</v>");
    fs::write(folder.path().join("b.xlsx"), xlsx(&rows)).unwrap();
    let said = said(&folder, "b.xlsx", "en");
    assert!(said.contains("trẻ em trẻ em") && said.contains("1x1x1x1x"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() < 400), "{}", said.len());
}

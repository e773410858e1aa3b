//! Workbooks put together part by part, as no writer would.

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Files of an archive by name.
pub(crate) type Parts = Vec<(String, Vec<u8>)>;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
/// The header of a table with one commune.
pub(crate) const TABLE: [&str; 2] = [
    r#"<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c><c r="C1" t="inlineStr"><is><t>children</t></is></c></row>"#,
    r#"<row r="2"><c r="A2" t="inlineStr"><is><t>00001</t></is></c><c r="B2" t="inlineStr"><is><t>Xã Một</t></is></c><c r="C2"><v>200</v></c></row>"#,
];

/// The parts of an .xlsx with one sheet `S` and these rows.
pub(crate) fn xlsx_parts(rows: &str) -> Parts {
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELS.to_owned()),
        ("xl/workbook.xml", BOOK.to_owned()),
        ("xl/_rels/workbook.xml.rels", relation("worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.map(|(name, text)| (name.to_owned(), text.into_bytes())).to_vec()
}

/// The relations of a workbook whose sheet is said to be at `target`.
pub(crate) fn relation(target: &str) -> String {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="{target}"/></Relationships>"#
    )
}

/// The parts of an .ods with one sheet `S` and these rows.
pub(crate) fn ods_parts(rows: &str) -> Parts {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let parts = [("mimetype", kind), ("content.xml", content.as_str()), ("META-INF/manifest.xml", manifest)];
    parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec()
}

/// The same with other content for a part, or with the part added.
pub(crate) fn with(mut parts: Parts, name: &str, content: impl Into<Vec<u8>>) -> Parts {
    parts.retain(|(known, _)| known != name);
    parts.push((name.to_owned(), content.into()));
    parts
}

/// Packed without compression: what is in it counts, not its size.
pub(crate) fn packed(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The parts, and `copies` files of `size` blanks each: compressed once and copied.
pub(crate) fn bomb(parts: &Parts, copies: usize, size: usize) -> Vec<u8> {
    let mut one = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    one.start_file("blank", options).unwrap();
    one.write_all(&vec![b' '; size]).unwrap();
    let mut one = ZipArchive::new(one.finish().unwrap()).unwrap();
    let mut writer = ZipWriter::new_append(Cursor::new(packed(parts))).unwrap();
    for copy in 0..copies {
        writer.raw_copy_file_rename(one.by_index(0).unwrap(), format!("xl/media/{copy}.xml")).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Every place that says how long a file is when unpacked says `1` where it said `size`.
pub(crate) fn lying(mut bytes: Vec<u8>, size: usize) -> Vec<u8> {
    let said = u32::try_from(size).unwrap().to_le_bytes();
    for at in 0..bytes.len().saturating_sub(30) {
        let field = match &bytes[at..at + 4] {
            b"PK\x03\x04" => at + 22,
            b"PK\x01\x02" => at + 24,
            _ => continue,
        };
        if bytes[field..field + 4] == said {
            bytes[field..field + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
    }
    bytes
}

/// A container of .xls files with one stream of 4,096 bytes or more: a header, a table of sectors, a folder, and the
/// sectors of the stream, numbered from 2.
pub(crate) fn compound(stream: &str, content: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xFFFF_FFFE;
    let sectors = content.len().div_ceil(SECTOR);
    let mut file = vec![0_u8; SECTOR];
    file[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    for (at, value) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        file[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    for (at, value) in [(44, 1_u32), (48, 1), (56, 4096), (60, END), (68, END)] {
        file[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    file[76..SECTOR].fill(0xFF);
    file[76..80].copy_from_slice(&0_u32.to_le_bytes());
    let next = |at: usize| if at + 1 == sectors { END } else { u32::try_from(at + 3).unwrap() };
    let table = [0xFFFF_FFFD, END].into_iter().chain((0..sectors).map(next)).chain(std::iter::repeat(u32::MAX));
    file.extend(table.take(SECTOR / 4).flat_map(u32::to_le_bytes));
    let entry = |name: &str, kind: u8, start: u32, length: usize| {
        let mut entry = [0_u8; 128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[at * 2..at * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = u8::try_from(name.len() * 2 + 2).unwrap();
        entry[66] = kind;
        entry[68..80].fill(0xFF);
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&u32::try_from(length).unwrap().to_le_bytes());
        entry
    };
    file.extend(entry("Root Entry", 5, END, 0));
    file.extend(entry(stream, 2, 2, content.len()));
    file.extend([0; 256]);
    file.extend(content);
    file.resize((2 + sectors + 1) * SECTOR, 0);
    file
}

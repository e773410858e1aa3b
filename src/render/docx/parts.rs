//! The parts of the file around the document itself; apart from title and language they are always the same.

use super::styles;
use super::xml::{Attribute, Xml};
use crate::render::paper::Paper;

/// Namespace of the document's elements.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Namespace of references to other parts.
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Id of the header with the page number.
pub(super) const NUMBERED: &str = "rId1";
/// Id of the header of first pages, which is empty.
pub(super) const FIRST: &str = "rId2";

/// Names and contents of the parts.
pub(super) fn all(paper: &Paper) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", of_package()),
        ("docProps/core.xml", core(paper)),
        ("word/_rels/document.xml.rels", of_document()),
        ("word/styles.xml", styles::part(paper.lang)),
        ("word/settings.xml", settings()),
        ("word/header1.xml", header(true)),
        ("word/header2.xml", header(false)),
    ]
}

fn content_types() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
        let of_word = |kind: &str| format!("{WORD_TYPE}.{kind}+xml");
        let parts = [
            ("/docProps/core.xml", core),
            ("/word/document.xml", of_word("document.main")),
            ("/word/styles.xml", of_word("styles")),
            ("/word/settings.xml", of_word("settings")),
            ("/word/header1.xml", of_word("header")),
            ("/word/header2.xml", of_word("header")),
        ];
        for (name, kind) in &parts {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        }
    });
    xml.bytes()
}

fn relations(list: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (id, kind, target) in list {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.bytes()
}

fn of_package() -> Vec<u8> {
    let document = format!("{RELATIONS}/officeDocument");
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relations(&[("rId1", &document, "word/document.xml"), ("rId2", &core, "docProps/core.xml")])
}

fn of_document() -> Vec<u8> {
    let [header, styles, settings] = ["header", "styles", "settings"].map(|kind| format!("{RELATIONS}/{kind}"));
    relations(&[
        (NUMBERED, &header, "header1.xml"),
        (FIRST, &header, "header2.xml"),
        ("rId3", &styles, "styles.xml"),
        ("rId4", &settings, "settings.xml"),
    ])
}

/// Title and language; no dates, so that the same paper is the same file.
fn core(paper: &Paper) -> Vec<u8> {
    let mut xml = Xml::new();
    let properties = format!("{PACKAGE}/metadata/core-properties");
    let names: [Attribute<'_>; 2] = [("xmlns:cp", &properties), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
    xml.element("cp:coreProperties", &names, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&paper.title));
        xml.element("dc:language", &[], |xml| xml.text(paper.lang.pick("vi-VN", "en-GB")));
    });
    xml.bytes()
}

fn settings() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.value("w:defaultTabStop", "567");
        xml.element("w:compat", &[], |xml| {
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &mode);
        });
    });
    xml.bytes()
}

/// The number of the page in the middle of the top margin, or nothing.
fn header(numbered: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:hdr", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", styles::PAGE.id);
                xml.value("w:jc", "center");
            });
            if numbered {
                xml.element("w:fldSimple", &[("w:instr", " PAGE ")], |xml| {
                    xml.element("w:r", &[], |xml| xml.element("w:t", &[], |xml| xml.text("2")));
                });
            }
        });
    });
    xml.bytes()
}

//! What Nghị định 30/2020/NĐ-CP, Phụ lục I, asks of paper, margins, font, sizes and page numbers.

use crate::part::Part;
use crate::{Paper, SAMPLE, SELF_SCORES, every_paper, results, written};

/// Twentieths of a point of so many millimetres, rounded.
fn millimetres(mm: u32) -> u32 {
    (mm * 1440 * 10 + 127) / 254
}

#[test]
fn every_page_is_a4_with_the_margins_of_the_decree() {
    for (name, mut paper) in every_paper() {
        let document = paper.document();
        for section in document.all("w:sectPr") {
            let page = section.all("w:pgSz")[0];
            let landscape = page.attribute("w:orient") == "landscape";
            let sides = if landscape { (297, 210) } else { (210, 297) };
            let want = (millimetres(sides.0), millimetres(sides.1));
            assert_eq!((page.number("w:w"), page.number("w:h")), want, "{name}");
            let margins = section.all("w:pgMar")[0];
            for (side, least, most) in
                [("w:top", 20, 25), ("w:bottom", 20, 25), ("w:left", 30, 35), ("w:right", 15, 20)]
            {
                let margin = margins.number(side);
                assert!((millimetres(least)..=millimetres(most)).contains(&margin), "{name}: {side} {margin}");
            }
            assert!(margins.number("w:header") < margins.number("w:top"), "the number stands in the margin");
        }
    }
}

#[test]
fn the_font_is_times_new_roman_everywhere() {
    for (name, mut paper) in every_paper() {
        let fonts = paper.part("word/styles.xml");
        let fonts = fonts.all("w:rFonts");
        assert_eq!(fonts.len(), 1, "{name}: the defaults alone name a font");
        for script in ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"] {
            assert_eq!(fonts[0].attribute(script), "Times New Roman", "{name}");
        }
        for part in ["word/document.xml", "word/header1.xml", "word/header2.xml"] {
            assert!(paper.part(part).all("w:rFonts").is_empty(), "{name}: {part} names another font");
        }
    }
}

/// Style, sizes in points from and to, bold, italic.
const STYLES: &[(&str, u32, u32, bool, bool)] = &[
    ("HeadAbove", 12, 13, false, false),
    ("HeadAgency", 12, 13, true, false),
    ("HeadNumber", 13, 13, false, false),
    ("HeadNation", 12, 13, true, false),
    ("HeadMotto", 13, 14, true, false),
    ("HeadPlace", 13, 14, false, true),
    ("Handling", 13, 14, true, false),
    ("Kind", 13, 14, true, false),
    ("About", 13, 14, true, false),
    ("Heading1", 13, 14, true, false),
    ("BodyText", 13, 14, false, false),
    ("SignOffice", 13, 14, true, false),
    ("SignName", 13, 14, true, false),
    ("Recipients", 12, 12, true, true),
    ("Recipient", 11, 11, false, false),
    ("PageNumber", 13, 14, false, false),
];

#[test]
fn every_part_of_a_paper_has_the_size_and_face_of_the_decree() {
    let styles = Paper::of(SELF_SCORES, &[]).part("word/styles.xml");
    for (id, least, most, bold, italic) in STYLES {
        let is = |style: &&&Part| style.attribute("w:styleId") == *id;
        let style = *styles.all("w:style").iter().find(is).unwrap_or_else(|| panic!("no style {id}"));
        let size = style.all("w:sz")[0].number("w:val");
        assert!((least * 2..=most * 2).contains(&size), "{id}: {size} half points");
        assert_eq!((!style.all("w:b").is_empty(), !style.all("w:i").is_empty()), (*bold, *italic), "{id}");
    }
    let body = *styles.all("w:style").iter().find(|style| style.attribute("w:styleId") == "BodyText").unwrap();
    assert_eq!(body.all("w:jc")[0].attribute("w:val"), "both");
    assert!((millimetres(10)..=millimetres(13)).contains(&body.all("w:ind")[0].number("w:firstLine")));
    assert!(body.all("w:spacing")[0].number("w:after") >= 120, "at least 6 points between paragraphs");
}

#[test]
fn the_page_number_stands_centred_above_and_not_on_the_first_page() {
    for (name, mut paper) in every_paper() {
        let (numbered, first) = (paper.part("word/header1.xml"), paper.part("word/header2.xml"));
        assert_eq!(numbered.all("w:fldSimple")[0].attribute("w:instr").trim(), "PAGE", "{name}");
        assert_eq!(numbered.all("w:jc")[0].attribute("w:val"), "center", "{name}");
        assert!(first.all("w:fldSimple").is_empty() && first.words().is_empty(), "{name}");
        let relations = paper.part("word/_rels/document.xml.rels");
        let target = |id: &str| {
            let found = relations.all("Relationship").into_iter().find(|one| one.attribute("Id") == id);
            found.map_or("", |one| one.attribute("Target")).to_owned()
        };
        for section in paper.document().all("w:sectPr") {
            for (kind, part) in [("default", "header1.xml"), ("first", "header2.xml")] {
                let references = section.all("w:headerReference");
                let reference = references.iter().find(|one| one.attribute("w:type") == kind).unwrap();
                assert_eq!(target(reference.attribute("r:id")), part, "{name}");
            }
            let begins = section.all("w:pgNumType").iter().any(|one| one.attribute("w:start") == "1");
            assert_eq!(begins, !section.all("w:titlePg").is_empty(), "{name}: a first page has no number");
        }
    }
}

#[test]
fn each_commune_begins_a_paper_of_its_own() {
    let communes = results(SELF_SCORES).len();
    for (name, mut paper) in every_paper() {
        let document = paper.document();
        let found = (document.all("w:sectPr").len(), document.all("w:titlePg").len(), document.styled("Kind").len());
        // A report and its appendix, or one paper for each commune.
        let want = if name.starts_with("results") { (2, 1, 2) } else { (communes, communes, communes) };
        assert_eq!(found, want, "{name}");
    }
}

#[test]
fn tables_repeat_their_header_and_fill_the_page() {
    for (name, mut paper) in every_paper() {
        let document = paper.document();
        for table in document.all("w:tbl").iter().filter(|table| !table.all("w:tblBorders").is_empty()) {
            assert_eq!(table.all("w:tblHeader").len(), 1, "{name}");
            let widths: u32 = table.all("w:gridCol").iter().map(|column| column.number("w:w")).sum();
            assert!([9_354, 14_286].contains(&widths), "{name}: {widths}");
            let columns = table.all("w:gridCol").len();
            assert!(table.all("w:tr").iter().all(|row| row.all("w:tc").len() == columns), "{name}");
        }
    }
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    for (kind, table) in [("results", SAMPLE), ("minutes", SELF_SCORES)] {
        let bytes = || written("report", table, &["--paper", kind]);
        assert!(bytes() == bytes(), "{kind}");
    }
    assert!(written("report", SAMPLE, &[]) == written("score", SAMPLE, &[]), "score writes the report left to fill in");
}

//! The styles of paragraphs, with sizes, faces and spacing of Nghị định 30/2020/NĐ-CP.

use super::xml::Xml;
use crate::lang::Lang;

/// How a paragraph looks; sizes in points, distances in twentieths of a point.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "faces of a font and ways to keep lines together, each on its own")]
pub(super) struct Style {
    pub(super) id: &'static str,
    size: u32,
    bold: bool,
    italic: bool,
    align: &'static str,
    before: u32,
    after: u32,
    /// Of the left edge, and of the first line from there; below 0 it hangs.
    indent: (i32, i32),
    keep_next: bool,
    heading: bool,
}

const fn style(id: &'static str, size: u32, align: &'static str) -> Style {
    Style {
        id,
        size,
        bold: false,
        italic: false,
        align,
        before: 0,
        after: 0,
        indent: (0, 0),
        keep_next: false,
        heading: false,
    }
}

/// Indent of the first line of a paragraph: one centimetre.
const FIRST: i32 = 567;

/// Superior agency; agency; number.
pub(super) const ABOVE: Style = style("HeadAbove", 12, "center");
pub(super) const AGENCY: Style = Style { bold: true, ..style("HeadAgency", 12, "center") };
pub(super) const NUMBER: Style = style("HeadNumber", 13, "center");
/// National motto; the line below it; place and date.
pub(super) const NATION: Style = Style { bold: true, ..style("HeadNation", 12, "center") };
pub(super) const MOTTO: Style = Style { bold: true, ..style("HeadMotto", 13, "center") };
pub(super) const PLACE: Style = Style { italic: true, before: 60, ..style("HeadPlace", 13, "center") };
/// How far a paper may be passed on.
pub(super) const HANDLING: Style = Style { bold: true, before: 80, after: 60, ..style("Handling", 13, "center") };
/// Kind of paper; what it is about; what an appendix belongs to.
pub(super) const KIND: Style = Style { bold: true, before: 240, keep_next: true, ..style("Kind", 14, "center") };
pub(super) const ABOUT: Style = Style { bold: true, keep_next: true, ..style("About", 14, "center") };
pub(super) const BELONGS: Style = Style { italic: true, after: 120, ..style("Belongs", 14, "center") };
/// A line drawn by the border of an empty paragraph.
pub(super) const RULE: Style = style("Rule", 1, "center");
/// Space between what would touch.
pub(super) const SMALL: Style = style("Small", 6, "left");
/// Headings of parts, paragraphs, points of lists.
pub(super) const HEADING: Style = Style {
    bold: true,
    before: 180,
    after: 120,
    indent: (0, FIRST),
    keep_next: true,
    heading: true,
    ..style("Heading1", 13, "both")
};
pub(super) const TEXT: Style = Style { after: 120, indent: (0, FIRST), ..style("BodyText", 13, "both") };
pub(super) const STRONG: Style = Style { bold: true, keep_next: true, ..Style { id: "BodyStrong", ..TEXT } };
pub(super) const POINT: Style = Style { after: 120, indent: (794, -227), ..style("Point", 13, "both") };
pub(super) const SUBPOINT: Style = Style { indent: (1134, -227), ..Style { id: "Subpoint", ..POINT } };
pub(super) const NOTICE: Style = Style { before: 60, after: 60, ..style("Notice", 12, "both") };
pub(super) const DOTS: Style = Style { after: 120, ..style("Dots", 13, "left") };
/// Size of letters in tables that have room for it.
pub(super) const CELL_SIZE: u32 = 11;
/// Tables: of ordinary pages, and of appendices.
pub(super) const TABLE_HEAD: Style = Style { bold: true, keep_next: true, ..style("TableHead", CELL_SIZE, "center") };
pub(super) const CELL: Style = style("TableCell", CELL_SIZE, "left");
pub(super) const CELL_STRONG: Style =
    Style { bold: true, keep_next: true, ..style("TableCellStrong", CELL_SIZE, "left") };
pub(super) const NOTE: Style = Style { italic: true, before: 60, ..style("TableNote", 11, "both") };
/// Signatures and recipients.
pub(super) const OFFICE: Style = Style { bold: true, keep_next: true, ..style("SignOffice", 13, "center") };
pub(super) const HOW: Style = Style { italic: true, keep_next: true, ..style("SignHow", 13, "center") };
pub(super) const SPACE: Style = Style { keep_next: true, ..style("SignSpace", 13, "center") };
pub(super) const NAME: Style = Style { bold: true, ..style("SignName", 13, "center") };
pub(super) const RECIPIENTS: Style = Style { bold: true, italic: true, ..style("Recipients", 12, "left") };
pub(super) const RECIPIENT: Style = style("Recipient", 11, "left");
/// The page number.
pub(super) const PAGE: Style = style("PageNumber", 13, "center");

const ALL: &[Style] = &[
    ABOVE,
    AGENCY,
    NUMBER,
    NATION,
    MOTTO,
    PLACE,
    HANDLING,
    KIND,
    ABOUT,
    BELONGS,
    RULE,
    SMALL,
    HEADING,
    TEXT,
    STRONG,
    POINT,
    SUBPOINT,
    NOTICE,
    DOTS,
    TABLE_HEAD,
    CELL,
    CELL_STRONG,
    NOTE,
    OFFICE,
    HOW,
    SPACE,
    NAME,
    RECIPIENTS,
    RECIPIENT,
    PAGE,
];

/// The only font of official papers.
const FONT: &str = "Times New Roman";

/// `word/styles.xml`.
pub(super) fn part(lang: Lang) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", super::parts::WORD)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    let font = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|name| (name, FONT));
                    xml.empty("w:rFonts", &font);
                    size(xml, 13);
                    xml.value("w:lang", lang.pick("vi-VN", "en-GB"));
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                let single = [("w:before", "0"), ("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")];
                xml.element("w:pPr", &[], |xml| xml.empty("w:spacing", &single));
            });
        });
        xml.element("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
            xml.value("w:name", "Normal");
            xml.empty("w:qFormat", &[]);
        });
        for style in ALL {
            write(xml, style);
        }
    });
    xml.bytes()
}

fn write(xml: &mut Xml, style: &Style) {
    // Programs know the headings of a document by this name.
    let name = if style.heading { "heading 1" } else { style.id };
    xml.element("w:style", &[("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", style.id)], |xml| {
        xml.value("w:name", name);
        xml.value("w:basedOn", "Normal");
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if style.keep_next {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
            }
            let [before, after] = [style.before, style.after].map(|n| n.to_string());
            xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
            let (left, first) = style.indent;
            let first_name = if first < 0 { "w:hanging" } else { "w:firstLine" };
            xml.empty("w:ind", &[("w:left", &left.to_string()), (first_name, &first.unsigned_abs().to_string())]);
            xml.value("w:jc", style.align);
            if style.heading {
                xml.value("w:outlineLvl", "0");
            }
        });
        xml.element("w:rPr", &[], |xml| {
            if style.bold {
                xml.empty("w:b", &[]);
            }
            if style.italic {
                xml.empty("w:i", &[]);
            }
            size(xml, style.size);
        });
    });
}

/// A size in points, for letters of any script.
fn size(xml: &mut Xml, points: u32) {
    let half = (points * 2).to_string();
    xml.value("w:sz", &half);
    xml.value("w:szCs", &half);
}

//! The document: blocks of a paper as paragraphs and tables.

use super::styles::{self, Style};
use super::xml::Xml;
use super::{closing, head, parts, table};
use crate::render::paper::{Block, Paper, Section};

/// `word/document.xml`.
pub(super) fn document(paper: &Paper) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:document", &[("xmlns:w", parts::WORD), ("xmlns:r", parts::RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            let last = paper.sections.len().saturating_sub(1);
            for (at, section) in paper.sections.iter().enumerate() {
                for block in &section.blocks {
                    self::block(xml, block, section);
                }
                if at == last {
                    section.properties(xml);
                } else {
                    end(xml, section);
                }
            }
        });
    });
    xml.bytes()
}

/// A section that is followed by another ends with a paragraph, as small as can be.
fn end(xml: &mut Xml, section: &Section) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", styles::RULE.id);
            xml.empty("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")]);
            section.properties(xml);
        });
    });
}

fn block(xml: &mut Xml, block: &Block, section: &Section) {
    let width = section.width();
    match block {
        Block::Head(head) => head::write(xml, head, width),
        Block::Title(kind, about) => {
            paragraph(xml, styles::KIND, kind);
            paragraph(xml, styles::ABOUT, about);
            rule(xml, width / 3, width);
            paragraph(xml, styles::SMALL, "");
        }
        Block::Appendix(title, about, of) => {
            paragraph(xml, styles::KIND, title);
            paragraph(xml, styles::ABOUT, about);
            paragraph(xml, styles::BELONGS, of);
        }
        Block::Heading(text) => paragraph(xml, styles::HEADING, text),
        Block::Text(text) => paragraph(xml, styles::TEXT, text),
        Block::Strong(text) => paragraph(xml, styles::STRONG, text),
        Block::Point(1, text) => paragraph(xml, styles::POINT, &format!("- {text}")),
        Block::Point(_, text) => paragraph(xml, styles::SUBPOINT, &format!("+ {text}")),
        Block::Notice(lines) => {
            for line in lines {
                framed(xml, styles::NOTICE, line, FRAME);
            }
        }
        Block::Lines(lines) => {
            for _ in 0..*lines {
                dots(xml, width);
            }
        }
        Block::Table(table) => table::write(xml, table, width, section.landscape),
        Block::Closing(closing) => closing::write(xml, closing, width),
    }
}

/// From the edge of the text to what is in a frame, so that the frame stands within it.
const FRAME: u32 = 60;

/// A paragraph of one style.
pub(super) fn paragraph(xml: &mut Xml, style: Style, text: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style.id));
        run(xml, text);
    });
}

/// A text, with its blanks as they are.
pub(super) fn run(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.element("w:r", &[], |xml| {
            xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
        });
    }
}

/// A line so long in the middle of a space so wide.
pub(super) fn rule(xml: &mut Xml, length: u32, width: u32) {
    let side = (width.saturating_sub(length) / 2).to_string();
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", styles::RULE.id);
            xml.element("w:pBdr", &[], |xml| border(xml, "w:bottom", "0"));
            xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "40"), ("w:line", "40"), ("w:lineRule", "exact")]);
            xml.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
        });
    });
}

/// A paragraph in a frame, so far from the edges. Frames that follow each other are one frame.
pub(super) fn framed(xml: &mut Xml, style: Style, text: &str, indent: u32) {
    let indent = indent.to_string();
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style.id);
            xml.element("w:pBdr", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                    border(xml, side, "2");
                }
            });
            xml.empty("w:ind", &[("w:left", &indent), ("w:right", &indent), ("w:firstLine", "0")]);
        });
        run(xml, text);
    });
}

/// One side of a frame: a thin line.
pub(super) fn border(xml: &mut Xml, side: &str, space: &str) {
    xml.empty(side, &[("w:val", "single"), ("w:sz", "6"), ("w:space", space), ("w:color", "auto")]);
}

/// A line of dots to write on, as wide as the text.
fn dots(xml: &mut Xml, width: u32) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", styles::DOTS.id);
            xml.element("w:tabs", &[], |xml| {
                xml.empty("w:tab", &[("w:val", "right"), ("w:leader", "dot"), ("w:pos", &width.to_string())]);
            });
        });
        xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
    });
}

//! Paper, margins and page numbers of a section.

use super::parts::{FIRST, NUMBERED};
use super::xml::Xml;
use crate::render::paper::Section;

/// A4, short and long side, in twentieths of a point.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
/// Margins: above and below 20 mm, left 30 mm, right 15 mm, all within what the decree allows.
const TOP: &str = "1134";
const LEFT: u32 = 1_701;
const RIGHT: u32 = 851;
/// From the edge of the paper to the page number, which stands in the margin.
const HEADER: &str = "567";

impl Section {
    /// Width of the text.
    pub(super) fn width(&self) -> u32 {
        (if self.landscape { LONG } else { SHORT }) - LEFT - RIGHT
    }

    /// The properties of the section, at its end.
    pub(super) fn properties(&self, xml: &mut Xml) {
        xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", NUMBERED)]);
            xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", FIRST)]);
            xml.value("w:type", "nextPage");
            let (short, long) = (SHORT.to_string(), LONG.to_string());
            if self.landscape {
                xml.empty("w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", "landscape")]);
            } else {
                xml.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)]);
            }
            let (left, right) = (LEFT.to_string(), RIGHT.to_string());
            let margins = [
                ("w:top", TOP),
                ("w:right", &right),
                ("w:bottom", TOP),
                ("w:left", &left),
                ("w:header", HEADER),
                ("w:footer", HEADER),
                ("w:gutter", "0"),
            ];
            xml.empty("w:pgMar", &margins);
            if self.begins {
                xml.empty("w:pgNumType", &[("w:start", "1")]);
                xml.empty("w:titlePg", &[]);
            }
        });
    }
}

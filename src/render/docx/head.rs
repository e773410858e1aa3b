//! The head of a paper: who issues it on the left, the national motto on the right.

use super::body::{framed, paragraph, rule};
use super::styles;
use super::table::{cell, plain};
use super::xml::Xml;
use crate::render::paper::{Head, MOTTO, NATION};

/// Width of the left column, of so many parts of the whole.
const LEFT: (u32, u32) = (42, 100);
/// Length of the line below the motto: that of its text.
const MOTTO_LENGTH: u32 = 3_290;

pub(super) fn write(xml: &mut Xml, head: &Head, width: u32) {
    let left = width * LEFT.0 / LEFT.1;
    let right = width - left;
    plain(xml, &[left, right], |xml| {
        xml.element("w:tr", &[], |xml| {
            cell(xml, left, |xml| {
                paragraph(xml, styles::ABOVE, &head.parent_agency);
                paragraph(xml, styles::AGENCY, &head.agency);
                rule(xml, left * 2 / 5, left);
                paragraph(xml, styles::NUMBER, &head.number);
                if let Some(handling) = &head.handling {
                    framed(xml, styles::HANDLING, handling, left / 8);
                }
            });
            cell(xml, right, |xml| {
                paragraph(xml, styles::NATION, NATION);
                paragraph(xml, styles::MOTTO, MOTTO);
                rule(xml, MOTTO_LENGTH, right);
                paragraph(xml, styles::PLACE, &head.place_and_date);
            });
        });
    });
}

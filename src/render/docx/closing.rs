//! Recipients on the left and signatures on the right.

use super::body::paragraph;
use super::styles;
use super::table::{cell, plain};
use super::xml::Xml;
use crate::render::paper::{Closing, Signature};

/// Empty lines for a signature and a stamp.
const ROOM: usize = 4;

pub(super) fn write(xml: &mut Xml, closing: &Closing, width: u32) {
    let columns = closing.signatures.len() + usize::from(closing.recipients.is_some());
    let each = width / u32::try_from(columns.max(1)).unwrap_or(1);
    paragraph(xml, styles::SPACE, "");
    plain(xml, &vec![each; columns], |xml| {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            if let Some((heading, lines)) = &closing.recipients {
                cell(xml, each, |xml| {
                    paragraph(xml, styles::RECIPIENTS, heading);
                    for line in lines {
                        paragraph(xml, styles::RECIPIENT, line);
                    }
                });
            }
            for signature in &closing.signatures {
                cell(xml, each, |xml| self::signature(xml, signature));
            }
        });
    });
}

fn signature(xml: &mut Xml, signature: &Signature) {
    paragraph(xml, styles::OFFICE, &signature.office);
    paragraph(xml, styles::HOW, &signature.how);
    for _ in 0..ROOM {
        paragraph(xml, styles::SPACE, "");
    }
    paragraph(xml, styles::NAME, &signature.name);
}

//! Tables: rows that are not broken, the header on every page, columns as wide as what is in them.

use super::body::{border, paragraph, run};
use super::styles::{self, Style};
use super::width;
use super::xml::Xml;
use crate::render::layout::Side;
use crate::render::layout::board::BoardColumn;
use crate::render::paper::{Row, Table};

/// Characters in a row from which on it may go on on the next page: it would leave a hole, or not fit on any.
const LONG: usize = 900;

/// A table with lines; what stands below it follows.
pub(super) fn write(xml: &mut Xml, table: &Table, space: u32, is_wide: bool) {
    let sizes = if is_wide { [10, 9, 8] } else { [styles::CELL_SIZE, 10, 9] };
    let (points, widths) = width::fitted(table, space, sizes);
    let half_points = (points * 2).to_string();
    let size = (points != styles::CELL_SIZE).then_some(half_points.as_str());
    xml.element("w:tbl", &[], |xml| {
        properties(xml, &widths, true);
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            for (column, width) in table.columns.iter().zip(&widths) {
                let label = [column.label.as_str()];
                cell(xml, *width, |xml| lines(xml, styles::TABLE_HEAD, "center", size, label));
            }
        });
        for row in &table.rows {
            self::row(xml, row, table, &widths, size);
        }
    });
    for note in &table.notes {
        paragraph(xml, styles::NOTE, note);
    }
    paragraph(xml, styles::CELL, "");
}

fn row(xml: &mut Xml, row: &Row, table: &Table, widths: &[u32], size: Option<&str>) {
    let style = if row.strong { styles::CELL_STRONG } else { styles::CELL };
    let characters: usize = row.cells.iter().flat_map(|value| &value.cell.lines).map(|line| line.chars().count()).sum();
    xml.element("w:tr", &[], |xml| {
        if characters < LONG {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        }
        for ((column, width), value) in table.columns.iter().zip(widths).zip(&row.cells) {
            let texts = value.cell.lines.iter().map(String::as_str);
            cell(xml, *width, |xml| lines(xml, style, side(column), size, texts));
        }
    });
}

/// Text on the left, numbers on the right, codes and numbers of rows in the middle.
fn side(column: &BoardColumn) -> &'static str {
    match (column.side, column.wraps) {
        (Side::Right, _) => "right",
        (Side::Left, true) => "left",
        (Side::Left, false) => "center",
    }
}

/// A paragraph for each line; a cell without any has an empty one.
fn lines<'t>(xml: &mut Xml, style: Style, align: &str, size: Option<&str>, lines: impl IntoIterator<Item = &'t str>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_none() {
        paragraph(xml, style, "");
    }
    for line in lines {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", style.id);
                xml.value("w:jc", align);
            });
            match size {
                None => run(xml, line),
                Some(size) => sized(xml, size, line),
            }
        });
    }
}

fn sized(xml: &mut Xml, half_points: &str, text: &str) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            xml.value("w:sz", half_points);
            xml.value("w:szCs", half_points);
        });
        xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(text));
    });
}

/// A table without lines, for what stands side by side.
pub(super) fn plain(xml: &mut Xml, widths: &[u32], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        properties(xml, widths, false);
        rows(xml);
    });
}

/// A cell so wide; what is written into it has at least one paragraph.
pub(super) fn cell(xml: &mut Xml, width: u32, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]));
        inner(xml);
    });
}

fn properties(xml: &mut Xml, widths: &[u32], lined: bool) {
    let whole: u32 = widths.iter().sum();
    xml.element("w:tblPr", &[], |xml| {
        xml.empty("w:tblW", &[("w:w", &whole.to_string()), ("w:type", "dxa")]);
        if lined {
            xml.element("w:tblBorders", &[], |xml| {
                let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
                for side in sides {
                    border(xml, side, "0");
                }
            });
        }
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let margin = if lined { width::MARGIN.to_string() } else { "0".to_owned() };
        xml.element("w:tblCellMar", &[], |xml| {
            for side in ["w:left", "w:right"] {
                xml.empty(side, &[("w:w", &margin), ("w:type", "dxa")]);
            }
        });
    });
    xml.element("w:tblGrid", &[], |xml| {
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

//! A small table format, and tables of it as text that tests can compare.
#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses some of it, and may stop with a panic")]

use crate::small_standard::{above, all_wanted, at_least, at_most, count, field, named, standard};
use cfc::criteria::model::{FieldIx, FieldKind, Standard};
use cfc::diag::{CellPlace, Diagnostic, Place, Report};
use cfc::quantity::Decimal;
use cfc::table::check::{Options, check};
use cfc::table::{CommuneTable, read};
use std::fmt::Write as _;

/// Fields by position: 0 children, 1 under5, 2 registered, 3 officer, 4 share, 5 area, 6 water, 7 note.
pub(crate) fn small() -> Standard {
    let choices = vec![named("tap", "Nước máy", "Tap water"), named("well", "Giếng", "Well")];
    let fields = vec![
        above(count("children", "Tổng số trẻ em", "Children"), Decimal::whole(0)),
        at_most(count("under5", "Trẻ em dưới 5 tuổi", "Children under 5"), &[0]),
        at_most(count("registered", "Đã khai sinh", "Registered"), &[1]),
        field("officer", "Có cán bộ", "Has an officer", FieldKind::YesNo),
        field("share", "Tỷ lệ tham gia", "Share taking part", FieldKind::Percent { digits: 2 }),
        at_least(field("area", "Diện tích", "Land area", FieldKind::Decimal { digits: 2 }), Decimal::new(5, 1)),
        field("water", "Nguồn nước", "Water source", FieldKind::Choice(choices)),
        field("note", "Ghi chú", "Remark", FieldKind::Text),
    ];
    standard(fields, vec![named("ward", "Phường", "Ward"), named("mountain", "Xã miền núi", "Mountain commune")])
}

pub(crate) const HEADER: &str = "code;name;area_class;children;under5;registered;officer;share;area;water;note";

pub(crate) fn table_with(bytes: &[u8], standard: &Standard, options: Options) -> (CommuneTable, Report) {
    check(read::text("t.csv", bytes.to_vec()).unwrap(), &all_wanted(standard), options)
}

pub(crate) fn table(bytes: &[u8]) -> (CommuneTable, Report) {
    table_with(bytes, &small(), Options::default())
}

/// A table with the usual header.
pub(crate) fn rows(rows: &str) -> (CommuneTable, Report) {
    table(format!("{HEADER}\n{rows}").as_bytes())
}

/// `code row:column` of each finding, a dash for no column.
pub(crate) fn found(report: &Report) -> Vec<String> {
    let text = |diagnostic: &Diagnostic| {
        let cell = cell(&diagnostic.place);
        let column = cell.column.map_or("-".to_owned(), CellPlace::column_letters);
        format!("{} {}{}", diagnostic.code(), column, cell.row.unwrap_or(0))
    };
    report.diagnostics.iter().map(text).collect()
}

pub(crate) fn cell(place: &Place) -> CellPlace {
    match place {
        Place::Cell(cell) => cell.clone(),
        _ => CellPlace::default(),
    }
}

/// Every value of a table as text, one line per commune.
pub(crate) fn dump(table: &CommuneTable) -> String {
    let mut text = String::new();
    for part in &table.parts {
        let figures: Vec<_> = (0..8).map(|at| part.figure_column(FieldIx(at))).collect();
        for row in 0..part.len() {
            let values: Vec<_> = figures.iter().map(|figure| figure.get(row)).collect();
            let names = [part.code(row), part.name(row), part.province(row), part.district(row)];
            let extra: Vec<_> = part.extra(row).collect();
            let place = (part.file(), part.row_number(row));
            writeln!(text, "{place:?} {names:?} {:?} {:?} {values:?} {extra:?}", part.year(row), part.class(row))
                .unwrap();
        }
    }
    text
}

pub(crate) fn figure(table: &CommuneTable, row: usize, field: usize) -> Option<i64> {
    table.parts[0].figure_column(FieldIx(field)).get(row)
}

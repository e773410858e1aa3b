//! Examples of what is found in workbooks.

use super::{list, s};
use crate::diag::book::{Book, Damage, Part, Rows};
use crate::diag::problem::Problem;

/// Of workbooks.
pub(super) fn all() -> Vec<Problem> {
    let rows = |rows, first, last| Book::RowsNotRead { rows, first, last };
    let too_much = |what, limit| Book::TooMuch { what, limit };
    let damaged = |damage| Book::Damaged { damage };
    let all = vec![
        damaged(Damage::Library(s("invalid Zip archive: Could not find EOCD"))),
        damaged(Damage::CutOff),
        damaged(Damage::NoWorkbook),
        damaged(Damage::BeyondSheet),
        damaged(Damage::FalseCount),
        damaged(Damage::Contradiction),
        Book::OtherKind { kind: ".xlsb" },
        Book::OtherKind { kind: "text" },
        Book::OtherKind { kind: ".zip" },
        Book::OtherKind { kind: "Word" },
        Book::Locked,
        too_much(Part::Bytes, 67_108_864),
        too_much(Part::Files, 10_000),
        too_much(Part::Rows, 1_048_576),
        too_much(Part::Columns, 1_024),
        too_much(Part::Cells, 1_000_000),
        too_much(Part::Area, 1_000_000),
        too_much(Part::Text, 67_108_864),
        too_much(Part::References, 10_000_000),
        too_much(Part::Tags, 6_000_000),
        too_much(Part::Sheets, 1_000),
        Book::NoFiles { pattern: s("bieu/*.xlsx"), in_folder: false },
        Book::NoFiles { pattern: s("huyen-*/*.xlsx"), in_folder: true },
        Book::FilesNotRead { names: list(&["Xã C.docx"]) },
        Book::NoHeader { sheets: list(&["Sheet1", "Sheet2"]), wanted: list(&["code", "name"]), hidden: vec![] },
        Book::NoHeader { sheets: vec![], wanted: list(&["code", "name"]), hidden: list(&["Số liệu"]) },
        Book::SheetUnclear { sheets: list(&["Huyện A", "Huyện B"]) },
        Book::UnknownSheet {
            found: s("Biểu 9"), known: list(&["Biểu 1"]), meant: Some(s("Biểu 1")), is_hidden: false
        },
        Book::UnknownSheet { found: s("9"), known: list(&["Biểu 1"]), meant: None, is_hidden: false },
        Book::UnknownSheet { found: s("Biểu 2"), known: list(&["Biểu 1"]), meant: None, is_hidden: true },
        Book::HeaderUnclear { rows: vec![4, 9] },
        Book::HiddenSheets { names: list(&["Danh mục"]) },
        Book::OtherSheets { names: list(&["Hướng dẫn"]) },
        Book::ColumnsNotRead { columns: list(&["L", "M"]) },
        rows(Rows::Totals, 9, 9),
        rows(Rows::Group, 9, 9),
        rows(Rows::Header, 30, 31),
        rows(Rows::Notes, 6, 6),
        rows(Rows::Footer, 40, 45),
        Book::DateForNumber { found: s("05/03/2024") },
        Book::NotComputed { found: s("=SUM(C5:C9)") },
        Book::Linked { found: s("=[1]Sheet1!C5") },
        Book::Circular { found: s("=SUM(C5:C9)") },
        Book::FractionOrPercent { found: s("0.98"), percent: s("98") },
        Book::MergedFigure { found: s("12"), range: s("C5:C7") },
        Book::NamedLikeSum { found: s("Tổng cộng") },
        Book::CodeRestored { found: s("123"), code: s("00123") },
    ];
    all.into_iter().map(Problem::Book).collect()
}

//! The row that was meant, or what can be typed instead.

use crate::lang::Lang;
use crate::score::{Found, find};
use crate::table::CommuneTable;

/// Position of a part of a table, and of a row in it.
type Row = (usize, usize);

/// Communes listed when several have the name.
const LISTED: usize = 20;

/// The row of a commune, and of a year when one was typed; the message says what else can be typed.
pub(in crate::cli) fn row(
    table: &CommuneTable,
    typed: &str,
    year: Option<u16>,
    has_errors: bool,
    lang: Lang,
) -> Result<Row, String> {
    let rows = match find(table, typed) {
        Found::One(rows) => rows,
        Found::Several(rows) => {
            let what = lang.pick("có nhiều đơn vị cùng tên này", "several units have this name");
            let hint = lang.pick("ghi mã, ví dụ", "type a code, such as");
            return Err(list(table, &format!("`{typed}`: {what}"), hint, &rows));
        }
        Found::None(rows) => {
            let what = if has_errors {
                lang.pick(
                    "không có dòng nào đọc được có mã hoặc tên này; các dòng có lỗi đã nêu ở trên không được xét",
                    "no row that could be read has this code or name; the rows with the errors above are left out",
                )
            } else {
                lang.pick("không có đơn vị nào có mã hoặc tên này", "no unit has this code or name")
            };
            let hint = lang.pick("gần giống nhất, ghi", "the nearest, type");
            return Err(list(table, &format!("`{typed}`: {what}"), hint, &rows));
        }
    };
    let of_year: Vec<Row> = rows.iter().copied().filter(|row| year.is_some() && year_of(table, *row) == year).collect();
    match (of_year.as_slice(), rows.as_slice()) {
        ([one], _) | ([], [one]) => Ok(*one),
        _ => Err(several_years(table, typed, &rows, lang)),
    }
}

fn year_of(table: &CommuneTable, (part, row): Row) -> Option<u16> {
    table.parts.get(part)?.year(row)
}

fn several_years(table: &CommuneTable, typed: &str, rows: &[Row], lang: Lang) -> String {
    let years: Vec<String> = rows.iter().filter_map(|row| year_of(table, *row)).map(|year| year.to_string()).collect();
    let what = lang.pick("bảng có số liệu nhiều năm của đơn vị này", "the table has several years of this unit");
    let hint = lang.pick("chọn năm bằng", "choose with");
    let first = years.last().map_or("", String::as_str);
    format!("`{typed}`: {what}: {}\n  = {hint} `--year {first}`", years.join(", "))
}

fn list(table: &CommuneTable, what: &str, hint: &str, rows: &[Row]) -> String {
    let line = |(part, row): &Row| {
        let part = table.parts.get(*part)?;
        let places = [part.name(*row), part.district(*row), part.province(*row)];
        let places: Vec<&str> = places.into_iter().filter(|place| !place.is_empty()).collect();
        Some(format!("\n  {} {}", part.code(*row), places.join(", ")))
    };
    let lines: String = rows.iter().take(LISTED).filter_map(line).collect();
    let code = rows.first().and_then(|(part, row)| Some(table.parts.get(*part)?.code(*row)));
    let hint = code.map_or_else(String::new, |code| format!("\n  = {hint} `--commune {code}`"));
    format!("{what}{lines}{hint}")
}

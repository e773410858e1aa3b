//! Writes a hundred workbooks of fifty communes each, as districts send them, for measuring how long they take to read:
//!
//! ```text
//! cargo run --example hundred_workbooks -- FOLDER
//! taskset -c 0,1 cfc score FOLDER --format csv > results.csv
//! taskset -c 0,1 cfc review FOLDER
//! ```
//!
//! The figures are those of the sample, each commune with a code of its own; a title stands above the header, column
//! numbers below it, a sum and the place for signatures at the end.

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet, XlsxError};
use std::path::Path;

const SAMPLE: &str = include_str!("../data/sample/communes.csv");
const WORKBOOKS: usize = 100;
const COMMUNES: usize = 50;
/// Rows above the communes: title, a blank one, the header, column numbers.
const ABOVE: u32 = 4;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder to write to")?;
    std::fs::create_dir_all(&folder)?;
    for number in 0..WORKBOOKS {
        workbook(number)?.save(Path::new(&folder).join(format!("bieu-{number:02}.xlsx")))?;
    }
    Ok(())
}

fn workbook(number: usize) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Hướng dẫn")?.write(0, 0, "Điền số liệu vào trang Biểu 1")?;
    let sheet = book.add_worksheet().set_name("Biểu 1")?;
    let mut lines = SAMPLE.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let last = u16::try_from(header.len()).unwrap_or(u16::MAX) - 1;
    sheet.merge_range(0, 0, 0, last, "BIỂU TỔNG HỢP SỐ LIỆU VỀ TRẺ EM", &Format::new())?;
    for (column, id) in (0..).zip(&header) {
        sheet.write(2, column, *id)?.write(3, column, format!("({})", column + 1))?;
    }
    let samples: Vec<&str> = lines.collect();
    for (row, line) in samples.iter().cycle().skip(number).take(COMMUNES).enumerate() {
        commune(sheet, row, &format!("{number:02}{row:03}"), line)?;
    }
    below(sheet, last)?;
    Ok(book)
}

/// Codes and names are text, figures are numbers.
fn commune(sheet: &mut Worksheet, row: usize, code: &str, line: &str) -> Result<(), XlsxError> {
    let row = ABOVE + u32::try_from(row).unwrap_or(u32::MAX);
    sheet.write(row, 0, code)?;
    for (column, cell) in (0..).zip(line.split(',')).skip(1).filter(|(_, cell)| !cell.is_empty()) {
        match cell.parse::<f64>() {
            Ok(number) => sheet.write(row, column, number)?,
            Err(_) => sheet.write(row, column, cell)?,
        };
    }
    Ok(())
}

/// A row of sums with formulas, and the place for signatures.
fn below(sheet: &mut Worksheet, last: u16) -> Result<(), XlsxError> {
    let row = ABOVE + u32::try_from(COMMUNES).unwrap_or(u32::MAX);
    sheet.write(row, 1, "Tổng cộng")?;
    for column in 6..=last {
        let letters = rust_xlsxwriter::utility::column_number_to_name(column);
        sheet.write_formula(row, column, Formula::new(format!("=SUM({letters}{}:{letters}{row})", ABOVE + 1)))?;
    }
    sheet.write(row + 2, 1, "NGƯỜI LẬP BIỂU")?.write(row + 2, 10, "CHỦ TỊCH")?;
    Ok(())
}

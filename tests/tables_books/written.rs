//! Workbooks written by `rust_xlsxwriter`: kept in `tests/tables` beside those of the other writers, and written anew
//! by the test, so that what stands here and what is kept cannot part. `WRITE_TABLES=1` writes the kept ones.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

type Written = Result<(), XlsxError>;
/// A name, and what is written on the sheets.
type Book = (&'static str, fn(&mut Workbook) -> Written);

const HEAD: [&str; 10] =
    ["code", "name", "area_class", "children", "infants", "immunised", "officer", "taking_part", "playground", "water"];
const LABELS: [&str; 10] = [
    "Mã xã",
    "Tên xã",
    "Địa bàn",
    "Tổng số trẻ em",
    "Trẻ dưới 1 tuổi",
    "Trẻ được tiêm chủng",
    "Có cán bộ trẻ em",
    "Tỷ lệ tham gia",
    "Diện tích sân chơi",
    "Nguồn nước",
];
/// The three communes of every table without faults; what looks like a number is written as one.
const ROWS: [[&str; 10]; 3] = [
    ["'00001", "Xã Một", "Phường", "200", "50", "49", "có", "80", "12.5", "tap"],
    ["'00002", "Xã Hai", "Xã miền núi", "100", "20", "20", "không", "79.5", "10", "Giếng"],
    ["'00003", "Xã Ba", "ward", "300", "60", "30", "có", "100", "0.5", "well"],
];

/// All of them.
pub(crate) const BOOKS: [Book; 17] = [
    ("x-plain.xlsx", plain),
    ("x-form.xlsx", form),
    ("x-three-line-header.xlsx", three_lines),
    ("x-decomposed-letters.xlsx", decomposed),
    ("x-formats.xlsx", formats),
    ("x-computed.xlsx", computed),
    ("x-linked.xlsx", linked),
    ("x-circular.xlsx", circular),
    ("x-circular-sheets.xlsx", circular_sheets),
    ("x-without-results.xlsx", without_results),
    ("x-errors.xlsx", errors),
    ("x-sheets.xlsx", sheets),
    ("x-hidden-rows.xlsx", hidden_rows),
    ("x-texts.xlsx", texts),
    ("x-date-and-per-cent.xlsx", date_and_per_cent),
    ("x-signs.xlsx", signs),
    ("x-sums-and-footer.xlsx", sums_and_footer),
];

/// Writes one of them.
pub(crate) fn write(folder: &Path, (name, fill): Book) {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2024, 1, 1).unwrap();
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    fill(&mut book).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let bytes = if name == "x-without-results.xlsx" { bytes } else { saved_by_excel(bytes) };
    fs::write(folder.join(name), bytes).unwrap();
}

/// Without the mark that its formulas are still to be computed, which Excel takes off when it saves.
fn saved_by_excel(bytes: Vec<u8>) -> Vec<u8> {
    const MARK: &str = " fullCalcOnLoad=\"1\"";
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        assert_eq!(content.contains(MARK), name == "xl/workbook.xml");
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.replace(MARK, "").as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Writes a text, or a number where the text is one; `'` in front keeps a text.
fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Written {
    match text.parse::<f64>() {
        Ok(number) => sheet.write(row, column, number)?,
        Err(_) => sheet.write(row, column, text.strip_prefix('\'').unwrap_or(text))?,
    };
    Ok(())
}

fn line(sheet: &mut Worksheet, row: u32, cells: &[&str]) -> Written {
    (0..).zip(cells).filter(|(_, text)| !text.is_empty()).try_for_each(|(column, text)| put(sheet, row, column, text))
}

fn lines(sheet: &mut Worksheet, first: u32, rows: &[[&str; 10]]) -> Written {
    (first..).zip(rows).try_for_each(|(at, cells)| line(sheet, at, cells))
}

/// A sheet with a header and the three communes.
fn table<'b>(book: &'b mut Workbook, header: &[&str; 10]) -> Result<&'b mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet();
    line(sheet, 0, header)?;
    lines(sheet, 1, &ROWS)?;
    Ok(sheet)
}

fn plain(book: &mut Workbook) -> Written {
    table(book, &HEAD).map(drop)
}

/// As offices send them: title, two-line header, numbers of the columns, a sum, the place for signatures.
fn form(book: &mut Workbook) -> Written {
    let (sheet, centre) = (book.add_worksheet(), Format::new());
    sheet.merge_range(0, 0, 0, 9, "BIỂU TỔNG HỢP SỐ LIỆU VỀ TRẺ EM", &centre)?;
    sheet.merge_range(1, 0, 1, 9, "Năm 2024", &centre)?;
    for column in [0, 1, 2, 9] {
        sheet.merge_range(3, column, 4, column, LABELS[usize::from(column)], &centre)?;
    }
    sheet.merge_range(3, 3, 3, 5, "Trẻ em (người)", &centre)?;
    sheet.merge_range(3, 6, 3, 8, "Điều kiện", &centre)?;
    for column in 3..9 {
        sheet.write(4, column, LABELS[usize::from(column)].replacen(' ', "\n", 1))?;
    }
    line(sheet, 5, &["A", "B", "C", "'(1)", "'(2)", "'(3)", "'(4)", "'(5)", "'(6)", "'(7)"])?;
    lines(sheet, 6, &ROWS)?;
    line(sheet, 9, &["", "Tổng cộng", "", "600", "130", "99"])?;
    line(sheet, 11, &["", "Người lập biểu", "", "", "", "TM. ỦY BAN NHÂN DÂN"])
}

fn three_lines(book: &mut Workbook) -> Written {
    let (sheet, centre) = (book.add_worksheet(), Format::new());
    for column in [0, 1, 2, 6, 7, 8, 9] {
        sheet.merge_range(0, column, 2, column, LABELS[usize::from(column)], &centre)?;
    }
    sheet.merge_range(0, 3, 0, 5, "Số liệu về trẻ em", &centre)?;
    sheet.merge_range(1, 3, 2, 3, LABELS[3], &centre)?;
    sheet.merge_range(1, 4, 1, 5, "Trẻ", &centre)?;
    line(sheet, 2, &["", "", "", "", "dưới 1 tuổi", "được tiêm chủng"])?;
    lines(sheet, 3, &ROWS)
}

/// Vietnamese letters as some keyboards and a Mac write them, letter and mark apart.
fn decomposed(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    for (column, label) in (0..).zip(LABELS) {
        sheet.write(0, column, label.nfd().collect::<String>())?;
    }
    for (row, name) in (1..).zip(["Xã Một", "Xã Hai", "Xã Ba"]) {
        sheet.write(row, 1, name.nfd().collect::<String>())?;
    }
    sheet.write(2, 2, "Xã miền núi".nfd().collect::<String>()).map(drop)
}

/// The same figures, shown with marks of thousands, as percentages and as codes.
fn formats(book: &mut Workbook) -> Written {
    let sheet = table(book, &LABELS)?;
    let format = |code: &str| Format::new().set_num_format(code);
    sheet.write_with_format(1, 0, 1, &format("00000"))?;
    sheet.write_with_format(1, 3, 200, &format("#,##0"))?;
    sheet.write_with_format(1, 7, 0.8, &format("0%"))?;
    sheet.write_with_format(2, 7, 0.795, &format("0.00%"))?;
    sheet.write_with_format(1, 8, 12.5, &format("#,##0.00 \"m²\"")).map(drop)
}

fn computed(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    sheet.write_formula(1, 3, Formula::new("=150+E2").set_result("200"))?;
    sheet.write_formula(3, 3, Formula::new("=SUM(D2:D3)").set_result("300"))?;
    sheet.write_formula(1, 1, Formula::new("=\"Xã \"&\"Một\"").set_result("Xã Một")).map(drop)
}

/// A figure out of another workbook.
fn linked(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    sheet.write_formula(1, 5, Formula::new("=[1]Sheet1!B7").set_result("49"))?;
    sheet.write_formula(2, 2, Formula::new("=VLOOKUP(A3,'[1]Danh mục'!A:C,3,0)").set_result("ward")).map(drop)
}

/// Excel stores 0 where a formula looks at itself; what rests on it is no figure either.
fn circular(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    sheet.write_formula(1, 4, Formula::new("=F2+1").set_result("0"))?;
    sheet.write_formula(1, 5, Formula::new("=E2-1").set_result("0"))?;
    sheet.write_formula(2, 3, Formula::new("=SUM(E$2:F2)+100").set_result("100"))?;
    sheet.write_formula(3, 3, Formula::new("=E4*5").set_result("300")).map(drop)
}

/// The same where the circle goes over another sheet, over a hidden one, and through the name of the own one.
fn circular_sheets(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?.set_name("Biểu 1")?;
    let zero = |formula: &str| Formula::new(formula).set_result("0");
    sheet.write_formula(1, 5, zero("='Biểu 2'!A1"))?;
    sheet.write_formula(2, 5, zero("=ẨN!A1*1"))?;
    sheet.write_formula(3, 4, zero("='biểu 1'!E4+1"))?;
    sheet.write_formula(3, 5, zero("='Biểu 2'!B1"))?;
    let other = book.add_worksheet().set_name("Biểu 2")?;
    other.write_formula(0, 0, zero("='Biểu 1'!F2"))?;
    other.write_formula(0, 1, zero("=0*1"))?;
    let hidden = book.add_worksheet().set_name("Ẩn")?;
    hidden.set_hidden(true).write_formula(0, 0, zero("='Biểu 1'!F3")).map(drop)
}

/// What a program writes that does not compute, and Excel has not opened since.
fn without_results(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    sheet.write_formula(1, 3, Formula::new("=150+50").set_result(""))?;
    sheet.write_formula(2, 6, Formula::new("=IF(D3>0,\"có\",\"không\")").set_result(""))?;
    // A result, and the mark that it is not to be trusted.
    sheet.write_formula(3, 3, Formula::new("=5*60").set_result("0")).map(drop)
}

fn errors(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    for (row, error) in (1..).zip(["#DIV/0!", "#REF!", "#N/A"]) {
        sheet.write_formula(row, 4, Formula::new("=D1/0").set_result(error))?;
    }
    Ok(())
}

/// A guide, the table, an older table that is hidden, and a list that fits worse.
fn sheets(book: &mut Workbook) -> Written {
    line(book.add_worksheet().set_name("Hướng dẫn")?, 0, &["Điền số liệu vào trang Biểu 1"])?;
    table(book, &LABELS)?.set_name("Biểu 1")?;
    table(book, &HEAD)?.set_name("2023")?.set_hidden(true);
    line(book.add_worksheet().set_name("Danh mục")?, 0, &HEAD[..3])
}

/// A filter hides rows and columns; they are figures all the same.
fn hidden_rows(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    sheet.autofilter(0, 0, 3, 9)?;
    sheet.set_row_hidden(2)?;
    sheet.set_column_hidden(4).map(drop)
}

/// Figures that were typed as text, with blanks of several kinds.
fn texts(book: &mut Workbook) -> Written {
    let sheet = table(book, &LABELS)?;
    for (column, text) in [(0, " 00001\u{A0}"), (3, "200"), (4, "\u{A0}50 "), (7, "80 %"), (8, "12,50")] {
        sheet.write(1, column, text)?;
    }
    sheet.write(3, 3, "3 00")?;
    sheet.write(3, 5, "30 trẻ").map(drop)
}

fn date_and_per_cent(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    let format = |code: &str| Format::new().set_num_format(code);
    sheet.write_with_format(1, 4, &ExcelDateTime::from_ymd(2024, 5, 3)?, &format("dd/mm/yyyy"))?;
    sheet.write_with_format(2, 5, 1, &format("0%"))?;
    sheet.write_with_format(3, 7, 1.2, &format("0%")).map(drop)
}

/// Signs in place of figures, of which the standard declares some.
fn signs(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    for (row, sign) in (1..).zip(["-", "không", "N/A"]) {
        sheet.write(row, 5, sign)?;
        sheet.write(row, 4, sign)?;
    }
    Ok(())
}

fn sums_and_footer(book: &mut Workbook) -> Written {
    let sheet = table(book, &HEAD)?;
    line(sheet, 4, &["Cộng:", "", "", "600", "130", "99"])?;
    line(sheet, 5, &["", "TỔNG SỐ 3 XÃ", "", "600"])?;
    line(sheet, 7, &["Ghi chú: số liệu đến ngày 31/12"])?;
    line(sheet, 8, &["", "", "", "", "Mẫu An, ngày 15 tháng 1 năm 2025"])
}

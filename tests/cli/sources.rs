//! Where tables come from: workbooks, one of their sheets, folders, patterns, and the list of codes.

use crate::run::{Ran, SAMPLE, cfc, file, folder, program, project, project_file, scored};
use rust_xlsxwriter::{DataValidation, Workbook};
use std::fs;
use tempfile::TempDir;

const STANDARD: &str = "tests/bad/tables/standard.toml";

/// A kept workbook, copied into a folder under a name.
fn kept(folder: &TempDir, name: &str, from: &str) -> String {
    file(folder, name, fs::read(project("tests/tables").join(from)).unwrap())
}

/// `score` under the small standard, in a folder.
fn score_in(folder: &TempDir, arguments: &[&str]) -> Ran {
    let standard = project(STANDARD);
    let mut program = program();
    let program = program.current_dir(folder.path()).args(["score", "--lang", "en", "--standard"]).arg(standard);
    program.args(arguments).output().unwrap().into()
}

/// The codes in a CSV of results.
fn codes(ran: &Ran) -> Vec<&str> {
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.lines().skip(1).filter_map(|line| line.split(',').next()).collect()
}

/// The sample as a workbook: figures as numbers, a title, a sum, and a sheet that guides.
fn sample_as_workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Hướng dẫn").unwrap().write(0, 0, "Điền số liệu vào trang sau").unwrap();
    let sheet = book.add_worksheet().set_name("Số liệu").unwrap();
    sheet.write(0, 0, "Biểu tổng hợp số liệu").unwrap();
    let text = project_file(SAMPLE);
    for (row, line) in (2..).zip(text.lines()) {
        for (column, cell) in (0..).zip(line.split(',')).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                // Codes are text.
                Ok(number) if column > 0 => sheet.write(row, column, number).unwrap(),
                _ => sheet.write(row, column, cell).unwrap(),
            };
        }
    }
    let under = u32::try_from(text.lines().count()).unwrap() + 2;
    sheet.write(under, 1, "Tổng cộng").unwrap().write(under, 6, 123_456).unwrap();
    sheet.add_data_validation(2, 6, under, 6, &DataValidation::new()).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn the_sample_as_a_workbook_scores_as_the_sample() {
    let folder = folder();
    let book = file(&folder, "bieu.xlsx", sample_as_workbook());
    for format in ["csv", "tsv", "md", "table"] {
        let arguments = format!("--format {format} --breakdown");
        assert_eq!(scored(&book, &arguments), scored(SAMPLE, &arguments), "{format}");
    }
}

#[test]
fn a_folder_and_a_pattern_mean_the_tables_in_them_in_the_order_of_their_names() {
    let folder = folder();
    let one = |code: &str| {
        format!(
            "code,name,area_class,children,infants,immunised,officer,taking_part,playground,water\n\
                                    {code},Xã {code},ward,200,50,49,có,80,12.5,tap\n"
        )
    };
    kept(&folder, "b.xlsx", "x-plain.xlsx");
    file(&folder, "a.csv", one("00008"));
    file(&folder, "C.CSV", one("00009"));
    for not_read in ["~$b.xlsx", ".~lock.b.xlsx#", "notes.txt", ".hidden.csv"] {
        file(&folder, not_read, "x");
    }
    fs::create_dir(folder.path().join("d.xlsx")).unwrap();
    let csv = ["--format", "csv"];
    let all = ["00009", "00008", "00001", "00002", "00003"];
    assert_eq!(codes(&score_in(&folder, &[&["."][..], &csv].concat())), all);
    assert_eq!(codes(&score_in(&folder, &[&["*.csv"][..], &csv].concat())), all[..2]);
    assert_eq!(codes(&score_in(&folder, &[&["?.*s*"][..], &csv].concat())), all);
    assert_eq!(codes(&score_in(&folder, &[&["b.xlsx", "?.CSV"][..], &csv].concat())).len(), 5);
}

#[test]
fn a_folder_or_pattern_without_a_table_is_an_error() {
    let folder = folder();
    file(&folder, "notes.txt", "x");
    for nothing in [".", "*.xlsx"] {
        let ran = score_in(&folder, &[nothing]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert!(ran.err.contains("error[file/none]") && ran.err.contains(nothing), "{}", ran.err);
    }
}

#[test]
fn documents_of_an_office_among_the_tables_of_a_folder_are_named() {
    let folder = folder();
    kept(&folder, "b.xlsx", "x-plain.xlsx");
    file(&folder, "Xã C.docx", "x");
    let ran = score_in(&folder, &[".", "--format", "csv"]);
    assert_eq!((ran.code, codes(&ran).len()), (0, 3), "{}", ran.err);
    assert!(ran.err.contains("file/not-read") && ran.err.contains("Xã C.docx"), "{}", ran.err);
}

#[test]
fn a_sheet_is_chosen_by_name_or_number_and_one_that_is_not_there_is_told() {
    let folder = folder();
    let book = kept(&folder, "b.xlsx", "two-equal-sheets.xlsx");
    let unclear = score_in(&folder, &["b.xlsx"]);
    assert!(unclear.err.contains("book/sheet-unclear") && unclear.err.contains("--sheet \"A\""), "{}", unclear.err);
    for sheet in ["A", "b", "2"] {
        let ran = score_in(&folder, &["b.xlsx", "--sheet", sheet, "--format", "csv"]);
        assert_eq!((codes(&ran).len(), ran.err.as_str()), (3, ""), "{sheet}");
    }
    for (sheet, hint) in
        [("AA", "did you mean `--sheet \"A\"`"), ("3", "visible are: \"A\" and \"B\""), ("0", "visible are")]
    {
        let ran = score_in(&folder, &["b.xlsx", "--sheet", sheet]);
        assert!(
            ran.code == 2 && ran.err.contains("book/unknown-sheet") && ran.err.contains(hint),
            "{book} {}",
            ran.err
        );
    }
    kept(&folder, "hidden.xlsx", "hidden-sheet.xlsx");
    let hidden = score_in(&folder, &["hidden.xlsx", "--sheet", "Bản cũ"]);
    assert!(hidden.code != 0 && hidden.err.contains("book/unknown-sheet"), "{}", hidden.err);
}

#[test]
fn zeros_in_front_of_a_code_are_restored_where_the_list_leaves_no_doubt() {
    let folder = folder();
    kept(&folder, "b.xlsx", "codes-as-numbers.xlsx");
    let told = score_in(&folder, &["b.xlsx"]);
    assert!(told.err.contains("warning[cell/short-code]") && told.err.contains("write 00001"), "{}", told.err);
    file(&folder, "list.csv", "code,name\n00001,Xã Một\n00002,Xã Hai\n");
    let restored = score_in(&folder, &["b.xlsx", "--codes", "list.csv", "--format", "csv"]);
    assert_eq!(codes(&restored), ["00001", "00002"]);
    assert_eq!(restored.err.matches("warning[cell/code-restored]").count(), 2, "{}", restored.err);
    assert!(restored.err.contains("b.xlsx!S!A2"), "{}", restored.err);
    for doubtful in ["code\n00001\n", "code\n00001\n1\n00002\n"] {
        file(&folder, "list.csv", doubtful);
        let ran = score_in(&folder, &["b.xlsx", "--codes", "list.csv"]);
        assert!(ran.err.contains("warning[cell/short-code]") && ran.err.contains("A2"), "{}", ran.err);
    }
}

#[test]
fn a_workbook_is_named_with_sheet_and_cell_in_both_languages() {
    for (lang, row) in [("en", "b.xlsx!Sheet1!E2 (infants)"), ("vi", "b.xlsx!Sheet1!E2 (infants)")] {
        let folder = folder();
        let book = kept(&folder, "b.xlsx", "x-errors.xlsx");
        let ran = cfc(&format!("score {book} --standard {STANDARD} --lang {lang}"));
        assert!(ran.code == 1 && ran.err.contains(row), "{}", ran.err);
    }
}

#[test]
fn a_comparison_takes_workbooks_too() {
    let folder = folder();
    let book = file(&folder, "bieu.xlsx", sample_as_workbook());
    let compared = |data: &str| cfc(&format!("diff qd-06-2019 qd-06-2019 --data {data} --lang en"));
    let (of_book, of_text) = (compared(&book), compared(SAMPLE));
    assert_eq!((of_book.code, of_book.out), (of_text.code, of_text.out), "{}", of_book.err);
}

#[test]
fn a_workbook_under_the_name_of_a_text_table_is_read_as_what_it_is() {
    let folder = folder();
    kept(&folder, "b.csv", "x-plain.xlsx");
    assert_eq!(codes(&score_in(&folder, &["b.csv", "--format", "csv"])).len(), 3);
}

//! English wording: workbooks, their sheets and rows.

use crate::diag::book::{Book, Damage, Part, Rows};
use crate::diag::problem::Problem;
use crate::diag::words::{Words, grouped, joined, listed_quoted, one_line, quoted, tick};
use crate::lang::Lang;

pub(in crate::diag) fn words(problem: &Problem) -> Words {
    let Problem::Book(book) = problem else { return Words::default() };
    match book {
        Book::NoHeader { .. } | Book::SheetUnclear { .. } | Book::UnknownSheet { .. } | Book::HeaderUnclear { .. } => {
            header(book)
        }
        Book::HiddenSheets { .. }
        | Book::OtherSheets { .. }
        | Book::RowsNotRead { .. }
        | Book::ColumnsNotRead { .. }
        | Book::FilesNotRead { .. } => not_read(book),
        Book::DateForNumber { .. }
        | Book::NotComputed { .. }
        | Book::Linked { .. }
        | Book::Circular { .. }
        | Book::FractionOrPercent { .. }
        | Book::MergedFigure { .. }
        | Book::NamedLikeSum { .. }
        | Book::CodeRestored { .. } => cell(book),
        other => file(other),
    }
}

fn file(book: &Book) -> Words {
    match book {
        Book::Damaged { damage } => Words::new(format!("this workbook is damaged or cut off: {}", reason(damage)))
            .hint("open it in Excel, save it again as `Excel Workbook (*.xlsx)`, or ask for it to be sent again"),
        Book::OtherKind { kind: "text" } => Words::new("this file has the name of a workbook, but holds plain text")
            .hint("open it in Excel and save it as `Excel Workbook (*.xlsx)`"),
        Book::OtherKind { kind: ".zip" } => Words::new("this is a packed file without a sheet of its own")
            .hint("unpack it, and name the folder with the workbooks: `cfc score folder`"),
        Book::OtherKind { kind: "Word" } => Words::new("this file has the name of a workbook, but is a Word document")
            .hint("copy the table from Word into Excel and save it as `Excel Workbook (*.xlsx)`"),
        Book::OtherKind { kind } => Words::new(format!("workbooks of the kind {kind} are not read"))
            .hint("in Excel, save it as `Excel Workbook (*.xlsx)`"),
        Book::Locked => Words::new("this workbook cannot be opened without a password")
            .hint("open it in Excel, remove the password under `File`, `Info`, `Protect Workbook`, and save it"),
        Book::TooMuch { what, limit } => too_much(*what, *limit),
        Book::NoFiles { pattern, in_folder: true } => Words::new(format!("there is no table at {}", tick(pattern)))
            .hint("only the last part, the name of the file, may hold * or ?; name each folder: `a/*.xlsx b/*.xlsx`"),
        Book::NoFiles { pattern, .. } => Words::new(format!("there is no table at {}", tick(pattern))).hint(
            "name a .csv, .tsv, .xlsx, .xlsm, .xls or .ods file, a folder with such files, or a pattern: `data/*.xlsx`",
        ),
        _ => Words::default(),
    }
}

fn reason(damage: &Damage) -> String {
    match damage {
        Damage::Library(message) => one_line(message).to_lowercase(),
        Damage::CutOff => "it ends in the middle".to_owned(),
        Damage::NoWorkbook => "there is no workbook in it that can be read".to_owned(),
        Damage::BeyondSheet => "a cell lies outside the sheet".to_owned(),
        Damage::FalseCount => "it says to have more than is in it".to_owned(),
        Damage::Contradiction => "its parts do not fit together".to_owned(),
    }
}

fn too_much(what: Part, limit: u64) -> Words {
    let part = match what {
        Part::Bytes => "bytes when unpacked",
        Part::Files => "files inside",
        Part::Sheets => "sheets",
        Part::Rows => "rows in a sheet",
        Part::Columns => "columns in a sheet",
        Part::Cells => "filled cells",
        Part::Area => "cells between the first and the last of a sheet",
        Part::Text => "bytes of text in its cells",
        Part::Tags => "XML tags inside",
        Part::References => "steps from formulas to the cells they look at",
    };
    Words::new(format!("this workbook has more than {} {part}, the most that is read", grouped(limit, Lang::En)))
        .hint("if it is what it should be, save the sheet with the communes as `CSV UTF-8 (Comma delimited)`")
}

/// How a hidden sheet is shown.
const UNHIDE: &str =
    "in Excel, right-click the name of a sheet, choose `Unhide` for the one with the figures, and save";

fn header(book: &Book) -> Words {
    match book {
        Book::NoHeader { sheets, wanted, hidden } => {
            let looked = match sheets.as_slice() {
                [] => "there is no visible sheet".to_owned(),
                sheets => format!("no row looks like a header in {}", listed_quoted(sheets, "or")),
            };
            let wanted = format!("{looked}, expected columns such as {}", listed_quoted(wanted, "and"));
            if hidden.is_empty() {
                return Words::new(wanted)
                    .hint("write the ids or labels of the standard's fields as the column headers, one row for all");
            }
            Words::new(format!("{wanted}; hidden sheets were not looked at: {}", listed_quoted(hidden, "and")))
                .hint(UNHIDE)
        }
        Book::SheetUnclear { sheets } => {
            Words::new(format!("several sheets fit equally well: {}", listed_quoted(sheets, "and")))
                .hint(format!("choose one by its name or number: `--sheet {}`", first_quoted(sheets)))
        }
        Book::UnknownSheet { found, is_hidden: true, .. } => {
            Words::new(format!("sheet {} is hidden, and not read", quoted(found))).hint(UNHIDE)
        }
        Book::UnknownSheet { found, known, meant, .. } => {
            let words = Words::new(format!("there is no visible sheet {}", quoted(found)));
            match meant {
                Some(meant) => words.hint(format!("did you mean `--sheet {}`?", quoted(meant))),
                None => words.hint(format!("visible are: {}", listed_quoted(known, "and"))),
            }
        }
        Book::HeaderUnclear { rows } => {
            let rows: Vec<String> = rows.iter().map(u64::to_string).collect();
            Words::new(format!("several rows could be the header: rows {}", rows.join(", ")))
                .hint("keep one table on the sheet or in the file, and move the others to sheets or files of their own")
        }
        _ => Words::default(),
    }
}

fn first_quoted(sheets: &[String]) -> String {
    sheets.first().map(|sheet| quoted(sheet)).unwrap_or_default()
}

fn not_read(book: &Book) -> Words {
    match book {
        Book::HiddenSheets { names } => Words::new(format!("hidden and not read: {}", listed_quoted(names, "and"))),
        Book::OtherSheets { names } => Words::new(format!("sheets not read: {}", listed_quoted(names, "and"))),
        Book::FilesNotRead { names } => {
            Words::new(format!("files not read, being neither workbook nor CSV: {}", listed_quoted(names, "and")))
                .hint("if one holds figures of communes, copy its table into a workbook in the same folder")
        }
        Book::ColumnsNotRead { columns } => {
            let columns = joined(columns.clone(), "and");
            Words::new(format!("not read, for want of a header: column {columns}"))
        }
        Book::RowsNotRead { rows, first, last } => {
            let what = match rows {
                Rows::Totals => "a sum",
                Rows::Group => "the title of a district or group",
                Rows::Header => "the header once more",
                Rows::Notes => "column numbers or units",
                Rows::Footer => "what stands below the table",
            };
            let place = if first == last { format!("row {first}") } else { format!("rows {first} to {last}") };
            Words::new(format!("{place} not read: {what}"))
        }
        _ => Words::default(),
    }
}

fn cell(book: &Book) -> Words {
    match book {
        Book::DateForNumber { found } => Words::new(format!("{} is a date, expected a number", quoted(found)))
            .hint("set the cell format to General or Number, and type the figure again"),
        Book::NotComputed { found } => Words::new(format!("the formula {} has not been computed in the file", quoted(found)))
            .hint("open the workbook in Excel, let it compute, and save it; or write the figure instead"),
        Book::Linked { found } => {
            Words::new(format!("the formula {} takes its figure from another workbook, as it was on the day this one was saved", quoted(found)))
                .hint("in Excel, choose `Data`, `Edit Links`, `Break Link`, check the figure, and save; or write the figure instead")
        }
        Book::Circular { found } => {
            Words::new(format!("the formula {} depends on its own result, so it has none", quoted(found)))
                .hint("correct the formula, or write the figure instead; Excel lists such cells under `Formulas`, `Error Checking`, `Circular References`")
        }
        Book::FractionOrPercent { found, percent } => Words::new(format!(
            "{} may be {} % shown as per cent, or {} %; a file of this kind does not tell",
            quoted(found),
            one_line(percent),
            one_line(found)
        ))
        .hint("save the workbook as `Excel Workbook (*.xlsx)`, or write the per cent as a number: 95"),
        Book::MergedFigure { found, range } => Words::new(format!(
            "{} stands in the merged cells {range}, for several communes or fields together, so it is the figure of none",
            quoted(found)
        ))
        .hint("undo `Merge & Center`, and write each figure in its own cell"),
        Book::NamedLikeSum { found } => {
            Words::new(format!("{} is a word for a sum, but the row has a code and is read as a commune", quoted(found)))
                .hint("if the row is a sum, delete its code; if it is a commune, write what it is before its name: `Xã Tổng`")
        }
        Book::CodeRestored { found, code } => Words::new(format!(
            "code {} is read as {}: the list of codes has it with the leading zeros only",
            quoted(found),
            quoted(code)
        ))
        .hint(format!("set the cell format to Text and write {}", one_line(code))),
        _ => Words::default(),
    }
}

//! Places as text: cells as a spreadsheet names them, spans cut to what can be underlined.

use crate::diag::wording::note_words;
use crate::diag::words::one_line;
use crate::diag::{CellPlace, Note, Place, Span};
use crate::lang::Lang;

/// `communes.csv, row 7, column M (under1), commune 00123 …`, with what it shows when it is a related place.
pub(super) fn line(place: &Place, note: Option<&Note>, lang: Lang) -> String {
    let text = match place {
        Place::Cell(cell) => cell_words(cell, lang),
        Place::File(name) => name.clone(),
        Place::Source(source, span) => {
            let (line, column) = source.line_column(span.start);
            format!("{}:{line}:{column}", source.name)
        }
    };
    match note {
        Some(note) => format!("{text}: {}", note_words(note, lang)),
        None => text,
    }
}

fn cell_words(cell: &CellPlace, lang: Lang) -> String {
    let [row, column, commune] = match lang {
        Lang::Vi => ["dòng", "cột", "đơn vị"],
        Lang::En => ["row", "column", "commune"],
    };
    let letters = cell.column.map(CellPlace::column_letters);
    let header = cell.header.as_ref().map_or_else(String::new, |header| format!(" ({})", one_line(header)));
    let mut parts = match (&cell.sheet, cell.row, &letters) {
        // As spreadsheets write it, so that it can be typed into the box that jumps to a cell.
        (Some(sheet), Some(row), Some(letters)) => vec![format!("{}!{sheet}!{letters}{row}{header}", cell.file)],
        (Some(sheet), ..) => vec![format!("{}!{sheet}", cell.file)],
        (None, ..) => vec![cell.file.to_string()],
    };
    if cell.sheet.is_none() || cell.row.is_none() || letters.is_none() {
        parts.extend(cell.row.map(|n| format!("{row} {n}")));
        parts.extend(letters.map(|letters| format!("{column} {letters}{header}")));
    }
    parts.extend(cell.commune.as_ref().map(|name| format!("{commune} {name}")));
    parts.join(", ")
}

/// The part of a span on its first line, on character borders and inside the text.
///
/// A span over several lines is a whole table or section: its first line names it, and carets under forty lines
/// would hide the message.
pub(super) fn first_line(text: &str, span: &Span) -> Span {
    let start = text.floor_char_boundary(span.start);
    // At the end of the file the caret belongs behind the last thing written, not on the line after it.
    let start = if start == text.len() { text.trim_end_matches(['\n', '\r']).len() } else { start };
    let end = text.ceil_char_boundary(span.end).max(start);
    let inside = text.get(start..end).unwrap_or("");
    let line = inside.find('\n').and_then(|at| inside.get(..at)).unwrap_or(inside);
    start..start + line.trim_end_matches('\r').len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_cell_of_a_workbook_is_named_as_spreadsheets_name_it() {
        let of = |row, column: Option<usize>| CellPlace {
            file: Arc::from("bieu.xlsx"),
            sheet: Some(Arc::from("Biểu 1")),
            row,
            column,
            header: column.map(|_| Arc::from("under1")),
            commune: None,
        };
        let rows = [
            (Some(12), Some(6), "bieu.xlsx!Biểu 1!F12 (under1)", "bieu.xlsx!Biểu 1!F12 (under1)"),
            (Some(12), None, "bieu.xlsx!Biểu 1, dòng 12", "bieu.xlsx!Biểu 1, row 12"),
            (None, Some(6), "bieu.xlsx!Biểu 1, cột F (under1)", "bieu.xlsx!Biểu 1, column F (under1)"),
            (None, None, "bieu.xlsx!Biểu 1", "bieu.xlsx!Biểu 1"),
        ];
        for (row, column, vi, en) in rows {
            assert_eq!(cell_words(&of(row, column), Lang::Vi), vi);
            assert_eq!(cell_words(&of(row, column), Lang::En), en);
        }
    }

    #[test]
    fn a_span_is_cut_to_its_first_line_and_to_whole_characters() {
        let rows: [(&str, Span, Span); 8] = [
            ("a = 1\nb = 2\n", 0..11, 0..5),
            ("a = 1\r\nb = 2\r\n", 4..12, 4..5),
            ("đất", 1..2, 0..2),
            ("a", 5..9, 1..1),
            ("a\n", 2..2, 1..1),
            ("", 0..0, 0..0),
            ("a\nb", 1..3, 1..1),
            #[expect(clippy::reversed_empty_ranges, reason = "a parser may hand over such a span")]
            ("abc", 2..1, 2..2),
        ];
        for (text, span, shown) in rows {
            assert_eq!(first_line(text, &span), shown, "{text:?} {span:?}");
        }
    }
}

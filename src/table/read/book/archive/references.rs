//! References to cells in an .xlsx file, before the library reads them: it computes with them unchecked, and makes room
//! for as many shared formulas as the highest number says.

use super::super::{MOST_CELLS, broken, damaged};
use super::Archive;
use crate::diag::Problem;
use crate::diag::book::Damage;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufRead, BufReader};

/// Elements whose references the library computes with.
const ELEMENTS: [&str; 5] = ["c", "row", "dimension", "mergeCell", "f"];
/// Letters and digits of the last cell of a sheet, `XFD1048576`.
const MOST_LETTERS: usize = 3;
const MOST_DIGITS: usize = 7;

/// Looks at every file: any of them may be a sheet.
///
/// # Errors
/// A reference lies beyond any sheet, or a range ends before it begins.
pub(super) fn check(archive: &mut Archive<'_>) -> Result<(), Problem> {
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| broken(&error))?;
        check_file(BufReader::new(file))?;
    }
    Ok(())
}

/// What is no XML is left to the library, which says so.
fn check_file(file: impl BufRead) -> Result<(), Problem> {
    let mut reader = Reader::from_reader(file);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) => check_element(&e)?,
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

fn check_element(e: &BytesStart<'_>) -> Result<(), Problem> {
    if !ELEMENTS.contains(&e.local_name().as_ref()) {
        return Ok(());
    }
    // Unchecked: a second attribute of the same name must not hide behind the first.
    for attribute in e.attributes().with_checks(false).flatten() {
        let good = match attribute.key.as_ref() {
            "r" | "ref" => is_range(&attribute.value),
            "si" => attribute.value.parse::<u64>().is_ok_and(|number| number < MOST_CELLS),
            _ => true,
        };
        if !good {
            return Err(damaged(Damage::BeyondSheet));
        }
    }
    Ok(())
}

/// One reference, or two of which the second is not before the first.
fn is_range(text: &str) -> bool {
    let Some((first, last)) = text.split_once(':') else { return place(text).is_some() };
    let places = place(first).zip(place(last));
    places.is_some_and(|((row, column), (last_row, last_column))| row <= last_row && column <= last_column)
}

/// Row and column; the letters of a column in an order in which `Z` comes before `AA`.
fn place(text: &str) -> Option<(u32, (usize, String))> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at_checked(letters)?;
    let row = if row.len() > MOST_DIGITS { None } else { row.parse().ok() }?;
    (letters <= MOST_LETTERS).then(|| (row, (letters, column.to_ascii_uppercase())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_lies_on_a_sheet_and_a_range_ends_after_it_begins() {
        for good in ["A1", "XFD1048576", "12", "a1:b2", "Z1:AA1", "C3:C3"] {
            assert!(is_range(good), "{good}");
        }
        for bad in ["", "A", "AAAA1", "A12345678", "B1:A1", "A2:A1", "AA1:Z1", "A1:B2:C3", "$A$1", "A-1"] {
            assert!(!is_range(bad), "{bad}");
        }
    }
}

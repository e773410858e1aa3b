//! References in an .xlsx file, before the library follows them: those to cells, with which it computes unchecked, those to
//! shared formulas, for as many of which it makes room as the highest number says, those to files, each of which it reads
//! as often as it is named, and those of styles to fonts and formats, which it copies for each style.

use super::super::{MOST_CELLS, MOST_SHEETS, MOST_TEXT, broken, damaged, too_much};
use super::Archive;
use crate::diag::Problem;
use crate::diag::book::{Damage, Part};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};

/// Elements whose references the library computes with.
const ELEMENTS: [&str; 5] = ["c", "row", "dimension", "mergeCell", "f"];
/// Letters and digits of the last cell of a sheet, `XFD1048576`.
const MOST_LETTERS: usize = 3;
const MOST_DIGITS: usize = 7;

/// Looks at every file: any of them may be a sheet.
///
/// # Errors
/// A reference lies beyond any sheet, a range ends before it begins, a sheet is named twice, or there are too many of
/// something.
pub(super) fn check(archive: &mut Archive<'_>) -> Result<(), Problem> {
    let mut named = Named::default();
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| broken(&error))?;
        check_file(BufReader::new(file), &mut named)?;
    }
    Ok(())
}

/// What is no XML is left to the library, which says so.
fn check_file(file: impl BufRead, named: &mut Named) -> Result<(), Problem> {
    let mut reader = Reader::from_reader(file);
    let (mut buffer, mut styles) = (Vec::new(), Styles::default());
    named.sheets.clear();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) => {
                check_element(&e)?;
                named.check(&e)?;
                styles.check(&e)?;
            }
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// Sheets of the file that is read, and files that any file names.
#[derive(Default)]
struct Named {
    sheets: BTreeSet<String>,
    files: BTreeSet<String>,
}

impl Named {
    /// A sheet or a table that is named twice would be read twice: a small file could name one many thousand times.
    fn check(&mut self, e: &BytesStart<'_>) -> Result<(), Problem> {
        let value = |wanted: &str| {
            let mut all = e.attributes();
            let found = all.with_checks(false).flatten().filter(|a| a.key.local_name().as_ref() == wanted);
            found.last().map(|a| a.value.to_string())
        };
        let is_new = match e.local_name().as_ref() {
            "sheet" => value("id").is_none_or(|id| self.sheets.insert(id)),
            "Relationship" => {
                let kind = value("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let is_read = matches!(kind.as_str(), "worksheet" | "chartsheet" | "dialogsheet" | "table");
                !is_read || value("Target").is_none_or(|target| self.files.insert(ending(&target)))
            }
            _ => true,
        };
        let most = usize::try_from(MOST_SHEETS).unwrap_or(usize::MAX);
        match () {
            () if !is_new => Err(damaged(Damage::Contradiction)),
            () if self.sheets.len() > most => Err(too_much(Part::Sheets, MOST_SHEETS)),
            () => Ok(()),
        }
    }
}

/// The folder and the name at the end of a path, however the path begins.
fn ending(path: &str) -> String {
    let path = path.to_lowercase().replace('\\', "/");
    let parts: Vec<&str> = path.rsplit('/').take(2).collect();
    parts.join("/")
}

/// The styles of a file, for each of which the library copies a font and a format.
#[derive(Default)]
struct Styles {
    count: u64,
    /// Bytes of the longest element: no font and no format has a longer name.
    longest: u64,
}

impl Styles {
    /// Bytes of a style without any names.
    const EACH: u64 = 256;

    fn check(&mut self, e: &BytesStart<'_>) -> Result<(), Problem> {
        self.count += u64::from(e.local_name().as_ref() == "xf");
        self.longest = self.longest.max(u64::try_from(e.len()).unwrap_or(u64::MAX));
        let copied = self.count.saturating_mul(self.longest.saturating_add(Self::EACH));
        if copied > MOST_TEXT { Err(too_much(Part::Text, MOST_TEXT)) } else { Ok(()) }
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

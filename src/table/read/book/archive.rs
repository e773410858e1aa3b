//! A packed workbook before it is read: what it would unpack to, what kind it is.

mod references;

use super::{MOST_CELLS, broken, damaged, too_much};
use crate::diag::book::{Damage, Part};
use crate::diag::{Book as Found, Problem};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{BufReader, Cursor, Read, Write};
use zip::ZipArchive;
use zip::result::ZipError;

/// Files in a workbook; large ones have some hundred.
const MOST_FILES: u64 = 10_000;
/// Bytes of all files when unpacked: a million cells take half of it.
const MOST_BYTES: u64 = 64 << 20;
/// XML tags in all files: a million cells with a value each, and the rows around them. The library goes through them
/// several times.
const MOST_TAGS: u64 = 6_000_000;

/// What kind of workbook it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xlsb,
    Ods,
    /// A Word document, under whatever name.
    Word,
    Other,
}

/// What is known of a workbook before its sheets are read.
#[derive(Debug)]
pub(super) struct Inside {
    pub(super) kind: Kind,
    /// Whether it asks for its formulas to be computed when it is opened: the results in it are no results.
    pub(super) computes_on_load: bool,
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Unpacks everything once without keeping it.
///
/// # Errors
/// It is broken, locked, or has too much in it.
pub(super) fn inspect(bytes: &[u8]) -> Result<Inside, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| of_zip(&error))?;
    let files = u64::try_from(archive.len()).unwrap_or(u64::MAX);
    if files > MOST_FILES {
        return Err(too_much(Part::Files, MOST_FILES));
    }
    let declared = declared(&mut archive)?;
    if declared > MOST_BYTES {
        return Err(too_much(Part::Bytes, MOST_BYTES));
    }
    unpack(&mut archive)?;
    let kind = kind(&archive);
    if kind == Kind::Xlsx {
        check_strings(&mut archive)?;
        references::check(&mut archive)?;
    }
    let on_load = attribute(&mut archive, "xl/workbook.xml", "calcPr", "fullCalcOnLoad");
    Ok(Inside { kind, computes_on_load: on_load.is_some_and(|value| value == "1" || value == "true") })
}

fn of_zip(error: &ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(reason) if reason.to_lowercase().contains("password") => {
            Problem::Book(Found::Locked)
        }
        error => broken(error),
    }
}

fn declared(archive: &mut Archive<'_>) -> Result<u64, Problem> {
    let mut sum = 0_u64;
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|error| of_zip(&error))?;
        sum = sum.saturating_add(file.size());
    }
    Ok(sum)
}

/// What is declared may be a lie: the bytes are counted as they come out.
fn unpack(archive: &mut Archive<'_>) -> Result<(), Problem> {
    let (mut left, mut tags) = (MOST_BYTES, Tags(0));
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| of_zip(&error))?;
        let read = std::io::copy(&mut file.take(left + 1), &mut tags);
        let read = read.map_err(|error| broken(&error))?;
        left = left.checked_sub(read).ok_or_else(|| too_much(Part::Bytes, MOST_BYTES))?;
        if tags.0 > MOST_TAGS {
            return Err(too_much(Part::Tags, MOST_TAGS));
        }
    }
    Ok(())
}

/// Counts the tags in what is written to it, and keeps nothing.
struct Tags(u64);

impl Write for Tags {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.iter().map(|byte| u64::from(*byte == b'<')).sum::<u64>();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn kind(archive: &Archive<'_>) -> Kind {
    let has = |name: &str| archive.index_for_name(name).is_some();
    match () {
        () if has("xl/workbook.bin") => Kind::Xlsb,
        () if has("xl/workbook.xml") => Kind::Xlsx,
        () if has("word/document.xml") => Kind::Word,
        () if has("content.xml") => Kind::Ods,
        () if has("[Content_Types].xml") => Kind::Xlsx,
        () => Kind::Other,
    }
}

/// The library makes room for as many texts as the file says it has.
fn check_strings(archive: &mut Archive<'_>) -> Result<(), Problem> {
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.to_string()).collect();
    for name in names.iter().filter(|name| name.to_lowercase().ends_with("sharedstrings.xml")) {
        let count = attribute(archive, name, "sst", "uniqueCount").and_then(|count| count.parse::<u64>().ok());
        let size = archive.by_name(name).map_or(0, |file| file.size());
        if count.is_some_and(|count| count > size.min(MOST_CELLS)) {
            return Err(damaged(Damage::FalseCount));
        }
    }
    Ok(())
}

/// An attribute of the first element of a name in one of the files.
fn attribute(archive: &mut Archive<'_>, file: &str, element: &str, attribute: &str) -> Option<String> {
    let mut reader = Reader::from_reader(BufReader::new(archive.by_name(file).ok()?));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == element => {
                let found = e.attributes().flatten().find(|a| a.key.as_ref() == attribute)?;
                return Some(found.value.to_string());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

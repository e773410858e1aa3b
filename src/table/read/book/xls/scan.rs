//! What the records of an .xls file say beside values: how far each sheet reaches, and how its numbers are shown.

use super::super::cell::Shown;
use super::super::{MOST_CELLS, MOST_TEXT, damaged, too_much};
use super::compound::{stream, u16_at, u32_at};
use super::strings::{self, LONGEST};
use crate::diag::book::{Damage, Part};
use crate::diag::{Book as Found, Problem};
use std::collections::BTreeMap;

/// Of one sheet: cells whose numbers are not shown plainly, by row and column.
pub(super) type Formats = BTreeMap<(u32, u32), Shown>;

/// Records, by their number in the format.
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const DIMENSIONS: u16 = 0x0200;
const TEXTS: u16 = 0x00FC;
const MORE: u16 = 0x003C;
const SHARED_TEXT: u16 = 0x00FD;
const MANY_NUMBERS: u16 = 0x00BD;
/// Cells with one value: number, short number, formula, texts, truth value.
const CELLS: [u16; 7] = [0x0203, 0x027E, 0x0006, 0x0204, 0x00D6, 0x00FD, 0x0205];
/// Formats that every workbook has and does not list: `0%` and `0.00%`.
const PERCENT: [u16; 2] = [9, 10];
/// The version whose formats are understood: Excel 97 and later.
const EXCEL_97: u16 = 0x0600;

/// Goes through all sheets, in the order of their tabs; `None` when the file is older than the formats known here.
///
/// # Errors
/// The file is broken, or its sheets reach further than can be read.
pub(super) fn scan(bytes: &[u8]) -> Result<Option<Vec<Formats>>, Problem> {
    let stream = match stream(bytes, &["Workbook", "Book"]) {
        Some(stream) => stream,
        // What Excel puts a workbook with a password into, whatever its kind.
        None if stream(bytes, &["EncryptedPackage"]).is_some() => return Err(Problem::Book(Found::Locked)),
        None => return Err(damaged(Damage::NoWorkbook)),
    };
    let (mut sheets, mut formats, mut styles) = (Vec::new(), BTreeMap::new(), Vec::new());
    let (mut version, mut texts, mut before) = (None, Vec::new(), 0);
    for (kind, data) in records(&stream, 0) {
        match kind {
            TEXTS => texts.extend(data.get(8..)),
            MORE if before == TEXTS => texts.push(data),
            BOF => version = version.or(u16_at(data, 0)),
            SHEET => sheets.extend(u32_at(data, 0)),
            FORMAT => drop(u16_at(data, 0).map(|id| formats.insert(id, Shown::of(&format_code(data))))),
            STYLE => styles.extend(u16_at(data, 2)),
            EOF => break,
            _ => {}
        }
        before = if kind == MORE { before } else { kind };
    }
    let texts = strings::lengths(&texts);
    let shown = |format: &u16| match formats.get(format) {
        Some(shown) => *shown,
        None if PERCENT.contains(format) => Shown::Percent,
        None => Shown::Plain,
    };
    let shown: Vec<Shown> = styles.iter().map(shown).collect();
    let (mut all, mut room, mut text) = (Vec::new(), 0_u64, 0_u64);
    for start in sheets {
        let sheet = sheet(&stream, start, &shown, &texts)?;
        room = room.saturating_add(sheet.room);
        text = text.saturating_add(sheet.text);
        if room > MOST_CELLS {
            return Err(too_much(Part::Area, MOST_CELLS));
        }
        if text > MOST_TEXT {
            return Err(too_much(Part::Text, MOST_TEXT));
        }
        all.push(sheet.formats);
    }
    Ok((version == Some(EXCEL_97)).then_some(all))
}

/// The text of a format: its length, how it is written, its letters.
fn format_code(data: &[u8]) -> String {
    let wide = data.get(4).is_some_and(|flags| flags & 1 == 1);
    let letters = data.get(5..).unwrap_or_default();
    if !wide {
        return letters.iter().map(|byte| char::from(*byte)).collect();
    }
    let units = letters.chunks_exact(2).filter_map(|pair| u16_at(pair, 0));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// What the library makes of a sheet.
struct Sheet {
    formats: Formats,
    /// Cells of the rectangle around it: it makes room for all of them.
    room: u64,
    /// Letters of the shared texts in its cells: it copies all of them.
    text: u64,
}

fn sheet(stream: &[u8], start: u32, shown: &[Shown], texts: &[u64]) -> Result<Sheet, Problem> {
    let (mut formats, mut text) = (Formats::new(), 0_u64);
    let (mut depth, mut last, mut declared) = (0_u32, (0_u64, 0_u64), 0_u64);
    for (kind, data) in records(stream, usize::try_from(start).unwrap_or(usize::MAX)) {
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => declared = declared.max(dimensions(data)?),
            _ => {
                if kind == SHARED_TEXT {
                    text = text.saturating_add(length(data, texts));
                }
                for (row, column, style) in cells(kind, data) {
                    last = (last.0.max(u64::from(row) + 1), last.1.max(u64::from(column) + 1));
                    let shown = shown.get(usize::from(style)).copied().unwrap_or(Shown::Plain);
                    if shown != Shown::Plain {
                        formats.insert((row.into(), column.into()), shown);
                    }
                }
            }
        }
    }
    Ok(Sheet { formats, room: declared.max(last.0.saturating_mul(last.1)), text })
}

/// Letters of the shared text in a cell; the longest there can be when it is not known.
fn length(data: &[u8], texts: &[u64]) -> u64 {
    let at = u32_at(data, 6).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| texts.get(at)).copied().unwrap_or(LONGEST)
}

/// Rows times columns as the sheet declares them: two numbers each, the first and the one behind the last.
fn dimensions(data: &[u8]) -> Result<u64, Problem> {
    let (first, rows, columns) = if data.len() < 14 {
        (u16_at(data, 0).map(u64::from), u16_at(data, 2).map(u64::from), u16_at(data, 6))
    } else {
        (u32_at(data, 0).map(u64::from), u32_at(data, 4).map(u64::from), u16_at(data, 10))
    };
    let (first, rows, columns) = (first.unwrap_or(0), rows.unwrap_or(0), columns.map_or(0, u64::from));
    // The library would make room for four thousand million rows.
    if rows > 0 && columns > 0 && first >= rows {
        return Err(damaged(Damage::Contradiction));
    }
    Ok(rows.saturating_mul(columns))
}

/// Row, column and style of the cells in a record.
fn cells(kind: u16, data: &[u8]) -> Vec<(u16, u16, u16)> {
    let place = || Some((u16_at(data, 0)?, u16_at(data, 2)?));
    let Some((row, first)) = place() else { return Vec::new() };
    if CELLS.contains(&kind) {
        return u16_at(data, 4).map(|style| (row, first, style)).into_iter().collect();
    }
    if kind != MANY_NUMBERS {
        return Vec::new();
    }
    let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
    let columns = (0..numbers.len()).map(|at| first.saturating_add(u16::try_from(at).unwrap_or(u16::MAX)));
    columns.zip(numbers).filter_map(|(column, number)| Some((row, column, u16_at(number, 0)?))).collect()
}

/// Records from a place on: number and content.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let data = rest.get(4..4 + length)?;
        rest = rest.get(4 + length..)?;
        Some((kind, data))
    })
}

//! What the records of an .xls file say beside values: how far each sheet reaches, how its numbers are shown, and what
//! its formulas look at.

use super::super::cell::Shown;
use super::super::formulas::{Formula, Formulas};
use super::super::{Count, MOST_CELLS, MOST_SHEETS, MOST_TEXT, damaged, too_much};
use super::compound::{u16_at, u32_at};
use super::strings::{self, LONGEST};
use super::tokens::{Seen, Sources, seen};
use crate::diag::book::{Damage, Part};
use crate::diag::{Book as Found, Problem};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Of one sheet: cells whose numbers are not shown plainly, by row and column.
pub(super) type Formats = BTreeMap<(u32, u32), Shown>;

/// Records, by their number in the format.
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const PASSWORD: u16 = 0x002F;
const DIMENSIONS: u16 = 0x0200;
const TEXTS: u16 = 0x00FC;
const MORE: u16 = 0x003C;
const SHARED_TEXT: u16 = 0x00FD;
const MANY_NUMBERS: u16 = 0x00BD;
const FORMULA: u16 = 0x0006;
const OTHER_BOOK: u16 = 0x01AE;
const OTHER_SHEETS: u16 = 0x0017;
/// Formulas for several cells, and bytes before the length of their tokens.
const SHARED: [(u16, usize); 2] = [(0x04BC, 8), (0x0221, 12)];
/// Cells with one value: number, short number, formula, texts, truth value.
const CELLS: [u16; 7] = [0x0203, 0x027E, FORMULA, 0x0204, 0x00D6, SHARED_TEXT, 0x0205];
/// Bytes of a formula before the length of its tokens.
const BEFORE_TOKENS: usize = 20;
/// Formats that every workbook has and does not list: `0%` and `0.00%`.
const PERCENT: [u16; 2] = [9, 10];
/// The version whose formats are understood: Excel 97 and later.
const EXCEL_97: u16 = 0x0600;

/// What is known of a workbook before the library reads it.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Of each sheet, in the order of the tabs; none when the file is older than the formats known here.
    pub(super) formats: Option<Vec<Formats>>,
    /// Cells whose formula has nothing as its result: sheet, row, column.
    pub(super) empty: Vec<(u32, u32, u32)>,
    /// Whether any formula has a result.
    pub(super) is_computed: bool,
    /// Where bytes are to be overwritten, and with what, before the library reads them.
    changes: Vec<(usize, [u8; 2])>,
}

/// What stands before the sheets.
struct Globals<'s> {
    version: Option<u16>,
    sheets: Vec<u32>,
    shown: Vec<Shown>,
    texts: Vec<u64>,
    sources: Sources,
    stream: &'s [u8],
}

/// Goes through all sheets; their formulas are added to `formulas`.
///
/// # Errors
/// The file is locked or broken, or its sheets reach further than can be read.
pub(super) fn scan(stream: &[u8], formulas: &mut Formulas, count: &mut Count) -> Result<Scan, Problem> {
    let (globals, end) = globals(stream)?;
    if u64::try_from(globals.sheets.len()).unwrap_or(u64::MAX) > MOST_SHEETS {
        return Err(too_much(Part::Sheets, MOST_SHEETS));
    }
    let (mut all, mut formats) = (Scan::default(), Vec::new());
    let (mut room, mut text, mut places) = (0_u64, 0_u64, vec![(0, end)]);
    for (tab, start) in (0..).zip(&globals.sheets) {
        let start = usize::try_from(*start).unwrap_or(usize::MAX);
        let mut sheet = Sheet { tab, room: 0, text: 0, formats: Formats::new(), shared: BTreeMap::new(), last: None };
        places.push((start, sheet.scan(start, &globals, &mut all, formulas, count)?));
        room = room.saturating_add(sheet.room);
        text = text.saturating_add(sheet.text);
        if room > MOST_CELLS {
            return Err(too_much(Part::Area, MOST_CELLS));
        }
        if text > MOST_TEXT {
            return Err(too_much(Part::Text, MOST_TEXT));
        }
        formats.push(sheet.formats);
    }
    check_apart(places)?;
    all.formats = (globals.version == Some(EXCEL_97)).then_some(formats);
    Ok(all)
}

/// A small file could have thousands of sheets in one place.
fn check_apart(mut places: Vec<(usize, usize)>) -> Result<(), Problem> {
    places.retain(|(start, end)| start < end);
    places.sort_unstable();
    let is_apart = places.iter().zip(places.iter().skip(1)).all(|((_, end), (next, _))| end <= next);
    if is_apart { Ok(()) } else { Err(damaged(Damage::Contradiction)) }
}

/// What stands before the sheets, and where it ends.
fn globals(stream: &[u8]) -> Result<(Globals<'_>, usize), Problem> {
    let mut globals =
        Globals { version: None, sheets: vec![], shown: vec![], texts: vec![], sources: Sources::default(), stream };
    let (mut formats, mut styles, mut texts, mut before, mut end) = (BTreeMap::new(), vec![], vec![], 0, 0);
    for (at, kind, data) in records(stream, 0) {
        end = at + 4 + data.len();
        match kind {
            // All that follows is encrypted.
            PASSWORD if data.len() >= 2 => return Err(Problem::Book(Found::Locked)),
            TEXTS => texts = data.get(8..).into_iter().collect(),
            MORE if before == TEXTS => texts.push(data),
            BOF => globals.version = globals.version.or(u16_at(data, 0)),
            SHEET => globals.sheets.extend(u32_at(data, 0)),
            FORMAT => drop(u16_at(data, 0).map(|id| formats.insert(id, Shown::of(&format_code(data))))),
            STYLE => styles.extend(u16_at(data, 2)),
            OTHER_BOOK => globals.sources.add_book(data),
            OTHER_SHEETS => globals.sources.add_sheets(data),
            EOF => break,
            _ => {}
        }
        before = if kind == MORE { before } else { kind };
    }
    globals.texts = strings::lengths(&texts).ok_or_else(|| too_much(Part::Text, MOST_TEXT))?;
    let shown = |format: &u16| match formats.get(format) {
        Some(shown) => *shown,
        None if PERCENT.contains(format) => Shown::Percent,
        None => Shown::Plain,
    };
    globals.shown = styles.iter().map(shown).collect();
    Ok((globals, end))
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
    /// Its place among the tabs.
    tab: u32,
    formats: Formats,
    /// Cells of the rectangle around those with something in them: it makes room for all of them.
    room: u64,
    /// Letters of the shared texts in its cells: it copies all of them.
    text: u64,
    /// Formulas for several cells, by the cell they are written in.
    shared: BTreeMap<(u16, u16), Arc<Formula>>,
    /// The last formula that only names the cell whose formula it shares, and that cell.
    last: Option<((u16, u16), (u16, u16))>,
}

impl Sheet {
    /// Goes through the sheet; gives the place behind it.
    fn scan(
        &mut self,
        start: usize,
        globals: &Globals<'_>,
        all: &mut Scan,
        formulas: &mut Formulas,
        count: &mut Count,
    ) -> Result<usize, Problem> {
        let (mut depth, mut last, mut end) = (0_u32, (0_u64, 0_u64), start);
        for (at, kind, data) in records(globals.stream, start) {
            end = at + 4 + data.len();
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => break,
                EOF => depth -= 1,
                _ if depth > 1 => {}
                // Borders on empty rows count there. The library would make room for them, whatever they are.
                DIMENSIONS => all.changes.push((at, [0, 0])),
                _ => {
                    if kind == SHARED_TEXT {
                        self.text = self.text.saturating_add(length(data, &globals.texts));
                    }
                    for (row, column, style) in cells(kind, data) {
                        last = (last.0.max(u64::from(row) + 1), last.1.max(u64::from(column) + 1));
                        let shown = globals.shown.get(usize::from(style)).copied().unwrap_or(Shown::Plain);
                        if shown != Shown::Plain {
                            self.formats.insert((row.into(), column.into()), shown);
                        }
                    }
                    if kind == FORMULA {
                        self.formula(at, data, globals, all, formulas, count)?;
                    }
                    if let Some((_, before)) = SHARED.iter().find(|(shared, _)| *shared == kind) {
                        self.shared(data.get(*before..).unwrap_or_default(), globals, formulas, count)?;
                    }
                }
            }
        }
        self.room = last.0.saturating_mul(last.1);
        Ok(end)
    }

    fn formula(
        &mut self,
        at: usize,
        data: &[u8],
        globals: &Globals<'_>,
        all: &mut Scan,
        formulas: &mut Formulas,
        count: &mut Count,
    ) -> Result<(), Problem> {
        let Some(place) = u16_at(data, 0).zip(u16_at(data, 2)) else { return Ok(()) };
        let cell = (self.tab, place.0.into(), place.1.into());
        if data.get(6) == Some(&3) && data.get(12..14) == Some(&[0xFF, 0xFF]) {
            all.empty.push(cell);
        } else {
            all.is_computed = true;
        }
        let tokens = data.get(BEFORE_TOKENS..).unwrap_or_default();
        all.changes.extend(without_tokens(at + 4 + BEFORE_TOKENS, tokens));
        let seen = globals.seen(tokens, place);
        self.last = seen.shared.map(|from| (place, from));
        let formula = match seen.shared {
            Some(from) => self.shared.get(&from).map(Arc::clone),
            None => Some(Arc::new(formula(seen, place, count)?)),
        };
        formula.map_or(Ok(()), |formula| formulas.add(cell, &formula, true, count))
    }

    /// A formula for several cells stands behind the first of them.
    fn shared(
        &mut self,
        tokens: &[u8],
        globals: &Globals<'_>,
        formulas: &mut Formulas,
        count: &mut Count,
    ) -> Result<(), Problem> {
        let Some((place, from)) = self.last.take() else { return Ok(()) };
        let formula = Arc::new(formula(globals.seen(tokens, place), place, count)?);
        self.shared.insert(from, Arc::clone(&formula));
        formulas.add((self.tab, place.0.into(), place.1.into()), &formula, true, count)
    }
}

impl Globals<'_> {
    /// What tokens with their length before them look at.
    fn seen(&self, tokens: &[u8], place: (u16, u16)) -> Seen {
        let length = u16_at(tokens, 0).map_or(0, usize::from);
        let tokens = tokens.get(2..).unwrap_or_default();
        let tokens = tokens.get(..length).unwrap_or(tokens);
        seen(tokens, place, &self.sources, self.version == Some(EXCEL_97))
    }
}

fn formula(seen: Seen, (row, column): (u16, u16), count: &mut Count) -> Result<Formula, Problem> {
    Formula::looking_at(seen.references, (row.into(), column.into()), seen.is_linked, count)
}

/// A formula becomes `TRUE` beside its result: the library would write each out, with the names of sheets and cells in
/// it a thousand times as long as it is.
fn without_tokens(at: usize, tokens: &[u8]) -> Vec<(usize, [u8; 2])> {
    match tokens.len() {
        0 | 1 => Vec::new(),
        2 | 3 => vec![(at, [0, 0])],
        _ => vec![(at, [2, 0]), (at + 2, [0x1D, 1])],
    }
}

impl Scan {
    /// The workbook as the library is to read it.
    pub(super) fn changed(&self, mut stream: Vec<u8>) -> Vec<u8> {
        for (at, new) in &self.changes {
            if let Some(old) = stream.get_mut(*at..*at + 2) {
                old.copy_from_slice(new);
            }
        }
        stream
    }
}

/// Letters of the shared text in a cell; the longest there can be when it is not known.
fn length(data: &[u8], texts: &[u64]) -> u64 {
    let at = u32_at(data, 6).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| texts.get(at)).copied().unwrap_or(LONGEST)
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

/// Records from a place on: place, number and content.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (usize, u16, &[u8])> {
    let mut at = start;
    std::iter::from_fn(move || {
        let rest = stream.get(at..)?;
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let (data, here) = (rest.get(4..4 + length)?, at);
        at = at.checked_add(4 + length)?;
        Some((here, kind, data))
    })
}

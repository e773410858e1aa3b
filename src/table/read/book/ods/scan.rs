//! What the sheets of an .ods file say beside their values: how far they reach, merged cells, percentages, and formulas
//! without a result.

use super::super::cell::Shown;
use super::super::formulas::{self, Doubt};
use super::super::{Area, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, broken, damaged, too_much};
use crate::diag::Problem;
use crate::diag::book::{Damage, Part};
use compact_str::CompactString;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// Of one sheet; rows and columns count from 0.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Cells whose numbers are not shown plainly.
    pub(super) shown: BTreeMap<(u32, u32), Shown>,
    /// Formulas whose result is not taken, as text.
    pub(super) doubtful: BTreeMap<(u32, u32), CompactString>,
    pub(super) merged: Vec<Area>,
    /// Filled cells, each as often as it is repeated.
    cells: u64,
    /// How often the cell that is being read stands there.
    repeats: u64,
    /// The number in that cell, and what the cell shows, as far as both are known and short.
    number: Option<(String, String)>,
    /// Filled columns and rows: the rectangle the library makes room for.
    last: (u64, u64),
    row: u64,
    row_repeats: u64,
    column: u64,
}

/// What all sheets have in them: the library reads them all at once.
#[derive(Debug, Default)]
struct Total {
    /// Cells of the sheets before this one, as far as the library makes room for them.
    room: u64,
    /// Bytes of the texts and formulas in all cells, each as often as it is repeated.
    text: u64,
}

/// Letters of a number that can be a code with zeros in front.
const LONGEST_CODE: usize = 20;

/// Goes through all sheets.
///
/// # Errors
/// The file is broken, or its sheets would have too much in them.
pub(super) fn scan(bytes: &[u8]) -> Result<Vec<Scan>, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let content = archive.by_name("content.xml").map_err(|error| broken(&error))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    let (mut sheets, mut buffer, mut total): (Vec<Scan>, _, _) = (Vec::new(), Vec::new(), Total::default());
    let mut depth = 0_u64;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| broken(&error))?;
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            // The library would wait for ever for the end of a table.
            Event::Eof if depth > 0 => return Err(damaged(Damage::CutOff)),
            Event::Eof => return Ok(sheets),
            _ => {}
        }
        take(&event, &mut sheets, &mut total)?;
    }
}

fn take(event: &Event<'_>, sheets: &mut Vec<Scan>, total: &mut Total) -> Result<(), Problem> {
    if let Event::Start(e) | Event::Empty(e) = event
        && e.name().as_ref() == "table:table"
    {
        total.room = total.room.saturating_add(sheets.last().map_or(0, Scan::room));
        sheets.push(Scan::default());
        let sheets = u64::try_from(sheets.len()).unwrap_or(u64::MAX);
        return if sheets > MOST_SHEETS { Err(too_much(Part::Sheets, MOST_SHEETS)) } else { Ok(()) };
    }
    let Some(sheet) = sheets.last_mut() else { return Ok(()) };
    match event {
        Event::Start(e) => sheet.begin(e, total)?,
        Event::Empty(e) => {
            sheet.begin(e, total)?;
            sheet.end(e.name().as_ref());
        }
        Event::End(e) => sheet.end(e.name().as_ref()),
        Event::Text(text) => {
            sheet.say(text.len(), 1, total)?;
            sheet.show(text);
        }
        _ => {}
    }
    Ok(())
}

impl Scan {
    fn begin(&mut self, e: &BytesStart<'_>, total: &mut Total) -> Result<(), Problem> {
        match e.name().as_ref() {
            "table:table-row" => {
                self.row_repeats = repeats(e, "table:number-rows-repeated");
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(e, total)?,
            // One element for many blanks.
            "text:s" => self.say(1, repeats(e, "text:c"), total)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-row" => self.row = self.row.saturating_add(self.row_repeats),
            // Blanks between cells belong to none.
            "table:table-cell" | "table:covered-table-cell" => {
                self.end_cell();
                self.repeats = 0;
            }
            _ => {}
        }
    }

    /// Keeps the beginning of what a cell with a number shows.
    fn show(&mut self, text: &str) {
        if let Some((_, shown)) = &mut self.number
            && shown.len() <= LONGEST_CODE
        {
            shown.extend(text.chars().take(LONGEST_CODE + 1));
        }
    }

    /// A whole number that the cell shows with zeros in front is a code.
    fn end_cell(&mut self) {
        let Some((number, shown)) = self.number.take() else { return };
        let is_code = shown.bytes().all(|b| b.is_ascii_digit()) && shown.len() <= LONGEST_CODE;
        if is_code
            && shown.starts_with('0')
            && shown.len() > 1
            && shown.trim_start_matches('0') == number.trim_start_matches('0')
        {
            // Counted already: as many as the cell is repeated.
            let columns = self.repeats / self.row_repeats.max(1);
            for place in self.places(self.column.saturating_sub(columns), columns) {
                self.shown.insert(place, Shown::Padded(shown.len()));
            }
        }
    }

    fn cell(&mut self, e: &BytesStart<'_>, total: &mut Total) -> Result<(), Problem> {
        let columns = repeats(e, "table:number-columns-repeated");
        let kind = attribute(e, "office:value-type");
        let formula = attribute(e, "table:formula");
        self.span(e);
        self.repeats = columns.saturating_mul(self.row_repeats);
        let number = attribute(e, "office:value");
        // The library takes a value without its kind, too.
        if kind.is_some() || formula.is_some() || number.is_some() || has_value(e) {
            self.check(columns, total)?;
            self.say(attribute(e, "office:string-value").map_or(0, |text| text.len()), 1, total)?;
            self.say(formula.as_ref().map_or(0, String::len), 1, total)?;
            for (row, column) in self.places(self.column, columns) {
                if kind.as_deref() == Some("percentage") {
                    self.shown.insert((row, column), Shown::Percent);
                }
                let is_linked = formula.as_ref().is_some_and(|formula| formula.contains("'file:"));
                if let Some(formula) = formula.as_ref().filter(|_| is_linked || kind.is_none()) {
                    let formula = formula.split_once(":=").map_or(formula.as_str(), |(_, body)| body);
                    let doubt = if is_linked { Doubt::Linked } else { Doubt::NotComputed };
                    self.doubtful.insert((row, column), formulas::text(doubt, formula));
                }
            }
        }
        let is_number = kind.as_deref() == Some("float");
        self.number = number.filter(|number| is_number && number.len() <= LONGEST_CODE).map(|n| (n, String::new()));
        self.column = self.column.saturating_add(columns);
        Ok(())
    }

    /// The cells an element stands for.
    fn places(&self, first: u64, columns: u64) -> Vec<(u32, u32)> {
        let rows = self.row..self.row.saturating_add(self.row_repeats);
        let columns = first..first.saturating_add(columns);
        let all = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
        all.filter_map(|(row, column)| u32::try_from(row).ok().zip(u32::try_from(column).ok())).collect()
    }

    /// Cells the library makes room for.
    fn room(&self) -> u64 {
        self.last.0.saturating_mul(self.last.1).max(self.cells)
    }

    fn check(&mut self, columns: u64, total: &Total) -> Result<(), Problem> {
        let last_row = self.row.saturating_add(self.row_repeats);
        let last_column = self.column.saturating_add(columns);
        if last_row > MOST_ROWS {
            return Err(too_much(Part::Rows, MOST_ROWS));
        }
        if columns > MOST_COLUMNS {
            return Err(too_much(Part::Columns, MOST_COLUMNS));
        }
        self.last = (self.last.0.max(last_row), self.last.1.max(last_column));
        self.cells = self.cells.saturating_add(columns.saturating_mul(self.row_repeats));
        if total.room.saturating_add(self.room()) > MOST_CELLS { Err(too_much(Part::Area, MOST_CELLS)) } else { Ok(()) }
    }

    /// Counts text of the cell that is being read.
    fn say(&self, bytes: usize, times: u64, total: &mut Total) -> Result<(), Problem> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(times);
        total.text = total.text.saturating_add(bytes.saturating_mul(self.repeats));
        if total.text > MOST_TEXT { Err(too_much(Part::Text, MOST_TEXT)) } else { Ok(()) }
    }

    fn span(&mut self, e: &BytesStart<'_>) {
        let down = repeats(e, "table:number-rows-spanned");
        let right = repeats(e, "table:number-columns-spanned");
        let at = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        if down > 1 || right > 1 {
            let first = (at(self.row), at(self.column));
            let last = (at(self.row.saturating_add(down) - 1), at(self.column.saturating_add(right) - 1));
            self.merged.push(Area { first, last });
        }
    }
}

/// How often, 1 unless the element says otherwise.
fn repeats(e: &BytesStart<'_>, name: &str) -> u64 {
    attribute(e, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

/// Whether an element has a value of any kind.
fn has_value(e: &BytesStart<'_>) -> bool {
    e.attributes()
        .with_checks(false)
        .flatten()
        .any(|a| a.key.as_ref().starts_with("office:") && a.key.as_ref().ends_with("value"))
}

fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = e.attributes().flatten().find(|a| a.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

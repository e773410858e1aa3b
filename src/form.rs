//! Stage `form`: the entry workbook of a standard, in which communes give their figures. Standard in, bytes out; what it
//! writes, [`crate::table`] reads back without a finding.
//!
//! Everything in it comes from the standard: the columns with their labels, definitions and agencies, the lists, the
//! limits between figures. `column` says which columns there are; `check` and `valid` write the formulas that judge
//! them; `data`, `instructions`, `fields`, `lists` and `signatures` are its sheets.

mod check;
mod column;
mod data;
mod fields;
mod instructions;
mod lists;
mod page;
mod signatures;
mod style;
mod valid;
mod words;

use crate::criteria::model::{ClassIx, Standard, Status, Years};
use crate::lang::Lang;
use column::Columns;
use lists::Lists;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use style::Styles;
use words::Words;

/// What the workbook is for.
#[derive(Clone, Debug)]
pub struct Request<'s> {
    /// The standard whose figures are asked for; of several versions any, they ask for the same.
    pub standard: &'s Standard,
    /// Years it can be used for.
    pub years: &'s Years,
    /// By field of the standard: ids of the items and conditions that want it; a field nobody wants may stay empty.
    pub items_of: &'s [Vec<String>],
    /// Language of labels and instructions; either is read back.
    pub lang: Lang,
    /// Lines to fill in, at least 1.
    pub rows: u32,
    /// The commune of the first line, when it is known.
    pub unit: Option<Unit>,
}

/// A commune that is to fill in the workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Its code, zeros in front included.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its province; empty when it is not given.
    pub province: String,
    /// Its district; empty when it is not given.
    pub district: String,
    /// The year its figures are about.
    pub year: Option<u16>,
    /// Its area class.
    pub class: Option<ClassIx>,
}

/// What all sheets are written from.
struct Form<'s> {
    request: &'s Request<'s>,
    words: &'static Words,
    styles: Styles,
    columns: Columns<'s>,
    lists: Lists,
    /// Figures of the standard that are assumptions, and all of them.
    provisional: (usize, usize),
}

/// Writes the workbook. The same request gives the same bytes.
///
/// # Errors
/// What a workbook cannot hold: more columns than a sheet has.
pub fn workbook(request: &Request<'_>) -> Result<Vec<u8>, String> {
    bytes(request).map_err(|error| error.to_string())
}

fn bytes(request: &Request<'_>) -> Result<Vec<u8>, XlsxError> {
    let form = Form::new(request);
    let mut book = Workbook::new();
    book.set_properties(&properties(request)?);
    for (name, range) in form.lists.names() {
        book.define_name(name, &range)?;
    }
    for write in [instructions::sheet, data::sheet, fields::sheet, lists::sheet, signatures::sheet] {
        let mut sheet = write(&form)?;
        page::set_up(&mut sheet, &form);
        book.push_worksheet(sheet);
    }
    book.save_to_buffer()
}

impl<'s> Form<'s> {
    fn new(request: &'s Request<'s>) -> Self {
        let figures = request.standard.figures();
        let assumed = figures.iter().filter(|figure| figure.origin.status == Status::Provisional).count();
        Self {
            request,
            words: Words::of(request.lang),
            styles: Styles::new(),
            columns: Columns::of(request),
            lists: Lists::of(request.standard, request.lang),
            provisional: (assumed, figures.len()),
        }
    }

    /// The commune the workbook is for, with its code.
    fn unit_named(&self) -> Option<String> {
        let unit = self.request.unit.as_ref()?;
        Some(Self::filled(self.words.of_unit, &[("code", &unit.code), ("name", &unit.name)]))
    }

    /// A word with the numbers and names of its places.
    fn filled(word: &str, places: &[(&str, &str)]) -> String {
        places.iter().fold(word.to_owned(), |text, (place, value)| text.replace(&format!("{{{place}}}"), value))
    }

    /// Says on the face of a sheet that figures of the standard are assumptions; `None` when none is.
    fn provisional_note(&self) -> Option<String> {
        let (assumed, all) = self.provisional;
        let places = [("n", &*assumed.to_string()), ("all", &*all.to_string())];
        (assumed > 0).then(|| Self::filled(self.words.provisional, &places))
    }
}

/// Title and a fixed day, so that no clock gets into the file.
fn properties(request: &Request<'_>) -> Result<DocProperties, XlsxError> {
    let day = request.standard.in_force_from;
    let day = ExcelDateTime::from_ymd(day.year, day.month, day.day)?;
    let title = request.standard.title.get(request.lang);
    Ok(DocProperties::new().set_title(title).set_subject(&request.standard.citation).set_creation_datetime(&day))
}

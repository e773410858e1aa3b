//! The sheet that is filled in: a row for each commune, a column for each figure.

use super::check::{above, begun, cannot_be, complete, formula};
use super::column::{Column, Holds};
use super::page::Page;
use super::{Form, fields, valid};
use crate::row_height::{height, lines};
use crate::table::EntrySheet;
use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Note, Worksheet, XlsxError};

/// Title, note, explanation; then the agencies, the header, and the first row to fill in. All counted from 0.
const BAND_ROW: u32 = 3;
const HEADER_ROW: u32 = 4;
pub(super) const FIRST_ROW: u32 = 5;
/// The last column the notice goes over.
const NOTICE_COLUMN: u16 = 7;
/// Columns that stay in sight: code, name, check.
const FROZEN: u16 = 3;

/// The last row to fill in, counted from 0.
pub(super) fn last_row(form: &Form<'_>) -> u32 {
    FIRST_ROW + form.request.rows.max(1) - 1
}

/// The data sheet.
pub(super) fn sheet(form: &Form<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Page::new(form, EntrySheet::Data)?.finish();
    top(&mut sheet, form)?;
    bands(&mut sheet, form)?;
    header(&mut sheet, form)?;
    rows(&mut sheet, form)?;
    unit(&mut sheet, form)?;
    valid::put(&mut sheet, form)?;
    marks(&mut sheet, form)?;
    sheet.set_freeze_panes(FIRST_ROW, FROZEN)?;
    if form.request.rows > 1 {
        sheet.autofilter(HEADER_ROW, 0, last_row(form), form.columns.last())?;
    }
    sheet.set_repeat_rows(BAND_ROW, HEADER_ROW)?;
    // The check is for the screen; on paper it would take the place of a figure.
    sheet.set_repeat_columns(0, FROZEN - 2)?;
    sheet.set_print_area(0, 0, last_row(form), form.columns.last())?;
    sheet.set_page_order(false);
    sheet.set_print_scale(65);
    Ok(sheet)
}

/// Title, notice and hint. They begin behind the columns that are repeated on every printed page.
fn top(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    let title = Form::filled(form.words.data_title, &[("id", &form.request.standard.citation)]);
    sheet.set_row_height(0, 22)?;
    sheet.write_string_with_format(0, FROZEN - 1, title, &form.styles.title)?;
    if let Some(note) = form.provisional_note() {
        sheet.merge_range(1, FROZEN - 1, 1, NOTICE_COLUMN, &note, &form.styles.notice)?;
        sheet.set_row_height(1, height(lines(&note, 110)))?;
    }
    sheet.write_string_with_format(2, FROZEN - 1, form.words.data_hint, &form.styles.subtitle)?;
    Ok(())
}

/// Over each header who supplies its figures: cells that are merged would be cut where a page ends.
fn bands(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    let mut most = 1;
    for column in form.columns.iter() {
        let text = match column.holds {
            Holds::Field(_, field) if field.supplied_by.is_empty() => form.words.nobody.to_owned(),
            Holds::Field(_, field) => fields::agencies(form, &field.supplied_by),
            _ => form.words.about_unit.to_owned(),
        };
        sheet.write_string_with_format(BAND_ROW, column.number, &text, &form.styles.band)?;
        // The band is in small letters.
        most = most.max(lines(&text, characters(column) * 5 / 4));
    }
    sheet.set_row_height(BAND_ROW, height(most))?;
    Ok(())
}

fn header(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    let mut most = 1;
    for column in form.columns.iter() {
        sheet.set_column_width(column.number, u16::try_from(column.width()).unwrap_or(u16::MAX))?;
        sheet.write_string_with_format(HEADER_ROW, column.number, &column.header, &form.styles.header)?;
        let text = fields::note(form, column);
        let (wide, high) = (NOTE_WIDTH, u32::try_from(lines(&text, 52) * 16 + 12).unwrap_or(u32::MAX));
        let note = Note::new(text).set_author("cfc").add_author_prefix(false).set_width(wide).set_height(high);
        sheet.insert_note(HEADER_ROW, column.number, &note)?;
        most = most.max(lines(&column.header, characters(column)));
    }
    sheet.set_row_height(HEADER_ROW, height(most))?;
    Ok(())
}

/// Pixels.
const NOTE_WIDTH: u32 = 330;

/// Bold characters that fit in a line of a header.
fn characters(column: &Column<'_>) -> usize {
    match column.holds {
        Holds::Code | Holds::Year => 6,
        Holds::Field(..) => 11,
        _ => 20,
    }
}

fn rows(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    // What the check of an empty row shows, for programs that do not compute when they open a file.
    sheet.set_formula_result_default("");
    let (done, high) = (complete(form), row_height(form));
    for row in FIRST_ROW..=last_row(form) {
        for column in form.columns.iter() {
            let format = match column.holds {
                Holds::Code | Holds::Name | Holds::Province | Holds::District => &form.styles.input_text,
                Holds::Check => {
                    let check = Formula::new(formula(form, row + 1, done));
                    sheet.write_formula_with_format(row, column.number, check, &form.styles.check)?;
                    continue;
                }
                Holds::Year | Holds::Class | Holds::Field(..) => &form.styles.input,
            };
            sheet.write_blank(row, column.number, format)?;
        }
        sheet.set_row_height(row, high)?;
    }
    Ok(())
}

/// Room for the longest word of each list, and for what is given of a commune: programs that do not fit rows to their
/// text when they open a file would cut it.
fn row_height(form: &Form<'_>) -> u16 {
    const MOST: usize = 6;
    let unit = form.request.unit.as_ref();
    let wanted = form.columns.iter().map(|column| {
        let given = match column.holds {
            Holds::Name => unit.map(|unit| &unit.name),
            Holds::Province => unit.map(|unit| &unit.province),
            Holds::District => unit.map(|unit| &unit.district),
            _ => None,
        };
        let words = form.lists.words(column.holds).iter().chain(given);
        words.map(|word| lines(word, column.width())).max().unwrap_or(1)
    });
    height(wanted.max().unwrap_or(1).min(MOST))
}

/// The commune the workbook is for, in the first row. What the list gave is locked: a slip in it would not be found again.
fn unit(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    let Some(unit) = &form.request.unit else { return Ok(()) };
    let class = unit.class.and_then(|class| form.request.standard.classes.get(class.0));
    let mut filled = 0;
    for column in form.columns.iter() {
        let words = match column.holds {
            Holds::Code => &unit.code,
            Holds::Name => &unit.name,
            Holds::Province => &unit.province,
            Holds::District => &unit.district,
            Holds::Class => class.map_or("", |class| class.label.get(form.request.lang)),
            Holds::Year => {
                if let Some(year) = unit.year {
                    sheet.write_number_with_format(FIRST_ROW, column.number, year, &form.styles.locked)?;
                    filled += usize::from(column.is_wanted);
                }
                continue;
            }
            Holds::Check | Holds::Field(..) => continue,
        };
        if !words.is_empty() {
            sheet.write_string_with_format(FIRST_ROW, column.number, words, &form.styles.given)?;
            filled += usize::from(column.is_wanted);
        }
    }
    if let Some(check) = form.columns.iter().find(|column| matches!(column.holds, Holds::Check)) {
        sheet.set_formula_result(FIRST_ROW, check.number, begun(form, filled));
    }
    Ok(())
}

/// Colours what cannot be, and the check itself.
fn marks(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    let (row, last) = (FIRST_ROW + 1, last_row(form));
    for column in form.columns.iter() {
        let own = cannot_be(form, column, row);
        let parts = form.columns.parts();
        let is_in = |(part, whole): &&(&Column<'_>, &Column<'_>)| [part.number, whole.number].contains(&column.number);
        let pairs = parts.iter().filter(is_in).map(|(part, whole)| above(part, whole, row));
        // A rule for each: Excel takes no long formula in a rule.
        let fits = |wrong: &String| wrong.chars().count() < valid::MOST_TEXT;
        for wrong in own.into_iter().chain(pairs).filter(fits) {
            let rule = ConditionalFormatFormula::new().set_rule(&*format!("={wrong}")).set_format(&form.styles.wrong);
            sheet.add_conditional_format(FIRST_ROW, column.number, last, column.number, &rule)?;
        }
        if matches!(column.holds, Holds::Check) {
            for (sign, format) in [("=", &form.styles.complete), ("<>", &form.styles.incomplete)] {
                let rule = format!("={}{sign}\"{}\"", column.cell(row), complete(form));
                let rule = ConditionalFormatFormula::new().set_rule(&*rule).set_format(format);
                sheet.add_conditional_format(FIRST_ROW, column.number, last, column.number, &rule)?;
            }
        }
    }
    Ok(())
}

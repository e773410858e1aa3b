//! The first sheet: what the workbook is for, how far its standard has been verified, who fills in what, and how.

use super::Form;
use super::fields::agencies;
use super::page::Page;
use crate::criteria::model::AgencyIx;
use crate::table::EntrySheet;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Columns: a number or a name, and what is said of it.
const WIDTHS: [usize; 3] = [34, 12, 84];
const ALL: usize = 135;

/// The sheet of instructions.
pub(super) fn sheet(form: &Form<'_>) -> Result<Worksheet, XlsxError> {
    let (words, styles, standard) = (form.words, &form.styles, form.request.standard);
    let mut page = Page::new(form, EntrySheet::Instructions)?;
    page.widths(&WIDTHS)?;
    page.title(words.title)?;
    page.paragraph(standard.title.get(form.request.lang), 2, ALL, &styles.text)?;
    page.paragraph(&standard.citation, 2, ALL, &styles.text)?;
    if let Some(unit) = form.unit_named() {
        page.line(&unit, &styles.section)?;
    }
    if let Some(note) = form.provisional_note() {
        page.paragraph(&note, 2, ALL, &styles.notice)?;
    }
    page.section(words.how)?;
    // A code that is given needs no digits to be explained.
    let digits = standard.code_digits.filter(|_| form.request.unit.is_none());
    let digits = digits.map_or(String::new(), |n| Form::filled(words.how_digits, &[("n", &n.to_string())]));
    let given = form.request.unit.as_ref().map_or("", |_| words.how_given);
    let places = [("digits", &*digits), ("given", given), ("id", &standard.id)];
    let steps = words.steps.iter().map(|step| Form::filled(step, &places)).filter(|step| !step.is_empty());
    for (n, step) in (1..).zip(steps) {
        page.paragraph(&format!("{n}. {step}"), 2, ALL, &styles.text)?;
    }
    page.section(words.colours)?;
    legend(&mut page, form)?;
    page.section(words.who)?;
    suppliers(&mut page, form)?;
    page.section(words.terms)?;
    for (term, meaning) in words.meanings {
        page.cells(&[(term, &styles.header), ("", &styles.locked), (meaning, &styles.locked)], &WIDTHS)?;
        let row = page.row - 1;
        page.sheet.merge_range(row, 1, row, 2, meaning, &styles.locked)?;
    }
    page.sheet.set_print_fit_to_pages(1, 0);
    page.sheet.set_active(true);
    Ok(page.finish())
}

fn legend(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    let styles = &form.styles;
    // The sample is locked like everything on this sheet.
    let input: Format = styles.input.clone().set_locked();
    let wrong = styles.locked.clone().merge(&styles.wrong);
    let samples = [
        (&input, form.words.colour_input),
        (&styles.locked, form.words.colour_locked),
        (&wrong, form.words.colour_wrong),
    ];
    for (format, meaning) in samples {
        page.cells(&[(form.words.sample, format), ("", &styles.text), (meaning, &styles.text)], &WIDTHS)?;
    }
    Ok(())
}

/// By agency or group of agencies, in the order of the fields: how many figures, and which.
fn suppliers(page: &mut Page<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    let (words, styles) = (form.words, &form.styles);
    page.cells(
        &[(words.supplied_by, &styles.header), (words.how_many, &styles.header), (words.figures, &styles.header)],
        &WIDTHS,
    )?;
    for (agency, labels) in by_agency(form) {
        let count = labels.len().to_string();
        let cells = [(&*agency, &styles.locked), (&*count, &styles.locked), (&*labels.join("; "), &styles.locked)];
        page.cells(&cells, &WIDTHS)?;
    }
    Ok(())
}

/// Agencies with the headers of their figures.
pub(super) fn by_agency(form: &Form<'_>) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(&[AgencyIx], Vec<String>)> = Vec::new();
    for (column, field) in form.columns.fields() {
        match all.iter_mut().find(|(agencies, _)| *agencies == field.supplied_by) {
            Some((_, headers)) => headers.push(column.header.clone()),
            None => all.push((&field.supplied_by, vec![column.header.clone()])),
        }
    }
    let named = |ixs: &[AgencyIx]| match agencies(form, ixs) {
        none if none.is_empty() => form.words.nobody.to_owned(),
        names => names,
    };
    all.into_iter().map(|(ixs, headers)| (named(ixs), headers)).collect()
}

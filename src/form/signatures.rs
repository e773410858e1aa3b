//! The last sheet: on what papers the figures rest, and who answers for them.

use super::Form;
use super::instructions::by_agency;
use super::page::Page;
use crate::table::EntrySheet;
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [usize; 4] = [42, 48, 20, 30];
/// Rows of evidence that are printed on the page of the signatures.
const KEPT: u32 = 5;
/// Where a name is written or typed.
const NAME: &str = "…………………………………………";

/// The sheet of evidence and signatures.
pub(super) fn sheet(form: &Form<'_>) -> Result<Worksheet, XlsxError> {
    let (words, styles) = (form.words, &form.styles);
    let mut page = Page::new(form, EntrySheet::Signatures)?;
    page.widths(&WIDTHS)?;
    page.title(words.signatures_title)?;
    if let Some(unit) = form.unit_named() {
        page.line(&unit, &styles.section)?;
    }
    if let Some(note) = form.provisional_note() {
        page.paragraph(&note, 3, 120, &styles.notice)?;
    }
    page.section(words.suppliers)?;
    let heads = [words.supplied_by, words.person, words.date, words.signature];
    page.cells(&heads.map(|head| (head, &styles.header)), &WIDTHS)?;
    for (agency, _) in by_agency(form) {
        page.cells(
            &[(&*agency, &styles.locked), ("", &styles.input), ("", &styles.input), ("", &styles.input)],
            &WIDTHS,
        )?;
        page.sheet.set_row_height(page.row - 1, 36)?;
    }
    page.section(words.evidence)?;
    let heads = [words.field, words.document, words.date, words.remark];
    page.sheet.set_repeat_rows(page.row, page.row)?;
    page.cells(&heads.map(|head| (head, &styles.header)), &WIDTHS)?;
    for (column, _) in form.columns.fields() {
        let cells = [(&*column.header, &styles.locked), ("", &styles.input), ("", &styles.input), ("", &styles.input)];
        page.cells(&cells, &WIDTHS)?;
    }
    // The last rows go with the signatures: these never stand alone on a page, nor are they cut where one ends.
    page.sheet.set_page_breaks(&[page.row.saturating_sub(KEPT)])?;
    page.gap();
    for (left, right) in [(words.prepared, words.approved), (words.prepared_hint, words.approved_hint)] {
        page.sheet.write_string_with_format(page.row, 0, left, &styles.centred)?;
        page.sheet.merge_range(page.row, 2, page.row, 3, right, &styles.centred)?;
        page.gap();
    }
    // Room to sign, and below it the name, so that both are printed.
    page.sheet.set_row_height(page.row, 60)?;
    page.gap();
    page.sheet.write_string_with_format(page.row, 0, NAME, &styles.name)?;
    page.sheet.merge_range(page.row, 2, page.row, 3, NAME, &styles.name)?;
    // Not fitted to the width of the paper: breaks between pages would not count then.
    page.sheet.set_print_scale(75);
    Ok(page.finish())
}

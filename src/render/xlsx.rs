//! A workbook of results: summary, results, points by criterion and item, missing figures, what has to be followed up, the
//! standard and the manifest, a sheet each. Numbers are numbers, with the mark of provisional figures in their format.
//!
//! No clock gets into the file: the same results give the same bytes.

mod sheet;
mod style;

use super::layout::Layout;
use super::layout::board::{Board, BoardWords};
use crate::lang::Lang;
use crate::result::{Dossier, Edition};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheet::Sheet;
use style::Styles;

/// The whole workbook.
///
/// # Errors
/// When there are more rows than a sheet of a workbook holds; the message says so.
pub fn document(dossier: &Dossier<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    made(dossier, lang).map_err(|error| match error {
        XlsxError::RowColumnLimitError => lang
            .pick(
                "quá nhiều dòng cho một trang tính (1.048.576); dùng .csv hoặc .json",
                "more rows than a sheet holds (1,048,576); use .csv or .json",
            )
            .to_owned(),
        other => other.to_string(),
    })
}

fn made(dossier: &Dossier<'_>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let layout = Layout::new(dossier.sheet, lang);
    let styles = Styles::new();
    let mut book = Workbook::new();
    book.set_properties(&properties(&layout)?);
    let footer = footer(dossier, &layout);
    book.push_worksheet(summary(dossier, &layout, &styles, &footer)?);
    for board in boards(dossier, &layout) {
        book.push_worksheet(Sheet::of(&board, &styles, &footer)?);
    }
    book.save_to_buffer()
}

/// One sheet each. What says nothing about these results has none.
fn boards(dossier: &Dossier<'_>, layout: &Layout<'_>) -> Vec<Board> {
    let mut boards =
        vec![layout.results_board(), layout.criteria_board(), layout.items_board(), layout.missing_board()];
    boards.push(layout.follow_up_board(&dossier.follow_up));
    boards.retain(|board| !board.rows.is_empty());
    boards.push(layout.figures_board(&dossier.figures));
    boards.push(layout.manifest_board(&dossier.manifest));
    boards
}

/// What a meeting looks at first: counts, reasons, how far the figures are verified, the roll-ups.
fn summary(
    dossier: &Dossier<'_>,
    layout: &Layout<'_>,
    styles: &Styles,
    footer: &str,
) -> Result<rust_xlsxwriter::Worksheet, XlsxError> {
    let mut sheet = Sheet::of_boards(BoardWords::of(layout.lang).summary, footer)?;
    sheet.paragraph(layout.words.edition(dossier.sheet.edition), &styles.mark)?;
    sheet.paragraph(layout.title(), &styles.title)?;
    for line in [&layout.info.citation, &layout.versions_line(), &layout.common()] {
        if !line.is_empty() {
            sheet.paragraph(line, &styles.subtitle)?;
        }
    }
    sheet.gap();
    for line in layout.summary() {
        sheet.paragraph(&line, &styles.text)?;
    }
    sheet.gap();
    for line in layout.verification() {
        sheet.paragraph(&line, &styles.notice)?;
    }
    for roll_up in &dossier.roll_ups {
        for board in [layout.counts_board(roll_up), layout.vetoes_board(roll_up), layout.lost_board(roll_up)] {
            sheet.gap();
            sheet.board(&board, styles)?;
        }
    }
    Ok(sheet.finish())
}

/// Whose results on every page, and that they are not for everybody.
fn footer(dossier: &Dossier<'_>, layout: &Layout<'_>) -> String {
    let mark = match dossier.sheet.edition {
        Edition::Internal => layout.words.edition(Edition::Internal),
        Edition::Public => "",
    };
    let left = format!("cfc {} · {} · {mark}", dossier.manifest.version, layout.info.id);
    format!("&L{}&R{} &P/&N", left.replace('&', "&&"), BoardWords::of(layout.lang).page)
}

fn properties(layout: &Layout<'_>) -> Result<DocProperties, XlsxError> {
    let day = layout.info.version.from;
    let day = ExcelDateTime::from_ymd(day.year, day.month, day.day)?;
    Ok(DocProperties::new().set_title(layout.title()).set_subject(&layout.info.citation).set_creation_datetime(&day))
}

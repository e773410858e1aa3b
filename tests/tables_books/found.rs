//! A table read under the standard of the bad tables: what was found, and every figure, as lines of text.

use cfc::criteria::load;
use cfc::criteria::model::{FieldIx, Years};
use cfc::diag::book::Rows;
use cfc::diag::{Book, CellPlace, Diagnostic, Place, Problem, Report};
use cfc::rules::{self, RuleSet};
use cfc::table::check::{Options, Wanted, check};
use cfc::table::{CommuneTable, Part, find};
use std::fmt::Write as _;
use std::path::Path;

/// The standard of `tests/bad/tables`, and the words it declares.
pub(crate) fn rules() -> RuleSet {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/tables/standard.toml");
    let (standard, mut report) = load::by_name(&path.to_string_lossy());
    let rules = standard.and_then(|standard| rules::compile(standard, &mut report));
    assert!(!report.has_errors(), "{:#?}", report.diagnostics);
    rules.unwrap()
}

/// What the standard wants of a table.
pub(crate) fn wanted(rules: &RuleSet) -> Wanted<'_> {
    let years = Years::new(std::iter::once(rules.standard()));
    Wanted { standard: rules.standard(), years: Some(years), items_of: rules.fields_wanted().to_vec() }
}

/// One line for each finding, `code place`, then one for each commune, `= code name figures`; a missing figure is `-`.
pub(crate) fn lines(path: &Path, rules: &RuleSet, sheet: Option<&str>) -> String {
    let wanted = wanted(rules);
    match find::open(path, &wanted, sheet) {
        Ok(text) => {
            let (table, report) = check(text, &wanted, Options::default());
            [found(&report), communes(&table, rules)].concat()
        }
        Err(refused) => found(&refused),
    }
}

fn found(report: &Report) -> String {
    let line = |d: &Diagnostic| format!("{} {}{}\n", d.code(), place(&d.place), rows(&d.problem));
    let mut lines: Vec<String> = report.diagnostics.iter().map(line).collect();
    lines.sort();
    lines.concat()
}

/// ` totals 9-9`: why and which rows are not read.
fn rows(problem: &Problem) -> String {
    let Problem::Book(Book::RowsNotRead { rows, first, last }) = problem else { return String::new() };
    let what = match rows {
        Rows::Totals => "totals",
        Rows::Group => "group",
        Rows::Header => "header",
        Rows::Notes => "notes",
        Rows::Footer => "footer",
    };
    format!(" {what} {first}-{last}")
}

/// `Sheet!F12`, `Sheet!12` for a row, `Sheet` for a sheet, a dash for the file.
fn place(place: &Place) -> String {
    let Place::Cell(CellPlace { sheet, row, column, .. }) = place else { return "-".to_owned() };
    let letters = column.map(CellPlace::column_letters).unwrap_or_default();
    let row = row.map(|row| row.to_string()).unwrap_or_default();
    let mut text = sheet.as_deref().unwrap_or("csv").to_owned();
    if !letters.is_empty() || !row.is_empty() {
        write!(text, "!{letters}{row}").unwrap();
    }
    text
}

fn communes(table: &CommuneTable, rules: &RuleSet) -> String {
    let line = |part: &Part, row: usize| {
        let fields = 0..rules.standard().fields.len();
        let figure = |at| part.figure_column(FieldIx(at)).get(row).map_or("-".to_owned(), |figure| figure.to_string());
        let figures: Vec<String> = fields.map(figure).collect();
        let province = part.province(row);
        let province = if province.is_empty() { String::new() } else { format!(" ({province})") };
        format!("= {} {}{province} {}\n", part.code(row), part.name(row), figures.join(" "))
    };
    table.parts.iter().flat_map(|part| (0..part.len()).map(move |row| line(part, row))).collect()
}

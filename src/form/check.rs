//! The check column: a formula that says in words what is missing or contradictory in its row. It uses no volatile
//! function and none that Excel or LibreOffice lacks, and each count stands in it once.

use super::Form;
use super::column::{Column, Holds};
use super::data::{FIRST_ROW, last_row};
use crate::criteria::model::{Field, FieldKind};

/// Excel takes 8,192 characters; the rest is for what stands around the parts.
const MOST_CHARACTERS: usize = 7_800;

/// The formula of a row counted from 1; `done` is what it says where it finds nothing, see [`complete`].
pub(super) fn formula(form: &Form<'_>, row: u32, done: &str) -> String {
    let parts = kept(parts(form, row)).join("&");
    let entered = entered(form, row);
    // `§§` is left where nothing was found; the text begins behind the first `; `.
    let found = format!("MID(SUBSTITUTE(SUBSTITUTE(\"§\"&{parts}&\"§\",\"§§\",\"; {done}\"),\"§\",\"\"),3,300)");
    format!("=IF({entered}=0,\"\",{found})")
}

/// What the check says of a row in which it finds nothing. A formula too long for Excel looks only for what is missing and
/// says no more than that.
pub(super) fn complete(form: &Form<'_>) -> &'static str {
    let all = parts(form, FIRST_ROW + 1);
    let is_whole = kept(all.clone()).len() == all.len();
    if is_whole { form.words.check_complete } else { form.words.check_nothing_missing }
}

/// As many of the parts as Excel takes. The rarest mistakes are last: validation has refused them when they were typed.
fn kept(mut parts: Vec<String>) -> Vec<String> {
    while parts.iter().map(|part| part.encode_utf16().count()).sum::<usize>() > MOST_CHARACTERS && parts.len() > 1 {
        parts.pop();
    }
    parts
}

/// A text for each thing that can be found, empty where it is not.
fn parts(form: &Form<'_>, row: u32) -> Vec<String> {
    let words = form.words;
    let mut parts = vec![
        told(&missing(form, row), words.check_missing),
        told(&format!("N({}=\"\")", cell(form, row, |holds| matches!(holds, Holds::Code))), words.check_no_code),
        told(&format!("N({}=\"\")", cell(form, row, |holds| matches!(holds, Holds::Name))), words.check_no_name),
        told(&twice(form, row), words.check_twice),
    ];
    if let Some(digits) = form.request.standard.code_digits {
        let code = cell(form, row, |holds| matches!(holds, Holds::Code));
        let short = format!("N(AND({code}<>\"\",LEN({code})<>{digits}))");
        parts.push(told(&short, &Form::filled(words.check_digits, &[("n", &digits.to_string())])));
    }
    parts.push(told(&sum(&contradictions(form, row)), words.check_contradictions));
    parts.push(told(&sum(&wrong(form, row)), words.check_wrong));
    parts
}

/// What the formula of a row shows in which only these many wanted cells are filled in.
pub(super) fn begun(form: &Form<'_>, filled: usize) -> String {
    let wanted = form.columns.iter().filter(|column| column.is_wanted).count();
    match wanted.saturating_sub(filled) {
        0 => complete(form).to_owned(),
        missing => Form::filled(form.words.check_missing, &[("n", &missing.to_string())]),
    }
}

/// A number in words, nothing when it is 0: `{n}` in the words is the number.
fn told(number: &str, words: &str) -> String {
    let quoted = |text: &str| if text.is_empty() { String::new() } else { format!("\"\"{text}\"\"") };
    let format = match words.split_once("{n}") {
        Some((before, after)) => format!("{}0{}", quoted(&format!("; {before}")), quoted(after)),
        None => quoted(&format!("; {words}")),
    };
    format!("TEXT({number},\"{format};;\")")
}

/// How many cells of the row have anything in them, but for the check itself.
fn entered(form: &Form<'_>, row: u32) -> String {
    let runs = runs(form, |column| !matches!(column.holds, Holds::Check));
    let ranges: Vec<String> = runs.iter().map(|run| range(run, row)).collect();
    format!("COUNTA({})", ranges.join(","))
}

/// How many wanted cells are empty.
fn missing(form: &Form<'_>, row: u32) -> String {
    let runs = runs(form, |column| column.is_wanted);
    let counts: Vec<String> = runs.iter().map(|run| format!("COUNTBLANK({})", range(run, row))).collect();
    sum(&counts)
}

fn sum(terms: &[String]) -> String {
    if terms.is_empty() { "0".to_owned() } else { terms.join("+") }
}

/// Neighbouring columns that fit, first and last.
fn runs(form: &Form<'_>, fits: impl Fn(&Column<'_>) -> bool) -> Vec<(String, String)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for column in form.columns.iter().filter(|column| fits(column)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == column.number => *last = column.number,
            _ => runs.push((column.number, column.number)),
        }
    }
    let name = rust_xlsxwriter::utility::column_number_to_name;
    runs.into_iter().map(|(first, last)| (name(first), name(last))).collect()
}

fn range((first, last): &(String, String), row: u32) -> String {
    format!("${first}{row}:${last}{row}")
}

fn cell(form: &Form<'_>, row: u32, wanted: impl Fn(Holds<'_>) -> bool) -> String {
    let column = form.columns.iter().find(|column| wanted(column.holds));
    column.map(|column| column.cell(row)).unwrap_or_default()
}

/// Whether code and year stand in another row too.
fn twice(form: &Form<'_>, row: u32) -> String {
    let code = cell(form, row, |holds| matches!(holds, Holds::Code));
    let same = |column: &Column<'_>| {
        let (letters, first, last) = (column.letters(), FIRST_ROW + 1, last_row(form) + 1);
        format!("(${letters}${first}:${letters}${last}={})", column.cell(row))
    };
    let known_by = form.columns.iter().filter(|column| matches!(column.holds, Holds::Code | Holds::Year));
    let rows = known_by.map(same).collect::<Vec<_>>().join("*");
    format!("IF({code}=\"\",0,N(SUMPRODUCT({rows})>1))")
}

/// One term for each figure that is above the one it is part of.
fn contradictions(form: &Form<'_>, row: u32) -> Vec<String> {
    let term = |(part, whole): (&Column<'_>, &Column<'_>)| {
        let (part, whole) = (part.cell(row), whole.cell(row));
        format!("(COUNT({part},{whole})=2)*({part}>{whole})")
    };
    form.columns.parts().into_iter().map(term).collect()
}

/// Whether a figure is above the one it is part of; both must be there.
pub(super) fn above(part: &Column<'_>, whole: &Column<'_>, row: u32) -> String {
    let (part, whole) = (part.cell(row), whole.cell(row));
    format!("AND(COUNT({part},{whole})=2,{part}>{whole})")
}

/// One term for each cell that holds what its column cannot.
fn wrong(form: &Form<'_>, row: u32) -> Vec<String> {
    form.columns.iter().filter_map(|column| Some(format!("N({})", cannot_be(form, column, row)?))).collect()
}

/// Whether a cell holds what its column cannot; `None` for text.
pub(super) fn cannot_be(form: &Form<'_>, column: &Column<'_>, row: u32) -> Option<String> {
    let cell = column.cell(row);
    if let Some(list) = form.lists.name(column.holds) {
        // COUNTIF and MATCH would take `<5` and `*` in a word for a search.
        return Some(format!("AND({cell}<>\"\",SUMPRODUCT(--({list}={cell}&\"\"))=0)"));
    }
    let outside = match column.holds {
        Holds::Field(_, field) if field.kind != FieldKind::Text => outside(field, &cell),
        Holds::Year => {
            let (first, last) = years(form);
            vec![format!("{cell}<{first}"), format!("{cell}>{last}"), format!("{cell}<>INT({cell})")]
        }
        _ => return None,
    };
    let outside = if outside.is_empty() { "FALSE".to_owned() } else { format!("OR({})", outside.join(",")) };
    Some(format!("IF(ISNUMBER({cell}),{outside},{cell}<>\"\")"))
}

/// The first and last year that can be scored.
pub(super) fn years(form: &Form<'_>) -> (u16, u16) {
    /// The reader takes no later year.
    const LAST: u16 = 2200;
    let years = form.request.years;
    (years.first(), years.last().unwrap_or(LAST))
}

/// What a number in a column must not be.
fn outside(field: &Field, cell: &str) -> Vec<String> {
    let mut terms = match field.kind {
        FieldKind::Count => vec![format!("{cell}<0"), format!("{cell}<>INT({cell})")],
        FieldKind::Percent { digits } => {
            vec![format!("{cell}<0"), format!("{cell}>100"), format!("{cell}<>ROUND({cell},{digits})")]
        }
        FieldKind::Decimal { digits } => vec![format!("{cell}<>ROUND({cell},{digits})")],
        FieldKind::YesNo | FieldKind::Choice(_) | FieldKind::Text => Vec::new(),
    };
    terms.extend(field.at_least.map(|least| format!("{cell}<{least}")));
    terms.extend(field.above.map(|edge| format!("{cell}<={edge}")));
    terms
}

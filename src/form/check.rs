//! The check column: a formula that says in words what is missing or contradictory in its row. It uses no volatile
//! function and none that Excel or LibreOffice lacks, and each count stands in it once.

use super::Form;
use super::column::{Column, Holds};
use super::data::{FIRST_ROW, last_row};
use crate::criteria::model::{Field, FieldKind, Signs};

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
    let is_whole = is_short(&all);
    if is_whole { form.words.check_complete } else { form.words.check_nothing_missing }
}

/// As many of the parts as Excel takes. The rarest mistakes are last: validation has refused them when they were typed.
fn kept(mut parts: Vec<String>) -> Vec<String> {
    while !is_short(&parts) && parts.len() > 1 {
        parts.pop();
    }
    parts
}

fn is_short(parts: &[String]) -> bool {
    parts.iter().map(|part| part.encode_utf16().count()).sum::<usize>() <= MOST_CHARACTERS
}

/// A text for each thing that can be found, empty where it is not.
fn parts(form: &Form<'_>, row: u32) -> Vec<String> {
    let words = form.words;
    let is_blank = |cell: String| format!("N(IFERROR(TRIM({cell})=\"\",FALSE))");
    let mut parts = vec![
        told(&missing(form, row), words.check_missing),
        told(&is_blank(cell(form, row, |holds| matches!(holds, Holds::Code))), words.check_no_code),
        told(&is_blank(cell(form, row, |holds| matches!(holds, Holds::Name))), words.check_no_name),
        told(&twice(form, row), words.check_twice),
    ];
    if let Some(digits) = form.request.standard.code_digits {
        let code = cell(form, row, |holds| matches!(holds, Holds::Code));
        let wrong = format!("N({})", is_no_code(&code, digits));
        parts.push(told(&wrong, &Form::filled(words.check_digits, &[("n", &digits.to_string())])));
    }
    parts.push(told(&sum(&contradictions(form, row)), words.check_contradictions));
    parts.push(told(&sum(&wrong(form, row)), words.check_wrong));
    if !is_short(&parts) {
        parts.pop();
        parts.push(told(&sum(&wrong_in_short(form, row)), words.check_wrong));
    }
    parts
}

/// Whether a cell holds a code that is not so many digits; an empty one does not.
pub(super) fn is_no_code(cell: &str, digits: usize) -> String {
    let (code, zeros) = (format!("TRIM({cell})"), "0".repeat(digits));
    // Written with so many digits, only they stay as they are: a sign, a mark or a letter makes another text.
    let same = format!("EXACT(TEXT({code},\"{zeros};;{zeros};\"),{code})");
    format!("IFERROR(AND({code}<>\"\",OR(LEN({code})<>{digits},NOT({same}))),TRUE)")
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

/// How many wanted cells are empty or hold nothing but blanks.
fn missing(form: &Form<'_>, row: u32) -> String {
    // Where a cell of the row is an error, blanks cannot be told from words.
    let empty = |run: &(String, String)| {
        let range = range(run, row);
        format!("IFERROR(SUMPRODUCT(--(TRIM({range})=\"\")),COUNTBLANK({range}))")
    };
    let mut counts: Vec<String> = runs(form, |column| column.is_wanted).iter().map(empty).collect();
    // A declared sign says that there is no figure yet.
    let signs = form.columns.fields().filter(|(column, field)| column.is_wanted && !field.signs.missing.is_empty());
    let is_sign = |(column, field): (&Column<'_>, &Field)| is_one_of(&column.cell(row), &field.signs.missing);
    counts.extend(signs.map(|sign| format!("N(IFERROR({},FALSE))", is_sign(sign))));
    sum(&counts)
}

/// Whether a cell holds one of some signs; case and blanks around it make no difference, as in the reader.
fn is_one_of(cell: &str, signs: &[String]) -> String {
    let same = |sign: &String| format!("TRIM({cell})=\"{}\"", sign.replace('"', "\"\""));
    format!("OR({})", signs.iter().map(same).collect::<Vec<_>>().join(","))
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
        format!("(TRIM(${letters}${first}:${letters}${last})=TRIM({}))", column.cell(row))
    };
    let known_by = form.columns.iter().filter(|column| matches!(column.holds, Holds::Code | Holds::Year));
    let rows = known_by.map(same).collect::<Vec<_>>().join("*");
    format!("IFERROR(IF(TRIM({code})=\"\",0,N(SUMPRODUCT({rows})>1)),0)")
}

/// One term for each figure that is above the one it is part of.
fn contradictions(form: &Form<'_>, row: u32) -> Vec<String> {
    form.columns.parts().into_iter().map(|(part, whole)| format!("N({})", above(part, whole, row))).collect()
}

/// Whether a figure is above the one it is part of; both must be there. Digits that are kept as text are a figure.
pub(super) fn above(part: &Column<'_>, whole: &Column<'_>, row: u32) -> String {
    let (a, b) = (part.cell(row), whole.cell(row));
    let (part, whole) = (figure(part, row), figure(whole, row));
    format!("IFERROR(AND({a}<>\"\",{b}<>\"\",{part}*1>{whole}*1),FALSE)")
}

/// A cell as a number where it is compared: a sign for 0 is 0.
fn figure(column: &Column<'_>, row: u32) -> String {
    let cell = column.cell(row);
    match column.holds {
        Holds::Field(_, field) if !field.signs.zero.is_empty() => {
            format!("IF({},0,{cell})", is_one_of(&cell, &field.signs.zero))
        }
        _ => cell,
    }
}

/// One term for each cell that holds what its column cannot.
fn wrong(form: &Form<'_>, row: u32) -> Vec<String> {
    form.columns.iter().filter_map(|column| Some(format!("N({})", cannot_be(form, column, row)?))).collect()
}

/// The same in fewer characters, for a standard of very many fields: a term for each run of counts. Of a run in which a
/// cell is an error, only the errors are told, and LibreOffice does not see TRUE in a run.
fn wrong_in_short(form: &Form<'_>, row: u32) -> Vec<String> {
    let is_plain = |column: &Column<'_>| match column.holds {
        Holds::Field(_, field) => is_plain_count(field),
        _ => false,
    };
    let term = |run: &(String, String)| {
        let cells = range(run, row);
        let wrong = format!("({})+(LEN({cells})>{MOST_LETTERS})", not_whole(&cells));
        format!("IFERROR(SUMPRODUCT(--({wrong}>0)),SUMPRODUCT(--ISERROR({cells})))")
    };
    let others = form.columns.iter().filter(|column| !is_plain(column));
    let others = others.filter_map(|column| Some(format!("N({})", cannot_be(form, column, row)?)));
    runs(form, is_plain).iter().map(term).chain(others).collect()
}

/// A count without signs and limits of its own.
fn is_plain_count(field: &Field) -> bool {
    let has_limits = field.at_least.is_some() || field.above.is_some();
    field.kind == FieldKind::Count && !has_limits && field.signs == Signs::default()
}

/// Whether a cell holds what its column cannot, signs of the standard apart; `None` for text. An error is nothing a column
/// can hold.
pub(super) fn cannot_be(form: &Form<'_>, column: &Column<'_>, row: u32) -> Option<String> {
    let cell = column.cell(row);
    let cannot = is_no_value(form, column, &cell)?;
    let signs: Vec<String> = match column.holds {
        Holds::Field(_, field) => field.signs.missing.iter().chain(&field.signs.zero).cloned().collect(),
        _ => Vec::new(),
    };
    let sign = (!signs.is_empty()).then(|| is_one_of(&cell, &signs));
    let cannot = sign.map_or(cannot.clone(), |sign| format!("IF({sign},FALSE,{cannot})"));
    Some(format!("IFERROR({cannot},TRUE)"))
}

/// The same without signs; an error where the cell is one, or is text that is compared as a number.
fn is_no_value(form: &Form<'_>, column: &Column<'_>, cell: &str) -> Option<String> {
    if let Some(list) = form.lists.accepted(column.holds) {
        // COUNTIF and MATCH would take `<5` and `*` in a word for a search.
        return Some(format!("AND(TRIM({cell})<>\"\",SUMPRODUCT(--({list}=TRIM({cell})))=0)"));
    }
    match column.holds {
        Holds::Field(_, field) if field.kind != FieldKind::Text => Some(is_no_figure(field, cell)),
        Holds::Year => {
            let (first, last) = years(form);
            let terms = [not_whole(cell), format!("{cell}*1<{first}"), format!("{cell}*1>{last}")];
            Some(if_filled(cell, &terms))
        }
        _ => None,
    }
}

/// False for a cell of blanks, for which no number is compared.
fn if_filled(cell: &str, terms: &[String]) -> String {
    format!("IF(TRIM({cell})=\"\",FALSE,OR({}))", terms.join(","))
}

/// Whether a cell holds anything but a whole number, 0 or more, in plain digits; it may be text, and nothing.
///
/// Only such a number stays as it is when it is written without a mark. What a cell shows as its number is not asked:
/// words, marks and dates that are text become numbers in some languages, and other texts then.
fn not_whole(cell: &str) -> String {
    format!("TEXT({cell}&\"\",\"0;;0;\")<>TRIM({cell})")
}

/// The first and last year that can be scored.
pub(super) fn years(form: &Form<'_>) -> (u16, u16) {
    /// The reader takes no later year.
    const LAST: u16 = 2200;
    let years = form.request.years;
    (years.first(), years.last().unwrap_or(LAST))
}

/// Whether a cell holds no figure of a field. LibreOffice takes TRUE for a number.
fn is_no_figure(field: &Field, cell: &str) -> String {
    let limits = limits(field, cell);
    let is_text = || format!("AND(ISTEXT({cell}),{})", not_whole(cell));
    let rounded = |digits: u8| format!("{cell}*1<>ROUND({cell}*1,{digits})");
    let logical = format!("ISLOGICAL({cell})");
    let own = match field.kind {
        FieldKind::Count if limits.is_empty() => {
            return format!("OR({logical},{},N({cell})>{MOST})", not_whole(cell));
        }
        FieldKind::Count => vec![logical, not_whole(cell), format!("{cell}*1>{MOST}")],
        FieldKind::Percent { digits } => {
            vec![logical, is_text(), format!("{cell}*1<0"), format!("{cell}*1>100"), rounded(digits)]
        }
        FieldKind::Decimal { digits } => vec![logical, is_text(), format!("{cell}*1>{MOST}"), rounded(digits)],
        FieldKind::YesNo | FieldKind::Choice(_) | FieldKind::Text => Vec::new(),
    };
    if_filled(cell, &[own, limits].concat())
}

/// The reader takes no larger figure.
const MOST: &str = "10^12";
/// Letters of that figure.
const MOST_LETTERS: usize = 13;

/// Limits the standard sets a field.
fn limits(field: &Field, cell: &str) -> Vec<String> {
    let least = field.at_least.map(|least| format!("{cell}*1<{least}"));
    least.into_iter().chain(field.above.map(|edge| format!("{cell}*1<={edge}"))).collect()
}

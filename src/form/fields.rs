//! The columns in words: what each takes, who supplies it, what it means; as notes on the headers and as a sheet.

use super::Form;
use super::column::{Column, Holds};
use super::page::Page;
use crate::criteria::model::{AgencyIx, Criterion, Field, FieldIx, FieldKind};
use crate::table::EntrySheet;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Labels of agencies, in the order of the field.
pub(super) fn agencies(form: &Form<'_>, agencies: &[AgencyIx]) -> String {
    let label = |ix: &AgencyIx| Some(form.request.standard.agencies.get(ix.0)?.label.get(form.request.lang));
    agencies.iter().filter_map(label).collect::<Vec<_>>().join("; ")
}

/// What is typed into a column.
pub(super) fn takes(form: &Form<'_>, column: &Column<'_>) -> String {
    let (words, years) = (form.words, form.request.years);
    match column.holds {
        Holds::Code => match form.request.standard.code_digits {
            Some(digits) => Form::filled(words.takes_code_of, &[("n", &digits.to_string())]),
            None => words.takes_code.to_owned(),
        },
        Holds::Name => words.takes_name.to_owned(),
        Holds::Check => words.takes_nothing.to_owned(),
        Holds::Province | Holds::District => words.takes_place.to_owned(),
        Holds::Year => match years.last() {
            Some(last) => Form::filled(
                words.takes_year_until,
                &[("first", &years.first().to_string()), ("last", &last.to_string())],
            ),
            None => Form::filled(words.takes_year, &[("first", &years.first().to_string())]),
        },
        Holds::Class => words.takes_choice.to_owned(),
        Holds::Field(_, field) => takes_field(form, field),
    }
}

fn takes_field(form: &Form<'_>, field: &Field) -> String {
    let words = form.words;
    let digits = field.kind.digits().to_string();
    let kind = match field.kind {
        // Limits of its own say where it begins.
        FieldKind::Count if field.at_least.is_some() || field.above.is_some() => words.takes_whole.to_owned(),
        FieldKind::Count => words.takes_count.to_owned(),
        FieldKind::YesNo => words.takes_yes_no.to_owned(),
        FieldKind::Percent { digits: 0 } => words.takes_percent_whole.to_owned(),
        FieldKind::Decimal { digits: 0 } => words.takes_whole.to_owned(),
        FieldKind::Percent { .. } => Form::filled(words.takes_percent, &[("n", &digits)]),
        FieldKind::Decimal { .. } => Form::filled(words.takes_decimal, &[("n", &digits)]),
        FieldKind::Choice(_) => words.takes_choice.to_owned(),
        FieldKind::Text => words.takes_text.to_owned(),
    };
    let number = |text: String| form.request.lang.pick(text.replace('.', ","), text);
    let least = field.at_least.map(|least| format!("; {} {}", words.at_least, number(least.to_string())));
    let above = field.above.map(|edge| format!("; {} {}", words.above, number(edge.to_string())));
    let signs = |signs: &[String], meaning| {
        let all = signs.iter().map(|sign| format!("“{sign}”")).collect::<Vec<_>>().join(", ");
        (!signs.is_empty()).then(|| format!("; {all} {meaning}"))
    };
    let (missing, zero) = (signs(&field.signs.missing, words.sign_missing), signs(&field.signs.zero, words.sign_zero));
    [Some(kind), least, above, missing, zero].into_iter().flatten().collect()
}

/// What a number of a field counts or is measured in; empty where the standard does not say.
fn counted_in<'s>(form: &Form<'s>, field: &'s Field) -> &'s str {
    match field.kind {
        FieldKind::Percent { .. } => "%",
        _ => field.unit.as_ref().map_or("", |unit| unit.get(form.request.lang)),
    }
}

fn wholes(form: &Form<'_>, field: &Field) -> String {
    let label = |at: &FieldIx| Some(form.columns.of_field(*at)?.header.clone());
    field.at_most.iter().filter_map(label).collect::<Vec<_>>().join("; ")
}

/// The note on a header: what to type first, then what it means.
pub(super) fn note(form: &Form<'_>, column: &Column<'_>) -> String {
    let (words, takes) = (form.words, takes(form, column));
    let Holds::Field(_, field) = column.holds else { return takes };
    let definition = field.definition.as_ref().map_or("", |text| text.get(form.request.lang)).to_owned();
    let lines = [
        (words.unit, takes),
        (words.counted_in, counted_in(form, field).to_owned()),
        (words.at_most, wholes(form, field)),
        (words.supplied_by, agencies(form, &field.supplied_by)),
        (words.definition, definition),
        (words.id, field.id.clone()),
    ];
    let said = lines.iter().filter(|(_, text)| !text.is_empty());
    said.map(|(name, text)| format!("{name}: {text}")).collect::<Vec<_>>().join("\n")
}

/// Titles of the criteria that want a field, each once, in the order of the standard.
fn wanted_by(form: &Form<'_>, FieldIx(at): FieldIx) -> String {
    let Some(items) = form.request.items_of.get(at) else { return String::new() };
    let criteria = form.request.standard.criteria.iter().zip(1..);
    let wants =
        |criterion: &Criterion, id: &String| criterion.id == *id || criterion.items.iter().any(|item| item.id == *id);
    let titles = criteria.filter(|(criterion, _)| items.iter().any(|id| wants(criterion, id)));
    titles
        .map(|(criterion, n)| format!("{n}. {}", criterion.title.get(form.request.lang)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The sheet of all fields.
pub(super) fn sheet(form: &Form<'_>) -> Result<Worksheet, XlsxError> {
    const WIDTHS: [usize; 9] = [4, 28, 10, 18, 44, 22, 22, 24, 18];
    let (words, styles) = (form.words, &form.styles);
    let mut page = Page::new(form, EntrySheet::Fields)?;
    page.widths(&WIDTHS)?;
    page.title(words.fields_title)?;
    page.gap();
    let heads = [
        words.number,
        words.field,
        words.counted_in,
        words.unit,
        words.definition,
        words.supplied_by,
        words.at_most,
        words.used_for,
        words.id,
    ];
    let header_row = page.row;
    page.cells(&heads.map(|head| (head, &styles.header)), &WIDTHS)?;
    for (n, (column, field)) in (1..).zip(form.columns.fields()) {
        let Holds::Field(at, _) = column.holds else { continue };
        let definition = field.definition.as_ref().map_or("", |text| text.get(form.request.lang));
        let (n, takes, used) = (n.to_string(), takes(form, column), wanted_by(form, at));
        let (supplied, wholes) = (agencies(form, &field.supplied_by), wholes(form, field));
        let unit = counted_in(form, field);
        let cells = [&*n, &column.header, unit, &takes, definition, &supplied, &wholes, &used, &field.id];
        page.cells(&cells.map(|cell| (cell, &styles.locked)), &WIDTHS)?;
    }
    page.sheet.set_repeat_rows(header_row, header_row)?.set_freeze_panes(header_row + 1, 2)?;
    page.sheet.set_print_fit_to_pages(1, 0);
    Ok(page.finish())
}

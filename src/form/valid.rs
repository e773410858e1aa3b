//! What each column accepts while it is filled in, and what is said when it refuses.

use super::check::{above, cannot_be, is_no_code, years};
use super::column::{Column, Holds};
use super::data::{FIRST_ROW, last_row};
use super::{Form, fields};
use rust_xlsxwriter::{DataValidation, DataValidationRule, Formula, Worksheet, XlsxError};

/// What Excel takes for the title of a message, and for its text and the formula of a rule.
const MOST_TITLE: usize = 32;
pub(super) const MOST_TEXT: usize = 255;

/// Puts the rules on the cells of all columns.
pub(super) fn put(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    for column in form.columns.iter() {
        if let Some(rule) = rule(form, column) {
            let rule = worded(rule, form, column)?;
            sheet.add_data_validation(FIRST_ROW, column.number, last_row(form), column.number, &rule)?;
        }
    }
    Ok(())
}

fn rule(form: &Form<'_>, column: &Column<'_>) -> Option<DataValidation> {
    let new = DataValidation::new;
    if let Some(list) = form.lists.name(column.holds) {
        return Some(new().allow_list_formula(Formula::new(format!("={list}"))));
    }
    let row = FIRST_ROW + 1;
    match column.holds {
        Holds::Year => {
            let (first, last) = years(form);
            Some(new().allow_whole_number(DataValidationRule::Between(i32::from(first), i32::from(last))))
        }
        Holds::Code => {
            let Some(digits) = form.request.standard.code_digits else { return Some(new().allow_any_value()) };
            Some(new().allow_custom(Formula::new(accepted(&[is_no_code(&column.cell(row), digits)]))))
        }
        Holds::Field(..) => {
            let Some(own) = cannot_be(form, column, row) else { return Some(new().allow_any_value()) };
            let mut refused = vec![own];
            let parts = form.columns.parts().into_iter().filter(|(part, _)| part.number == column.number);
            refused.extend(parts.map(|(part, whole)| above(part, whole, row)));
            // What does not fit is still marked, and told in the check column.
            while accepted(&refused).chars().count() > MOST_TEXT && refused.len() > 1 {
                refused.pop();
            }
            let rule = new().allow_custom(Formula::new(accepted(&refused)));
            if accepted(&refused).chars().count() > MOST_TEXT {
                return Some(new().allow_any_value());
            }
            // Excel takes anything while a cell that the rule looks at is blank, unless blanks are judged, too; the
            // formula accepts one. A rule that looks at its own cell only needs no such care.
            Some(rule.ignore_blank(refused.len() == 1))
        }
        Holds::Name | Holds::Province | Holds::District => Some(new().allow_any_value()),
        Holds::Check | Holds::Class => None,
    }
}

/// The formula of what is accepted: nothing of what is refused.
fn accepted(refused: &[String]) -> String {
    format!("=NOT(OR({}))", refused.join(","))
}

/// With what is said when a cell is chosen and when it is refused: the column, and what it takes.
fn worded(rule: DataValidation, form: &Form<'_>, column: &Column<'_>) -> Result<DataValidation, XlsxError> {
    let takes = fields::takes(form, column);
    let wholes: Vec<&str> = form
        .columns
        .parts()
        .iter()
        .filter(|(part, _)| part.number == column.number)
        .map(|(_, whole)| &*whole.header)
        .collect();
    let limit =
        if wholes.is_empty() { String::new() } else { format!("\n{}: {}", form.words.at_most, wholes.join("; ")) };
    // A long header shortens itself, not what the cell takes.
    let rest = format!(": {takes}{limit}");
    let room = MOST_TEXT.saturating_sub(rest.encode_utf16().count()).max(MOST_TITLE);
    let text = cut(&format!("{}{rest}", cut(&column.header, room)), MOST_TEXT);
    let asked = format!("{takes}{limit}");
    rule.set_error_title(cut(form.words.refused, MOST_TITLE))?
        .set_error_message(text)?
        .set_input_title(cut(&column.header, MOST_TITLE))?
        .set_input_message(cut(&asked, MOST_TEXT))
}

/// As many characters as fit, counted as Excel counts them.
fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if kept.encode_utf16().count() + letter.len_utf16() + 1 > most {
            break;
        }
        kept.push(letter);
    }
    kept + "…"
}

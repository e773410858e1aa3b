//! The words that cells can hold, each list a column of its own sheet: yes and no, area classes, choices.

use super::column::Holds;
use super::page::Page;
use super::{Form, Words};
use crate::criteria::model::{FieldIx, FieldKind, Standard};
use crate::lang::Lang;
use crate::table::EntrySheet;
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// A list and the cells it is for.
#[derive(Clone, Debug)]
struct List {
    of: Of,
    title: String,
    words: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    YesNo,
    Class,
    Field(FieldIx),
}

/// All lists, from left to right.
#[derive(Clone, Debug)]
pub(super) struct Lists {
    sheet: &'static str,
    /// How the names of the lists begin.
    prefix: &'static str,
    all: Vec<List>,
}

/// The row of the first word, counted from 1.
const FIRST_ROW: usize = 4;

impl Lists {
    /// The lists of a standard.
    pub(super) fn of(standard: &Standard, lang: Lang) -> Self {
        let words = Words::of(lang);
        let labels = |named: &[crate::criteria::model::Named]| {
            named.iter().map(|one| one.label.get(lang).to_owned()).collect::<Vec<_>>()
        };
        let yes_no = [words.yes, words.no].map(str::to_owned).to_vec();
        let mut all = vec![List { of: Of::YesNo, title: words.yes_or_no.to_owned(), words: yes_no }];
        if !standard.classes.is_empty() {
            all.push(List { of: Of::Class, title: words.class.to_owned(), words: labels(&standard.classes) });
        }
        for (at, field) in standard.fields.iter().enumerate() {
            if let FieldKind::Choice(choices) = &field.kind {
                let title = field.label.get(lang).to_owned();
                all.push(List { of: Of::Field(FieldIx(at)), title, words: labels(choices) });
            }
        }
        Self { sheet: EntrySheet::Lists.name(lang), prefix: lang.pick("Danh_muc", "List"), all }
    }

    /// The name of the list a column takes its words from; `None` when it takes none. Formulas go by names because rules
    /// of older programs cannot look into other sheets.
    pub(super) fn name(&self, holds: Holds<'_>) -> Option<String> {
        let wanted = match holds {
            Holds::Class => Of::Class,
            Holds::Field(_, field) if field.kind == FieldKind::YesNo => Of::YesNo,
            Holds::Field(at, field) if matches!(field.kind, FieldKind::Choice(_)) => Of::Field(at),
            _ => return None,
        };
        let (n, _) = (1..).zip(&self.all).find(|(_, list)| list.of == wanted)?;
        Some(self.name_of(n))
    }

    fn name_of(&self, n: u16) -> String {
        format!("{}_{n}", self.prefix)
    }

    /// The names of all lists, each with its range.
    pub(super) fn names(&self) -> impl Iterator<Item = (String, String)> {
        (1..).zip(&self.all).map(|(n, list)| {
            let (letters, last) = (column_number_to_name(n - 1), FIRST_ROW + list.words.len().max(1) - 1);
            (self.name_of(n), format!("='{}'!${letters}${FIRST_ROW}:${letters}${last}", self.sheet))
        })
    }
}

/// The sheet of lists.
pub(super) fn sheet(form: &Form<'_>) -> Result<Worksheet, XlsxError> {
    let styles = &form.styles;
    let mut page = Page::new(form, EntrySheet::Lists)?;
    page.title(form.words.lists_title)?;
    page.gap();
    for (at, list) in (0..).zip(&form.lists.all) {
        page.sheet.set_column_width(at, 66)?;
        page.sheet.write_string_with_format(page.row, at, &list.title, &styles.header)?;
        for (row, word) in (page.row + 1..).zip(&list.words) {
            page.sheet.write_string_with_format(row, at, word, &styles.locked)?;
        }
    }
    page.sheet.set_print_fit_to_pages(1, 0);
    Ok(page.finish())
}

//! The words that cells can hold, each list a column of its own sheet: yes and no, area classes, choices.

use super::column::Holds;
use super::page::Page;
use super::{Form, Words};
use crate::criteria::model::{FieldIx, FieldKind, NO, Named, Standard, YES};
use crate::lang::Lang;
use crate::table::{EntrySheet, fold};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// A list and the cells it is for.
#[derive(Clone, Debug)]
struct List {
    of: Of,
    title: String,
    /// Those that can be chosen.
    words: Vec<String>,
    /// Other spellings that the reader takes for one of them.
    others: Vec<String>,
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
    /// How the names of the lists begin, and those of all spellings.
    prefix: &'static str,
    accepted: &'static str,
    all: Vec<List>,
}

/// The row of the first word, counted from 1.
const FIRST_ROW: usize = 4;

impl Lists {
    /// The lists of a standard.
    pub(super) fn of(standard: &Standard, lang: Lang) -> Self {
        let words = Words::of(lang);
        let yes_no = [words.yes, words.no].map(str::to_owned).to_vec();
        let mut all = vec![List::of(Of::YesNo, words.yes_or_no, yes_no, YES.into_iter().chain(NO))];
        if !standard.classes.is_empty() {
            all.push(List::named(Of::Class, words.class, &standard.classes, lang));
        }
        for (at, field) in standard.fields.iter().enumerate() {
            if let FieldKind::Choice(choices) = &field.kind {
                all.push(List::named(Of::Field(FieldIx(at)), field.label.get(lang), choices, lang));
            }
        }
        let (prefix, accepted) = (lang.pick("Danh_muc", "List"), lang.pick("Duoc_nhan", "Accepted"));
        Self { sheet: EntrySheet::Lists.name(lang), prefix, accepted, all }
    }

    /// The name of the list a column takes its words from; `None` when it takes none. Formulas go by names because rules
    /// of older programs cannot look into other sheets.
    pub(super) fn name(&self, holds: Holds<'_>) -> Option<String> {
        Some(Self::name_of(self.prefix, self.number(holds)?))
    }

    /// The name of all spellings that are read in such a column: those of its list, and others that are not offered.
    pub(super) fn accepted(&self, holds: Holds<'_>) -> Option<String> {
        Some(Self::name_of(self.accepted, self.number(holds)?))
    }

    /// The words of its list; none where there is no list.
    pub(super) fn words(&self, holds: Holds<'_>) -> &[String] {
        let list = self.number(holds).and_then(|n| self.all.get(usize::from(n) - 1));
        list.map_or(&[], |list| &list.words)
    }

    fn number(&self, holds: Holds<'_>) -> Option<u16> {
        let wanted = match holds {
            Holds::Class => Of::Class,
            Holds::Field(_, field) if field.kind == FieldKind::YesNo => Of::YesNo,
            Holds::Field(at, field) if matches!(field.kind, FieldKind::Choice(_)) => Of::Field(at),
            _ => return None,
        };
        (1..).zip(&self.all).find(|(_, list)| list.of == wanted).map(|(n, _)| n)
    }

    fn name_of(prefix: &str, n: u16) -> String {
        format!("{prefix}_{n}")
    }

    /// The names of all lists and of all their spellings, each with its range.
    pub(super) fn names(&self) -> impl Iterator<Item = (String, String)> {
        (1..).zip(&self.all).flat_map(move |(n, list)| {
            let (letters, words) = (column_number_to_name(n - 1), list.words.len());
            let range = move |rows: usize| {
                let last = FIRST_ROW + rows.max(1) - 1;
                format!("='{}'!${letters}${FIRST_ROW}:${letters}${last}", self.sheet)
            };
            let (chosen, all) = (range(words), range(words + list.others.len()));
            [(Self::name_of(self.prefix, n), chosen), (Self::name_of(self.accepted, n), all)]
        })
    }
}

impl List {
    /// The words that can be chosen, and the spellings that are read beside them, each once.
    fn of<'w>(of: Of, title: &str, words: Vec<String>, spellings: impl Iterator<Item = &'w str>) -> Self {
        let mut others: Vec<String> = Vec::new();
        for spelling in spellings {
            // As the check compares them: case makes no difference, blanks at the ends and twice in a row do not count.
            let spelling = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_same = |known: &String| fold(known) == fold(&spelling) && !known.contains("  ");
            if !words.iter().chain(&others).any(is_same) {
                others.push(spelling);
            }
        }
        Self { of, title: title.to_owned(), words, others }
    }

    fn named(of: Of, title: &str, named: &[Named], lang: Lang) -> Self {
        let words = named.iter().map(|one| one.label.get(lang).to_owned()).collect();
        let spellings = named.iter().flat_map(|one| [&*one.id, &*one.label.vi, &*one.label.en]);
        Self::of(of, title, words, spellings)
    }
}

/// The sheet of lists.
pub(super) fn sheet(form: &Form<'_>) -> Result<Worksheet, XlsxError> {
    let styles = &form.styles;
    let mut page = Page::new(form, EntrySheet::Lists)?;
    page.title(form.words.lists_title)?;
    page.line(form.words.lists_hint, &styles.subtitle)?;
    for (at, list) in (0..).zip(&form.lists.all) {
        page.sheet.set_column_width(at, 66)?;
        page.sheet.write_string_with_format(page.row, at, &list.title, &styles.header)?;
        for (row, word) in (page.row + 1..).zip(&list.words) {
            page.sheet.write_string_with_format(row, at, word, &styles.locked)?;
        }
        let below = u32::try_from(list.words.len()).unwrap_or(u32::MAX);
        for (row, word) in (page.row + 1 + below..).zip(&list.others) {
            page.sheet.write_string_with_format(row, at, word, &styles.also)?;
        }
    }
    page.sheet.set_print_fit_to_pages(1, 0);
    Ok(page.finish())
}

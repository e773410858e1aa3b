//! The columns of the data sheet: who the commune is, the check of its row, and one for each field of the standard.

use super::{Request, Words};
use crate::criteria::model::{Field, FieldIx, FieldKind};
use crate::table::check_header;
use rust_xlsxwriter::utility::column_number_to_name;

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds<'s> {
    Code,
    Name,
    Check,
    Province,
    District,
    Year,
    Class,
    Field(FieldIx, &'s Field),
}

/// A column.
#[derive(Clone, Debug)]
pub(super) struct Column<'s> {
    pub(super) holds: Holds<'s>,
    /// Its header, a spelling that is read back.
    pub(super) header: String,
    /// Counted from 0.
    pub(super) number: u16,
    /// Whether something is missing while it is empty.
    pub(super) is_wanted: bool,
}

/// All of them, from left to right.
#[derive(Clone, Debug)]
pub(super) struct Columns<'s>(Vec<Column<'s>>);

impl Column<'_> {
    /// Its letters: `A`, `AB`.
    pub(super) fn letters(&self) -> String {
        column_number_to_name(self.number)
    }

    /// Its cell in a row counted from 1, to be copied down: `$H6`.
    pub(super) fn cell(&self, row: u32) -> String {
        format!("${}{row}", self.letters())
    }

    /// Its width in characters.
    pub(super) fn width(&self) -> usize {
        match self.holds {
            Holds::Code => 9,
            Holds::Year => 8,
            Holds::Name => 22,
            Holds::Class => 34,
            Holds::Check => 24,
            Holds::Province | Holds::District => 16,
            Holds::Field(_, field) if matches!(field.kind, FieldKind::Choice(_) | FieldKind::Text) => 20,
            Holds::Field(..) => 14,
        }
    }
}

impl<'s> Columns<'s> {
    /// The columns a standard asks for.
    pub(super) fn of(request: &Request<'s>) -> Self {
        let (standard, lang) = (request.standard, request.lang);
        let words = Words::of(lang);
        let has_classes = !standard.classes.is_empty();
        let mut all: Vec<(Holds<'s>, String, bool)> = vec![
            (Holds::Code, words.code.to_owned(), false),
            (Holds::Name, words.name.to_owned(), false),
            (Holds::Check, check_header(lang).to_owned(), false),
            (Holds::Province, words.province.to_owned(), false),
            (Holds::District, words.district.to_owned(), false),
            (Holds::Year, words.year.to_owned(), request.years.matter()),
        ];
        if has_classes {
            all.push((Holds::Class, words.class.to_owned(), true));
        }
        for (at, field) in standard.fields.iter().enumerate() {
            let is_wanted = request.items_of.get(at).is_some_and(|items| !items.is_empty());
            let mut header = field.label.get(lang).to_owned();
            if matches!(field.kind, FieldKind::Percent { .. }) && !header.contains('%') {
                header.push_str(" (%)");
            }
            all.push((Holds::Field(FieldIx(at), field), header, is_wanted));
        }
        let numbered = (0..).zip(all);
        Self(numbered.map(|(number, (holds, header, is_wanted))| Column { holds, header, number, is_wanted }).collect())
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Column<'s>> {
        self.0.iter()
    }

    /// Those of fields.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&Column<'s>, &'s Field)> {
        self.0.iter().filter_map(|column| match column.holds {
            Holds::Field(_, field) => Some((column, field)),
            _ => None,
        })
    }

    /// The column of a field.
    pub(super) fn of_field(&self, wanted: FieldIx) -> Option<&Column<'s>> {
        self.0.iter().find(|column| matches!(column.holds, Holds::Field(at, _) if at == wanted))
    }

    /// Pairs of columns of which the first is part of the second.
    pub(super) fn parts(&self) -> Vec<(&Column<'s>, &Column<'s>)> {
        let wholes = |(part, field): (_, &'s Field)| {
            field.at_most.iter().filter_map(move |whole| Some((part, self.of_field(*whole)?)))
        };
        self.fields().flat_map(wholes).collect()
    }

    /// The number of the last.
    pub(super) fn last(&self) -> u16 {
        self.0.last().map_or(0, |column| column.number)
    }
}

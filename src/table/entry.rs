//! What an entry workbook has beside its figures: names that `crate::form` writes and the reader passes over.

use super::spelling::fold;
use crate::lang::Lang;

/// Header of the column that says what is missing or contradictory in a row: Vietnamese, English.
const CHECK: [&str; 2] = ["Kiểm tra dòng", "Row check"];

/// A sheet of an entry workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntrySheet {
    /// Who fills in what, and how.
    Instructions,
    /// The figures; the only one that is read.
    Data,
    /// The columns with their definitions.
    Fields,
    /// The words that cells can hold.
    Lists,
    /// Evidence and signatures.
    Signatures,
}

impl EntrySheet {
    /// Those that hold no figures.
    const ASIDE: [Self; 4] = [Self::Instructions, Self::Fields, Self::Lists, Self::Signatures];

    /// The name on its tab.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let [vi, en] = self.names();
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Instructions => ["Hướng dẫn", "Instructions"],
            Self::Data => ["Số liệu", "Data"],
            Self::Fields => ["Trường số liệu", "Fields"],
            Self::Lists => ["Danh mục", "Lists"],
            Self::Signatures => ["Minh chứng, ký", "Evidence, signatures"],
        }
    }
}

/// The header of the check column.
#[must_use]
pub fn check_header(lang: Lang) -> &'static str {
    let [vi, en] = CHECK;
    lang.pick(vi, en)
}

/// The header of the check column in both languages, folded.
pub(super) fn check_headers() -> [String; 2] {
    CHECK.map(fold)
}

/// The figures' sheet and those beside it, when all sheets of an entry workbook are there.
pub(super) fn is_entry_workbook(names: &[&str]) -> bool {
    let has = |name: &str| names.contains(&name);
    [Lang::Vi, Lang::En].into_iter().any(|lang| {
        let mut all = EntrySheet::ASIDE.into_iter().chain([EntrySheet::Data]);
        all.all(|sheet| has(sheet.name(lang)))
    })
}

/// Whether a sheet of an entry workbook holds no figures.
pub(super) fn is_aside(name: &str) -> bool {
    EntrySheet::ASIDE.iter().any(|sheet| sheet.names().contains(&name))
}

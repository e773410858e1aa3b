//! The two languages of every message, label and title: Vietnamese first, English beside it.

mod syllable;

use serde::Serialize;
pub use syllable::{LETTER_MARKS, TONES, syllables};

/// The language of messages and labels; ids and column names are the same in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese, the language of the offices that use the tool.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The one of two wordings that is in this language.
    #[must_use]
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}

/// `1 case`, `2 cases`: a number with its English noun. Vietnamese nouns stay as they are.
#[must_use]
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// One text in both languages, NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Text {
    /// Vietnamese wording; the official one where the law has one.
    pub vi: String,
    /// English wording, a translation.
    pub en: String,
}

impl Text {
    /// The wording in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }

    /// Both wordings.
    #[must_use]
    pub fn of(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// The same wording in both languages: ids, citations, names.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { vi: text.to_owned(), en: text.to_owned() }
    }
}

//! Cells that hold one of a list of words: yes and no, choices, area classes.

use super::super::spelling::{fold, shown};
use crate::criteria::model::{NO, Named, YES};
use crate::diag::{Problem, nearest};

/// The words a column accepts.
#[derive(Debug)]
pub(super) struct Words {
    /// Folded spelling and value.
    accepted: Vec<(String, i64)>,
    /// For messages: the ids, and every spelling for suggestions.
    ids: Vec<String>,
    spellings: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    YesNo,
    Choice,
    Class,
}

impl Words {
    /// Yes is 1, no is 0.
    pub(super) fn yes_no() -> Self {
        let words = YES.map(|word| (word, 1)).into_iter().chain(NO.map(|word| (word, 0)));
        let accepted = words.map(|(word, value)| (word.to_owned(), value)).collect();
        Self { accepted, ids: Vec::new(), spellings: Vec::new(), kind: Kind::YesNo }
    }

    /// The position of a choice.
    pub(super) fn choices(choices: &[Named]) -> Self {
        Self::named(choices, Kind::Choice)
    }

    /// The position of an area class.
    pub(super) fn classes(classes: &[Named]) -> Self {
        Self::named(classes, Kind::Class)
    }

    fn named(named: &[Named], kind: Kind) -> Self {
        let positions = || (0_i64..).zip(named);
        let ids = positions().map(|(at, n)| (&n.id, at));
        let labels = positions().flat_map(|(at, n)| [(&n.label.vi, at), (&n.label.en, at)]);
        let all: Vec<(&String, i64)> = ids.chain(labels).collect();
        Self {
            accepted: all.iter().map(|(word, at)| (fold(word), *at)).collect(),
            ids: named.iter().map(|n| n.id.clone()).collect(),
            spellings: all.into_iter().map(|(word, _)| word.clone()).collect(),
            kind,
        }
    }

    /// The value of a cell; `text` is trimmed and not empty.
    ///
    /// # Errors
    /// The problem of the cell.
    pub(super) fn value(&self, text: &str) -> Result<i64, Problem> {
        let folded = fold(text);
        let known = self.accepted.iter().find(|(word, _)| *word == folded);
        known.map(|(_, value)| *value).ok_or_else(|| self.unknown(text))
    }

    fn unknown(&self, text: &str) -> Problem {
        let found = shown(text);
        let meant = || nearest(text, self.spellings.iter().map(String::as_str)).map(str::to_owned);
        match self.kind {
            Kind::YesNo => Problem::NotYesNo { found },
            Kind::Choice => Problem::NotAChoice { found, allowed: self.ids.clone(), meant: meant() },
            Kind::Class => Problem::UnknownClass { found, known: self.ids.clone(), meant: meant() },
        }
    }
}

/// Spellings a column has had so far with their values: a column of words repeats a few, and folding is slow.
#[derive(Debug, Default)]
pub(super) struct Seen(Vec<(String, i64)>);

impl Seen {
    /// More different spellings than this are folded each time.
    const MOST: usize = 16;

    /// The value of a cell that was seen before in the same spelling.
    #[inline]
    pub(super) fn value(&self, text: &str) -> Option<i64> {
        self.0.iter().find(|(word, _)| word == text).map(|(_, value)| *value)
    }

    /// Remembers a spelling.
    pub(super) fn remember(&mut self, text: &str, value: i64) {
        if self.0.len() < Self::MOST {
            self.0.push((text.to_owned(), value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Text;
    use unicode_normalization::UnicodeNormalization as _;

    #[test]
    fn yes_and_no_are_read_in_both_languages_and_any_case() {
        let words = Words::yes_no();
        let decomposed: String = "KHÔNG".nfd().collect();
        for text in ["có", "CÓ", "Có", "yes", "X", "x", "1", "TRUE", "Đúng"] {
            assert_eq!(words.value(text), Ok(1), "{text}");
        }
        for text in ["không", &decomposed, "No", "0", "FALSE", "sai"] {
            assert_eq!(words.value(text), Ok(0), "{text}");
        }
        for text in ["co", "-", "2", "chưa", "ok"] {
            assert_eq!(words.value(text), Err(Problem::NotYesNo { found: text.to_owned() }));
        }
    }

    #[test]
    fn a_class_is_its_id_or_a_label_and_a_slip_gets_a_suggestion() {
        let label = Text { vi: "Miền núi, hải đảo".into(), en: "Mountains and islands".into() };
        let words = Words::classes(&[
            Named { id: "other".into(), label: Text::same("Khác") },
            Named { id: "mountain".into(), label },
        ]);
        for text in ["mountain", "MIỀN NÚI,  hải đảo", "Mountains and islands"] {
            assert_eq!(words.value(text), Ok(1), "{text}");
        }
        let (found, known) = ("Mien nui, hai dao".to_owned(), vec!["other".to_owned(), "mountain".to_owned()]);
        let meant = Some("Miền núi, hải đảo".to_owned());
        assert_eq!(words.value(&found.clone()), Err(Problem::UnknownClass { found, known, meant }));
    }
}

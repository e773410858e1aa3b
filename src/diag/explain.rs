//! What the rule behind each code protects, with a wrong and a right example.

mod book;
mod criteria;
mod date;
mod figures;
mod file;
mod proof;
mod script;
mod table;

use crate::lang::Text;

/// The explanation of one code.
struct Entry {
    /// The code, as in brackets after the level.
    code: &'static str,
    /// Why the rule exists, in Vietnamese.
    vi: &'static str,
    /// Why the rule exists, in English.
    en: &'static str,
    /// What breaks the rule: lines of a file, or the text of a cell.
    wrong: &'static str,
    /// The same, put right.
    right: &'static str,
}

const TABLES: [&[Entry]; 8] = [
    file::ENTRIES,
    criteria::ENTRIES,
    date::ENTRIES,
    figures::ENTRIES,
    proof::ENTRIES,
    script::ENTRIES,
    table::ENTRIES,
    book::ENTRIES,
];

/// A paragraph on a code such as `criteria/band-gap`, with a wrong and a right example; `None` for an unknown code.
#[must_use]
pub fn explain(code: &str) -> Option<Text> {
    let entry = TABLES.iter().copied().flatten().find(|entry| entry.code == code)?;
    Some(Text {
        vi: layout(entry.vi, ("sai:", entry.wrong), ("đúng:", entry.right)),
        en: layout(entry.en, ("wrong:", entry.wrong), ("right:", entry.right)),
    })
}

/// Every code that has an explanation, in the order of the stages.
pub fn codes() -> impl Iterator<Item = &'static str> {
    TABLES.iter().copied().flatten().map(|entry| entry.code)
}

fn layout(paragraph: &str, wrong: (&str, &str), right: (&str, &str)) -> String {
    let indented = |example: &str| example.replace('\n', "\n    ");
    format!("{paragraph}\n\n{}\n    {}\n{}\n    {}\n", wrong.0, indented(wrong.1), right.0, indented(right.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::wording_test;
    use std::collections::BTreeSet;
    use unicode_normalization::is_nfc;

    #[test]
    fn every_code_is_explained_once_and_nothing_else_is() {
        let explained: Vec<&str> = codes().collect();
        let known: BTreeSet<&str> = wording_test::codes().into_iter().collect();
        assert_eq!(explained.iter().copied().collect::<BTreeSet<_>>(), known);
        assert_eq!(explained.len(), known.len(), "a code is explained twice");
    }

    #[test]
    fn an_explanation_is_a_paragraph_in_each_language_with_two_examples_that_differ() {
        for entry in TABLES.iter().copied().flatten() {
            for text in [entry.vi, entry.en] {
                assert!(text.ends_with('.') && text.len() > 60 && !text.contains(['\n', '\t']), "{}", entry.code);
                assert!(!text.contains("  ") && is_nfc(text), "{}", entry.code);
            }
            assert_ne!(entry.wrong, entry.right, "{}", entry.code);
            assert!(entry.vi.chars().any(|c| c.is_alphabetic() && !c.is_ascii()), "{}", entry.code);
            assert!(entry.en.chars().all(|c| !c.is_alphabetic() || c.is_ascii()), "{}", entry.code);
        }
    }

    #[test]
    fn an_unknown_code_is_not_explained() {
        assert_eq!(explain("criteria/none"), None);
    }

    #[test]
    fn examples_stand_indented_under_their_heading() {
        let text = explain("toml/decimal-comma").unwrap();
        assert!(text.vi.ends_with("\n\nsai:\n    below = 95,5\nđúng:\n    below = 95.5\n"), "{}", text.vi);
        assert!(text.en.contains("\n\nwrong:\n    below = 95,5\nright:\n"), "{}", text.en);
    }
}

//! One spelling for headers, words and names: trimmed, NFC; folded where case does not matter; and the nearest word.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Without blanks of any kind at both ends.
#[inline]
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// White space, no-break spaces included, and the marks of no width that copying from web pages leaves.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}')
}

/// In NFC.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    // Latin letters, composed Vietnamese ones included: nearly every name, and cheaper to see than to normalise.
    let is_surely_nfc = |c: char| matches!(c, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}');
    if text.is_ascii() || text.chars().all(is_surely_nfc) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// The spelling by which headers and words are compared: NFC, lower case, single blanks.
pub(super) fn fold(text: &str) -> String {
    let lower: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
    lower.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Folded, and without diacritics: only for suggestions, since it makes different words equal.
fn bare(text: &str) -> String {
    fold(text).nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The candidate that was probably meant, if one is near enough.
pub(super) fn nearest<'c>(found: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let found = bare(found);
    let distance = |candidate: &'c str| {
        let bare = bare(candidate);
        let length = found.chars().count().max(bare.chars().count());
        // A longer candidate cannot be near; measuring is quadratic.
        let near = length <= 4 * found.chars().count() && length < 400;
        let distance = if near { strsim::damerau_levenshtein(&found, &bare) } else { length };
        // A quarter of the letters may differ.
        (distance * 4 <= length).then_some((distance, candidate))
    };
    candidates.into_iter().filter_map(distance).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// A cell as messages show it: trimmed, and cut when it is longer than a line.
pub(super) fn shown(text: &str) -> String {
    const MOST_SHOWN: usize = 80;
    let text = nfc(trim(text));
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_equal_whatever_their_case_blanks_and_normal_form() {
        let decomposed: String = "Mã  XÃ".nfd().collect();
        for text in ["mã xã", " Mã\u{A0}xã ", "\u{FEFF}MÃ\r\nXÃ", &decomposed] {
            assert_eq!(fold(text), "mã xã", "{text:?}");
        }
    }

    #[test]
    fn names_become_nfc() {
        let decomposed: String = "Hòa Lạc – Đông".nfd().collect();
        assert_eq!(nfc(&decomposed), "Hòa Lạc – Đông");
        assert!(matches!(nfc("Hòa Lạc"), Cow::Borrowed(_)));
    }

    #[test]
    fn the_nearest_word_forgives_diacritics_and_slips_but_not_another_word() {
        let labels = ["Trẻ em dưới 1 tuổi", "Tổng số trẻ em", "under1"];
        assert_eq!(nearest("Tre em duoi 1 tuoi", labels), Some(labels[0]));
        assert_eq!(nearest("undr1", labels), Some("under1"));
        assert_eq!(nearest("Ghi chú", labels), None);
        assert_eq!(nearest("", labels), None);
    }
}

//! One spelling for headers, words and names: trimmed, NFC, and folded where case does not matter.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;

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
    if is_surely_nfc(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Latin letters, composed Vietnamese ones included: nearly every name, and cheaper to see than to normalise.
fn is_surely_nfc(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| matches!(c, '\0'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}'))
}

/// No header or word is longer, in bytes. Cells of a file made to do harm are, all of them.
const LONGEST: usize = 4_096;
/// Stands behind what is left of a longer text, so that it is none of the shorter ones.
const CUT: char = '\u{ffff}';

/// The spelling by which headers and words are compared: NFC, lower case, single blanks. Of a text longer than any of them
/// only the beginning is looked at.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.len() > LONGEST {
        let begin = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default();
        return format!("{}{CUT}", fold(begin));
    }
    let lower: String = if is_surely_nfc(text) {
        // The small letters of these are composed, too.
        text.chars().flat_map(char::to_lowercase).collect()
    } else {
        text.nfc().flat_map(char::to_lowercase).nfc().collect()
    };
    lower.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A cell as messages show it: trimmed, and cut when it is longer than a line.
pub(super) fn shown(text: &str) -> String {
    const MOST_SHOWN: usize = 80;
    let text = trim(text);
    // Not more of it than can be shown is looked at: a cell can have millions of letters.
    let begin = text.get(..text.floor_char_boundary(16 * MOST_SHOWN)).unwrap_or(text);
    let shown = nfc(begin);
    match shown.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", shown.get(..end).unwrap_or_default()),
        None if begin.len() < text.len() => format!("{shown}…"),
        None => shown.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_any_header_is_no_header_and_costs_little() {
        let long = format!("mã xã{}", " ".repeat(40_000));
        assert_ne!(fold(&long), fold("mã xã"));
        assert!(fold(&"x".repeat(1_000_000)).len() < 5_000);
    }

    #[test]
    fn headers_are_equal_whatever_their_case_blanks_and_normal_form() {
        let decomposed: String = "Mã  XÃ".nfd().collect();
        for text in ["mã xã", " Mã\u{A0}xã ", "\u{FEFF}MÃ\r\nXÃ", &decomposed] {
            assert_eq!(fold(text), "mã xã", "{text:?}");
        }
    }

    #[test]
    fn the_short_way_of_folding_gives_what_the_long_way_gives() {
        for c in ('\0'..='\u{2FF}').chain('\u{1E00}'..='\u{1EFF}') {
            let text = format!("a{c}b");
            let long: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
            let short: String = text.chars().flat_map(char::to_lowercase).collect();
            assert!(is_surely_nfc(&text) && short == long, "{c:?}");
        }
    }

    #[test]
    fn a_text_is_cut_to_what_a_message_shows() {
        assert_eq!(shown(" Xã Một "), "Xã Một");
        assert_eq!(shown(&"ệ".repeat(80)).chars().count(), 80);
        assert_eq!(shown(&"ệ".repeat(3_000_000)), format!("{}…", "ệ".repeat(80)));
        let marks: String = std::iter::once('e').chain(std::iter::repeat_n('\u{301}', 5000)).collect();
        assert!(shown(&marks).ends_with('…') && shown(&marks).chars().count() <= 81);
    }

    #[test]
    fn names_become_nfc() {
        let decomposed: String = "Hòa Lạc – Đông".nfd().collect();
        assert_eq!(nfc(&decomposed), "Hòa Lạc – Đông");
        assert!(matches!(nfc("Hòa Lạc"), Cow::Borrowed(_)));
    }
}

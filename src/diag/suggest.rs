//! "Did you mean …": the known word nearest to a misspelt one.

use super::words::without_marks;

/// More letters than any id, header or label has. Longer texts are not compared: measuring is quadratic.
const MOST_LETTERS: usize = 400;
/// Bytes that so many letters can have with all their marks apart, and some blanks.
const MOST_BYTES: usize = 16 * MOST_LETTERS;

/// The word of `known` that was probably meant by `found`, the first one among equals; `None` when none is near.
///
/// One letter in three, and always one, may be wrong, but not all of them. Case, diacritics and the width of blanks do
/// not count: they are what gets lost first in headers and ids.
#[must_use]
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Before anything is done to it: a text can have millions.
    if found.len() > MOST_BYTES {
        return None;
    }
    let found = bare(found);
    let letters = found.chars().count();
    let most = (letters / 3).max(1).min(letters.saturating_sub(1));
    let distance = |word: &'a str| {
        let bare = (word.len() <= MOST_BYTES).then(|| bare(word))?;
        let is_near = bare.chars().count().abs_diff(letters) <= most && letters <= MOST_LETTERS;
        let distance = is_near.then(|| strsim::damerau_levenshtein(&found, &bare))?;
        (distance <= most).then_some((distance, word))
    };
    known.into_iter().filter_map(distance).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}

/// Lower case, single blanks, no diacritics: only for suggestions, since it makes different words equal.
fn bare(text: &str) -> String {
    let plain: String = without_marks(text).flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["title", "points", "status"];
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("Point", known), Some("points"));
        assert_eq!(nearest("evidence", known), None);
    }

    #[test]
    fn lost_diacritics_are_forgiven_and_another_label_is_not() {
        let labels = ["Trẻ em dưới 1 tuổi", "Tổng số trẻ em", "under1"];
        assert_eq!(nearest("Tre em duoi  1 TUOI", labels), Some(labels[0]));
        assert_eq!(nearest("undr1", labels), Some("under1"));
        assert_eq!(nearest("Ghi chú", labels), None);
    }

    #[test]
    fn nothing_or_one_letter_says_nothing_about_what_was_meant() {
        assert_eq!(nearest("", ["a", "of"]), None);
        assert_eq!(nearest("x", ["a", "of"]), None);
        assert_eq!(nearest("on", ["a", "of"]), Some("of"));
    }

    #[test]
    fn the_nearest_of_several_wins_and_the_first_of_equals() {
        assert_eq!(nearest("under5", ["under16", "under1", "under15"]), Some("under1"));
        assert_eq!(nearest("childrem", ["child", "children", "childrens"]), Some("children"));
    }

    #[test]
    fn a_text_too_long_to_compare_has_no_suggestion() {
        let (long, longer) = ("đ".repeat(401), "đ".repeat(402));
        assert_eq!(nearest(&long, [longer.as_str()]), None);
    }
}

//! "Did you mean …": the known word nearest to a misspelt one.

/// The word of `known` that is few enough letters away from `found`; the first one among equals.
pub(crate) fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = found.to_lowercase();
    // One letter in three wrong is still a slip; more is another word.
    let most = (found.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for word in known {
        let distance = strsim::damerau_levenshtein(&lower, &word.to_lowercase());
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
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
}

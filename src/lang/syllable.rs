//! Vietnamese syllables that are the same whichever of their letters carries the tone mark: khỏe, khoẻ.

use unicode_normalization::UnicodeNormalization as _;

/// Tones in dictionary order: none, huyền, hỏi, ngã, sắc, nặng.
pub const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];
/// Marks that make another letter: breve, circumflex, horn.
pub const LETTER_MARKS: [char; 3] = ['\u{306}', '\u{302}', '\u{31b}'];
/// Letters, without their marks, that can carry a tone.
const VOWELS: &str = "aeiouy";

/// A name by which it is found: lower case, NFC, single blanks, straight apostrophes, and the tone of each run of vowels
/// behind it, so that it does not matter which of its letters carries it.
#[must_use]
pub fn syllables(name: &str) -> String {
    let lower = name.to_lowercase().replace(APOSTROPHES, "'");
    let words: Vec<String> = lower.split_whitespace().map(tones_behind).collect();
    words.join(" ").nfc().collect()
}

/// What keyboards and word processors make of an apostrophe.
const APOSTROPHES: [char; 6] = ['\u{2019}', '\u{2018}', '\u{2bc}', '\u{2032}', '\u{b4}', '`'];

fn tones_behind(word: &str) -> String {
    let (mut moved, mut tones) = (String::new(), String::new());
    for c in word.nfd() {
        match c {
            tone if TONES.contains(&tone) => tones.push(tone),
            c if VOWELS.contains(c) || LETTER_MARKS.contains(&c) => moved.push(c),
            c => {
                moved.push_str(&std::mem::take(&mut tones));
                moved.push(c);
            }
        }
    }
    moved.push_str(&tones);
    moved
}

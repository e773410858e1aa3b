//! Which communes are shown, and in which order.

use crate::lang::{LETTER_MARKS, TONES};
use crate::quantity::Points;
use crate::result::{CommuneScore, ScoreSheet, Verdict};
use compact_str::CompactString;
use std::cmp::Reverse;
use unicode_normalization::UnicodeNormalization;

/// Which communes to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Not recognised.
    Failed,
    /// Undetermined.
    Undetermined,
    /// Recognised, at any level.
    Recognised,
}

/// What to sort by. Rows that compare equal keep the order of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// Commune code, as text.
    Code,
    /// Name, in the order of the Vietnamese alphabet.
    Name,
    /// Province, then district, then code.
    Province,
    /// Total, highest first; a total that is not settled counts by its lowest possible value.
    Total,
    /// Points above the threshold, lowest first: what fails on the total by most comes first; without a threshold last.
    Distance,
    /// Not recognised, undetermined, recognised.
    Verdict,
}

/// Drops the communes that are not asked for.
pub fn keep_only(sheet: &mut ScoreSheet, only: Only) {
    let all = sheet.communes.len();
    sheet.communes.retain(|commune| matches(&commune.verdict, only));
    sheet.hidden += all - sheet.communes.len();
}

fn matches(verdict: &Verdict, only: Only) -> bool {
    match verdict {
        Verdict::NotRecognised(_) => only == Only::Failed,
        Verdict::Undetermined(_) => only == Only::Undetermined,
        Verdict::Recognised | Verdict::Level(_) => only == Only::Recognised,
        Verdict::NotPublished => false,
    }
}

/// Sorts the communes, stably.
pub fn sort(sheet: &mut ScoreSheet, key: SortKey) {
    let communes = &mut sheet.communes;
    match key {
        SortKey::Code => communes.sort_by(|a, b| a.identity.code.cmp(&b.identity.code)),
        SortKey::Name => communes.sort_by_cached_key(|c| alphabetical(&c.identity.name)),
        SortKey::Province => communes.sort_by_cached_key(place),
        SortKey::Total => communes.sort_by_key(|c| Reverse(c.total.map(|total| total.low))),
        SortKey::Distance => communes.sort_by_key(|c| distance(c).map_or((1, Points::ZERO), |points| (0, points))),
        SortKey::Verdict => communes.sort_by_key(|c| rank(&c.verdict)),
    }
}

fn place(commune: &CommuneScore) -> (Alphabetical, Alphabetical, CompactString) {
    let identity = &commune.identity;
    (alphabetical(&identity.province), alphabetical(&identity.district), identity.code.clone())
}

fn distance(commune: &CommuneScore) -> Option<Points> {
    Some(commune.total?.low - commune.threshold?)
}

fn rank(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::NotRecognised(_) => 0,
        Verdict::Undetermined(_) | Verdict::NotPublished => 1,
        Verdict::Level(level) => usize::MAX - level,
        Verdict::Recognised => usize::MAX,
    }
}

/// Letters of the Vietnamese alphabet in its order; other letters where English has them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Letters, then tones.
type Alphabetical = (Vec<u32>, Vec<usize>);

/// A key that sorts names as a Vietnamese dictionary does: letters first, tones where the letters are equal.
fn alphabetical(name: &str) -> Alphabetical {
    let (mut letters, mut tones) = (Vec::new(), Vec::new());
    let lower = name.to_lowercase();
    let mut marks = lower.nfd().peekable();
    while let Some(base) = marks.next() {
        let (mut letter, mut tone) = (String::from(base), 0);
        while let Some(mark) = marks.next_if(|mark| TONES.contains(mark) || LETTER_MARKS.contains(mark)) {
            match TONES.iter().position(|known| *known == mark) {
                Some(position) => tone = position + 1,
                None => letter.push(mark),
            }
        }
        let letter = letter.nfc().next().unwrap_or(base);
        let place = ALPHABET.chars().position(|known| known == letter);
        letters.push(place.map_or(u32::from(letter), |place| u32::try_from(place).unwrap_or(0) + BEHIND_DIGITS));
        tones.push(tone);
    }
    (letters, tones)
}

/// Letters stand behind digits and punctuation, which keep their own order.
const BEHIND_DIGITS: u32 = 128;

#[cfg(test)]
mod tests {
    use super::alphabetical;

    #[test]
    fn names_stand_in_the_order_of_the_vietnamese_alphabet() {
        let sorted =
            ["An Bình", "Ăn Khê", "Ấp Bắc", "Bến Cát", "Dương", "Đèo", "Hoa", "Hòa", "Hoà An", "Ô Môn", "Xã 2", "Xã Ư"];
        assert!(sorted.is_sorted_by_key(|name| alphabetical(name)), "{sorted:?}");
    }

    #[test]
    fn nfc_and_nfd_are_the_same_name() {
        assert_eq!(alphabetical("Đồng"), alphabetical("Đo\u{302}\u{300}ng"));
    }
}

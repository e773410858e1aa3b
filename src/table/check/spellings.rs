//! Spellings of headers: which column of the standard a header means.

mod heading;

use super::super::entry::check_headers;
use super::super::spelling::{fold, trim};
use super::header::{IDENTITY, Identity, Target};
use crate::criteria::model::{Field, FieldIx, FieldKind, Standard};
use crate::lang::syllables;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Units that stand in brackets behind a header and say nothing about which figure it is.
const UNITS: [&str; 40] = [
    "người",
    "trẻ",
    "trẻ em",
    "em",
    "cháu",
    "bé",
    "học sinh",
    "bà mẹ",
    "phụ nữ",
    "vụ",
    "ca",
    "trường hợp",
    "lượt",
    "lượt người",
    "hộ",
    "hộ gia đình",
    "điểm",
    "cơ sở",
    "công trình",
    "lớp",
    "trường",
    "xã",
    "thôn",
    "suất",
    "đồng",
    "nghìn đồng",
    "triệu đồng",
    "năm",
    "có/không",
    "có / không",
    "1/0",
    "x",
    "people",
    "persons",
    "children",
    "cases",
    "places",
    "number",
    "yes/no",
    "points",
];

/// What may stand before a unit.
const UNIT_NAMES: [&str; 4] = ["đơn vị tính:", "đơn vị:", "đvt:", "unit:"];

/// Headers of the commune's name where no other column has it; each can also mean something else about a commune.
const STAND_IN: [&str; 8] = [
    "đơn vị",
    "tên",
    "địa phương",
    "đơn vị hành chính",
    "xã phường thị trấn",
    "tên xã phường thị trấn",
    "xã phường đặc khu",
    "tên xã phường đặc khu",
];

/// Every header that is accepted.
#[derive(Clone, Debug)]
pub(in crate::table) struct Spellings {
    /// Folded, with its target.
    exact: BTreeMap<String, Target>,
    /// Letters and digits only; those that could mean two columns are not in it.
    loose: BTreeMap<String, Option<Target>>,
    /// By field: whether it is a percentage, whose header may have `(%)` behind it.
    percentages: Vec<bool>,
    /// All words of all spellings, and those of units, the tone of each syllable behind its vowels.
    words: BTreeSet<String>,
    /// Bytes of a text that is longer than any header can be, with marks apart, units and blanks: folding it is in vain.
    longest: usize,
    /// The same of a folded text without its unit, whose letters alone are compared.
    longest_bare: usize,
    /// Titles of criteria and items, folded, the longest first.
    titles: Vec<String>,
    /// Digits of a commune's code.
    code_digits: Option<usize>,
}

impl Spellings {
    /// Those of a standard.
    pub(in crate::table) fn of(standard: &Standard) -> Self {
        let exact = exact(standard);
        let mut loose: BTreeMap<String, Option<Target>> = BTreeMap::new();
        for (text, target) in &exact {
            let known = loose.entry(letters(text)).or_insert(Some(*target));
            *known = known.filter(|known| known == target);
        }
        let is_percentage = |field: &Field| matches!(field.kind, FieldKind::Percent { .. });
        let known = exact.keys().map(String::as_str).chain(UNITS).chain(UNIT_NAMES).chain(STAND_IN);
        let longest = 4 * exact.keys().map(String::len).max().unwrap_or_default() + 1_000;
        Self {
            words: known.flat_map(words).map(|word| spelled(word).into_owned()).collect(),
            longest,
            longest_bare: 2 * loose.keys().map(String::len).max().unwrap_or_default() + 100,
            exact,
            loose,
            percentages: standard.fields.iter().map(is_percentage).collect(),
            titles: heading::titles(standard),
            code_digits: standard.code_digits,
        }
    }

    /// Digits of a commune's code, where the standard says how many.
    pub(in crate::table) fn code_digits(&self) -> Option<usize> {
        self.code_digits
    }

    /// What a header means: as it is written, without the unit behind it, or but for blanks and punctuation.
    pub(in crate::table) fn target(&self, header: &str) -> Option<Target> {
        if header.len() > self.longest { None } else { self.of_folded(&fold(header)) }
    }

    /// The same for a header that is folded already. With a sign of a share in it, it is only that of a percentage.
    pub(in crate::table) fn of_folded(&self, folded: &str) -> Option<Target> {
        let exact = |text: &str| self.exact.get(text).copied();
        exact(folded).or_else(|| {
            let bare = without_unit(folded);
            let is_short = bare.len() <= self.longest_bare;
            let by_letters = || if is_short { self.loose.get(&letters(bare)).copied().flatten() } else { None };
            let found = exact(bare).or_else(by_letters)?;
            let is_other =
                (heading::has_per_cent(folded) && !self.is_percentage(found)) || heading::has_per_mille(folded);
            (!is_other).then_some(found)
        })
    }

    /// The one column that stands in for the commune's name, where there is a code and no column is known as the name.
    pub(in crate::table) fn stand_in(known: &[Option<Target>], headers: &[String]) -> Option<(usize, Target)> {
        let name = Target::Identity(Identity::Name);
        if known.contains(&Some(name)) || !known.contains(&Some(Target::Identity(Identity::Code))) {
            return None;
        }
        let stands_in = |header: &str| {
            let bare = letters(without_unit(&fold(header)));
            STAND_IN.iter().any(|spelling| letters(spelling) == bare)
        };
        let mut columns = headers.iter().enumerate().filter(|(_, header)| stands_in(header)).map(|(at, _)| at);
        let first = columns.next()?;
        columns.next().is_none().then_some((first, name))
    }

    /// Whether a folded text could be a header or a part of one: no header is known that has another word in it.
    pub(in crate::table) fn may_name(&self, folded: &str) -> bool {
        let is_column_number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        folded.len() <= self.longest
            && words(folded).all(|word| self.words.contains(&*spelled(word)) || is_column_number(word))
    }

    /// Whether a column holds percentages.
    pub(in crate::table) fn is_percentage(&self, target: Target) -> bool {
        matches!(target, Target::Field(FieldIx(at)) if self.percentages.get(at).copied().unwrap_or(false))
    }
}

/// Whether a folded text is a unit.
pub(in crate::table) fn is_unit(text: &str) -> bool {
    let bare = text.trim_start_matches(['(', '[']).trim_end_matches([')', ']']).trim();
    let bare = UNIT_NAMES.iter().find_map(|name| bare.strip_prefix(name)).unwrap_or(bare);
    let bare = bare.trim();
    bare == "%" || bare == "‰" || UNITS.contains(&bare)
}

/// A folded header without units and column numbers in brackets at its end.
fn without_unit(folded: &str) -> &str {
    let mut bare = folded;
    while let Some((before, unit)) = bare.strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '['])) {
        let is_number = !unit.is_empty() && unit.len() <= 2 && unit.bytes().all(|b| b.is_ascii_digit());
        if !is_number && !is_unit(unit) {
            break;
        }
        bare = trim(before);
    }
    bare
}

/// Only letters and digits, words one blank apart, the tone of each syllable behind its vowels.
fn letters(folded: &str) -> String {
    words(folded).map(spelled).collect::<Vec<_>>().join(" ")
}

/// A word the same whichever of its letters carries the tone: khỏe, khoẻ.
fn spelled(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(syllables(word)) }
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn exact(standard: &Standard) -> BTreeMap<String, Target> {
    let mut spellings = BTreeMap::new();
    for (identity, id, labels) in IDENTITY {
        for spelling in [id].iter().chain(labels) {
            spellings.entry(fold(spelling)).or_insert(Target::Identity(identity));
        }
    }
    spellings.extend(check_headers().map(|header| (header, Target::Aside)));
    // Ids before labels: a label cannot take the id of another field away.
    let fields = || standard.fields.iter().enumerate();
    for (at, field) in fields() {
        spellings.entry(fold(&field.id)).or_insert(Target::Field(FieldIx(at)));
    }
    for (at, field) in fields() {
        for label in [&field.label.vi, &field.label.en] {
            spellings.entry(fold(label)).or_insert(Target::Field(FieldIx(at)));
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_that_carries_the_tone_does_not_matter_and_the_tone_does() {
        for (old, new) in
            [("sức khoẻ", "sức khỏe"), ("văn hoá, thể thao", "văn hóa, thể thao"), ("nghiện ma tuý", "nghiện ma túy")]
        {
            assert_eq!(letters(old), letters(new), "{old}");
        }
        assert_ne!(letters("hoà"), letters("hoá"));
        assert_ne!(letters("tuỳ"), letters("tỉ"));
    }

    #[test]
    fn only_a_unit_or_a_column_number_is_taken_off_a_header() {
        let rows = [
            ("trẻ em dưới 1 tuổi (người)", "trẻ em dưới 1 tuổi"),
            ("trẻ em dưới 1 tuổi (đvt: trẻ) (3)", "trẻ em dưới 1 tuổi"),
            ("tỷ lệ tiêm chủng (%)", "tỷ lệ tiêm chủng"),
            ("trẻ em dưới 1 tuổi (nữ)", "trẻ em dưới 1 tuổi (nữ)"),
            ("trẻ em (nữ) [2]", "trẻ em (nữ)"),
            ("(người)", ""),
        ];
        for (header, bare) in rows {
            assert_eq!(without_unit(header), bare, "{header}");
        }
    }
}

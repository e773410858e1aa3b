//! Spellings of headers: which column of the standard a header means.

use super::super::entry::check_headers;
use super::super::spelling::{fold, trim};
use super::header::{IDENTITY, Target};
use crate::criteria::model::{Field, FieldIx, FieldKind, Standard};
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

/// Every header that is accepted.
#[derive(Clone, Debug)]
pub(in crate::table) struct Spellings {
    /// Folded, with its target.
    exact: BTreeMap<String, Target>,
    /// Letters and digits only; those that could mean two columns are not in it.
    loose: BTreeMap<String, Option<Target>>,
    /// By field: whether it is a percentage, whose header may have `(%)` behind it.
    percentages: Vec<bool>,
    /// All words of all spellings, and those of units.
    words: BTreeSet<String>,
    /// Bytes of a text that is longer than any header can be, with marks apart, units and blanks: folding it is in vain.
    longest: usize,
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
        let known = exact.keys().map(String::as_str).chain(UNITS).chain(UNIT_NAMES);
        let words = known.flat_map(words).map(str::to_owned).collect();
        let longest = 4 * exact.keys().map(String::len).max().unwrap_or_default() + 1_000;
        Self { longest, exact, loose, percentages: standard.fields.iter().map(is_percentage).collect(), words }
    }

    /// What a header means: as it is written, without the unit behind it, or but for blanks and punctuation.
    pub(in crate::table) fn target(&self, header: &str) -> Option<Target> {
        if header.len() > self.longest { None } else { self.of_folded(&fold(header)) }
    }

    /// The same for a header that is folded already.
    pub(in crate::table) fn of_folded(&self, folded: &str) -> Option<Target> {
        let exact = |text: &str| self.exact.get(text).copied();
        exact(folded).or_else(|| {
            let (bare, is_percent) = without_unit(folded);
            let found = exact(bare).or_else(|| self.loose.get(&letters(bare)).copied().flatten());
            found.filter(|target| !is_percent || self.is_percentage(*target))
        })
    }

    /// Whether a folded text could be a header or a part of one: no header is known that has another word in it.
    pub(in crate::table) fn may_name(&self, folded: &str) -> bool {
        let is_column_number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        folded.len() <= self.longest && words(folded).all(|word| self.words.contains(word) || is_column_number(word))
    }

    fn is_percentage(&self, target: Target) -> bool {
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

/// A folded header without units and column numbers in brackets at its end, and whether one of them was `%`.
fn without_unit(folded: &str) -> (&str, bool) {
    let (mut bare, mut is_percent) = (folded, false);
    while let Some((before, unit)) = bare.strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '['])) {
        let is_number = !unit.is_empty() && unit.len() <= 2 && unit.bytes().all(|b| b.is_ascii_digit());
        if !is_number && !is_unit(unit) {
            break;
        }
        is_percent |= unit.contains('%');
        bare = trim(before);
    }
    (bare, is_percent)
}

/// Only letters and digits, words one blank apart.
fn letters(folded: &str) -> String {
    words(folded).collect::<Vec<_>>().join(" ")
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
    fn only_a_unit_or_a_column_number_is_taken_off_a_header() {
        let rows = [
            ("trẻ em dưới 1 tuổi (người)", "trẻ em dưới 1 tuổi", false),
            ("trẻ em dưới 1 tuổi (đvt: trẻ) (3)", "trẻ em dưới 1 tuổi", false),
            ("tỷ lệ tiêm chủng (%)", "tỷ lệ tiêm chủng", true),
            ("trẻ em dưới 1 tuổi (nữ)", "trẻ em dưới 1 tuổi (nữ)", false),
            ("trẻ em (nữ) [2]", "trẻ em (nữ)", false),
            ("(người)", "", false),
        ];
        for (header, bare, percent) in rows {
            assert_eq!(without_unit(header), (bare, percent), "{header}");
        }
    }
}

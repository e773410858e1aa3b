//! Headings above a column that make another figure of it: a share in place of a count, girls in place of all children.
//!
//! A heading that is only the title of a group changes nothing; that of a criterion never does, whatever words it has.

use super::super::super::spelling::fold;
use super::super::header::Target;
use super::{Spellings, UNIT_NAMES, words};
use crate::criteria::model::Standard;

/// What makes a share of a figure.
const SHARES: [&str; 11] = [
    "tỷ lệ",
    "tỉ lệ",
    "tỷ suất",
    "tỉ suất",
    "tỷ trọng",
    "phần trăm",
    "per cent",
    "percent",
    "percentage",
    "rate",
    "share",
];
/// What makes the figure one of other people or another time.
const NARROWER: [&str; 22] = [
    "nữ",
    "gái",
    "trai",
    "trẻ nam",
    "trẻ em nam",
    "học sinh nam",
    "nam giới",
    "dân tộc",
    "dtts",
    "năm trước",
    "năm ngoái",
    "kỳ trước",
    "cùng kỳ",
    "girls",
    "boys",
    "female",
    "male",
    "women",
    "ethnic",
    "previous year",
    "last year",
    "year before",
];
/// Headings of men and boys; the word alone also stands in `Việt Nam`.
const MALE: [&str; 4] = ["nam", "trong đó nam", "trong đó là nam", "số nam"];
/// Who gives the figures, named with a word that narrows.
const AGENCIES: [&str; 6] =
    ["hội liên hiệp phụ nữ", "hội lhpn", "hội phụ nữ", "phòng dân tộc", "ban dân tộc", "women s union"];
/// Signs of a share in a hundred.
const PER_CENT: [char; 3] = ['%', '％', '﹪'];
/// Signs of a share in a thousand and more, which no column of a standard holds.
const PER_MILLE: [char; 2] = ['‰', '‱'];

/// Titles of a standard, folded, the longest first.
pub(super) fn titles(standard: &Standard) -> Vec<String> {
    let items = standard.criteria.iter().flat_map(|criterion| &criterion.items).map(|item| &item.title);
    let titles = standard.criteria.iter().map(|criterion| &criterion.title).chain(items);
    let mut titles: Vec<String> = titles.flat_map(|title| [fold(&title.vi), fold(&title.en)]).collect();
    titles.retain(|title| !title.is_empty());
    titles.sort_by_key(|title| std::cmp::Reverse(title.len()));
    titles.dedup();
    titles
}

/// Whether a folded text has a sign of a share in a hundred.
pub(super) fn has_per_cent(folded: &str) -> bool {
    folded.contains(PER_CENT)
}

/// Whether a folded text has a sign of a share in more than a hundred.
pub(super) fn has_per_mille(folded: &str) -> bool {
    folded.contains(PER_MILLE)
}

impl Spellings {
    /// Whether a folded heading over a column makes another figure of it than `used`, the folded part of its header by
    /// which it is known, says.
    pub(in crate::table) fn is_changed_by(&self, heading: &str, used: &str, target: Target) -> bool {
        if !target.is_field() {
            return false;
        }
        let rest = self.without_titles(heading);
        if UNIT_NAMES.iter().any(|name| rest.starts_with(name)) && !is_share_alone(&rest) {
            return false;
        }
        let (rest_words, used) = (spaced(&rest), spaced(used));
        let rest_words = AGENCIES.iter().fold(rest_words, |text, agency| text.replace(agency, ""));
        let says = |phrase: &&str| {
            let phrase = format!(" {phrase} ");
            rest_words.contains(&phrase) && !used.contains(&phrase)
        };
        let is_share = has_per_cent(&rest) || SHARES.iter().any(says);
        has_per_mille(&rest)
            || (is_share && !self.is_percentage(target))
            || NARROWER.iter().any(says)
            || MALE.contains(&rest_words.trim())
    }

    /// A heading without the titles of the standard in it.
    fn without_titles(&self, heading: &str) -> String {
        let title = self.titles.iter().find(|title| heading.contains(title.as_str()));
        title.map_or_else(|| heading.to_owned(), |title| heading.replace(title.as_str(), " "))
    }
}

/// Whether the unit of a heading is a share and nothing else: `Đơn vị tính: %`.
fn is_share_alone(heading: &str) -> bool {
    let unit = heading.rsplit(':').next().unwrap_or_default();
    unit.chars().all(|c| PER_CENT.contains(&c) || PER_MILLE.contains(&c) || "() ".contains(c))
}

/// Words with a blank before and behind each.
fn spaced(folded: &str) -> String {
    format!(" {} ", words(folded).collect::<Vec<_>>().join(" "))
}

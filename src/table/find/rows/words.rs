//! The words of rows that are no communes: sums, titles of groups, what stands below a table.

use super::super::super::spelling::fold;

/// What a row of sums says, in words that mean nothing else in any column.
const PLAIN: [&str; 13] = [
    "tổng",
    "cộng",
    "tổng cộng",
    "tổng số",
    "cộng chung",
    "toàn tỉnh",
    "toàn huyện",
    "toàn thành phố",
    "total",
    "totals",
    "grand total",
    "sum",
    "subtotal",
];
/// How such a row can begin, in any column.
const PLAIN_BEGIN: [&str; 4] = ["tổng cộng ", "tổng số ", "cộng toàn ", "total of "];
/// What it can also say where the commune's name would stand.
const FOR_NAME: [&str; 13] = [
    "t. cộng",
    "t.cộng",
    "t cộng",
    "cộng dồn",
    "tổng hợp",
    "tổng hợp chung",
    "chung",
    "bình quân",
    "bình quân chung",
    "trung bình",
    "tỷ lệ",
    "tỉ lệ",
    "average",
];
/// See `FOR_NAME`: how it can begin there.
const FOR_NAME_BEGIN: [&str; 7] =
    ["tổng các ", "cộng các ", "tổng toàn ", "chung toàn ", "tỷ lệ ", "tỉ lệ ", "average of "];
/// Words for all of something, before the word for what it is.
const ALL: [&str; 3] = ["tổng ", "cộng ", "toàn "];
/// What communes are parts of, and what they are.
const UNITS: [&str; 11] =
    ["tỉnh", "huyện", "quận", "thị xã", "thành phố", "tp", "thị trấn", "xã", "phường", "cụm", "khu vực"];
/// How the title of a group of communes begins; no commune is called so.
const GROUPS: [&str; 9] = ["tỉnh ", "huyện ", "quận ", "thị xã ", "thành phố ", "tp ", "tp. ", "cụm ", "khu vực "];
/// How the lines below a table begin.
const FOOTER: [&str; 28] = [
    "người lập",
    "người tổng hợp",
    "người báo cáo",
    "người duyệt",
    "thủ trưởng",
    "chủ tịch",
    "phó chủ tịch",
    "tm. ",
    "tm ủy ban",
    "tm uỷ ban",
    "kt. ",
    "lãnh đạo",
    "trưởng phòng",
    "giám đốc",
    "kế toán",
    "xác nhận",
    "nơi nhận",
    "ghi chú:",
    "(ký",
    "(*",
    "* ",
    "nguồn:",
    "nguồn số liệu",
    "prepared by",
    "signature",
    "note:",
    "notes:",
    "source:",
];
/// Lines below a table that say no more.
const FOOTER_ALONE: [&str; 3] = ["ghi chú", "note", "notes"];

/// Whether a text says that its row is a sum or another figure of all communes.
pub(in crate::table) fn is_total(text: &str) -> bool {
    let folded = fold(text);
    let text = bare(&folded);
    let is_all_of = |rest: &str| UNITS.iter().any(|unit| is_or_begins(rest, unit));
    is_plain(text)
        || FOR_NAME.contains(&text)
        || FOR_NAME_BEGIN.iter().any(|begin| text.starts_with(begin))
        || ALL.iter().any(|all| text.strip_prefix(all).is_some_and(is_all_of))
}

/// Whether a text says so in words that mean nothing else in any column.
pub(super) fn is_plain_total(text: &str) -> bool {
    is_plain(fold(text).trim_end_matches([':', '.', ' ']))
}

fn is_plain(text: &str) -> bool {
    PLAIN.contains(&text) || PLAIN_BEGIN.iter().any(|begin| text.starts_with(begin))
}

/// Whether a text is the title of a group of communes: a district, a number of communes.
pub(super) fn is_group(text: &str) -> bool {
    let folded = fold(text);
    let text = bare(&folded);
    GROUPS.iter().any(|begin| text.starts_with(begin))
}

/// Whether a line below a table begins like this.
pub(super) fn is_below(text: &str) -> bool {
    let text = fold(text);
    FOOTER.iter().any(|begin| text.starts_with(begin))
        || FOOTER_ALONE.contains(&text.as_str())
        || is_place_and_date(&text)
}

/// `…, ngày 15 tháng 01 năm 2025`.
fn is_place_and_date(text: &str) -> bool {
    ["ngày", "tháng", "năm"].iter().all(|word| text.contains(word))
}

fn is_or_begins(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',', ':']))
}

/// Without the number in front, what stands in brackets behind, and punctuation: `II. Huyện …`, `Cộng (12 xã)`.
fn bare(folded: &str) -> &str {
    let mut text = folded.trim_start_matches(['-', '+', '*', ' ']);
    if let Some((number, rest)) = text.split_once(['.', ')', '/', '-'])
        && is_number(number)
    {
        text = rest.trim_start();
    }
    while let Some((before, _)) = text.strip_suffix(')').and_then(|inside| inside.rsplit_once('(')) {
        text = before.trim_end();
    }
    text.trim_end_matches([':', '.', '%', ',', ' '])
}

/// `1`, `ii`, `a`.
fn is_number(text: &str) -> bool {
    let is_roman = || text.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let is_letter = || matches!(text.as_bytes(), [b'a'..=b'h']);
    matches!(text.len(), 1..=5) && (text.bytes().all(|b| b.is_ascii_digit()) || is_roman() || is_letter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_groups_are_known_by_their_words_and_communes_are_neither() {
        let sums = [
            "Tổng cộng:",
            "Cộng huyện Mẫu Hạ",
            "Tổng huyện",
            "TOÀN HUYỆN (12 xã)",
            "Tổng toàn huyện",
            "Cộng (12 xã)",
            "Tổng (I+II)",
            "Toàn thị xã",
            "Toàn xã",
            "Tổng toàn tỉnh",
            "CỘNG HUYỆN",
            "T. cộng",
            "Bình quân",
            "Tỷ lệ %",
            "III. Tổng số",
            "Cộng xã, phường",
            "Subtotal",
            "Toàn TP. Mẫu",
        ];
        let groups =
            ["Huyện Mẫu Hạ", "II. Huyện Mẫu Giang", "B/ Thị xã Mẫu", "- TP Mẫu", "Khu vực I (3 xã)", "TP. Mẫu"];
        let communes = [
            "Cộng Hòa",
            "Xã Cộng Hòa",
            "Toàn Thắng",
            "Xã Tổng",
            "Phường 12",
            "Thị trấn Mẫu",
            "Bình Quân Hạ",
            "Tổng Cọt",
            "Huyện",
            "Xã Huyện Mẫu",
            "Cộng Hiền",
            "Toàn Sơn",
            "Tp",
            "Trung Bình Mẫu",
        ];
        for (names, want) in [(&sums[..], (true, false)), (&groups[..], (false, true)), (&communes[..], (false, false))]
        {
            for name in names {
                assert_eq!((is_total(name), is_group(name)), want, "{name}");
            }
        }
    }

    #[test]
    fn a_remark_ends_a_table_and_a_name_does_not() {
        for text in
            ["Ghi chú", "Ghi chú: đến 31/12", "(*) Số liệu của trạm y tế", "Nguồn: Phòng", "Mẫu, ngày 1 tháng 2 năm 3"]
        {
            assert!(is_below(text), "{text}");
        }
        for text in ["Ghi chú riêng của xã", "Nguồn", "Xã Nguồn Mẫu", "*", "Xã Mẫu"] {
            assert!(!is_below(text), "{text}");
        }
    }
}

//! A commune of a table by its code or its name.
//!
//! Names are the same whatever their case, their normal form, the blanks between their words, the shape of an apostrophe
//! (Ea H'leo, Ea H’leo) and the letter of a syllable that carries the tone mark (Hòa, Hoà). Letters and tones are never taken for others.

use crate::diag::nearest as nearest_word;
use crate::lang::syllables;
use crate::table::{CommuneTable, Part};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Rows of one commune, one for each year: position of the part, row in it.
    One(Vec<(usize, usize)>),
    /// Several communes; a row of each.
    Several(Vec<(usize, usize)>),
    /// None; the rows of those with the nearest names.
    None(Vec<(usize, usize)>),
}

/// Names shown when nothing was found.
const NEAREST: usize = 5;
/// Words before the name proper, which people leave out.
const KINDS: [&str; 4] = ["xã", "phường", "thị trấn", "đặc khu"];

/// The commune with this code, else with this name, with or without the word for what it is.
#[must_use]
pub fn find(table: &CommuneTable, typed: &str) -> Found {
    let typed = typed.trim();
    let code = rows(table, |part, row| is_code(part.code(row), typed));
    if !code.is_empty() {
        return sorted(table, code);
    }
    let wanted = syllables(typed);
    let whole = rows(table, |part, row| syllables(part.name(row)) == wanted);
    if !whole.is_empty() {
        return sorted(table, whole);
    }
    let bare = rows(table, |part, row| without_kind(part.name(row)) == without_kind(typed));
    if bare.is_empty() { Found::None(nearest(table, typed)) } else { sorted(table, bare) }
}

/// A code as it stands, or a number that lost its zeros in front.
fn is_code(code: &str, typed: &str) -> bool {
    if typed.is_empty() {
        return false;
    }
    let stripped = typed.bytes().all(|b| b.is_ascii_digit()) && code.bytes().all(|b| b.is_ascii_digit());
    code == typed || (stripped && code.len() > typed.len() && code.trim_start_matches('0') == typed)
}

fn without_kind(name: &str) -> String {
    let name = syllables(name);
    let mut kinds = KINDS.iter().map(|kind| syllables(kind));
    let rest = kinds.find_map(|kind| name.strip_prefix(&format!("{kind} ")).map(str::to_owned));
    rest.unwrap_or(name)
}

fn rows(table: &CommuneTable, is: impl Fn(&Part, usize) -> bool) -> Vec<(usize, usize)> {
    let parts = table.parts.iter().enumerate();
    let of_part = |(at, part): (usize, &Part)| {
        (0..part.len()).filter(|row| is(part, *row)).map(|row| (at, row)).collect::<Vec<_>>()
    };
    parts.flat_map(of_part).collect()
}

/// One commune in several years has one code.
fn sorted(table: &CommuneTable, rows: Vec<(usize, usize)>) -> Found {
    let code = |(part, row): &(usize, usize)| table.parts.get(*part).map_or("", |part| part.code(*row));
    let mut firsts: Vec<(usize, usize)> = Vec::new();
    for row in &rows {
        if !firsts.iter().any(|first| code(first) == code(row)) {
            firsts.push(*row);
        }
    }
    if firsts.len() == 1 { Found::One(rows) } else { Found::Several(firsts) }
}

/// The names that were probably meant: those that hold what was typed, then those that differ by a few letters.
fn nearest(table: &CommuneTable, typed: &str) -> Vec<(usize, usize)> {
    let wanted = without_kind(typed);
    let mut found = rows(table, |part, row| !wanted.is_empty() && syllables(part.name(row)).contains(&wanted));
    found.truncate(NEAREST);
    // The word for what it is would hide how much of the name is wrong.
    let name = |(part, row): (usize, usize)| table.parts.get(part).map_or("", |part| part.name(row));
    let all: Vec<_> = rows(table, |_, _| true).into_iter().map(|row| (without_kind(name(row)), row)).collect();
    while found.len() < NEAREST {
        let taken: Vec<&str> = found.iter().map(|row| name(*row)).collect();
        let left: Vec<_> = all.iter().filter(|(_, row)| !taken.contains(&name(*row))).collect();
        let Some(near) = nearest_word(&wanted, left.iter().map(|(bare, _)| bare.as_str())) else { break };
        found.extend(left.iter().find(|(bare, _)| bare == near).map(|(_, row)| *row));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{is_code, syllables, without_kind};

    #[test]
    fn case_normal_form_blanks_and_the_place_of_the_tone_mark_do_not_count() {
        let same = ["Xã Hòa An", "xã hoà an", "XÃ  HOÀ AN", "Xa\u{303} Ho\u{300}a An", "Xã Hoa\u{300} An"];
        for name in same {
            assert_eq!(syllables(name), syllables("Xã Hòa An"), "{name}");
        }
        for (one, other) in
            [("Thủy", "Thuỷ"), ("khoẻ", "khỏe"), ("ỦY", "uỷ"), ("Tòan", "toàn"), ("gía", "giá"), ("Nguỵên", "Nguyện")]
        {
            assert_eq!(syllables(one), syllables(other), "{one} {other}");
        }
    }

    #[test]
    fn every_apostrophe_is_the_same() {
        for name in ["Ea H’leo", "ea hʼleo", "EA H‘LEO", "Ea H´leo", "Ea H`leo", "Ea H′leo"] {
            assert_eq!(syllables(name), syllables("Ea H'leo"), "{name}");
        }
        assert_ne!(syllables("Ea Hleo"), syllables("Ea H'leo"));
    }

    #[test]
    fn other_letters_and_other_tones_are_other_names() {
        for other in ["Xã Hóa An", "Xã Hoa An", "Xã Hòa Ân", "Xã Hỏa An", "Xã Hoa Àn", "Xã Đòa An", "Xã HòaAn"]
        {
            assert_ne!(syllables(other), syllables("Xã Hòa An"), "{other}");
        }
        for (one, other) in [("Đa", "Da"), ("Hòa-Ly", "Hoa-Lỳ"), ("Hòabinh", "Hoabình"), ("Quí", "Quý"), ("Mỹ", "My")]
        {
            assert_ne!(syllables(one), syllables(other), "{one} {other}");
        }
        assert_ne!(syllables("Ương"), syllables("Uơng"));
    }

    #[test]
    fn the_word_for_what_it_is_can_be_left_out() {
        assert_eq!(without_kind("Phường Hòa An"), without_kind("hoà an"));
        assert_eq!(without_kind("Thị trấn Hòa An"), syllables("Hòa An"));
    }

    #[test]
    fn a_code_may_have_lost_its_zeros_and_nothing_else() {
        assert!(is_code("00123", "123") && is_code("00123", "00123"));
        assert!(!is_code("00123", "0123") && !is_code("12300", "123") && !is_code("", ""));
    }
}

//! Values as a word processor, a spreadsheet or a letter would have them, and what is meant.

use crate::diag::Slip;
use crate::quantity::Decimal;
use unicode_normalization::UnicodeNormalization;

/// How a value that TOML could not read was written, and how to write it; `None` when that is not known.
pub(crate) fn slip(found: &str) -> Option<(Slip, String)> {
    let found = found.trim();
    invisible(found)
        .or_else(|| quotes(found))
        .or_else(|| dash(found))
        .or_else(|| width(found))
        .or_else(|| per_cent(found))
        .or_else(|| groups(found))
        .or_else(|| date(found))
}

/// Marks that pages and chats put between letters: they have no width.
fn invisible(found: &str) -> Option<(Slip, String)> {
    let has_no_width = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let plain = found.replace(has_no_width, "");
    let is_word = is_number(&plain) || plain.starts_with('"') || ["true", "false"].contains(&plain.as_str());
    (plain != found && is_word).then_some((Slip::Invisible, plain))
}

fn is_number(text: &str) -> bool {
    Decimal::parse(text).is_ok()
}

fn quotes(found: &str) -> Option<(Slip, String)> {
    let curly = ['“', '”', '„', '‟', '‘', '’', '«', '»'];
    let inside = found.strip_prefix(curly)?.trim_end_matches(curly);
    let meant = if is_number(inside) { inside.to_owned() } else { format!("\"{inside}\"") };
    Some((Slip::Quotes, meant))
}

fn dash(found: &str) -> Option<(Slip, String)> {
    let number = found.strip_prefix(['–', '—', '−', '‐', '‑'])?.trim_start();
    is_number(number).then(|| (Slip::Dash, format!("-{number}")))
}

fn width(found: &str) -> Option<(Slip, String)> {
    let plain: String = found.nfkc().collect();
    (plain != found && is_number(&plain)).then_some((Slip::Width, plain))
}

fn per_cent(found: &str) -> Option<(Slip, String)> {
    let number = found.strip_suffix('%')?.trim_end();
    let number = number.replace(',', ".");
    is_number(&number).then_some((Slip::PerCent, number))
}

/// `10 000` and `1.000.000`.
fn groups(found: &str) -> Option<(Slip, String)> {
    let blank = |c: char| c == ' ' || c == '\u{a0}' || c == '\u{202f}';
    let parts: Vec<&str> =
        if found.contains(blank) { found.split(blank).collect() } else { found.split('.').collect() };
    let (first, rest) = parts.split_first()?;
    let digits = |part: &str, length: std::ops::RangeInclusive<usize>| {
        length.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let grouped = digits(first, 1..=3) && !rest.is_empty() && rest.iter().all(|part| digits(part, 3..=3));
    grouped.then(|| (Slip::Groups, parts.concat()))
}

/// Day, month and year with any mark between them.
fn date(found: &str) -> Option<(Slip, String)> {
    let parts: Vec<&str> = found.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let number = |text: &str, most: u16| text.parse::<u16>().ok().filter(|n| (1..=most).contains(n));
    let (day, month) = (number(day, 31)?, number(month, 12)?);
    let year = number(year, 9999).filter(|_| year.len() == 4)?;
    Some((Slip::Date, format!("{year:04}-{month:02}-{day:02}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_said_in_the_way_of_the_file() {
        let rows = [
            ("\u{200b}95", Slip::Invisible, "95"),
            ("\u{feff}true", Slip::Invisible, "true"),
            ("“95”", Slip::Quotes, "95"),
            ("“Tiêm chủng”", Slip::Quotes, "\"Tiêm chủng\""),
            ("–5", Slip::Dash, "-5"),
            ("−5.5", Slip::Dash, "-5.5"),
            ("９５", Slip::Width, "95"),
            ("95%", Slip::PerCent, "95"),
            ("95,5 %", Slip::PerCent, "95.5"),
            ("10 000", Slip::Groups, "10000"),
            ("10\u{a0}000", Slip::Groups, "10000"),
            ("1.000.000", Slip::Groups, "1000000"),
            ("03/01/2019", Slip::Date, "2019-01-03"),
            ("3.1.2019", Slip::Date, "2019-01-03"),
        ];
        for (found, how, meant) in rows {
            assert_eq!(slip(found), Some((how, meant.to_owned())), "{found}");
        }
    }

    #[test]
    fn what_may_mean_anything_is_left_alone() {
        for found in ["", "immunisation", "–", "95 98", "10 00", "31/13/2019", "03/01/19", "1.5", "%"] {
            assert_eq!(slip(found), None, "{found}");
        }
    }
}

//! From text to a TOML tree: every syntax error, with the two mistakes of Vietnamese writers named for what they
//! are and repaired, so that they hide nothing else.

use crate::criteria::findings::{At, Findings};
use crate::diag::{Problem, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// The text with every decimal comma (`95,5`) turned into a point. The length stays the same, so places keep
/// their meaning.
pub(crate) fn repair_decimal_commas(findings: &Findings, text: &str) -> String {
    let mut repaired = text.to_owned();
    for found in decimal_commas(text) {
        let written = text.get(found.clone()).unwrap_or("").to_owned();
        let meant = written.replace(['.', '_'], "").replace(',', ".");
        repaired.replace_range(found.clone(), &format!("{meant:<width$}", width = written.len()));
        findings.at(&found, Problem::DecimalComma { found: written, meant });
    }
    repaired
}

/// Reports syntax errors, the first of each line: those after it are mostly its consequences. Returns the lines'
/// byte ranges, because what is found on such a line is a consequence too.
pub(crate) fn report(findings: &Findings, text: &str, errors: &[toml::de::Error]) -> Vec<Span> {
    let mut lines: Vec<Span> = Vec::new();
    let mut keys = BTreeSet::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        if let Some(key) = non_ascii_key(text, &span).filter(|_| error.message().starts_with("invalid unquoted key")) {
            if keys.insert(key.span.start) {
                findings.at(&key.span, Problem::KeyNotAscii { key: key.value });
            }
            continue;
        }
        let line = line_of(text, span.start);
        if !lines.contains(&line) {
            findings.at(&span, Problem::TomlSyntax { message: error.message().to_owned() });
            lines.push(line);
        }
    }
    lines
}

/// Byte range of the line that holds a byte, without its line end.
fn line_of(text: &str, byte: usize) -> Span {
    let start = text.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(byte..).and_then(|after| after.find('\n')).map_or(text.len(), |at| byte + at);
    start..end
}

/// The whole bare key around a letter that TOML does not allow in one.
fn non_ascii_key(text: &str, letter: &Span) -> Option<At<String>> {
    text.get(letter.clone()).filter(|found| !found.is_empty() && !found.is_ascii())?;
    let of_key = |c: char| c.is_alphanumeric() || c == '_' || c == '-' || is_combining(c);
    let before = text.get(..letter.start)?;
    let after = text.get(letter.end..)?;
    let start = before.trim_end_matches(of_key).len();
    let end = text.len() - after.trim_start_matches(of_key).len();
    Some(At::new(text.get(start..end)?.to_owned(), start..end))
}

/// Marks of a decomposed Vietnamese letter.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Numbers with a decimal comma directly after an equals sign; in a list a comma is always a separator.
fn decimal_commas(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        at += match rest.as_bytes().first() {
            Some(b'#') => rest.find('\n').unwrap_or(rest.len()),
            Some(b'"' | b'\'') => string_length(rest),
            Some(b'=') => {
                let blanks = 1 + rest.bytes().skip(1).take_while(|b| matches!(b, b' ' | b'\t')).count();
                let length = rest.get(blanks..).map_or(0, comma_number_length);
                if length > 0 {
                    found.push(at + blanks..at + blanks + length);
                }
                blanks + length
            }
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
    }
    found
}

/// Bytes of the TOML string `rest` begins with; an unclosed one-line string ends with its line.
fn string_length(rest: &str) -> usize {
    let quote = rest.get(..1).unwrap_or("\"");
    let triple = quote.repeat(3);
    let one_line = !rest.starts_with(&triple);
    let (close, open) = if one_line { (quote, 1) } else { (triple.as_str(), 3) };
    let mut at = open;
    while let Some(tail) = rest.get(at..).filter(|tail| !tail.is_empty()) {
        if tail.starts_with(close) {
            return at + close.len();
        }
        if one_line && tail.starts_with('\n') {
            return at;
        }
        let escaped = quote == "\"" && tail.starts_with('\\');
        at += tail.chars().take(if escaped { 2 } else { 1 }).map(char::len_utf8).sum::<usize>();
    }
    rest.len()
}

/// Bytes of a number such as `95,5` or `1.000,5` at the beginning of `text`; 0 when there is none.
fn comma_number_length(text: &str) -> usize {
    let digits = |s: &str, more: &str| s.find(|c: char| !c.is_ascii_digit() && !more.contains(c)).unwrap_or(s.len());
    let sign = usize::from(text.starts_with(['+', '-']));
    let whole = text.get(sign..).map_or(0, |s| digits(s, "._"));
    let Some(part) = text.get(sign + whole..).and_then(|s| s.strip_prefix(',')).filter(|_| whole > 0) else {
        return 0;
    };
    let part_length = digits(part, "_");
    let next = part.get(part_length..).unwrap_or("").trim_start_matches([' ', '\t']).chars().next();
    let ends = next.is_none_or(|c| matches!(c, ',' | '}' | '\n' | '\r' | '#'));
    if part_length > 0 && ends { sign + whole + 1 + part_length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commas(text: &str) -> Vec<&str> {
        decimal_commas(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_decimal_comma_is_found_only_where_a_single_number_stands() {
        assert_eq!(commas("a = 95,5\nx = { from = -1.000,25, b = 1 }"), ["95,5", "-1.000,25"]);
        assert_eq!(commas("# a = 1,5\nb = 'x = 1,5'\nc = \"\\\" = 1,5\"\nd = \"\"\"\ne = 1,5\n\"\"\""), [""; 0]);
        assert_eq!(commas("x = { a = 1,2 = 3 }\ny = [0,5]\nz = { a = 1, b = 2 }"), [""; 0]);
    }

    #[test]
    fn a_key_is_shown_whole_even_when_its_letters_are_decomposed() {
        let text = "\u{111}ie\u{302}\u{309}m = 1";
        let key = non_ascii_key(text, &(4..6)).unwrap();
        assert_eq!(key.value, "\u{111}ie\u{302}\u{309}m");
    }
}

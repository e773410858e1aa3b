//! From text to a TOML tree: every syntax error, with the two mistakes of Vietnamese writers named for what they
//! are and repaired, so that they hide nothing else.

use super::slip;
use crate::criteria::findings::{At, Findings};
use crate::diag::{Problem, Slip, Span};
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
    let mut found = Broken { findings, text, lines: Vec::new(), keys: BTreeSet::new(), twice: BTreeSet::new() };
    let mut in_order: Vec<&toml::de::Error> = errors.iter().collect();
    in_order.sort_by_key(|error| error.span().map(|span| span.start));
    for error in in_order {
        let span = error.span().unwrap_or(0..0);
        if found.key(error.message(), &span) {
            continue;
        }
        found.line(error.message(), &span);
        if found.lines.last().is_some_and(|line| line.end == text.len()) {
            break;
        }
    }
    found.lines
}

/// What did not parse so far.
struct Broken<'a> {
    findings: &'a Findings,
    text: &'a str,
    lines: Vec<Span>,
    /// Where keys with other letters stand.
    keys: BTreeSet<usize>,
    /// Keys reported as being there twice.
    twice: BTreeSet<&'a str>,
}

impl Broken<'_> {
    /// A key with letters TOML does not know, or with a blank it does not take for one.
    fn key(&mut self, message: &str, span: &Span) -> bool {
        let Some(key) = non_ascii_key(self.text, span).filter(|_| message.starts_with("invalid unquoted key")) else {
            return false;
        };
        if self.keys.insert(key.span.start) {
            self.lines.push(line_of(self.text, span.start));
            let plain = key.value.trim();
            if plain.len() < key.value.len() && plain.is_ascii() {
                let (found, meant) = (plain.to_owned(), plain.to_owned());
                self.findings.at(&key.span, Problem::Slip { slip: Slip::Blank, found, meant });
            } else {
                self.findings.at(&key.span, Problem::KeyNotAscii { key: key.value });
            }
        }
        true
    }

    fn line(&mut self, message: &str, span: &Span) {
        let line = line_of(self.text, span.start);
        if self.lines.contains(&line) {
            return;
        }
        let directly_below = self.lines.last().is_some_and(|above| above.end + 1 == line.start);
        // Without its first line a list of several lines is a row of lines that say nothing.
        let says_nothing =
            ["invalid key-value pair", "missing table open"].iter().any(|begins| message.starts_with(begins));
        let consequence = directly_below && says_nothing;
        let written = self.text.get(span.clone()).unwrap_or("");
        let again = message.starts_with("duplicate key") && !self.twice.insert(written);
        if consequence || again {
            self.lines.push(line);
            return;
        }
        let whole_line = self.text.get(line.clone()).unwrap_or("").trim_start();
        let after = self.text.get(span.end..).unwrap_or("").trim_start_matches(' ');
        let (message, open) = meant(message, written, whole_line, after);
        let problem = match slip::slip(written) {
            Some((slip, meant)) => Problem::Slip { slip, found: written.trim().to_owned(), meant },
            None => Problem::TomlSyntax { message: message.to_owned() },
        };
        self.findings.at(span, problem);
        // After a bracket that is never closed everything is read as something else.
        self.lines.push(if open { line.start..self.text.len() } else { line });
    }
}

/// The message that fits what was written, and whether a bracket above was left open. The parser takes any word that
/// begins with `i` or `n` for `inf` or `nan`, and a heading inside an unclosed list for its next element.
fn meant<'m>(message: &'m str, written: &str, line: &str, after: &str) -> (&'m str, bool) {
    if message.starts_with("missing comma between array elements") && line.starts_with("[[") {
        return ("unclosed array, expected `]`", true);
    }
    let begins = |messages: &[&str]| messages.iter().any(|begins| message.starts_with(begins));
    if begins(&["missing comma between key-value pairs"]) && line.starts_with(written) {
        return ("unclosed inline table above, expected `}` or `,`", true);
    }
    if begins(&["invalid unquoted key"]) && written.starts_with(':') {
        return ("key with no value, expected `=`", false);
    }
    if begins(&["string values must be quoted"]) && after.starts_with('=') {
        let first_on_line = line.starts_with(written);
        let between_pairs = ("missing comma between key-value pairs, expected `,`", false);
        return if first_on_line { ("unexpected `=` in array, expected value, `]`", true) } else { between_pairs };
    }
    if begins(&["string values must be quoted"]) && written.trim().is_empty() {
        return ("missing value for key, expected value", false);
    }
    if begins(&["invalid float", "invalid value"]) && written.starts_with(char::is_alphabetic) {
        return ("string values must be quoted, expected literal string", false);
    }
    let open = ["unexpected `=` in array", "missing key for inline table element", "invalid inline table element"];
    (message, begins(&open))
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

//! Positions: rhai counts lines and characters, diagnostics count bytes.

use crate::diag::Span;
use rhai::Position;

/// Line starts of a text.
pub(super) struct Places<'s> {
    text: &'s str,
    lines: Vec<usize>,
}

impl<'s> Places<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    /// The byte of a position; the end of the text when there is none.
    pub(super) fn byte(&self, position: Position) -> usize {
        let line = position.line().and_then(|line| self.lines.get(line.checked_sub(1)?));
        let Some(start) = line.copied() else { return self.text.len() };
        let column = position.position().unwrap_or(1).saturating_sub(1);
        let rest = self.text.get(start..).unwrap_or("");
        start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
    }

    /// The word or symbol at a position.
    pub(super) fn span(&self, position: Position) -> Span {
        word_at(self.text, self.byte(position))
    }
}

/// Symbols of more than one character, longest first.
const SYMBOLS: [&str; 26] = [
    "..=", "!in", "<<=", ">>=", "**=", "==", "!=", "<=", ">=", "&&", "||", "**", "..", "??", "?.", "::", "<<", ">>",
    "+=", "-=", "*=", "/=", "%=", "=>", "#{", "()",
];

/// The word, number, quoted text or symbol that begins at `byte`; empty at the end of the text.
pub(super) fn word_at(text: &str, byte: usize) -> Span {
    let rest = text.get(byte..).unwrap_or("");
    let length = match rest.chars().next() {
        None => 0,
        Some('"') => quoted(rest, '"'),
        Some('`') => quoted(rest, '`'),
        Some(c) if c.is_ascii_digit() => {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(rest.len())
        }
        Some(c) if c.is_alphabetic() || c == '_' => {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        }
        Some(c) => SYMBOLS.iter().find(|s| rest.starts_with(**s)).map_or(c.len_utf8(), |s| s.len()),
    };
    let start = byte.min(text.len());
    start..start + length
}

/// Length of a quoted text with both quotes; a backslash keeps the next character from ending it.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_and_spans_count_bytes() {
        let text = "đo = 1;\n\"thiếu\" + số_trẻ";
        let places = Places::new(text);
        assert_eq!(&text[places.span(Position::new(1, 4))], "=");
        assert_eq!(&text[places.span(Position::new(2, 1))], "\"thiếu\"");
        assert_eq!(&text[places.span(Position::new(2, 11))], "số_trẻ");
        assert_eq!(places.span(Position::NONE), text.len()..text.len());
        assert_eq!(places.span(Position::new(9, 9)), text.len()..text.len());
    }

    #[test]
    fn a_span_covers_the_whole_symbol() {
        for (text, word) in [("<= 5", "<="), ("97.99)", "97.99"), ("\"a\\\"b\" ", "\"a\\\"b\""), ("-x", "-"), ("", "")]
        {
            assert_eq!(&text[word_at(text, 0)], word);
        }
    }
}

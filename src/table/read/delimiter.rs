//! The delimiter of a file: said by Excel's `sep=` line, else the one that cuts every line alike.

use std::cmp::Reverse;

/// Delimiters that are recognised, the likeliest of equals first.
pub(in crate::table) const CANDIDATES: [u8; 3] = *b";\t,";
/// How much of the file is looked at: enough lines to outvote one with commas in its cells.
const LOOKED_AT: usize = 64 * 1024;
/// How many lines are compared with the header.
const LINES: usize = 50;

/// What a first line `sep=;` says, and where the text begins after it.
pub(super) fn declared(text: &str, start: usize) -> (Option<u8>, usize) {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
    let line = rest.get(..end).unwrap_or_default();
    let line = line.strip_prefix(b"\"").and_then(|l| l.strip_suffix(b"\"")).unwrap_or(line);
    let Some((head, [delimiter @ (b',' | b';' | b'\t' | b'|')])) = line.split_at_checked(4) else {
        return (None, start);
    };
    if !head.eq_ignore_ascii_case(b"sep=") {
        return (None, start);
    }
    let line_end = match rest.get(end..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([_, ..]) => 1,
        _ => 0,
    };
    (Some(*delimiter), start + end + line_end)
}

/// The candidate that occurs in the header and as often in the most lines; a comma if none does.
pub(super) fn sniff(text: &str) -> u8 {
    let text = text.as_bytes();
    let lines = counts(text.get(..LOOKED_AT).unwrap_or(text));
    let Some((header, rows)) = lines.split_first() else { return b',' };
    let rank = |at: &usize| {
        let alike = rows.iter().filter(|row| row[*at] == header[*at]).count();
        (alike, header[*at], Reverse(*at))
    };
    let best = (0..CANDIDATES.len()).filter(|at| header[*at] > 0).max_by_key(rank);
    best.map_or(b',', |at| CANDIDATES[at])
}

/// How often each candidate stands outside quotes, line by line; lines without anything else are left out.
fn counts(text: &[u8]) -> Vec<[usize; 3]> {
    let mut lines = Vec::new();
    let (mut line, mut blank, mut quoted) = ([0; 3], true, false);
    for byte in text.iter().chain(b"\n") {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                if !blank {
                    lines.push(line);
                }
                (line, blank) = ([0; 3], true);
                continue;
            }
            _ if !quoted => {
                let candidate = CANDIDATES.iter().position(|c| c == byte);
                if let Some(at) = candidate {
                    line[at] += 1;
                }
                blank &= candidate.is_some() || byte.is_ascii_whitespace();
            }
            _ => blank = false,
        }
        if lines.len() > LINES {
            break;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_cuts_every_line_alike() {
        let rows = [
            ("a,b\n1,2", b','),
            ("a;b\n1,5;2,5", b';'),
            ("a\tb\n1,5\t2", b'\t'),
            ("Quận, huyện;Tỉnh, thành phố\nx;y\nz;t", b';'),
            ("\"a;b;c;d\",b\n\"x;y\",2", b','),
            ("only", b','),
            ("\n ;\t\n;;;\na,b\n1,2", b','),
            ("", b','),
        ];
        for (text, want) in rows {
            assert_eq!(char::from(sniff(text)), char::from(want), "{text:?}");
        }
    }

    #[test]
    fn a_sep_line_decides_and_is_no_row() {
        assert_eq!(declared("sep=;\r\na,b", 0), (Some(b';'), 7));
        assert_eq!(declared("\"SEP=,\"\na", 0), (Some(b','), 8));
        assert_eq!(declared("sep=\t\na", 0), (Some(b'\t'), 6));
        assert_eq!(declared("sep=x\na", 0), (None, 0));
        assert_eq!(declared("code;name", 0), (None, 0));
    }
}

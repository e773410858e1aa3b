//! The encoding of a file: by its mark, else by its bytes.

use crate::diag::Problem;
use encoding_rs::{Encoding as Decoder, UTF_16BE, UTF_16LE, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization as _;

/// How bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// UTF-8, checked; the text begins after a mark of this many bytes.
    Utf8(usize),
    /// UTF-16, low byte first; whether a mark says so.
    Utf16Le(bool),
    /// UTF-16, high byte first; whether a mark says so.
    Utf16Be(bool),
    /// The 8-bit encoding of older Vietnamese Windows.
    Windows1258,
}

/// How many bytes at the beginning are looked at for the zeros of UTF-16: a header row and some figures.
const LOOKED_AT: usize = 4096;

/// Finds the encoding.
///
/// # Errors
/// The bytes are no text: a mark says UTF-8 and they are not, or they are no UTF-8 and have zeros in them.
pub(super) fn recognise(bytes: &[u8]) -> Result<Encoding, Problem> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            let valid = std::str::from_utf8(rest).is_ok();
            if valid { Ok(Encoding::Utf8(3)) } else { Err(Problem::NotText { encoding: "UTF-8" }) }
        }
        [0xFF, 0xFE, ..] => Ok(Encoding::Utf16Le(true)),
        [0xFE, 0xFF, ..] => Ok(Encoding::Utf16Be(true)),
        _ => by_bytes(bytes),
    }
}

fn by_bytes(bytes: &[u8]) -> Result<Encoding, Problem> {
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return Ok(encoding);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(Encoding::Utf8(0));
    }
    // A workbook or another binary file under a wrong name.
    if bytes.contains(&0) { Err(Problem::NotText { encoding: "UTF-8" }) } else { Ok(Encoding::Windows1258) }
}

/// In UTF-16 every digit, delimiter and plain letter has a zero byte, always on the same side.
fn utf16_by_zeros(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() || pairs.is_empty() {
        return None;
    }
    let pairs = pairs.get(..LOOKED_AT / 2).unwrap_or(pairs);
    let zeros = |side: fn(&[u8; 2]) -> bool| pairs.iter().filter(|pair| side(pair)).count();
    let (first, second) = (zeros(|[a, _]| *a == 0), zeros(|[_, b]| *b == 0));
    let enough = pairs.len() / 4;
    match (first, second) {
        (0, n) if n > enough => Some(Encoding::Utf16Le(false)),
        (n, 0) if n > enough => Some(Encoding::Utf16Be(false)),
        _ => None,
    }
}

/// UTF-8 text, where it begins, and the name of the encoding when it was guessed.
///
/// # Errors
/// The bytes are not valid in the encoding.
pub(super) fn decode(bytes: Vec<u8>, encoding: Encoding) -> Result<(Vec<u8>, usize, Option<&'static str>), Problem> {
    match encoding {
        Encoding::Utf8(start) => Ok((bytes, start, None)),
        Encoding::Utf16Le(marked) => utf16(&bytes, marked, UTF_16LE, "UTF-16LE"),
        Encoding::Utf16Be(marked) => utf16(&bytes, marked, UTF_16BE, "UTF-16BE"),
        Encoding::Windows1258 => {
            let text = decoded(&bytes, WINDOWS_1258, "Windows-1258")?;
            // It holds tone marks as characters of their own.
            Ok((text.nfc().collect::<String>().into_bytes(), 0, Some("Windows-1258")))
        }
    }
}

fn utf16(
    bytes: &[u8],
    marked: bool,
    decoder: &'static Decoder,
    name: &'static str,
) -> Result<(Vec<u8>, usize, Option<&'static str>), Problem> {
    let text = bytes.get(if marked { 2 } else { 0 }..).unwrap_or_default();
    Ok((decoded(text, decoder, name)?.into_bytes(), 0, (!marked).then_some(name)))
}

fn decoded(bytes: &[u8], decoder: &'static Decoder, name: &'static str) -> Result<String, Problem> {
    decoder
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(Problem::NotText { encoding: name })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<(String, Option<&'static str>), Problem> {
        let (text, start, guessed) = decode(bytes.to_vec(), recognise(bytes)?)?;
        Ok((String::from_utf8(text[start..].to_vec()).unwrap(), guessed))
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_of_a_vietnamese_spreadsheet_gives_the_same_text() {
        let want = "Mã xã;Tên xã\n00001;Hòa Lạc";
        let plain = |bytes: Vec<u8>| text(&bytes).unwrap();
        let marked = |order: fn(u16) -> [u8; 2]| utf16(&format!("\u{FEFF}{want}"), order);
        assert_eq!(plain(want.into()), (want.into(), None));
        assert_eq!(plain([b"\xEF\xBB\xBF", want.as_bytes()].concat()), (want.into(), None));
        assert_eq!(plain(marked(u16::to_le_bytes)), (want.into(), None));
        assert_eq!(plain(marked(u16::to_be_bytes)), (want.into(), None));
        assert_eq!(plain(utf16(want, u16::to_le_bytes)), (want.into(), Some("UTF-16LE")));
        assert_eq!(plain(utf16(want, u16::to_be_bytes)), (want.into(), Some("UTF-16BE")));
    }

    #[test]
    fn windows_1258_becomes_composed_letters() {
        // L, a with a separate dot below (0xF2), c; o with a separate grave accent (0xCC).
        assert_eq!(text(b"La\xF2c Ho\xCCa"), Ok(("Lạc Hòa".into(), Some("Windows-1258"))));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let refused = |encoding| Err(Problem::NotText { encoding });
        assert_eq!(text(b"\xEF\xBB\xBF\xFF"), refused("UTF-8"));
        assert_eq!(text(b"PK\x03\x04\x14\x00\x06\x00\x08\xC3\x28\x80\x01"), refused("UTF-8"));
        assert_eq!(text(b"\xFF\xFEa\x00\x00\xD8b\x00"), refused("UTF-16LE"));
        assert_eq!(text(b"\xFF\xFEa\x00b"), refused("UTF-16LE"));
    }
}

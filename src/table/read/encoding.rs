//! The encoding of a file: by its mark, else by its bytes.

use crate::diag::Problem;
use encoding_rs::{Encoding as Decoder, UTF_16BE, UTF_16LE, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization as _;

/// A file as text.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// Where it begins, after the mark.
    pub(super) start: usize,
    /// The encoding, when nothing in the file says it.
    pub(super) guessed: Option<&'static str>,
    /// The bytes of the file, when they are not those of the text.
    pub(super) raw: Option<Vec<u8>>,
}

/// How many bytes at the beginning are looked at for the zeros of UTF-16: a header row and some figures.
const LOOKED_AT: usize = 4096;

/// Finds the encoding and decodes.
///
/// # Errors
/// The bytes are not valid in the encoding their mark says, or they are no text at all.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, Problem> {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => {
            let text = String::from_utf8(bytes).map_err(|_| Problem::NotText { encoding: "UTF-8" })?;
            Ok(Decoded { text, start: 3, guessed: None, raw: None })
        }
        [0xFF, 0xFE, rest @ ..] => Ok(foreign(decoded(rest, UTF_16LE, "UTF-16LE")?, None, bytes)),
        [0xFE, 0xFF, rest @ ..] => Ok(foreign(decoded(rest, UTF_16BE, "UTF-16BE")?, None, bytes)),
        _ => by_bytes(bytes),
    }
}

fn foreign(text: String, guessed: Option<&'static str>, raw: Vec<u8>) -> Decoded {
    Decoded { text, start: 0, guessed, raw: Some(raw) }
}

fn by_bytes(bytes: Vec<u8>) -> Result<Decoded, Problem> {
    if let Some((decoder, name)) = utf16_by_zeros(&bytes) {
        return Ok(foreign(decoded(&bytes, decoder, name)?, Some(name), bytes));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, start: 0, guessed: None, raw: None }),
        Err(error) => error.into_bytes(),
    };
    // A workbook or another binary file under a wrong name.
    if bytes.contains(&0) {
        return Err(Problem::NotText { encoding: "UTF-8" });
    }
    let text = decoded(&bytes, WINDOWS_1258, "Windows-1258")?;
    // It holds tone marks as characters of their own.
    Ok(foreign(text.nfc().collect(), Some("Windows-1258"), bytes))
}

/// In UTF-16 every digit, delimiter and plain letter has a zero byte, always on the same side.
fn utf16_by_zeros(bytes: &[u8]) -> Option<(&'static Decoder, &'static str)> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() || pairs.is_empty() {
        return None;
    }
    let pairs = pairs.get(..LOOKED_AT / 2).unwrap_or(pairs);
    let zeros = |side: fn(&[u8; 2]) -> bool| pairs.iter().filter(|pair| side(pair)).count();
    let (first, second) = (zeros(|[a, _]| *a == 0), zeros(|[_, b]| *b == 0));
    let enough = pairs.len() / 4;
    match (first, second) {
        (0, n) if n > enough => Some((UTF_16LE, "UTF-16LE")),
        (n, 0) if n > enough => Some((UTF_16BE, "UTF-16BE")),
        _ => None,
    }
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
        let decoded = decode(bytes.to_vec())?;
        assert_eq!(decoded.raw.as_deref().unwrap_or(decoded.text.as_bytes()), bytes);
        Ok((decoded.text[decoded.start..].to_owned(), decoded.guessed))
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

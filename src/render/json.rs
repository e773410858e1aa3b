//! JSON: everything, for programs and for checking a result step by step.
//!
//! One object: `format`, `manifest`, `standard`, `communes`, and `earlier_versions` of the standard where communes were
//! scored with more than one: then each commune names the first day of its `version`. Each commune stands on a line of its own. A commune has the
//! fields of the CSV, its criteria and their items. Texts are in both languages, so the bytes do not depend on the
//! language. Points and values are JSON numbers with exactly the digits they have; nothing passes through a float.
//! What is not known is `null`, never 0.

mod cases;
pub(super) mod commune;
mod figures;
mod manifest;
mod number;
mod standard;

pub use cases::cases;
pub use figures::figures;
pub(super) use manifest::{File, files};
pub(super) use number::Number as Exact;
pub(super) use standard::{Days, days};

use crate::result::{Manifest, ScoreSheet};
use serde::Serialize;

/// Version of the shape of the document; raised when a key changes its meaning or goes away.
pub const FORMAT: u32 = 1;

/// The whole document, ending with a line end.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn document(sheet: &ScoreSheet, manifest: &Manifest) -> serde_json::Result<Vec<u8>> {
    let mut out = beginning(sheet, manifest)?;
    let mut versions = sheet.versions_used();
    versions.pop();
    if !versions.is_empty() {
        out.extend_from_slice(b",\n\"earlier_versions\":");
        append(&mut out, &versions.into_iter().map(standard::of).collect::<Vec<_>>())?;
    }
    out.extend_from_slice(b",\n\"communes\":[");
    for (at, commune) in sheet.communes.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        append(&mut out, &commune::of(sheet, commune))?;
    }
    out.extend_from_slice(b"\n]}\n");
    Ok(out)
}

/// The beginning of a document about a sheet: an open object with `format`, `manifest` and `standard`.
pub(super) fn beginning(sheet: &ScoreSheet, manifest: &Manifest) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::new();
    out.extend_from_slice(format!("{{\"format\":{FORMAT},\n\"manifest\":").as_bytes());
    append(&mut out, &manifest::of(sheet, manifest))?;
    out.extend_from_slice(b",\n\"standard\":");
    append(&mut out, &standard::of(sheet.versions_used().pop().unwrap_or(&sheet.standard)))?;
    Ok(out)
}

/// Puts a value under a key at the end of a document, which is closed.
pub(super) fn append_last(document: &mut Vec<u8>, key: &str, value: &impl Serialize) -> serde_json::Result<()> {
    document.truncate(document.trim_ascii_end().len().saturating_sub(1));
    document.extend_from_slice(format!(",\n\"{key}\":").as_bytes());
    append(document, value)?;
    document.extend_from_slice(b"}\n");
    Ok(())
}

/// Appends a value.
pub(super) fn append(out: &mut Vec<u8>, value: &impl Serialize) -> serde_json::Result<()> {
    serde_json::to_writer(out, value)
}

//! A workbook of results.

use crate::lang::Lang;
use crate::result::Dossier;

/// The whole document.
///
/// # Errors
/// What the writer reports; writing to memory gives it no cause to.
pub fn document(dossier: &Dossier<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    let _ = (dossier, lang);
    Err("not written yet".to_owned())
}

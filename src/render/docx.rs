//! Papers as `.docx`, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: paper, margins, font, head, page numbers,
//! signatures and recipients. The same paper gives the same bytes: no clock, no random ids.

mod body;
mod closing;
mod head;
mod parts;
mod section;
mod styles;
mod table;
mod width;
mod xml;

use super::paper::{self, Official, Paper};
use crate::lang::Lang;
use crate::result::Dossier;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The report about the results, with everything around it left to fill in.
///
/// # Errors
/// What the writer reports; writing to memory gives it no cause to.
pub fn document(dossier: &Dossier<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    file(&paper::results(dossier, &Official::default(), lang))
}

/// A paper.
///
/// # Errors
/// What the writer reports; writing to memory gives it no cause to.
pub fn file(paper: &Paper) -> Result<Vec<u8>, String> {
    packed(paper).map_err(|error| error.to_string())
}

fn packed(paper: &Paper) -> std::io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day a ZIP can name: the day on which a paper is made is not in it.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let body = body::document(paper);
    let fixed = parts::all(paper).into_iter().chain([("word/document.xml", body)]);
    for (name, bytes) in fixed {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

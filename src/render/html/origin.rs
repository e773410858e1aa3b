//! Where the results come from: the version of the tool, the standard and the tables with their hashes, the options.

use super::Paper;
use super::markup::Html;
use super::page::Section;
use super::tables::Table;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::render::words::fill;

/// What is needed to make the results again.
pub(super) fn section(paper: &Paper<'_>) -> Section {
    let (words, manifest) = (paper.words, &paper.dossier.manifest);
    let mut body = Html::new();
    body.element("p", &[], &fill(words.made_by, &[("version", &manifest.version)]));
    body.element("p", &[], &format!("{}: {}", words.standard, paper.dossier.sheet.standard.id));
    if !manifest.options.is_empty() {
        body.element("p", &[], &format!("{}: {}", words.options, manifest.options.join(" ")));
    }
    Table::plain(&files(paper)).write(&mut body, paper);
    Section { id: "origin", title: words.origin.to_owned(), wide: false, body }
}

fn files(paper: &Paper<'_>) -> Board {
    let words = paper.words;
    let standard = paper.dossier.sheet.standard.hashes.iter();
    let standard = standard.map(|(name, sha256)| vec![Value::text(name), Value::text(sha256), Value::default()]);
    let tables = paper.dossier.manifest.tables.iter();
    let tables =
        tables.map(|table| vec![Value::text(&table.name), Value::text(&table.sha256), Value::count(table.rows)]);
    Board {
        id: "files",
        title: words.origin.to_owned(),
        columns: vec![
            BoardColumn::text(words.file, 30),
            BoardColumn::text("sha256", 64),
            BoardColumn::number(words.rows, 8),
        ],
        rows: standard.chain(tables).collect(),
        notes: Vec::new(),
    }
}

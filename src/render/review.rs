//! A [`Review`] in every format. Nothing is judged here.
//!
//! - For people: findings by level, gravest first, then who still owes figures, then the rules that were applied.
//! - CSV and TSV ([`COLUMNS`]): one line per finding, ids and columns the same in both languages, texts in both; `cells`,
//!   `fields` and `values` are separated by `;`, in the same order, and a missing value is empty.
//! - JSON: `format`, `manifest`, `counts`, `findings` (each on a line of its own), `missing`, `rules`.

mod words;

use super::View;
use super::csv::Separator;
use super::csv::cell::Line;
use super::json::{FORMAT, append};
use super::layout::{Cell, Tone};
use super::page::{Block, Column, Row, Table};
use super::page::{markdown, terminal};
use super::words::fill;
use crate::lang::Lang;
use crate::result::Manifest;
use crate::result::review::{Finding, FindingLevel, Review, ReviewCell};
use std::collections::BTreeMap;
use words::Words;

/// Columns of CSV and TSV, in this order.
pub const COLUMNS: [&str; 15] = [
    "level",
    "kind",
    "code",
    "name",
    "file",
    "sheet",
    "row",
    "cells",
    "fields",
    "values",
    "agencies",
    "finding_vi",
    "finding_en",
    "ask_vi",
    "ask_en",
];

/// For a terminal. Ends with a line end.
#[must_use]
pub fn page(review: &Review, view: &View) -> String {
    terminal::print(&blocks(review, view.lang), view)
}

/// In Markdown, to paste into a document.
#[must_use]
pub fn document(review: &Review, lang: Lang) -> String {
    markdown::print(&blocks(review, lang))
}

/// `1.240 đơn vị: …`: how much was found.
#[must_use]
pub fn line(review: &Review, lang: Lang) -> String {
    let words = Words::of(lang);
    let [contradictions, suspicious, to_look_at] = FindingLevel::ALL.map(|level| review.count(level).to_string());
    let values = [
        ("n", review.communes.to_string()),
        ("contradictions", contradictions),
        ("suspicious", suspicious),
        ("to_look_at", to_look_at),
    ];
    fill(words.counts, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn blocks(review: &Review, lang: Lang) -> Vec<Block> {
    let words = Words::of(lang);
    let mut blocks = vec![
        Block::Heading(1, words.title.to_owned()),
        Block::Line(review.standard.title.get(lang).to_owned()),
        Block::Line(line(review, lang)),
        Block::Gap,
    ];
    let several = several_tables(review);
    for level in FindingLevel::ALL.into_iter().filter(|level| review.count(*level) > 0) {
        blocks.push(Block::Heading(2, words.level(level).to_owned()));
        blocks.push(Block::Table(findings(review, level, several, lang)));
        blocks.push(Block::Gap);
    }
    if !review.missing.is_empty() {
        blocks.push(Block::Heading(2, words.missing.to_owned()));
        blocks.push(Block::Table(missing(review, lang)));
        blocks.push(Block::Gap);
    }
    blocks.push(Block::Line(words.not_repaired.to_owned()));
    blocks.extend(review.rules.iter().map(|rule| Block::Line(rule.get(lang).to_owned())));
    blocks
}

/// Whether cells have to be told apart by their file or sheet.
fn several_tables(review: &Review) -> bool {
    let mut cells = review.findings.iter().flat_map(|finding| &finding.cells);
    review.tables > 1 || cells.any(|cell| cell.sheet.is_some())
}

fn findings(review: &Review, level: FindingLevel, several: bool, lang: Lang) -> Table {
    let words = Words::of(lang);
    let columns = vec![
        Column::word(words.code),
        Column::text(words.name),
        Column::text(words.finding),
        Column::text(words.question),
    ];
    let of_level = review.findings.iter().filter(|finding| finding.level == level);
    Table { columns, rows: of_level.map(|finding| Row::Cells(cells(finding, several, lang))).collect() }
}

fn cells(finding: &Finding, several: bool, lang: Lang) -> Vec<Cell> {
    let tone = match finding.level {
        FindingLevel::Contradiction => Tone::Bad,
        FindingLevel::Suspicious => Tone::Open,
        FindingLevel::ToLookAt => Tone::Plain,
    };
    vec![
        Cell::toned(finding.code.as_str(), tone),
        Cell::plain(finding.name.as_str()),
        Cell::plain(format!("{}{}", finding.says.get(lang), places(finding, several, lang))),
        Cell::plain(finding.asks.get(lang)),
    ]
}

/// ` (Y8, Z8)`, or ` (file.xlsx!Biểu 1!Y8, Z8)`: the cells of a finding stand in one table.
fn places(finding: &Finding, several: bool, lang: Lang) -> String {
    const MOST_NAMED: usize = 4;
    let there: Vec<&ReviewCell> = finding.cells.iter().filter(|cell| cell.column.is_some()).collect();
    let named = there.iter().take(MOST_NAMED).enumerate();
    let address = |(at, cell): (usize, &&ReviewCell)| match at {
        0 if several => cell.whole_address(),
        _ => cell.address(),
    };
    let named: Vec<String> = named.map(address).collect();
    if named.is_empty() {
        // The table has none of the columns: only the row can be named.
        let row = |cell: &ReviewCell| {
            let row = fill(Words::of(lang).row, &[("n", &cell.row.to_string())]);
            if several { format!(" ({}, {row})", cell.table()) } else { format!(" ({row})") }
        };
        return finding.cells.first().map_or_else(String::new, row);
    }
    let more = there.len().saturating_sub(MOST_NAMED).to_string();
    let more = if more == "0" { String::new() } else { fill(Words::of(lang).more_cells, &[("n", &more)]) };
    format!(" ({}{more})", named.join(", "))
}

fn missing(review: &Review, lang: Lang) -> Table {
    let words = Words::of(lang);
    let columns = vec![Column::text(words.agency), Column::number(words.figures), Column::number(words.communes)];
    let row = |from: &crate::result::review::MissingFrom| {
        let agency = from.agency.as_ref().map_or(words.the_commune, |agency| agency.label.get(lang));
        let numbers = [from.figures, from.communes].map(|number| Cell::plain(number.to_string()));
        Row::Cells(std::iter::once(Cell::plain(agency)).chain(numbers).collect())
    };
    Table { columns, rows: review.missing.iter().map(row).collect() }
}

/// CSV or TSV.
#[must_use]
pub fn csv(review: &Review, separator: Separator) -> Vec<u8> {
    let mut out = Vec::new();
    let mut header = Line::new(&mut out, separator);
    for column in COLUMNS {
        header.id(column);
    }
    header.end();
    for finding in &review.findings {
        let mut line = Line::new(&mut out, separator);
        csv_cells(&mut line, finding);
        line.end();
    }
    out
}

fn csv_cells(line: &mut Line<'_>, finding: &Finding) {
    let cells = &finding.cells;
    line.id(finding.level.id());
    line.id(finding.kind.id());
    line.text(&finding.code);
    line.text(&finding.name);
    line.text(cells.first().map_or("", |cell| cell.file.as_str()));
    line.text(cells.first().and_then(|cell| cell.sheet.as_deref()).unwrap_or_default());
    line.id(&cells.first().map_or_else(String::new, |cell| cell.row.to_string()));
    let address = |cell: &ReviewCell| cell.column.as_ref().map_or_else(String::new, |_| cell.address());
    line.text(&cells.iter().map(address).collect::<Vec<_>>().join(";"));
    line.list(cells.iter().map(|cell| cell.field.as_str()));
    let values: Vec<&str> =
        cells.iter().map(|cell| cell.value.as_ref().map_or("", |value| value.en.as_str())).collect();
    line.text(&values.join(";"));
    line.list(finding.agencies.iter().map(|agency| agency.id.as_str()));
    for text in [&finding.says.vi, &finding.says.en, &finding.asks.vi, &finding.asks.en] {
        line.text(text);
    }
}

/// JSON.
///
/// # Errors
/// Passes on what the serializer reports; writing to memory gives it no cause to.
pub fn json(review: &Review, manifest: &Manifest) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::new();
    let counts: BTreeMap<&str, usize> = FindingLevel::ALL.map(|level| (level.id(), review.count(level))).into();
    out.extend_from_slice(format!("{{\"format\":{FORMAT},\n\"standard\":").as_bytes());
    append(&mut out, &review.standard.id)?;
    out.extend_from_slice(b",\n\"manifest\":");
    append(&mut out, manifest)?;
    out.extend_from_slice(format!(",\n\"communes\":{},\n\"counts\":", review.communes).as_bytes());
    append(&mut out, &counts)?;
    out.extend_from_slice(b",\n\"findings\":[");
    for (at, finding) in review.findings.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        append(&mut out, finding)?;
    }
    out.extend_from_slice(b"\n],\n\"missing\":");
    append(&mut out, &review.missing)?;
    out.extend_from_slice(b",\n\"rules\":");
    append(&mut out, &review.rules)?;
    out.extend_from_slice(b"\n}\n");
    Ok(out)
}

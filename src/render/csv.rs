//! CSV and TSV: one line per commune, the same columns and ids in both languages.
//!
//! Columns, in this order: [`COLUMNS`], then one per criterion with its points, then [`MARGIN_COLUMNS`] and the extra
//! columns of the table, each when asked for. `total` is empty unless no item is missing; all three totals are empty when a data gate withholds the
//! score; a criterion that is not exact, or left out, is empty. `failed` and `missing` are ids separated by `;`.
//!
//! In a public edition a cell that is not published holds the word `hidden` ([`HIDDEN`]); it stands last in `failed`
//! where there are reasons that are not given.
//!
//! - UTF-8, without a byte order mark unless [`Options::bom`]; lines end with `\n`, also on Windows: every spreadsheet
//!   reads that, and the same results give the same bytes everywhere.
//! - Quoted as RFC 4180 says; TSV in the same way, with tabs.
//! - Points have a decimal point and no trailing zeros; a decimal comma where cells are separated by semicolons
//!   ([`Separator::Semicolon`]), and then a list of ids stands in quotes.
//! - A text from the table that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line
//!   end, and is not a plain number) gets an apostrophe in front. Whoever reads the file back takes it off.
//!
//! Rows can be appended part by part, so a table of any size needs the memory of one part.

pub(crate) mod cell;
mod figures;
mod margins;

pub use figures::{FIGURE_COLUMNS, figures};
pub use margins::MARGIN_COLUMNS;

use crate::result::{CommuneScore, CriterionScore, CriterionState, ScoreSheet, StandardInfo};
use cell::Line;
use std::sync::Arc;

/// The columns before those of the criteria.
pub const COLUMNS: [&str; 14] = [
    "code",
    "name",
    "province",
    "district",
    "year",
    "area_class",
    "total",
    "total_min",
    "total_max",
    "threshold",
    "verdict",
    "failed",
    "missing",
    "status",
];

/// Bytes of a usual line without its criteria, to reserve room once; longer lines cost a reallocation.
const BYTES: usize = 160;
/// Bytes of the usual points of a criterion.
const BYTES_OF_POINTS: usize = 5;

/// What stands between cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// CSV.
    #[default]
    Comma,
    /// TSV.
    Tab,
    /// CSV as Excel reads and writes it in Vietnamese, with a decimal comma.
    Semicolon,
}

/// Stands where a public edition says nothing.
pub const HIDDEN: &str = "hidden";

/// How rows are written; the default is plain CSV.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Between cells.
    pub separator: Separator,
    /// Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    pub bom: bool,
    /// Whether [`MARGIN_COLUMNS`] are appended.
    pub margins: bool,
    /// Headers of the extra columns to append; none by default. [`extra_headers`] gives all of a sheet.
    pub extra: Vec<Arc<str>>,
}

impl Options {
    /// The byte order mark, when asked for.
    pub(super) fn mark(&self) -> &'static [u8] {
        if self.bom { "\u{feff}".as_bytes() } else { &[] }
    }
}

/// Headers of the extra columns of a sheet, in the table's order.
#[must_use]
pub fn extra_headers(sheet: &ScoreSheet) -> Vec<Arc<str>> {
    let first = sheet.communes.first();
    first.map_or_else(Vec::new, |commune| commune.identity.extra.iter().map(|(header, _)| Arc::clone(header)).collect())
}

/// The header line, after the byte order mark when asked for. An extra column with the name of one of ours is called
/// `extra.<name>`.
#[must_use]
pub fn header(info: &StandardInfo, options: &Options) -> Vec<u8> {
    let mut out = options.mark().to_vec();
    let mut line = Line::new(&mut out, options.separator);
    let criteria = || info.criteria.iter().map(|criterion| criterion.id.as_str());
    let margins = || MARGIN_COLUMNS.into_iter().filter(|_| options.margins);
    COLUMNS.into_iter().chain(criteria()).chain(margins()).for_each(|id| line.id(id));
    for header in &options.extra {
        if COLUMNS.into_iter().chain(criteria()).chain(margins()).any(|id| id == header.as_ref()) {
            line.text(&format!("extra.{header}"));
        } else {
            line.text(header);
        }
    }
    line.end();
    out
}

/// Appends one line per commune of a sheet, which may be one part of a table.
pub fn rows(sheet: &ScoreSheet, options: &Options, out: &mut Vec<u8>) {
    let info = sheet.standard.as_ref();
    let items: Vec<&str> = info.criteria.iter().flat_map(|c| &c.items).map(|item| item.id.as_str()).collect();
    out.reserve(sheet.communes.len() * (BYTES + BYTES_OF_POINTS * info.criteria.len()));
    for commune in &sheet.communes {
        let mut line = Line::new(out, options.separator);
        identity(&mut line, commune, info);
        result(&mut line, commune, info, &items);
        for at in 0..info.criteria.len() {
            match commune.criteria.get(at) {
                Some(CriterionScore { state: CriterionState::Hidden, .. }) => line.id(HIDDEN),
                score => line.points(score.filter(|score| is_exact(score)).map(|score| score.high)),
            }
        }
        if options.margins {
            margins::cells(&mut line, commune, info, &items);
        }
        extra(&mut line, commune, &options.extra);
        line.end();
    }
}

/// Header and rows of a sheet.
#[must_use]
pub fn document(sheet: &ScoreSheet, options: &Options) -> Vec<u8> {
    let mut out = header(&sheet.standard, options);
    rows(sheet, options, &mut out);
    out
}

/// Whether a criterion has points that nothing missing can change.
fn is_exact(score: &CriterionScore) -> bool {
    matches!(score.state, CriterionState::Scored | CriterionState::Zeroed)
}

fn identity(line: &mut Line<'_>, commune: &CommuneScore, info: &StandardInfo) {
    let identity = &commune.identity;
    line.text(&identity.code);
    line.text(&identity.name);
    line.text(&identity.province);
    line.text(&identity.district);
    line.year(identity.year);
    line.id(identity.class.and_then(|class| info.classes.get(class)).map_or("", |class| class.id.as_str()));
}

fn result(line: &mut Line<'_>, commune: &CommuneScore, info: &StandardInfo, items: &[&str]) {
    let total = commune.total;
    if commune.not_published.total {
        (0..3).for_each(|_| line.id(HIDDEN));
    } else {
        line.points(total.filter(|total| total.complete).map(|total| total.high));
        line.points(total.map(|total| total.low));
        line.points(total.map(|total| total.high));
    }
    line.points(commune.threshold);
    line.id(commune.verdict.id(info));
    let others = commune.not_published.reasons.then_some(HIDDEN);
    line.list(commune.verdict.failed_ids(info).chain(others));
    let fields = commune.missing.iter().filter_map(|field| info.fields.get(usize::from(*field)));
    let withheld = commune.withheld.iter().filter_map(|item| items.get(usize::from(*item)).copied());
    line.list(fields.map(|field| field.id.as_str()).chain(withheld));
    line.id(commune.status.id());
}

fn extra(line: &mut Line<'_>, commune: &CommuneScore, headers: &[Arc<str>]) {
    let cells = &commune.identity.extra;
    for (at, header) in headers.iter().enumerate() {
        let here = cells.get(at).filter(|(name, _)| name == header);
        let found = here.or_else(|| cells.iter().find(|(name, _)| name == header));
        line.text(found.map_or("", |(_, text)| text));
    }
}

//! `--self-scores`: the columns in which communes give themselves points.

use crate::compare::self_scores::Claims;
use crate::diag::{CellPlace, Diagnostic, Place, Problem, Report};
use crate::result::self_scores::{SelfDifference, SelfScores};
use crate::result::{ScoreSheet, StandardInfo};
use crate::table::check::points;
use crate::table::{CommuneTable, Part, fold};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which criterion a header claims points for; `None` for the total.
pub(in crate::cli) struct Columns(BTreeMap<String, Option<usize>>);

/// What a column claims points for: a criterion, or the total.
struct Subject(Option<usize>);

impl Columns {
    /// `self.<id>`, `Tự chấm: <title>` and `<title> (tự chấm)`, whatever their case and blanks.
    pub(in crate::cli) fn of(info: &StandardInfo) -> Self {
        let mut columns = BTreeMap::new();
        let mut add = |id: &str, titles: [&str; 2], criterion: Option<usize>| {
            columns.insert(fold(&format!("self.{id}")), criterion);
            for title in titles {
                columns.insert(fold(&format!("Tự chấm: {title}")), criterion);
                columns.insert(fold(&format!("{title} (tự chấm)")), criterion);
            }
        };
        add("total", ["Tổng điểm", "Total"], None);
        for (at, criterion) in info.criteria.iter().enumerate() {
            add(&criterion.id, [&criterion.title.vi, &criterion.title.en], Some(at));
        }
        Self(columns)
    }

    fn subject(&self, header: &str) -> Option<Subject> {
        self.0.get(&fold(header)).copied().map(Subject)
    }

    /// Whether a diagnostic only says that one of these columns is not scored.
    pub(in crate::cli) fn explain(&self, diagnostic: &Diagnostic) -> bool {
        matches!(&diagnostic.problem, Problem::ExtraColumn { header, .. } if self.subject(header).is_some())
    }

    /// Every cell that holds no points, each at its place.
    pub(in crate::cli) fn check(&self, table: &CommuneTable) -> Report {
        let mut report = Report::default();
        for part in &table.parts {
            for row in 0..part.len() {
                report.diagnostics.extend(self.wrong(part, row));
            }
        }
        report
    }

    fn wrong(&self, part: &Part, row: usize) -> Vec<Diagnostic> {
        let claimed = part.extra(row).filter(|(header, text)| !text.is_empty() && self.subject(header).is_some());
        let wrong = claimed.filter_map(|(header, text)| Some((header, points(text).err()?)));
        let place = |header: &Arc<str>| CellPlace {
            file: Arc::clone(part.file()),
            sheet: part.sheet().cloned(),
            row: Some(part.row_number(row)),
            column: column_of(part, header),
            header: Some(Arc::clone(header)),
            commune: Some(format!("{} {}", part.code(row), part.name(row))),
        };
        wrong.map(|(header, problem)| Diagnostic::new(problem, Place::Cell(place(header)))).collect()
    }

    /// What each commune of a sheet claims. An empty cell claims nothing.
    pub(in crate::cli) fn claims(&self, sheet: &ScoreSheet) -> Vec<Claims> {
        let of = |extra: &Vec<(Arc<str>, String)>| {
            let claim = |(header, text): &(Arc<str>, String)| Some((self.subject(header)?.0, points(text).ok()?));
            let mut claims: Claims = extra.iter().filter_map(claim).collect();
            claims.sort_by_key(|(criterion, _)| *criterion);
            claims
        };
        sheet.communes.iter().map(|commune| of(&commune.identity.extra)).collect()
    }
}

/// The spreadsheet column of a header the standard does not score: the data frame names it `+`, its number and its header.
fn column_of(part: &Part, header: &str) -> Option<usize> {
    let names = part.frame().get_column_names();
    let mut numbered = names.iter().filter_map(|name| name.strip_prefix('+')?.split_once(' '));
    numbered.find(|(_, name)| *name == header).and_then(|(number, _)| number.parse().ok())
}

/// The sheet with the columns that are added to CSV and TSV, `self.<id>` and `difference.<id>`, behind its own, and their
/// headers. A column is there when any commune claims points in it.
pub(super) fn with_columns(sheet: &ScoreSheet, claims: &[Claims], scores: &SelfScores) -> (ScoreSheet, Vec<Arc<str>>) {
    let id = |criterion: Option<usize>| {
        let found = criterion.and_then(|at| sheet.standard.criteria.get(at));
        found.map_or("total", |criterion| criterion.id.as_str())
    };
    let mut claimed: Vec<Option<usize>> = claims.iter().flatten().map(|(criterion, _)| *criterion).collect();
    claimed.sort_unstable();
    claimed.dedup();
    let header = |kind: &str, criterion| -> Arc<str> { Arc::from(format!("{kind}.{}", id(criterion))) };
    let headers: Vec<Arc<str>> =
        claimed.iter().flat_map(|criterion| [header("self", *criterion), header("difference", *criterion)]).collect();
    let mut sheet_with = sheet.clone();
    for (commune, claims) in sheet_with.communes.iter_mut().zip(claims) {
        let mut cells = Vec::new();
        for (criterion, points) in claims {
            let is_this = |found: &&SelfDifference| found.criterion == *criterion && found.identity == commune.identity;
            let found = scores.differences.iter().find(is_this);
            let difference = found.map_or(Some(crate::quantity::Points::ZERO), SelfDifference::difference);
            cells.push((header("self", *criterion), points.to_string()));
            cells.push((header("difference", *criterion), difference.map_or_else(String::new, |d| d.to_string())));
        }
        let is_replaced = |(name, _): &(Arc<str>, String)| headers.contains(name);
        commune.identity.extra.retain(|cell| !is_replaced(cell));
        commune.identity.extra.extend(cells);
    }
    (sheet_with, headers)
}

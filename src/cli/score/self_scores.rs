//! `--self-scores`: the columns in which communes give themselves points.

use crate::compare::self_scores::{Claimed, Claims};
use crate::diag::{CellPlace, Diagnostic, Note, Place, Problem, Report, nearest};
use crate::quantity::Points;
use crate::result::{CommuneScore, Identity, ScoreSheet, StandardInfo, Verdict};
use crate::rules::RuleSets;
use crate::score::verdict_by_claims;
use crate::status::Status;
use crate::table::check::points;
use crate::table::{CommuneTable, Head, Part, fold};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which criterion a header claims points for; `None` for the total.
pub(in crate::cli) struct Columns {
    subjects: BTreeMap<String, Option<usize>>,
    /// `self.<id>` of all, the total first.
    ids: Vec<String>,
    /// The titles in every spelling.
    titles: Vec<String>,
}

/// What a column claims points for: a criterion, or the total.
struct Subject(Option<usize>);

impl Columns {
    /// `self.<id>`, `Tự chấm: <title>` and `<title> (tự chấm)`, whatever their case and blanks.
    pub(in crate::cli) fn of(info: &StandardInfo) -> Self {
        let (mut subjects, mut ids, mut spellings) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut add = |id: &str, titles: [&str; 2], criterion: Option<usize>| {
            ids.push(format!("self.{id}"));
            subjects.insert(fold(&format!("self.{id}")), criterion);
            for title in titles {
                for spelling in [format!("Tự chấm: {title}"), format!("{title} (tự chấm)")] {
                    subjects.insert(fold(&spelling), criterion);
                    spellings.push(spelling);
                }
            }
        };
        add("total", ["Tổng điểm", "Total"], None);
        for (at, criterion) in info.criteria.iter().enumerate() {
            add(&criterion.id, [&criterion.title.vi, &criterion.title.en], Some(at));
        }
        Self { subjects, ids, titles: spellings }
    }

    fn subject(&self, header: &str) -> Option<Subject> {
        self.subjects.get(&fold(header)).copied().map(Subject)
    }

    /// Takes out what only says that one of these columns is not scored; a column that looks like one of them and is none
    /// becomes a warning.
    pub(in crate::cli) fn explain(&self, report: &mut Report) {
        report.diagnostics.retain_mut(|diagnostic| {
            let Problem::ExtraColumn { header, .. } = &diagnostic.problem else { return true };
            let (is_known, unknown) = (self.subject(header).is_some(), self.unknown(header));
            if let Some(problem) = unknown {
                diagnostic.problem = problem;
            }
            !is_known
        });
    }

    /// A header that claims points for nothing the standard has.
    fn unknown(&self, header: &str) -> Option<Problem> {
        let folded = fold(header);
        let is_title = folded.starts_with(&fold("Tự chấm:")) || folded.ends_with(&fold("(tự chấm)"));
        if self.subject(header).is_some() || !(folded.starts_with("self.") || is_title) {
            return None;
        }
        let known = if is_title { &self.titles } else { &self.ids };
        let begun: Vec<&String> = known.iter().filter(|known| fold(known).starts_with(&folded)).collect();
        let meant = match begun.as_slice() {
            [only] => Some((*only).clone()),
            _ => nearest(header, known.iter().map(String::as_str)).map(str::to_owned),
        };
        Some(Problem::UnknownSelfScore { header: header.to_owned(), meant, known: self.ids.clone() })
    }

    /// Every cell that holds no points, each at its place.
    pub(in crate::cli) fn check(&self, table: &CommuneTable) -> Report {
        let mut report = Report::default();
        for part in &table.parts {
            report.diagnostics.extend(self.twice(part));
            for row in 0..part.len() {
                report.diagnostics.extend(self.wrong(part, row));
            }
        }
        report
    }

    fn wrong(&self, part: &Part, row: usize) -> Vec<Diagnostic> {
        let claimed = part.extra(row).filter(|(header, text)| !text.is_empty() && self.subject(header).is_some());
        let wrong = claimed.filter_map(|(header, text)| Some((header, points(text).err()?)));
        let place = |header: &Arc<str>| Place::Cell(part.cell(row, Head::Extra(header)));
        wrong.map(|(header, problem)| Diagnostic::new(problem, place(header))).collect()
    }

    /// Two columns for the points of one criterion: nobody can tell which of them counts.
    fn twice(&self, part: &Part) -> Vec<Diagnostic> {
        let mut first: BTreeMap<Option<usize>, &Arc<str>> = BTreeMap::new();
        let mut found = Vec::new();
        for (header, _) in part.extra(0) {
            let Some(Subject(subject)) = self.subject(header) else { continue };
            let Some(earlier) = first.insert(subject, header) else { continue };
            let problem = Problem::HeaderTwice {
                field: header.to_string(),
                first: earlier.to_string(),
                second: header.to_string(),
            };
            let place =
                |header| Place::Cell(CellPlace { row: None, commune: None, ..part.cell(0, Head::Extra(header)) });
            found.push(Diagnostic::new(problem, place(header)).with(place(earlier), Note::FirstHere));
        }
        found
    }

    /// What a row claims, by its extra columns. An empty cell claims nothing.
    fn claims<'e>(&self, extra: impl Iterator<Item = (&'e Arc<str>, &'e str)>) -> Claims {
        let claim = |(header, text): (&Arc<str>, &str)| Some((self.subject(header)?.0, points(text).ok()?));
        let mut claims: Claims = extra.filter_map(claim).collect();
        claims.sort_by_key(|(criterion, _)| *criterion);
        claims
    }

    /// What each commune of a sheet claims, and the verdict on it if that were right.
    pub(in crate::cli) fn claimed(
        &self,
        (rules, year): (&RuleSets, Option<u16>),
        table: &CommuneTable,
        sheet: &ScoreSheet,
    ) -> Vec<Claimed> {
        // A commune stands once in a table that may be scored; the sheet may be sorted, and have fewer of them.
        let mut verdicts: BTreeMap<(&str, Option<u16>), (Verdict, Status)> = BTreeMap::new();
        for (part, row) in table.parts.iter().flat_map(|part| (0..part.len()).map(move |row| (part, row))) {
            let claims = self.claims(part.extra(row));
            let verdict = || verdict_by_claims(rules, year, (part, row), &claims);
            if !claims.is_empty() {
                verdicts.insert((part.code(row), part.year(row)), verdict());
            }
        }
        let of = |commune: &CommuneScore| {
            let Identity { code, year, extra, .. } = &commune.identity;
            let claims = self.claims(extra.iter().map(|(header, text)| (header, text.as_str())));
            let own = verdicts.get(&(code.as_str(), *year)).cloned();
            (claims, own.unwrap_or_else(|| (commune.verdict.clone(), commune.verdict_status)))
        };
        sheet.communes.iter().map(of).collect()
    }
}

/// The sheet with the columns that are added to CSV and TSV behind its own, and their headers: `self.<id>` and
/// `difference.<id>` where any commune claims points, and `self.verdict`, the verdict if the claims were right.
pub(super) fn with_columns(sheet: &ScoreSheet, claims: &[Claimed]) -> (ScoreSheet, Vec<Arc<str>>) {
    let id = |criterion: Option<usize>| {
        let found = criterion.and_then(|at| sheet.standard.criteria.get(at));
        found.map_or("total", |criterion| criterion.id.as_str())
    };
    let mut claimed: Vec<Option<usize>> =
        claims.iter().flat_map(|(claims, _)| claims).map(|(criterion, _)| *criterion).collect();
    claimed.sort_unstable();
    claimed.dedup();
    let header = |kind: &str, criterion| -> Arc<str> { Arc::from(format!("{kind}.{}", id(criterion))) };
    let mut headers: Vec<Arc<str>> =
        claimed.iter().flat_map(|criterion| [header("self", *criterion), header("difference", *criterion)]).collect();
    let mut sheet_with = sheet.clone();
    let verdict: Arc<str> = Arc::from("self.verdict");
    headers.push(Arc::clone(&verdict));
    for (commune, (claims, (own, _))) in sheet_with.communes.iter_mut().zip(claims) {
        let mut cells = Vec::new();
        for (criterion, points) in claims {
            let difference = difference(commune, *criterion, *points);
            cells.push((header("self", *criterion), points.to_string()));
            cells.push((
                header("difference", *criterion),
                difference.map_or_else(String::new, |points| points.to_string()),
            ));
        }
        if !claims.is_empty() {
            cells.push((Arc::clone(&verdict), own.id(sheet.standard_of(commune)).to_owned()));
        }
        let is_replaced = |(name, _): &(Arc<str>, String)| headers.contains(name);
        commune.identity.extra.retain(|cell| !is_replaced(cell));
        commune.identity.extra.extend(cells);
    }
    (sheet_with, headers)
}

/// Points claimed minus computed; `None` while a figure is missing or a gate withholds the score.
fn difference(commune: &CommuneScore, criterion: Option<usize>, claimed: Points) -> Option<Points> {
    let computed = match criterion {
        None => commune.total.map(|total| (total.low, total.high)),
        Some(at) => commune.criteria.get(at).map(|score| (score.low, score.high)),
    };
    computed.filter(|(low, high)| low == high).map(|(_, high)| claimed - high)
}

//! `cfc review`: judges the figures of a table before they are scored, and says whom to ask.

mod options;

use super::args::{Common, paths, word};
use super::check::ready;
use super::format::Format;
use super::progress::Progress;
use super::score::years;
use super::tables::{Sources, manifest_of, read_all};
use super::target::{Destination, Target, targets};
use super::{Entry, Outcome, complain, fail, outcome_of, show};
use crate::criteria::model::Standard;
use crate::diag::{AskedYear, CellPlace, Diagnostic, Level, Place, Report};
use crate::render::csv::Separator;
use crate::render::review as render;
use crate::result::review::Review;
use crate::review::{Papers, STEPS, becomes_finding, review};
use crate::rules::RuleSets;
use crate::table::CommuneTable;
use crate::table::check::{Options as TableOptions, Wanted};
use clap::ArgMatches;
use options::describe;
use std::path::PathBuf;

pub(super) const ENTRY: Entry = Entry {
    describe,
    example: (
        "cfc review data/sample/communes.csv --expected danh-sach.csv --last-year nam-truoc.csv",
        "cfc review data/sample/communes.csv --expected list.csv --last-year before.csv",
    ),
    run,
};

/// Reviews tables.
fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let format = word(matches, "format").as_deref().and_then(Format::from_word);
    let (sources, none) = Sources::of(matches, "table");
    let beside = ["last-year", "expected"].iter().flat_map(|id| paths(matches, id));
    let inputs: Vec<PathBuf> = sources.files.iter().cloned().chain(beside).collect();
    let targets = match targets(format, &paths(matches, "output"), &inputs, Format::PLAIN, common.lang) {
        Ok(targets) => targets,
        Err(message) => return fail(common.lang, &message),
    };
    if none.has_errors() {
        show(&none, common);
        return outcome_of(&none);
    }
    let standard = word(matches, "standard").unwrap_or_default();
    let (rules, report) = ready(&standard);
    show(&report, common);
    let Some(rules) = rules else { return outcome_of(&report) };
    let asked = years::asked(&rules, matches.get_one::<u16>("year").copied(), AskedYear::Table, &standard);
    if asked.has_errors() {
        show(&asked, common);
        return Outcome::Unusable;
    }
    Run { common, matches, rules: &rules, sources: &sources }.reviewed(&targets).max(outcome_of(&report))
}

/// Everything a run of the command has at hand.
struct Run<'a> {
    common: &'a Common,
    matches: &'a ArgMatches,
    rules: &'a RuleSets,
    sources: &'a Sources,
}

impl Run<'_> {
    /// Reads everything, reviews, and writes. A table with errors is reviewed all the same: its cells that could not be
    /// read are missing, and the exit code says that it cannot be scored.
    fn reviewed(&self, targets: &[Target]) -> Outcome {
        let (table, found) = self.table();
        self.show(&found, |diagnostic| !becomes_finding(diagnostic));
        let Some(table) = table else { return outcome_of(&found) };
        let bare = without_classes(self.rules.latest().standard());
        let (last_year, of_last_year) = self.other("last-year", &bare);
        let bare = Standard { fields: Vec::new(), ..bare };
        let (expected, of_expected) = self.other("expected", &bare);
        let mut outcome = outcome_of(&found);
        // A list may have any columns beside code and name, and last year's table need not have all of this year's.
        for report in [&of_last_year, &of_expected] {
            self.show(report, |diagnostic| diagnostic.level() == Level::Error);
            outcome = outcome.max(outcome_of(report));
        }
        if outcome == Outcome::Unusable {
            return outcome;
        }
        let unread: Vec<CellPlace> = found.diagnostics.iter().filter_map(unread).collect();
        let (last_year, expected) = (last_year.as_ref(), expected.as_ref());
        let papers = Papers { table: &table, unread: &unread, last_year, expected };
        let year = self.matches.get_one::<u16>("year").copied();
        let progress = Progress::reviewing(self.common, STEPS);
        let review = review(self.rules, year, papers, &options::limits(self.matches), &|| progress.advance(1));
        drop(progress);
        outcome = outcome.max(self.written(targets, &table, &review));
        let is_odd = self.matches.get_flag("strict") && !review.findings.is_empty();
        if is_odd && outcome == Outcome::Done { Outcome::NotStrict } else { outcome }
    }

    fn table(&self) -> (Option<CommuneTable>, Report) {
        let year = self.matches.get_one::<u16>("year");
        let years = year.is_none().then(|| self.rules.years().clone());
        let wanted = Wanted { standard: self.rules.latest().standard(), years, items_of: self.rules.fields_wanted() };
        let allow_missing_columns = self.matches.get_flag("allow-missing-columns");
        let options = TableOptions { allow_missing_columns, ..TableOptions::default() };
        read_all(self.common, self.sources, &wanted, options)
    }

    /// A table beside the one that is reviewed; `None` when it was not asked for.
    fn other(&self, id: &str, standard: &Standard) -> (Option<CommuneTable>, Report) {
        let wanted = Wanted { standard, years: None, items_of: Vec::new() };
        let (sources, mut report) = Sources::beside(&paths(self.matches, id));
        let (table, found) = read_all(self.common, &sources, &wanted, TableOptions::default());
        report.append(found);
        (table, report)
    }

    fn show(&self, report: &Report, which: impl Fn(&Diagnostic) -> bool) {
        let diagnostics = report.diagnostics.iter().filter(|diagnostic| which(diagnostic)).cloned().collect();
        show(&Report { diagnostics }, self.common);
    }

    fn written(&self, targets: &[Target], table: &CommuneTable, review: &Review) -> Outcome {
        let written = targets.iter().map(|target| match self.document(target, table, review) {
            Ok(bytes) => target.write(&bytes, self.common),
            Err(message) => fail(self.common.lang, &message),
        });
        let outcome = written.max().unwrap_or(Outcome::Done);
        if !self.common.quiet && targets.iter().any(|target| matches!(target.destination, Destination::File(_))) {
            complain(&format!("{}\n", render::line(review, self.common.lang)));
        }
        outcome
    }

    fn document(&self, target: &Target, table: &CommuneTable, review: &Review) -> Result<Vec<u8>, String> {
        match target.format {
            Format::Table => {
                let view = target.view(self.common, self.matches.get_one::<u16>("width").copied());
                Ok(render::page(review, &view).into_bytes())
            }
            Format::Markdown => Ok(render::document(review, self.common.lang).into_bytes()),
            Format::Csv => Ok(render::csv(review, Separator::Comma)),
            Format::Tsv => Ok(render::csv(review, Separator::Tab)),
            // Not among the formats this command writes.
            Format::Xlsx | Format::Html | Format::Docx => Ok(Vec::new()),
            Format::Json => {
                let typed = options::typed(self.matches).into_iter().chain(self.sources.typed()).collect();
                let manifest = manifest_of(typed, Some(table));
                render::json(review, &manifest).map_err(|error| error.to_string())
            }
        }
    }
}

/// The cell of an error that is about one.
fn unread(diagnostic: &Diagnostic) -> Option<CellPlace> {
    match &diagnostic.place {
        Place::Cell(cell) if diagnostic.level() == Level::Error => Some(cell.clone()),
        _ => None,
    }
}

/// A standard whose tables need no area class: only figures and codes are compared with another table.
fn without_classes(standard: &Standard) -> Standard {
    Standard { classes: Vec::new(), ..standard.clone() }
}

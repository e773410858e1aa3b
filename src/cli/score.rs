//! `cfc score`: the main job. Reads the standard and the tables, scores, and writes every format asked for.

pub(super) mod dossier;
pub(super) mod options;
mod rolled;
pub(super) mod self_scores;
pub(super) mod years;

use super::args::Common;
use super::check::ready;
use super::format::Format;
use super::output::Writer;
use super::progress::Progress;
use super::tables::{Sources, faults, manifest_of, tables};
use super::target::{Destination, Target, targets};
use super::{Entry, Outcome, complain, fail, outcome_of, show, words};
use crate::compare::{self, self_scores::Claimed};
use crate::diag::{AskedYear, Diagnostic, Place, Problem, Report};
use crate::lang::Lang;
use crate::publish::publish;
use crate::render::{View, csv, json, markdown, self_scores as claimed_points, tally, terminal};
use crate::report::Expected;
use crate::result::self_scores::SelfScores;
use crate::result::{Dossier, Edition, Manifest, ScoreSheet, Tally};
use crate::rules::RuleSets;
use crate::score::{Detail, add_margins, add_moves, keep_only, score_part_by_year, sheet_by_year, sort};
use crate::table::check::{Options as TableOptions, Wanted};
use crate::table::{CommuneTable, Part};
use clap::ArgMatches;
use options::{ScoreOptions, describe, typed};
use rayon::prelude::*;
use self_scores::Columns;
use std::sync::Arc;

pub(super) const ENTRY: Entry = Entry {
    describe,
    example: (
        "cfc score data/sample/communes.csv --breakdown -o ket-qua.csv",
        "cfc score data/sample/communes.csv --breakdown -o results.csv",
    ),
    run,
};

/// Scores tables.
fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let (sources, none) = Sources::of(matches, "table");
    let options = &ScoreOptions::of(matches, sources);
    if none.has_errors() {
        show(&none, common);
        return outcome_of(&none);
    }
    if let Some(flag) = options.not_public() {
        return fail(common.lang, &format!("--public, {flag}: {}", words::of(common.lang).not_public));
    }
    let targets = match targets(options.format, &options.outputs, &options.sources.files, Format::ALL, common.lang) {
        Ok(targets) => targets,
        Err(message) => return fail(common.lang, &message),
    };
    let opened = match open(common, options) {
        Ok(opened) => opened,
        Err(outcome) => return outcome,
    };
    let run = Run { common, options, rules: &opened.rules, table: &opened.table, targets: &targets };
    results(&run, opened.outcome)
}

/// The rules and the table a run begins with, and how far things went well.
pub(super) struct Opened {
    pub(super) rules: RuleSets,
    pub(super) table: CommuneTable,
    pub(super) outcome: Outcome,
}

/// Reads the standard and the tables and shows what is wrong with them; `Err` when nothing can be scored.
pub(super) fn open(common: &Common, options: &ScoreOptions) -> Result<Opened, Outcome> {
    let (rules, report) = ready(&options.standard);
    show(&report, common);
    let rules = rules.ok_or_else(|| outcome_of(&report))?;
    if options.public && rules.latest().info().hides.is_none() {
        let what = words::of(common.lang).nothing_sensitive;
        return Err(fail(common.lang, &format!("--public: {}: {what}", options.standard)));
    }
    let asked = years::asked(&rules, options.year, AskedYear::Table, &options.standard);
    if asked.has_errors() {
        show(&asked, common);
        return Err(Outcome::Unusable);
    }
    let (mut table, mut report) = tables(common, &options.sources, &wanted(&rules, options), table_options(options));
    if options.self_scores {
        let columns = Columns::of(rules.latest().info());
        columns.explain(&mut report);
        let wrong = table.as_ref().map_or_else(Report::default, |table| columns.check(table));
        table = table.filter(|_| !wrong.has_errors());
        report.append(wrong);
    }
    show(&report, common);
    let outcome = outcome_of(&report);
    let table = table.ok_or(outcome)?;
    show(&years::notes(&rules, options, &table), common);
    Ok(Opened { rules, table, outcome })
}

fn wanted<'r>(rules: &'r RuleSets, options: &ScoreOptions) -> Wanted<'r> {
    let years = options.year.is_none().then(|| rules.years().clone());
    Wanted { standard: rules.latest().standard(), years, items_of: rules.fields_wanted() }
}

fn table_options(options: &ScoreOptions) -> TableOptions {
    let (skip_bad_rows, allow_missing_columns) = (options.skip_bad_rows, options.allow_missing_columns);
    TableOptions { skip_bad_rows, allow_missing_columns, ..TableOptions::default() }
}

/// Everything a run of the command has at hand.
pub(super) struct Run<'a> {
    pub(super) common: &'a Common,
    pub(super) options: &'a ScoreOptions,
    pub(super) rules: &'a RuleSets,
    pub(super) table: &'a CommuneTable,
    pub(super) targets: &'a [Target],
}

impl Run<'_> {
    /// Whether a document is wanted that holds everything about the results.
    fn has_papers(&self) -> bool {
        self.targets.iter().any(|target| target.format.is_paper())
    }
}

/// Scores and writes. Data formats in the order of the input need one part of the table at a time; everything else needs
/// the whole sheet.
fn results(run: &Run<'_>, so_far: Outcome) -> Outcome {
    let part_by_part =
        run.options.by.is_empty() && !run.options.self_scores && run.options.sort.is_none() && !run.options.reverse;
    let (counts, report, written) = if part_by_part && run.targets.iter().all(|target| target.format.is_rows()) {
        by_parts(run)
    } else {
        whole(run)
    };
    show(&report, run.common);
    let mut outcome = so_far.max(written).max(outcome_of(&report));
    let into_files = run.targets.iter().any(|target| matches!(target.destination, Destination::File(_)));
    if !run.common.quiet && written == Outcome::Done && (into_files || run.options.only.is_some()) {
        complain(&format!("{}\n", tally::line(&counts, run.rules.latest().info(), run.common.lang)));
    }
    if run.options.strict && outcome == Outcome::Done && (counts.undetermined > 0 || counts.provisional > 0) {
        let problem = Problem::NotStrict { undetermined: counts.undetermined, provisional: counts.provisional };
        let mut report = Report::default();
        report.push(Diagnostic::new(problem, Place::File(run.options.standard.clone())));
        show(&report, run.common);
        outcome = Outcome::NotStrict;
    }
    outcome
}

/// One part of a table: what is left after the filter, and the counts and faults of all of it.
fn part(run: &Run<'_>, part: &Part, detail: Detail, progress: &Progress) -> (ScoreSheet, Tally, Report) {
    let mut sheet = score_part_by_year(run.rules, run.options.year, part, detail);
    // Margins take a thousand times as long as the points.
    if run.options.margins {
        add_margins(run.rules, part, &mut sheet, &|| progress.advance(1));
    } else {
        progress.advance(part.len());
    }
    if run.has_papers() && !run.options.public {
        add_moves(run.rules, part, &mut sheet);
    }
    let report = faults(&sheet, part, run.common.lang);
    if run.options.public {
        // Before anything is counted, chosen or sorted: all of that is of the public sheet.
        publish(run.rules, part, &mut sheet);
    }
    let tally = Tally::of(&sheet);
    if let Some(only) = run.options.only {
        keep_only(&mut sheet, only);
    }
    (sheet, tally, report)
}

/// Scores some parts at a time while the rows of those before are being written.
fn by_parts(run: &Run<'_>) -> (Tally, Report, Outcome) {
    let (mut tally, mut report) = (Tally::default(), Report::default());
    let layouts: Vec<csv::Options> = run.targets.iter().map(|target| rows_options(run, target)).collect();
    let opened: Result<Vec<Writer>, Outcome> = run.targets.iter().map(|target| target.open(run.common)).collect();
    let mut writers = match opened {
        Ok(writers) => writers,
        Err(outcome) => return (tally, report, outcome),
    };
    let header = |layout| vec![csv::header(run.rules.latest().info(), layout)];
    let mut ready: Vec<Vec<Vec<u8>>> = layouts.iter().map(header).collect();
    // Rows on the terminal show themselves how far they have come.
    let into_files = run.targets.iter().all(|target| matches!(target.destination, Destination::File(_)));
    let progress = if into_files { Progress::scoring(run.common, run.table.len()) } else { Progress::none() };
    for parts in run.table.parts.chunks(PARTS_AT_A_TIME) {
        let score = || parts.par_iter().map(|rows| rows_of(run, rows, &layouts, &progress)).collect::<Vec<_>>();
        let (written, scored) = rayon::join(|| write(&mut writers, &ready), score);
        if let Err(outcome) = written {
            return (tally, report, outcome);
        }
        ready = vec![Vec::new(); layouts.len()];
        for (pieces, part_tally, part_report) in scored {
            tally.merge(&part_tally);
            report.append(part_report);
            ready.iter_mut().zip(pieces).for_each(|(document, piece)| document.push(piece));
        }
    }
    let written = write(&mut writers, &ready);
    // What is said of the files begins on a line of its own.
    drop(progress);
    let finished = written.map(|()| writers.into_iter().map(Writer::finish).max().unwrap_or(Outcome::Done));
    (tally, report, finished.unwrap_or_else(|outcome| outcome))
}

/// Enough for every processor to have work, few enough that rows are written early.
const PARTS_AT_A_TIME: usize = 8;

/// A row of the CSV takes about this many bytes.
const BYTES_PER_ROW: usize = 176;

fn rows_of(run: &Run<'_>, rows: &Part, layouts: &[csv::Options], progress: &Progress) -> (Vec<Vec<u8>>, Tally, Report) {
    let (sheet, tally, report) = part(run, rows, Detail::Criteria, progress);
    let bytes = layouts.iter().map(|layout| {
        let mut bytes = Vec::with_capacity(sheet.communes.len() * BYTES_PER_ROW);
        csv::rows(&sheet, layout, &mut bytes);
        bytes
    });
    (bytes.collect(), tally, report)
}

fn write(writers: &mut [Writer], documents: &[Vec<Vec<u8>>]) -> Result<(), Outcome> {
    for (writer, pieces) in writers.iter_mut().zip(documents) {
        pieces.iter().try_for_each(|piece| writer.write(piece))?;
    }
    Ok(())
}

fn whole(run: &Run<'_>) -> (Tally, Report, Outcome) {
    let (sheet, tally, mut report) = scored(run);
    let (expected, of_list) = rolled::expected(run);
    let stopped = of_list.has_errors().then(|| outcome_of(&of_list));
    report.append(of_list);
    if let Some(outcome) = stopped {
        return (tally, report, outcome);
    }
    let written = match made(run, &sheet, expected.as_deref()) {
        Ok(made) => made.into_iter().zip(run.targets).map(|(bytes, to)| to.write(&bytes, run.common)).max(),
        Err(message) => Some(fail(run.common.lang, &message)),
    };
    (tally, report, written.unwrap_or(Outcome::Done))
}

/// The sheet of all communes, in the order asked for, with the counts and faults of all of it.
pub(super) fn scored(run: &Run<'_>) -> (ScoreSheet, Tally, Report) {
    let shows_items = run.has_papers() || run.targets.iter().any(|target| target.format == Format::Json);
    let detail = if shows_items || run.options.self_scores { Detail::Items } else { Detail::Criteria };
    let progress = Progress::scoring(run.common, run.table.len());
    let parts: Vec<_> = run.table.parts.par_iter().map(|rows| part(run, rows, detail, &progress)).collect();
    drop(progress);
    let (mut tally, mut report) = (Tally::default(), Report::default());
    let mut sheet = empty_sheet(run);
    sheet.edition = if run.options.public { Edition::Public } else { Edition::Internal };
    for (mut part_sheet, part_tally, part_report) in parts {
        sheet.communes.append(&mut part_sheet.communes);
        sheet.hidden += part_sheet.hidden;
        tally.merge(&part_tally);
        report.append(part_report);
    }
    if let Some(key) = run.options.sort {
        sort(&mut sheet, key);
    }
    if run.options.reverse {
        sheet.communes.reverse();
    }
    (sheet, tally, report)
}

/// Every document, in the order of the targets: all are made before the first is written.
fn made(run: &Run<'_>, sheet: &ScoreSheet, expected: Option<&[Expected]>) -> Result<Vec<Vec<u8>>, String> {
    let claimed = run.options.self_scores.then(|| {
        let columns = Columns::of(&sheet.standard);
        let claims = columns.claimed((run.rules, run.options.year), run.table, sheet);
        let compared = compare::self_scores::self_scores(sheet, &claims);
        (claims, compared)
    });
    let claimed = claimed.as_ref().map(|(claims, scores)| (claims.as_slice(), scores));
    let counts = rolled::counted(sheet, &run.options.by, expected)?;
    let papers = dossier::of(run, sheet, expected)?;
    let made = |target: &Target| {
        if run.options.by.is_empty() || target.format.is_paper() {
            document(run, target, (sheet, papers.as_ref()), claimed)
        } else {
            rolled::document(run, target, (sheet, &counts), &manifest(run))
        }
    };
    run.targets.iter().map(made).collect()
}

/// A sheet without communes, with the versions they may be scored with.
fn empty_sheet(run: &Run<'_>) -> ScoreSheet {
    match run.options.year.and_then(|year| run.rules.years().of(year)) {
        Some(position) => {
            let year = run.options.year;
            ScoreSheet { year, ..ScoreSheet::new(Arc::clone(run.rules.at(position).info()), Vec::new()) }
        }
        None => sheet_by_year(run.rules, Vec::new()),
    }
}

fn document(
    run: &Run<'_>,
    target: &Target,
    (sheet, papers): (&ScoreSheet, Option<&Dossier<'_>>),
    claimed: Option<(&[Claimed], &SelfScores)>,
) -> Result<Vec<u8>, String> {
    let below = |page: &dyn Fn(&SelfScores) -> String| claimed.map_or_else(String::new, |(_, scores)| page(scores));
    match target.format {
        Format::Table => {
            let view = view(run, target);
            let page = below(&|scores| claimed_points::page(scores, sheet, &view));
            Ok([terminal::page(sheet, &view), page].concat().into_bytes())
        }
        Format::Markdown => {
            let view = view(run, target);
            let page = below(&|scores| ["\n", &claimed_points::document(scores, sheet, view.lang)].concat());
            Ok([markdown::document(sheet, &view), page].concat().into_bytes())
        }
        Format::Csv | Format::Tsv => {
            let mut layout = rows_options(run, target);
            let Some((claims, _)) = claimed else { return Ok(csv::document(sheet, &layout)) };
            let (sheet, headers) = self_scores::with_columns(sheet, claims);
            layout.extra.retain(|header| !headers.contains(header));
            layout.extra.extend(headers);
            Ok(csv::document(&sheet, &layout))
        }
        Format::Json => {
            let mut document = json::document(sheet, &manifest(run)).map_err(|error| error.to_string())?;
            if let Some((_, scores)) = claimed {
                claimed_points::append_json(&mut document, scores, sheet).map_err(|error| error.to_string())?;
            }
            Ok(document)
        }
        Format::Xlsx | Format::Html | Format::Docx => {
            papers.map_or_else(|| Ok(Vec::new()), |dossier| dossier::document(target.format, dossier, run.common.lang))
        }
    }
}

fn view(run: &Run<'_>, target: &Target) -> View {
    View {
        breakdown: run.options.breakdown,
        margins: run.options.margins,
        ..target.view(run.common, run.options.width)
    }
}

fn rows_options(run: &Run<'_>, target: &Target) -> csv::Options {
    let separator = match target.format {
        Format::Tsv => csv::Separator::Tab,
        _ if run.options.excel && run.common.lang == Lang::Vi => csv::Separator::Semicolon,
        _ => csv::Separator::Comma,
    };
    let extra = if run.options.extra_columns { extra_headers(run.table) } else { Vec::new() };
    csv::Options { separator, bom: run.options.excel, margins: run.options.margins, extra }
}

/// Headers of the columns the standard does not score, of all files, each once.
fn extra_headers(table: &CommuneTable) -> Vec<Arc<str>> {
    let mut headers: Vec<Arc<str>> = Vec::new();
    for (header, _) in table.parts.iter().flat_map(|part| part.extra(0)) {
        if !headers.contains(header) {
            headers.push(Arc::clone(header));
        }
    }
    headers
}

/// Where the results come from.
pub(super) fn manifest(run: &Run<'_>) -> Manifest {
    let mut manifest = manifest_of(typed(run.options), Some(run.table));
    if run.options.public {
        // Whoever knows a table but for one count could try every count until the hash is right.
        manifest.tables.iter_mut().for_each(|table| table.sha256.clear());
    }
    manifest
}

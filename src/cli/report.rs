//! `cfc report`: official papers in the form of Nghị định 30/2020/NĐ-CP, filled in from the results.

mod options;

use super::args::Common;
use super::explain::choose;
use super::format::Format;
use super::progress::Progress;
use super::score::self_scores::Columns;
use super::score::{Opened, Run, dossier, open, scored};
use super::tables::{Sources, faults};
use super::target::{Target, targets};
use super::{Entry, Outcome, fail, outcome_of, show};
use crate::compare;
use crate::diag::Report;
use crate::render::docx;
use crate::render::paper::{self, Claims, Paper};
use crate::result::ScoreSheet;
use crate::result::explanation::Explanation;
use crate::score;
use crate::table::Part;
use clap::ArgMatches;
use options::{Kind, ReportOptions, describe};
use rayon::prelude::*;

pub(super) const ENTRY: Entry = Entry {
    describe,
    example: (
        "cfc report data/sample/communes.csv -o bao-cao.docx --agency \"Sở Y tế tỉnh Mẫu An\" --place \"Mẫu An\" --date 2025-02-05",
        "cfc report data/sample/communes.csv -o report.docx --agency \"Sở Y tế tỉnh Mẫu An\" --place \"Mẫu An\" --date 2025-02-05",
    ),
    run,
};

/// What papers are written as.
const FORMATS: &[Format] = &[Format::Docx, Format::Markdown, Format::Table];

fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let (sources, none) = Sources::of(matches, "table");
    if none.has_errors() {
        show(&none, common);
        return outcome_of(&none);
    }
    let options = ReportOptions::of(matches, sources);
    if options.kind == Kind::Results && options.commune.is_some() {
        let what = common.lang.pick(
            "--commune chỉ dùng với --paper commune hoặc --paper minutes",
            "--commune goes with --paper commune or --paper minutes only",
        );
        return fail(common.lang, what);
    }
    let score = &options.score;
    let targets = match targets(None, &score.outputs, &score.sources.files, FORMATS, common.lang) {
        Ok(targets) => targets,
        Err(message) => return fail(common.lang, &message),
    };
    let opened = match open(common, score) {
        Ok(opened) => opened,
        Err(outcome) => return outcome,
    };
    let row = match only(&opened, &options, common) {
        Ok(row) => row,
        Err(message) => return fail(common.lang, &message),
    };
    let run = Run { common, options: score, rules: &opened.rules, table: &opened.table, targets: &targets };
    let (paper, report) = made(&run, &options, row);
    show(&report, common);
    let paper = match paper {
        Ok(paper) => paper,
        Err(message) => return fail(common.lang, &message),
    };
    let written = targets.iter().map(|target| write(&paper, target, &options, common)).max();
    opened.outcome.max(written.unwrap_or(Outcome::Done)).max(outcome_of(&report))
}

/// The row of the one commune that was asked for; `None` stands for all.
fn only(opened: &Opened, options: &ReportOptions, common: &Common) -> Result<Option<(usize, usize)>, String> {
    let typed = options.commune.as_deref();
    let has_errors = opened.outcome != Outcome::Done;
    typed.map(|typed| choose::row(&opened.table, typed, options.score.year, has_errors, common.lang)).transpose()
}

/// The paper that was asked for, and the computations that stopped.
fn made(run: &Run<'_>, options: &ReportOptions, row: Option<(usize, usize)>) -> (Result<Paper, String>, Report) {
    let (lang, official) = (run.common.lang, &options.official);
    match options.kind {
        Kind::Results => {
            let (sheet, _, report) = scored(run);
            let dossier = dossier::made_of(run, &sheet, None);
            (dossier.map(|dossier| paper::results(&dossier, official, lang)), report)
        }
        Kind::Commune => {
            let (explanations, report) = explained(run, row);
            (Ok(paper::communes(&explanations, official, lang)), report)
        }
        Kind::Minutes => {
            let (mut sheet, _, report) = scored(run);
            keep(&mut sheet, run, row);
            let columns = Columns::of(&sheet.standard);
            let claimed = columns.claimed((run.rules, run.options.year), run.table, &sheet);
            let compared = compare::self_scores::self_scores(&sheet, &claimed);
            let claims: Vec<Claims> = claimed.into_iter().map(|(claims, _)| claims).collect();
            (Ok(paper::minutes(&sheet, &claims, &compared, official, lang)), report)
        }
    }
}

/// Communes explained in the order of the table: the one asked for, or all.
fn explained(run: &Run<'_>, only: Option<(usize, usize)>) -> (Vec<Explanation>, Report) {
    let parts = run.table.parts.iter().enumerate();
    let rows = parts.flat_map(|(at, part)| (0..part.len()).map(move |row| ((at, row), part)));
    let rows: Vec<((usize, usize), &Part)> = rows.filter(|(at, _)| only.is_none_or(|only| only == *at)).collect();
    let progress = Progress::scoring(run.common, rows.len());
    let explain = |((_, row), part): &((usize, usize), &Part)| {
        let explanation = score::explain(run.rules, run.options.year, part, *row);
        let report = faults(&explanation.sheet, part, run.common.lang);
        progress.advance(1);
        (explanation, report)
    };
    let explained: Vec<(Explanation, Report)> = rows.par_iter().map(explain).collect();
    drop(progress);
    let mut report = Report::default();
    let explanations = explained.into_iter().map(|(explanation, found)| {
        report.append(found);
        explanation
    });
    (explanations.collect(), report)
}

/// Leaves the commune of a row in the sheet, or all.
fn keep(sheet: &mut ScoreSheet, run: &Run<'_>, only: Option<(usize, usize)>) {
    let part = only.and_then(|(part, row)| Some((run.table.parts.get(part)?, row)));
    if let Some((part, row)) = part {
        let is_it = |code: &str, year| code == part.code(row) && year == part.year(row);
        sheet.communes.retain(|commune| is_it(&commune.identity.code, commune.identity.year));
    }
}

fn write(paper: &Paper, target: &Target, options: &ReportOptions, common: &Common) -> Outcome {
    let bytes = match target.format {
        Format::Docx => docx::file(paper),
        Format::Markdown => Ok(paper.markdown().into_bytes()),
        _ => Ok(paper.text(&target.view(common, options.score.width)).into_bytes()),
    };
    match bytes {
        Ok(bytes) => target.write(&bytes, common),
        Err(message) => fail(common.lang, &message),
    }
}

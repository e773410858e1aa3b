//! `cfc diff`: what changed between two standards, and what that does to the communes of a table.

use super::args::{Common, choice, flag, paths, width, word};
use super::check::ready_as_draft;
use super::format::Format;
use super::score::years;
use super::tables::{Sources, faults, manifest_of, source_options, tables};
use super::target::{Target, targets};
use super::{Entry, Outcome, fail, outcome_of, show};
use crate::compare;
use crate::diag::{AskedYear, Report, print};
use crate::lang::Lang;
use crate::render::csv::Separator;
use crate::render::difference;
use crate::result::ScoreSheet;
use crate::result::difference::Comparison;
use crate::rules::{RuleSet, RuleSets};
use crate::score::{Detail, score_part};
use crate::table::CommuneTable;
use crate::table::check::{Options as TableOptions, Wanted};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) const ENTRY: Entry = Entry {
    describe,
    example: (
        "cfc diff qd-06-2019 sua-doi.toml --data data/sample/communes.csv",
        "cfc diff qd-06-2019 amended.toml --data data/sample/communes.csv",
    ),
    run,
};

fn describe(lang: Lang) -> Command {
    let standard = |id: &'static str, name: &'static str, help: &'static str| {
        Arg::new(id).value_name(name).required(true).help(help)
    };
    let about = lang.pick(
        "So sánh hai tiêu chuẩn và ảnh hưởng đến kết quả của các xã",
        "Compares two standards, and what that does to the communes",
    );
    let old =
        lang.pick("Tiêu chuẩn trước: mã có sẵn hoặc tệp .toml", "The standard before: a built-in id or a .toml file");
    let new =
        lang.pick("Tiêu chuẩn sau: mã có sẵn hoặc tệp .toml", "The standard after: a built-in id or a .toml file");
    let columns = lang.pick(
        "Coi cột không có trong bảng là số liệu còn thiếu, không coi là lỗi",
        "Takes a column that is not there as missing figures instead of an error",
    );
    let all = lang.pick(
        "Liệt kê cả con số chỉ đổi việc kiểm chứng và các xã không thay đổi",
        "Lists also figures that are only verified otherwise, and communes that do not change",
    );
    Command::new("diff")
        .about(about)
        .arg(standard("old", "OLD", old))
        .arg(standard("new", "NEW", new))
        .args(files(lang))
        .args(source_options(lang))
        .args(years_of(lang))
        .arg(flag("all", all))
        .arg(flag("allow-missing-columns", columns))
        .arg(width(lang))
}

fn years_of(lang: Lang) -> [Arg; 2] {
    let old = lang.pick(
        "Lấy con số của tiêu chuẩn trước cho năm này; mặc định là con số mới nhất",
        "Takes the figures of the standard before for this year; default the latest",
    );
    let new = lang.pick(
        "Lấy con số của tiêu chuẩn sau cho năm này; mặc định là con số mới nhất",
        "Takes the figures of the standard after for this year; default the latest",
    );
    let year = |id, help| choice(id, "YEAR", help).value_parser(value_parser!(u16).range(1900..=2200));
    [year("old-year", old), year("new-year", new)]
}

fn files(lang: Lang) -> [Arg; 3] {
    let data = lang.pick(
        "Bảng số liệu các xã, chấm theo cả hai tiêu chuẩn; có thể ghi nhiều tệp",
        "Tables of communes, scored under both; several are taken as one",
    );
    let format = lang.pick(
        "Định dạng kết quả in ra: table, md, csv, tsv, json",
        "Format of what is printed: table, md, csv, tsv, json",
    );
    let output = lang.pick(
        "Ghi kết quả vào tệp, định dạng theo phần mở rộng (.md .csv .tsv .json .txt); ghi được nhiều lần",
        "Writes the results to a file, format by extension (.md .csv .tsv .json .txt); may be repeated",
    );
    [
        choice("data", "TABLE", data).num_args(1..).action(ArgAction::Append).value_parser(value_parser!(PathBuf)),
        choice("format", "FORMAT", format).value_parser(Format::PLAIN_WORDS).hide_possible_values(true),
        choice("output", "FILE", output).short('o').action(ArgAction::Append).value_parser(value_parser!(PathBuf)),
    ]
}

/// Compares, scores where there is a table, and writes every format asked for.
fn run(common: &Common, options: &ArgMatches) -> Outcome {
    let format = word(options, "format").as_deref().and_then(Format::from_word);
    let (data, none) = Sources::of(options, "data");
    if none.has_errors() {
        show(&none, common);
        return outcome_of(&none);
    }
    let outputs = paths(options, "output");
    let mut inputs = data.files.clone();
    inputs.extend(["old", "new"].iter().filter_map(|side| word(options, side)).map(PathBuf::from));
    let targets = match targets(format, &outputs, &inputs, Format::PLAIN, common.lang) {
        Ok(targets) => targets,
        Err(message) => return fail(common.lang, &message),
    };
    let (rules, report) = both(options);
    let so_far = outcome_of(&report);
    show(&report, common);
    let Some((old, new)) = rules else { return so_far };
    let (asked, [old, new]) = versions(options, &old, &new);
    if asked.has_errors() {
        show(&asked, common);
        return Outcome::Unusable;
    }
    let mut run = Run { common, options, old, new, table: None };
    let sheets = if data.files.is_empty() {
        None
    } else {
        let (scored, outcome) = run.scored(&data);
        let Some(Scored { table, before, after }) = scored else { return so_far.max(outcome) };
        run.table = Some(table);
        Some((before, after, outcome))
    };
    let found = sheets.as_ref().map_or(Outcome::Done, |(.., outcome)| *outcome);
    let sheets = sheets.as_ref().map(|(before, after, _)| (before, after));
    let mut comparison = compare::rules(old, new, sheets);
    comparison.named = ["old", "new"].map(|side| word(options, side).unwrap_or_default());
    let written = targets.iter().map(|target| run.write(target, &comparison));
    written.max().unwrap_or(Outcome::Done).max(so_far).max(found)
}

/// The two standards and what is wrong with either. Whom a change affects comes before the cases are corrected: those that
/// fail are a warning.
fn both(options: &ArgMatches) -> (Option<(RuleSets, RuleSets)>, Report) {
    let load = |side| ready_as_draft(&word(options, side).unwrap_or_default());
    let ((old, mut report), (new, more)) = (load("old"), load("new"));
    append_new(&mut report, more);
    (old.zip(new), report)
}

/// The version of either standard that is compared: that of the year asked for, else the latest.
fn versions<'r>(options: &ArgMatches, old: &'r RuleSets, new: &'r RuleSets) -> (Report, [&'r RuleSet; 2]) {
    let mut report = Report::default();
    let chosen = [("old", "old-year", old), ("new", "new-year", new)].map(|(side, year, rules)| {
        let year = options.get_one::<u16>(year).copied();
        report.append(years::asked(rules, year, AskedYear::Comparison, &word(options, side).unwrap_or_default()));
        year.and_then(|year| rules.years().of(year)).map_or_else(|| rules.latest(), |at| rules.at(at))
    });
    (report, chosen)
}

/// Adds what has not been said: the same file twice, or the same table under both standards, says much twice.
fn append_new(report: &mut Report, more: Report) {
    let said = |diagnostic| print::report(&Report { diagnostics: vec![diagnostic] }, Lang::En, false);
    let known: Vec<String> = report.diagnostics.iter().cloned().map(said).collect();
    let fresh = more.diagnostics.into_iter().filter(|diagnostic| !known.contains(&said(diagnostic.clone())));
    report.diagnostics.extend(fresh.collect::<Vec<_>>());
}

/// Everything a run of the command has at hand.
struct Run<'a> {
    common: &'a Common,
    options: &'a ArgMatches,
    old: &'a RuleSet,
    new: &'a RuleSet,
    table: Option<CommuneTable>,
}

/// A table with its results under both standards.
struct Scored {
    table: CommuneTable,
    before: ScoreSheet,
    after: ScoreSheet,
}

impl Run<'_> {
    /// Reads the tables under either standard and scores them; `None` when one of them cannot take them.
    fn scored(&self, data: &Sources) -> (Option<Scored>, Outcome) {
        let allow_missing_columns = self.options.get_flag("allow-missing-columns");
        let options = TableOptions { allow_missing_columns, ..TableOptions::default() };
        // All communes are scored with one version: what differs is the rules, not the year.
        let wanted = |rules: &'_ RuleSet| rules.fields_wanted().to_vec();
        let of = |rules: &RuleSet| {
            tables(
                self.common,
                data,
                &Wanted { standard: rules.standard(), years: None, items_of: wanted(rules) },
                options,
            )
        };
        let (old_table, mut report) = of(self.old);
        let (new_table, more) = of(self.new);
        append_new(&mut report, more);
        let scored = old_table.zip(new_table).map(|(old_table, table)| {
            let (before, found) = self.sheet(self.old, &old_table);
            append_new(&mut report, found);
            let (after, found) = self.sheet(self.new, &table);
            append_new(&mut report, found);
            Scored { table, before, after }
        });
        show(&report, self.common);
        (scored, outcome_of(&report))
    }

    fn sheet(&self, rules: &RuleSet, table: &CommuneTable) -> (ScoreSheet, Report) {
        let parts = table.parts.par_iter().map(|part| {
            let sheet = score_part(rules, part, Detail::Items);
            let report = faults(&sheet, part, self.common.lang);
            (sheet.communes, report)
        });
        let mut report = Report::default();
        let mut communes = Vec::new();
        for (mut more, found) in parts.collect::<Vec<_>>() {
            communes.append(&mut more);
            report.append(found);
        }
        (ScoreSheet::new(Arc::clone(rules.info()), communes), report)
    }

    fn write(&self, target: &Target, comparison: &Comparison) -> Outcome {
        match self.document(target, comparison) {
            Ok(bytes) => target.write(&bytes, self.common),
            Err(message) => fail(self.common.lang, &message),
        }
    }

    fn document(&self, target: &Target, comparison: &Comparison) -> Result<Vec<u8>, String> {
        let (all, lang) = (self.options.get_flag("all"), self.common.lang);
        let view = || target.view(self.common, self.options.get_one::<u16>("width").copied());
        match target.format {
            Format::Table => Ok(difference::page(comparison, &view(), all).into_bytes()),
            Format::Markdown => Ok(difference::document(comparison, lang, all).into_bytes()),
            Format::Csv => Ok(difference::csv::document(comparison, Separator::Comma, all)),
            Format::Tsv => Ok(difference::csv::document(comparison, Separator::Tab, all)),
            // Not among the formats this command writes.
            Format::Xlsx | Format::Html | Format::Docx => Ok(Vec::new()),
            Format::Json => {
                let typed = ["all", "allow-missing-columns"].into_iter().filter(|flag| self.options.get_flag(flag));
                let mut typed: Vec<String> = typed.map(|flag| format!("--{flag}")).collect();
                let year = |id| Some(format!("--{id}={}", self.options.get_one::<u16>(id)?));
                typed.extend(Sources::of(self.options, "data").0.typed());
                typed.extend(["old-year", "new-year"].into_iter().filter_map(year));
                let manifest = manifest_of(typed, self.table.as_ref());
                difference::json::document(comparison, &manifest).map_err(|error| error.to_string())
            }
        }
    }
}

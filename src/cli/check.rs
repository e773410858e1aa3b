//! `cfc check`: judges criteria files and their scripts, and tells how far their figures have been verified.

mod explain;
mod json;
mod options;
pub(super) mod status;
mod watch;

use super::args::Common;
use super::{Entry, Outcome, complain, fail, outcome_of, output, show};
use crate::criteria::check::{below_status, unused_fields};
use crate::criteria::load;
use crate::criteria::model::{Case, Versions};
use crate::diag::{Level, Report};
use crate::lang::{Lang, counted};
use crate::rules::{self, RuleSet, RuleSets};
use clap::ArgMatches;
use options::{CheckOptions, Strict, describe};
use std::collections::BTreeSet;

pub(super) const ENTRY: Entry =
    Entry { describe, example: ("cfc check criteria/qd-06-2019.toml", "cfc check criteria/qd-06-2019.toml"), run };

/// A standard that was judged.
struct Checked<'a> {
    /// As it was named.
    which: &'a str,
    /// There when it has no error.
    rules: Option<RuleSets>,
    /// Everything that was found.
    report: Report,
    /// What the findings come to.
    outcome: Outcome,
}

fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let options = CheckOptions::of(matches);
    if let Some(code) = &options.explain {
        return explain::run(code, common);
    }
    if let Some(message) = impossible(&options, common.lang) {
        return fail(common.lang, message);
    }
    if options.watch { watch::run(&options, common) } else { once(&options, common) }
}

/// A format that what is asked for does not come in.
fn impossible(options: &CheckOptions, lang: Lang) -> Option<&'static str> {
    match (options.status, options.format.as_deref()) {
        (true, Some("text")) => {
            Some(lang.pick("--status in ra dạng table, md, csv hoặc json", "--status comes as table, md, csv or json"))
        }
        (false, Some("table" | "md" | "csv")) => Some(lang.pick(
            "kết quả kiểm tra in ra dạng text hoặc json; dạng table, md, csv đi cùng --status",
            "what check finds comes as text or json; table, md and csv go with --status",
        )),
        _ => None,
    }
}

/// Judges every standard named, all mistakes of all files in one run.
fn once(options: &CheckOptions, common: &Common) -> Outcome {
    let all: Vec<Checked<'_>> = options.standards.iter().map(|which| judge(which, options)).collect();
    let said = if options.status {
        status::show(&all, options, common)
    } else if options.format.as_deref() == Some("json") {
        output::stdout(json::document(&all).as_bytes(), common.lang)
    } else {
        all.iter().map(|checked| tell(checked, common)).max().unwrap_or(Outcome::Done)
    };
    all.iter().map(|checked| checked.outcome).chain([said]).max_by_key(|outcome| weight(*outcome)).unwrap_or(said)
}

/// What is wrong with a file weighs more than figures that wait to be verified.
fn weight(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Done => 0,
        Outcome::NotStrict => 1,
        Outcome::Errors => 2,
        Outcome::Unusable => 3,
    }
}

fn judge<'a>(which: &'a str, options: &CheckOptions) -> Checked<'a> {
    let (rules, found) = judged(load::versions_with_cases(which));
    // Before the cases that fail: a figure of a script beyond its limit is often why.
    let mut report = rules.as_ref().map(RuleSets::examine_scripts).unwrap_or_default();
    report.append(found);
    let rules = rules.filter(|_| !report.has_errors());
    let mut outcome = match outcome_of(&report) {
        Outcome::Done if options.strict.is_some() && report.count(Level::Warning) > 0 => Outcome::Errors,
        outcome => outcome,
    };
    if let (Some(Strict::Figures(least)), Some(rules)) = (options.strict, &rules)
        && let Some(below) = below_status(&rules.standards(), least, which)
    {
        report.push(below);
        outcome = [outcome, Outcome::NotStrict].into_iter().max_by_key(|outcome| weight(*outcome)).unwrap_or(outcome);
    }
    Checked { which, rules, report, outcome }
}

/// Findings to stderr with the way to an explanation, or what is in a sound standard to stdout.
fn tell(checked: &Checked<'_>, common: &Common) -> Outcome {
    show(&checked.report, common);
    if let Some(first) =
        checked.report.diagnostics.iter().min_by_key(|diagnostic| diagnostic.level()).filter(|_| !common.quiet)
    {
        let explained = common.lang.pick("giải thích", "explanation");
        complain(&format!("  = {explained}: `cfc check --explain {}`\n", first.code()));
    }
    match (&checked.rules, checked.outcome) {
        (Some(rules), Outcome::Done) => {
            output::stdout(summary(rules, checked.which, common.lang).as_bytes(), common.lang)
        }
        _ => Outcome::Done,
    }
}

/// Loads a standard and makes it ready to run; none with errors.
pub(super) fn ready(which: &str) -> (Option<RuleSets>, Report) {
    let (rules, report) = judged(load::versions_by_name(which));
    (rules.filter(|_| !report.has_errors()), report)
}

/// The same for a draft: its cases may fail, which is a warning.
pub(super) fn ready_as_draft(which: &str) -> (Option<RuleSets>, Report) {
    let (rules, report) = judged(load::versions_by_name(which));
    let report = report.with_failing_cases_as_warning(which);
    (rules.filter(|_| !report.has_errors()), report)
}

/// The same also when cases fail.
fn judged((versions, mut report): (Option<Versions>, Report)) -> (Option<RuleSets>, Report) {
    let rules = versions.and_then(|versions| rules::compile_versions(versions, &mut report));
    if let Some(rules) = &rules {
        let unused = |set: &RuleSet| unused_fields(set.standard(), set.script_parameters());
        report.append(Report::merged(rules.iter().map(|set| (set.standard().version, unused(set))).collect()));
    }
    (rules, report)
}

fn summary(rules: &RuleSets, which: &str, lang: Lang) -> String {
    let (info, standard) = (rules.latest().info(), rules.latest().standard());
    let items: usize = info.criteria.iter().map(|criterion| criterion.items.len()).sum();
    let (criteria, fields) = (info.criteria.len(), standard.fields.len());
    // A case without a year runs under every version, but is one case.
    let place = |case: &Case| (case.source.name.clone(), case.span.start);
    let cases: BTreeSet<(String, usize)> = rules.iter().flat_map(|set| &set.standard().cases).map(place).collect();
    let cases = cases.len();
    let sound = lang.pick("không có lỗi", "no errors");
    let counts = match lang {
        Lang::Vi => {
            format!("{criteria} tiêu chí, {items} nội dung, {fields} trường số liệu, {cases} ví dụ kiểm tra đều đúng")
        }
        Lang::En => {
            let of_rules = [
                counted(criteria, "criterion", "criteria"),
                counted(items, "item", "items"),
                counted(fields, "field", "fields"),
            ];
            format!("{}, {}", of_rules.join(", "), counted(cases, "case passes", "cases all pass"))
        }
    };
    let figures: Vec<String> = rules.iter().map(|set| figures(set, lang)).collect();
    format!("{which}: {sound}\n{}\n{counts}\n{}\n", info.citation, figures.join("\n"))
}

/// How far the figures of a version are verified.
fn figures(rules: &RuleSet, lang: Lang) -> String {
    let info = rules.info();
    let [confirmed, quoted, inferred, provisional] = info.figures;
    let days = if info.is_one_of_several { info.version.display(lang) } else { String::new() };
    match lang {
        Lang::Vi => {
            let days = if days.is_empty() { days } else { format!(" có hiệu lực {days}") };
            format!(
                "Con số của tiêu chuẩn{days}: {confirmed} đã xác nhận, {quoted} trích dẫn, {inferred} suy ra, {provisional} tạm thời"
            )
        }
        Lang::En => {
            let days = if days.is_empty() { days } else { format!(" in force {days}") };
            format!(
                "Figures of the standard{days}: {confirmed} confirmed, {quoted} quoted, {inferred} inferred, {provisional} provisional"
            )
        }
    }
}

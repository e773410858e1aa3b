//! `cfc check`: judges criteria files and their scripts.

use super::args::{Common, flag};
use super::{Entry, Outcome, outcome_of, output, show};
use crate::criteria::check::unused_fields;
use crate::criteria::{builtin, load};
use crate::diag::{Level, Report};
use crate::lang::Lang;
use crate::rules::{self, RuleSet, RuleSets};
use clap::{Arg, ArgMatches, Command};
use std::collections::BTreeSet;

pub(super) const ENTRY: Entry =
    Entry { describe, example: ("cfc check criteria/qd-06-2019.toml", "cfc check criteria/qd-06-2019.toml"), run };

fn describe(lang: Lang) -> Command {
    let about = lang.pick("Kiểm tra một tệp tiêu chí và các tập lệnh của nó", "Checks a criteria file and its scripts");
    let standard = lang.pick(
        "Mã tiêu chuẩn hoặc tệp .toml; mặc định qd-06-2019",
        "A standard's id or a .toml file; default qd-06-2019",
    );
    Command::new("check")
        .about(about)
        .arg(Arg::new("standard").value_name("STANDARD").num_args(0..).help(standard))
        .arg(flag("strict", lang.pick("Coi cảnh báo là lỗi", "Takes warnings as errors")))
}

/// Judges every standard named, all mistakes of all files in one run.
fn run(common: &Common, options: &ArgMatches) -> Outcome {
    let named = options.get_many::<String>("standard").unwrap_or_default();
    let named: Vec<&str> = named.map(String::as_str).collect();
    let named = if named.is_empty() { vec![builtin::DEFAULT] } else { named };
    let mut worst = Outcome::Done;
    for which in named {
        let (rules, found) = judged(which);
        // Before the cases that fail: a figure of a script beyond its limit is often why.
        let mut report = rules.as_ref().map(RuleSets::examine_scripts).unwrap_or_default();
        report.append(found);
        show(&report, common);
        let outcome = match outcome_of(&report) {
            Outcome::Done if options.get_flag("strict") && report.count(Level::Warning) > 0 => Outcome::Errors,
            outcome => outcome,
        };
        let said = match (&rules, outcome) {
            (Some(rules), Outcome::Done) => output::stdout(summary(rules, which, common.lang).as_bytes(), common.lang),
            _ => Outcome::Done,
        };
        worst = worst.max(outcome).max(said);
    }
    worst
}

/// Loads a standard and makes it ready to run; none with errors.
pub(super) fn ready(which: &str) -> (Option<RuleSets>, Report) {
    let (rules, report) = judged(which);
    (rules.filter(|_| !report.has_errors()), report)
}

/// The same also when cases fail.
fn judged(which: &str) -> (Option<RuleSets>, Report) {
    let (versions, mut report) = load::versions_by_name(which);
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
    let cases: BTreeSet<usize> =
        rules.iter().flat_map(|set| &set.standard().cases).map(|case| case.span.start).collect();
    let cases = cases.len();
    let sound = lang.pick("không có lỗi", "no errors");
    let counts = match lang {
        Lang::Vi => {
            format!("{criteria} tiêu chí, {items} nội dung, {fields} trường số liệu, {cases} ví dụ kiểm tra đều đúng")
        }
        Lang::En => format!("{criteria} criteria, {items} items, {fields} fields, {cases} cases all pass"),
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

//! `cfc check`: judges criteria files and their scripts.

use super::args::{Common, flag};
use super::{Entry, Outcome, outcome_of, output, show};
use crate::criteria::check::unused_fields;
use crate::criteria::model::Standard;
use crate::criteria::{builtin, load};
use crate::diag::{Level, Report};
use crate::lang::Lang;
use crate::rules::{self, RuleSet};
use clap::{Arg, ArgMatches, Command};

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
        let (rules, report) = judged(load::with_cases(which));
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

/// Loads a standard and makes it ready to run.
pub(super) fn ready(which: &str) -> (Option<RuleSet>, Report) {
    judged(load::by_name(which))
}

fn judged((standard, mut report): (Option<Standard>, Report)) -> (Option<RuleSet>, Report) {
    let rules = standard.and_then(|standard| rules::compile(standard, &mut report));
    if let Some(rules) = &rules {
        report.append(unused_fields(rules.standard(), rules.script_parameters()));
    }
    (rules.filter(|_| !report.has_errors()), report)
}

fn summary(rules: &RuleSet, which: &str, lang: Lang) -> String {
    let (info, standard) = (rules.info(), rules.standard());
    let [confirmed, quoted, inferred, provisional] = info.figures;
    let items: usize = info.criteria.iter().map(|criterion| criterion.items.len()).sum();
    let (criteria, fields, cases) = (info.criteria.len(), standard.fields.len(), standard.cases.len());
    let sound = lang.pick("không có lỗi", "no errors");
    let counts = match lang {
        Lang::Vi => format!(
            "{criteria} tiêu chí, {items} nội dung, {fields} trường số liệu, {cases} ví dụ kiểm tra đều đúng\n\
             Con số của tiêu chuẩn: {confirmed} đã xác nhận, {quoted} trích dẫn, {inferred} suy ra, {provisional} tạm thời"
        ),
        Lang::En => format!(
            "{criteria} criteria, {items} items, {fields} fields, {cases} cases all pass\n\
             Figures of the standard: {confirmed} confirmed, {quoted} quoted, {inferred} inferred, {provisional} provisional"
        ),
    };
    format!("{which}: {sound}\n{}\n{counts}\n", info.citation)
}

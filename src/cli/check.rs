//! `cfc check`: judges criteria files and their scripts.

use super::args::{CheckOptions, Common};
use super::{Outcome, outcome_of, output, show, words};
use crate::criteria::check::unused_fields;
use crate::criteria::{builtin, load};
use crate::diag::{Level, Report};
use crate::lang::Lang;
use crate::rules::{self, RuleSet};

/// Judges every standard named, all mistakes of all files in one run.
pub(super) fn run(common: &Common, options: &CheckOptions) -> Outcome {
    let named: Vec<&str> = options.standards.iter().map(String::as_str).collect();
    let named = if named.is_empty() { vec![builtin::DEFAULT] } else { named };
    let mut worst = Outcome::Done;
    for which in named {
        let (rules, report) = ready(which);
        show(&report, common);
        let outcome = match outcome_of(&report) {
            Outcome::Done if options.strict && report.count(Level::Warning) > 0 => Outcome::Errors,
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
    let (standard, mut report) = load::by_name(which);
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
    let sound = words::of(lang).sound;
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

//! Shared by the tests: a standard and a table as texts in, points in thousandths out.

#![allow(dead_code, clippy::expect_used, reason = "each test file uses some of it, and may stop with a panic")]

use cfc::criteria::load;
use cfc::diag::{Report, Source, print};
use cfc::lang::Lang;
use cfc::result::{CommuneScore, ScoreSheet, Verdict};
use cfc::rules::{self, RuleSet};
use cfc::score::{Detail, score};
use cfc::table::{self, CommuneTable};

/// What a property looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scored {
    pub(crate) code: String,
    /// Points of each criterion in thousandths.
    pub(crate) criteria: Vec<i64>,
    /// Total in thousandths, when nothing is missing.
    pub(crate) total: Option<i64>,
    pub(crate) recognised: bool,
}

/// Everything a report says, in English.
pub(crate) fn said(report: &Report) -> String {
    print::report(report, Lang::En, false)
}

/// A standard from its text, without scripts.
pub(crate) fn rules_of(toml: &str) -> RuleSet {
    rules_with(toml, "")
}

/// A standard from its text, whose every script is this one.
pub(crate) fn rules_with(toml: &str, script: &str) -> RuleSet {
    let found = |name: &str| Ok(Source::new(&format!("{name}.rhai"), script));
    let (standard, mut report) = load::from_text(&Source::new("standard.toml", toml), &found);
    let rules = standard.and_then(|standard| rules::compile(standard, &mut report));
    assert!(!report.has_errors(), "{}\n{toml}", said(&report));
    rules.expect("a standard without errors")
}

/// The built-in standard.
pub(crate) fn decision_06() -> RuleSet {
    standard_named("qd-06-2019")
}

/// A built-in standard, or one from a path.
pub(crate) fn standard_named(which: &str) -> RuleSet {
    let (standard, mut report) = load::by_name(which);
    let rules = standard.and_then(|standard| rules::compile(standard, &mut report));
    assert!(!report.has_errors(), "{}", said(&report));
    rules.expect("a standard without errors")
}

/// A table from bytes, without errors.
pub(crate) fn table_of(rules: &RuleSet, name: &str, bytes: &[u8]) -> CommuneTable {
    let (table, report) = read(rules, name, bytes);
    assert!(!report.has_errors(), "{}", said(&report));
    table.expect("a table without errors")
}

/// A table from bytes, with everything that is said about it.
pub(crate) fn read(rules: &RuleSet, name: &str, bytes: &[u8]) -> (Option<CommuneTable>, Report) {
    match table::read::text(name, bytes.to_vec()) {
        Err(report) => (None, report),
        Ok(text) => {
            let wanted = table::check::Wanted {
                standard: rules.standard(),
                years: None,
                items_of: rules.fields_wanted().to_vec(),
            };
            let (table, report) = table::check::check(text, &wanted, table::check::Options::default());
            (Some(table), report)
        }
    }
}

/// Scores a table with every item.
pub(crate) fn sheet_of(rules: &RuleSet, bytes: &[u8]) -> ScoreSheet {
    score(rules, &table_of(rules, "table.csv", bytes), Detail::Items)
}

/// Scores a table under a standard, both as texts.
pub(crate) fn score_text(toml: &str, csv: &str) -> Vec<Scored> {
    let rules = rules_of(toml);
    sheet_of(&rules, csv.as_bytes()).communes.iter().map(summary).collect()
}

fn summary(commune: &CommuneScore) -> Scored {
    let total = commune.total.filter(|total| total.complete);
    Scored {
        code: commune.identity.code.to_string(),
        criteria: commune.criteria.iter().map(|criterion| criterion.low.as_thousandths()).collect(),
        total: total.map(|total| total.low.as_thousandths()),
        recognised: matches!(commune.verdict, Verdict::Recognised | Verdict::Level(_)),
    }
}

//! The entry workbook: what it writes is read back, what LibreOffice saved of it too, and its checks say what the reader
//! says. The kept workbooks were filled in by `tests/form/fill.py`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod back;
mod command;
mod excel;
mod many;
mod office;
#[path = "../support/small_standard.rs"]
mod small_standard;
mod strange;

use cfc::criteria::load;
use cfc::diag::Report;
use cfc::form::{Request, Unit, workbook};
use cfc::lang::Lang;
use cfc::rules::{self, RuleSets};
use cfc::table::check::{Options, Wanted, check};
use cfc::table::{CommuneTable, find};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn rules(which: &str) -> RuleSets {
    let (versions, mut report) = load::versions_by_name(which);
    rules::prepare_versions(versions.unwrap(), &mut report).unwrap()
}

fn read(path: &Path, rules: &RuleSets) -> (CommuneTable, Report) {
    let standard = rules.latest().standard();
    let wanted = Wanted { standard, years: Some(rules.years().clone()), items_of: rules.fields_wanted() };
    let text = find::open(path, &wanted, None).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics));
    check(text, &wanted, Options::default())
}

fn written(rules: &RuleSets, lang: Lang, unit: Option<Unit>) -> Vec<u8> {
    let items_of = rules.fields_wanted();
    let (standard, years) = (rules.latest().standard(), rules.years());
    workbook(&Request { standard, years, items_of: &items_of, lang, rows: 3, unit }).unwrap()
}

fn every_standard() -> Vec<String> {
    let in_folder = |folder: &str| {
        let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            path.extension().is_some_and(|e| e == "toml") && !name.ends_with(".cases.toml")
        })
    };
    let mut all: Vec<String> = in_folder("criteria")
        .chain(in_folder("tests/standards"))
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    all.sort();
    assert!(all.len() > 4, "{all:?}");
    all
}

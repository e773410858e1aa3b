//! Every block of TOML in the reference is loaded, at the place its first line names, with all checks.
//!
//! ```` ```toml in=criterion ````: below `[[criterion]]` of the standard here. ```` ```toml in=cases-of-new ````: the cases file of
//! `criteria/new.toml`. ```` ```toml in=qd-06-2019 ````: at the end of that standard. Any other place is to be added here.

use crate::page::{Block, ENGLISH, Page, VIETNAMESE};
use cfc::criteria::load;
use cfc::diag::{Report, Source};
use cfc::lang::Lang;
use cfc::{diag, rules};
use std::sync::Arc;

/// A standard whose one criterion with 50 and later 60 points is left open.
const HOST: &str = include_str!("host.toml");
const SHIPPED: &str = include_str!("../../criteria/qd-06-2019.toml");
const NEW: &str = include_str!("../../criteria/new.toml");

/// What is wrong with a block at its place, as it would be shown; empty when nothing is.
fn judged(block: &Block) -> String {
    let (standard, cases) = match block.info {
        "toml in=criterion" => (HOST.replace("{criterion}\n", &block.text), None),
        "toml in=cases-of-new" => (NEW.to_owned(), Some(Source::new("x.cases.toml", &block.text))),
        "toml in=qd-06-2019" => (format!("{SHIPPED}\n{}", block.text), None),
        place => return format!("no place is known for `{place}`"),
    };
    let source = Source::new("x.toml", &standard);
    let (versions, mut report) = load::versions_from_texts(&source, cases.as_ref(), &script);
    if let Some(sets) = versions.and_then(|versions| rules::compile_versions(versions, &mut report)) {
        report.append(sets.examine_scripts());
    }
    shown(&report)
}

fn script(name: &str) -> Result<Arc<Source>, Vec<String>> {
    let path = format!("scripts/qd-06-2019/{name}.rhai");
    let text = std::fs::read_to_string(&path).map_err(|_| vec![path.clone()])?;
    Ok(Source::new(&path, &text))
}

fn shown(report: &Report) -> String {
    diag::print::report(report, Lang::En, false)
}

fn blocks(page: Page) -> impl Iterator<Item = Block> {
    page.sections().into_iter().flat_map(|section| section.blocks)
}

#[test]
fn every_block_of_the_reference_is_loaded_and_nothing_is_wrong_with_it() {
    for page in [ENGLISH, VIETNAMESE] {
        for block in blocks(page) {
            assert_eq!(judged(&block), "", "{}:{}", page.name, block.line);
        }
        assert!(blocks(page).count() >= 2, "{}", page.name);
    }
}

#[test]
fn a_block_with_a_mistake_or_without_a_place_would_be_seen() {
    for block in blocks(ENGLISH) {
        for broken in [block.text.replacen("= ", "= x", 1), block.text.replacen("from", "form", 1) + "pionts = 1\n"] {
            assert_ne!(judged(&Block { text: broken, ..block.clone() }), "");
        }
        assert_ne!(judged(&Block { info: "toml", ..block }), "");
    }
}

//! Golden files of two fictional standards compared, in which every kind of change occurs, and of what they do to a table.

use crate::scoring::{read, said, standard_named};
use crate::sheet::manifest;
use cfc::compare;
use cfc::lang::Lang;
use cfc::render::csv::Separator;
use cfc::render::{View, difference};
use cfc::result::ScoreSheet;
use cfc::result::difference::{Comparison, Kind};
use cfc::rules::RuleSet;
use cfc::score::{Detail, score};

const LANGUAGES: [(Lang, &str); 2] = [(Lang::Vi, "vi"), (Lang::En, "en")];
const TABLE: &str = "tests/standards/diff/communes.csv";

fn sheet(rules: &RuleSet) -> ScoreSheet {
    let (table, report) = read(rules, TABLE, &std::fs::read(TABLE).unwrap());
    assert!(!report.has_errors(), "{}", said(&report));
    score(rules, &table.unwrap(), Detail::Items)
}

fn comparison(with_table: bool) -> Comparison {
    let [old, new] = ["old", "new"].map(|name| standard_named(&format!("tests/standards/diff/{name}.toml")));
    let sheets = with_table.then(|| (sheet(&old), sheet(&new)));
    compare::rules(&old, &new, sheets.as_ref().map(|(old, new)| (old, new)))
}

fn view(lang: Lang, width: usize) -> View {
    View { lang, width, ..View::default() }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_kind_of_change_is_told_in_the_table_of_a_meeting() {
    let changes = comparison(false);
    for kind in Kind::ALL {
        assert!(changes.changes.iter().any(|change| change.kind == kind), "{kind:?} does not occur");
    }
    for (lang, name) in LANGUAGES {
        insta::assert_snapshot!(format!("changes_{name}_120"), difference::page(&changes, &view(lang, 120), true));
        insta::assert_snapshot!(format!("changes_{name}_md"), difference::document(&changes, lang, false));
    }
    insta::assert_snapshot!("changes_vi_80", difference::page(&changes, &view(Lang::Vi, 80), false));
    insta::assert_snapshot!("changes_csv", text(difference::csv::document(&changes, Separator::Comma, false)));
    insta::assert_snapshot!("changes_json", text(difference::json::document(&changes, &manifest()).unwrap()));
}

#[test]
fn what_they_do_to_a_table_is_told_by_commune_province_and_item() {
    let effect = comparison(true);
    for (lang, name) in LANGUAGES {
        insta::assert_snapshot!(
            format!("effect_{name}_120"),
            of_effect(&difference::page(&effect, &view(lang, 120), false))
        );
        insta::assert_snapshot!(
            format!("effect_{name}_80"),
            of_effect(&difference::page(&effect, &view(lang, 80), false))
        );
        insta::assert_snapshot!(format!("effect_{name}_md"), of_effect(&difference::document(&effect, lang, true)));
    }
    insta::assert_snapshot!("effect_csv", text(difference::csv::document(&effect, Separator::Comma, true)));
    insta::assert_snapshot!("effect_tsv", text(difference::csv::document(&effect, Separator::Tab, false)));
    insta::assert_snapshot!("effect_json", text(difference::json::document(&effect, &manifest()).unwrap()));
}

/// From the heading of the second part on; the first has golden files of its own.
fn of_effect(page: &str) -> String {
    let heading = ["Ảnh hưởng", "What it does"].iter().find_map(|heading| page.find(heading)).unwrap();
    page[heading..].to_owned()
}

#[test]
fn no_line_is_wider_than_the_width() {
    let effect = comparison(true);
    for (lang, width) in LANGUAGES.into_iter().flat_map(|(lang, _)| (40..=220).map(move |width| (lang, width))) {
        for line in difference::page(&effect, &view(lang, width), true).lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn codes_and_totals_are_never_broken_where_a_meeting_reads_them() {
    let effect = comparison(true);
    for width in 80..=220 {
        let page = difference::page(&effect, &view(Lang::Vi, width), true);
        for commune in &effect.effect.as_ref().unwrap().communes {
            assert!(page.contains(commune.identity.code.as_str()), "{width}");
            let total = commune.after.total.filter(|total| total.low == total.high);
            assert!(total.is_none_or(|total| page.contains(&total.low.display(Lang::Vi))), "{width}");
        }
    }
}

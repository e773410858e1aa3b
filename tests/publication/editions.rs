//! The public sheet beside the internal one: nothing is changed, only taken out, and nothing more than needed where
//! there is nothing to hide.

use crate::attack::{decision, hidden};
use crate::outputs;
use crate::scoring::table_of;
use crate::tables::{Numbers, communes_of, csv, internal, public, random};
use cfc::result::{CriterionState, Edition, Manifest, Outcome, Reason, ScoreSheet, Verdict};
use cfc::table::CommuneTable;

fn sample() -> CommuneTable {
    table_of(decision().latest(), "communes.csv", &std::fs::read("data/sample/communes.csv").unwrap())
}

/// The sample, and communes nobody has seen.
fn both() -> Vec<(CommuneTable, ScoreSheet, ScoreSheet)> {
    let rules = decision();
    let mut numbers = Numbers(7);
    let communes: Vec<_> = (0..200).map(|_| random(rules.latest().standard(), &mut numbers)).collect();
    let text = csv(rules.latest().standard(), &communes);
    let tables = [sample(), table_of(rules.latest(), "table.csv", text.as_bytes())];
    tables.map(|table| (internal(&rules, &table), public(&rules, &table), table)).map(|(a, b, c)| (c, a, b)).into()
}

#[test]
fn what_is_published_is_what_the_internal_edition_says() {
    for (_, internal, public) in both() {
        assert_eq!(public.edition, Edition::Public);
        for (whole, part) in internal.communes.iter().zip(&public.communes) {
            assert_eq!(whole.identity.code, part.identity.code);
            assert_eq!(whole.threshold, part.threshold);
            for (whole, part) in whole.items.iter().zip(&part.items) {
                if part.outcome == Outcome::Hidden {
                    assert!(part.low <= whole.low && whole.high <= part.high, "{whole:?} {part:?}");
                } else {
                    assert_eq!((part.outcome, part.low, part.high), (whole.outcome, whole.low, whole.high));
                }
                if part.reason.as_deref() != Some(&Reason::Hidden) {
                    assert_eq!((&part.measured, &part.reason, part.step), (&whole.measured, &whole.reason, whole.step));
                }
            }
            for (whole, part) in whole.criteria.iter().zip(&part.criteria) {
                if part.state == CriterionState::Hidden {
                    assert!(part.low <= whole.low && whole.high <= part.high);
                } else {
                    assert_eq!((part.state, part.low, part.high), (whole.state, whole.low, whole.high));
                }
            }
            let points = |total: cfc::result::TotalScore| (total.low, total.high, total.complete);
            if !part.not_published.total {
                assert_eq!(part.total.map(points), whole.total.map(points));
            }
            match (&part.verdict, &whole.verdict) {
                (Verdict::NotPublished, _) => {}
                (part_of, all) if !part.not_published.reasons => assert_eq!(part_of, all),
                (Verdict::NotRecognised(some), Verdict::NotRecognised(all))
                | (Verdict::Undetermined(some), Verdict::Undetermined(all)) => {
                    assert!(some.iter().all(|at| all.contains(at)));
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn a_commune_without_small_counts_loses_nothing() {
    let rules = decision();
    let mut seen = 0;
    for (table, internal, public) in both() {
        let communes = communes_of(rules.latest(), &table);
        let documents = |sheet: &ScoreSheet, at: usize| {
            let communes = vec![sheet.communes[at].clone()];
            outputs::everything(&ScoreSheet { communes, ..sheet.clone() })
        };
        for (at, commune) in communes.iter().enumerate() {
            if hidden(rules.latest().standard(), commune).is_empty() {
                assert!(documents(&internal, at) == documents(&public, at), "row {at}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 40, "{seen}");
}

#[test]
fn no_item_that_reads_a_hidden_count_shows_a_figure_in_any_row() {
    let rules = decision();
    let info = rules.latest().info();
    let items: Vec<_> = info.criteria.iter().flat_map(|criterion| &criterion.items).collect();
    for (table, _, public) in both() {
        let document = cfc::render::json::document(&public, &Manifest::default()).unwrap();
        let document: serde_json::Value = serde_json::from_slice(&document).unwrap();
        let rows = document["communes"].as_array().unwrap();
        for (commune, row) in communes_of(rules.latest(), &table).iter().zip(rows) {
            let hidden = hidden(rules.latest().standard(), commune);
            let written = row["criteria"].as_array().unwrap().iter().flat_map(|c| c["items"].as_array().unwrap());
            for (info, item) in items.iter().zip(written) {
                if info.fields.iter().any(|field| hidden.contains(&usize::from(*field))) {
                    for key in ["n", "N", "value", "exact", "choice", "band"] {
                        assert!(item[key].is_null(), "{}: {key} in {row}", info.id);
                    }
                    assert_eq!(item["reason"]["kind"], "hidden");
                }
            }
        }
    }
}

#[test]
fn an_edition_says_that_it_is_public_in_every_page_for_people() {
    let (_, internal, public) = both().swap_remove(0);
    let notices = ["Bản công khai: không công bố số từ 1 đến 4", "Public edition: counts from 1 to 4"];
    let pages = |sheet: &ScoreSheet| {
        let documents = outputs::all(sheet).into_iter().filter(|(name, _)| ["markdown", "table"].contains(name));
        documents.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect::<Vec<_>>()
    };
    for (at, page) in pages(&public).iter().enumerate() {
        assert!(page.contains(notices[at % 2]), "{page}");
    }
    assert!(pages(&internal).iter().all(|page| notices.iter().all(|notice| !page.contains(notice))));
}

//! How far long work has come is told row by row, or step by step, to whoever draws it.

use crate::run::SAMPLE;
use cfc::criteria::load;
use cfc::review::{Limits, Papers, STEPS, review};
use cfc::rules::{RuleSets, prepare_versions};
use cfc::score::{Detail, add_margins, score_part_by_year};
use cfc::table::check::{Options, Wanted, check};
use cfc::table::{CommuneTable, find};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

fn sample() -> (RuleSets, CommuneTable) {
    let (versions, mut report) = load::versions_by_name("qd-06-2019");
    let rules = prepare_versions(versions.unwrap(), &mut report).unwrap();
    let years = Some(rules.years().clone());
    let wanted = Wanted { standard: rules.latest().standard(), years, items_of: rules.fields_wanted() };
    let text = find::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE), &wanted, None).unwrap();
    let (table, _) = check(text, &wanted, Options::default());
    (rules, table)
}

#[test]
fn margins_say_of_each_row_that_it_is_done() {
    let (rules, table) = sample();
    let done = AtomicUsize::new(0);
    for part in &table.parts {
        let mut sheet = score_part_by_year(&rules, None, part, Detail::Criteria);
        sheet.communes.truncate(3);
        add_margins(&rules, part, &mut sheet, &|| {
            done.fetch_add(1, Ordering::Relaxed);
        });
    }
    assert_eq!(done.into_inner(), table.parts.iter().map(|part| part.len().min(3)).sum::<usize>());
}

#[test]
fn a_review_says_of_each_of_its_steps_that_it_is_done_whatever_is_beside_the_table() {
    let (rules, table) = sample();
    for beside in [None, Some(&table)] {
        let papers = Papers { table: &table, unread: &[], last_year: beside, expected: beside };
        let done = AtomicUsize::new(0);
        let tell = || {
            done.fetch_add(1, Ordering::Relaxed);
        };
        let found = review(&rules, None, papers, &Limits::default(), &tell);
        assert_eq!((found.communes, done.into_inner()), (table.len(), STEPS));
    }
}

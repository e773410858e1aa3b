//! What `compare` says of two standards, held against every figure of the shipped one, and against its own mirror image.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod bands;
mod effect;
mod figures;
#[path = "../support/scoring.rs"]
mod scoring;

use cfc::compare;
use cfc::criteria::load;
use cfc::criteria::model::{ItemRule, Scale, Standard, WhenEmpty};
use cfc::lang::Text;
use cfc::quantity::Points;
use cfc::result::Status;
use cfc::result::difference::{Change, Kind, Weight};
use scoring::said;

pub(crate) const OLD: &str = "tests/standards/diff/old.toml";
pub(crate) const NEW: &str = "tests/standards/diff/new.toml";
pub(crate) const ALL: [&str; 7] = [
    "qd-06-2019",
    "criteria/template.toml",
    "tests/standards/every-shape.toml",
    "tests/standards/graded.toml",
    "tests/standards/lower-is-better.toml",
    OLD,
    NEW,
];

pub(crate) fn standard(which: &str) -> Standard {
    let (standard, report) = load::by_name(which);
    standard.unwrap_or_else(|| panic!("{}", said(&report)))
}

pub(crate) fn substance(old: &Standard, new: &Standard) -> Vec<Change> {
    let changes = compare::standards(old, new).into_iter();
    changes.filter(|change| change.weight == Weight::Substance).collect()
}

/// Asserts that exactly one thing changed in substance, and where.
pub(crate) fn one_change(old: &Standard, new: &Standard, path: &str) -> Change {
    let changes = compare::standards(old, new);
    let [change] = changes.as_slice() else { panic!("{path}: {changes:#?}") };
    assert_eq!((change.weight, change.kind), (Weight::Substance, Kind::Changed), "{path}: {change:?}");
    assert!(change.path == path || change.path.starts_with(&format!("{path}.")), "{path}: {change:?}");
    assert!(change.before.is_some() && change.after.is_some() && change.before != change.after, "{path}: {change:?}");
    change.clone()
}

#[test]
fn a_standard_has_not_changed_from_itself() {
    for which in ALL {
        let standard = standard(which);
        assert_eq!(compare::standards(&standard, &standard.clone()), [], "{which}");
    }
}

#[test]
fn a_status_alone_is_no_change_of_substance() {
    let old = standard("qd-06-2019");
    let mut new = old.clone();
    new.criteria[1].points.origin.status = Status::Quoted;
    let changes = compare::standards(&old, &new);
    let [change] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!(
        (change.kind, change.weight, change.path.as_str()),
        (Kind::Status, Weight::Status, "birth_registration.points")
    );
    assert_eq!((change.status_before, change.status_after), (Some(Status::Provisional), Some(Status::Quoted)));
    new.criteria[1].points.origin.status = Status::Provisional;
    new.criteria[1].points.origin.evidence.push_str(", asked again");
    assert_eq!(compare::standards(&old, &new)[0].kind, Kind::Evidence);
}

#[test]
fn a_figure_of_several_values_is_verified_once() {
    let old = standard("qd-06-2019");
    let mut new = old.clone();
    let ItemRule::Scaled { scale: Scale::Steps(steps), .. } = &mut new.criteria[0].items[0].rule else { panic!() };
    assert_eq!(steps.len(), 2, "yes and no");
    for step in steps.iter_mut() {
        step.points.origin.status = Status::Inferred;
    }
    assert_eq!(compare::standards(&old, &new).len(), 1);
}

/// What a change is when the two standards change places.
pub(crate) fn mirrored(change: &Change) -> (Kind, Weight, Option<Text>, Option<Text>, [Option<Status>; 2]) {
    let kind = match change.kind {
        Kind::Added => Kind::Removed,
        Kind::Removed => Kind::Added,
        kind => kind,
    };
    let statuses = [change.status_after, change.status_before];
    (kind, change.weight, change.after.clone(), change.before.clone(), statuses)
}

#[test]
fn old_and_new_in_each_others_place_mirror_every_change() {
    for old in ALL {
        for new in ALL {
            let (old, new) = (standard(old), standard(new));
            let there = compare::standards(&old, &new);
            let mut back: Vec<String> =
                compare::standards(&new, &old).iter().map(|c| format!("{:?}", mirrored(c))).collect();
            let plain =
                |c: &Change| (c.kind, c.weight, c.before.clone(), c.after.clone(), [c.status_before, c.status_after]);
            let mut there: Vec<String> = there.iter().map(|c| format!("{:?}", plain(c))).collect();
            there.sort();
            back.sort();
            assert_eq!(there, back, "{} {}", old.id, new.id);
        }
    }
}

#[test]
fn what_only_has_another_id_is_renamed_and_not_removed_and_added() {
    let old = standard("qd-06-2019");
    let mut new = old.clone();
    new.fields[0].id = "all_children".to_owned();
    new.classes[2].id = "rest".to_owned();
    let criterion = &mut new.criteria[6];
    criterion.id = "vaccination".to_owned();
    criterion.items[0].id = "vaccination.rate".to_owned();
    new.criteria[7].items[0].id = "malnutrition.weight".to_owned();
    let changes = compare::standards(&old, &new);
    let kinds: Vec<(Kind, &str)> = changes.iter().map(|change| (change.kind, change.path.as_str())).collect();
    let renamed = ["area_class.rest.id", "field.all_children.id", "vaccination.id", "malnutrition.weight.id"];
    assert_eq!(kinds, renamed.map(|path| (Kind::Renamed, path)));
}

#[test]
fn another_thing_under_another_title_is_removed_and_added() {
    let old = standard("qd-06-2019");
    let mut new = old.clone();
    let field = &mut new.fields[0];
    field.id = "adults".to_owned();
    field.label = Text { vi: "Người lớn".to_owned(), en: "Adults".to_owned() };
    let kinds: Vec<Kind> =
        substance(&old, &new).iter().filter(|c| c.path.starts_with("field.")).map(|c| c.kind).collect();
    assert!(kinds.contains(&Kind::Added) && kinds.contains(&Kind::Removed), "{kinds:?}");
}

#[test]
fn full_points_stay_full_points_when_the_most_points_are_others() {
    let old = standard("qd-06-2019");
    let mut new = old.clone();
    let item = &mut new.criteria[6].items[0];
    item.most = Points::whole(60);
    let ItemRule::Scaled { when_empty: WhenEmpty::NotApplicable(given), scale: Scale::Steps(steps), .. } =
        &mut item.rule
    else {
        panic!("full points at 0/0")
    };
    (given.value, steps[0].points.value) = (Points::whole(60), Points::whole(60));
    one_change(&old, &new, "immunisation.rate");
}

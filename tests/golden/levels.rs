//! A standard with named levels instead of pass and fail, without area classes and without provisional figures.

use crate::sheet::{commune, label, standard, text};
use cfc::render::{View, csv, json, markdown, terminal};
use cfc::result::{ConditionKind, CriterionState, Manifest, ScoreSheet, Status, Verdict};
use std::sync::Arc;

fn sheet() -> ScoreSheet {
    let mut info = standard();
    info.title = text("Chấm điểm theo mức (bản mẫu)", "Graded outcomes (sample)");
    "Quyết định mẫu".clone_into(&mut info.citation);
    info.criteria.iter_mut().for_each(|criterion| criterion.status = Status::Quoted);
    info.classes.clear();
    info.criteria.truncate(2);
    info.conditions.retain(|c| c.kind == ConditionKind::Total);
    info.levels = vec![label("good", "Tốt", "Good"), label("fair", "Khá", "Fair")];
    info.figures = [1, 4, 2, 0];
    let rows = [
        ("99001", "Xã Mẫu Một", 100, Verdict::Level(0)),
        ("99002", "Xã Mẫu Hai", 60, Verdict::Level(1)),
        ("99003", "Xã Mẫu Ba", 20, Verdict::NotRecognised(vec![0])),
    ];
    let communes = rows.into_iter().map(|(code, name, points, verdict)| {
        let mut row = [0; 13];
        row[0] = points;
        let mut commune = commune(code, name, None, row, verdict);
        commune.criteria.truncate(2);
        commune.items.truncate(2);
        commune.criteria.iter_mut().for_each(|score| score.status = Status::Quoted);
        (commune.verdict_status, commune.status) = (Status::Quoted, Status::Quoted);
        commune.total = commune.total.map(|total| cfc::result::TotalScore { status: Status::Quoted, ..total });
        commune.criteria[1].state = CriterionState::Zeroed;
        commune
    });
    ScoreSheet::new(Arc::new(info), communes.collect())
}

#[test]
fn a_level_is_the_verdict_in_every_format() {
    let (sheet, view) = (sheet(), View { breakdown: true, ..View::default() });
    insta::assert_snapshot!("levels_terminal", terminal::page(&sheet, &view));
    insta::assert_snapshot!("levels_markdown", markdown::document(&sheet, &view));
    let csv = String::from_utf8(csv::document(&sheet, &csv::Options::default())).unwrap();
    assert!(csv.contains(",good,") && csv.contains(",fair,") && csv.contains(",not_recognised,total,"), "{csv}");
    let json = String::from_utf8(json::document(&sheet, &Manifest::default()).unwrap()).unwrap();
    assert!(json.contains(r#""verdict":"fair""#) && json.contains(r#"{"id":"good","communes":1}"#), "{json}");
}

#[test]
fn without_provisional_figures_nothing_is_marked() {
    let text = terminal::page(&sheet(), &View { breakdown: true, ..View::default() });
    assert!(!text.contains('*') && text.contains("0 tạm thời"), "{text}");
}

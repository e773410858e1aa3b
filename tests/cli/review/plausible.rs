//! Communes as they are: what a review must not find.

use super::{reviewed, table};
use std::collections::BTreeMap;

/// Numbers that look drawn at random and are the same on every run.
struct Draw(u64);

impl Draw {
    /// From `low` to `high`.
    fn from(&mut self, low: i64, high: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + i64::try_from((self.0 >> 33) % u64::try_from(high - low + 1).unwrap()).unwrap()
    }

    /// Of so many, a share of `low` to `high` per thousand, not evenly spread.
    fn of(&mut self, whole: i64, low: i64, high: i64) -> i64 {
        whole * ((self.from(low, high) + self.from(low, high) + self.from(low, high)) / 3) / 1000
    }
}

/// The counts of one commune, by column.
fn counts<'h>(header: &[&'h str], draw: &mut Draw) -> BTreeMap<&'h str, i64> {
    let children = draw.from(300, 4000);
    let under5 = draw.of(children, 280, 360);
    let (under1, aged_3_5) = (draw.of(under5, 170, 210), draw.of(under5, 500, 600));
    let (weighed, measured) = (draw.of(under5, 930, 1000), draw.of(under5, 930, 1000));
    let (special, hamlets) = (draw.of(children, 30, 90), draw.from(4, 18));
    let (aged_5, nursery, older) =
        (draw.of(aged_3_5, 310, 350), draw.of(under5, 500, 600), draw.of(children, 530, 590));
    let (asked, adults) = (draw.from(80, 200), draw.from(80, 200));
    let mut figure = |column: &str| match column {
        "children" => children,
        "children_last_year" => draw.of(children, 960, 1030),
        "under5" => under5,
        "under5_registered" => draw.of(under5, 950, 1000),
        "injured" => draw.of(children, 0, 20),
        "special_circumstances" => special,
        "special_supported" => draw.of(special, 850, 1000),
        "under1" => under1,
        "under1_immunised" => draw.of(under1, 920, 1000),
        "under5_weighed" => weighed,
        "under5_underweight" => draw.of(weighed, 50, 140),
        "under5_measured" => measured,
        "under5_stunted" => draw.of(measured, 100, 240),
        "children_examined" => draw.of(children, 820, 1000),
        "aged_3_36_months" => nursery,
        "nursery_enrolled" => draw.of(nursery, 250, 450),
        "aged_3_5" => aged_3_5,
        "kindergarten_enrolled" => draw.of(aged_3_5, 880, 1000),
        "aged_5" => aged_5,
        "aged_5_enrolled" => draw.of(aged_5, 970, 1000),
        "children_7_plus" => older,
        "consulted_7_plus" => draw.of(older, 500, 850),
        "rights_aware" => draw.of(children, 700, 950),
        "hamlets" => hamlets,
        "hamlets_with_facility" => draw.of(hamlets, 700, 1000),
        "activities" => draw.from(1, 12),
        "survey_children" => asked,
        "survey_children_satisfied" => draw.of(asked, 860, 1000),
        "survey_adults" => adults,
        "survey_adults_satisfied" => draw.of(adults, 860, 1000),
        _ => draw.from(0, 2) / 2,
    };
    header.iter().map(|column| (*column, figure(column))).collect()
}

/// Communes as they are: of all sizes, good and poor ones, nothing made up or forgotten.
fn plausible(communes: usize, seed: u64) -> String {
    let header = table(0, &[]);
    let columns: Vec<&str> = header.trim().split(',').collect();
    let (mut text, mut draw) = (header.clone(), Draw(seed));
    for commune in 0..communes {
        let counts = counts(&columns, &mut draw);
        let cell = |column: &str| match column {
            "code" => (91000 + commune).to_string(),
            "name" => format!("Xã Mẫu {commune}"),
            "province" => "Tỉnh Mẫu An".to_owned(),
            "district" => format!("Huyện Mẫu {}", commune % 9),
            "year" => "2024".to_owned(),
            "area_class" => {
                ["other", "other", "mountain_island_or_hardship", "central_city_ward"][commune % 4].to_owned()
            }
            "child_protection_officer"
            | "collaborators"
            | "child_protection_board"
            | "child_rights_budget"
            | "childrens_forum"
            | "play_point" => "có".to_owned(),
            "serious_cases" | "serious_cases_with_plan" | "injury_deaths" => "0".to_owned(),
            column => counts[column].to_string(),
        };
        text += &(columns.iter().map(|column| cell(column)).collect::<Vec<_>>().join(",") + "\n");
    }
    text
}

#[test]
fn two_hundred_plausible_communes_give_next_to_no_findings() {
    for seed in 1..=5 {
        let found = reviewed(&plausible(200, seed), "");
        assert!(found.len() <= 2, "{seed}: {found:?}");
    }
}

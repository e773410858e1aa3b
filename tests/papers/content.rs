//! What papers say is what the results say: every commune with its total and verdict, every claim, every formula.

use crate::{Paper, SAMPLE, SELF_SCORES, cfc, every_paper, results};
use serde_json::Value;

/// Points as a Vietnamese paper writes them, worked out here on its own: `1.000`, `960,5`.
fn points(value: &Value) -> String {
    let text = value.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let grouped = if whole.len() > 3 {
        format!("{}.{}", &whole[..whole.len() - 3], &whole[whole.len() - 3..])
    } else {
        whole.to_owned()
    };
    if part.is_empty() { grouped } else { format!("{grouped},{part}") }
}

fn mark(status: &Value) -> &'static str {
    if status == "provisional" { "*" } else { "" }
}

fn total(commune: &Value) -> String {
    let (low, high) = (&commune["total_min"], &commune["total_max"]);
    let text = if low == high { points(high) } else { format!("[{}; {}]", points(low), points(high)) };
    format!("{text}{}", mark(&commune["total_status"]))
}

fn verdict(commune: &Value) -> String {
    let word = match commune["verdict"].as_str().unwrap() {
        "recognised" => "Được công nhận",
        "not_recognised" => "Không được công nhận",
        "undetermined" => "Chưa xác định",
        other => panic!("{other}"),
    };
    format!("{word}{}", mark(&commune["verdict_status"]))
}

#[test]
fn the_report_lists_every_commune_once_under_its_verdict() {
    let document = Paper::of(SAMPLE, &[]).document();
    let tables = document.tables();
    let lists: Vec<_> = tables.iter().filter(|table| table[0][0] == "TT").collect();
    assert_eq!(lists.len(), 3);
    let communes = results(SAMPLE);
    for (list, id) in lists.into_iter().zip(["recognised", "not_recognised", "undetermined"]) {
        let wanted: Vec<&Value> = communes.iter().filter(|commune| commune["verdict"] == id).collect();
        assert_eq!(list.len(), wanted.len() + 1, "{id}");
        for (at, (row, commune)) in list[1..].iter().zip(wanted).enumerate() {
            assert_eq!((row[0].clone(), row[1].as_str()), ((at + 1).to_string(), commune["code"].as_str().unwrap()));
            assert_eq!(row[2].lines().next(), commune["name"].as_str());
            assert_eq!(row[4], total(commune), "{}", row[1]);
            let threshold = if commune["threshold"].is_null() { String::new() } else { points(&commune["threshold"]) };
            assert_eq!(row[5], threshold, "{}", row[1]);
            assert_eq!(row[6], verdict(commune), "{}", row[1]);
            assert_eq!(row.get(7).is_none(), id == "recognised", "reasons stand where there are some");
            assert!(row.get(7).is_none_or(|why| !why.trim().is_empty()), "{}: no reason", row[1]);
        }
    }
}

#[test]
fn reasons_name_vetoing_criteria_first_and_the_distance_last() {
    let document = Paper::of(SAMPLE, &[]).document();
    let rows: Vec<Vec<String>> = document.tables().into_iter().flatten().collect();
    let row = rows.iter().find(|row| row.get(1).is_some_and(|code| code == "90121") && row[0] != "90121").unwrap();
    let lines: Vec<&str> = row[7].lines().collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    assert!(lines[0].starts_with("TC\u{a0}3 Trẻ em bị xâm hại"), "{lines:?}");
    assert_eq!(lines[4], "Thiếu 265 điểm so với ngưỡng");
}

#[test]
fn the_appendix_has_the_points_of_every_criterion() {
    let document = Paper::of(SAMPLE, &[]).document();
    let tables = document.tables();
    let table = tables.iter().find(|table| table[0][0] == "Mã").unwrap();
    let communes = results(SAMPLE);
    assert_eq!(table.len(), communes.len() + 1);
    for (row, commune) in table[1..].iter().zip(&communes) {
        let criteria = commune["criteria"].as_array().unwrap();
        assert_eq!(row.len(), criteria.len() + 3);
        for (cell, criterion) in row[2..].iter().zip(criteria).filter(|(_, criterion)| !criterion["points"].is_null()) {
            assert_eq!(cell.trim_end_matches('!'), points(&criterion["points"]), "{}", row[0]);
        }
    }
}

#[test]
fn the_first_page_says_in_both_languages_how_much_is_provisional() {
    for (name, mut paper) in every_paper() {
        let document = paper.document();
        let notices = document.styled("Notice");
        let papers = document.styled("Kind").iter().filter(|kind| *kind != "PHỤ LỤC" && *kind != "APPENDIX").count();
        assert_eq!(notices.len(), papers * 2, "{name}");
        assert_eq!(notices.iter().filter(|notice| notice.contains("99/116 con số")).count(), papers, "{name}");
        assert_eq!(notices.iter().filter(|notice| notice.contains("99 of 116 figures")).count(), papers, "{name}");
        let words = document.words();
        let place = |text: &str| words.find(text).unwrap();
        assert!(place("99/116").max(place("99 of 116")) < place("I. "), "{name}: before everything else");
    }
    let notices = Paper::of(SAMPLE, &[]).document().styled("Notice");
    for text in ["123/124 kết quả", "trừ: 90017 Xã Mẫu Đèo 02."] {
        assert!(notices[0].contains(text), "{notices:?}");
    }
    assert!(notices[1].contains("123 of 124 verdicts") && notices[1].contains("but: 90017"), "{notices:?}");
}

#[test]
fn nothing_is_proposed_that_rests_on_provisional_figures() {
    let words = Paper::of(SAMPLE, &[]).document().words();
    assert!(words.contains("báo cáo này không đề nghị công nhận hay không công nhận các đơn vị đó"));
    assert!(!words.contains("quyết định theo thẩm quyền"));
}

#[test]
fn the_internal_paper_carries_its_mark() {
    for (name, mut paper) in every_paper() {
        let marks = paper.document().styled("Handling");
        let want = if name.ends_with("vi") { "LƯU HÀNH NỘI BỘ" } else { "INTERNAL USE ONLY" };
        assert!(!marks.is_empty() && marks.iter().all(|mark| mark == want), "{name}: {marks:?}");
    }
}

#[test]
fn a_score_sheet_has_every_item_with_its_formula() {
    let document = Paper::of(SAMPLE, &["--paper", "commune", "--commune", "90007"]).document();
    let tables = document.tables();
    let table = tables.iter().find(|table| table[0][0] == "TT").unwrap();
    let explained =
        String::from_utf8(cfc(&["explain", SAMPLE, "--commune", "90007", "--format", "md"]).stdout).unwrap();
    let communes = results(SAMPLE);
    let commune = communes.iter().find(|commune| commune["code"] == "90007").unwrap();
    let criteria = commune["criteria"].as_array().unwrap();
    let items: usize = criteria.iter().map(|criterion| criterion["items"].as_array().unwrap().len()).sum();
    assert_eq!(table.len(), 2 + criteria.len() + items, "a header, all criteria and items, and the total");
    let is_criterion = |row: &&Vec<String>| row[0].parse::<usize>().is_ok();
    for (row, criterion) in table.iter().filter(is_criterion).zip(criteria) {
        assert_eq!(row[3].trim_end_matches('*'), points(&criterion["points"]), "{row:?}");
        assert!(row[4].contains(&format!("tiêu chí {}", row[0])), "{row:?}");
    }
    for row in table.iter().filter(|row| row[0].contains('.')) {
        let formula = row[1].lines().nth(1).unwrap().trim_end_matches('*');
        // Blanks that do not break are blanks in Markdown, and thousands stand in groups here only.
        let plain = |text: &str| text.replace(|c: char| c.is_whitespace() || matches!(c, '.' | '\\'), "");
        assert!(plain(&explained).contains(&plain(formula)), "{formula}");
    }
    assert_eq!(table.last().unwrap()[3], total(commune));
    let words = document.words();
    let place = |text: &str| words.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(place("Kết quả: Không được công nhận*") < place("Thiếu 25 điểm so với ngưỡng"));
    assert!(words.replace('\u{a0}', " ").contains("1.181 / 1.186 ≈ 99,58 %"), "thousands in groups, decimal comma");
}

#[test]
fn the_minutes_set_claims_beside_what_was_computed() {
    let document = Paper::of(SELF_SCORES, &["--paper", "minutes", "--commune", "90002"]).document();
    let tables = document.tables();
    let table = tables.iter().find(|table| table[0][0] == "TT").unwrap();
    assert_eq!(table.len(), 15, "a header, 13 criteria and the total");
    assert_eq!(table[2][2..6], ["50*", "50", "40*", "+10"], "claimed, appraised, difference");
    assert!(table[2][6].contains("≥ 98: 50 thay vì 40"), "{:?}", table[2]);
    assert_eq!(table[1][3..6], ["–", "100", "–"], "what is not claimed is not 0");
    assert_eq!(table[5][3..7], ["75", "75*", "0", ""], "the same points");
    assert_eq!(table[14][1..6], ["Tổng điểm", "1.000", "985", "960*", "+25"]);
    assert!(document.styled("SignName").iter().all(String::is_empty), "nobody is invented");
    let other = Paper::of(SELF_SCORES, &["--paper", "minutes", "--commune", "90004"]).document().words();
    assert!(other.contains("lấy theo điểm thẩm định): Được công nhận*."), "the verdict by its own points");
    assert!(other.contains("Kết quả theo điểm thẩm định: Không được công nhận*"));
}

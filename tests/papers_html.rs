//! The page of results: well-formed, the same totals and verdicts as the sheet, nothing from outside, no text that becomes
//! markup. What a browser does with it is tried by `tests/html/browser.py`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

#[path = "papers_html/markup.rs"]
mod markup;
#[path = "support/scoring.rs"]
mod support;

use cfc::lang::{Lang, Text};
use cfc::quantity::Points;
use cfc::render::html;
use cfc::result::figures::{FigureGroup, FigureLine, FigureSheet};
use cfc::result::follow_up::{Concern, Desk, FollowUp, Line};
use cfc::result::roll_up::{Group, Grouping, Key, RollUp};
use cfc::result::{
    CommuneScore, CriterionState, Dossier, Edition, Manifest, Outcome, ScoreSheet, Status, TableInfo, Tally, Verdict,
};
use markup::Page;
use support::{decision_06, sheet_of};

const SAMPLE: &[u8] = include_bytes!("../data/sample/communes.csv");
const BOTH: [Lang; 2] = [Lang::Vi, Lang::En];
const HOSTILE: [&str; 4] = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "\"><b onclick='x'>&amp;",
    "<!-- --><![CDATA[",
];

fn sample() -> ScoreSheet {
    sheet_of(&decision_06(), SAMPLE)
}

fn dossier(sheet: &ScoreSheet) -> Dossier<'_> {
    let figure = FigureLine {
        path: "immunisation.rate.scale.2".to_owned(),
        label: Text::same("≥ 95"),
        value: Text::same("50"),
        status: Status::Quoted,
        evidence: "<b>".to_owned(),
        confirmed: None,
        file: "mau.toml".to_owned(),
        line: 3,
    };
    let group =
        FigureGroup { id: None, title: Text::same("Mẫu"), cites: None, counts: [0, 1, 0, 0], figures: vec![figure] };
    Dossier {
        sheet,
        roll_ups: Vec::new(),
        follow_up: FollowUp::default(),
        figures: FigureSheet {
            id: "mau".to_owned(),
            title: Text::same("Mẫu"),
            citation: "Mẫu".to_owned(),
            below: None,
            groups: vec![group],
        },
        manifest: Manifest {
            version: "0.1.0".to_owned(),
            options: vec!["--year 2024".to_owned()],
            tables: vec![TableInfo {
                name: "mẫu.csv".to_owned(), sha256: "ab".repeat(32), rows: sheet.communes.len()
            }],
        },
    }
}

fn written(dossier: &Dossier<'_>, lang: Lang) -> String {
    String::from_utf8(html::document(dossier, lang).unwrap()).unwrap()
}

fn page_of(sheet: &ScoreSheet, lang: Lang) -> Page {
    markup::read(&written(&dossier(sheet), lang))
}

fn mark(status: Status) -> &'static str {
    if status == Status::Provisional { "*" } else { "" }
}

fn total(commune: &CommuneScore, lang: Lang) -> String {
    let total = commune.total.unwrap();
    let (low, high) = (total.low.display(lang), total.high.display(lang));
    let text = if low == high { high } else { format!("[{low};\u{a0}{high}]") };
    format!("{text}{}", mark(total.status))
}

fn verdict(commune: &CommuneScore, lang: Lang) -> String {
    let (vi, en) = match commune.verdict {
        Verdict::Recognised => ("Được công nhận", "Recognised"),
        Verdict::NotRecognised(_) => ("Không được công nhận", "Not recognised"),
        Verdict::Undetermined(_) => ("Chưa xác định", "Undetermined"),
        Verdict::Level(_) | Verdict::NotPublished => panic!("not in the sample"),
    };
    format!("{}{}", lang.pick(vi, en), mark(commune.verdict_status))
}

/// Below its header, the cells of one column of a table.
fn column<'p>(page: &'p Page, table: &str, label: &str) -> Vec<&'p str> {
    let rows = &page.tables[table];
    let at = rows[0].iter().position(|header| header == label).unwrap_or_else(|| panic!("no column {label}"));
    rows[1..].iter().map(|row| row[at].as_str()).collect()
}

#[test]
fn the_page_says_the_totals_and_verdicts_of_the_sheet() {
    let sheet = sample();
    for lang in BOTH {
        let page = page_of(&sheet, lang);
        let all = |says: fn(&CommuneScore, Lang) -> String| -> Vec<String> {
            sheet.communes.iter().map(|commune| says(commune, lang)).collect()
        };
        let code = lang.pick("Mã", "Code");
        assert_eq!(column(&page, "results-table", code), all(|commune, _| commune.identity.code.to_string()));
        assert_eq!(
            column(&page, "results-table", lang.pick("Tên đơn vị", "Name")),
            all(|c, _| c.identity.name.to_string())
        );
        assert_eq!(column(&page, "results-table", lang.pick("Tổng điểm", "Total")), all(total));
        assert_eq!(column(&page, "results-table", lang.pick("Kết quả", "Verdict")), all(verdict));
        assert_eq!(column(&page, "criteria-table", lang.pick("Tổng điểm", "Total")), all(total));
    }
}

#[test]
fn the_page_says_the_points_of_every_criterion() {
    let sheet = sample();
    let rows = &page_of(&sheet, Lang::En).tables["criteria-table"][1..];
    for (row, commune) in rows.iter().zip(&sheet.communes) {
        for (cell, score) in row[2..].iter().zip(&commune.criteria) {
            let (low, high) = (score.low.display(Lang::En), score.high.display(Lang::En));
            let expected = match score.state {
                CriterionState::Missing if low != high => format!("{low}–{high}"),
                CriterionState::Missing => "?".to_owned(),
                CriterionState::Zeroed => format!("{high}!"),
                CriterionState::LeftOut => "–".to_owned(),
                CriterionState::Scored => high,
                CriterionState::Hidden => panic!("not in the sample"),
            };
            assert_eq!(*cell, expected, "{}", commune.identity.code);
        }
    }
}

#[test]
fn the_cards_count_what_the_sheet_has() {
    let sheet = sample();
    let tally = Tally::of(&sheet);
    let text = page_of(&sheet, Lang::En).text;
    for (n, label) in [
        (tally.communes, "units"),
        (tally.recognised, "Recognised"),
        (tally.not_recognised, "Not recognised"),
        (tally.undetermined, "Undetermined"),
        (tally.provisional, "verdicts rest on provisional figures"),
    ] {
        assert!(text.contains(&format!("{n} {label}")), "{n} {label}");
    }
}

#[test]
fn a_hostile_name_stays_a_text() {
    let mut sheet = sample();
    let tags = |page: &Page| page.tags.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let harmless = tags(&page_of(&sheet, Lang::En));
    for (commune, name) in sheet.communes.iter_mut().zip(HOSTILE) {
        commune.identity.name = name.into();
    }
    let page = page_of(&sheet, Lang::En);
    assert_eq!(column(&page, "results-table", "Name")[..HOSTILE.len()], HOSTILE);
    assert_eq!(tags(&page), harmless);
    assert_eq!(page.code.len(), 4, "the first line of script, a style, the data, the script");
}

#[test]
fn a_hostile_text_in_the_data_does_not_end_it() {
    let mut sheet = many();
    let mut standard = (*sheet.standard).clone();
    standard.criteria[0].items[0].title = Text::same(HOSTILE[1]);
    sheet.standard = std::sync::Arc::new(standard);
    let page = page_of(&sheet, Lang::En);
    assert_eq!(page.code.len(), 4, "the first line of script, a style, the data, the script");
    assert!(data(&page)["items"]["texts"].as_array().unwrap().iter().any(|text| text == HOSTILE[1]));
}

#[test]
fn nothing_comes_from_outside() {
    for lang in BOTH {
        for sheet in [sample(), many()] {
            let html = written(&dossier(&sheet), lang);
            for outside in [
                "http:",
                "https:",
                "//cdn",
                "url(",
                "@import",
                "srcset",
                "<iframe",
                "<object",
                "<base",
                "innerHTML",
                "eval(",
            ] {
                assert!(!html.contains(outside), "{outside}");
            }
            let page = markup::read(&html);
            for (tag, attributes) in &page.tags {
                assert!(
                    !attributes.contains_key("src") && !attributes.keys().any(|name| name.starts_with("on")),
                    "{tag}"
                );
                assert!(!attributes.contains_key("style"), "the content policy forbids it: {tag}");
                let to = attributes.get("href");
                assert!(to.is_none_or(|to| to.starts_with('#') || to == "data:,"), "{tag} {to:?}");
            }
            let policy = page.tags.iter().find_map(|(_, of)| of.get("content").filter(|text| text.contains("-src")));
            assert!(policy.unwrap().starts_with("default-src 'none'; style-src 'sha256-"));
        }
    }
}

#[test]
fn every_link_and_label_on_the_page_leads_to_one_place() {
    for lang in BOTH {
        let page = page_of(&sample(), lang);
        let ids: Vec<&str> = page.tags.iter().filter_map(|(_, of)| of.get("id").map(String::as_str)).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "ids are there once");
        let led = page.tags.iter().filter_map(|(_, of)| of.get("href")?.strip_prefix('#'));
        let named = page.tags.iter().filter_map(|(_, of)| of.get("aria-labelledby")).flat_map(|ids| ids.split(' '));
        for id in led.chain(named) {
            assert!(ids.contains(&id), "{id}");
        }
    }
}

#[test]
fn the_share_recognised_is_drawn_by_district_with_its_numbers() {
    let sheet = sample();
    let group = |name: &str, recognised, communes| Group {
        keys: vec![Key::Name(name.to_owned())],
        tally: Tally { communes, recognised, ..Tally::default() },
        ..Group::default()
    };
    let roll_up = RollUp {
        by: vec![Grouping::District],
        groups: vec![group("Huyện Mẫu Một", 1, 3), group("", 0, 2), group("Huyện <Mẫu>", 4, 4)],
        all: group("", 5, 9),
    };
    let with = Dossier { roll_ups: vec![roll_up], ..dossier(&sheet) };
    let page = markup::read(&written(&with, Lang::En));
    let bars = page.tags.iter().filter(|(tag, of)| tag == "rect" && of["class"] == "bar").take(3);
    assert_eq!(bars.map(|(_, of)| of["width"].as_str()).collect::<Vec<_>>(), ["92", "0", "276"]);
    for shown in ["Huyện Mẫu Một\n1/3", "(not given)\n0/2", "Huyện <Mẫu>\n4/4", "33.33"] {
        assert!(page.text.contains(shown), "{shown}");
    }
    assert!(!page_of(&sheet, Lang::En).text.contains("Share recognised"), "nothing is drawn where nothing is counted");
}

#[test]
fn every_unit_with_a_settled_total_is_in_the_histogram_once() {
    let sheet = sample();
    let page = page_of(&sheet, Lang::En);
    let settled = sheet.communes.iter().filter(|c| c.total.is_some_and(|total| total.low == total.high)).count();
    let open = sheet.communes.len() - settled;
    assert!(page.text.contains(&format!("since the total is open or not shown: {open} units.")));
    let sides: Vec<usize> = (page.text.split("threshold reached: ").skip(1))
        .flat_map(|after| {
            let (reached, after) = after.split_once(" · ▨ threshold not reached: ").unwrap();
            let below: String = after.chars().take_while(char::is_ascii_digit).collect();
            [reached.parse().unwrap(), below.parse().unwrap()]
        })
        .collect();
    let without: usize =
        page.text.split_once("no threshold: ").unwrap().1.chars().next().unwrap().to_digit(10).unwrap() as usize;
    assert_eq!(sides.iter().sum::<usize>() + without, settled);
}

#[test]
fn the_face_says_how_many_figures_are_provisional_in_both_languages() {
    let sheet = sample();
    for lang in BOTH {
        let html = written(&dossier(&sheet), lang);
        let face = markup::read(&html).text;
        let face = face.split_once(lang.pick("Tóm tắt", "Summary")).unwrap().0.to_owned();
        for shown in [
            "99/116 con số của tiêu chuẩn là tạm thời, 123/124 kết quả",
            "99 of 116 figures of the standard are provisional, 123 of 124 verdicts",
            "trừ kết quả của 90017 Xã Mẫu Đèo 02.",
            "All verdicts rest on provisional figures but those on 90017 Xã Mẫu Đèo 02.",
        ] {
            assert!(face.contains(shown), "{shown}");
        }
    }
}

#[test]
fn an_edition_says_for_whom_it_is_and_what_is_not_published() {
    let mut sheet = sample();
    let internal = page_of(&sheet, Lang::Vi).text;
    assert!(internal.contains("LƯU HÀNH NỘI BỘ / FOR INTERNAL USE") && !internal.contains("PUBLIC EDITION"));
    sheet.edition = Edition::Public;
    let first = &mut sheet.communes[0];
    first.criteria[2].state = CriterionState::Hidden;
    first.items[6].outcome = Outcome::Hidden;
    first.total = None;
    first.not_published.total = true;
    first.verdict = Verdict::NotPublished;
    let page = page_of(&sheet, Lang::En);
    assert!(page.text.contains("PUBLIC EDITION") && !page.text.contains("FOR INTERNAL USE"));
    assert!(page.text.contains("Small counts of children"));
    let rows = &page.tables["results-table"];
    assert!(rows[1].contains(&"×".to_owned()) && rows[1].iter().any(|cell| cell.starts_with("Not published")));
    assert_eq!(page.tables["criteria-table"][1][4], "×");
}

#[test]
fn the_items_of_a_small_sheet_stand_in_the_document() {
    let sheet = sample();
    let page = page_of(&sheet, Lang::En);
    let communes =
        page.tags.iter().filter(|(tag, of)| tag == "details" && of.get("class").is_some_and(|c| c == "commune"));
    assert_eq!(communes.count(), sheet.communes.len());
    let details = page.tags.iter().filter(|(_, of)| of.get("class").is_some_and(|class| class == "detail"));
    assert_eq!(details.count(), sheet.communes.len());
    assert!(data(&page).get("items").is_none());
    assert!(page.text.contains("1181 / 1186") && page.text.contains("99.58\u{a0}%"), "n / N and the value");
}

/// More communes than stand in the document.
fn many() -> ScoreSheet {
    let mut sheet = sample();
    let all = sheet.communes.clone();
    sheet.communes = all.iter().cycle().take(301).cloned().collect();
    sheet
}

fn data(page: &Page) -> serde_json::Value {
    let (_, json) = page.code.iter().find(|(_, code)| code.starts_with('{')).expect("data");
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_items_of_many_communes_are_data_that_say_the_same() {
    let (sheet, small) = (many(), sample());
    let page = page_of(&sheet, Lang::En);
    assert_eq!(page.count("summary"), page_of(&small, Lang::En).count("summary") - small.communes.len());
    assert!(page.text.contains("With 301 units the items are not in the document"));
    let data = data(&page);
    let items = &data["items"];
    let text = |place: &serde_json::Value| {
        let place = place.as_i64().unwrap();
        usize::try_from(place).map_or(String::new(), |at| items["texts"][at].as_str().unwrap().to_owned())
    };
    for (commune, packed) in sheet.communes.iter().zip(items["communes"].as_array().unwrap()) {
        let packed: Vec<&str> = packed[1].as_str().unwrap().split(';').collect();
        assert_eq!(packed.len(), commune.items.len());
        for (item, score) in packed.iter().zip(&commune.items) {
            let mut parts = item.split('|');
            let kind = &items["kinds"][parts.next().unwrap().parse::<usize>().unwrap()];
            let counts = parts.next().unwrap_or_default();
            let expected = score.measured.as_ref().and_then(|measured| measured.counts);
            let expected = expected.map(|(n, over)| {
                assert_eq!((n.denominator(), over.denominator()), (1, 1));
                format!("{} / {}", n.numerator(), over.numerator())
            });
            assert_eq!(counts, expected.unwrap_or_default());
            let points = text(&kind[1 + 5]);
            let shown = if score.low == score.high {
                score.high.display(Lang::En)
            } else {
                format!("{}–{}", score.low.display(Lang::En), score.high.display(Lang::En))
            };
            if score.outcome != Outcome::NotApplicable(None) {
                assert_eq!(points, format!("{shown}{}", mark(score.status)), "{}", commune.identity.code);
            }
        }
    }
}

#[test]
fn what_is_to_be_followed_up_is_listed_by_agency() {
    let sheet = sample();
    let line = Line { commune: 0, criterion: 0, item: 1, concern: Concern::LosesPoints, gap: None };
    let agencies = vec![Desk { agency: None, lines: vec![line; 2] }];
    let with = Dossier { follow_up: FollowUp { agencies }, ..dossier(&sheet) };
    let page = markup::read(&written(&with, Lang::En));
    assert_eq!(page.tables["follow-up-table"][1], ["Nobody named", "0", "2", "0", "0"]);
    assert!(page.text.contains("loses points") && page.text.contains("Nobody named (2)"));
}

#[test]
fn a_sheet_without_communes_is_a_page_too() {
    let mut sheet = sample();
    sheet.communes.clear();
    for lang in BOTH {
        assert_eq!(page_of(&sheet, lang).tables["results-table"].len(), 1, "only the header");
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let sheet = many();
    assert_eq!(written(&dossier(&sheet), Lang::Vi), written(&dossier(&sheet), Lang::Vi));
    assert!(Points::ZERO < sheet.standard.total_points);
}

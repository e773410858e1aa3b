//! `cfc score --self-scores`: the points communes give themselves, worked out by hand beside those of the sample.

use crate::run::{SAMPLE, cfc, file, folder, project_file};
use serde_json::Value;

/// The first communes of the sample with columns behind them.
fn table(header: &str, cells: &[&str]) -> String {
    let sample = project_file(SAMPLE);
    let mut lines = sample.lines();
    let mut text = format!("{},{header}\n", lines.next().unwrap());
    for (line, cell) in lines.zip(cells) {
        text += &[line, ",", cell, "\n"].concat();
    }
    text
}

/// Commune 90001 has 1000 points, 90002 has 960, 90003 has 950; each has 50 for birth registration but 90002, which has
/// 40: its rate is 1536/1600 = 96 %.
const CLAIMS: [&str; 3] = ["1000,50,100", "1000,50,\"99,5\"", "950,80,"];
const HEADERS: &str = "self.total,Tự chấm: Trẻ em được khai sinh đúng quy định,self.immunisation";

const EXPECTED: [&str; 5] = [
    "90001 immunisation 50 nothing ",
    "90002 immunisation 49.5 nothing ",
    "90002 null 40 criteria ",
    "90003 birth_registration 30 nothing ",
    "90002 birth_registration 10 items birth_registration.rate",
];

#[test]
fn differences_come_largest_first_with_the_items_that_explain_them() {
    let folder = folder();
    let json: Value = {
        let header = HEADERS.replace("Tự chấm: Trẻ em được khai sinh đúng quy định", "self.birth_registration");
        let path = file(&folder, "table.csv", table(&header, &CLAIMS));
        let ran = cfc(&format!("score {path} --self-scores --format json"));
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(!ran.err.contains("self."), "the columns are used: {}", ran.err);
        serde_json::from_str(&ran.out).unwrap()
    };
    let rows = json["self_scores"].as_array().unwrap();
    let found = rows.iter().map(|row| {
        let text = |key: &str| row[key].to_string().replace('"', "");
        let items: Vec<&str> =
            row["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        let items = items.join("+");
        format!("{} {} {} {} {items}", text("code"), text("criterion"), text("difference"), text("explained_by"))
    });
    assert_eq!(found.collect::<Vec<_>>(), EXPECTED);
    let above = rows.iter().filter(|row| row["above_maximum"] == true).count();
    assert_eq!(above, 3, "100, 99.5 and 80 of 50 points are said, never cut");
}

#[test]
fn the_columns_of_the_csv_stay_and_self_scores_stand_behind_them() {
    let folder = folder();
    let header = HEADERS.replace("Tự chấm: Trẻ em được khai sinh đúng quy định", "self.birth_registration");
    let path = file(&folder, "table.csv", table(&header, &CLAIMS));
    let plain = cfc(&format!("score {path} --format csv")).out;
    let with = cfc(&format!("score {path} --format csv --self-scores")).out;
    let added: Vec<&str> =
        with.lines().zip(plain.lines()).map(|(with, plain)| with.strip_prefix(plain).unwrap()).collect();
    assert_eq!(
        added[0],
        ",self.total,difference.total,self.birth_registration,difference.birth_registration,self.immunisation,difference.immunisation,self.verdict"
    );
    insta::assert_snapshot!("self_scores_csv", added.join("\n"));
}

/// Every spelling of a header: the id, and the titles in either language, before or behind the word.
#[test]
fn self_scores_are_found_under_ids_and_labels() {
    let folder = folder();
    for header in [
        "self.birth_registration",
        "Tự chấm: Trẻ em được khai sinh đúng quy định",
        "Trẻ em được khai sinh đúng quy định (tự chấm)",
        "TRẺ EM ĐƯỢC KHAI SINH  đúng quy định (Tự chấm)",
        "Tự chấm: Children registered at birth as prescribed",
    ] {
        let path = file(&folder, "table.csv", table(header, &["50", "50", "\"45,5\""]));
        let ran = cfc(&format!("score {path} --self-scores --format csv"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{header}");
        let last = |line: &str| line.rsplitn(4, ',').take(3).collect::<Vec<_>>().join(",");
        let rows: Vec<String> = ran.out.lines().map(last).collect();
        assert_eq!(
            rows[..4],
            [
                "self.verdict,difference.birth_registration,self.birth_registration",
                "recognised,0,50",
                "recognised,10,50",
                "recognised,-4.5,45.5",
            ],
            "{header}"
        );
    }
    let path = file(&folder, "table.csv", table("Tổng điểm (tự chấm)", &["1000", "1000", ""]));
    let ran = cfc(&format!("score {path} --self-scores --format json"));
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["self_scores"].as_array().unwrap().len(), 1, "an empty cell is no claim of 0: {}", ran.out);
}

#[test]
fn two_columns_for_one_criterion_are_an_error() {
    let folder = folder();
    let path = file(&folder, "t.csv", table("self.immunisation,self.total,SELF.immunisation", &["50,1000,40"]));
    let ran = cfc(&format!("score {path} --self-scores --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("table/header-twice") && ran.err.contains("SELF.immunisation"), "{}", ran.err);
}

#[test]
fn a_table_without_self_scores_is_told_what_their_columns_are_called() {
    let ran = cfc(&format!("score {SAMPLE} --self-scores --lang en"));
    assert!(ran.out.contains("The table has no self-scores; columns are called self.<criterion id>"), "{}", ran.out);
}

/// 90003 is a ward in a central city: 900 are needed, 950 computed. 90004 has 925, not recognised for a criterion at 0.
#[test]
fn the_verdict_by_self_scores_is_told_beside_the_one_computed() {
    let folder = folder();
    // Header, claims of 90001 to 90004, the verdicts by them. Criterion 5 is the one 90004 has no points for.
    let rows: [(&str, [&str; 4], [&str; 4]); 4] = [
        ("self.total", ["1000", "960", "899", "925"], ["recognised", "recognised", "not_recognised", "not_recognised"]),
        ("self.total", ["799", "800", "900", ""], ["not_recognised", "not_recognised", "recognised", "not_recognised"]),
        ("self.injury", ["", "", "0", "75"], ["recognised", "recognised", "not_recognised", "recognised"]),
        ("self.injury", ["", "", "1", "0,001"], ["recognised", "recognised", "not_recognised", "recognised"]),
    ];
    for (header, claims, expected) in rows {
        let cells = claims.map(|claim| format!("\"{claim}\""));
        let path = file(&folder, "t.csv", table(header, &cells.each_ref().map(String::as_str)));
        let json: Value = serde_json::from_str(&cfc(&format!("score {path} --self-scores --format json")).out).unwrap();
        let told = json["self_scores_by_commune"].as_array().unwrap();
        let communes = json["communes"].as_array().unwrap();
        for (at, expected) in expected.iter().enumerate() {
            let computed = communes[at]["verdict"].as_str().unwrap();
            let own = told.iter().find(|one| one["code"] == communes[at]["code"]);
            assert_eq!(
                own.map_or(computed, |own| own["own_verdict"].as_str().unwrap()),
                *expected,
                "{header} {at}\n{told:?}"
            );
        }
    }
}

#[test]
fn a_total_that_is_not_the_sum_of_the_commune_s_own_points_is_told() {
    let folder = folder();
    let plain = cfc(&format!("score {SAMPLE} --format csv --breakdown")).out;
    let header: Vec<&str> = plain.lines().next().unwrap().split(',').skip(14).collect();
    let of = |line: &str| csv_row(line).into_iter().skip(14).collect::<Vec<_>>().join(",");
    let second = plain.lines().nth(2).unwrap();
    let headers = header.iter().map(|id| format!("self.{id}")).collect::<Vec<_>>().join(",");
    for (total, expected) in [("960", None), ("961", Some("own_sum"))] {
        let first = format!("{},1000", of(plain.lines().nth(1).unwrap()));
        let cells = [first, format!("{},{total}", of(second))];
        let path =
            file(&folder, "t.csv", table(&format!("{headers},self.total"), &cells.each_ref().map(String::as_str)));
        let json: Value = serde_json::from_str(&cfc(&format!("score {path} --self-scores --format json")).out).unwrap();
        let found = json["self_scores"].as_array().unwrap();
        assert_eq!(found.first().and_then(|found| found["explained_by"].as_str()), expected, "{found:?}");
    }
}

fn csv_row(line: &str) -> Vec<String> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes()).into_records();
    rows.next().unwrap().unwrap().iter().map(str::to_owned).collect()
}

#[test]
fn points_that_cannot_be_read_exactly_stop_the_run_at_their_cell() {
    let folder = folder();
    for (cell, code) in
        [("1.065", "cell/ambiguous-number"), ("năm mươi", "cell/not-a-number"), ("50.1234", "cell/too-many-digits")]
    {
        let path = file(&folder, "table.csv", table("self.total", &["1000", cell]));
        let ran = cfc(&format!("score {path} --self-scores --lang en"));
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{cell}");
        assert!(ran.err.contains(code) && ran.err.contains("row 3") && ran.err.contains("self.total"), "{}", ran.err);
    }
}

#[test]
fn self_scores_read_in_both_languages() {
    let folder = folder();
    let header = HEADERS.replace("Tự chấm: Trẻ em được khai sinh đúng quy định", "self.birth_registration");
    let path = file(&folder, "table.csv", table(&header, &CLAIMS));
    for lang in ["vi", "en"] {
        for (format, title) in [("table", lang == "vi"), ("md", lang == "vi")] {
            let ran = cfc(&format!("score {path} --self-scores --format {format} --lang {lang} --width 120"));
            let heading = if title { "Điểm tự chấm so với" } else { "Self-scores against" };
            let (_, page) = ran.out.split_once(heading).unwrap();
            insta::assert_snapshot!(format!("self_scores_{format}_{lang}"), page);
        }
    }
}

#[test]
fn a_criterion_a_fact_sets_to_zero_is_explained_by_the_fact() {
    let ran = cfc("score data/sample/self-scores.csv --self-scores --format json");
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    let rows = document["self_scores"].as_array().unwrap();
    let injury = rows.iter().find(|row| row["code"] == "90004" && row["criterion"] == "injury").unwrap();
    assert_eq!((&injury["explained_by"], &injury["difference"]), (&"zeroed".into(), &75.into()), "{injury}");
    let page = cfc("score data/sample/self-scores.csv --self-scores --lang en --width 200").out;
    assert!(page.contains("the criterion is set to 0: “A child died of an accident or injury”"), "{page}");
}

#[test]
fn a_claim_where_figures_are_missing_is_not_compared_with_a_number() {
    let folder = folder();
    // 90006, the sixth commune, lacks the figures of its immunised infants.
    let path = file(&folder, "table.csv", table("self.immunisation", &["", "", "", "", "", "50"]));
    let ran = cfc(&format!("score {path} --self-scores --format json"));
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    let row = &document["self_scores"][0];
    assert_eq!((&row["explained_by"], &row["difference"]), (&"missing".into(), &Value::Null), "{row}");
}

#[test]
fn a_claim_for_an_item_that_a_script_scores_is_not_called_unexplained() {
    let folder = folder();
    let path = file(&folder, "table.csv", table("self.abuse", &["50"]));
    let ran = cfc(&format!("score {path} --self-scores --format json"));
    let document: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["self_scores"][0]["explained_by"], "script", "{}", document["self_scores"]);
    let page = cfc(&format!("score {path} --self-scores --lang en --width 200")).out;
    assert!(page.contains("a script gives the points of “Children abused, compared with last year”"), "{page}");
}

fn self_scored(header: &str, cells: &[&str]) -> Value {
    let folder = folder();
    let path = file(&folder, "t.csv", table(header, cells));
    serde_json::from_str(&cfc(&format!("score {path} --self-scores --format json")).out).unwrap()
}

/// Header, claims of 90002, points over and under, what explains the total, the criteria that lost points.
type Total<'t> = (&'t str, &'t str, [&'t str; 2], &'t str, &'t [&'t str]);

/// Of the second commune 40 of 50 points are for birth registration and 95 of 125 for play: 960 in all.
#[test]
fn a_total_beyond_the_criteria_claimed_is_counted_and_says_where_points_were_lost() {
    let rows: [Total<'_>; 7] = [
        ("self.total", "985", ["25", "0"], "no_criterion", &["play_culture_sport", "birth_registration"]),
        ("self.total", "930", ["0", "30"], "no_criterion", &[]),
        ("self.total,self.birth_registration", "985,50", ["25", "0"], "unclaimed_criteria", &["play_culture_sport"]),
        ("self.total,self.birth_registration", "970,50", ["10", "0"], "criteria", &[]),
        ("self.total,self.birth_registration", "950,50", ["10", "20"], "unclaimed_criteria", &[]),
        ("self.total,self.birth_registration", "965,50", ["10", "0"], "criteria", &[]),
        ("self.total,self.birth_registration", "980,40", ["20", "0"], "unclaimed_criteria", &["play_culture_sport"]),
    ];
    for (header, claims, points, explained_by, lost) in rows {
        let none = ",".repeat(claims.matches(',').count());
        let document = self_scored(header, &[&none, claims]);
        let commune = &document["self_scores_by_commune"][0];
        let text = |key: &str| commune[key].to_string();
        assert_eq!([text("over"), text("under")], points.map(str::to_owned), "{header} {claims}: {document}");
        let differences = document["self_scores"].as_array().unwrap();
        let total = differences.iter().find(|row| row["criterion"].is_null()).unwrap();
        let ids: Vec<&str> = total["lost"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(
            (total["explained_by"].as_str().unwrap(), ids.as_slice()),
            (explained_by, lost),
            "{header} {claims}"
        );
    }
}

#[test]
fn where_figures_are_missing_what_is_certain_is_counted() {
    // 90006 can have 875 to 1000 points: see the first table of the page.
    let total = |claim: &str| self_scored("self.total", &["", "", "", "", "", claim]);
    let range = &total("0")["self_scores"][0];
    let (low, high) = (range["computed_min"].as_i64().unwrap(), range["computed_max"].as_i64().unwrap());
    assert!(low < high, "{range}");
    for (claim, over, under) in [(high + 7, 7, 0), (low - 9, 0, 9), (low, 0, 0)] {
        let document = total(&claim.to_string());
        assert_eq!(document["self_scores"][0]["explained_by"], "missing", "{document}");
        let commune = &document["self_scores_by_commune"][0];
        let points = (&commune["over"], &commune["under"], &commune["at_least"]);
        assert_eq!(points, (&over.into(), &under.into(), &true.into()), "{claim}: {document}");
    }
}

#[test]
fn a_claim_below_the_fewest_points_there_are_is_told() {
    for (header, claim, below) in [
        ("self.abuse", "-5", true),
        ("self.abuse", "0", false),
        ("self.total", "\"-0,5\"", true),
        ("self.total", "0", false),
    ] {
        let document = self_scored(header, &[claim]);
        assert_eq!(document["self_scores"][0]["below_least"], below, "{header} {claim}: {document}");
    }
    let folder = folder();
    let path = file(&folder, "t.csv", table("self.abuse", &["-5"]));
    let out = cfc(&format!("score {path} --self-scores --lang en --width 200")).out;
    assert!(out.contains("below the least points there can be"), "{out}");
}

#[test]
fn a_column_that_only_looks_like_self_scores_is_told_with_the_nearest() {
    let folder = folder();
    for (header, hint) in [
        ("self.imunisation", "did you mean `self.immunisation`?"),
        ("Tự chấm: Trẻ em bị tai nạn", "did you mean `Tự chấm: Trẻ em bị tai nạn, thương tích`?"),
        ("self.foo", "columns of self-scores: `self.total`, `self.resources`"),
    ] {
        let path = file(&folder, "t.csv", table(header, &["50"]));
        let ran = cfc(&format!("score {path} --self-scores --lang en"));
        assert_eq!(ran.code, 0);
        assert!(ran.err.contains("warning[table/unknown-self-score]") && ran.err.contains(hint), "{}", ran.err);
        let without = cfc(&format!("score {path} --lang en"));
        assert!(without.err.contains("note[table/extra-column]"), "{}", without.err);
    }
}

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
        ",self.total,difference.total,self.birth_registration,difference.birth_registration,self.immunisation,difference.immunisation"
    );
    insta::assert_snapshot!("self_scores_csv", added.join("\n"));
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

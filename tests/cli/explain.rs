//! `cfc explain` and `cfc score --margins`: which commune is meant, what is said of it, and in which formats.

use crate::run::{MISTAKES, Ran, Results, SAMPLE, cfc, file, folder, program, project_file, scored};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

fn explained(table: &str, commune: &str, arguments: &str) -> Ran {
    let given = ["explain", table, "--commune", commune];
    program().args(given).args(arguments.split_whitespace()).output().unwrap().into()
}

/// The sample with other names for its first communes.
fn renamed(names: &[&str]) -> String {
    let sample = project_file(SAMPLE);
    let mut lines: Vec<String> = sample.lines().map(str::to_owned).collect();
    for (line, name) in lines.iter_mut().skip(1).zip(names) {
        let cells: Vec<&str> = line.split(',').collect();
        *line = [&cells[..1], &[*name], &cells[2..]].concat().join(",");
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_name_is_found_whatever_its_case_its_tone_marks_and_its_normal_form() {
    let folder = folder();
    let table = file(&folder, "t.csv", renamed(&["Xã Hòa Mẫu", "Phường Thuỷ Mẫu", "Xã Khoẻ Mẫu"]));
    for (typed, code) in [
        ("xã hoà mẫu", "90001"),
        ("XÃ  HÒA MẪU", "90001"),
        ("hoà mẫu", "90001"),
        (&"Xã Hòa Mẫu".nfd().collect::<String>(), "90001"),
        ("Phường Thủy Mẫu", "90002"),
        ("khỏe mẫu", "90003"),
        ("90003", "90003"),
    ] {
        let ran = explained(&table, typed, "--lang en");
        assert_eq!(ran.code, 0, "{typed}: {}", ran.err);
        assert!(ran.out.starts_with(code), "{typed}: {}", ran.out.lines().next().unwrap_or(""));
    }
}

#[test]
fn other_letters_and_other_tones_are_not_found() {
    let folder = folder();
    let table = file(&folder, "t.csv", renamed(&["Xã Hòa Đa"]));
    for typed in ["Xã Hóa Đa", "Xã Hoa Đa", "Xã Hòa Da", "Xã Hòa Đâ", "Xã Hoa Đà"] {
        let ran = explained(&table, typed, "--lang en");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{typed}");
        assert!(
            ran.err.contains("no unit has this code or name") && ran.err.contains("90001 Xã Hòa Đa"),
            "{}",
            ran.err
        );
    }
}

#[test]
fn several_communes_of_one_name_are_listed_with_what_to_type() {
    let folder = folder();
    let table = file(&folder, "t.csv", renamed(&["Xã Hòa Mẫu", "Xã Hoà Mẫu"]));
    let ran = explained(&table, "hòa mẫu", "--lang en");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    for part in ["several units have this name", "90001 Xã Hòa Mẫu", "90002 Xã Hoà Mẫu", "`--commune 90001`"] {
        assert!(ran.err.contains(part), "{}", ran.err);
    }
    assert!(!ran.err.contains("90003"), "{}", ran.err);
    assert!(explained(&table, "hòa mẫu", "").err.contains("có nhiều đơn vị cùng tên này"));
}

#[test]
fn a_commune_of_several_years_is_told_by_its_year() {
    let sample = project_file(SAMPLE);
    let row = sample.lines().nth(1).unwrap();
    let text = format!("{}\n{row}\n{}\n", sample.lines().next().unwrap(), row.replace(",2024,", ",2023,"));
    let folder = folder();
    let table = file(&folder, "t.csv", text);
    let ran = explained(&table, "90001", "--lang en");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("2024, 2023") && ran.err.contains("`--year 2023`"), "{}", ran.err);
    for year in ["2023", "2024"] {
        let ran = explained(&table, "90001", &format!("--lang en --year {year}"));
        assert!(ran.out.contains(&format!("Year: {year}")), "{}{}", ran.err, ran.out);
    }
}

#[test]
fn a_row_with_errors_is_not_said_to_be_absent() {
    let ran = explained(MISTAKES, "Xã Mẫu Lỗi 02", "--lang en");
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("no row that could be read has this code or name"), "{}", ran.err);
}

#[test]
fn the_sheet_of_each_verdict_reads_like_this() {
    let sheets = [("recognised", "90002"), ("vetoed", "90004"), ("missing", "90006"), ("short", "90007")];
    for (name, code) in sheets {
        for (lang, width) in [("vi", 80), ("vi", 200), ("en", 120)] {
            let page = cfc(&format!("explain {SAMPLE} --commune {code} --lang {lang} --width {width}")).out;
            insta::assert_snapshot!(format!("explain_{name}_{lang}_{width}"), page);
        }
    }
    let page = |arguments: &str| cfc(&format!("explain {SAMPLE} --commune 90007 {arguments}")).out;
    insta::assert_snapshot!("explain_short_md", page("--format md"));
    let short = page("--json --lang en")
        .lines()
        .filter(|line| !line.starts_with("\"manifest\""))
        .collect::<Vec<_>>()
        .join("\n");
    insta::assert_snapshot!("explain_short_json", short);
}

/// A commune of the sample as a table of its own, with other figures.
fn with_figures(code: &str, figures: &[(&str, &str)]) -> String {
    let sample = project_file(SAMPLE);
    let mut lines = sample.lines();
    let header = lines.next().unwrap();
    let row = lines.find(|line| line.starts_with(code)).unwrap();
    let value = |(id, cell)| figures.iter().find(|(known, _)| *known == id).map_or(cell, |(_, value)| *value);
    let cells: Vec<&str> = header.split(',').zip(row.split(',')).map(value).collect();
    format!("{header}\n{}\n", cells.join(","))
}

#[test]
fn what_a_script_decides_can_be_checked_with_a_pencil() {
    let folder = folder();
    let abused = [("children", "7700"), ("abused", "1"), ("children_last_year", "7570"), ("abused_last_year", "2")];
    let table = file(&folder, "t.csv", with_figures("90002", &abused));
    let out = explained(&table, "90002", "--lang en --width 1000").out.replace('\u{a0}', " ");
    for expected in [
        "≈ 1.3 abused per 10000 children, not above 5 and lower than last year (≈ 2.64) → 50*",
        "Figures of the rule: full = 100*; reduced = 50*; otherwise = 0*; edge = 5*; per = 10000*",
        "What the figures count",
        "threshold 850 (quoted: thuvienphapluat.vn item 404124",
    ] {
        assert!(out.contains(expected), "{expected}\n{out}");
    }
}

#[test]
fn items_that_are_not_scored_are_named_with_their_reason() {
    let folder = folder();
    let open =
        [("survey_adults", "29"), ("survey_adults_satisfied", "29"), ("hamlets", "0"), ("hamlets_with_facility", "0")];
    let failing = [&open[..], &[("injury_deaths", "1"), ("injured", "9")]].concat();
    let table = file(&folder, "t.csv", with_figures("90002", &failing));
    let out = explained(&table, "90002", "--lang en --width 1000").out;
    for expected in [
        "Item not scored: Hamlets with a culture or sports facility for children (The denominator is 0)",
        "(too few valid answers from residents: 29, at least 30 are needed)",
        "Nothing is assumed in this part about items that are not scored",
    ] {
        assert!(out.contains(expected), "{expected}\n{out}");
    }
    assert!(!out.contains("No better verdict can be reached"), "{out}");
}

#[test]
fn a_name_typed_with_another_apostrophe_or_with_a_slip_is_found_or_suggested() {
    let folder = folder();
    let table = file(&folder, "t.csv", renamed(&["Xã Ea H'mẫu", "Xã Hòa An Mẫu"]));
    assert!(explained(&table, "ea h’mẫu", "").out.starts_with("90001"));
    let ran = explained(&table, "Hoà Ann Mẫu", "--lang en");
    assert!(ran.err.contains("90002 Xã Hòa An Mẫu"), "{}", ran.err);
}

#[test]
fn no_line_of_a_sheet_or_of_the_margins_is_wider_than_the_width() {
    for lang in ["vi", "en"] {
        for width in [40, 80, 120, 200] {
            for command in ["explain --commune 90006", "explain --commune 90010", "score --margins --only failed"] {
                let (name, rest) = command.split_once(' ').unwrap();
                let page = cfc(&format!("{name} {SAMPLE} {rest} --lang {lang} --width {width}")).out;
                let widest = page.lines().map(|line| line.nfc().count()).max().unwrap();
                assert!(widest <= width, "{lang} {width} {command}: {widest}");
            }
        }
    }
}

#[test]
fn files_are_written_by_their_extension_and_a_table_is_refused() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let all = format!("-o {} -o {} -o {}", path("a.md"), path("a.txt"), path("a.json"));
    let ran = explained(SAMPLE, "90002", &format!("{all} --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert!(std::fs::read_to_string(path("a.md")).unwrap().starts_with("# 90002 "));
    assert!(std::fs::read_to_string(path("a.txt")).unwrap().starts_with("90002 "));
    let json: Value = serde_json::from_str(&std::fs::read_to_string(path("a.json")).unwrap()).unwrap();
    assert_eq!(json["format"], 1);
    assert_eq!(explained(SAMPLE, "90002", &format!("-o {}", path("a.csv"))).code, 2);
}

#[test]
fn json_has_the_result_the_steps_and_what_would_change_it() {
    let json: Value = serde_json::from_str(&explained(SAMPLE, "90007", "--json").out).unwrap();
    assert_eq!(json["commune"]["verdict"], "not_recognised");
    assert_eq!(json["steps"]["items"]["participation.forum"]["en"], "no → 0");
    let way = &json["outlook"]["ways"][0];
    assert_eq!((&way["items"], &way["size"], &way["verdict"]), (&1.into(), &1.into(), &"recognised".into()));
    assert_eq!(way["changes"][0]["field"], "childrens_forum");
    assert_eq!(json["outlook"]["ways_are_shortest"], true);
    assert_eq!(json["outlook"]["gains"]["immunisation.rate"]["changes"][0]["field"], "under1_immunised");
    assert_eq!(json["figures"][0]["supplied_by"][0]["id"], "child_affairs");
}

#[test]
fn margins_stand_behind_the_criteria_and_change_no_other_cell() {
    let (plain, near) = (Results::of(SAMPLE, ""), Results::of(SAMPLE, "--margins"));
    let width = plain.header.len();
    assert_eq!(&near.header[..width], &plain.header[..]);
    assert_eq!(&near.header[width..], cfc::render::csv::MARGIN_COLUMNS);
    for (plain, near) in plain.rows.iter().zip(&near.rows) {
        assert_eq!(&near[..width], &plain[..]);
    }
    let sorted = Results::of(SAMPLE, "--margins --sort code");
    assert!(near.rows.iter().all(|row| sorted.rows.contains(row)), "the order of the rows changed their margins");
}

#[test]
fn the_margins_of_a_row_are_those_of_its_sheet() {
    let near = Results::of(SAMPLE, "--margins");
    for code in ["90002", "90004", "90007", "90020"] {
        let json: Value = serde_json::from_str(&explained(SAMPLE, code, "--json").out).unwrap();
        let of = |id: &str| {
            let row = near.column("code").iter().position(|known| *known == code).unwrap();
            near.column(id)[row]
        };
        let size = |value: &Value| value["size"].as_u64().map_or(String::new(), |size| size.to_string());
        assert_eq!(of("way_size"), size(&json["outlook"]["ways"][0]), "{code}");
        assert_eq!(of("fall_size"), size(&json["outlook"]["fall"]), "{code}");
        let unchangeable = json["outlook"]["unchangeable"].as_array().unwrap();
        let ids: Vec<&str> = unchangeable.iter().map(|one| one["condition"].as_str().unwrap()).collect();
        assert_eq!(of("unchangeable"), ids.join(";"), "{code}");
    }
}

#[test]
fn json_and_the_pages_for_people_show_the_margins_only_when_asked() {
    let json = |arguments: &str| -> Value {
        serde_json::from_str(&scored(SAMPLE, &format!("--format json {arguments}"))).unwrap()
    };
    assert_eq!(json("")["communes"][0].get("margins"), None);
    assert_eq!(json("--margins")["communes"][0]["margins"]["fall"]["size"], 1);
    let heading = "How near other points and verdicts are";
    for format in ["table", "md"] {
        assert!(!scored(SAMPLE, &format!("--format {format}")).contains(heading));
        assert!(scored(SAMPLE, &format!("--format {format} --margins")).contains(heading));
    }
}

#[test]
fn a_sheet_says_nothing_that_its_figures_do_not_bear_out() {
    for (code, expected) in [
        // Two digits would show the edge that is not reached.
        ("90019", "2200 / 2245 ≈ 97.996 % → 95 ≤ … < 98 → 40"),
        ("90066", "4818 / 6883 ≈ 69.999 % → < 70 → 0"),
        ("90032", "5 / 4999 ≈ 10.002 per 10000 → > 10 → 0"),
        // Nobody was weighed.
        ("90094", "not met: Under-fives were weighed → missing [0–25]"),
        // Every class gives the same.
        ("90109", "→ missing area class → missing [25]"),
        (
            "90109",
            "Total: 100 + 50 + 100 + 50 + 75 + 125 + 50 + missing [50] + 75 + 75 + 75 + 125 + 50 = missing [1000]",
        ),
        // With the deaths missing, the criterion can be 0, before and after.
        ("90100", "-15* points (the total is open: its lowest changes by 0*, its highest by -15*)"),
    ] {
        let out = explained(SAMPLE, code, "--lang en --width 1000").out.replace('\u{a0}', " ");
        assert!(out.contains(expected), "{code}: {expected}\n{out}");
    }
}

#[test]
fn the_page_shows_the_margins_of_the_csv_in_one_row_for_each_commune() {
    let near = Results::of(SAMPLE, "--margins");
    let page = scored(SAMPLE, "--format md --margins");
    let (_, page) = page.split_once("How near other points").unwrap();
    // Marks of provisional figures.
    let page = page.replace("\\*", "").replace('*', "");
    let rows: Vec<Vec<&str>> = page
        .lines()
        .filter(|line| line.starts_with("| 9") || line.starts_with("| 0"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    assert_eq!(rows.iter().map(|row| row[0]).collect::<Vec<_>>(), near.column("code"));
    for (at, row) in rows.iter().enumerate() {
        let of = |id: &str| near.column(id)[at];
        // "C12: 1 → +15" is the size and the points; a range of points is of a commune whose figures are missing.
        for (cell, size, points) in [(row[3], "gain_size", "gain_points"), (row[4], "loss_size", "loss_points")] {
            let (shown, gained) = cell.split_once(": ").map_or(("", ""), |(_, rest)| rest.split_once(" → ").unwrap());
            assert_eq!(shown, of(size), "{row:?}");
            assert!(gained.trim_start_matches('+').contains(of(points)), "{row:?}: {}", of(points));
        }
        let way = row[5].split_once(" (items: ").map(|(size, items)| (size, items.trim_end_matches(')')));
        assert_eq!(way.unwrap_or(("", "")), (of("way_size"), of("way_items")), "{row:?}");
        assert_eq!(row[6].trim_start_matches('–'), of("fall_size"), "{row:?}");
        assert_eq!(row[5].starts_with("cannot: "), !of("unchangeable").is_empty(), "{row:?}");
    }
}

//! `cfc review`: each rule of plausibility on tables whose findings were worked out by hand.
//!
//! The tables are multiples of one commune of the sample: every rate of a class is the same, no two communes share a figure,
//! and nothing is odd until cells are changed.

mod last_year;
mod plausible;

use crate::run::{MISTAKES, SAMPLE, cfc, file, folder, project_file};

type Edit<'e> = (usize, &'e str, &'e str);
type Edits<'e> = &'e [Edit<'e>];

/// The commune whose multiples a column `×` names: 1, 2, 3, 4, 6, … no multiple of 5, so that no last digit becomes round.
fn factor(commune: usize) -> i64 {
    let n = i64::try_from(commune).unwrap();
    n + 1 + n / 4
}

/// Communes 90101, 90102, … with cells changed: number of the commune from 0, column, text; `×` takes another multiple.
fn table(communes: usize, edits: Edits<'_>) -> String {
    let sample = project_file(SAMPLE);
    let mut lines = sample.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let first: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut text = header.join(",") + "\n";
    for commune in 0..communes {
        let edited = |column| edits.iter().rev().find(|edit| edit.0 == commune && edit.1 == column).map(|edit| edit.2);
        let factor = edited("×").map_or(factor(commune), |text| text.parse().unwrap());
        let cell = |at: usize| match (edited(header[at]), header[at], first[at].parse::<i64>()) {
            (Some(edit), ..) => edit.to_owned(),
            (_, "code", _) => (90101 + commune).to_string(),
            (_, "name", _) => format!("Xã Mẫu {commune}"),
            (_, "year", _) | (.., Err(_)) => first[at].to_owned(),
            (.., Ok(figure)) => (figure * factor).to_string(),
        };
        text += &((0..header.len()).map(cell).collect::<Vec<_>>().join(",") + "\n");
    }
    text
}

/// `level kind code cells`, sorted.
fn findings(csv: &str) -> Vec<String> {
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records().map(Result::unwrap).collect::<Vec<_>>();
    let mut found: Vec<String> =
        rows.iter().map(|row| format!("{} {} {} {}", &row[0], &row[1], &row[2], &row[7])).collect();
    found.sort();
    found
}

fn reviewed(text: &str, arguments: &str) -> Vec<String> {
    let folder = folder();
    let path = file(&folder, "table.csv", text);
    findings(&cfc(&format!("review {path} --format csv {arguments}")).out)
}

/// A sentence, how many communes, cells changed, what is found.
type Rule = (&'static str, usize, Edits<'static>, &'static [&'static str]);

/// Of the fourth commune, four times the first, 4 × 81 of 4 × 82 infants are immunised: 98.78 %, as everywhere.
const RULES: &[Rule] = &[
    ("multiples of one commune agree in everything", 8, &[], &[]),
    (
        "ten points less are 291.2 infants: 291 are far",
        8,
        &[(3, "under1_immunised", "291")],
        &["suspicious far_rate 90104 Y5;Z5"],
    ),
    ("292 are not", 8, &[(3, "under1_immunised", "292")], &[]),
    (
        "ten cases fewer in a small commune are far",
        8,
        &[(0, "under1_immunised", "71")],
        &["suspicious far_rate 90101 Y2;Z2"],
    ),
    ("nine are not, though they are eleven points", 8, &[(0, "under1_immunised", "72")], &[]),
    ("seven communes are too few to compare", 7, &[(3, "under1_immunised", "0")], &[]),
    (
        "a zero where the class has seven or more is looked at",
        8,
        &[(3, "activities", "0")],
        &["to_look_at zero_in_class 90104 AS5"],
    ),
    ("two zeros of eight: the class does have zeros", 8, &[(3, "activities", "0"), (4, "activities", "0")], &[]),
    (
        "two zeros of forty: it hardly has",
        40,
        &[(3, "activities", "0"), (4, "activities", "0")],
        &["suspicious zero_in_class 90104 AS5", "suspicious zero_in_class 90105 AS6"],
    ),
    (
        "a zero where all have twenty or more is suspicious, its parts follow from it",
        8,
        &[(3, "special_circumstances", "0"), (3, "special_supported", "0")],
        &["suspicious zero_in_class 90104 U5"],
    ),
    (
        "a part above its whole is a contradiction",
        8,
        &[(1, "under5_measured", "933")],
        &["contradiction above_other 90102 AC3;M3"],
    ),
    (
        "a missing figure is asked for, and the chain goes on behind it",
        8,
        &[(2, "under5_measured", ""), (2, "under5_stunted", "1399")],
        &["contradiction above_other 90103 AD4;M4", "to_look_at missing 90103 AC4"],
    ),
    ("a commune without its class is asked for it", 8, &[(1, "area_class", "")], &["to_look_at missing 90102 F3"]),
    ("a figure below 0 is an error of the table, not missing", 8, &[(1, "offending", "-3")], &[]),
    ("one name in one district under two codes", 8, &[(1, "name", "xã  MẪU 0")], &["suspicious same_commune 90102 A3"]),
    (
        "tone marks stand where people put them",
        8,
        &[(0, "name", "Xã Hòa An"), (1, "name", "Xã Hoà An")],
        &["suspicious same_commune 90102 A3"],
    ),
    ("other letters are other communes", 8, &[(0, "name", "Xã Hòa An"), (1, "name", "Xã Hóa An")], &[]),
    ("in another district it is another commune", 8, &[(1, "name", "Xã Mẫu 0"), (1, "district", "Huyện Khác")], &[]),
    ("a code that lost its zeros", 8, &[(0, "code", "00123"), (1, "code", "123")], &["suspicious same_commune 123 A3"]),
    (
        "a code that lost its zeros, with the same name and figures, is told once",
        8,
        &[(0, "code", "00123"), (1, "code", "123"), (1, "name", "Xã Mẫu 0"), (1, "×", "1")],
        &["suspicious same_commune 123 A3"],
    ),
    (
        "age groups that do not overlap are together no more than all children",
        8,
        &[(0, "children_7_plus", "995")],
        &[
            "contradiction relation 90101 AF2;AH2;AL2;G2",
            "contradiction relation 90101 M2;AL2;G2",
            "suspicious far_rate 90101 AL2;G2",
        ],
    ),
    ("as many as all children they can be", 8, &[(0, "children_7_plus", "910")], &[]),
    (
        "of a missing part of a sum, what is part of it counts",
        8,
        &[(0, "under5", ""), (0, "under1", "2000000")],
        &["contradiction relation 90101 Y2;G2", "suspicious far_rate 90101 Y2;Z2", "to_look_at missing 90101 M2"],
    ),
    (
        "cases without anybody they befell are a contradiction, not also unlikely",
        8,
        &[(0, "serious_cases", "1"), (0, "serious_cases_with_plan", "1")],
        &["contradiction relation 90101 W2;O2"],
    ),
    (
        "more cases than children are unlikely",
        8,
        &[(0, "abused", "1"), (0, "serious_cases", "2"), (0, "serious_cases_with_plan", "2")],
        &["suspicious relation 90101 W2;O2"],
    ),
    (
        "a count that no item measures as a rate is one of what it is at most",
        8,
        &[(0, "abused", "10")],
        &["suspicious far_rate 90101 O2;G2"],
    ),
    ("nine are not many", 8, &[(0, "abused", "9")], &[]),
    (
        "a share of everybody",
        8,
        &[(0, "special_circumstances", "1460"), (0, "special_supported", "1436")],
        &["suspicious far_rate 90101 U2;G2"],
    ),
];

#[test]
fn each_rule_finds_what_was_worked_out_by_hand_and_nothing_else() {
    for (what, communes, edits, expected) in RULES {
        assert_eq!(reviewed(&table(*communes, edits), ""), *expected, "{what}");
    }
}

#[test]
fn a_copied_row_is_told_once_of_the_second_by_code_even_with_some_figures_changed() {
    let kinds = |found: Vec<String>| -> Vec<String> {
        found.iter().map(|line| line.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect()
    };
    let once = ["suspicious copied_row 90106"];
    let copy: Edits<'_> = &[(5, "×", "2")];
    assert_eq!(kinds(reviewed(&table(8, copy), "")), once);
    let other_class: Edits<'_> = &[(5, "×", "2"), (5, "area_class", "other")];
    assert_eq!(kinds(reviewed(&table(8, other_class), "")), once, "rows are copied from wherever they stand");
    // 27 of the figures are 20 or more: fourteen that differ by one leave thirteen, fewer than half.
    let header = table(0, &[]);
    let columns = header.trim().split(',').skip(6);
    let own = table(6, copy);
    let row: Vec<&str> = own.lines().nth(6).unwrap().split(',').skip(6).collect();
    let large: Vec<(&str, String)> = columns
        .zip(row)
        .filter_map(|(column, text)| Some((column, text.parse::<i64>().ok().filter(|n| *n >= 20)? - 1)))
        .map(|(column, figure)| (column, figure.to_string()))
        .collect();
    for (changed, expected) in [(large.len() / 2, true), (large.len() / 2 + 1, false)] {
        // From the back: parts before their wholes, so that none is above its own.
        let edits = large.iter().rev().take(changed).map(|(column, text)| (5, *column, text.as_str()));
        let edits: Vec<Edit<'_>> = edits.chain(copy.iter().copied()).collect();
        let found = kinds(reviewed(&table(8, &edits), ""));
        assert_eq!(found.contains(&once[0].to_owned()), expected, "{changed} of {}: {found:?}", large.len());
    }
}

#[test]
fn a_table_with_errors_shows_them_and_what_is_odd_about_the_rest() {
    let folder = folder();
    let edits: Edits<'_> = &[(1, "offending", "-3"), (2, "children", "1.065"), (3, "under1_immunised", "200")];
    let ran = cfc(&format!("review {} --format csv --lang en", file(&folder, "table.csv", table(8, edits))));
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("error[cell/negative]") && ran.err.contains("error[cell/ambiguous-number]"),
        "{}",
        ran.err
    );
    assert_eq!(findings(&ran.out), ["suspicious far_rate 90104 Y5;Z5"], "what could not be read is not called missing");
}

const SUBTRACTS: &str = include_str!("review/subtracts.toml");

#[test]
fn a_count_that_a_formula_makes_negative_is_a_contradiction() {
    let folder = folder();
    let standard = file(&folder, "s.toml", SUBTRACTS);
    let table = file(&folder, "t.csv", "code,name,born,left,registered\n1,A,10,12,3\n2,B,10,2,8\n");
    let ran = cfc(&format!("review {table} --standard {standard} --format csv --lang en"));
    assert_eq!(findings(&ran.out), ["contradiction negative_count 1 C2;D2;E2"], "{}", ran.err);
}

#[test]
fn a_commune_with_round_numbers_everywhere_is_asked_whether_they_were_counted() {
    let text = table(1, &[]);
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let counts = rows[0].iter().zip(&rows[1]).skip(6);
    let large: Vec<(&str, i64)> =
        counts.filter_map(|(column, text)| Some((*column, text.parse::<i64>().ok().filter(|n| *n >= 20)?))).collect();
    // 26 counts in 25 different figures: the five-year-olds are all enrolled. Rounded down there are 25 as well, and 19 of
    // them are three quarters, 18 are not.
    assert_eq!(large.len(), 26);
    let rounded: Vec<(&str, String)> = large
        .iter()
        .enumerate()
        .map(|(at, (column, n))| (*column, (n - n % 5 + if at % 2 == 0 { 0 } else { 5 }).to_string()))
        .collect();
    for left_out in 0..rounded.len() {
        let edits: Vec<Edit<'_>> =
            rounded.iter().skip(left_out).map(|(column, text)| (0, *column, text.as_str())).collect();
        let made = table(1, &edits);
        let figures: std::collections::BTreeSet<i64> = made
            .lines()
            .nth(1)
            .unwrap()
            .split(',')
            .skip(6)
            .filter_map(|text| text.parse::<i64>().ok().filter(|n| *n >= 20))
            .collect();
        let round = figures.iter().filter(|n| **n % 5 == 0).count();
        let found = reviewed(&made, "");
        let is_round = found.iter().any(|line| line.starts_with("suspicious round_numbers 90101 "));
        assert_eq!(is_round, round * 4 >= figures.len() * 3, "{round} of {}: {found:?}", figures.len());
    }
}

#[test]
fn the_expected_list_needs_only_codes_and_names() {
    let folder = folder();
    let list = file(&folder, "list.csv", "Mã xã;Tên xã\n90101;Xã Một\n90109;Xã Chín\n");
    let found = reviewed(&table(2, &[]), &format!("--expected {list}"));
    assert_eq!(found, ["suspicious not_expected 90102 A3", "to_look_at not_handed_in 90109 "]);
    let list = file(&folder, "list.csv", "Mã xã;Tên xã\n90101;Xã Một\n90120;XÃ MẪU 1\n");
    let path = file(&folder, "table.csv", table(2, &[]));
    let told = cfc(&format!("review {path} --expected {list} --format csv --lang en")).out;
    assert!(told.contains("code 90102 is not on the list; on the list this name has the code 90120"), "{told}");
    assert!(told.contains(&format!("another code in cell {path}!A3")), "{told}");
}

#[test]
fn a_commune_in_two_files_is_a_finding_and_an_error_of_the_tables() {
    let folder = folder();
    let (one, two) = (file(&folder, "1.csv", table(2, &[])), file(&folder, "2.csv", table(1, &[(0, "×", "9")])));
    let ran = cfc(&format!("review {one} {two} --format csv"));
    assert_eq!(findings(&ran.out), ["contradiction duplicate 90101 A2"]);
    assert!(ran.out.contains(&format!("this code stands in cell {one}!A2 already")), "{}", ran.out);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "said once, as a finding");
}

#[test]
fn the_exit_code_is_0_with_findings_3_when_strict_and_1_for_a_table_that_cannot_be_scored() {
    assert_eq!(cfc(&format!("review {SAMPLE}")).code, 0);
    assert_eq!(cfc(&format!("review {SAMPLE} --strict")).code, 3);
    assert_eq!(cfc(&format!("review {MISTAKES} --strict")).code, 1);
    assert_eq!(cfc("review no-such-file.csv").code, 2);
    assert_eq!(cfc(&format!("review {SAMPLE} --jump 0,5")).code, 2);
    let folder = folder();
    let quiet = file(&folder, "quiet.csv", table(8, &[]));
    assert_eq!(cfc(&format!("review {quiet} --strict")).code, 0);
}

#[test]
fn cells_of_workbooks_are_named_with_their_file_and_sheet() {
    let ran = cfc("review tests/tables/commune-twice.xlsx --lang en --width 400");
    let line = ran.out.lines().find(|line| line.contains("this code stands in cell A2 already"));
    assert!(line.is_some_and(|line| line.contains("(tests/tables/commune-twice.xlsx!S!A3)")), "{}", ran.out);
    // The form of this workbook is shorter than the standard: what has no column has no cell.
    assert!(ran.out.contains("(tests/tables/commune-twice.xlsx!S, row 2)") && !ran.out.contains("(2"), "{}", ran.out);
}

#[test]
fn with_several_files_each_finding_names_its_own() {
    let folder = folder();
    let (one, two) = (file(&folder, "1.csv", table(8, &[])), file(&folder, "2.csv", table(1, &[(0, "code", "90999")])));
    let odd = file(&folder, "odd.csv", table(8, &[(0, "abused", "10")]));
    let out = |files: &str| cfc(&format!("review {files} --lang en --width 400")).out;
    assert!(out(&odd).contains("(O2, G2)"), "{}", out(&odd));
    for other in [&one, &two] {
        let told = out(&format!("{odd} {other}"));
        assert!(told.contains(&format!("({odd}!O2, G2)")) && !told.contains("(O2"), "{told}");
    }
}

#[test]
fn the_order_of_rows_does_not_change_what_is_found() {
    let sample = project_file(SAMPLE);
    let (header, rows) = sample.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    // Cells without their rows, as `level kind code columns`.
    let columns = |found: Vec<String>| -> Vec<String> {
        let cells = |cells: &str| cells.replace(|c: char| c.is_ascii_digit(), "");
        let line = |line: &String| line.rsplit_once(' ').map(|(line, places)| format!("{line} {}", cells(places)));
        found.iter().filter_map(line).collect()
    };
    let forwards = columns(reviewed(&sample, ""));
    assert!(forwards.len() > 50, "{}", forwards.len());
    for _ in 0..5 {
        rows.rotate_left(17);
        rows.reverse();
        assert_eq!(columns(reviewed(&format!("{header}\n{}\n", rows.join("\n")), "")), forwards);
    }
}

#[test]
fn a_commune_of_another_class_changes_nothing() {
    let own: Edits<'_> = &[(0, "under1_immunised", "7"), (1, "activities", "0")];
    let found = reviewed(&table(9, own), "");
    assert_eq!(found, ["suspicious far_rate 90101 Y2;Z2", "suspicious zero_in_class 90102 AS3"]);
    let odd: Edits<'_> = &[
        (9, "area_class", "other"),
        (9, "under1_immunised", "1"),
        (9, "children_examined", "1"),
        (9, "activities", "0"),
    ];
    assert_eq!(reviewed(&table(10, &[own, odd].concat()), ""), found);
    let same_class: Vec<Edit<'_>> = own.iter().chain(&odd[1..]).copied().collect();
    assert_ne!(reviewed(&table(10, &same_class), ""), found, "in its own class it would be found");
}

#[test]
fn ten_times_as_many_children_leave_rates_as_far_as_they_are() {
    let edits: Edits<'_> =
        &[(0, "under1_immunised", "60"), (3, "children_examined", "4000"), (4, "kindergarten_enrolled", "1000")];
    let far = |text: &str| -> Vec<String> {
        reviewed(text, "").into_iter().filter(|line| line.contains("far_rate")).collect()
    };
    let small = table(12, edits);
    let times_ten: String = small
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let cell = |(column, text): (usize, &str)| match text.parse::<i64>() {
                Ok(n) if at > 0 && column > 5 => (n * 10).to_string(),
                _ => text.to_owned(),
            };
            line.split(',').enumerate().map(cell).collect::<Vec<_>>().join(",") + "\n"
        })
        .collect();
    assert_eq!(far(&small).len(), 3);
    assert_eq!(far(&times_ten), far(&small));
}

#[test]
fn a_review_reads_in_both_languages() {
    let folder = folder();
    let edits: Edits<'_> = &[
        (0, "under1_immunised", "60"),
        (1, "under5_measured", "933"),
        (2, "abused", ""),
        (3, "activities", "0"),
        (4, "children", "1.065"),
        (6, "×", "2"),
        (7, "name", "Xã Mẫu 5"),
    ];
    let path = file(&folder, "table.csv", table(8, edits));
    let before = file(
        &folder,
        "before.csv",
        table(1, &[(0, "year", "2023"), (0, "special_circumstances", "40"), (0, "special_supported", "40")]),
    );
    let list = file(
        &folder,
        "list.csv",
        "code,name\n90101,Xã Mẫu 0\n90102,Xã Mẫu 1\n90103,Xã Mẫu 2\n90104,Xã Mẫu 3\n90105,Xã Mẫu 4\n90106,Xã Mẫu 5\n90107,Xã Mẫu 6\n90118,Xã Mẫu 8\n",
    );
    for lang in ["vi", "en"] {
        for format in ["table", "md"] {
            let beside = format!("--last-year {before} --expected {list}");
            let ran = cfc(&format!("review {path} {beside} --lang {lang} --format {format} --width 110"));
            assert_eq!(ran.code, 1, "the ambiguous number is an error: {}", ran.err);
            let shown = ran.out.replace(folder.path().to_str().unwrap(), "");
            insta::assert_snapshot!(format!("review_{format}_{lang}"), shown);
        }
    }
}

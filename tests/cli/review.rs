//! `cfc review`: each rule of plausibility on tables whose findings were worked out by hand.
//!
//! The tables are copies of one commune of the sample, which agree in everything, with a few cells changed: so every class
//! has no spread, a rate is far when it is more than three percentage points away, and nothing else is odd.

use crate::run::{MISTAKES, SAMPLE, cfc, file, folder, project_file};

type Edit<'e> = (usize, &'e str, &'e str);
type Edits<'e> = &'e [Edit<'e>];

/// Communes 90101, 90102, … with cells changed: number of the commune from 0, column, text.
fn table(communes: usize, edits: Edits<'_>) -> String {
    let sample = project_file(SAMPLE);
    let mut lines = sample.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let first: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut text = header.join(",") + "\n";
    for commune in 0..communes {
        let code = format!("{}", 90101 + commune);
        let cell = |at: usize| {
            let edit = edits.iter().rev().find(|edit| edit.0 == commune && edit.1 == header[at]);
            let own = if header[at] == "code" { code.as_str() } else { first[at] };
            edit.map_or(own, |edit| edit.2).to_owned()
        };
        text += &((0..header.len()).map(cell).collect::<Vec<_>>().join(",") + "\n");
    }
    text
}

/// `level kind code fields`, sorted.
fn findings(csv: &str) -> Vec<String> {
    let rows = csv::Reader::from_reader(csv.as_bytes()).into_records().map(Result::unwrap).collect::<Vec<_>>();
    let mut found: Vec<String> =
        rows.iter().map(|row| format!("{} {} {} {}", &row[0], &row[1], &row[2], &row[6])).collect();
    found.sort();
    found
}

fn reviewed(text: &str, arguments: &str) -> Vec<String> {
    let folder = folder();
    let path = file(&folder, "table.csv", text);
    findings(&cfc(&format!("review {path} --format csv {arguments}")).out)
}

#[test]
fn each_rule_finds_what_was_worked_out_by_hand_and_nothing_else() {
    let all = |column: &'static str, value: &'static str| (0..8).map(move |at| (at, column, value));
    let hundred: Vec<_> = all("under1", "100").chain(all("under1_immunised", "98")).collect();
    let with = |more: Edits<'static>| hundred.iter().copied().chain(more.iter().copied()).collect::<Vec<_>>();
    let rows: [(&str, Vec<Edit<'_>>, &[&str]); 8] = [
        ("copies of one commune agree in everything", vec![], &[]),
        ("a rate on the fence, 98 % - 3 × 1 point, is not far", with(&[(0, "under1_immunised", "95")]), &[]),
        (
            "one child fewer is",
            with(&[(0, "under1_immunised", "94")]),
            &["suspicious far_rate 90101 under1;under1_immunised"],
        ),
        (
            "a zero where seven others have a case is looked at",
            all("activities", "7").chain([(3, "activities", "0")]).collect(),
            &["to_look_at zero_in_class 90104 activities"],
        ),
        ("two zeros: the class does have zeros", vec![(3, "activities", "0"), (4, "activities", "0")], &[]),
        (
            "a part above its whole is a contradiction",
            vec![(1, "under5_measured", "467")],
            &["contradiction above_other 90102 under5_measured;under5"],
        ),
        (
            "a missing figure is asked for, and the chain goes on behind it",
            vec![(2, "under5_measured", ""), (2, "under5_stunted", "467")],
            &["contradiction above_other 90103 under5_stunted;under5", "to_look_at missing 90103 under5_measured"],
        ),
        (
            "some round counts of many are chance",
            vec![(0, "children_examined", "1340"), (0, "rights_aware", "1315"), (0, "aged_3_5", "270")],
            &[],
        ),
    ];
    for (what, edits, expected) in rows {
        assert_eq!(reviewed(&table(8, &edits), ""), expected, "{what}");
    }
}

#[test]
fn a_commune_with_round_numbers_everywhere_is_asked_whether_they_were_counted() {
    let sample = project_file(SAMPLE);
    let rows: Vec<Vec<&str>> = sample.lines().take(2).map(|line| line.split(',').collect()).collect();
    let counts = rows[0].iter().zip(&rows[1]).skip(6).filter(|(column, _)| !column.starts_with("survey"));
    let large: Vec<(&str, i64)> =
        counts.filter_map(|(column, text)| Some((*column, text.parse::<i64>().ok().filter(|n| *n >= 20)?))).collect();
    let uneven = large.iter().filter(|(_, n)| n % 5 != 0);
    let rounded: Vec<(&str, String)> = uneven.map(|(column, n)| (*column, (n - n % 5).to_string())).collect();
    // All 22 can be made to end in 0 or 5, and the four of the survey do not: 22/26 is more than 3/4, and 19/26 is less.
    assert_eq!(large.len(), 22);
    for (left_out, expected) in [(0, true), (2, true), (3, false)] {
        let edits = rounded.iter().skip(left_out).map(|(column, text)| (0, *column, text.as_str()));
        let found = reviewed(&table(8, &edits.collect::<Vec<_>>()), "");
        let is_round = found.iter().any(|line| line.starts_with("suspicious round_numbers 90101 "));
        assert_eq!(is_round, expected, "{left_out}: {found:?}");
    }
}

#[test]
fn seven_communes_are_too_few_to_compare_unless_asked() {
    let text = table(7, &[(0, "under1_immunised", "60"), (1, "activities", "0")]);
    assert_eq!(reviewed(&text, ""), Vec::<String>::new());
    let found = reviewed(&text, "--least-communes 7");
    assert!(found.contains(&"suspicious far_rate 90101 under1;under1_immunised".to_owned()), "{found:?}");
    assert!(found.contains(&"to_look_at zero_in_class 90102 activities".to_owned()), "{found:?}");
}

#[test]
fn last_year_is_matched_by_code_and_says_what_stayed_and_what_jumped() {
    let folder = folder();
    let before = |edits| file(&folder, "before.csv", table(2, edits));
    // 113 children in special circumstances, 56 the year before: 113 > 2 × 56; 57 would be 113 < 114.
    let cases: [(&str, Edits<'_>, &str); 2] = [
        ("56", &[(0, "special_circumstances", "56")], "suspicious jump"),
        ("57", &[(0, "special_circumstances", "57")], "none"),
    ];
    for (figure, edits, expected) in cases {
        let found = reviewed(&table(1, &[]), &format!("--last-year {}", before(edits)));
        let jumped = found.contains(&"suspicious jump 90101 special_circumstances".to_owned());
        assert_eq!(jumped, expected != "none", "{figure}: {found:?}");
        let copied = |line: &String| line.starts_with("suspicious unchanged 90101 children;children_last_year;");
        assert!(found.iter().any(copied), "a row in which all but one figure stayed looks copied: {found:?}");
        assert!(!found.iter().any(|line| line.contains(";special_circumstances;")), "{found:?}");
    }
    let twice = table(1, &[(0, "special_circumstances", "112")]);
    let found = reviewed(&twice, &format!("--last-year {}", before(&[(0, "special_circumstances", "56")])));
    assert!(!found.iter().any(|line| line.contains(" jump ")), "exactly twice is not more than twice: {found:?}");
    let other = file(&folder, "other.csv", table(1, &[(0, "code", "90909")]));
    assert_eq!(reviewed(&table(1, &[]), &format!("--last-year {other}")), Vec::<String>::new());
}

#[test]
fn the_expected_list_needs_only_codes_and_names() {
    let folder = folder();
    let list = file(&folder, "list.csv", "Mã xã;Tên xã\n90101;Xã Một\n90109;Xã Chín\n");
    let found = reviewed(&table(2, &[]), &format!("--expected {list}"));
    assert_eq!(found, ["suspicious not_expected 90102 ", "to_look_at not_handed_in 90109 "]);
}

#[test]
fn a_commune_in_two_files_is_a_finding_and_an_error_of_the_tables() {
    let folder = folder();
    let (one, two) = (file(&folder, "1.csv", table(2, &[])), file(&folder, "2.csv", table(1, &[])));
    let ran = cfc(&format!("review {one} {two} --format csv"));
    assert_eq!(findings(&ran.out), ["contradiction duplicate 90101 "]);
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
fn the_order_of_rows_does_not_change_what_is_found() {
    let sample = project_file(SAMPLE);
    let (header, rows) = sample.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    let forwards = reviewed(&sample, "");
    assert!(forwards.len() > 50, "{}", forwards.len());
    for _ in 0..5 {
        rows.rotate_left(17);
        rows.reverse();
        assert_eq!(reviewed(&format!("{header}\n{}\n", rows.join("\n")), ""), forwards);
    }
}

#[test]
fn a_commune_of_another_class_changes_nothing() {
    let without = table(9, &[(0, "under1_immunised", "70"), (1, "activities", "0"), (8, "area_class", "other")]);
    let odd: Edits<'_> = &[
        (0, "under1_immunised", "70"),
        (1, "activities", "0"),
        (8, "area_class", "other"),
        (8, "under1_immunised", "1"),
        (8, "children_examined", "1"),
    ];
    let found = reviewed(&without, "");
    assert_eq!(
        found,
        ["suspicious far_rate 90101 under1;under1_immunised", "to_look_at zero_in_class 90102 activities"]
    );
    assert_eq!(reviewed(&table(9, odd), ""), found);
}

#[test]
fn a_review_reads_in_both_languages() {
    let folder = folder();
    let edits: Edits<'_> = &[
        (0, "under1_immunised", "60"),
        (1, "under5_measured", "467"),
        (2, "abused", ""),
        (3, "activities", "0"),
        (4, "children", "1.065"),
    ];
    let path = file(&folder, "table.csv", table(8, edits));
    let before = file(&folder, "before.csv", table(1, &[(0, "special_circumstances", "40")]));
    for lang in ["vi", "en"] {
        for format in ["table", "md"] {
            let ran = cfc(&format!("review {path} --last-year {before} --lang {lang} --format {format} --width 110"));
            assert_eq!(ran.code, 1, "the ambiguous number is an error: {}", ran.err);
            let shown = ran.out.replace(folder.path().to_str().unwrap(), "");
            insta::assert_snapshot!(format!("review_{format}_{lang}"), shown);
        }
    }
}

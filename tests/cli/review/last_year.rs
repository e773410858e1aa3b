//! `cfc review --last-year`.

use super::{Edit, Edits, findings, reviewed, table};
use crate::run::{cfc, file, folder};

#[test]
fn last_year_is_matched_by_code_and_says_what_stayed_and_what_jumped() {
    let folder = folder();
    let before = |edits: &[Edit<'_>]| file(&folder, "before.csv", table(3, edits));
    // This year the first commune has 113 children in special circumstances, 111 of them supported; the second twice that.
    // Last year all figures were those of another multiple, but for some.
    let rows: [(&str, Edits<'_>, &[&str]); 7] = [
        (
            "a multiple of itself by more than two has jumped in every whole; parts follow",
            &[(0, "×", "3")],
            &[
                "suspicious jump 90101 AF2",
                "suspicious jump 90101 AH2",
                "suspicious jump 90101 G2",
                "suspicious jump 90101 M2",
            ],
        ),
        ("exactly twice has not", &[(0, "×", "2")], &[]),
        (
            "113 is more than twice 56",
            &[(0, "×", "2"), (0, "special_circumstances", "56"), (0, "special_supported", "56")],
            &["suspicious jump 90101 U2"],
        ),
        (
            "113 is less than twice 57",
            &[(0, "×", "2"), (0, "special_circumstances", "57"), (0, "special_supported", "57")],
            &[],
        ),
        ("one large count that stayed", &[(0, "×", "2"), (0, "children", "1460")], &["to_look_at unchanged 90101 G2"]),
        ("two smaller ones that stayed", &[(0, "×", "2"), (0, "under1", "82"), (0, "aged_3_5", "268")], &[]),
        (
            "three that stayed",
            &[(0, "×", "2"), (0, "under1", "82"), (0, "aged_3_5", "268"), (0, "under5", "466")],
            &["to_look_at unchanged 90101 M2;Y2;AH2"],
        ),
    ];
    let fresh: Edits<'_> = &[(1, "code", "90909"), (2, "code", "90908")];
    for (what, edits, expected) in rows {
        let edits: Vec<Edit<'_>> = fresh.iter().chain(edits).copied().collect();
        // Last year's children are another number than the multiple: told, and tested below.
        let mut found = reviewed(&table(1, &[]), &format!("--last-year {}", before(&edits)));
        found.retain(|line| line != "suspicious last_year_differs 90101 H2");
        assert_eq!(found, expected, "{what}");
    }
    let mut found = reviewed(&table(1, &[]), &format!("--last-year {}", before(&[])));
    found.retain(|line| line != "suspicious last_year_differs 90101 H2");
    assert!(found.len() == 1 && found[0].starts_with("suspicious unchanged 90101 G2;H2;M2;"), "{found:?}");
}

#[test]
fn last_years_table_may_have_other_columns() {
    let folder = folder();
    let before =
        file(&folder, "before.csv", "Mã xã;Tên xã;Tổng số trẻ em năm trước nữa;under5\n90101;Xã Mẫu 0;7;200\n");
    let ran = cfc(&format!("review {} --last-year {before} --format csv", file(&folder, "t.csv", table(1, &[]))));
    assert_eq!(findings(&ran.out), ["suspicious jump 90101 M2"], "{}", ran.err);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_table_of_another_year_than_the_last_is_said_where_it_is_compared() {
    let folder = folder();
    let now = file(&folder, "now.csv", table(1, &[]));
    for (year, told) in [("2024", true), ("2023", false), ("2022", true)] {
        let before = file(&folder, "before.csv", table(1, &[(0, "year", year)]));
        let out = cfc(&format!("review {now} --last-year {before} --format csv")).out;
        assert!(out.contains("same as last year"), "{out}");
        assert_eq!(out.contains(&format!("(last year's table says year {year})")), told, "{year}\n{out}");
    }
}

/// The first commune has 1460 children, and had 1455 last year; it had no child abused in either.
#[test]
fn last_year_s_figure_is_held_against_last_year_s_table() {
    let folder = folder();
    let now = |edits: &[Edit<'_>]| table(1, &[&[(0, "abused", "1"), (0, "abused_last_year", "5")], edits].concat());
    let before = |edits: &[Edit<'_>]| {
        let same: &[Edit<'_>] = &[(0, "×", "2"), (0, "year", "2023"), (0, "children", "1455"), (0, "abused", "5")];
        file(&folder, "before.csv", table(1, &[same, edits].concat()))
    };
    let rows: [(&str, Edits<'_>, &[&str]); 5] = [
        ("as it was", &[], &[]),
        ("another one", &[(0, "abused", "0")], &["contradiction last_year_differs 90101 P2"]),
        (
            "both of them",
            &[(0, "abused", "4"), (0, "children", "1456")],
            &["contradiction last_year_differs 90101 H2", "contradiction last_year_differs 90101 P2"],
        ),
        ("not known last year", &[(0, "abused", "")], &[]),
        (
            "in the table of another year it may well be another",
            &[(0, "year", "2022"), (0, "abused", "0")],
            &["suspicious last_year_differs 90101 P2"],
        ),
    ];
    for (what, edits, expected) in rows {
        let found = reviewed(&now(&[]), &format!("--last-year {}", before(edits)));
        assert_eq!(found, expected, "{what}");
    }
    let path = before(&[(0, "abused", "0")]);
    let out = cfc(&format!("review {} --last-year {path} --lang en --width 400", file(&folder, "t.csv", now(&[])))).out;
    let told = format!("is 5; in last year's table “Children abused” is 0 (cell {path}!O2)");
    assert!(out.contains(&told), "{out}");
}

#[test]
fn what_varies_from_year_to_year_does_not_jump() {
    let folder = folder();
    let survey: Edits<'_> = &[
        (0, "survey_children", "400"),
        (0, "survey_children_satisfied", "380"),
        (0, "survey_adults", "20"),
        (0, "survey_adults_satisfied", "19"),
    ];
    let before = file(
        &folder,
        "before.csv",
        table(1, &[&[(0, "×", "2"), (0, "children", "1455"), (0, "year", "2023")], survey].concat()),
    );
    assert_eq!(reviewed(&table(1, &[]), &format!("--last-year {before}")), [""; 0]);
}

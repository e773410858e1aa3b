//! `diff`: what it compares, what it writes, and how it ends.

use crate::run::{Results, SAMPLE, cfc, file, folder, names, project_file};
use crate::test::STANDARD;
use std::fs;

const OLD: &str = "tests/standards/diff/old.toml";
const NEW: &str = "tests/standards/diff/new.toml";
const TABLE: &str = "tests/standards/diff/communes.csv";

#[test]
fn differences_or_none_end_with_0_and_go_to_stdout() {
    for (new, line) in [(OLD, "Không có thay đổi nào."), (NEW, " thay đổi: ")] {
        let ran = cfc(&format!("diff {OLD} {new}"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{new}");
        assert!(ran.out.contains(line), "{}", ran.out);
    }
}

#[test]
fn a_standard_that_cannot_be_used_is_1_or_2_on_either_side() {
    let folder = folder();
    let bad = file(&folder, "bad.toml", project_file(OLD).replace("points = 35", "points = 3x5"));
    for (old, new, code) in
        [(bad.as_str(), OLD, 1), (OLD, bad.as_str(), 1), ("no-such-standard", OLD, 2), (OLD, "no/such/file.toml", 2)]
    {
        let ran = cfc(&format!("diff {old} {new} --lang en"));
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{old} {new}: {}", ran.err);
        assert!(ran.err.contains("error["), "{}", ran.err);
    }
    assert_eq!(cfc(&format!("diff {OLD}")).code, 2, "one standard is not enough");
}

#[test]
fn mistakes_of_both_standards_are_told_in_one_run() {
    let folder = folder();
    let broken = |name: &str| file(&folder, name, project_file(OLD).replace("points = 35", "points = 3x5"));
    let ran = cfc(&format!("diff {} {} --lang en", broken("a.toml"), broken("b.toml")));
    assert!(ran.err.contains("a.toml") && ran.err.contains("b.toml"), "{}", ran.err);
}

#[test]
fn a_column_that_one_of_them_wants_must_be_there_unless_it_may_be_missing() {
    let folder = folder();
    let text = project_file(TABLE);
    let table: String = text.lines().flat_map(|line| [line.rsplit_once(',').unwrap().0, "\n"]).collect();
    let table = file(&folder, "no-internet.csv", table);
    let ran = cfc(&format!("diff {OLD} {NEW} --data {table} --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    assert!(ran.err.contains("internet"), "{}", ran.err);
    let ran = cfc(&format!("diff {OLD} {NEW} --data {table} --allow-missing-columns --format csv"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(Results::read(&ran.out, b',').column("verdict_after")[3], "undetermined");
}

#[test]
fn a_mistake_in_the_table_is_told_once_though_it_is_read_twice() {
    let folder = folder();
    let table = file(&folder, "table.csv", project_file(TABLE).replace(",186,", ",nhiều,"));
    let ran = cfc(&format!("diff {OLD} {NEW} --data {table} --lang en"));
    assert_eq!(ran.code, 1);
    assert_eq!(ran.err.matches("error[").count(), 1, "{}", ran.err);
}

#[test]
fn every_format_goes_where_its_extension_says() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    let formats = [("a.csv", "csv"), ("b.tsv", "tsv"), ("c.md", "md"), ("d.json", "json"), ("e.txt", "table")];
    let outputs: Vec<String> = formats.iter().map(|(name, _)| format!("-o {}", path(name).display())).collect();
    let ran = cfc(&format!("diff {OLD} {NEW} {} --data {TABLE}", outputs.join(" ")));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    for (name, format) in formats {
        let printed = cfc(&format!("diff {OLD} {NEW} --data {TABLE} --format {format}")).out;
        assert_eq!(fs::read_to_string(path(name)).unwrap(), printed, "{name}");
    }
    assert_eq!(names(&folder).len(), formats.len());
}

#[test]
fn neither_a_standard_nor_a_table_is_written_over() {
    let folder = folder();
    let old = file(&folder, "old.json", "not written over");
    for inputs in [format!("{old} {NEW}"), format!("{OLD} {NEW} --data {old}")] {
        let ran = cfc(&format!("diff {inputs} -o {old}"));
        assert_eq!(ran.code, 2, "{inputs}");
        assert_eq!(fs::read_to_string(&old).unwrap(), "not written over");
    }
}

#[test]
fn data_formats_are_the_same_in_both_languages() {
    for more in ["", &format!("--data {TABLE}")] {
        for format in ["csv", "json"] {
            let run = |lang| cfc(&format!("diff {OLD} {NEW} --format {format} --lang {lang} {more}")).out;
            assert_eq!(run("vi"), run("en"), "{format} {more}");
        }
    }
}

#[test]
fn the_verdicts_are_those_of_score_under_either_standard() {
    let ran = cfc(&format!("diff {OLD} {NEW} --data {TABLE} --format csv --all --lang en"));
    let both = Results::read(&ran.out, b',');
    for (standard, year, end) in [(OLD, 2024, "before"), (NEW, 2025, "after")] {
        let scored = Results::of(TABLE, &format!("--standard {standard} --year {year}"));
        for (column, name) in [("total", "total"), ("verdict", "verdict"), ("failed", "failed")] {
            assert_eq!(both.column(&format!("{name}_{end}")), scored.column(column), "{column} {end}");
        }
    }
}

#[test]
fn only_communes_that_change_are_listed_unless_all_are_asked_for() {
    let run = |more: &str| cfc(&format!("diff qd-06-2019 qd-06-2019 --data {SAMPLE} --format csv {more}")).out;
    assert_eq!(run("").lines().count(), 1);
    assert_eq!(run("--all").lines().count(), 125);
}

#[test]
fn two_years_of_one_file_are_compared_by_the_figures_of_each() {
    let dated = "tests/standards/dated.toml";
    let count = |years: &str| {
        let ran = cfc(&format!("diff {dated} {dated} --format csv {years}"));
        assert_eq!(ran.code, 0, "{years}: {}", ran.err);
        ran.out.lines().count() - 1
    };
    assert_eq!([count(""), count("--old-year 2027 --new-year 2027")], [0, 0]);
    let ran = cfc(&format!("diff {dated} {dated} --old-year 2026 --new-year 2027 --format csv"));
    let changes = Results::read(&ran.out, b',');
    assert_eq!([changes.column("before"), changes.column("after")], [["20"], ["25"]], "{}", ran.out);
    let ran = cfc(&format!("diff {dated} {dated} --old-year 2019 --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("not in force in 2019"), "{}", ran.err);
}

/// The older standard with this many cases that misread it, and its scripts beside it.
fn draft(folder: &tempfile::TempDir, name: &str, wrong: usize) -> String {
    let case = |n: usize| {
        let figures = format!("given = {{ children = {n}00, examined = {n}00 }}");
        format!("[[case]]\nname = \"wrong {n}\"\nitem = \"health.examined\"\n{figures}\npoints = 1.5\n\n")
    };
    let cases: String = (1..=wrong).map(case).collect();
    let scripts = folder.path().join("scripts/old");
    fs::create_dir_all(&scripts).unwrap();
    fs::write(scripts.join("activities.rhai"), project_file("tests/standards/diff/scripts/old/activities.rhai"))
        .unwrap();
    file(folder, name, format!("{}\n{cases}", project_file(OLD)))
}

#[test]
fn a_draft_whose_cases_fail_is_compared_all_the_same_and_says_so_once() {
    let folder = folder();
    let (one, seven) = (draft(&folder, "one.toml", 1), draft(&folder, "seven.toml", 7));
    for (old, new, warnings) in [(OLD, seven.as_str(), 1), (seven.as_str(), OLD, 1), (one.as_str(), seven.as_str(), 2)]
    {
        let ran = cfc(&format!("diff {old} {new} --data {TABLE} --lang en"));
        assert_eq!((ran.code, ran.err.matches("[case/some-fail]").count()), (0, warnings), "{}", ran.err);
        assert!(ran.err.contains(&format!("7 cases of `{seven}` fail")), "{}", ran.err);
        assert_eq!(ran.err.contains(&format!("1 case of `{one}` fails")), warnings == 2, "{}", ran.err);
        assert!(ran.err.contains(&format!("`cfc test {seven}`")) && !ran.err.contains("case/fails"), "{}", ran.err);
        assert!(ran.out.contains("Nothing has changed"), "{}", ran.out);
    }
    let ran = cfc(&format!("score {TABLE} --standard {one} --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "nothing is scored: {}", ran.err);
    assert!(ran.err.contains("case/fails"), "{}", ran.err);
}

#[test]
fn everything_else_that_is_wrong_with_a_draft_stays_an_error() {
    let folder = folder();
    let text = fs::read_to_string(draft(&folder, "draft.toml", 3)).unwrap();
    let broken = file(&folder, "draft.toml", text.replace("points = 35", "points = 3x5"));
    let ran = cfc(&format!("diff {OLD} {broken} --lang en"));
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
}

/// A day of assessment comes with the first dated figure; it gives no item other points.
#[test]
fn a_day_of_assessment_alone_leaves_every_commune_where_it_is() {
    let folder = folder();
    let day = "assessed_on = { month = 12, day = 31, status = \"quoted\", evidence = \"article 1\" }\nrounding =";
    let old = file(&folder, "old.toml", STANDARD);
    let dated = file(&folder, "dated.toml", STANDARD.replacen("rounding =", day, 1));
    let table = file(&folder, "table.csv", "code,name,infants,immunised\n00001,A,100,98\n00002,B,100,\n");
    let ran = cfc(&format!("diff {old} {dated} --data {table} --lang en --width 120"));
    assert!(ran.out.contains("Day whose figures count"), "{}{}", ran.err, ran.out);
    assert!(ran.out.contains("2 with the same, 0 open"), "{}", ran.out);
}

#[test]
fn a_heading_in_a_narrow_table_is_not_cut_inside_a_word() {
    let folder = folder();
    let old = file(&folder, "old.toml", STANDARD);
    let raised = file(&folder, "raised.toml", STANDARD.replacen("at_least = 30", "at_least = 40", 1));
    let ran = cfc(&format!("diff {old} {raised} --lang en"));
    assert!(ran.out.lines().any(|line| line.trim() == "Recognition"), "{}{}", ran.err, ran.out);
}

//! What is shown: width, order, filter, breakdown.

use crate::run::{Results, SAMPLE, cfc, scored, thousandths};
use unicode_normalization::UnicodeNormalization as _;

#[test]
fn no_line_is_wider_than_the_width() {
    for lang in ["vi", "en"] {
        for width in [40, 80, 120, 200] {
            for more in ["", "--breakdown", "--only undetermined", "--sort distance"] {
                let page = cfc(&format!("score {SAMPLE} --lang {lang} --width {width} {more}")).out;
                let widest = page.lines().map(|line| line.nfc().count()).max().unwrap();
                assert!(widest <= width, "{lang} {width} {more}: {widest}");
            }
        }
    }
}

#[test]
fn without_a_terminal_a_line_has_120_places() {
    assert_eq!(cfc(&format!("score {SAMPLE}")).out, cfc(&format!("score {SAMPLE} --width 120")).out);
}

#[test]
fn every_commune_has_its_line_at_any_width() {
    let codes = Results::of(SAMPLE, "");
    for width in [40, 80, 120, 200] {
        let page = scored(SAMPLE, &format!("--width {width}"));
        for code in codes.column("code") {
            let lines = page.lines().filter(|line| line.starts_with(&format!("{code} "))).count();
            assert_eq!(lines, 1, "{code} at {width}");
        }
    }
}

#[test]
fn what_rests_on_a_provisional_figure_says_so_at_any_width_and_in_markdown() {
    for (lang, recognised, word) in [("vi", "ông nhận*", "tạm thời"), ("en", "Recognised*", "provisional")] {
        for arguments in ["--width 40", "--width 80", "--width 200", "--format md"] {
            let page = cfc(&format!("score {SAMPLE} --lang {lang} {arguments}")).out.replace('\\', "");
            let first = page.lines().find(|line| line.contains("90001")).unwrap();
            assert!(first.contains(recognised), "{lang} {arguments}: {first}");
            assert!(page.contains(word), "{lang} {arguments}");
        }
    }
}

#[test]
fn only_keeps_one_verdict() {
    let all = Results::of(SAMPLE, "");
    for (word, verdict) in
        [("failed", "not_recognised"), ("undetermined", "undetermined"), ("recognised", "recognised")]
    {
        let only = Results::of(SAMPLE, &format!("--only {word}"));
        let verdict_column = all.header.iter().position(|h| h == "verdict").unwrap();
        let kept: Vec<_> = all.rows.iter().filter(|row| row[verdict_column] == verdict).cloned().collect();
        assert!(!kept.is_empty() && only.rows == kept, "{word}");
    }
}

fn sorted<K: Ord>(key: &str, of: impl Fn(&Results, usize) -> K) {
    let all = Results::of(SAMPLE, "");
    let results = Results::of(SAMPLE, &format!("--sort {key}"));
    let mut want: Vec<usize> = (0..all.rows.len()).collect();
    want.sort_by_key(|at| of(&all, *at));
    let want: Vec<_> = want.into_iter().map(|at| all.rows[at].clone()).collect();
    assert_eq!(results.rows, want, "{key}");
    assert_ne!(all.rows, want, "{key} changes the order of the sample");
    let reversed: Vec<_> = want.into_iter().rev().collect();
    assert_eq!(Results::of(SAMPLE, &format!("--sort {key} --reverse")).rows, reversed, "{key} reversed");
}

#[test]
fn sort_by_code_name_and_province() {
    sorted("code", |r, at| r.column("code")[at].to_owned());
    sorted("name", |r, at| {
        let name = r.column("name")[at];
        let place = NAMES.iter().position(|place| name.starts_with(place));
        (place.unwrap_or_else(|| panic!("{name} has no place in the list")), name.to_owned())
    });
    // Of the letters of these words only Đ stands elsewhere in Unicode than in the alphabet.
    let alphabetical = |text: &str| text.replace('Đ', "D~");
    sorted("province", |r, at| ["province", "district", "code"].map(|id| alphabetical(r.column(id)[at])));
}

/// The names of the sample without their numbers, as a Vietnamese list has them: Đ behind D, a before e before ô.
const NAMES: [&str; 10] = [
    "Phường Mẫu Cảng",
    "Phường Mẫu Phố",
    "Phường Mẫu Rừng",
    "Thị trấn Mẫu Chợ",
    "Thị trấn Mẫu Núi",
    "Xã Mẫu Biển",
    "Xã Mẫu Đảo",
    "Xã Mẫu Đèo",
    "Xã Mẫu Đồng",
    "Xã Mẫu Suối",
];

#[test]
fn sort_by_total_puts_the_highest_first_and_an_open_one_by_its_least() {
    sorted("total", |r, at| -thousandths(r.column("total_min")[at]));
}

#[test]
fn sort_by_distance_puts_the_farthest_below_the_threshold_first_and_those_without_one_last() {
    sorted("distance", |r, at| match r.column("threshold")[at] {
        "" => (1, 0),
        threshold => (0, thousandths(r.column("total_min")[at]) - thousandths(threshold)),
    });
}

#[test]
fn sort_by_verdict_puts_those_first_that_need_work() {
    let order = ["not_recognised", "undetermined", "recognised"];
    sorted("verdict", |r, at| order.iter().position(|verdict| *verdict == r.column("verdict")[at]));
}

#[test]
fn reverse_alone_turns_the_table_round() {
    let mut all = Results::of(SAMPLE, "").rows;
    all.reverse();
    assert_eq!(Results::of(SAMPLE, "--reverse").rows, all);
}

#[test]
fn breakdown_adds_every_criterion_to_pages_and_nothing_to_data() {
    let short = "C13 Satisfaction of children and residents (50";
    for format in ["table", "md"] {
        let plain = scored(SAMPLE, &format!("--format {format} --width 200"));
        let broken = scored(SAMPLE, &format!("--format {format} --width 200 --breakdown"));
        assert!(broken.starts_with(plain.trim_end()), "{format}: the page stays as it is");
        assert!(broken.len() > plain.len() + 124 * 40, "{format}");
        assert!(format == "md" || broken.contains(short) && !plain.contains(short), "{format}");
    }
    assert_eq!(scored(SAMPLE, "--format csv --breakdown"), scored(SAMPLE, "--format csv"));
}

#[test]
fn markdown_has_one_row_per_commune() {
    let page = scored(SAMPLE, "--format md");
    for code in Results::of(SAMPLE, "").column("code") {
        assert_eq!(page.lines().filter(|line| line.starts_with(&format!("| {code} "))).count(), 1, "{code}");
    }
}

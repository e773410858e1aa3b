//! What is printed: golden reports in both languages, and any text with any span.

use super::print::{diagnostic, report};
use super::problem::{Kind, Problem};
use super::{CellPlace, Diagnostic, Note, Place, Report, Source, Span};
use crate::lang::Lang;
use crate::quantity::Points;
use proptest::prelude::*;
use std::sync::Arc;

const CRITERIA: &str = "[standard]
id = \"sample\"
total_points = { value = 100, status = \"inferred\", evidence = \"the sum\" }

[[criterion]]
id = \"immunisation\"
title = { vi = \"Tiêm chủng\", en = \"Immunisation\" }
points = { value = 50, status = \"quoted\", evidence = \"…\" }

[[criterion.item]]
id = \"immunisation.rate\"
indicator.rate = { of = \"under1_immunised\", over = \"undr1\", per = 100, when_empty = \"full-points\" }
scale.bands = [
  { from = 98, points = 60, status = \"quoted\", evidence = \"…\" },
\t{ from = 90, below = 95, points = 20, status = \"provisional\", evidence = \"…\" },
  { below = 90, points = 0, status = \"provisional\", evidence = \"Tiêm chủng 中 ✓\", pointss = 3 },
]
";

fn span(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    start..start + part.len()
}

fn cell(row: u64, column: usize, header: &str) -> Place {
    let commune = Some("00123 Xã Mẫu".to_owned());
    Place::Cell(CellPlace {
        file: Arc::from("communes.csv"),
        sheet: None,
        row: Some(row),
        column: Some(column),
        header: Some(Arc::from(header)),
        commune,
    })
}

fn in_criteria() -> Vec<Diagnostic> {
    let source = Source::new("criteria/sample.toml", CRITERIA);
    let at = |part| Place::Source(Arc::clone(&source), span(CRITERIA, part));
    let script = Source::new("scripts/sample/abuse.rhai", "fn points(abused) {\r\n    rat(abused, 1)\r\n}\r\n");
    let call = Place::Source(Arc::clone(&script), span(&script.text, "rat"));
    let item = || "immunisation.rate".to_owned();
    let line = "{ from = 95, below = 98, points = …, status = \"…\", evidence = \"…\" }".to_owned();
    vec![
        Diagnostic::new(
            Problem::PointsExceedItem { item: item(), reach: Points::whole(60), most: Points::whole(50) },
            at("60"),
        )
        .with(at("value = 50"), Note::MaximumHere)
        .citing("Điều 2 khoản 2, tiêu chí 7"),
        Diagnostic::new(Problem::BandGap { from: "95".into(), to: "98".into(), line }, at("{ from = 90"))
            .with(at("{ from = 98"), Note::BandBefore),
        Diagnostic::new(
            Problem::UnknownKey { key: "pointss".into(), meant: Some("points".into()), allowed: vec![] },
            at("pointss"),
        ),
        Diagnostic::new(
            Problem::ScriptUnknownFunction { function: "rat".into(), meant: Some("rate".into()), known: vec![] },
            call,
        )
        .with(at("id = \"immunisation.rate\""), Note::UsedHere),
        Diagnostic::new(
            Problem::Unused { kind: Kind::Criterion, id: "immunisation".into() },
            at("[[criterion]]\nid = \"immunisation\"\ntitle"),
        ),
        Diagnostic::new(
            Problem::MissingKey { key: "recognition", of: "sample".into() },
            Place::Source(Arc::clone(&source), CRITERIA.len()..CRITERIA.len()),
        ),
    ]
}

fn in_tables() -> Vec<Diagnostic> {
    let number = |found: &str| Problem::AmbiguousNumber {
        whole: true,
        found: found.to_owned(),
        grouped: "1065".to_owned(),
        decimal: "1.065".to_owned(),
    };
    vec![
        Diagnostic::new(number("1.065"), cell(7, 13, "under1")),
        Diagnostic::new(Problem::NotANumber { found: "không".into(), meant: None }, cell(8, 28, "Trẻ em\ndưới 1 tuổi")),
        Diagnostic::new(
            Problem::AboveOther {
                field: "under1_immunised".into(),
                found: "120".into(),
                other: "under1".into(),
                limit: "100".into(),
            },
            cell(9, 14, "under1_immunised"),
        )
        .with(cell(9, 13, "under1"), Note::ComparedWith),
        Diagnostic::new(Problem::ShortCode { found: "123".into(), digits: 5 }, cell(10, 1, "code")),
        Diagnostic::new(
            Problem::GuessedEncoding { encoding: "windows-1258" },
            Place::Cell(CellPlace { file: Arc::from("old.csv"), ..CellPlace::default() }),
        ),
        Diagnostic::new(
            Problem::Unreadable { reason: "permission denied".into() },
            Place::File("data/communes.csv".into()),
        ),
    ]
}

fn printed(lang: Lang, diagnostics: Vec<Diagnostic>) -> String {
    report(&Report { diagnostics }, lang, false)
}

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../tests/golden/diag");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn criteria_are_reported_with_carets_article_and_hint() {
    golden("criteria_vi", &printed(Lang::Vi, in_criteria()));
    golden("criteria_en", &printed(Lang::En, in_criteria()));
}

#[test]
fn cells_are_named_as_a_spreadsheet_names_them() {
    golden("cells_vi", &printed(Lang::Vi, in_tables()));
    golden("cells_en", &printed(Lang::En, in_tables()));
}

#[test]
fn every_message_is_in_the_golden_list() {
    let list = |lang| {
        let shown = |d: Diagnostic| {
            let help = d.help(lang).map(|help| format!("    {help}\n"));
            format!("{}: {}\n{}", d.code(), d.message(lang), help.unwrap_or_default())
        };
        let nowhere = || Place::File(String::new());
        super::examples::all().into_iter().map(|p| shown(Diagnostic::new(p, nowhere()))).collect::<String>()
    };
    golden("messages_vi", &list(Lang::Vi));
    golden("messages_en", &list(Lang::En));
}

#[test]
fn a_report_counts_each_level_and_an_empty_one_says_nothing() {
    assert_eq!(printed(Lang::Vi, vec![]), "");
    assert!(printed(Lang::Vi, in_tables()).ends_with("\n\n4 lỗi, 1 cảnh báo, 1 lưu ý\n"));
    assert!(printed(Lang::En, in_criteria()).ends_with("\n\n5 errors, 1 warning\n"));
}

#[test]
fn colour_changes_nothing_but_the_colour() {
    for d in in_criteria().into_iter().chain(in_tables()) {
        let coloured = diagnostic(&d, Lang::Vi, true);
        assert!(coloured.contains('\u{1b}'));
        let mut stripped = String::new();
        for (at, part) in coloured.split("\u{1b}[").enumerate() {
            stripped.push_str(if at == 0 { part } else { part.split_once('m').unwrap().1 });
        }
        let lines = |text: &str| text.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>();
        assert_eq!(lines(&stripped), lines(&diagnostic(&d, Lang::Vi, false)));
    }
}

#[test]
fn a_long_line_is_cut_around_the_caret() {
    let text = format!("evidence = \"{}đây{}\"\n", "dài ".repeat(300), " sau".repeat(300));
    let place = Place::Source(Source::new("x.toml", &text), span(&text, "đây"));
    let shown = diagnostic(&Diagnostic::new(Problem::EmptyText, place), Lang::Vi, false);
    assert!(shown.lines().all(|line| line.chars().count() <= 130), "{shown}");
    assert_eq!(under_caret(&shown).as_deref(), Some("đây"), "{shown}");
    assert!(shown.contains("x.toml:1:1213"), "{shown}");
}

#[test]
fn nothing_in_a_file_reaches_the_terminal_as_a_control_character() {
    let evil = "\u{1b}[31m\u{7}\u{202e}";
    let source = Source::new(&format!("{evil}.toml"), &format!("a = \"{evil}\"\n"));
    let d = Diagnostic::new(Problem::BadId { id: evil.to_owned() }, Place::Source(source, 0..1)).citing(evil);
    let other = Diagnostic::new(Problem::NotYesNo { found: evil.to_owned() }, cell(1, 1, evil));
    for shown in [diagnostic(&d, Lang::Vi, false), diagnostic(&other, Lang::En, false)] {
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
    }
}

/// The characters above the first row of `^`, by their columns on the screen. Combining marks have no column.
fn under_caret(shown: &str) -> Option<String> {
    let lines: Vec<&str> = shown.lines().collect();
    let row = lines.iter().position(|line| line.contains('^'))?;
    let from = lines[row].chars().position(|c| c == '^')?;
    let carets = lines[row].chars().filter(|c| *c == '^').count();
    let mut column = 0;
    let mut above = String::new();
    for c in lines.get(row.checked_sub(1)?)?.chars() {
        let combining = unicode_normalization::char::is_combining_mark(c);
        let at = if combining { usize::saturating_sub(column, 1) } else { column };
        if (from..from + carets).contains(&at) {
            above.push(c);
        }
        column += if combining { 0 } else { width(c) };
    }
    Some(above)
}

fn width(c: char) -> usize {
    if c == '中' { 2 } else { 1 }
}

/// Letters as Vietnamese files have them, with what disturbs columns: tabs, wide letters, combining marks, line ends.
const LETTERS: [&str; 14] =
    ["a", "=", " ", "\"", "đ", "ệ", "e\u{323}\u{302}", "\u{301}", "中", "\t", "\r\n", "\n", "\r", "👩\u{200d}👧"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_span_stops_the_printing(
        parts in prop::collection::vec(prop::sample::select(LETTERS.to_vec()), 0..400),
        spans in prop::collection::vec((0_usize..900, 0_usize..900), 1..5),
    ) {
        let source = Source::new("x.toml", &parts.concat());
        let place = |(start, end)| Place::Source(Arc::clone(&source), Span { start, end });
        let mut d = Diagnostic::new(Problem::EmptyText, place(spans[0]));
        for span in &spans[1..] {
            d = d.with(place(*span), Note::FirstHere);
        }
        for colour in [false, true] {
            prop_assert!(diagnostic(&d, Lang::Vi, colour).contains("criteria/empty-text"));
        }
    }

    #[test]
    fn any_text_at_all_is_printed(text in any::<String>(), start in 0_usize..300, end in 0_usize..300) {
        let place = Place::Source(Source::new(&text, &text), Span { start, end });
        let d = Diagnostic::new(Problem::BadId { id: text.clone() }, place).citing(&text);
        prop_assert!(diagnostic(&d, Lang::En, false).contains("criteria/bad-id"));
    }

    #[test]
    fn the_caret_stands_under_what_is_meant(
        before in prop::collection::vec(prop::sample::select(LETTERS[..7].to_vec()), 0..40),
        wide in any::<bool>(),
        lines in 0_usize..12,
        after in "[a-z ]{0,40}",
    ) {
        let before = before.concat() + if wide { "中" } else { "" };
        let text = format!("{}{before}HERE{after}\r\nlast", "x\n".repeat(lines));
        let place = Place::Source(Source::new("x", &text), span(&text, "HERE"));
        let shown = diagnostic(&Diagnostic::new(Problem::EmptyText, place), Lang::En, false);
        prop_assert_eq!(under_caret(&shown), Some("HERE".to_owned()), "{}", shown);
        let header = format!("x:{}:{}", lines + 1, before.chars().count() + 1);
        prop_assert!(shown.contains(&header), "{} lacks {}", shown, header);
    }
}

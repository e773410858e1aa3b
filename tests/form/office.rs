//! What LibreOffice made of entry workbooks: figures typed into them are read exactly, and the check column says what the
//! reader says.

use super::command::cfc;
use super::{read, root, rules, written};
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use cfc::criteria::model::FieldIx;
use cfc::diag::{CellPlace, Place, Problem};
use cfc::lang::Lang;
use cfc::rules::RuleSets;
use cfc::table::EntrySheet;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Rows of a kept CSV file by header.
fn typed(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_path(root().join("tests/form").join(name)).unwrap();
    let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = owned(reader.headers().unwrap());
    (head, reader.records().map(|record| owned(&record.unwrap())).collect())
}

#[test]
fn a_form_that_libreoffice_filled_in_is_read_exactly_and_without_a_finding() {
    let rules = rules("qd-06-2019");
    let standard = rules.latest().standard();
    let (head, rows) = typed("typed.csv");
    for name in ["filled.xlsx", "filled.ods"] {
        let (table, report) = read(&root().join("tests/form").join(name), &rules);
        assert!(report.diagnostics.is_empty(), "{name}: {:#?}", report.diagnostics);
        assert_eq!(table.len(), rows.len());
        let part = &table.parts[0];
        for (row, cells) in rows.iter().enumerate() {
            let cell = |header: &str| cells[head.iter().position(|h| h == header).unwrap()].as_str();
            assert_eq!(part.code(row), cell("Mã xã"));
            assert_eq!(part.name(row), cell("Tên xã, phường"));
            assert_eq!([part.province(row), part.district(row)], [cell("Tỉnh, thành phố"), cell("Quận, huyện")]);
            assert_eq!(part.year(row).unwrap().to_string(), cell("Năm"));
            assert_eq!(standard.classes[part.class(row).unwrap().0].label.vi, cell("Loại địa bàn"));
            for (at, field) in standard.fields.iter().enumerate() {
                let want = match cell(&field.label.vi) {
                    "" => None,
                    "có" => Some(1),
                    "không" => Some(0),
                    number => Some(number.parse().unwrap()),
                };
                assert_eq!(part.figure_column(FieldIx(at)).get(row), want, "{name} {row} {}", field.id);
            }
        }
    }
}

#[test]
fn the_check_column_says_in_words_what_is_missing_or_contradictory() {
    let rows = [
        ("filled.xlsx", vec!["đủ", "đủ", "thiếu 2 số liệu", "đủ", "", "", "", "", "", "", "", ""]),
        (
            "mistakes.xlsx",
            vec![
                "2 chỗ mâu thuẫn",
                "mã chưa đúng 5 chữ số",
                "mã bị trùng",
                "mã bị trùng",
                "thiếu 43 số liệu; thiếu mã; thiếu tên",
                "1 chỗ mâu thuẫn; 3 ô sai",
                // A letter among the digits, digits of another width.
                "mã chưa đúng 5 chữ số",
                "mã chưa đúng 5 chữ số",
                // Blanks are no name.
                "thiếu tên",
                // An error is told as one wrong cell; `yes`, and a blank behind `có`, are read.
                "1 ô sai",
                // A blank behind the code, year and figure as text, the id of a class, TRUE: all of them are read.
                "đủ",
                "thiếu 1 số liệu; mã chưa đúng 5 chữ số; 1 ô sai",
            ],
        ),
    ];
    for (name, want) in rows {
        let mut book: Xlsx<_> = open_workbook(root().join("tests/form").join(name)).unwrap();
        let sheet = book.worksheet_range(EntrySheet::Data.name(Lang::Vi)).unwrap();
        let says: Vec<String> = (5..17)
            .map(|row| match sheet.get_value((row, 2)) {
                Some(Data::String(text)) => text.clone(),
                _ => String::new(),
            })
            .collect();
        assert_eq!(says, want, "{name}");
    }
}

/// Standards of which rows were drawn by lot, with the language of the workbook.
const DRAWN: [(&str, &str, Lang); 4] = [
    ("qd-06-2019", "criteria/qd-06-2019.toml", Lang::Vi),
    ("every-shape", "tests/standards/every-shape.toml", Lang::Vi),
    ("template", "criteria/template.toml", Lang::En),
    ("dated", "tests/standards/dated.toml", Lang::Vi),
];

/// What is found in a row, once as the check column says it and once as the reader does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    missing: usize,
    contradictory: usize,
    wrong: usize,
    /// What is said without a number.
    said: BTreeSet<&'static str>,
}

const COMPLETE: &str = "complete";
const NO_CODE: &str = "no code";
const NO_NAME: &str = "no name";
const TWICE: &str = "code stands twice";
const DIGITS: &str = "wrong digits";

impl Found {
    fn says(&mut self, word: &'static str) {
        self.said.insert(word);
    }

    /// Takes the words of a check apart; a word it does not know stops the test.
    fn said(text: &str) -> Self {
        let mut found = Self::default();
        for part in text.split("; ") {
            let number = part.split(' ').find_map(|word| word.parse::<usize>().ok());
            match (part.replace(char::is_numeric, "").trim(), number) {
                ("đủ" | "complete", None) => found.says(COMPLETE),
                ("thiếu  số liệu" | "missing", Some(n)) => found.missing = n,
                ("chỗ mâu thuẫn" | "contradictory", Some(n)) => found.contradictory = n,
                ("ô sai" | "wrong", Some(n)) => found.wrong = n,
                ("thiếu mã" | "no code", None) => found.says(NO_CODE),
                ("thiếu tên" | "no name", None) => found.says(NO_NAME),
                ("mã bị trùng" | "code stands twice", None) => found.says(TWICE),
                ("mã chưa đúng  chữ số" | "the code must have  digits", Some(_)) => found.says(DIGITS),
                other => panic!("{other:?} in {text}"),
            }
        }
        found
    }
}

/// By row number, what the reader finds, and what is missing without being wrong.
fn by_reader(path: &Path, rules: &RuleSets) -> BTreeMap<u64, Found> {
    let (table, report) = read(path, rules);
    let standard = rules.latest().standard();
    let mut all: BTreeMap<u64, Found> = BTreeMap::new();
    let part = &table.parts[0];
    for row in 0..part.len() {
        let figures = rules.fields_wanted().into_iter().enumerate().filter(|(_, items)| !items.is_empty());
        let gaps = figures.filter(|(at, _)| part.figure_column(FieldIx(*at)).get(row).is_none()).count();
        let no_class = usize::from(!standard.classes.is_empty() && part.class(row).is_none());
        let found = Found { missing: gaps + no_class, ..Found::default() };
        all.insert(part.row_number(row), found);
    }
    let mut wrong: BTreeSet<(u64, usize)> = BTreeSet::new();
    for diagnostic in &report.diagnostics {
        let Place::Cell(CellPlace { row: Some(row), column: Some(column), header, .. }) = &diagnostic.place else {
            panic!("{diagnostic:?}")
        };
        let found = all.get_mut(row).unwrap();
        match &diagnostic.problem {
            Problem::EmptyIdentity { column } => found.says(if *column == "code" { NO_CODE } else { NO_NAME }),
            Problem::AboveOther { .. } => found.contradictory += 1,
            Problem::ShortCode { .. } => found.says(DIGITS),
            Problem::YearNeeded { .. } => found.missing += 1,
            Problem::DuplicateCommune { .. } => {
                found.says(TWICE);
                let Place::Cell(CellPlace { row: Some(first), .. }) = &diagnostic.related[0].0 else { panic!() };
                all.get_mut(first).unwrap().says(TWICE);
            }
            problem => {
                // A figure below the least is a figure; every other is none, and was counted as missing above.
                let is_figure = matches!(problem, Problem::BelowLeast { .. });
                let is_year = matches!(header.as_deref(), Some("Năm" | "Assessment year"));
                if wrong.insert((*row, *column)) && !is_figure && !is_year && is_wanted(header.as_deref(), rules) {
                    found.missing -= 1;
                }
            }
        }
    }
    for (row, _) in wrong {
        all.get_mut(&row).unwrap().wrong += 1;
    }
    for found in all.values_mut() {
        if *found == Found::default() {
            found.says(COMPLETE);
        }
    }
    all
}

/// Whether items want the field of a header; every header that is no field's is wanted.
fn is_wanted(header: Option<&str>, rules: &RuleSets) -> bool {
    let header = header.unwrap().trim_end_matches(" (%)");
    let fields = &rules.latest().standard().fields;
    let at = fields.iter().position(|field| [&*field.label.vi, &*field.label.en].contains(&header));
    at.is_none_or(|at| !rules.fields_wanted()[at].is_empty())
}

#[test]
fn the_check_column_says_of_every_row_what_the_reader_says() {
    let mut rows = (0, 0, 0, 0);
    for (name, standard, lang) in DRAWN {
        let rules = rules(&root().join(standard).to_string_lossy());
        let path = root().join(format!("tests/form/drawn-{name}.xlsx"));
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let sheet = book.worksheet_range(EntrySheet::Data.name(lang)).unwrap();
        let read = by_reader(&path, &rules);
        for row in 6..=u64::from(sheet.end().unwrap().0) + 1 {
            let said = match sheet.get_value((u32::try_from(row).unwrap() - 1, 2)) {
                Some(Data::String(text)) if !text.is_empty() => Some(Found::said(text)),
                _ => None,
            };
            let Some(found) = read.get(&row) else {
                assert_eq!(said, None, "{name} {row}: the row is empty");
                continue;
            };
            let said = said.unwrap_or_else(|| panic!("{name} {row}: nothing is said"));
            // The reader compares a figure only when both can be figures; the workbook compares all numbers.
            let compared = if found.wrong > 0 && said.contradictory > found.contradictory {
                Found { contradictory: said.contradictory, ..found.clone() }
            } else {
                found.clone()
            };
            assert_eq!(said, compared, "{name} {row}");
            rows.0 += 1;
            rows.1 += usize::from(said.said.contains(COMPLETE));
            rows.2 += usize::from(said.missing > 0);
            rows.3 += usize::from(said.contradictory > 0);
        }
    }
    let (all, complete, gaps, contradictory) = rows;
    assert!(all > 200 && complete > 40 && gaps > 80 && contradictory > 20, "{rows:?}");
}

#[test]
fn the_score_lacks_no_figure_that_the_check_column_does_not_count() {
    let mut compared = 0;
    for (name, standard, lang) in DRAWN {
        let path = format!("tests/form/drawn-{name}.xlsx");
        let scored = cfc(&["score", &path, "--standard", standard, "--skip-bad-rows", "--format", "csv"], &root());
        let mut lines = csv::Reader::from_reader(&*scored.stdout);
        let at = lines.headers().unwrap().iter().position(|header| header == "missing").unwrap();
        let rules = rules(&root().join(standard).to_string_lossy());
        // An item may also be left open where all figures are there, such as a rate of nobody; its id stands there then.
        let is_figure = |id: &&str| rules.latest().standard().fields.iter().any(|field| field.id == **id);
        let has_classes = !rules.latest().standard().classes.is_empty();
        let lacks = |line: csv::StringRecord| {
            let no_class = usize::from(has_classes && line[5].is_empty());
            (line[1].to_owned(), line[at].split(';').filter(is_figure).count() + no_class)
        };
        let lacks: BTreeMap<String, usize> = lines.records().map(|line| lacks(line.unwrap())).collect();
        assert!(lacks.len() > 10, "{name}: {}", String::from_utf8_lossy(&scored.stderr));
        let mut book: Xlsx<_> = open_workbook(root().join(&path)).unwrap();
        let sheet = book.worksheet_range(EntrySheet::Data.name(lang)).unwrap();
        let text = |row, column| sheet.get((row, column)).map(ToString::to_string).unwrap_or_default();
        for row in 5..sheet.height() {
            if let Some(lacks) = lacks.get(&text(row, 1)) {
                let said = Found::said(&text(row, 2));
                // A figure may be missing without being lacked: whatever it were, the points stay the same.
                assert!(*lacks <= said.missing, "{name} {row}: {lacks} lacked, {said:?}");
                assert_eq!((said.contradictory, said.wrong), (0, 0));
                assert!(!said.said.contains(NO_CODE) && !said.said.contains(NO_NAME), "{name} {row}: {said:?}");
                compared += usize::from(said.missing > 0);
            }
        }
    }
    assert!(compared > 20, "{compared}");
}

/// The kept workbooks hold what LibreOffice computed from these formulas: when they change, run `tests/form/fill.py`.
#[test]
fn the_formulas_are_those_that_libreoffice_computed() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::new();
    let english = ("", "criteria/qd-06-2019.toml", Lang::En);
    for (_, standard, lang) in DRAWN.into_iter().chain([english]) {
        let rules = rules(&root().join(standard).to_string_lossy());
        let path = folder.path().join("form.xlsx");
        fs::write(&path, written(&rules, lang, None)).unwrap();
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let formulas = book.worksheet_formula(EntrySheet::Data.name(lang)).unwrap();
        text.push_str(formulas.get_value((5, 2)).unwrap());
        text.push('\n');
    }
    for volatile in ["NOW(", "TODAY(", "OFFSET(", "INDIRECT(", "RAND", "CELL(", "INFO("] {
        assert!(!text.contains(volatile), "{volatile}");
    }
    let kept = root().join("tests/form/formulas.txt");
    if std::env::var_os("INSTA_UPDATE").is_some() {
        fs::write(&kept, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(kept).unwrap());
}

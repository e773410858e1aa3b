//! Labels, words and limits that a standard may have and that are strange to a workbook.

use super::excel::{inside, is_one_that_excel_opens};
use super::rules;
use super::small_standard::{above, all_wanted, at_least, at_most, count, field, named, standard};
use cfc::criteria::model::{FieldIx, FieldKind, Standard};
use cfc::form::{Request, Unit, workbook};
use cfc::lang::{Lang, Text};
use cfc::quantity::Decimal;
use cfc::table::check::{Options, Wanted, check};
use cfc::table::find;
use std::fs;

fn strange() -> Standard {
    let long = |letter: &str| letter.repeat(300);
    let words = ["<5 tuổi", "*", "\"a\", b", "=1+1", "1", "~x", "+84", &long("ữ")];
    let choices = (0..).zip(words).map(|(at, word)| named(&format!("w{at}"), word, &format!("{word} (en)"))).collect();
    let whole = count("whole", "=SUM(A1:A2)", "<&\"'> all");
    let mut fields = vec![
        whole,
        at_most(count("part", "Trẻ <\"&'>\nhai dòng", "=part"), &[0]),
        at_most(above(count("long", &long("ề"), &long("x")), Decimal::new(-5, 1)), &[0, 1]),
        field("percent", "Tỷ lệ 100%", "Rate", FieldKind::Percent { digits: 0 }),
        at_least(field("decimal", "+số", "-number", FieldKind::Decimal { digits: 6 }), Decimal::new(-1_234_567, 3)),
        field("choice", "@chọn", "choice {n}", FieldKind::Choice(choices)),
        field("yes", "Có/không?", "Yes [or] no", FieldKind::YesNo),
        field("remarks", "Ghi chú '", "Remarks", FieldKind::Text),
    ];
    fields[0].definition = Some(Text { vi: long("định nghĩa "), en: long("=definition ") });
    standard(fields, vec![named("a", "Loại <A> & \"B\"", "=class"), named("b", "Loại *", "Class ?")])
}

fn written(standard: &Standard, lang: Lang, unit: Option<Unit>) -> Vec<u8> {
    let items_of = all_wanted(standard).items_of;
    let years = rules("qd-06-2019").years().clone();
    workbook(&Request { standard, years: &years, items_of: &items_of, lang, rows: 4, unit }).unwrap()
}

#[test]
fn strange_labels_are_written_as_text_and_read_back() {
    let (standard, folder) = (strange(), tempfile::tempdir().unwrap());
    let path = folder.path().join("form.xlsx");
    for class in 0..2 {
        let unit = Unit {
            code: "00001".to_owned(),
            name: "Xã <&> \"x\"=1".to_owned(),
            class: Some(cfc::criteria::model::ClassIx(class)),
            ..Unit::default()
        };
        for lang in [Lang::Vi, Lang::En] {
            let bytes = written(&standard, lang, Some(unit.clone()));
            is_one_that_excel_opens(&bytes, "strange");
            fs::write(&path, bytes).unwrap();
            let wanted = Wanted { years: None, ..all_wanted(&standard) };
            let text = find::open(&path, &wanted, None).unwrap();
            let (table, report) = check(text, &wanted, Options::default());
            let codes: Vec<&str> = report.diagnostics.iter().map(cfc::diag::Diagnostic::code).collect();
            assert_eq!(codes, ["table/no-figures"], "{lang:?} {:#?}", report.diagnostics);
            let part = &table.parts[0];
            assert_eq!((part.code(0), part.name(0), part.class(0)), ("00001", &*unit.name, unit.class));
            assert!((0..7).all(|at| part.has_field(FieldIx(at))));
        }
    }
}

/// Two hundred figures, each part of the one before: more than a formula holds.
#[test]
fn a_check_that_cannot_look_for_everything_does_not_say_complete() {
    let fields = (0..200).map(|at| {
        let field = count(&format!("f{at}"), &format!("Số {at}"), &format!("Number {at}"));
        if at == 0 { field } else { at_most(field, &[at - 1]) }
    });
    let long = standard(fields.collect(), Vec::new());
    for (lang, whole, less) in
        [(Lang::Vi, "; đủ", "; không thiếu số liệu"), (Lang::En, "; complete", "; nothing missing")]
    {
        let bytes = written(&long, lang, None);
        is_one_that_excel_opens(&bytes, "two hundred figures");
        let xml = inside(&bytes, "xl/worksheets/sheet2.xml");
        assert!(xml.contains(less) && !xml.contains(whole));
        let short = written(&strange(), lang, None);
        let xml = inside(&short, "xl/worksheets/sheet2.xml");
        assert!(xml.contains(whole) && !xml.contains(less));
    }
}

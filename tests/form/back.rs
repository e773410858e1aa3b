//! What is written is read back.

use super::{every_standard, read, rules, written};
use cfc::criteria::model::{ClassIx, FieldIx, FieldKind};
use cfc::diag::Diagnostic;
use cfc::form::Unit;
use cfc::lang::Lang;
use std::fs;

#[test]
fn the_form_of_every_standard_is_read_back_without_a_finding_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.xlsx");
    for which in every_standard() {
        let rules = rules(&which);
        let standard = rules.latest().standard();
        let digits = standard.code_digits.unwrap_or(5);
        let class = standard.classes.len().checked_sub(1).map(ClassIx);
        let unit = Unit {
            code: format!("{:0digits$}", 7),
            name: "Xã Mẫu =1+1".into(),
            province: "Tỉnh Mẫu".into(),
            district: String::new(),
            year: Some(rules.years().first()),
            class,
        };
        for lang in [Lang::Vi, Lang::En] {
            fs::write(&path, written(&rules, lang, Some(unit.clone()))).unwrap();
            let (table, report) = read(&path, &rules);
            let codes: Vec<&str> = report.diagnostics.iter().map(Diagnostic::code).collect();
            assert_eq!(codes, ["table/no-figures"], "{which}: {:#?}", report.diagnostics);
            assert_eq!(table.len(), 1, "{which}");
            let part = &table.parts[0];
            assert_eq!((part.code(0), part.name(0), part.province(0)), (&*unit.code, &*unit.name, &*unit.province));
            assert_eq!((part.year(0), part.class(0)), (unit.year, class), "{which}");
            for (at, field) in standard.fields.iter().enumerate().filter(|(_, field)| field.kind != FieldKind::Text) {
                assert!(part.has_field(FieldIx(at)), "{which} {lang:?}: no column for {}", field.id);
                assert_eq!(part.figure_column(FieldIx(at)).get(0), None, "an empty cell is missing");
            }
        }
    }
}

//! The workbook is one that Excel opens: lengths, names, protection, paper.

use super::{every_standard, rules, written};
use cfc::criteria::model::FieldKind;
use cfc::form::Unit;
use cfc::lang::Lang;
use std::collections::BTreeSet;
use std::io::Read as _;

/// What Excel takes, counted as it counts: in UTF-16.
const LIMITS: [(&str, usize); 4] = [("errorTitle", 32), ("error", 255), ("promptTitle", 32), ("prompt", 255)];

fn utf16(text: &str) -> usize {
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#xA;", "\n"), ("&amp;", "&")];
    plain.iter().fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant)).encode_utf16().count()
}

/// What stands between two marks, wherever the first is.
fn between<'x>(xml: &'x str, begin: &str, end: &str) -> Vec<&'x str> {
    xml.split(begin).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

/// Stops at anything in a workbook that Excel refuses or offers to repair.
pub(super) fn is_one_that_excel_opens(bytes: &[u8], which: &str) {
    let xml = inside(bytes, "xl/worksheets/sheet2.xml");
    for validation in between(&xml, "<dataValidation ", ">") {
        for (name, most) in LIMITS {
            let said = between(validation, &format!(" {name}=\""), "\"");
            assert!(
                said.len() == 1 && !said[0].is_empty() && utf16(said[0]) <= most,
                "{which}: {name} of {validation}"
            );
        }
    }
    for rule in [between(&xml, "<formula>", "</formula>"), between(&xml, "<formula1>", "</formula1>")].concat() {
        assert!(utf16(rule) <= 255 && !rule.contains('!'), "{which}: {rule}");
    }
    for formula in between(&xml, "<f>", "</f>") {
        assert!(utf16(formula) < 8192, "{which}: {formula}");
        // Every second piece is a text in quotes.
        let texts = formula.split('"').skip(1).step_by(2);
        assert!(texts.into_iter().all(|text| utf16(text) <= 255), "{which}: {formula}");
    }
    let book = inside(bytes, "xl/workbook.xml");
    let sheets = between(&book, "<sheet name=\"", "\"");
    assert_eq!(sheets.len(), 5, "{which}");
    for sheet in sheets {
        assert!(utf16(sheet) <= 31 && !sheet.contains([':', '\\', '/', '?', '*', '[', ']']), "{which}: {sheet}");
    }
    for name in between(&book, "<definedName name=\"", "\"") {
        let own = name.strip_prefix("_xlnm.").unwrap_or(name);
        let is_plain = own.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let is_cell = own.len() < 9 && !own.contains('_') && own.ends_with(|c: char| c.is_ascii_digit());
        assert!(is_plain && !is_cell && own.starts_with(|c: char| !c.is_ascii_digit()), "{which}: {name}");
    }
    for sheet in 1..=5 {
        let xml = inside(bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let within = |name: &str, most: f64| {
            let all = between(&xml, &format!(" {name}=\""), "\"");
            all.iter().all(|number| number.parse::<f64>().is_ok_and(|number| (0.0..=most).contains(&number)))
        };
        assert!(within("width", 255.0) && within("ht", 409.5), "{which}: sheet {sheet}");
        let footer = between(&xml, "<oddFooter>", "</oddFooter>");
        assert!(footer.len() == 1 && utf16(footer[0]) <= 255, "{which}: {footer:?}");
        let merged: Vec<&str> = between(&xml, "<mergeCell ref=\"", "\"");
        assert_eq!(merged.len(), merged.iter().collect::<BTreeSet<_>>().len(), "{which}: {merged:?}");
    }
    let notes = inside(bytes, "xl/comments1.xml");
    for note in between(&notes, "<comment ", "</comment>") {
        assert!(utf16(note) <= 32_767, "{which}: {note}");
    }
}

#[test]
fn nothing_in_the_form_of_any_standard_is_longer_or_stranger_than_excel_takes() {
    for which in every_standard() {
        for lang in [Lang::Vi, Lang::En] {
            is_one_that_excel_opens(&written(&rules(&which), lang, None), &which);
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let rules = rules("qd-06-2019");
    assert!(written(&rules, Lang::Vi, None) == written(&rules, Lang::Vi, None));
}

#[test]
fn every_sheet_is_protected_without_a_password_and_prints_on_a4_landscape() {
    let bytes = written(&rules("qd-06-2019"), Lang::Vi, None);
    for sheet in 1..=5 {
        let xml = inside(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let protection = xml.split("<sheetProtection").nth(1).unwrap().split('>').next().unwrap();
        assert!(protection.contains("sheet=\"1\"") && !protection.contains("password"), "{protection}");
        assert!(!protection.contains("hashValue"), "{protection}");
        assert!(xml.contains("paperSize=\"9\"") && xml.contains("orientation=\"landscape\""), "sheet {sheet}");
    }
}

#[test]
fn provisional_figures_are_told_on_the_face_of_the_sheets() {
    let rules = rules("qd-06-2019");
    let texts = inside(&written(&rules, Lang::Vi, None), "xl/sharedStrings.xml");
    assert!(texts.contains("CHƯA ĐỐI CHIẾU VỚI VĂN BẢN: 99/116 con số"));
    let texts = inside(&written(&rules, Lang::En, None), "xl/sharedStrings.xml");
    assert!(texts.contains("99 of 116 figures of the standard are provisional"));
}

pub(super) fn inside(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The style of a cell of the data sheet: its entry among the formats of cells.
fn style(bytes: &[u8], cell: &str) -> String {
    let xml = inside(bytes, "xl/worksheets/sheet2.xml");
    let number: usize = between(&xml, &format!("<c r=\"{cell}\" s=\""), "\"")[0].parse().unwrap();
    let styles = inside(bytes, "xl/styles.xml");
    let formats = between(&styles, "<cellXfs", "</cellXfs>")[0].to_owned();
    between(&formats, "<xf ", "<xf ")[number].to_owned()
}

#[test]
fn cells_to_fill_in_are_open_and_coloured_and_all_others_locked() {
    let rules = rules("qd-06-2019");
    let many = written(&rules, Lang::Vi, None);
    let unit = Unit { code: "00123".into(), name: "Xã Mẫu".into(), year: Some(2024), ..Unit::default() };
    let one = written(&rules, Lang::Vi, Some(unit));
    let rows = [
        // What the list gave is locked, what it left out is open: no province was given, no class.
        (&one, "A6", false),
        (&one, "B6", false),
        (&one, "F6", false),
        (&one, "D6", true),
        (&one, "G6", true),
        (&one, "H6", true),
        (&many, "A6", true),
        (&many, "F6", true),
        (&many, "AX8", true),
        (&many, "C6", false),
        (&many, "H5", false),
        (&many, "A4", false),
    ];
    let fill = |style: &str| between(style, "fillId=\"", "\"")[0].to_owned();
    let open_fill = fill(&style(&many, "H6"));
    for (book, cell, is_open) in rows {
        let style = style(book, cell);
        assert_eq!(style.contains("locked=\"0\""), is_open, "{cell}: {style}");
        assert_eq!(fill(&style) == open_fill && fill(&style) != "0", is_open, "{cell}: {style}");
    }
}

#[test]
fn rows_can_be_filtered_and_columns_widened_but_not_sorted_apart() {
    let xml = inside(&written(&rules("qd-06-2019"), Lang::Vi, None), "xl/worksheets/sheet2.xml");
    let allowed = between(&xml, "<sheetProtection", ">")[0];
    for name in ["autoFilter", "formatColumns", "formatRows"] {
        assert!(allowed.contains(&format!("{name}=\"0\"")), "{allowed}");
    }
    for name in ["sort", "insertRows", "deleteColumns", "formatCells"] {
        assert!(!allowed.contains(&format!("{name}=\"0\"")), "{allowed}");
    }
    assert!(xml.contains("<autoFilter ref=\"A5:AX8\""));
}

#[test]
fn signatures_are_printed_on_one_page_with_rows_of_evidence_above_them() {
    for name in every_standard() {
        let xml = inside(&written(&rules(&name), Lang::Vi, None), "xl/worksheets/sheet5.xml");
        let breaks = between(&xml, "<brk id=\"", "\"");
        let rows = between(&xml, "<row r=\"", "\"");
        let (last, at): (u32, u32) = (rows.last().unwrap().parse().unwrap(), breaks[0].parse().unwrap());
        // Five rows of evidence, a gap, two lines of titles, room to sign and the name; a break counts only where the
        // sheet is not fitted to the paper.
        assert!(breaks.len() == 1 && last - at == 10 && !xml.contains("fitToPage"), "{name}: {last} {at}");
    }
}

/// Excel accepts anything while a cell that a rule looks at is blank, unless the rule judges blanks as well.
#[test]
fn a_rule_that_looks_at_another_cell_holds_while_that_one_is_blank() {
    let mut with_others = 0;
    for which in every_standard() {
        let xml = inside(&written(&rules(&which), Lang::Vi, None), "xl/worksheets/sheet2.xml");
        for validation in between(&xml, "<dataValidation ", "</dataValidation>") {
            let formula = validation.split("<formula1>").nth(1).unwrap_or_default();
            let cells: BTreeSet<&str> = formula
                .split('$')
                .skip(1)
                .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap())
                .collect();
            let looks_at_others = validation.contains("type=\"custom\"") && cells.len() > 1;
            assert!(!looks_at_others || !validation.contains("allowBlank=\"1\""), "{which}: {validation}");
            with_others += usize::from(looks_at_others);
        }
    }
    assert!(with_others > 30, "{with_others}");
}

/// Red, green and blue of a cell's fill as the grey that a printer makes of it, 0 to 255.
fn grey(bytes: &[u8], cell: &str) -> u32 {
    let number: usize = between(&style(bytes, cell), "fillId=\"", "\"")[0].parse().unwrap();
    let styles = inside(bytes, "xl/styles.xml");
    let colour = between(between(&styles, "<fill>", "</fill>")[number], "fgColor rgb=\"FF", "\"")[0].to_owned();
    let part = |at: usize| u32::from_str_radix(&colour[at..at + 2], 16).unwrap();
    (299 * part(0) + 587 * part(2) + 114 * part(4)) / 1000
}

#[test]
fn cells_to_fill_in_and_locked_cells_differ_when_they_are_printed_in_grey() {
    let unit = Unit { code: "00123".into(), name: "Xã Mẫu".into(), ..Unit::default() };
    let bytes = written(&rules("qd-06-2019"), Lang::Vi, Some(unit));
    for locked in ["A6", "B6", "C6"] {
        assert!(grey(&bytes, "H6") >= grey(&bytes, locked) + 25, "{locked}");
    }
}

#[test]
fn rows_have_room_for_the_longest_area_class() {
    let rules = rules("qd-06-2019");
    let classes = rules.latest().standard().classes.iter().map(|class| class.label.vi.chars().count());
    let lines = classes.max().unwrap().div_ceil(41);
    let xml = inside(&written(&rules, Lang::Vi, None), "xl/worksheets/sheet2.xml");
    for row in 6..=8 {
        let height = between(between(&xml, &format!("<row r=\"{row}\""), ">")[0], " ht=\"", "\"")[0].to_owned();
        assert!(lines > 1 && height.parse::<usize>().unwrap() >= lines * 15, "{height}");
    }
}

#[test]
fn the_table_of_evidence_repeats_its_header_on_each_page() {
    let bytes = written(&rules("qd-06-2019"), Lang::Vi, None);
    let book = inside(&bytes, "xl/workbook.xml");
    let titles = between(&book, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"4\">", "<")[0].to_owned();
    let row = titles.rsplit('$').next().unwrap();
    let xml = inside(&bytes, "xl/worksheets/sheet5.xml");
    let cell = between(&xml, &format!("<c r=\"B{row}\""), "</c>")[0];
    let text: usize = cell.split("<v>").nth(1).unwrap().split('<').next().unwrap().parse().unwrap();
    let texts = inside(&bytes, "xl/sharedStrings.xml");
    assert!(between(&texts, "<si>", "</si>")[text].contains("Văn bản, sổ theo dõi"), "{titles}");
}

#[test]
fn every_count_of_the_standard_has_a_unit_and_the_form_says_it() {
    let rules = rules("qd-06-2019");
    let standard = rules.latest().standard();
    let bytes = written(&rules, Lang::Vi, None);
    let (notes, texts) = (inside(&bytes, "xl/comments1.xml"), inside(&bytes, "xl/sharedStrings.xml"));
    for field in standard.fields.iter().filter(|field| field.kind == FieldKind::Count) {
        let unit = &field.unit.as_ref().unwrap_or_else(|| panic!("{} has no unit", field.id)).vi;
        let note = between(&notes, "<comment ", "</comment>").into_iter();
        let mut note = note.filter(|note| note.contains(&format!("Mã cột: {}<", field.id)));
        assert!(note.next().unwrap().contains(&format!("Đơn vị tính: {unit}\n")), "{}", field.id);
        assert!(texts.contains(&format!("<t>{unit}</t>")), "{unit} does not stand among the fields");
    }
}

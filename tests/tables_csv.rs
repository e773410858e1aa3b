//! CSV and TSV files as people save them: encodings, delimiters, headers, rows.

#[path = "support/small_standard.rs"]
mod small_standard;
#[path = "support/small_table.rs"]
mod small_table;

use cfc::criteria::model::ClassIx;
use cfc::diag::{Level, Problem};
use cfc::table::check::{Options, Wanted, check};
use cfc::table::read;
use small_table::{HEADER, cell, dump, figure, found, rows, small, table, table_with};
use unicode_normalization::UnicodeNormalization as _;

#[test]
fn a_plain_table_is_read_without_a_word() {
    let (table, report) = rows("00123;Xã Một;mountain;1000;100;98;có;95,5;12,25;well;ghi\n");
    assert_eq!(found(&report), [""; 0]);
    assert!(table.is_usable());
    let part = &table.parts[0];
    assert_eq!((table.len(), part.code(0), part.name(0), part.class(0)), (1, "00123", "Xã Một", Some(ClassIx(1))));
    assert_eq!((part.year(0), part.province(0), part.district(0), part.row_number(0)), (None, "", "", 2));
    let values: Vec<_> = (0..8).map(|at| figure(&table, 0, at)).collect();
    assert_eq!(values, [Some(1000), Some(100), Some(98), Some(1), Some(9550), Some(1225), Some(1), None]);
    assert_eq!(part.extra(0).map(|(h, t)| (h.to_string(), t)).collect::<Vec<_>>(), [("note".to_owned(), "ghi")]);
    let sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    assert_eq!(read::text("t", b"hello".to_vec()).unwrap().sha256(), sha256);
}

#[test]
fn every_encoding_and_delimiter_gives_the_same_table() {
    let text = |d: &str| {
        format!("Mã xã;Tên xã;Loại địa bàn;{}\n00123;Xã Hòa Lạc;ward;10;5;4;không;95.5;1.5;tap;đủ\n", &HEADER[21..])
            .replace(';', d)
    };
    let want = dump(&table(text(";").as_bytes()).0);
    assert!(want.contains("Xã Hòa Lạc") && want.contains("00123"));
    let utf16 = |text: String, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let same = [
        text(",").into_bytes(),
        text("\t").into_bytes(),
        text(";").replace('\n', "\r\n").into_bytes(),
        text(";").replace('\n', "\r").into_bytes(),
        text(";").nfd().collect::<String>().into_bytes(),
        format!("\u{FEFF}{}", text(";")).into_bytes(),
        format!("sep=;\r\n{}", text(";")).into_bytes(),
        utf16(format!("\u{FEFF}{}", text("\t")), u16::to_le_bytes),
        utf16(format!("\u{FEFF}{}", text(";")), u16::to_be_bytes),
        utf16(text(","), u16::to_le_bytes),
        windows_1258(&text(";")),
    ];
    for bytes in same {
        let (table, report) = table(&bytes);
        assert_eq!(dump(&table), want, "{:?}", String::from_utf8_lossy(&bytes));
        assert!(!report.has_errors() && table.is_usable());
    }
}

/// Base letters and tone marks apart, as Windows-1258 has them.
fn windows_1258(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for c in text.chars() {
        let whole = encoding_rs::WINDOWS_1258.encode(c.encode_utf8(&mut [0; 4])).0.into_owned();
        if whole.len() == 1 {
            bytes.extend(whole);
            continue;
        }
        // Tone marks are the last of the canonical decomposition or the one below the letter.
        let tones = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
        let parts: Vec<char> = c.to_string().nfd().collect();
        let base: String = parts.iter().copied().filter(|c| !tones.contains(c)).nfc().collect();
        let tone: String = parts.iter().filter(|c| tones.contains(c)).collect();
        bytes.extend(encoding_rs::WINDOWS_1258.encode(&format!("{base}{tone}")).0.into_owned());
    }
    bytes
}

#[test]
fn an_undeclared_encoding_is_said_to_be_guessed() {
    let bytes = windows_1258(&format!("{HEADER}\n00123;Hòa Lạc;ward;;;;;;;;\n"));
    let (table, report) = table(&bytes);
    assert_eq!(report.diagnostics[0].problem, Problem::GuessedEncoding { encoding: "Windows-1258" });
    assert_eq!(table.parts[0].name(0), "Hòa Lạc");
}

#[test]
fn a_file_without_a_header_or_without_text_is_refused() {
    let refused = |bytes: &[u8]| read::text("t.csv", bytes.to_vec()).unwrap_err().diagnostics[0].code();
    assert_eq!(refused(b""), "table/empty");
    assert_eq!(refused(b"\n\n  \n;;\n"), "table/empty");
    assert_eq!(refused(b"PK\x03\x04\x00\xFF\x80"), "table/not-text");
    let missing = read::file(std::path::Path::new("no/such/table.csv")).unwrap_err();
    assert_eq!(missing.code(), "file/unreadable");
    let (table, report) = rows("\n\n");
    assert_eq!((report.diagnostics[0].code(), table.is_usable()), ("table/no-rows", true));
}

#[test]
fn headers_are_found_by_id_or_label_in_any_case_form_and_order() {
    let decomposed: String = "TRẺ EM DƯỚI 5 TUỔI".nfd().collect();
    let header = format!(
        "Ghi chú,{decomposed},\"Tổng số\r\ntrẻ em\",Quận/huyện,\"Tỉnh, thành phố\",NĂM,MÃ  ĐƠN VỊ,Tên đơn vị,Địa bàn"
    );
    let rest = "registered,officer,share,area,water";
    let text = format!("{header},{rest}\nđủ,5,10,H,T,2024,00001,Một,Phường,4,x,1,1,Giếng\n");
    let (table, report) = table(text.as_bytes());
    assert_eq!(found(&report), [""; 0]);
    let part = &table.parts[0];
    assert_eq!((part.code(0), part.name(0), part.province(0), part.district(0)), ("00001", "Một", "T", "H"));
    assert_eq!((part.year(0), part.class(0)), (Some(2024), Some(ClassIx(0))));
    assert_eq!((figure(&table, 0, 0), figure(&table, 0, 1), figure(&table, 0, 6)), (Some(10), Some(5), Some(1)));
}

#[test]
fn two_columns_for_one_field_are_refused_and_both_are_named() {
    let (table, report) = table(format!("{HEADER};Tổng số trẻ em\n").as_bytes());
    let [field, first, second] = ["children", "children", "Tổng số trẻ em"].map(str::to_owned);
    assert_eq!(report.diagnostics[0].problem, Problem::HeaderTwice { field, first, second });
    assert_eq!(cell(&report.diagnostics[0].place).column, Some(12));
    assert_eq!(cell(&report.diagnostics[0].related[0].0).column, Some(4));
    assert!(!table.is_usable());
}

#[test]
fn an_unknown_column_is_kept_and_gets_a_suggestion() {
    let header = HEADER.replace("registered", "Da khai sinh");
    let (table, report) = table(format!("{header};Người lập\n1;2;ward;;;;;;;;;Lan\n").as_bytes());
    let [missing, extra, other] = &report.diagnostics[..3] else { panic!() };
    let Problem::MissingColumn { field, items, meant, .. } = &missing.problem else { panic!() };
    assert_eq!((field.as_str(), items.as_slice()), ("registered", &["item.registered".to_owned()][..]));
    assert_eq!(meant.as_deref(), Some("Da khai sinh"));
    let suggestion = Problem::ExtraColumn { header: "Da khai sinh".into(), meant: Some("Đã khai sinh".into()) };
    assert_eq!(extra.problem, suggestion);
    assert_eq!(other.problem, Problem::ExtraColumn { header: "Người lập".into(), meant: None });
    assert_eq!((missing.level(), extra.level()), (Level::Error, Level::Note));
    let kept: Vec<_> = table.parts[0].extra(0).map(|(header, text)| (header.to_string(), text)).collect();
    assert_eq!(kept.last(), Some(&("Người lập".to_owned(), "Lan")));
}

#[test]
fn a_missing_column_is_an_error_only_if_it_is_wanted_and_not_allowed() {
    let standard = small();
    let text = b"code;name;area_class\n00001;A;ward\n";
    let mut wanted = Wanted { standard: &standard, years: None, items_of: vec![Vec::new(); 8] };
    let codes = |wanted: &Wanted<'_>, options| {
        let (table, report) = check(read::text("t.csv", text.to_vec()).unwrap(), wanted, options);
        assert_eq!(figure(&table, 0, 1), None);
        (found(&report), table.is_usable())
    };
    assert_eq!(codes(&wanted, Options::default()), (vec![], true));
    wanted.items_of[1] = vec!["item.a".to_owned(), "item.b".to_owned()];
    assert_eq!(codes(&wanted, Options::default()), (vec!["table/missing-column -1".to_owned()], false));
    let allowed = Options { allow_missing_columns: true, ..Options::default() };
    assert_eq!(codes(&wanted, allowed), (vec![], true));
    // What tells communes apart is never allowed to be missing.
    let (table, report) = table_with(b"name;children\nA;5\n", &standard, allowed);
    assert_eq!(found(&report), ["table/missing-column -1", "table/missing-column -1"]);
    assert!(!table.is_usable());
}

#[test]
fn a_row_of_another_length_is_refused_unless_only_empty_cells_are_too_many() {
    let (table, report) =
        rows("00001;A;ward\n00002;B;ward;;;;;;;;;;;\n00003;C;ward;;;;;;;;;5;\n00004;D;ward;1;;;;;;;\n");
    assert_eq!(found(&report), ["table/row-length -2", "table/row-length -4"]);
    assert_eq!(report.diagnostics[0].problem, Problem::RowLength { found: 3, expected: 11 });
    assert_eq!(report.diagnostics[1].problem, Problem::RowLength { found: 12, expected: 11 });
    assert_eq!(cell(&report.diagnostics[0].place).commune.as_deref(), Some("00001 A"));
    // Figures of a row whose cells cannot be told apart are used nowhere.
    let codes: Vec<_> = (0..table.len()).map(|row| table.parts[0].code(row)).collect();
    assert_eq!(codes, ["00002", "00004"]);
}

#[test]
fn rows_are_numbered_as_the_spreadsheet_shows_them() {
    let plain = "\n\n00001;A;ward;1;;;;;;;\n\n;;;;;;;;;;\n  \n00002;B;ward;x;;;;;;;\n";
    let quoted = "00001;\"A\n\nA\";ward;1;;;;;;;\"\"\"\"\n\n00002;\"B;\"\"b\"\"\";ward;\"x\";;;;;;;\n";
    for (text, numbers, bad) in [(plain, [4, 8], "cell/not-a-number D8"), (quoted, [2, 4], "cell/not-a-number D4")] {
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let (table, report) = rows(&text);
            let part = &table.parts[0];
            assert_eq!([part.row_number(0), part.row_number(1)], numbers, "{text:?}");
            assert_eq!(found(&report), [bad]);
        }
    }
    let (table, _) = rows(quoted);
    assert_eq!(table.parts[0].name(1), "B;\"b\"");
    // Blank rows before the header count, the line with the delimiter does not.
    let (table, _) = table_with(b"sep=,\n\ncode,name,area_class\n00001,A,ward\n", &small(), Options::default());
    assert_eq!(table.parts[0].row_number(0), 3);
}

#[test]
fn under_a_standard_without_classes_the_class_is_text_like_any_other() {
    let mut standard = small();
    standard.classes.clear();
    let allowed = Options { allow_missing_columns: true, ..Options::default() };
    let (table, report) = table_with(b"code;name;area_class\n00001;A;special\n", &standard, allowed);
    assert_eq!((found(&report), table.parts[0].class(0)), (vec![], None));
    assert_eq!(table.parts[0].extra(0).map(|(_, text)| text).collect::<Vec<_>>(), ["special"]);
}

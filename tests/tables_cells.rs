//! Cells of a table: what is read, what is refused, and where the message points.

#[path = "support/small_standard.rs"]
mod small_standard;
#[path = "support/small_table.rs"]
mod small_table;

use cfc::diag::{Level, Note, Problem};
use cfc::table::check::{Options, check, check_in_parts};
use cfc::table::read;
use proptest::prelude::*;
use small_standard::all_wanted;
use small_table::{HEADER, cell, dump, figure, found, rows, small, table_with};

#[test]
fn an_empty_cell_is_missing_never_zero() {
    let (table, report) = rows("00001;A;;;\u{A0}; \t;;;;;\n00002;B;ward;5;0;0;không;0;0,5;tap;\n");
    assert_eq!(found(&report), [""; 0]);
    for field in 0..8 {
        assert_eq!(figure(&table, 0, field), None, "{field}");
    }
    assert_eq!(table.parts[0].class(0), None);
    let zeros: Vec<_> = [1, 2, 3, 4].map(|field| figure(&table, 1, field)).to_vec();
    assert_eq!(zeros, [Some(0); 4]);
}

#[test]
fn every_bad_cell_of_a_file_is_in_one_report_with_its_place() {
    let (table, report) = rows(
        "00001;A;Phuong;1.065;x;12,5;có lẽ;101;0,125;giêng;\n\
         ;;ward;-5;1000000000001;#DIV/0!;;95,555;12,500;ao;\n\
         123;C;ward;5;;;;;;;\n",
    );
    let want = [
        "cell/unknown-class C2",
        "cell/ambiguous-number D2",
        "cell/not-a-number E2",
        "cell/not-a-count F2",
        "cell/not-yes-no G2",
        "cell/not-a-percentage H2",
        "cell/too-many-digits I2",
        "cell/empty-identity A3",
        "cell/empty-identity B3",
        "cell/negative D3",
        "cell/too-large E3",
        "cell/formula-error F3",
        "cell/too-many-digits H3",
        "cell/ambiguous-number I3",
        "cell/not-a-choice J3",
        "cell/short-code A4",
    ];
    // `giêng` is not a word of the list; it is reported between the two.
    let mut found = found(&report);
    assert_eq!(found.remove(7), "cell/not-a-choice J2");
    assert_eq!(found, want);
    assert!(!table.is_usable());
    let place = cell(&report.diagnostics[1].place);
    assert_eq!((&*place.file, place.header.as_deref()), ("t.csv", Some("children")));
    assert_eq!(place.commune.as_deref(), Some("00001 A"));
    assert_eq!(report.diagnostics.last().unwrap().level(), Level::Warning);
}

#[test]
fn suggestions_come_with_unknown_words() {
    let (_, report) = rows("00001;A;Xa mien nui;;;;;;;Gieng;\n");
    let [class, choice] = &report.diagnostics[..] else { panic!() };
    assert!(matches!(&class.problem, Problem::UnknownClass { meant: Some(m), .. } if m == "Xã miền núi"));
    assert!(matches!(&choice.problem, Problem::NotAChoice { meant: Some(m), .. } if m == "Giếng"));
}

#[test]
fn a_year_has_four_digits_and_lies_between_1900_and_2200() {
    let text = |year: &str| format!("code,name,area_class,year\n00001,A,ward,{year}\n");
    let allowed = Options { allow_missing_columns: true, ..Options::default() };
    for (year, want) in [("2024", Some(2024)), ("1900", Some(1900)), ("2200", Some(2200)), ("", None)] {
        let (table, report) = table_with(text(year).as_bytes(), &small(), allowed);
        assert_eq!((table.parts[0].year(0), found(&report).len()), (want, 0), "{year}");
    }
    for year in ["24", "1899", "2201", "2024.0", "+202", "năm 2024", "２０２４"] {
        let (_, report) = table_with(text(year).as_bytes(), &small(), allowed);
        assert_eq!(found(&report), ["cell/not-a-year D2"], "{year}");
    }
}

#[test]
fn figures_are_compared_with_what_they_are_part_of_and_both_cells_are_named() {
    let (_, report) = rows("00001;A;ward;100;101;102;;;;;\n00002;B;ward;;5;;;;;;\n00003;C;ward;9;;10;;;;;\n");
    assert_eq!(found(&report), ["cell/above-other E2", "cell/above-other F2"]);
    let [field, found, other, limit] = ["under5", "101", "children", "100"].map(str::to_owned);
    assert_eq!(report.diagnostics[0].problem, Problem::AboveOther { field, found, other, limit });
    let (place, note) = &report.diagnostics[0].related[0];
    assert_eq!((cell(place).column, cell(place).row, note), (Some(4), Some(2), &Note::ComparedWith));
    assert_eq!(cell(place).commune.as_deref(), Some("00001 A"));
}

#[test]
fn figures_below_what_their_field_allows_are_refused() {
    let (_, report) = rows("00001;A;ward;0;;;;;0,49;;\n00002;B;ward;1;;;;;0,5;;\n");
    assert_eq!(found(&report), ["cell/below-least D2", "cell/below-least I2"]);
    let Problem::BelowLeast { found, least, strictly, .. } = &report.diagnostics[1].problem else { panic!() };
    assert_eq!((found.as_str(), least.as_str(), *strictly), ("0.49", "0.5", false));
    assert!(matches!(&report.diagnostics[0].problem, Problem::BelowLeast { strictly: true, .. }));
}

#[test]
fn the_same_code_and_year_twice_is_an_error_that_names_both_cells() {
    let allowed = Options { allow_missing_columns: true, ..Options::default() };
    let text = "code,name,area_class,year\n00001,A,ward,2024\n00001,A,ward,2023\n00002,B,ward,\n\
                00001,A2,ward,2024\n00002,B2,ward,\n000000001,C,ward,\n000000002,C,ward,\n";
    let (table, report) = table_with(text.as_bytes(), &small(), allowed);
    let twice = ["table/duplicate-commune A5", "table/duplicate-commune A6"];
    assert_eq!(found(&report), [&["cell/odd-code A7", "cell/odd-code A8"], &twice[..]].concat());
    let [code, year] = ["00001", "2024"].map(str::to_owned);
    assert_eq!(report.diagnostics[2].problem, Problem::DuplicateCommune { code, year });
    let (first, note) = &report.diagnostics[2].related[0];
    assert_eq!((cell(first).row, note), (Some(2), &Note::SameCommune));
    assert!(!table.is_usable());
}

#[test]
fn the_same_commune_in_two_tables_is_found_when_they_are_put_together() {
    let text = |code: &str| format!("{HEADER}\n00009;I;ward;1;;;;;;;\n{code};A;ward;1;;;;;;;\n");
    let one = |name: &str, code: &str, options| {
        let text = read::text(name, text(code).into_bytes()).unwrap();
        let (table, report) = check(text, &all_wanted(&small()), options);
        assert!(table.is_usable() && report.diagnostics.is_empty());
        table
    };
    let mut table = one("a.csv", "00001", Options::default());
    let report = table.append(one("b.csv", "00002", Options::default()));
    assert_eq!(found(&report), ["table/duplicate-commune A2"]);
    assert_eq!(&*cell(&report.diagnostics[0].place).file, "b.csv");
    assert_eq!(&*cell(&report.diagnostics[0].related[0].0).file, "a.csv");
    assert!(!table.is_usable());
    assert_eq!(table.files.iter().map(|file| file.rows).collect::<Vec<_>>(), [2, 2]);

    let skip = Options { skip_bad_rows: true, ..Options::default() };
    let mut table = one("a.csv", "00001", skip);
    let report = table.append(one("b.csv", "00002", skip));
    assert_eq!(found(&report), ["table/duplicate-commune A2", "table/row-skipped -2", "table/row-skipped -2"]);
    // A third one is still found, although the first two have been left out.
    let report = table.append(one("c.csv", "00003", skip));
    assert_eq!(found(&report), ["table/duplicate-commune A2", "table/row-skipped -2"]);
    let codes: Vec<_> = table.parts.iter().map(|part| part.code(0)).collect();
    assert_eq!((codes.as_slice(), table.len(), table.skipped()), (&["00001", "00002", "00003"][..], 3, 3));
    assert!(table.is_usable());
}

#[test]
fn bad_rows_are_left_out_when_asked_for_and_each_is_reported() {
    let skip = Options { skip_bad_rows: true, ..Options::default() };
    let text = format!(
        "{HEADER}\n00001;A;ward;5;;;;;;;\n00002;B;ward;x;9;10;;;;;\n123;C;ward;6;;;;;;;\n00004;D\n\
         00005;E;ward;5;;;;;;;\n00005;F;ward;5;;;;;;;\n00006;G;ward;9;10;;;;;;\n"
    );
    let (table, report) = table_with(text.as_bytes(), &small(), skip);
    let want = [
        "cell/not-a-number D3",
        "cell/above-other F3",
        "table/row-skipped -3",
        "cell/short-code A4",
        "table/row-length -5",
        "table/row-skipped -5",
        "cell/above-other E8",
        "table/row-skipped -8",
        "table/duplicate-commune A7",
        "table/row-skipped -6",
        "table/row-skipped -7",
    ];
    assert_eq!(found(&report), want);
    assert_eq!(report.diagnostics[2].problem, Problem::RowSkipped { errors: 2 });
    let codes: Vec<_> = (0..table.len()).map(|row| table.parts[0].code(row)).collect();
    assert_eq!((codes.as_slice(), table.skipped(), table.is_usable()), (&["00001", "123"][..], 5, true));
    // A bad header cannot be mended by leaving out rows.
    let (table, _) = table_with(b"code;name\n00001;A\n", &small(), skip);
    assert!(!table.is_usable());
}

#[test]
fn a_file_of_garbage_is_reported_up_to_a_limit_and_the_rest_is_counted() {
    let (table, report) = rows(&"00001;A;?;?;?;?;?;?;?;?;\n".repeat(10_000));
    let last = report.diagnostics.iter().find(|d| d.code() == "table/findings-not-shown").unwrap();
    assert_eq!(last.problem, Problem::FindingsNotShown { count: 10_000 * 8 - 50_000 });
    assert!(!table.is_usable());
}

fn any_cell() -> impl Strategy<Value = String> {
    let words =
        ["", "", "0", "7", "12", "1065", "1.065", "x", "có", "95,5", " 3 ", "ward", "00001", "Xã Đá", "12345678"];
    proptest::sample::select(words.to_vec()).prop_map(str::to_owned)
}

fn any_row() -> impl Strategy<Value = Vec<String>> {
    let full = || proptest::collection::vec(any_cell(), 11);
    let named = full().prop_map(|mut row| {
        (row[0], row[1], row[2]) = ("00007".into(), "A".into(), "ward".into());
        row
    });
    prop_oneof![6 => named, 3 => full(), 1 => proptest::collection::vec(any_cell(), 0..14)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_size_of_the_parts_and_quotes_change_nothing(
        lines in proptest::collection::vec(any_row(), 0..30),
        end in proptest::sample::select(vec!["\n", "\r\n", "\r"]),
        skip_bad_rows in any::<bool>(),
        rows_per_part in 1_usize..9,
    ) {
        let standard = small();
        let line = |cells: &Vec<String>, quote: &str| {
            let cells: Vec<_> = cells.iter().map(|c| if c.is_empty() { String::new() } else { format!("{quote}{c}{quote}") }).collect();
            cells.join(";")
        };
        let text = |quote| {
            let body: Vec<_> = lines.iter().map(|cells| line(cells, quote)).collect();
            format!("{HEADER}{end}{}", body.join(end))
        };
        let read = |text: String, rows_per_part| {
            let options = Options { skip_bad_rows, ..Options::default() };
            let text = read::text("t.csv", text.into_bytes()).unwrap();
            let (table, report) = check_in_parts(text, &all_wanted(&standard), options, rows_per_part);
            (dump(&table), format!("{:?}", report.diagnostics), table.is_usable(), table.skipped())
        };
        let want = read(text(""), usize::MAX);
        prop_assert_eq!(&read(text(""), rows_per_part), &want);
        prop_assert_eq!(&read(text("\""), usize::MAX), &want);
        prop_assert_eq!(&read(text("\""), rows_per_part), &want);
    }
}

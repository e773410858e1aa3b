//! Same figures, same bytes: however the table was saved, and however many processors there are.

use crate::run::{Results, SAMPLE, file, folder, program, project_file, scored};
use std::fmt::Write;

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{FEFF}{text}").encode_utf16().flat_map(order).collect()
}

#[test]
fn a_table_gives_the_same_bytes_however_a_spreadsheet_saved_it() {
    let folder = folder();
    let text = project_file(SAMPLE);
    assert!(!text.contains(['"', ';', '\t']), "commas can be replaced");
    let want = scored(SAMPLE, "--format csv");
    let (semicolons, tabs) = (text.replace(',', ";"), text.replace(',', "\t"));
    let quoted = |line: &str| line.split(',').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let ways = [
        ("crlf", text.replace('\n', "\r\n").into_bytes()),
        ("cr", text.replace('\n', "\r").into_bytes()),
        ("bom", format!("\u{FEFF}{text}").into_bytes()),
        ("semicolons", semicolons.clone().into_bytes()),
        ("tabs", tabs.clone().into_bytes()),
        ("sep", format!("sep=;\r\n{}", semicolons.replace('\n', "\r\n")).into_bytes()),
        ("utf-16le", utf16(&tabs, u16::to_le_bytes)),
        ("utf-16be", utf16(&tabs, u16::to_be_bytes)),
        ("excel", utf16(&semicolons.replace('\n', "\r\n"), u16::to_le_bytes)),
        ("quotes", text.lines().map(quoted).collect::<Vec<_>>().join("\r\n").into_bytes()),
        ("upper", text.replacen("code,name", "CODE, Name ", 1).into_bytes()),
        ("no-end", text.trim_end().as_bytes().to_vec()),
        ("blank-rows", text.replace('\n', "\n\n").into_bytes()),
    ];
    for (name, bytes) in ways {
        let table = file(&folder, &format!("{name}.csv"), bytes);
        assert!(scored(&table, "--format csv") == want, "{name}");
    }
}

#[test]
fn the_vietnamese_sample_is_the_first_ten_of_the_sample() {
    let (vietnamese, all) = (Results::of("data/sample/communes-vi.csv", ""), Results::of(SAMPLE, ""));
    assert_eq!(vietnamese.header, all.header);
    assert_eq!(vietnamese.rows, all.rows[..10]);
}

#[test]
fn one_processor_or_two_give_the_same_bytes() {
    let folder = folder();
    let text = project_file(SAMPLE);
    let mut lines = text.lines();
    let mut table = format!("{}\n", lines.next().unwrap());
    // More rows than stand in one part of a table.
    let rows: Vec<&str> = lines.map(|line| line.split_once(',').unwrap().1).collect();
    for at in 0..20_000 {
        writeln!(table, "{at:05},{}", rows[at % rows.len()]).unwrap();
    }
    let table = file(&folder, "t.csv", table);
    let with = |threads: &str, arguments: &[&str]| {
        let mut command = program();
        command.env("RAYON_NUM_THREADS", threads).args(["score", &table]).args(arguments);
        command.output().unwrap()
    };
    for arguments in [&["--format", "csv"][..], &["--format", "table", "--sort", "total"]] {
        let (one, two) = (with("1", arguments), with("2", arguments));
        assert!(one.status.success() && one.stdout.len() > 1_000_000);
        assert!(one.stdout == two.stdout && one.stderr == two.stderr, "{arguments:?}");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    for format in ["csv", "json", "md", "table"] {
        let arguments = format!("--format {format} --breakdown");
        assert!(scored(SAMPLE, &arguments) == scored(SAMPLE, &arguments), "{format}");
    }
}

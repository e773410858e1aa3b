//! `cfc explain`: one commune, every step of its result, and what would change it.

pub(super) mod choose;

use super::args::{Common, choice, flag, paths, width, word};
use super::check::ready;
use super::format::Format;
use super::score::years;
use super::tables::{Sources, faults, manifest_of, source_options, tables};
use super::target::{Target, targets};
use super::{Entry, Outcome, fail, outcome_of, show};
use crate::criteria::builtin;
use crate::diag::AskedYear;
use crate::lang::Lang;
use crate::render::explanation;
use crate::result::explanation::Explanation;
use crate::rules::RuleSets;
use crate::score;
use crate::table::CommuneTable;
use crate::table::check::{Options as TableOptions, Wanted};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

pub(super) const ENTRY: Entry = Entry {
    describe,
    example: (
        "cfc explain data/sample/communes.csv --commune 90002",
        "cfc explain data/sample/communes.csv --commune 90002",
    ),
    run,
};

/// Formats of one commune's explanation: it is no table.
const FORMATS: [&str; 3] = ["table", "md", "json"];

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Giải thích kết quả của một xã: từng bước tính, và điều gì làm thay đổi kết quả",
        "Explains the result of one commune: every step, and what would change it",
    );
    let tables = lang.pick(
        "Bảng số liệu các xã: tệp .csv .tsv .xlsx .xlsm .xls .ods, thư mục, hoặc mẫu tên như *.xlsx; nhiều tệp được coi như một bảng",
        "Tables of communes: .csv .tsv .xlsx .xlsm .xls .ods files, a folder, or a pattern such as *.xlsx; several are taken as one",
    );
    let commune = lang.pick(
        "Mã hoặc tên xã; không phân biệt chữ hoa, chữ thường và vị trí dấu thanh (Hòa, Hoà)",
        "Code or name of the commune; case and the place of the tone mark do not matter (Hòa, Hoà)",
    );
    let columns = lang.pick(
        "Coi cột không có trong bảng là số liệu còn thiếu, không coi là lỗi",
        "Takes a column that is not there as missing figures instead of an error",
    );
    Command::new("explain")
        .about(about)
        .arg(
            Arg::new("table")
                .value_name("TABLE")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(tables),
        )
        .arg(choice("commune", "CODE|NAME", commune).required(true))
        .args(which(lang))
        .args(source_options(lang))
        .args(outputs(lang))
        .arg(flag("allow-missing-columns", columns))
        .arg(width(lang))
}

fn which(lang: Lang) -> [Arg; 2] {
    let standard = lang.pick(
        "Tiêu chuẩn: mã có sẵn hoặc đường dẫn tới tệp .toml; mặc định qd-06-2019",
        "The standard: a built-in id or the path of a .toml file; default qd-06-2019",
    );
    let year = lang.pick(
        "Năm đánh giá: chọn dòng của năm này và con số của tiêu chuẩn cho năm này",
        "Year of assessment: selects the row of this year and the figures for this year",
    );
    [
        choice("standard", "ID|PATH", standard).default_value(builtin::DEFAULT).hide_default_value(true),
        choice("year", "YEAR", year).value_parser(value_parser!(u16).range(1900..=2200)),
    ]
}

fn outputs(lang: Lang) -> [Arg; 3] {
    let format = lang.pick("Định dạng kết quả in ra: table, md, json", "Format of what is printed: table, md, json");
    let json = lang.pick("In ra JSON, như --format json", "Prints JSON, like --format json");
    let output = lang.pick(
        "Ghi kết quả vào tệp, định dạng theo phần mở rộng (.md .txt .json); ghi được nhiều lần",
        "Writes the results to a file, format by extension (.md .txt .json); may be repeated",
    );
    [
        choice("format", "FORMAT", format).value_parser(FORMATS).hide_possible_values(true),
        flag("json", json).conflicts_with("format"),
        choice("output", "FILE", output).short('o').action(ArgAction::Append).value_parser(value_parser!(PathBuf)),
    ]
}

/// What was typed.
struct Options {
    sources: Sources,
    commune: String,
    standard: String,
    year: Option<u16>,
    width: Option<u16>,
    allow_missing_columns: bool,
}

fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let (sources, none) = Sources::of(matches, "table");
    if none.has_errors() {
        show(&none, common);
        return outcome_of(&none);
    }
    let options = Options {
        sources,
        commune: word(matches, "commune").unwrap_or_default(),
        standard: word(matches, "standard").unwrap_or_default(),
        year: matches.get_one::<u16>("year").copied(),
        width: matches.get_one::<u16>("width").copied(),
        allow_missing_columns: matches.get_flag("allow-missing-columns"),
    };
    let targets = match wanted_targets(matches, &options, common.lang) {
        Ok(targets) => targets,
        Err(message) => return fail(common.lang, &message),
    };
    let (rules, report) = ready(&options.standard);
    show(&report, common);
    let Some(rules) = rules else { return outcome_of(&report) };
    let asked = years::asked(&rules, options.year, AskedYear::Table, &options.standard);
    if asked.has_errors() {
        show(&asked, common);
        return Outcome::Unusable;
    }
    let (table, report) = read(&rules, &options, common);
    show(&report, common);
    let Some(table) = table else { return outcome_of(&report) };
    let (part, row) = match choose::row(&table, &options.commune, options.year, report.has_errors(), common.lang) {
        Ok(chosen) => chosen,
        Err(message) => return fail(common.lang, &message),
    };
    let Some(part) = table.parts.get(part) else { return Outcome::Unusable };
    let explanation = score::explain(&rules, options.year, part, row);
    let stopped = faults(&explanation.sheet, part, common.lang);
    show(&stopped, common);
    let written = targets.iter().map(|target| write(&explanation, target, &table, &options, common));
    written.max().unwrap_or(Outcome::Done).max(outcome_of(&report)).max(outcome_of(&stopped))
}

fn wanted_targets(matches: &ArgMatches, options: &Options, lang: Lang) -> Result<Vec<Target>, String> {
    let typed = if matches.get_flag("json") { Some("json".to_owned()) } else { word(matches, "format") };
    let format = typed.as_deref().and_then(Format::from_word);
    let targets = targets(format, &paths(matches, "output"), &options.sources.files, Format::PLAIN, lang)?;
    if targets.iter().any(|target| target.format.is_rows()) {
        let what = lang.pick(
            "giải thích một xã không phải là bảng; dùng .md .txt .json",
            "an explanation of one commune is no table; use .md .txt .json",
        );
        return Err(what.to_owned());
    }
    Ok(targets)
}

fn read(rules: &RuleSets, options: &Options, common: &Common) -> (Option<CommuneTable>, crate::diag::Report) {
    let years = options.year.is_none().then(|| rules.years().clone());
    let wanted = Wanted { standard: rules.latest().standard(), years, items_of: rules.fields_wanted() };
    let allow_missing_columns = options.allow_missing_columns;
    let options_of_table = TableOptions { skip_bad_rows: true, allow_missing_columns, ..TableOptions::default() };
    tables(common, &options.sources, &wanted, options_of_table)
}

fn write(
    explanation: &Explanation,
    target: &Target,
    table: &CommuneTable,
    options: &Options,
    common: &Common,
) -> Outcome {
    let view = target.view(common, options.width);
    let bytes = match target.format {
        Format::Json => match explanation::json(explanation, &manifest_of(typed(options), Some(table))) {
            Ok(bytes) => bytes,
            Err(error) => return fail(common.lang, &error.to_string()),
        },
        Format::Markdown => explanation::markdown(explanation, &view).into_bytes(),
        _ => explanation::terminal(explanation, &view).into_bytes(),
    };
    target.write(&bytes, common)
}

/// The options that change results, as they are typed.
fn typed(options: &Options) -> Vec<String> {
    let mut typed = vec![format!("--commune={}", options.commune)];
    typed.extend(options.year.map(|year| format!("--year={year}")));
    typed.extend(options.sources.typed());
    typed.extend(options.allow_missing_columns.then(|| "--allow-missing-columns".to_owned()));
    typed
}

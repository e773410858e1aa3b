//! `cfc form`: the entry workbook of a standard, for many communes or one for each commune of a list.

mod files;

use super::args::{Common, choice, flag, standards};
use super::{Entry, Outcome, fail, outcome_of, output, show};
use crate::criteria::load;
use crate::diag::{Diagnostic, Level, Problem, Report};
use crate::form::{Request, Unit, workbook};
use crate::lang::Lang;
use crate::rules::{self, RuleSets};
use crate::table::check::{Options as TableOptions, Wanted, check};
use crate::table::{Part, find};
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::{Path, PathBuf};

pub(super) const ENTRY: Entry =
    Entry { describe, example: ("cfc form -o phieu.xlsx", "cfc form -o form.xlsx --lang en"), run };

/// The country has fewer communes; the check of codes that stand twice takes the square of it.
const MOST_ROWS: i64 = 5_000;

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Ghi phiếu thu thập số liệu (.xlsx) của một tiêu chuẩn, để các xã điền và `cfc score` đọc lại",
        "Writes the entry workbook (.xlsx) of a standard, for communes to fill in and `cfc score` to read back",
    );
    let standard = lang.pick(
        "Mã tiêu chuẩn có sẵn hoặc tệp .toml; mặc định là qd-06-2019",
        "Id of a built-in standard or a .toml file; default qd-06-2019",
    );
    let to =
        lang.pick("Tệp .xlsx sẽ ghi; với --one-each là thư mục", "The .xlsx file to write; with --one-each a folder");
    let one_each = lang.pick(
        "Mỗi xã của danh sách (.csv, .xlsx có cột code và name) một tệp, đặt tên theo mã xã",
        "One file for each commune of a list (.csv, .xlsx with columns code and name), named by its code",
    );
    let rows = lang.pick("Số dòng để điền, từ 1 đến 5000; mặc định 200", "Rows to fill in, 1 to 5000; default 200");
    let force = lang.pick("Ghi đè tệp đã có", "Overwrites files that are there");
    Command::new("form")
        .about(about)
        .arg(Arg::new("standard").value_name("STANDARD").help(standard))
        .arg(choice("output", "FILE|DIR", to).short('o').required(true).value_parser(value_parser!(PathBuf)))
        .arg(choice("one-each", "LIST", one_each).value_parser(value_parser!(PathBuf)))
        .arg(choice("rows", "N", rows).value_parser(value_parser!(u32).range(1..=MOST_ROWS)).conflicts_with("one-each"))
        .arg(flag("force", force))
}

fn run(common: &Common, options: &ArgMatches) -> Outcome {
    let which = standards(options).into_iter().next().unwrap_or_default();
    let Some(to) = options.get_one::<PathBuf>("output") else { return Outcome::Unusable };
    let (versions, mut report) = load::versions_by_name(&which);
    let rules = versions.and_then(|versions| rules::prepare_versions(versions, &mut report));
    let (Some(rules), false) = (rules, report.has_errors()) else {
        show(&report, common);
        return outcome_of(&report);
    };
    show(&report, common);
    let force = options.get_flag("force");
    match options.get_one::<PathBuf>("one-each") {
        Some(list) => one_each(&rules, list, to, force, common),
        None => for_many(&rules, options.get_one("rows").copied().unwrap_or(ROWS), to, force, common),
    }
}

/// Rows when their number is not given: more communes than a province has in most cases.
const ROWS: u32 = 200;

fn for_many(rules: &RuleSets, rows: u32, to: &Path, force: bool, common: &Common) -> Outcome {
    let lang = common.lang;
    if !to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
        let hint = lang.pick(
            "phiếu là tệp .xlsx; ví dụ `-o phieu.xlsx`",
            "the workbook is an .xlsx file; for example `-o form.xlsx`",
        );
        return fail(lang, &format!("{}: {hint}", to.display()));
    }
    files::write(vec![(to.to_owned(), None)], rules, rows, force, common)
}

/// A file for each commune of the list, in a folder that is made when it is not there.
fn one_each(rules: &RuleSets, list: &Path, folder: &Path, force: bool, common: &Common) -> Outcome {
    let lang = common.lang;
    if folder.is_file() || folder.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
        let hint = lang.pick(
            "với --one-each thì -o là thư mục; ví dụ `-o phieu`",
            "with --one-each, -o is a folder; for example `-o forms`",
        );
        return fail(lang, &format!("{}: {hint}", folder.display()));
    }
    let (units, report) = units(list, rules).unwrap_or_else(|refused| (Vec::new(), refused));
    show(&report, common);
    // A code that is only doubtful in a table would be locked into the workbook of the commune.
    let is_doubtful = |found: &Diagnostic| {
        matches!(found.problem, Problem::ShortCode { .. } | Problem::OddCode { .. } | Problem::NoRows)
    };
    if report.has_errors() || report.diagnostics.iter().any(is_doubtful) {
        let why = lang.pick("chưa ghi phiếu nào: sửa danh sách trước", "no workbook is written: mend the list first");
        let outcome = outcome_of(&report);
        fail(lang, &format!("{}: {why}", list.display()));
        return outcome.max(Outcome::Errors);
    }
    match files::named(units, &rules.latest().standard().id, folder) {
        Ok(wanted) => match std::fs::create_dir_all(folder) {
            Ok(()) => files::write(wanted, rules, 1, force, common),
            Err(error) => output::failed(folder, &error, lang),
        },
        Err(both) => list_for_one_file(list, &both, lang),
    }
}

/// Says of two rows of a list that they would share a file.
fn list_for_one_file(list: &Path, (first, second): &(Unit, Unit), lang: Lang) -> Outcome {
    let list = list.display();
    let said = if first.code == second.code {
        let why = lang.pick(
            "danh sách có hai năm của cùng một xã; mỗi xã một tệp, chỉ ghi một năm",
            "the list has two years of one commune; each commune has one file, list one year only",
        );
        let year = |unit: &Unit| unit.year.map_or_else(|| "–".to_owned(), |year| year.to_string());
        format!("{list}: `{}` ({}, {}): {why}", first.code, year(first), year(second))
    } else {
        let why = lang.pick(
            "hai mã cho cùng một tên tệp; sửa mã trong danh sách",
            "both codes give the same file name; change one in the list",
        );
        format!("{list}: `{}`, `{}`: {why}", first.code, second.code)
    };
    fail(lang, &said);
    Outcome::Errors
}

/// The communes of a list, with what is worth knowing about it.
fn units(list: &Path, rules: &RuleSets) -> Result<(Vec<Unit>, Report), Report> {
    let wanted = Wanted { standard: rules.latest().standard(), years: None, items_of: Vec::new() };
    let text = find::open(list, &wanted, None)?;
    let options = TableOptions { communes_only: true, ..TableOptions::default() };
    let (table, mut report) = check(text, &wanted, options);
    // Which columns of a list are not used goes without saying.
    report.diagnostics.retain(|diagnostic| diagnostic.level() != Level::Note);
    if report.has_errors() || !table.is_usable() {
        return Err(report);
    }
    let of_part = |part: &Part| (0..part.len()).map(|row| unit(part, row)).collect::<Vec<_>>();
    Ok((table.parts.iter().flat_map(of_part).collect(), report))
}

fn unit(part: &Part, row: usize) -> Unit {
    Unit {
        code: part.code(row).to_owned(),
        name: part.name(row).to_owned(),
        province: part.province(row).to_owned(),
        district: part.district(row).to_owned(),
        year: part.year(row),
        class: part.class(row),
    }
}

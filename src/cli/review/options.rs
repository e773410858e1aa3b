//! Options of `cfc review`, as described and as typed.

use crate::cli::args::{choice, flag, paths, width};
use crate::cli::format::Format;
use crate::cli::tables::source_options;
use crate::criteria::builtin;
use crate::lang::Lang;
use crate::quantity::Decimal;
use crate::review::Limits;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// The command with its options.
pub(super) fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Rà soát số liệu trước khi chấm điểm: mâu thuẫn, số đáng ngờ, số còn thiếu, cần hỏi ai",
        "Reviews figures before they are scored: contradictions, oddities, what is missing, and whom to ask",
    );
    let strict = lang.pick("Kết thúc với mã 3 nếu có phát hiện nào", "Exits with 3 when there is any finding");
    let columns = lang.pick(
        "Coi cột không có trong bảng là số liệu còn thiếu, không coi là lỗi",
        "Takes a column that is not there as missing figures instead of an error",
    );
    Command::new("review")
        .about(about)
        .args(inputs(lang))
        .args(source_options(lang))
        .args(outputs(lang))
        .args(thresholds(lang))
        .arg(flag("allow-missing-columns", columns))
        .arg(flag("strict", strict))
        .arg(width(lang))
}

fn inputs(lang: Lang) -> [Arg; 5] {
    let tables = lang.pick(
        "Bảng số liệu các xã: tệp .csv .tsv .xlsx .xlsm .xls .ods, thư mục, hoặc mẫu tên như *.xlsx; nhiều tệp được rà soát như một bảng",
        "Tables of communes: .csv .tsv .xlsx .xlsm .xls .ods files, a folder, or a pattern such as *.xlsx; several are reviewed as one",
    );
    let standard = lang.pick(
        "Tiêu chuẩn: mã có sẵn hoặc đường dẫn tới tệp .toml; mặc định qd-06-2019",
        "The standard: a built-in id or the path of a .toml file; default qd-06-2019",
    );
    let year = lang
        .pick("Năm đánh giá; mặc định theo cột year của bảng", "Year of assessment; default the table's column year");
    let last_year =
        lang.pick("Bảng số liệu năm trước, ghép theo mã xã", "Last year's table, matched by the communes' codes");
    let expected = lang.pick(
        "Danh sách các xã phải có (cột mã và tên)",
        "The list of communes that should be there (columns code and name)",
    );
    let file = |id, help| choice(id, "TABLE", help).value_parser(value_parser!(PathBuf));
    [
        Arg::new("table")
            .value_name("TABLE")
            .required(true)
            .num_args(1..)
            .value_parser(value_parser!(PathBuf))
            .help(tables),
        choice("standard", "ID|PATH", standard).default_value(builtin::DEFAULT).hide_default_value(true),
        choice("year", "YEAR", year).value_parser(value_parser!(u16).range(1900..=2200)),
        file("last-year", last_year),
        file("expected", expected),
    ]
}

fn outputs(lang: Lang) -> [Arg; 2] {
    let format = lang.pick(
        "Định dạng kết quả in ra: table, md, csv, tsv, json",
        "Format of what is printed: table, md, csv, tsv, json",
    );
    let output = lang.pick(
        "Ghi kết quả vào tệp, định dạng theo phần mở rộng (.md .csv .tsv .json .txt); ghi được nhiều lần",
        "Writes the results to a file, format by extension (.md .csv .tsv .json .txt); may be repeated",
    );
    [
        choice("format", "FORMAT", format).value_parser(Format::PLAIN_WORDS).hide_possible_values(true),
        choice("output", "FILE", output).short('o').action(ArgAction::Append).value_parser(value_parser!(PathBuf)),
    ]
}

fn thresholds(lang: Lang) -> [Arg; 3] {
    let far = lang.pick(
        "Tỷ lệ chỉ là khác xa khi cách tứ phân vị của loại địa bàn hơn K lần khoảng tứ phân vị; mặc định 3",
        "A rate is far only when it lies over K interquartile ranges beyond the quartiles of its class; default 3",
    );
    let least = lang.pick(
        "Chỉ so sánh trong loại địa bàn có ít nhất N xã, từ 4 trở lên; mặc định 8",
        "Compares only within classes of at least N communes, 4 or more; default 8",
    );
    let jump = lang.pick(
        "Số liệu là tăng giảm bất thường khi gấp hơn K lần năm trước, hoặc ngược lại; mặc định 2",
        "A figure jumps when it is more than K times last year's, or the reverse; default 2",
    );
    [
        choice("far", "K", far).default_value(Limits::FAR).hide_default_value(true).value_parser(factor),
        choice("least-communes", "N", least)
            .default_value(Limits::LEAST_COMMUNES)
            .hide_default_value(true)
            .value_parser(value_parser!(u32).range(4..=1_000_000)),
        choice("jump", "K", jump).default_value(Limits::JUMP).hide_default_value(true).value_parser(factor),
    ]
}

/// An exact decimal from 1 to 1000 with at most three digits after the mark, a point or a comma.
fn factor(text: &str) -> Result<Decimal, String> {
    let decimal = Decimal::parse(&text.replace(',', ".")).ok();
    let thousandths = |decimal: &Decimal| decimal.to_scale(3).is_some_and(|n| (1000..=1_000_000).contains(&n));
    decimal.filter(thousandths).ok_or_else(|| "1 … 1000".to_owned())
}

/// The thresholds, as typed or by default.
pub(super) fn limits(matches: &ArgMatches) -> Limits {
    let by_default = Limits::default();
    let decimal = |id, other| matches.get_one::<Decimal>(id).copied().unwrap_or(other);
    let least = matches.get_one::<u32>("least-communes").and_then(|least| usize::try_from(*least).ok());
    Limits {
        far: decimal("far", by_default.far),
        least_communes: least.unwrap_or(by_default.least_communes),
        jump: decimal("jump", by_default.jump),
    }
}

/// The options that change results, as they are typed.
pub(super) fn typed(matches: &ArgMatches) -> Vec<String> {
    let Limits { far, least_communes, jump } = limits(matches);
    let mut typed =
        vec![format!("--far={far}"), format!("--least-communes={least_communes}"), format!("--jump={jump}")];
    typed.extend(matches.get_one::<u16>("year").map(|year| format!("--year={year}")));
    let beside = ["last-year", "expected"].into_iter();
    typed.extend(beside.filter_map(|id| Some(format!("--{id}={}", paths(matches, id).first()?.display()))));
    typed
}

//! Options of `cfc score`, as described and as typed.

use crate::cli::args::{choice, flag, paths, width, word};
use crate::cli::format::Format;
use crate::cli::tables::{Sources, source_options};
use crate::criteria::builtin;
use crate::lang::Lang;
use crate::result::roll_up::Grouping;
use crate::score::{Only, SortKey};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// Options of `score`.
#[expect(clippy::struct_excessive_bools, reason = "one for each flag that can be typed")]
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct ScoreOptions {
    pub(in crate::cli) sources: Sources,
    pub(in crate::cli) standard: String,
    pub(in crate::cli) year: Option<u16>,
    pub(in crate::cli) format: Option<Format>,
    pub(in crate::cli) outputs: Vec<PathBuf>,
    pub(in crate::cli) breakdown: bool,
    pub(in crate::cli) margins: bool,
    pub(in crate::cli) sort: Option<SortKey>,
    pub(in crate::cli) reverse: bool,
    pub(in crate::cli) only: Option<Only>,
    pub(in crate::cli) skip_bad_rows: bool,
    pub(in crate::cli) allow_missing_columns: bool,
    pub(in crate::cli) extra_columns: bool,
    pub(in crate::cli) strict: bool,
    pub(in crate::cli) public: bool,
    pub(in crate::cli) self_scores: bool,
    /// CSV as Excel opens it by a double click.
    pub(in crate::cli) excel: bool,
    /// What communes are grouped by; a roll-up is wanted when there is anything.
    pub(in crate::cli) by: Vec<Grouping>,
    /// The list of communes that should be there.
    pub(in crate::cli) expected: Option<PathBuf>,
    pub(in crate::cli) width: Option<u16>,
}

impl ScoreOptions {
    /// What was typed.
    pub(super) fn of(matches: &ArgMatches, sources: Sources) -> Self {
        Self {
            sources,
            standard: word(matches, "standard").unwrap_or_default(),
            year: matches.get_one::<u16>("year").copied(),
            format: word(matches, "format").as_deref().and_then(Format::from_word),
            outputs: paths(matches, "output"),
            breakdown: matches.get_flag("breakdown"),
            margins: matches.get_flag("margins"),
            sort: word(matches, "sort").and_then(|word| SORT_KEYS.into_iter().find(|key| sort_word(*key) == word)),
            reverse: matches.get_flag("reverse"),
            only: word(matches, "only").and_then(|word| ONLY.into_iter().find(|only| only_word(*only) == word)),
            skip_bad_rows: matches.get_flag("skip-bad-rows"),
            allow_missing_columns: matches.get_flag("allow-missing-columns"),
            extra_columns: matches.get_flag("extra-columns"),
            strict: matches.get_flag("strict"),
            public: matches.get_flag("public"),
            self_scores: matches.get_flag("self-scores"),
            by: groupings(matches),
            excel: matches.get_flag("excel"),
            expected: matches.get_one::<PathBuf>("expected").cloned(),
            width: matches.get_one::<u16>("width").copied(),
        }
    }
}

/// The command with its options.
pub(super) fn describe(lang: Lang) -> Command {
    inputs(lang).args(source_options(lang)).args(rows(lang)).args(counting(lang)).arg(width(lang))
}

fn inputs(lang: Lang) -> Command {
    let about = lang.pick("Chấm điểm các xã trong bảng số liệu", "Scores the communes of a table");
    let format = lang.pick(
        "Định dạng kết quả in ra: table, md, csv, tsv, json, xlsx, html, docx",
        "Format of what is printed: table, md, csv, tsv, json, xlsx, html, docx",
    );
    let output = lang.pick(
        "Ghi kết quả vào tệp, định dạng theo phần mở rộng (.md .csv .tsv .json .txt .xlsx .html .docx); ghi được nhiều lần",
        "Writes the results to a file, format by extension (.md .csv .tsv .json .txt .xlsx .html .docx); may be repeated",
    );
    Command::new("score")
        .about(about)
        .args(scored(lang))
        .arg(choice("format", "FORMAT", format).value_parser(Format::WORDS).hide_possible_values(true))
        .arg(choice("output", "FILE", output).short('o').action(ArgAction::Append).value_parser(value_parser!(PathBuf)))
}

/// The tables, and by which standard and for which year they are scored.
pub(in crate::cli) fn scored(lang: Lang) -> [Arg; 3] {
    let tables = lang.pick(
        "Bảng số liệu các xã: tệp .csv .tsv .xlsx .xlsm .xls .ods, thư mục, hoặc mẫu tên như *.xlsx; nhiều tệp được chấm như một bảng",
        "Tables of communes: .csv .tsv .xlsx .xlsm .xls .ods files, a folder, or a pattern such as *.xlsx; several are scored as one",
    );
    let standard = lang.pick(
        "Tiêu chuẩn: mã có sẵn hoặc đường dẫn tới tệp .toml; mặc định qd-06-2019",
        "The standard: a built-in id or the path of a .toml file; default qd-06-2019",
    );
    let year = lang.pick(
        "Năm đánh giá: chấm mọi đơn vị theo con số của tiêu chuẩn cho năm này; mặc định theo cột year của bảng",
        "Year of assessment: scores every commune with the figures for this year; default the table's column year",
    );
    let table = Arg::new("table").value_name("TABLE").required(true).num_args(1..);
    [
        table.value_parser(value_parser!(PathBuf)).help(tables),
        choice("standard", "ID|PATH", standard).default_value(builtin::DEFAULT).hide_default_value(true),
        choice("year", "YEAR", year).value_parser(value_parser!(u16).range(1900..=2200)),
    ]
}

fn rows(lang: Lang) -> [Arg; 11] {
    let breakdown = lang.pick("Thêm điểm từng tiêu chí của mỗi xã", "Adds the points of every criterion");
    let margins = lang.pick(
        "Thêm khoảng cách của mỗi xã: thay đổi nhỏ nhất làm thêm điểm, mất điểm, được công nhận, mất công nhận",
        "Adds how near every commune is: the smallest changes that gain or cost points, and the verdict",
    );
    let sort = lang.pick(
        "Sắp xếp: code, name, province, total (cao xuống thấp), distance (so với ngưỡng, \
         thiếu nhiều nhất trước), verdict (không được công nhận trước)",
        "Order: code, name, province, total (highest first), distance (to the threshold, \
         farthest below first), verdict (not recognised first)",
    );
    let only = lang.pick(
        "Chỉ hiển thị các xã: failed (không được công nhận), undetermined (chưa xác định), recognised (được công nhận)",
        "Only communes that are: failed (not recognised), undetermined, recognised",
    );
    let [skip, columns] = leniency(lang);
    let extra = lang.pick(
        "Thêm các cột khác của bảng vào cuối tệp CSV, TSV",
        "Appends the other columns of the table to CSV and TSV",
    );
    let self_scores = lang.pick(
        "So sánh với điểm xã tự chấm: cột self.<mã tiêu chí>, self.total, hoặc \"Tự chấm: <tên tiêu chí>\"",
        "Compares with the communes' own points: columns self.<criterion id>, self.total, or \"Tự chấm: <title>\"",
    );
    let strict = lang.pick(
        "Kết thúc với mã 3 nếu có kết quả chưa xác định hoặc dựa vào con số tạm thời của tiêu chuẩn",
        "Exits with 3 when something is undetermined or rests on a provisional figure",
    );
    let public = lang.pick(
        "Bản công khai: không công bố số nhỏ của các trường nhạy cảm và mọi nội dung có thể suy ra các số đó",
        "Public edition: without small counts of sensitive fields and everything they could be worked out from",
    );
    [
        flag("breakdown", breakdown),
        flag("margins", margins),
        choice("sort", "KEY", sort).value_parser(SORT_KEYS.map(sort_word)).hide_possible_values(true),
        flag("reverse", lang.pick("Đảo ngược thứ tự", "Reverses the order")),
        choice("only", "VERDICT", only).value_parser(ONLY.map(only_word)).hide_possible_values(true),
        skip,
        columns,
        flag("extra-columns", extra),
        flag("self-scores", self_scores),
        flag("strict", strict),
        flag("public", public),
    ]
}

/// What is done about bad rows and columns that are not there.
pub(in crate::cli) fn leniency(lang: Lang) -> [Arg; 2] {
    let skip = lang.pick(
        "Vẫn chấm các dòng đúng, liệt kê các dòng sai và kết thúc với mã 1",
        "Scores the good rows, lists the others and exits with 1",
    );
    let columns = lang.pick(
        "Coi cột không có trong bảng là số liệu còn thiếu, không coi là lỗi",
        "Takes a column that is not there as missing figures instead of an error",
    );
    [flag("skip-bad-rows", skip), flag("allow-missing-columns", columns)]
}

/// `--by`, `--expected` and `--excel`.
fn counting(lang: Lang) -> [Arg; 3] {
    let by = lang.pick(
        "Tổng hợp theo: province (tỉnh), district (huyện), year (năm), area_class (loại địa bàn); nhiều cột cách nhau bằng dấu phẩy",
        "Counts by: province, district, year, area_class; several separated by commas",
    );
    let expected = lang.pick(
        "Danh sách các xã phải có (cột mã và tên; có thể có tỉnh, huyện, loại địa bàn): xã chưa có số liệu được đếm trong bảng tổng hợp",
        "The list of communes that should be there (columns code and name, perhaps province, district, area class): those without figures are counted",
    );
    let words: Vec<&'static str> = Grouping::ALL.iter().map(|grouping| grouping.id()).collect();
    [
        choice("by", "COLUMN,…", by)
            .value_delimiter(',')
            .action(ArgAction::Append)
            .value_parser(words)
            .hide_possible_values(true)
            .conflicts_with("only"),
        choice("expected", "TABLE", expected).value_parser(value_parser!(PathBuf)),
        flag(
            "excel",
            lang.pick(
                "Tệp CSV mở được ngay bằng Excel: có BOM, ngăn cách bằng dấu chấm phẩy, dấu phẩy thập phân",
                "CSV that Excel opens by a double click: with a byte order mark; in Vietnamese with semicolons and decimal commas",
            ),
        ),
    ]
}

/// What was asked for by `--by`, each once, in the order typed.
fn groupings(matches: &ArgMatches) -> Vec<Grouping> {
    let mut found = Vec::new();
    for word in matches.get_many::<String>("by").into_iter().flatten() {
        let named = Grouping::ALL.into_iter().find(|grouping| grouping.id() == word);
        found.extend(named.filter(|grouping| !found.contains(grouping)));
    }
    found
}

/// What `--only` can be, in the order of the help.
pub(super) const ONLY: [Only; 3] = [Only::Failed, Only::Undetermined, Only::Recognised];

/// The word of `--only`.
pub(super) const fn only_word(only: Only) -> &'static str {
    match only {
        Only::Failed => "failed",
        Only::Undetermined => "undetermined",
        Only::Recognised => "recognised",
    }
}

/// What `--sort` can be, in the order of the help.
pub(super) const SORT_KEYS: [SortKey; 6] =
    [SortKey::Code, SortKey::Name, SortKey::Province, SortKey::Total, SortKey::Distance, SortKey::Verdict];

/// The word of `--sort`.
pub(super) const fn sort_word(key: SortKey) -> &'static str {
    match key {
        SortKey::Code => "code",
        SortKey::Name => "name",
        SortKey::Province => "province",
        SortKey::Total => "total",
        SortKey::Distance => "distance",
        SortKey::Verdict => "verdict",
    }
}

impl ScoreOptions {
    /// Options that say of single communes what a public edition must not say.
    pub(super) fn not_public(&self) -> Option<&'static str> {
        let flags =
            [(self.margins, "--margins"), (self.self_scores, "--self-scores"), (self.extra_columns, "--extra-columns")];
        flags.into_iter().find(|(on, _)| *on && self.public).map(|(_, flag)| flag)
    }
}

/// The options that change results, as they are typed.
pub(super) fn typed(options: &ScoreOptions) -> Vec<String> {
    let flags = [
        (options.skip_bad_rows, "--skip-bad-rows"),
        (options.allow_missing_columns, "--allow-missing-columns"),
        (options.reverse, "--reverse"),
        (options.public, "--public"),
    ];
    let mut typed: Vec<String> = flags.into_iter().filter(|(on, _)| *on).map(|(_, flag)| flag.to_owned()).collect();
    typed.extend(options.sources.typed());
    typed.extend(options.year.map(|year| format!("--year={year}")));
    typed.extend(options.only.map(|only| format!("--only={}", only_word(only))));
    typed.extend(options.sort.map(|key| format!("--sort={}", sort_word(key))));
    let by: Vec<&str> = options.by.iter().map(|grouping| grouping.id()).collect();
    typed.extend((!by.is_empty()).then(|| format!("--by={}", by.join(","))));
    typed.extend(options.expected.iter().map(|list| format!("--expected={}", list.display())));
    typed
}

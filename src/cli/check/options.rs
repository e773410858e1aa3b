//! Options of `cfc check`, as described and as typed.

use crate::cli::args::{choice, flag, standards, width, word};
use crate::lang::Lang;
use crate::status::Status;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches, Command};

/// What was typed.
#[derive(Clone, Debug)]
pub(super) struct CheckOptions {
    pub(super) standards: Vec<String>,
    pub(super) strict: Option<Strict>,
    pub(super) format: Option<String>,
    pub(super) explain: Option<String>,
    pub(super) status: bool,
    pub(super) below: Option<Status>,
    pub(super) watch: bool,
    pub(super) width: Option<u16>,
}

/// What `--strict` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strict {
    /// No warnings.
    Warnings,
    /// No warnings, and every figure verified this far.
    Figures(Status),
}

/// The value of `--strict` without one.
const WARNINGS: &str = "warnings";
/// The value of `--explain` without one.
pub(super) const LIST: &str = "list";
/// What `--format` can be; which of them, depends on what is printed.
const FORMATS: [&str; 5] = ["text", "json", "table", "md", "csv"];

impl CheckOptions {
    pub(super) fn of(matches: &ArgMatches) -> Self {
        Self {
            standards: standards(matches),
            strict: word(matches, "strict").map(|word| status(&word).map_or(Strict::Warnings, Strict::Figures)),
            format: word(matches, "format"),
            explain: word(matches, "explain"),
            status: matches.get_flag("status"),
            below: word(matches, "below").as_deref().and_then(status),
            watch: matches.get_flag("watch"),
            width: matches.get_one::<u16>("width").copied(),
        }
    }
}

fn status(word: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.id() == word)
}

/// The command with its options.
pub(super) fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Kiểm tra tệp tiêu chí, tập lệnh và ví dụ kiểm tra; báo mọi lỗi trong một lần",
        "Checks criteria files, their scripts and cases; reports every mistake in one run",
    );
    let standard = lang.pick(
        "Mã tiêu chuẩn hoặc tệp .toml; mặc định qd-06-2019",
        "A standard's id or a .toml file; default qd-06-2019",
    );
    Command::new("check")
        .about(about)
        .arg(Arg::new("standard").value_name("STANDARD").num_args(0..).help(standard))
        .arg(strict(lang))
        .arg(explain(lang))
        .args(list(lang))
        .arg(width(lang))
        .arg(
            flag(
                "watch",
                lang.pick(
                    "Kiểm tra lại mỗi khi lưu tệp tiêu chí hoặc tập lệnh; Ctrl-C để dừng",
                    "Checks again whenever the file or a script is saved; Ctrl-C ends it",
                ),
            )
            .conflicts_with_all(["explain", "status"]),
        )
}

fn strict(lang: Lang) -> Arg {
    let strict = lang.pick(
        "Coi cảnh báo là lỗi; --strict=quoted còn kết thúc với mã 3 nếu có con số chưa đạt tình trạng đó \
         (confirmed, quoted, inferred)",
        "Takes warnings as errors; --strict=quoted also exits with 3 when a figure is below that status \
         (confirmed, quoted, inferred)",
    );
    // Nothing is below provisional: asking for it would promise something.
    let [confirmed, quoted, inferred, _] = Status::ALL.map(Status::id);
    let shown = [confirmed, quoted, inferred].map(PossibleValue::new);
    let values = shown.into_iter().chain([PossibleValue::new(WARNINGS).hide(true)]);
    choice("strict", "STATUS", strict)
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value(WARNINGS)
        .value_parser(PossibleValuesParser::new(values))
        .hide_possible_values(true)
}

fn explain(lang: Lang) -> Arg {
    let explain = lang.pick(
        "Giải thích một mã lỗi kèm ví dụ; không ghi mã thì liệt kê mọi mã",
        "Explains a code with an example; without a code, lists all of them",
    );
    choice("explain", "CODE", explain)
        .num_args(0..=1)
        .default_missing_value(LIST)
        .conflicts_with_all(["status", "strict", "format"])
}

fn list(lang: Lang) -> [Arg; 3] {
    let status = lang.pick(
        "Liệt kê mọi con số của tiêu chuẩn với tình trạng kiểm chứng và căn cứ",
        "Lists every figure of the standard with its status and evidence",
    );
    let below = lang.pick(
        "Cùng với --status: chỉ liệt kê con số chưa đạt tình trạng này (confirmed, quoted, inferred)",
        "With --status: only figures below this status (confirmed, quoted, inferred)",
    );
    let format = lang.pick(
        "Dạng kết quả: text (mặc định) hoặc json; cùng với --status: table (mặc định), md, csv, json",
        "Format: text (default) or json; with --status table (default), md, csv or json",
    );
    let [confirmed, quoted, inferred, _] = Status::ALL.map(Status::id);
    [
        flag("status", status),
        choice("below", "STATUS", below)
            .requires("status")
            .value_parser([confirmed, quoted, inferred])
            .hide_possible_values(true),
        choice("format", "FORMAT", format).value_parser(FORMATS).hide_possible_values(true),
    ]
}

//! Options of `cfc report`, as described and as typed.

use crate::cli::args::{choice, paths, width, word};
use crate::cli::score::options::{ScoreOptions, leniency, scored};
use crate::cli::tables::{Sources, source_options};
use crate::lang::Lang;
use crate::quantity::Date;
use crate::render::paper::Official;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// Which paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// The report about all communes.
    #[default]
    Results,
    /// Score sheets.
    Commune,
    /// Minutes of appraisals.
    Minutes,
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct ReportOptions {
    pub(super) score: ScoreOptions,
    pub(super) kind: Kind,
    pub(super) commune: Option<String>,
    pub(super) official: Official,
}

impl ReportOptions {
    pub(super) fn of(matches: &ArgMatches, sources: Sources) -> Self {
        let kind = match word(matches, "paper").as_deref() {
            Some("commune") => Kind::Commune,
            Some("minutes") => Kind::Minutes,
            _ => Kind::Results,
        };
        let score = ScoreOptions {
            sources,
            standard: word(matches, "standard").unwrap_or_default(),
            year: matches.get_one::<u16>("year").copied(),
            outputs: paths(matches, "output"),
            skip_bad_rows: matches.get_flag("skip-bad-rows"),
            allow_missing_columns: matches.get_flag("allow-missing-columns"),
            self_scores: kind == Kind::Minutes,
            width: matches.get_one::<u16>("width").copied(),
            ..ScoreOptions::default()
        };
        let official = Official {
            parent_agency: word(matches, "parent-agency"),
            agency: word(matches, "agency"),
            number: word(matches, "number"),
            place: word(matches, "place"),
            date: matches.get_one::<Date>("date").copied(),
            signer_title: word(matches, "signer-title"),
            signer: word(matches, "signer"),
            recipients: matches.get_many::<String>("recipient").unwrap_or_default().cloned().collect(),
        };
        Self { score, kind, commune: word(matches, "commune"), official }
    }
}

/// The command with its options.
pub(super) fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Lập báo cáo kết quả, phiếu điểm, biên bản thẩm định theo thể thức của Nghị định 30/2020/NĐ-CP",
        "Writes official papers: the report of results, score sheets, minutes of appraisal",
    );
    let kind = lang.pick(
        "Loại văn bản: results (báo cáo kết quả, mặc định), commune (phiếu điểm từng xã), minutes (biên bản thẩm định \
         điểm tự chấm)",
        "Which paper: results (report of results, default), commune (score sheets), minutes (appraisal of self-scores)",
    );
    let commune = lang.pick(
        "Chỉ xã này, theo mã hoặc tên; mặc định mọi xã, mỗi xã bắt đầu ở trang mới",
        "Only this commune, by code or name; default all, each beginning on a new page",
    );
    let output = lang.pick(
        "Ghi vào tệp, định dạng theo phần mở rộng (.docx .md .txt); ghi được nhiều lần; mặc định in ra màn hình",
        "Writes to a file, format by extension (.docx .md .txt); may be repeated; default prints the text",
    );
    let kinds = choice("paper", "KIND", kind).value_parser(["results", "commune", "minutes"]);
    let outputs = choice("output", "FILE", output).short('o').action(ArgAction::Append);
    Command::new("report")
        .about(about)
        .args(scored(lang))
        .arg(outputs.value_parser(value_parser!(PathBuf)))
        .arg(kinds.hide_possible_values(true))
        .arg(choice("commune", "CODE|NAME", commune))
        .args(around(lang))
        .args(source_options(lang))
        .args(leniency(lang))
        .arg(width(lang))
}

/// What stands around the contents; what is left out stays to be filled in by hand.
fn around(lang: Lang) -> [Arg; 8] {
    let agency =
        lang.pick("Cơ quan ban hành; để trống thì in dấu chấm để điền", "Issuing agency; left out, dots to fill in");
    let parent = lang.pick("Cơ quan chủ quản trực tiếp", "The agency above it");
    let number = lang.pick("Số, ký hiệu, ví dụ 15/BC-SYT", "Number and sign, such as 15/BC-SYT");
    let place = lang.pick("Địa danh", "Place");
    let date = lang.pick("Ngày ban hành, dạng 2025-02-05", "Day of issue, such as 2025-02-05");
    let title = lang.pick("Quyền hạn, chức vụ của người ký", "Office of the person who signs");
    let signer = lang.pick("Họ tên người ký", "Name of the person who signs");
    let recipient = lang.pick("Nơi nhận; ghi được nhiều lần", "Recipient; may be repeated");
    [
        choice("agency", "NAME", agency),
        choice("parent-agency", "NAME", parent),
        choice("number", "NUMBER", number),
        choice("place", "PLACE", place),
        choice("date", "YYYY-MM-DD", date).value_parser(day),
        choice("signer-title", "TITLE", title),
        choice("signer", "NAME", signer),
        choice("recipient", "NAME", recipient).action(ArgAction::Append),
    ]
}

/// A day of the calendar in ISO form.
fn day(text: &str) -> Result<Date, String> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|c| c.is_ascii_digit()));
        part.and_then(|part| part.parse::<u16>().ok())
    };
    let (year, month, day) = (number(4), number(2), number(2));
    let small = |n: Option<u16>| n.and_then(|n| u8::try_from(n).ok());
    let date = year.zip(small(month)).zip(small(day)).map(|((year, month), day)| Date { year, month, day });
    let exists = |date: &Date| (1..=Date::days_in_month(date.year, date.month)).contains(&date.day);
    date.filter(exists).filter(|_| parts.next().is_none()).ok_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        assert_eq!(day("2024-02-29"), Ok(Date { year: 2024, month: 2, day: 29 }));
        for wrong in ["2023-02-29", "2023-13-01", "2023-00-10", "2023-1-5", "05/02/2023", "2023-02-05-1", ""] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}

//! `cfc man`: the manual page of the program or of one command, from the same description as the help.

use super::args::{Common, word};
use super::help::command;
use super::output::stdout;
use super::{Entry, Outcome, fail, words};
use crate::lang::Lang;
use clap::{Arg, ArgMatches, Command};
use clap_mangen::Man;

pub(super) const ENTRY: Entry =
    Entry { describe, example: ("cfc man score > cfc-score.1", "cfc man score > cfc-score.1"), run };

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "In trang hướng dẫn (định dạng man) của chương trình hoặc của một lệnh",
        "Prints the manual page of the program or of one command",
    );
    let which = lang.pick("Lệnh; không ghi thì là cả chương trình", "The command; without it the program");
    Command::new("man").about(about).arg(Arg::new("command").value_name("COMMAND").help(which))
}

fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let mut all = command(common.lang);
    // Only then has each command the options that every command takes.
    all.build();
    let described = match word(matches, "command") {
        None => Some(all),
        Some(name) => all.find_subcommand(&name).cloned().map(|found| found.name(format!("cfc-{name}"))),
    };
    // The parser accepts no other name.
    let Some(described) = described else { return Outcome::Unusable };
    match page(described, common.lang) {
        Ok(page) => stdout(page.as_bytes(), common.lang),
        Err(error) => fail(common.lang, &error.to_string()),
    }
}

/// The page in one language: only the names of its sections are not taken from the description.
fn page(described: Command, lang: Lang) -> std::io::Result<String> {
    let example = described.get_after_help().map(ToString::to_string).unwrap_or_default();
    let commands = words::of(lang).commands.to_uppercase();
    let described = described.after_help(None::<&str>).subcommand_help_heading(commands);
    // The version stands at the foot of the page; that does not make it an option of the command.
    let described = described.version(env!("CARGO_PKG_VERSION")).disable_version_flag(true);
    let man = Man::new(described.clone()).date("").manual("cfc");
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_options_section(&mut out)?;
    if described.has_subcommands() {
        man.render_subcommands_section(&mut out)?;
    }
    let mut text = String::from_utf8_lossy(&out).into_owned();
    if let Some((_, example)) = example.split_once('\n') {
        text.push_str(&[".SH EXAMPLE\n", &example.trim().replace('\\', "\\\\"), "\n"].concat());
    }
    Ok(headings(&text, lang))
}

fn headings(text: &str, lang: Lang) -> String {
    const VIETNAMESE: [(&str, &str); 4] = [
        (".SH NAME\n", ".SH \"TÊN\"\n"),
        (".SH SYNOPSIS\n", ".SH \"CÁCH DÙNG\"\n"),
        (".SH OPTIONS\n", ".SH \"TÙY CHỌN\"\n"),
        (".SH EXAMPLE\n", ".SH \"VÍ DỤ\"\n"),
    ];
    let none = text.to_owned();
    lang.pick(VIETNAMESE.iter().fold(text.to_owned(), |text, (en, vi)| text.replace(en, vi)), none)
}

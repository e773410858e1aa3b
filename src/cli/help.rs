//! The commands and options with their help, in either language.

use super::args::{Format, ONLY, SORT_KEYS, only_word, sort_word};
use super::words::{self, Words};
use crate::criteria::builtin;
use crate::lang::Lang;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

/// The whole command line in a language.
pub(super) fn command(lang: Lang) -> Command {
    let words = words::of(lang);
    Command::new("cfc")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.commands)
        .override_usage(format!("cfc <{}> [{}]", words.a_command, words.some_options))
        .help_template(template(words, true))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(everywhere(words))
        .arg(Arg::new("version").long("version").short('V').help(words.version).action(ArgAction::Version))
        .subcommand(finished(score(words), words, words.score_example))
        .subcommand(finished(check(words), words, words.check_example))
        .subcommand(finished(Command::new("standards").about(words.standards), words, words.standards_example))
}

fn template(words: &Words, commands: bool) -> String {
    let list = if commands { format!("{}:\n{{subcommands}}\n\n", words.commands) } else { String::new() };
    let positionals = if commands { String::new() } else { "{positionals}".to_owned() };
    let positionals =
        if positionals.is_empty() { positionals } else { format!("{}:\n{positionals}\n\n", words.arguments) };
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{list}{positionals}{}:\n{{options}}{{after-help}}\n",
        words.usage, words.options
    )
}

fn finished(command: Command, words: &Words, example: &str) -> Command {
    let has_positionals = command.get_positionals().next().is_some();
    let template = template(words, false);
    let template = if has_positionals {
        template
    } else {
        template.replace(&format!("{}:\n{{positionals}}\n\n", words.arguments), "")
    };
    let takes: String =
        command.get_positionals().map(|arg| if arg.is_required_set() { " <TABLE>…" } else { " [STANDARD]…" }).collect();
    let usage = format!("cfc {} [{}]{takes}", command.get_name(), words.some_options);
    command
        .override_usage(usage)
        .help_template(template)
        .disable_help_flag(true)
        .after_help(format!("{}:\n  {example}", words.example))
}

/// Options that stand before or after the command.
fn everywhere(words: &Words) -> Vec<Arg> {
    vec![
        Arg::new("lang")
            .long("lang")
            .value_name("vi|en")
            .value_parser(["vi", "en"])
            .hide_possible_values(true)
            .global(true)
            .help(words.lang),
        Arg::new("color")
            .long("color")
            .alias("colour")
            .value_name("WHEN")
            .value_parser(["auto", "always", "never"])
            .hide_possible_values(true)
            .global(true)
            .help(words.colour),
        Arg::new("help").long("help").short('h').global(true).action(ArgAction::Help).help(words.help),
    ]
}

fn score(words: &Words) -> Command {
    let flag = |id: &'static str, help: &'static str| Arg::new(id).long(id).action(ArgAction::SetTrue).help(help);
    Command::new("score")
        .about(words.score)
        .arg(
            Arg::new("table")
                .value_name("TABLE")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(words.table),
        )
        .arg(choice("standard", "ID|PATH", words.standard).default_value(builtin::DEFAULT).hide_default_value(true))
        .arg(choice("year", "YEAR", words.year).value_parser(value_parser!(u16).range(1900..=2200)))
        .arg(choice("format", "FORMAT", words.format).value_parser(Format::WORDS).hide_possible_values(true))
        .arg(
            choice("output", "FILE", words.output)
                .short('o')
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag("breakdown", words.breakdown))
        .arg(choice("sort", "KEY", words.sort).value_parser(SORT_KEYS.map(sort_word)).hide_possible_values(true))
        .arg(flag("reverse", words.reverse))
        .arg(choice("only", "VERDICT", words.only).value_parser(ONLY.map(only_word)).hide_possible_values(true))
        .arg(flag("skip-bad-rows", words.skip_bad_rows))
        .arg(flag("allow-missing-columns", words.allow_missing_columns))
        .arg(flag("extra-columns", words.extra_columns))
        .arg(flag("strict", words.strict))
        .arg(choice("width", "N", words.width).value_parser(value_parser!(u16).range(40..=1000)))
}

fn check(words: &Words) -> Command {
    Command::new("check")
        .about(words.check)
        .arg(Arg::new("standard").value_name("STANDARD").num_args(0..).help(words.check_standard))
        .arg(Arg::new("strict").long("strict").action(ArgAction::SetTrue).help(words.check_strict))
}

fn choice(id: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(value).help(help)
}

//! The commands and options with their help, in either language.

use super::COMMANDS;
use super::words::{self, Words};
use crate::lang::Lang;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};

/// The whole command line in a language.
pub(super) fn command(lang: Lang) -> Command {
    let words = words::of(lang);
    let names: Vec<String> = COMMANDS.iter().map(|entry| (entry.describe)(lang).get_name().to_owned()).collect();
    let of_any_command = |arg: Arg| arg.value_parser(PossibleValuesParser::new(names)).hide_possible_values(true);
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
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .display_order(EVERYWHERE + 4)
                .help(words.version)
                .action(ArgAction::Version),
        )
        .subcommands(COMMANDS.iter().map(|entry| {
            let (vi, en) = entry.example;
            finished((entry.describe)(lang), words, lang.pick(vi, en))
        }))
        // The names of all commands are known here only.
        .mut_subcommand("man", |man| man.mut_arg("command", of_any_command))
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
    let name = command.get_name().to_owned();
    finished_as(&name, command, words, example)
}

/// A command with usage, template and example; `name` is how it is typed, `standards export`.
pub(super) fn finished_as(name: &str, command: Command, words: &Words, example: &str) -> Command {
    let has_commands = command.has_subcommands();
    let has_positionals = command.get_positionals().next().is_some();
    let template = template(words, has_commands);
    let template = if has_positionals {
        template
    } else {
        template.replace(&format!("{}:\n{{positionals}}\n\n", words.arguments), "")
    };
    let takes: String = command.get_positionals().map(taken).collect();
    let below = if has_commands { format!(" [{}]", words.a_command) } else { String::new() };
    let usage = format!("cfc {name} [{}]{takes}{below}", words.some_options);
    command
        .override_usage(usage)
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .after_help(format!("{}:\n  {example}", words.example))
}

/// `<TABLE>…` must be there, `[STANDARD]…` may; the dots say that there can be several.
fn taken(arg: &Arg) -> String {
    let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
    let more = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
    let more = if more { "…" } else { "" };
    if arg.is_required_set() { format!(" <{name}>{more}") } else { format!(" [{name}]{more}") }
}

/// Behind the options of the command itself.
const EVERYWHERE: usize = 1000;

/// Options that stand before or after the command.
fn everywhere(words: &Words) -> Vec<Arg> {
    vec![
        Arg::new("lang")
            .long("lang")
            .value_name("vi|en")
            .value_parser(["vi", "en"])
            .hide_possible_values(true)
            .global(true)
            .display_order(EVERYWHERE)
            .help(words.lang),
        Arg::new("color")
            .long("color")
            .alias("colour")
            .value_name("WHEN")
            .value_parser(["auto", "always", "never"])
            .hide_possible_values(true)
            .global(true)
            .display_order(EVERYWHERE + 1)
            .help(words.colour),
        Arg::new("quiet")
            .long("quiet")
            .short('q')
            .global(true)
            .display_order(EVERYWHERE + 2)
            .action(ArgAction::SetTrue)
            .help(words.quiet),
        Arg::new("help")
            .long("help")
            .short('h')
            .global(true)
            .display_order(EVERYWHERE + 3)
            .action(ArgAction::Help)
            .help(words.help),
    ]
}

//! `cfc completions`: what a shell needs to complete commands and options, from the same description as the help.

use super::args::{Common, word};
use super::help::command;
use super::output::stdout;
use super::{Entry, Outcome};
use crate::lang::Lang;
use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

pub(super) const ENTRY: Entry = Entry {
    describe,
    example: (
        "cfc completions bash > ~/.local/share/bash-completion/completions/cfc",
        "cfc completions bash > ~/.local/share/bash-completion/completions/cfc",
    ),
    run,
};

/// The words and the shells, in the order of the help.
const SHELLS: [(&str, Shell); 4] =
    [("bash", Shell::Bash), ("zsh", Shell::Zsh), ("fish", Shell::Fish), ("powershell", Shell::PowerShell)];

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "In tập lệnh để bash, zsh, fish hoặc PowerShell gợi ý lệnh và tùy chọn",
        "Prints the script by which bash, zsh, fish or PowerShell completes commands and options",
    );
    let shell = lang.pick("Loại shell: bash, zsh, fish, powershell", "The shell: bash, zsh, fish, powershell");
    let shell = Arg::new("shell")
        .value_name("SHELL")
        .required(true)
        .value_parser(SHELLS.map(|(word, _)| word))
        .hide_possible_values(true)
        .help(shell);
    Command::new("completions").about(about).arg(shell)
}

fn run(common: &Common, matches: &ArgMatches) -> Outcome {
    let typed = word(matches, "shell").unwrap_or_default();
    let Some((_, shell)) = SHELLS.into_iter().find(|(word, _)| *word == typed) else { return Outcome::Unusable };
    let mut script = Vec::new();
    generate(shell, &mut command(common.lang), "cfc", &mut script);
    stdout(&script, common.lang)
}

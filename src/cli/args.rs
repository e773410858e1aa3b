//! What was typed: the options of every command, and what is wrong with the arguments.

use super::help::command;
use super::{COMMANDS, Outcome, complain, words};
use crate::criteria::{builtin, load};
use crate::lang::Lang;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, value_parser};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Options of every command.
#[derive(Clone, Debug)]
pub(super) struct Common {
    pub(super) lang: Lang,
    pub(super) colour: Colour,
    /// Nothing on stderr but errors and warnings.
    pub(super) quiet: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

impl Common {
    /// Whether to colour a stream, `terminal` saying whether it is one.
    pub(super) fn colour_on(&self, terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// Why there is nothing to run.
pub(super) struct Usage {
    error: clap::Error,
    lang: Lang,
    /// The command that was typed, when there is one of this name.
    command: Option<String>,
}

/// Reads the arguments. The language is needed first, for the help itself.
pub(super) fn parse(arguments: &[OsString]) -> Result<(Common, ArgMatches), Usage> {
    let lang = language(arguments);
    let matches = command(lang).try_get_matches_from(arguments).map_err(|error| Usage {
        error,
        lang,
        command: typed(arguments),
    })?;
    let colour = match word(&matches, "color").as_deref() {
        Some("always") => Colour::Always,
        Some("never") => Colour::Never,
        _ => Colour::Auto,
    };
    let quiet = matches.get_flag("quiet");
    Ok((Common { lang, colour, quiet }, matches))
}

/// The first argument that names a command: its help says what it takes.
fn typed(arguments: &[OsString]) -> Option<String> {
    let names: Vec<String> = COMMANDS.iter().map(|entry| (entry.describe)(Lang::En).get_name().to_owned()).collect();
    let typed = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    typed.map(str::to_owned).find(|typed| names.contains(typed))
}

/// `--lang`, else `CFC_LANG`, else Vietnamese. A wrong word after `--lang` is reported when all arguments are read.
fn language(arguments: &[OsString]) -> Lang {
    let texts: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
    let after = texts.iter().position(|a| *a == "--lang").and_then(|at| texts.get(at + 1).copied());
    let joined = texts.iter().find_map(|a| a.strip_prefix("--lang="));
    let environment = std::env::var("CFC_LANG").ok();
    match after.or(joined).or(environment.as_deref()) {
        Some("en") => Lang::En,
        _ => Lang::Vi,
    }
}

/// The value of an option, when it was typed.
pub(super) fn word(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

/// The values of an option as paths, in the order typed.
pub(super) fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(id).map(|found| found.cloned().collect()).unwrap_or_default()
}

/// The standards named, or the built-in one. A cases file beside its standard, as `criteria/*.toml` names both, is not
/// judged a second time.
pub(super) fn standards(matches: &ArgMatches) -> Vec<String> {
    let named: Vec<String> = matches.get_many("standard").unwrap_or_default().cloned().collect();
    let is_read_by = |cases: &str, other: &str| {
        !other.ends_with(load::CASES) && load::files(other).iter().any(|file| file == Path::new(cases))
    };
    let is_beside = |which: &str| which.ends_with(load::CASES) && named.iter().any(|other| is_read_by(which, other));
    let alone: Vec<String> = named.iter().filter(|which| !is_beside(which)).cloned().collect();
    if alone.is_empty() { vec![builtin::DEFAULT.to_owned()] } else { alone }
}

/// An option without a value.
pub(super) fn flag(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

/// An option with a value.
pub(super) fn choice(id: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(value).help(help)
}

/// `--width`, for what is laid out for people.
pub(super) fn width(lang: Lang) -> Arg {
    let help = lang.pick(
        "Số ký tự mỗi dòng của bảng, từ 40 đến 1000; mặc định theo màn hình, hoặc 120",
        "Characters per line of a table, 40 to 1000; default the terminal's, or 120",
    );
    choice("width", "N", help).value_parser(value_parser!(u16).range(40..=1000))
}

impl Usage {
    /// Prints the help, the version or what is wrong with the arguments.
    pub(super) fn show(&self) -> Outcome {
        match self.error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                super::output::stdout(self.error.render().to_string().as_bytes(), self.lang)
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                complain(&self.error.render().to_string());
                Outcome::Unusable
            }
            kind => {
                complain(&self.message(kind));
                Outcome::Unusable
            }
        }
    }

    fn message(&self, kind: ErrorKind) -> String {
        let words = words::of(self.lang);
        let what = match kind {
            ErrorKind::MissingRequiredArgument => words.missing_argument,
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.bad_value,
            ErrorKind::ArgumentConflict => words.conflict,
            _ => words.unknown_argument,
        };
        let mut lines = vec![format!("{}: {what}: {}\n", words.error, self.found().join(" "))];
        let valid = self.context(ContextKind::ValidValue);
        if !valid.is_empty() {
            lines.push(format!("  = {}: {}\n", words.allowed_values, valid.join(", ")));
        }
        let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
        // The parser has the nearest last.
        let meant: Vec<String> = kinds.into_iter().flat_map(|kind| self.context(kind)).rev().collect();
        if !meant.is_empty() {
            lines.push(format!("  = {} `{}`?\n", words.meant, meant.join("`, `")));
        }
        let command = self.command.as_ref().map_or(String::new(), |command| format!("{command} "));
        lines.push(format!("  = {} `cfc {command}--help`\n", words.see_help));
        lines.concat()
    }

    fn found(&self) -> Vec<String> {
        let kinds =
            [ContextKind::InvalidSubcommand, ContextKind::InvalidArg, ContextKind::PriorArg, ContextKind::InvalidValue];
        kinds.into_iter().flat_map(|kind| self.context(kind)).collect()
    }

    fn context(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }
}

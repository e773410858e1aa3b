//! What was typed, as typed options.

use super::help::command;
use super::{Outcome, complain, words};
use crate::lang::Lang;
use crate::score::{Only, SortKey};
use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::path::PathBuf;

/// Options of every command.
#[derive(Clone, Debug)]
pub(super) struct Common {
    pub(super) lang: Lang,
    pub(super) colour: Colour,
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

/// A command with its options.
#[derive(Clone, Debug)]
pub(super) enum Command {
    Score(ScoreOptions),
    Check(CheckOptions),
    Standards,
}

/// Options of `score`.
#[expect(clippy::struct_excessive_bools, reason = "one for each flag that can be typed")]
#[derive(Clone, Debug)]
pub(super) struct ScoreOptions {
    pub(super) tables: Vec<PathBuf>,
    pub(super) standard: String,
    pub(super) year: Option<u16>,
    pub(super) format: Option<Format>,
    pub(super) outputs: Vec<PathBuf>,
    pub(super) breakdown: bool,
    pub(super) sort: Option<SortKey>,
    pub(super) reverse: bool,
    pub(super) only: Option<Only>,
    pub(super) skip_bad_rows: bool,
    pub(super) allow_missing_columns: bool,
    pub(super) extra_columns: bool,
    pub(super) strict: bool,
    pub(super) width: Option<u16>,
}

/// Options of `check`.
#[derive(Clone, Debug)]
pub(super) struct CheckOptions {
    pub(super) standards: Vec<String>,
    pub(super) strict: bool,
}

/// A format of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Table,
    Markdown,
    Csv,
    Tsv,
    Json,
}

impl Format {
    /// The words of `--format`, in the order of the help.
    pub(super) const WORDS: [&'static str; 5] = ["table", "md", "csv", "tsv", "json"];

    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "table" | "txt" => Some(Self::Table),
            "md" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
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

/// Why there is nothing to run.
pub(super) struct Usage {
    error: clap::Error,
    lang: Lang,
}

/// Reads the arguments. The language is needed first, for the help itself.
pub(super) fn parse(arguments: &[OsString]) -> Result<(Common, Command), Usage> {
    let lang = language(arguments);
    let matches = command(lang).try_get_matches_from(arguments).map_err(|error| Usage { error, lang })?;
    let colour = match word(&matches, "color").as_deref() {
        Some("always") => Colour::Always,
        Some("never") => Colour::Never,
        _ => Colour::Auto,
    };
    let command = match matches.subcommand() {
        Some(("check", found)) => Command::Check(check(found)),
        Some(("score", found)) => Command::Score(score(found)),
        _ => Command::Standards,
    };
    Ok((Common { lang, colour }, command))
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

fn word(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>(id).map(|found| found.cloned().collect()).unwrap_or_default()
}

fn score(matches: &ArgMatches) -> ScoreOptions {
    ScoreOptions {
        tables: paths(matches, "table"),
        standard: word(matches, "standard").unwrap_or_default(),
        year: matches.get_one::<u16>("year").copied(),
        format: word(matches, "format").as_deref().and_then(Format::from_word),
        outputs: paths(matches, "output"),
        breakdown: matches.get_flag("breakdown"),
        sort: word(matches, "sort").and_then(|word| SORT_KEYS.into_iter().find(|key| sort_word(*key) == word)),
        reverse: matches.get_flag("reverse"),
        only: word(matches, "only").and_then(|word| ONLY.into_iter().find(|only| only_word(*only) == word)),
        skip_bad_rows: matches.get_flag("skip-bad-rows"),
        allow_missing_columns: matches.get_flag("allow-missing-columns"),
        extra_columns: matches.get_flag("extra-columns"),
        strict: matches.get_flag("strict"),
        width: matches.get_one::<u16>("width").copied(),
    }
}

fn check(matches: &ArgMatches) -> CheckOptions {
    let standards = matches.get_many::<String>("standard").map(|found| found.cloned().collect());
    CheckOptions { standards: standards.unwrap_or_default(), strict: matches.get_flag("strict") }
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
        let mut meant = self.context(ContextKind::SuggestedArg);
        meant.extend(self.context(ContextKind::SuggestedSubcommand));
        meant.extend(self.context(ContextKind::SuggestedValue));
        if !meant.is_empty() {
            lines.push(format!("  = {} `{}`?\n", words.meant, meant.join("`, `")));
        }
        lines.push(format!("  = {} `cfc --help`\n", words.see_help));
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

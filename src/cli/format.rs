//! Formats of what a command prints or writes.

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

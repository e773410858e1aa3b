//! Formats of what a command prints or writes.

/// A format of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Table,
    Markdown,
    Csv,
    Tsv,
    Json,
    Xlsx,
    Html,
    Docx,
}

impl Format {
    /// What a command that has no papers writes.
    pub(super) const PLAIN: &'static [Self] = &[Self::Markdown, Self::Csv, Self::Tsv, Self::Json, Self::Table];
    /// Everything there is.
    pub(super) const ALL: &'static [Self] =
        &[Self::Markdown, Self::Csv, Self::Tsv, Self::Json, Self::Table, Self::Xlsx, Self::Html, Self::Docx];

    /// The extension of its files.
    pub(super) const fn extension(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }

    /// Whether it is a document that holds everything about the results, not only a table of them.
    pub(super) const fn is_paper(self) -> bool {
        matches!(self, Self::Xlsx | Self::Html | Self::Docx)
    }

    /// The words of `--format`, in the order of the help.
    pub(super) const WORDS: [&'static str; 8] = ["table", "md", "csv", "tsv", "json", "xlsx", "html", "docx"];

    /// The same for commands that have no papers.
    pub(super) const PLAIN_WORDS: [&'static str; 5] = ["table", "md", "csv", "tsv", "json"];

    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "table" | "txt" => Some(Self::Table),
            "md" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "json" => Some(Self::Json),
            "xlsx" => Some(Self::Xlsx),
            "html" | "htm" => Some(Self::Html),
            "docx" => Some(Self::Docx),
            _ => None,
        }
    }
}

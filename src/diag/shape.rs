//! What a value looks like in a file.

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `"…"`.
    Text,
    /// `12`.
    Whole,
    /// `12` or `12.5`.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `2019-01-03`.
    Date,
    /// A date with a time, or a time.
    DateTime,
    /// `[ … ]`.
    List,
    /// Several tables, each under a heading `[[…]]`.
    Headings,
    /// `{ … }` or `[heading]`.
    Table,
    /// `{ vi = "…", en = "…" }`.
    BothLanguages,
    /// `inf` or `nan`.
    NotFinite,
    /// A text or a table.
    TextOrTable,
    /// A text or a list of texts.
    TextOrList,
    /// A number or a word.
    NumberOrText,
}

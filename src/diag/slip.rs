//! [`Slip`]: values as a word processor, a spreadsheet or a letter would have them.

/// How a value is written that TOML cannot read, although a reader knows what is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Curly quotes.
    Quotes,
    /// A dash for a minus.
    Dash,
    /// Full-width letters or digits.
    Width,
    /// A per cent sign.
    PerCent,
    /// Digits in groups: `10 000`.
    Groups,
    /// `10.000`, which is ten and not ten thousand.
    Thousands,
    /// Day, month, year.
    Date,
    /// A mark without width.
    Invisible,
    /// A blank that only looks like one.
    Blank,
}

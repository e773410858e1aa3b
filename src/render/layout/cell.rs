//! A value as it is shown: its lines, and whether it is good news.

/// One value of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Parts that begin on a line of their own, where there is room for lines.
    pub(crate) lines: Vec<String>,
    /// What kind of news it is.
    pub(crate) tone: Tone,
}

impl Cell {
    /// A value of one part.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { lines: vec![text.into()], tone: Tone::Plain }
    }

    /// The same with a tone.
    pub(crate) fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { lines: vec![text.into()], tone }
    }

    /// Width of its longest line, in characters: the width of NFC text in Latin letters.
    pub(crate) fn width(&self) -> usize {
        self.lines.iter().map(|line| line.chars().count()).max().unwrap_or(0)
    }
}

/// What kind of news a value is; shown as colour where there is colour, never by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Neither.
    #[default]
    Plain,
    /// Recognised.
    Good,
    /// Fails.
    Bad,
    /// Not known yet.
    Open,
}

/// On which side of its column a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

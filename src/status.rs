//! How far a figure has been verified.

use serde::Serialize;

/// How far a figure has been verified; the order is from strongest to weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Checked against the legal text itself, by a named person on a named date.
    Confirmed,
    /// Read in a published source that quotes the legal text.
    Quoted,
    /// Follows from quoted figures by arithmetic.
    Inferred,
    /// An assumption; must be replaced from the legal text.
    Provisional,
}

impl Status {
    /// All of them, strongest first.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Quoted, Self::Inferred, Self::Provisional];

    /// The word used in criteria files and data formats.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Quoted => "quoted",
            Self::Inferred => "inferred",
            Self::Provisional => "provisional",
        }
    }
}

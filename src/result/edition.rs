//! For whom a sheet is, and what a public edition does not say.

use crate::lang::Text;
use serde::Serialize;

/// For whom a sheet is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// Those who handle the figures: complete.
    #[default]
    Internal,
    /// A wider circle: small counts of sensitive fields, and what they could be worked out from, are not in it.
    Public,
}

/// Which counts a public edition does not publish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hides {
    /// The least of them.
    pub from: i64,
    /// The highest of them.
    pub to: i64,
    /// Of which fields: positions in [`crate::result::StandardInfo::fields`].
    pub fields: Vec<u16>,
    /// Why, as the standard says.
    pub reason: Text,
}

/// What a public edition does not say of a commune, beside items and criteria that are [`super::Outcome::Hidden`] and
/// [`super::CriterionState::Hidden`] themselves. What is not published is not in the sheet any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotPublished {
    /// The total, and with it how far it is from the threshold.
    pub total: bool,
    /// Why the commune has its verdict.
    pub reasons: bool,
}

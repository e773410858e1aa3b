//! [`FigureSheet`]: how far every figure of a standard has been verified, for whoever shows it.

use super::Status;
use crate::lang::Text;

/// The figures of one standard.
#[derive(Clone, Debug, Default)]
pub struct FigureSheet {
    /// ASCII id of the standard.
    pub id: String,
    /// Official title.
    pub title: Text,
    /// Full citation.
    pub citation: String,
    /// Only figures weaker than this are listed; all when `None`. Counts are always of all figures.
    pub below: Option<Status>,
    /// The head and the conditions of recognition first, then one group per criterion in the order of the text.
    pub groups: Vec<FigureGroup>,
}

/// The figures of a criterion, or of the standard as a whole.
#[derive(Clone, Debug)]
pub struct FigureGroup {
    /// The criterion's id; `None` for the standard as a whole.
    pub id: Option<String>,
    /// The criterion's title; of the standard as a whole, what these figures are.
    pub title: Text,
    /// The criterion's article.
    pub cites: Option<String>,
    /// How many of its figures have each status, in the order of [`Status::ALL`], listed or not.
    pub counts: [usize; 4],
    /// Those that are listed.
    pub figures: Vec<FigureLine>,
}

/// One figure.
#[derive(Clone, Debug)]
pub struct FigureLine {
    /// Where it stands in the standard, such as `immunisation.rate.scale.2`.
    pub path: String,
    /// The item it belongs to and what it is.
    pub label: Text,
    /// Its value with its unit.
    pub value: Text,
    /// How far it has been verified.
    pub status: Status,
    /// Source, reasoning or reason.
    pub evidence: String,
    /// Who confirmed it and on which day (ISO form).
    pub confirmed: Option<(String, String)>,
    /// The criteria file as it was named.
    pub file: String,
    /// Its line there, from 1.
    pub line: usize,
}

impl FigureSheet {
    /// How many figures have each status, in the order of [`Status::ALL`].
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        self.groups.iter().fold([0; 4], |sum, group| std::array::from_fn(|at| sum[at] + group.counts[at]))
    }

    /// How many figures are listed.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.groups.iter().map(|group| group.figures.len()).sum()
    }
}

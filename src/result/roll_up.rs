//! [`RollUp`]: communes counted by district, province, class or year.

use super::Tally;
use crate::quantity::{Points, Ratio};
use serde::Serialize;

/// What communes are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// Province or city.
    Province,
    /// District; empty since 07/2025.
    District,
    /// Area class.
    AreaClass,
    /// Year of the figures.
    Year,
}

impl Grouping {
    /// All, in the order of the table's columns.
    pub const ALL: [Self; 4] = [Self::Province, Self::District, Self::Year, Self::AreaClass];

    /// The word used in options and data formats: the id of the column.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::District => "district",
            Self::AreaClass => "area_class",
            Self::Year => "year",
        }
    }
}

/// Communes of a sheet counted by group.
#[derive(Clone, Debug, PartialEq)]
pub struct RollUp {
    /// What makes a group, outermost first; empty when everything is one group.
    pub by: Vec<Grouping>,
    /// The groups, in the order in which they first occur in the sheet; those of the expected list without any row last.
    pub groups: Vec<Group>,
    /// Everything together.
    pub all: Group,
}

/// The counts of one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What its communes share, one per grouping.
    pub keys: Vec<Key>,
    /// Communes of the expected list; `None` where there is no list.
    pub expected: Option<usize>,
    /// Communes scored that are not on the list.
    pub unexpected: usize,
    /// Communes of the expected list without a row.
    pub absent: usize,
    /// Communes scored, by verdict, condition and missing figure.
    pub tally: Tally,
    /// Communes whose total is settled and published; mean and median are theirs.
    pub totals: usize,
    /// Mean of those totals, exact; `None` when there are none.
    pub mean: Option<Ratio>,
    /// Median of those totals, exact: the middle one, or half the sum of the two in the middle.
    pub median: Option<Ratio>,
    /// By criterion: points lost.
    pub lost: Vec<Lost>,
}

/// What a group of communes shares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A name as in the table; empty when none is given.
    Name(String),
    /// Position in [`super::StandardInfo::classes`]; `None` when missing.
    Class(Option<usize>),
    /// A year; `None` when none is given.
    Year(Option<u16>),
}

/// Points lost in one criterion: its maximum minus the points, over the communes whose points are settled and published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// The sum.
    pub points: Points,
    /// Of how many communes.
    pub communes: usize,
}

impl Group {
    /// Communes recognised at any level.
    #[must_use]
    pub fn recognised(&self) -> usize {
        self.tally.recognised + self.tally.levels.iter().sum::<usize>()
    }

    /// What the share recognised is taken of: every commune there is, on the list or scored.
    #[must_use]
    pub fn base(&self) -> usize {
        self.tally.communes + self.absent
    }
}

//! All versions of a standard, and which of them a year is assessed under.

use super::{Date, Standard};

/// The versions of one standard in order of time; never empty. They differ in figures only: ids and their order are the
/// same in all.
#[derive(Clone, Debug)]
pub struct Versions {
    earlier: Vec<Standard>,
    latest: Standard,
    changes: Vec<(Date, Vec<String>)>,
}

impl Versions {
    /// The versions in order of time, and what changes on which day; `None` when there is no version.
    #[must_use]
    pub fn new(mut all: Vec<Standard>, changes: Vec<(Date, Vec<String>)>) -> Option<Self> {
        let latest = all.pop()?;
        Some(Self { earlier: all, latest, changes })
    }

    /// The version in force last.
    #[must_use]
    pub fn latest(&self) -> &Standard {
        &self.latest
    }

    /// Gives the version in force last away.
    #[must_use]
    pub fn into_latest(self) -> Standard {
        self.latest
    }

    /// All of them, the first in force first.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Standard> {
        self.earlier.iter().chain(std::iter::once(&self.latest))
    }

    /// All of them with the days on which something changes.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Standard>, Vec<(Date, Vec<String>)>) {
        let mut all = self.earlier;
        all.push(self.latest);
        (all, self.changes)
    }

    /// The version in force on a day; `None` when the standard is not in force then.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Standard> {
        self.iter().find(|standard| standard.version.contains(day))
    }

    /// The version a year is assessed under; `None` when the standard is not in force then.
    #[must_use]
    pub fn of_year(&self, year: u16) -> Option<&Standard> {
        let position = self.years().of(year)?;
        self.iter().nth(position)
    }

    /// Which version each year is assessed under.
    #[must_use]
    pub fn years(&self) -> Years {
        Years::new(self.iter())
    }

    /// Days on which figures change after the first day in force, each with the ids of what changes.
    #[must_use]
    pub fn changes(&self) -> &[(Date, Vec<String>)] {
        &self.changes
    }
}

/// Which version each year is assessed under: the one in force on the standard's day of assessment. Without such a day
/// there is one version, and it is in force in every year that has one of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// First year of each version, in order of time; equal years mean that no year is assessed under the earlier one.
    first: Vec<u16>,
    last: Option<u16>,
}

impl Years {
    /// Of the versions of one standard, in order of time.
    pub fn new<'s>(versions: impl Iterator<Item = &'s Standard>) -> Self {
        let (mut first, mut last) = (Vec::new(), None);
        for Standard { version, assessed_on, .. } in versions {
            let day = assessed_on.as_ref().map(|figure| figure.value);
            let too_late = |date: Date| day.is_some_and(|day| day.of(date.year) < date);
            let too_early = |date: Date| day.is_some_and(|day| day.of(date.year) > date);
            first.push(version.from.year + u16::from(too_late(version.from)));
            last = version.until.map(|date| date.year.saturating_sub(u16::from(too_early(date))));
        }
        Self { first, last }
    }

    /// Position of the version a year is assessed under; `None` when the standard is not in force then.
    #[must_use]
    pub fn of(&self, year: u16) -> Option<usize> {
        let in_force = self.last.is_none_or(|last| year <= last);
        self.first.iter().rposition(|first| *first <= year).filter(|_| in_force)
    }

    /// The first year the standard can be used for.
    #[must_use]
    pub fn first(&self) -> u16 {
        self.first.first().copied().unwrap_or(0)
    }

    /// The last year it can be used for, when it has been replaced.
    #[must_use]
    pub fn last(&self) -> Option<u16> {
        self.last
    }

    /// The last year assessed under the version at a position, or the first where it has no last; `None` when no year is.
    #[must_use]
    pub fn under(&self, position: usize) -> Option<u16> {
        let last = self.first.get(position + 1).map(|next| next.saturating_sub(1));
        let year = last.or_else(|| self.first.get(position).copied());
        year.filter(|year| self.of(*year) == Some(position))
    }

    /// Whether it depends on the year which figures apply.
    #[must_use]
    pub fn matter(&self) -> bool {
        self.first.len() > 1
    }

    /// The first year assessed under each version, in order of time.
    #[must_use]
    pub fn firsts(&self) -> &[u16] {
        &self.first
    }
}

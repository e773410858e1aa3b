//! The columns of the table of communes: label, side, and the value of a commune.

use super::{Cell, HIDDEN, Layout, PROVISIONAL, Side, Tone, number};
use crate::diag::CellPlace;
use crate::result::{CommuneScore, Status, Verdict};

/// A column of the table of communes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// Code of the commune.
    Code,
    /// Its name.
    Name,
    /// Its province.
    Province,
    /// Its district.
    District,
    /// Year of the figures.
    Year,
    /// Letter of its area class; the letters are explained below the table.
    Class,
    /// Total, or what it can still become.
    Total,
    /// What the total must reach.
    Threshold,
    /// Total minus threshold.
    Distance,
    /// Verdict in full.
    Verdict,
    /// Verdict in a word.
    ShortVerdict,
    /// Reasons in words.
    Reasons,
    /// Reasons in words, then what is missing.
    ReasonsAndMissing,
    /// Reasons by number, and how many figures are missing.
    ShortReasons,
    /// Missing figures.
    Missing,
}

impl Column {
    /// Everything a table can say, in order. Columns that say nothing about a sheet are left out where it is shown.
    pub(crate) const ALL: [Self; 12] = [
        Self::Code,
        Self::Name,
        Self::Province,
        Self::District,
        Self::Year,
        Self::Class,
        Self::Total,
        Self::Threshold,
        Self::Distance,
        Self::Verdict,
        Self::Reasons,
        Self::Missing,
    ];

    /// On which side its values stand.
    pub(crate) const fn side(self) -> Side {
        match self {
            Self::Total | Self::Threshold | Self::Distance => Side::Right,
            _ => Side::Left,
        }
    }

    /// Whether its text may continue on the next line; numbers and codes never do.
    pub(crate) const fn wraps(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Province
                | Self::District
                | Self::Verdict
                | Self::ShortVerdict
                | Self::Reasons
                | Self::ReasonsAndMissing
                | Self::ShortReasons
                | Self::Missing
        )
    }
}

/// Letter of an area class: A, B, C, in the order of the standard.
pub(crate) fn class_letter(class: usize) -> String {
    CellPlace::column_letters(class + 1)
}

impl Layout<'_> {
    /// The columns of a list that say something about this sheet.
    pub(crate) fn needed(&self, columns: &[Column]) -> Vec<Column> {
        columns.iter().copied().filter(|column| self.says_something(*column)).collect()
    }

    /// Whether a column says something that is not the same for all or empty for all.
    pub(crate) fn says_something(&self, column: Column) -> bool {
        let communes = &self.sheet.communes;
        match column {
            Column::Province => self.differs(|identity| &identity.province),
            Column::District => self.differs(|identity| &identity.district),
            Column::Year => self.differs(|identity| &identity.year),
            Column::Class => !self.info.classes.is_empty(),
            Column::Threshold | Column::Distance => communes.iter().any(|c| c.threshold.is_some()),
            Column::Missing => communes.iter().any(|c| !c.missing.is_empty() || !c.withheld.is_empty()),
            _ => true,
        }
    }

    /// Header of a column.
    pub(crate) const fn header(&self, column: Column) -> &'static str {
        match column {
            Column::Code => self.words.code,
            Column::Name => self.words.name,
            Column::Province => self.words.province,
            Column::District => self.words.district,
            Column::Year => self.words.year,
            Column::Class => self.words.class,
            Column::Total => self.words.total,
            Column::Threshold => self.words.threshold,
            Column::Distance => self.words.distance,
            Column::Verdict | Column::ShortVerdict => self.words.verdict,
            Column::Reasons | Column::ReasonsAndMissing | Column::ShortReasons => self.words.reasons,
            Column::Missing => self.words.missing,
        }
    }

    /// A commune's value in a column.
    pub(crate) fn cell(&self, column: Column, commune: &CommuneScore) -> Cell {
        let identity = &commune.identity;
        match column {
            Column::Code => Cell::plain(identity.code.as_str()),
            Column::Name => Cell::plain(identity.name.as_str()),
            Column::Province => Cell::plain(identity.province.as_str()),
            Column::District => Cell::plain(identity.district.as_str()),
            Column::Year => Cell::plain(identity.year.map_or_else(String::new, |year| year.to_string())),
            Column::Class => Cell::plain(identity.class.map_or_else(|| "?".to_owned(), class_letter)),
            Column::Total if commune.not_published.total => Cell::plain(HIDDEN),
            Column::Total => Cell::plain(self.total(commune.total.as_ref())),
            Column::Threshold => Cell::plain(commune.threshold.map_or_else(String::new, |t| t.display(self.lang))),
            Column::Distance => Cell::plain(number::distance(commune.total.as_ref(), commune.threshold, self.lang)),
            Column::Verdict => verdict_cell(commune, self.words.verdict(&commune.verdict, self.info, self.lang)),
            Column::ShortVerdict => {
                verdict_cell(commune, self.words.short_verdict(&commune.verdict, self.info, self.lang))
            }
            Column::Reasons | Column::ReasonsAndMissing | Column::ShortReasons => self.reasons_cell(column, commune),
            Column::Missing => {
                let lines = self.missing(commune);
                let tone = if lines.is_empty() { Tone::Plain } else { Tone::Open };
                Cell { lines, tone }
            }
        }
    }

    fn reasons_cell(&self, column: Column, commune: &CommuneScore) -> Cell {
        let (mut lines, missing) = match column {
            Column::ShortReasons => (self.short_reasons(commune), self.missing_counts(commune)),
            Column::ReasonsAndMissing => (self.reasons(commune), self.missing_reasons(commune)),
            _ => (self.reasons(commune), Vec::new()),
        };
        lines.extend(missing);
        Cell { lines, tone: Tone::Plain }
    }
}

fn verdict_cell(commune: &CommuneScore, mut text: String) -> Cell {
    if commune.verdict_status == Status::Provisional {
        text.push_str(PROVISIONAL);
    }
    let tone = match commune.verdict {
        Verdict::Recognised | Verdict::Level(_) => Tone::Good,
        Verdict::NotRecognised(_) => Tone::Bad,
        Verdict::Undetermined(_) | Verdict::NotPublished => Tone::Open,
    };
    Cell::toned(text, tone)
}

//! The table of points by criterion: its headers, its values and its legend.

use super::{Cell, HIDDEN, Layout, Tone, number};
use crate::quantity::{Points, Version};
use crate::render::words::fill;
use crate::result::{CriterionInfo, CriterionScore, CriterionState, StandardInfo, Status};

/// How points are shown that are not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// `0–50`.
    Range,
    /// `?`, for narrow columns.
    Mark,
}

impl Layout<'_> {
    /// `TC3*`: marked when points of anybody in it rest on a provisional figure.
    pub(crate) fn criterion_header(&self, criterion: usize) -> String {
        let provisional =
            |scores: &[CriterionScore]| scores.get(criterion).map(|s| s.status) == Some(Status::Provisional);
        let marked = self.sheet.communes.iter().any(|commune| provisional(&commune.criteria));
        let mark = if marked { super::PROVISIONAL } else { "" };
        format!("{}{}{mark}", self.words.criterion.trim_end(), criterion + 1)
    }

    /// The points of one criterion; its state shows in the text, not only in colour.
    pub(crate) fn points_cell(&self, score: Option<&CriterionScore>, unknown: Unknown) -> Cell {
        let Some(score) = score else { return Cell::default() };
        match (score.state, unknown) {
            (CriterionState::Scored, _) => {
                let tone = if score.high <= Points::ZERO { Tone::Bad } else { Tone::Plain };
                Cell::toned(score.high.display(self.lang), tone)
            }
            (CriterionState::Missing, Unknown::Range) if score.low != score.high => {
                Cell::toned(number::range(score.low, score.high, self.lang), Tone::Open)
            }
            (CriterionState::Missing, _) => Cell::toned("?", Tone::Open),
            (CriterionState::Zeroed, _) => Cell::toned(format!("{}!", score.high.display(self.lang)), Tone::Bad),
            (CriterionState::LeftOut, _) => Cell::plain("–"),
            (CriterionState::Hidden, _) => Cell::plain(HIDDEN),
        }
    }

    /// What headers and marks of the table mean; marks that do not occur are left out.
    pub(crate) fn breakdown_legends(&self, unknown: Unknown) -> Vec<String> {
        let missing = match unknown {
            Unknown::Range => self.words.range_legend,
            Unknown::Mark => self.words.missing_legend,
        };
        let mut marks = vec![self.words.criterion_legend];
        marks.extend(self.has_state(CriterionState::Missing).then_some(missing));
        marks.extend(self.has_state(CriterionState::Zeroed).then_some(self.words.zeroed_legend));
        let left_out = self.has_state(CriterionState::LeftOut)
            || self.sheet.communes.iter().any(|c| c.total.is_none() && !c.not_published.total);
        marks.extend(left_out.then_some(self.words.left_out_legend));
        marks.extend(self.has_state(CriterionState::Hidden).then_some(self.words.hidden_legend));
        let mut lines = vec![format!("{}.", marks.join("; "))];
        lines.extend(self.anything_provisional().then(|| format!("{}.", self.words.provisional_legend)));
        lines
    }

    /// `TC 3 Trẻ em bị xâm hại (100*)`: each criterion with its maximum; with all of them where versions differ.
    pub(crate) fn criteria_list(&self) -> Vec<String> {
        let line = |(at, criterion): (usize, &CriterionInfo)| {
            format!("{} ({})", self.criterion_name(at, criterion), self.maxima(at).join("; "))
        };
        self.info.criteria.iter().enumerate().map(line).collect()
    }

    /// The maximum of a criterion; where versions differ each with its days.
    fn maxima(&self, criterion: usize) -> Vec<String> {
        let maximum = |info: &&StandardInfo| {
            let criterion = info.criteria.get(criterion)?;
            let shown = format!("{}{}", criterion.points.display(self.lang), Self::mark(criterion.status));
            Some((info.version, shown))
        };
        let mut maxima: Vec<(Version, String)> = Vec::new();
        for (days, shown) in self.versions.iter().filter_map(maximum) {
            match maxima.last_mut() {
                Some((known, same)) if *same == shown => known.until = days.until,
                _ => maxima.push((days, shown)),
            }
        }
        if maxima.len() == 1 {
            return maxima.into_iter().map(|(_, shown)| shown).collect();
        }
        let dated = |(days, shown): &(Version, String)| {
            fill(self.words.since, &[("days", &days.display(self.lang)), ("value", shown)])
        };
        maxima.iter().map(dated).collect()
    }
}

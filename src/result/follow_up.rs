//! [`FollowUp`]: what failed and what nearly fails, by the agency that follows it up.

use super::Label;
use super::explanation::Move;

/// So few children or cases, answers or places away from other points is near: one or two, as those who check the
/// figures want it.
pub const NEAR: u64 = 2;

/// What every agency has to look after.
#[derive(Clone, Debug, Default)]
pub struct FollowUp {
    /// In the order in which the agencies first occur in the standard; criteria nobody follows up last.
    pub agencies: Vec<Desk>,
}

/// What one agency has to look after.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The agency; `None` for criteria nobody follows up.
    pub agency: Option<Label>,
    /// In the order of the standard; within an item the gravest first, then in the order of the sheet.
    pub lines: Vec<Line>,
}

/// One item of one commune.
#[derive(Clone, Debug)]
pub struct Line {
    /// Position of the commune in its sheet.
    pub commune: usize,
    /// Position of the criterion.
    pub criterion: usize,
    /// Position of the item among all items.
    pub item: usize,
    /// Why it is listed.
    pub concern: Concern,
    /// The nearest change for the better of a failing item, or the change that would cost points of a near one.
    pub gap: Option<Move>,
}

/// Why an item is followed up, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// Its criterion fails a condition of recognition.
    Vetoes,
    /// It has fewer points than it could have.
    LosesPoints,
    /// Figures are missing.
    Missing,
    /// It has its points, and so many children or cases fewer or more would cost some of them.
    NearlyFails,
}

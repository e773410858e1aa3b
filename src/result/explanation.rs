//! One commune explained: its result, the arithmetic of every step, and what would change it.

use crate::lang::Text;
use crate::quantity::Points;
use crate::result::{ScoreSheet, Status, Verdict};
use std::cmp::Reverse;

/// One commune with everything an evaluator reads aloud.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The sheet of this one commune, every item with its value and step.
    pub sheet: ScoreSheet,
    /// How each result comes about.
    pub steps: Steps,
    /// What would change the result.
    pub outlook: Outlook,
}

/// The arithmetic of one commune's result, one line each, that a person can check with a pencil.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    /// `98 / 100 = 98 % → ≥ 98 → 50`; one per item, criteria one after the other.
    pub items: Vec<Text>,
    /// `20 + 40 = 60`; one per criterion.
    pub criteria: Vec<Text>,
    /// The criteria and what they make.
    pub total: Text,
    /// How far the threshold has been verified, and its source; `None` where the commune has none.
    pub threshold: Option<Source>,
    /// The figure of each field, by its position in [`crate::result::StandardInfo::fields`]; `None` when missing.
    pub figures: Vec<Option<Text>>,
}

/// Where a figure of the standard comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// How far it has been verified.
    pub status: Status,
    /// The source, the reasoning or the reason for the assumption, as the standard has it.
    pub evidence: String,
}

/// One figure that becomes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Position in [`crate::result::StandardInfo::fields`].
    pub field: u16,
    /// The figure as it is.
    pub from: Text,
    /// The figure as it would be.
    pub to: Text,
    /// By how much it grows or shrinks, in units of its last digit; 1 or -1 for an answer.
    pub by: i64,
    /// What [`Change::by`] counts.
    pub kind: ChangeOf,
}

/// What kind of figure changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeOf {
    /// Children, cases, places: whole numbers.
    Count,
    /// A number with digits after the mark, by so many.
    Number(u8),
    /// A yes, a no or a word.
    Answer,
}

/// A smallest set of changes that gives an item other points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The figures that change; nearly always one.
    pub changes: Vec<Change>,
    /// All children, cases and answers that change, added up; other figures in units of their last digit.
    pub size: u64,
    /// What the item gains; below 0 when it loses.
    pub points: Points,
    /// The weakest figure behind the item's points before and after it: those of the old and the new line of its scale.
    pub status: Status,
    /// The weakest figure behind the total after it.
    pub total_status: Status,
    /// What the lowest possible total gains; differs from the item's where its criterion is capped or set to zero.
    pub total: Points,
    /// What the highest possible total gains; differs from the lowest only while figures are missing.
    pub total_high: Points,
    /// The line of the scale it comes to, when a line gives the points.
    pub step: Option<u16>,
}

/// A set of changes that leads to another verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSet {
    /// The figures that change.
    pub changes: Vec<Change>,
    /// In how many items something has to be done; a figure no item reads counts for itself.
    pub items: u64,
    /// All children, cases and answers that change, added up; other figures in units of their last digit.
    pub size: u64,
    /// The lowest possible total after it.
    pub total: Points,
    /// The weakest figure behind the total after it.
    pub total_status: Status,
    /// The verdict after it.
    pub verdict: Verdict,
    /// The weakest figure the verdict after it rests on.
    pub verdict_status: Status,
}

/// Whether everything was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Search {
    /// What was found is the shortest there is; nothing found means that there is nothing.
    #[default]
    Whole,
    /// The limits of the search were reached; something shorter may exist.
    CutOff,
}

/// A condition that no change can make good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchangeable {
    /// Position in [`crate::result::StandardInfo::conditions`].
    pub condition: u16,
    /// The figures that decide it: positions of fields.
    pub fields: Vec<u16>,
}

/// What would change a commune's result. Missing figures stay missing in all of it.
#[derive(Clone, Debug, Default)]
pub struct Outlook {
    /// Conditions that fail and that no change of figures that can change makes good.
    pub unchangeable: Vec<Unchangeable>,
    /// The nearest more points, one per item; `None` when nothing that can change gives more.
    pub gains: Vec<Option<Move>>,
    /// The nearest fewer points, one per item.
    pub losses: Vec<Option<Move>>,
    /// The items whose nearest gain or loss was not searched to the end: positions among all items.
    pub cut_off: Vec<u16>,
    /// Sets that reach recognition (or the next better level): fewest items, then fewest children; those with as few
    /// items as the first.
    pub ways: Vec<ChangeSet>,
    /// Whether the first way is the shortest.
    pub ways_search: Search,
    /// The fewest children that cost recognition (or the level), for a commune that has it.
    pub fall: Option<ChangeSet>,
    /// The fewest children that cost the verdict while every condition but that on the total holds; `None` where that
    /// is [`Outlook::fall`] itself, or where nothing does.
    pub fall_by_total: Option<ChangeSet>,
    /// Whether both are the smallest.
    pub fall_search: Search,
}

/// How near a commune's total and verdict are to others: what stands in one row per commune.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margins {
    /// Of the nearest gains of the items, those that give the total more points, the one of fewest children, then most
    /// points; with the item's position among all items.
    pub gain: Option<(u16, Move)>,
    /// Of the nearest losses of the items, those that cost the total points, the one of fewest children, then most points.
    pub loss: Option<(u16, Move)>,
    /// Whether all items were searched to the end.
    pub items_search: Search,
    /// Conditions that fail and that no change makes good.
    pub unchangeable: Vec<u16>,
    /// The shortest set that reaches a better verdict.
    pub way: Option<ChangeSet>,
    /// Whether it is the shortest.
    pub way_search: Search,
    /// The fewest children that cost the verdict.
    pub fall: Option<ChangeSet>,
    /// Whether it is the smallest.
    pub fall_search: Search,
}

/// The nearest more and fewer points of every item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemMoves {
    /// The nearest more points, one per item; `None` when nothing that can change gives more.
    pub gains: Vec<Option<Move>>,
    /// The nearest fewer points, one per item.
    pub losses: Vec<Option<Move>>,
    /// The items that were not searched to the end: positions among all items.
    pub cut_off: Vec<u16>,
}

impl From<Outlook> for Margins {
    fn from(outlook: Outlook) -> Self {
        let items_search = if outlook.cut_off.is_empty() { Search::Whole } else { Search::CutOff };
        Self {
            gain: nearest(outlook.gains, |to| to.total > Points::ZERO),
            loss: nearest(outlook.losses, |to| to.total < Points::ZERO),
            items_search,
            unchangeable: outlook.unchangeable.iter().map(|one| one.condition).collect(),
            way: outlook.ways.into_iter().next(),
            way_search: outlook.ways_search,
            fall: outlook.fall,
            fall_search: outlook.fall_search,
        }
    }
}

fn nearest(moves: Vec<Option<Move>>, counts: impl Fn(&Move) -> bool) -> Option<(u16, Move)> {
    let moves = (0..).zip(moves).filter_map(|(at, to)| Some((at, to?))).filter(|(_, to)| counts(to));
    moves.min_by_key(|(_, to)| (to.size, Reverse(to.total.as_thousandths().abs())))
}

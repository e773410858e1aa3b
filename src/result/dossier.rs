//! [`Dossier`]: everything a paper about a table of communes is made of.

use super::figures::FigureSheet;
use super::follow_up::FollowUp;
use super::roll_up::RollUp;
use super::{Manifest, ScoreSheet};

/// Results with what is counted and listed beside them; of a public edition everything is worked out from the published
/// sheet, so that nothing in it says more than the sheet does.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// The results, every item with its value and step.
    pub sheet: &'a ScoreSheet,
    /// Counts by district, province, class and year: those that tell communes of the sheet apart, or those asked for.
    pub roll_ups: Vec<RollUp>,
    /// What has to be followed up, by agency.
    pub follow_up: FollowUp,
    /// Every figure of the standard with its status.
    pub figures: FigureSheet,
    /// Where the results come from.
    pub manifest: Manifest,
}

//! What failed and what nearly fails, by the agency that follows it up.

use crate::result::ScoreSheet;
use crate::result::follow_up::FollowUp;

/// What every agency has to look after; near losses only where the sheet has moves.
#[must_use]
pub fn follow_up(sheet: &ScoreSheet) -> FollowUp {
    let _ = sheet;
    FollowUp::default()
}

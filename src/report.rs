//! Stage `report`: what a meeting asks about a sheet of results. Counts by group ([`roll_up`]), what has to be followed up
//! ([`follow_up`]). No points and no verdict are decided here; everything is worked out from the sheet, so that a sheet
//! with hidden parts leads to reports that hide them too.

mod expected;
mod follow_up;
mod roll_up;

pub use expected::Expected;
pub use follow_up::follow_up;
pub use roll_up::{roll_up, telling};

//! Golden files: what is shown for a sheet made by hand, in every format. `cargo insta review` shows what changed.

#![allow(clippy::unwrap_used, reason = "a test may stop with a panic")]

mod difference;
mod levels;
mod render;
#[path = "../support/scoring.rs"]
mod scoring;
mod sheet;

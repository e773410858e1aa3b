//! What would change a result, against brute force: every claim is applied and scored again, and all smaller changes are
//! tried.

#![allow(clippy::unwrap_used, reason = "a test may stop with a panic")]

mod brute;
mod claims;
mod decision;
mod large;
mod random;
#[path = "../support/scoring.rs"]
mod scoring;
mod shapes;

//! The public edition attacked: whoever has all public outputs, every figure that is not hidden, the standard and this
//! program tries every value a hidden count can have. At least three must lead to exactly the same outputs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod attack;
mod command;
mod declared;
mod editions;
mod hand_made;
mod outputs;
#[path = "../support/scoring.rs"]
mod scoring;
mod tables;

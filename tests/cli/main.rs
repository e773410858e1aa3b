//! The contract of the command line, held by running the program: exit codes, what goes where, formats, and options.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop with a panic")]

mod check;
mod columns;
mod diff;
mod editing;
mod exit_codes;
mod explain;
mod failing;
mod language;
mod outputs;
mod progress;
mod review;
mod rolled;
mod run;
mod same;
mod self_scores;
mod shells;
mod sources;
mod standard;
mod tables;
mod test;
mod view;
mod watch;

//! What a standard needs beyond its figures to score a commune.

pub mod script;

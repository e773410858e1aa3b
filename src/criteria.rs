//! Criteria files: from TOML text to a [`model::Standard`].

pub mod model;

//! Criteria files: from TOML text to a [`model::Standard`].
//!
//! [`load`] finds the file and its scripts, `raw` reads it as written, [`check`] judges it and builds the standard.
//! Every mistake of a file is found in one run.

pub mod bands;
pub mod builtin;
pub mod check;
pub mod copy;
mod figures;
mod findings;
pub mod load;
pub mod model;
mod raw;
pub mod schema;

pub use figures::{Listed, of_versions};
pub use raw::keys;

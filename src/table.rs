//! Commune tables: from CSV and TSV bytes as people save them to integer columns in which missing is null.
//!
//! [`read`] turns bytes into text with a header row; [`check`](mod@check) judges every cell and builds a [`CommuneTable`].

pub mod check;
mod part;
pub mod read;
mod rows;
mod spelling;
mod table_of_parts;
mod twice;

pub use part::{FigureColumn, Part};
pub use table_of_parts::{CommuneTable, FileInfo};

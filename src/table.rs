//! Commune tables: from CSV and TSV bytes as people save them to integer columns in which missing is null.
//!
//! [`read`] turns bytes into text with a header row; [`check`](mod@check) judges every cell and builds a [`CommuneTable`].

pub mod check;
mod commune_table;
mod entry;
pub mod find;
mod merged;
mod part;
pub mod read;
mod rows;
mod spelling;
mod twice;

pub use commune_table::{CommuneTable, FileInfo};
pub use entry::{EntrySheet, check_header};
pub use part::{FigureColumn, Head, Names, Part, YearColumn};
pub use spelling::fold;

//! Golden files: what is shown for a sheet made by hand, in every format. `cargo insta review` shows what changed.

mod levels;
mod render;
mod sheet;

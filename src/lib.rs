//! Assessment engine for child-friendly communes.
//!
//! ```text
//! criteria/*.toml, scripts/*.rhai
//!    | criteria::raw      as written, with spans; nothing judged
//!    | criteria::check    judges everything, collects every diagnostic
//!    v
//! Versions (Standards)    valid by construction, one for each version of the figures
//!    | rules::compile     scripts compiled, cases run
//!    v
//! RuleSets -----------.        data/*.csv *.tsv
//!    |                 `-----> | table::read    every cell as text, with its address
//!    |                         | table::check   converts and judges every cell
//!    |                         v
//!    |                       CommuneTable       integer columns, null = missing
//!    '----------. .------------'
//!               v v
//!          score::score        pure, exact
//!                v
//!           ScoreSheet         every point with its value, band, state and status
//!                | render      bytes out, computes nothing
//!                v
//!               cli            writes, sets the exit code
//!
//! one Standard --form--> the workbook in which communes give their figures; `table` reads it back
//! RuleSets and CommuneTables --review--> Review: what is odd about the figures, shown by render
//! two Standards (and two ScoreSheets of one table) --compare--> Comparison, shown by render
//! ScoreSheet --publish--> the ScoreSheet of the public edition: what must not be said is not in it any more
//! ScoreSheet --report--> Dossier: roll-ups, what has to be followed up, shown by render
//! ```
//!
//! May use, and nothing else (held by `tests/layers.rs`): `main → cli → {form, render, report, publish, review, compare, score, table, rules, criteria, result}`;
//! `render → result`; `report → {rules, score, table, result}`; `publish → {rules, table, result}`; `compare → {rules, criteria::model, result}`; `review → {score, rules, table, criteria::model, result}`;
//! `score → {rules, table, result}`; `rules → {criteria::model, result}`;
//! `table → criteria::model`; `form → {table, criteria::model}`; anybody → `quantity`, `diag`, `lang`, `row_height`, `status`.

pub mod cli;
pub mod compare;
pub mod criteria;
pub mod diag;
pub mod form;
pub mod lang;
pub mod publish;
pub mod quantity;
pub mod render;
pub mod report;
pub mod result;
pub mod review;
mod row_height;
pub mod rules;
pub mod score;
pub mod status;
pub mod table;

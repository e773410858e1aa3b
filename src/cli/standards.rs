//! `cfc standards`: lists the standards built into the program.

use super::args::Common;
use super::{Outcome, output, show};
use crate::criteria::{builtin, load};

/// One line per built-in standard: id, citation, title.
pub(super) fn run(common: &Common) -> Outcome {
    let mut lines = Vec::new();
    for builtin in builtin::ALL {
        let id = builtin.id;
        let (standard, report) = load::from_builtin(builtin);
        match standard {
            Some(standard) => {
                lines.push(format!("{id}  {}\n    {}\n", standard.citation, standard.title.get(common.lang)));
            }
            None => show(&report, common),
        }
    }
    output::stdout(lines.concat().as_bytes(), common.lang)
}

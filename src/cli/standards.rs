//! `cfc standards`: lists the standards built into the program.

use super::args::Common;
use super::{Entry, Outcome, output, show};
use crate::criteria::{builtin, load};
use crate::lang::Lang;
use clap::{ArgMatches, Command};

pub(super) const ENTRY: Entry = Entry { describe, example: ("cfc standards", "cfc standards"), run };

fn describe(lang: Lang) -> Command {
    Command::new("standards").about(lang.pick("Liệt kê các tiêu chuẩn có sẵn", "Lists the built-in standards"))
}

/// One line per built-in standard: id, citation, title.
fn run(common: &Common, _: &ArgMatches) -> Outcome {
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

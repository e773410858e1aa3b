//! `cfc schema`: the JSON Schema of criteria files or of cases files, for editors.

use super::args::{Common, choice, flag};
use super::{Entry, Outcome, output};
use crate::criteria::schema::Of;
use crate::lang::Lang;
use clap::{ArgMatches, Command, value_parser};
use std::path::PathBuf;

pub(super) const ENTRY: Entry =
    Entry { describe, example: ("cfc schema -o criteria/schema.json", "cfc schema -o criteria/schema.json"), run };

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "In lược đồ JSON (JSON Schema) của tệp tiêu chí hoặc tệp ví dụ, để trình soạn thảo gợi ý và kiểm tra khóa",
        "Prints the JSON Schema of criteria or cases files, so that an editor completes and checks keys",
    );
    let to_file = lang.pick("Ghi vào tệp thay vì in ra", "Writes to a file instead of printing");
    let cases = lang.pick("Lược đồ của tệp ví dụ kiểm tra (.cases.toml)", "The schema of cases files (.cases.toml)");
    Command::new("schema")
        .about(about)
        .arg(flag("cases", cases))
        .arg(choice("output", "FILE", to_file).short('o').value_parser(value_parser!(PathBuf)))
}

fn run(common: &Common, options: &ArgMatches) -> Outcome {
    let path = options.get_one::<PathBuf>("output").map(PathBuf::as_path);
    let of = if options.get_flag("cases") { Of::Cases } else { Of::Criteria };
    output::whole(path, of.document().as_bytes(), common)
}

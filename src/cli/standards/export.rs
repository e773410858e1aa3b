//! `cfc standards export`: the built-in standards with everything an editor needs, as files.

use crate::cli::args::{Common, flag, word};
use crate::cli::help::finished_as;
use crate::cli::workplace::{next, under, write};
use crate::cli::{Outcome, show, words};
use crate::criteria::schema::Of;
use crate::criteria::{builtin, load};
use crate::lang::Lang;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::PathBuf;

const EXAMPLE: &str = "cfc standards export .";

/// The command, ready to be put below `standards`.
pub(super) fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Ghi tiêu chuẩn có sẵn, ví dụ kiểm tra, tập lệnh, mẫu, tài liệu và lược đồ JSON ra thư mục để sửa",
        "Writes the built-in standards, cases, scripts, template, reference and JSON Schemas to a folder for editing",
    );
    let folder = lang.pick("Thư mục sẽ có criteria/ và scripts/", "The folder that gets criteria/ and scripts/");
    let id = lang.pick("Mã tiêu chuẩn; mặc định là tất cả", "A standard's id; default all of them");
    let force = lang.pick("Ghi đè tệp đã có", "Overwrites files that are there");
    let command = Command::new("export")
        .about(about)
        .arg(Arg::new("dir").value_name("DIR").required(true).value_parser(value_parser!(PathBuf)).help(folder))
        .arg(Arg::new("id").value_name("ID").help(id))
        .arg(flag("force", force));
    finished_as("standards export", command, words::of(lang), EXAMPLE)
}

pub(super) fn run(common: &Common, options: &ArgMatches) -> Outcome {
    let lang = common.lang;
    let folder = options.get_one::<PathBuf>("dir").cloned().unwrap_or_default();
    let id = word(options, "id");
    let wanted: Vec<_> = builtin::ALL.iter().filter(|one| id.as_deref().is_none_or(|id| id == one.id)).collect();
    if wanted.is_empty() {
        show(&load::unknown(&id.unwrap_or_default()), common);
        return Outcome::Unusable;
    }
    let mut files: Vec<(String, String)> = wanted.iter().flat_map(|standard| standard.files()).collect();
    files.extend(builtin::TEMPLATE.files());
    files.extend(builtin::REFERENCE.map(|(name, text)| (name.to_owned(), text.to_owned())));
    files.extend(Of::files());
    let hint = lang
        .pick("thêm --force để ghi đè, hoặc chọn thư mục khác", "add --force to overwrite, or choose another folder");
    let files = under(&folder, files);
    match write(&files, options.get_flag("force"), hint, common) {
        Outcome::Done => next(&files, common),
        outcome => outcome,
    }
}

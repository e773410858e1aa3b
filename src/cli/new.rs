//! `cfc new`: starts a standard from the smallest one that works, or from the template with every key.

use super::args::{Common, choice, flag, word};
use super::workplace::{next, under, write};
use super::{Entry, Outcome, complain, fail};
use crate::criteria::check::is_id;
use crate::criteria::{builtin, schema};
use crate::lang::Lang;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::{Path, PathBuf};

pub(super) const ENTRY: Entry = Entry { describe, example: ("cfc new xa-doc-sach", "cfc new reading-commune"), run };

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Bắt đầu một tiêu chuẩn mới từ mẫu nhỏ nhất chạy được",
        "Starts a standard from the smallest one that works",
    );
    let id = lang.pick(
        "Mã tiêu chuẩn: a-z, 0-9, _ và -, bắt đầu bằng chữ cái",
        "The standard's id: a-z, 0-9, _ and -, beginning with a letter",
    );
    let folder = lang.pick(
        "Thư mục chứa criteria/ và scripts/; mặc định là thư mục hiện tại",
        "The folder of criteria/ and scripts/; default the current one",
    );
    let full = lang
        .pick("Sao chép mẫu đầy đủ, có mọi khóa và tập lệnh", "Copies the full template with every key and scripts");
    Command::new("new")
        .about(about)
        .arg(Arg::new("id").value_name("ID").required(true).help(id))
        .arg(choice("dir", "DIR", folder).value_parser(value_parser!(PathBuf)))
        .arg(flag("full", full))
}

fn run(common: &Common, options: &ArgMatches) -> Outcome {
    let (id, lang) = (word(options, "id").unwrap_or_default(), common.lang);
    if let Some(why) = refused(&id, lang) {
        return fail(lang, &format!("{id}: {why}"));
    }
    let folder = options.get_one::<PathBuf>("dir").map_or(Path::new("."), PathBuf::as_path);
    let start = if options.get_flag("full") { &builtin::TEMPLATE } else { &builtin::NEW };
    let mut files = under(folder, start.files_as(&id));
    let beside = folder.join("criteria").join(schema::FILE_NAME);
    if !beside.exists() {
        files.extend(under(folder, vec![(format!("criteria/{}", schema::FILE_NAME), schema::document())]));
    }
    let hint = lang.pick("chọn mã khác", "choose another id");
    match write(&files, false, hint, lang) {
        Outcome::Done => {}
        outcome => return outcome,
    }
    tell_old_schema(&beside, lang);
    next(&files, lang)
}

/// Why a standard cannot have this id.
fn refused(id: &str, lang: Lang) -> Option<&'static str> {
    if !is_id(id) {
        return Some(lang.pick(
            "mã chỉ gồm a-z, 0-9, _ và -, bắt đầu bằng chữ cái, không dấu; ví dụ `cfc new xa-doc-sach`",
            "an id has a-z, 0-9, _ and - only and begins with a letter; for example `cfc new reading-commune`",
        ));
    }
    builtin::find(id).map(|_| {
        lang.pick(
            "mã này là của tiêu chuẩn có sẵn; chọn mã khác, hoặc gõ `cfc standards export .` để sửa tiêu chuẩn có sẵn",
            "a built-in standard has this id; choose another, or type `cfc standards export .` to edit that one",
        )
    })
}

/// An older schema would mark new keys as unknown; it is somebody's file, so it is only told.
fn tell_old_schema(path: &Path, lang: Lang) {
    if std::fs::read(path).is_ok_and(|bytes| bytes != schema::document().as_bytes()) {
        let old = lang.pick("là của phiên bản khác; cập nhật bằng", "is another version's; update it with");
        complain(&format!("{} {old} `cfc schema -o {}`\n", path.display(), path.display()));
    }
}

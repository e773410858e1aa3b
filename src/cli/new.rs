//! `cfc new`: starts a standard from the smallest one that works, from the template with every key, or from another
//! standard.

use super::args::{Common, choice, flag, word};
use super::workplace::{Wanted, next, under, write};
use super::{Entry, Outcome, complain, fail, outcome_of, show};
use crate::criteria::check::is_id;
use crate::criteria::copy::{self, Files};
use crate::criteria::schema::Of;
use crate::criteria::{builtin, load};
use crate::lang::Lang;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::{Path, PathBuf};

pub(super) const ENTRY: Entry = Entry { describe, example: ("cfc new xa-doc-sach", "cfc new reading-commune"), run };

fn describe(lang: Lang) -> Command {
    let about = lang.pick(
        "Bắt đầu một tiêu chuẩn mới từ mẫu nhỏ nhất chạy được hoặc từ một tiêu chuẩn đã có",
        "Starts a standard from the smallest one that works, or from another standard",
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
    let from = lang.pick(
        "Sao chép một tiêu chuẩn (mã có sẵn hoặc tệp .toml) cùng tập lệnh và ví dụ kiểm tra",
        "Copies a standard (a built-in id or a .toml file) with its scripts and cases",
    );
    Command::new("new")
        .about(about)
        .arg(Arg::new("id").value_name("ID").required(true).help(id))
        .arg(choice("dir", "DIR", folder).value_parser(value_parser!(PathBuf)))
        .arg(flag("full", full))
        .arg(choice("from", "STANDARD", from).conflicts_with("full"))
}

fn run(common: &Common, options: &ArgMatches) -> Outcome {
    let (id, lang) = (word(options, "id").unwrap_or_default(), common.lang);
    if let Some(why) = refused(&id, lang) {
        return fail(lang, &format!("{id}: {why}"));
    }
    let folder = options.get_one::<PathBuf>("dir").map_or(Path::new("."), PathBuf::as_path);
    let start = match start(&id, options, common) {
        Ok(start) => start,
        Err(outcome) => return outcome,
    };
    let mut files = under(folder, start);
    let schemas = under(folder, Of::files());
    let (there, absent): (Vec<_>, Vec<_>) = schemas.into_iter().partition(|schema| schema.path.exists());
    files.extend(absent);
    let hint = lang.pick("chọn mã khác", "choose another id");
    match write(&files, false, hint, common) {
        Outcome::Done => {}
        outcome => return outcome,
    }
    for schema in &there {
        tell_old_schema(schema, lang);
    }
    next(&files, common)
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

/// The files to begin with; what is wrong with the standard to copy is shown.
fn start(id: &str, options: &ArgMatches, common: &Common) -> Result<Files, Outcome> {
    let Some(which) = word(options, "from") else {
        let start = if options.get_flag("full") { &builtin::TEMPLATE } else { &builtin::NEW };
        return Ok(start.files_as(id));
    };
    let (versions, report) = load::versions_with_cases(&which);
    let Some(versions) = versions else {
        show(&report, common);
        return Err(outcome_of(&report));
    };
    Ok(copy::under_id(copy::files(&versions), &versions.latest().id, id))
}

/// An older schema would mark new keys as unknown; it is somebody's file, so it is only told.
fn tell_old_schema(schema: &Wanted, lang: Lang) {
    if std::fs::read(&schema.path).is_ok_and(|bytes| bytes != schema.text.as_bytes()) {
        let path = schema.path.display();
        let old = lang.pick("là của phiên bản khác; cập nhật bằng", "is another version's; update it with");
        let cases = if path.to_string().ends_with(Of::Cases.file_name()) { "--cases " } else { "" };
        complain(&format!("{path} {old} `cfc schema {cases}-o {path}`\n"));
    }
}

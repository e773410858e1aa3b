//! The files of entry workbooks: their names, and that no filled one is written over.

use super::super::progress::Progress;
use super::super::{complain, words};
use super::{Common, Outcome, Path, PathBuf, Request, RuleSets, Unit, fail, output, workbook};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Where a workbook goes and the commune it is for.
pub(super) type Wanted = (PathBuf, Option<Unit>);

/// A name for each commune, safe on every system; `Err` has two rows of the list that would share one.
pub(super) fn named(units: Vec<Unit>, standard: &str, folder: &Path) -> Result<Vec<Wanted>, Box<(Unit, Unit)>> {
    let mut taken: BTreeMap<String, Unit> = BTreeMap::new();
    let mut all = Vec::new();
    for unit in units {
        let name = format!("{standard}-{}.xlsx", safe(&unit.code));
        if let Some(first) = taken.insert(name.to_lowercase(), unit.clone()) {
            return Err(Box::new((first, unit)));
        }
        all.push((folder.join(name), Some(unit)));
    }
    Ok(all)
}

/// ASCII letters, digits, `-` and `_`; everything else is `_`: no path, no letter that a system forbids.
fn safe(code: &str) -> String {
    const MOST: usize = 64;
    let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    code.chars().take(MOST).map(|c| if is_safe(c) { c } else { '_' }).collect()
}

/// Writes all of them, or none when one is there: it may have been filled in.
pub(super) fn write(wanted: Vec<Wanted>, rules: &RuleSets, rows: u32, force: bool, common: &Common) -> Outcome {
    let lang = common.lang;
    let there = || wanted.iter().find(|(path, _)| path.exists());
    if let Some((path, _)) = there().filter(|_| !force) {
        let why = lang.pick(
            "đã có, có thể đã điền số liệu, không ghi đè; chọn tên khác, hoặc thêm --force để ghi đè",
            "is there and may be filled in, it is not overwritten; choose another name, or add --force",
        );
        return fail(lang, &format!("{}: {why}", path.display()));
    }
    let items_of = rules.fields_wanted();
    let (standard, years) = (rules.latest().standard(), rules.years());
    let (number, folder) = (wanted.len(), wanted.first().and_then(|(path, _)| Some(path.parent()?.to_owned())));
    let progress = Progress::writing(common, number);
    let one = |(path, unit): Wanted| {
        let request = Request { standard, years, items_of: &items_of, lang, rows, unit };
        let done = match workbook(&request) {
            Ok(bytes) => put(&path, &bytes, number > 1, common),
            Err(message) => fail(lang, &format!("{}: {message}", path.display())),
        };
        progress.advance(1);
        // What stops one file stops the others.
        if done == Outcome::Done { Ok(()) } else { Err(done) }
    };
    let done = wanted.into_par_iter().try_for_each(one);
    drop(progress);
    if let Err(stopped) = done {
        return stopped;
    }
    if let (Some(folder), true) = (folder, number > 1 && !common.quiet) {
        let (written, files) = (words::of(lang).written, lang.pick("tệp", "files"));
        complain(&format!("{written} {number} {files}: {}\n", folder.display()));
    }
    Outcome::Done
}

/// Writes a file; one of many is not told by itself.
fn put(path: &Path, bytes: &[u8], quietly: bool, common: &Common) -> Outcome {
    let write = |mut writer: output::Writer| {
        writer.write(bytes)?;
        Ok(writer.quietly(quietly || common.quiet).finish())
    };
    output::Writer::open(Some(path), common.lang).and_then(write).unwrap_or_else(|outcome| outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_never_leaves_the_folder_or_meets_a_reserved_name() {
        let rows =
            [("00123", "s-00123.xlsx"), ("../x", "s-___x.xlsx"), ("a/b\\c:d", "s-a_b_c_d.xlsx"), ("Xã", "s-X_.xlsx")];
        for (code, name) in rows {
            let unit = Unit { code: code.to_owned(), ..Unit::default() };
            let all = named(vec![unit], "s", Path::new("to")).unwrap();
            assert_eq!(all[0].0, Path::new("to").join(name), "{code}");
        }
        let of = |code: &str| Unit { code: code.to_owned(), ..Unit::default() };
        let both = named(vec![of("a/1"), of("A_1")], "s", Path::new(""));
        assert_eq!(*both.unwrap_err(), (of("a/1"), of("A_1")));
    }
}

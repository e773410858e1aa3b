//! `cfc check --watch`: checks again whenever a file of the standard is saved.

use super::options::CheckOptions;
use super::{Outcome, once};
use crate::cli::args::Common;
use crate::cli::{complain, fail};
use crate::criteria::load;
use crate::diag::fingerprint;
use std::path::PathBuf;
use std::time::Duration;

/// Between two looks at the files: short enough to feel immediate, long enough to cost nothing.
const PAUSE: Duration = Duration::from_millis(300);

/// Each file with the fingerprint of what is in it; `None` while it is not there.
type Seen = Vec<(PathBuf, Option<String>)>;

/// Checks now and after every change, until the program is stopped; ends only where there is nothing to watch.
pub(super) fn run(options: &CheckOptions, common: &Common) -> Outcome {
    if let Some(id) = options.standards.iter().find(|which| load::files(which).is_empty()) {
        let why = common.lang.pick(
            "tiêu chuẩn có sẵn trong chương trình không thay đổi; ghi tên một tệp .toml",
            "a built-in standard does not change; name a .toml file",
        );
        return fail(common.lang, &format!("{id}: {why}"));
    }
    let mut checked = look(options);
    for number in 1_u64.. {
        once(options, common);
        announce(number, common);
        checked = changed(&checked, options);
    }
    Outcome::Done
}

/// A line between runs: what was said above is about the files as they are now.
fn announce(number: u64, common: &Common) {
    let said = common.lang.pick("lần kiểm tra", "check");
    let waits =
        common.lang.pick("đang chờ tệp được lưu, Ctrl-C để dừng", "waiting for a file to be saved, Ctrl-C to end");
    complain(&format!("──── {said} {number}: {waits} ────\n"));
}

/// Waits until the files differ from `before`, and have been the same for one pause: an editor that writes a new file and
/// renames it leaves none there for a moment, and a long file is not saved at once.
fn changed(before: &Seen, options: &CheckOptions) -> Seen {
    let mut last = look(options);
    loop {
        std::thread::sleep(PAUSE);
        let now = look(options);
        if now == last && now != *before {
            return now;
        }
        last = now;
    }
}

fn look(options: &CheckOptions) -> Seen {
    let files = options.standards.iter().flat_map(|which| load::files(which));
    let with_print = |path: PathBuf| {
        let print = std::fs::read(&path).ok().map(|bytes| fingerprint(&bytes));
        (path, print)
    };
    files.map(with_print).collect()
}

//! `cfc check --explain`: what a code means, with an example.

use super::options::LIST;
use crate::cli::args::Common;
use crate::cli::{Outcome, complain, fail, output, words};
use crate::diag::{explain, nearest};

/// Characters of the first sentence beside a code; fits a line of a terminal.
const MOST_CHARS: usize = 90;

/// Prints the explanation of a code, or a line on every code.
pub(super) fn run(code: &str, common: &Common) -> Outcome {
    if code == LIST {
        return output::stdout(list(common).as_bytes(), common.lang);
    }
    if let Some(text) = explain::explain(code) {
        return output::stdout(format!("{code}\n\n{}", text.get(common.lang)).as_bytes(), common.lang);
    }
    let words = words::of(common.lang);
    let unknown = common.lang.pick("không có mã lỗi này", "there is no such code");
    let outcome = fail(common.lang, &format!("{unknown}: {code}"));
    if let Some(meant) = meant(code) {
        complain(&format!("  = {} `cfc check --explain {meant}`?\n", words.meant));
    }
    complain(&format!("  = {} `cfc check --explain {LIST}`\n", words.see_help));
    outcome
}

/// The code that is near as a whole, or whose name behind the slash is.
fn meant(code: &str) -> Option<&'static str> {
    let name = |code: &'static str| code.rsplit('/').next().unwrap_or(code);
    let by_name = || {
        let near = nearest(code, explain::codes().map(name))?;
        explain::codes().find(|code| name(code) == near)
    };
    nearest(code, explain::codes()).or_else(by_name)
}

fn list(common: &Common) -> String {
    let widest = explain::codes().map(str::len).max().unwrap_or(0);
    let line = |code: &'static str| {
        let text = explain::explain(code).unwrap_or_default();
        let sentence = text.get(common.lang).split(". ").next().unwrap_or("").lines().next().unwrap_or("");
        format!("{code:widest$}  {}\n", shortened(sentence))
    };
    explain::codes().map(line).collect()
}

fn shortened(sentence: &str) -> String {
    if sentence.chars().count() <= MOST_CHARS {
        return sentence.trim_end_matches('.').to_owned();
    }
    let cut: String = sentence.chars().take(MOST_CHARS).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

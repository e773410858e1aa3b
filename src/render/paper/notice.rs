//! What every paper says on its first page: how many figures are provisional and which verdicts rest on them, in both
//! languages, and what a public edition does not show.

use super::Block;
use super::words::Words;
use crate::lang::Lang;
use crate::render::layout::{Layout, number};
use crate::render::words::fill;
use crate::result::{CommuneScore, Edition, ScoreSheet, Status};

/// Verdicts that are named one by one; more are only counted and marked.
const NAMED: usize = 12;

/// The notice, the language of the paper first.
pub(super) fn notice(sheet: &ScoreSheet, lang: Lang) -> Block {
    let languages = lang.pick([Lang::Vi, Lang::En], [Lang::En, Lang::Vi]);
    Block::Notice(languages.into_iter().flat_map(|lang| lines(sheet, lang)).collect())
}

fn lines(sheet: &ScoreSheet, lang: Lang) -> Vec<String> {
    let layout = Layout::new(sheet, lang);
    let words = Words::of(lang);
    let mut lines: Vec<String> = layout.verification().iter().map(|line| number::grouped(line, lang)).collect();
    lines.extend(resting(sheet, words));
    if sheet.edition == Edition::Public {
        lines.push(words.public.to_owned());
    }
    vec![lines.join(" ")]
}

/// Which verdicts rest on provisional figures: those, or the others, by name where they are few.
fn resting(sheet: &ScoreSheet, words: &Words) -> Option<String> {
    let rests = |commune: &&CommuneScore| commune.verdict_status == Status::Provisional;
    let (on, off): (Vec<_>, Vec<_>) = sheet.communes.iter().partition(rests);
    let names = |communes: &[&CommuneScore]| {
        let name = |commune: &&CommuneScore| format!("{} {}", commune.identity.code, commune.identity.name);
        communes.iter().map(name).collect::<Vec<_>>().join("; ")
    };
    match (on.as_slice(), off.as_slice()) {
        ([], _) | ([_], []) => None,
        (_, []) => Some(words.all_rest.to_owned()),
        (on, _) if on.len() <= NAMED => Some(fill(words.these_rest, &[("list", &names(on))])),
        (_, off) if off.len() <= NAMED => Some(fill(words.all_rest_but, &[("list", &names(off))])),
        _ => Some(words.marked_rest.to_owned()),
    }
}

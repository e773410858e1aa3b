//! The face of the paper: for whom it is, what it is about, and what is provisional, in both languages.

use super::markup::Html;
use super::words::HtmlWords;
use super::{Lang, Layout, Paper};
use crate::render::words::fill;
use crate::result::{CommuneScore, Edition, ScoreSheet, Status};

/// So many communes are named one by one; more are marked in the table.
const NAMED: usize = 12;

/// The header of the page.
pub(super) fn write(html: &mut Html, paper: &Paper<'_>) {
    html.open("header", &[]);
    mark(html, paper);
    html.element("h1", &[], paper.layout.title());
    html.element("p", &[("class", "citation")], &paper.layout.info.citation);
    for line in [paper.layout.versions_line(), paper.layout.common()] {
        if !line.is_empty() {
            html.element("p", &[], &line);
        }
    }
    provisional(html, paper);
    html.close("header");
    html.line();
}

fn mark(html: &mut Html, paper: &Paper<'_>) {
    let words = paper.words;
    let (class, mark, note) = match paper.dossier.sheet.edition {
        Edition::Internal => ("handling internal", words.internal, words.internal_note),
        Edition::Public => ("handling public", words.public, words.public_note),
    };
    html.open("p", &[("class", class)]);
    html.element("strong", &[], mark);
    html.text(" ");
    html.element("span", &[], note);
    html.close("p");
}

/// How many figures are provisional and which verdicts rest on them: first in the language of the page.
fn provisional(html: &mut Html, paper: &Paper<'_>) {
    html.open("div", &[("class", "provisional"), ("role", "note")]);
    for lang in [paper.lang(), paper.lang().pick(Lang::En, Lang::Vi)] {
        let words = HtmlWords::of(lang);
        html.open("div", &[("lang", lang.pick("vi", "en"))]);
        html.open("p", &[]);
        html.element("strong", &[], words.provisional_title);
        html.close("p");
        let layout = Layout::new(paper.dossier.sheet, lang);
        for line in layout.verification().into_iter().chain([resting(paper.dossier.sheet, words)]) {
            html.element("p", &[], &line);
        }
        html.close("div");
    }
    html.close("div");
}

/// Which verdicts rest on provisional figures, by name where that is a short list.
fn resting(sheet: &ScoreSheet, words: &HtmlWords) -> String {
    let rests = |commune: &&CommuneScore| commune.verdict_status == Status::Provisional;
    let (on, off): (Vec<&CommuneScore>, Vec<&CommuneScore>) = sheet.communes.iter().partition(rests);
    let list = |communes: &[&CommuneScore]| {
        let named = communes.iter().map(|commune| format!("{} {}", commune.identity.code, commune.identity.name));
        named.collect::<Vec<_>>().join("; ")
    };
    match (on.len(), off.len()) {
        (0, _) => words.rest_none.to_owned(),
        (n, 0) => fill(words.rest_all, &[("n", &n.to_string())]),
        (n, _) if n <= NAMED => fill(words.rest_these, &[("list", &list(&on))]),
        (_, n) if n <= NAMED => fill(words.rest_all_but, &[("list", &list(&off))]),
        _ => words.rest_marked.to_owned(),
    }
}

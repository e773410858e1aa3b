//! How many communes have which verdict, a card each.

use super::Paper;
use super::markup::Html;
use super::page::Section;
use crate::render::words::fill;
use crate::result::Tally;

/// A card: a sign that is no colour, a number, what it counts.
struct Card {
    class: &'static str,
    sign: &'static str,
    n: usize,
    label: String,
}

/// The cards, then the most frequent reasons in words.
pub(super) fn section(paper: &Paper<'_>) -> Section {
    let mut body = Html::new();
    body.open("ul", &[("class", "cards")]);
    for card in cards(paper) {
        body.open("li", &[("class", card.class)]);
        body.element("span", &[("class", "sign"), ("aria-hidden", "true")], card.sign);
        body.element("strong", &[], &card.n.to_string());
        body.text(" ");
        body.element("span", &[], &card.label);
        body.close("li");
    }
    body.close("ul");
    for line in paper.layout.summary().iter().skip(1) {
        body.element("p", &[], line);
    }
    Section { id: "summary", title: paper.words.summary.to_owned(), wide: false, body }
}

fn cards(paper: &Paper<'_>) -> Vec<Card> {
    let (words, info) = (paper.layout.words, paper.layout.info);
    let tally = Tally::of(paper.dossier.sheet);
    let all = (tally.communes + tally.hidden).to_string();
    let units =
        if tally.hidden > 0 { fill(paper.words.units_of, &[("all", &all)]) } else { paper.words.units.to_owned() };
    let card = |class, sign, n, label: &str| Card { class, sign, n, label: label.to_owned() };
    let mut cards = vec![card("plain", "Σ", tally.communes, &units)];
    if info.levels.is_empty() {
        cards.push(card("good", "✓", tally.recognised, words.recognised));
    }
    let levels = info.levels.iter().zip(&tally.levels);
    cards.extend(levels.map(|(level, n)| card("good", "✓", *n, level.label.get(paper.lang()))));
    cards.push(card("bad", "✗", tally.not_recognised, words.not_recognised));
    cards.push(card("open", "?", tally.undetermined, words.undetermined));
    if tally.not_published > 0 {
        cards.push(card("open", "×", tally.not_published, words.not_published));
    }
    cards.push(card("plain", "*", tally.provisional, paper.words.rest_on_provisional));
    cards
}

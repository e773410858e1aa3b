//! Which conditions stand in the way of recognition, and of how many communes.

use super::Chart;
use super::drawing::{BAR, Drawing, length, scaled};
use crate::render::html::Paper;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::result::Tally;

/// The chart: conditions that somebody fails; the table has all.
pub(super) fn chart(paper: &Paper<'_>) -> Chart {
    let words = paper.words;
    let tally = Tally::of(paper.dossier.sheet);
    let conditions: Vec<(String, usize)> = (paper.layout.info.conditions.iter().zip(&tally.failed))
        .map(|(condition, n)| (paper.layout.condition_name(condition), *n))
        .collect();
    let most = conditions.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let mut drawing = Drawing::default();
    for (name, n) in conditions.iter().filter(|(_, n)| *n > 0) {
        let long = scaled(length(*n), length(most), BAR);
        drawing.bar(name, long, long, &n.to_string());
    }
    if most == 0 {
        drawing.label(words.vetoes_none);
    }
    let columns = vec![BoardColumn::text(words.condition, 40), BoardColumn::number(words.failing, 12)];
    let rows = conditions.into_iter().map(|(name, n)| vec![Value::text(name), Value::count(n)]).collect();
    let board = Board { id: "", title: words.vetoes.to_owned(), columns, rows, notes: Vec::new() };
    let (title, says) = (words.vetoes.to_owned(), words.vetoes_desc.to_owned());
    Chart { id: "chart-vetoes", title, says, drawing, notes: Vec::new(), board }
}

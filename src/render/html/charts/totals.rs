//! How totals lie against the thresholds: a histogram for each area class and threshold. Its ranges begin at the threshold,
//! so that none lies on both sides of it.

use super::Chart;
use super::drawing::{Anchor, Drawing, WIDTH, length, scaled};
use crate::quantity::Points;
use crate::render::html::Paper;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::render::layout::column::class_letter;
use crate::render::words::fill;
use crate::result::CommuneScore;
use std::collections::BTreeMap;

/// Into so many ranges the points of the standard are divided.
const RANGES: i64 = 40;
/// The axis begins at a multiple of this part of the points.
const TICKS: i64 = 10;
/// Height of the bars.
const HIGH: i64 = 64;
/// From this width on the number stands above a bar.
const NUMBERED: i64 = 14;

/// Communes of one class with one threshold: how many have a total in each range, by the number of the range counted from
/// the threshold, or from 0 where there is none.
#[derive(Default)]
struct Panel {
    ranges: BTreeMap<i64, usize>,
}

/// Position of the class, behind the last one where it is missing; and the threshold.
type Key = (usize, Option<Points>);

/// The chart.
pub(super) fn chart(paper: &Paper<'_>) -> Chart {
    let words = paper.words;
    let width = (paper.layout.info.total_points.as_thousandths() / RANGES).max(1);
    let mut panels: BTreeMap<Key, Panel> = BTreeMap::new();
    let classes = paper.layout.info.classes.len();
    let mut left_out = 0;
    for commune in &paper.dossier.sheet.communes {
        let Some(total) = settled(commune) else {
            left_out += 1;
            continue;
        };
        let from = commune.threshold.unwrap_or(Points::ZERO);
        let range = (total - from).as_thousandths().div_euclid(width);
        let panel = panels.entry((commune.identity.class.unwrap_or(classes), commune.threshold)).or_default();
        *panel.ranges.entry(range).or_default() += 1;
    }
    let drawing = draw(paper, &panels, width);
    let board = board(paper, &panels, width);
    let says = fill(words.totals_desc, &[("width", &Points::thousandths(width).display(paper.lang()))]);
    let notes = (left_out > 0).then(|| fill(words.totals_left_out, &[("n", &left_out.to_string())]));
    let title = words.totals.to_owned();
    Chart { id: "chart-totals", title, says, drawing, notes: notes.into_iter().collect(), board }
}

fn settled(commune: &CommuneScore) -> Option<Points> {
    commune.total.filter(|total| total.low == total.high).map(|total| total.high)
}

/// The first point of a range.
fn start((_, threshold): &Key, range: i64, width: i64) -> i64 {
    threshold.unwrap_or(Points::ZERO).as_thousandths() + range * width
}

/// What all panels share: the axis from its first to its last point, and the highest bar.
struct Frame {
    first: i64,
    last: i64,
    highest: i64,
    width: i64,
}

impl Frame {
    fn x(&self, points: i64) -> i64 {
        scaled(points - self.first, self.last - self.first, WIDTH)
    }
}

fn draw(paper: &Paper<'_>, panels: &BTreeMap<Key, Panel>, width: i64) -> Drawing {
    let starts = panels.iter().flat_map(|(key, panel)| panel.ranges.keys().map(move |range| start(key, *range, width)));
    let starts: Vec<i64> = starts.collect();
    let all = paper.layout.info.total_points.as_thousandths();
    let tick = (all / TICKS).max(1);
    let frame = Frame {
        first: starts.iter().copied().min().unwrap_or(0).div_euclid(tick) * tick,
        last: starts.iter().map(|start| start + width).max().unwrap_or(0).max(all + width),
        highest: panels.values().flat_map(|panel| panel.ranges.values()).copied().max().map_or(1, length),
        width,
    };
    let mut drawing = Drawing::default();
    for (key, panel) in panels {
        draw_panel(paper, &mut drawing, &frame, key, panel);
    }
    drawing
}

fn draw_panel(paper: &Paper<'_>, drawing: &mut Drawing, frame: &Frame, key: &Key, panel: &Panel) {
    let lang = paper.lang();
    for label in [class(paper, key.0), sides(paper, key, panel)].iter().filter(|label| !label.is_empty()) {
        drawing.label(label);
    }
    drawing.skip(14);
    let foot = drawing.height() + HIGH;
    for (range, n) in &panel.ranges {
        let from = start(key, *range, frame.width);
        let (x, end) = (frame.x(from), frame.x(from + frame.width));
        let high = scaled(length(*n), frame.highest, HIGH).max(1);
        let kind = if key.1.is_some() && *range < 0 { "below" } else { "bar" };
        drawing.rectangle(kind, [x, foot - high, (end - x - 1).max(1), high]);
        if end - x >= NUMBERED {
            drawing.text("count", Anchor::Middle, i64::midpoint(x, end), foot - high - 3, &n.to_string());
        }
    }
    drawing.line("axis", [0, foot, WIDTH, foot]);
    if let Some(threshold) = key.1 {
        let x = frame.x(threshold.as_thousandths());
        drawing.line("threshold", [x, foot - HIGH - 14, x, foot + 4]);
        let text = fill(paper.words.threshold_line, &[("points", &threshold.display(lang))]);
        let (anchor, beside) = if x > WIDTH / 3 { (Anchor::End, x - 5) } else { (Anchor::Start, x + 5) };
        drawing.text("label", anchor, beside, foot - HIGH + 2, &text);
    }
    let shown = |points: i64| Points::thousandths(points).display(lang);
    drawing.text("number", Anchor::Start, 0, foot + 15, &shown(frame.first));
    let all = paper.layout.info.total_points;
    drawing.text("number", Anchor::End, frame.x(all.as_thousandths()), foot + 15, &all.display(lang));
    drawing.skip(HIGH + 26);
}

/// `A Phường …`, or that the class is missing; nothing for a standard without classes.
fn class(paper: &Paper<'_>, class: usize) -> String {
    let classes = &paper.layout.info.classes;
    let missing = if classes.is_empty() { "" } else { paper.words.no_class };
    let label = classes.get(class).map(|label| format!("{} {}", class_letter(class), label.label.get(paper.lang())));
    label.unwrap_or_else(|| missing.to_owned())
}

/// `đạt ngưỡng: 12 · chưa đạt ngưỡng: 3`.
fn sides(paper: &Paper<'_>, key: &Key, panel: &Panel) -> String {
    let words = paper.words;
    let count = |below: bool| panel.ranges.iter().filter(|(range, _)| (**range < 0) == below).map(|(_, n)| n).sum();
    let (below, reached): (usize, usize) = (count(true), count(false));
    if key.1.is_none() {
        return format!("{}: {}", words.no_threshold, below + reached);
    }
    format!("■ {}: {reached} · ▨ {}: {below}", words.reached, words.not_reached)
}

fn board(paper: &Paper<'_>, panels: &BTreeMap<Key, Panel>, width: i64) -> Board {
    let (words, lang) = (paper.words, paper.lang());
    let shown = |points: i64| Points::thousandths(points).display(lang);
    let rows = panels.iter().flat_map(|(key, panel)| {
        panel.ranges.iter().map(move |(range, n)| {
            let from = start(key, *range, width);
            vec![
                Value::text(format!("{} ≤ … < {}", shown(from), shown(from + width))),
                Value::text(class(paper, key.0)),
                Value::text(key.1.map_or_else(String::new, |threshold| threshold.display(lang))),
                Value::count(*n),
            ]
        })
    });
    let columns = vec![
        BoardColumn::word(words.range, 20),
        BoardColumn::text(paper.layout.words.class_legend, 40),
        BoardColumn::number(paper.layout.words.threshold, 12),
        BoardColumn::number(words.number_of_units, 12),
    ];
    Board { id: "", title: words.totals.to_owned(), columns, rows: rows.collect(), notes: Vec::new() }
}

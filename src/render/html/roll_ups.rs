//! Communes counted by district, province, class and year.

use super::Paper;
use super::markup::Html;
use super::page::Section;
use super::tables::Table;
use crate::quantity::Ratio;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::render::words::fill;
use crate::result::roll_up::{Group, Grouping, Key, RollUp};

/// A table for each way of grouping; nothing where there are no groups.
pub(super) fn section(paper: &Paper<'_>) -> Option<Section> {
    let mut body = Html::new();
    let mut any = false;
    for roll_up in paper.dossier.roll_ups.iter().filter(|roll_up| !roll_up.groups.is_empty()) {
        any = true;
        let board = board(paper, roll_up);
        body.element("h3", &[], &board.title);
        Table { sorts: true, ..Table::plain(&board) }.write(&mut body, paper);
    }
    any.then(|| Section { id: "groups", title: paper.words.roll_ups.to_owned(), wide: true, body })
}

fn board(paper: &Paper<'_>, roll_up: &RollUp) -> Board {
    let (words, of) = (paper.words, paper.layout.words);
    let keys: Vec<&str> = roll_up.by.iter().map(|by| grouping(paper, *by)).collect();
    let has_list = roll_up.all.expected.is_some();
    let mut columns = vec![BoardColumn::text(keys.join(" · "), 30)];
    columns.extend(has_list.then_some([words.expected, words.absent]).into_iter().flatten().map(number));
    columns.extend([words.number_of_units, words.recognised, words.per_cent, of.not_recognised].map(number));
    columns.extend([of.undetermined, words.rest_on_provisional, words.mean_total, words.median_total].map(number));
    let row = |group: &Group| {
        let mut row = vec![Value::text(name(paper, group))];
        if has_list {
            row.extend([group.expected.map(Value::count).unwrap_or_default(), Value::count(group.absent)]);
        }
        row.extend(numbers(paper, group));
        row
    };
    let mut rows: Vec<Vec<Value>> = roll_up.groups.iter().map(row).collect();
    let mut all = row(&roll_up.all);
    all[0] = Value::text(words.together);
    rows.push(all);
    Board { id: "", title: fill(words.by, &[("keys", &keys.join(", "))]), columns, rows, notes: Vec::new() }
}

fn number(label: &str) -> BoardColumn {
    BoardColumn::number(label, 12)
}

fn numbers(paper: &Paper<'_>, group: &Group) -> Vec<Value> {
    let tally = &group.tally;
    let points = |points: Option<Ratio>| {
        let value = |points| Value::rounded(points, paper.layout.info.rounding, paper.lang());
        points.map_or_else(|| Value::text("–"), value)
    };
    vec![
        Value::count(tally.communes),
        Value::count(group.recognised()),
        share(paper, group),
        Value::count(tally.not_recognised),
        Value::count(tally.undetermined),
        Value::count(tally.provisional),
        points(group.mean),
        points(group.median),
    ]
}

/// The share recognised in per cent, rounded as the standard says; a dash for a group without communes.
pub(super) fn share(paper: &Paper<'_>, group: &Group) -> Value {
    let [n, over] = [group.recognised() * 100, group.base()].map(|n| i128::try_from(n).unwrap_or(0));
    let rounded = |share| Value::rounded(share, paper.layout.info.rounding, paper.lang());
    Ratio::new(n, over).map_or_else(|| Value::text("–"), rounded)
}

/// `Tỉnh Mẫu An · Huyện Mẫu Hạ`: what the communes of a group share.
pub(super) fn name(paper: &Paper<'_>, group: &Group) -> String {
    let not_given = || paper.words.not_given.to_owned();
    let key = |key: &Key| match key {
        Key::Name(name) if name.is_empty() => not_given(),
        Key::Name(name) => name.clone(),
        Key::Class(class) => {
            let label = class.and_then(|class| paper.layout.info.classes.get(class));
            label.map_or_else(not_given, |label| label.label.get(paper.lang()).to_owned())
        }
        Key::Year(year) => year.map_or_else(not_given, |year| year.to_string()),
    };
    group.keys.iter().map(key).collect::<Vec<_>>().join(" · ")
}

/// The word of a way of grouping.
pub(super) fn grouping(paper: &Paper<'_>, by: Grouping) -> &'static str {
    let words = paper.layout.words;
    match by {
        Grouping::Province => words.province,
        Grouping::District => words.district,
        Grouping::AreaClass => words.class_legend,
        Grouping::Year => words.year,
    }
}

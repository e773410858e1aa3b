//! The items of a commune: what was counted, the value, the line of the scale, the points and how near other points are.

use super::markup::Html;
use super::page::Section;
use super::tables::lines;
use super::{Layout, Paper};
use crate::render::layout::Column;
use crate::render::layout::board::Value;
use crate::render::layout::breakdown::Unknown;
use crate::render::words::fill;
use crate::result::{CommuneScore, CriterionInfo, ItemInfo, ItemScore};

/// A column of the items: its header, and whether it holds numbers.
pub(super) struct Head {
    pub(super) label: &'static str,
    pub(super) is_number: bool,
}

/// The columns of the items; the last two only where it was worked out how near other points are.
pub(super) fn heads(paper: &Paper<'_>) -> Vec<Head> {
    let items = &paper.layout.words.items;
    let text = |label| Head { label, is_number: false };
    let number = |label| Head { label, is_number: true };
    let mut heads = vec![
        text(items.id),
        text(items.item),
        number(paper.words.counts),
        number(items.value),
        text(items.band),
        number(items.points),
        number(items.most),
        text(items.state),
        text(items.status),
        text(items.cites),
    ];
    if is_near(paper) {
        heads.extend([items.to_gain, items.to_lose].map(number));
    }
    heads
}

fn is_near(paper: &Paper<'_>) -> bool {
    paper.dossier.sheet.communes.iter().any(|commune| commune.moves.is_some())
}

/// One item of a commune under [`heads`].
pub(super) struct Row {
    pub(super) criterion: usize,
    pub(super) cells: Vec<Value>,
}

/// The items of a commune, criteria one after the other.
pub(super) fn rows(paper: &Paper<'_>, commune: &CommuneScore) -> Vec<Row> {
    let info = paper.dossier.sheet.standard_of(commune);
    let near = is_near(paper);
    let items = info.criteria.iter().enumerate().flat_map(|(c, criterion)| {
        criterion.items.iter().enumerate().map(move |(i, item)| (c, format!("{}.{}", c + 1, i + 1), item))
    });
    let row = |(at, ((criterion, number, item), score)): (usize, ((usize, String, &ItemInfo), &ItemScore))| {
        let mut cells = vec![Value::text(number)];
        cells.extend(cells_of(paper, item, score));
        if near {
            cells.extend(Layout::near(commune, at));
        }
        Row { criterion, cells }
    };
    items.zip(&commune.items).enumerate().map(row).collect()
}

/// The cells of an item with n and N, and the value and its unit, in one cell each.
fn cells_of(paper: &Paper<'_>, item: &ItemInfo, score: &ItemScore) -> Vec<Value> {
    let mut cells = paper.layout.item_cells(item, score).into_iter();
    let mut next = || cells.next().unwrap_or_default();
    let (title, n, over, value, unit) = (next(), next(), next(), next(), next());
    let counts = joined(&n, " / ", &over);
    let value = joined(&value, "\u{a0}", &unit);
    [title, counts, value].into_iter().chain(cells).collect()
}

fn joined(first: &Value, between: &str, second: &Value) -> Value {
    match (first.line(), second.line()) {
        (first, _) if first.is_empty() => Value::default(),
        (first, second) if second.is_empty() => Value::text(first),
        (first, second) => Value::text(format!("{first}{between}{second}")),
    }
}

/// The items of every commune, closed, where there are not too many.
pub(super) fn section(paper: &Paper<'_>) -> Option<Section> {
    if !paper.is_small() || !paper.has_items() {
        return None;
    }
    let mut body = Html::new();
    for (at, commune) in paper.dossier.sheet.communes.iter().enumerate() {
        body.open("details", &[("class", "commune")]);
        let verdict = paper.layout.cell(Column::Verdict, commune).lines.concat();
        let identity = &commune.identity;
        body.element("summary", &[], &format!("{} {}: {verdict}", identity.code, identity.name));
        body.open("div", &[("class", "items"), ("id", &format!("c-{at}"))]);
        items(&mut body, paper, commune);
        body.close("div");
        body.close("details");
        body.line();
    }
    Some(Section { id: "breakdown", title: paper.words.breakdown.to_owned(), wide: true, body })
}

fn items(html: &mut Html, paper: &Paper<'_>, commune: &CommuneScore) {
    let heads = heads(paper);
    let label = fill(paper.words.breakdown_of, &[("name", &commune.identity.name)]);
    html.open("table", &[("class", "detail"), ("aria-label", &label)]);
    html.open("thead", &[]);
    html.open("tr", &[]);
    for head in &heads {
        html.element("th", &[("scope", "col"), ("class", side(head))], head.label);
    }
    html.close("tr");
    html.close("thead");
    html.open("tbody", &[]);
    let info = paper.dossier.sheet.standard_of(commune);
    let mut criterion = None;
    for row in rows(paper, commune) {
        if criterion != Some(row.criterion) {
            criterion = Some(row.criterion);
            if let Some(info) = info.criteria.get(row.criterion) {
                heading(html, paper, commune, (row.criterion, info), heads.len());
            }
        }
        html.open("tr", &[]);
        for (head, value) in heads.iter().zip(&row.cells) {
            html.open("td", &[("class", side(head))]);
            lines(html, value);
            html.close("td");
        }
        html.close("tr");
    }
    html.close("tbody");
    html.close("table");
}

const fn side(head: &Head) -> &'static str {
    if head.is_number { "r" } else { "l" }
}

/// `TC 3 Trẻ em bị xâm hại: 0!/100`, above the items of a criterion.
fn heading(html: &mut Html, paper: &Paper<'_>, commune: &CommuneScore, of: (usize, &CriterionInfo), columns: usize) {
    let (at, info) = of;
    let points = paper.layout.points_cell(commune.criteria.get(at), Unknown::Range).lines.concat();
    let name = criterion(paper, at, info);
    html.open("tr", &[]);
    let text = format!("{name}: {}", of_most(paper, &points, info));
    html.element("th", &[("scope", "rowgroup"), ("colspan", &columns.to_string())], &text);
    html.close("tr");
}

/// A criterion with its number and title.
pub(super) fn criterion(paper: &Paper<'_>, at: usize, info: &CriterionInfo) -> String {
    paper.layout.criterion_name(at, info)
}

fn of_most(paper: &Paper<'_>, points: &str, info: &CriterionInfo) -> String {
    let most = info.points.display(paper.lang());
    fill(paper.words.points_of_most, &[("points", points), ("most", &most)])
}

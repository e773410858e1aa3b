//! What has to be followed up, by agency: every line where there are not too many, else how many of each kind.

use super::Paper;
use super::markup::Html;
use super::page::Section;
use super::tables::Table;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::render::layout::number;
use crate::result::explanation::{Change, Move};
use crate::result::follow_up::{Concern, Desk, Line};

const CONCERNS: [Concern; 4] = [Concern::Vetoes, Concern::LosesPoints, Concern::Missing, Concern::NearlyFails];

/// The counts, and behind them the lines of each agency; nothing where nothing is to be followed up.
pub(super) fn section(paper: &Paper<'_>) -> Option<Section> {
    let desks: Vec<&Desk> = paper.dossier.follow_up.agencies.iter().filter(|desk| !desk.lines.is_empty()).collect();
    if desks.is_empty() {
        return None;
    }
    let mut body = Html::new();
    Table::plain(&counts(paper, &desks)).write(&mut body, paper);
    if paper.is_small() {
        for desk in desks {
            let board = lines(paper, desk);
            body.open("details", &[]);
            body.element("summary", &[], &format!("{} ({})", board.title, desk.lines.len()));
            Table { row_header: 1, sorts: true, ..Table::plain(&board) }.write(&mut body, paper);
            body.close("details");
        }
    } else {
        body.element("p", &[], paper.words.follow_up_counts);
    }
    Some(Section { id: "follow-up", title: paper.words.follow_up.to_owned(), wide: false, body })
}

fn agency(paper: &Paper<'_>, desk: &Desk) -> String {
    desk.agency.as_ref().map_or(paper.words.nobody, |agency| agency.label.get(paper.lang())).to_owned()
}

fn counts(paper: &Paper<'_>, desks: &[&Desk]) -> Board {
    let mut columns = vec![BoardColumn::text(paper.words.agency, 30)];
    columns.extend(paper.words.concerns.map(|label| BoardColumn::number(label, 12)));
    let row = |desk: &&Desk| {
        let count = |concern| Value::count(desk.lines.iter().filter(|line| line.concern == concern).count());
        std::iter::once(Value::text(agency(paper, desk))).chain(CONCERNS.map(count)).collect()
    };
    let title = paper.words.follow_up.to_owned();
    Board { id: "follow-up", title, columns, rows: desks.iter().map(row).collect(), notes: Vec::new() }
}

fn lines(paper: &Paper<'_>, desk: &Desk) -> Board {
    let words = paper.layout.words;
    let columns = vec![
        BoardColumn::word(words.code, 8),
        BoardColumn::text(words.name, 22),
        BoardColumn::text(words.items.item, 40),
        BoardColumn::text(paper.words.concern, 16),
        BoardColumn::text(paper.words.gap, 40),
    ];
    let rows = desk.lines.iter().filter_map(|line| row(paper, line)).collect();
    Board { id: "", title: agency(paper, desk), columns, rows, notes: Vec::new() }
}

fn row(paper: &Paper<'_>, line: &Line) -> Option<Vec<Value>> {
    let commune = paper.dossier.sheet.communes.get(line.commune)?;
    let info = paper.dossier.sheet.standard_of(commune);
    let item = info.criteria.iter().flat_map(|criterion| &criterion.items).nth(line.item)?;
    let item = format!("{} {}", paper.layout.criterion_number(line.criterion), item.title.get(paper.lang()));
    let concern = CONCERNS.iter().position(|concern| *concern == line.concern).map(|at| paper.words.concerns[at]);
    Some(vec![
        Value::text(commune.identity.code.as_str()),
        Value::text(commune.identity.name.as_str()),
        Value::text(item),
        Value::text(concern.unwrap_or_default()),
        Value::text(line.gap.as_ref().map_or_else(String::new, |gap| says(paper, gap))),
    ])
}

/// `Trẻ em được khai sinh: 1181 → 1162: -10`: what would change, and the points of the item.
fn says(paper: &Paper<'_>, to: &Move) -> String {
    let (info, lang) = (paper.layout.info, paper.lang());
    let one = |change: &Change| {
        let field = info.fields.get(usize::from(change.field)).map_or("", |field| field.label.get(lang));
        format!("{field}: {} → {}", change.from.get(lang), change.to.get(lang))
    };
    let changes: Vec<String> = to.changes.iter().map(one).collect();
    let points = number::signed(to.points, lang);
    format!("{} ({points} {})", changes.join("; "), paper.layout.words.items.points.to_lowercase())
}

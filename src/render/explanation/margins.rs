//! How near every commune of a sheet is to other points and another verdict: one row each. What the changes are stands in
//! the explanation of the commune, and in CSV and JSON.

use super::changes::{amount, marked};
use super::words::{self, Words};
use crate::lang::Lang;
use crate::render::layout::{Cell, Column as Of, Layout, Tone};
use crate::render::page::{Block, Column, Row, Table};
use crate::render::words::fill;
use crate::result::explanation::{ChangeSet, Margins, Move, Search};
use crate::result::{CommuneScore, ScoreSheet, Verdict};

/// The part below the results.
pub(super) fn blocks(sheet: &ScoreSheet, lang: Lang) -> Vec<Block> {
    let layout = Layout::new(sheet, lang);
    let words = words::of(lang);
    let columns = vec![
        Column::word(layout.words.code),
        Column::text(layout.words.name),
        Column::text(layout.words.verdict),
        Column::text(words.nearest_gain),
        Column::text(words.nearest_loss),
        Column::text(words.nearest_way),
        Column::text(if layout.info.levels.is_empty() { words.nearest_fall } else { words.nearest_lower }),
    ];
    let writer = Writer { layout: &layout, words };
    let row = |commune: &CommuneScore| Some(Row::Cells(writer.row(commune, commune.margins.as_ref()?)));
    let rows = sheet.communes.iter().filter_map(row).collect();
    let heading = Block::Heading(2, words.margins.to_owned());
    vec![
        Block::Gap,
        heading,
        Block::Line(words.margins_note.to_owned()),
        Block::Gap,
        Block::Table(Table { columns, rows }),
    ]
}

struct Writer<'a> {
    layout: &'a Layout<'a>,
    words: &'static Words,
}

impl Writer<'_> {
    fn row(&self, commune: &CommuneScore, near: &Margins) -> Vec<Cell> {
        let is_recognised = matches!(commune.verdict, Verdict::Recognised | Verdict::Level(_));
        let none = if near.items_search == Search::Whole { "–" } else { self.words.not_all_searched };
        let moved = |found: &Option<(u16, Move)>| {
            found.as_ref().map_or_else(|| Cell::plain(none), |(at, to)| Cell::plain(self.moved(*at, to)))
        };
        let fall = if is_recognised { self.fall(near) } else { Cell::plain("–") };
        vec![
            Cell::plain(commune.identity.code.as_str()),
            Cell::plain(commune.identity.name.as_str()),
            Cell::plain(self.layout.cell(Of::Verdict, commune).lines.concat()),
            moved(&near.gain),
            moved(&near.loss),
            self.way(commune, near),
            fall,
        ]
    }

    /// `TC 12: 1 → +15`: the criterion, how many children or cases, the change of the total.
    fn moved(&self, at: u16, to: &Move) -> String {
        let items = self
            .layout
            .info
            .criteria
            .iter()
            .enumerate()
            .flat_map(|(c, criterion)| criterion.items.iter().map(move |_| c));
        let criterion =
            items.into_iter().nth(usize::from(at)).map_or_else(String::new, |c| self.layout.criterion_number(c));
        let [low, high] = [to.total, to.total_high].map(|points| marked(points, to.total_status, self.layout.lang));
        // While figures are missing the lowest and the highest total can gain differently.
        let points = if low == high { low } else { format!("{low} … {high}") };
        format!("{criterion}: {} → {points}", amount(&to.changes, to.size, self.layout.lang))
    }

    fn way(&self, commune: &CommuneScore, near: &Margins) -> Cell {
        if matches!(commune.verdict, Verdict::Recognised | Verdict::Level(0)) {
            return Cell::plain("–");
        }
        let cannot: Vec<String> = near.unchangeable.iter().filter_map(|condition| self.condition(*condition)).collect();
        if !cannot.is_empty() {
            return Cell::toned(fill(self.words.cannot, &[("conditions", &cannot.join(", "))]), Tone::Bad);
        }
        match (&near.way, near.way_search) {
            (Some(set), search) => Cell::plain(self.size(set, search)),
            (None, Search::Whole) if !commune.missing.is_empty() => Cell::plain(self.words.figures_first),
            (None, Search::Whole) if !commune.withheld.is_empty() => Cell::plain(self.words.items_first),
            (None, Search::Whole) => Cell::plain(self.words.none_found),
            (None, Search::CutOff) => Cell::plain(self.words.not_all_searched),
        }
    }

    fn condition(&self, at: u16) -> Option<String> {
        let condition = self.layout.info.conditions.get(usize::from(at))?;
        let criterion = self.layout.criterion_of(condition).map(|at| self.layout.criterion_number(at));
        Some(criterion.unwrap_or_else(|| condition.label.get(self.layout.lang).to_owned()))
    }

    /// `4 (items: 2)`; `≤` where a shorter way may not have been found.
    fn size(&self, set: &ChangeSet, search: Search) -> String {
        let bound = if search == Search::Whole { "" } else { "≤ " };
        let (size, items) = (self.amount(set), set.items.to_string());
        format!("{bound}{}", fill(self.words.size_and_items, &[("size", &size), ("items", &items)]))
    }

    /// `4*`: how much changes, marked when the verdict after it rests on a provisional figure.
    fn amount(&self, set: &ChangeSet) -> String {
        format!("{}{}", amount(&set.changes, set.size, self.layout.lang), Layout::mark(set.verdict_status))
    }

    fn fall(&self, near: &Margins) -> Cell {
        match (&near.fall, near.fall_search) {
            (Some(set), Search::Whole) => Cell::plain(self.amount(set)),
            (Some(set), Search::CutOff) => Cell::plain(format!("≤ {}", self.amount(set))),
            (None, Search::Whole) => Cell::plain("–"),
            (None, Search::CutOff) => Cell::plain(self.words.not_all_searched),
        }
    }
}

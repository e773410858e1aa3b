//! The board of what an agency has to follow up: the item, the commune, what is wrong and by how much.

use super::words::BoardWords;
use super::{Board, BoardColumn, Value};
use crate::render::explanation::moved;
use crate::render::layout::Layout;
use crate::result::follow_up::{Concern, Desk, FollowUp, Line};

impl Layout<'_> {
    /// All of it in one board, with the agency in front.
    pub(crate) fn follow_up_board(&self, follow_up: &FollowUp) -> Board {
        let words = BoardWords::of(self.lang);
        let mut columns = vec![BoardColumn::text(words.agency, 22)];
        columns.extend(self.desk_columns());
        let rows = follow_up.agencies.iter().flat_map(|desk| {
            let name = self.desk_name(desk);
            let rows = desk.lines.iter().filter_map(|line| self.line_row(line));
            rows.map(move |row| std::iter::once(Value::text(name.as_str())).chain(row).collect()).collect::<Vec<_>>()
        });
        let notes = vec![words.follow_up_note.to_owned()];
        Board { id: "follow_up", title: words.follow_up.to_owned(), columns, rows: rows.collect(), notes }
    }

    /// The name of the agency, or that there is none.
    pub(crate) fn desk_name(&self, desk: &Desk) -> String {
        let name = desk.agency.as_ref().map(|agency| agency.label.get(self.lang));
        name.unwrap_or(BoardWords::of(self.lang).nobody).to_owned()
    }

    fn desk_columns(&self) -> Vec<BoardColumn> {
        let words = BoardWords::of(self.lang);
        let items = &self.words.items;
        vec![
            BoardColumn::text(items.item, 36),
            BoardColumn::text(items.cites, 24),
            BoardColumn::word(self.words.code, 8),
            BoardColumn::text(self.words.name, 22),
            BoardColumn::number("n/N", 12),
            BoardColumn::number(items.value, 10),
            BoardColumn::number(items.points, 10),
            BoardColumn::number(items.most, 10),
            BoardColumn::text(words.concern, 22),
            BoardColumn::text(words.gap, 44),
        ]
    }

    fn line_row(&self, line: &Line) -> Option<Vec<Value>> {
        let words = BoardWords::of(self.lang);
        let commune = self.sheet.communes.get(line.commune)?;
        let info = self.info.criteria.iter().flat_map(|criterion| &criterion.items).nth(line.item)?;
        let score = commune.items.get(line.item)?;
        let [n, over] = self.counts(score);
        let counts = [n.line(), over.line()];
        let counts = if counts.iter().any(String::is_empty) { String::new() } else { counts.join("/") };
        let gap = match (&line.gap, line.concern) {
            (Some(gap), _) => moved(self, gap),
            (None, Concern::Missing) => self.state(score),
            (None, _) if commune.moves.is_some() => words.none_found.to_owned(),
            (None, _) => String::new(),
        };
        Some(vec![
            Value::text(info.title.get(self.lang)),
            Value::text(info.cites.as_str()),
            Value::text(commune.identity.code.as_str()),
            Value::text(commune.identity.name.as_str()),
            Value::text(counts),
            self.measured(info, score),
            self.item_points(score),
            Value::points(info.most, self.lang),
            Value::text(words.why(line.concern)),
            Value::text(gap),
        ])
    }
}

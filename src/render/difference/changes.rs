//! What changed: the counts, and the table under the headings of the standard.

use super::Layout;
use crate::lang::Text;
use crate::render::layout::{Cell, PROVISIONAL, Tone, footer};
use crate::render::page::{Block, Column, Row, Table};
use crate::render::words::fill;
use crate::result::difference::{Area, Change, Kind, SourceEffect, Weight};
use crate::result::{StandardInfo, Status};

impl Layout<'_> {
    /// Everything.
    pub(super) fn page(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(1, self.words.title.to_owned())];
        let [old, new] = &self.comparison.named;
        for (word, info, named) in
            [(self.words.old, &self.comparison.old, old), (self.words.new, &self.comparison.new, new)]
        {
            let days = if info.is_one_of_several {
                format!(", {} {}", self.words.in_force, info.version.display(self.lang))
            } else {
                String::new()
            };
            let title = self.get(&info.title);
            blocks.push(Block::Line(format!("{word}: {title} – {} ({named}{days})", info.citation)));
        }
        blocks.push(Block::Gap);
        blocks.extend(self.counts().into_iter().map(Block::Line));
        let table = self.changes();
        if !table.rows.is_empty() {
            blocks.extend([Block::Gap, Block::Table(table)]);
        }
        if let Some(effect) = &self.comparison.effect {
            blocks.push(Block::Gap);
            blocks.extend(self.effect(effect));
        }
        blocks.push(Block::Gap);
        blocks.extend(self.footer().into_iter().map(Block::Line));
        blocks
    }

    /// `12 thay đổi: 2 thêm mới, 10 sửa.`, and what is only verified otherwise.
    fn counts(&self) -> Vec<String> {
        let of = |status: bool| self.comparison.changes.iter().filter(move |c| (c.weight == Weight::Status) == status);
        let list = |status: bool| {
            let count = |kind: Kind| (kind, of(status).filter(|change| change.kind == kind).count());
            let counted = Kind::ALL.into_iter().map(count).filter(|(_, n)| *n > 0);
            counted
                .map(|(kind, n)| fill(self.words.kind(kind), &[("n", &n.to_string())]))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let n = of(false).count();
        let mut lines = vec![if n == 0 {
            self.words.no_changes.to_owned()
        } else {
            fill(self.words.changes, &[("n", &n.to_string()), ("list", &list(false))])
        }];
        if of(true).next().is_some() {
            let words = if self.all { self.words.shown_status } else { self.words.hidden_status };
            lines.push(fill(words, &[("list", &list(true))]));
        }
        lines
    }

    fn changes(&self) -> Table {
        let words = self.words;
        let columns = [words.what, words.before, words.after, words.status].map(Column::text).into();
        let mut rows = Vec::new();
        let mut area: Option<&Area> = None;
        for change in &self.comparison.changes {
            if change.weight == Weight::Status && !self.all {
                continue;
            }
            if area != Some(&change.area) {
                rows.push(Row::Group(self.area(&change.area)));
                area = Some(&change.area);
            }
            rows.push(Row::Cells(self.change(change)));
        }
        Table { columns, rows }
    }

    fn change(&self, change: &Change) -> Vec<Cell> {
        let label = self.get(&change.label);
        let label = match change.kind {
            Kind::Added => fill(self.words.added, &[("label", label)]),
            Kind::Removed => fill(self.words.removed, &[("label", label)]),
            _ => label.to_owned(),
        };
        let value = |text: Option<&Text>, status: Option<Status>| {
            let mark =
                if status == Some(Status::Provisional) && change.weight != Weight::Status { PROVISIONAL } else { "" };
            text.map_or_else(|| "–".to_owned(), |text| format!("{}{mark}", self.get(text)))
        };
        let before = value(change.before.as_ref(), change.status_before);
        let after = value(change.after.as_ref(), change.status_after);
        let tone = match change.kind {
            Kind::Added => Tone::Good,
            Kind::Removed => Tone::Bad,
            _ => Tone::Plain,
        };
        vec![Cell::toned(label, tone), Cell::plain(before), Cell::plain(after), Cell::plain(self.status(change))]
    }

    fn status(&self, change: &Change) -> String {
        let word = |status| self.common.status(status);
        match (change.status_before, change.status_after) {
            (Some(before), Some(after)) if before != after => format!("{} → {}", word(before), word(after)),
            (before, after) => after.or(before).map_or("", word).to_owned(),
        }
    }

    /// `TC 5 Trẻ em bị tai nạn, thương tích`, by its number in the new standard.
    fn area(&self, area: &Area) -> String {
        match area {
            Area::Standard => self.words.standard.to_owned(),
            Area::Classes => self.words.classes.to_owned(),
            Area::Fields => self.words.fields.to_owned(),
            Area::Recognition => self.words.recognition.to_owned(),
            Area::Criterion(id) => {
                let (new, old) = (&self.comparison.new, &self.comparison.old);
                let removed = || self.criterion(old, id).map(|name| format!("{name} {}", self.words.removed_criterion));
                self.criterion(new, id).or_else(removed).unwrap_or_default()
            }
        }
    }

    fn criterion(&self, info: &StandardInfo, id: &str) -> Option<String> {
        let at = info.criteria.iter().position(|criterion| criterion.id == id)?;
        let title = info.criteria.get(at).map(|criterion| self.get(&criterion.title))?;
        Some(format!("{}{} {title}", self.common.criterion, at + 1))
    }

    /// How far the figures of both are verified, and what the marks mean.
    fn footer(&self) -> Vec<String> {
        let (old, new) = (&self.comparison.old, &self.comparison.new);
        let figures = |word: &str, info: &StandardInfo| {
            format!("{word}: {}", footer::figures(info, info.is_one_of_several, self.lang))
        };
        let mut lines = vec![figures(self.words.figures_old, old), figures(self.words.figures_new, new)];
        let provisional = |info: &StandardInfo| info.figures.last().is_some_and(|n| *n > 0);
        if let Some(effect) = &self.comparison.effect {
            if effect.communes.iter().any(|c| c.change.is_none_or(|change| change.exact().is_none())) {
                lines.push(format!("{}.", self.words.open_legend));
            }
            let open_source = |source: &SourceEffect| (1..source.communes).contains(&source.settled);
            if effect.provinces.iter().any(|province| province.settled < province.communes)
                || effect.sources.iter().any(open_source)
            {
                lines.push(self.words.mean_of.to_owned());
            }
            let rests = effect.communes.iter().filter(|c| c.after.verdict_status == Status::Provisional).count();
            if provisional(new) {
                lines.push(footer::provisional_note(self.common.provisional_note, new, rests, effect.communes.len()));
                return lines;
            }
        }
        if provisional(old) || provisional(new) {
            lines.push(format!("{}.", self.common.provisional_legend));
        }
        lines
    }
}

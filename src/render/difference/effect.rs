//! What new rules do to the communes of a table: counts, verdicts, provinces, items, and each commune that changes.

use super::Layout;
use crate::lang::Lang;
use crate::quantity::{Points, Rounding};
use crate::render::layout::{Cell, PROVISIONAL, Tone, number};
use crate::render::page::{Block, Column, Row, Table};
use crate::render::words::fill;
use crate::result::difference::{
    CommuneEffect, ConditionEffect, Effect, PartEffect, ProvinceEffect, Range, SourceEffect, Standing, Turn,
};
use crate::result::{ConditionKind, StandardInfo, Status, Verdict};

impl Layout<'_> {
    /// All of it, below a heading of its own.
    pub(super) fn effect(&self, effect: &Effect) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(2, self.words.effect.to_owned()), Block::Line(self.directions(effect))];
        blocks.push(Block::Line(self.flips(effect)));
        let mut part = |heading: &str, table: Table| {
            if !table.rows.is_empty() {
                blocks.extend([Block::Gap, Block::Heading(3, heading.to_owned()), Block::Table(table)]);
            }
        };
        part(self.words.matrix, self.matrix(effect));
        part(self.words.provinces, self.provinces(effect));
        part(self.words.sources, self.sources(effect));
        let [wide, narrow] = [false, true].map(|narrow| self.communes(effect, narrow));
        if !wide.rows.is_empty() {
            let heading = Block::Heading(3, self.words.communes.to_owned());
            blocks.extend([Block::Gap, heading, Block::Either(wide, narrow)]);
        }
        let hidden = effect.communes.iter().filter(|commune| !commune.is_changed()).count();
        if hidden == effect.communes.len() {
            blocks.push(Block::Line(self.words.nothing_changes.to_owned()));
        } else if hidden > 0 && !self.all {
            blocks.push(Block::Line(fill(self.words.unchanged_hidden, &[("n", &hidden.to_string())])));
        }
        blocks
    }

    fn directions(&self, effect: &Effect) -> String {
        let counts = effect.directions;
        let numbers =
            [effect.communes.len(), counts.gain, counts.lose, counts.same, counts.open].map(|n| n.to_string());
        let [n, gain, lose, same, open] = numbers.each_ref().map(String::as_str);
        fill(self.words.directions, &[("n", n), ("gain", gain), ("lose", lose), ("same", same), ("open", open)])
    }

    fn flips(&self, effect: &Effect) -> String {
        let (mut list, mut all) = (Vec::new(), 0);
        for (before, row) in effect.verdicts_before.iter().zip(&effect.matrix) {
            for (after, n) in effect.verdicts_after.iter().zip(row).filter(|(after, n)| *after != before && **n > 0) {
                all += n;
                let (old, new) = (self.verdict_word(before, true), self.verdict_word(after, false));
                list.push(format!("{n} {old} → {new}"));
            }
        }
        if list.is_empty() {
            return self.words.no_flips.to_owned();
        }
        fill(self.words.flips, &[("n", &all.to_string()), ("list", &list.join("; "))])
    }

    fn matrix(&self, effect: &Effect) -> Table {
        let mut columns = vec![Column::text(self.words.verdict_before)];
        columns.extend(effect.verdicts_after.iter().map(|id| Column::number(&self.verdict_word(id, false))));
        let rows = effect.verdicts_before.iter().zip(&effect.matrix).map(|(id, counts)| {
            let numbers = counts.iter().map(|n| Cell::plain(n.to_string()));
            Row::Cells(std::iter::once(Cell::plain(self.verdict_word(id, true))).chain(numbers).collect())
        });
        Table { columns, rows: rows.collect() }
    }

    fn verdict_word(&self, id: &str, old: bool) -> String {
        let info = if old { &self.comparison.old } else { &self.comparison.new };
        let level = info.levels.iter().position(|level| level.id == id).map(Verdict::Level);
        let verdict = level.unwrap_or(match id {
            "recognised" => Verdict::Recognised,
            "not_recognised" => Verdict::NotRecognised(Vec::new()),
            _ => Verdict::Undetermined(Vec::new()),
        });
        self.common.verdict(&verdict, info, self.lang)
    }

    fn provinces(&self, effect: &Effect) -> Table {
        let words = self.words;
        let labels = [words.units, words.recognised_before, words.recognised_after];
        let more = [words.newly_recognised, words.no_longer, words.mean];
        let mut columns = vec![Column::text(self.common.province)];
        // Long labels of numbers may go on below.
        columns.extend(labels.iter().chain(&more).map(|label| Column { wraps: true, ..Column::number(label) }));
        Table { columns, rows: effect.provinces.iter().map(|province| self.province(province)).collect() }
    }

    fn province(&self, province: &ProvinceEffect) -> Row {
        let name = if province.name.is_empty() { self.words.no_province } else { &province.name };
        let counts = [
            province.communes,
            province.recognised_before,
            province.recognised_after,
            province.newly_recognised,
            province.no_longer_recognised,
        ];
        let mean = if province.settled == province.communes {
            self.mean(province)
        } else {
            format!("{} ({})", self.mean(province), province.settled)
        };
        let cells = std::iter::once(name.to_owned()).chain(counts.iter().map(usize::to_string)).chain([mean]);
        Row::Cells(cells.map(Cell::plain).collect())
    }

    fn mean(&self, province: &ProvinceEffect) -> String {
        let rounding: Rounding = self.comparison.new.rounding;
        let Some(text) = province.mean().and_then(|mean| mean.display(rounding)) else { return "–".to_owned() };
        let sign = if province.points > Points::ZERO { "+" } else { "" };
        format!("{sign}{}", if self.lang == Lang::Vi { text.replace('.', ",") } else { text })
    }

    fn sources(&self, effect: &Effect) -> Table {
        let columns =
            vec![Column::text(self.words.item), Column::number(self.words.units), Column::number(self.words.points)];
        let changed = effect.sources.iter().filter(|source| source.communes > 0);
        Table { columns, rows: changed.map(|source| self.source(source)).collect() }
    }

    fn source(&self, source: &SourceEffect) -> Row {
        let points = match source.settled {
            0 => "–".to_owned(),
            n if n < source.communes => format!("{} ({n})", number::signed(source.points, self.lang)),
            _ => number::signed(source.points, self.lang),
        };
        let cells = [self.get(&source.label).to_owned(), source.communes.to_string(), points];
        Row::Cells(cells.map(Cell::plain).into())
    }

    /// Communes with another verdict first.
    fn communes(&self, effect: &Effect, narrow: bool) -> Table {
        let mut communes: Vec<&CommuneEffect> =
            effect.communes.iter().filter(|commune| self.all || commune.is_changed()).collect();
        communes.sort_by_key(|commune| !commune.verdict_changes());
        let mut columns = vec![Column::word(self.common.code), Column::text(self.common.name)];
        let first = effect.communes.first().and_then(|commune| commune.identity.year);
        let years = effect.communes.iter().any(|c| c.identity.year != first);
        columns.extend(years.then(|| Column::word(self.common.year)));
        if narrow {
            columns.push(Column::word(self.common.total));
        } else {
            columns.extend([self.words.before, self.words.after, self.words.change].map(Column::number));
        }
        columns.extend([self.common.verdict, self.words.because].map(Column::text));
        let rows =
            communes.into_iter().map(|commune| Row::Cells(self.commune(commune, effect, narrow, years))).collect();
        Table { columns, rows }
    }

    fn commune(&self, commune: &CommuneEffect, effect: &Effect, narrow: bool, years: bool) -> Vec<Cell> {
        let CommuneEffect { identity, before, after, .. } = commune;
        let mut cells = vec![Cell::plain(identity.code.as_str()), Cell::plain(identity.name.as_str())];
        let year = || Cell::plain(identity.year.map_or_else(String::new, |year| year.to_string()));
        cells.extend(years.then(year));
        let change = commune.change.map_or_else(|| "–".to_owned(), |change| self.signed(change));
        let [before, after] = [before, after].map(|standing| number::total(standing.total.as_ref(), self.lang));
        if narrow {
            cells.push(Cell { lines: vec![before, format!("→\u{a0}{after}"), change], tone: Tone::Plain });
        } else {
            cells.extend([before, after, change].map(Cell::plain));
        }
        let parts = commune.parts.iter().map(|part| self.part(part, effect));
        let conditions = commune.conditions.iter().map(|condition| self.condition(condition, commune));
        cells.extend([
            self.verdicts(commune, narrow),
            Cell { lines: parts.chain(conditions).collect(), tone: Tone::Plain },
        ]);
        cells
    }

    fn verdicts(&self, commune: &CommuneEffect, short: bool) -> Cell {
        let word = |standing: &Standing, info: &StandardInfo| {
            let mark = if standing.verdict_status == Status::Provisional { PROVISIONAL } else { "" };
            let verdict = if short {
                self.common.short_verdict(&standing.verdict, info, self.lang)
            } else {
                self.common.verdict(&standing.verdict, info, self.lang)
            };
            format!("{verdict}{mark}")
        };
        let after = word(&commune.after, &self.comparison.new);
        if !commune.verdict_changes() {
            return Cell::plain(after);
        }
        let tone = match commune.after.verdict {
            Verdict::Recognised | Verdict::Level(_) => Tone::Good,
            Verdict::NotRecognised(_) => Tone::Bad,
            Verdict::Undetermined(_) | Verdict::NotPublished => Tone::Open,
        };
        let before = word(&commune.before, &self.comparison.old);
        Cell::toned(format!("{before} →\u{a0}{after}"), tone)
    }

    /// `Tỷ lệ tiêm chủng: +15 (20 → 35)`.
    fn part(&self, part: &PartEffect, effect: &Effect) -> String {
        let label = effect.sources.get(part.source).map_or("", |source| self.get(&source.label));
        let change = self.signed(part.change);
        let range = |range: Option<Range>| {
            range.map_or_else(|| "–".to_owned(), |range| number::range(range.low, range.high, self.lang))
        };
        match (part.before, part.after) {
            (None, None) => format!("{label}: {change}"),
            (before, after) => format!("{label}: {change} ({} → {})", range(before), range(after)),
        }
    }

    fn condition(&self, condition: &ConditionEffect, commune: &CommuneEffect) -> String {
        let label = match condition.kind {
            ConditionKind::CriterionMinimum => format!("{}, {}", self.get(&condition.label), self.common.below_minimum),
            _ => self.get(&condition.label).to_owned(),
        };
        let words = match condition.turn {
            Turn::Open => self.words.open_now,
            Turn::Fails => self.words.fails_now,
            Turn::Holds => self.words.holds_now,
        };
        let (before, after) = (commune.before.threshold, commune.after.threshold);
        let Some(threshold) = after.filter(|_| condition.kind == ConditionKind::Total) else {
            return fill(words, &[("label", &label)]);
        };
        let was = before.filter(|before| *before != threshold);
        let word = self.words.before.to_lowercase();
        let was = was.map_or_else(String::new, |was| format!(" ({word}: {})", was.display(self.lang)));
        let words = match condition.turn {
            Turn::Open => self.words.total_open,
            Turn::Fails => self.words.total_below,
            Turn::Holds => self.words.total_no_longer_below,
        };
        fill(words, &[("threshold", &threshold.display(self.lang)), ("was", &was)])
    }

    fn signed(&self, range: Range) -> String {
        if let Some(points) = range.exact() {
            return number::signed(points, self.lang);
        }
        format!("[{};\u{a0}{}]", number::signed(range.low, self.lang), number::signed(range.high, self.lang))
    }
}

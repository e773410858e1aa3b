//! Boards of a roll-up: how many communes have which verdict, which conditions they fail, which points they lose.

use super::words::BoardWords;
use super::{Board, BoardColumn, Value};
use crate::quantity::{Ratio, Rounding};
use crate::render::layout::Layout;
use crate::render::words::fill;
use crate::result::roll_up::{Group, Grouping, Key, RollUp};
use crate::result::{ConditionInfo, ConditionKind};

impl Layout<'_> {
    /// Verdicts, share recognised, mean and median, a row per group and one for all.
    pub(crate) fn counts_board(&self, roll_up: &RollUp) -> Board {
        let words = BoardWords::of(self.lang);
        let all = &roll_up.all;
        let mut columns = self.key_columns(roll_up);
        let listed = all.expected.is_some();
        columns.extend(listed.then(|| BoardColumn::number(words.expected, 10)));
        columns.extend(listed.then(|| BoardColumn::number(words.absent, 12)));
        columns.push(BoardColumn::number(words.scored, 10));
        columns.extend(self.outcomes().into_iter().map(|label| BoardColumn::number(label, 14)));
        columns.extend((all.tally.not_published > 0).then(|| BoardColumn::number(words.not_published, 12)));
        columns.push(BoardColumn::number(words.share, 14));
        columns.extend([words.per_cent, words.mean, words.median].map(|label| BoardColumn::number(label, 12)));
        let rows = self.rows(roll_up, |group| {
            let tally = &group.tally;
            let mut row: Vec<Value> = group.expected.map(Value::count).into_iter().collect();
            row.extend(listed.then(|| Value::count(group.absent)));
            row.push(Value::count(tally.communes));
            row.extend(self.outcome_counts(group).into_iter().map(Value::count));
            row.extend((all.tally.not_published > 0).then(|| Value::count(tally.not_published)));
            row.push(Value::text(format!("{}/{}", group.recognised(), group.base())));
            row.push(self.per_cent(group.recognised(), group.base()));
            row.extend([group.mean, group.median].map(|points| self.rounded(points)));
            row
        });
        let mean = [("n", all.totals.to_string()), ("all", all.tally.communes.to_string())];
        let mean = mean.each_ref().map(|(name, value)| (*name, value.as_str()));
        let mut notes = vec![words.share_note.to_owned(), fill(words.mean_note, &mean)];
        if all.unexpected > 0 {
            notes.push(fill(words.unexpected_note, &[("n", &all.unexpected.to_string())]));
        }
        notes.extend(self.annual_form(all));
        Board { id: "counts", title: self.rolled(words.counts, roll_up), columns, rows, notes }
    }

    /// What the form of the yearly report asks for, where the standard names one.
    fn annual_form(&self, all: &Group) -> Option<String> {
        let form = self.info.annual_form.as_ref()?;
        let note = form.note.as_ref().map_or("", |note| note.get(self.lang));
        let (n, of) = (all.recognised(), all.base());
        let values = [
            ("code", form.code.clone()),
            ("title", form.title.get(self.lang).to_owned()),
            ("all", of.to_string()),
            ("n", n.to_string()),
            ("share", self.per_cent(n, of).line()),
            ("note", note.to_owned()),
        ];
        let line =
            fill(BoardWords::of(self.lang).annual, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
        Some(line.trim_end().to_owned())
    }

    /// How many communes fail each condition.
    pub(crate) fn vetoes_board(&self, roll_up: &RollUp) -> Board {
        let words = BoardWords::of(self.lang);
        let occurs: Vec<usize> = (0..self.info.conditions.len())
            .filter(|at| roll_up.all.tally.failed.get(*at).is_some_and(|n| *n > 0))
            .collect();
        let mut columns = self.key_columns(roll_up);
        let conditions = occurs.iter().filter_map(|at| self.info.conditions.get(*at));
        columns.extend(conditions.map(|condition| BoardColumn::number(self.condition_header(condition), 8)));
        let failed = |group: &Group| {
            occurs.iter().map(|at| Value::count(group.tally.failed.get(*at).copied().unwrap_or(0))).collect()
        };
        let rows = self.rows(roll_up, failed);
        let notes = vec![words.vetoes_note.to_owned()];
        Board { id: "vetoes", title: self.rolled(words.vetoes, roll_up), columns, rows, notes }
    }

    /// How many points are lost in each criterion.
    pub(crate) fn lost_board(&self, roll_up: &RollUp) -> Board {
        let words = BoardWords::of(self.lang);
        let mut columns = self.key_columns(roll_up);
        columns.extend((0..self.info.criteria.len()).map(|at| BoardColumn::number(self.criterion_header(at), 9)));
        let rows =
            self.rows(roll_up, |group| group.lost.iter().map(|lost| Value::points(lost.points, self.lang)).collect());
        let notes = vec![words.lost_note.to_owned()];
        Board { id: "lost", title: self.rolled(words.lost, roll_up), columns, rows, notes }
    }

    /// A row per group, the sum last.
    fn rows(&self, roll_up: &RollUp, cells: impl Fn(&Group) -> Vec<Value>) -> Vec<Vec<Value>> {
        let words = BoardWords::of(self.lang);
        let row = |group: &Group| self.keys(group).into_iter().map(Value::text).chain(cells(group)).collect();
        let mut rows: Vec<Vec<Value>> = roll_up.groups.iter().map(row).collect();
        let blank = std::iter::repeat_n(String::new(), roll_up.by.len().saturating_sub(1));
        let all = std::iter::once(words.all.to_owned()).chain(blank).map(Value::text);
        rows.push(all.chain(cells(&roll_up.all)).collect());
        rows
    }

    fn key_columns(&self, roll_up: &RollUp) -> Vec<BoardColumn> {
        if roll_up.by.is_empty() {
            return vec![BoardColumn::text("", 14)];
        }
        roll_up.by.iter().map(|by| BoardColumn::text(self.grouping(*by), 22)).collect()
    }

    /// What communes are grouped by, as the header of its column.
    pub(crate) const fn grouping(&self, by: Grouping) -> &'static str {
        match by {
            Grouping::Province => self.words.province,
            Grouping::District => self.words.district,
            Grouping::Year => self.words.year,
            Grouping::AreaClass => self.words.class_legend,
        }
    }

    /// What the communes of a group share, in words.
    pub(crate) fn keys(&self, group: &Group) -> Vec<String> {
        let none = || BoardWords::of(self.lang).not_given.to_owned();
        let words = |key: &Key| match key {
            Key::Name(name) if name.is_empty() => none(),
            Key::Name(name) => name.clone(),
            Key::Class(class) => {
                let class = class.and_then(|class| self.info.classes.get(class));
                class.map_or_else(none, |class| class.label.get(self.lang).to_owned())
            }
            Key::Year(year) => year.map_or_else(none, |year| year.to_string()),
        };
        group.keys.iter().map(words).collect()
    }

    /// Headers of the outcomes: levels by their labels.
    fn outcomes(&self) -> Vec<String> {
        let words = BoardWords::of(self.lang);
        let mut outcomes: Vec<String> =
            self.info.levels.iter().map(|level| level.label.get(self.lang).to_owned()).collect();
        if outcomes.is_empty() {
            outcomes.push(words.recognised.to_owned());
        }
        outcomes.extend([words.not_recognised, words.undetermined].map(str::to_owned));
        outcomes
    }

    fn outcome_counts(&self, group: &Group) -> Vec<usize> {
        let tally = &group.tally;
        let mut counts = tally.levels.clone();
        if self.info.levels.is_empty() {
            counts = vec![tally.recognised];
        }
        counts.extend([tally.not_recognised, tally.undetermined]);
        counts
    }

    /// A share in per cent, rounded as the standard says; empty of nothing.
    pub(crate) fn per_cent(&self, n: usize, of: usize) -> Value {
        let share = i128::try_from(n).ok().zip(i128::try_from(of).ok());
        self.rounded(share.and_then(|(n, of)| Ratio::new(n * PER_CENT, of)))
    }

    fn rounded(&self, value: Option<Ratio>) -> Value {
        let rounding: Rounding = self.info.rounding;
        value.map_or_else(|| Value::text("–"), |value| Value::rounded(value, rounding, self.lang))
    }

    /// `TC3`, or the label of a condition that is about no criterion.
    fn condition_header(&self, condition: &ConditionInfo) -> String {
        match (self.criterion_of(condition), condition.kind) {
            (Some(at), ConditionKind::CriterionMinimum) => format!("{}<", self.criterion_header(at)),
            (Some(at), _) => self.criterion_header(at),
            (None, _) => condition.label.get(self.lang).to_owned(),
        }
    }

    /// `Results counted by province`.
    fn rolled(&self, title: &str, roll_up: &RollUp) -> String {
        if roll_up.by.is_empty() {
            return title.to_owned();
        }
        let list: Vec<String> = roll_up.by.iter().map(|by| self.grouping(*by).to_lowercase()).collect();
        format!("{title} {}", fill(BoardWords::of(self.lang).by, &[("list", &list.join(", "))]))
    }
}

/// A share is shown per hundred.
const PER_CENT: i128 = 100;

//! Changes of figures in words: `3 more: Children under 1 fully immunised: 95 → 98`.

use super::words::Words;
use crate::lang::{Lang, Text};
use crate::quantity::{Decimal, Points};
use crate::render::layout::{Layout, number};
use crate::render::words::fill;
use crate::result::explanation::{Change, ChangeOf, ChangeSet, Move, Outlook, Search};
use crate::result::{CommuneScore, Status, Verdict};

/// What is needed to write changes in one language.
pub(super) struct Writer<'a> {
    pub(super) layout: &'a Layout<'a>,
    pub(super) words: &'static Words,
    /// The figure of each field; none where they are not shown.
    pub(super) figures: &'a [Option<Text>],
}

impl Writer<'_> {
    fn change(&self, change: &Change) -> String {
        let lang = self.layout.lang;
        let label = self.layout.info.fields.get(usize::from(change.field)).map_or("", |field| field.label.get(lang));
        let values = [("label", label), ("from", change.from.get(lang)), ("to", change.to.get(lang))];
        let line = fill(self.words.leads_to, &values);
        let digits = match change.kind {
            ChangeOf::Answer => return line,
            ChangeOf::Count => 0,
            ChangeOf::Number(digits) => digits,
        };
        let by = Decimal::new(change.by.saturating_abs(), digits).trimmed().to_string();
        let words = if change.by > 0 { self.words.more } else { self.words.fewer };
        fill(words, &[("n", &lang.pick(by.replace('.', ","), by)), ("change", &line)])
    }

    fn changes(&self, changes: &[Change]) -> String {
        changes.iter().map(|change| self.change(change)).collect::<Vec<_>>().join("; ")
    }

    /// `3 more: … → +15 points`, with the total where that gains something else.
    pub(super) fn points(&self, to: &Move) -> String {
        let lang = self.layout.lang;
        let points = marked(to.points, to.status, lang);
        let line = fill(self.words.points, &[("changes", &self.changes(&to.changes)), ("points", &points)]);
        if to.total == to.points && to.total_high == to.points {
            return line;
        }
        if to.total != to.total_high {
            let [low, high] = [to.total, to.total_high].map(|points| marked(points, to.total_status, lang));
            return fill(self.words.total_range, &[("line", &line), ("low", &low), ("high", &high)]);
        }
        if to.total == Points::ZERO {
            return fill(self.words.total_same, &[("line", &line)]);
        }
        fill(self.words.total_instead, &[("line", &line), ("total", &marked(to.total, to.total_status, lang))])
    }

    fn set(&self, words: &str, set: &ChangeSet) -> String {
        let lang = self.layout.lang;
        let verdict = self.layout.words.verdict(&set.verdict, self.layout.info, lang);
        let loses = if self.layout.info.levels.is_empty() { self.words.loses } else { self.words.loses_level };
        let values = [
            ("changes", self.changes(&set.changes)),
            ("verdict", format!("{verdict}{}", Layout::mark(set.verdict_status))),
            ("total", format!("{}{}", set.total.display(lang), Layout::mark(set.total_status))),
            ("items", set.items.to_string()),
            ("amount", amount(&set.changes, set.size, lang)),
            ("units", if is_counted(&set.changes) { self.words.units } else { self.words.own_units }.to_owned()),
            ("loses", loses.to_owned()),
        ];
        fill(words, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// What would change the verdict: first what cannot be changed.
    pub(super) fn outlook(&self, outlook: &Outlook, commune: &CommuneScore) -> Vec<(usize, String)> {
        let mut lines = self.unchangeable(outlook);
        if !commune.missing.is_empty() {
            lines.push((1, self.words.missing_first.to_owned()));
        }
        if !commune.withheld.is_empty() {
            lines.push((1, self.words.unscored_first.to_owned()));
        }
        if !matches!(commune.verdict, Verdict::Recognised | Verdict::Level(0)) {
            lines.extend(self.ways(outlook, commune));
        }
        if matches!(commune.verdict, Verdict::Recognised | Verdict::Level(_)) {
            lines.push((1, self.fall(outlook.fall.as_ref(), outlook.fall_search)));
            lines.extend(outlook.fall_by_total.as_ref().map(|set| (1, self.set(self.words.fall_by_total, set))));
        }
        lines
    }

    fn unchangeable(&self, outlook: &Outlook) -> Vec<(usize, String)> {
        let lang = self.layout.lang;
        let line = |(condition, fields): (u16, &[u16])| {
            let condition = self.layout.info.conditions.get(usize::from(condition))?;
            let criterion = self.layout.criterion_of(condition);
            let name =
                criterion.and_then(|at| Some(self.layout.criterion_name(at, self.layout.info.criteria.get(at)?)));
            let name = name.unwrap_or_else(|| condition.label.get(lang).to_owned());
            let figures: Vec<String> = fields.iter().map(|field| self.figure(*field)).collect();
            let label = if figures.is_empty() { name } else { format!("{name} ({})", figures.join("; ")) };
            Some((1, fill(self.words.unchangeable, &[("label", &label)])))
        };
        outlook.unchangeable.iter().filter_map(|one| line((one.condition, &one.fields))).collect()
    }

    fn ways(&self, outlook: &Outlook, commune: &CommuneScore) -> Vec<(usize, String)> {
        let whole = outlook.ways_search == Search::Whole;
        let Some((first, others)) = outlook.ways.split_first() else {
            let words = match whole {
                true if !commune.missing.is_empty() => self.words.no_way_missing,
                true if !commune.withheld.is_empty() => self.words.no_way_unscored,
                true => self.words.no_way,
                false => self.words.no_way_found,
            };
            return vec![(1, words.to_owned())];
        };
        let heading = if whole { self.words.ways } else { self.words.ways_cut_off };
        let mut lines = vec![(1, heading.to_owned()), (2, self.set(self.words.way, first))];
        if !others.is_empty() && whole {
            lines.push((1, self.words.other_ways.to_owned()));
        }
        lines.extend(others.iter().map(|way| (2, self.set(self.words.way, way))));
        lines
    }

    fn fall(&self, fall: Option<&ChangeSet>, search: Search) -> String {
        match (fall, search) {
            (Some(set), Search::Whole) => self.set(self.words.fall, set),
            (Some(set), Search::CutOff) => self.set(self.words.fall_cut_off, set),
            (None, search) => {
                let words = if search == Search::Whole { self.words.no_fall } else { self.words.no_fall_found };
                let levels = !self.layout.info.levels.is_empty();
                fill(words, &[("loses", if levels { self.words.loses_level } else { self.words.loses })])
            }
        }
    }

    /// `Children under 1: 98`.
    pub(super) fn figure(&self, field: u16) -> String {
        let lang = self.layout.lang;
        let at = usize::from(field);
        let label = self.layout.info.fields.get(at).map_or("", |field| field.label.get(lang));
        let figure = self.figures.get(at).and_then(Option::as_ref);
        format!("{label}: {}", figure.map_or(self.words.missing, |figure| figure.get(lang)))
    }
}

/// Points gained or lost, marked when they rest on a provisional figure.
pub(super) fn marked(points: Points, status: Status, lang: Lang) -> String {
    format!("{}{}", number::signed(points, lang), Layout::mark(status))
}

/// Whether only children, cases and answers change.
fn is_counted(changes: &[Change]) -> bool {
    changes.iter().all(|change| !matches!(change.kind, ChangeOf::Number(_)))
}

/// How much changes: children, cases and answers in one number, every other figure by its own: `3 + 0.1`.
pub(super) fn amount(changes: &[Change], size: u64, lang: Lang) -> String {
    if is_counted(changes) {
        return size.to_string();
    }
    let of_number = |change: &Change| match change.kind {
        ChangeOf::Number(digits) => Some((change.by.unsigned_abs(), digits)),
        ChangeOf::Count | ChangeOf::Answer => None,
    };
    let numbers: Vec<(u64, u8)> = changes.iter().filter_map(of_number).collect();
    let counted = numbers.iter().fold(size, |rest, (by, _)| rest.saturating_sub(*by));
    let counted = (counted > 0).then(|| counted.to_string());
    let shown = |(by, digits): (u64, u8)| {
        let by = Decimal::new(i64::try_from(by).unwrap_or(i64::MAX), digits).trimmed().to_string();
        lang.pick(by.replace('.', ","), by)
    };
    counted.into_iter().chain(numbers.into_iter().map(shown)).collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests {
    use super::{Change, ChangeOf, Lang, amount};
    use crate::lang::Text;

    fn change(by: i64, kind: ChangeOf) -> Change {
        Change { field: 0, from: Text::default(), to: Text::default(), by, kind }
    }

    #[test]
    fn tenths_are_no_children() {
        let (children, answer) = (change(-3, ChangeOf::Count), change(1, ChangeOf::Answer));
        let hours = change(-1, ChangeOf::Number(1));
        assert_eq!(amount(&[children.clone(), answer.clone()], 4, Lang::Vi), "4");
        assert_eq!(amount(std::slice::from_ref(&hours), 1, Lang::En), "0.1");
        assert_eq!(amount(&[children, hours, answer], 5, Lang::Vi), "4 + 0,1");
    }
}

//! What stands below a table: legends, counts, the most frequent reasons, and how far the figures are verified.

use super::column::class_letter;
use super::{Column, Layout};
use crate::lang::Lang;
use crate::render::tally;
use crate::render::words::{Words, fill};
use crate::result::{ConditionInfo, ConditionKind, CriterionState, Edition, StandardInfo, Status, Tally, Verdict};

/// Reasons and figures named in a footer.
const NAMED: usize = 5;

impl Layout<'_> {
    /// Explains letters, numbers and marks of the columns shown.
    pub(crate) fn legends(&self, columns: &[Column]) -> Vec<String> {
        let mut lines = Vec::new();
        if columns.contains(&Column::Class) {
            lines.extend(self.class_legend());
        }
        if columns.contains(&Column::Distance) {
            lines.push(format!("{}.", self.words.distance_legend));
        }
        if columns.contains(&Column::Total) && self.sheet.communes.iter().any(|c| c.total.is_some_and(|t| !t.complete))
        {
            lines.push(format!("{}.", self.words.interval_legend));
        }
        if columns.contains(&Column::ShortReasons) {
            lines.extend(self.criteria_named());
        }
        lines
    }

    /// Counts, the most frequent reasons, missing figures.
    pub(crate) fn summary(&self) -> Vec<String> {
        let tally = Tally::of(self.sheet);
        let mut lines = vec![tally::line(&tally, self.info, self.lang)];
        lines.extend(self.fails_because(&tally));
        lines.extend(self.most_missing(&tally));
        lines
    }

    /// How far the figures of the standard are verified, and what rests on assumptions.
    pub(crate) fn verification(&self) -> Vec<String> {
        let several = self.versions.len() > 1;
        let mut lines: Vec<String> = self.edition().into_iter().collect();
        lines.extend(self.versions.iter().map(|info| figures(info, several, self.lang)));
        lines.extend(self.provisional_note(&Tally::of(self.sheet)));
        lines
    }

    /// What a public edition does not say, and why; nothing for an internal one.
    pub(crate) fn edition(&self) -> Option<String> {
        let hides = self.info.hides.as_ref().filter(|_| self.sheet.edition == Edition::Public)?;
        let fields = hides.fields.iter().filter_map(|at| self.info.fields.get(usize::from(*at)));
        let list: Vec<&str> = fields.map(|field| field.label.get(self.lang)).collect();
        let (from, to) = (hides.from.to_string(), hides.to.to_string());
        let values =
            [("from", &*from), ("to", &to), ("fields", &list.join("; ")), ("reason", hides.reason.get(self.lang))];
        Some(fill(self.words.public_edition, &values))
    }

    /// Whether anything shown rests on a provisional figure.
    pub(crate) fn anything_provisional(&self) -> bool {
        let provisional = |status| status == Status::Provisional;
        self.versions.iter().flat_map(|info| &info.criteria).any(|criterion| provisional(criterion.status))
            || self.sheet.communes.iter().any(|c| provisional(c.status) || provisional(c.verdict_status))
    }

    /// `Loại địa bàn: A …; B ….`, only classes that occur.
    fn class_legend(&self) -> Option<String> {
        let occurs = |class: usize| self.sheet.communes.iter().any(|c| c.identity.class == Some(class));
        let list: Vec<String> = (self.info.classes.iter().enumerate())
            .filter(|(class, _)| occurs(*class))
            .map(|(class, label)| format!("{} {}", class_letter(class), label.label.get(self.lang)))
            .collect();
        (!list.is_empty()).then(|| format!("{}: {}.", self.words.class_legend, list.join("; ")))
    }

    /// Names of the criteria that failed or open conditions are about, for tables that show only their numbers.
    fn criteria_named(&self) -> Option<String> {
        let mut named = vec![false; self.info.criteria.len()];
        for commune in &self.sheet.communes {
            let (Verdict::NotRecognised(positions) | Verdict::Undetermined(positions)) = &commune.verdict else {
                continue;
            };
            let conditions = positions.iter().filter_map(|p| self.info.conditions.get(usize::from(*p)));
            for at in conditions.filter_map(|condition| self.criterion_of(condition)) {
                named[at] = true;
            }
        }
        let list: Vec<String> = (self.info.criteria.iter().enumerate())
            .filter(|(at, _)| named[*at])
            .map(|(at, info)| self.criterion_name(at, info))
            .collect();
        (!list.is_empty()).then(|| format!("{}.", list.join("; ")))
    }

    fn fails_because(&self, tally: &Tally) -> Option<String> {
        let conditions = || self.info.conditions.iter().zip(&tally.failed);
        let vetoes = conditions().filter(|(condition, _)| condition.kind != ConditionKind::Total);
        let names = most_frequent(vetoes.map(|(condition, n)| (self.condition_name(condition), *n)));
        let mut parts = vec![self.first_of(&names, NAMED, "; ")];
        let total = conditions().find(|(condition, n)| condition.kind == ConditionKind::Total && **n > 0);
        parts.extend(total.map(|(_, n)| {
            fill(self.words.total_below, &[("n", &n.to_string()), ("only", &tally.only_total.to_string())])
        }));
        parts.retain(|part| !part.is_empty());
        (!parts.is_empty()).then(|| fill(self.words.fails_because, &[("list", &parts.join("; "))]))
    }

    fn most_missing(&self, tally: &Tally) -> Option<String> {
        let fields = self.info.fields.iter().zip(&tally.missing);
        let list = most_frequent(fields.map(|(field, n)| (field.label.get(self.lang).to_owned(), *n)));
        (!list.is_empty()).then(|| fill(self.words.most_missing, &[("list", &self.first_of(&list, NAMED, "; "))]))
    }

    pub(crate) fn condition_name(&self, condition: &ConditionInfo) -> String {
        let criterion = self.criterion_of(condition).and_then(|at| Some((at, self.info.criteria.get(at)?)));
        match (criterion, condition.kind) {
            (Some((at, info)), ConditionKind::CriterionMinimum) => {
                fill(self.words.minimum_of, &[("criterion", &self.criterion_name(at, info))])
            }
            (Some((at, info)), _) => self.criterion_name(at, info),
            (None, _) => condition.label.get(self.lang).to_owned(),
        }
    }

    /// What the mark means, and how many verdicts rest on assumptions; nothing when there are none.
    fn provisional_note(&self, tally: &Tally) -> Option<String> {
        let in_any = self.versions.iter().any(|info| matches!(info.figures, [.., n] if n > 0));
        let totals = self.sheet.communes.iter().any(|c| c.total.is_some_and(|t| t.status == Status::Provisional));
        let any = in_any || tally.provisional > 0 || totals;
        let several = self.versions.len() > 1;
        let note = if several { self.words.provisional_note_of_several } else { self.words.provisional_note };
        any.then(|| provisional_note(note, self.info, tally.provisional, tally.communes))
    }

    /// Whether any criterion of any commune is in this state.
    pub(crate) fn has_state(&self, state: CriterionState) -> bool {
        self.sheet.communes.iter().any(|commune| commune.criteria.iter().any(|score| score.state == state))
    }
}

/// How many figures of a standard have each status; with the days they are in force where there are several versions.
pub(crate) fn figures(info: &StandardInfo, several: bool, lang: Lang) -> String {
    let words = Words::of(lang);
    let counted = Status::ALL.iter().zip(info.figures);
    let list: Vec<String> = counted.map(|(status, n)| format!("{n} {}", words.status(*status))).collect();
    let list = list.join(", ");
    if several {
        fill(words.figures_of, &[("days", &info.version.display(lang)), ("list", &list)])
    } else {
        fill(words.figures, &[("list", &list)])
    }
}

/// What the mark means, and how many of the verdicts on so many communes rest on assumptions.
pub(crate) fn provisional_note(note: &str, info: &StandardInfo, verdicts: usize, communes: usize) -> String {
    let [.., provisional] = info.figures;
    let numbers = [provisional, info.figures.iter().sum(), verdicts, communes].map(|n| n.to_string());
    let [figures, all_figures, verdicts, all_verdicts] = numbers.each_ref().map(String::as_str);
    let values =
        [("figures", figures), ("all_figures", all_figures), ("verdicts", verdicts), ("all_verdicts", all_verdicts)];
    fill(note, &values)
}

/// `name (count)`, highest counts first, without zeros; equal counts keep their order.
fn most_frequent(counted: impl Iterator<Item = (String, usize)>) -> Vec<String> {
    let mut found: Vec<(String, usize)> = counted.filter(|(_, n)| *n > 0).collect();
    found.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    found.into_iter().map(|(name, n)| format!("{name} ({n})")).collect()
}

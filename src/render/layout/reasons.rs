//! Why a commune has its verdict, and what is missing: vetoing criteria first, the total last.

use super::Layout;
use crate::quantity::Points;
use crate::render::words::fill;
use crate::result::{CommuneScore, ConditionInfo, ConditionKind, CriterionScore, Reason, Verdict};

/// Missing figures that are named before the rest is only counted.
const NAMED: usize = 3;

impl Layout<'_> {
    /// Each reason in words: failed conditions, or open ones.
    pub(crate) fn reasons(&self, commune: &CommuneScore) -> Vec<String> {
        let mut reasons = self.published_reasons(commune);
        reasons.extend(self.other_reasons(commune, reasons.is_empty()));
        reasons
    }

    /// That there are reasons a public edition does not give.
    fn other_reasons(&self, commune: &CommuneScore, are_all: bool) -> Option<String> {
        let words = if are_all { self.words.not_published } else { self.words.other_reasons };
        commune.not_published.reasons.then(|| words.to_owned())
    }

    fn published_reasons(&self, commune: &CommuneScore) -> Vec<String> {
        match &commune.verdict {
            Verdict::Recognised | Verdict::Level(_) | Verdict::NotPublished => Vec::new(),
            Verdict::NotRecognised(failed) => {
                self.conditions(commune, failed).into_iter().map(|c| self.failed_reason(c, commune)).collect()
            }
            Verdict::Undetermined(open) => {
                self.conditions(commune, open).into_iter().map(|c| self.open_reason(c, commune)).collect()
            }
        }
    }

    /// The same in a few characters: `TC 3, TC 5`.
    pub(crate) fn short_reasons(&self, commune: &CommuneScore) -> Vec<String> {
        let list = |positions: &[u16]| {
            let found = self.conditions(commune, positions).into_iter();
            found.map(|condition| self.short_condition(condition, commune)).collect::<Vec<_>>().join(", ")
        };
        let mut reasons = match &commune.verdict {
            Verdict::Recognised | Verdict::Level(_) | Verdict::NotPublished => Vec::new(),
            Verdict::NotRecognised(known) | Verdict::Undetermined(known)
                if known.is_empty() && commune.not_published.reasons =>
            {
                Vec::new()
            }
            Verdict::NotRecognised(failed) => vec![list(failed)],
            Verdict::Undetermined(_) if self.class_is_missing(commune) => vec![self.words.class_missing.to_owned()],
            Verdict::Undetermined(open) => vec![fill(self.words.waits_for, &[("list", &list(open))])],
        };
        reasons.extend(self.other_reasons(commune, reasons.is_empty()));
        reasons
    }

    /// Labels of the missing figures, then the items that could not be scored for another reason.
    pub(crate) fn missing(&self, commune: &CommuneScore) -> Vec<String> {
        let mut list = self.missing_fields(commune);
        list.extend(self.withheld(commune));
        list
    }

    /// Items that could not be scored for another reason than a missing figure, in words.
    pub(crate) fn withheld(&self, commune: &CommuneScore) -> Vec<String> {
        let items = self.withheld_items(commune).into_iter();
        items.map(|title| fill(self.words.item_withheld, &[("title", &title)])).collect()
    }

    fn missing_fields(&self, commune: &CommuneScore) -> Vec<String> {
        let fields = commune.missing.iter().filter_map(|field| self.info.fields.get(usize::from(*field)));
        fields.map(|field| field.label.get(self.lang).to_owned()).collect()
    }

    fn withheld_items(&self, commune: &CommuneScore) -> Vec<String> {
        let items: Vec<_> = self.info.criteria.iter().flat_map(|criterion| &criterion.items).collect();
        let withheld = commune.withheld.iter().filter_map(|item| items.get(usize::from(*item)));
        withheld.map(|item| item.title.get(self.lang).to_owned()).collect()
    }

    /// `Thiếu số liệu: …; …` and `Chưa chấm được: …`, or nothing when nothing is missing.
    pub(crate) fn missing_reasons(&self, commune: &CommuneScore) -> Vec<String> {
        let words = [self.words.figures_missing, self.words.items_withheld];
        let lists = [self.missing_fields(commune), self.withheld_items(commune)];
        let some = words.into_iter().zip(lists).filter(|(_, list)| !list.is_empty());
        some.map(|(words, list)| fill(words, &[("list", &self.first_of(&list, NAMED, "; "))])).collect()
    }

    /// `Thiếu 3 số liệu`, or nothing when nothing is missing.
    pub(crate) fn missing_counts(&self, commune: &CommuneScore) -> Vec<String> {
        let words = [self.words.figures_missing_count, self.words.items_withheld_count];
        let counts = [commune.missing.len(), commune.withheld.len()];
        let some = words.into_iter().zip(counts).filter(|(_, count)| *count > 0);
        some.map(|(words, count)| fill(words, &[("n", &count.to_string())])).collect()
    }

    /// Why an item has its outcome, in words.
    pub(crate) fn item_reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::MissingFigures(fields) => {
                let labels = fields.iter().filter_map(|field| self.info.fields.get(usize::from(*field)));
                let list: Vec<&str> = labels.map(|field| field.label.get(self.lang)).collect();
                fill(self.words.figures_missing, &[("list", &list.join("; "))])
            }
            Reason::MissingClass => self.words.class_missing.to_owned(),
            Reason::Empty => self.words.denominator_is_zero.to_owned(),
            Reason::Hidden => self.words.not_published.to_owned(),
            Reason::Gate(label) => fill(self.words.gate_not_met, &[("label", label.get(self.lang))]),
            Reason::Script(text) => text.get(self.lang).to_owned(),
            Reason::Failed(message) => fill(self.words.not_computed, &[("message", message.get(self.lang))]),
        }
    }

    /// The first few of a list, and how many more there are.
    pub(crate) fn first_of(&self, list: &[String], most: usize, separator: &str) -> String {
        let mut shown: Vec<String> = list.iter().take(most).cloned().collect();
        if let Some(more) = list.len().checked_sub(most).filter(|more| *more > 0) {
            shown.push(fill(self.words.and_more, &[("n", &more.to_string())]));
        }
        shown.join(separator)
    }

    /// Whether the class that selects the threshold is missing.
    pub(crate) fn class_is_missing(&self, commune: &CommuneScore) -> bool {
        commune.identity.class.is_none() && !self.info.classes.is_empty()
    }

    /// Position of the criterion a condition is about.
    pub(crate) fn criterion_of(&self, condition: &ConditionInfo) -> Option<usize> {
        match condition.kind {
            ConditionKind::CriterionAbove | ConditionKind::CriterionMinimum => {
                self.info.criteria.iter().position(|criterion| criterion.id == condition.id)
            }
            ConditionKind::Veto | ConditionKind::Gate | ConditionKind::Total => None,
        }
    }

    /// Conditions at these positions; a criterion that fails twice is named once.
    fn conditions(&self, commune: &CommuneScore, positions: &[u16]) -> Vec<&ConditionInfo> {
        let info = self.sheet.standard_of(commune);
        let mut found: Vec<&ConditionInfo> = Vec::with_capacity(positions.len());
        for condition in positions.iter().filter_map(|position| info.conditions.get(usize::from(*position))) {
            if found.iter().all(|other| other.id != condition.id) {
                found.push(condition);
            }
        }
        found
    }

    fn failed_reason(&self, condition: &ConditionInfo, commune: &CommuneScore) -> String {
        let label = condition.label.get(self.lang);
        match condition.kind {
            ConditionKind::CriterionAbove => self.criterion_reason(condition, commune),
            ConditionKind::CriterionMinimum => {
                format!("{}, {}", self.criterion_reason(condition, commune), self.words.below_minimum)
            }
            ConditionKind::Veto => label.to_owned(),
            ConditionKind::Gate => fill(self.words.gate_not_met, &[("label", label)]),
            ConditionKind::Total => self.total_reason(commune),
        }
    }

    fn open_reason(&self, condition: &ConditionInfo, commune: &CommuneScore) -> String {
        let label = condition.label.get(self.lang);
        match condition.kind {
            ConditionKind::CriterionAbove | ConditionKind::CriterionMinimum => {
                self.criterion_reason(condition, commune)
            }
            ConditionKind::Veto => fill(self.words.fact_open, &[("label", label)]),
            ConditionKind::Gate => fill(self.words.gate_not_met, &[("label", label)]),
            ConditionKind::Total if self.class_is_missing(commune) => self.words.class_missing.to_owned(),
            ConditionKind::Total => self.words.total_is_open.to_owned(),
        }
    }

    /// `TC 3 Trẻ em bị xâm hại = 0`, or its range when something is missing.
    fn criterion_reason(&self, condition: &ConditionInfo, commune: &CommuneScore) -> String {
        let Some(at) = self.criterion_of(condition) else { return condition.label.get(self.lang).to_owned() };
        let name = self.info.criteria.get(at).map_or_else(String::new, |info| self.criterion_name(at, info));
        commune.criteria.get(at).map_or_else(|| name.clone(), |score| format!("{name} {}", self.equals(score)))
    }

    fn equals(&self, score: &CriterionScore) -> String {
        if score.low == score.high {
            format!("=\u{a0}{}", score.low.display(self.lang))
        } else {
            format!("({})", super::number::range(score.low, score.high, self.lang))
        }
    }

    /// How far the total is from the threshold.
    fn total_reason(&self, commune: &CommuneScore) -> String {
        if commune.not_published.total {
            return self.words.total_below_threshold.to_owned();
        }
        let Some((points, exact)) = shortfall(commune) else { return self.words.total_in_no_level.to_owned() };
        let words = if exact { self.words.total_short_of } else { self.words.total_short_of_at_least };
        fill(words, &[("points", &points.display(self.lang))])
    }

    fn short_condition(&self, condition: &ConditionInfo, commune: &CommuneScore) -> String {
        match (self.criterion_of(condition), condition.kind) {
            (Some(at), _) => self.criterion_number(at),
            (None, ConditionKind::Total) => self.short_total(commune),
            (None, _) => condition.label.get(self.lang).to_owned(),
        }
    }

    fn short_total(&self, commune: &CommuneScore) -> String {
        let fails = matches!(commune.verdict, Verdict::NotRecognised(_));
        let Some((points, exact)) = shortfall(commune).filter(|_| fails) else {
            return self.words.total_word.to_owned();
        };
        let sign = if exact { "" } else { "≥\u{a0}" };
        fill(self.words.total_short_of_in_short, &[("points", &format!("{sign}{}", points.display(self.lang)))])
    }
}

/// Points missing to the threshold at best, and whether nothing missing can change them; `None` when there is no
/// threshold or it can be reached.
fn shortfall(commune: &CommuneScore) -> Option<(Points, bool)> {
    let (total, threshold) = (commune.total?, commune.threshold?);
    let points = threshold - total.high;
    (points > Points::ZERO).then_some((points, total.complete))
}

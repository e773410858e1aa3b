//! How a result comes about, in one line that a person can check with a pencil.

use super::case::{figure, of_criterion, of_item, of_total};
use crate::criteria::model::{ChangeKind, Combine, FieldIx, Indicator, ItemRule, Operand, Rate, Side, Standard};
use crate::lang::{Lang, Text};
use crate::quantity::{Ratio, Rounding};
use crate::result::{CaseSubject, ConditionKind, CriterionState, ItemScore, Measured, Reason, Unit, Verdict};
use crate::rules::{Assessment, Figures, RuleSet};

/// More digits of a value are never shown.
pub(super) const MOST_DIGITS: u8 = 9;

/// The figures of a commune or a case with what came out.
pub(super) struct Shown<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) given: &'a dyn Figures,
    pub(super) found: &'a Assessment,
    pub(super) names: Names,
}

/// Whether figures stand with their ids. A sheet that lists every figure with its label beside the arithmetic leaves
/// the ids out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    /// `under1_immunised 98 / under1 100`.
    Ids,
    /// `98 / 100`.
    None,
}

impl Names {
    fn before(self, name: &str, value: &str) -> String {
        match self {
            Self::Ids => format!("{name} {value}"),
            Self::None => value.to_owned(),
        }
    }
}

impl Shown<'_> {
    /// The arithmetic of one result, in both languages.
    pub(super) fn arithmetic(&self, subject: CaseSubject) -> Text {
        let of = |lang: Lang| match subject {
            CaseSubject::Item(c, i) => self.item(c, i, lang).unwrap_or_default(),
            CaseSubject::Criterion(c) => self.criterion(c, lang),
            CaseSubject::Total => self.total(lang),
            CaseSubject::Verdict | CaseSubject::Failed => self.verdict(lang),
        };
        Text { vi: of(Lang::Vi), en: of(Lang::En) }
    }

    /// `under1_immunised 98 / under1 100 = 98 % → ≥ 98 → 50`, as far as each part is known.
    fn item(&self, c: usize, i: usize, lang: Lang) -> Option<String> {
        let score = self.found.items.get(self.rules.item_position(c, i))?;
        let info = self.rules.info().criteria.get(c)?.items.get(i)?;
        let item = self.rules.standard().criteria.get(c)?.items.get(i)?;
        let mut parts = Vec::new();
        parts.extend(match (&item.rule, &score.measured) {
            (ItemRule::Scaled { indicator, .. }, Some(measured)) => {
                let rounding = self.rounding_on_the_line(c, i, measured.value);
                Some(self.measured(indicator, (measured, rounding), &info.unit, || self.figures(c, i, lang), lang))
            }
            _ => self.figures(c, i, lang),
        });
        let words = matches!(info.unit, Unit::YesNo | Unit::Choice(_));
        let step = score.step.and_then(|step| info.steps.get(usize::from(step))).filter(|_| !words);
        // "0 → ≤ 0" says nothing but 0.
        let is_zero = score.measured.as_ref().is_some_and(|measured| measured.value == Ratio::ZERO);
        let says_it = |range: &str| self.names == Names::None && range == "≤ 0" && is_zero;
        parts.extend(step.map(|step| step.range.get(lang)).filter(|range| !says_it(range)).map(str::to_owned));
        parts.extend(score.reason.as_deref().map(|reason| self.reason(reason, lang)));
        parts.push(of_item(score).shown(lang));
        Some(parts.join(" → "))
    }

    /// The rounding of the standard with as many more digits as it takes to stay on the line of the scale the value is
    /// on: 97.9955 % below 98 is not shown as 98 %.
    fn rounding_on_the_line(&self, c: usize, i: usize, value: Ratio) -> Rounding {
        let usual = self.rules.info().rounding;
        let Some(item) = self.rules.criteria.get(c).and_then(|criterion| criterion.items.get(i)) else { return usual };
        let line = |value: Ratio| item.line(value, self.given.class());
        let stays = |rounding: &Rounding| value.rounded(*rounding).is_some_and(|shown| line(shown) == line(value));
        (usual.digits..=MOST_DIGITS).map(|digits| Rounding { digits, ..usual }).find(stays).unwrap_or(usual)
    }

    /// The figures an item reads, each with its name.
    fn figures(&self, c: usize, i: usize, lang: Lang) -> Option<String> {
        if self.names == Names::None {
            return None;
        }
        let read = self.rules.criteria.get(c)?.items.get(i)?.fields_once();
        let named: Vec<String> = read.iter().filter_map(|field| self.figure(*field, lang)).collect();
        (!named.is_empty()).then(|| named.join(", "))
    }

    /// `under1 100`, when the case gives it.
    fn figure(&self, at: FieldIx, lang: Lang) -> Option<String> {
        let field = self.rules.standard().fields.get(at.0)?;
        Some(self.names.before(&field.id, &figure(field, self.given.figure(at)?).shown(lang)))
    }

    fn measured(
        &self,
        indicator: &Indicator,
        (measured, rounding): (&Measured, Rounding),
        unit: &Unit,
        figures: impl Fn() -> Option<String>,
        lang: Lang,
    ) -> String {
        let standard = self.rules.standard();
        let number = |ratio: Ratio| number_text(ratio, rounding, lang);
        let value = match unit {
            Unit::Per(per) => format!("{}{}", number(measured.value), per_words(*per, lang)),
            _ => number(measured.value),
        };
        let equals = if value.starts_with('≈') { value.clone() } else { format!("= {value}") };
        match (indicator, measured.counts) {
            (Indicator::Rate(rate, _), Some((n, over))) => {
                let [of, whole] = [rate.of, rate.over].map(|operand| name(standard, operand));
                let [n, over] = [self.names.before(of, &number(n)), self.names.before(whole, &number(over))];
                format!("{n} / {over} {equals}")
            }
            (Indicator::Change(change, _), Some((now, before))) => {
                let [of, since] = [change.of, change.since].map(|side| side_name(standard, side));
                let sign = if change.kind == ChangeKind::Difference { "−" } else { "/" };
                let [now, before] = [(of, now), (since, before)].map(|(name, n)| self.names.before(&name, &number(n)));
                format!("{now} {sign} {before} {equals}")
            }
            (_, Some((n, over))) => {
                let ratio = format!("{} / {} {equals}", number(n), number(over));
                figures().map_or_else(|| ratio.clone(), |named| format!("{named} → {ratio}"))
            }
            (Indicator::Value(Operand::Field(_), None) | Indicator::YesNo(_) | Indicator::Choice(_), _) => {
                self.of_fields(indicator, lang)
            }
            (Indicator::Value(operand @ Operand::Derived(_), _), _) => {
                let named = match self.names {
                    Names::Ids => format!("{} {equals}", name(standard, *operand)),
                    Names::None => value.clone(),
                };
                figures().map_or_else(|| named.clone(), |figures| format!("{figures} → {named}"))
            }
            (Indicator::YearsInARow(_), _) => format!("{} {equals}", self.of_fields(indicator, lang)),
            // A figure that is rounded before it meets the scale, or the value of a script.
            _ => figures().map_or_else(|| value.clone(), |figures| format!("{figures} → {value}")),
        }
    }

    fn of_fields(&self, indicator: &Indicator, lang: Lang) -> String {
        let fields: &[FieldIx] = match indicator {
            Indicator::Value(Operand::Field(field), _) | Indicator::YesNo(field) | Indicator::Choice(field) => {
                std::slice::from_ref(field)
            }
            Indicator::YearsInARow(fields) => fields,
            _ => &[],
        };
        fields.iter().filter_map(|field| self.figure(*field, lang)).collect::<Vec<_>>().join(", ")
    }

    fn reason(&self, reason: &Reason, lang: Lang) -> String {
        let missing = lang.pick("thiếu", "missing");
        match reason {
            Reason::MissingFigures(fields) => {
                let known = fields.iter().filter_map(|ix| self.rules.info().fields.get(usize::from(*ix)));
                // Labels have commas of their own.
                let (named, between): (Vec<&str>, _) = match self.names {
                    Names::Ids => (known.map(|field| field.id.as_str()).collect(), ", "),
                    Names::None => (known.map(|field| field.label.get(lang)).collect(), "; "),
                };
                format!("{missing} {}", named.join(between))
            }
            Reason::MissingClass if self.names == Names::Ids => format!("{missing} area_class"),
            Reason::MissingClass => lang.pick("thiếu loại địa bàn", "missing area class").to_owned(),
            Reason::Empty => "0/0".to_owned(),
            Reason::Hidden => String::new(),
            // The label says what has to hold; it does not.
            Reason::Gate(label) => {
                lang.pick(format!("không đạt: {}", label.get(lang)), format!("not met: {}", label.get(lang)))
            }
            Reason::Failed(text) => text.get(lang).to_owned(),
            Reason::Script(text) => text.get(lang).to_owned(),
        }
    }

    /// `injury.rate 35 + injury.deaths 40 = 75`.
    fn criterion(&self, c: usize, lang: Lang) -> String {
        let (Some(criterion), Some(score)) = (self.rules.standard().criteria.get(c), self.found.criteria.get(c)) else {
            return String::new();
        };
        let items = criterion.items.iter().enumerate().filter_map(|(i, item)| {
            let found: &ItemScore = self.found.items.get(self.rules.item_position(c, i))?;
            Some(self.names.before(&item.id, &of_item(found).shown(lang)))
        });
        let sign = if matches!(criterion.combine, Combine::Sum | Combine::CappedSum) { " + " } else { "; " };
        let parts = items.collect::<Vec<_>>().join(sign);
        let combined = match criterion.combine {
            Combine::Sum => parts,
            Combine::CappedSum => format!("{parts}, ≤ {}", criterion.points.value.display(lang)),
            Combine::Min => format!("min({parts})"),
            Combine::Max => format!("max({parts})"),
            Combine::Script(_) => format!("fn points({parts})"),
        };
        let result = of_criterion(score).shown(lang);
        if score.state != CriterionState::Zeroed {
            return format!("{combined} = {result}");
        }
        let facts = criterion.zero_when.iter().zip(self.rules.criteria.get(c).map_or(&[][..], |rule| &rule.zero_when));
        let holds = facts.filter(|(_, rule)| matches!(rule.holds(&self.given), Ok(true)));
        let labels: Vec<&str> = holds.map(|(fact, _)| fact.label.get(lang)).collect();
        format!("{combined} → {} → {result}", labels.join("; "))
    }

    fn criteria(&self, lang: Lang) -> String {
        let criteria = self.rules.info().criteria.iter().zip(&self.found.criteria);
        let named = criteria.map(|(info, score)| self.names.before(&info.id, &of_criterion(score).shown(lang)));
        named.collect::<Vec<_>>().join(if self.rules.total.script.is_some() { "; " } else { " + " })
    }

    fn total(&self, lang: Lang) -> String {
        format!("{} = {}", self.criteria(lang), of_total(&self.found.total).shown(lang))
    }

    /// The total against its threshold, and every condition that fails or is open.
    fn verdict(&self, lang: Lang) -> String {
        let mut parts = vec![self.total(lang)];
        let total = &self.found.total;
        if let Some(threshold) = self.found.threshold {
            let sign = match (total.low >= threshold, total.high < threshold) {
                (true, _) => "≥",
                (_, true) => "<",
                _ => "?",
            };
            let total = of_total(total).shown(lang);
            parts.push(format!("{total} {sign} {}", threshold.display(lang)));
        }
        let (words, positions) = match &self.found.verdict {
            Verdict::NotRecognised(failed) => (lang.pick("không đạt", "failed"), failed.as_slice()),
            Verdict::Undetermined(open) => (lang.pick("chưa xác định", "open"), open.as_slice()),
            Verdict::Recognised | Verdict::Level(_) | Verdict::NotPublished => ("", &[][..]),
        };
        let info = self.rules.info();
        let conditions = positions.iter().filter_map(|at| info.conditions.get(usize::from(*at)));
        let mut ids: Vec<&str> = conditions.filter(|c| c.kind != ConditionKind::Total).map(|c| c.id.as_str()).collect();
        ids.dedup();
        if !ids.is_empty() {
            parts.push(format!("{words}: {}", ids.join(", ")));
        }
        parts.join(" → ")
    }
}

fn name(standard: &Standard, operand: Operand) -> &str {
    match operand {
        Operand::Field(field) => standard.fields.get(field.0).map_or("", |field| &field.id),
        Operand::Derived(derived) => standard.derived.get(derived.0).map_or("", |derived| &derived.id),
    }
}

fn side_name(standard: &Standard, side: Side) -> String {
    match side {
        Side::Plain(operand) => name(standard, operand).to_owned(),
        Side::Rate(Rate { of, over, .. }) => format!("{}/{}", name(standard, of), name(standard, over)),
    }
}

/// Rounded for display; `≈` when that is not the exact value, which is the one that meets the scale.
pub(super) fn number_text(exact: Ratio, rounding: Rounding, lang: Lang) -> String {
    let text = exact.display(rounding).unwrap_or_default();
    let mark = if exact.rounded(rounding) == Some(exact) { "" } else { "≈ " };
    format!("{mark}{}", lang.pick(text.replace('.', ","), text))
}

fn per_words(per: i64, lang: Lang) -> String {
    if per == 100 {
        return "\u{a0}%".to_owned();
    }
    format!(" {} {per}", lang.pick("trên", "per"))
}

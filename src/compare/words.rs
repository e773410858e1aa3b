//! The values of a standard in words, and what they are compared by.

use super::scale;
use crate::criteria::model::{
    AgencyIx, Bound, ChangeKind, ClassIx, Figure, Indicator, Minimum, Operand, Rate, Side as ChangeSide, Standard,
    range,
};
use crate::lang::{Lang, Text};
use crate::quantity::{Points, Rounding};

/// One of the two standards, with the ids its fields, classes and agencies have in the new one.
pub(super) struct Side<'a> {
    pub(super) standard: &'a Standard,
    pub(super) fields: Vec<String>,
    pub(super) derived: Vec<String>,
    pub(super) classes: Vec<String>,
    pub(super) agencies: Vec<String>,
}

pub(super) fn points(points: Points) -> Text {
    Text::of(points.display(Lang::Vi), points.display(Lang::En))
}

pub(super) fn minimum(minimum: Minimum) -> Text {
    match minimum {
        Minimum::Points(least) => points(least),
        Minimum::Share(share) => {
            let share = share.trimmed().words();
            Text::of(format!("{} % điểm tối đa", share.vi), format!("{}% of the maximum", share.en))
        }
    }
}

pub(super) fn yes(yes: bool) -> Text {
    if yes { Text::of("có", "yes") } else { Text::of("không", "no") }
}

/// The range of a fact or a level: `> 5`, `có`.
pub(super) fn ends(from: Bound, to: Bound, indicator: Option<&Indicator>, standard: &Standard) -> Text {
    indicator.map_or_else(|| range(from, to), |indicator| standard.range_in_words(indicator, from, to))
}

/// Two ends by their values.
pub(super) fn ends_key(from: Bound, to: Bound) -> String {
    format!("{} {}", scale::key(from), scale::key(to))
}

impl Side<'_> {
    pub(super) fn class(&self, class: ClassIx) -> (String, Text) {
        let label = self.standard.classes.get(class.0).map(|class| class.label.clone());
        (self.classes.get(class.0).cloned().unwrap_or_default(), label.unwrap_or_default())
    }

    pub(super) fn agency(&self, agency: Option<AgencyIx>) -> (String, Text) {
        let Some(agency) = agency else { return (String::new(), Text::same("–")) };
        let label = self.standard.agencies.get(agency.0).map(|agency| agency.label.clone());
        (self.agencies.get(agency.0).cloned().unwrap_or_default(), label.unwrap_or_default())
    }

    /// By its id in the new standard.
    pub(super) fn operand(&self, operand: Operand) -> String {
        match operand {
            Operand::Field(field) => self.fields.get(field.0).cloned().unwrap_or_default(),
            Operand::Derived(derived) => self.derived.get(derived.0).cloned().unwrap_or_default(),
        }
    }

    pub(super) fn label(&self, operand: Operand) -> Text {
        let label = match operand {
            Operand::Field(field) => self.standard.fields.get(field.0).map(|field| &field.label),
            Operand::Derived(derived) => self.standard.derived.get(derived.0).map(|derived| &derived.label),
        };
        label.cloned().unwrap_or_default()
    }

    /// An indicator by the ids it names, and in words; without its rounding and its rule at 0/0.
    pub(super) fn indicator(&self, indicator: &Indicator) -> (String, Text) {
        match indicator {
            Indicator::Rate(rate, _) => self.rate(*rate),
            Indicator::Value(operand, _) => (self.operand(*operand), self.label(*operand)),
            Indicator::YesNo(field) | Indicator::Choice(field) => {
                (self.operand(Operand::Field(*field)), self.label(Operand::Field(*field)))
            }
            Indicator::Change(change, _) => {
                let (of, since) = (self.side(change.of), self.side(change.since));
                change_of(change.kind, &of, &since)
            }
            Indicator::YearsInARow(fields) => {
                let ids: Vec<String> = fields.iter().map(|field| self.operand(Operand::Field(*field))).collect();
                let labels: Vec<Text> = fields.iter().map(|field| self.label(Operand::Field(*field))).collect();
                let join = |lang| labels.iter().map(|label| label.get(lang)).collect::<Vec<_>>().join(", ");
                let words = Text::of(
                    format!("số năm liên tục: {}", join(Lang::Vi)),
                    format!("years in a row: {}", join(Lang::En)),
                );
                (format!("row {}", ids.join(" ")), words)
            }
            Indicator::Script(..) => ("script".to_owned(), Text::of("tập lệnh", "script")),
        }
    }

    fn side(&self, side: ChangeSide) -> (String, Text) {
        match side {
            ChangeSide::Plain(operand) => (self.operand(operand), self.label(operand)),
            ChangeSide::Rate(rate) => {
                let (key, words) = self.rate(rate);
                (format!("({key})"), Text::of(format!("({})", words.vi), format!("({})", words.en)))
            }
        }
    }

    fn rate(&self, rate: Rate) -> (String, Text) {
        let (of, over) = (self.label(rate.of), self.label(rate.over));
        let words = |lang| format!("{} / {}{}", of.get(lang), over.get(lang), times(rate.per));
        let key = format!("{} / {} * {}", self.operand(rate.of), self.operand(rate.over), rate.per);
        (key, Text::of(words(Lang::Vi), words(Lang::En)))
    }
}

fn times(per: i64) -> String {
    if per == 1 { String::new() } else { format!(" × {per}") }
}

/// The rounding of an indicator.
pub(super) fn rounding_of(indicator: &Indicator) -> Option<&Figure<Rounding>> {
    match indicator {
        Indicator::Rate(_, round)
        | Indicator::Value(_, round)
        | Indicator::Change(_, round)
        | Indicator::Script(_, round) => round.as_ref(),
        Indicator::YesNo(_) | Indicator::Choice(_) | Indicator::YearsInARow(_) => None,
    }
}

fn change_of(kind: ChangeKind, of: &(String, Text), since: &(String, Text)) -> (String, Text) {
    match kind {
        ChangeKind::Difference => (
            format!("{} - {}", of.0, since.0),
            Text::of(format!("{} − {}", of.1.vi, since.1.vi), format!("{} − {}", of.1.en, since.1.en)),
        ),
        ChangeKind::Ratio { per } => (
            format!("{} / {} * {per}", of.0, since.0),
            Text::of(
                format!("{} / {}{}", of.1.vi, since.1.vi, times(per)),
                format!("{} / {}{}", of.1.en, since.1.en, times(per)),
            ),
        ),
    }
}

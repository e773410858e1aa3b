//! Values at an edge of a scale, and the nearest ones beside it.

use crate::criteria::model::{Bound, FieldIx, FieldKind, Indicator, ItemRule, Operand, Side, Standard, Step};
use crate::lang::Text;
use crate::quantity::{Decimal, Ratio};
use crate::result::Detail;
use crate::rules::item::ItemRuleSet;
use crate::rules::{ClassIx, Figures};

/// A value to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Exactly this.
    At(Decimal),
    /// Below this, and one unit of one figure more or less reaches or crosses it: for a rate n / N no n with the same N
    /// lies between.
    Below(Decimal),
    /// Above it, likewise.
    Above(Decimal),
}

impl Edge {
    pub(super) fn label(self) -> Text {
        let of = |vi: &str, en: &str, edge: Decimal| Text {
            vi: format!("{vi} {}", edge.to_string().replace('.', ",")),
            en: format!("{en} {edge}"),
        };
        match self {
            Self::At(edge) => of("đúng", "exactly", edge),
            Self::Below(edge) => of("sát dưới", "just below", edge),
            Self::Above(edge) => of("sát trên", "just above", edge),
        }
    }

    /// Whether a value lies on this side of the edge.
    fn is_on_side(self, value: Ratio) -> bool {
        match self {
            Self::At(edge) => value.compare(edge).is_eq(),
            Self::Below(edge) => value.compare(edge).is_lt(),
            Self::Above(edge) => value.compare(edge).is_gt(),
        }
    }

    /// Whether the value of an item is this one.
    pub(super) fn is_reached<F: Figures>(self, item: &ItemRuleSet, rule: &ItemRule, figures: &F, value: Ratio) -> bool {
        if !self.is_on_side(value) {
            return false;
        }
        matches!(self, Self::At(_)) || self.has_nothing_between(item, rule, figures)
    }

    fn has_nothing_between<F: Figures>(self, item: &ItemRuleSet, rule: &ItemRule, figures: &F) -> bool {
        let mut fields = Vec::new();
        moved_by(item, rule, &mut fields);
        fields.iter().any(|field| {
            [-1, 1].into_iter().any(|by| {
                let moved = item.score(&Moved { figures, field: *field, by }, Detail::Items);
                moved.measured.is_some_and(|measured| !self.is_on_side(measured.value))
            })
        })
    }
}

/// Figures of which one is one unit more or less.
struct Moved<'a, F> {
    figures: &'a F,
    field: FieldIx,
    by: i64,
}

impl<F: Figures> Figures for Moved<'_, F> {
    fn figure(&self, field: FieldIx) -> Option<i64> {
        let figure = self.figures.figure(field)?;
        if field == self.field { figure.checked_add(self.by) } else { Some(figure) }
    }

    fn class(&self) -> Option<ClassIx> {
        self.figures.class()
    }
}

/// The figures a person would move to come nearer to an edge: of a rate the numerator, of a change the newer figure.
fn moved_by(item: &ItemRuleSet, rule: &ItemRule, into: &mut Vec<FieldIx>) {
    let ItemRule::Scaled { indicator, .. } = rule else { return };
    let operand = match indicator {
        Indicator::Rate(rate, _) => rate.of,
        Indicator::Change(change, _) => match change.of {
            Side::Plain(operand) => operand,
            Side::Rate(rate) => rate.of,
        },
        _ => return item.fields(into),
    };
    match operand {
        Operand::Field(field) => into.push(field),
        Operand::Derived(_) => item.fields(into),
    }
}

/// The last value below and the first value above each border between two neighbouring steps, lowest first.
pub(super) fn borders(steps: &[Step], digits: Option<u8>) -> Vec<Edge> {
    let mut sorted: Vec<&Step> = steps.iter().collect();
    sorted.sort_by_key(|step| lower(step.from));
    let on_grid = |edge: Decimal| digits.is_none_or(|digits| edge.to_scale(digits).is_some());
    let mut edges = Vec::new();
    for pair in sorted.windows(2) {
        let [low, high] = pair else { continue };
        edges.extend(match low.to {
            Bound::Included(edge) if on_grid(edge) => Some(Edge::At(edge)),
            Bound::Included(edge) | Bound::Excluded(edge) => Some(Edge::Below(edge)),
            Bound::Open => None,
        });
        edges.extend(match high.from {
            Bound::Included(edge) if on_grid(edge) => Some(Edge::At(edge)),
            Bound::Included(edge) | Bound::Excluded(edge) => Some(Edge::Above(edge)),
            Bound::Open => None,
        });
    }
    edges.dedup();
    edges
}

/// Steps without a lower end come first.
fn lower(bound: Bound) -> Option<(Ratio, bool)> {
    match bound {
        Bound::Open => None,
        Bound::Included(edge) => Some((Ratio::from(edge), false)),
        Bound::Excluded(edge) => Some((Ratio::from(edge), true)),
    }
}

/// Digits of the values an indicator can have; `None` where every value between two others is possible.
pub(super) fn digits(standard: &Standard, indicator: &Indicator) -> Option<u8> {
    let of_field = |field: FieldIx| standard.fields.get(field.0).map(|field| field.kind.digits());
    let rounded = match indicator {
        Indicator::Rate(_, round)
        | Indicator::Value(_, round)
        | Indicator::Change(_, round)
        | Indicator::Script(_, round) => round.as_ref(),
        _ => None,
    };
    match (rounded, indicator) {
        (Some(figure), _) => Some(figure.value.digits),
        (None, Indicator::Value(Operand::Field(field), _)) => of_field(*field),
        (None, Indicator::YearsInARow(_) | Indicator::YesNo(_) | Indicator::Choice(_)) => Some(0),
        _ => None,
    }
}

/// Whether a field holds a number.
pub(super) const fn is_number(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Count | FieldKind::Percent { .. } | FieldKind::Decimal { .. })
}

//! Figures of a case as their fields hold them.

use super::Places;
use crate::criteria::findings::At;
use crate::criteria::model::{Field, FieldIx, FieldKind};
use crate::criteria::raw::{RawCase, RawGiven};
use crate::diag::{Note, Problem, Shape, Span};
use crate::quantity::{Decimal, Ratio};

/// Types of fields a case can give.
pub(super) const TYPES: [&str; 5] = ["count", "yes-no", "percent", "decimal", "choice"];

/// A figure as its field holds it.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) field: FieldIx,
    pub(super) value: i64,
    pub(super) span: Span,
    /// Whether the case gives it itself.
    pub(super) own: bool,
}

impl Places<'_> {
    /// What a case gives itself; `None` when a figure is faulty.
    pub(super) fn own(&self, raw: &RawCase) -> Option<Vec<Held>> {
        let mut given = Vec::new();
        let mut whole = true;
        for (id, figure) in &raw.given {
            let read = self.scope.field(id, &TYPES).and_then(|field| {
                let value = self.held(self.scope.field_at(field)?, figure)?;
                Some(Held { field, value, span: figure.span.clone(), own: true })
            });
            whole &= read.is_some();
            given.extend(read);
        }
        whole.then_some(given)
    }

    /// The integer a cell of the field would hold.
    fn held(&self, field: &Field, raw: &At<RawGiven>) -> Option<i64> {
        match (&field.kind, &raw.value) {
            (FieldKind::YesNo, RawGiven::YesNo(yes)) => Some(i64::from(*yes)),
            (FieldKind::Choice(choices), RawGiven::Word(word)) => {
                let known: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
                crate::criteria::check::scale::choice_position(
                    self.scope,
                    &known,
                    &At::new(word.clone(), raw.span.clone()),
                )
            }
            (
                kind @ (FieldKind::Count | FieldKind::Percent { .. } | FieldKind::Decimal { .. }),
                RawGiven::Number(n),
            ) => {
                let held = n.to_scale(kind.digits());
                if held.is_none() {
                    self.refused(field, raw);
                }
                self.within(field, *n, &raw.span);
                held
            }
            _ => {
                self.refused(field, raw);
                None
            }
        }
    }

    fn refused(&self, field: &Field, raw: &At<RawGiven>) {
        let expected = match field.kind {
            FieldKind::Count => Shape::Whole,
            FieldKind::YesNo => Shape::Boolean,
            FieldKind::Percent { .. } | FieldKind::Decimal { .. } => Shape::Number,
            FieldKind::Choice(_) | FieldKind::Text => Shape::Text,
        };
        let found = self.scope.f.written(&raw.span).to_owned();
        self.scope.f.at(&raw.span, Problem::CaseBadFigure { field: field.id.clone(), found, expected });
    }

    fn within(&self, field: &Field, value: Decimal, span: &Span) {
        let exact = Ratio::from(value);
        let from_zero = matches!(field.kind, FieldKind::Count | FieldKind::Percent { .. });
        let percent = matches!(field.kind, FieldKind::Percent { .. });
        let limits = [
            (from_zero && exact < Ratio::ZERO).then(|| "≥ 0".to_owned()),
            (percent && exact.compare(Decimal::whole(100)).is_gt()).then(|| "≤ 100".to_owned()),
            field.at_least.filter(|least| exact.compare(*least).is_lt()).map(|least| format!("≥ {least}")),
            field.above.filter(|above| exact.compare(*above).is_le()).map(|above| format!("> {above}")),
        ];
        if let Some(limit) = limits.into_iter().flatten().next() {
            self.out_of_bounds(field, value, limit, span, None);
        }
    }

    /// Reports a figure of this case, or one of its base, above the figure it is part of.
    pub(super) fn at_most(&self, held: &Held, all: &[Held]) {
        let Some(field) = self.scope.field_at(held.field) else { return };
        for limit in &field.at_most {
            let other = all.iter().find(|other| other.field == *limit);
            let (Some(most), Some(other)) = (other, self.scope.field_at(*limit)) else { continue };
            if !(held.own || most.own) {
                continue;
            }
            let value = Decimal::new(held.value, field.kind.digits());
            let (place, most) = (&most.span, Decimal::new(most.value, other.kind.digits()));
            if Ratio::from(value) > Ratio::from(most) {
                self.out_of_bounds(field, value, format!("≤ {} ({most})", other.id), &held.span, Some(place));
            }
        }
    }

    fn out_of_bounds(&self, field: &Field, found: Decimal, limit: String, span: &Span, other: Option<&Span>) {
        let problem = Problem::CaseOutOfBounds { field: field.id.clone(), found: found.to_string(), limit };
        match other {
            Some(other) => self.scope.f.with(span, problem, other, Note::ComparedWith),
            None => self.scope.f.at(span, problem),
        }
    }
}

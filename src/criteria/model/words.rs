//! Ranges of values in words, for scales and facts.

use super::{Bound, FieldKind, Indicator, Standard};
use crate::lang::Text;
use crate::quantity::Decimal;

impl Standard {
    /// A range of what an indicator measures: symbols such as `95 ≤ … < 98`, `có` or `không`, the label of a choice.
    #[must_use]
    pub fn range_in_words(&self, indicator: &Indicator, from: Bound, to: Bound) -> Text {
        match (indicator, from) {
            (Indicator::YesNo(_), Bound::Included(edge)) if edge.mantissa() == 0 => Text::of("không", "no"),
            (Indicator::YesNo(_), _) => Text::of("có", "yes"),
            (Indicator::Choice(field), Bound::Included(edge)) => {
                let Some(FieldKind::Choice(choices)) = self.fields.get(field.0).map(|field| &field.kind) else {
                    return range(from, to);
                };
                let choice = usize::try_from(edge.mantissa()).ok().and_then(|at| choices.get(at));
                choice.map(|choice| choice.label.clone()).unwrap_or_default()
            }
            _ => range(from, to),
        }
    }
}

/// A range in symbols, with the decimal mark of each language.
#[must_use]
pub fn range(from: Bound, to: Bound) -> Text {
    let en = match (from, to) {
        (Bound::Open, Bound::Open) => "…".to_owned(),
        (Bound::Included(a), Bound::Included(b)) if same(a, b) => format!("= {a}"),
        (Bound::Included(a), Bound::Open) => format!("≥ {a}"),
        (Bound::Excluded(a), Bound::Open) => format!("> {a}"),
        (Bound::Open, Bound::Included(b)) => format!("≤ {b}"),
        (Bound::Open, Bound::Excluded(b)) => format!("< {b}"),
        (from, to) => format!("{} … {}", lower(from), upper(to)),
    };
    Text { vi: en.replace('.', ","), en }
}

fn same(a: Decimal, b: Decimal) -> bool {
    a.trimmed() == b.trimmed()
}

fn lower(bound: Bound) -> String {
    match bound {
        Bound::Included(edge) => format!("{edge} ≤"),
        Bound::Excluded(edge) => format!("{edge} <"),
        Bound::Open => String::new(),
    }
}

fn upper(bound: Bound) -> String {
    match bound {
        Bound::Included(edge) => format!("≤ {edge}"),
        Bound::Excluded(edge) => format!("< {edge}"),
        Bound::Open => String::new(),
    }
}

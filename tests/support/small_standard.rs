//! Small standards built in code: fields and classes as a test wants them, no rule at all.
#![allow(dead_code, reason = "each test file uses some of it")]

use cfc::criteria::model::{
    Date, Field, FieldIx, FieldKind, Figure, Named, Origin, Recognition, Signs, Standard, Status, Threshold, Version,
};
use cfc::diag::Source;
use cfc::lang::Text;
use cfc::quantity::{Decimal, Points, Rounding, RoundingMode};
use cfc::table::check::Wanted;

/// A field without limits.
pub(crate) fn field(id: &str, vi: &str, en: &str, kind: FieldKind) -> Field {
    Field {
        id: id.to_owned(),
        label: Text { vi: vi.to_owned(), en: en.to_owned() },
        kind,
        unit: None,
        supplied_by: Vec::new(),
        definition: None,
        at_most: Vec::new(),
        signs: Signs::default(),
        sensitive: false,
        at_least: None,
        above: None,
        changeable: None,
        last_year_of: None,
        varies_by_year: false,
        span: 0..0,
    }
}

/// A count.
pub(crate) fn count(id: &str, vi: &str, en: &str) -> Field {
    field(id, vi, en, FieldKind::Count)
}

/// The same field, never above another.
pub(crate) fn at_most(mut field: Field, others: &[usize]) -> Field {
    field.at_most = others.iter().map(|at| FieldIx(*at)).collect();
    field
}

/// The same field, above a figure.
pub(crate) fn above(mut field: Field, figure: Decimal) -> Field {
    field.above = Some(figure);
    field
}

/// The same field, at least a figure.
pub(crate) fn at_least(mut field: Field, figure: Decimal) -> Field {
    field.at_least = Some(figure);
    field
}

/// An id with a label.
pub(crate) fn named(id: &str, vi: &str, en: &str) -> Named {
    Named { id: id.to_owned(), label: Text { vi: vi.to_owned(), en: en.to_owned() } }
}

/// A standard with these fields and area classes; commune codes have five digits.
pub(crate) fn standard(fields: Vec<Field>, classes: Vec<Named>) -> Standard {
    Standard {
        id: "small".to_owned(),
        title: Text::same("Tiêu chuẩn thử"),
        citation: "Tiêu chuẩn thử".to_owned(),
        in_force_from: Date { year: 2020, month: 1, day: 1 },
        in_force_until: None,
        version: Version { from: Date { year: 2020, month: 1, day: 1 }, until: None },
        assessed_on: None,
        annual_form: None,
        total_points: figure(Points::whole(100)),
        rounding: Rounding { digits: 2, mode: RoundingMode::HalfUp },
        points_rounding: None,
        code_digits: Some(5),
        agencies: Vec::new(),
        fields,
        derived: Vec::new(),
        relations: Vec::new(),
        classes,
        criteria: Vec::new(),
        recognition: Recognition {
            threshold: Some(Threshold::Same(figure(Points::whole(50)))),
            every_criterion_above: None,
            every_criterion_at_least: None,
            vetoes: Vec::new(),
            gates: Vec::new(),
            levels: Vec::new(),
            total_script: None,
        },
        publication: None,
        scripts: Vec::new(),
        cases: Vec::new(),
        source: Source::new("small.toml", ""),
    }
}

fn figure<T>(value: T) -> Figure<T> {
    let origin = Origin { status: Status::Provisional, evidence: "thử".to_owned(), confirmed: None, span: 0..0 };
    Figure { value, origin }
}

/// Every field is wanted, by an item called after it.
pub(crate) fn all_wanted(standard: &Standard) -> Wanted<'_> {
    let items_of = standard.fields.iter().map(|field| vec![format!("item.{}", field.id)]).collect();
    Wanted { standard, years: None, items_of }
}

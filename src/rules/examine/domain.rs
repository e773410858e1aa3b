//! What a parameter can be, from the types and limits of the fields behind it.

use crate::criteria::model::{Combine, Criterion, Field, FieldIx, FieldKind, Operator};
use crate::quantity::{Points, Ratio};
use crate::rules::RuleSet;
use crate::rules::call::Parameter;
use crate::rules::extent::Extent;
use crate::rules::operand::{Node, Value};
use crate::rules::scripts::{Belongs, Site};

/// What each parameter of a script can be where it is used.
pub(super) fn of_parameters(rules: &RuleSet, site: &Site<'_>) -> Vec<Extent> {
    let parts = of_parts(rules, site.belongs);
    let of = |parameter: &Parameter| match parameter {
        Parameter::Value(Value::Field(field, _)) => of_field(rules, *field),
        Parameter::Value(Value::Formula(node)) => of_formula(rules, node),
        Parameter::Figure(number) => Extent::exactly(*number),
        Parameter::Part(part) => parts.get(*part).copied().unwrap_or(Extent::ANY),
        Parameter::Truth(_) | Parameter::Word(..) => Extent::ANY,
    };
    site.call.parameters.iter().map(of).collect()
}

fn of_field(rules: &RuleSet, field: FieldIx) -> Extent {
    rules.standard.fields.get(field.0).map_or(Extent::ANY, limits)
}

/// The range of a field. A limit that does not belong to it (`above`) counts as if it did.
pub(super) fn limits(field: &Field) -> Extent {
    let own = field.at_least.into_iter().chain(field.above).map(Ratio::from).max();
    let zero = Some(Ratio::ZERO);
    let from_zero = own.map_or(zero, |own| Some(own.max(Ratio::ZERO)));
    match field.kind {
        FieldKind::Count => Extent { low: from_zero, high: None },
        FieldKind::Percent { .. } => Extent { low: from_zero, high: Some(Ratio::whole(100)) },
        FieldKind::Decimal { .. } => Extent { low: own, high: None },
        FieldKind::YesNo | FieldKind::Choice(_) | FieldKind::Text => Extent::ANY,
    }
}

fn of_formula(rules: &RuleSet, node: &Node) -> Extent {
    match node {
        Node::Number(number) => Extent::exactly(*number),
        Node::Field(field, _) => of_field(rules, *field),
        Node::Binary(a, operator, b) => {
            let (a, b) = (of_formula(rules, a), of_formula(rules, b));
            match operator {
                Operator::Plus => a.plus(b),
                Operator::Minus => a.minus(b),
                Operator::Times => a.times(b),
                Operator::Over => a.over(b),
            }
        }
    }
}

/// Points that a script gets: of the items of its criterion, or of all criteria and then all items.
fn of_parts(rules: &RuleSet, belongs: Belongs<'_>) -> Vec<Extent> {
    let standard = &rules.standard;
    let items = |criterion: &Criterion| -> Vec<Extent> {
        criterion.items.iter().map(|item| between(item.least, item.most)).collect()
    };
    match belongs {
        Belongs::Item(..) | Belongs::Fact => Vec::new(),
        Belongs::Criterion(ix) => standard.criteria.get(ix).map(items).unwrap_or_default(),
        Belongs::Total => {
            let criteria = standard.criteria.iter().map(of_criterion);
            criteria.chain(standard.criteria.iter().flat_map(items)).collect()
        }
    }
}

fn of_criterion(criterion: &Criterion) -> Extent {
    let bonus: Points = criterion.items.iter().filter(|item| item.bonus).map(|item| item.most).sum();
    let most = match criterion.combine {
        Combine::Sum | Combine::Min | Combine::Max => criterion.points.value + bonus,
        Combine::CappedSum | Combine::Script(_) => criterion.points.value,
    };
    let signless = criterion.items.iter().all(|item| item.least >= Points::ZERO);
    let floor = criterion.floor.as_ref().map(|floor| floor.value.min(Points::ZERO));
    let low = floor.or(signless.then_some(Points::ZERO));
    Extent { low: low.map(Points::to_ratio), high: Some(most.to_ratio()) }
}

fn between(least: Points, most: Points) -> Extent {
    Extent { low: Some(least.to_ratio()), high: Some(most.to_ratio()) }
}

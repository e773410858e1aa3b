//! One commune of a table, explained.

use super::nearest::Nearest;
use super::{Row, commune, figures_of, identity};
use crate::result::explanation::Explanation;
use crate::result::{Detail, ScoreSheet};
use crate::rules::RuleSets;
use crate::table::Part;
use std::sync::Arc;

/// Everything about one row of a part: the result [`crate::rules::RuleSet::assess`] gives it under the figures for
/// `year`, or for the row's own year, the arithmetic, and what would change it.
#[must_use]
pub fn explain(rules: &RuleSets, year: Option<u16>, part: &Part, row: usize) -> Explanation {
    let years = rules.years();
    let of_year = year.or_else(|| part.year(row)).filter(|_| year.is_some() || years.matter());
    let one = of_year.and_then(|year| years.of(year)).map_or(rules.latest(), |position| rules.at(position));
    let figures = figures_of(one, part, row);
    let figures = Row { figures: &figures, class: part.class(row) };
    let found = one.assess(&figures, Detail::Items);
    let steps = one.steps(&figures, &found);
    let outlook = Nearest::of(one).outlook(&figures);
    let explained = commune(found, identity(part, &part.names(), row), 0);
    let sheet = ScoreSheet { year, ..ScoreSheet::new(Arc::clone(one.info()), vec![explained]) };
    Explanation { sheet, steps, outlook }
}

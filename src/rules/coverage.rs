//! What the cases of a standard reach, and cases that would reach the rest.
//!
//! Every target is looked for in what [`RuleSet::assess`] gave for a case, or in the same rules for the same figures;
//! nothing is scored a second way. A case counts for an item only when it says what the item, its criterion or the total
//! comes to: figures that nobody looks at test nothing.

mod candidate;
mod compose;
mod edge;
mod goal;
mod of_scale;
mod seen;
mod suggest;
mod totals;

use super::RuleSet;
use super::case::Given;
use crate::result::{Coverage, CoverageGroup, Target};
use goal::Goal;
use seen::{About, Seen};

/// What the cases of the standard reach, and what would reach the rest.
#[must_use]
pub fn coverage(rules: &RuleSet) -> Coverage {
    let goals = goal::goals(rules);
    let mut reached = vec![false; goals.targets.len()];
    for case in &rules.standard().cases {
        let figures = Given(case);
        let seen = Seen::of(rules, &figures, About::case(rules, case));
        seen.mark(&goals.targets, &mut reached);
    }
    let (suggestions, of_target) = suggest::suggestions(rules, &goals, &reached);
    let mut groups: Vec<CoverageGroup> = Vec::new();
    for group in goals.groups {
        groups.push(CoverageGroup { id: group.id, title: group.title, targets: Vec::new() });
    }
    for ((goal, reached), suggestion) in goals.targets.into_iter().zip(reached).zip(of_target) {
        let Goal { group, kind, label, .. } = goal;
        if let Some(group) = groups.get_mut(group) {
            group.targets.push(Target { kind, label, reached, suggestion });
        }
    }
    groups.retain(|group| !group.targets.is_empty());
    Coverage { groups, suggestions }
}

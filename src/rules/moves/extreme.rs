//! Where nothing better or nothing worse is left: what lies behind it need not be tried.

use super::Purpose;
use super::watch::{Look, Watched, Watcher};
use crate::criteria::model::ClassIx;
use crate::quantity::Points;
use crate::rules::RuleSet;
use crate::rules::combine::CombineRule;
use crate::rules::condition::ConditionRule;
use crate::rules::item::{How, ItemRuleSet};

impl RuleSet {
    /// Whether more points of an item, or a fact that no longer counts against a commune, never make anything worse.
    pub(super) fn only_rises(&self) -> bool {
        let scripted = |combine: &CombineRule| matches!(combine, CombineRule::Script(_));
        // Setting a criterion to zero is a gain where its points can be below.
        let mut items = self.criteria.iter().flat_map(|criterion| &criterion.items);
        let levels = |rule: &ConditionRule| matches!(rule, ConditionRule::Levels(_));
        self.adds_up()
            && !self.criteria.iter().any(|criterion| scripted(&criterion.combine))
            && items.all(|item| item.bounds(None).0 >= Points::ZERO && item.least >= Points::ZERO)
            && !self.conditions.iter().any(|condition| levels(&condition.rule))
    }

    /// Whether these looks are the best a commune of the class can have, or for a loss the worst.
    pub(crate) fn is_extreme(
        &self,
        watchers: &[&Watcher],
        looks: &[Option<Look>],
        purpose: Purpose,
        class: Option<ClassIx>,
    ) -> bool {
        let mut both = watchers.iter().zip(looks);
        both.all(|(watcher, look)| look.is_some_and(|look| self.ends(watcher.rule, look, purpose, class)))
    }

    fn ends(&self, watched: Watched, look: Look, purpose: Purpose, class: Option<ClassIx>) -> bool {
        match watched {
            Watched::Item(c, i) => {
                let item = self.criteria.get(c).and_then(|criterion| criterion.items.get(i));
                item.filter(|item| !has_points_of_its_own(item)).is_some_and(|item| {
                    let (low, high) = item.bounds(class);
                    look.is_exactly(if purpose == Purpose::Gain { high } else { low })
                })
            }
            Watched::ZeroWhen(..) => look.is_fact(purpose == Purpose::Loss),
            Watched::Fact(at) => {
                let is_veto = |rule: &ConditionRule| matches!(rule, ConditionRule::Veto(_));
                let veto = self.conditions.get(at).is_some_and(|condition| is_veto(&condition.rule));
                veto && look.is_fact(purpose == Purpose::Loss)
            }
            Watched::Criterion(_) | Watched::Total => false,
        }
    }
}

/// Whether a script of an indicator can give points past the scale, with `not_applicable`. Its name stands in the text
/// wherever it is called.
fn has_points_of_its_own(item: &ItemRuleSet) -> bool {
    let How::Scaled { measure, .. } = &item.how else { return false };
    measure.script().is_some_and(|call| call.script.source().text.contains("not_applicable"))
}

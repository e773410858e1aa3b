//! What a figure decides, seen one rule at a time: an item, a fact, a scripted criterion, a scripted total.

use crate::criteria::model::{Bound, Fact, FieldIx, FieldKind, Indicator, ItemRule, Operand, Side};
use crate::quantity::Points;
use crate::result::{CriterionState, Detail, Outcome, Reason};
use crate::rules::combine::CombineRule;
use crate::rules::condition::ConditionRule;
use crate::rules::fact::FactRule;
use crate::rules::item::ItemRuleSet;
use crate::rules::{Figures, RuleSet, Workspace};

/// A rule that figures which can change decide.
#[derive(Clone, Debug)]
pub(crate) struct Watcher {
    pub(crate) rule: Watched,
    /// Every field it reads.
    pub(crate) fields: Vec<FieldIx>,
    /// Those without which it gives nothing, whatever the others are.
    needs: Vec<FieldIx>,
}

/// Which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Watched {
    /// Item of a criterion.
    Item(usize, usize),
    /// A fact that sets a criterion to zero.
    ZeroWhen(usize, usize),
    /// A veto or a gate, by its condition.
    Fact(usize),
    /// A criterion whose script reads figures itself.
    Criterion(usize),
    /// A total whose script reads figures itself.
    Total,
}

/// What a rule makes of the figures; two looks are equal when nothing the rule decides differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) low: Points,
    high: Points,
    state: u8,
    step: Option<u16>,
}

impl Look {
    /// Scored, or not applicable and counted with points.
    const SETTLED: u8 = 1;
    /// A computation stopped.
    const FAILED: u8 = 4;

    /// Whether the points are settled and these.
    pub(super) fn is_exactly(&self, points: Points) -> bool {
        self.state <= Self::SETTLED && self.low == points && self.high == points
    }

    /// Whether a computation stopped, as it does with figures no commune can have.
    pub(crate) const fn is_failed(&self) -> bool {
        self.state == Self::FAILED
    }

    /// Whether it is of a fact that is known to hold, or known not to.
    pub(super) fn is_fact(&self, holds: bool) -> bool {
        *self == Self::fact(Some(holds))
    }

    fn fact(holds: Option<bool>) -> Self {
        let state = holds.map_or(2, u8::from);
        Self { low: Points::ZERO, high: Points::ZERO, state, step: None }
    }
}

impl RuleSet {
    /// Every rule with the fields it reads.
    pub(super) fn watchers(&self) -> Vec<Watcher> {
        let mut found = Vec::new();
        for (c, criterion) in self.criteria.iter().enumerate() {
            for (i, item) in criterion.items.iter().enumerate() {
                let mut needs = Vec::new();
                item.needs(&mut needs);
                found.push(Watcher { rule: Watched::Item(c, i), fields: item.fields_once(), needs });
            }
            for (at, fact) in criterion.zero_when.iter().enumerate() {
                found.push(Watcher::of_fact(Watched::ZeroWhen(c, at), fact));
            }
            if let CombineRule::Script(call) = &criterion.combine {
                let mut direct = Vec::new();
                call.fields(&mut direct);
                if !direct.is_empty() {
                    direct.extend(criterion.items.iter().flat_map(ItemRuleSet::fields_once));
                    found.push(Watcher { rule: Watched::Criterion(c), fields: direct, needs: Vec::new() });
                }
            }
        }
        for (at, condition) in self.conditions.iter().enumerate() {
            if let ConditionRule::Veto(fact) | ConditionRule::Gate(fact) = &condition.rule {
                found.push(Watcher::of_fact(Watched::Fact(at), fact));
            }
        }
        if let Some(call) = &self.total.script {
            let mut direct = Vec::new();
            call.fields(&mut direct);
            if !direct.is_empty() {
                direct.extend(self.criteria.iter().flat_map(|c| &c.items).flat_map(ItemRuleSet::fields_once));
                found.push(Watcher { rule: Watched::Total, fields: direct, needs: Vec::new() });
            }
        }
        found
    }

    /// What a rule makes of figures.
    pub(crate) fn look<F: Figures>(&self, watched: Watched, figures: &F) -> Option<Look> {
        match watched {
            Watched::Item(c, i) => {
                let score = self.criteria.get(c)?.items.get(i)?.score(figures, Detail::Criteria);
                let state = match score.outcome {
                    Outcome::Scored(_) => 0,
                    Outcome::NotApplicable(Some(_)) => 1,
                    Outcome::NotApplicable(None) => 2,
                    Outcome::Missing if matches!(score.reason.as_deref(), Some(Reason::Failed(_))) => Look::FAILED,
                    Outcome::Missing | Outcome::Hidden => 3,
                };
                Some(Look { low: score.low, high: score.high, state, step: score.step })
            }
            Watched::ZeroWhen(c, at) => Some(Look::fact(self.criteria.get(c)?.zero_when.get(at)?.holds(figures).ok())),
            Watched::Fact(at) => match &self.conditions.get(at)?.rule {
                ConditionRule::Veto(fact) | ConditionRule::Gate(fact) => Some(Look::fact(fact.holds(figures).ok())),
                _ => None,
            },
            Watched::Criterion(c) => {
                let rule = self.criteria.get(c)?;
                let items: Vec<_> = rule.items.iter().map(|item| item.score(figures, Detail::Criteria)).collect();
                let score = rule.combine(&items, figures).score;
                let state = u8::from(score.state == CriterionState::Missing);
                Some(Look { low: score.low, high: score.high, state, step: None })
            }
            Watched::Total => {
                let (low, high) = self.standing(&mut Workspace::default(), figures).total;
                Some(Look { low, high, state: 0, step: None })
            }
        }
    }

    /// Whether the values of a field for which a rule looks the same have no gap between them: then the next change
    /// can be found by halving instead of counting.
    pub(crate) fn is_unbroken(&self, watched: Watched, field: FieldIx) -> bool {
        let standard = self.standard();
        match watched {
            Watched::Item(c, i) => {
                let item = standard.criteria.get(c).and_then(|criterion| criterion.items.get(i));
                item.is_some_and(|item| match &item.rule {
                    ItemRule::Scaled { indicator, .. } => {
                        !self.gate_reads(c, i, field) && self.is_straight(indicator, field)
                    }
                    ItemRule::Script(_) => false,
                })
            }
            Watched::ZeroWhen(c, at) => {
                let fact = standard.criteria.get(c).and_then(|criterion| criterion.zero_when.get(at));
                fact.is_some_and(|fact| self.is_one_sided(fact, field))
            }
            Watched::Fact(at) => {
                let id = self.info().conditions.get(at).map(|condition| condition.id.as_str());
                let mut facts = standard.recognition.vetoes.iter().chain(&standard.recognition.gates);
                facts.find(|fact| Some(fact.id.as_str()) == id).is_some_and(|fact| self.is_one_sided(fact, field))
            }
            Watched::Criterion(_) | Watched::Total => false,
        }
    }
}

impl RuleSet {
    fn is_one_sided(&self, fact: &Fact, field: FieldIx) -> bool {
        (fact.from == Bound::Open || fact.to == Bound::Open) && self.is_straight(&fact.indicator, field)
    }

    /// Whether the value only grows, or only shrinks, with the field.
    fn is_straight(&self, indicator: &Indicator, field: FieldIx) -> bool {
        let plain = |operand: Operand| operand == Operand::Field(field);
        let other = |operand: Operand| matches!(operand, Operand::Field(read) if read != field);
        match indicator {
            Indicator::Rate(rate, _) => {
                // Below nothing, more to measure against would make a rate larger.
                let counts = matches!(self.standard().fields.get(field.0).map(|f| &f.kind), Some(FieldKind::Count));
                plain(rate.of) && other(rate.over) || counts && other(rate.of) && plain(rate.over)
            }
            Indicator::Value(operand, _) => plain(*operand),
            Indicator::YesNo(read) | Indicator::Choice(read) => *read == field,
            Indicator::Change(change, _) => match (&change.of, &change.since) {
                (Side::Plain(of), Side::Plain(since)) => plain(*of) && other(*since),
                (Side::Rate(of), Side::Rate(since)) => {
                    plain(of.of) && other(of.over) && other(since.of) && other(since.over)
                }
                _ => false,
            },
            Indicator::YearsInARow(_) | Indicator::Script(..) => false,
        }
    }

    fn gate_reads(&self, criterion: usize, item: usize, field: FieldIx) -> bool {
        let gate = self.criteria.get(criterion).and_then(|rule| rule.items.get(item)?.gate.as_ref());
        let mut read = Vec::new();
        if let Some(gate) = gate {
            gate.fields(&mut read);
        }
        read.contains(&field)
    }
}

impl Watcher {
    fn of_fact(rule: Watched, fact: &FactRule) -> Self {
        let (mut fields, mut needs) = (Vec::new(), Vec::new());
        fact.fields(&mut fields);
        fact.needs(&mut needs);
        Self { rule, fields, needs }
    }

    /// Whether a missing figure keeps the rule from giving anything, whatever becomes of the others.
    pub(crate) fn is_stuck<F: Figures>(&self, figures: &F) -> bool {
        self.needs.iter().any(|field| figures.figure(*field).is_none())
    }

    /// Whether it is the rule of an item.
    pub(super) const fn is_of_item(&self) -> bool {
        matches!(self.rule, Watched::Item(..))
    }
}

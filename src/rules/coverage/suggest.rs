//! Cases that would reach what is not reached. Figures are tried, and kept when scoring them shows that they reach a
//! target; the result of a suggested case is never given.

use super::candidate::Made;
use super::compose::{Composer, Want, candidates};
use super::edge::Edge;
use super::goal::{Goal, Goals, Wanted, is_of_commune, is_of_criterion, is_of_item};
use super::seen::{About, Seen};
use super::totals::split;
use crate::criteria::model::{ClassIx, FieldIx, Indicator, ItemRule, Scale};
use crate::lang::Text;
use crate::quantity::Ratio;
use crate::result::{CaseSubject, Detail, Suggestion, TargetKind, Unit};
use crate::rules::RuleSet;
use crate::rules::case::{figure, results};
use crate::rules::condition::ConditionRule;

/// Denominators to try, the easiest to follow first.
const SIZES: [i64; 8] = [100, 200, 1_000, 2_000, 10_000, 100_000, 120, 1_000_000];
/// A denominator without a common factor with any edge: nothing comes out even.
const ODD: i64 = 10_007;
/// Sizes of communes and criteria to try.
const WHOLE: [i64; 3] = [1_000, 10_000, 100_000];

struct Finder<'a> {
    rules: &'a RuleSet,
    goals: &'a [Goal],
    /// Reached by a case or by a suggestion so far.
    reached: Vec<bool>,
    of_target: Vec<Option<usize>>,
    found: Vec<Suggestion>,
    /// The figures of each suggestion.
    made: Vec<Made>,
}

/// Suggestions, and for each target the one that reaches it.
pub(super) fn suggestions(rules: &RuleSet, goals: &Goals, reached: &[bool]) -> (Vec<Suggestion>, Vec<Option<usize>>) {
    let mut finder = Finder {
        rules,
        goals: &goals.targets,
        reached: reached.to_vec(),
        of_target: vec![None; reached.len()],
        found: Vec::new(),
        made: Vec::new(),
    };
    for (c, criterion) in rules.criteria.iter().enumerate() {
        for i in 0..criterion.items.len() {
            finder.item(c, i);
        }
        finder.criterion(c);
    }
    finder.communes();
    (finder.found, finder.of_target)
}

impl Finder<'_> {
    /// Targets of an item that are not reached, edges first: their values lie in bands too.
    fn item(&mut self, c: usize, i: usize) {
        let at = self.rules.item_position(c, i);
        let open = self.goals.iter().zip(&self.reached).filter(|(goal, reached)| !**reached && is_of_item(goal, at));
        let open_edges: Vec<(Edge, Option<Vec<ClassIx>>)> = open
            .clone()
            .filter_map(|(goal, _)| match &goal.wanted {
                Wanted::Edge { edge, classes, .. } => Some((*edge, classes.clone())),
                _ => None,
            })
            .collect();
        if open.count() == 0 {
            return;
        }
        let subject = CaseSubject::Item(c, i);
        for only_edges in [true, false] {
            for size in self.sizes(at) {
                self.try_item(subject, at, size, only_edges);
            }
        }
        self.odd(subject, at, &open_edges);
    }

    /// Denominators from the one the rate is per: fewer than 100,000 say little about a rate per 100,000.
    fn sizes(&self, at: usize) -> Vec<i64> {
        let mut items = self.rules.info().criteria.iter().flat_map(|criterion| &criterion.items);
        let per = match items.nth(at).map(|item| &item.unit) {
            Some(Unit::Per(per)) => *per,
            _ => 1,
        };
        let mut sizes = SIZES.to_vec();
        sizes.sort_by_key(|size| *size < per);
        sizes
    }

    fn try_item(&mut self, subject: CaseSubject, at: usize, size: i64, only_edges: bool) {
        for class in self.classes(at) {
            let open = |finder: &Self, goal: &Goal, ix: usize| {
                !finder.reached.get(ix).is_none_or(|reached| *reached)
                    && is_of_item(goal, at)
                    && (!only_edges || goal.kind == TargetKind::Edge)
            };
            if !self.goals.iter().enumerate().any(|(ix, goal)| open(self, goal, ix)) {
                return;
            }
            let Some(item) = self.rules.criteria.iter().flat_map(|criterion| &criterion.items).nth(at) else { return };
            for made in candidates(self.rules, item, self.edges(at), size, class) {
                let seen = Seen::of_item(self.rules, &made, at);
                let goals = self.goals.iter().enumerate();
                let first = goals.clone().find(|(ix, goal)| open(self, goal, *ix) && seen.reaches(&goal.wanted));
                if let Some((_, goal)) = first {
                    let also: Vec<usize> =
                        goals.filter(|(_, goal)| seen.reaches(&goal.wanted)).map(|(ix, _)| ix).collect();
                    self.keep(subject, &goal.label, made, None, &also);
                }
            }
        }
    }

    /// Beside each edge of a rate that no case reached: both neighbours with a large odd denominator.
    fn odd(&mut self, subject: CaseSubject, at: usize, edges: &[(Edge, Option<Vec<ClassIx>>)]) {
        let rules = self.rules;
        let mut model = rules.standard().criteria.iter().flat_map(|criterion| &criterion.items);
        let is_rate = matches!(
            model.nth(at).map(|item| &item.rule),
            Some(ItemRule::Scaled { indicator: Indicator::Rate(..), .. })
        );
        let Some(item) = rules.criteria.iter().flat_map(|criterion| &criterion.items).nth(at).filter(|_| is_rate)
        else {
            return;
        };
        let mut done: Vec<(Edge, Option<ClassIx>)> = Vec::new();
        for (edge, classes) in edges {
            let (Edge::At(value) | Edge::Below(value) | Edge::Above(value)) = *edge;
            let class = classes.as_ref().and_then(|classes| classes.first().copied());
            let tried = candidates(rules, item, vec![Ratio::from(value)], ODD, class);
            for side in [Edge::Above(value), Edge::Below(value)] {
                if done.contains(&(side, class)) {
                    continue;
                }
                done.push((side, class));
                let wanted = Wanted::Edge { item: at, classes: None, edge: side };
                let fits = |made: &&Made| Seen::of_item(rules, *made, at).reaches(&wanted);
                if let Some(made) = tried.iter().find(fits) {
                    let label = side.label();
                    let label = Text {
                        vi: format!("{}, mẫu số lẻ", label.vi),
                        en: format!("{}, odd denominator", label.en),
                    };
                    self.keep(subject, &label, made.clone(), None, &[]);
                }
            }
        }
    }

    fn keep(&mut self, about: CaseSubject, label: &Text, made: Made, base: Option<usize>, reached: &[usize]) {
        let id = match about {
            CaseSubject::Item(c, i) => self.rules.info().criteria.get(c).and_then(|c| c.items.get(i)).map(|i| &i.id),
            CaseSubject::Criterion(c) => self.rules.info().criteria.get(c).map(|c| &c.id),
            _ => None,
        };
        let id = id.cloned().unwrap_or_default();
        for ix in reached {
            if self.reached.get(*ix) == Some(&false) {
                self.of_target.iter_mut().skip(*ix).take(1).for_each(|of| *of = Some(self.found.len()));
                self.reached.iter_mut().skip(*ix).take(1).for_each(|reached| *reached = true);
            }
        }
        let of_base = base.and_then(|base| self.made.get(base)).cloned().unwrap_or_default();
        let changed = made.given.iter().filter(|(field, value)| of_base.given.get(field) != Some(value));
        let given = changed.filter_map(|(field, value)| self.shown(*field, *value)).collect();
        let gone = of_base.given.keys().filter(|field| !made.given.contains_key(field));
        let without = gone.filter_map(|field| Some(self.rules.standard().fields.get(field.0)?.id.clone())).collect();
        let class =
            made.class.and_then(|class| self.rules.standard().classes.get(class.0)).map(|class| class.id.clone());
        let prefix = if id.is_empty() { String::new() } else { format!("{id}: ") };
        let name = Text { vi: format!("{prefix}{}", label.vi), en: format!("{prefix}{}", label.en) };
        let found = self.rules.assess(&made, Detail::Items);
        let results = results(self.rules, &found, about);
        self.found.push(Suggestion { name, about, id, class, base, given, without, results });
        self.made.push(made);
    }

    fn shown(&self, field: FieldIx, value: i64) -> Option<(String, crate::result::CaseFigure)> {
        let field = self.rules.standard().fields.get(field.0)?;
        Some((field.id.clone(), figure(field, value)))
    }

    /// Values at which the scale of an item changes.
    fn edges(&self, at: usize) -> Vec<Ratio> {
        edges_of(self.goals, at)
    }

    /// Every class where the item has a list for each, else none is needed.
    fn classes(&self, at: usize) -> Vec<Option<ClassIx>> {
        let mut items = self.rules.standard().criteria.iter().flat_map(|criterion| &criterion.items);
        let by_class = items
            .nth(at)
            .is_some_and(|item| matches!(item.rule, ItemRule::Scaled { scale: Scale::StepsByClass { .. }, .. }));
        if !by_class {
            return vec![None];
        }
        (0..self.rules.standard().classes.len()).map(|class| Some(ClassIx(class))).collect()
    }

    /// A class for whole criteria and communes, where there are classes.
    fn any_class(&self) -> Option<ClassIx> {
        (!self.rules.standard().classes.is_empty()).then_some(ClassIx(0))
    }

    fn criterion(&mut self, c: usize) {
        let about = About::criterion(self.rules, c);
        let Some(rule) = self.rules.criteria.get(c) else { return };
        for size in WHOLE {
            if !self.is_open(|wanted| is_of_criterion(wanted, c)) {
                return;
            }
            let goals = self.goals;
            let edges = |at: usize| edges_of(goals, at);
            let composer = Composer { rules: self.rules, edges: &edges, size, class: self.any_class() };
            let full = composer.criterion(c, &vec![Want::Most; rule.items.len()]);
            let low = composer.criterion(c, &vec![Want::Least; rule.items.len()]);
            let model = self.rules.standard().criteria.get(c).map_or(&[][..], |criterion| &criterion.zero_when);
            let facts = rule.zero_when.iter().zip(model);
            let zeroed = facts.filter_map(|(fact, model)| composer.with_fact(full.as_ref()?, fact, Some(model), true));
            let zeroed: Vec<Made> = zeroed.collect();
            for made in full.into_iter().chain(low).chain(zeroed) {
                self.try_whole(CaseSubject::Criterion(c), made, &about, None, |wanted| is_of_criterion(wanted, c));
            }
        }
    }

    fn is_open(&self, which: impl Fn(&Wanted) -> bool) -> bool {
        self.goals.iter().zip(&self.reached).any(|(goal, reached)| !reached && which(&goal.wanted))
    }

    /// Keeps figures that reach an open target.
    fn try_whole(
        &mut self,
        subject: CaseSubject,
        made: Made,
        about: &About,
        base: Option<usize>,
        which: impl Fn(&Wanted) -> bool,
    ) {
        let all = self.reached_by(&made, about);
        let first = all
            .iter()
            .copied()
            .find(|ix| self.reached.get(*ix) == Some(&false) && self.goals.get(*ix).is_some_and(|g| which(&g.wanted)));
        let Some(goal) = first.and_then(|first| self.goals.get(first)) else { return };
        let label = match (subject, &goal.wanted) {
            (CaseSubject::Verdict, Wanted::Condition { at, .. }) => {
                let id = self.rules.info().conditions.get(*at).map_or("", |condition| condition.id.as_str());
                Text { vi: format!("{id}: {}", goal.label.vi), en: format!("{id}: {}", goal.label.en) }
            }
            (CaseSubject::Verdict, Wanted::Total { .. }) => {
                Text { vi: format!("tổng điểm {}", goal.label.vi), en: format!("total {}", goal.label.en) }
            }
            _ => goal.label.clone(),
        };
        self.keep(subject, &label, made, base, &all);
    }

    /// Whole communes: one with everything in full, and others that change it.
    fn communes(&mut self) {
        for size in WHOLE {
            if !self.is_open(is_of_commune) {
                return;
            }
            self.communes_of(size);
        }
    }

    fn communes_of(&mut self, size: i64) {
        let (rules, goals) = (self.rules, self.goals);
        let edges = |at: usize| edges_of(goals, at);
        let composer = Composer { rules, edges: &edges, size, class: self.any_class() };
        let full = wants(rules, None, Want::Most);
        let Some(perfect) = composer.commune(&full) else { return };
        let mut pool: Vec<Made> = Vec::new();
        pool.extend((0..full.len()).filter_map(|c| composer.commune(&wants(rules, Some(c), Want::Least))));
        for condition in &rules.conditions {
            let (fact, holds) = match &condition.rule {
                ConditionRule::Veto(fact) => (fact, true),
                ConditionRule::Gate(fact) => (fact, false),
                _ => continue,
            };
            pool.extend(composer.with_fact(&perfect, fact, composer.model(fact), holds));
        }
        for (criterion, model) in rules.criteria.iter().zip(&rules.standard().criteria) {
            let facts = criterion.zero_when.iter().zip(&model.zero_when);
            pool.extend(facts.filter_map(|(fact, model)| composer.with_fact(&perfect, fact, Some(model), true)));
        }
        let totals = goals.iter().filter_map(|goal| match goal.wanted {
            Wanted::Total { class, points } => Some((class.or(self.any_class()), points)),
            _ => None,
        });
        for (class, points) in totals {
            let Some(of_criteria) = split(rules, class, points) else { continue };
            let wants: Vec<Vec<Want>> =
                of_criteria.into_iter().map(|items| items.into_iter().map(Want::Exactly).collect()).collect();
            pool.extend(Composer { rules, edges: &edges, size, class }.commune(&wants));
        }
        pool.extend(perfect.given.keys().map(|field| {
            let mut without = perfect.clone();
            without.given.remove(field);
            without
        }));
        pool.push(Made { given: std::collections::BTreeMap::new(), class: self.any_class() });
        self.keep_communes(&perfect, pool);
    }

    /// The commune the others change comes first, even where it reaches nothing new itself.
    fn keep_communes(&mut self, perfect: &Made, pool: Vec<Made>) {
        let about = About::commune(self.rules);
        let mut base = None;
        for made in std::iter::once(perfect.clone()).chain(pool) {
            if base.is_none() && self.reached_by(&made, &about).iter().any(|ix| self.is_open_of_commune(*ix)) {
                let label = self.name_of_base();
                let also = self.reached_by(perfect, &about);
                self.keep(CaseSubject::Verdict, &label, perfect.clone(), None, &also);
                base = Some(self.found.len() - 1);
            }
            self.try_whole(CaseSubject::Verdict, made, &about, base, is_of_commune);
        }
    }

    /// A name no case of the file has: others refer to it.
    fn name_of_base(&self) -> Text {
        let named = |number: usize| Text {
            vi: format!("mọi nội dung đạt điểm tối đa ({number})"),
            en: format!("full points for every item ({number})"),
        };
        let cases = &self.rules.standard().cases;
        let is_free = |name: &Text| cases.iter().all(|case| !case.name.iter().any(|n| *n == name.vi || *n == name.en));
        // One of them is free: there are more than cases.
        let numbers = self.found.len() + 1..;
        numbers.take(cases.len() + 1).map(named).find(is_free).unwrap_or_default()
    }

    fn is_open_of_commune(&self, ix: usize) -> bool {
        let of_commune = self.goals.get(ix).is_some_and(|goal| is_of_commune(&goal.wanted));
        of_commune && self.reached.get(ix) == Some(&false)
    }

    /// Every target some figures reach, reached before or not.
    fn reached_by(&self, made: &Made, about: &About) -> Vec<usize> {
        let seen = Seen::of(self.rules, made, about.clone());
        (0..self.goals.len()).filter(|ix| self.goals.get(*ix).is_some_and(|goal| seen.reaches(&goal.wanted))).collect()
    }
}

/// Values at which the scale of an item changes.
fn edges_of(goals: &[Goal], at: usize) -> Vec<Ratio> {
    let mut edges: Vec<Ratio> = Vec::new();
    for goal in goals {
        match &goal.wanted {
            Wanted::Edge { item, edge: Edge::At(edge) | Edge::Below(edge) | Edge::Above(edge), .. } if *item == at => {
                edges.push(Ratio::from(*edge));
            }
            Wanted::Inside { item, from, to } if *item == at => {
                let middle = Ratio::from(*from).plus(Ratio::from(*to)).and_then(|sum| sum.over(Ratio::whole(2)));
                edges.extend(middle);
            }
            _ => {}
        }
    }
    edges.sort();
    edges.dedup();
    edges
}

/// All items at their most, those of one criterion as wanted.
fn wants(rules: &RuleSet, c: Option<usize>, want: Want) -> Vec<Vec<Want>> {
    let of = |(at, criterion): (usize, &crate::rules::combine::CriterionRule)| {
        vec![if c == Some(at) { want } else { Want::Most }; criterion.items.len()]
    };
    rules.criteria.iter().enumerate().map(of).collect()
}

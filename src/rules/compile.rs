//! From a checked standard to a [`RuleSet`]: scripts compiled and bound, everything looked up once.

use super::RuleSet;
use super::call::{Call, Parameter};
use super::case::Arithmetic;
use super::combine::{CombineRule, CriterionRule, TotalRule};
use super::condition::{Condition, ConditionRule};
use super::fact::FactRule;
use super::item::{How, ItemRuleSet};
use super::measure::Measure;
use super::operand::Value;
use super::scale::Ladder;
use super::script::CompiledScript;
use crate::criteria::model::{
    Combine, Criterion, DerivedIx, Fact, FieldIx, FieldKind, Figure, Indicator, Item, ItemRule, Minimum, Operand,
    Recognition, ScriptUse, Standard, Threshold,
};
use crate::diag::{Diagnostic, Place, Problem, Report};
use crate::quantity::{Points, Ratio, Rounding};
use crate::status::Status;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Makes a standard ready to run. Reports every fault of its scripts and every case that fails; `None` when a script
/// cannot be used at all.
#[must_use]
pub fn compile(standard: Standard, report: &mut Report) -> Option<RuleSet> {
    let rules = prepare(standard, report)?;
    let runs = super::case::run_all(&rules, Arithmetic::OfFailures);
    super::case::report(&runs, rules.info(), report);
    Some(rules)
}

/// The same without running the cases.
#[must_use]
pub fn prepare(standard: Standard, report: &mut Report) -> Option<RuleSet> {
    let mut compiler =
        Compiler { standard: &standard, scripts: BTreeMap::new(), parameters: BTreeSet::new(), report, failed: false };
    let criteria: Vec<_> = standard.criteria.iter().filter_map(|c| compiler.criterion(c)).collect();
    let total = compiler.total(&standard.recognition);
    let conditions = compiler.conditions(&standard);
    if compiler.failed {
        return None;
    }
    let script_parameters = compiler.parameters;
    let info = Arc::new(super::info::info(&standard, &criteria));
    let mut rules =
        RuleSet { info, criteria, total, conditions, fields_wanted: Vec::new(), script_parameters, standard };
    rules.fields_wanted = wanted(&rules);
    Some(rules)
}

struct Compiler<'a> {
    standard: &'a Standard,
    scripts: BTreeMap<(usize, &'static str), Option<CompiledScript>>,
    parameters: BTreeSet<String>,
    report: &'a mut Report,
    failed: bool,
}

/// What a parameter can be besides a field, a derived field or a figure.
type Parts = Vec<String>;

impl Compiler<'_> {
    fn criterion(&mut self, criterion: &Criterion) -> Option<CriterionRule> {
        let items = criterion.items.iter().filter_map(|item| self.item(item)).collect();
        let zero_when = criterion.zero_when.iter().filter_map(|fact| self.fact(fact)).collect();
        let combine = match &criterion.combine {
            Combine::Sum => CombineRule::Sum,
            Combine::CappedSum => CombineRule::CappedSum,
            Combine::Min => CombineRule::Min,
            Combine::Max => CombineRule::Max,
            Combine::Script(used) => {
                let parts = criterion.items.iter().map(|item| part_name(&item.id)).collect();
                CombineRule::Script(self.call(used, "points", &parts)?)
            }
        };
        Some(CriterionRule {
            id: criterion.id.clone(),
            items,
            points: criterion.points.value,
            points_status: criterion.points.origin.status,
            combine,
            floor: criterion.floor.as_ref().map(|floor| (floor.value, floor.origin.status)),
            zero_when,
            rounding: self.rounding(),
        })
    }

    fn rounding(&self) -> Option<(Rounding, Status)> {
        self.standard.points_rounding.as_ref().map(|rounding| (rounding.value, rounding.origin.status))
    }

    fn item(&mut self, item: &Item) -> Option<ItemRuleSet> {
        let gate = match &item.gate {
            Some(gate) => Some(self.fact(gate)?),
            None => None,
        };
        let how = match &item.rule {
            ItemRule::Scaled { indicator, when_empty, scale } => How::Scaled {
                measure: self.measure(indicator)?,
                when_empty: when_empty.clone(),
                ladder: Ladder::new(scale, self.standard),
            },
            ItemRule::Script(used) => How::Script(self.call(used, "points", &Vec::new())?),
        };
        Some(ItemRuleSet {
            id: item.id.clone(),
            most: item.most,
            least: item.least,
            bonus: item.bonus,
            gate,
            how,
            rounding: self.rounding().map(|(rounding, _)| rounding),
        })
    }

    fn fact(&mut self, fact: &Fact) -> Option<FactRule> {
        Some(FactRule::new(fact, self.measure(&fact.indicator)?))
    }

    fn measure(&mut self, indicator: &Indicator) -> Option<Measure> {
        let standard = self.standard;
        let Indicator::Script(used, _) = indicator else {
            return Measure::new(indicator, standard, || None);
        };
        let call = self.call(used, "value", &Vec::new())?;
        Measure::new(indicator, standard, || Some(call))
    }

    fn total(&mut self, recognition: &Recognition) -> TotalRule {
        let script = recognition.total_script.as_ref().and_then(|used| {
            let criteria = self.standard.criteria.iter().map(|c| c.id.clone());
            let items = self.standard.criteria.iter().flat_map(|c| &c.items).map(|item| part_name(&item.id));
            self.call(used, "total", &criteria.chain(items).collect())
        });
        TotalRule { points: self.standard.total_points.value, script, rounding: self.rounding() }
    }

    fn call(&mut self, used: &ScriptUse, function: &'static str, parts: &Parts) -> Option<Call> {
        let call = self.bound(used, function, parts);
        self.failed |= call.is_none();
        call
    }

    fn bound(&mut self, used: &ScriptUse, function: &'static str, parts: &Parts) -> Option<Call> {
        let script = self.script(used.script.0, function)?;
        let mut parameters = Vec::new();
        self.parameters.extend(script.parameters().iter().cloned());
        for (ix, name) in script.parameters().iter().enumerate() {
            let found = self.candidates(name, used, parts);
            let problem = match found.as_slice() {
                [one] => {
                    parameters.push(one.clone());
                    continue;
                }
                [] => Problem::ScriptUnknownParameter { parameter: name.clone(), meant: self.meant(name, used, parts) },
                _ => Problem::ScriptAmbiguousParameter { parameter: name.clone() },
            };
            let place =
                Place::Source(Arc::clone(script.source()), script.parameter_spans().get(ix).cloned().unwrap_or(0..0));
            self.report.push(Diagnostic::new(problem, place));
        }
        self.unused_figures(used, &script);
        let of_figures = used.figures.iter().map(|(_, figure)| figure.origin.status).max();
        let own = used.origin.as_ref().map(|origin| origin.status);
        // A script's points may be rounded, its values are not.
        let rounded = self.rounding().map(|(_, status)| status).filter(|_| function != "value");
        let status = of_figures.max(own).unwrap_or(Status::Provisional).max(rounded.unwrap_or(Status::Confirmed));
        let complete = parameters.len() == script.parameters().len();
        let (accepts_missing, rounding) = (used.accepts_missing, self.standard.rounding);
        complete.then_some(Call { script, parameters, accepts_missing, status, rounding })
    }

    fn script(&mut self, ix: usize, function: &'static str) -> Option<CompiledScript> {
        let (standard, report) = (self.standard, &mut *self.report);
        let compiled = self
            .scripts
            .entry((ix, function))
            .or_insert_with(|| CompiledScript::compile(&standard.scripts.get(ix)?.source, function, report));
        compiled.clone()
    }

    fn candidates(&self, name: &str, used: &ScriptUse, parts: &Parts) -> Vec<Parameter> {
        let field = self.standard.fields.iter().position(|field| field.id == name).map(FieldIx);
        let derived = self.standard.derived.iter().position(|derived| derived.id == name).map(DerivedIx);
        let figure = used.figures.iter().find(|(id, _)| id == name);
        let part = parts.iter().position(|part| part == name);
        let mut found = Vec::new();
        found.extend(field.and_then(|field| self.field(field)));
        found.extend(derived.map(|ix| Parameter::Value(Value::new(Operand::Derived(ix), self.standard))));
        found.extend(figure.map(|(_, Figure { value, .. })| Parameter::Figure(Ratio::from(*value))));
        found.extend(part.map(Parameter::Part));
        found
    }

    fn field(&self, ix: FieldIx) -> Option<Parameter> {
        match &self.standard.fields.get(ix.0)?.kind {
            FieldKind::Count | FieldKind::Percent { .. } | FieldKind::Decimal { .. } => {
                Some(Parameter::Value(Value::new(Operand::Field(ix), self.standard)))
            }
            FieldKind::YesNo => Some(Parameter::Truth(ix)),
            FieldKind::Choice(choices) => {
                Some(Parameter::Word(ix, choices.iter().map(|choice| choice.id.clone()).collect()))
            }
            FieldKind::Text => None,
        }
    }

    fn meant(&self, name: &str, used: &ScriptUse, parts: &Parts) -> Option<String> {
        let fields = self.standard.fields.iter().map(|field| field.id.as_str());
        let derived = self.standard.derived.iter().map(|derived| derived.id.as_str());
        let figures = used.figures.iter().map(|(id, _)| id.as_str());
        let known = fields.chain(derived).chain(figures).chain(parts.iter().map(String::as_str));
        crate::diag::nearest(name, known).map(str::to_owned)
    }

    fn unused_figures(&mut self, used: &ScriptUse, script: &CompiledScript) {
        for (id, figure) in &used.figures {
            if !script.parameters().contains(id) {
                let problem = Problem::ScriptFigureUnused { figure: id.clone(), script: script.source().name.clone() };
                let place = Place::Source(Arc::clone(&self.standard.source), figure.origin.span.clone());
                self.report.push(Diagnostic::new(problem, place));
            }
        }
    }

    /// Criteria in the order of the text, then vetoes, gates, the total last.
    fn conditions(&mut self, standard: &Standard) -> Vec<Condition> {
        let recognition = &standard.recognition;
        let mut conditions: Vec<Condition> =
            (0..standard.criteria.len()).flat_map(|ix| of_criterion(standard, ix)).collect();
        let mut fact = |fact: &Fact, rule: fn(FactRule) -> ConditionRule| {
            let ready = self.fact(fact)?;
            Some(Condition { rule: rule(ready), status: fact.origin.status })
        };
        conditions.extend(recognition.vetoes.iter().filter_map(|veto| fact(veto, ConditionRule::Veto)));
        conditions.extend(recognition.gates.iter().filter_map(|gate| fact(gate, ConditionRule::Gate)));
        conditions.extend(recognition.threshold.as_ref().map(of_threshold));
        if !recognition.levels.is_empty() {
            let levels = recognition.levels.iter().map(|level| (level.from, level.to)).collect();
            let status = recognition.levels.iter().map(|level| level.origin.status).max();
            conditions
                .push(Condition { rule: ConditionRule::Levels(levels), status: status.unwrap_or(Status::Provisional) });
        }
        conditions
    }
}

fn part_name(item: &str) -> String {
    item.replace(['.', '-'], "_")
}

fn of_threshold(threshold: &Threshold) -> Condition {
    let figures: &[Figure<Points>] = match threshold {
        Threshold::Same(figure) => std::slice::from_ref(figure),
        Threshold::ByClass(figures) => figures,
    };
    let status = figures.iter().map(|figure| figure.origin.status).max().unwrap_or(Status::Provisional);
    Condition { rule: ConditionRule::Threshold(figures.iter().map(|figure| figure.value).collect()), status }
}

fn of_criterion(standard: &Standard, ix: usize) -> Vec<Condition> {
    let recognition = &standard.recognition;
    let points = standard.criteria[ix].points.value;
    let above = recognition.every_criterion_above.as_ref().map(|figure| Condition {
        rule: ConditionRule::CriterionAbove(ix, figure.value),
        status: figure.origin.status,
    });
    let minima = [&recognition.every_criterion_at_least, &standard.criteria[ix].minimum];
    let minima = minima.into_iter().flatten().map(|figure| Condition {
        rule: ConditionRule::CriterionAtLeast(ix, minimum(figure.value, points)),
        // A share rests on the points it is a share of.
        status: match figure.value {
            Minimum::Points(_) => figure.origin.status,
            Minimum::Share(_) => figure.origin.status.max(standard.criteria[ix].points.origin.status),
        },
    });
    above.into_iter().chain(minima).collect()
}

/// A share is exact: 50 % of 75 points is 37.5, 33 % of 50 is 16.5, a third stays a third.
fn minimum(minimum: Minimum, points: Points) -> Ratio {
    match minimum {
        Minimum::Points(points) => points.to_ratio(),
        Minimum::Share(share) => {
            let of = Ratio::from(share).times(points.to_ratio()).and_then(|n| n.over(Ratio::whole(100)));
            of.unwrap_or_else(|| points.to_ratio())
        }
    }
}

fn wanted(rules: &RuleSet) -> Vec<Vec<String>> {
    let mut wanted: Vec<Vec<String>> = vec![Vec::new(); rules.standard.fields.len()];
    let mut add = |id: &str, fields: Vec<FieldIx>| {
        for field in fields {
            if let Some(ids) = wanted.get_mut(field.0).filter(|ids| ids.iter().all(|known| known != id)) {
                ids.push(id.to_owned());
            }
        }
    };
    for criterion in &rules.criteria {
        for item in &criterion.items {
            let mut fields = Vec::new();
            item.fields(&mut fields);
            add(&item.id, fields);
        }
        let mut fields = Vec::new();
        criterion.fields(&mut fields);
        add(&criterion.id, fields);
    }
    for (condition, info) in rules.conditions.iter().zip(&rules.info.conditions) {
        if let ConditionRule::Veto(fact) | ConditionRule::Gate(fact) = &condition.rule {
            let mut fields = Vec::new();
            fact.fields(&mut fields);
            add(&info.id, fields);
        }
    }
    if let Some(script) = &rules.total.script {
        let mut fields = Vec::new();
        script.fields(&mut fields);
        add("total", fields);
    }
    wanted
}

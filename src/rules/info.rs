//! Titles, citations and the words of every scale, for whoever shows results.

use super::combine::CriterionRule;
use super::item::ItemRuleSet;
use super::operand::position;
use crate::criteria::model::{
    AgencyIx, Criterion, FieldKind, Figure, Indicator, Item, ItemRule, Named, Origin, Scale, Standard, Step,
};
use crate::diag::fingerprint;
use crate::lang::Text;
use crate::quantity::{Decimal, Points, Version};
use crate::result::{
    AnnualForm, ConditionInfo, ConditionKind, CriterionInfo, FieldInfo, Hides, ItemInfo, Label, ScriptFigure,
    StandardInfo, Status, StepInfo, Unit,
};

/// Everything a renderer needs to know of a standard.
pub(super) fn info(standard: &Standard, rules: &[CriterionRule]) -> StandardInfo {
    StandardInfo {
        id: standard.id.clone(),
        title: standard.title.clone(),
        citation: standard.citation.clone(),
        version: standard.version,
        is_one_of_several: standard.version != whole(standard),
        annual_form: standard.annual_form.as_ref().map(|form| AnnualForm {
            code: form.code.clone(),
            title: form.title.clone(),
            note: form.note.clone(),
        }),
        total_points: standard.total_points.value,
        least_points: least_points(standard),
        rounding: standard.rounding,
        classes: standard.classes.iter().map(label).collect(),
        fields: fields(standard),
        criteria: standard.criteria.iter().zip(rules).map(|(c, rule)| criterion(c, rule, standard)).collect(),
        conditions: conditions(standard),
        levels: standard
            .recognition
            .levels
            .iter()
            .map(|level| Label { id: level.id.clone(), label: level.label.clone() })
            .collect(),
        figures: count(standard),
        hides: hides(standard),
        hashes: hashes(standard),
    }
}

/// A script for the total gives at least 0.
fn least_points(standard: &Standard) -> Option<Points> {
    if standard.recognition.total_script.is_some() {
        return Some(Points::ZERO);
    }
    standard.criteria.iter().map(Criterion::least).sum()
}

fn fields(standard: &Standard) -> Vec<FieldInfo> {
    let agency = |ix: &AgencyIx| standard.agencies.get(ix.0).map(label);
    let declared = standard.fields.iter().map(|field| FieldInfo {
        id: field.id.clone(),
        label: field.label.clone(),
        supplied_by: field.supplied_by.iter().filter_map(agency).collect(),
        definition: field.definition.clone(),
    });
    let label = Text::of("Loại địa bàn", "Area class");
    let class = FieldInfo { id: "area_class".to_owned(), label, supplied_by: Vec::new(), definition: None };
    declared.chain(std::iter::once(class)).collect()
}

/// The days of the standard itself.
fn whole(standard: &Standard) -> Version {
    Version { from: standard.in_force_from, until: standard.in_force_until }
}

fn label(named: &Named) -> Label {
    Label { id: named.id.clone(), label: named.label.clone() }
}

fn count(standard: &Standard) -> [usize; 4] {
    let figures = standard.figures();
    Status::ALL.map(|status| figures.iter().filter(|figure| figure.origin.status == status).count())
}

fn hides(standard: &Standard) -> Option<Hides> {
    let fields = standard.fields.iter().enumerate().filter(|(_, field)| field.sensitive);
    let fields: Vec<u16> = fields.map(|(at, _)| position(at)).collect();
    let policy = standard.publication.as_ref().filter(|_| !fields.is_empty())?;
    Some(Hides { from: policy.from, to: policy.to, fields, reason: policy.reason.clone() })
}

fn hashes(standard: &Standard) -> Vec<(String, String)> {
    let own = std::iter::once((format!("{}.toml", standard.id), &standard.source));
    let scripts = standard.scripts.iter().map(|script| (format!("{}.rhai", script.name), &script.source));
    own.chain(scripts).map(|(name, source)| (name, fingerprint(source.text.as_bytes()))).collect()
}

fn criterion(criterion: &Criterion, rule: &CriterionRule, standard: &Standard) -> CriterionInfo {
    CriterionInfo {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        cites: criterion.cites.clone(),
        points: criterion.points.value,
        least: criterion.least(),
        status: criterion.points.origin.status,
        follow_up: criterion.follow_up.and_then(|ix| standard.agencies.get(ix.0)).map(label),
        zero_when: criterion.zero_when.iter().map(|fact| fact.label.clone()).collect(),
        items: criterion.items.iter().zip(&rule.items).map(|(i, rule)| item(i, rule, standard)).collect(),
    }
}

fn item(item: &Item, rule: &ItemRuleSet, standard: &Standard) -> ItemInfo {
    let (unit, steps) = match &item.rule {
        ItemRule::Scaled { indicator, scale, .. } => {
            let unit = unit(indicator, standard);
            let steps = steps(scale)
                .map(|step| step_info(step, standard.range_in_words(indicator, step.from, step.to)))
                .collect();
            (unit, steps)
        }
        ItemRule::Script(_) => (Unit::None, Vec::new()),
    };
    ItemInfo {
        id: item.id.clone(),
        title: item.title.clone(),
        cites: item.cites.clone(),
        most: item.most,
        unit,
        fields: rule.fields_once().iter().map(|field| position(field.0)).collect(),
        steps,
        script_figures: script_figures(&item.rule),
    }
}

fn script_figures(rule: &ItemRule) -> Vec<ScriptFigure> {
    let used = match rule {
        ItemRule::Script(used) | ItemRule::Scaled { indicator: Indicator::Script(used, _), .. } => used,
        ItemRule::Scaled { .. } => return Vec::new(),
    };
    let shown = |(name, figure): &(String, Figure<Decimal>)| {
        let en = figure.value.trimmed().to_string();
        let value = Text { vi: en.replace('.', ","), en };
        let Origin { status, evidence, .. } = &figure.origin;
        ScriptFigure { name: name.clone(), value, status: *status, evidence: evidence.clone() }
    };
    used.figures.iter().map(shown).collect()
}

pub(super) fn unit(indicator: &Indicator, standard: &Standard) -> Unit {
    match indicator {
        Indicator::Rate(rate, _) => Unit::Per(rate.per),
        Indicator::YesNo(_) => Unit::YesNo,
        Indicator::Choice(field) => match standard.fields.get(field.0).map(|field| &field.kind) {
            Some(FieldKind::Choice(choices)) => Unit::Choice(choices.iter().map(|c| c.label.clone()).collect()),
            _ => Unit::Number,
        },
        Indicator::Script(used, _) if used.per > 1 => Unit::Per(used.per),
        Indicator::Value(..) | Indicator::Change(..) | Indicator::YearsInARow(_) | Indicator::Script(..) => {
            Unit::Number
        }
    }
}

fn steps(scale: &Scale) -> Box<dyn Iterator<Item = &Step> + '_> {
    match scale {
        Scale::Steps(steps) => Box::new(steps.iter()),
        Scale::StepsByClass { lists, .. } => Box::new(lists.iter().flatten()),
        Scale::Deduction(_) | Scale::Linear(_) => Box::new(std::iter::empty()),
    }
}

fn step_info(step: &Step, range: Text) -> StepInfo {
    let Figure { value, origin } = &step.points;
    StepInfo { range, points: Some(*value), status: origin.status, evidence: origin.evidence.clone() }
}

/// In the order of the compiled conditions: criteria, vetoes, gates, the total.
fn conditions(standard: &Standard) -> Vec<ConditionInfo> {
    let recognition = &standard.recognition;
    let mut conditions = Vec::new();
    for criterion in &standard.criteria {
        let mut add = |kind| {
            conditions.push(ConditionInfo {
                id: criterion.id.clone(),
                label: criterion.title.clone(),
                kind,
                cites: Some(criterion.cites.clone()),
            });
        };
        if recognition.every_criterion_above.is_some() {
            add(ConditionKind::CriterionAbove);
        }
        for _ in [&recognition.every_criterion_at_least, &criterion.minimum].into_iter().flatten() {
            add(ConditionKind::CriterionMinimum);
        }
    }
    let vetoes = recognition.vetoes.iter().map(|fact| (fact, ConditionKind::Veto));
    let gates = recognition.gates.iter().map(|fact| (fact, ConditionKind::Gate));
    conditions.extend(vetoes.chain(gates).map(|(fact, kind)| ConditionInfo {
        id: fact.id.clone(),
        label: fact.label.clone(),
        kind,
        cites: fact.cites.clone(),
    }));
    let totals = usize::from(recognition.threshold.is_some()) + usize::from(!recognition.levels.is_empty());
    conditions.extend((0..totals).map(|_| ConditionInfo {
        id: "total".to_owned(),
        label: Text::of("Tổng điểm", "Total points"),
        kind: ConditionKind::Total,
        cites: None,
    }));
    conditions
}

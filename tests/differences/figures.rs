//! One figure of the law with another value is one change, in its own place.

use crate::{OLD, one_change, standard};
use cfc::criteria::load;
use cfc::criteria::model::{Bound, ItemRule, Scale, Standard, Step, Threshold};
use cfc::diag::Source;
use cfc::lang::Text;
use cfc::quantity::{Decimal, Points};

fn raise(points: &mut Points) {
    *points += Points::thousandths(1);
}

fn raised(number: Decimal) -> Decimal {
    Decimal::new(number.mantissa() * 10 + 1, number.scale() + 1)
}

/// One variant of a standard per figure of a list of steps: other points in a line, another edge between two lines.
fn each_step(steps: &mut Vec<Step>, mut check: impl FnMut(&mut Vec<Step>)) {
    let kept = steps.clone();
    for at in 0..kept.len() {
        raise(&mut steps[at].points.value);
        check(steps);
        steps.clone_from(&kept);
    }
    for at in 0..kept.len() {
        let edge = match kept[at].from {
            Bound::Included(edge) | Bound::Excluded(edge) if kept[at].from != kept[at].to => edge,
            _ => continue,
        };
        // A line for one value alone has it as both of its edges.
        if kept.iter().any(|step| step.from == step.to && step.from == Bound::Included(edge)) {
            continue;
        }
        let other = |bound: Bound| match bound {
            Bound::Included(other) if other.trimmed() == edge.trimmed() => Bound::Included(raised(other)),
            Bound::Excluded(other) if other.trimmed() == edge.trimmed() => Bound::Excluded(raised(other)),
            bound => bound,
        };
        for step in steps.iter_mut() {
            (step.from, step.to) = (other(step.from), other(step.to));
        }
        check(steps);
        steps.clone_from(&kept);
    }
}

/// Every rule of an item with one of its figures another one.
fn each_rule(rule: &ItemRule) -> Vec<ItemRule> {
    match rule {
        ItemRule::Script(used) => {
            let figure = |at: usize| {
                let mut used = used.clone();
                used.figures[at].1.value = raised(used.figures[at].1.value);
                ItemRule::Script(used)
            };
            (0..used.figures.len()).map(figure).collect()
        }
        ItemRule::Scaled { scale, .. } => {
            let with = |other: Scale| {
                let mut rule = rule.clone();
                if let ItemRule::Scaled { scale, .. } = &mut rule {
                    *scale = other;
                }
                rule
            };
            each_scale(scale).into_iter().map(with).collect()
        }
    }
}

fn each_scale(scale: &Scale) -> Vec<Scale> {
    let mut all = Vec::new();
    match scale {
        Scale::Steps(steps) => each_step(&mut steps.clone(), |steps| all.push(Scale::Steps(steps.clone()))),
        Scale::StepsByClass { lists, list_of } => {
            for list in 0..lists.len() {
                each_step(&mut lists[list].clone(), |steps| {
                    let mut lists = lists.clone();
                    lists[list].clone_from(steps);
                    all.push(Scale::StepsByClass { lists, list_of: list_of.clone() });
                });
            }
        }
        Scale::Deduction(figure) => all.extend((0..3).map(|at| {
            let mut figure = figure.clone();
            let deduction = &mut figure.value;
            raise([&mut deduction.start, &mut deduction.per_case, &mut deduction.floor][at]);
            Scale::Deduction(figure)
        })),
        Scale::Linear(figure) => all.extend((0..2).map(|at| {
            let mut figure = figure.clone();
            let linear = &mut figure.value;
            let end = if at == 0 { &mut linear.from } else { &mut linear.to };
            *end = raised(*end);
            Scale::Linear(figure)
        })),
    }
    all
}

/// Another value in every figure of the items of a standard, one at a time; how many there were.
fn every_item_figure(which: &str) -> usize {
    let old = standard(which);
    let mut figures = 0;
    for criterion in 0..old.criteria.len() {
        for item in 0..old.criteria[criterion].items.len() {
            for rule in each_rule(&old.criteria[criterion].items[item].rule) {
                let mut new = old.clone();
                new.criteria[criterion].items[item].rule = rule;
                one_change(&old, &new, &old.criteria[criterion].items[item].id);
                figures += 1;
            }
        }
    }
    figures
}

#[test]
fn one_figure_of_an_item_is_one_change_that_names_the_item() {
    for (which, least) in [("qd-06-2019", 100), ("tests/standards/every-shape.toml", 50), (OLD, 15)] {
        let figures = every_item_figure(which);
        assert!(figures >= least, "{which}: {figures}");
    }
}

#[test]
fn one_figure_of_the_head_a_criterion_or_a_condition_is_one_change_in_its_place() {
    let old = standard("qd-06-2019");
    let changed = |edit: &dyn Fn(&mut Standard), path: &str| {
        let mut new = old.clone();
        edit(&mut new);
        one_change(&old, &new, path)
    };
    changed(&|new| raise(&mut new.total_points.value), "standard.total_points");
    changed(&|new| raise(&mut new.recognition.every_criterion_above.as_mut().unwrap().value), "recognition");
    for (at, class) in old.classes.iter().enumerate() {
        let edit = |new: &mut Standard| {
            let Some(Threshold::ByClass(list)) = &mut new.recognition.threshold else { unreachable!() };
            raise(&mut list[at].value);
        };
        changed(&edit, &format!("recognition.threshold.total.{}", class.id));
    }
    for (at, criterion) in old.criteria.iter().enumerate() {
        changed(&|new| raise(&mut new.criteria[at].points.value), &format!("{}.points", criterion.id));
        for rule in 0..criterion.zero_when.len() {
            let edit = |new: &mut Standard| {
                let fact = &mut new.criteria[at].zero_when[rule];
                let (Bound::Included(end) | Bound::Excluded(end)) = fact.from else { unreachable!() };
                fact.from = Bound::Included(raised(end));
            };
            changed(&edit, &format!("{}.zero_when.{}", criterion.id, criterion.zero_when[rule].id));
        }
    }
}

#[test]
fn a_figure_changed_in_the_text_of_the_file_is_told_with_both_values() {
    let text = std::fs::read_to_string("criteria/qd-06-2019.toml").unwrap();
    let old = standard("qd-06-2019");
    let scripts = |name: &str| {
        let place = format!("scripts/qd-06-2019/{name}.rhai");
        std::fs::read_to_string(&place).map(|text| Source::new(&place, &text)).map_err(|_| vec![place])
    };
    let (mut told, mut at, mut id) = (0, 0, "");
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("id = \"") {
            id = rest.trim_end_matches('"');
        }
        for key in ["points = ", "at_least = "] {
            let Some(place) = line.find(key).filter(|_| line.starts_with("  {") && line.contains("status")) else {
                continue;
            };
            let digits: String = line[place + key.len()..].chars().take_while(char::is_ascii_digit).collect();
            let (from, to) = (at + place + key.len(), at + place + key.len() + digits.len());
            let other = format!("{digits}.5");
            let (new, report) =
                load::from_text(&Source::new("new.toml", &[&text[..from], &other, &text[to..]].concat()), &scripts);
            // The most points of an item have to add up: such a file does not load.
            let Some(new) = new.filter(|_| !report.has_errors()) else { continue };
            let change = one_change(&old, &new, if key.starts_with('a') { "recognition" } else { id });
            let ends = |text: Option<Text>| text.unwrap().en;
            assert_eq!((ends(change.before), ends(change.after)), (digits.clone(), other), "{line}");
            assert!(change.status_before.is_some() && change.status_before == change.status_after, "{line}");
            told += 1;
        }
        at += line.len() + 1;
    }
    assert!(told >= 35, "{told}");
}

//! Every figure of a standard with its path and status: for counting how far a standard has been verified.

use super::model::{
    Combine, Criterion, Fact, Figure, Indicator, Item, ItemRule, Origin, Recognition, Scale, ScriptUse, Standard, Step,
    Threshold, WhenEmpty,
};
use crate::quantity::Rounding;

/// Paths with the origin of what stands there.
type Figures<'a> = Vec<(String, &'a Origin)>;

impl Standard {
    /// Every figure in the order of the model, each with a path such as `immunisation.points` or
    /// `immunisation.rate.scale.bands.2`. A table with several numbers and one status (a cut-off, yes and no, a
    /// deduction) is one figure.
    #[must_use]
    pub fn figures(&self) -> Vec<(String, &Origin)> {
        let mut all = vec![("standard.total_points".to_owned(), &self.total_points.origin)];
        all.extend(self.points_rounding.as_ref().map(|r| ("standard.points_rounding".to_owned(), &r.origin)));
        all.extend(self.assessed_on.as_ref().map(|day| ("standard.assessed_on".to_owned(), &day.origin)));
        recognition(&self.recognition, &mut all);
        for (at, class) in self.classes.iter().enumerate() {
            if let Some(Threshold::ByClass(list)) = &self.recognition.threshold {
                all.extend(list.get(at).map(|f| (format!("recognition.threshold.total.{}", class.id), &f.origin)));
            }
        }
        for criterion in &self.criteria {
            self::criterion(criterion, &mut all);
        }
        all
    }
}

fn recognition<'a>(recognition: &'a Recognition, all: &mut Figures<'a>) {
    if let Some(Threshold::Same(figure)) = &recognition.threshold {
        all.push(("recognition.threshold.total".to_owned(), &figure.origin));
    }
    let above = recognition.every_criterion_above.as_ref();
    all.extend(above.map(|f| ("recognition.every_criterion_above".to_owned(), &f.origin)));
    let at_least = recognition.every_criterion_at_least.as_ref();
    all.extend(at_least.map(|f| ("recognition.every_criterion_at_least".to_owned(), &f.origin)));
    for fact in &recognition.vetoes {
        self::fact("recognition.veto", fact, all);
    }
    for fact in &recognition.gates {
        self::fact("recognition.gate", fact, all);
    }
    all.extend(recognition.levels.iter().map(|l| (format!("recognition.level.{}", l.id), &l.origin)));
    if let Some(used) = &recognition.total_script {
        script("recognition.script", used, all);
    }
}

fn criterion<'a>(criterion: &'a Criterion, all: &mut Figures<'a>) {
    let path = |key: &str| format!("{}.{key}", criterion.id);
    all.push((path("points"), &criterion.points.origin));
    if let Combine::Script(used) = &criterion.combine {
        script(&path("combine"), used, all);
    }
    all.extend(criterion.floor.as_ref().map(|figure| (path("floor"), &figure.origin)));
    all.extend(criterion.minimum.as_ref().map(|figure| (path("minimum"), &figure.origin)));
    for fact in &criterion.zero_when {
        self::fact(&path("zero_when"), fact, all);
    }
    for item in &criterion.items {
        self::item(item, all);
    }
}

fn fact<'a>(path: &str, fact: &'a Fact, all: &mut Figures<'a>) {
    let path = format!("{path}.{}", fact.id);
    all.push((path.clone(), &fact.origin));
    all.extend(fact.when_empty_origin.as_ref().map(|origin| (format!("{path}.when_empty"), origin)));
    indicator(&path, &fact.indicator, all);
}

fn item<'a>(item: &'a Item, all: &mut Figures<'a>) {
    if let Some(gate) = &item.gate {
        fact(&format!("{}.gate", item.id), gate, all);
    }
    match &item.rule {
        ItemRule::Script(used) => script(&format!("{}.script", item.id), used, all),
        ItemRule::Scaled { indicator, when_empty, scale } => {
            self::indicator(&item.id, indicator, all);
            match when_empty {
                WhenEmpty::Never | WhenEmpty::Missing => {}
                WhenEmpty::Points(Figure { origin, .. })
                | WhenEmpty::NotApplicable(Figure { origin, .. })
                | WhenEmpty::LeaveOut(origin) => all.push((format!("{}.when_empty", item.id), origin)),
            }
            self::scale(&format!("{}.scale", item.id), scale, all);
        }
    }
}

fn indicator<'a>(path: &str, indicator: &'a Indicator, all: &mut Figures<'a>) {
    let round: &Option<Figure<Rounding>> = match indicator {
        Indicator::Rate(_, round) | Indicator::Value(_, round) | Indicator::Change(_, round) => round,
        Indicator::Script(used, round) => {
            script(&format!("{path}.indicator.script"), used, all);
            round
        }
        Indicator::YesNo(_) | Indicator::Choice(_) | Indicator::YearsInARow(_) => &None,
    };
    all.extend(round.as_ref().map(|figure| (format!("{path}.indicator.round"), &figure.origin)));
}

fn scale<'a>(path: &str, scale: &'a Scale, all: &mut Figures<'a>) {
    match scale {
        Scale::Steps(list) => steps(path, list, all),
        Scale::StepsByClass { lists, .. } => {
            for (at, list) in lists.iter().enumerate() {
                steps(&format!("{path}.{at}"), list, all);
            }
        }
        Scale::Deduction(figure) => all.push((path.to_owned(), &figure.origin)),
        Scale::Linear(figure) => all.push((path.to_owned(), &figure.origin)),
    }
}

/// Lines of one table (a cut-off, yes and no) stand at the same place and are one figure.
fn steps<'a>(path: &str, list: &'a [Step], all: &mut Figures<'a>) {
    let mut previous = None;
    for (at, step) in list.iter().enumerate() {
        let origin = &step.points.origin;
        if previous != Some(&origin.span) {
            all.push((format!("{path}.{at}"), origin));
        }
        previous = Some(&origin.span);
    }
}

fn script<'a>(path: &str, used: &'a ScriptUse, all: &mut Figures<'a>) {
    all.extend(used.origin.as_ref().map(|origin| (path.to_owned(), origin)));
    all.extend(used.figures.iter().map(|(name, figure)| (format!("{path}.figures.{name}"), &figure.origin)));
}

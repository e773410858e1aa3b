//! Every figure of a standard with its path, what it is in words, its value and where it comes from: for counting and
//! listing how far a standard has been verified.

mod words;

use super::model::{
    Combine, Criterion, Fact, Figure, Indicator, Item, ItemRule, Origin, Recognition, Scale, ScriptUse, Standard, Step,
    Threshold, WhenEmpty,
};
use crate::lang::{Lang, Text};
use crate::quantity::{Rounding, Version};

/// A figure of the law as a list shows it.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    /// Where it stands, such as `immunisation.points` or `immunisation.rate.scale.2`; versions of one figure have the
    /// same.
    pub path: String,
    /// Position of its criterion; `None` for the head of the standard and the conditions of recognition.
    pub criterion: Option<usize>,
    /// Title of its item, or label of its fact or level, when it belongs to one.
    pub of: Option<&'a Text>,
    /// What it is: `điểm tối đa`, `mức ≥ 98`.
    pub what: Text,
    /// Its value for people, with its unit: `50 điểm`.
    pub value: Text,
    /// Status and evidence, and its place in the criteria file.
    pub origin: &'a Origin,
}

impl Listed<'_> {
    /// The title it belongs to and what it is, in one line.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        let what = self.what.get(lang);
        self.of.map_or_else(|| what.to_owned(), |of| format!("{}: {what}", of.get(lang)))
    }
}

impl Standard {
    /// Every figure in the order of the model. A table with several numbers and one status (a cut-off, yes and no, a
    /// deduction) is one figure.
    #[must_use]
    pub fn figures(&self) -> Vec<Listed<'_>> {
        let mut walk = Walk { standard: self, all: Vec::new(), criterion: None, of: None };
        walk.head();
        walk.assessed_on();
        walk.recognition(&self.recognition);
        for (at, criterion) in self.criteria.iter().enumerate() {
            walk.criterion = Some(at);
            walk.criterion(criterion);
        }
        walk.all
    }
}

/// The figures of all versions of a standard, in order of time; one that is not in all of them says on which days it is
/// in force.
#[must_use]
pub fn of_versions<'a>(versions: &[&'a Standard]) -> Vec<Listed<'a>> {
    let mut all: Vec<(Listed<'a>, Version, usize)> = Vec::new();
    for standard in versions {
        for figure in standard.figures() {
            let same = |known: &Listed<'_>| known.path == figure.path && known.origin.span == figure.origin.span;
            if let Some((_, days, times)) = all.iter_mut().find(|(known, ..)| same(known)) {
                days.until = standard.version.until;
                *times += 1;
                continue;
            }
            let beside = all.iter().rposition(|(known, ..)| known.path == figure.path);
            let beside = beside.or_else(|| all.iter().rposition(|(known, ..)| known.criterion == figure.criterion));
            all.insert(beside.map_or(all.len(), |at| at + 1), (figure, standard.version, 1));
        }
    }
    let said = |(mut figure, days, times): (Listed<'a>, Version, usize)| {
        if times < versions.len() {
            figure.what = words::in_force(&figure.what, days);
        }
        figure
    };
    all.into_iter().map(said).collect()
}

/// Goes through a standard and lists what it finds.
struct Walk<'a> {
    standard: &'a Standard,
    all: Vec<Listed<'a>>,
    criterion: Option<usize>,
    of: Option<&'a Text>,
}

impl<'a> Walk<'a> {
    fn add(&mut self, path: impl Into<String>, what: Text, value: Text, origin: &'a Origin) {
        let (criterion, of) = (self.criterion, self.of);
        self.all.push(Listed { path: path.into(), criterion, of, what, value, origin });
    }

    /// Lists what `inside` finds as belonging to `title`.
    fn under(&mut self, title: &'a Text, inside: impl FnOnce(&mut Self)) {
        let before = self.of.replace(title);
        inside(self);
        self.of = before;
    }

    fn head(&mut self) {
        let total = &self.standard.total_points;
        self.add("standard.total_points", words::total_points(), words::points(total.value), &total.origin);
        if let Some(rounding) = &self.standard.points_rounding {
            let what = words::points_rounding();
            self.add("standard.points_rounding", what, rounding.value.words(), &rounding.origin);
        }
    }

    fn assessed_on(&mut self) {
        if let Some(day) = &self.standard.assessed_on {
            self.add("standard.assessed_on", words::assessed_on(), words::day(day.value), &day.origin);
        }
    }

    fn recognition(&mut self, recognition: &'a Recognition) {
        self.every_criterion(recognition);
        for fact in &recognition.vetoes {
            self.fact("recognition.veto", &words::veto(), fact);
        }
        for fact in &recognition.gates {
            self.fact("recognition.gate", &words::gate(), fact);
        }
        for level in &recognition.levels {
            let value = words::points_between(level.from, level.to);
            self.under(&level.label, |walk| {
                walk.add(format!("recognition.level.{}", level.id), words::level(), value, &level.origin);
            });
        }
        if let Some(used) = &recognition.total_script {
            self.script("recognition.script", used);
        }
        self.thresholds(recognition);
    }

    fn every_criterion(&mut self, recognition: &'a Recognition) {
        if let Some(above) = &recognition.every_criterion_above {
            let value = words::more_than(above.value);
            self.add("recognition.every_criterion_above", words::every_criterion(), value, &above.origin);
        }
        if let Some(least) = &recognition.every_criterion_at_least {
            let value = words::minimum(least.value);
            self.add("recognition.every_criterion_at_least", words::every_criterion(), value, &least.origin);
        }
    }

    fn thresholds(&mut self, recognition: &'a Recognition) {
        match &recognition.threshold {
            Some(Threshold::Same(figure)) => {
                let value = words::at_least(figure.value);
                self.add("recognition.threshold.total", words::threshold(None), value, &figure.origin);
            }
            Some(Threshold::ByClass(list)) => {
                for (class, figure) in self.standard.classes.iter().zip(list) {
                    let path = format!("recognition.threshold.total.{}", class.id);
                    let what = words::threshold(Some(&class.label));
                    self.add(path, what, words::at_least(figure.value), &figure.origin);
                }
            }
            None => {}
        }
    }

    fn criterion(&mut self, criterion: &'a Criterion) {
        let path = |key: &str| format!("{}.{key}", criterion.id);
        let points = &criterion.points;
        self.add(path("points"), words::most_points(), words::points(points.value), &points.origin);
        if let Combine::Script(used) = &criterion.combine {
            self.script(&path("combine"), used);
        }
        if let Some(floor) = &criterion.floor {
            self.add(path("floor"), words::floor(), words::points(floor.value), &floor.origin);
        }
        if let Some(minimum) = &criterion.minimum {
            self.add(path("minimum"), words::minimum_of_criterion(), words::minimum(minimum.value), &minimum.origin);
        }
        for fact in &criterion.zero_when {
            self.fact(&path("zero_when"), &words::zero_when(), fact);
        }
        for item in &criterion.items {
            self.under(&item.title, |walk| walk.item(item));
        }
    }

    fn fact(&mut self, path: &str, what: &Text, fact: &'a Fact) {
        let path = format!("{path}.{}", fact.id);
        let value = self.standard.range_in_words(&fact.indicator, fact.from, fact.to);
        self.under(&fact.label, |walk| {
            walk.add(path.clone(), what.clone(), value, &fact.origin);
            if let (Some(origin), Some(holds)) = (&fact.when_empty_origin, fact.when_empty) {
                walk.add(format!("{path}.when_empty"), words::when_empty(), words::holds(holds), origin);
            }
            walk.indicator(&path, &fact.indicator);
        });
    }

    fn item(&mut self, item: &'a Item) {
        if let Some(gate) = &item.gate {
            self.fact(&format!("{}.gate", item.id), &words::gate(), gate);
        }
        match &item.rule {
            ItemRule::Script(used) => {
                let path = format!("{}.script", item.id);
                if let Some(origin) = &used.origin {
                    self.add(path.clone(), words::script_points(), words::from_to(item.least, item.most), origin);
                }
                self.script(&path, used);
            }
            ItemRule::Scaled { indicator, when_empty, scale } => {
                self.indicator(&item.id, indicator);
                self.when_empty(&item.id, when_empty);
                self.scale(&format!("{}.scale", item.id), indicator, scale);
            }
        }
    }

    fn when_empty(&mut self, id: &str, when_empty: &'a WhenEmpty) {
        let (value, origin) = match when_empty {
            WhenEmpty::Never | WhenEmpty::Missing => return,
            WhenEmpty::Points(Figure { value, origin }) => (words::points(*value), origin),
            WhenEmpty::NotApplicable(Figure { value, origin }) => (words::not_applicable(*value), origin),
            WhenEmpty::LeaveOut(origin) => (words::left_out(), origin),
        };
        self.add(format!("{id}.when_empty"), words::when_empty(), value, origin);
    }

    fn indicator(&mut self, path: &str, indicator: &'a Indicator) {
        let round: &Option<Figure<Rounding>> = match indicator {
            Indicator::Rate(_, round) | Indicator::Value(_, round) | Indicator::Change(_, round) => round,
            Indicator::Script(used, round) => {
                self.script(&format!("{path}.indicator.script"), used);
                round
            }
            Indicator::YesNo(_) | Indicator::Choice(_) | Indicator::YearsInARow(_) => &None,
        };
        if let Some(figure) = round {
            let value = figure.value.words();
            self.add(format!("{path}.indicator.round"), words::round_before(), value, &figure.origin);
        }
    }

    fn scale(&mut self, path: &str, indicator: &'a Indicator, scale: &'a Scale) {
        match scale {
            Scale::Steps(list) => self.steps(path, indicator, list, &[]),
            Scale::StepsByClass { lists, list_of } => {
                for (at, list) in lists.iter().enumerate() {
                    let classes = self.standard.classes.iter().zip(list_of).filter(|(_, of)| **of == at);
                    let classes: Vec<&Text> = classes.map(|(class, _)| &class.label).collect();
                    self.steps(&format!("{path}.{at}"), indicator, list, &classes);
                }
            }
            Scale::Deduction(figure) => {
                self.add(path, words::deduction_scale(), words::deduction(&figure.value), &figure.origin);
            }
            Scale::Linear(figure) => {
                self.add(path, words::linear_scale(), words::linear(&figure.value), &figure.origin);
            }
        }
    }

    /// Lines of one table (a cut-off, yes and no) stand at the same place and are one figure.
    fn steps(&mut self, path: &str, indicator: &'a Indicator, list: &'a [Step], classes: &[&Text]) {
        for (at, lines) in list.chunk_by(|a, b| a.points.origin.span == b.points.origin.span).enumerate() {
            let range = |step: &Step| self.standard.range_in_words(indicator, step.from, step.to);
            let (what, value) = match lines {
                [one] => (words::band(&range(one)), words::points(one.points.value)),
                several => (words::scale(), words::lines(several.iter().map(|s| (range(s), s.points.value)))),
            };
            if let Some(first) = lines.first() {
                self.add(format!("{path}.{at}"), words::for_classes(what, classes), value, &first.points.origin);
            }
        }
    }

    fn script(&mut self, path: &str, used: &'a ScriptUse) {
        for (name, figure) in &used.figures {
            let value = figure.value.words();
            self.add(format!("{path}.figures.{name}"), words::script_figure(name), value, &figure.origin);
        }
    }
}

//! Facts, conditions of recognition and levels, laid out as parts; and the values of scripts.

use super::head::part;
use super::part::{Leaf, Part, Place, under};
use super::words::{self, Side};
use crate::criteria::model::{Fact, Indicator, Level, ScriptUse, Threshold};
use crate::lang::Text;
use crate::result::difference::{Area, Weight};

impl Side<'_> {
    /// Thresholds, what every criterion must have, the script of the total.
    pub(super) fn recognition(&self) -> Part {
        let recognition = &self.standard.recognition;
        let mut leaves = self.thresholds();
        leaves.extend(recognition.every_criterion_above.as_ref().map(|figure| {
            let label = Text::of("Mỗi tiêu chí phải trên (điểm)", "Every criterion above (points)");
            Leaf::figure("every_criterion_above", label, words::points(figure.value), &figure.origin)
        }));
        leaves.extend(recognition.every_criterion_at_least.as_ref().map(|figure| {
            let label = Text::of("Mỗi tiêu chí phải đạt ít nhất", "Every criterion at least");
            Leaf::figure("every_criterion_at_least", label, words::minimum(figure.value), &figure.origin)
        }));
        if let Some(used) = &recognition.total_script {
            leaves.extend(self.script(used, "script", &Text::of("Tổng điểm", "Total points")));
        }
        Part { leaves, ..part("recognition", &Text::default(), place("recognition", None, None), Text::default()) }
    }

    fn thresholds(&self) -> Vec<Leaf> {
        let label = Text::of("Ngưỡng công nhận", "Threshold");
        match &self.standard.recognition.threshold {
            None => Vec::new(),
            Some(Threshold::Same(figure)) => {
                vec![Leaf::figure("threshold.total", label, words::points(figure.value), &figure.origin)]
            }
            Some(Threshold::ByClass(figures)) => {
                let classes = (0..figures.len()).map(|at| self.class(crate::criteria::model::ClassIx(at)));
                let figures = figures.iter().zip(classes).map(|(figure, (id, class))| {
                    let key = format!("threshold.total.{id}");
                    Leaf::figure(&key, under(&label, &class), words::points(figure.value), &figure.origin)
                });
                figures.collect()
            }
        }
    }

    /// Vetoes, gates and levels.
    pub(super) fn conditions(&self) -> Vec<Part> {
        let recognition = &self.standard.recognition;
        let of = |facts: &[Fact], key: &str, what: &Text| -> Vec<Part> {
            facts.iter().map(|fact| self.fact(fact, what, &place(&format!("recognition.{key}"), None, None))).collect()
        };
        let mut parts = of(&recognition.vetoes, "veto", &Text::of("Không công nhận khi", "Not recognised when"));
        parts.extend(of(&recognition.gates, "gate", &Text::of("Chỉ chấm điểm khi", "Scored only when")));
        parts.extend(recognition.levels.iter().map(|level| self.level(level)));
        parts
    }

    /// A condition as a part; `place` is where the list it is in stands.
    pub(super) fn fact(&self, fact: &Fact, what: &Text, list: &Place) -> Part {
        let place = Place {
            path: format!("{}.{}", list.path, fact.id),
            subject: Some(under(what, &fact.label)),
            cites: fact.cites.clone().or_else(|| list.cites.clone()),
            ..list.clone()
        };
        let mut leaves = self.fact_values(fact, "when", &Text::default());
        let summary = leaves.first().map(|leaf| leaf.value.clone()).unwrap_or_default();
        leaves.extend(
            fact.cites
                .as_ref()
                .map(|cites| Leaf::wording("cites", Text::of("Điều khoản", "Article"), Text::same(cites))),
        );
        Part { leaves, status: Some(fact.origin.status), ..part(&fact.id, &fact.label, place, summary) }
    }

    /// The values of a fact; `what` says whose they are, where that is not said elsewhere.
    pub(super) fn fact_values(&self, fact: &Fact, key: &str, what: &Text) -> Vec<Leaf> {
        let named = |label: Text| if what.vi.is_empty() { label } else { under(what, &label) };
        let (id, label) = self.indicator(&fact.indicator);
        let ends = words::ends(fact.from, fact.to, Some(&fact.indicator), self.standard);
        let value = Text::of(format!("{} {}", label.vi, ends.vi), format!("{} {}", label.en, ends.en));
        let same = format!("{id} {}", words::ends_key(fact.from, fact.to));
        let mut leaves =
            vec![Leaf::figure(key, named(Text::of("Điều kiện", "Condition")), value, &fact.origin).compared_by(same)];
        if let (Some(holds), Some(origin)) = (fact.when_empty, &fact.when_empty_origin) {
            let label = named(Text::of("Coi là đúng khi mẫu số bằng 0", "Taken as true at 0/0"));
            leaves.push(Leaf::figure(&format!("{key}.when_empty"), label, words::yes(holds), origin));
        }
        leaves.extend(self.measure(&fact.indicator, key, what));
        leaves
    }

    /// The rounding and the script of an indicator.
    pub(super) fn measure(&self, indicator: &Indicator, key: &str, what: &Text) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        if let Indicator::Script(used, _) = indicator {
            leaves.extend(self.script(used, &format!("{key}.script"), what));
        }
        leaves.extend(words::rounding_of(indicator).map(|round| {
            let label = Text::of("Làm tròn trước khi so với thang điểm", "Rounding before it meets the scale");
            Leaf::figure(&format!("{key}.round"), label, round.value.words(), &round.origin)
        }));
        leaves
    }

    /// The text of a script and what is passed to it.
    pub(super) fn script(&self, used: &ScriptUse, key: &str, what: &Text) -> Vec<Leaf> {
        let named = |label: Text| if what.vi.is_empty() { label } else { under(what, &label) };
        let mut leaves = Vec::new();
        if let Some(script) = self.standard.scripts.get(used.script.0) {
            let (name, lines) = (&script.name, script.source.text.lines().count());
            let value = Text::of(format!("{name}.rhai, {lines} dòng"), format!("{name}.rhai, {lines} lines"));
            let leaf = Leaf::new(key, named(Text::of("Tập lệnh", "Script")), value);
            let leaf = leaf.compared_by(script.source.text.clone());
            leaves.push(Leaf { script: Some(std::sync::Arc::clone(&script.source)), ..leaf });
        }
        for (name, figure) in &used.figures {
            let label =
                named(Text::of(format!("Con số `{name}` của tập lệnh"), format!("Figure `{name}` of the script")));
            let key = format!("{key}.figures.{name}");
            leaves.push(Leaf::figure(&key, label, figure.value.trimmed().words(), &figure.origin));
        }
        let missing = named(Text::of("Tập lệnh chạy cả khi thiếu số liệu", "Script runs without all figures"));
        leaves.push(Leaf::new(&format!("{key}.accepts_missing"), missing, words::yes(used.accepts_missing)));
        let per = named(Text::of("Tập lệnh: tính trên", "Script: per"));
        leaves.push(Leaf::new(&format!("{key}.per"), per, Text::same(&used.per.to_string())));
        leaves
    }

    fn level(&self, level: &Level) -> Part {
        let ends = words::ends(level.from, level.to, None, self.standard);
        let label = Text::of("Khoảng điểm", "Range of points");
        let same = words::ends_key(level.from, level.to);
        let range = Leaf::figure("range", label, ends.clone(), &level.origin).compared_by(same);
        let subject = under(&Text::of("Mức công nhận", "Level"), &level.label);
        let place = place(&format!("recognition.level.{}", level.id), Some(subject), None);
        let whole = part(&level.id, &level.label, place, ends);
        Part { leaves: vec![range], status: Some(level.origin.status), ..whole }
    }
}

impl Leaf {
    /// The same as something that cannot change points.
    pub(super) fn into_wording(self) -> Self {
        Self { weight: Weight::Wording, ..self }
    }
}

fn place(path: &str, subject: Option<Text>, cites: Option<String>) -> Place {
    Place { area: Area::Recognition, path: path.to_owned(), subject, cites }
}

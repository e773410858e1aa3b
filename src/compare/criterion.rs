//! Criteria and items laid out as parts.

use super::head::part;
use super::part::{Leaf, Part, Place, under};
use super::scale::{Bands, List};
use super::words::{self, Side};
use crate::criteria::model::{
    ClassIx, Combine, Criterion, Deduction, Figure, Indicator, Item, ItemRule, Linear, Scale, ScriptUse, WhenEmpty,
};
use crate::lang::{Lang, Text};
use crate::quantity::Points;
use crate::result::difference::Area;

impl Side<'_> {
    /// A criterion without its items and zero rules. `id` is its id in the new standard.
    pub(super) fn criterion(&self, criterion: &Criterion, id: &str) -> Part {
        let place = place(&criterion.id, None, &criterion.cites, id);
        let points = &criterion.points;
        let mut leaves = vec![
            Leaf::figure(
                "points",
                Text::of("Điểm tối đa", "Maximum points"),
                words::points(points.value),
                &points.origin,
            ),
            Leaf::new(
                "combine",
                Text::of("Cách tính từ các nội dung", "Made of its items"),
                combine(&criterion.combine),
            ),
            Leaf::wording("cites", Text::of("Điều khoản", "Article"), Text::same(&criterion.cites)),
            self.follow_up(criterion.follow_up),
        ];
        if let Combine::Script(used) = &criterion.combine {
            leaves.extend(self.script(used, "combine.script", &Text::default()));
        }
        leaves.extend(criterion.floor.as_ref().map(|floor| {
            let label = Text::of("Điểm không dưới", "Points never below");
            Leaf::figure("floor", label, words::points(floor.value), &floor.origin)
        }));
        leaves.extend(criterion.minimum.as_ref().map(|minimum| {
            let label = Text::of("Mức tối thiểu để được công nhận", "Minimum for recognition");
            Leaf::figure("minimum", label, words::minimum(minimum.value), &minimum.origin)
        }));
        let (most, items) = (words::points(points.value), criterion.items.len());
        let summary =
            Text::of(format!("{} điểm, {items} nội dung", most.vi), format!("{} points, items: {items}", most.en));
        let inner = criterion.items.iter().map(|item| self.item(item, criterion, id).content());
        let inner = inner.chain(self.zero_rules(criterion, id).iter().map(Part::content)).collect();
        let status = Some(points.origin.status);
        Part { status, leaves, inner, ..part(&criterion.id, &criterion.title, place, summary) }
    }

    /// The facts that set a criterion to zero.
    pub(super) fn zero_rules(&self, criterion: &Criterion, id: &str) -> Vec<Part> {
        let list = place(&format!("{}.zero_when", criterion.id), None, &criterion.cites, id);
        let what = Text::of("Cả tiêu chí 0 điểm khi", "Whole criterion 0 points when");
        criterion.zero_when.iter().map(|fact| self.fact(fact, &what, &list)).collect()
    }

    /// An item of a criterion that is called `criterion` in the new standard.
    pub(super) fn item(&self, item: &Item, own: &Criterion, criterion: &str) -> Part {
        let place = place(&item.id, Some(item.title.clone()), &item.cites, criterion);
        let mut leaves = vec![
            self.follow_up(item.follow_up),
            Leaf::new("bonus", Text::of("Là điểm thưởng", "Bonus points"), words::yes(item.bonus)),
        ];
        if item.cites != own.cites {
            leaves.push(Leaf::wording("cites", Text::of("Điều khoản", "Article"), Text::same(&item.cites)));
        }
        if let Some(gate) = &item.gate {
            leaves.extend(self.fact_values(gate, "gate", &Text::of("Chỉ chấm khi", "Scored only when")));
        }
        let (scale, summary) = match &item.rule {
            ItemRule::Script(used) => {
                leaves.extend(self.scripted(item, used));
                (None, Text::of("tập lệnh", "script"))
            }
            ItemRule::Scaled { indicator, when_empty, scale } => {
                let (same, measured) = self.indicator(indicator);
                let what = Text::of("Chỉ tiêu", "Indicator");
                leaves.push(Leaf::new("indicator", what, measured.clone()).compared_by(same));
                leaves.extend(self.measure(indicator, "indicator", &Text::default()));
                leaves.extend(when_empty_of(when_empty, item.most));
                let scale = self.scale(scale, indicator);
                let summary = under(&measured, &scale.words());
                (Some(scale), summary)
            }
        };
        // An item follows its criterion when that is renamed; this is no renaming of its own.
        let name = item.id.split_once('.').map_or(item.id.as_str(), |(_, name)| name);
        let id = format!("{criterion}.{name}");
        Part { leaves, scale, ..part(&id, &item.title, place, summary) }
    }

    fn scripted(&self, item: &Item, used: &ScriptUse) -> Vec<Leaf> {
        let mut leaves = self.script(used, "script", &Text::default());
        let ends = [
            ("most", "Điểm cao nhất", "Most points", item.most),
            ("least", "Điểm thấp nhất", "Fewest points", item.least),
        ];
        for (key, vi, en, points) in ends {
            let leaf = Leaf::new(&format!("script.{key}"), Text::of(vi, en), words::points(points));
            leaves.push(match &used.origin {
                Some(origin) => leaf.with("script", origin),
                None => leaf,
            });
        }
        leaves
    }

    fn follow_up(&self, agency: Option<crate::criteria::model::AgencyIx>) -> Leaf {
        let (id, label) = self.agency(agency);
        Leaf::new("follow_up", Text::of("Cơ quan theo dõi", "Followed up by"), label).compared_by(id).into_wording()
    }

    fn scale(&self, scale: &Scale, indicator: &Indicator) -> Bands {
        match scale {
            Scale::Steps(steps) => {
                Bands::Lists { by_class: false, lists: vec![List::new(Vec::new(), steps, indicator, self.standard)] }
            }
            Scale::StepsByClass { lists, list_of } => {
                let classes = |list: usize| {
                    let own = list_of.iter().enumerate().filter(move |(_, of)| **of == list);
                    own.map(|(class, _)| self.class(ClassIx(class))).collect()
                };
                let lists = lists.iter().enumerate();
                let lists = lists.map(|(at, steps)| List::new(classes(at), steps, indicator, self.standard)).collect();
                Bands::Lists { by_class: true, lists }
            }
            Scale::Deduction(figure) => deduction(figure),
            Scale::Linear(figure) => linear(figure),
        }
    }
}

fn place(path: &str, subject: Option<Text>, cites: &str, criterion: &str) -> Place {
    let area = Area::Criterion(criterion.to_owned());
    Place { area, path: path.to_owned(), subject, cites: Some(cites.to_owned()) }
}

fn combine(combine: &Combine) -> Text {
    match combine {
        Combine::Sum => Text::of("cộng các nội dung", "the items add up"),
        Combine::CappedSum => {
            Text::of("cộng các nội dung, không quá điểm tối đa", "the items add up, never above the maximum")
        }
        Combine::Min => Text::of("lấy nội dung thấp nhất", "the lowest item counts"),
        Combine::Max => Text::of("lấy nội dung cao nhất", "the highest item counts"),
        Combine::Script(_) => Text::of("theo tập lệnh", "by a script"),
    }
}

/// Full points stay full points when the scale gives others.
fn when_empty_of(rule: &WhenEmpty, most: Points) -> Option<Leaf> {
    let label = Text::of("Khi mẫu số bằng 0", "When the denominator is 0");
    let given = |points: Points| {
        let words = words::points(points);
        let key = if points == most { "full".to_owned() } else { points.to_string() };
        (key, words)
    };
    let leaf = match rule {
        WhenEmpty::Never => return None,
        WhenEmpty::Missing => Leaf::new("when_empty", label, Text::of("thiếu số liệu", "missing")),
        WhenEmpty::Points(Figure { value, origin }) => {
            let (key, words) = given(*value);
            let words = Text::of(format!("{} điểm", words.vi), format!("{} points", words.en));
            Leaf::figure("when_empty", label, words, origin).compared_by(key)
        }
        WhenEmpty::NotApplicable(Figure { value, origin }) => {
            let (key, words) = given(*value);
            let words = Text::of(
                format!("không áp dụng, tính {} điểm", words.vi),
                format!("not applicable, counted with {} points", words.en),
            );
            Leaf::figure("when_empty", label, words, origin).compared_by(format!("not applicable {key}"))
        }
        WhenEmpty::LeaveOut(origin) => {
            let words =
                Text::of("không áp dụng, điểm chia lại cho phần còn lại", "not applicable, the rest is rescaled");
            Leaf::figure("when_empty", label, words, origin)
        }
    };
    Some(leaf)
}

fn deduction(figure: &Figure<Deduction>) -> Bands {
    let Deduction { start, per_case, every, floor } = figure.value;
    let values = [
        ("start", "Điểm khi không có vụ việc", "Points without a case", words::points(start)),
        ("per_case", "Điểm trừ", "Points taken off", words::points(per_case)),
        ("every", "Số vụ việc cho mỗi lần trừ", "Cases for each deduction", every.trimmed().words()),
        ("floor", "Không dưới", "Never below", words::points(floor)),
    ];
    line("deduction", &values, &figure.origin)
}

fn linear(figure: &Figure<Linear>) -> Bands {
    let Linear { from, to, points_from, points_to } = figure.value;
    let values = [
        ("from", "Từ", "From", from.trimmed().words()),
        ("to", "Đến", "To", to.trimmed().words()),
        ("points_from", "Điểm ở đầu dưới", "Points at the lower end", words::points(points_from)),
        ("points_to", "Điểm ở đầu trên", "Points at the upper end", words::points(points_to)),
    ];
    line("linear", &values, &figure.origin)
}

fn line(kind: &'static str, values: &[(&str, &str, &str, Text); 4], origin: &crate::criteria::model::Origin) -> Bands {
    let all = |lang: Lang| {
        let value =
            |(_, vi, en, value): &(&str, &str, &str, Text)| format!("{}: {}", lang.pick(vi, en), value.get(lang));
        values.iter().map(value).collect::<Vec<_>>().join("; ")
    };
    let words = Text::of(all(Lang::Vi), all(Lang::En));
    let leaves = values.iter().map(|(key, vi, en, value)| {
        let what = Text::of("Thang điểm", "Scale");
        Leaf::new(&format!("scale.{kind}.{key}"), under(&what, &Text::of(*vi, *en)), value.clone())
            .with("scale", origin)
    });
    Bands::Line { kind, leaves: leaves.collect(), words }
}

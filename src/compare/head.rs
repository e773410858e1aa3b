//! The head of a standard, its agencies, area classes and fields, laid out as parts.

use super::part::{Leaf, Part, Place, under};
use super::words::{self, Side};
use crate::criteria::model::{Derived, Field, FieldKind, Formula, Named, Operand, Operator};
use crate::lang::{Lang, Text};
use crate::quantity::Version;
use crate::result::difference::Area;

impl Side<'_> {
    /// Title, citation, dates, total, rounding.
    pub(super) fn head(&self) -> Part {
        let standard = self.standard;
        let total = &standard.total_points;
        let days = Version { from: standard.in_force_from, until: standard.in_force_until };
        let in_force = Text::of(days.display(Lang::Vi), days.display(Lang::En));
        let mut leaves = vec![
            Leaf::wording("citation", Text::of("Số, ký hiệu văn bản", "Citation"), Text::same(&standard.citation)),
            Leaf::wording("in_force", Text::of("Hiệu lực", "In force"), in_force),
            Leaf::figure(
                "total_points",
                Text::of("Tổng điểm", "Total points"),
                words::points(total.value),
                &total.origin,
            ),
            Leaf::wording(
                "rounding",
                Text::of("Làm tròn khi hiển thị", "Rounding for display"),
                standard.rounding.words(),
            ),
        ];
        leaves.extend(standard.points_rounding.as_ref().map(|rounding| {
            let label = Text::of("Làm tròn điểm tính ra", "Rounding of computed points");
            Leaf::figure("points_rounding", label, rounding.value.words(), &rounding.origin)
        }));
        leaves.extend(standard.assessed_on.as_ref().map(|figure| {
            let label = Text::of("Ngày xác định con số của một năm", "Day whose figures count for a year");
            let (day, month) = (figure.value.day, figure.value.month);
            let value = Text::of(format!("{day:02}/{month:02}"), format!("{month:02}-{day:02}"));
            Leaf::figure("assessed_on", label, value, &figure.origin)
        }));
        leaves.extend(standard.code_digits.map(|digits| {
            let label = Text::of("Số chữ số của mã đơn vị", "Digits of a commune code");
            Leaf::wording("code_digits", label, Text::same(&digits.to_string()))
        }));
        leaves.extend(standard.publication.as_ref().map(|policy| {
            let label = Text::of("Số nhỏ không công bố", "Counts that are not published");
            let value = Text::same(&format!("{}–{}", policy.from, policy.to));
            Leaf::wording("publication.hide_counts", label, value)
        }));
        let place = Place { area: Area::Standard, path: "standard".to_owned(), subject: None, cites: None };
        Part { leaves, ..part(&standard.id, &standard.title, place, Text::default()) }
    }

    /// Agencies.
    pub(super) fn agencies(&self) -> Vec<Part> {
        let label = Text::of("Cơ quan", "Agency");
        named(&self.standard.agencies, &Area::Standard, "agency", &label)
    }

    /// Area classes.
    pub(super) fn classes(&self) -> Vec<Part> {
        let label = Text::of("Loại địa bàn", "Area class");
        named(&self.standard.classes, &Area::Classes, "area_class", &label)
    }

    /// Fields and derived fields.
    pub(super) fn fields(&self) -> Vec<Part> {
        let fields = self.standard.fields.iter().map(|field| self.field(field));
        fields.chain(self.standard.derived.iter().map(|derived| self.formula(derived))).collect()
    }

    fn field(&self, field: &Field) -> Part {
        let kind = kind(&field.kind);
        let mut leaves = vec![Leaf::new("type", Text::of("Loại số liệu", "Type"), kind.clone())];
        if let FieldKind::Choice(choices) = &field.kind {
            leaves.extend(choices_of(choices));
        }
        if !field.at_most.is_empty() {
            let others = field.at_most.iter().map(|at| Operand::Field(*at));
            let (ids, labels): (Vec<String>, Vec<Text>) = others.map(|o| (self.operand(o), self.label(o))).unzip();
            let value = join(&labels);
            leaves.push(Leaf::new("at_most", Text::of("Không quá", "At most"), value).compared_by(ids.join(" ")));
        }
        let least =
            [("at_least", "Không dưới", "At least", field.at_least), ("above", "Phải trên", "Above", field.above)];
        for (key, vi, en, limit) in least {
            leaves.extend(limit.map(|limit| Leaf::new(key, Text::of(vi, en), limit.trimmed().words())));
        }
        leaves.extend(self.of_last_year(field));
        let signs = [
            ("means_missing", "Ký hiệu chưa có số liệu", "Signs for no figure", &field.signs.missing),
            ("means_zero", "Ký hiệu của số 0", "Signs for 0", &field.signs.zero),
        ];
        for (key, vi, en, words) in signs.into_iter().filter(|sign| !sign.3.is_empty()) {
            leaves.push(Leaf::new(key, Text::of(vi, en), Text::same(&words.join(", "))));
        }
        if field.sensitive {
            let words = Text::of("có", "yes");
            leaves.push(Leaf::wording("sensitive", Text::of("Số liệu nhạy cảm", "Sensitive"), words));
        }
        leaves.extend(
            field.unit.as_ref().map(|unit| Leaf::wording("unit", Text::of("Đơn vị tính", "Unit"), unit.clone())),
        );
        leaves.extend(
            field.definition.as_ref().map(|definition| {
                Leaf::wording("definition", Text::of("Định nghĩa", "Definition"), definition.clone())
            }),
        );
        let agencies = field.supplied_by.iter().map(|agency| self.agency(Some(*agency)));
        let (ids, labels): (Vec<String>, Vec<Text>) = agencies.unzip();
        if !ids.is_empty() {
            let label = Text::of("Cơ quan cung cấp", "Supplied by");
            leaves.push(Leaf::wording("supplied_by", label, join(&labels)).compared_by(ids.join(" ")));
        }
        Part { leaves, ..column(&field.id, &field.label, kind) }
    }

    fn formula(&self, derived: &Derived) -> Part {
        let label = Text::of("Công thức", "Formula");
        let formula =
            Leaf::new("formula", label, Text::same(&derived.text)).compared_by(self.formula_key(&derived.formula));
        Part { leaves: vec![formula], ..column(&derived.id, &derived.label, Text::same(&derived.text)) }
    }

    fn formula_key(&self, formula: &Formula) -> String {
        match formula {
            Formula::Number(number) => number.trimmed().to_string(),
            Formula::Field(field) => self.operand(Operand::Field(*field)),
            Formula::Binary(left, operator, right) => {
                let operator = match operator {
                    Operator::Plus => '+',
                    Operator::Minus => '-',
                    Operator::Times => '*',
                    Operator::Over => '/',
                };
                format!("({} {operator} {})", self.formula_key(left), self.formula_key(right))
            }
        }
    }
}

/// A part without values.
pub(super) fn part(id: &str, title: &Text, place: Place, summary: Text) -> Part {
    Part {
        id: id.to_owned(),
        title: title.clone(),
        place,
        summary,
        status: None,
        leaves: Vec::new(),
        scale: None,
        inner: String::new(),
    }
}

fn join(labels: &[Text]) -> Text {
    let list = |lang| labels.iter().map(|label| label.get(lang)).collect::<Vec<_>>().join("; ");
    Text::of(list(Lang::Vi), list(Lang::En))
}

fn choices_of(choices: &[Named]) -> [Leaf; 2] {
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    let labels: Vec<Text> = choices.iter().map(|choice| choice.label.clone()).collect();
    let (list, names) = (Text::of("Các lựa chọn", "Choices"), Text::of("Tên các lựa chọn", "Labels of the choices"));
    [Leaf::new("choices", list, Text::same(&ids.join(", "))), Leaf::wording("choices.label", names, join(&labels))]
}

fn kind(kind: &FieldKind) -> Text {
    match kind {
        FieldKind::Count => Text::of("số đếm", "count"),
        FieldKind::YesNo => Text::of("có/không", "yes/no"),
        FieldKind::Percent { digits } => {
            Text::of(format!("phần trăm, {digits} chữ số thập phân"), format!("per cent, decimals: {digits}"))
        }
        FieldKind::Decimal { digits } => {
            Text::of(format!("số thập phân, {digits} chữ số"), format!("decimal, decimals: {digits}"))
        }
        FieldKind::Choice(_) => Text::of("lựa chọn", "choice"),
        FieldKind::Text => Text::of("văn bản", "text"),
    }
}

fn named(list: &[Named], area: &Area, path: &str, what: &Text) -> Vec<Part> {
    let of = |named: &Named| {
        let path = format!("{path}.{}", named.id);
        let place = Place { area: area.clone(), path, subject: Some(under(what, &named.label)), cites: None };
        part(&named.id, &named.label, place, named.label.clone())
    };
    list.iter().map(of).collect()
}

fn column(id: &str, label: &Text, summary: Text) -> Part {
    let subject = Some(label.clone());
    part(id, label, Place { area: Area::Fields, path: format!("field.{id}"), subject, cites: None }, summary)
}

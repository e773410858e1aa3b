//! What a review asks about, laid out as parts: what of a field is compared with last year, and relations of counts.

use super::head::part;
use super::part::{Leaf, Part, Place};
use super::words::Side;
use crate::criteria::model::{Field, Gravity, Holds, Operand, Relation};
use crate::lang::{Lang, Text};
use crate::result::difference::Area;

impl Side<'_> {
    /// Relations of counts. None of them changes points.
    pub(super) fn relations(&self) -> Vec<Part> {
        self.standard.relations.iter().map(|relation| self.relation(relation)).collect()
    }

    fn relation(&self, relation: &Relation) -> Part {
        let operand = |field: &_| Operand::Field(*field);
        let ids: Vec<String> = relation.sum_of.iter().map(|field| self.operand(operand(field))).collect();
        let labels: Vec<Text> = relation.sum_of.iter().map(|field| self.label(operand(field))).collect();
        let other = operand(&relation.holds.field());
        let sum = |lang: Lang| {
            let quoted: Vec<String> = labels.iter().map(|label| format!("“{}”", label.get(lang))).collect();
            quoted.join(" + ")
        };
        let label = self.label(other);
        let (key, title) = match relation.holds {
            Holds::AtMost(_) => (
                "at_most",
                Text::of(
                    format!("Rà soát: {} không quá “{}”", sum(Lang::Vi), label.vi),
                    format!("Review: {} at most “{}”", sum(Lang::En), label.en),
                ),
            ),
            Holds::Needs(_) => (
                "needs",
                Text::of(
                    format!("Rà soát: {} trên 0 thì “{}” trên 0", sum(Lang::Vi), label.vi),
                    format!("Review: where {} is above 0, “{}” is too", sum(Lang::En), label.en),
                ),
            ),
        };
        let id = format!("{}.{key}.{}", ids.join("+"), self.operand(other));
        let level = match relation.gravity {
            Gravity::Contradiction => Text::of("mâu thuẫn", "contradiction"),
            Gravity::Suspicious => Text::of("đáng ngờ", "suspicious"),
        };
        let because = Text::of("Vì sao phải như vậy", "Why it must hold");
        let leaves = vec![
            Leaf::wording("level", Text::of("Mức", "Level"), level.clone()),
            Leaf::wording("because", because, relation.because.clone()),
        ];
        let place =
            Place { area: Area::Standard, path: format!("review.{id}"), subject: Some(title.clone()), cites: None };
        Part { leaves, ..part(&id, &title, place, level) }
    }

    /// What a field is of the year before.
    pub(super) fn of_last_year(&self, field: &Field) -> Vec<Leaf> {
        let of = field.last_year_of.map(|of| {
            let (label, other) = (Text::of("Số liệu năm trước của", "Last year's figure of"), Operand::Field(of));
            Leaf::wording("last_year_of", label, self.label(other)).compared_by(self.operand(other))
        });
        let varies = field.varies_by_year.then(|| {
            let label = Text::of("Mỗi năm một khác", "Another one each year");
            Leaf::wording("varies_by_year", label, Text::of("có", "yes"))
        });
        of.into_iter().chain(varies).collect()
    }
}

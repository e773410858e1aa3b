//! Points of each criterion against its maximum: the mean of the communes whose points are settled and published.

use super::Chart;
use super::drawing::{BAR, Drawing, scaled};
use crate::quantity::{Points, Ratio};
use crate::render::html::Paper;
use crate::render::layout::board::{Board, BoardColumn, Value};
use crate::result::CriterionState;

/// What the communes have of one criterion.
#[derive(Default)]
struct Sum {
    points: Points,
    most: Points,
    communes: usize,
}

/// The chart.
pub(super) fn chart(paper: &Paper<'_>) -> Chart {
    let (words, info) = (paper.words, paper.layout.info);
    let longest = info.criteria.iter().map(|criterion| criterion.points.as_thousandths()).max().unwrap_or(0);
    let mut drawing = Drawing::default();
    let mut rows = Vec::new();
    for (at, criterion) in info.criteria.iter().enumerate() {
        let sum = sum(paper, at);
        let whole = scaled(criterion.points.as_thousandths(), longest, BAR);
        let filled = scaled(sum.points.as_thousandths(), sum.most.as_thousandths(), whole);
        let name = paper.layout.criterion_name(at, criterion);
        let [mean, most] = [sum.points, sum.most].map(|points| mean(paper, points, sum.communes));
        drawing.bar(&name, whole, filled, &format!("{} / {}", mean.line(), criterion.points.display(paper.lang())));
        rows.push(vec![Value::text(name), mean, most, Value::count(sum.communes)]);
    }
    let columns = [words.mean, words.maximum, words.counted].map(|label| BoardColumn::number(label, 12));
    let columns = std::iter::once(BoardColumn::text(words.criterion, 40)).chain(columns).collect();
    let board = Board { id: "", title: words.points.to_owned(), columns, rows, notes: Vec::new() };
    let (title, says) = (words.points.to_owned(), words.points_desc.to_owned());
    Chart { id: "chart-points", title, says, drawing, notes: Vec::new(), board }
}

fn sum(paper: &Paper<'_>, criterion: usize) -> Sum {
    let mut sum = Sum::default();
    for commune in &paper.dossier.sheet.communes {
        let most = paper.dossier.sheet.standard_of(commune).criteria.get(criterion);
        let (Some(score), Some(most)) = (commune.criteria.get(criterion), most) else { continue };
        if matches!(score.state, CriterionState::Scored | CriterionState::Zeroed) && score.low == score.high {
            sum.points += score.high;
            sum.most += most.points;
            sum.communes += 1;
        }
    }
    sum
}

/// Rounded as the standard says; a dash where nobody's points are settled.
fn mean(paper: &Paper<'_>, sum: Points, communes: usize) -> Value {
    let over = i64::try_from(communes).map_or(Ratio::ZERO, Ratio::whole);
    let rounded = |mean| Value::rounded(mean, paper.layout.info.rounding, paper.lang());
    sum.to_ratio().over(over).map_or_else(|| Value::text("–"), rounded)
}

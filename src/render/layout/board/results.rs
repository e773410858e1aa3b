//! The board of results: one row per commune, and the board of its points by criterion.

use super::{Board, BoardColumn, Value};
use crate::render::layout::breakdown::Unknown;
use crate::render::layout::{Column, Layout};
use crate::result::{CommuneScore, CriterionState, Status};

impl Layout<'_> {
    /// One row per commune: who, total, threshold, verdict, reasons, what is missing.
    pub(crate) fn results_board(&self) -> Board {
        let columns = self.needed(&Column::ALL);
        let row = |commune: &CommuneScore| columns.iter().map(|column| self.value(*column, commune)).collect();
        Board {
            id: "results",
            title: self.words.results_title.to_owned(),
            columns: columns.iter().map(|column| self.board_column(*column)).collect(),
            rows: self.sheet.communes.iter().map(row).collect(),
            notes: self.legends(&columns),
        }
    }

    /// One row per commune: the points of every criterion.
    pub(crate) fn criteria_board(&self) -> Board {
        let mut columns = vec![self.board_column(Column::Code), self.board_column(Column::Name)];
        let headers = (0..self.info.criteria.len()).map(|at| self.criterion_header(at));
        columns.extend(headers.map(|header| BoardColumn::number(header, POINTS_WIDTH)));
        columns.push(self.board_column(Column::Total));
        let mut notes = self.breakdown_legends(Unknown::Range);
        notes.extend(self.criteria_list());
        let rows = self.sheet.communes.iter().map(|commune| self.criteria_row(commune)).collect();
        Board { id: "criteria", title: self.words.breakdown_title.to_owned(), columns, rows, notes }
    }

    fn criteria_row(&self, commune: &CommuneScore) -> Vec<Value> {
        let mut row = vec![self.value(Column::Code, commune), self.value(Column::Name, commune)];
        row.extend(commune.criteria.iter().map(|score| {
            let cell = self.points_cell(Some(score), Unknown::Range);
            let is_number = matches!(score.state, CriterionState::Scored | CriterionState::Zeroed);
            let number = Value::points(score.high, self.lang).number.filter(|_| is_number);
            Value { cell, number, provisional: score.status == Status::Provisional }
        }));
        row.push(self.value(Column::Total, commune));
        row
    }

    /// A column of the table of communes on a board.
    pub(crate) fn board_column(&self, column: Column) -> BoardColumn {
        let width = match column {
            Column::Code | Column::Class | Column::Year => 8,
            Column::Total | Column::Threshold | Column::Distance => 12,
            Column::Name | Column::Province | Column::District | Column::Verdict | Column::ShortVerdict => 22,
            Column::Reasons | Column::ReasonsAndMissing | Column::ShortReasons | Column::Missing => 44,
        };
        BoardColumn { label: self.header(column).to_owned(), side: column.side(), wraps: column.wraps(), width }
    }

    /// A commune's value in a column, with the number behind it where there is exactly one.
    pub(crate) fn value(&self, column: Column, commune: &CommuneScore) -> Value {
        let total = commune.total.filter(|total| total.low == total.high);
        let points = match column {
            Column::Total => total.map(|total| total.high),
            Column::Threshold => commune.threshold,
            Column::Distance => total.and_then(|total| Some(total.high - commune.threshold?)),
            _ => None,
        };
        let provisional = match column {
            Column::Total => commune.total.is_some_and(|total| total.status == Status::Provisional),
            Column::Verdict | Column::ShortVerdict => commune.verdict_status == Status::Provisional,
            _ => false,
        };
        let number = points.and_then(|points| Value::points(points, self.lang).number);
        Value { cell: self.cell(column, commune), number, provisional }
    }
}

/// Points of a criterion, or their range.
const POINTS_WIDTH: u16 = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::quantity::{Decimal, Points};

    #[test]
    fn the_number_of_a_value_is_the_number_in_its_text() {
        let value = Value::points(Points::thousandths(820_500), Lang::Vi);
        assert_eq!((value.line().as_str(), value.number), ("820,5", Some(Decimal::new(8205, 1))));
    }
}

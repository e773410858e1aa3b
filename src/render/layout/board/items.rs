//! The board of items: one row per commune and item, with the counts, the value, the line of the scale and its points.

use super::{Board, BoardColumn, Value};
use crate::lang::Lang;
use crate::quantity::{Decimal, Ratio, Rounding, RoundingMode};
use crate::render::layout::{Cell, HIDDEN, Layout, Tone, number};
use crate::result::explanation::Move;
use crate::result::follow_up::NEAR;
use crate::result::{CommuneScore, ItemInfo, ItemScore, Outcome, Status, Unit};

impl Layout<'_> {
    /// One row per commune and item.
    pub(crate) fn items_board(&self) -> Board {
        let words = &self.words.items;
        let near = self.sheet.communes.iter().any(|commune| commune.moves.is_some());
        let mut columns = vec![
            BoardColumn::word(self.words.code, 8),
            BoardColumn::text(self.words.name, 22),
            BoardColumn::word(words.id, 10),
            BoardColumn::text(words.item, 40),
            BoardColumn::number("n", 10),
            BoardColumn::number("N", 10),
            BoardColumn::number(words.value, 10),
            BoardColumn::word(words.unit, 10),
            BoardColumn::text(words.band, 16),
            BoardColumn::number(words.points, 10),
            BoardColumn::number(words.most, 10),
            BoardColumn::text(words.state, 24),
            BoardColumn::text(words.status, 12),
            BoardColumn::text(words.cites, 28),
        ];
        if near {
            columns.extend([words.to_gain, words.to_lose].map(|label| BoardColumn::number(label, 12)));
        }
        let rows = self.sheet.communes.iter().flat_map(|commune| self.item_rows(commune, near)).collect();
        Board { id: "items", title: words.title.to_owned(), columns, rows, notes: Vec::new() }
    }

    fn item_rows(&self, commune: &CommuneScore, near: bool) -> Vec<Vec<Value>> {
        let infos = self.info.criteria.iter().enumerate();
        let infos =
            infos.flat_map(|(c, criterion)| criterion.items.iter().enumerate().map(move |(i, item)| (c, i, item)));
        let row = |(at, ((c, i, info), score)): (usize, ((usize, usize, &ItemInfo), &ItemScore))| {
            let mut row = vec![
                Value::text(commune.identity.code.as_str()),
                Value::text(commune.identity.name.as_str()),
                Value::text(format!("{}.{}", c + 1, i + 1)),
            ];
            row.extend(self.item_cells(info, score));
            if near {
                row.extend(self.near(commune, at));
            }
            row
        };
        infos.zip(&commune.items).enumerate().map(row).collect()
    }

    /// From the item's title to its article.
    pub(crate) fn item_cells(&self, info: &ItemInfo, score: &ItemScore) -> Vec<Value> {
        let [n, over] = self.counts(score);
        let step = score.step.and_then(|step| info.steps.get(usize::from(step)));
        let status = self.words.status(score.status);
        vec![
            Value::text(info.title.get(self.lang)),
            n,
            over,
            self.measured(info, score),
            Value::text(self.unit(&info.unit)),
            Value::text(step.map_or("", |step| step.range.get(self.lang))),
            self.item_points(score),
            Value::points(info.most, self.lang),
            Value::text(self.state(score)),
            Value::text(status),
            Value::text(info.cites.as_str()),
        ]
    }

    /// n and N as counted; empty where nothing was counted.
    pub(crate) fn counts(&self, score: &ItemScore) -> [Value; 2] {
        let counts = score.measured.as_ref().and_then(|measured| measured.counts);
        counts.map_or_else(Default::default, |(n, over)| [n, over].map(|count| exact(count, self.lang)))
    }

    /// The value that met the scale, rounded as the standard says; a yes, a no or a word as such.
    pub(crate) fn measured(&self, info: &ItemInfo, score: &ItemScore) -> Value {
        let Some(measured) = &score.measured else { return Value::default() };
        let position = usize::try_from(measured.value.reduced().numerator()).ok();
        match &info.unit {
            Unit::YesNo => Value::text(if position == Some(0) { self.words.items.no } else { self.words.items.yes }),
            Unit::Choice(words) => {
                let word = position.and_then(|at| words.get(at));
                Value::text(word.map_or("", |word| word.get(self.lang)))
            }
            Unit::Per(_) | Unit::Number | Unit::None => Value::rounded(measured.value, self.info.rounding, self.lang),
        }
    }

    fn unit(&self, unit: &Unit) -> String {
        match unit {
            Unit::Per(100) => "%".to_owned(),
            Unit::Per(per) => format!("{}{}", self.words.items.per, grouped(*per, self.lang)),
            Unit::Number | Unit::YesNo | Unit::Choice(_) | Unit::None => String::new(),
        }
    }

    /// The points of an item, or what they can still become.
    pub(crate) fn item_points(&self, score: &ItemScore) -> Value {
        let provisional = score.status == Status::Provisional;
        match score.outcome {
            Outcome::Scored(points) | Outcome::NotApplicable(Some(points)) => {
                Value::points(points, self.lang).marked(provisional)
            }
            Outcome::NotApplicable(None) => Value::text("–"),
            Outcome::Missing => {
                let range = number::range(score.low, score.high, self.lang);
                Value::of(Cell::toned(range, Tone::Open)).marked(provisional)
            }
            Outcome::Hidden => Value::text(HIDDEN),
        }
    }

    /// Scored, not applicable, missing, with the reason.
    pub(crate) fn state(&self, score: &ItemScore) -> String {
        let words = &self.words.items;
        let state = match score.outcome {
            Outcome::Scored(_) => words.scored,
            Outcome::NotApplicable(_) => words.not_applicable,
            Outcome::Missing => words.missing,
            Outcome::Hidden => self.words.not_published,
        };
        let reason = score.reason.as_ref().map(|reason| self.item_reason(reason)).filter(|reason| reason != state);
        reason.map_or_else(|| state.to_owned(), |reason| format!("{state}: {reason}"))
    }

    /// How many children or cases are between the item and more points, and fewer.
    fn near(&self, commune: &CommuneScore, at: usize) -> [Value; 2] {
        let Some(moves) = &commune.moves else { return Default::default() };
        [&moves.gains, &moves.losses]
            .map(|moves| moves.get(at).and_then(Option::as_ref).map_or_else(Value::default, size))
    }
}

fn size(to: &Move) -> Value {
    let mut value = usize::try_from(to.size).map(Value::count).unwrap_or_default();
    if to.size <= NEAR {
        value.cell.tone = Tone::Open;
    }
    value
}

/// A count or a decimal figure with the digits it has; empty when it has too many.
fn exact(count: Ratio, lang: Lang) -> Value {
    let digits = (0..=Decimal::MOST_DIGITS).find(|digits| {
        let rounding = Rounding { digits: *digits, mode: RoundingMode::Down };
        count.rounded(rounding) == Some(count)
    });
    digits.map_or_else(Value::default, |digits| {
        Value::rounded(count, Rounding { digits, mode: RoundingMode::Down }, lang)
    })
}

/// `10.000` in Vietnamese, `10,000` in English.
fn grouped(n: i64, lang: Lang) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(lang.pick('.', ','));
        }
        out.push(digit);
    }
    out
}

//! Lines of scales, and which line of one is which line of another.

use crate::compare::pair::in_order;
use crate::compare::part::Verified;
use crate::criteria::model::{Bound, Indicator, Standard, Step, range};
use crate::diag::Span;
use crate::lang::Text;
use crate::quantity::{Decimal, Points, Ratio};

/// A line of a scale.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// The word of a yes-no scale or a choice; such lines are matched by it.
    pub(super) word: Option<String>,
    pub(super) from: Bound,
    pub(super) to: Bound,
    pub(super) range: Text,
    /// Its lower end alone: `≥ 95`.
    pub(super) edge: Text,
    pub(super) points: Points,
    pub(super) verified: Verified,
    pub(super) figure: Span,
}

impl Band {
    pub(super) fn new(step: &Step, indicator: &Indicator, standard: &Standard) -> Self {
        let words = standard.range_in_words(indicator, step.from, step.to);
        Self {
            word: matches!(indicator, Indicator::YesNo(_) | Indicator::Choice(_)).then(|| words.vi.clone()),
            from: step.from,
            to: step.to,
            edge: range(step.from, Bound::Open),
            range: words,
            points: step.points.value,
            verified: Verified::of(&step.points.origin),
            figure: step.points.origin.span.clone(),
        }
    }

    /// Bands of one list do not overlap: their lower ends order them.
    pub(super) fn lowest(&self) -> (bool, Ratio, bool, Points) {
        match self.from {
            Bound::Open => (false, Ratio::ZERO, false, self.points),
            Bound::Included(edge) => (true, Ratio::from(edge), false, self.points),
            Bound::Excluded(edge) => (true, Ratio::from(edge), true, self.points),
        }
    }

    /// How different two bands are: other points weigh as much as two other ends.
    fn distance(&self, other: &Self) -> usize {
        let differs = |differs: bool, weight| if differs { weight } else { 0 };
        differs(self.points != other.points, 2)
            + differs(key(self.from) != key(other.from), 1)
            + differs(key(self.to) != key(other.to), 1)
    }

    /// Whether a value can lie in both; lists of other classes are taken together, which is never too narrow.
    pub(super) fn shares_values(&self, other: &Self) -> bool {
        let apart = |upper: Bound, lower: Bound| match (upper, lower) {
            (Bound::Open, _) | (_, Bound::Open) => false,
            (Bound::Included(end), Bound::Included(start)) => Ratio::from(end) < Ratio::from(start),
            (Bound::Included(end) | Bound::Excluded(end), Bound::Included(start) | Bound::Excluded(start)) => {
                Ratio::from(end) <= Ratio::from(start)
            }
        };
        if self.word.is_some() || other.word.is_some() {
            return self.word == other.word;
        }
        !apart(self.to, other.from) && !apart(other.to, self.from)
    }
}

/// An end by its value, however many zeros it is written with.
pub(in crate::compare) fn key(bound: Bound) -> String {
    let plain = Decimal::trimmed;
    match bound {
        Bound::Open => "-".to_owned(),
        Bound::Included(edge) => format!("[{}", plain(edge)),
        Bound::Excluded(edge) => format!("({}", plain(edge)),
    }
}

/// Positions in both lists; `None` on the side that does not have it.
pub(super) type Pairs = Vec<(Option<usize>, Option<usize>)>;

/// Which old band is which new one: words by themselves, ranges so that as little as possible is different.
pub(super) fn paired(old: &[Band], new: &[Band]) -> Pairs {
    if new.iter().chain(old).any(|band| band.word.is_some()) {
        return in_order(old.len(), new.len(), |at| old.iter().position(|band| band.word == new[at].word));
    }
    let cost = costs(old, new);
    let (mut before, mut after, mut pairs) = (0, 0, Vec::new());
    while before < old.len() || after < new.len() {
        let (a, b) = (old.get(before), new.get(after));
        let here = cost[before][after];
        let together = a.zip(b).is_some_and(|(a, b)| here == cost[before + 1][after + 1] + a.distance(b));
        let skip_old = a.is_some() && here == cost[before + 1][after] + ALONE;
        let skip_new = b.is_some() && here == cost[before][after + 1] + ALONE;
        // Which of two goes first depends on themselves, not on the side they stand on.
        let old_first = skip_old && !(skip_new && a.zip(b).is_some_and(|(a, b)| b.lowest() < a.lowest()));
        if together {
            pairs.push((Some(before), Some(after)));
            (before, after) = (before + 1, after + 1);
        } else if old_first {
            pairs.push((Some(before), None));
            before += 1;
        } else {
            pairs.push((None, Some(after)));
            after += 1;
        }
    }
    pairs
}

/// A band without its like weighs as much as other points.
const ALONE: usize = 2;

/// The least difference of the bands from each place on.
fn costs(old: &[Band], new: &[Band]) -> Vec<Vec<usize>> {
    let mut cost = vec![vec![0; new.len() + 1]; old.len() + 1];
    for before in (0..=old.len()).rev() {
        for after in (0..=new.len()).rev() {
            let together =
                old.get(before).zip(new.get(after)).map(|(a, b)| cost[before + 1][after + 1] + a.distance(b));
            let skip_old = old.get(before).map(|_| cost[before + 1][after] + ALONE);
            let skip_new = new.get(after).map(|_| cost[before][after + 1] + ALONE);
            cost[before][after] = [together, skip_old, skip_new].into_iter().flatten().min().unwrap_or(0);
        }
    }
    cost
}

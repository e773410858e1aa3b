//! The points communes give themselves against those that were computed, and which items explain a difference.

use crate::lang::Text;
use crate::quantity::Points;
use crate::result::self_scores::{Because, ItemChange, SelfDifference, SelfScores};
use crate::result::{CommuneScore, CriterionState, ItemInfo, Outcome, ScoreSheet, StandardInfo};

/// What one commune claims: the criterion (`None` for the total) with its points.
pub type Claims = Vec<(Option<usize>, Points)>;

/// More combinations of lines than this are not tried: a criterion of ten items with three lines each has as many.
const MOST_COMBINATIONS: usize = 100_000;

/// Compares; `claims` has an entry for each commune of the sheet, which needs its items.
#[must_use]
pub fn self_scores(sheet: &ScoreSheet, claims: &[Claims]) -> SelfScores {
    let mut all = SelfScores::default();
    for (commune, claims) in sheet.communes.iter().zip(claims) {
        all.communes += usize::from(!claims.is_empty());
        all.claims += claims.len();
        let info = sheet.standard_of(commune);
        all.differences.extend(claims.iter().filter_map(|claim| difference(info, commune, *claim)));
    }
    let size = |found: &SelfDifference| found.difference().map(|points| points.as_thousandths().abs());
    // Stable: the same differences keep the order of the sheet and of the text; open ones come last.
    all.differences.sort_by_key(|found| std::cmp::Reverse(size(found)));
    all
}

fn difference(
    info: &StandardInfo,
    commune: &CommuneScore,
    (criterion, claimed): (Option<usize>, Points),
) -> Option<SelfDifference> {
    let (computed, most) = match criterion {
        None => (commune.total.map(|total| (total.low, total.high)), info.total_points),
        Some(at) => {
            let score = commune.criteria.get(at)?;
            (Some((score.low, score.high)), info.criteria.get(at)?.points)
        }
    };
    let above_maximum = claimed > most;
    if computed == Some((claimed, claimed)) && !above_maximum {
        return None;
    }
    let because = criterion.map_or(Because::Criteria, |at| because(info, commune, at, claimed));
    Some(SelfDifference { identity: commune.identity.clone(), criterion, claimed, computed, above_maximum, because })
}

/// The fewest items whose change of lines gives the points claimed.
fn because(info: &StandardInfo, commune: &CommuneScore, at: usize, claimed: Points) -> Because {
    let first: usize = info.criteria.iter().take(at).map(|criterion| criterion.items.len()).sum();
    let (Some(criterion), Some(score)) = (info.criteria.get(at), commune.criteria.get(at)) else {
        return Because::NotComparable;
    };
    let scored = |item: &crate::result::ItemScore| match item.outcome {
        Outcome::Scored(points) | Outcome::NotApplicable(Some(points)) => Some(points),
        Outcome::NotApplicable(None) | Outcome::Missing => None,
    };
    let items = commune.items.iter().skip(first).take(criterion.items.len());
    let points: Option<Vec<Points>> = items.map(scored).collect();
    // Only where the points of the items add up to those of the criterion does a line explain its part of them.
    let adds_up = |points: &Vec<Points>| {
        score.state == CriterionState::Scored && points.iter().copied().sum::<Points>() == score.high
    };
    let Some(points) = points.filter(adds_up) else { return Because::NotComparable };
    let lines: Vec<Vec<ItemChange>> =
        criterion.items.iter().zip(points).map(|(item, points)| other_lines(item, points)).collect();
    fewest(&lines, claimed - score.high)
}

/// The other lines of an item's scale, one for each number of points.
fn other_lines(item: &ItemInfo, computed: Points) -> Vec<ItemChange> {
    let mut lines: Vec<ItemChange> = Vec::new();
    for step in &item.steps {
        let Some(claimed) = step.points.filter(|points| *points != computed) else { continue };
        if lines.iter().all(|line| line.claimed != claimed) {
            let (id, title, range): (_, Text, Text) = (item.id.clone(), item.title.clone(), step.range.clone());
            lines.push(ItemChange { id, title, computed, claimed, range });
        }
    }
    lines
}

fn fewest(lines: &[Vec<ItemChange>], wanted: Points) -> Because {
    let mut tried = 0;
    for items in 1..=lines.len() {
        let mut search = Search { lines, found: Vec::new(), tried: &mut tried };
        search.choose(0, items, wanted, &mut Vec::new());
        let mut found = search.found.into_iter();
        if let Some(items) = found.next() {
            return Because::Items { items: items.into_iter().cloned().collect(), others: found.count() };
        }
    }
    Because::Nothing
}

struct Search<'l, 't> {
    lines: &'l [Vec<ItemChange>],
    found: Vec<Vec<&'l ItemChange>>,
    tried: &'t mut usize,
}

impl<'l> Search<'l, '_> {
    /// Chooses a line for so many more items from `from` on, so that their changes add up to what is wanted.
    fn choose(&mut self, from: usize, items: usize, wanted: Points, chosen: &mut Vec<&'l ItemChange>) {
        if items == 0 {
            if wanted == Points::ZERO {
                self.found.push(chosen.clone());
            }
            return;
        }
        let lines = self.lines;
        for (at, of_item) in lines.iter().enumerate().skip(from) {
            for line in of_item {
                *self.tried += 1;
                if *self.tried > MOST_COMBINATIONS {
                    return;
                }
                chosen.push(line);
                self.choose(at + 1, items - 1, wanted - (line.claimed - line.computed), chosen);
                chosen.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points wanted, the items with their lines, and how many explanations there are beside it.
    type Row<'r> = (i64, &'r [(&'r str, i64)], usize);

    fn item(id: &str, computed: i64, others: &[i64]) -> Vec<ItemChange> {
        let line = |points: &i64| ItemChange {
            id: id.to_owned(),
            title: Text::same(id),
            computed: Points::whole(computed),
            claimed: Points::whole(*points),
            range: Text::default(),
        };
        others.iter().map(line).collect()
    }

    #[test]
    fn as_few_items_as_can_be_explain_a_difference() {
        // a has 20 points and could have 0, 35, 50; b has 10 and could have 0, 25.
        let lines = [item("a", 20, &[0, 35, 50]), item("b", 10, &[0, 25])];
        let rows: [Row<'_>; 5] = [
            (30, &[("a", 50)], 0),
            (15, &[("a", 35)], 1),
            (45, &[("a", 50), ("b", 25)], 0),
            (5, &[("a", 35), ("b", 0)], 0),
            (-30, &[("a", 0), ("b", 0)], 0),
        ];
        for (wanted, expected, others) in rows {
            let Because::Items { items, others: found } = fewest(&lines, Points::whole(wanted)) else {
                panic!("nothing explains {wanted}")
            };
            let items: Vec<(&str, Points)> = items.iter().map(|item| (item.id.as_str(), item.claimed)).collect();
            let expected: Vec<(&str, Points)> = expected.iter().map(|(id, n)| (*id, Points::whole(*n))).collect();
            assert_eq!((items, found), (expected, others), "{wanted}");
        }
    }

    #[test]
    fn what_no_line_gives_is_not_explained() {
        let lines = [item("a", 20, &[0, 35, 50]), item("b", 10, &[0, 25])];
        for wanted in [1, 7, 100] {
            assert_eq!(fewest(&lines, Points::whole(wanted)), Because::Nothing);
        }
    }
}

//! The points communes give themselves against those that were computed, and which items explain a difference.

use crate::lang::Text;
use crate::quantity::Points;
use crate::result::self_scores::{Because, ItemChange, Lost, SelfCommune, SelfDifference, SelfScores};
use crate::result::{
    CommuneScore, CriterionInfo, CriterionScore, CriterionState, ItemInfo, Outcome, ScoreSheet, StandardInfo, Verdict,
};
use crate::status::Status;
use std::cmp::Reverse;

/// What one commune claims: the criterion (`None` for the total) with its points.
pub type Claims = Vec<(Option<usize>, Points)>;

/// What one commune claims, with the verdict on it if that were right and the weakest status it rests on.
pub type Claimed = (Claims, (Verdict, Status));

/// More combinations of lines than this are not tried: a criterion of ten items with three lines each has as many.
const MOST_COMBINATIONS: usize = 100_000;

/// Compares; `claims` has an entry for each commune of the sheet, which needs its items.
#[must_use]
pub fn self_scores(sheet: &ScoreSheet, claims: &[Claimed]) -> SelfScores {
    let mut all = SelfScores::default();
    for (commune, (claims, own)) in sheet.communes.iter().zip(claims) {
        all.communes += usize::from(!claims.is_empty());
        all.claims += claims.len();
        let info = sheet.standard_of(commune);
        all.differences.extend(claims.iter().filter_map(|claim| difference(info, commune, *claim, claims)));
        all.by_commune.extend(of_commune(commune, claims, own));
    }
    let size = |found: &SelfDifference| found.difference().map(|points| points.as_thousandths().abs());
    // Stable: the same differences keep the order of the sheet and of the text; open ones come last.
    all.differences.sort_by_key(|found| Reverse(size(found)));
    all.by_commune.sort_by_key(|commune| Reverse(commune.over + commune.under));
    all
}

/// `None` when all claims are as computed and give the same verdict.
fn of_commune(commune: &CommuneScore, claims: &Claims, own: &(Verdict, Status)) -> Option<SelfCommune> {
    let of_criterion = |(criterion, claimed): &(Option<usize>, Points)| {
        let score = commune.criteria.get((*criterion)?)?;
        Some(beyond(*claimed, (score.low, score.high)))
    };
    let total = || {
        let (_, claimed) = claims.iter().find(|(criterion, _)| criterion.is_none())?;
        let total = commune.total.filter(|_| claims.len() == 1)?;
        Some(beyond(*claimed, (total.low, total.high)))
    };
    let rest = unclaimed(commune, claims).map(|points| (points, true)).or_else(total);
    let differences: Vec<(Points, bool)> = claims.iter().filter_map(of_criterion).chain(rest).collect();
    let above = |points: &Points| *points > Points::ZERO;
    let over: Points = differences.iter().map(|(points, _)| *points).filter(above).sum();
    let all: Points = differences.iter().map(|(points, _)| *points).sum();
    let under = over - all;
    let is_same = over == Points::ZERO && under == Points::ZERO && own.0 == commune.verdict;
    (!claims.is_empty() && !is_same).then(|| SelfCommune {
        identity: commune.identity.clone(),
        over,
        under,
        at_least: differences.iter().any(|(_, exact)| !exact),
        own: own.clone(),
        computed: (commune.verdict.clone(), commune.verdict_status),
        version: commune.version,
    })
}

/// By how much a claim is beyond the points that were computed, and whether these are one number.
fn beyond(claimed: Points, (low, high): (Points, Points)) -> (Points, bool) {
    (claimed - claimed.max(low).min(high), low == high)
}

/// What a claim of the total gives more, or less, than the total computed and the differences of the criteria claimed.
/// 0 where the criteria claimed explain as much as it differs, or more: what else they claim is told of them.
/// `None` without such a claim and where figures are missing; with criteria claimed also where the total is not their sum.
fn unclaimed(commune: &CommuneScore, claims: &Claims) -> Option<Points> {
    let (_, claimed) = claims.iter().find(|(criterion, _)| criterion.is_none())?;
    let total = commune.total.filter(|total| total.low == total.high)?.high;
    let of_criteria = claims.iter().filter_map(|(criterion, claimed)| Some(((*criterion)?, *claimed)));
    let difference = |(at, claimed): (usize, Points)| {
        let score = commune.criteria.get(at).filter(|score| score.low == score.high)?;
        Some(claimed - score.high)
    };
    let differences: Vec<Points> = of_criteria.map(difference).collect::<Option<_>>()?;
    let is_sum = || commune.criteria.iter().map(|score| score.high).sum::<Points>() == total;
    let known = differences.is_empty() || is_sum();
    let difference = *claimed - total;
    let rest = difference - differences.into_iter().sum::<Points>();
    let is_explained = difference.cmp(&Points::ZERO) != rest.cmp(&Points::ZERO);
    known.then_some(if is_explained { Points::ZERO } else { rest })
}

/// Criteria that are not claimed and have fewer than their most points, most lost first.
fn lost(info: &StandardInfo, commune: &CommuneScore, claims: &Claims) -> Vec<Lost> {
    let criteria = info.criteria.iter().zip(&commune.criteria).enumerate();
    let fewer = criteria.filter(|(at, (criterion, score))| {
        score.high < criterion.points && claims.iter().all(|(claimed, _)| *claimed != Some(*at))
    });
    let lost = |(_, (criterion, score)): (usize, (&CriterionInfo, &CriterionScore))| Lost {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        computed: score.high,
        most: criterion.points,
    };
    let mut lost: Vec<Lost> = fewer.map(lost).collect();
    lost.sort_by_key(|lost| Reverse(lost.most - lost.computed));
    lost
}

fn difference(
    info: &StandardInfo,
    commune: &CommuneScore,
    (criterion, claimed): (Option<usize>, Points),
    claims: &Claims,
) -> Option<SelfDifference> {
    let (computed, status, (least, most)) = match criterion {
        None => {
            let status = commune.total.map_or(commune.status, |total| total.status);
            let computed = commune.total.map(|total| (total.low, total.high));
            (computed, status, (info.least_points, info.total_points))
        }
        Some(at) => {
            let (score, of) = (commune.criteria.get(at)?, info.criteria.get(at)?);
            (Some((score.low, score.high)), score.status, (of.least, of.points))
        }
    };
    let (above_maximum, below_least) = (claimed > most, least.is_some_and(|least| claimed < least));
    let own_sum = own_sum(info, claims).filter(|sum| criterion.is_none() && *sum != claimed);
    if computed == Some((claimed, claimed)) && !above_maximum && !below_least && own_sum.is_none() {
        return None;
    }
    let because = match (criterion, own_sum) {
        (Some(at), _) => because(info, commune, at, claimed),
        (None, Some(sum)) => Because::OwnSum(sum),
        (None, None) => of_total(info, commune, claims),
    };
    let identity = commune.identity.clone();
    Some(SelfDifference { identity, criterion, claimed, computed, status, above_maximum, below_least, because })
}

/// What explains the difference of a total.
fn of_total(info: &StandardInfo, commune: &CommuneScore, claims: &Claims) -> Because {
    match unclaimed(commune, claims) {
        Some(points) if points != Points::ZERO => {
            let lost = if points > Points::ZERO { lost(info, commune, claims) } else { Vec::new() };
            Because::Unclaimed { points, some_claimed: claims.len() > 1, lost }
        }
        None if commune.total.is_some_and(|total| total.low != total.high) => Because::Missing,
        _ => Because::Criteria,
    }
}

/// The sum of the points a commune claims, when it claims some for every criterion.
fn own_sum(info: &StandardInfo, claims: &Claims) -> Option<Points> {
    let of_criteria: Vec<Points> = claims.iter().filter(|claim| claim.0.is_some()).map(|claim| claim.1).collect();
    (of_criteria.len() == info.criteria.len()).then(|| of_criteria.into_iter().sum())
}

/// The fewest items whose change of lines gives the points claimed.
fn because(info: &StandardInfo, commune: &CommuneScore, at: usize, claimed: Points) -> Because {
    let first: usize = info.criteria.iter().take(at).map(|criterion| criterion.items.len()).sum();
    let (Some(criterion), Some(score)) = (info.criteria.get(at), commune.criteria.get(at)) else {
        return Because::NotComparable;
    };
    if score.state == CriterionState::Zeroed {
        return Because::Zeroed(criterion.zero_when.clone());
    }
    if score.state == CriterionState::Missing {
        return Because::Missing;
    }
    let scored = |item: &crate::result::ItemScore| match item.outcome {
        Outcome::Scored(points) | Outcome::NotApplicable(Some(points)) => Some(points),
        Outcome::NotApplicable(None) | Outcome::Missing | Outcome::Hidden => None,
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
    let found = fewest(&lines, claimed - score.high, MOST_COMBINATIONS);
    let by_script = criterion.items.iter().filter(|item| item.steps.is_empty());
    let by_script: Vec<Text> = by_script.map(|item| item.title.clone()).collect();
    if found == Because::Nothing && !by_script.is_empty() { Because::Scripted(by_script) } else { found }
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

/// The fewest items first; what was not tried is said.
fn fewest(lines: &[Vec<ItemChange>], wanted: Points, most: usize) -> Because {
    let mut tried = 0;
    for items in 1..=lines.len() {
        let mut search = Search { lines, found: Vec::new(), tried: &mut tried, most };
        search.choose(0, items, wanted, &mut Vec::new());
        let mut found = search.found.into_iter();
        let all = tried <= most;
        if let Some(items) = found.next() {
            return Because::Items { items: items.into_iter().cloned().collect(), others: found.count(), all };
        }
        if !all {
            return Because::NotSearched(items - 1);
        }
    }
    Because::Nothing
}

struct Search<'l, 't> {
    lines: &'l [Vec<ItemChange>],
    found: Vec<Vec<&'l ItemChange>>,
    tried: &'t mut usize,
    most: usize,
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
                if *self.tried > self.most {
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
            let Because::Items { items, others: found, all: true } = fewest(&lines, Points::whole(wanted), 100) else {
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
            assert_eq!(fewest(&lines, Points::whole(wanted), 100), Because::Nothing);
        }
    }

    #[test]
    fn what_was_not_tried_is_not_called_impossible() {
        let lines = [item("a", 20, &[0, 35, 50]), item("b", 10, &[0, 25])];
        // Five lines alone, then the first with two others: one explanation of 45 is a at 50 with b at 25.
        let rows = [
            (100, Because::Nothing),
            (4, Because::NotSearched(0)),
            (5, Because::NotSearched(1)),
            (12, Because::NotSearched(1)),
        ];
        for (most, expected) in rows {
            assert_eq!(fewest(&lines, Points::whole(7), most), expected, "{most}");
        }
        // Of the two ways to 15 (a at 35, b at 25) only the first is tried.
        let Because::Items { items, others, all } = fewest(&lines, Points::whole(15), 3) else { panic!() };
        assert_eq!((items.len(), others, all), (1, 0, false));
    }
}
